//! Whether there is money for a billet: a fact apart from its authorisation.

use serde::{Deserialize, Serialize};

use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{BilletId, Date, Position, Text};
use crate::workforce::billet_commands::billet_subject;
use crate::workforce::rules::known_billet;
use crate::world::World;

/// Whether there is money for a billet from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BilletFunding {
    /// Whether there is.
    pub funded: bool,
    /// The budget document that says so.
    pub document: Text,
}

/// Records that a billet is funded, or is not, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FundBillet {
    /// Which billet.
    pub billet: BilletId,
    /// The first day it holds.
    pub from: Date,
    /// Whether there is money for it.
    pub funded: bool,
    /// The budget document that says so.
    pub document: Text,
}

impl Decide for FundBillet {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let billet = known_billet(world, self.billet)?;
        if !billet.authorised.contains(self.from) {
            return Err(refuse(
                "outside-authorisation",
                format!("Billet {} is authorised {}; {} is outside.", billet.number, billet.authorised, self.from),
                "Choose a date within the authorisation.",
            ));
        }
        if self.document.trim().is_empty() {
            return Err(refuse(
                "document-missing",
                format!("The funding of billet {} would rest on nothing.", billet.number),
                "Name the budget document.",
            ));
        }
        let funding = BilletFunding { funded: self.funded, document: self.document.clone() };
        if billet.funded.at(self.from) == Some(&funding) {
            return Ok(Vec::new());
        }
        Ok(vec![BilletFunded { billet: self.billet, from: self.from, funding }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        billet_subject(world, self.billet)
    }
}

/// A billet is funded, or is not, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletFunded {
    /// Which billet.
    pub billet: BilletId,
    /// The first day it holds.
    pub from: Date,
    /// Whether, and by which document.
    pub funding: BilletFunding,
}

impl Apply for BilletFunded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(billet) = world.billets.edit(self.billet, at) {
            billet.funded.set(self.from, self.funding.clone());
        }
        world.touch_billet(self.billet, at);
    }
}
