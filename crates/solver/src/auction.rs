//! The fast, inexact step: an auction with falling increments that brings prices close to the optimum.
//!
//! People bid for positions; afterwards positions that are still priced but unfilled bid for people; then the
//! increment falls and the pairs that are no longer good enough part (Bertsekas 1988; forward and reverse
//! auctions for optional sides, Bertsekas and Castañon 1992). Bids are counted and limited, because ties and
//! scarcity can start price wars: whatever the auction leaves behind, [`Market::tighten`] makes it dual
//! feasible and the exact searches finish it. Nothing here is needed for correctness.

use std::collections::VecDeque;
use std::ops::ControlFlow;

use crate::market::{Market, NONE, Side};
use crate::shortlist::Shortlists;

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
    /// The schedule for an instance whose pair costs spread over `spread` units.
    pub(crate) fn new(spread: i64, bids_per_node: u32) -> Schedule {
        Schedule { first: (spread * SCALE / 10).max(1), divisor: 8, bids_per_node: bids_per_node.into() }
    }
}

/// Runs the auction from nothing. `watch` is asked now and then, with the number of nodes that still wait,
/// whether to go on.
pub(crate) fn run(
    market: &mut Market<'_>,
    schedule: &Schedule,
    watch: &mut dyn FnMut(i64, usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    for side in [&mut market.people, &mut market.positions] {
        side.price.iter_mut().for_each(|price| *price *= SCALE);
    }
    let mut shortlists = Shortlists::new(market.people.len());
    let mut epsilon = schedule.first;
    loop {
        let limit = schedule.bids_per_node * u64::from(market.people.len() + market.positions.len());
        let mut phase = Phase { epsilon, bids_left: limit, watch: &mut *watch };
        part_loose(market, &mut shortlists, epsilon);
        phase.forward(market, &mut shortlists)?;
        phase.reverse(market)?;
        if epsilon == 1 || phase.bids_left == 0 {
            break;
        }
        epsilon = (epsilon / schedule.divisor).max(1);
    }
    for price in &mut market.positions.price {
        *price = -(-*price).div_euclid(SCALE);
    }
    ControlFlow::Continue(())
}

/// Parts the pairs whose person would gain more than `epsilon` elsewhere, and sets each person's price.
fn part_loose(market: &mut Market<'_>, shortlists: &mut Shortlists, epsilon: i64) {
    let Market { people, positions } = market;
    for person in 0..people.len() {
        let best = shortlists.refresh(people, positions, person);
        let limit = people.limit[person as usize] * SCALE;
        let mate = people.mate[person as usize];
        if mate == NONE {
            people.price[person as usize] = limit.min(best);
            continue;
        }
        // A matched person's price is always what the pair leaves to it.
        if people.price[person as usize] > limit.min(best) + epsilon {
            people.mate[person as usize] = NONE;
            positions.mate[mate as usize] = NONE;
            people.price[person as usize] = limit.min(best);
        }
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
    /// People without a position bid until each has one or prefers none.
    fn forward(&mut self, market: &mut Market<'_>, shortlists: &mut Shortlists) -> ControlFlow<()> {
        let Market { people, positions } = market;
        let mut waiting: VecDeque<u32> = (0..people.len())
            .filter(|&i| people.mate[i as usize] == NONE && people.price[i as usize] < people.limit[i as usize] * SCALE)
            .collect();
        while let Some(person) = waiting.pop_front() {
            if self.spent(waiting.len())? {
                break;
            }
            let offer = shortlists.offer(people, positions, person);
            waiting.extend(self.bid(people, positions, person, &offer));
        }
        ControlFlow::Continue(())
    }

    /// Positions that are priced but unfilled bid until each is filled or no longer priced.
    fn reverse(&mut self, market: &mut Market<'_>) -> ControlFlow<()> {
        let Market { people, positions } = market;
        let priced = |positions: &Side<'_>, j: u32| {
            positions.mate[j as usize] == NONE && positions.price[j as usize] < positions.limit[j as usize] * SCALE
        };
        let mut waiting: VecDeque<u32> = (0..positions.len()).filter(|&j| priced(positions, j)).collect();
        while let Some(position) = waiting.pop_front() {
            if self.spent(waiting.len())? {
                break;
            }
            let offer = best_offer(positions, people, position);
            let evicted = self.bid(positions, people, position, &offer);
            waiting.extend(evicted.filter(|&j| priced(positions, j)));
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

/// The two best targets of a node by a pass over all its pairs.
fn best_offer(near: &Side<'_>, far: &Side<'_>, node: u32) -> Offer {
    let mut offer = Offer { target: NONE, best: i64::MAX, second: near.limit[node as usize] * SCALE };
    let (targets, costs) = near.lists.of(node);
    for (&target, &cost) in targets.iter().zip(costs) {
        offer.consider(target, cost * SCALE - far.price[target as usize]);
    }
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
