//! Better assignments by local search, in the space of losses.
//!
//! At given multipliers and prices every choice has a loss, never negative: an edge's reduced cost, a position left
//! open below its price, a couple in a place that is not its cheapest, a row whose price is paid for nothing. The
//! losses of an assignment that keeps everything add up to exactly its distance from the bound, so the search only
//! ever looks at choices of small loss. Rows may be broken at a penalty; couples are never parted.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::core::{Core, SCALE};
use super::dual::{Dual, Fixed};
use super::stop::Stop;
use crate::market::NONE;

/// Edges kept a person and a position.
const KEPT: usize = 12;

/// An assignment under repair.
#[derive(Debug, Clone)]
pub(super) struct Local<'c> {
    core: &'c Core,
    lambda: Vec<i64>,
    /// Per row: what one unit outside costs, above the row's multiplier.
    pub(super) penalty: Vec<i64>,
    /// Per edge. For couples: against the cheapest edge of the same place.
    loss: Vec<i64>,
    out_loss: Vec<i64>,
    open_loss: Vec<i64>,
    /// Per pairing: slots that go together with their loss, cheapest first; `(NONE, NONE)` is staying out.
    choices: Vec<Vec<(i64, u32, u32)>>,
    start: Vec<u32>,
    candidate: Vec<u32>,
    start_at: Vec<u32>,
    candidate_at: Vec<u32>,
    pub(super) edge_of: Vec<u32>,
    pub(super) edge_at: Vec<u32>,
    activity: Vec<i64>,
    /// Total loss, penalties included.
    pub(super) total: i64,
    log: Vec<(u32, u32)>,
    distance: Vec<i64>,
    /// Per position: from which position, and by which edge, its holder was displaced.
    parent: Vec<(u32, u32)>,
    round_of: Vec<u32>,
    done: Vec<bool>,
    round: u32,
    queue: BinaryHeap<Reverse<(i64, u32)>>,
    best: i64,
    end: (u32, u32),
    /// Somebody who may not be displaced.
    pinned: u32,
    /// Positions that a search may look beyond.
    pub(super) reach: u32,
    /// How much a chain may lose on its way.
    pub(super) tolerance: i64,
}

/// Last step of a chain: the person stays out.
const OUT: u32 = NONE;

impl<'c> Local<'c> {
    /// The losses at these multipliers and prices.
    pub(super) fn new(core: &'c Core, fixed: &Fixed, lambda: &[i64], price: &[i64]) -> Local<'c> {
        let mut dual = Dual::new(core);
        dual.lambda = lambda.to_vec();
        dual.price(core, fixed);
        let price: Vec<i64> = price.iter().zip(&core.open).map(|(&price, &open)| price.min(open * SCALE)).collect();
        let reduced = |edge: usize| dual.priced[edge] - price[core.target[edge] as usize];
        let mut loss = vec![0; core.target.len()];
        let mut out_loss = vec![0; core.people()];
        for person in 0..core.people() as u32 {
            let out = core.out[person as usize] * SCALE;
            let least = core.edges(person).map(reduced).fold(out, i64::min);
            out_loss[person as usize] = out - least;
            for edge in core.edges(person) {
                loss[edge] = reduced(edge) - least;
            }
        }
        let mut choices = Vec::new();
        for (index, pair) in core.pairings.iter().enumerate() {
            let (best, _, (first, second)) = dual.together(core, fixed, index, &price);
            let mut of: Vec<(i64, u32, u32)> = (pair.together.iter())
                .map(|&(one, other)| (first[one as usize] + second[other as usize] - best, one, other))
                .collect();
            of.push((first[first.len() - 1] + second[second.len() - 1] - best, NONE, NONE));
            of.sort_unstable();
            choices.push(of);
            for (person, slots) in [(pair.first, &first), (pair.second, &second)] {
                out_loss[person as usize] = 0;
                for edge in core.edges(person) {
                    loss[edge] = reduced(edge) - slots[core.slot[edge] as usize];
                }
            }
        }
        let mut local = Local {
            core,
            lambda: lambda.to_vec(),
            penalty: core
                .rows
                .iter()
                .zip(lambda)
                .map(|(row, &lambda)| lambda.abs() / 4 + 20 * SCALE / row.heaviest + 1)
                .collect(),
            loss,
            out_loss,
            open_loss: price.iter().zip(&core.open).map(|(&price, &open)| open * SCALE - price).collect(),
            choices,
            start: Vec::new(),
            candidate: Vec::new(),
            start_at: Vec::new(),
            candidate_at: Vec::new(),
            edge_of: vec![NONE; core.people()],
            edge_at: vec![NONE; core.positions()],
            activity: vec![0; core.rows.len()],
            total: 0,
            log: Vec::new(),
            distance: vec![0; core.positions()],
            parent: vec![(NONE, NONE); core.positions()],
            round_of: vec![0; core.positions()],
            done: vec![false; core.positions()],
            round: 0,
            queue: BinaryHeap::new(),
            best: 0,
            end: (NONE, NONE),
            pinned: NONE,
            reach: 300,
            tolerance: 0,
        };
        local.list_candidates(fixed);
        local
    }

    fn list_candidates(&mut self, fixed: &Fixed) {
        let core = self.core;
        let mut order: Vec<u32> = Vec::new();
        self.start.push(0);
        for person in 0..core.people() as u32 {
            order.clear();
            order.extend(core.edges(person).map(|edge| edge as u32).filter(|&edge| !fixed.banned[edge as usize]));
            order.sort_unstable_by_key(|&edge| (self.loss[edge as usize], edge));
            let kept = if core.pairing_of[person as usize] == NONE { KEPT } else { usize::MAX };
            self.candidate.extend(order.iter().take(kept));
            self.start.push(self.candidate.len() as u32);
        }
        self.start_at.push(0);
        for position in 0..core.positions() as u32 {
            order.clear();
            order.extend(core.edges_at(position).iter().filter(|&&edge| !fixed.banned[edge as usize]));
            order.sort_unstable_by_key(|&edge| (self.loss[edge as usize], edge));
            self.candidate_at.extend(order.iter().take(KEPT));
            self.start_at.push(self.candidate_at.len() as u32);
        }
    }

    /// Starts from an assignment in which no couple is parted.
    pub(super) fn load(&mut self, edge_of: &[u32]) {
        self.edge_of.copy_from_slice(edge_of);
        self.edge_at.fill(NONE);
        for &edge in edge_of.iter().filter(|&&edge| edge != NONE) {
            self.edge_at[self.core.target[edge as usize] as usize] = edge;
        }
        self.activity = self.core.activity(edge_of);
        self.log.clear();
        self.recount();
    }

    /// Adds all losses up anew; after penalties changed.
    pub(super) fn recount(&mut self) {
        let core = self.core;
        let mut total = 0;
        for person in 0..core.people() {
            total += match self.edge_of[person] {
                NONE => self.out_loss[person],
                edge => self.loss[edge as usize],
            };
        }
        for position in 0..core.positions() {
            if self.edge_at[position] == NONE {
                total += self.open_loss[position];
            }
        }
        for row in 0..core.rows.len() {
            total += self.row_loss(row, self.activity[row]);
        }
        for pairing in 0..core.pairings.len() {
            total += self.choice_loss(pairing);
        }
        self.total = total;
    }

    /// What a row's activity loses: its price paid for nothing, or the penalty.
    fn row_loss(&self, row: usize, activity: i64) -> i64 {
        let limits = &self.core.rows[row];
        let outside = if row < self.core.groups { limits.violation(activity) } else { 0 };
        let lambda = self.lambda[row];
        let idle = match lambda {
            0 => 0,
            1.. => limits.most.map_or(0, |most| lambda * (most - activity)),
            _ => limits.least.map_or(0, |least| lambda * (least - activity)),
        };
        idle + outside * (self.penalty[row] + lambda.abs())
    }

    fn choice_loss(&self, pairing: usize) -> i64 {
        let pair = &self.core.pairings[pairing];
        let slot = |person: u32| match self.edge_of[person as usize] {
            NONE => NONE,
            edge => self.core.slot[edge as usize],
        };
        let now = (slot(pair.first), slot(pair.second));
        self.choices[pairing].iter().find(|&&(_, one, other)| (one, other) == now).map_or(0, |choice| choice.0)
    }

    /// Adds or takes away an edge's weights; returns the change of the rows' losses.
    fn weigh(&mut self, edge: u32, sign: i64) -> i64 {
        let mut change = 0;
        for &(row, weight) in self.core.terms(edge as usize) {
            let before = self.activity[row as usize];
            let after = before + sign * weight;
            change += self.row_loss(row as usize, after) - self.row_loss(row as usize, before);
            self.activity[row as usize] = after;
        }
        change
    }

    /// Takes a person out of its position; the total counts neither the person's being out.
    fn lift(&mut self, person: u32) {
        let edge = self.edge_of[person as usize];
        self.log.push((person, edge));
        if edge == NONE {
            self.total -= self.out_loss[person as usize];
            return;
        }
        let position = self.core.target[edge as usize] as usize;
        self.edge_of[person as usize] = NONE;
        self.edge_at[position] = NONE;
        self.total += self.weigh(edge, -1) - self.loss[edge as usize] + self.open_loss[position];
    }

    /// Puts a lifted person on an edge whose position is open, or [`OUT`].
    fn put(&mut self, person: u32, edge: u32) {
        if edge == OUT {
            self.total += self.out_loss[person as usize];
            return;
        }
        let position = self.core.target[edge as usize] as usize;
        self.edge_of[person as usize] = edge;
        self.edge_at[position] = edge;
        self.total += self.weigh(edge, 1) + self.loss[edge as usize] - self.open_loss[position];
    }

    fn undo(&mut self, total: i64) {
        // Everybody who moved is lifted first, so that no position is taken twice.
        let log = std::mem::take(&mut self.log);
        for &(person, _) in &log {
            let edge = self.edge_of[person as usize];
            if edge != NONE {
                self.edge_of[person as usize] = NONE;
                self.edge_at[self.core.target[edge as usize] as usize] = NONE;
                self.weigh(edge, -1);
            }
        }
        for &(person, edge) in log.iter().rev() {
            // The first entry of a person is where it was; it is met last.
            let now = self.edge_of[person as usize];
            if now != NONE {
                self.edge_of[person as usize] = NONE;
                self.edge_at[self.core.target[now as usize] as usize] = NONE;
                self.weigh(now, -1);
            }
            if edge != NONE {
                self.edge_of[person as usize] = edge;
                self.weigh(edge, 1);
            }
        }
        for &(person, _) in &log {
            let edge = self.edge_of[person as usize];
            if edge != NONE {
                self.edge_at[self.core.target[edge as usize] as usize] = edge;
            }
        }
        self.log = log;
        self.log.clear();
        self.total = total;
    }

    /// Settles a lifted person by a chain of displacements that ends at an open position or with somebody staying
    /// out, if one of less than `limit` is found. `slot` confines the person itself to one of its places.
    fn settle(&mut self, person: u32, slot: Option<u32>, limit: i64) -> bool {
        self.round += 1;
        self.queue.clear();
        self.best = limit;
        self.end = (NONE, OUT);
        let mut left = self.reach;
        self.scan(person, slot, NONE, 0);
        while let Some(Reverse((sum, position))) = self.queue.pop() {
            if sum >= self.best + self.tolerance || left == 0 {
                break;
            }
            if sum > self.distance[position as usize] {
                continue;
            }
            left -= 1;
            let held = self.edge_at[position as usize];
            let next = self.core.owner[held as usize];
            let confined = (self.core.pairing_of[next as usize] != NONE).then(|| self.core.slot[held as usize]);
            self.scan(next, confined, position, sum);
        }
        if self.best == limit {
            return false;
        }
        self.follow(person);
        true
    }

    /// Looks at everywhere that a displaced person might go.
    fn scan(&mut self, person: u32, slot: Option<u32>, from: u32, sum: i64) {
        let core = self.core;
        if slot.is_none() && sum + self.out_loss[person as usize] < self.best {
            self.best = sum + self.out_loss[person as usize];
            self.end = (from, OUT);
        }
        for at in self.start[person as usize]..self.start[person as usize + 1] {
            let edge = self.candidate[at as usize];
            let loss = self.loss[edge as usize];
            if sum + loss >= self.best + self.tolerance {
                break;
            }
            if slot.is_some() && slot != Some(core.slot[edge as usize]) {
                continue;
            }
            let position = core.target[edge as usize];
            let held = self.edge_at[position as usize];
            if held == NONE {
                let end = sum + loss + self.weighed(edge, NONE) - self.open_loss[position as usize];
                if end < self.best {
                    self.best = end;
                    self.end = (from, edge);
                }
                continue;
            }
            if self.pinned == core.owner[held as usize] {
                continue;
            }
            let there = sum + loss + self.weighed(edge, held) - self.loss[held as usize];
            let known = self.round_of[position as usize] == self.round;
            if there < self.best + self.tolerance
                && (!known || there < self.distance[position as usize])
                && !(known && self.done[position as usize])
            {
                self.round_of[position as usize] = self.round;
                self.done[position as usize] = false;
                self.distance[position as usize] = there;
                self.parent[position as usize] = (from, edge);
                self.queue.push(Reverse((there, position)));
            }
        }
        if from != NONE {
            self.done[from as usize] = true;
        }
    }

    /// What the rows lose if one edge replaces another, which may be [`NONE`].
    fn weighed(&mut self, edge: u32, held: u32) -> i64 {
        let mut change = self.weigh(edge, 1);
        if held != NONE {
            change += self.weigh(held, -1);
            self.unweigh(held, -1);
        }
        self.unweigh(edge, 1);
        change
    }

    fn unweigh(&mut self, edge: u32, sign: i64) {
        for &(row, weight) in self.core.terms(edge as usize) {
            self.activity[row as usize] -= sign * weight;
        }
    }

    /// Carries the chain out that ends at `self.end`, from its end backwards.
    fn follow(&mut self, first: u32) {
        let (mut from, mut edge) = self.end;
        loop {
            // Whoever holds `from` is displaced along `edge`.
            let person = if from == NONE { first } else { self.core.owner[self.edge_at[from as usize] as usize] };
            if from != NONE {
                self.lift(person);
            }
            self.put(person, edge);
            if from == NONE {
                return;
            }
            (from, edge) = self.parent[from as usize];
        }
    }

    /// Tries to fill an open position: somebody moves there, and the position left behind is filled in turn.
    fn fill(&mut self, position: u32, depth: u32) {
        if self.edge_at[position as usize] != NONE {
            return;
        }
        let core = self.core;
        let mut best = (0, NONE);
        for at in self.start_at[position as usize]..self.start_at[position as usize + 1] {
            let edge = self.candidate_at[at as usize];
            let person = core.owner[edge as usize];
            let now = self.edge_of[person as usize];
            if core.pairing_of[person as usize] != NONE
                && (now == NONE || core.slot[now as usize] != core.slot[edge as usize])
            {
                continue;
            }
            let mut change = self.loss[edge as usize] - self.open_loss[position as usize];
            if now == NONE {
                change += self.weigh(edge, 1) - self.out_loss[person as usize];
                self.weigh(edge, -1);
            } else {
                change += self.weigh(now, -1) + self.weigh(edge, 1) - self.loss[now as usize];
                change += self.open_loss[core.target[now as usize] as usize];
                self.weigh(edge, -1);
                self.weigh(now, 1);
            }
            // Half of what the position left behind loses may be won back by filling it.
            if depth > 0 && now != NONE {
                change -= self.open_loss[core.target[now as usize] as usize] / 2;
            }
            if change < best.0 {
                best = (change, edge);
            }
        }
        if best.1 != NONE {
            let person = core.owner[best.1 as usize];
            let now = self.edge_of[person as usize];
            self.lift(person);
            self.put(person, best.1);
            if now != NONE && depth > 0 {
                self.fill(core.target[now as usize], depth - 1);
            }
        }
    }

    /// One try from a person: it leaves and settles again, and whoever it disturbs; kept if nothing is lost.
    pub(super) fn improve(&mut self, person: u32) -> bool {
        let pairing = self.core.pairing_of[person as usize];
        let now = self.edge_of[person as usize];
        let before = self.total;
        let slot = match (pairing, now) {
            (NONE, _) => None,
            (_, NONE) => return false,
            _ => Some(self.core.slot[now as usize]),
        };
        self.log.clear();
        self.lift(person);
        let limit = before - self.total;
        if !self.settle(person, slot, limit) || self.total >= before {
            self.undo(before);
            return false;
        }
        self.log.clear();
        true
    }

    /// Moves a couple to another of its choices; kept if the total falls by it, or rises by less than `allowed`.
    pub(super) fn relocate(&mut self, pairing: usize, choice: usize, allowed: i64) -> bool {
        let pair = &self.core.pairings[pairing];
        let (first, second) = (pair.first, pair.second);
        let Some(&(loss, one, other)) = self.choices[pairing].get(choice) else { return false };
        let before = self.total;
        let now = self.choice_loss(pairing);
        if loss - now > before {
            return false;
        }
        self.log.clear();
        let held: Vec<u32> = [first, second]
            .iter()
            .filter_map(|&person| {
                let edge = self.edge_of[person as usize];
                (edge != NONE).then(|| self.core.target[edge as usize])
            })
            .collect();
        self.lift(first);
        self.lift(second);
        self.total += loss - now;
        let room = 4_000 * SCALE;
        let settled = if one == NONE {
            self.put(first, OUT);
            self.put(second, OUT);
            true
        } else {
            self.settle(first, Some(one), room) && {
                self.pinned = first;
                let settled = self.settle(second, Some(other), room);
                self.pinned = NONE;
                settled
            }
        };
        if settled {
            for position in held {
                self.fill(position, 3);
            }
        }
        if !settled || self.total >= before + allowed {
            self.undo(before);
            return false;
        }
        self.log.clear();
        true
    }

    /// Rows outside their limits.
    pub(super) fn broken(&self) -> usize {
        let rows = &self.core.rows[..self.core.groups];
        rows.iter().zip(&self.activity).filter(|(row, activity)| row.violation(**activity) > 0).count()
    }

    /// Everybody once, couples included; whether anything improved.
    pub(super) fn sweep(&mut self, stop: &Stop) -> bool {
        let before = self.total;
        for person in 0..self.core.people() as u32 {
            if person % 64 == 0 && stop.now() {
                return false;
            }
            self.improve(person);
        }
        for pairing in 0..self.core.pairings.len() {
            if stop.now() {
                return false;
            }
            for choice in 0..self.choices[pairing].len().min(6) {
                self.relocate(pairing, choice, 0);
            }
        }
        for position in 0..self.core.positions() as u32 {
            if self.edge_at[position as usize] == NONE {
                let before = self.total;
                self.log.clear();
                self.fill(position, 3);
                if self.total > before {
                    self.undo(before);
                }
                self.log.clear();
            }
        }
        self.total < before
    }

    /// Makes broken rows dearer.
    pub(super) fn insist(&mut self) {
        for row in 0..self.core.groups {
            if self.core.rows[row].violation(self.activity[row]) > 0 {
                self.penalty[row] =
                    self.penalty[row] * 3 / 2 + self.lambda[row].abs() / 4 + 10 * SCALE / self.core.rows[row].heaviest;
                self.penalty[row] = self.penalty[row].min((1 << 48) / self.core.rows[row].heaviest);
            }
        }
        self.recount();
    }
}
