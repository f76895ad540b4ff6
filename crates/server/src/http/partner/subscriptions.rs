//! Subscriptions: the address of a calendar, which is its own key, and mail.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use muster_portal::{Language, MailForm, Subscriptions, Viewer, Words};
use serde::Deserialize;
use utoipa::ToSchema;

use super::super::problem::Problem;
use super::super::state::App;
use super::realm::{Talk, Visitor};
use crate::mail::own_address;
use crate::vault::VaultError;

/// Where to send mail.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PartnerMail {
    /// The address; nothing for no mail.
    pub address: String,
}

/// Subscriptions
#[utoipa::path(get, path = "/partner/subscriptions", tag = "partner", responses(
    (status = 200, body = String, content_type = "text/html"),
    (status = 303, description = "Not signed in: to the page to sign in on"),
))]
pub(in super::super) async fn show(visitor: Visitor, talk: Talk) -> Response {
    answer(&visitor, &talk, page(&visitor, &talk, None, None).await)
}

fn answer(visitor: &Visitor, talk: &Talk, made: Result<Response, VaultError>) -> Response {
    made.unwrap_or_else(|_| talk.trouble(&visitor.app, StatusCode::SERVICE_UNAVAILABLE))
}

/// The page, with an address just made, or what became of a mail address.
async fn page(
    visitor: &Visitor,
    talk: &Talk,
    made: Option<&str>,
    mail: Option<(&str, bool)>,
) -> Result<Response, VaultError> {
    let vault = visitor.app.desk.vault();
    let (calendar, held) = (vault.has_calendar(visitor.account).await?, vault.mail_address(visitor.account).await?);
    let mail = match mail {
        Some((address, saved)) => MailForm { address, saved: Some(saved) },
        None => MailForm { address: held.as_deref().unwrap_or_default(), saved: None },
    };
    let status = if mail.saved == Some(false) { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let held = Subscriptions { calendar, made, mail };
    Ok(talk.page(status, muster_portal::subscriptions(&visitor.frame(talk, "/partner/subscriptions"), &held)))
}

/// Make the address of the own calendar
#[utoipa::path(post, path = "/partner/subscriptions/calendar", tag = "partner", responses(
    (status = 200, body = String, content_type = "text/html"),
    (status = 303, description = "Not signed in: to the page to sign in on"),
))]
pub(in super::super) async fn make_calendar(visitor: Visitor, talk: Talk, headers: HeaderMap) -> Response {
    let made = async {
        let secret = visitor.app.desk.vault().make_calendar(visitor.account, talk.language().code()).await?;
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        let scheme = if visitor.app.settings.secure_cookie { "https" } else { "http" };
        let address = format!("{scheme}://{host}/partner/calendar/{secret}.ics");
        page(&visitor, &talk, Some(&address), None).await
    };
    answer(&visitor, &talk, made.await)
}

/// End the address of the own calendar
#[utoipa::path(post, path = "/partner/subscriptions/calendar/end", tag = "partner", responses(
    (status = 303, description = "Ended, or not signed in"),
))]
pub(in super::super) async fn end_calendar(visitor: Visitor, talk: Talk) -> Response {
    let ended = visitor.app.desk.vault().end_calendar(visitor.account).await;
    answer(&visitor, &talk, ended.map(|()| Redirect::to("/partner/subscriptions").into_response()))
}

/// Say where to send mail
#[utoipa::path(post, path = "/partner/subscriptions/mail", tag = "partner",
    request_body(content = PartnerMail, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = String, content_type = "text/html"),
        (status = 303, description = "Not signed in: to the page to sign in on"),
        (status = 422, body = String, content_type = "text/html"),
    ))]
pub(in super::super) async fn set_mail(
    visitor: Visitor,
    talk: Talk,
    form: Result<Form<PartnerMail>, FormRejection>,
) -> Response {
    let given = form.map(|Form(mail)| mail.address).unwrap_or_default();
    let saved = async {
        let vault = visitor.app.desk.vault();
        let Ok(address) = own_address(&given) else { return page(&visitor, &talk, None, Some((&given, false))).await };
        vault.set_portal_language(visitor.account, talk.language().code()).await?;
        vault.set_mail_address(visitor.account, address).await?;
        page(&visitor, &talk, None, Some((address.unwrap_or_default(), true))).await
    };
    answer(&visitor, &talk, saved.await)
}

/// A representative's calendar, by the secret in its address
#[utoipa::path(get, path = "/partner/calendar/{file}", tag = "partner",
    params(("file" = String, Path, description = "The secret, with `.ics` at its end")),
    responses(
        (status = 200, body = String, content_type = "text/calendar"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    ))]
pub(in super::super) async fn calendar(State(app): State<App>, Path(file): Path<String>) -> Result<Response, Problem> {
    let secret = file.strip_suffix(".ics").filter(|secret| secret.len() == 43).ok_or_else(Problem::not_found)?;
    let unavailable =
        |error| Problem::new(StatusCode::SERVICE_UNAVAILABLE, format!("Subscriptions cannot be read: {error}"));
    let found = app.desk.vault().calendar_of(secret).await.map_err(unavailable)?;
    let (account, language) = found.ok_or_else(Problem::not_found)?;
    let (world, today) = (app.desk.world(), app.today());
    // Whoever may no longer sign in reads no calendar either.
    let codes = app.policy.purchasers(&world, today, account);
    if codes.is_empty() {
        return Err(Problem::not_found());
    }
    let words = Words::of(Language::of_code(&language).unwrap_or_default());
    let viewer = Viewer { world: &world, codes: &codes, day: today };
    let headers = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((headers, muster_portal::calendar(&viewer, &words)).into_response())
}
