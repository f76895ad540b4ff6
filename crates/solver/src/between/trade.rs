//! The search for the curve: prices on blocking pairs where points and lines lie furthest apart.
//!
//! The two ends come first and exactly: the least cost by the pure solver, the least costly stable matching by its
//! rotations. Then, as long as steps last, the widest gap between two neighbouring corners of the points' hull
//! gives the next price (Aneja and Nair, *Bicriteria transportation problem*, 1979); multipliers rise under that
//! price, every assignment met on the way is a candidate, and so is what lies between it and its neighbours.

use std::ops::ControlFlow;

use super::curve::{Asked, BoundLine, Curve, Frontier, TradePoint};
use super::layout::{Layout, TradeError};
use super::least_stable::least_stable;
use super::prices::{Ascent, Multipliers, scale_for};
use super::relink::relink;
use super::state::State;
use super::verify::{Claim, check_point, proven_value};
use crate::problem::Problem;
use crate::solution::Solution;
use crate::solve::{Cancelled, Limits, Progress, solve_with};
use crate::stable::Preferences;

/// Bounds on the work of a trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TradeLimits {
    /// Calls of the pure solver in all.
    pub steps: u32,
    /// Calls under one price before another is looked at.
    pub steps_per_price: u32,
    /// Points that a curve may have, at least two.
    pub points: u32,
}

impl Default for TradeLimits {
    fn default() -> TradeLimits {
        TradeLimits { steps: 120, steps_per_price: 20, points: 200 }
    }
}

/// How far a trade has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TradeProgress {
    /// Calls of the pure solver so far.
    pub steps: u32,
    /// Calls there will be, at most.
    pub of: u32,
}

/// The least costly stable matching, exactly, with people and positions that no stable matching matches assigned at
/// least cost by pairs that block nothing. Verified.
///
/// # Errors
/// [`TradeError`] if costs and preferences do not belong together.
pub fn least_cost_stable(problem: &Problem, preferences: &Preferences) -> Result<TradePoint, TradeError> {
    let layout = Layout::new(problem, preferences)?;
    let found = least_stable(&layout, &mut |_| ControlFlow::Continue(()))?.expect("never told to stop");
    let state = State::new(&layout, &found);
    let point = TradePoint { cost: state.cost, blocking: state.blocking, position_of: found };
    check(problem, preferences, &point);
    Ok(point)
}

/// Trades cost against stability: the whole curve, or around one question, which [`Curve::least_cost`] or
/// [`Curve::most_stable`] then answers. Every point and line was verified.
///
/// `progress` is told at least once a step; once it answers `Break`, the search stops with what it has, which is a
/// curve as soon as both ends are known.
///
/// # Errors
/// [`TradeError`] if costs and preferences do not belong together; `Ok(Err(Cancelled))` if it was stopped before both
/// ends were known.
pub fn trade(
    problem: &Problem,
    preferences: &Preferences,
    asked: Asked,
    limits: &TradeLimits,
    progress: &mut dyn FnMut(TradeProgress) -> ControlFlow<()>,
) -> Result<Result<Curve, Cancelled>, TradeError> {
    let layout = Layout::new(problem, preferences)?;
    let mut search = match Search::new(&layout, asked, limits, progress)? {
        Ok(search) => search,
        Err(cancelled) => return Ok(Err(cancelled)),
    };
    let finished = search.run(progress)?;
    Ok(Ok(search.into_curve(finished)))
}

/// INVARIANT: the search counts right; a point that is other than stated must not leave the crate.
fn check(problem: &Problem, preferences: &Preferences, point: &TradePoint) {
    check_point(problem, preferences, &point.position_of, point.cost, point.blocking)
        .expect("points are counted right on the way");
}

struct Search<'a> {
    layout: &'a Layout<'a>,
    limits: TradeLimits,
    asked: Asked,
    /// Multipliers and prices are in the unit of the costs divided by this.
    scale: i64,
    /// The dearest price that cannot overflow.
    dearest: i64,
    steps: u32,
    frontier: Frontier,
    /// Proven lines with their multipliers, by rising price.
    lines: Vec<(BoundLine, Multipliers)>,
    /// How often each price was looked at.
    tried: Vec<(i64, u32)>,
}

impl<'a> Search<'a> {
    fn new(
        layout: &'a Layout<'a>,
        asked: Asked,
        limits: &TradeLimits,
        progress: &mut dyn FnMut(TradeProgress) -> ControlFlow<()>,
    ) -> Result<Result<Search<'a>, Cancelled>, TradeError> {
        let of = limits.steps;
        let mut watch = |_| progress(TradeProgress { steps: 0, of });
        if watch(Progress::Search { done: 0, of: 0 }).is_break() {
            return Ok(Err(Cancelled));
        }
        let ends = solve_with(layout.problem, &Limits::default(), &mut watch)
            .map(|optimum| (optimum, least_stable(layout, &mut watch)));
        let (optimum, stable) = match ends {
            Ok((optimum, stable)) => match stable? {
                Ok(stable) => (optimum, stable),
                Err(cancelled) => return Ok(Err(cancelled)),
            },
            Err(cancelled) => return Ok(Err(cancelled)),
        };
        let cheap = State::new(layout, &optimum.position_of);
        let stable = State::new(layout, &stable);
        let mut frontier = Frontier::new(limits.points as usize, cheap.blocking, asked);
        for end in [&cheap, &stable] {
            frontier.offer(end.cost, end.blocking, &end.position_of);
        }
        for (from, to) in [(&cheap, &stable), (&stable, &cheap)] {
            relink(from, to, &mut |state| frontier.offer(state.cost, state.blocking, &state.position_of));
        }
        let (scale, dearest) = scale_for(layout, stable.cost.saturating_sub(cheap.cost));
        let mut search = Search {
            layout,
            limits: *limits,
            asked,
            scale,
            dearest,
            steps: 1,
            frontier,
            lines: Vec::new(),
            tried: Vec::new(),
        };
        let scaled = |prices: &[i64]| prices.iter().map(|price| price * scale).collect();
        let optimum = Solution {
            person_price: scaled(&optimum.person_price),
            position_price: scaled(&optimum.position_price),
            ..optimum
        };
        search.prove(Multipliers { price: 0, of: vec![0; layout.wishes.len()] }, &optimum);
        Ok(Ok(search))
    }

    /// True if it went on until steps or gaps were used up.
    fn run(&mut self, progress: &mut dyn FnMut(TradeProgress) -> ControlFlow<()>) -> Result<bool, TradeError> {
        while self.steps < self.limits.steps {
            let Some(price) = self.next_price() else { return Ok(true) };
            if !self.look(price, progress)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The slope between two neighbouring corners where the points are furthest above what is proven.
    fn next_price(&self) -> Option<i64> {
        let hull = self.frontier.hull();
        let of = |edge: &[&TradePoint]| {
            let (run, rise) = (edge[1].blocking - edge[0].blocking, edge[0].cost - edge[1].cost);
            let price = i128::from(rise) * i128::from(self.scale) / i128::from(run);
            let price = price.clamp(1, i128::from(self.dearest)) as i64;
            let gap = self.target(price) - self.proven(price);
            let times = self.tried.iter().filter(|(tried, _)| tried.abs_diff(price) * 50 <= price.unsigned_abs());
            let times = times.map(|(_, times)| i128::from(*times)).sum::<i128>();
            (gap / (1 + times * times), price, gap)
        };
        let matters = |edge: &&[&TradePoint]| match self.asked {
            Asked::Whole => true,
            Asked::Blocking(limit) => edge[0].blocking <= limit && limit < edge[1].blocking,
            Asked::Cost(limit) => edge[1].cost <= limit && limit < edge[0].cost,
        };
        let widest = hull.windows(2).filter(matters).map(of).filter(|&(_, _, gap)| gap > 0).max()?;
        Some(widest.1)
    }

    /// The least `scale × cost + price × blocking` of the points.
    fn target(&self, price: i64) -> i128 {
        let points = self.frontier.points().into_iter();
        let priced = |point: &TradePoint| {
            i128::from(self.scale) * i128::from(point.cost) + i128::from(price) * i128::from(point.blocking)
        };
        points.map(priced).min().unwrap_or(i128::MAX)
    }

    /// What is proven of the same: the best value under a price is concave in it and rises with it, so it lies above
    /// the chords between lines.
    fn proven(&self, price: i64) -> i128 {
        let at = self.lines.partition_point(|(line, _)| line.price < price);
        let Some((after, _)) = self.lines.get(at) else { return self.lines[at - 1].0.value };
        let before = self.lines[at.max(1) - 1].0;
        let (width, reach) = (i128::from(after.price - before.price), i128::from(price - before.price));
        if width == 0 { after.value } else { before.value + (after.value - before.value) / width * reach }
    }

    /// Raises multipliers under one price; false if told to stop.
    fn look(
        &mut self,
        price: i64,
        progress: &mut dyn FnMut(TradeProgress) -> ControlFlow<()>,
    ) -> Result<bool, TradeError> {
        self.tried.push((price, 1));
        let near = self.lines.iter().min_by_key(|(line, _)| line.price.abs_diff(price));
        let start = near.expect("there is always the line of price 0").1.under(price);
        let mut ascent = Ascent::new(self.layout, self.scale, start);
        let mut best: Option<(i128, State<'a>)> = None;
        let mut go_on = true;
        for _ in 0..self.limits.steps_per_price {
            let at = TradeProgress { steps: self.steps, of: self.limits.steps };
            if progress(at).is_break() {
                go_on = false;
                break;
            }
            let target = self.target(price);
            if self.steps >= self.limits.steps || ascent.value() >= target {
                break;
            }
            self.steps += 1;
            let Ok(state) = ascent.step(target, &mut |_| progress(at))? else {
                go_on = false;
                break;
            };
            self.frontier.offer(state.cost, state.blocking, &state.position_of);
            let worth =
                i128::from(self.scale) * i128::from(state.cost) + i128::from(price) * i128::from(state.blocking);
            if best.as_ref().is_none_or(|(least, _)| worth < *least) {
                best = Some((worth, state));
            }
        }
        if let Some((_, multipliers, solution)) = ascent.into_best() {
            self.prove(multipliers, &solution);
        }
        if let Some((_, state)) = best {
            self.join(&state);
        }
        Ok(go_on)
    }

    /// Looks at what lies between an assignment and the corners on either side of it.
    fn join(&mut self, state: &State<'a>) {
        let hull = self.frontier.hull();
        let at = hull.partition_point(|point| point.blocking < state.blocking);
        let mut corners = Vec::new();
        for near in [at.checked_sub(1), Some(at), Some(at + 1)].into_iter().flatten() {
            corners.extend(hull.get(near).map(|point| State::new(self.layout, &point.position_of)));
        }
        for corner in &corners {
            for (from, to) in [(corner, state), (state, corner)] {
                let frontier = &mut self.frontier;
                relink(from, to, &mut |state| frontier.offer(state.cost, state.blocking, &state.position_of));
            }
        }
    }

    /// Adds a line, derived anew by the verifier.
    fn prove(&mut self, multipliers: Multipliers, solution: &Solution) {
        let claim = Claim {
            scale: self.scale,
            price: multipliers.price,
            multipliers: &multipliers.of,
            person_price: &solution.person_price,
            position_price: &solution.position_price,
        };
        // INVARIANT: the solver's prices are feasible for the discounted costs they were found with.
        let value =
            proven_value(self.layout.problem, self.layout.preferences, &claim).expect("the prices are feasible");
        let line = BoundLine { scale: self.scale, price: multipliers.price, value };
        let at = self.lines.partition_point(|(other, _)| other.price < line.price);
        match self.lines.get_mut(at) {
            Some(same) if same.0.price == line.price => {
                if same.0.value < value {
                    *same = (line, multipliers);
                }
            }
            _ => self.lines.insert(at, (line, multipliers)),
        }
    }

    fn into_curve(self, finished: bool) -> Curve {
        let points: Vec<TradePoint> = self.frontier.points().into_iter().cloned().collect();
        for point in &points {
            check(self.layout.problem, self.layout.preferences, point);
        }
        Curve {
            points,
            lines: self.lines.into_iter().map(|(line, _)| line).collect(),
            stable_is_least: !self.layout.one_sided,
            steps: self.steps,
            finished,
        }
    }
}
