//! Couples of the ballot in a slate: the two go to one post or to posts between which one commutes, or neither moves.
//!
//! Whoever's other half is locked into a billet may stay, or go where one commutes to it.

use std::collections::BTreeSet;

use muster_domain::PostId;
use muster_domain::policy::Lever;

use super::Choice;
use crate::pairs::Field;

/// The couples of one slate, by places.
#[derive(Debug, Clone, Default)]
pub(crate) struct Couples {
    /// The two, the lower place first.
    pub(crate) pairs: Vec<(u32, u32)>,
    /// A mover, and the opening that the other half is locked into.
    pub(crate) tied: Vec<(u32, u32)>,
    /// The post of each opening; empty without couples.
    pub(crate) place_of: Vec<u32>,
    /// Posts between which one commutes, the lower first.
    pub(crate) commuting: BTreeSet<(u32, u32)>,
}

/// Every couple of the ballot of whom both are movers, by their places.
pub(crate) fn bidding(field: &Field<'_>) -> Vec<(u32, u32)> {
    let Some(ballot) = field.ground.ballot() else { return Vec::new() };
    let place = |person| field.movers.binary_search_by_key(&person, |facts| facts.mover.person).ok();
    let both = |(one, other)| Some((place(one)? as u32, place(other)? as u32));
    ballot.couples(field.ground.world, field.ground.today).into_iter().filter_map(both).collect()
}

/// Whether one commutes between two posts.
pub(crate) fn commutes(field: &Field<'_>, here: PostId, there: PostId) -> bool {
    let posts = &field.ground.world.posts;
    let most = field.ground.levers.value(Lever::CommutingKm);
    here == there || i64::from(posts[here].distance_km(&posts[there])) <= most
}

impl Couples {
    pub(crate) fn of(field: &Field<'_>, locked: &[(u32, u32)]) -> Self {
        let mut couples = Self::default();
        let held = |person: u32| locked.iter().find(|(held, _)| *held == person).map(|(_, position)| *position);
        for (one, other) in bidding(field) {
            match (held(one), held(other)) {
                (None, None) => couples.pairs.push((one, other)),
                (Some(position), None) => couples.tied.push((other, position)),
                (None, Some(position)) => couples.tied.push((one, position)),
                (Some(_), Some(_)) => {}
            }
        }
        if couples.is_empty() {
            return couples;
        }
        couples.place_of = field.openings.iter().map(|facts| facts.terms.place.0).collect();
        let places: BTreeSet<u32> = couples.place_of.iter().copied().collect();
        for here in &places {
            let further = places.range(here + 1..).filter(|there| commutes(field, PostId(*here), PostId(**there)));
            couples.commuting.extend(further.map(|there| (*here, *there)));
        }
        couples
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.pairs.is_empty() && self.tied.is_empty()
    }

    /// Whether who goes into one of these openings commutes with who goes into the other.
    pub(crate) fn together(&self, one: u32, other: u32) -> bool {
        let (one, other) = (self.place_of[one as usize], self.place_of[other as usize]);
        one == other || self.commuting.contains(&(one.min(other), one.max(other)))
    }

    /// Whether a mover whose other half is locked into a billet may go into this opening.
    pub(crate) fn ties(&self, person: u32, position: u32) -> bool {
        let tied = self.tied.iter().filter(|(tied, _)| *tied == person);
        tied.into_iter().all(|(_, locked)| self.together(position, *locked))
    }

    /// How many couples, of whom neither is locked, a choice does not keep together.
    pub(crate) fn apart(&self, choice: &Choice) -> usize {
        let kept = |(one, other): &(u32, u32)| match (choice[*one as usize], choice[*other as usize]) {
            (None, None) => true,
            (Some(one), Some(other)) => self.together(one, other),
            _ => false,
        };
        self.pairs.iter().filter(|couple| !kept(couple)).count()
    }

    /// Whether a choice keeps every couple together.
    pub(crate) fn are_kept(&self, choice: &Choice) -> bool {
        let tied = |(person, _): &(u32, u32)| choice[*person as usize].is_none_or(|at| self.ties(*person, at));
        self.apart(choice) == 0 && self.tied.iter().all(tied)
    }
}
