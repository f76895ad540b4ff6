//! Every forecast that could have been made: each method, from each year, of each later year that is known.

use super::scale::{Candidate, Scale};
use super::series::Series;

/// A forecast and what came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trial {
    /// Which series.
    pub series: usize,
    /// Which of [`Candidate::ALL`].
    pub candidate: usize,
    /// The last year that was known.
    pub origin: i16,
    /// The year forecast.
    pub target: i16,
    /// Dollars.
    pub said: f64,
    /// Dollars.
    pub came: f64,
    /// The error by the mean absolute change up to the origin; `None` where nothing had changed.
    pub scaled: Option<f64>,
}

impl Trial {
    /// By how much it came to more, on the signed logarithmic scale.
    pub(super) fn residual(&self) -> f64 {
        Scale::SignedLog.of(self.came) - Scale::SignedLog.of(self.said)
    }
}

/// The fewest known years from which anything is tried.
pub(super) const FEWEST: usize = 4;

/// All trials up to so many years ahead. An origin is a year that is known.
pub(super) fn trials(series: &[Series], ahead: i16) -> Vec<Trial> {
    let mut trials = Vec::new();
    for (number, one) in series.iter().enumerate() {
        for origin in one.years.keys().skip(FEWEST - 1) {
            let known = one.until(*origin);
            let change = one.naive_error(*origin);
            for (target, came) in one.years.range(origin + 1..=origin + ahead) {
                for (place, candidate) in Candidate::ALL.iter().enumerate() {
                    let Some(said) = candidate.forecast(&known, *target) else { continue };
                    trials.push(Trial {
                        series: number,
                        candidate: place,
                        origin: *origin,
                        target: *target,
                        said,
                        came: *came,
                        scaled: change.map(|change| (came - said).abs() / change),
                    });
                }
            }
        }
    }
    trials
}
