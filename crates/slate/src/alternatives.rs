//! The next best choice, exactly: what the whole slate would cost if another pair were insisted on. The prices bound
//! that from below, so that only the few pairs that could be best are solved again.

use muster_solver::{Change, Solution, WhatIf};

use crate::limits::Free;

/// A pair and the points by which the whole slate would cost more with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Insisted {
    pub(crate) costs_more: i64,
    pub(crate) person: u32,
    pub(crate) position: u32,
}

/// Whether what would follow from insisting on a pair is admitted.
pub(crate) type Admits<'a> = dyn Fn(&[Change]) -> bool + 'a;

/// The cheapest `count` of these pairs to insist on whose changes are admitted, cheapest first; among equals those of the
/// lower bound.
pub(crate) fn cheapest(
    solution: &Solution,
    what_if: &mut WhatIf<'_>,
    admits: &Admits<'_>,
    pairs: impl Iterator<Item = (u32, u32, i64)>,
    count: usize,
) -> Vec<Insisted> {
    // A pair costs the whole at least its reduced cost more.
    let reduced = |(i, j, cost): (u32, u32, i64)| {
        (cost - solution.person_price[i as usize] - solution.position_price[j as usize], i, j)
    };
    let mut bounded: Vec<(i64, u32, u32)> = pairs.map(reduced).collect();
    bounded.sort_unstable();
    let mut best: Vec<Insisted> = Vec::new();
    for (least, person, position) in bounded {
        if best.len() == count && best.last().is_none_or(|worst| worst.costs_more <= least) {
            break;
        }
        // INVARIANT: every pair given here is one of the problem's.
        let forced = what_if.forced(person, position).expect("the pair is one of the problem's own");
        if !admits(&forced.changes) {
            continue;
        }
        let found = Insisted { costs_more: forced.extra, person, position };
        let place = best.partition_point(|held| held.costs_more <= found.costs_more);
        best.insert(place, found);
        best.truncate(count);
    }
    best
}

/// The best people for a position other than the one who has it.
pub(crate) fn people_for(
    Free { problem, solution, .. }: &Free,
    what_if: &mut WhatIf<'_>,
    admits: &Admits<'_>,
    position: u32,
    count: usize,
) -> Vec<Insisted> {
    let holder = solution.person_of[position as usize];
    let others = problem.people_for(position).filter(|(person, _)| Some(*person) != holder);
    cheapest(solution, what_if, admits, others.map(|(person, cost)| (person, position, cost)), count)
}

/// The best positions for a person other than the one they have.
pub(crate) fn positions_for(
    Free { problem, solution, .. }: &Free,
    what_if: &mut WhatIf<'_>,
    admits: &Admits<'_>,
    person: u32,
    count: usize,
) -> Vec<Insisted> {
    let held = solution.position_of[person as usize];
    let others = problem.positions_for(person).filter(|(position, _)| Some(*position) != held);
    cheapest(solution, what_if, admits, others.map(|(position, cost)| (person, position, cost)), count)
}
