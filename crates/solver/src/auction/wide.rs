//! The fast, inexact step: an auction with falling increments that brings prices close to the optimum.
//!
//! One side (near) bids for the other (far); afterwards far nodes that are still priced but have no mate bid in
//! turn; then the increment falls and the pairs that are no longer good enough part (Bertsekas 1988; forward and
//! reverse auctions for optional sides, Bertsekas and Castañon 1992). Bids are counted and limited, because ties and
//! scarcity can start price wars: whatever the auction leaves behind, [`tighten`](crate::market::tighten) makes it dual
//! feasible and the exact searches finish it. Nothing here is needed for correctness.

use std::collections::VecDeque;
use std::ops::ControlFlow;

use super::shortlist::Shortlists;
use crate::market::{NONE, Side};

/// Prices are held in sixteenths during the auction, so that the last increments are below the costs' unit and
/// most pairs are exactly tight after rounding.
pub(crate) const SCALE: i64 = 16;

/// How the increment falls, in [`SCALE`]ths of the costs' unit, and how many bids are allowed.
pub(crate) struct Schedule {
    /// First increment.
    pub(crate) first: i64,
    /// Each phase divides the increment by this.
    pub(crate) divisor: i64,
    /// Bids allowed a phase and node.
    pub(crate) bids_per_node: u64,
}

impl Schedule {
    /// The schedule for an instance in which a node's costs spread over about `spread` units: a fortieth of that
    /// to begin with, eight times less each phase. Chosen by measurement over uniform, clustered, tied, scarce and
    /// product costs; no other start or divisor tried was twice as fast on any of them.
    pub(crate) fn new(spread: i64, bids_per_node: u32) -> Schedule {
        Schedule { first: (spread * SCALE / 40).max(1), divisor: 8, bids_per_node: bids_per_node.into() }
    }
}

/// Runs the auction from wherever the two sides stand. `watch` is asked now and then, with the increment and the
/// number of nodes that wait, whether to go on.
pub(crate) fn run(
    near: &mut Side<'_>,
    far: &mut Side<'_>,
    schedule: &Schedule,
    watch: &mut dyn FnMut(i64, usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    near.price.iter_mut().chain(&mut far.price).for_each(|price| *price *= SCALE);
    let ended = phases(near, far, schedule, watch);
    for price in &mut far.price {
        // Rounding up keeps tight pairs tight: the near prices will be rounded down.
        *price = -(-*price).div_euclid(SCALE);
    }
    // Stopped or not, the prices are in the costs' unit again.
    near.price.iter_mut().for_each(|price| *price = price.div_euclid(SCALE));
    ended
}

fn phases(
    near: &mut Side<'_>,
    far: &mut Side<'_>,
    schedule: &Schedule,
    watch: &mut dyn FnMut(i64, usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut shortlists = Shortlists::new(near.len());
    let mut epsilon = schedule.first;
    loop {
        let bids_left = schedule.bids_per_node * u64::from(near.len() + far.len());
        let mut phase = Phase { epsilon, bids_left, watch: &mut *watch };
        phase.part_loose(near, far, &mut shortlists);
        phase.forward(near, far, &mut shortlists)?;
        phase.reverse(near, far)?;
        if epsilon == 1 || phase.bids_left == 0 {
            return ControlFlow::Continue(());
        }
        epsilon = (epsilon / schedule.divisor).max(1);
    }
}

/// A node's best offer and what the second best, or staying out, would leave it.
pub(crate) struct Offer {
    pub(crate) target: u32,
    pub(crate) best: i64,
    pub(crate) second: i64,
}

/// One increment's worth of bidding.
struct Phase<'w> {
    epsilon: i64,
    bids_left: u64,
    watch: &'w mut dyn FnMut(i64, usize) -> ControlFlow<()>,
}

impl Phase<'_> {
    /// Parts the pairs whose near node would gain more than the increment elsewhere, and sets the near prices.
    fn part_loose(&self, near: &mut Side<'_>, far: &mut Side<'_>, shortlists: &mut Shortlists) {
        for node in 0..near.len() {
            let row = node as usize;
            let best = shortlists.refresh(near, far, node).min(near.limit[row] * SCALE);
            let mate = near.mate[row];
            // A matched node's price is always what its pair leaves to it.
            if mate != NONE && near.price[row] <= best + self.epsilon {
                continue;
            }
            near.price[row] = best;
            if mate != NONE {
                near.mate[row] = NONE;
                far.mate[mate as usize] = NONE;
            }
        }
    }

    /// Near nodes without a mate bid until each has one or prefers none.
    fn forward(&mut self, near: &mut Side<'_>, far: &mut Side<'_>, shortlists: &mut Shortlists) -> ControlFlow<()> {
        let mut waiting: VecDeque<u32> = (0..near.len()).filter(|&node| wants_mate(near, node)).collect();
        while let Some(node) = waiting.pop_front() {
            if self.spent(waiting.len())? {
                break;
            }
            let offer = shortlists.offer(near, far, node);
            waiting.extend(self.bid(near, far, node, &offer));
        }
        ControlFlow::Continue(())
    }

    /// Far nodes whose price says that they should have a mate bid until each has one or is no longer priced.
    fn reverse(&mut self, near: &mut Side<'_>, far: &mut Side<'_>) -> ControlFlow<()> {
        let mut waiting: VecDeque<u32> = (0..far.len()).filter(|&node| wants_mate(far, node)).collect();
        while let Some(node) = waiting.pop_front() {
            if self.spent(waiting.len())? {
                break;
            }
            let offer = best_offer(far, near, node);
            waiting.extend(self.bid(far, near, node, &offer).filter(|&evicted| wants_mate(far, evicted)));
        }
        ControlFlow::Continue(())
    }

    /// Whether the phase has used up its bids; takes one.
    fn spent(&mut self, waiting: usize) -> ControlFlow<(), bool> {
        if self.bids_left.is_multiple_of(1 << 14) {
            (self.watch)(self.epsilon, waiting)?;
        }
        self.bids_left = self.bids_left.saturating_sub(1);
        ControlFlow::Continue(self.bids_left == 0)
    }

    /// Gives `bidder` its best target at the second-best price less the increment; returns who had it before.
    fn bid(&self, near: &mut Side<'_>, far: &mut Side<'_>, bidder: u32, offer: &Offer) -> Option<u32> {
        let limit = near.limit[bidder as usize] * SCALE;
        if offer.best >= limit {
            near.price[bidder as usize] = limit;
            return None;
        }
        // Never beyond what staying out would leave, so that prices keep within their bounds.
        let price = (offer.second + self.epsilon).min(limit);
        far.price[offer.target as usize] -= price - offer.best;
        near.price[bidder as usize] = price;
        near.mate[bidder as usize] = offer.target;
        let previous = std::mem::replace(&mut far.mate[offer.target as usize], bidder);
        if previous == NONE {
            return None;
        }
        near.mate[previous as usize] = NONE;
        Some(previous)
    }
}

/// Whether a node without a mate has a price (in [`SCALE`]ths) below its bound.
fn wants_mate(side: &Side<'_>, node: u32) -> bool {
    side.mate[node as usize] == NONE && side.price[node as usize] < side.limit[node as usize] * SCALE
}

/// The two best targets of a node by a pass over all its pairs.
fn best_offer(near: &Side<'_>, far: &Side<'_>, node: u32) -> Offer {
    let mut offer = Offer { target: NONE, best: i64::MAX, second: near.limit[node as usize] * SCALE };
    near.rows.of(node).each(|target, cost| offer.consider(target, cost * SCALE - far.price[target as usize]));
    offer
}

impl Offer {
    /// Takes one more target into account.
    pub(crate) fn consider(&mut self, target: u32, value: i64) {
        if value < self.best {
            self.second = self.second.min(self.best);
            self.best = value;
            self.target = target;
        } else if value < self.second {
            self.second = value;
        }
    }
}
