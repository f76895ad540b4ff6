//! The pages, embedded in the program. Names with a content hash are cached for good; every other path that is not the
//! API's answers the shell, whose router shows the page.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use rust_embed::RustEmbed;

use super::partner;
use super::problem::Problem;
use super::state::App;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Pages;

/// A file of the pages, the shell, or a problem.
pub(super) async fn page(app: State<App>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path == "partner" || path.starts_with("partner/") {
        return partner::nowhere(app, uri, headers).await;
    }
    if path == "api" || path.starts_with("api/") {
        return Problem::not_found().into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        let mut answer = Problem::new(StatusCode::METHOD_NOT_ALLOWED, "Pages are only read.").into_response();
        answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET,HEAD"));
        return answer;
    }
    if let Some(file) = Pages::get(path).filter(|_| path != "index.html") {
        let cache = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
        let kind = file.metadata.mimetype().to_owned();
        return ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, cache.to_owned())], file.data).into_response();
    }
    match Pages::get("index.html") {
        // A missing file is not a page: only paths without an extension are the router's.
        _ if path.rsplit('/').next().is_some_and(|name| name.contains('.')) => Problem::not_found().into_response(),
        Some(shell) => ([(header::CACHE_CONTROL, "no-cache")], Html(shell.data)).into_response(),
        None => (
            StatusCode::NOT_FOUND,
            Html("<!doctype html><title>Muster</title><p>The API is served, but this program was built before its pages. \
                  Run <code>cargo xtask web</code> and build again."),
        )
            .into_response(),
    }
}
