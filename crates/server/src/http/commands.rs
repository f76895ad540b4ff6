//! Giving commands: one path a command, made from the domain's own list.

use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use muster_domain::{Command, Position};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::asker::Asker;
use super::etag::{expected, versioned};
use super::problem::{Answer, JsonText, PathId, Problem};
use super::state::command_title;
use crate::desk::Submission;

/// A command that was taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct Taken {
    /// The journal position of its last record.
    pub position: Position,
    /// Ids of the rows it made, such as `T17`.
    pub created: Vec<String>,
    /// Whether this is the answer to an earlier request with the same idempotency key.
    pub repeated: bool,
}

/// Takes a command: `Idempotency-Key` makes a retry harmless, `If-Match` insists on the row's version.
pub(super) async fn submit(
    asker: Asker,
    PathId(name): PathId<String>,
    headers: HeaderMap,
    JsonText(body): JsonText,
) -> Answer<Response> {
    if command_title(&name).is_none() {
        return Err(Problem::not_found());
    }
    let command = Command::read(&name, &body).ok_or_else(Problem::not_found)?.map_err(|error| {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, format!("The body is not a `{name}`: {error}."))
            .mend("Compare it with the schema in /api/openapi.json.")
    })?;
    give(&asker, &headers, command).await
}

/// Gives a command for the asker, with the request's own headers.
pub(super) async fn give(asker: &Asker, headers: &HeaderMap, command: Command) -> Answer<Response> {
    let submission = Submission {
        id: idempotency_key(headers)?,
        actor: Some(asker.account),
        command,
        expect: expected(headers)?,
        day: None,
    };
    let accepted = asker.app.desk.submit(submission).await?;
    let taken = Taken { position: accepted.position, created: accepted.created, repeated: accepted.repeated };
    Ok(versioned(taken.position, taken))
}

pub(super) fn idempotency_key(headers: &HeaderMap) -> Answer<Uuid> {
    match headers.get("idempotency-key") {
        None => Ok(Uuid::now_v7()),
        Some(key) => key.to_str().ok().and_then(|key| Uuid::try_parse(key).ok()).ok_or_else(|| {
            Problem::new(StatusCode::BAD_REQUEST, "`Idempotency-Key` is not a UUID.")
                .mend("Send a fresh UUID for each command, and the same one when you retry it.")
        }),
    }
}
