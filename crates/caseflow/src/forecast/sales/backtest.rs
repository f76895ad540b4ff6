//! A back-test of sales forecasts: from each year, with what was known then, of each later year that is known now.

use serde::{Deserialize, Serialize};

use super::call::{calls, holds, ranges};
use super::scale::{Candidate, Scale};
use super::series::Series;
use super::trial::trials;

/// How forecasts so many years ahead did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SalesScore {
    /// Years ahead.
    pub ahead: i16,
    /// How many forecasts of how many series.
    pub count: usize,
    /// Series among them.
    pub series: usize,
    /// Mean absolute scaled error: of the chosen method, of the naive forecast, of the drift.
    pub mase: [f64; 3],
    /// Median of the same errors.
    pub median_scaled: [f64; 3],
    /// Share of ranges that held, of those that could be given.
    pub coverage: f64,
    /// How many ranges could be given.
    pub ranges: usize,
    /// Median width of the ranges, US dollars.
    pub median_width: f64,
    /// Mean interval score on the signed logarithmic scale; less is better (Winkler 1972).
    pub interval_score: f64,
    /// The same score of ranges about the naive forecast, made the same way from the naive forecast's own errors.
    pub naive_interval_score: f64,
}

/// A back-test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SalesBacktest {
    /// The first and the last year from which was forecast.
    pub origins: (i16, i16),
    /// By years ahead.
    pub scores: Vec<SalesScore>,
}

/// One forecast of the chosen method beside the others.
struct Judged {
    series: usize,
    ahead: i16,
    scaled: Option<[f64; 3]>,
    came: f64,
    ranges: [Option<(f64, f64)>; 2],
}

/// From each year between two, for each series.
pub fn sales_backtest(series: &[Series], origins: (i16, i16), ahead: i16, level: f64) -> SalesBacktest {
    let trials = trials(series, ahead);
    let by = |only: Option<usize>| calls(series, &trials, only);
    let [chosen, naive, drift] = [by(None), by(Some(Candidate::NAIVE)), by(Some(Candidate::DRIFT))];
    let given = [&chosen, &naive].map(|calls| ranges(calls, origins.1, ahead, level).ranges);
    // Each has the same calls in the same order: what is known decides which, not the method.
    let judged = chosen.iter().enumerate().filter(|(_, call)| call.origin >= origins.0 && call.origin <= origins.1);
    let judged = judged.map(|(place, call)| Judged {
        series: call.series,
        ahead: call.target - call.origin,
        scaled: call.scaled.zip(naive[place].scaled).zip(drift[place].scaled).map(|((a, b), c)| [a, b, c]),
        came: call.came,
        ranges: [given[0][place], given[1][place]],
    });
    let judged: Vec<Judged> = judged.collect();
    let scores = (1..=ahead).filter_map(|years| score(&judged, years, level)).collect();
    SalesBacktest { origins, scores }
}

fn score(judged: &[Judged], ahead: i16, level: f64) -> Option<SalesScore> {
    let of: Vec<&Judged> = judged.iter().filter(|one| one.ahead == ahead).collect();
    let scaled: Vec<[f64; 3]> = of.iter().filter_map(|one| one.scaled).collect();
    if scaled.is_empty() {
        return None;
    }
    let column = |which: usize| {
        let mut column: Vec<f64> = scaled.iter().map(|one| one[which]).collect();
        column.sort_by(f64::total_cmp);
        column
    };
    let columns = [column(0), column(1), column(2)];
    type Range = (f64, f64);
    let both: Vec<(Range, Range, f64)> =
        of.iter().filter_map(|one| Some((one.ranges[0]?, one.ranges[1]?, one.came))).collect();
    let mut widths: Vec<f64> = both.iter().map(|(range, ..)| range.1 - range.0).collect();
    widths.sort_by(f64::total_cmp);
    let log = |dollars: f64| Scale::SignedLog.of(dollars);
    let interval = |range: (f64, f64), came: f64| {
        let (lower, upper, came) = (log(range.0), log(range.1), log(came));
        upper - lower + 2.0 / (1.0 - level) * ((lower - came).max(0.0) + (came - upper).max(0.0))
    };
    let mut series: Vec<usize> = of.iter().map(|one| one.series).collect();
    series.sort_unstable();
    series.dedup();
    Some(SalesScore {
        ahead,
        count: of.len(),
        series: series.len(),
        mase: columns.each_ref().map(|column| mean(column.iter().copied())),
        median_scaled: columns.each_ref().map(|column| column[column.len() / 2]),
        coverage: mean(both.iter().map(|one| f64::from(u8::from(holds(one.0, one.2))))),
        ranges: both.len(),
        median_width: widths.get(widths.len() / 2).copied().unwrap_or(0.0),
        interval_score: mean(both.iter().map(|(range, _, came)| interval(*range, *came))),
        naive_interval_score: mean(both.iter().map(|(_, naive, came)| interval(*naive, *came))),
    })
}

/// The mean; 0 of nothing.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}
