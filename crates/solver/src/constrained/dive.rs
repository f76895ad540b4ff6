//! An assignment to start from: couples are given their places a few at a time, those most sure of theirs first, while
//! the multipliers go on climbing with what is fixed; of the relaxed answers met at the end the one nearest to keeping
//! every row is taken.

use super::ascent::{Ascent, Best};
use super::core::{Core, SCALE};
use super::dual::Fixed;
use super::stop::Stop;
use crate::market::NONE;

/// Rounds of the climb between two fixings, and with all couples fixed.
fn rounds(core: &Core) -> (usize, usize) {
    if core.target.len() > 400_000 { (4, 16) } else { (8, 40) }
}

/// Shares of the couples fixed at a time: one in this many of those left.
const SHARE: usize = 3;

/// No couple parted; rows perhaps broken. With the prices of the climb that led to it.
pub(super) fn dive(core: &Core, from: &Best, stop: &Stop) -> (Vec<u32>, Best) {
    let mut ascent = Ascent::new(core);
    ascent.resume(from);
    let mut fixed = Fixed::nothing(core);
    let (between, last) = rounds(core);
    let mut left: Vec<usize> = (0..core.pairings.len()).collect();
    while !left.is_empty() && !stop.now() {
        let mut said: Vec<Vec<Option<(u32, u32)>>> = vec![Vec::new(); core.pairings.len()];
        for _ in 0..between {
            ascent.look(core, &fixed, ascent.fine);
            for &pairing in &left {
                said[pairing].push(ascent.dual.together(core, &fixed, pairing, &ascent.oracle.price).1);
            }
            ascent.step(core, &fixed);
        }
        // How often a couple said what it said last.
        let sure = |pairing: usize| {
            let last = said[pairing].last();
            said[pairing].iter().filter(|&at| Some(at) == last).count()
        };
        left.sort_by_key(|&pairing| (std::cmp::Reverse(sure(pairing)), pairing));
        let now = if left.len() <= 12 { left.len() } else { left.len().div_ceil(SHARE) };
        for pairing in left.drain(..now) {
            fix(core, &mut fixed, pairing, said[pairing].last().copied().flatten());
        }
        ascent.best.bound = i128::MIN;
    }
    let mut best: Option<(i128, Vec<u32>)> = None;
    for _ in 0..last {
        ascent.look(core, &fixed, ascent.fine);
        let found = united(core, &ascent.oracle.edge_of);
        let score = score(core, &found, &ascent.dual.lambda);
        if best.as_ref().is_none_or(|best| score < best.0) {
            best = Some((score, found));
        }
        ascent.step(core, &fixed);
        if stop.now() {
            break;
        }
    }
    (best.map_or_else(|| vec![NONE; core.people()], |best| best.1), ascent.best)
}

/// Confines a couple to the places that it chose, or to staying out.
fn fix(core: &Core, fixed: &mut Fixed, pairing: usize, at: Option<(u32, u32)>) {
    let pair = &core.pairings[pairing];
    for (person, slot) in [(pair.first, at.map(|at| at.0)), (pair.second, at.map(|at| at.1))] {
        for edge in core.edges(person) {
            fixed.banned[edge] |= slot != Some(core.slot[edge]);
        }
    }
}

/// The assignment with couples that it parts left out.
fn united(core: &Core, edge_of: &[u32]) -> Vec<u32> {
    let mut edge_of = edge_of.to_vec();
    for pair in &core.pairings {
        if !core.agree(pair, edge_of[pair.first as usize], edge_of[pair.second as usize]) {
            edge_of[pair.first as usize] = NONE;
            edge_of[pair.second as usize] = NONE;
        }
    }
    edge_of
}

/// Cost, and twice the multiplier for all that lies outside.
fn score(core: &Core, edge_of: &[u32], lambda: &[i64]) -> i128 {
    let outside = core.rows[..core.groups].iter().zip(core.activity(edge_of)).zip(lambda).map(|((row, activity), lambda)| {
        i128::from(row.violation(activity)) * i128::from(2 * lambda.abs() + SCALE)
    });
    i128::from(core.objective(edge_of)) * i128::from(SCALE) + outside.sum::<i128>()
}
