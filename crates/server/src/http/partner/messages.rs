//! Writing about a case.

use axum::Form;
use axum::extract::Path;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use muster_domain::cases::WriteMessage;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::pages::case_page;
use super::realm::{Talk, Visitor};
use crate::desk::{Rejected, Submission};

/// A message to the country program manager.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PartnerMessage {
    /// Names the message: sent twice it is taken once.
    pub key: String,
    /// The words.
    pub message: String,
}

/// Write to the country program manager about a case
#[utoipa::path(post, path = "/partner/cases/{number}/messages", tag = "partner",
    params(("number" = String, Path, description = "The case's identifier")),
    request_body(content = PartnerMessage, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Sent, or not signed in"),
        (status = "4XX", body = String, content_type = "text/html"),
    ))]
pub(in super::super) async fn write(
    visitor: Visitor,
    talk: Talk,
    Path(number): Path<String>,
    form: Result<Form<PartnerMessage>, FormRejection>,
) -> Response {
    let Some((case, _)) = visitor.viewer().case(&number) else { return talk.missing(&visitor.app) };
    let Ok(Form(PartnerMessage { key, message })) = form else {
        return case_page(&visitor, &talk, &number, Some(false), "");
    };
    // Browsers send line ends as two characters, of which one is no text.
    let words = message.replace("\r\n", "\n");
    let command = WriteMessage { case, message: words.trim().into() };
    let submission = Submission {
        id: Uuid::try_parse(&key).unwrap_or_else(|_| Uuid::now_v7()),
        ..Submission::by(visitor.account, command)
    };
    match visitor.app.desk.submit(submission).await {
        Ok(_) => Redirect::to(&format!("/partner/cases/{number}?sent=1#messages")).into_response(),
        Err(Rejected::Unavailable(_)) => talk.trouble(&visitor.app, StatusCode::SERVICE_UNAVAILABLE),
        Err(Rejected::NotFound | Rejected::Forbidden(_)) => talk.missing(&visitor.app),
        Err(Rejected::Refused(_) | Rejected::Stale { .. } | Rejected::Reused) => {
            case_page(&visitor, &talk, &number, Some(false), &words)
        }
    }
}
