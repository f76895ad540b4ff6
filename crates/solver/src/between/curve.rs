//! What a trade between cost and stability is answered with: points that are reached, and lines that nothing is below.

use serde::{Deserialize, Serialize};

/// An assignment with its cost and its blocking pairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TradePoint {
    /// Total cost: pairs, people unassigned, positions unfilled.
    pub cost: i64,
    /// Number of blocking pairs.
    pub blocking: u64,
    /// The position of each person, or nothing.
    pub position_of: Vec<Option<u32>>,
}

/// A proven line: every assignment with `b` blocking pairs costs at least `(value − price × b) / scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoundLine {
    pub(super) scale: i64,
    pub(super) price: i64,
    pub(super) value: i128,
}

impl BoundLine {
    /// What one blocking pair is worth on this line, in the unit of the costs.
    pub fn price(&self) -> f64 {
        self.price as f64 / self.scale as f64
    }

    /// The least cost that the line allows with so many blocking pairs.
    pub fn cost_at(&self, blocking: u64) -> i128 {
        ceil_div(self.value - i128::from(self.price) * i128::from(blocking), i128::from(self.scale))
    }

    /// The fewest blocking pairs that the line allows at such a cost.
    pub fn blocking_at(&self, cost: i64) -> i128 {
        let missing = self.value - i128::from(self.scale) * i128::from(cost);
        if self.price == 0 { 0 } else { ceil_div(missing, i128::from(self.price)) }
    }
}

fn ceil_div(number: i128, by: i128) -> i128 {
    -(-number).div_euclid(by)
}

/// An assignment and the bound that it is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between<'a> {
    /// The best assignment found.
    pub point: &'a TradePoint,
    /// No assignment that keeps the condition does better than this: the cost, or the number of blocking pairs.
    pub bound: i64,
}

/// The trade between cost and stability, from the least cost to the least costly stable assignment.
///
/// With many positions and people the exact curve is out of reach (minimum-cost assignment with at most `b`
/// blocking pairs is NP-hard), so it is enclosed: points above, lines below.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Curve {
    /// The points found of which none costs less with no more blocking pairs: blocking pairs rise, costs fall. The
    /// first has no blocking pair, the last the least cost there is.
    pub points: Vec<TradePoint>,
    /// Proven lines, by rising price; the first has price 0 and states the least cost.
    pub lines: Vec<BoundLine>,
    /// Whether the first point is known to be the least costly without a blocking pair. It is the least costly
    /// stable matching; only if some allowed pair is listed by one side alone, something cheaper may block nothing.
    pub stable_is_least: bool,
    /// Calls of the pure solver.
    pub steps: u32,
    /// False if it was stopped before its steps were used up or the curve was closed.
    pub finished: bool,
}

impl Curve {
    /// The least costly assignment found with at most so many blocking pairs; the bound is a cost.
    pub fn least_cost(&self, blocking: u64) -> Between<'_> {
        let at = self.points.partition_point(|point| point.blocking <= blocking);
        let lines = self.lines.iter().map(|line| line.cost_at(blocking)).max();
        let exact = (blocking == 0 && self.stable_is_least).then(|| i128::from(self.points[0].cost));
        let bound = lines.max(exact).expect("there is always the line of price 0");
        Between { point: &self.points[at.max(1) - 1], bound: bound as i64 }
    }

    /// The assignment found with the fewest blocking pairs among those that cost at most so much; the bound is a
    /// number of blocking pairs. Nothing if nothing costs so little.
    pub fn most_stable(&self, cost: i64) -> Option<Between<'_>> {
        let point = self.points.iter().find(|point| point.cost <= cost)?;
        let lines = self.lines.iter().map(|line| line.blocking_at(cost)).max();
        let some = i128::from(self.stable_is_least && cost < self.points[0].cost);
        let bound = lines.into_iter().chain([some, 0]).max().expect("zero is one");
        Some(Between { point, bound: bound as i64 })
    }
}

/// The best points met: one for each of a limited number of ranges of blocking pairs, and one for the question
/// asked.
pub(super) struct Frontier {
    slots: Vec<Option<TradePoint>>,
    /// Blocking pairs at the least cost, the end of the last range.
    most: u64,
    asked: Asked,
    answer: Option<TradePoint>,
}

/// Which part of the curve is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// All of it.
    Whole,
    /// The least cost with at most so many blocking pairs.
    Blocking(u64),
    /// The fewest blocking pairs at no more than such a cost.
    Cost(i64),
}

impl Frontier {
    pub(super) fn new(slots: usize, most: u64, asked: Asked) -> Frontier {
        Frontier { slots: vec![None; slots.max(2)], most, asked, answer: None }
    }

    /// Keeps a point if it is the best of its range or of the question.
    pub(super) fn offer(&mut self, cost: i64, blocking: u64, position_of: &[Option<u32>]) {
        if blocking > self.most {
            return;
        }
        let point = || Some(TradePoint { cost, blocking, position_of: position_of.to_vec() });
        // The first range is for no blocking pair at all.
        let ranges = self.slots.len() as u64 - 1;
        let slot = (blocking * ranges).div_ceil(self.most.max(1)) as usize;
        let slot = &mut self.slots[slot];
        if slot.as_ref().is_none_or(|best| (cost, blocking) < (best.cost, best.blocking)) {
            *slot = point();
        }
        let best = self.answer.as_ref();
        let is_better = match self.asked {
            Asked::Whole => false,
            Asked::Blocking(limit) => {
                blocking <= limit && best.is_none_or(|best| (cost, blocking) < (best.cost, best.blocking))
            }
            Asked::Cost(limit) => {
                cost <= limit && best.is_none_or(|best| (blocking, cost) < (best.blocking, best.cost))
            }
        };
        if is_better {
            self.answer = point();
        }
    }

    /// The points that no other beats, by rising blocking pairs.
    pub(super) fn points(&self) -> Vec<&TradePoint> {
        let mut all: Vec<&TradePoint> = self.slots.iter().chain([&self.answer]).flatten().collect();
        all.sort_by_key(|point| (point.blocking, point.cost));
        let mut least = i64::MAX;
        all.retain(|point| {
            let improves = point.cost < least;
            least = least.min(point.cost);
            improves
        });
        all
    }

    /// The corners of the points' lower convex hull.
    pub(super) fn hull(&self) -> Vec<&TradePoint> {
        let mut hull: Vec<&TradePoint> = Vec::new();
        for point in self.points() {
            while let [.., before, last] = hull[..] {
                let run = |from: &TradePoint, to: &TradePoint| i128::from(to.blocking) - i128::from(from.blocking);
                let rise = |from: &TradePoint, to: &TradePoint| i128::from(to.cost) - i128::from(from.cost);
                if rise(before, last) * run(before, point) < rise(before, point) * run(before, last) {
                    break;
                }
                hull.pop();
            }
            hull.push(point);
        }
        hull
    }
}
