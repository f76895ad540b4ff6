//! Exact search on what the bound leaves open: a case is split until its own bound reaches the incumbent.
//!
//! Depth first, so that the cases come out in the order in which a [`Proof`](super::answer::Proof) lists them. Cut
//! short, every case still open becomes a leaf with the best prices known for it, and the proof stays valid.

use super::answer::{Case, Prices, Split};
use super::ascent::{Ascent, Best};
use super::core::{Core, SCALE};
use super::dual::{Dual, Fixed};
use super::oracle::NEVER;
use crate::market::NONE;

/// Hears of a better assignment, by person's edge and with its cost, and says whether to stop.
pub(super) type Halter<'s> = dyn FnMut(Option<(&[u32], i64)>) -> bool + 's;

/// What the search works towards and with.
pub(super) struct Exact<'c, 's> {
    core: &'c Core,
    pub(super) cases: Vec<Case>,
    /// Least bound of any leaf so far, in `1/SCALE`.
    pub(super) bound: i128,
    /// Anything from here on is of no interest: the incumbent's cost, or more than anything can cost.
    pub(super) cutoff: i64,
    pub(super) incumbent: Option<Vec<u32>>,
    nodes_left: u64,
    bytes_left: usize,
    increment: i64,
    /// Asked at every node, with the incumbent if it is new.
    stop: &'s mut Halter<'s>,
    pub(super) halted: Option<Halt>,
}

/// Why the search ended before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Halt {
    Nodes,
    Memory,
    Asked,
}

impl<'c, 's> Exact<'c, 's> {
    pub(super) fn new(
        core: &'c Core,
        cutoff: i64,
        nodes: u64,
        bytes: usize,
        stop: &'s mut Halter<'s>,
    ) -> Exact<'c, 's> {
        let nodes_in_all = (core.people() + core.positions()) as i64;
        Exact {
            core,
            cases: Vec::new(),
            bound: i128::MAX,
            cutoff,
            incumbent: None,
            nodes_left: nodes,
            bytes_left: bytes,
            increment: (SCALE / (2 * nodes_in_all + 2)).max(1),
            stop,
            halted: None,
        }
    }

    /// Proves everything under `fixed`, starting from the multipliers and prices of `ascent`.
    pub(super) fn search(&mut self, ascent: Ascent, fixed: &Fixed, rounds: u32) {
        let mut ascent = ascent;
        if self.halted.is_some() {
            // The prices of the case before prove more where more is decided.
            ascent.dual.lambda.clone_from(&ascent.best.lambda);
            ascent.dual.price(self.core, fixed);
            ascent.best.bound = ascent.dual.bound(self.core, fixed, &ascent.best.price);
            return self.leaf(&ascent.best);
        }
        ascent.best.bound = i128::MIN;
        let split = self.examine(&mut ascent, fixed, rounds);
        let size = 8 * (ascent.best.lambda.len() + ascent.best.price.len()) + 64;
        if self.halted.is_none() {
            if (self.stop)(None) {
                self.halted = Some(Halt::Asked);
            } else if self.nodes_left == 0 {
                self.halted = Some(Halt::Nodes);
            } else if self.bytes_left < size {
                self.halted = Some(Halt::Memory);
            }
        }
        let Some(split) = split.filter(|_| self.halted.is_none()) else { return self.leaf(&ascent.best) };
        self.nodes_left -= 1;
        self.bytes_left -= size;
        self.cases.push(Case::Split(named(self.core, split)));
        for holds in [true, false] {
            let under = decided(self.core, fixed, split, holds);
            self.search(ascent.clone(), &under, 30);
        }
    }

    fn leaf(&mut self, best: &Best) {
        self.bound = self.bound.min(best.bound);
        let (group, cut) = best.lambda.split_at(self.core.groups);
        self.cases.push(Case::Leaf(Prices { group: group.to_vec(), cut: cut.to_vec(), position: best.price.clone() }));
    }

    /// Climbs until the case is closed; otherwise says how to split it.
    fn examine(&mut self, ascent: &mut Ascent, fixed: &Fixed, rounds: u32) -> Option<Split> {
        let core = self.core;
        let mut used = vec![0.0_f32; core.target.len()];
        for _ in 0..rounds {
            for coarser in [64, 8] {
                ascent.settle(core, fixed, self.increment * coarser);
            }
            ascent.look(core, fixed, self.increment);
            self.consider(&ascent.oracle.edge_of);
            if self.closed(ascent.best.bound) {
                return None;
            }
            used.iter_mut().for_each(|used| *used *= 0.9);
            for &edge in ascent.oracle.edge_of.iter().filter(|&&edge| edge != NONE) {
                used[edge as usize] += 0.1;
            }
            ascent.step(core, fixed);
        }
        for row in 0..core.groups {
            if core.rows[row].violation(ascent.activity[row]) > 0 {
                self.shut(ascent, fixed, row);
                if self.closed(ascent.best.bound) {
                    return None;
                }
            }
        }
        ascent.dual.lambda.clone_from(&ascent.best.lambda);
        ascent.oracle.price.clone_from(&ascent.best.price);
        let split = self.choose(ascent, fixed, &used);
        if split.is_none() {
            self.close_single(ascent, fixed);
        }
        split
    }

    fn closed(&self, bound: i128) -> bool {
        bound > (i128::from(self.cutoff) - 1) * i128::from(SCALE)
    }

    fn consider(&mut self, edge_of: &[u32]) {
        let objective = self.core.objective(edge_of);
        if objective < self.cutoff && self.core.feasible(edge_of) {
            self.cutoff = objective;
            self.incumbent = Some(edge_of.to_vec());
            if (self.stop)(Some((edge_of, objective))) {
                self.halted = Some(Halt::Asked);
            }
        }
    }

    /// Tries whether one row alone shuts the case: at a price that exceeds everything, if it cannot be kept.
    fn shut(&self, ascent: &mut Ascent, fixed: &Fixed, row: usize) {
        let core = self.core;
        let (lambda, price) = (ascent.dual.lambda.clone(), ascent.oracle.price.clone());
        let limits = core.rows[row];
        let sign = if limits.most.is_some_and(|most| ascent.activity[row] > most) { 1.0 } else { -1.0 };
        let all = core
            .cost
            .iter()
            .map(|cost| cost.abs())
            .max()
            .unwrap_or(0)
            .max(core.out.iter().chain(&core.open).map(|cost| cost.abs()).max().unwrap_or(0));
        let enough = 4 * (all + 1) as i128 * (core.people() + core.positions() + 1) as i128 * i128::from(SCALE);
        ascent.dual.lambda[row] = Dual::admissible(core, row, sign * enough as f64);
        for coarser in [1 << 20, 1 << 14, 1 << 7, 1] {
            ascent.settle(core, fixed, self.increment.saturating_mul(coarser));
        }
        ascent.look(core, fixed, self.increment);
        ascent.dual.lambda = lambda;
        ascent.oracle.price = price;
    }

    /// Where only one assignment is left: without multipliers its prices prove all that it costs, and if it breaks
    /// a row, a steep multiplier on that row shuts the case.
    fn close_single(&self, ascent: &mut Ascent, fixed: &Fixed) {
        ascent.dual.lambda.fill(0);
        ascent.oracle.price.fill(NEVER);
        ascent.look(self.core, fixed, self.increment);
        for row in 0..self.core.groups {
            if self.core.rows[row].violation(self.core.activity(&ascent.oracle.edge_of)[row]) > 0 {
                self.shut(ascent, fixed, row);
            }
        }
    }

    /// The open choice that matters most.
    fn choose(&self, ascent: &Ascent, fixed: &Fixed, used: &[f32]) -> Option<Split> {
        let core = self.core;
        let edge_of = &ascent.oracle.edge_of;
        let free = |edge: usize| {
            let person = core.owner[edge];
            !(fixed.banned[edge]
                || fixed.must[person as usize] && core.edges(person).filter(|&edge| !fixed.banned[edge]).count() == 1)
        };
        for pair in &core.pairings {
            let (first, second) = (edge_of[pair.first as usize], edge_of[pair.second as usize]);
            if core.agree(pair, first, second) {
                continue;
            }
            for (person, edge) in [(pair.first, first), (pair.second, second)] {
                if edge == NONE {
                    continue;
                }
                let here = core.slot[edge as usize];
                let open = |edge: usize| !fixed.banned[edge];
                let inside = core.edges(person).any(|edge| open(edge) && core.slot[edge] == here);
                let outside = core.edges(person).any(|edge| open(edge) && core.slot[edge] != here);
                if inside && (outside || !fixed.must[person as usize]) {
                    return Some(Split::Place(person, core.places[person as usize][here as usize]));
                }
            }
        }
        let candidates = (0..core.target.len()).filter(|&edge| free(edge));
        let score = |edge: usize| {
            let priced: i64 = core
                .terms(edge)
                .iter()
                .map(|&(row, weight)| {
                    let broken = core.rows[row as usize].violation(ascent.activity[row as usize]) > 0;
                    (ascent.dual.lambda[row as usize] * weight).abs() / SCALE + i64::from(broken)
                })
                .sum();
            let half = 0.5 - (used[edge] - 0.5).abs();
            (half, priced, edge)
        };
        let best = candidates.map(score).max_by(|a, b| {
            let one = f64::from(a.0) * (1.0 + a.1 as f64);
            let other = f64::from(b.0) * (1.0 + b.1 as f64);
            one.total_cmp(&other).then(b.2.cmp(&a.2))
        })?;
        Some(Split::Pair(core.owner[best.2], core.target[best.2]))
    }
}

/// The split as the proof states it: places by the instance's own names, not by the solve's numbers.
fn named(core: &Core, split: Split) -> Split {
    match split {
        Split::Place(person, place) => Split::Place(person, core.place_names[place as usize]),
        Split::Pair(..) | Split::Assigned(_) => split,
    }
}

/// What is fixed after an answer to a split.
pub(super) fn decided(core: &Core, fixed: &Fixed, split: Split, holds: bool) -> Fixed {
    let mut fixed = fixed.clone();
    match split {
        Split::Pair(person, position) => {
            if holds {
                fixed.must[person as usize] = true;
                for edge in core.edges(person) {
                    fixed.banned[edge] |= core.target[edge] != position;
                }
                for &edge in core.edges_at(position) {
                    fixed.banned[edge as usize] |= core.owner[edge as usize] != person;
                }
            } else if let Some(edge) = core.edge(person, position) {
                fixed.banned[edge as usize] = true;
            }
        }
        Split::Place(person, place) => {
            fixed.must[person as usize] |= holds;
            for edge in core.edges(person) {
                let here = core.place[core.target[edge] as usize] == place;
                fixed.banned[edge] |= here != holds;
            }
        }
        Split::Assigned(person) => {
            fixed.must[person as usize] |= holds;
            if !holds {
                core.edges(person).for_each(|edge| fixed.banned[edge] = true);
            }
        }
    }
    fixed
}
