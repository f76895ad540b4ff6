//! What more room within the limits would give one opening or one person: exactly, by solving again with what the limits
//! close to it open.

use muster_domain::{BilletId, PersonId};
use muster_solver::{Edit, Session, WhatIf};
use serde::Serialize;

use super::{LimitUse, after, chosen, lines, refused, solved};
use crate::alternatives::cheapest;
use crate::compute::ComputedSlate;
use crate::ground::SlateError;

/// A limit that would have to give more.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct RoomNeeded {
    /// The limit as it is used.
    pub limit: LimitUse,
    /// How much it would have to allow.
    pub needed: i64,
}

/// The smallest relaxation of limits by which an opening would be filled, or a person assigned.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Room {
    /// The limits that would have to give more, each by how much. None where what is left of them is enough: then it costs
    /// more, or it costs less by no more than the slate's gap.
    pub limits: Vec<RoomNeeded>,
    /// Points by which the whole slate would cost more; less than nothing: it would cost less.
    pub costs_more: i64,
}

impl ComputedSlate {
    /// What room would fill an opening. `None` where the limits close it to nobody.
    ///
    /// # Errors
    /// An answer does not pass its verification.
    pub fn room_for(&self, billet: BilletId) -> Result<Option<Room>, SlateError> {
        let Some(position) = self.place_of(billet) else { return Ok(None) };
        let people = self.free().problem.people_for(position);
        self.room(people.map(|(person, cost)| (person, position, cost)))
    }

    /// What room would give a person an assignment. `None` where the limits close nothing to them.
    ///
    /// # Errors
    /// An answer does not pass its verification.
    pub fn room_of(&self, person: PersonId) -> Result<Option<Room>, SlateError> {
        let Some(person) = self.place_of_person(person) else { return Ok(None) };
        let positions = self.free().problem.positions_for(person);
        self.room(positions.map(|(position, cost)| (person, position, cost)))
    }

    /// The pairs share one end, so that a slate with one of them holds no other.
    fn room(&self, pairs: impl Iterator<Item = (u32, u32, i64)>) -> Result<Option<Room>, SlateError> {
        let (limits, within) = self.binding();
        let (open, outside) = (self.open(), self.outside());
        let outer = |person, position| outside.iter().any(|(i, j)| *i == person || *j == position);
        let closed: Vec<(u32, u32, i64)> = pairs
            .filter(|(i, j, _)| within.shares.closing(limits, *i, *j).next().is_some() && !outer(*i, *j))
            .filter(|(i, _, _)| !within.shares.is_coupled(*i))
            .collect();
        if closed.is_empty() {
            return Ok(None);
        }
        let mut session = Session::resume(open.problem.clone(), open.solution.clone())?;
        for (person, position, cost) in &closed {
            session.edit(&Edit::Allow { person: *person, position: *position, cost: *cost }).map_err(refused)?;
        }
        solved(&mut session)?;
        let mut what_if = WhatIf::new(session.problem(), session.solution())?;
        let found = cheapest(session.solution(), &mut what_if, &|_| true, closed.into_iter(), 1);
        let Some(found) = found.first() else { return Ok(None) };
        let forced = what_if.forced(found.person, found.position).expect("an allowed pair");
        let choice = after(&chosen(session.solution(), &outside), &forced.changes);
        let needed = limits.limits.iter().zip(self.limits()).filter_map(|(limit, used)| {
            let needed = limit.used(lines(&choice));
            (needed > limit.most).then(|| RoomNeeded { limit: used.clone(), needed })
        });
        let costs_more = session.certificate().objective() + found.costs_more - open.proof.objective();
        Ok(Some(Room { limits: needed.collect(), costs_more }))
    }

    /// The other half of a couple whose two places were decided together, by place.
    fn other_half(&self, person: u32) -> Option<u32> {
        let (limits, within) = self.binding();
        let both = limits.couples.pairs.iter().find(|(one, other)| *one == person || *other == person)?;
        within.shares.is_coupled(person).then_some(if both.0 == person { both.1 } else { both.0 })
    }

    /// Whether a person's place was decided together with the other half of their couple.
    pub fn is_coupled(&self, person: PersonId) -> bool {
        self.place_of_person(person).is_some_and(|place| self.other_half(place).is_some())
    }

    /// Points by which the whole slate would cost less if a couple bid each alone, with what the limits leave open to each
    /// of the two. `None` where the person's place was not decided together with another's.
    ///
    /// # Errors
    /// An answer does not pass its verification.
    pub fn cost_of_together(&self, person: PersonId) -> Result<Option<i64>, SlateError> {
        let (limits, within) = self.binding();
        let Some(person) = self.place_of_person(person) else { return Ok(None) };
        let Some(other) = self.other_half(person) else { return Ok(None) };
        let mut alone = within.clone();
        alone.held.retain(|(held, _)| *held != person && *held != other);
        alone.shares.uncouple(&[person, other]);
        let mut session = Session::resume(self.open().problem.clone(), self.open().solution.clone())?;
        session.replace(limits.restricted(&self.free().problem, &alone)?).map_err(refused)?;
        solved(&mut session)?;
        let cost = |(person, position): &(u32, u32)| self.free().problem.cost(*person, *position).unwrap_or(0);
        let held: i64 = alone.held.iter().map(cost).sum();
        let before = self.open().proof.objective() + within.held_cost;
        Ok(Some(before - session.certificate().objective() - held))
    }
}
