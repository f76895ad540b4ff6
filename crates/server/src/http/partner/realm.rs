//! Who asks in the portal, in which language, and how a page is answered.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use muster_domain::{AccountId, Date, Text, World};
use muster_portal::{Frame, Language, Viewer, Words, missing, trouble};

use super::super::problem::Problem;
use super::super::session::{account_of, cookie};
use super::super::state::App;

/// The portal's cookies: its session, and the language chosen.
pub(super) const COOKIE: &str = "muster_partner";
const LANGUAGE: &str = "muster_partner_language";

/// The language of an answer, and whether it was just chosen.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Talk {
    pub words: Words,
    chosen: bool,
}

impl Talk {
    /// The language asked for, else the one chosen before, else the browser's, else English.
    pub(in super::super) fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let query = uri.query().unwrap_or_default().split('&');
        let asked = query.filter_map(|pair| pair.strip_prefix("lang=")).find_map(Language::of_code);
        let kept = || cookie(headers, LANGUAGE).and_then(Language::of_code);
        let browser = || Language::preferred(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?);
        let language = asked.or_else(kept).or_else(browser).unwrap_or_default();
        Self { words: Words::of(language), chosen: asked.is_some() }
    }

    pub(super) fn language(&self) -> Language {
        self.words.language()
    }

    /// A page of this language.
    pub(super) fn page(&self, status: StatusCode, html: String) -> Response {
        let mut response = (status, axum::response::Html(html)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(self.language().code()));
        headers.insert(header::VARY, HeaderValue::from_static("cookie, accept-language"));
        if self.chosen {
            let code = self.language().code();
            let kept = format!("{LANGUAGE}={code}; Path=/partner; HttpOnly; SameSite=Lax; Max-Age=31536000");
            headers.extend(HeaderValue::from_str(&kept).map(|value| (header::SET_COOKIE, value)));
        }
        response
    }

    /// The frame of a page that nobody is signed in on.
    pub(super) fn frame<'a>(&self, app: &'a App, path: &'a str) -> Frame<'a> {
        Frame { words: self.words, marking: &app.settings.marking, path, name: None }
    }

    /// The page of what is not there.
    pub(super) fn missing(&self, app: &App) -> Response {
        self.page(StatusCode::NOT_FOUND, missing(&self.frame(app, "/partner")))
    }

    /// The page of what went wrong.
    pub(super) fn trouble(&self, app: &App, status: StatusCode) -> Response {
        self.page(status, trouble(&self.frame(app, "/partner")))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Talk {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.uri, &parts.headers))
    }
}

/// A representative who is signed in, with the World as it was when the request came in.
#[derive(Clone)]
pub(in super::super) struct Visitor {
    pub app: App,
    pub account: AccountId,
    pub world: Arc<World>,
    pub today: Date,
    pub codes: Vec<Text>,
}

impl Visitor {
    /// What they may see.
    pub(super) fn viewer(&self) -> Viewer<'_> {
        Viewer { world: &self.world, codes: &self.codes, day: self.today }
    }

    /// The frame of a page of theirs.
    pub(super) fn frame<'a>(&'a self, talk: &Talk, path: &'a str) -> Frame<'a> {
        let name = self.world.accounts.get(self.account).map(|account| account.name.as_str());
        Frame { name, ..talk.frame(&self.app, path) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(Problem::signed_out)
    }
}

/// The representative behind these headers, or the answer to whoever is none: the page to sign in on.
pub(in super::super) async fn enter(app: &App, uri: &Uri, headers: &HeaderMap) -> Result<Visitor, Box<Response>> {
    let out = || Box::new(axum::response::Redirect::to("/partner/sign-in").into_response());
    let token = cookie(headers, COOKIE).ok_or_else(out)?;
    let account = match account_of(app, token).await {
        Ok(account) => account,
        Err(problem) if problem.status == StatusCode::UNAUTHORIZED.as_u16() => return Err(out()),
        Err(_) => return Err(Box::new(Talk::of(uri, headers).trouble(app, StatusCode::SERVICE_UNAVAILABLE))),
    };
    let (world, today) = (app.desk.world(), app.today());
    let codes = app.policy.purchasers(&world, today, account);
    let usable = world.accounts.get(account).is_some_and(|held| held.is_partner()) && !codes.is_empty();
    if usable { Ok(Visitor { app: app.clone(), account, world, today, codes }) } else { Err(out()) }
}
