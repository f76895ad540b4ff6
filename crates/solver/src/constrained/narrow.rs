//! Large instances with most pairs left out: those that are dear at present prices are in few good assignments, and
//! everything goes faster without them. Bounds are proven with all pairs, so that nothing but time depends on what is
//! kept.

use super::ascent::{Ascent, Best};
use super::core::{Core, SCALE, transpose};
use super::dual::{Dual, Fixed};
use super::oracle::Oracle;
use crate::market::NONE;

/// Pairs kept a person and a position. Couples keep all of theirs.
const KEPT: usize = 14;
const KEPT_AT: usize = 6;

/// The instance with the pairs that are cheapest at these prices, and with those of `also`, an assignment by edge.
pub(super) fn narrow(core: &Core, near: &Best, also: &[u32]) -> Core {
    let mut dual = Dual::new(core);
    dual.lambda.clone_from(&near.lambda);
    dual.price(core, &Fixed::nothing(core));
    let price: Vec<i64> = near.price.iter().zip(&core.open).map(|(&price, &open)| price.min(open * SCALE)).collect();
    let mut loss = dual.priced;
    for (loss, &target) in loss.iter_mut().zip(&core.target) {
        *loss -= price[target as usize];
    }
    let mut keep = vec![false; loss.len()];
    let mut order: Vec<(i64, u32)> = Vec::new();
    for person in 0..core.people() as u32 {
        let edges = core.edges(person);
        if core.pairing_of[person as usize] != NONE {
            keep[edges.clone()].fill(true);
        }
        order.clear();
        order.extend(edges.clone().map(|edge| (loss[edge], edge as u32)));
        pick(&mut order, KEPT, &mut keep);
        let least = order.first().map_or(0, |least| least.0).min(core.out[person as usize] * SCALE);
        loss[edges].iter_mut().for_each(|loss| *loss -= least);
    }
    for position in 0..core.positions() as u32 {
        order.clear();
        order.extend(core.edges_at(position).iter().map(|&edge| (loss[edge as usize], edge)));
        pick(&mut order, KEPT_AT, &mut keep);
    }
    for &edge in also.iter().filter(|&&edge| edge != NONE) {
        keep[edge as usize] = true;
    }
    with(core, &keep)
}

/// Marks so many of the first, the least of which is put first.
fn pick(order: &mut [(i64, u32)], kept: usize, keep: &mut [bool]) {
    if order.len() > kept {
        order.select_nth_unstable(kept);
    }
    let kept = kept.min(order.len());
    order[..kept].sort_unstable();
    order[..kept].iter().for_each(|&(_, edge)| keep[edge as usize] = true);
}

/// The instance with these edges only.
fn with(core: &Core, keep: &[bool]) -> Core {
    let kept: Vec<u32> = (0..keep.len() as u32).filter(|&edge| keep[edge as usize]).collect();
    let (mut term_start, mut cut_start, mut term) = (vec![0], Vec::new(), Vec::new());
    for &edge in &kept {
        cut_start.push((term.len() + core.group_terms(edge as usize).len()) as u32);
        term.extend_from_slice(core.terms(edge as usize));
        term_start.push(term.len() as u32);
    }
    let target: Vec<u32> = kept.iter().map(|&edge| core.target[edge as usize]).collect();
    let (position_start, position_edge) = transpose(&target, core.positions());
    let before = |edge: u32| kept.partition_point(|&kept| kept < edge) as u32;
    Core {
        start: core.start.iter().map(|&edge| before(edge)).collect(),
        cost: kept.iter().map(|&edge| core.cost[edge as usize]).collect(),
        owner: kept.iter().map(|&edge| core.owner[edge as usize]).collect(),
        slot: kept.iter().map(|&edge| core.slot[edge as usize]).collect(),
        target,
        position_start,
        position_edge,
        out: core.out.clone(),
        open: core.open.clone(),
        rows: core.rows.clone(),
        groups: core.groups,
        cuts: core.cuts.clone(),
        term_start,
        cut_start,
        term,
        place: core.place.clone(),
        place_names: core.place_names.clone(),
        pairings: core.pairings.clone(),
        pairing_of: core.pairing_of.clone(),
        places: core.places.clone(),
    }
}

/// An assignment by the edges of one of the two, by those of the other.
pub(super) fn translate(from: &Core, to: &Core, edge_of: &[u32]) -> Vec<u32> {
    let translated = (0..).zip(edge_of).map(|(person, &edge)| match edge {
        NONE => NONE,
        edge => to.edge(person, from.target[edge as usize]).unwrap_or(NONE),
    });
    translated.collect()
}

impl Ascent {
    /// The climb so far, to be gone on with on another choice of pairs. What was proven does not hold there.
    pub(super) fn on(&self, core: &Core) -> Ascent {
        let mut oracle = Oracle::new(core);
        oracle.price.clone_from(&self.oracle.price);
        let best = Best { bound: i128::MIN, ..self.best.clone() };
        Ascent { dual: self.dual.on(core), oracle, best, ..self.clone() }
    }

    /// Keeps what others reached if it proves more with all pairs.
    pub(super) fn appraise(&mut self, core: &Core, reached: &Best) {
        let fixed = Fixed::nothing(core);
        self.dual.lambda.clone_from(&reached.lambda);
        self.dual.price(core, &fixed);
        let bound = self.dual.bound(core, &fixed, &reached.price);
        if bound > self.best.bound {
            self.best = Best { bound, ..reached.clone() };
        }
    }
}
