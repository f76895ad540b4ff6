//! Deciding on a waiver. Whoever asked for it does not decide on it.

use serde::{Deserialize, Serialize};

use super::{WaiverDecision, known_waiver, said, waiver_subject};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{AccountId, Date, Period, PersonId, Position, Sealed, Text, WaiverId};
use crate::world::World;

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaiverAnswer {
    /// It covers these report dates.
    Approve(Period),
    /// It is denied.
    Deny,
}

/// Approves or denies a waiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideWaiver {
    /// Which.
    pub waiver: WaiverId,
    /// What is decided.
    pub answer: WaiverAnswer,
    /// Why; kept sealed under the person's key.
    pub reason: Text,
}

impl Decide for DecideWaiver {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let waiver = known_waiver(world, self.waiver)?;
        if let Some(on) = waiver.withdrawn {
            return Err(refuse(
                "waiver-withdrawn",
                format!("Waiver {} was withdrawn on {on}.", self.waiver),
                "Ask for a new one.",
            ));
        }
        if let Some(decision) = &waiver.decision {
            return Err(refuse(
                "waiver-decided",
                format!("Waiver {} was decided on {}.", self.waiver, decision.on),
                "Withdraw it and ask for a new one.",
            ));
        }
        if context.actor.is_some() && context.actor == waiver.by {
            return Err(refuse(
                "waiver-own",
                format!("Waiver {} was asked for by the same account.", self.waiver),
                "Let somebody else decide.",
            ));
        }
        said(&self.reason, "decision")?;
        let approved = match self.answer {
            WaiverAnswer::Deny => None,
            WaiverAnswer::Approve(period) if period.end() <= context.today => {
                return Err(refuse(
                    "waiver-past",
                    format!("The report dates {period} have passed."),
                    "Cover report dates to come.",
                ));
            }
            WaiverAnswer::Approve(period) => Some(period),
        };
        let reason = Sealed::Open(self.reason.to_string());
        let (waiver, person) = (self.waiver, waiver.person);
        Ok(vec![WaiverDecided { waiver, person, approved, reason, on: context.today, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        waiver_subject(world, self.waiver)
    }
}

/// A waiver was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiverDecided {
    /// Which.
    pub waiver: WaiverId,
    /// For whom.
    pub person: PersonId,
    /// The report dates it covers; none where it was denied.
    pub approved: Option<Period>,
    /// Why; of the field class *personal*.
    pub reason: Sealed<String>,
    /// The day.
    pub on: Date,
    /// Who decided.
    pub by: Option<AccountId>,
}

impl Apply for WaiverDecided {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(waiver) = world.waivers.edit(self.waiver, at) {
            let reason = self.reason.open().cloned();
            waiver.decision = Some(WaiverDecision { approved: self.approved, reason, on: self.on, by: self.by });
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        visit(self.person, &mut self.reason)
    }
}
