//! Climbing by all multipliers together: the volume algorithm (Barahona and Anbil 2000).
//!
//! Multipliers that move one at a time, each by the sign of what its own constraint lacks, stop where none can gain alone;
//! with many couples or tight floors that is well below the best bound. Here all move at once along the mean of what the
//! relaxed answers of late left over. The mean of those answers estimates the optimum of the linear relaxation.

/// What a new answer weighs in a mean.
pub(super) const NEWEST: f64 = 0.03;

/// Rounds without a better bound after which steps become shorter.
const PATIENCE: u32 = 20;

/// A problem whose multipliers are sought.
pub(super) trait Relaxation {
    /// What the multipliers prove; writes what their relaxed answer leaves over of every constraint.
    fn look(&mut self, point: &[f64], left: &mut [f64]) -> f64;
}

/// Where a multiplier may lie, and the unit in which it moves.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) unit: f64,
}

/// A climb under way.
#[derive(Debug, Clone)]
pub(super) struct Climb {
    ranges: Vec<Range>,
    /// The best point, and what it proves.
    pub(super) best: Vec<f64>,
    pub(super) bound: f64,
    /// The point looked at, and what its answer leaves over.
    point: Vec<f64>,
    left: Vec<f64>,
    /// The mean of what was left over of late.
    mean: Vec<f64>,
    step: Vec<f64>,
    /// What the steps aim at, and how far they go.
    target: f64,
    reach: f64,
    fails: u32,
}

impl Climb {
    /// A climb from a point.
    pub(super) fn new(problem: &mut impl Relaxation, mut from: Vec<f64>, ranges: Vec<Range>, reach: f64) -> Climb {
        for (at, range) in from.iter_mut().zip(&ranges) {
            *at = at.clamp(range.low, range.high);
        }
        let size = from.len();
        let mut climb = Climb {
            ranges,
            bound: 0.0,
            point: from.clone(),
            best: from,
            left: vec![0.0; size],
            mean: Vec::new(),
            step: vec![0.0; size],
            target: 0.0,
            reach,
            fails: 0,
        };
        climb.again(problem, reach);
        climb.mean.clone_from(&climb.left);
        climb
    }

    /// Goes on after the problem has changed.
    pub(super) fn again(&mut self, problem: &mut impl Relaxation, reach: f64) {
        self.bound = problem.look(&self.best, &mut self.left);
        self.target = self.bound + 0.02 * self.bound.abs().max(1.0);
        (self.reach, self.fails) = (reach, 0);
    }

    /// One round.
    pub(super) fn round(&mut self, problem: &mut impl Relaxation) {
        let mut square = 0.0;
        for (at, range) in self.ranges.iter().enumerate() {
            let step = self.mean[at] * range.unit;
            let blocked = step > 0.0 && self.best[at] >= range.high || step < 0.0 && self.best[at] <= range.low;
            self.step[at] = if blocked { 0.0 } else { step };
            square += self.step[at] * self.step[at];
        }
        if square <= f64::EPSILON {
            return;
        }
        let length = self.reach * (self.target - self.bound) / square;
        for (at, range) in self.ranges.iter().enumerate() {
            self.point[at] = (self.best[at] + length * self.step[at] * range.unit).clamp(range.low, range.high);
        }
        let bound = problem.look(&self.point, &mut self.left);
        let mut along = 0.0;
        for (at, range) in self.ranges.iter().enumerate() {
            along += self.left[at] * range.unit * self.step[at];
            self.mean[at] += NEWEST * (self.left[at] - self.mean[at]);
        }
        if bound > self.bound {
            if along > 0.0 {
                self.reach *= 1.1;
            }
            self.bound = bound;
            self.best.clone_from(&self.point);
            self.fails = 0;
            self.target = self.target.max(bound + 0.005 * bound.abs());
        } else {
            self.fails += 1;
            if self.fails > PATIENCE {
                self.reach *= 0.66;
                self.fails = 0;
            }
        }
    }
}
