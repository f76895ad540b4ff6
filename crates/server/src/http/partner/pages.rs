//! Programs, a case, the style sheet.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use muster_portal::CaseForm;
use uuid::Uuid;

use super::super::state::App;
use super::realm::{Talk, Visitor};

/// Programs and cases
#[utoipa::path(get, path = "/partner", tag = "partner", responses(
    (status = 200, body = String, content_type = "text/html"),
    (status = 303, description = "Not signed in: to the page to sign in on"),
))]
pub(in super::super) async fn programs(visitor: Visitor, talk: Talk) -> Response {
    let html = muster_portal::programs(&visitor.frame(&talk, "/partner"), &visitor.viewer().programs());
    talk.page(StatusCode::OK, html)
}

/// One case of the own purchaser codes
#[utoipa::path(get, path = "/partner/cases/{number}", tag = "partner",
    params(("number" = String, Path, description = "The case's identifier")),
    responses(
        (status = 200, body = String, content_type = "text/html"),
        (status = 303, description = "Not signed in: to the page to sign in on"),
        (status = 404, body = String, content_type = "text/html"),
    ))]
pub(in super::super) async fn case(visitor: Visitor, talk: Talk, Path(number): Path<String>, uri: Uri) -> Response {
    let sent = uri.query().is_some_and(|query| query.split('&').any(|pair| pair == "sent=1"));
    case_page(&visitor, &talk, &number, sent.then_some(true), "")
}

/// The page of a case with what became of a message.
pub(super) fn case_page(visitor: &Visitor, talk: &Talk, number: &str, sent: Option<bool>, draft: &str) -> Response {
    let viewer = visitor.viewer();
    let Some((_, case)) = viewer.case(number) else { return talk.missing(&visitor.app) };
    let view = viewer.view(case);
    let path = format!("/partner/cases/{}", view.number);
    let key = Uuid::now_v7().to_string();
    let form = CaseForm { key: &key, sent, draft };
    let status = if sent == Some(false) { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let html = muster_portal::case(&visitor.frame(talk, &path), &view, viewer.answers(), visitor.today, &form);
    talk.page(status, html)
}

/// The style sheet of the portal's pages
#[utoipa::path(get, path = "/partner/style.css", tag = "partner", responses(
    (status = 200, body = String, content_type = "text/css"),
))]
pub(in super::super) async fn style() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=3600")];
    (headers, muster_portal::STYLE).into_response()
}

/// Whatever else is asked for under `/partner`.
pub(in super::super) async fn nowhere(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    Talk::of(&uri, &headers).missing(&app)
}
