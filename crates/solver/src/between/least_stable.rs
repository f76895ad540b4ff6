//! The least costly stable matching, exactly: each rotation has a cost, and the lightest closed set of rotations
//! leads to it (Irving, Leather and Gusfield, *An efficient algorithm for the "optimal" stable marriage*, 1987).
//!
//! All stable matchings match the same people (the rural hospitals theorem); whoever is left over is then assigned
//! at least cost to positions left over, by pairs that do not list each other and so block nothing.

use std::ops::ControlFlow;

use super::closure::lightest_closed;
use super::layout::{Layout, NONE, TradeError};
use super::rotations::rotations;
use crate::problem::Problem;
use crate::solve::{Cancelled, Limits, Progress, solve_with};

/// The assignment, person by person.
pub(super) fn least_stable(
    layout: &Layout<'_>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Result<Vec<Option<u32>>, Cancelled>, TradeError> {
    let all = rotations(layout);
    let cost = |person: u32, wish: u32| {
        let pair = layout.pair(person, layout.wishes[wish as usize].position);
        i128::from(pair.expect("acceptable pairs are allowed").cost)
    };
    let weigh = |&(person, from, to): &(u32, u32, u32)| cost(person, to) - cost(person, from);
    let weight: Vec<i128> = all.rotations.iter().map(|rotation| rotation.moves.iter().map(weigh).sum()).collect();
    let taken = lightest_closed(&weight, &all.order);
    let mut position_of = all.person_optimal;
    // Rotations were found in an order that keeps predecessors first, so a later one overwrites an earlier.
    for (rotation, _) in all.rotations.iter().zip(taken).filter(|&(_, taken)| taken) {
        for &(person, _, to) in &rotation.moves {
            position_of[person as usize] = Some(layout.wishes[to as usize].position);
        }
    }
    let mut is_filled = vec![false; layout.problem.positions()];
    position_of.iter().flatten().for_each(|&position| is_filled[position as usize] = true);
    let spare = layout.pairs.iter().filter(|pair| {
        (pair.wish == NONE || pair.ranked == NONE)
            && position_of[pair.person as usize].is_none()
            && !is_filled[pair.position as usize]
    });
    let spare: Vec<_> = spare.map(|pair| (pair.person, pair.position, pair.cost)).collect();
    if spare.is_empty() {
        return Ok(Ok(position_of));
    }
    let rest = Problem::new(spare, layout.problem.unassigned().to_vec(), layout.problem.unfilled().to_vec())?;
    Ok(solve_with(&rest, &Limits::default(), progress).map(|solution| {
        position_of.iter().zip(&solution.position_of).map(|(stable, spare)| stable.or(*spare)).collect()
    }))
}
