//! How long it takes, when some are not over (Kaplan and Meier 1958; Nelson 1972; Greenwood 1926).

use serde::{Deserialize, Serialize};

use super::incidence::Incidence;
use super::{Observation, ObservationError, normal};

/// What is known at one age at which something ended.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SurvivalStep {
    /// The age, days.
    pub at: f64,
    /// How many were at risk just before (their weight).
    pub at_risk: f64,
    /// How many ended here (their weight).
    pub ended: f64,
    /// Share that lasts longer (Kaplan–Meier).
    pub survival: f64,
    /// Cumulative hazard (Nelson–Aalen): sum of ended over at risk.
    pub hazard: f64,
    /// Greenwood's sum: the variance of the survival is this times its square.
    pub greenwood: f64,
}

/// A confidence band's two values.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The lower.
    pub lower: f64,
    /// The upper.
    pub upper: f64,
}

/// The share of durations that last longer than each age.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Survival {
    steps: Vec<SurvivalStep>,
    /// The oldest age that was watched.
    last: f64,
}

impl Survival {
    /// Estimates from durations, in any order. The band's width assumes weights of 1.
    ///
    /// # Errors
    /// [`ObservationError`] where a duration has no possible times or weight.
    pub fn new<C: Copy>(observations: &[Observation<C>]) -> Result<Self, ObservationError> {
        let one_cause: Vec<Observation<u32>> = observations
            .iter()
            .map(|one| Observation { entry: one.entry, exit: one.exit, end: one.end.map(|_| 0), weight: one.weight })
            .collect();
        let incidence = Incidence::new(&one_cause)?;
        let (mut hazard, mut greenwood) = (0.0, 0.0);
        let steps = incidence.steps().iter().map(|step| {
            let ended = step.ended;
            hazard += ended / step.at_risk;
            // Where all end at once nothing is left whose variance could be asked.
            greenwood += if step.survival > 0.0 { ended / (step.at_risk * (step.at_risk - ended)) } else { 0.0 };
            SurvivalStep { at: step.at, at_risk: step.at_risk, ended, survival: step.survival, hazard, greenwood }
        });
        let steps = steps.collect();
        let last = observations.iter().map(|one| one.exit).fold(0.0, f64::max);
        Ok(Self { steps, last })
    }

    /// What is known at each age at which something ended, in order.
    pub fn steps(&self) -> &[SurvivalStep] {
        &self.steps
    }

    fn at(&self, age: f64) -> Option<&SurvivalStep> {
        self.steps.partition_point(|step| step.at <= age).checked_sub(1).map(|at| &self.steps[at])
    }

    /// Share that lasts longer than an age. Beyond the oldest age watched it stays what it was there.
    pub fn survival(&self, age: f64) -> f64 {
        self.at(age).map_or(1.0, |step| step.survival)
    }

    /// Cumulative hazard at an age.
    pub fn hazard(&self, age: f64) -> f64 {
        self.at(age).map_or(0.0, |step| step.hazard)
    }

    /// Standard error of the survival at an age, by Greenwood's formula.
    pub fn standard_error(&self, age: f64) -> f64 {
        self.at(age).map_or(0.0, |step| step.survival * step.greenwood.sqrt())
    }

    /// The age at which so large a share, 0 to 1, has ended; `None` where so many were never seen to end.
    ///
    /// Where exactly that share has ended for a while, the middle of that while, as is usual for the median.
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let left = 1.0 - share;
        // Survival is a product of fractions, equal to `left` only up to rounding.
        let first = self.steps.iter().position(|step| step.survival <= left + 1e-12)?;
        let step = &self.steps[first];
        match self.steps.get(first + 1) {
            Some(next) if (step.survival - left).abs() <= 1e-12 => Some(f64::midpoint(step.at, next.at)),
            _ => Some(step.at),
        }
    }

    /// The median, days; `None` where fewer than half were seen to end.
    pub fn median(&self) -> Option<f64> {
        self.quantile(0.5)
    }

    /// The band of the survival at an age, by log(−log) (Kalbfleisch and Prentice), at a level such as 0.95.
    pub fn band(&self, age: f64, level: f64) -> Band {
        self.at(age).map_or(Band { lower: 1.0, upper: 1.0 }, |step| band(step, level))
    }

    /// The range of ages that the quantile may have (Brookmeyer and Crowley 1982, by log(−log)); an end that the durations
    /// do not give is `None`.
    pub fn quantile_band(&self, share: f64, level: f64) -> (Option<f64>, Option<f64>) {
        let left = 1.0 - share;
        let first =
            |is: &dyn Fn(Band) -> bool| self.steps.iter().find(|step| is(band(step, level))).map(|step| step.at);
        (first(&|band| band.lower <= left), first(&|band| band.upper <= left))
    }

    /// Mean duration, counted only up to an age (restricted mean), and its standard error, days.
    ///
    /// The plain mean is not known where some are not over; up to a horizon that was watched it is. `horizon` beyond the
    /// oldest age watched is cut to it.
    pub fn restricted_mean(&self, horizon: f64) -> (f64, f64) {
        let horizon = horizon.min(self.last);
        let until = self.steps.partition_point(|step| step.at <= horizon);
        let steps = &self.steps[..until];
        // From the end: the area still to come after each step.
        let (mut area, mut variance, mut right) = (0.0, 0.0, horizon);
        for step in steps.iter().rev() {
            area += step.survival * (right - step.at);
            right = step.at;
            if step.survival > 0.0 {
                variance += area * area * step.ended / (step.at_risk * (step.at_risk - step.ended));
            }
        }
        (area + right, variance.sqrt())
    }
}

fn band(step: &SurvivalStep, level: f64) -> Band {
    let s = step.survival;
    if s <= 0.0 || s >= 1.0 {
        return Band { lower: s, upper: s };
    }
    let z = normal::quantile(f64::midpoint(1.0, level));
    let spread = (z * step.greenwood.sqrt() / s.ln()).abs();
    Band { lower: s.powf(spread.exp()), upper: s.powf((-spread).exp()) }
}
