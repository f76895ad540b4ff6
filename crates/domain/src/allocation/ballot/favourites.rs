//! A member's private shortlist: a help to the member, never part of any slate, and nobody else's to read.

use serde::{Deserialize, Serialize};

use super::rank::{bidding, member_subject, within};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{BilletId, CycleId, PersonId, Position, Sealed};
use crate::world::World;

/// The most billets on a shortlist: what a person still overlooks.
const MOST_KEPT: usize = 100;

/// Keeps a member's shortlist; a later one replaces an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepFavourites {
    /// In which cycle.
    pub cycle: CycleId,
    /// Whose.
    pub person: PersonId,
    /// Billets; at most 100. Kept sealed under the person's key.
    #[schema(max_items = 100)]
    pub billets: Vec<BilletId>,
}

impl Decide for KeepFavourites {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = bidding(world, self.cycle, self.person, context)?;
        if self.billets.len() > MOST_KEPT {
            return Err(refuse(
                "too-many-kept",
                format!("{} billets are on the shortlist.", self.billets.len()),
                format!("Keep at most {MOST_KEPT}."),
            ));
        }
        within(world, cycle, &self.billets)?;
        if cycle.ballot.own_favourites(self.person) == self.billets {
            return Ok(Vec::new());
        }
        let billets = Sealed::Open(self.billets.clone());
        Ok(vec![FavouritesKept { cycle: self.cycle, person: self.person, billets }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        member_subject(world, self.person)
    }
}

/// A member's shortlist was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FavouritesKept {
    /// In which cycle.
    pub cycle: CycleId,
    /// Whose, so whose key seals it.
    pub person: PersonId,
    /// Billets.
    pub billets: Sealed<Vec<BilletId>>,
}

impl Apply for FavouritesKept {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(cycle) = world.cycles.edit(self.cycle, at) {
            match self.billets.open().filter(|billets| !billets.is_empty()) {
                Some(billets) => cycle.ballot.favourites.insert(self.person, billets.clone()),
                None => cycle.ballot.favourites.remove(&self.person),
            };
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        visit(self.person, &mut self.billets)
    }
}
