//! Signing in to the portal and out of it. The same vault, the same limits on failed attempts as everywhere; another cookie.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use muster_portal::{DemoSignIn, SignInTrouble};
use serde::Deserialize;
use utoipa::ToSchema;

use super::super::session::{cookie, end};
use super::super::state::App;
use super::realm::{COOKIE, Talk, Visitor};
use crate::vault::{self, SignInRefused};

const MICROS_PER_MINUTE: i64 = 60_000_000;

/// Who signs in to the portal.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PartnerSignIn {
    /// Sign-in name.
    #[schema(max_length = 64)]
    pub sign_in: String,
    /// Password.
    #[schema(max_length = 1024)]
    pub password: String,
}

/// The page to sign in on
#[utoipa::path(get, path = "/partner/sign-in", tag = "partner", responses(
    (status = 200, body = String, content_type = "text/html"),
))]
pub(in super::super) async fn show(State(app): State<App>, talk: Talk) -> Response {
    page(&app, &talk, StatusCode::OK, None)
}

fn page(app: &App, talk: &Talk, status: StatusCode, trouble: Option<SignInTrouble>) -> Response {
    let world = app.desk.world();
    let demo: Vec<DemoSignIn<'_>> = app
        .settings
        .demo
        .iter()
        .filter(|one| one.is_partner(&world))
        .map(|one| DemoSignIn { sign_in: &one.sign_in, password: &one.password, name: &one.name })
        .collect();
    talk.page(status, muster_portal::sign_in(&talk.frame(app, "/partner/sign-in"), trouble, &demo))
}

/// Sign in to the portal
#[utoipa::path(post, path = "/partner/sign-in", tag = "partner",
    request_body(content = PartnerSignIn, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Signed in"),
        (status = "4XX", body = String, content_type = "text/html"),
    ))]
pub(in super::super) async fn sign_in(
    State(app): State<App>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    talk: Talk,
    form: Result<Form<PartnerSignIn>, FormRejection>,
) -> Response {
    let Ok(Form(asked)) = form else {
        return page(&app, &talk, StatusCode::BAD_REQUEST, Some(SignInTrouble::Wrong));
    };
    let now = app.desk.clock().now_micros();
    let (world, today) = (app.desk.world(), app.today());
    let account = world.keys.account.get(asked.sign_in.as_str()).copied();
    let account =
        account.filter(|id| world.accounts[*id].is_partner() && !app.policy.purchasers(&world, today, *id).is_empty());
    let address = from.ip().to_string();
    let attempt = vault::SignIn { name: &asked.sign_in, account, password: &asked.password, address: Some(&address) };
    let token = match app.desk.vault().verify_sign_in(attempt, now).await {
        Ok(token) => token,
        Err(SignInRefused::Wrong) => return page(&app, &talk, StatusCode::UNAUTHORIZED, Some(SignInTrouble::Wrong)),
        Err(SignInRefused::Locked { until } | SignInRefused::AddressLocked { until }) => {
            let minutes = (until - now).max(0) / MICROS_PER_MINUTE + 1;
            let trouble = SignInTrouble::Locked { minutes };
            return page(&app, &talk, StatusCode::TOO_MANY_REQUESTS, Some(trouble));
        }
        Err(SignInRefused::Unavailable(_)) => return talk.trouble(&app, StatusCode::SERVICE_UNAVAILABLE),
    };
    let secure = if app.settings.secure_cookie { "; Secure" } else { "" };
    // Lax, so that a link in a mail finds whoever is signed in; forms from elsewhere carry no cookie all the same.
    let session = format!("{COOKIE}={}; Path=/partner; HttpOnly; SameSite=Lax{secure}", token.as_str());
    ([(header::SET_COOKIE, session)], Redirect::to("/partner")).into_response()
}

/// Sign out of the portal
#[utoipa::path(post, path = "/partner/sign-out", tag = "partner", responses((status = 303, description = "Signed out")))]
pub(in super::super) async fn sign_out(visitor: Visitor, talk: Talk, headers: HeaderMap) -> Response {
    if let Some(token) = cookie(&headers, COOKIE)
        && end(&visitor.app, token).await.is_err()
    {
        return talk.trouble(&visitor.app, StatusCode::SERVICE_UNAVAILABLE);
    }
    let ended = format!("{COOKIE}=; Path=/partner; HttpOnly; SameSite=Lax; Max-Age=0");
    ([(header::SET_COOKIE, ended)], Redirect::to("/partner/sign-in")).into_response()
}
