//! One duration as it was watched: from when, until when, and how it ended.

use serde::{Deserialize, Serialize};

/// A duration, in days, of which the part after `entry` was watched until `exit`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Observation<C = ()> {
    /// How old it was when the watch began: 0 where it was watched from its beginning; later where the case was found, or
    /// taken over, in the middle of its life (left truncation). 0 or more.
    pub entry: f64,
    /// How old it was when the watch ended; not before `entry`.
    pub exit: f64,
    /// Why it ended; `None`: it had not ended (right censoring).
    pub end: Option<C>,
    /// How much it counts; 1, or less where older experience counts less. Above 0.
    pub weight: f64,
}

/// Durations from which nothing can be estimated.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum ObservationError {
    /// Times that are no times.
    #[error("duration {index}: entry {entry} and exit {exit} are not 0 <= entry <= exit; give ages in days")]
    Times {
        /// Which, from 0.
        index: usize,
        /// As given.
        entry: f64,
        /// As given.
        exit: f64,
    },
    /// A weight that is no weight.
    #[error("duration {index}: weight {weight} is not above 0; leave it out instead")]
    Weight {
        /// Which, from 0.
        index: usize,
        /// As given.
        weight: f64,
    },
}

impl<C> Observation<C> {
    /// Watched from its beginning to its end.
    pub fn ended(days: f64, end: C) -> Self {
        Self { entry: 0.0, exit: days, end: Some(end), weight: 1.0 }
    }

    /// Watched from its beginning, and not over.
    pub fn running(days: f64) -> Self {
        Self { entry: 0.0, exit: days, end: None, weight: 1.0 }
    }

    /// The same, but watched only from this age on.
    pub fn from_age(self, entry: f64) -> Self {
        Self { entry, ..self }
    }

    /// The same, but counting so much.
    pub fn weighing(self, weight: f64) -> Self {
        Self { weight, ..self }
    }

    pub(super) fn check(observations: &[Self]) -> Result<(), ObservationError> {
        for (index, one) in observations.iter().enumerate() {
            if !(one.entry >= 0.0 && one.exit >= one.entry && one.exit.is_finite()) {
                return Err(ObservationError::Times { index, entry: one.entry, exit: one.exit });
            }
            if !(one.weight > 0.0 && one.weight.is_finite()) {
                return Err(ObservationError::Weight { index, weight: one.weight });
            }
        }
        Ok(())
    }
}
