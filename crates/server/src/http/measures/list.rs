//! Every measure with its trend.

use std::sync::Arc;

use axum::Json;
use muster_caseflow::measures::{MeasureDefinition, MeasurePoint, MeasureUnit, NOT_RECORDED, Quarter, trend};
use muster_domain::Date;
use muster_exchange::import::is_synthetic;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::problem::{Answer, Problem};
use super::measured::{Measured, Seen};

/// Quarters of a trend.
pub(super) const QUARTERS: usize = 12;

/// What a figure counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeasureScale {
    /// A share, 0 to 1.
    Share,
    /// Calendar days.
    Days,
    /// Mondays to Fridays but federal holidays and days declared closed.
    WorkingDays,
}

/// A quarter's figure.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasureTrendPoint {
    /// The quarter of the US fiscal year, such as `2026Q3`.
    pub quarter: String,
    /// Its first day.
    pub from: Date,
    /// Whether it is not over.
    pub so_far: bool,
    /// The figure; none where nothing was observed or too few are over to tell.
    pub value: Option<f64>,
    /// How many cases or billets it counts.
    pub count: usize,
    /// How many of them are not over.
    pub running: usize,
}

/// A measure.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasureRow {
    /// Its name in addresses.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it counts, and what puts something into a quarter.
    pub definition: &'static str,
    /// Who asks for it.
    pub source: &'static str,
    /// What it counts in.
    pub scale: MeasureScale,
    /// Whether more is better.
    pub rising_is_good: bool,
    /// Figures by quarter, the running one last.
    pub trend: Vec<MeasureTrendPoint>,
}

/// A measure that is asked for and whose facts nobody records.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MissingMeasure {
    /// Its title.
    pub title: &'static str,
    /// What would have to be recorded.
    pub needs: &'static str,
}

/// Every measure.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasureList {
    /// Whether what is measured is made up for demonstration: such figures prove nothing of the real world.
    pub synthetic: bool,
    /// The measures.
    pub measures: Vec<MeasureRow>,
    /// Measures without a figure.
    pub not_recorded: Vec<MissingMeasure>,
}

pub(super) fn point(point: &MeasurePoint, today: Date) -> MeasureTrendPoint {
    MeasureTrendPoint {
        quarter: point.quarter.to_string(),
        from: point.quarter.from(),
        so_far: point.quarter.end() > today,
        value: point.value,
        count: point.count,
        running: point.running,
    }
}

pub(super) fn row(definition: &MeasureDefinition, trend: Vec<MeasureTrendPoint>) -> MeasureRow {
    MeasureRow {
        id: definition.id,
        title: definition.title,
        definition: definition.definition,
        source: definition.source,
        scale: match definition.unit {
            MeasureUnit::Share => MeasureScale::Share,
            MeasureUnit::Days => MeasureScale::Days,
            MeasureUnit::WorkingDays => MeasureScale::WorkingDays,
        },
        rising_is_good: definition.rising_is_good,
        trend,
    }
}

/// The measures by which the reform is watched, each with its definition and its trend by quarter
#[utoipa::path(get, path = "/api/measures", tag = "measures", responses(
    (status = 200, body = MeasureList), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn list(asker: Asker) -> Answer<Json<Arc<MeasureList>>> {
    let seen = Seen::of(&asker);
    let answer = asker.app.measures.worked_out(&asker, asker.account, "Measuring", move || {
        let quarters = Quarter::up_to(seen.today, QUARTERS);
        let measured = |(measured, definition): (Measured, &'static MeasureDefinition)| {
            let figures = trend(definition.statistic, &seen.observed(measured, &quarters), &quarters);
            row(definition, figures.iter().map(|one| point(one, seen.today)).collect())
        };
        let missing =
            |one: &muster_caseflow::measures::NotRecorded| MissingMeasure { title: one.title, needs: one.needs };
        Ok::<_, Problem>(MeasureList {
            synthetic: is_synthetic(seen.world()),
            measures: Measured::all().map(measured).collect(),
            not_recorded: NOT_RECORDED.iter().map(missing).collect(),
        })
    });
    answer.await.map(Json)
}
