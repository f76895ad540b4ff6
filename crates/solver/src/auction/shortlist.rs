//! Each near node's most promising targets, so that a bid reads sixteen pairs instead of all.
//!
//! While the near side bids, the far side only becomes dearer. A pair left off the shortlist can then never get
//! better than the best one that was left off when the list was made; as long as the two best of the list are at
//! least that good, they are the two best of all.

use super::wide::{Offer, SCALE};
use crate::market::{NONE, Side};

/// Pairs kept a node.
const KEPT: usize = 16;

/// The shortlists of all near nodes.
pub(crate) struct Shortlists {
    target: Vec<[u32; KEPT]>,
    /// Costs in [`SCALE`]ths; unused places hold a value that never wins.
    cost: Vec<[i64; KEPT]>,
    /// The best value among the pairs left off.
    threshold: Vec<i64>,
    scratch: Vec<(i64, u32, i64)>,
}

/// A value that no pair reaches and that survives subtracting a price.
const NEVER: i64 = i64::MAX / 4;

impl Shortlists {
    pub(crate) fn new(nodes: u32) -> Shortlists {
        Shortlists {
            target: vec![[0; KEPT]; nodes as usize],
            cost: vec![[NEVER; KEPT]; nodes as usize],
            threshold: vec![NEVER; nodes as usize],
            scratch: Vec::new(),
        }
    }

    /// Makes a node's list anew at the present prices; returns the best value, or a huge one without pairs.
    pub(crate) fn refresh(&mut self, near: &Side<'_>, far: &Side<'_>, node: u32) -> i64 {
        self.scratch.clear();
        near.rows.of(node).each(|target, cost| {
            let cost = cost * SCALE;
            self.scratch.push((cost - far.price[target as usize], target, cost));
        });
        let row = node as usize;
        if self.scratch.len() > KEPT {
            self.threshold[row] = self.scratch.select_nth_unstable(KEPT).1.0;
        }
        let mut best = NEVER;
        for (slot, &(value, target, cost)) in self.scratch.iter().take(KEPT).enumerate() {
            self.target[row][slot] = target;
            self.cost[row][slot] = cost;
            best = best.min(value);
        }
        best
    }

    /// The two best targets of a node at the present prices.
    pub(crate) fn offer(&mut self, near: &Side<'_>, far: &Side<'_>, node: u32) -> Offer {
        let offer = self.listed(near, far, node);
        let enough = offer.second.min(near.limit[node as usize] * SCALE);
        if enough <= self.threshold[node as usize] {
            return offer;
        }
        self.refresh(near, far, node);
        self.listed(near, far, node)
    }

    fn listed(&self, near: &Side<'_>, far: &Side<'_>, node: u32) -> Offer {
        let row = node as usize;
        let mut offer = Offer { target: NONE, best: NEVER, second: near.limit[row] * SCALE };
        if far.limit.is_empty() {
            return offer;
        }
        for (&target, &cost) in self.target[row].iter().zip(&self.cost[row]) {
            offer.consider(target, cost - far.price[target as usize]);
        }
        offer
    }
}
