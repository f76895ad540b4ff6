//! The workload evidence attached to a request when it is submitted: what was true then, as stated results.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::kernel::{Date, FiscalYear, Position, Text};
use crate::partner::{Figure, Measure};
use crate::policy::Lever;

/// What an office's work asked for and what it had, on the day a request was submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkloadEvidence {
    /// The day it was worked out.
    pub on: Date,
    /// The journal position it was worked out at.
    pub position: Position,
    /// The strength the workload standard indicates, in people; none for an office that is no SCO.
    pub indicated: Option<u32>,
    /// The strength of the manpower review in force, in people.
    pub validated: Option<u32>,
    /// That review's document.
    pub validated_document: Option<Text>,
    /// Billets authorised.
    pub authorised: u32,
    /// Of these, billets funded.
    pub funded: u32,
    /// Of the authorised, billets covered.
    pub assigned: u32,
    /// Days without an incumbent over all billets, in the year up to the day.
    pub gap_days_year: i64,
    /// Minutes of work a month, all drivers together.
    pub minutes_month: i64,
    /// Hours a person is available in a year, by the lever.
    pub available_hours_year: i64,
    /// The smallest team, in people, by the lever.
    pub minimum_team: u32,
    /// What the work comes from.
    pub drivers: Vec<EvidenceDriver>,
    /// Covered billets that count under section 515 in the office's country; none outside SCOs.
    pub section_515_members: Option<u32>,
    /// Members allowed there.
    pub section_515_limit: Option<u32>,
}

/// What the count of a driver rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DriverBasis {
    /// The cases on record, counted as they stood on the day.
    CasesOnRecord {
        /// The latest yearly figure known on the day, beside the count; none where the country has none.
        figure: Option<Figure>,
    },
    /// The latest yearly figure known on the day.
    YearlyFigure {
        /// That figure.
        figure: Figure,
    },
}

impl DriverBasis {
    /// The yearly figure that the count is, or that stands beside it.
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::CasesOnRecord { figure } => figure.as_ref(),
            Self::YearlyFigure { figure } => Some(figure),
        }
    }
}

/// One driver of the work as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceDriver {
    /// What it counts.
    pub measure: Measure,
    /// How many.
    pub count: i64,
    /// What the count rests on.
    pub basis: DriverBasis,
    /// Minutes a month for each.
    pub minutes_each: i64,
    /// The lever that says so.
    pub lever: Lever,
    /// Whether what was counted is made up for demonstration.
    pub synthetic: bool,
}

/// Evidence as version 1 of its event held it: every count was a yearly figure.
pub(super) fn first_evidence(mut evidence: Map<String, Value>) -> Result<WorkloadEvidence, serde_json::Error> {
    #[derive(Deserialize)]
    struct First {
        measure: Measure,
        count: i64,
        fiscal_year: FiscalYear,
        minutes_each: i64,
        lever: Lever,
        source: Text,
        synthetic: bool,
    }
    let drivers = evidence.insert("drivers".to_owned(), Value::Array(Vec::new())).unwrap_or_default();
    let drivers: Vec<First> = serde_json::from_value(drivers)?;
    let mut evidence: WorkloadEvidence = serde_json::from_value(Value::Object(evidence))?;
    evidence.drivers.extend(drivers.into_iter().map(|first| {
        let First { measure, count, fiscal_year, minutes_each, lever, source, synthetic } = first;
        let figure = Figure { measure, fiscal_year, value: count, source, synthetic };
        EvidenceDriver { measure, count, basis: DriverBasis::YearlyFigure { figure }, minutes_each, lever, synthetic }
    }));
    Ok(evidence)
}
