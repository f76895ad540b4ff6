//! Forecasts as they would have been made: each from its year, by the method that was best then.
//!
//! How far *these* were off, by what was then the usual size of an error, makes the ranges of later ones. Errors of the
//! method that is best today, on the years it was chosen by, are smaller than what comes: ranges made of them hold too
//! seldom.

use super::choice::{Choices, choose};
use super::scale::{Candidate, Scale};
use super::series::Series;
use super::trial::Trial;

/// A forecast made in its time, and what came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Call {
    /// Which series.
    pub series: usize,
    /// The last year that was known.
    pub origin: i16,
    /// The year forecast.
    pub target: i16,
    /// Dollars.
    pub said: f64,
    /// Dollars.
    pub came: f64,
    /// The usual size of an error then, on the signed logarithmic scale.
    pub spread: f64,
    /// Scaled error, as of [`Trial::scaled`].
    pub scaled: Option<f64>,
}

/// All of them, from every year, in order; of one candidate only, if asked.
pub(super) fn calls(series: &[Series], trials: &[Trial], only: Option<usize>) -> Vec<Call> {
    let mut origins: Vec<i16> = trials.iter().map(|trial| trial.origin).collect();
    origins.sort_unstable();
    origins.dedup();
    let mut calls = Vec::new();
    for origin in origins {
        let choices = choose(trials, series.len(), origin, only);
        let made =
            trials.iter().filter(|trial| trial.origin == origin && trial.candidate == choices.candidate[trial.series]);
        calls.extend(made.map(|trial| Call {
            series: trial.series,
            origin,
            target: trial.target,
            said: trial.said,
            came: trial.came,
            spread: choices.spread[trial.series],
            scaled: trial.scaled,
        }));
    }
    calls
}

/// So few decided calls say nothing of a range.
const ENOUGH: usize = 50;

/// How far calls were off by a year, by years ahead, in usual sizes of an error; sorted.
#[derive(Debug)]
pub(super) struct Misses {
    by_ahead: Vec<Vec<f64>>,
}

impl Misses {
    /// Of the calls decided by a year.
    pub(super) fn as_of(calls: &[Call], year: i16, ahead: i16) -> Self {
        let mut by_ahead = vec![Vec::new(); usize::from(ahead.unsigned_abs())];
        for call in calls.iter().filter(|call| call.target <= year) {
            let off = Scale::SignedLog.of(call.came) - Scale::SignedLog.of(call.said);
            by_ahead[usize::from((call.target - call.origin - 1).unsigned_abs())].push(off / call.spread);
        }
        for misses in &mut by_ahead {
            misses.sort_by(f64::total_cmp);
        }
        Self { by_ahead }
    }

    /// The range about a forecast so many years ahead, dollars. `None` where too few calls were decided; where it is so for
    /// this many years, the nearest number of years that has enough.
    pub(super) fn range(&self, said: f64, spread: f64, ahead: i16, level: f64) -> Option<(f64, f64)> {
        let wanted = usize::from((ahead - 1).unsigned_abs());
        let enough = (0..self.by_ahead.len()).filter(|place| self.by_ahead[*place].len() >= ENOUGH);
        let misses = &self.by_ahead[enough.min_by_key(|place| place.abs_diff(wanted))?];
        // Of one more than were seen, each side (the usual correction for a finite sample).
        #[allow(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count"
        )]
        let rank = ((1.0 - level) / 2.0 * (misses.len() as f64 + 1.0)).floor().max(1.0) as usize;
        let at = Scale::SignedLog.of(said);
        let dollars = |miss: f64| Scale::SignedLog.dollars(at + miss * spread);
        Some((dollars(misses[rank - 1]), dollars(misses[misses.len() - rank])))
    }
}

/// How much of a year's shortfall the level of the next ranges makes good.
const PACE: f64 = 0.3;

/// The ranges of calls as they would have been given, each from what was decided by its year.
///
/// The level that ranges are made with is moved by how often those decided held (adaptive conformal inference: Gibbs and
/// Candès 2021): all countries' years go up and down together, so that a regime of larger orders makes every range miss.
#[derive(Debug)]
pub(super) struct Given {
    /// Beside each call.
    pub ranges: Vec<Option<(f64, f64)>>,
    /// The levels to make ranges with after the last year, by years ahead.
    pub levels: Vec<f64>,
}

/// The ranges of calls, which are in the order of their years; what came counts up to a year.
pub(super) fn ranges(calls: &[Call], until: i16, ahead: i16, level: f64) -> Given {
    let mut levels = vec![level; usize::from(ahead.unsigned_abs())];
    let mut ranges: Vec<Option<(f64, f64)>> = vec![None; calls.len()];
    let years = calls.iter().map(|call| call.origin).min().map_or(until..=until, |first| first..=until);
    for year in years {
        for (place, wanted) in levels.iter_mut().enumerate() {
            let decided = calls.iter().zip(&ranges).filter(|(call, _)| {
                call.target == year && usize::from((call.target - call.origin).unsigned_abs()) == place + 1
            });
            let held = decided.filter_map(|(call, range)| range.map(|range| holds(range, call.came)));
            let (sum, count) =
                held.fold((0.0, 0.0), |(sum, count), held| (sum + f64::from(u8::from(held)), count + 1.0));
            if count > 0.0 {
                *wanted = (*wanted + PACE * (level - sum / count)).clamp(level / 2.0, 1.0 - (1.0 - level) / 10.0);
            }
        }
        let misses = Misses::as_of(calls, year, ahead);
        for (call, range) in calls.iter().zip(&mut ranges).filter(|(call, _)| call.origin == year) {
            let years = call.target - call.origin;
            *range = misses.range(call.said, call.spread, years, levels[usize::from((years - 1).unsigned_abs())]);
        }
    }
    Given { ranges, levels }
}

/// Whether a range held, to a cent: its ends come back from the scale rounded.
pub(super) fn holds(range: (f64, f64), came: f64) -> bool {
    came >= range.0 - 0.01 && came <= range.1 + 0.01
}

/// What a series is forecast by as of a year, and the size of its errors.
pub(super) fn chosen(choices: &Choices, series: usize) -> (Candidate, f64) {
    (Candidate::ALL[choices.candidate[series]], choices.spread[series])
}
