//! Signing in and out. The session is a random token in a cookie; the vault knows only its hash.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::RwLock;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use muster_domain::access::{Grant, Reach, Role};
use muster_domain::{AccountId, Text, World};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asker::Asker;
use super::problem::{Answer, JsonBody, Problem};
use super::state::App;
use crate::vault::{self, SignInRefused};

const COOKIE: &str = "muster_session";
const MICROS_PER_SECOND: i64 = 1_000_000;
/// How long a session that was found in the vault is taken as found, in microseconds: a session ended on another server
/// ends here within this time.
const REMEMBERED: i64 = 5 * MICROS_PER_SECOND;
/// Who signs in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Sign-in name.
    #[schema(max_length = 64)]
    pub sign_in: String,
    /// Password.
    #[schema(max_length = 1024)]
    pub password: String,
}

/// The account that is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct Session {
    /// Its id.
    pub account: AccountId,
    /// Sign-in name.
    pub sign_in: Text,
    /// The name shown.
    pub name: Text,
    /// What it is granted.
    pub grants: Vec<SessionGrant>,
    /// Commands and questions it may give somewhere: what is worth offering.
    pub may: Vec<&'static str>,
}

/// A grant in words.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionGrant {
    /// The role.
    pub role: Role,
    /// Its title.
    pub role_title: &'static str,
    /// Where it reaches: `everywhere`, an office's code, a service, `own record`.
    pub reach: String,
    /// The office it reaches, where it is one.
    pub office: Option<muster_domain::OfficeId>,
    /// The person it reaches, where it is one.
    pub person: Option<muster_domain::PersonId>,
}

/// Sessions lately found in the vault.
#[derive(Default)]
pub(super) struct SignInGate {
    found: RwLock<HashMap<String, (AccountId, i64)>>,
}

impl SignInGate {
    fn remembered(&self, token: &str, now: i64) -> Option<AccountId> {
        self.found
            .read()
            .expect("no holder panics")
            .get(token)
            .filter(|(_, until)| now < *until)
            .map(|(account, _)| *account)
    }

    fn remember(&self, token: &str, account: AccountId, now: i64) {
        let mut found = self.found.write().expect("no holder panics");
        found.retain(|_, (_, until)| now < *until);
        found.insert(token.to_owned(), (account, now + REMEMBERED));
    }

    fn forget(&self, token: &str) {
        self.found.write().expect("no holder panics").remove(token);
    }
}

fn token(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, COOKIE)
}

/// The value of a cookie.
pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Whose session a token is.
pub(super) async fn account_of(app: &App, token: &str) -> Answer<AccountId> {
    let now = app.desk.clock().now_micros();
    if let Some(account) = app.gate.remembered(token, now) {
        return Ok(account);
    }
    let unavailable =
        |error| Problem::new(StatusCode::SERVICE_UNAVAILABLE, format!("Sessions cannot be read: {error}"));
    let account = app.desk.vault().session(token, now).await.map_err(unavailable)?.ok_or_else(Problem::signed_out)?;
    app.gate.remember(token, account, now);
    Ok(account)
}

/// Ends the session of a token.
pub(super) async fn end(app: &App, token: &str) -> Answer<()> {
    app.gate.forget(token);
    let unavailable =
        |error| Problem::new(StatusCode::SERVICE_UNAVAILABLE, format!("The session could not be ended: {error}"));
    app.desk.vault().end_session(token).await.map_err(unavailable)
}

/// The asker behind these headers, on the newest World.
pub(super) async fn asker(app: &App, headers: &HeaderMap) -> Answer<Asker> {
    let token = token(headers).ok_or_else(Problem::signed_out)?;
    let account = account_of(app, token).await?;
    let (world, today) = (app.desk.world(), app.today());
    match world.accounts.get(account) {
        // A partner's representative has a session of the portal and none here, whichever cookie carries it.
        Some(held) if held.disabled.is_none_or(|from| today < from) && !held.is_partner() => {
            Ok(Asker { app: app.clone(), account, world, today })
        }
        _ => Err(Problem::signed_out()),
    }
}

/// Sign in
///
/// Answers with the session and its cookie. Wrong names and wrong passwords answer alike; after several failures the
/// account is locked for a while.
#[utoipa::path(post, path = "/api/session", tag = "session", request_body = SignIn, responses(
    (status = 200, body = Session), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn sign_in(
    State(app): State<App>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    JsonBody(asked): JsonBody<SignIn>,
) -> Answer<Response> {
    let now = app.desk.clock().now_micros();
    let (world, today) = (app.desk.world(), app.today());
    let account = world
        .keys
        .account
        .get(asked.sign_in.as_str())
        .copied()
        .filter(|id| !world.accounts[*id].is_partner() && world.accounts[*id].disabled.is_none_or(|on| today < on));
    let address = from.ip().to_string();
    let attempt = vault::SignIn { name: &asked.sign_in, account, password: &asked.password, address: Some(&address) };
    let token = app.desk.vault().verify_sign_in(attempt, now).await.map_err(|refused| match refused {
        SignInRefused::Wrong => Problem::new(StatusCode::UNAUTHORIZED, "The name or the password is wrong."),
        SignInRefused::Locked { until } | SignInRefused::AddressLocked { until } => {
            let minutes = (until - now).max(0) / (60 * MICROS_PER_SECOND) + 1;
            Problem::new(StatusCode::TOO_MANY_REQUESTS, format!("{}.", capital(&refused.to_string())))
                .mend(format!("Wait {minutes} minutes."))
        }
        SignInRefused::Unavailable(error) => {
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, format!("Sign-in is not possible now: {error}"))
        }
    })?;
    let account = account.ok_or_else(Problem::signed_out)?;
    let secure = if app.settings.secure_cookie { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={}; Path=/; HttpOnly; SameSite=Strict{secure}", token.as_str());
    Ok(([(header::SET_COOKIE, cookie)], Json(describe(&app, &world, account))).into_response())
}

/// The account that is signed in
#[utoipa::path(get, path = "/api/session", tag = "session", responses(
    (status = 200, body = Session), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker) -> Json<Session> {
    Json(describe(&asker.app, &asker.world, asker.account))
}

/// Sign out
#[utoipa::path(delete, path = "/api/session", tag = "session", responses(
    (status = 204, description = "Signed out"), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn sign_out(asker: Asker, headers: HeaderMap) -> Answer<Response> {
    if let Some(token) = token(&headers) {
        end(&asker.app, token).await?;
    }
    let cookie = format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response())
}

fn describe(app: &App, world: &World, account: AccountId) -> Session {
    let held = &world.accounts[account];
    let today = app.today();
    Session {
        account,
        sign_in: held.sign_in.clone(),
        name: held.name.clone(),
        grants: world.grants(account, today).map(|grant| in_words(world, grant)).collect(),
        may: app.policy.may_somewhere(world, today, account),
    }
}

fn in_words(world: &World, grant: &Grant) -> SessionGrant {
    let definition = grant.role.definition();
    let reach = match definition.reach {
        Reach::Everywhere => "everywhere".to_owned(),
        Reach::Office => {
            grant.office.and_then(|id| world.offices.get(id)).map(|office| office.code.to_string()).unwrap_or_default()
        }
        Reach::Service => grant.service.map(|service| service.title().to_owned()).unwrap_or_default(),
        Reach::Person => "own record".to_owned(),
        Reach::Purchaser => grant.purchaser.as_ref().map(ToString::to_string).unwrap_or_default(),
    };
    SessionGrant { role: grant.role, role_title: definition.title, reach, office: grant.office, person: grant.person }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
