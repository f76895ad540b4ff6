//! Lines that were decided on and stay in a slate although today's facts offer neither of their ends: they are no part of
//! what is computed, but what they use of the limits is used up.

use muster_domain::allocation::Line;
use muster_domain::{BilletId, Period, SlateId, World};

use super::Limited;
use super::find::uses_of;
use crate::cost::Roads;
use crate::ground::{Ground, Levers};
use crate::movers;
use crate::openings;
use crate::pair::Pair;

/// What lines outside of a computed slate use of its limits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    used: Vec<(Limited, i64)>,
    /// Members who will join, where no tour says so yet: into which billet, and for how long they count.
    members: Vec<(BilletId, Period)>,
}

impl Beside {
    /// What these lines of a slate use under these levers, by today's facts but for the tours that the slate itself has planned. Of a person
    /// whose record no longer says where they come from, only that they go is known.
    pub(crate) fn of(world: &World, slate: SlateId, levers: &Levers, lines: &[&Line]) -> Self {
        let mut beside = Self::default();
        let Some(mut ground) = Ground::past(world, slate) else { return beside };
        ground.levers = levers.clone();
        let roads = Roads::new(world);
        for line in lines {
            let proposal = &line.proposal;
            let (person, billet) = (&world.people[proposal.person], &world.billets[proposal.billet]);
            let open = openings::open_from(&ground, billet, true).unwrap_or(proposal.report).min(proposal.report);
            if person.service.is_military() && line.tour(world).is_none() {
                beside
                    .members
                    .extend(Period::new(open, Some(proposal.rotation)).ok().map(|held| (proposal.billet, held)));
            }
            let mover = movers::described(&ground, proposal.person, person, movers::last_tour(&ground, person));
            let opening = openings::described(&ground, proposal.billet, billet, open);
            match mover.as_ref().zip(opening.as_ref()) {
                Some((mover, opening)) => beside.used.extend(uses_of(&Pair::new(&ground, mover, opening), &roads)),
                None => beside.used.push((Limited::Service { service: person.service }, 1)),
            }
        }
        beside
    }

    /// What is used of a limit. Members of section 515 are counted with those who serve.
    pub(crate) fn used(&self, limited: &Limited) -> i64 {
        self.used.iter().filter(|(of, _)| of == limited).map(|(_, used)| used).sum()
    }

    /// When members who will join fill a billet.
    pub(crate) fn held(&self, billet: BilletId) -> impl Iterator<Item = Period> + '_ {
        self.members.iter().filter(move |(of, _)| *of == billet).map(|(_, held)| *held)
    }
}
