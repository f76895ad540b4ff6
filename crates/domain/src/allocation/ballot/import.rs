//! Rankings from the services' own marketplaces.

use serde::{Deserialize, Serialize};

use super::RankingOrigin;
use super::rank::{member_subject, within};
use crate::allocation::cycle::open_cycle;
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{BilletId, CycleId, Date, PersonId, Position, Sealed, Text};
use crate::world::World;

/// Takes a member's ranking from a service's marketplace; a later one replaces an earlier one, a ballot held here is
/// never replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportRanking {
    /// In which cycle.
    pub cycle: CycleId,
    /// Whose.
    pub person: PersonId,
    /// The marketplace it comes from.
    pub source: Text,
    /// The day it speaks of.
    pub as_of: Date,
    /// Billets, best first. Kept sealed under the person's key.
    pub billets: Vec<BilletId>,
}

impl Decide for ImportRanking {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = open_cycle(world, self.cycle)?;
        let Some(member) = world.people.get(self.person) else {
            return Err(refuse("no-person", format!("There is no person {}.", self.person), "Check the id."));
        };
        if self.source.trim().is_empty() {
            return Err(refuse("source-missing", "No marketplace is named.", "Give `source`."));
        }
        if self.as_of > context.today {
            return Err(refuse(
                "ranking-ahead",
                format!("The ranking speaks of {}, a day to come.", self.as_of),
                "Give the day the marketplace's file was made.",
            ));
        }
        within(world, cycle, &self.billets)?;
        let held = cycle.ballot.own_ranking(self.person);
        let own = held.is_some_and(|held| held.origin == RankingOrigin::Ballot);
        // Whether somebody who ranks here has done so yet is not told.
        if own || cycle.ballot.terms().is_some_and(|terms| terms.takes_part(member.service)) {
            return Err(refuse(
                "ballot-held",
                format!("{} ranks on Muster's own ballot in `{}`.", member.number, cycle.name),
                "Leave the row out: a ballot held here is not replaced.",
            ));
        }
        match held.map(|held| (&held.origin, &held.billets)) {
            None if self.billets.is_empty() => return Ok(Vec::new()),
            Some((RankingOrigin::Import { source, as_of }, billets))
                if *billets == self.billets || (*source == self.source && *as_of > self.as_of) =>
            {
                return Ok(Vec::new());
            }
            _ => {}
        }
        Ok(vec![
            RankingImported {
                cycle: self.cycle,
                person: self.person,
                source: self.source.clone(),
                as_of: self.as_of,
                billets: Sealed::Open(self.billets.clone()),
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        member_subject(world, self.person)
    }
}

/// A member's ranking was taken from a marketplace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankingImported {
    /// In which cycle.
    pub cycle: CycleId,
    /// Whose, so whose key seals it.
    pub person: PersonId,
    /// The marketplace.
    pub source: Text,
    /// The day it speaks of.
    pub as_of: Date,
    /// Billets, best first.
    pub billets: Sealed<Vec<BilletId>>,
}

impl Apply for RankingImported {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(cycle) = world.cycles.edit(self.cycle, at) {
            let origin = RankingOrigin::Import { source: self.source.clone(), as_of: self.as_of };
            cycle.ballot.hold(self.person, &self.billets, origin);
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        visit(self.person, &mut self.billets)
    }
}
