//! Couples bid together once each has declared the other. A declaration names the other by the number that their system
//! of record knows them by, and is taken whoever that is or whether there is anybody: so it tells nothing about others.

use serde::{Deserialize, Serialize};

use super::rank::{bidding, member_subject};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{CycleId, PersonId, Position, Sealed, Text};
use crate::world::World;

/// Declares with whom a member bids together, or takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareCouple {
    /// In which cycle.
    pub cycle: CycleId,
    /// Who declares.
    pub person: PersonId,
    /// The other's number; none takes the declaration back. The two bid together once each declared the other. Kept
    /// sealed under the declaring person's key.
    pub partner: Option<Text>,
}

impl Decide for DeclareCouple {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = bidding(world, self.cycle, self.person, context)?;
        if let Some(partner) = &self.partner {
            if partner.trim().is_empty() {
                return Err(refuse("partner-empty", "No number is given.", "Give the other's number in `partner`."));
            }
            if *partner == world.people[self.person].number {
                return Err(refuse(
                    "partner-self",
                    "That is your own number.",
                    "Give the other's number in `partner`.",
                ));
            }
        }
        if cycle.ballot.own_partner(self.person) == self.partner.as_ref() {
            return Ok(Vec::new());
        }
        let partner = Sealed::Open(self.partner.clone());
        Ok(vec![CoupleDeclared { cycle: self.cycle, person: self.person, partner }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        member_subject(world, self.person)
    }
}

/// A member declared with whom they bid together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoupleDeclared {
    /// In which cycle.
    pub cycle: CycleId,
    /// Who declared, so whose key seals it.
    pub person: PersonId,
    /// The other's number; none took it back.
    pub partner: Sealed<Option<Text>>,
}

impl Apply for CoupleDeclared {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(cycle) = world.cycles.edit(self.cycle, at) {
            match self.partner.open().cloned().flatten() {
                Some(partner) => cycle.ballot.partners.insert(self.person, partner),
                None => cycle.ballot.partners.remove(&self.person),
            };
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        visit(self.person, &mut self.partner)
    }
}
