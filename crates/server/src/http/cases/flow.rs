//! How cases flow: the way from milestone to milestone with its times, where delay arises that lasts, what is done again,
//! how cases keep to the order. Mined from the histories of the cases in scope.

use std::sync::Arc;

use axum::Json;
use muster_caseflow::histories::{event_log, milestone_model};
use muster_caseflow::mining::{self, Mined, Page};
use muster_domain::cases::{Case, CaseKind, GoalCategory};
use muster_domain::{AccountId, CaseId, CountryId, Date, OfficeId, World};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::problem::{Answer, Params, Problem};
use super::sight::Sight;

/// Entries of the lists that are cut.
const MOST: usize = 12;

/// Which cases.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct FlowFilter {
    /// Of this country.
    #[param(value_type = Option<CountryId>, inline)]
    country: Option<CountryId>,
    /// Worked by this office.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
    /// Of this kind.
    #[param(inline)]
    kind: Option<CaseKind>,
    /// Of this group of time goals.
    #[param(inline)]
    category: Option<GoalCategory>,
    /// With a letter of request received on this day or later.
    since: Option<Date>,
}

impl FlowFilter {
    /// The cases in sight that it takes.
    pub(super) fn cases(&self, world: &World, sight: &Sight) -> Vec<CaseId> {
        let takes = |case: &Case| {
            self.country.is_none_or(|country| case.country == country)
                && self.office.is_none_or(|office| case.office == office)
                && self.kind.is_none_or(|kind| case.kind == kind)
                && self.category.is_none_or(|category| case.category == category)
                && self.since.is_none_or(|since| case.lor >= since)
                && sight.sees(case)
        };
        world.cases.iter().filter(|(_, case)| takes(case)).map(|(id, _)| id).collect()
    }
}

/// What a kept answer is kept by.
pub(in super::super) type FlowKey = (AccountId, FlowFilter);

/// One activity directly after another.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FlowSegment {
    /// The code before: a milestone, `LOR`, or the begin or end of a hold.
    pub from: String,
    /// The code after.
    pub to: String,
    /// How often.
    pub count: u64,
    /// Half took at most so many days.
    pub median_days: f64,
    /// A quarter took at most so many days.
    pub quarter_days: f64,
    /// Three quarters took at most so many days.
    pub three_quarters_days: f64,
    /// On average.
    pub mean_days: f64,
    /// All passings together.
    pub total_days: f64,
}

/// A segment by the delay that began in it and lasted to the end of the case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FlowBottleneck {
    /// The code before.
    pub from: String,
    /// The code after.
    pub to: String,
    /// How often.
    pub count: u64,
    /// Passings that took longer than typical.
    pub late: i64,
    /// What it takes typically, days.
    pub typical_days: Option<f64>,
    /// By how much late passings took longer, together.
    pub excess_days: f64,
    /// What of it later passings of the same cases made good.
    pub made_good_days: f64,
    /// What of it lasted: what bottlenecks are ranked by.
    pub lasting_days: f64,
    /// Of the lasting delay of all segments, 0 to 1.
    pub share: f64,
}

/// A way that cases go.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FlowVariant {
    /// Its codes in order.
    pub activities: Vec<String>,
    /// How many cases took it.
    pub cases: i64,
    /// Of all cases, 0 to 1.
    pub share: f64,
    /// From first to last, on average.
    pub mean_days: f64,
}

/// Something that is done again.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FlowRework {
    /// The code.
    pub activity: String,
    /// Cases that came to it.
    pub cases: i64,
    /// Of those, more than once.
    pub cases_again: i64,
    /// From each former time to the repeated one, together.
    pub loop_days: f64,
}

/// A departure from the order of milestones.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FlowDeparture {
    /// `skipped`, `out_of_order`, `repeated` or `unknown`.
    pub kind: &'static str,
    /// The code.
    pub activity: String,
    /// In how many cases.
    pub cases: i64,
}

/// How cases flow.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CaseFlow {
    /// Cases.
    pub cases: i64,
    /// Events: milestones, requests, holds.
    pub events: i64,
    /// Distinct ways.
    pub variants: usize,
    /// Cases that keep the order.
    pub conforming: i64,
    /// The directly-follows graph with its times, most frequent first.
    pub segments: Vec<FlowSegment>,
    /// Where delay arises that lasts, most first.
    pub bottlenecks: Vec<FlowBottleneck>,
    /// The ways that most cases took.
    pub top_variants: Vec<FlowVariant>,
    /// What is done again.
    pub rework: Vec<FlowRework>,
    /// Departures from the order.
    pub departures: Vec<FlowDeparture>,
    /// Whether some of the histories are synthetic: such times prove nothing of the real world.
    pub synthetic: bool,
}

/// How cases in scope flow: segments with times, bottlenecks by lasting delay, variants, rework, conformance
#[utoipa::path(get, path = "/api/cases/flow", tag = "cases", params(FlowFilter), responses(
    (status = 200, body = CaseFlow), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn flow(asker: Asker, Params(filter): Params<FlowFilter>) -> Answer<Json<Arc<CaseFlow>>> {
    let (world, today) = (Arc::clone(&asker.world), asker.today);
    let sight = Sight::of(&asker);
    let wanted = filter.clone();
    let key = (asker.account, filter);
    let answer = asker.app.flows.worked_out(&asker, key, "Mining the cases", move || {
        let cases = wanted.cases(&world, &sight);
        let refused = |error: &dyn std::fmt::Display| {
            Problem::new(axum::http::StatusCode::UNPROCESSABLE_ENTITY, error.to_string()).mend("Narrow the filter.")
        };
        let log = event_log(&world, cases, today).map_err(|error| refused(&error))?;
        let model = milestone_model().map_err(|error| refused(&error))?;
        let mined = Mined::new(&log, mining::Settings { model: Some(model), ..mining::Settings::default() });
        Ok::<_, Problem>(shown(mined.page(&log, MOST), world.is_synthetic()))
    });
    answer.await.map(Json)
}

/// Days of so many seconds, to a tenth.
fn days(seconds: f64) -> f64 {
    (seconds / 8_640.0).round() / 10.0
}

fn shown(page: Page, synthetic: bool) -> CaseFlow {
    CaseFlow {
        cases: page.cases,
        events: page.events,
        variants: page.variants,
        conforming: page.conformance.as_ref().map_or(0, |held| held.conforming_cases),
        segments: page
            .segments
            .into_iter()
            .map(|one| FlowSegment {
                from: one.from,
                to: one.to,
                count: one.count,
                median_days: days(one.median_seconds),
                quarter_days: days(one.quarter_seconds),
                three_quarters_days: days(one.three_quarters_seconds),
                mean_days: days(one.mean_seconds),
                total_days: days(one.total_seconds),
            })
            .collect(),
        bottlenecks: page
            .bottlenecks
            .into_iter()
            .map(|one| FlowBottleneck {
                from: one.from,
                to: one.to,
                count: one.count,
                late: one.late,
                typical_days: one.typical_seconds.map(days),
                excess_days: days(one.excess_seconds),
                made_good_days: days(one.made_good_seconds),
                lasting_days: days(one.lasting_seconds),
                share: one.share,
            })
            .collect(),
        top_variants: page
            .top_variants
            .into_iter()
            .map(|one| FlowVariant {
                activities: one.activities,
                cases: one.cases,
                share: one.share,
                mean_days: days(one.mean_seconds),
            })
            .collect(),
        rework: page
            .rework
            .into_iter()
            .map(|one| FlowRework {
                activity: one.activity,
                cases: one.cases,
                cases_again: one.cases_again,
                loop_days: days(one.loop_seconds),
            })
            .collect(),
        departures: page
            .conformance
            .into_iter()
            .flat_map(|held| held.deviations)
            .map(|one| FlowDeparture { kind: one.kind, activity: one.activity, cases: one.cases })
            .collect(),
        synthetic,
    }
}
