//! Why a row of the workbench is as it is, and what else could be: each alternative solved again exactly.

use axum::Json;
use axum::http::StatusCode;
use muster_domain::{BilletId, PersonId, ScenarioId};
use muster_slate::{Explainer, LineWhy, Moved, Setting, UnfilledWhy, UnmatchedWhy};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{BilletName, Names, PersonName};
use super::super::problem::{Answer, Params, PathId, Problem};
use super::worked::{Work, aside, worked};
use crate::policy::{FieldClass, Question};

/// The most choices recommended.
const MOST: usize = 20;

/// Why a row is as it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkWhy {
    /// Of a line.
    pub line: Option<LineWhy>,
    /// Of an opening left unfilled.
    pub unfilled: Option<UnfilledWhy>,
    /// Of a mover left without an assignment.
    pub unmatched: Option<UnmatchedWhy>,
    /// The next best person of a line.
    pub runner_up: Option<PersonName>,
    /// Points by which the lock makes the whole slate dearer, for a locked line.
    pub lock_costs: Option<i64>,
}

/// One choice and its effect on the rest of the slate.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecommendedRow {
    /// Who.
    pub person: Option<PersonName>,
    /// Into which billet.
    pub billet: BilletName,
    /// Whether the slate chooses it.
    pub chosen: bool,
    /// Points of the pair.
    pub cost: i64,
    /// Points by which the whole slate would cost more.
    pub costs_more: i64,
    /// Everybody whose assignment would differ.
    pub moves: Vec<MovedRow>,
}

/// Somebody whose assignment differs.
#[derive(Debug, Serialize, ToSchema)]
pub struct MovedRow {
    /// Who.
    pub person: Option<PersonName>,
    /// The billet before; none without an assignment.
    pub before: Option<BilletName>,
    /// The billet after; none without an assignment.
    pub after: Option<BilletName>,
}

impl MovedRow {
    pub(super) fn of(names: &Names, it: &Moved) -> Self {
        let named = |billet: Option<BilletId>| billet.map(|billet| names.billet(billet, names.today));
        Self { person: names.person(it.person), before: named(it.before), after: named(it.after) }
    }
}

/// About a billet, or about a person.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct About {
    /// This billet.
    #[param(value_type = Option<BilletId>, inline)]
    billet: Option<BilletId>,
    /// This person.
    #[param(value_type = Option<PersonId>, inline)]
    person: Option<PersonId>,
}

/// Why a billet is filled as it is, or left unfilled; why a person goes where they go, or nowhere
#[utoipa::path(get, path = "/api/scenarios/{scenario}/why", tag = "allocation", params(("scenario" = ScenarioId, Path, description = "The scenario"), About), responses(
    (status = 200, body = WorkWhy), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn why(
    asker: Asker,
    PathId(id): PathId<ScenarioId>,
    Params(about): Params<About>,
) -> Answer<Json<WorkWhy>> {
    let work = Work::of(&asker, id).await?;
    let line = work.now.slate.lines().iter().find(|line| match (about.billet, about.person) {
        (Some(billet), _) => line.billet == billet,
        (None, person) => Some(line.person) == person,
    });
    let mut lock_costs = None;
    if let Some(line) = line.filter(|line| work.now.slate.is_locked(line.person, line.billet)) {
        let mut without: Setting = work.now.slate.setting().clone();
        without.overrides.locks.remove(&line.person);
        let without = worked(&asker, without).await?;
        lock_costs = Some(work.now.outcome.objective - without.outcome.objective);
    }
    let why = aside(move || explained(&asker, &work, about, lock_costs)).await??;
    Ok(Json(why))
}

fn explained(asker: &Asker, work: &Work, about: About, lock_costs: Option<i64>) -> Answer<WorkWhy> {
    let (slate, names) = (&work.now.slate, Names::of(asker));
    let explainer = Explainer::of_computed(&asker.world, slate)?;
    let number = slate.lines().iter().position(|line| match (about.billet, about.person) {
        (Some(billet), _) => line.billet == billet,
        (None, person) => Some(line.person) == person,
    });
    let mut answer = WorkWhy { line: None, unfilled: None, unmatched: None, runner_up: None, lock_costs };
    match (number, about.billet, about.person) {
        (Some(number), ..) => {
            let line = slate.lines_with_runners_up(&[number]).pop().ok_or_else(Problem::not_found)?;
            let mut why = explainer.line(&line);
            let sealed = [FieldClass::Personal, FieldClass::Family].map(|it| asker.class_scope(Question::People, it));
            if !sealed.iter().all(|scope| scope.sees_person(&asker.world, line.person, asker.today)) {
                why = why.without_private();
            }
            answer.runner_up = why.runner_up.as_ref().and_then(|next| names.person(next.person));
            answer.line = Some(if answer.runner_up.is_none() { why.without_others() } else { why });
        }
        (None, Some(billet), _) => answer.unfilled = explainer.unfilled(billet),
        (None, None, Some(person)) => answer.unmatched = explainer.unmatched(person),
        (None, None, None) => {
            return Err(Problem::new(StatusCode::BAD_REQUEST, "Neither a billet nor a person is asked about.")
                .mend("Give `billet` or `person`."));
        }
    }
    match (&answer.line, &answer.unfilled, &answer.unmatched) {
        (None, None, None) => Err(Problem::not_found()),
        _ => Ok(answer),
    }
}

/// Which choices.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// How many besides the slate's own, 1 to 20; 5 unless given.
    #[param(minimum = 1, maximum = 20)]
    count: Option<usize>,
}

/// The best people for a billet, or the best billets for a person
///
/// Each with what it would cost the whole slate and whom it would move, by solving again with the pair insisted on.
#[utoipa::path(get, path = "/api/scenarios/{scenario}/recommend", tag = "allocation", params(("scenario" = ScenarioId, Path, description = "The scenario"), About, Wanted), responses(
    (status = 200, body = Vec<RecommendedRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn recommend(
    asker: Asker,
    PathId(id): PathId<ScenarioId>,
    Params(about): Params<About>,
    Params(wanted): Params<Wanted>,
) -> Answer<Json<Vec<RecommendedRow>>> {
    let count = wanted.count.unwrap_or(5);
    if !(1..=MOST).contains(&count) {
        let problem = Problem::new(StatusCode::BAD_REQUEST, format!("`count` is {count}."));
        return Err(problem.mend(format!("Give 1 to {MOST}.")));
    }
    let work = Work::of(&asker, id).await?;
    let rows = aside(move || {
        let found = match (about.billet, about.person) {
            (Some(billet), _) => work.now.slate.recommend_people(billet, count),
            (None, Some(person)) => work.now.slate.recommend_billets(person, count),
            (None, None) => Vec::new(),
        };
        let names = Names::of(&asker);
        let row = |it: &muster_slate::Recommendation| RecommendedRow {
            person: names.person(it.person),
            billet: names.billet(it.billet, asker.today),
            chosen: it.chosen,
            cost: it.cost,
            costs_more: it.costs_more,
            moves: it.moves.iter().map(|moved| MovedRow::of(&names, moved)).collect(),
        };
        found.iter().map(row).collect()
    })
    .await?;
    Ok(Json(rows))
}
