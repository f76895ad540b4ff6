//! When cases come to their next milestone and to their offer, as the pages show it.

use std::sync::Arc;

use axum::Json;
use axum::http::StatusCode;
use muster_caseflow::outlook::{CaseOutlook, DateRange, Outlooks};
use muster_domain::{CaseId, Date};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::problem::{Answer, Problem};
use super::sight::Sight;

/// A range of days that is to hold four times in five.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct ForecastRange {
    /// Not earlier than this.
    pub from: Date,
    /// As likely earlier as later; none beyond everything seen.
    pub median: Option<Date>,
    /// Not later than this; none where so many like it were never seen to come to it.
    pub to: Option<Date>,
}

impl From<DateRange> for ForecastRange {
    fn from(range: DateRange) -> Self {
        Self { from: range.from, median: range.median, to: range.to }
    }
}

/// What is foreseen for a case before its offer, and what it rests on.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferForecast {
    /// When it comes to its next milestone, whichever that is.
    pub next: Option<ForecastRange>,
    /// When it is offered, if it is.
    pub offer: ForecastRange,
    /// Of a hundred such cases, how many came to an offer.
    pub offered_percent: u8,
    /// How often a range is to hold, percent.
    pub level_percent: u8,
    /// What the cases it is taken from have in common with this one.
    pub like: Vec<String>,
    /// How many moments of other cases those are.
    pub count: usize,
    /// How many of them are decided.
    pub ended: usize,
    /// How many earlier forecasts set the range.
    pub judged_by: usize,
    /// The day it was made.
    pub made: Date,
    /// Whether it is made from synthetic histories: then nothing is claimed of how often it turns out right.
    pub synthetic: bool,
}

impl OfferForecast {
    fn of(outlook: &CaseOutlook, made: Date, synthetic: bool) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        let offered_percent = (outlook.offered.clamp(0.0, 1.0) * 100.0).round() as u8;
        Self {
            next: outlook.next.map(Into::into),
            offer: outlook.offer.into(),
            offered_percent,
            level_percent: 80,
            like: outlook.like.iter().map(ToString::to_string).collect(),
            count: outlook.count,
            ended: outlook.ended,
            judged_by: outlook.judged_by,
            made,
            synthetic,
        }
    }
}

/// The latest outlook; where it is not today's, another is begun beside the request.
pub(super) fn latest(asker: &Asker) -> Option<Arc<Outlooks>> {
    if asker.app.desk.forecasts().begin(&asker.world, asker.today) {
        let (app, world, today) = (asker.app.clone(), Arc::clone(&asker.world), asker.today);
        // Nobody waits for it: the next answer shows it.
        drop(tokio::task::spawn_blocking(move || app.desk.forecasts().finish(&world, today)));
    }
    asker.app.desk.forecasts().latest()
}

/// What is foreseen for a case, and whether that is still being worked out.
pub(super) fn of_case(asker: &Asker, id: CaseId) -> (Option<OfferForecast>, bool) {
    let Some(case) = asker.world.cases.get(id).filter(|case| case.phase(asker.today).is_before_offer()) else {
        return (None, false);
    };
    let held = latest(asker);
    let found = held.as_ref().and_then(|held| Some((held.of(id, case, asker.today)?, held.day)));
    let shown = found.map(|(outlook, made)| OfferForecast::of(outlook, made, asker.world.is_synthetic()));
    let pending = shown.is_none() && asker.app.desk.forecasts().current(&asker.world, asker.today).is_none();
    (shown, pending)
}

/// The outlook of the cases in scope that are not yet offered.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseOutlooks {
    /// The day it was made.
    pub made: Date,
    /// How many decided cases it learned from.
    pub learned: usize,
    /// Cases in scope with a forecast.
    pub cases: usize,
    /// Of those, offered within 90 days as likely as not.
    pub within_90_days: usize,
    /// Of those, with an end of the range that is known.
    pub bounded: usize,
    /// Whether it is made from synthetic histories.
    pub synthetic: bool,
}

/// The outlook of the cases in scope that are not yet offered; waits until today's is worked out
#[utoipa::path(get, path = "/api/cases/outlook", tag = "cases", responses(
    (status = 200, body = CaseOutlooks), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn outlook(asker: Asker) -> Answer<Json<CaseOutlooks>> {
    let failed = || Problem::new(StatusCode::SERVICE_UNAVAILABLE, "The outlook could not be made; it was logged.");
    let held = match asker.app.desk.forecasts().current(&asker.world, asker.today) {
        Some(held) => held,
        None => {
            let (app, world, today) = (asker.app.clone(), Arc::clone(&asker.world), asker.today);
            tokio::task::spawn_blocking(move || app.desk.forecasts().finish(&world, today))
                .await
                .map_err(|_| failed())?;
            asker.app.desk.forecasts().latest().ok_or_else(failed)?
        }
    };
    let sight = Sight::of(&asker);
    let seen = held.iter().filter(|(id, _)| asker.world.cases.get(*id).is_some_and(|case| sight.sees(case)));
    let soon = asker.today.saturating_add(jiff::Span::new().days(90));
    let (mut cases, mut within_90_days, mut bounded) = (0, 0, 0);
    for (_, outlook) in seen {
        cases += 1;
        within_90_days += usize::from(outlook.offer.median.is_some_and(|median| median <= soon));
        bounded += usize::from(outlook.offer.to.is_some());
    }
    let synthetic = asker.world.is_synthetic();
    Ok(Json(CaseOutlooks { made: held.day, learned: held.learned, cases, within_90_days, bounded, synthetic }))
}
