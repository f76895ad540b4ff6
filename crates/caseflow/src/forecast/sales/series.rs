//! A series of amounts by year.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// Amounts by year, US dollars; a year that is not there is not known.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Whose, such as a country's code.
    pub key: SmolStr,
    /// Amount by fiscal year; negative: a reduction of earlier years.
    pub years: BTreeMap<i16, f64>,
}

impl Series {
    /// The years up to one, in order, with their amounts.
    pub(super) fn until(&self, last: i16) -> Vec<(i16, f64)> {
        self.years.range(..=last).map(|(year, amount)| (*year, *amount)).collect()
    }

    /// Mean absolute change from a year to the next, of the years up to one, of which both are known: what the errors of a
    /// forecast are scaled by (Hyndman and Koehler 2006). `None` where nothing ever changed.
    pub(super) fn naive_error(&self, last: i16) -> Option<f64> {
        let pairs =
            self.years.range(..=last).filter_map(|(year, amount)| Some((amount - self.years.get(&(year - 1))?).abs()));
        let (sum, count) = pairs.fold((0.0, 0.0), |(sum, count), change| (sum + change, count + 1.0));
        (count > 0.0 && sum > 0.0).then(|| sum / count)
    }
}
