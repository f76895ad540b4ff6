//! Assignments that keep everything: decoded from the bound's prices, repaired and improved by local search.

use super::ascent::Best;
use super::core::{Core, SCALE};
use super::dual::{Dual, Fixed};
use super::local::Local;
use super::oracle::Oracle;
use super::stop::Stop;
use crate::market::NONE;

/// An assignment by edge, and its cost.
#[derive(Debug, Clone)]
pub(super) struct Incumbent {
    pub(super) edge_of: Vec<u32>,
    pub(super) objective: i64,
}

/// One attempt: from a decoded assignment or from the incumbent, at the prices of the best bound.
pub(super) fn attempt(
    core: &Core,
    best: &Best,
    incumbent: Option<&Incumbent>,
    turn: u64,
    stop: &Stop,
) -> Option<Incumbent> {
    if super::capacity::applies(core) {
        let found = super::capacity::improve(core, best, incumbent, turn, stop);
        if found.is_some() || incumbent.is_some() {
            return found;
        }
    }
    let fixed = Fixed::nothing(core);
    let mut local = Local::new(core, &fixed, &best.lambda, &best.price);
    match incumbent {
        Some(incumbent) if turn % 2 == 1 => local.load(&incumbent.edge_of),
        _ => local.load(&decode(core, &fixed, best)),
    }
    local.tolerance = 1_000 * SCALE;
    let mut found: Option<Incumbent> = None;
    for _ in 0..30 {
        let better = local.sweep(stop);
        if local.broken() == 0 {
            let objective = core.objective(&local.edge_of);
            if found.as_ref().is_none_or(|found| objective < found.objective) {
                found = Some(Incumbent { edge_of: local.edge_of.clone(), objective });
            }
            if !better {
                break;
            }
        } else {
            local.insist();
        }
        if stop.now() {
            break;
        }
    }
    found.filter(|found| core.feasible(&found.edge_of))
}

/// An assignment in which no couple is parted: each takes its cheapest choice, and the oracle places the rest.
pub(super) fn decode(core: &Core, fixed: &Fixed, best: &Best) -> Vec<u32> {
    let mut dual = Dual::new(core);
    dual.lambda.clone_from(&best.lambda);
    dual.price(core, fixed);
    let mut own = fixed.clone();
    for (index, pair) in core.pairings.iter().enumerate() {
        let (_, at, _) = dual.together(core, fixed, index, &best.price);
        for (person, slot) in [(pair.first, at.map(|at| at.0)), (pair.second, at.map(|at| at.1))] {
            for edge in core.edges(person) {
                own.banned[edge] |= slot != Some(core.slot[edge]);
            }
            own.must[person as usize] |= slot.is_some();
        }
    }
    dual.price(core, &own);
    let mut oracle = Oracle::new(core);
    oracle.price.copy_from_slice(&best.price);
    dual.instruct(core, &own, &mut oracle);
    oracle.run(core, SCALE, 40 * (core.people() + core.positions()) as u64);
    let mut edge_of = oracle.edge_of;
    for pair in &core.pairings {
        if !core.agree(pair, edge_of[pair.first as usize], edge_of[pair.second as usize]) {
            edge_of[pair.first as usize] = NONE;
            edge_of[pair.second as usize] = NONE;
        }
    }
    edge_of
}
