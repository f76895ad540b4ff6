//! Two scenarios side by side, or one beside the cycle with nothing changed.

use axum::Json;
use axum::http::StatusCode;
use muster_domain::{ScenarioId, Text};
use muster_slate::{SlateOutcome, moved};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{Names, OfficeName};
use super::super::problem::{Answer, Params, PathId, Problem};
use super::known;
use super::why::MovedRow;
use super::worked::{Work, aside};

/// People listed at most; the count is of all.
const LISTED: usize = 500;

/// Two slates of one cycle side by side.
#[derive(Debug, Serialize, ToSchema)]
pub struct Comparison {
    /// The other.
    pub other: Compared,
    /// The scenario.
    pub this: Compared,
    /// People whose assignment differs, from the other to the scenario.
    pub moved: usize,
    /// The first 500 of them.
    pub moves: Vec<MovedRow>,
    /// The offices that the outcomes name.
    pub offices: Vec<OfficeName>,
}

/// One side of a comparison.
#[derive(Debug, Serialize, ToSchema)]
pub struct Compared {
    /// The scenario; none for the cycle with nothing changed.
    pub scenario: Option<ScenarioId>,
    /// Its name.
    pub name: Text,
    /// What its slate comes to.
    pub outcome: SlateOutcome,
}

/// With what.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct With {
    /// Another scenario of the cycle; the cycle with nothing changed unless given.
    #[param(value_type = Option<ScenarioId>, inline)]
    with: Option<ScenarioId>,
}

/// Compare a scenario with another, or with the cycle as it is
#[utoipa::path(get, path = "/api/scenarios/{scenario}/compare", tag = "allocation", params(("scenario" = ScenarioId, Path, description = "The scenario"), With), responses(
    (status = 200, body = Comparison), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn compare(
    asker: Asker,
    PathId(id): PathId<ScenarioId>,
    Params(with): Params<With>,
) -> Answer<Json<Comparison>> {
    let name = known(&asker, id)?.fact.name.clone();
    let this = Work::of(&asker, id).await?;
    let (other, other_name) = match with.with {
        None => (this.plain.clone(), Text::from("Nothing changed")),
        Some(other) => {
            let scenario = &known(&asker, other)?.fact;
            if scenario.cycle != known(&asker, id)?.fact.cycle {
                let problem = Problem::new(StatusCode::BAD_REQUEST, format!("{other} is of another cycle than {id}."));
                return Err(problem.mend("Compare scenarios of one cycle."));
            }
            (Work::of(&asker, other).await?.now, scenario.name.clone())
        }
    };
    let compared = aside(move || {
        let names = Names::of(&asker);
        let moves = moved(&other.slate.assignments(), &this.now.slate);
        let mut offices: Vec<_> =
            this.now.outcome.commands.iter().chain(&other.outcome.commands).map(|it| it.command).collect();
        offices.sort_unstable();
        offices.dedup();
        Comparison {
            other: Compared { scenario: with.with, name: other_name, outcome: other.outcome.clone() },
            this: Compared { scenario: Some(id), name, outcome: this.now.outcome.clone() },
            moved: moves.len(),
            moves: moves.iter().take(LISTED).map(|it| MovedRow::of(&names, it)).collect(),
            offices: offices.into_iter().map(|office| names.office(office)).collect(),
        }
    });
    compared.await.map(Json)
}
