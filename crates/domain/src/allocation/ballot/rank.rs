//! A member ranks billets on the own ballot: nobody else does it for them, and nobody reads it before the deadline.

use serde::{Deserialize, Serialize};

use super::{RankingOrigin, by_board};
use crate::access::Role;
use crate::allocation::Cycle;
use crate::allocation::cycle::open_cycle;
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{BilletId, CycleId, PersonId, Position, Sealed};
use crate::policy::Lever;
use crate::world::World;

/// Submits a member's ranked billets; a later list replaces an earlier one, an empty one withdraws it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitPreferences {
    /// In which cycle.
    pub cycle: CycleId,
    /// Whose.
    pub person: PersonId,
    /// Billets, best first; at most as many as the lever `most_ranked` says. Kept sealed under the person's key.
    pub billets: Vec<BilletId>,
}

impl Decide for SubmitPreferences {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = bidding(world, self.cycle, self.person, context)?;
        within(world, cycle, &self.billets)?;
        let most = world.lever(Lever::MostRanked, context.today);
        if self.billets.len() as i64 > most {
            return Err(refuse(
                "too-many-ranked",
                format!("{} billets are ranked.", self.billets.len()),
                format!("Rank at most {most}."),
            ));
        }
        let service = world.people[self.person].service;
        let takes_part = cycle.ballot.terms().is_some_and(|terms| terms.takes_part(service));
        let elsewhere = |billet: &&BilletId| !by_board(world, **billet, cycle.window.from());
        if let Some(billet) = self.billets.iter().find(elsewhere).filter(|_| !takes_part) {
            return Err(refuse(
                "ballot-elsewhere",
                format!(
                    "Members of {} rank billet {} in their service's own marketplace.",
                    service.title(),
                    world.billets[*billet].number
                ),
                "Rank only billets filled by nominative boards here; your service's list comes by import.",
            ));
        }
        let held = cycle.ballot.own_ranking(self.person);
        if held.map_or(self.billets.is_empty(), |held| {
            held.origin == RankingOrigin::Ballot && held.billets == self.billets
        }) {
            return Ok(Vec::new());
        }
        let billets = Sealed::Open(self.billets.clone());
        Ok(vec![PreferencesSubmitted { cycle: self.cycle, person: self.person, billets }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        member_subject(world, self.person)
    }
}

/// What a command about a member's own ballot acts on: the member.
pub(super) fn member_subject(world: &World, person: PersonId) -> Subject {
    Subject { person: Some(person), service: world.people.get(person).map(|p| p.service), ..Subject::default() }
}

/// The open cycle on whose ballot a member may act today: it has one, its deadline has not passed, members of their
/// service or for boards rank on it, and the actor is the member (or the installation itself).
pub(super) fn bidding<'w>(
    world: &'w World,
    id: CycleId,
    person: PersonId,
    context: &Context,
) -> Result<&'w Cycle, Refusal> {
    let cycle = open_cycle(world, id)?;
    let Some(member) = world.people.get(person) else {
        return Err(refuse("no-person", format!("There is no person {person}."), "Check the id."));
    };
    if let Some(account) = context.actor {
        let mut grants = world.grants(account, context.today);
        if !grants.any(|grant| grant.role == Role::Member && grant.person == Some(person)) {
            return Err(refuse(
                "not-own-ballot",
                "A ballot is the member's own: nobody ranks for another.",
                "Let the member sign in, or import the ranking of the service's marketplace.",
            ));
        }
    }
    let Some(terms) = cycle.ballot.terms() else {
        return Err(refuse(
            "no-ballot",
            format!("Cycle {id} `{}` has no ballot here.", cycle.name),
            "Rank in the service's own marketplace; its list comes by import.",
        ));
    };
    if terms.members_until < context.today {
        return Err(refuse(
            "ballot-closed",
            format!("The ballot of `{}` closed on {}.", cycle.name, terms.members_until),
            "What was submitted by then counts.",
        ));
    }
    if !terms.takes_part(member.service) && !terms.boards {
        return Err(refuse(
            "ballot-elsewhere",
            format!("Members of {} do not rank on this ballot.", member.service.title()),
            "Rank in the service's own marketplace; its list comes by import.",
        ));
    }
    Ok(cycle)
}

/// Every billet exists, once, in the scope of the cycle.
pub(super) fn within(world: &World, cycle: &Cycle, billets: &[BilletId]) -> Result<(), Refusal> {
    for (i, id) in billets.iter().enumerate() {
        let billet = world
            .billets
            .get(*id)
            .ok_or_else(|| refuse("no-billet", format!("There is no billet {id}."), "Check the id."))?;
        if billets[..i].contains(id) {
            return Err(refuse(
                "ranked-twice",
                format!("Billet {} is ranked twice.", billet.number),
                "Rank each billet once.",
            ));
        }
        if !cycle.includes(world, billet.terms_near(cycle.window.from()).office) {
            return Err(refuse(
                "outside-cycle",
                format!("Billet {} is not in the scope of {}.", billet.number, cycle.name),
                "Rank billets of this cycle.",
            ));
        }
    }
    Ok(())
}

/// A member's ranked billets were submitted. Whoever holds the journal's bytes can tell from the ciphertext's length how
/// many, not which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferencesSubmitted {
    /// In which cycle.
    pub cycle: CycleId,
    /// Whose, so whose key seals it.
    pub person: PersonId,
    /// Billets, best first.
    pub billets: Sealed<Vec<BilletId>>,
}

impl Apply for PreferencesSubmitted {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(cycle) = world.cycles.edit(self.cycle, at) {
            cycle.ballot.hold(self.person, &self.billets, RankingOrigin::Ballot);
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        visit(self.person, &mut self.billets)
    }
}

/// Reads version 1 of `preferences_submitted`, which held the billets in the open.
///
/// # Errors
/// The body is not one.
pub fn first_preferences(body: &str) -> Result<PreferencesSubmitted, serde_json::Error> {
    #[derive(Deserialize)]
    struct First {
        cycle: CycleId,
        person: PersonId,
        billets: Vec<BilletId>,
    }
    let First { cycle, person, billets } = serde_json::from_str(body)?;
    Ok(PreferencesSubmitted { cycle, person, billets: Sealed::Open(billets) })
}
