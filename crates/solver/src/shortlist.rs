//! Each person's most promising positions, so that a bid reads sixteen pairs instead of all.
//!
//! While people bid, positions only become dearer. A pair left off the shortlist can then never get better than
//! the best one that was left off when the list was made; as long as the two best of the list are at least that
//! good, they are the two best of all.

use crate::auction::{Offer, SCALE};
use crate::market::{NONE, Side};

/// Pairs kept a person.
const KEPT: usize = 16;

/// The shortlists of all people.
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
    pub(crate) fn new(people: u32) -> Shortlists {
        Shortlists {
            target: vec![[0; KEPT]; people as usize],
            cost: vec![[NEVER; KEPT]; people as usize],
            threshold: vec![NEVER; people as usize],
            scratch: Vec::new(),
        }
    }

    /// Makes a person's list anew at the present prices; returns the best value, or a huge one without pairs.
    pub(crate) fn refresh(&mut self, people: &Side<'_>, positions: &Side<'_>, person: u32) -> i64 {
        let (targets, costs) = people.lists.of(person);
        self.scratch.clear();
        self.scratch.extend(targets.iter().zip(costs).map(|(&target, &cost)| {
            let cost = cost * SCALE;
            (cost - positions.price[target as usize], target, cost)
        }));
        let row = person as usize;
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

    /// The two best positions of a person at the present prices.
    pub(crate) fn offer(&mut self, people: &Side<'_>, positions: &Side<'_>, person: u32) -> Offer {
        let offer = self.listed(people, positions, person);
        let enough = offer.second.min(people.limit[person as usize] * SCALE);
        if enough <= self.threshold[person as usize] {
            return offer;
        }
        self.refresh(people, positions, person);
        self.listed(people, positions, person)
    }

    fn listed(&self, people: &Side<'_>, positions: &Side<'_>, person: u32) -> Offer {
        let row = person as usize;
        let mut offer = Offer { target: NONE, best: NEVER, second: people.limit[row] * SCALE };
        if positions.limit.is_empty() {
            return offer;
        }
        for (&target, &cost) in self.target[row].iter().zip(&self.cost[row]) {
            offer.consider(target, cost - positions.price[target as usize]);
        }
        offer
    }
}
