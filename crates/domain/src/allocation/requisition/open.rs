//! Opening a requisition and giving it up.

use serde::{Deserialize, Serialize};

use super::flow::{Change, Draft, applies, requisition_subject, settled, words};
use super::{Ask, Asked, Cancelled, Deed, DeedKind, Requisition, RequisitionStatus, Step};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, BilletId, Date, Position, RequisitionId, Service, Text};
use crate::workforce::{BilletTerms, FillMode};
use crate::world::World;

/// Opens a requisition: asks for somebody in a billet from a day on. What the person needs are the billet's terms; how
/// it is filled is the billet's fill mode on the report date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenRequisition {
    /// Which billet.
    pub billet: BilletId,
    /// The day somebody is needed.
    pub report: Date,
    /// How urgent, 1 (least) to 5.
    #[schema(minimum = 1, maximum = 5)]
    pub priority: u8,
    /// The military services asked to nominate; left empty for civilian and locally employed staff.
    pub services: Vec<Service>,
    /// The last day of the first turn; the lever's days from today where it is left out.
    pub suspense: Option<Date>,
}

impl Decide for OpenRequisition {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let Some(billet) = world.billets.get(self.billet) else {
            return Err(refuse(
                "no-billet",
                format!("There is no billet {}.", self.billet),
                "Check the id, or authorise the billet first.",
            ));
        };
        if !billet.authorised.contains(self.report) {
            return Err(refuse(
                "outside-authorisation",
                format!("Billet {} is authorised {}; {} is outside.", billet.number, billet.authorised, self.report),
                "Choose a report date within the authorisation.",
            ));
        }
        if !(1..=5).contains(&self.priority) {
            return Err(refuse("priority", format!("{} is not a priority.", self.priority), "Give 1 (least) to 5."));
        }
        let open = |held: &&Requisition| held.billet == self.billet && held.is_open(world);
        if let Some((id, _)) = world.requisitions.iter().find(|(_, held)| open(held)) {
            return Err(refuse(
                "requisition-open",
                format!("Billet {} already has requisition {id}, which is still open.", billet.number),
                "Go on with that one, or cancel it first.",
            ));
        }
        if let Some(gap) = billet.gap_on(self.report) {
            return Err(refuse(
                "gap-approved",
                format!("Billet {} is left open by an approved gap {}.", billet.number, gap.period),
                "Choose a report date after the gap.",
            ));
        }
        let terms = billet.terms_near(self.report);
        check_services(&billet.number, terms, terms.fill_mode, &self.services)?;
        check_suspense(self.suspense, context.today)?;
        let requisition = world.requisitions.next_id();
        let facts = RequisitionFacts {
            billet: self.billet,
            report: self.report,
            priority: self.priority,
            services: self.services.clone(),
            slated: None,
        };
        let (mut turns, board) = settled(world, &facts.opened(context.today, context.actor), context.today);
        shorten(&mut turns, self.suspense);
        let step = Step { requisition, on: context.today, by: context.actor, took: None, turns, board };
        Ok(vec![RequisitionOpened { step, facts }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let billet = world.billets.get(self.billet);
        let offices = billet.map(|billet| billet.terms_near(self.report).office).into_iter().collect();
        Subject { offices, ..Subject::default() }
    }
}

/// Refuses services that the billet is not filled by.
pub(super) fn check_services(
    number: &Text,
    terms: &BilletTerms,
    mode: FillMode,
    services: &[Service],
) -> Result<(), Refusal> {
    let nominated = matches!(mode, FillMode::ServiceNomination | FillMode::NominativeBoard | FillMode::Temporary);
    if !nominated {
        return if services.is_empty() {
            Ok(())
        } else {
            Err(refuse(
                "services-not-asked",
                format!("Billet {number} is filled by {}; no service nominates.", mode.title().to_lowercase()),
                "Leave `services` empty.",
            ))
        };
    }
    let wrong = services.iter().find(|service| !service.is_military() || !terms.coding.admits(**service));
    if let Some(wrong) = wrong {
        return Err(refuse(
            "service-coding",
            format!("Billet {number} is not coded for {wrong}."),
            "Ask services that the billet is coded for.",
        ));
    }
    if services.is_empty() {
        return Err(refuse(
            "services-missing",
            format!("Nobody is asked to fill billet {number}."),
            "Name the services.",
        ));
    }
    if (1..services.len()).any(|i| services[..i].contains(&services[i])) {
        return Err(refuse("service-twice", "A service is named twice.", "Name each service once."));
    }
    Ok(())
}

/// Refuses a suspense that is over.
pub(super) fn check_suspense(suspense: Option<Date>, today: Date) -> Result<(), Refusal> {
    match suspense.filter(|suspense| *suspense < today) {
        Some(past) => {
            Err(refuse("suspense-past", format!("The suspense {past} is over."), "Give today or a later day."))
        }
        None => Ok(()),
    }
}

/// Gives the turns in which somebody is looked for the suspense that was asked for.
pub(super) fn shorten(turns: &mut [Asked], suspense: Option<Date>) {
    let Some(due) = suspense else { return };
    let looked_for = |asked: &&mut Asked| matches!(asked.ask, Ask::Nominate | Ask::Propose | Ask::Recruit);
    turns.iter_mut().filter(looked_for).for_each(|asked| asked.turn.due = due);
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequisitionFacts {
    /// Which billet.
    pub billet: BilletId,
    /// The day somebody is needed.
    pub report: Date,
    /// How urgent, 1 to 5.
    pub priority: u8,
    /// The services asked to nominate.
    pub services: Vec<Service>,
    /// The line of a slate that raised it, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slated: Option<super::Slated>,
}

impl RequisitionFacts {
    pub(super) fn opened(&self, on: Date, by: Option<AccountId>) -> Requisition {
        let Self { billet, report, priority, services, slated } = self.clone();
        Requisition {
            billet,
            report,
            priority,
            services,
            slated,
            opened: on,
            by,
            turns: Vec::new(),
            nominees: Vec::new(),
            no_fills: Vec::new(),
            by_name: Vec::new(),
            recruitment: Vec::new(),
            board: None,
            accepted: None,
            cancelled: None,
            deeds: Vec::new(),
        }
    }
}

/// A requisition was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequisitionOpened {
    /// Its id, who opened it, and whose turns are open.
    pub step: Step,
    /// What is asked for.
    pub facts: RequisitionFacts,
}

impl Apply for RequisitionOpened {
    fn apply(&self, world: &mut World, at: Position) {
        let mut requisition = self.facts.opened(self.step.on, self.step.by);
        requisition.turns.clone_from(&self.step.turns);
        requisition.deeds.push(Deed::of(DeedKind::Opened, &self.step));
        world.requisitions.push(requisition, at);
    }
}

/// Gives a requisition up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelRequisition {
    /// Which requisition.
    pub requisition: RequisitionId,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for CancelRequisition {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let status = draft.held.status(world);
        if matches!(status, RequisitionStatus::Planned | RequisitionStatus::Ordered) {
            return Err(refuse(
                "requisition-planned",
                format!("Requisition {} is {}: somebody counts on the tour.", self.requisition, words(&status)),
                "Cancel the tour first.",
            ));
        }
        said(&self.reason)?;
        Ok(vec![draft.settle(RequisitionCancelled { step: draft.step(), reason: self.reason.clone() }, None).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        requisition_subject(world, self.requisition)
    }
}

/// Refuses an empty reason.
pub(in crate::allocation) fn said(reason: &Text) -> Result<(), Refusal> {
    if reason.trim().is_empty() {
        return Err(refuse("reason-missing", "No reason is given.", "Say why."));
    }
    Ok(())
}

/// A requisition was given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequisitionCancelled {
    /// Which requisition and who.
    pub step: Step,
    /// Why.
    pub reason: Text,
}

impl Change for RequisitionCancelled {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        requisition.cancelled = Some(Cancelled { on: self.step.on, reason: self.reason.clone() });
    }
    fn deed(&self) -> Deed {
        Deed { about: Some(self.reason.clone()), ..Deed::of(DeedKind::Cancelled, &self.step) }
    }
}

applies!(RequisitionCancelled);
