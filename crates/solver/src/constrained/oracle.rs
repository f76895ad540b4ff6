//! The relaxed problem: once every side constraint is priced into the pairs, what is left is the pure assignment.
//!
//! A forward and reverse auction (Bertsekas 1988; Bertsekas and Castañon 1992) that starts from the prices and the
//! assignment of the last call. Its prices are a bound whatever it leaves undone, so it may stop at any increment.

use std::collections::VecDeque;

use super::core::Core;
use crate::market::NONE;

/// A cost that stands for "not allowed".
pub(super) const NEVER: i64 = 1 << 57;

/// Priced costs, prices and mates.
#[derive(Debug, Clone)]
pub(super) struct Oracle {
    /// Per edge.
    pub(super) cost: Vec<i64>,
    /// Per person, of staying out.
    pub(super) out: Vec<i64>,
    /// Per position, of staying open.
    pub(super) open: Vec<i64>,
    /// Per person.
    pub(super) value: Vec<i64>,
    /// Per position.
    pub(super) price: Vec<i64>,
    /// Per person, the chosen edge.
    pub(super) edge_of: Vec<u32>,
    /// Per position, the chosen edge.
    pub(super) edge_at: Vec<u32>,
    waiting: VecDeque<u32>,
}

struct Offer {
    edge: u32,
    best: i64,
    second: i64,
}

impl Oracle {
    pub(super) fn new(core: &Core) -> Oracle {
        Oracle {
            cost: vec![0; core.target.len()],
            out: vec![0; core.people()],
            open: vec![0; core.positions()],
            value: vec![0; core.people()],
            price: vec![0; core.positions()],
            edge_of: vec![NONE; core.people()],
            edge_at: vec![NONE; core.positions()],
            waiting: VecDeque::new(),
        }
    }

    /// Brings the assignment within `increment` of optimal at the present costs, in at most `bids` bids.
    pub(super) fn run(&mut self, core: &Core, increment: i64, bids: u64) {
        self.part_loose(core, increment);
        let mut left = bids;
        self.waiting = (0..core.people() as u32).filter(|&person| self.edge_of[person as usize] == NONE).collect();
        while let Some(person) = self.waiting.pop_front() {
            if left == 0 {
                break;
            }
            left -= 1;
            let offer = self.best_for(core, person);
            let limit = self.out[person as usize];
            if offer.best >= limit {
                self.value[person as usize] = limit;
                continue;
            }
            let value = (offer.second + increment).min(limit);
            let position = core.target[offer.edge as usize] as usize;
            self.price[position] -= value - offer.best;
            self.value[person as usize] = value;
            self.edge_of[person as usize] = offer.edge;
            let before = std::mem::replace(&mut self.edge_at[position], offer.edge);
            if before != NONE {
                let evicted = core.owner[before as usize];
                self.edge_of[evicted as usize] = NONE;
                self.waiting.push_back(evicted);
            }
        }
        self.waiting = (0..core.positions() as u32).filter(|&position| self.wants(position)).collect();
        while let Some(position) = self.waiting.pop_front() {
            if left == 0 {
                break;
            }
            left -= 1;
            let offer = self.best_at(core, position);
            let limit = self.open[position as usize];
            if offer.best >= limit {
                self.price[position as usize] = limit;
                continue;
            }
            let price = (offer.second + increment).min(limit);
            let person = core.owner[offer.edge as usize] as usize;
            self.value[person] -= price - offer.best;
            self.price[position as usize] = price;
            self.edge_at[position as usize] = offer.edge;
            let before = std::mem::replace(&mut self.edge_of[person], offer.edge);
            if before != NONE {
                let evicted = core.target[before as usize];
                self.edge_at[evicted as usize] = NONE;
                if self.wants(evicted) {
                    self.waiting.push_back(evicted);
                }
            }
        }
    }

    /// Takes everybody off edges that are not allowed any more.
    pub(super) fn release_banned(&mut self, core: &Core) {
        for edge in self.edge_of.iter_mut().filter(|edge| **edge != NONE) {
            if self.cost[*edge as usize] >= NEVER / 2 {
                self.edge_at[core.target[*edge as usize] as usize] = NONE;
                *edge = NONE;
            }
        }
    }

    fn wants(&self, position: u32) -> bool {
        self.edge_at[position as usize] == NONE && self.price[position as usize] < self.open[position as usize]
    }

    /// Parts the pairs whose person would gain more than the increment elsewhere, and sets every person's value.
    fn part_loose(&mut self, core: &Core, increment: i64) {
        for position in 0..core.positions() {
            self.price[position] = self.price[position].min(self.open[position]);
        }
        for person in 0..core.people() as u32 {
            let best = self.best_for(core, person).best.min(self.out[person as usize]);
            let edge = self.edge_of[person as usize];
            if edge != NONE {
                let position = core.target[edge as usize] as usize;
                let value = self.cost[edge as usize] - self.price[position];
                if value <= best + increment {
                    self.value[person as usize] = value;
                    continue;
                }
                self.edge_of[person as usize] = NONE;
                self.edge_at[position] = NONE;
            }
            self.value[person as usize] = best;
        }
    }

    fn best_for(&self, core: &Core, person: u32) -> Offer {
        let mut offer = Offer { edge: NONE, best: NEVER, second: self.out[person as usize] };
        let edges = core.edges(person);
        let first = edges.start;
        for (at, (&cost, &target)) in self.cost[edges.clone()].iter().zip(&core.target[edges]).enumerate() {
            offer.consider((first + at) as u32, cost - self.price[target as usize]);
        }
        offer
    }

    fn best_at(&self, core: &Core, position: u32) -> Offer {
        let mut offer = Offer { edge: NONE, best: NEVER, second: self.open[position as usize] };
        for &edge in core.edges_at(position) {
            offer.consider(edge, self.cost[edge as usize] - self.value[core.owner[edge as usize] as usize]);
        }
        offer
    }
}

impl Offer {
    fn consider(&mut self, edge: u32, value: i64) {
        if value < self.best {
            self.second = self.second.min(self.best);
            self.best = value;
            self.edge = edge;
        } else if value < self.second {
            self.second = value;
        }
    }
}
