//! What this installation is.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use muster_domain::access::{Role, RoleDefinition};
use muster_domain::{Date, Position};
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::{Answer, Problem};
use super::state::{App, DemoSignIn, synthetic_label};

/// What this installation is.
#[derive(Debug, Serialize, ToSchema)]
pub struct About {
    /// `Muster`.
    pub name: &'static str,
    /// The program's version.
    pub version: &'static str,
    /// The journal position served.
    pub position: Position,
    /// The civil date that questions without a date are asked for.
    pub today: Date,
    /// The handling marking of every page and export.
    pub marking: String,
    /// The sentence that labels synthetic data, where there is any.
    pub synthetic: Option<String>,
    /// Sign-ins for everybody to see: only in demo mode.
    pub demo: Option<Vec<DemoSignIn>>,
    /// The roles there are.
    pub roles: Vec<RoleDefinition>,
}

/// What this installation is
#[utoipa::path(get, path = "/api/about", tag = "about", responses((status = 200, body = About)))]
pub(super) async fn about(State(app): State<App>) -> Json<About> {
    let world = app.desk.world();
    Json(About {
        name: "Muster",
        version: env!("CARGO_PKG_VERSION"),
        position: world.position,
        today: app.today(),
        marking: app.settings.marking.clone(),
        synthetic: synthetic_label(&world),
        // Representatives sign in to the portal, whose page lists theirs.
        demo: (!app.settings.demo.is_empty())
            .then(|| app.settings.demo.iter().filter(|one| !one.is_partner(&world)).cloned().collect()),
        roles: Role::ALL.to_vec(),
    })
}

/// Ready to answer
#[utoipa::path(get, path = "/healthz", tag = "about", responses(
    (status = 200, body = String, content_type = "text/plain"),
    (status = 503, body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn ready(State(app): State<App>) -> Answer<&'static str> {
    match app.desk.stopped() {
        None => Ok("ready"),
        Some(why) => Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, format!("No command is taken any more: {why}"))),
    }
}
