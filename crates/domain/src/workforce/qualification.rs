//! What a billet may ask for and a person may hold: languages, clearance, certificates.

use serde::{Deserialize, Serialize};

use super::FunctionalArea;
use crate::kernel::{Date, Ilr, Text};

/// Levels a billet needs in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LanguageRequirement {
    /// The language by name, such as `Arabic`.
    pub language: Text,
    /// Reading.
    pub reading: Ilr,
    /// Speaking.
    pub speaking: Ilr,
}

/// Levels a person was tested at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LanguageScore {
    /// The language by name.
    pub language: Text,
    /// Listening.
    pub listening: Ilr,
    /// Reading.
    pub reading: Ilr,
    /// Speaking.
    pub speaking: Ilr,
    /// The day of the test; the score ages out after the lever's months.
    pub tested: Date,
}

impl LanguageScore {
    /// Whether the levels reach what is needed, whatever the score's age.
    pub fn reaches(&self, need: &LanguageRequirement) -> bool {
        self.language == need.language && self.reading >= need.reading && self.speaking >= need.speaking
    }
}

/// A security clearance, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the levels'")]
pub enum Clearance {
    None,
    Secret,
    TopSecret,
    TopSecretSci,
}

/// A clearance a person holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClearanceHeld {
    /// The level.
    pub level: Clearance,
    /// The first day it holds no more, if known.
    pub expires: Option<Date>,
}

impl ClearanceHeld {
    /// The level that holds on this day.
    pub fn on(self, day: Date) -> Clearance {
        if self.expires.is_some_and(|expires| expires <= day) { Clearance::None } else { self.level }
    }
}

/// Certification levels of program 1.0 (DoDI 5132.15), least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the levels'")]
pub enum CertificateLevel {
    Basic,
    Intermediate,
    Advanced,
    Executive,
}

/// A certificate a person earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// In which area.
    pub area: FunctionalArea,
    /// At which level.
    pub level: CertificateLevel,
    /// The day it was earned.
    pub earned: Date,
    /// The first day it holds no more, unless continuous learning keeps it current.
    pub lapses: Option<Date>,
}

impl Certificate {
    /// Whether it holds on this day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.earned <= day && self.lapses.is_none_or(|lapses| day < lapses)
    }
}
