//! Amending a slate after a command did not concur: the least disruptive change computed, shown, and taken.

use std::sync::Arc;

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use muster_domain::allocation::SlateLine;
use muster_domain::{Position, SlateId, Text};
use muster_slate::Amended;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asker::Asker;
use super::commands;
use super::names::{BilletName, Names, PersonName};
use super::problem::{Answer, JsonBody, PathId, Problem};

/// What an amendment would change.
#[derive(Debug, Serialize, ToSchema)]
pub struct AmendmentPreview {
    /// The slate's version that it was computed for: insist on it with `If-Match` when taking it.
    pub changed: Position,
    /// Lines that would go.
    pub dropped: Vec<AmendedPair>,
    /// Lines that would come.
    pub added: Vec<AmendedPair>,
    /// The slate's whole cost then, in points, disruption counted.
    pub objective: i64,
    /// Openings it would leave unfilled.
    pub unfilled: usize,
    /// Movers it would leave without an assignment.
    pub unmatched: usize,
}

/// One line that goes or comes.
#[derive(Debug, Serialize, ToSchema)]
pub struct AmendedPair {
    /// Its number, of one that goes.
    pub line: Option<u32>,
    /// Who.
    pub person: Option<PersonName>,
    /// Which billet.
    pub billet: BilletName,
    /// Points.
    pub cost: i64,
}

/// Why a slate is amended.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Amend {
    /// Why; names no person.
    pub reason: Text,
}

async fn computed(asker: &Asker, id: SlateId) -> Answer<Amended> {
    let (world, today) = (Arc::clone(&asker.world), asker.today);
    let solved = tokio::task::spawn_blocking(move || muster_slate::amend(&world, id, today)).await;
    let amended = solved
        .map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Computing the amendment failed; it was logged."))?
        .ok_or_else(Problem::not_found)?;
    Ok(amended?)
}

/// What amending a slate would change, with the least disruption
#[utoipa::path(post, path = "/api/slates/{slate}/amendment", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate")), responses(
    (status = 200, body = AmendmentPreview), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn preview(asker: Asker, PathId(id): PathId<SlateId>) -> Answer<Json<AmendmentPreview>> {
    let held = asker.world.slates.row(id).ok_or_else(Problem::not_found)?;
    let amended = computed(&asker, id).await?;
    let names = Names::of(&asker);
    let pair = |line: Option<u32>, of: &SlateLine| AmendedPair {
        line,
        person: names.person(of.person),
        billet: names.billet(of.billet, of.report),
        cost: of.cost,
    };
    let going = amended
        .dropped
        .iter()
        .filter_map(|number| held.fact.lines.get(*number as usize).map(|line| pair(Some(*number), &line.proposal)));
    Ok(Json(AmendmentPreview {
        changed: held.changed,
        dropped: going.collect(),
        added: amended.lines.iter().map(|line| pair(None, line)).collect(),
        objective: amended.computed.objective(),
        unfilled: amended.computed.unfilled().count(),
        unmatched: amended.computed.unmatched().count(),
    }))
}

/// Amend a slate with the least disruption
#[utoipa::path(post, path = "/api/slates/{slate}/amend", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate")), request_body = Amend, responses(
    (status = 200, body = commands::Taken), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn amend(
    asker: Asker,
    PathId(id): PathId<SlateId>,
    headers: HeaderMap,
    JsonBody(asked): JsonBody<Amend>,
) -> Answer<Response> {
    let amended = computed(&asker, id).await?;
    commands::give(&asker, &headers, amended.command(asked.reason).into()).await
}
