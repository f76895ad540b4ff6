//! How good forecasts were: how often ranges held, how wide they were, and proper scores.

use serde::{Deserialize, Serialize};

/// The continuous ranked probability score, days, from the quantiles 5 %, 10 % … 95 % (Gneiting and Raftery 2007): twice their mean
/// loss. Less is better; a quantile that is not known counts as twice what came.
pub(super) fn crps(came: f64, quantiles: &[f64]) -> f64 {
    let losses = quantiles.iter().zip(1u32..).map(|(said, twentieth)| {
        let share = f64::from(twentieth) / 20.0;
        let said = if said.is_finite() { *said } else { came.max(1e-9) * 2.0 };
        if came >= said { share * (came - said) } else { (1.0 - share) * (said - came) }
    });
    2.0 * losses.sum::<f64>() / 19.0
}

/// Days within which two instants are the same, a microsecond's worth.
const SAME: f64 = 1e-10;

/// A range that was given and what came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Given {
    pub lower: f64,
    pub upper: Option<f64>,
    pub came: f64,
    pub crps: f64,
}

impl Given {
    pub(super) fn new(came: f64, lower: f64, upper: f64, quantiles: &[f64]) -> Self {
        Self { lower, upper: Some(upper).filter(|upper| upper.is_finite()), came, crps: crps(came, quantiles) }
    }
}

/// How ranges did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// How many ranges were decided.
    pub count: usize,
    /// The share of them that held.
    pub coverage: f64,
    /// The share where it came earlier than the range.
    pub earlier: f64,
    /// The share where it came later.
    pub later: f64,
    /// The share of ranges without an upper end.
    pub open: f64,
    /// Median width of those with one, days.
    pub median_width: f64,
    /// Mean width of those with one, days.
    pub mean_width: f64,
    /// Mean interval score of those with an upper end, days (Winkler 1972; Gneiting and Raftery 2007): width, plus 2 / (1 − level) times by
    /// how much a range missed. Less is better.
    pub interval_score: f64,
    /// Mean continuous ranked probability score of the whole distribution, days. Less is better.
    pub crps: f64,
}

impl Score {
    pub(super) fn new(given: &[Given], level: f64) -> Self {
        #[allow(clippy::cast_precision_loss, reason = "a count of forecasts")]
        let count = given.len() as f64;
        if given.is_empty() {
            return Self::default();
        }
        let share = |is: &dyn Fn(&Given) -> bool| mean(given.iter().map(|one| f64::from(u8::from(is(one)))), count);
        let earlier = share(&|one| one.came + SAME < one.lower);
        let later = share(&|one| one.upper.is_some_and(|upper| one.came > upper + SAME));
        let open = share(&|one| one.upper.is_none());
        let closed = || given.iter().filter_map(|one| Some((one, one.upper?)));
        let mut widths: Vec<f64> = closed().map(|(one, upper)| upper - one.lower).collect();
        widths.sort_by(f64::total_cmp);
        let bounded = (count * (1.0 - open)).max(1.0);
        let penalty = 2.0 / (1.0 - level);
        let scores = closed().map(|(one, upper)| {
            upper - one.lower + penalty * ((one.lower - one.came).max(0.0) + (one.came - upper).max(0.0))
        });
        Self {
            count: given.len(),
            coverage: 1.0 - earlier - later,
            earlier,
            later,
            open,
            median_width: widths.get(widths.len() / 2).copied().unwrap_or(0.0),
            mean_width: mean(widths.iter().copied(), bounded),
            interval_score: mean(scores, bounded),
            crps: mean(given.iter().map(|one| one.crps), count),
        }
    }
}

fn mean(values: impl Iterator<Item = f64>, count: f64) -> f64 {
    values.sum::<f64>() / count
}
