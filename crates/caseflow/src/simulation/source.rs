//! When the next case of a class arrives.

use rand_distr::{Distribution, Exp1};

use super::model::ArrivalModel;
use super::stream::Stream;

/// Where the arrivals of one class have come to.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    stream: Stream,
    /// The last arrival, or the start.
    now: f64,
    /// Place within the steps or the list.
    at: usize,
    /// When this round of the steps began.
    round: f64,
}

impl Source {
    pub fn new(key: u64) -> Self {
        Self { stream: Stream::of(key), now: 0.0, at: 0, round: 0.0 }
    }

    /// The next arrival; at or past the horizon there is none.
    #[inline]
    pub fn next(&mut self, model: &ArrivalModel, horizon: f64) -> f64 {
        self.now = match model {
            ArrivalModel::Rate(rate) => {
                let work: f64 = Exp1.sample(&mut self.stream);
                self.now + work / rate
            }
            ArrivalModel::Between(law) => self.now + law.draw(&mut self.stream),
            ArrivalModel::Times(times) => {
                self.at += 1;
                times.get(self.at - 1).copied().unwrap_or(f64::INFINITY)
            }
            ArrivalModel::Rates { steps, repeat } => self.changing(steps, *repeat, horizon),
        };
        self.now
    }

    /// A Poisson process of changing rate reaches its next arrival when the area under the rate has grown by an
    /// exponential variable (E. Çinlar, *Introduction to stochastic processes*, 1975).
    fn changing(&mut self, steps: &[(f64, f64)], repeat: Option<f64>, horizon: f64) -> f64 {
        let mut area: f64 = Exp1.sample(&mut self.stream);
        let mut now = self.now;
        while now < horizon {
            // `at` counts the steps of this round that have begun
            let rate = self.at.checked_sub(1).map_or(0.0, |last| steps[last].1);
            let end = match (steps.get(self.at), repeat) {
                (Some((from, _)), _) => self.round + from,
                (None, Some(days)) => self.round + days,
                (None, None) => f64::INFINITY,
            };
            let reached = now + area / rate;
            if rate > 0.0 && reached < end {
                return reached;
            }
            if end >= horizon {
                break;
            }
            area -= rate * (end - now);
            area = area.max(0.0);
            now = end;
            if self.at < steps.len() {
                self.at += 1;
            } else {
                self.round = end;
                // a round whose first step begins later begins with nobody arriving
                self.at = 0;
            }
        }
        f64::INFINITY
    }
}
