//! Errors as problem details (RFC 9457). Every answer that is not a success is one.

use std::any::Any;

use axum::Json;
use axum::body::Body;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use muster_domain::Refusal;
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use crate::desk::Rejected;

/// A problem as RFC 9457 describes it, with the rule that refused and what would mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The kind of problem in words.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong and where.
    pub detail: String,
    /// The rule that refused, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What would mend it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
}

/// What a handler answers.
pub type Answer<T> = Result<T, Problem>;

impl Problem {
    /// A problem with this status.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Problem");
        Self { kind: "about:blank", title, status: status.as_u16(), detail: detail.into(), rule: None, remedy: None }
    }

    /// The same, with what would mend it.
    pub fn mend(self, remedy: impl Into<String>) -> Self {
        Self { remedy: Some(remedy.into()), ..self }
    }

    /// There is no such thing, or it is not the asker's to know.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "There is nothing here, or nothing that you may see.")
    }

    /// Nobody is signed in.
    pub fn signed_out() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "You are not signed in, or your session has ended.").mend("Sign in.")
    }

    /// Signed in, and known to be there, but not allowed.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, detail).mend("Ask somebody whose role allows it.")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self)).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self {
            rule: Some(refusal.rule),
            remedy: Some(refusal.remedy),
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, refusal.problem)
        }
    }
}

impl From<Rejected> for Problem {
    fn from(rejected: Rejected) -> Self {
        match rejected {
            Rejected::Refused(refusal) => refusal.into(),
            Rejected::Forbidden(detail) => Self::forbidden(detail),
            Rejected::NotFound => Self::not_found(),
            Rejected::Stale { changed } => Self::new(
                StatusCode::PRECONDITION_FAILED,
                format!("What you change was changed by somebody else, at journal position {changed}."),
            )
            .mend("Look at it again, then decide."),
            Rejected::Reused => Self::new(StatusCode::CONFLICT, "This idempotency key was used for another command.")
                .mend("Use a new key."),
            Rejected::Unavailable(detail) => {
                Self::new(StatusCode::SERVICE_UNAVAILABLE, detail).mend("Nothing was changed; try again in a moment.")
            }
        }
    }
}

/// A request to a known path with a method it does not have. The `Allow` header says which it has.
pub(super) async fn method_not_allowed() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "This path does not answer to that method.")
}

/// A handler panicked: logged, and told without details.
pub(super) fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let told = cause.downcast_ref::<String>().map(String::as_str).or(cause.downcast_ref::<&str>().copied());
    tracing::error!(cause = told.unwrap_or("unknown"), "a handler panicked");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here; it was logged.").into_response()
}

/// Turns the plain-text errors of layers below (body too large, bad path encoding) into problem details.
pub(super) async fn speak_problems(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let plain =
        response.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if !(status.is_client_error() || status.is_server_error()) || !plain {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let said = axum::body::to_bytes(body, 4096).await.unwrap_or_default();
    let detail = match String::from_utf8_lossy(&said) {
        said if said.is_empty() => status.canonical_reason().unwrap_or("Problem").to_owned(),
        said => said.into_owned(),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    let problem = serde_json::to_vec(&Problem::new(status, detail)).unwrap_or_default();
    Response::from_parts(parts, Body::from(problem))
}

/// Query parameters; what does not read is a problem that says which.
pub(super) struct Params<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Answer<Self> {
        match Query::<T>::from_request_parts(parts, state).await {
            Ok(Query(params)) => Ok(Self(params)),
            Err(QueryRejection::FailedToDeserializeQueryString(error)) => Err(Problem::new(
                StatusCode::BAD_REQUEST,
                format!(
                    "{}: {}",
                    error.body_text(),
                    std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default()
                ),
            )),
            Err(other) => Err(Problem::new(StatusCode::BAD_REQUEST, other.body_text())),
        }
    }
}

/// A path parameter that does not read names nothing.
pub(super) struct PathId<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for PathId<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Answer<Self> {
        axum::extract::Path::<T>::from_request_parts(parts, state)
            .await
            .map(|path| Self(path.0))
            .map_err(|_| Problem::not_found())
    }
}

/// A JSON body.
pub(super) struct JsonBody<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for JsonBody<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Answer<Self> {
        match <Json<T> as FromRequest<S>>::from_request(request, state).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(rejection) => Err(unreadable(&rejection)),
        }
    }
}

/// The body's own text, for reading by the command's name.
pub(super) struct JsonText(pub String);

impl<S: Send + Sync> FromRequest<S> for JsonText {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Answer<Self> {
        match <Json<Box<serde_json::value::RawValue>> as FromRequest<S>>::from_request(request, state).await {
            Ok(Json(raw)) => Ok(Self(raw.get().to_owned())),
            Err(rejection) => Err(unreadable(&rejection)),
        }
    }
}

fn unreadable(rejection: &JsonRejection) -> Problem {
    Problem::new(rejection.status(), rejection.body_text()).mend(match rejection.status() {
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "Send `Content-Type: application/json`.",
        StatusCode::PAYLOAD_TOO_LARGE => "Send at most 1 MiB; use `muster import` for large files.",
        _ => "Compare the body with the schema in /api/openapi.json.",
    })
}
