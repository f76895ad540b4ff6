//! The clock of each group: of a milestone, a phase, an office, a country, a reason, whatever the caller groups by.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Observation, ObservationError, Survival};

/// How long something takes, from all durations of a group, those that run still among them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Durations {
    /// How many durations.
    pub count: usize,
    /// How many of them are not over.
    pub running: usize,
    /// Median, days; `None` where fewer than half were seen to end.
    pub median: Option<f64>,
    /// The 95 % band of the median; an end that is not known is `None`.
    pub median_band: (Option<f64>, Option<f64>),
    /// The ninth decile, days.
    pub ninth_decile: Option<f64>,
    /// Mean up to the horizon, days.
    pub restricted_mean: f64,
    /// The horizon, days.
    pub horizon: f64,
}

/// The clock of every group, in the order of their keys.
///
/// `horizon` is the age, days, up to which means are counted; one horizon for all makes them comparable.
///
/// # Errors
/// [`ObservationError`] where a duration has no possible times or weight.
pub fn durations_by<K: Ord, C: Copy>(
    observations: impl IntoIterator<Item = (K, Observation<C>)>,
    horizon: f64,
) -> Result<BTreeMap<K, Durations>, ObservationError> {
    let mut groups: BTreeMap<K, Vec<Observation<C>>> = BTreeMap::new();
    for (key, one) in observations {
        groups.entry(key).or_default().push(one);
    }
    groups.into_iter().map(|(key, group)| Ok((key, Durations::new(&group, horizon)?))).collect()
}

impl Durations {
    /// The clock of one group.
    ///
    /// # Errors
    /// [`ObservationError`] where a duration has no possible times or weight.
    pub fn new<C: Copy>(observations: &[Observation<C>], horizon: f64) -> Result<Self, ObservationError> {
        let survival = Survival::new(observations)?;
        Ok(Self {
            count: observations.len(),
            running: observations.iter().filter(|one| one.end.is_none()).count(),
            median: survival.median(),
            median_band: survival.quantile_band(0.5, 0.95),
            ninth_decile: survival.quantile(0.9),
            restricted_mean: survival.restricted_mean(horizon).0,
            horizon,
        })
    }
}
