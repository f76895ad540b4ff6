//! The workload evidence attached to a request when it is submitted: what was true then, as stated results.

use serde::{Deserialize, Serialize};

use crate::kernel::{Date, FiscalYear, Position, Text};
use crate::partner::Measure;
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

/// One driver of the work as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceDriver {
    /// What it counts.
    pub measure: Measure,
    /// How many.
    pub count: i64,
    /// The fiscal year of the count.
    pub fiscal_year: FiscalYear,
    /// Minutes a month for each.
    pub minutes_each: i64,
    /// The lever that says so.
    pub lever: Lever,
    /// The row the count comes from.
    pub source: Text,
    /// Whether the count was generated for demonstration rather than published.
    pub synthetic: bool,
}
