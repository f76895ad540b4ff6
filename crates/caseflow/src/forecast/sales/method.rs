//! The methods: each gives a value of a later year from the years that are known, whatever gaps lie between them.

use serde::{Deserialize, Serialize};

/// A way to forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The last known year again.
    Naive,
    /// On along the line from the first to the last known year.
    Drift,
    /// The mean of all known years.
    Mean,
    /// Their median.
    Median,
    /// Simple exponential smoothing; over a gap of k years the old level counts (1 − α)^k (Wright 1986).
    Smoothing,
    /// Smoothing with a trend that dies away (Gardner and McKenzie 1985), over gaps by as many steps at once.
    DampedTrend,
    /// Smoothing with half the slope of the line through all years (theta: Assimakopoulos and Nikolopoulos 2000, in the form
    /// of Hyndman and Billah 2003).
    Theta,
}

/// The weights of the latest year that are tried.
const ALPHAS: [f64; 6] = [0.1, 0.2, 0.3, 0.5, 0.7, 0.9];
/// The weights of the latest trend that are tried.
const BETAS: [f64; 3] = [0.05, 0.15, 0.3];
/// How much of a trend is left a year later.
const DAMPING: f64 = 0.85;

impl Method {
    /// The value of a year from known (year, value) in order; `None` without any.
    pub(super) fn forecast(self, known: &[(f64, f64)], year: f64) -> Option<f64> {
        let (first, last) = (known.first()?, known.last()?);
        Some(match self {
            Self::Naive => last.1,
            Self::Drift if last.0 > first.0 => last.1 + (last.1 - first.1) / (last.0 - first.0) * (year - last.0),
            Self::Drift => last.1,
            Self::Mean => mean(known),
            Self::Median => {
                let mut values: Vec<f64> = known.iter().map(|point| point.1).collect();
                values.sort_by(f64::total_cmp);
                f64::midpoint(values[values.len() / 2], values[(values.len() - 1) / 2])
            }
            Self::Smoothing => best(known, &[0.0]).level,
            Self::DampedTrend => {
                let state = best(known, &BETAS);
                state.level + state.trend * damped(year - last.0)
            }
            Self::Theta => best(known, &[0.0]).level + slope(known) / 2.0 * (year - last.0),
        })
    }
}

fn mean(known: &[(f64, f64)]) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "a count of years")]
    let count = known.len() as f64;
    known.iter().map(|point| point.1).sum::<f64>() / count
}

/// The slope of the line of least squares; 0 for a single year.
fn slope(known: &[(f64, f64)]) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "a count of years")]
    let middle = known.iter().map(|point| point.0).sum::<f64>() / known.len() as f64;
    let level = mean(known);
    let (above, below) = known.iter().fold((0.0, 0.0), |(above, below), point| {
        (above + (point.0 - middle) * (point.1 - level), below + (point.0 - middle).powi(2))
    });
    if below > 0.0 { above / below } else { 0.0 }
}

/// How much of a yearly trend so many years make: its sum as it dies away.
fn damped(years: f64) -> f64 {
    DAMPING * (1.0 - DAMPING.powf(years)) / (1.0 - DAMPING)
}

/// A level and a trend a year.
#[derive(Debug, Clone, Copy)]
struct State {
    level: f64,
    trend: f64,
}

/// The state after all known years, by the weights under which each year was forecast best from those before it.
fn best(known: &[(f64, f64)], betas: &[f64]) -> State {
    let pairs = ALPHAS.iter().flat_map(|alpha| betas.iter().map(move |beta| (*alpha, *beta)));
    let tried = pairs.map(|(alpha, beta)| smooth(known, alpha, beta));
    let found = tried.min_by(|a, b| a.1.total_cmp(&b.1));
    found.map_or(State { level: 0.0, trend: 0.0 }, |found| found.0)
}

/// Smooths with these weights; the state at the end, and the sum of squared errors on the way.
fn smooth(known: &[(f64, f64)], alpha: f64, beta: f64) -> (State, f64) {
    let mut state = State { level: known[0].1, trend: 0.0 };
    let mut errors = 0.0;
    for pair in known.windows(2) {
        let years = pair[1].0 - pair[0].0;
        let expected = state.level + if beta > 0.0 { state.trend * damped(years) } else { 0.0 };
        let error = pair[1].1 - expected;
        let weight = 1.0 - (1.0 - alpha).powf(years);
        let trend = state.trend * DAMPING.powf(years);
        errors += error * error;
        state = State { level: expected + weight * error, trend: trend + beta * weight * error / years };
    }
    (state, errors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_method_on_years_with_a_gap() {
        let known = [(2001.0, 10.0), (2002.0, 14.0), (2005.0, 18.0)];
        let at = |method: Method| method.forecast(&known, 2007.0).unwrap();
        assert_eq!((at(Method::Naive), at(Method::Mean), at(Method::Median)), (18.0, 14.0, 14.0));
        assert!((at(Method::Drift) - 22.0).abs() < 1e-12);
        // The line: mean year 2002 2/3, slope 24 / 8 2/3 … by hand (8 · 2.667 + … ) = 1.846 a year.
        assert!((slope(&known) - 16.0 / (26.0 / 3.0)).abs() < 1e-9);
        let (state, _) = smooth(&known, 0.5, 0.0);
        assert!((state.level - (12.0 + (18.0 - 12.0) * 0.875)).abs() < 1e-9);
        assert!(Method::Naive.forecast(&[], 2007.0).is_none());
    }

    #[test]
    fn a_constant_stays_and_a_trend_dies_away() {
        let constant: Vec<(f64, f64)> = (0..9).map(|year| (f64::from(year), 5.0)).collect();
        for method in [Method::Drift, Method::Smoothing, Method::DampedTrend, Method::Theta] {
            assert!((method.forecast(&constant, 30.0).unwrap() - 5.0).abs() < 1e-9);
        }
        let rising: Vec<(f64, f64)> = (0..20).map(|year| (f64::from(year), f64::from(year))).collect();
        let at = |year| Method::DampedTrend.forecast(&rising, year).unwrap();
        assert!(at(21.0) > at(20.0) && at(21.0) - at(20.0) > at(31.0) - at(30.0));
    }
}
