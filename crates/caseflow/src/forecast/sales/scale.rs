//! The scale on which a method works.

use serde::{Deserialize, Serialize};

use super::method::Method;

/// The scale on which a method works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Dollars.
    Dollars,
    /// The inverse hyperbolic sine of millions: linear near zero, logarithmic far from it on either side.
    SignedLog,
}

/// A million dollars, about which the signed logarithm turns from linear to logarithmic.
const UNIT: f64 = 1e6;

impl Scale {
    /// Onto the scale.
    pub(super) fn of(self, dollars: f64) -> f64 {
        match self {
            Self::Dollars => dollars,
            Self::SignedLog => (dollars / UNIT).asinh(),
        }
    }

    /// Back to dollars.
    pub(super) fn dollars(self, value: f64) -> f64 {
        match self {
            Self::Dollars => value,
            // Beyond this a trend has run away: more than was ever sold to everybody.
            Self::SignedLog => value.clamp(-14.5, 14.5).sinh() * UNIT,
        }
    }
}

/// A method on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Candidate {
    /// How.
    pub method: Method,
    /// On which scale.
    pub scale: Scale,
}

impl Candidate {
    /// Everything that is tried; the naive and the drift, which others are held against, first.
    pub(super) const ALL: [Self; 12] = {
        use Method::{DampedTrend, Drift, Mean, Median, Naive, Smoothing, Theta};
        use Scale::{Dollars, SignedLog};
        const fn of(method: Method, scale: Scale) -> Candidate {
            Candidate { method, scale }
        }
        [
            of(Naive, Dollars),
            of(Drift, Dollars),
            of(Drift, SignedLog),
            of(Mean, Dollars),
            of(Mean, SignedLog),
            of(Median, Dollars),
            of(Smoothing, Dollars),
            of(Smoothing, SignedLog),
            of(DampedTrend, Dollars),
            of(DampedTrend, SignedLog),
            of(Theta, Dollars),
            of(Theta, SignedLog),
        ]
    };
    /// The place of the naive forecast.
    pub(super) const NAIVE: usize = 0;
    /// The place of the drift.
    pub(super) const DRIFT: usize = 1;

    /// The forecast of a year from known years before it, dollars; `None` without any.
    pub(super) fn forecast(self, known: &[(i16, f64)], year: i16) -> Option<f64> {
        let scaled: Vec<(f64, f64)> =
            known.iter().map(|(year, amount)| (f64::from(*year), self.scale.of(*amount))).collect();
        self.method.forecast(&scaled, f64::from(year)).map(|value| self.scale.dollars(value))
    }
}
