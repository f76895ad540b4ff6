//! Who should get which case: cases of an office shared among those who manage cases there, so that load stays even and
//! cases go to whoever knows them.
//!
//! The cost of a sharing is half the lever's points times the square of what each carries, counted in cases in development,
//! less the points for what people know; so one more case costs the more the more somebody carries. It is found greedily,
//! the heaviest case first, then made better by moving single cases and swapping pairs until neither gains. How far that is
//! from the least is measured in `tests/distribution.rs`.

mod ask;

pub use ask::{ask, managers_of};

use muster_domain::{CaseId, PersonId};

/// Millipoints of a point.
const MILLI: i64 = 1_000;
/// Passes over all cases after which the search ends in any event.
const PASSES: usize = 100;

/// A case to be given to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Which case.
    pub case: CaseId,
    /// Minutes a month that it takes.
    pub minutes: i64,
    /// What each manager knows of it, in their order.
    pub known: Vec<Known>,
}

/// What somebody knows of a case.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Cases of the same kind and group of goals that they managed, now or before.
    pub alike: usize,
    /// Cases of the same country that they managed, now or before.
    pub country: usize,
    /// Whether they managed or worked this very case before.
    pub own: bool,
}

/// What is to be shared among whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Who may get cases.
    pub managers: Vec<PersonId>,
    /// What each carries already: minutes a month.
    pub carried: Vec<i64>,
    /// How many cases each has already.
    pub cases: Vec<usize>,
    /// The cases.
    pub work: Vec<Work>,
    /// The levers.
    pub weights: Weights,
}

/// The levers of a sharing: points, and the minutes of a case in development that load is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights {
    /// For each case in development carried already.
    pub load: i64,
    /// Off for cases of the same kind and group.
    pub expertise: i64,
    /// Off for cases of the same country.
    pub country: i64,
    /// Off for this very case.
    pub continuity: i64,
    /// Minutes a month of a case in development.
    pub unit: i64,
}

/// Why a case goes to somebody: the points that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    /// For what they carry, beside this case and with all others they are given.
    pub load: i64,
    /// Off, for each thing they know.
    pub expertise: i64,
    /// Off, for the country.
    pub country: i64,
    /// Off, for this very case.
    pub continuity: i64,
}

impl Points {
    /// All together: less is better.
    pub fn total(&self) -> i64 {
        self.load - self.expertise - self.country - self.continuity
    }
}

/// A case and who should get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The case.
    pub case: CaseId,
    /// The place of the manager among those asked for.
    pub manager: usize,
    /// What they know of it.
    pub known: Known,
    /// Points for them, in thousandths.
    pub points: Points,
    /// The next best, and by how many thousandths of a point they cost more; none where there is no other.
    pub runner_up: Option<(usize, i64)>,
}

/// A sharing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// One a case, in the order asked.
    pub proposals: Vec<Proposal>,
    /// Minutes a month that each carries with it.
    pub carried: Vec<i64>,
    /// How many cases each has with it.
    pub cases: Vec<usize>,
    /// What it costs, thousandths of a point.
    pub cost: i64,
}

impl Weights {
    /// What a load costs, thousandths of a point.
    fn load_cost(&self, minutes: i64) -> i64 {
        let square = i128::from(minutes) * i128::from(minutes) * i128::from(self.load * MILLI);
        let unit = i128::from(self.unit.max(1));
        i64::try_from(square / (2 * unit * unit)).unwrap_or(i64::MAX / 4)
    }

    fn points(&self, known: Known, carried: i64, minutes: i64) -> Points {
        let on = |yes: bool, points: i64| if yes { points * MILLI } else { 0 };
        Points {
            load: self.load_cost(carried + minutes) - self.load_cost(carried),
            expertise: on(known.alike > 0, self.expertise),
            country: on(known.country > 0, self.country),
            continuity: on(known.own, self.continuity),
        }
    }
}

impl Ask {
    /// What case `work` costs `manager`, who carries so much beside it.
    fn points(&self, work: usize, manager: usize, carried: i64) -> Points {
        let work = &self.work[work];
        self.weights.points(work.known[manager], carried, work.minutes)
    }

    /// Shares the cases; none where there is nobody to share them among.
    pub fn share(&self) -> Option<Distribution> {
        if self.managers.is_empty() {
            return None;
        }
        let mut sharing = Sharing { ask: self, to: vec![0; self.work.len()], carried: self.carried.clone() };
        sharing.greedy();
        for _ in 0..PASSES {
            if !sharing.moves() && !sharing.swaps() {
                break;
            }
        }
        Some(sharing.told())
    }

    /// What giving each case to these managers costs, thousandths of a point.
    pub fn cost(&self, to: &[usize]) -> i64 {
        let mut carried = self.carried.clone();
        let mut cost: i64 = 0;
        for (work, manager) in to.iter().enumerate() {
            cost += self.points(work, *manager, carried[*manager]).total();
            carried[*manager] += self.work[work].minutes;
        }
        cost
    }
}

/// A sharing while it is worked out.
struct Sharing<'a> {
    ask: &'a Ask,
    to: Vec<usize>,
    carried: Vec<i64>,
}

impl Sharing<'_> {
    fn managers(&self) -> std::ops::Range<usize> {
        0..self.ask.managers.len()
    }

    /// What a case costs somebody, as the others lie now.
    fn points(&self, work: usize, manager: usize) -> Points {
        let own = if self.to[work] == manager { self.ask.work[work].minutes } else { 0 };
        self.ask.points(work, manager, self.carried[manager] - own)
    }

    fn give(&mut self, work: usize, manager: usize) {
        self.carried[self.to[work]] -= self.ask.work[work].minutes;
        self.to[work] = manager;
        self.carried[manager] += self.ask.work[work].minutes;
    }

    /// The heaviest case first, each to whom it costs least.
    fn greedy(&mut self) {
        let mut order: Vec<usize> = (0..self.ask.work.len()).collect();
        order.sort_by_key(|work| (-self.ask.work[*work].minutes, self.ask.work[*work].case));
        for work in order {
            let cost = |manager: &usize| self.ask.points(work, *manager, self.carried[*manager]).total();
            let best = self.managers().min_by_key(cost).unwrap_or(0);
            self.to[work] = best;
            self.carried[best] += self.ask.work[work].minutes;
        }
    }

    /// Moves single cases to whom they cost less; whether any was.
    fn moves(&mut self) -> bool {
        let mut moved = false;
        for work in 0..self.to.len() {
            let best = self.managers().min_by_key(|manager| self.points(work, *manager).total()).unwrap_or(0);
            if self.points(work, best).total() < self.points(work, self.to[work]).total() {
                self.give(work, best);
                moved = true;
            }
        }
        moved
    }

    /// Swaps pairs of cases where both together then cost less; whether any were.
    fn swaps(&mut self) -> bool {
        let mut swapped = false;
        for one in 0..self.to.len() {
            for other in one + 1..self.to.len() {
                let (a, b) = (self.to[one], self.to[other]);
                if a != b && self.gain(one, other) > 0 {
                    self.give(one, b);
                    self.give(other, a);
                    swapped = true;
                }
            }
        }
        swapped
    }

    /// By how much the sharing would cost less with two cases swapped.
    fn gain(&self, one: usize, other: usize) -> i64 {
        let (a, b) = (self.to[one], self.to[other]);
        let (work, weights) = (&self.ask.work, &self.ask.weights);
        let off = |work: usize, manager: usize| {
            let points = self.ask.points(work, manager, 0);
            points.expertise + points.country + points.continuity
        };
        let change = work[other].minutes - work[one].minutes;
        let load = |carried: i64, change: i64| weights.load_cost(carried + change) - weights.load_cost(carried);
        off(one, b) + off(other, a)
            - off(one, a)
            - off(other, b)
            - load(self.carried[a], change)
            - load(self.carried[b], -change)
    }

    fn told(&self) -> Distribution {
        let proposal = |work: usize| {
            let manager = self.to[work];
            let points = self.points(work, manager);
            let others = self.managers().filter(|other| *other != manager);
            let next = others.map(|other| (self.points(work, other).total() - points.total(), other)).min();
            Proposal {
                case: self.ask.work[work].case,
                manager,
                known: self.ask.work[work].known[manager],
                points,
                runner_up: next.map(|(by, other)| (other, by)),
            }
        };
        let mut cases = self.ask.cases.clone();
        self.to.iter().for_each(|manager| cases[*manager] += 1);
        Distribution {
            proposals: (0..self.to.len()).map(proposal).collect(),
            carried: self.carried.clone(),
            cases,
            cost: self.ask.cost(&self.to),
        }
    }
}

/// How unevenly loads lie: 0 where all carry the same, towards 1 where one carries all (Gini 1912).
pub fn gini(loads: &[i64]) -> f64 {
    let mut sorted = loads.to_vec();
    sorted.sort_unstable();
    let total: i64 = sorted.iter().sum();
    if total == 0 {
        return 0.0;
    }
    let ranked: i128 = (1i128..).zip(&sorted).map(|(rank, load)| rank * i128::from(*load)).sum();
    #[allow(clippy::cast_precision_loss, reason = "minutes of some hundred people")]
    let (ranked, count, total) = (ranked as f64, sorted.len() as f64, total as f64);
    (2.0 * ranked / (count * total) - (count + 1.0) / count).max(0.0)
}
