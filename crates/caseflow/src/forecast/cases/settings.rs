//! What a forecast is made with. Every value is the caller's; the defaults are those that were back-tested.

use serde::{Deserialize, Serialize};

/// What a forecast is made with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// How often a range is to hold, above 0 and below 1.
    pub level: f64,
    /// How many cases that came to an end make a stratum thick enough; a thinner one is left for the next coarser.
    pub enough: usize,
    /// How many features tell cases apart at most, beside the step reached.
    pub most_features: usize,
    /// A range is calibrated by as many of the latest decided forecasts.
    pub latest: usize,
    /// Forecasts of a step are judged among themselves from so many decided ones on, else with all.
    pub own: usize,
    /// Days between two readings of the records.
    pub recalibrate_days: f64,
    /// Days between two mornings on which every open case is forecast, beside the forecast at each step; `None`: never.
    pub inspect_days: Option<f64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            level: 0.8,
            enough: 40,
            most_features: 4,
            latest: 400,
            own: 200,
            recalibrate_days: 1.0,
            inspect_days: Some(7.0),
        }
    }
}
