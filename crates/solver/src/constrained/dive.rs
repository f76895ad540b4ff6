//! An assignment to start from: couples are given their places a few at a time, those most sure of theirs first, while
//! the multipliers go on climbing with what is fixed; of the relaxed answers met at the end the one nearest to keeping
//! every row is taken.

use super::ascent::{Ascent, Best};
use super::core::{Core, SCALE};
use super::dual::Fixed;
use super::stop::Stop;
use super::walk::steep;
use super::whole::WholeClimb;
use crate::market::NONE;

/// Rounds of the climb between two fixings, and with all couples fixed.
fn rounds(core: &Core) -> (usize, usize) {
    match core.people() {
        ..=2_000 => (6, 100),
        2_001..=10_000 => (6, 40),
        _ => (3, 12),
    }
}

/// Whether couples are so many that they compete with each other.
pub(super) fn many_couples(core: &Core) -> bool {
    core.pairings.len() * 8 >= core.people()
}

/// Rounds of the climb by prices and multipliers together before the first couples are fixed, and between two fixings.
const BEFORE: u32 = 200;
const BETWEEN: u32 = 100;

/// Fixes the couples where they lean, the surest first, a twentieth of those left at a time.
fn fix_leaning(core: &Core, fixed: &mut Fixed, from: &Best, stop: &Stop) -> Best {
    let mut whole = WholeClimb::new(core, from);
    whole.climb(BEFORE, stop);
    let mut left: Vec<usize> = (0..core.pairings.len()).collect();
    while !left.is_empty() && !stop.now() {
        whole.climb(BETWEEN, stop);
        left.sort_by(|&one, &other| whole.leaning(other).1.total_cmp(&whole.leaning(one).1).then(one.cmp(&other)));
        for pairing in left.drain(..left.len().div_ceil(20).max(4).min(left.len())) {
            fix(core, fixed, pairing, whole.leaning(pairing).0);
        }
        whole.confine(fixed);
    }
    whole.climb(BEFORE, stop)
}

/// No couple parted; rows perhaps broken. With the prices of the climb that led to it.
pub(super) fn dive(core: &Core, from: &Best, stop: &Stop) -> (Vec<u32>, Best) {
    let mut ascent = Ascent::new(core);
    ascent.resume(from);
    let mut fixed = Fixed::nothing(core);
    let (between, last) = rounds(core);
    let mut left: Vec<usize> = (0..core.pairings.len()).collect();
    if many_couples(core) {
        ascent.resume(&fix_leaning(core, &mut fixed, from, stop));
        left.clear();
    }
    // Where couples are few they hardly compete with each other.
    let share = if core.pairings.len() * 40 >= core.people() { 3 } else { 2 };
    while !left.is_empty() && !stop.now() {
        // Per couple: where it last stood together, and for how many rounds.
        let mut stood: Vec<(Option<(u32, u32)>, usize)> = vec![(None, 0); core.pairings.len()];
        for _ in 0..between {
            ascent.look(core, &fixed, ascent.fine);
            for &pairing in &left {
                let at = together(core, pairing, &ascent.oracle.edge_of);
                let before = stood[pairing];
                stood[pairing] = if at.is_some() && at == before.0 { (at, before.1 + 1) } else { (at, 1) };
            }
            ascent.step(core, &fixed);
        }
        left.sort_by_key(|&pairing| (stood[pairing].0.is_none(), std::cmp::Reverse(stood[pairing].1), pairing));
        let few = left.len().div_ceil(share).max(4).min(left.len());
        // Seats for those who stand together are there; the others choose a few at a time.
        let now = left.iter().take(few).filter(|&&pairing| stood[pairing].0.is_some()).count();
        let now = if now == 0 { few.min(4) } else { now };
        for pairing in left.drain(..now) {
            let cheapest = || ascent.dual.together(core, &fixed, pairing, &ascent.oracle.price).1;
            let at = stood[pairing].0.or_else(cheapest);
            fix(core, &mut fixed, pairing, at);
        }
        ascent.best.bound = i128::MIN;
    }
    let mut best: Option<(i128, Vec<u32>)> = None;
    for _ in 0..last {
        ascent.look(core, &fixed, ascent.fine);
        let found = united(core, &ascent.oracle.edge_of);
        let score = score(core, &found, &ascent.best.lambda);
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

/// The slots in which a couple stands together in an assignment.
fn together(core: &Core, pairing: usize, edge_of: &[u32]) -> Option<(u32, u32)> {
    let pair = &core.pairings[pairing];
    let (first, second) = (edge_of[pair.first as usize], edge_of[pair.second as usize]);
    (first != NONE && core.agree(pair, first, second)).then(|| (core.slot[first as usize], core.slot[second as usize]))
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

/// Cost, and twice what is worth what lies outside.
fn score(core: &Core, edge_of: &[u32], lambda: &[i64]) -> i128 {
    let outside = core.rows[..core.groups]
        .iter()
        .zip(core.activity(edge_of))
        .zip(steep(core, lambda))
        .map(|((row, activity), steep)| i128::from(row.shortfall(activity)) * i128::from(2 * steep + SCALE));
    i128::from(core.objective(edge_of)) * i128::from(SCALE) + outside.sum::<i128>()
}
