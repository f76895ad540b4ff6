//! Assignments that keep everything: made from one that nearly does by local search.

use super::ascent::Best;
use super::core::{Core, SCALE};
use super::dual::Fixed;
use super::local::Local;
use super::stop::Stop;

/// An assignment by edge, and its cost.
#[derive(Debug, Clone)]
pub(super) struct Incumbent {
    pub(super) edge_of: Vec<u32>,
    pub(super) objective: i64,
}

/// Repairs and improves an assignment that parts no couple, at these prices.
pub(super) fn repair(core: &Core, near: &Best, edge_of: &[u32], sweeps: u32, stop: &Stop) -> Option<Incumbent> {
    let mut local = Local::new(core, &Fixed::nothing(core), &near.lambda, &near.price);
    local.load(edge_of);
    local.tolerance = 1_000 * SCALE;
    let mut found: Option<Incumbent> = None;
    for _ in 0..sweeps {
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
