//! The next years of each series.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::call::{Misses, calls, chosen, ranges};
use super::choice::choose;
use super::scale::Candidate;
use super::series::Series;
use super::trial::{FEWEST, trials};

/// A year to come, US dollars.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SalesRange {
    /// The fiscal year.
    pub year: i16,
    /// As the method says.
    pub forecast: f64,
    /// The begin and the end of the range; `None` where too little was ever decided to say.
    pub range: Option<(f64, f64)>,
}

/// The next years of a series, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SalesForecast {
    /// Whose.
    pub key: SmolStr,
    /// The last year that is known.
    pub last: i16,
    /// Its amount, US dollars.
    pub last_amount: f64,
    /// How many years are known.
    pub known: usize,
    /// By what it is forecast.
    pub candidate: Candidate,
    /// Mean absolute scaled error of that method on the series' own past, rolling origin; under 1: better than the naive
    /// forecast of one year ahead was on average. `None` where nothing could be tried.
    pub mase: Option<f64>,
    /// How many trials of its own the choice rests on.
    pub trials: usize,
    /// Year by year.
    pub years: Vec<SalesRange>,
}

/// Forecasts the years after one for each series, from what is known up to it; those with fewer than four known years are
/// left out. `level` is how often a range is to hold, such as 0.8.
pub fn sales_forecast(series: &[Series], as_of: i16, ahead: i16, level: f64) -> Vec<SalesForecast> {
    let ahead = ahead.max(1);
    let trials = trials(series, ahead);
    let choices = choose(&trials, series.len(), as_of, None);
    let calls = calls(series, &trials, None);
    let misses = Misses::as_of(&calls, as_of, ahead);
    let levels = ranges(&calls, as_of, ahead, level).levels;
    let level_of = |years: i16| levels[usize::from((years - 1).unsigned_abs()).min(levels.len() - 1)];
    let forecasts = series.iter().enumerate().filter_map(|(number, one)| {
        let known = one.until(as_of);
        let (last, last_amount) = *known.last().filter(|_| known.len() >= FEWEST)?;
        let (candidate, spread) = chosen(&choices, number);
        let years = (as_of + 1..=as_of + ahead).filter_map(|year| {
            let forecast = candidate.forecast(&known, year)?;
            Some(SalesRange {
                year,
                forecast,
                range: misses.range(forecast, spread, year - last, level_of(year - last)),
            })
        });
        Some(SalesForecast {
            key: one.key.clone(),
            last,
            last_amount,
            known: known.len(),
            candidate,
            mase: choices.mase[number],
            trials: choices.own[number],
            years: years.collect(),
        })
    });
    forecasts.collect()
}
