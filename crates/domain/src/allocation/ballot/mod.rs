//! The ballot of a cycle: who ranks on it and until when, what members and offices ranked, which members bid together.
//!
//! What was ranked is sealed until its deadline. The maps are private to this folder: outside, a ranking is had either as
//! the owner's own, or as one that counts on a day, which it does from the day after its deadline. So nothing outside can
//! use a sealed ranking by mistake. Never here: eligibility, which the engine of slates knows.

mod couples;
mod favourites;
mod import;
mod offices;
mod rank;
mod terms;

use serde::{Deserialize, Serialize};

use crate::kernel::{AccountId, BilletId, CycleId, Date, PersonId, Position, Sealed, Service, Text};
use crate::workforce::FillMode;
use crate::world::World;

pub use couples::{CoupleDeclared, DeclareCouple};
pub use favourites::{FavouritesKept, KeepFavourites};
pub use import::{ImportRanking, RankingImported};
pub use offices::{CandidateRank, CandidatesRanked, RankCandidates};
pub use rank::{PreferencesSubmitted, SubmitPreferences, first_preferences};
pub use terms::{BallotSet, SetBallot};

/// Who ranks on Muster's own ballot, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotTerms {
    /// The last day on which members may rank and change what they ranked.
    pub members_until: Date,
    /// The last day on which offices may rank their eligible candidates.
    pub offices_until: Date,
    /// Whether civilians rank here.
    pub civilians: bool,
    /// The military services whose members rank here instead of in a marketplace of their own.
    pub services: Vec<Service>,
    /// Whether members of every service may rank billets filled by nominative boards here.
    pub boards: bool,
}

impl BallotTerms {
    /// Whether everybody of the service ranks here. Members of other services rank at most billets of boards.
    pub fn takes_part(&self, service: Service) -> bool {
        (service == Service::Civilian && self.civilians) || self.services.contains(&service)
    }
}

/// Where a member's ranking comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RankingOrigin {
    /// The member's own ballot here.
    Ballot,
    /// A service's own marketplace.
    Import {
        /// The marketplace.
        source: Text,
        /// The day its file speaks of.
        as_of: Date,
    },
}

/// A member's ranked billets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// Billets, best first.
    pub billets: Vec<BilletId>,
    /// Where it comes from.
    pub origin: RankingOrigin,
}

/// An office's order of the candidates for one billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeRanking {
    /// The candidates, best first; people in one tier tie.
    pub tiers: Vec<Vec<PersonId>>,
    /// Who ranked last; the installation itself where absent.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
}

/// The ballot of a cycle. One without terms holds only what services' marketplaces say, which counts at once.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ballot {
    terms: Option<BallotTerms>,
    members: imbl::OrdMap<PersonId, Ranking>,
    offices: imbl::OrdMap<BilletId, OfficeRanking>,
    favourites: imbl::OrdMap<PersonId, Vec<BilletId>>,
    /// The number of the person each member says they bid with.
    partners: imbl::OrdMap<PersonId, Text>,
}

impl Ballot {
    /// Holds what a member ranked, in place of what they ranked before; nothing once their key is gone.
    fn hold(&mut self, person: PersonId, billets: &Sealed<Vec<BilletId>>, origin: RankingOrigin) {
        match billets.open() {
            Some(billets) => {
                self.members.insert(person, Ranking { billets: billets.clone(), origin });
            }
            None => {
                self.members.remove(&person);
            }
        }
    }

    /// Who ranks here and until when, if anybody does.
    pub fn terms(&self) -> Option<&BallotTerms> {
        self.terms.as_ref()
    }

    /// Whether members' rankings count on this day: there is no ballot, or its deadline has passed.
    pub fn members_count(&self, day: Date) -> bool {
        self.terms.as_ref().is_none_or(|terms| terms.members_until < day)
    }

    /// Whether offices' rankings count on this day.
    pub fn offices_count(&self, day: Date) -> bool {
        self.terms.as_ref().is_none_or(|terms| terms.offices_until < day)
    }

    /// The billets a member ranked, best first, as far as they count on this day; empty where they do not or there are
    /// none.
    pub fn ranked(&self, person: PersonId, day: Date) -> &[BilletId] {
        let counting = self.members.get(&person).filter(|_| self.members_count(day));
        counting.map_or(&[], |ranking| &ranking.billets)
    }

    /// The candidates an office ranked for a billet, best first, people in one tier tying, as far as they count on this
    /// day.
    pub fn candidates(&self, billet: BilletId, day: Date) -> &[Vec<PersonId>] {
        let counting = self.offices.get(&billet).filter(|_| self.offices_count(day));
        counting.map_or(&[], |ranking| &ranking.tiers)
    }

    /// What a member ranked, whether or not it counts yet: for that member alone.
    pub fn own_ranking(&self, person: PersonId) -> Option<&Ranking> {
        self.members.get(&person)
    }

    /// A member's shortlist: for that member alone, for ever.
    pub fn own_favourites(&self, person: PersonId) -> &[BilletId] {
        self.favourites.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The number of the person a member says they bid with: for that member alone.
    pub fn own_partner(&self, person: PersonId) -> Option<&Text> {
        self.partners.get(&person)
    }

    /// What an office ranked for a billet, whether or not it counts yet: for those who rank for that office alone.
    pub fn own_candidates(&self, billet: BilletId) -> Option<&OfficeRanking> {
        self.offices.get(&billet)
    }

    /// How many members have ranked at least one billet, here or in a marketplace. A number tells nobody's wishes.
    pub fn members_ranked(&self) -> usize {
        self.members.values().filter(|ranking| !ranking.billets.is_empty()).count()
    }

    /// How many of them ranked on this ballot itself.
    pub fn submitted(&self) -> usize {
        let own = |ranking: &&Ranking| ranking.origin == RankingOrigin::Ballot && !ranking.billets.is_empty();
        self.members.values().filter(own).count()
    }

    /// For how many billets an office ranked candidates.
    pub fn offices_ranked(&self) -> usize {
        self.offices.values().filter(|ranking| !ranking.tiers.is_empty()).count()
    }

    /// The other half of a couple: the person whose number this member gave, where that one gave this member's. Known to
    /// the two at once; to a slate once rankings count.
    pub fn partner(&self, world: &World, person: PersonId) -> Option<PersonId> {
        let other = *world.keys.person.get(self.partners.get(&person)?)?;
        let own = &world.people.get(person)?.number;
        (other != person && self.partners.get(&other) == Some(own)).then_some(other)
    }

    /// Every couple whose wishes count on this day, once, the lower id first.
    pub fn couples(&self, world: &World, day: Date) -> Vec<(PersonId, PersonId)> {
        if !self.members_count(day) {
            return Vec::new();
        }
        let both = |person: &PersonId| self.partner(world, *person).map(|other| (*person, other));
        self.partners.keys().filter_map(both).filter(|(one, other)| one < other).collect()
    }

    fn tells_of(&self, person: PersonId) -> bool {
        self.members.contains_key(&person)
            || self.favourites.contains_key(&person)
            || self.partners.contains_key(&person)
            || self.offices.values().any(|ranking| ranking.tiers.iter().flatten().any(|ranked| *ranked == person))
    }
}

/// Whether a billet is filled by a nominative board in a cycle that begins on this day.
fn by_board(world: &World, billet: BilletId, day: Date) -> bool {
    world.billets.get(billet).is_some_and(|billet| billet.terms_near(day).fill_mode == FillMode::NominativeBoard)
}

/// Forgets what an erased person's key sealed on every ballot.
pub(crate) fn forget(world: &mut World, person: PersonId, at: Position) {
    let telling: Vec<CycleId> =
        world.cycles.iter().filter(|(_, cycle)| cycle.ballot.tells_of(person)).map(|(id, _)| id).collect();
    for id in telling {
        let Some(cycle) = world.cycles.edit(id, at) else { continue };
        let ballot = &mut cycle.ballot;
        ballot.members.remove(&person);
        ballot.favourites.remove(&person);
        ballot.partners.remove(&person);
        let named = |ranking: &OfficeRanking| ranking.tiers.iter().flatten().any(|ranked| *ranked == person);
        let billets: Vec<BilletId> =
            ballot.offices.iter().filter(|(_, ranking)| named(ranking)).map(|(billet, _)| *billet).collect();
        for billet in billets {
            if let Some(ranking) = ballot.offices.get_mut(&billet) {
                ranking.tiers.iter_mut().for_each(|tier| tier.retain(|ranked| *ranked != person));
                ranking.tiers.retain(|tier| !tier.is_empty());
            }
        }
    }
}
