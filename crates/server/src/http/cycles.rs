//! Assignment cycles: movers, openings, computing a slate, proposing it.

use std::sync::Arc;
use std::time::Instant;

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use muster_domain::allocation::{Cycle, LineStatus};
use muster_domain::policy::{Lever, LeverDefinition};
use muster_domain::{CycleId, Date, Period, Position, SlateId, Text, World};
use muster_slate::{ComputedSlate, Mover, Opening, SlateError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asker::Asker;
use super::limits::{self, SlateLimit};
use super::names::{BilletName, Names, OfficeName, PersonName};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, JsonBody, Params, PathId, Problem};
use super::{commands, slates};
use crate::policy::Question;

/// A cycle in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CycleRow {
    /// Its id.
    pub id: CycleId,
    /// Its name.
    pub name: Text,
    /// The days within which billets fall open and people rotate.
    pub window: Period,
    /// Commands and agencies in scope; empty for the whole service.
    pub scope: Vec<OfficeName>,
    /// The day it was opened.
    pub opened: Date,
    /// The day it was closed.
    pub closed: Option<Date>,
    /// The slate proposed in it, where slates are the asker's to see.
    pub slate: Option<SlateSummary>,
}

/// How far a slate is coordinated, as far as its lines are the asker's to see.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlateSummary {
    /// Its id.
    pub id: SlateId,
    /// Lines.
    pub lines: usize,
    /// Lines the gaining command has not decided on.
    pub proposed: usize,
    /// Lines concurred with and not yet endorsed.
    pub concurred: usize,
    /// Lines not concurred with.
    pub nonconcurred: usize,
    /// Lines endorsed.
    pub endorsed: usize,
}

/// A cycle with what it is made of.
#[derive(Debug, Serialize, ToSchema)]
pub struct CyclePage {
    /// As in lists.
    #[serde(flatten)]
    pub row: CycleRow,
    /// People who rotate, or are between offices.
    pub movers: usize,
    /// Billets that fall open.
    pub openings: usize,
    /// Members who ranked billets.
    pub preferences: usize,
    /// Who ranks in it and until when, and how many have; none where it has no ballot.
    pub ballot: Option<super::ballots::BallotCount>,
    /// The levers a slate is computed with.
    pub levers: Vec<CycleLever>,
    /// The position that last changed it.
    pub changed: Position,
}

/// A lever with its value today.
#[derive(Debug, Serialize, ToSchema)]
pub struct CycleLever {
    /// What it means.
    #[serde(flatten)]
    pub definition: LeverDefinition,
    /// Its value.
    pub value: i64,
}

/// A mover in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct MoverRow {
    /// Who.
    pub person: Option<PersonName>,
    /// Out of which office.
    pub office: Option<OfficeName>,
    /// Out of which billet.
    pub billet: Option<BilletName>,
    /// The first day free.
    pub free: Date,
    /// Billets ranked, once the ballot's deadline has passed.
    pub ranked: usize,
}

/// An opening in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpeningRow {
    /// Which billet.
    pub billet: BilletName,
    /// Its office.
    pub office: OfficeName,
    /// The command or agency above.
    pub command: OfficeName,
    /// The first day open.
    pub open_from: Date,
    /// Points that leaving it unfilled costs.
    pub cost: i64,
}

/// A computed slate.
#[derive(Debug, Serialize, ToSchema)]
pub struct Computed {
    /// The cycle.
    pub cycle: CycleId,
    /// The position of the World it was computed on: name it to propose this very slate.
    pub base: Position,
    /// Seconds it took; 0 if it was computed before.
    pub seconds: f64,
    /// People to move.
    pub movers: usize,
    /// Billets to fill.
    pub openings: usize,
    /// Pairs that every rule allows.
    pub pairs: usize,
    /// Its whole cost in points.
    pub objective: i64,
    /// What no slate within the limits costs less than, proven; equal to the objective where none binds.
    pub bound: i64,
    /// How far the cost may lie above the least possible, as a share of it; 0 is proven to be the least.
    pub gap: f64,
    /// The limits over several lines that it keeps, the dearest first.
    pub limits: Vec<SlateLimit>,
    /// Lines.
    pub lines: usize,
    /// Openings left unfilled.
    pub unfilled: usize,
    /// Movers left unmatched.
    pub unmatched: usize,
    /// What was proven, as a sentence.
    pub verified: String,
}

/// Which computed slate is proposed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// The `base` that computing answered.
    pub base: Position,
}

impl From<SlateError> for Problem {
    fn from(error: SlateError) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, format!("{error}.").replace("..", "."))
    }
}

/// Every cycle
#[utoipa::path(get, path = "/api/cycles", tag = "allocation", responses(
    (status = 200, body = Vec<CycleRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(asker: Asker) -> Json<Vec<CycleRow>> {
    let names = Names::of(&asker);
    Json(asker.world.cycles.iter().map(|(id, cycle)| row(&asker, &names, id, cycle)).collect())
}

fn row(asker: &Asker, names: &Names, id: CycleId, cycle: &Cycle) -> CycleRow {
    let slate = asker.world.slates.iter().filter(|(_, slate)| slate.cycle == id && slate.withdrawn.is_none()).last();
    CycleRow {
        id,
        name: cycle.name.clone(),
        window: cycle.window,
        scope: cycle.scope.iter().map(|office| names.office(*office)).collect(),
        opened: cycle.opened,
        closed: cycle.closed,
        slate: slate.and_then(|(slate, _)| summary(asker, slate)),
    }
}

fn summary(asker: &Asker, id: SlateId) -> Option<SlateSummary> {
    let seen: Vec<LineStatus> = slates::seen_lines(asker, id)
        .map(|(_, line)| line.status_on(&asker.world, asker.today))
        .filter(|status| *status != LineStatus::Dropped)
        .collect();
    let count = |wanted: LineStatus| seen.iter().filter(|status| **status == wanted).count();
    (!seen.is_empty()).then(|| SlateSummary {
        id,
        lines: seen.len(),
        proposed: count(LineStatus::Proposed),
        concurred: count(LineStatus::Concurred),
        nonconcurred: count(LineStatus::Nonconcurred),
        endorsed: count(LineStatus::Endorsed),
    })
}

fn known(asker: &Asker, id: CycleId) -> Answer<&Cycle> {
    asker.world.cycles.get(id).ok_or_else(Problem::not_found)
}

/// One cycle
#[utoipa::path(get, path = "/api/cycles/{cycle}", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle")), responses(
    (status = 200, body = CyclePage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<CycleId>) -> Answer<Json<CyclePage>> {
    let held = asker.world.cycles.row(id).ok_or_else(Problem::not_found)?;
    let levers = Lever::ALL
        .iter()
        .map(|lever| lever.definition())
        .filter(|definition| definition.group == "slate" || definition.group == "eligibility");
    Ok(Json(CyclePage {
        row: row(&asker, &Names::of(&asker), id, &held.fact),
        movers: movers_of(&asker, id).len(),
        openings: openings_of(&asker, id).len(),
        preferences: held.fact.ballot.members_ranked(),
        ballot: super::ballots::count(&held.fact.ballot, asker.today),
        levers: levers
            .map(|definition| CycleLever { definition, value: asker.world.lever(definition.key, asker.today) })
            .collect(),
        changed: held.changed,
    }))
}

/// A closed cycle moves nobody any more.
fn movers_of(asker: &Asker, id: CycleId) -> Vec<Mover> {
    muster_slate::movers(&asker.world, id, asker.today).unwrap_or_default()
}

fn openings_of(asker: &Asker, id: CycleId) -> Vec<Opening> {
    muster_slate::openings(&asker.world, id, asker.today).unwrap_or_default()
}

/// The movers of a cycle in scope
#[utoipa::path(get, path = "/api/cycles/{cycle}/movers", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle"), Paging), responses(
    (status = 200, body = Page<MoverRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn movers(
    asker: Asker,
    PathId(id): PathId<CycleId>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<MoverRow>>> {
    let cycle = known(&asker, id)?;
    let names = Names::of(&asker);
    let rows = movers_of(&asker, id)
        .into_iter()
        .filter(|mover| names.people.sees_person(&asker.world, mover.person, asker.today));
    let rows = rows.map(|mover| (Place(Text::from(mover.free.to_string()), mover.person.0), mover));
    paging
        .page(rows, false, |mover| MoverRow {
            person: names.person(mover.person),
            office: mover.office.map(|office| names.office(office)),
            billet: mover.from.map(|billet| names.billet(billet, asker.today)),
            free: mover.free,
            ranked: cycle.ballot.ranked(mover.person, asker.today).len(),
        })
        .map(Json)
}

/// The openings of a cycle in scope
#[utoipa::path(get, path = "/api/cycles/{cycle}/openings", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle"), Paging), responses(
    (status = 200, body = Page<OpeningRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn openings(
    asker: Asker,
    PathId(id): PathId<CycleId>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<OpeningRow>>> {
    known(&asker, id)?;
    let (names, scope) = (Names::of(&asker), asker.scope(Question::Billets));
    let rows = openings_of(&asker, id).into_iter().filter(|opening| scope.sees_office(opening.office));
    let rows = rows.map(|opening| {
        (Place(Text::from(format!("{:012}", i64::MAX / 1_000_000_000 - opening.cost)), opening.billet.0), opening)
    });
    paging
        .page(rows, false, |opening| OpeningRow {
            billet: names.billet(opening.billet, opening.open_from),
            office: names.office(opening.office),
            command: names.command(opening.office, opening.open_from),
            open_from: opening.open_from,
            cost: opening.cost,
        })
        .map(Json)
}

/// Compute the slate of least cost, and prove it
#[utoipa::path(post, path = "/api/cycles/{cycle}/compute", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle")), responses(
    (status = 200, body = Computed), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn compute(asker: Asker, PathId(id): PathId<CycleId>) -> Answer<Json<Computed>> {
    known(&asker, id)?;
    let begun = Instant::now();
    let (slate, fresh) = match asker.app.computed(id, asker.world.position).filter(|slate| slate.today() == asker.today)
    {
        Some(slate) => (slate, false),
        None => {
            let (world, today) = (Arc::clone(&asker.world), asker.today);
            let solved = tokio::task::spawn_blocking(move || muster_slate::compute(&world, id, today)).await;
            let slate = Arc::new(solved.map_err(|_| {
                Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Computing the slate failed; it was logged.")
            })??);
            asker.app.keep_computed(id, asker.world.position, Arc::clone(&slate));
            (slate, true)
        }
    };
    let seconds = if fresh { begun.elapsed().as_secs_f64() } else { 0.0 };
    Ok(Json(describe(&asker.world, &slate, seconds)))
}

fn describe(world: &World, slate: &ComputedSlate, seconds: f64) -> Computed {
    Computed {
        cycle: slate.cycle(),
        base: slate.base(),
        seconds,
        movers: slate.movers().len(),
        openings: slate.openings().len(),
        pairs: slate.pairs(),
        objective: slate.objective(),
        bound: slate.bound(),
        gap: slate.gap(),
        limits: limits::shown(world, slate.limits()),
        lines: slate.lines().len(),
        unfilled: slate.unfilled().count(),
        unmatched: slate.unmatched().count(),
        verified: slate.verdict(),
    }
}

/// Propose a computed slate
#[utoipa::path(post, path = "/api/cycles/{cycle}/propose", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle")), request_body = Propose, responses(
    (status = 200, body = commands::Taken), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn propose(
    asker: Asker,
    PathId(id): PathId<CycleId>,
    headers: HeaderMap,
    JsonBody(asked): JsonBody<Propose>,
) -> Answer<Response> {
    known(&asker, id)?;
    let slate = asker.app.computed(id, asked.base).ok_or_else(|| {
        Problem::new(
            StatusCode::CONFLICT,
            format!("No slate of {id} computed at position {} is held here any more.", asked.base),
        )
        .mend("Compute it again.")
    })?;
    commands::give(&asker, &headers, slate.proposal().into()).await
}
