//! Who did what, and the proof that nothing was removed.

use axum::Json;
use axum::http::StatusCode;
use muster_domain::{AccountId, Event, Text};
use muster_journal::audit::AuditReport;
use muster_journal::{InclusionProof, Record, SignedHead};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::Question;

/// Records in a page unless asked otherwise.
const DEFAULT_LIMIT: u64 = 50;
/// Records in a page at most.
const LARGEST_LIMIT: u64 = 200;
/// Events of a record shown in a list; the record's own page shows more.
const EVENTS_IN_LIST: usize = 5;
/// Events of a record shown on its own page.
const EVENTS_SHOWN: usize = 500;

/// Which records.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Before {
    /// Only records before this position.
    #[param(minimum = 1)]
    before: Option<u64>,
    /// Records in the page, 1 to 200.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

/// A page of the journal, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct JournalPage {
    /// The records.
    pub items: Vec<JournalRow>,
    /// What to give as `before` for the page after.
    pub next: Option<u64>,
    /// Records in the journal.
    pub total: u64,
}

/// A record.
#[derive(Debug, Serialize, ToSchema)]
pub struct JournalRow {
    /// Its position.
    pub position: u64,
    /// The instant it was recorded, RFC 3339.
    pub at: String,
    /// Who gave the command; none for the installation itself.
    pub actor: Option<Actor>,
    /// The command's id.
    pub command_id: String,
    /// Which part of the command's records it is, from 1.
    pub part: u32,
    /// How many parts there are.
    pub of: u32,
    /// How many events it holds.
    pub event_count: usize,
    /// The first of its events.
    pub events: Vec<JournalEvent>,
    /// The leaf of the Merkle tree over its exact bytes.
    pub leaf: String,
}

/// Who gave a command.
#[derive(Debug, Serialize, ToSchema)]
pub struct Actor {
    /// The account's id.
    pub id: AccountId,
    /// Its name.
    pub name: Text,
}

/// An event of a record.
#[derive(Debug, Serialize, ToSchema)]
pub struct JournalEvent {
    /// Its stored name.
    pub event: String,
    /// What it holds, sealed facts left sealed; only for those who may see every row it could be about.
    pub body: Option<serde_json::Value>,
}

fn unreadable(error: muster_journal::Error) -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, format!("The journal cannot be read: {error}"))
}

/// The journal, newest first
#[utoipa::path(get, path = "/api/journal", tag = "journal", params(Before), responses(
    (status = 200, body = JournalPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(asker: Asker, Params(page): Params<Before>) -> Answer<Json<JournalPage>> {
    let limit = page.limit.unwrap_or(DEFAULT_LIMIT);
    if !(1..=LARGEST_LIMIT).contains(&limit) {
        return Err(Problem::new(StatusCode::BAD_REQUEST, format!("`limit` is {limit}.")).mend("Give 1 to 200."));
    }
    let total = asker.world.position.0;
    let end = page.before.unwrap_or(u64::MAX).clamp(1, total + 1) - 1;
    let start = end.saturating_sub(limit);
    let records = asker
        .app
        .desk
        .journal()
        .read(muster_journal::Position(start), usize::try_from(end - start).unwrap_or_default())
        .await
        .map_err(unreadable)?;
    let items = records.iter().rev().map(|record| row(&asker, record, EVENTS_IN_LIST)).collect();
    Ok(Json(JournalPage { items, next: (start > 0).then_some(start + 1), total }))
}

/// One record
#[utoipa::path(get, path = "/api/journal/{position}", tag = "journal", params(("position" = u64, Path, description = "The position")), responses(
    (status = 200, body = JournalRow), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(position): PathId<u64>) -> Answer<Json<JournalRow>> {
    let before =
        position.checked_sub(1).filter(|_| position <= asker.world.position.0).ok_or_else(Problem::not_found)?;
    let records = asker.app.desk.journal().read(muster_journal::Position(before), 1).await.map_err(unreadable)?;
    records.first().map(|record| Json(row(&asker, record, EVENTS_SHOWN))).ok_or_else(Problem::not_found)
}

fn row(asker: &Asker, record: &Record, shown: usize) -> JournalRow {
    let actor: Option<AccountId> = record.actor.parse().ok();
    let people = asker.scope(Question::People);
    let sees_all = people.offices().count() == asker.world.offices.len();
    let events: Vec<serde_json::Value> = serde_json::from_str(&record.events).unwrap_or_default();
    JournalRow {
        position: record.position.0,
        at: jiff::Timestamp::from_microsecond(record.at).map(|at| at.to_string()).unwrap_or_default(),
        actor: actor
            .and_then(|id| asker.world.accounts.get(id).map(|account| Actor { id, name: account.name.clone() })),
        command_id: record.command_id.to_string(),
        part: record.part,
        of: record.of,
        event_count: events.len(),
        events: events.into_iter().take(shown).map(|event| shown_event(event, sees_all)).collect(),
        leaf: record.leaf.to_string(),
    }
}

fn shown_event(mut event: serde_json::Value, sees_all: bool) -> JournalEvent {
    let name = event["event"]
        .as_str()
        .filter(|name| Event::KINDS.iter().any(|(known, _)| known == name))
        .unwrap_or("unknown")
        .to_owned();
    let mut body = event["body"].take();
    veil(&mut body);
    JournalEvent { event: name, body: sees_all.then_some(body) }
}

/// Shows a sealed fact as sealed instead of its ciphertext.
fn veil(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            if fields.len() == 1 && fields.contains_key("closed") {
                *value = serde_json::Value::from("sealed");
            } else {
                fields.values_mut().for_each(veil);
            }
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(veil),
        _ => {}
    }
}

/// The signed head: keep it elsewhere, and a rewritten or shortened history is found later
#[utoipa::path(get, path = "/api/audit/head", tag = "journal", responses(
    (status = 200, body = serde_json::Value), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn head(asker: Asker) -> Answer<Json<SignedHead>> {
    asker
        .app
        .desk
        .signed_head()
        .await
        .map(Json)
        .map_err(|error| Problem::new(StatusCode::SERVICE_UNAVAILABLE, format!("The head cannot be signed: {error}")))
}

/// Recompute the whole tree
#[utoipa::path(post, path = "/api/audit/verify", tag = "journal", responses(
    (status = 200, body = serde_json::Value), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn verify(asker: Asker) -> Answer<Json<AuditReport>> {
    muster_journal::audit::verify(asker.app.desk.journal(), None).await.map(Json).map_err(unreadable)
}

/// The proof that a record is in the tree
#[utoipa::path(get, path = "/api/audit/proof/{position}", tag = "journal", params(("position" = u64, Path, description = "The position")), responses(
    (status = 200, body = serde_json::Value), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn proof(asker: Asker, PathId(position): PathId<u64>) -> Answer<Json<InclusionProof>> {
    let size = asker.world.position.0;
    if position == 0 || position > size {
        return Err(Problem::not_found());
    }
    asker
        .app
        .desk
        .journal()
        .prove_inclusion(muster_journal::Position(position), size)
        .await
        .map(Json)
        .map_err(unreadable)
}
