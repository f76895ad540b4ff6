//! Whose share of a limit is how large: what closes pairs to a slate.

use std::collections::{BTreeSet, HashMap};

use muster_solver::Problem;

use super::{Choice, Limits, lines};

/// Whose share of each limit is how large, where a limit closes what goes beyond.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shares {
    /// Of each limit that closes: its place, and the share of each person or opening that has one.
    limits: Vec<(usize, HashMap<u32, i64>)>,
    /// People whose couple was decided: nothing is open to them.
    coupled: BTreeSet<u32>,
}

impl Shares {
    pub(super) fn of(limits: &Limits, closing: &BTreeSet<usize>, chosen: &Choice) -> Self {
        let shares = |index: &usize| {
            let limit = &limits.limits[*index];
            let mut shares: HashMap<u32, i64> = HashMap::new();
            for (person, position) in lines(chosen) {
                let weight = limit.weight(person, position);
                if weight > 0 {
                    *shares.entry(limit.sharer(person, position)).or_default() += weight;
                }
            }
            (*index, shares)
        };
        let coupled = limits.couples.pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
        Self { limits: closing.iter().map(shares).collect(), coupled }
    }

    /// The pairs of an instance that would use more than their share, by rising person, then opening.
    pub(super) fn closed(&self, limits: &Limits, problem: &Problem) -> Vec<(u32, u32)> {
        let mut closed = Vec::new();
        for (index, shares) in &self.limits {
            let limit = &limits.limits[*index];
            let share = |person, position| shares.get(&limit.sharer(person, position)).copied().unwrap_or(0);
            let beyond = limit.weighted(problem).into_iter().filter(|(i, j, weight)| *weight > share(*i, *j));
            closed.extend(beyond.map(|(person, position, _)| (person, position)));
        }
        closed.sort_unstable();
        closed.dedup();
        closed
    }

    /// Whether nothing closes the pair.
    pub(crate) fn open(&self, limits: &Limits, person: u32, position: u32) -> bool {
        !self.coupled.contains(&person)
            && limits.couples.ties(person, position)
            && self.closing(limits, person, position).next().is_none()
    }

    /// The limits, by place, of which the pair would use more than its share.
    pub(crate) fn closing<'a>(
        &'a self,
        limits: &'a Limits,
        person: u32,
        position: u32,
    ) -> impl Iterator<Item = usize> + 'a {
        let beyond = move |(index, shares): &&(usize, HashMap<u32, i64>)| {
            let limit = &limits.limits[*index];
            let weight = limit.weight(person, position);
            weight > 0 && weight > shares.get(&limit.sharer(person, position)).copied().unwrap_or(0)
        };
        self.limits.iter().filter(beyond).map(|(index, _)| *index)
    }

    /// As if these people bid each alone.
    pub(crate) fn uncouple(&mut self, people: &[u32]) {
        self.coupled.retain(|person| !people.contains(person));
    }

    /// Whether the person's couple was decided together.
    pub(crate) fn is_coupled(&self, person: u32) -> bool {
        self.coupled.contains(&person)
    }
}
