//! Deliveries are planned, moved and made.

use serde::{Deserialize, Serialize};

use super::{CaseDelivery, DeliverySlip, SlipReason, usd};
use crate::cases::{Case, CasePhase, Milestone, case_subject, known_case, not_ahead, said};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position, Text};
use crate::world::World;

/// A delivery that is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedDelivery {
    /// Which line.
    pub line: u16,
    /// How many; 1 for services.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// The day planned.
    pub on: Date,
}

/// Plans further deliveries of a case; for a blanket order, orders them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanDeliveries {
    /// Which case.
    pub case: CaseId,
    /// The deliveries; those planned before stay.
    pub deliveries: Vec<PlannedDelivery>,
}

/// A line of the case that still takes as many.
fn takes(case: &Case, line: u16, further: u32, today: Date) -> Result<(), Refusal> {
    let Some(held) = case.lines_delivered(today).into_iter().find(|one| one.line == line) else {
        return Err(refuse(
            "no-line",
            format!("{} has no line {line:03}.", case.number),
            "Take the number from the case's lines.",
        ));
    };
    let after = u64::from(held.delivered) + u64::from(held.planned) + u64::from(further);
    if further == 0 || (case.has_fixed_quantities() && after > u64::from(held.quantity)) {
        return Err(refuse(
            "delivery-quantity",
            format!(
                "Line {line:03} has {}: {} delivered, {} planned; {further} more do not fit.",
                held.quantity, held.delivered, held.planned
            ),
            "Give at least one, and no more than the line still has; a document changes the line's quantity.",
        ));
    }
    Ok(())
}

fn must_deliver(case: &Case, today: Date) -> Result<(), Refusal> {
    let phase = case.phase(today);
    if phase.is_in_execution() {
        return Ok(());
    }
    let stands = if phase < CasePhase::Accepted { "not accepted yet" } else { "supply complete, or over" };
    Err(refuse(
        "delivery-phase",
        format!("{} is {stands}.", case.number),
        "Deliveries belong to an accepted case; withdraw SSC by a correction if supply is not complete.",
    ))
}

impl Decide for PlanDeliveries {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        must_deliver(case, context.today)?;
        if self.deliveries.is_empty() {
            return Err(refuse("no-deliveries", "No delivery is given.", "Give at least one."));
        }
        for planned in &self.deliveries {
            let same = self.deliveries.iter().filter(|one| one.line == planned.line);
            takes(case, planned.line, same.fold(0, |sum, one| sum.saturating_add(one.quantity)), context.today)?;
            if planned.quantity == 0 || planned.on < case.lor {
                return Err(refuse(
                    "delivery-plan",
                    format!("Line {:03}: {} on {} cannot be planned.", planned.line, planned.quantity, planned.on),
                    "Give at least one, on a day after the letter of request.",
                ));
            }
        }
        let (deliveries, on) = (self.deliveries.clone(), context.today);
        Ok(vec![DeliveriesPlanned { case: self.case, deliveries, on, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// Deliveries were planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveriesPlanned {
    /// Which case.
    pub case: CaseId,
    /// The deliveries.
    pub deliveries: Vec<PlannedDelivery>,
    /// The day of planning.
    pub on: Date,
    /// Who planned them.
    pub by: Option<AccountId>,
}

impl Apply for DeliveriesPlanned {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(case) = world.cases.edit(self.case, at) else { return };
        case.execution.deliveries.extend(self.deliveries.iter().map(|planned| CaseDelivery {
            line: planned.line,
            quantity: planned.quantity,
            ordered: self.on,
            planned: planned.on,
            slips: Vec::new(),
            delivered: None,
            withdrawn: None,
        }));
    }
}

/// Moves a delivery to another day, or takes it out of the plan. The day first planned stays, so that slip is measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveDelivery {
    /// Which case.
    pub case: CaseId,
    /// Which of its deliveries, from 0 in the order of recording.
    pub delivery: u16,
    /// The day expected now; none: it will not be made.
    pub to: Option<Date>,
    /// Why.
    pub slip: SlipReason,
    /// In words; names no person.
    pub note: Text,
}

impl Decide for MoveDelivery {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        said(&self.note, "note")?;
        let held = case.execution.deliveries.get(usize::from(self.delivery));
        let Some(held) = held.filter(|held| held.is_open(context.today)) else {
            return Err(refuse(
                "no-delivery",
                format!("{} has no open delivery {}.", case.number, self.delivery),
                "Take it from the case's open deliveries.",
            ));
        };
        if self.to == Some(held.expected()) {
            return Err(refuse(
                "nothing-moved",
                format!("That delivery is expected on {} already.", held.expected()),
                "Give another day, or none to take it out of the plan.",
            ));
        }
        let slip = self.to.map(|to| DeliverySlip { on: context.today, to, reason: self.slip, note: self.note.clone() });
        let moved = DeliveryMoved {
            case: self.case,
            delivery: self.delivery,
            slip,
            reason: self.slip,
            note: self.note.clone(),
            on: context.today,
            by: context.actor,
        };
        Ok(vec![moved.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A delivery was moved, or taken out of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryMoved {
    /// Which case.
    pub case: CaseId,
    /// Which delivery.
    pub delivery: u16,
    /// Where it was moved to; none: taken out of the plan.
    pub slip: Option<DeliverySlip>,
    /// Why.
    pub reason: SlipReason,
    /// In words.
    pub note: Text,
    /// The day it was moved.
    pub on: Date,
    /// Who moved it.
    pub by: Option<AccountId>,
}

impl Apply for DeliveryMoved {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(case) = world.cases.edit(self.case, at) else { return };
        let Some(held) = case.execution.deliveries.get_mut(usize::from(self.delivery)) else { return };
        match &self.slip {
            Some(slip) => held.slips.push(slip.clone()),
            None => held.withdrawn = Some(self.on),
        }
    }
}

/// Records a delivery of a line: the earliest expected ones count as made first, part of one leaves the rest planned, and
/// what nobody planned is recorded as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordDelivery {
    /// Which case.
    pub case: CaseId,
    /// Which line.
    pub line: u16,
    /// How many were delivered; 1 for services.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// The day.
    pub on: Date,
}

impl Decide for RecordDelivery {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        must_deliver(case, context.today)?;
        not_ahead(self.on, context.today, "The delivery")?;
        if self.quantity == 0 {
            return Err(refuse("delivery-quantity", "Nothing was delivered.", "Give at least one."));
        }
        let (mut left, mut made) = (self.quantity, Vec::new());
        for due in case.deliveries_due(context.today).into_iter().filter(|due| due.line == self.line) {
            let part = left.min(due.quantity);
            if part > 0 {
                made.push((due.entry, part));
                left -= part;
            }
        }
        // What was planned fits; what is beyond the plan must fit the line.
        if left > 0 {
            takes(case, self.line, left, context.today)?;
        }
        let earliest = case.day_of(Milestone::Accepted).unwrap_or(case.lor);
        if self.on < earliest {
            return Err(refuse(
                "day-order",
                format!("A delivery on {} would stand before the acceptance of {earliest}.", self.on),
                format!("Give a day from {earliest} on."),
            ));
        }
        let (case, line, on, by) = (self.case, self.line, self.on, context.actor);
        Ok(vec![DeliveryRecorded { case, line, on, made, beyond: left, by }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A line was delivered, or part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryRecorded {
    /// Which case.
    pub case: CaseId,
    /// Which line.
    pub line: u16,
    /// The day.
    pub on: Date,
    /// Which planned deliveries, and how many of each; where fewer than planned, the rest stays planned.
    pub made: Vec<(u16, u32)>,
    /// How many beyond what was planned.
    pub beyond: u32,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

impl Apply for DeliveryRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(case) = world.cases.edit(self.case, at) else { return };
        let deliveries = &mut case.execution.deliveries;
        for (entry, quantity) in &self.made {
            let Some(held) = deliveries.get_mut(usize::from(*entry)) else { continue };
            let rest = held.quantity.saturating_sub(*quantity);
            let open = (rest > 0).then(|| CaseDelivery { quantity: rest, ..held.clone() });
            held.quantity -= rest;
            held.delivered = Some(self.on);
            deliveries.extend(open);
        }
        if self.beyond > 0 {
            deliveries.push(CaseDelivery {
                line: self.line,
                quantity: self.beyond,
                ordered: self.on,
                planned: self.on,
                slips: Vec::new(),
                delivered: Some(self.on),
                withdrawn: None,
            });
        }
    }
}

impl Case {
    /// Refused while deliveries are open, or lines of fixed quantities are short.
    pub(in crate::cases) fn must_be_supplied(&self, on: Date) -> Result<(), Refusal> {
        // What is open later is open: the day given may lie behind.
        let due = [on, Date::MAX].map(|day| self.deliveries_due(day)).into_iter().find(|due| !due.is_empty());
        if let Some((due, first)) = due.as_ref().and_then(|due| Some((due, due.first()?))) {
            return Err(refuse(
                "deliveries-open",
                format!(
                    "{} has {} open deliveries, the first of line {:03}, expected {}.",
                    self.number,
                    due.len(),
                    first.line,
                    first.expected
                ),
                "Record them, or take them out of the plan.",
            ));
        }
        let short = self.lines_delivered(on).into_iter().find(|line| line.delivered < line.quantity);
        match short.filter(|_| self.has_fixed_quantities()) {
            Some(line) => Err(refuse(
                "line-undelivered",
                format!(
                    "Line {:03} of {} has {} of {} delivered, worth {}.",
                    line.line,
                    self.number,
                    line.delivered,
                    line.quantity,
                    usd(line.delivered_cents)
                ),
                "Record what was delivered, or the document that lowers the line's quantity.",
            )),
            None => Ok(()),
        }
    }
}
