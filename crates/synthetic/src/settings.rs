//! What a synthetic service is made from, as text that a database carries.

use std::fmt;
use std::str::FromStr;

use jiff::civil::date;
use muster_domain::{Date, World};

/// The seed, the size and the day of a synthetic service. The same settings give the same events.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Settings {
    /// Where all chance comes from.
    pub seed: u64,
    /// Size: 1 is some 20,000 people; from 0.01 to 10. One outside counts as the nearest of these.
    pub scale: f64,
    /// The day that is today.
    pub today: Date,
}

impl Default for Settings {
    fn default() -> Self {
        Self { seed: 1, scale: 1.0, today: date(2026, 10, 1) }
    }
}

/// The settings that are not possible.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSettings {
    /// The scale is too small or too large.
    #[error("a scale of {0} is not possible: give one from 0.01 to 10")]
    Scale(String),
    /// The text does not read.
    #[error("`{0}` is not what a synthetic service is made from: expected `today=2026-10-01 seed=1 scale=1`")]
    Text(String),
}

impl Settings {
    /// Refuses a scale outside 0.01 to 10.
    pub fn check(&self) -> Result<(), BadSettings> {
        if (0.01..=10.0).contains(&self.scale) { Ok(()) } else { Err(BadSettings::Scale(self.scale.to_string())) }
    }

    /// The settings a World was made with, if it is synthetic.
    pub fn of(world: &World) -> Option<Self> {
        world.datasets.iter().find(|dataset| dataset.kind.as_str() == crate::KIND)?.file.parse().ok()
    }

    pub(crate) fn size(&self) -> f64 {
        if self.scale.is_nan() { 1.0 } else { self.scale.clamp(0.01, 10.0) }
    }
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "today={} seed={} scale={}", self.today, self.seed, self.scale)
    }
}

impl FromStr for Settings {
    type Err = BadSettings;
    fn from_str(text: &str) -> Result<Self, BadSettings> {
        let wrong = || BadSettings::Text(text.to_owned());
        let field = |name: &str| text.split_whitespace().find_map(|part| part.strip_prefix(name)).ok_or_else(wrong);
        Ok(Self {
            today: field("today=")?.parse().map_err(|_| wrong())?,
            seed: field("seed=")?.parse().map_err(|_| wrong())?,
            scale: field("scale=")?.parse().map_err(|_| wrong())?,
        })
    }
}
