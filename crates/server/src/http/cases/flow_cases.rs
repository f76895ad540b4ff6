//! The cases behind a way, a pair of steps or a departure that the page of flow counts: found by the same log and the same model.

use std::sync::Arc;

use axum::Json;
use axum::http::StatusCode;
use muster_caseflow::histories::{event_log, milestone_model};
use muster_caseflow::log::{EventLog, Trace};
use muster_caseflow::mining::{Checker, Deviation};
use muster_domain::CaseId;
use muster_domain::cases::CaseNumber;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::Names;
use super::super::paging::{Page, Paging, Place};
use super::super::problem::{Answer, Params, Problem};
use super::flow::FlowFilter;
use super::queue::CaseRow;
use super::sight::Sight;

/// How a case departs from the order of milestones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in super::super) enum FlowDepartureKind {
    /// A step was left out.
    Skipped,
    /// A step came after a later one.
    OutOfOrder,
    /// A step came again.
    Repeated,
    /// An activity that is no milestone.
    Unknown,
}

/// Which way, pair of steps or departure: one of the three.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct FlowPart {
    /// The codes of a way in order, parted by commas.
    #[param(max_length = 4000)]
    way: Option<String>,
    /// The code of a step that another follows directly.
    #[param(max_length = 100)]
    from: Option<String>,
    /// The code that follows it directly.
    #[param(max_length = 100)]
    to: Option<String>,
    /// How cases depart.
    #[param(inline)]
    departure: Option<FlowDepartureKind>,
    /// At which code they depart so.
    #[param(max_length = 100)]
    activity: Option<String>,
}

/// What a case is held against.
enum Wanted {
    Way(Vec<String>),
    Pair(String, String),
    Departure(FlowDepartureKind, String),
}

impl FlowPart {
    fn wanted(self) -> Answer<Wanted> {
        match (self.way, self.from.zip(self.to), self.departure.zip(self.activity)) {
            (Some(way), None, None) => Ok(Wanted::Way(way.split(',').map(str::to_owned).collect())),
            (None, Some((from, to)), None) => Ok(Wanted::Pair(from, to)),
            (None, None, Some((kind, activity))) => Ok(Wanted::Departure(kind, activity)),
            _ => Err(Problem::new(StatusCode::BAD_REQUEST, "It is not said which way or departure is meant.")
                .mend("Give `way`, or `from` with `to`, or `departure` with `activity`.")),
        }
    }
}

impl Wanted {
    fn takes(&self, log: &EventLog, checker: &Checker, trace: Trace<'_>) -> bool {
        match self {
            Self::Way(way) => {
                let codes = trace.activities.iter().map(|activity| log.activity_name(*activity));
                codes.eq(way.iter().map(String::as_str))
            }
            Self::Pair(from, to) => {
                let is = |activity, code: &str| log.activity_name(activity) == code;
                trace.activities.windows(2).any(|pair| is(pair[0], from) && is(pair[1], to))
            }
            Self::Departure(kind, activity) => {
                let step = |place: usize| checker.model().steps()[place].activity.as_str();
                let (found, _) = checker.deviations(trace);
                found.into_iter().any(|(deviation, _)| {
                    let (is, at) = match deviation {
                        Deviation::Skipped(place) => (FlowDepartureKind::Skipped, step(place)),
                        Deviation::OutOfOrder(place) => (FlowDepartureKind::OutOfOrder, step(place)),
                        Deviation::Repeated(place) => (FlowDepartureKind::Repeated, step(place)),
                        Deviation::Unknown(activity) => (FlowDepartureKind::Unknown, log.activity_name(activity)),
                    };
                    is == *kind && at == activity
                })
            }
        }
    }
}

/// The cases that took a way, went directly from one step to another, or depart from the order, as the page of flow counts
/// them
#[utoipa::path(get, path = "/api/cases/flow/cases", tag = "cases", params(FlowFilter, FlowPart, Paging), responses(
    (status = 200, body = Page<CaseRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn list(
    asker: Asker,
    Params(filter): Params<FlowFilter>,
    Params(part): Params<FlowPart>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<CaseRow>>> {
    let wanted = part.wanted()?;
    let (world, today, sight) = (Arc::clone(&asker.world), asker.today, Sight::of(&asker));
    let found = tokio::task::spawn_blocking(move || {
        let cases = filter.cases(&world, &sight);
        let log = event_log(&world, cases, today).map_err(|error| error.to_string())?;
        let checker = Checker::new(milestone_model().map_err(|error| error.to_string())?, &log);
        let taken = log.case_ids().filter(|case| wanted.takes(&log, &checker, log.trace(*case)));
        let number = |case| log.case_name(case).parse::<CaseNumber>().ok();
        let held = taken.filter_map(|case| world.keys.case.get(&number(case)?).copied());
        Ok::<Vec<CaseId>, String>(held.collect())
    });
    let failed = |error: String| {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, format!("The cases could not be found: {error}"))
    };
    let found = found.await.map_err(|error| failed(error.to_string()))?.map_err(failed)?;
    let (names, queue) = (Names::of(&asker), asker.app.queues.of(&asker));
    let rows = found.into_iter().filter_map(|id| {
        let row = queue.row(id)?;
        Some((Place(asker.world.cases[id].number.rank(), id.0), (id, row)))
    });
    paging.page(rows, false, |(id, row)| CaseRow::of(&names, id, row)).map(Json)
}
