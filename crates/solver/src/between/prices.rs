//! Lower bounds: a price on every blocking pair, spread over the pairs that would prevent it.
//!
//! Of an acceptable pair `(i, j)`, either it blocks, or `i` holds something at least as good as `j`, or `j` holds
//! somebody better than `i` (the stability constraints of Vande Vate, *Linear programming brings marital bliss*,
//! 1989, with a slack). With multipliers `0 ≤ λ(i,j) ≤ price`, every assignment with `b` blocking pairs costs at least
//! `Σλ + optimum of the assignment with each pair discounted by the λ it prevents − price · b`. Multipliers are
//! improved by subgradient steps; the pure solver is the oracle.

use std::ops::ControlFlow;

use super::layout::{Layout, NONE, TradeError};
use super::state::State;
use crate::problem::Problem;
use crate::solution::Solution;
use crate::solve::{Cancelled, Limits, Progress, solve_with};

/// Multipliers under one price, in the unit of the costs times the scale.
#[derive(Clone)]
pub(super) struct Multipliers {
    /// What one blocking pair costs.
    pub(super) price: i64,
    /// Per wish, its multiplier.
    pub(super) of: Vec<i64>,
}

impl Multipliers {
    /// The same multipliers under another price.
    pub(super) fn under(&self, price: i64) -> Multipliers {
        Multipliers { price, of: self.of.iter().map(|&multiplier| multiplier.min(price)).collect() }
    }

    /// The sum of all multipliers.
    pub(super) fn total(&self) -> i64 {
        self.of.iter().sum()
    }
}

/// The assignment problem in which every pair is discounted by the multipliers of the blocking it prevents.
pub(super) fn discounted(layout: &Layout<'_>, scale: i64, multipliers: &Multipliers) -> Result<Problem, TradeError> {
    // A pair prevents the blocking of the person's wishes from itself on…
    let mut by_person = multipliers.of.clone();
    for person in 0..layout.problem.people() as u32 {
        let mut sum = 0;
        for wish in layout.wish_range(person).rev() {
            sum += by_person[wish];
            by_person[wish] = sum;
        }
    }
    // … and of those whom the position ranks after its person.
    let mut by_position = vec![0_i64; layout.ranked.len()];
    for position in 0..layout.problem.positions() as u32 {
        let mut sum = 0;
        for entry in layout.ranked_range(position).rev() {
            by_position[entry] = sum;
            let wish = layout.ranked[entry].1;
            sum += if wish == NONE { 0 } else { multipliers.of[wish as usize] };
        }
    }
    let entry = |list: &[i64], at: u32| if at == NONE { 0 } else { list[at as usize] };
    let pairs = layout.pairs.iter().map(|pair| {
        let discount = entry(&by_person, pair.wish) + entry(&by_position, pair.ranked);
        (pair.person, pair.position, scale * pair.cost - discount)
    });
    let scaled = |costs: &[i64]| costs.iter().map(|cost| scale * cost).collect();
    Ok(Problem::new(pairs, scaled(layout.problem.unassigned()), scaled(layout.problem.unfilled()))?)
}

/// Subgradient ascent under one price.
pub(super) struct Ascent<'a> {
    layout: &'a Layout<'a>,
    scale: i64,
    /// The multipliers tried next.
    multipliers: Multipliers,
    best: Option<(i128, Multipliers, Solution)>,
    slope: Vec<i8>,
    /// The direction of the last step, for damping zigzags.
    direction: Vec<f32>,
    /// Share of the gap that a step aims at.
    reach: f64,
    stalled: u32,
}

impl<'a> Ascent<'a> {
    pub(super) fn new(layout: &'a Layout<'a>, scale: i64, start: Multipliers) -> Ascent<'a> {
        let wishes = layout.wishes.len();
        Ascent {
            layout,
            scale,
            multipliers: start,
            best: None,
            slope: vec![0; wishes],
            direction: vec![0.0; wishes],
            reach: 1.0,
            stalled: 0,
        }
    }

    /// The best multipliers met, the value they prove, and the priced solution that proves it.
    pub(super) fn into_best(self) -> Option<(i128, Multipliers, Solution)> {
        self.best
    }

    /// The value proven so far.
    pub(super) fn value(&self) -> i128 {
        self.best.as_ref().map_or(i128::MIN, |best| best.0)
    }

    /// One call of the oracle and one step; gives the oracle's assignment. `target` is the value to aim at: the
    /// scaled cost plus price of the best assignment known.
    pub(super) fn step(
        &mut self,
        target: i128,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Result<State<'a>, Cancelled>, TradeError> {
        let problem = discounted(self.layout, self.scale, &self.multipliers)?;
        let solution = match solve_with(&problem, &Limits::default(), progress) {
            Ok(solution) => solution,
            Err(cancelled) => return Ok(Err(cancelled)),
        };
        let value = i128::from(self.multipliers.total()) + i128::from(solution.objective);
        let state = State::new(self.layout, &solution.position_of);
        let improved = value > self.value();
        let gained = value - self.value().max(value - 1_000_000_000_000);
        if improved {
            self.best = Some((value, self.multipliers.clone(), solution));
        }
        // Progress of less than a hundredth of the gap is a stall too.
        if improved && gained * 100 > target - value {
            self.stalled = 0;
        } else {
            self.stalled += 1;
            if self.stalled >= 3 {
                self.stalled = 0;
                self.reach /= 2.0;
            }
        }
        state.uncovered(&mut self.slope);
        self.advance((target - value).max(1));
        Ok(Ok(state))
    }

    fn advance(&mut self, gap: i128) {
        let price = self.multipliers.price;
        let mut norm = 0.0_f64;
        for ((direction, &slope), &multiplier) in self.direction.iter_mut().zip(&self.slope).zip(&self.multipliers.of) {
            *direction = f32::from(slope) + 0.5 * *direction;
            let stuck = (*direction > 0.0 && multiplier >= price) || (*direction < 0.0 && multiplier <= 0);
            if stuck {
                *direction = 0.0;
            }
            norm += f64::from(*direction) * f64::from(*direction);
        }
        if norm == 0.0 {
            return;
        }
        let step = self.reach * gap as f64 / norm;
        for (&direction, multiplier) in self.direction.iter().zip(&mut self.multipliers.of) {
            let change = step * f64::from(direction);
            // At least one unit, or a small step would change nothing.
            let change = if change.abs() < 1.0 && direction != 0.0 { change.signum() } else { change.round() };
            *multiplier = multiplier.saturating_add(change as i64).clamp(0, price);
        }
    }
}

/// How finely to scale costs so that whole-numbered multipliers are no coarser than a millionth of the largest, and
/// the dearest price whose sums still fit; `range` is the cost of stability.
pub(super) fn scale_for(layout: &Layout<'_>, range: i64) -> (i64, i64) {
    let problem = layout.problem;
    let costs =
        layout.pairs.iter().map(|pair| pair.cost).chain(problem.unassigned().iter().chain(problem.unfilled()).copied());
    let largest = costs.map(i64::abs).max().unwrap_or(1).max(1);
    let fits = (1_i64 << 60) / (layout.wishes.len() as i64 + 2);
    let scale = ((1 << 20) / largest).min(fits / range.max(1)).max(1);
    (scale, range.saturating_mul(scale).saturating_add(1).min(fits))
}
