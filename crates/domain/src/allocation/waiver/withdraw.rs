//! Withdrawing a waiver: one that is not decided is no longer asked for, one that is approved holds no more.

use serde::{Deserialize, Serialize};

use super::{WaiverStatus, known_waiver, waiver_subject};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{Date, Position, WaiverId};
use crate::world::World;

/// Withdraws a waiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawWaiver {
    /// Which.
    pub waiver: WaiverId,
}

impl Decide for WithdrawWaiver {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let status = known_waiver(world, self.waiver)?.status(context.today);
        let over = match status {
            WaiverStatus::Requested | WaiverStatus::Approved => {
                return Ok(vec![WaiverWithdrawn { waiver: self.waiver, on: context.today }.into()]);
            }
            WaiverStatus::Denied => "was denied",
            WaiverStatus::Lapsed => "has lapsed",
            WaiverStatus::Withdrawn => "was withdrawn already",
        };
        Err(refuse("waiver-over", format!("Waiver {} {over}.", self.waiver), "There is nothing to withdraw."))
    }

    fn subject(&self, world: &World) -> Subject {
        waiver_subject(world, self.waiver)
    }
}

/// A waiver was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiverWithdrawn {
    /// Which.
    pub waiver: WaiverId,
    /// The day.
    pub on: Date,
}

impl Apply for WaiverWithdrawn {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(waiver) = world.waivers.edit(self.waiver, at) {
            waiver.withdrawn = Some(self.on);
        }
    }
}
