//! ETags: a row's version is the journal position that last changed it.

use axum::Json;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use muster_domain::Position;
use serde::Serialize;

use super::problem::{Answer, Problem};

/// An answer that carries the version of the row it shows.
pub(super) fn versioned(changed: Position, body: impl Serialize) -> Response {
    ([(header::ETAG, format!("\"{changed}\""))], Json(body)).into_response()
}

/// The version that a caller insists on, if any.
pub(super) fn expected(headers: &HeaderMap) -> Answer<Option<Position>> {
    let Some(value) = headers.get(header::IF_MATCH) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let position = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).and_then(|text| text.parse().ok());
    position.map(|position| Some(Position(position))).ok_or_else(|| {
        Problem::new(StatusCode::BAD_REQUEST, "`If-Match` is not an ETag of this server.")
            .mend("Send the `ETag` of the row as you last read it.")
    })
}
