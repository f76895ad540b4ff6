//! An assignment to start from: couples are given their places a few at a time, those most sure of theirs first, while
//! the multipliers go on climbing with what is fixed; of the relaxed answers met at the end the one nearest to keeping
//! every row is taken. Where couples are many, floors over seats become seats first.

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

/// Rounds of the climb by prices and multipliers together before the first couples are fixed.
const BEFORE: u32 = 200;

/// Where couples are many: rounds between two fixings, and whether seats then take the place of floors, and couples
/// choose a second time beside these.
#[derive(Debug, Clone, Copy)]
pub(super) struct Course {
    between: u32,
    seats: bool,
}

/// Two dives that end far from each other: which is the better differs from instance to instance. The first ends near the
/// bound with floors broken, the second further away with hardly any.
pub(super) const COURSES: [Course; 2] = [Course { between: 100, seats: false }, Course { between: 40, seats: true }];

/// Fixings in which seats take the place of all floors.
const FLOOR_STAGES: usize = 5;

/// Fixes the couples where they lean, and the seats that keep the floors.
fn fix_leaning(core: &Core, fixed: &mut Fixed, from: &Best, course: Course, stop: &Stop) -> Best {
    let mut whole = WholeClimb::new(core, from);
    whole.climb(BEFORE, stop);
    fix_couples(core, fixed, &mut whole, course, 20, stop);
    if !course.seats || whole.floors() == 0 {
        return whole.climb(BEFORE, stop);
    }
    let mut seats = Fixed::nothing(core);
    let mut floors: Vec<usize> = (0..whole.floors()).collect();
    while !floors.is_empty() && !stop.now() {
        whole.climb(course.between, stop);
        whole.settle_floors(&mut floors, whole.floors().div_ceil(FLOOR_STAGES), &mut seats);
        fixed.banned.iter_mut().zip(&seats.banned).for_each(|(banned, closed)| *banned |= closed);
        whole.confine(fixed);
    }
    *fixed = seats;
    whole.confine(fixed);
    whole.climb(BEFORE, stop);
    fix_couples(core, fixed, &mut whole, course, 10, stop);
    whole.climb(BEFORE, stop)
}

/// Fixes the couples where they lean, the surest first, one of so many of those left at a time.
fn fix_couples(core: &Core, fixed: &mut Fixed, whole: &mut WholeClimb<'_>, course: Course, of: usize, stop: &Stop) {
    let mut left: Vec<usize> = (0..core.pairings.len()).collect();
    while !left.is_empty() && !stop.now() {
        whole.climb(course.between, stop);
        left.sort_by(|&one, &other| whole.leaning(other).1.total_cmp(&whole.leaning(one).1).then(one.cmp(&other)));
        for pairing in left.drain(..left.len().div_ceil(of).max(4).min(left.len())) {
            fix(core, fixed, pairing, whole.leaning(pairing).0);
        }
        whole.confine(fixed);
    }
}

/// No couple parted; rows perhaps broken. With the prices of the climb that led to it.
pub(super) fn dive(core: &Core, from: &Best, course: Course, stop: &Stop) -> (Vec<u32>, Best) {
    let mut ascent = Ascent::new(core);
    ascent.resume(from);
    let mut fixed = Fixed::nothing(core);
    let (between, last) = rounds(core);
    let mut left: Vec<usize> = (0..core.pairings.len()).collect();
    if many_couples(core) {
        ascent.resume(&fix_leaning(core, &mut fixed, from, course, stop));
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
