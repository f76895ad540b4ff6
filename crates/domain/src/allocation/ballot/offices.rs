//! An office ranks the eligible candidates for one of its openings, ties allowed. Who is eligible the desk attaches as it
//! decides; the event then holds everybody eligible with a sealed rank, so that the record alone tells no choice.

use serde::{Deserialize, Serialize};

use super::OfficeRanking;
use crate::allocation::cycle::open_cycle;
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{AccountId, BilletId, CycleId, Date, PersonId, Position, Sealed};
use crate::world::World;

/// Ranks the eligible candidates for an opening; a later order replaces an earlier one.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RankCandidates {
    /// In which cycle.
    pub cycle: CycleId,
    /// For which opening.
    pub billet: BilletId,
    /// Candidates, best first; those in one tier tie. Whoever is left out comes after, by points. Kept sealed under each
    /// person's key.
    pub tiers: Vec<Vec<PersonId>>,
    /// Everybody eligible for the opening; attached by the desk, never read from outside.
    #[serde(skip)]
    pub eligible: Option<Vec<PersonId>>,
}

/// The same is asked, whatever was attached.
impl PartialEq for RankCandidates {
    fn eq(&self, other: &Self) -> bool {
        (self.cycle, self.billet, &self.tiers) == (other.cycle, other.billet, &other.tiers)
    }
}

impl Decide for RankCandidates {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = open_cycle(world, self.cycle)?;
        let Some(billet) = world.billets.get(self.billet) else {
            return Err(refuse("no-billet", format!("There is no billet {}.", self.billet), "Check the id."));
        };
        let Some(terms) = cycle.ballot.terms() else {
            return Err(refuse(
                "no-ballot",
                format!("Cycle {} `{}` has no ballot here.", self.cycle, cycle.name),
                "Ask headquarters to give it one.",
            ));
        };
        if terms.offices_until < context.today {
            return Err(refuse(
                "ballot-closed",
                format!("Offices ranked in `{}` until {}.", cycle.name, terms.offices_until),
                "What was ranked by then counts.",
            ));
        }
        let Some(eligible) = &self.eligible else {
            return Err(refuse(
                "no-opening",
                format!("Billet {} is no opening of `{}`.", billet.number, cycle.name),
                "Rank candidates for openings of this cycle.",
            ));
        };
        let mut seen = std::collections::BTreeSet::new();
        for person in self.tiers.iter().flatten() {
            // Whoever is no candidate is not told apart from whoever does not exist.
            if eligible.binary_search(person).is_err() {
                return Err(refuse(
                    "not-eligible",
                    format!("{person} is no eligible candidate for billet {}.", billet.number),
                    "Rank only those the list of candidates shows.",
                ));
            }
            if !seen.insert(*person) {
                return Err(refuse(
                    "ranked-twice",
                    format!("{person} is ranked twice for billet {}.", billet.number),
                    "Rank each candidate once.",
                ));
            }
        }
        let tiers: Vec<&Vec<PersonId>> = self.tiers.iter().filter(|tier| !tier.is_empty()).collect();
        let held = cycle.ballot.own_candidates(self.billet);
        if held.map_or(tiers.is_empty(), |held| held.tiers.iter().eq(tiers.iter().copied())) {
            return Ok(Vec::new());
        }
        let rank = |person: &PersonId| {
            let tier = tiers.iter().position(|tier| tier.contains(person));
            tier.map_or(0, |tier| u32::try_from(tier + 1).unwrap_or(u32::MAX))
        };
        let ranks =
            eligible.iter().map(|person| CandidateRank { person: *person, rank: Sealed::Open(rank(person)) }).collect();
        Ok(vec![
            CandidatesRanked { cycle: self.cycle, billet: self.billet, by: context.actor, on: context.today, ranks }
                .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        let day = world.cycles.get(self.cycle).map(|cycle| cycle.window.from());
        let office = day.zip(world.billets.get(self.billet)).map(|(day, billet)| billet.terms_near(day).office);
        Subject { offices: office.into_iter().collect(), ..Subject::default() }
    }
}

/// One eligible candidate and where the office puts them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateRank {
    /// Who, so whose key seals the rank.
    pub person: PersonId,
    /// The tier, 1 best; 0 where the office did not rank them.
    pub rank: Sealed<u32>,
}

/// An office ranked the candidates for an opening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidatesRanked {
    /// In which cycle.
    pub cycle: CycleId,
    /// For which opening.
    pub billet: BilletId,
    /// Who ranked.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
    /// Everybody who was eligible.
    pub ranks: Vec<CandidateRank>,
}

impl Apply for CandidatesRanked {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(cycle) = world.cycles.edit(self.cycle, at) {
            let mut ranked: std::collections::BTreeMap<u32, Vec<PersonId>> = std::collections::BTreeMap::new();
            for CandidateRank { person, rank } in &self.ranks {
                if let Some(rank) = rank.open().filter(|rank| **rank > 0) {
                    ranked.entry(*rank).or_default().push(*person);
                }
            }
            let ranking = OfficeRanking { tiers: ranked.into_values().collect(), by: self.by, on: self.on };
            cycle.ballot.offices.insert(self.billet, ranking);
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        self.ranks.iter_mut().try_for_each(|ranked| visit(ranked.person, &mut ranked.rank))
    }
}
