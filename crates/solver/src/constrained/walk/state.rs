//! The assignment under change: what it costs, what its rows add up to, and the way back.

use super::super::core::{Core, SCALE};
use super::lists::{Choice, Lists};
use crate::market::NONE;

/// Penalties stay so small that a row's sum cannot overflow.
const STEEPEST: i64 = 1 << 48;

/// An assignment that parts no couple once a move is complete, and what breaking rows costs for now.
#[derive(Debug, Clone)]
pub(super) struct State<'c> {
    pub(super) core: &'c Core,
    pub(super) edge_of: Vec<u32>,
    /// Per position, the edge that holds it.
    pub(super) held: Vec<u32>,
    activity: Vec<i64>,
    /// Per group: what a unit outside its limits costs, in `1/SCALE`.
    penalty: Vec<i64>,
    /// Per group: what a unit inside its limit is worth, in `1/SCALE`; negative if the limit is a floor.
    soft: Vec<i64>,
    /// Groups outside their limits.
    pub(super) broken: usize,
    /// Cost in `1/SCALE`, without penalties; a person lifted and not put again costs nothing.
    pub(super) cost: i64,
    /// Penalties in `1/SCALE`.
    pub(super) fines: i64,
    /// Who moved and where from, oldest first.
    pub(super) log: Vec<(u32, u32)>,
}

impl<'c> State<'c> {
    /// Nobody has moved yet.
    pub(super) fn new(core: &'c Core, edge_of: &[u32]) -> State<'c> {
        let mut state = State {
            core,
            edge_of: edge_of.to_vec(),
            held: Vec::new(),
            activity: Vec::new(),
            penalty: vec![0; core.groups],
            soft: vec![0; core.groups],
            broken: 0,
            cost: 0,
            fines: 0,
            log: Vec::new(),
        };
        state.load(edge_of);
        state
    }

    /// Takes another assignment.
    pub(super) fn load(&mut self, edge_of: &[u32]) {
        self.edge_of.copy_from_slice(edge_of);
        self.held = vec![NONE; self.core.positions()];
        for &edge in edge_of.iter().filter(|&&edge| edge != NONE) {
            self.held[self.core.target[edge as usize] as usize] = edge;
        }
        self.activity = self.core.activity(edge_of);
        self.cost = self.core.objective(edge_of) * SCALE;
        self.log.clear();
        self.fine();
    }

    fn fine(&mut self) {
        let violation = |row: usize| self.core.rows[row].shortfall(self.activity[row]);
        self.broken = (0..self.core.groups).filter(|&row| violation(row) > 0).count();
        self.fines = (0..self.core.groups).map(|row| self.fine_of(row, self.activity[row])).sum();
    }

    /// What a group costs beside the pairs: a penalty outside its limits; inside, where it is soft, less than nothing.
    fn fine_of(&self, row: usize, activity: i64) -> i64 {
        let limits = &self.core.rows[row];
        let outside = limits.shortfall(activity);
        if outside > 0 {
            return self.penalty[row].saturating_mul(outside);
        }
        let limit = if self.soft[row] > 0 { limits.most } else { limits.least };
        limit.map_or(0, |limit| self.soft[row] * (activity - limit))
    }

    /// Where a step costs no more than `below`, in `1/SCALE`, what is left of a limit is worth most of its multiplier.
    /// Otherwise no step that uses some of it is taken until another has made room, although many such pairs of steps
    /// cost nothing.
    pub(super) fn soften(&mut self, lists: &Lists, below: i64) {
        for (row, soft) in self.soft.iter_mut().enumerate() {
            let lambda = lists.lambda[row];
            let step = lambda.abs().saturating_mul(self.core.rows[row].typical);
            *soft = if step <= below { lambda / 4 * 3 } else { 0 };
        }
        self.fine();
    }

    /// Rows that are broken become dearer, others cheaper, none cheaper than a quarter above its multiplier.
    pub(super) fn insist(&mut self, steep: &[i64]) {
        for (row, penalty) in self.penalty.iter_mut().enumerate() {
            let limits = &self.core.rows[row];
            let floor = steep[row] + steep[row] / 4 + 20 * SCALE / limits.typical + 1;
            let top = (STEEPEST / limits.heaviest).max(1);
            let next = if limits.shortfall(self.activity[row]) > 0 {
                *penalty + (floor / 4).max(*penalty / 4) + 1
            } else {
                *penalty - (*penalty - floor) / 64
            };
            *penalty = next.max(floor).min(top);
        }
        self.fine();
    }

    /// How far a group is below its cap; negative if above.
    pub(super) fn room(&self, group: u32) -> i64 {
        self.core.rows[group as usize].most.map_or(0, |most| most - self.activity[group as usize])
    }

    pub(super) fn total(&self) -> i64 {
        self.cost + self.fines
    }

    /// What the rows' penalties change by if one edge is taken and another given up; either may be [`NONE`].
    pub(super) fn fined(&self, taken: u32, given: u32) -> i64 {
        let terms = |edge: u32| if edge == NONE { &[][..] } else { self.core.group_terms(edge as usize) };
        let (mut plus, mut minus) = (terms(taken), terms(given));
        let mut change = 0;
        loop {
            let (row, weight) = match (plus.first(), minus.first()) {
                (None, None) => return change,
                (Some(&(row, weight)), Some(&(other, less))) if row == other => {
                    (plus, minus) = (&plus[1..], &minus[1..]);
                    (row, weight - less)
                }
                (Some(&(row, weight)), other) if other.is_none_or(|other| row < other.0) => {
                    plus = &plus[1..];
                    (row, weight)
                }
                (_, Some(&(row, less))) => {
                    minus = &minus[1..];
                    (row, -less)
                }
                (Some(_), None) => return change,
            };
            let row = row as usize;
            change += self.fine_of(row, self.activity[row] + weight) - self.fine_of(row, self.activity[row]);
        }
    }

    fn weigh(&mut self, edge: u32, sign: i64) {
        for &(row, weight) in self.core.group_terms(edge as usize) {
            let row = row as usize;
            let before = self.activity[row];
            let after = before + sign * weight;
            let limits = &self.core.rows[row];
            self.broken += usize::from(limits.violation(after) > 0);
            self.broken -= usize::from(limits.violation(before) > 0);
            self.fines += self.fine_of(row, after) - self.fine_of(row, before);
            self.activity[row] = after;
        }
    }

    /// Takes a person out of its position, or out of staying out.
    pub(super) fn lift(&mut self, person: u32) {
        if !self.moved(person) {
            self.log.push((person, self.edge_of[person as usize]));
        }
        self.leave(person);
    }

    fn leave(&mut self, person: u32) {
        let edge = std::mem::replace(&mut self.edge_of[person as usize], NONE);
        if edge == NONE {
            self.cost -= self.core.out[person as usize] * SCALE;
            return;
        }
        let position = self.core.target[edge as usize] as usize;
        self.held[position] = NONE;
        self.cost += (self.core.open[position] - self.core.cost[edge as usize]) * SCALE;
        self.weigh(edge, -1);
    }

    /// Puts a lifted person on an edge whose position is open, or out with [`NONE`].
    pub(super) fn put(&mut self, person: u32, edge: u32) {
        self.edge_of[person as usize] = edge;
        if edge == NONE {
            self.cost += self.core.out[person as usize] * SCALE;
            return;
        }
        let position = self.core.target[edge as usize] as usize;
        self.held[position] = edge;
        self.cost += (self.core.cost[edge as usize] - self.core.open[position]) * SCALE;
        self.weigh(edge, 1);
    }

    /// Takes everything back that the log holds. Nobody may be lifted and not put.
    pub(super) fn undo(&mut self) {
        let log = std::mem::take(&mut self.log);
        for &(person, _) in &log {
            self.leave(person);
        }
        for &(person, edge) in &log {
            self.put(person, edge);
        }
        self.log = log;
        self.log.clear();
    }

    /// Leaves people out, couples as one, until every row is kept, the cheapest first for what they weigh. Whom to leave
    /// out for one row may break another, so rows are gone over again; where that does not mend one, all whom it counts
    /// are left out. Only rows that nobody's staying out keeps remain broken.
    pub(super) fn leave_out(&mut self) {
        let mut before = usize::MAX;
        while 0 < self.broken && self.broken < before {
            before = self.broken;
            for row in 0..self.core.groups {
                self.relieve(row);
            }
        }
        let mut placed = usize::MAX;
        while self.broken > 0 && self.placed() < placed {
            placed = self.placed();
            for row in 0..self.core.groups {
                if self.core.rows[row].violation(self.activity[row]) > 0 {
                    let counted = (0..self.core.people() as u32).filter(|&person| self.counts(row, person));
                    counted.collect::<Vec<_>>().into_iter().for_each(|person| self.drop_unit(person));
                }
            }
        }
        self.log.clear();
    }

    /// Leaves people out for one row, the cheapest first for what they weigh, as long as that saves fines.
    fn relieve(&mut self, row: usize) {
        if self.core.rows[row].violation(self.activity[row]) == 0 {
            return;
        }
        let people = 0..self.core.people() as u32;
        let mut order: Vec<(f64, u32)> = people.filter_map(|one| Some((self.relief(row, one)?, one))).collect();
        order.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        for (_, person) in order {
            if self.core.rows[row].violation(self.activity[row]) == 0 {
                return;
            }
            // Whoever was left out with another, or would help no more, stays.
            if self.relief(row, person).is_some() {
                self.drop_unit(person);
            }
        }
    }

    fn drop_unit(&mut self, person: u32) {
        for member in self.unit(person) {
            self.leave(member);
            self.put(member, NONE);
        }
    }

    fn placed(&self) -> usize {
        self.edge_of.iter().filter(|&&edge| edge != NONE).count()
    }

    /// Whether a row counts a person where it is.
    fn counts(&self, row: usize, person: u32) -> bool {
        let edge = self.edge_of[person as usize];
        edge != NONE && self.core.group_terms(edge as usize).iter().any(|term| term.0 as usize == row)
    }

    /// A person, or both of its couple.
    fn unit(&self, person: u32) -> Vec<u32> {
        match self.core.pairing_of[person as usize] {
            NONE => vec![person],
            pairing => {
                let pair = &self.core.pairings[pairing as usize];
                vec![pair.first, pair.second]
            }
        }
    }

    /// What a unit of all fines costs if it is saved by leaving somebody of a row out; nothing if none is.
    fn relief(&mut self, row: usize, person: u32) -> Option<f64> {
        let unit = self.unit(person);
        if !unit.iter().any(|&member| self.counts(row, member)) {
            return None;
        }
        let (cost, fines) = (self.cost, self.fines);
        self.log.clear();
        for &member in &unit {
            self.lift(member);
            self.put(member, NONE);
        }
        let (cost, saved) = (self.cost - cost, fines - self.fines);
        self.undo();
        (saved > 0).then(|| cost as f64 / saved as f64)
    }

    /// Whether a person moved since the log was cleared.
    pub(super) fn moved(&self, person: u32) -> bool {
        self.log.iter().any(|entry| entry.0 == person)
    }

    /// What a choice costs beyond the person's base, penalties included, if its holder then finds its own base.
    pub(super) fn worth(&self, lists: &Lists, choice: Choice) -> i64 {
        let held = self.held[choice.target as usize];
        let given = if held == NONE { lists.open_value[choice.target as usize] } else { lists.value[held as usize] };
        lists.value[choice.edge as usize] - given + self.fined(choice.edge, held)
    }

    /// Whether a person of a couple may take an edge where the other stays.
    pub(super) fn fits(&self, person: u32, edge: u32) -> bool {
        let core = self.core;
        let pair = &core.pairings[core.pairing_of[person as usize] as usize];
        let with = |other: u32| self.edge_of[other as usize];
        let (one, other) = if pair.first == person { (edge, with(pair.second)) } else { (with(pair.first), edge) };
        core.agree(pair, one, other) && core.target[one as usize] != core.target[other as usize]
    }
}
