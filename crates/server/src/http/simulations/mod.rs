//! Simulations of the service's own network of cases: what a slate, a scenario, more people or fewer requests change in the
//! times of cases. A simulation is worked on beside the answers, watched, cancelled, and kept for whoever asks the same.

mod ask;
mod jobs;

use std::sync::Arc;

use axum::Json;
use axum::http::StatusCode;
use muster_caseflow::network::{Ground, StaffingCoefficient};
use muster_domain::{Text, World};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::asker::Asker;
use super::problem::{Answer, JsonBody, PathId, Problem};
use super::state::App;
use ask::{Plan, SimulationAsk};
pub(super) use jobs::Simulations;
use jobs::{Simulation, SimulationId};

/// Its routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(parts)).routes(routes!(begin)).routes(routes!(show, cancel))
}

/// What a simulation is made of.
#[derive(Debug, Serialize, ToSchema)]
pub struct SimulationParts {
    /// The pools of people that staffing changes, by name.
    pub pools: Vec<String>,
    /// The commands by whose countries cases are counted.
    pub commands: Vec<String>,
    /// The countries that sent letters of request lately, by name.
    pub countries: Vec<RequestingCountry>,
    /// The coefficients that tie staffing to time, with their ranges.
    pub coefficients: Vec<StaffingCoefficient>,
    /// Cases before their offer today.
    pub standing: usize,
    /// Requests a day that arrive.
    pub arrivals: f64,
    /// Cases whose complete way to the offer the times rest on.
    pub histories: usize,
    /// Whether some of the histories are synthetic: the answers then prove nothing of the real world.
    pub synthetic: bool,
}

/// A country whose letters of request can come more or less often.
#[derive(Debug, Serialize, ToSchema)]
pub struct RequestingCountry {
    /// Its ISO 3166 alpha-3 code.
    pub code: Text,
    /// Its name.
    pub name: Text,
}

/// What a simulation is made of: pools, commands, coefficients
#[utoipa::path(get, path = "/api/simulations", tag = "cases", responses(
    (status = 200, body = SimulationParts), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
async fn parts(asker: Asker) -> Answer<Json<Arc<SimulationParts>>> {
    let (world, today) = (Arc::clone(&asker.world), asker.today);
    let answer = asker.app.simulations.parts.worked_out(&asker, (), "Reading the histories", move || {
        let ground = Ground::new(&world, today, ask::days(ask::MONTHS));
        Ok::<_, Problem>(SimulationParts {
            pools: ground.pool_names(),
            commands: ground.commands(),
            countries: requesting(&ground, &world),
            coefficients: ground.coefficients(),
            standing: ground.observed().standing.len(),
            arrivals: ground.observed().requests(),
            histories: ground.observed().complete,
            synthetic: world.is_synthetic(),
        })
    });
    answer.await.map(Json)
}

fn requesting(ground: &Ground<'_>, world: &World) -> Vec<RequestingCountry> {
    let countries = ground.observed().countries().into_iter().map(|id| &world.countries[id]);
    let mut all: Vec<RequestingCountry> =
        countries.map(|of| RequestingCountry { code: of.iso3.clone(), name: of.name.clone() }).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

/// Begin a simulation
///
/// The same one is begun once: who asks for what is worked on, or was, on the same facts gets that.
#[utoipa::path(post, path = "/api/simulations", tag = "cases", request_body = SimulationAsk, responses(
    (status = 202, body = Simulation), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
async fn begin(asker: Asker, JsonBody(given): JsonBody<SimulationAsk>) -> Answer<(StatusCode, Json<Simulation>)> {
    let plan = Plan::of(&asker, given).await?;
    let job = asker.app.simulations.begin(&asker, plan)?;
    Ok((StatusCode::ACCEPTED, Json(job.shown())))
}

/// How far a simulation is, and what it found
#[utoipa::path(get, path = "/api/simulations/{simulation}", tag = "cases",
    params(("simulation" = SimulationId, Path, description = "The simulation")), responses(
    (status = 200, body = Simulation), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
async fn show(asker: Asker, PathId(id): PathId<SimulationId>) -> Answer<Json<Simulation>> {
    let job = asker.app.simulations.find(&asker, id).ok_or_else(Problem::not_found)?;
    Ok(Json(job.shown()))
}

/// Cancel a simulation
///
/// Where somebody else asked for the same it goes on for them.
#[utoipa::path(delete, path = "/api/simulations/{simulation}", tag = "cases",
    params(("simulation" = SimulationId, Path, description = "The simulation")), responses(
    (status = 200, body = Simulation), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
async fn cancel(asker: Asker, PathId(id): PathId<SimulationId>) -> Answer<Json<Simulation>> {
    let job = asker.app.simulations.find(&asker, id).ok_or_else(Problem::not_found)?;
    job.leave(asker.account);
    Ok(Json(job.shown()))
}
