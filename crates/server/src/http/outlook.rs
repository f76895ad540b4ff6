//! The outlook: the next five years under the levers, or under what the asker assumes in their place.

use std::sync::Arc;

use axum::Json;
use axum::http::StatusCode;
use muster_domain::OfficeId;
use muster_domain::policy::Lever;
use muster_staffing::{Outlook, OutlookAsk};
use serde::Deserialize;
use utoipa::IntoParams;

use super::asker::Asker;
use super::problem::{Answer, Params, Problem};
use crate::policy::Question;

/// Whose shortages are shown, and what is assumed in place of the levers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct OutlookParams {
    /// Only the shortages of this command or agency.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// In place of the lever `outlook_retention`: per mille a year.
    #[param(minimum = 500, maximum = 1000)]
    retention: Option<i64>,
    /// In place of the lever `outlook_accessions`: per mille of billets a year.
    #[param(minimum = 0, maximum = 500)]
    accessions: Option<i64>,
    /// In place of the lever `outlook_placed`: per mille.
    #[param(minimum = 500, maximum = 1000)]
    placed: Option<i64>,
    /// In place of the lever `outlook_renewal`: per mille.
    #[param(minimum = 0, maximum = 1000)]
    renewal: Option<i64>,
    /// In place of the lever `outlook_language_seats`: graduates a year.
    #[param(minimum = 0, maximum = 5000)]
    language_seats: Option<i64>,
    /// In place of the lever `outlook_certificate_seats`: graduates a year.
    #[param(minimum = 0, maximum = 5000)]
    certificate_seats: Option<i64>,
    /// In place of the lever `outlook_spread`: per mille.
    #[param(minimum = 0, maximum = 200)]
    spread: Option<i64>,
}

impl OutlookParams {
    fn assumed(&self) -> Answer<Vec<(Lever, i64)>> {
        let given = [
            (Lever::OutlookRetention, self.retention),
            (Lever::OutlookAccessions, self.accessions),
            (Lever::OutlookPlaced, self.placed),
            (Lever::OutlookRenewal, self.renewal),
            (Lever::OutlookLanguageSeats, self.language_seats),
            (Lever::OutlookCertificateSeats, self.certificate_seats),
            (Lever::OutlookSpread, self.spread),
        ];
        let given = given.into_iter().filter_map(|(lever, value)| Some((lever, value?)));
        given.map(|(lever, value)| in_range(lever, value)).collect()
    }
}

fn in_range(lever: Lever, value: i64) -> Answer<(Lever, i64)> {
    let definition = lever.definition();
    if (definition.least..=definition.most).contains(&value) {
        return Ok((lever, value));
    }
    let wrong = format!("{value} lies outside the range of the lever {lever}.");
    Err(Problem::new(StatusCode::BAD_REQUEST, wrong)
        .mend(format!("Assume {} to {} {}.", definition.least, definition.most, definition.unit)))
}

/// The next five years: who will be missing where, and what would close it
///
/// Expected values under the levers of the group outlook, or under what is assumed here in their place; nothing is changed.
/// Names nobody, and no number tells the separation date of one person.
#[utoipa::path(get, path = "/api/outlook", tag = "staffing", params(OutlookParams), responses(
    (status = 200, body = Outlook), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn outlook(asker: Asker, Params(params): Params<OutlookParams>) -> Answer<Json<Outlook>> {
    let ask = OutlookAsk { today: asker.today, command: params.command, assumed: params.assumed()? };
    let (world, scope) = (Arc::clone(&asker.world), asker.scope(Question::Outlook));
    // A roll for every remedy: away from the runtime's own threads.
    let found = tokio::task::spawn_blocking(move || muster_staffing::outlook(&world, &scope, &ask)).await;
    found.map(Json).map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Looking ahead failed; it was logged."))
}
