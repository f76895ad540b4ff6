//! A case moves by milestones; what was recorded wrongly is corrected, never rewritten.

use serde::{Deserialize, Serialize};

use super::conformance::{OrderFault, may_follow};
use super::{
    Case, Correction, LorAssessment, Milestone, MilestoneOrder, Reached, case_subject, known_case, not_ahead, said,
};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position, Text};
use crate::world::World;

/// Records that a case has reached a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordMilestone {
    /// Which case.
    pub case: CaseId,
    /// Which milestone.
    pub milestone: Milestone,
    /// The day it was reached.
    pub on: Date,
}

impl Decide for RecordMilestone {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        not_ahead(self.on, context.today, self.milestone.definition().title)?;
        self.check_order(case, context.today)?;
        self.check_rules(case, world)?;
        Ok(vec![
            MilestoneRecorded { case: self.case, milestone: self.milestone, on: self.on, by: context.actor }.into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

impl RecordMilestone {
    fn check_order(&self, case: &Case, today: Date) -> Result<(), Refusal> {
        let (number, code) = (case.number, self.milestone.definition().code);
        let last = case.last_reached(today);
        let begun = last.map_or(case.lor, |last| last.on);
        if self.on < begun {
            let after = last.map_or("the letter of request", |last| last.milestone.definition().code);
            return Err(refuse(
                "day-order",
                format!("{code} on {} would stand before {after} of {begun}.", self.on),
                format!("Give a day from {begun} on, or correct {after} first."),
            ));
        }
        let phase = case.phase(today);
        let reopens = self.milestone.definition().order == MilestoneOrder::Back;
        if phase.is_over() && !(reopens && phase == super::CasePhase::Cancelled) {
            return Err(refuse(
                "case-over",
                format!("{number} is {}.", if phase == super::CasePhase::Closed { "closed" } else { "cancelled" }),
                "Withdraw that milestone by a correction if it was recorded wrongly.",
            ));
        }
        // Cancelled, it stands where it stood.
        let at = case.reached().into_iter().rfind(|one| one.milestone != Milestone::Cancelled);
        match may_follow(at.map(|at| at.milestone.stands_at()), phase, self.milestone) {
            Ok(()) => Ok(()),
            Err(OrderFault::Missing(step)) => {
                let step = step.definition();
                Err(refuse(
                    "milestone-order",
                    format!("{number} cannot reach {code} before {}: {}.", step.code, step.title),
                    format!("Record {} first.", step.code),
                ))
            }
            Err(OrderFault::Passed) => Err(refuse(
                "milestone-passed",
                format!("{number} has passed {code}."),
                "Take it back with DREACT or MILREACT if the step is done anew; correct the day if it was wrong.",
            )),
            Err(OrderFault::NothingToGoBackTo) => Err(refuse(
                "milestone-order",
                format!("{number} cannot go back to {}.", self.milestone.stands_at().definition().code),
                "A case goes back only from a later step, and only until it is offered.",
            )),
        }
    }

    fn check_rules(&self, case: &Case, world: &World) -> Result<(), Refusal> {
        let number = case.number;
        if self.milestone == Milestone::ProgramWait && case.kind != super::CaseKind::PseudoLoa {
            return Err(refuse(
                "program-wait",
                format!("{number} is no pseudo-LOA: only a program to build partner capacity waits for its authority."),
                "Record the next step.",
            ));
        }
        let fit = |found| matches!(found, LorAssessment::Actionable | LorAssessment::Complete);
        if self.milestone == Milestone::DevelopmentStatus && !case.assessed.last().is_some_and(|last| fit(last.found)) {
            return Err(refuse(
                "lor-assessment",
                format!("The letter of request of {number} was not found actionable or complete."),
                "Record its assessment first.",
            ));
        }
        let ends = self.milestone.definition().order == MilestoneOrder::End;
        if !ends
            && case.phase(self.on).is_before_offer()
            && let Some(hold) = case.held_by(self.on)
        {
            return Err(refuse(
                "on-hold",
                format!("{number} is on hold since {}, asked for by {}.", hold.from, hold.requester),
                "Lift the hold first.",
            ));
        }
        if self.milestone == Milestone::Offered && case.awaits_notification(world, self.on) {
            let remedy = match case.notification_ends(world) {
                Some(ends) => format!("Offer it on {ends} or later."),
                None => "Record the formal notification, and wait out its days.".to_owned(),
            };
            return Err(refuse(
                "notification-open",
                format!("Congress must be notified of {number}, and the notification has not ended on {}.", self.on),
                remedy,
            ));
        }
        if self.milestone == Milestone::Accepted
            && let Some(expiry) = case.expiry(world).filter(|expiry| *expiry < self.on)
        {
            return Err(refuse(
                "offer-expired",
                format!("The offer of {number} expired on {expiry}."),
                "Extend the offer first, or record the day on which it was accepted in time.",
            ));
        }
        match self.milestone {
            Milestone::SupplyComplete => case.must_be_supplied(self.on),
            Milestone::InterimClosed | Milestone::Closed => case.must_be_closable(self.milestone, self.on),
            _ => Ok(()),
        }
    }
}

/// A case reached a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneRecorded {
    /// Which case.
    pub case: CaseId,
    /// Which milestone.
    pub milestone: Milestone,
    /// The day.
    pub on: Date,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

impl Apply for MilestoneRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.milestones.push(Reached { milestone: self.milestone, on: self.on, by: self.by, corrected: None });
        }
    }
}

/// Corrects a milestone that was recorded wrongly: another day, or never reached. What the case departs in once it is
/// corrected shows as a deviation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectMilestone {
    /// Which case.
    pub case: CaseId,
    /// Which of its recorded milestones, from 0 in the order of recording.
    pub entry: u16,
    /// The right day; none: it was never reached.
    pub on: Option<Date>,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for CorrectMilestone {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        said(&self.reason, "reason")?;
        let Some(entry) = case.milestones.get(usize::from(self.entry)) else {
            return Err(refuse(
                "no-entry",
                format!(
                    "{} has {} recorded milestones; there is no entry {}.",
                    case.number,
                    case.milestones.len(),
                    self.entry
                ),
                "Take the entry from the case's history.",
            ));
        };
        if let Some(on) = self.on {
            not_ahead(on, context.today, entry.milestone.definition().title)?;
        }
        let withdrawn = entry.corrected.as_ref().is_some_and(|correction| correction.withdrawn);
        if self.on == Some(entry.on) && !withdrawn {
            return Err(refuse(
                "nothing-corrected",
                format!("{} already stands at {}.", entry.milestone.definition().code, entry.on),
                "Give another day, or none to withdraw it.",
            ));
        }
        Ok(vec![
            MilestoneCorrected {
                case: self.case,
                entry: self.entry,
                to: self.on,
                reason: self.reason.clone(),
                on: context.today,
                by: context.actor,
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A milestone was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneCorrected {
    /// Which case.
    pub case: CaseId,
    /// Which entry.
    pub entry: u16,
    /// The right day; none: withdrawn.
    pub to: Option<Date>,
    /// Why.
    pub reason: Text,
    /// The day of the correction.
    pub on: Date,
    /// Who corrected.
    pub by: Option<AccountId>,
}

impl Apply for MilestoneCorrected {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(entry) =
            world.cases.edit(self.case, at).and_then(|case| case.milestones.get_mut(usize::from(self.entry)))
        else {
            return;
        };
        let (was, withdrawn) = (entry.on, self.to.is_none());
        entry.on = self.to.unwrap_or(was);
        let correction = Correction { was, withdrawn, reason: self.reason.clone(), on: self.on, by: self.by };
        entry.corrected = Some(Box::new(correction));
    }
}
