//! Stable slates from what members and offices ranked, and how unstable any slate is.

use std::sync::Arc;

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use muster_domain::allocation::SlateMethod;
use muster_domain::policy::Lever;
use muster_domain::{CycleId, Position, SlateId};
use muster_slate::{BlockingWhy, StableSlate, blocking_of, compute_stable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asker::Asker;
use super::commands;
use super::limits::{self, SlateLimit};
use super::names::{BilletName, Names, PersonName};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, JsonBody, Params, PathId, Problem};
use crate::policy::Question;

/// For whom a stable slate is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Favours {
    /// Every member gets the best they get in any stable slate.
    Members,
    /// Every office gets the best it gets in any stable slate.
    Offices,
}

/// Which stable slate is computed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComputeStable {
    /// For whom it is best.
    pub favours: Favours,
}

/// Which computed stable slate is proposed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeStable {
    /// For whom it is best.
    pub favours: Favours,
    /// The `base` that computing answered.
    pub base: Position,
}

/// A computed stable slate.
#[derive(Debug, Serialize, ToSchema)]
pub struct ComputedStable {
    /// The cycle.
    pub cycle: CycleId,
    /// For whom it is best, and the seed of its lottery.
    pub method: SlateMethod,
    /// The position of the World it was computed on: name it to propose this very slate.
    pub base: Position,
    /// Pairs that every rule allows.
    pub pairs: usize,
    /// Its whole cost in points, to compare with the slate of least cost.
    pub objective: i64,
    /// Lines.
    pub lines: usize,
    /// Openings left unfilled.
    pub unfilled: usize,
    /// Movers left unmatched.
    pub unmatched: usize,
    /// Couples placed together, or neither of the two.
    pub couples: usize,
    /// How it uses the limits over several lines, of which the matching knows but section 515 and what services give.
    pub limits: Vec<SlateLimit>,
    /// What was proven, as a sentence.
    pub verified: String,
    /// What the orders were made of, as a sentence.
    pub orders: String,
}

/// How unstable a slate is, as far as both sides are the asker's to see.
#[derive(Debug, Serialize, ToSchema)]
pub struct BlockingPage {
    /// Blocking pairs of the whole slate.
    pub count: usize,
    /// Couples that would rather be elsewhere together where they are wanted.
    pub couples: usize,
    /// Couples the slate does not keep together.
    pub couples_apart: usize,
    /// Members whose ranking counted.
    pub members_ranked: usize,
    /// Openings for which an office's ranking counted.
    pub offices_ranked: usize,
    /// The pairs of which the asker may see both sides.
    #[serde(flatten)]
    pub page: Page<BlockingRow>,
}

/// A member and an office that would rather have each other.
#[derive(Debug, Serialize, ToSchema)]
pub struct BlockingRow {
    /// The member.
    pub person: PersonName,
    /// The office's billet.
    pub billet: BilletName,
    /// What the slate gives the member.
    pub given: Option<BilletName>,
    /// Whom the slate gives the office.
    pub holder: Option<PersonName>,
    /// Whether the lottery alone prefers the member.
    pub by_lottery: bool,
    /// Why the two would rather have each other.
    pub why: String,
}

/// The seed of the lottery that breaks ties of offices.
pub(super) fn seed(asker: &Asker) -> u64 {
    // The lever's range begins at 0.
    asker.world.lever(Lever::LotterySeed, asker.today).unsigned_abs()
}

/// What the orders of both sides are made of, as a sentence.
pub(super) fn orders(asker: &Asker, cycle: CycleId, seed: u64) -> String {
    let ballot = &asker.world.cycles[cycle].ballot;
    let counts = |counts: bool| if counts { "count" } else { "are still sealed and do not count" };
    format!(
        "Rankings of members {}; rankings of offices {}. Whoever is eligible and was not ranked comes after, by points of the facts; ties of offices are broken by the lottery of seed {seed}.",
        counts(ballot.members_count(asker.today)),
        counts(ballot.offices_count(asker.today)),
    )
}

fn method(asker: &Asker, favours: Favours) -> SlateMethod {
    let seed = seed(asker);
    match favours {
        Favours::Members => SlateMethod::MemberOptimal { seed },
        Favours::Offices => SlateMethod::OfficeOptimal { seed },
    }
}

/// Compute the stable slate that is best for members, or for offices, and prove it stable
#[utoipa::path(post, path = "/api/cycles/{cycle}/stable", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle")), request_body = ComputeStable, responses(
    (status = 200, body = ComputedStable), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn compute(
    asker: Asker,
    PathId(id): PathId<CycleId>,
    JsonBody(asked): JsonBody<ComputeStable>,
) -> Answer<Json<ComputedStable>> {
    if asker.world.cycles.get(id).is_none() {
        return Err(Problem::not_found());
    }
    let (world, today, method) = (Arc::clone(&asker.world), asker.today, method(&asker, asked.favours));
    let work = move || compute_stable(&world, id, today, method);
    let slate = asker.app.stable.worked_out(&asker, (id, asked.favours), "Computing the slate", work).await?;
    Ok(Json(describe(&asker, &slate)))
}

fn describe(asker: &Asker, slate: &StableSlate) -> ComputedStable {
    let seed = slate.method().seed().unwrap_or_default();
    ComputedStable {
        cycle: slate.cycle(),
        method: slate.method(),
        base: slate.base(),
        pairs: slate.pairs(),
        objective: slate.objective(),
        lines: slate.lines().len(),
        unfilled: slate.unfilled().len(),
        unmatched: slate.unmatched().len(),
        couples: slate.couples(),
        limits: limits::shown(&asker.world, slate.limits()),
        verified: format!(
            "A separate verifier compared every eligible pair and found none of which both would rather have each other; {} members have a place.",
            slate.proof().matched()
        ),
        orders: orders(asker, slate.cycle(), seed),
    }
}

/// Propose a computed stable slate
#[utoipa::path(post, path = "/api/cycles/{cycle}/stable/propose", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle")), request_body = ProposeStable, responses(
    (status = 200, body = commands::Taken), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn propose(
    asker: Asker,
    PathId(id): PathId<CycleId>,
    headers: HeaderMap,
    JsonBody(asked): JsonBody<ProposeStable>,
) -> Answer<Response> {
    let kept = asker.app.stable.get(&asker, &(id, asked.favours)).filter(|slate| slate.base() == asked.base);
    let slate = kept.ok_or_else(|| {
        Problem::new(
            StatusCode::CONFLICT,
            format!("No stable slate of {id} computed at position {} is held here any more.", asked.base),
        )
        .mend("Compute it again.")
    })?;
    commands::give(&asker, &headers, slate.proposal().into()).await
}

/// The blocking pairs of a slate: how many, and why each of those the asker may see both sides of
#[utoipa::path(get, path = "/api/slates/{slate}/blocking", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate"), Paging), responses(
    (status = 200, body = BlockingPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn blocking(
    asker: Asker,
    PathId(id): PathId<SlateId>,
    Params(paging): Params<Paging>,
) -> Answer<Json<BlockingPage>> {
    let slate = asker.world.slates.get(id).ok_or_else(Problem::not_found)?;
    let found = match asker.app.blocking.get(&asker, &id) {
        Some(found) => found,
        None => {
            let world = Arc::clone(&asker.world);
            let found = tokio::task::spawn_blocking(move || blocking_of(&world, id)).await;
            let found = found.ok().flatten().ok_or_else(|| {
                Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The blocking pairs could not be counted.")
            })?;
            asker.app.blocking.keep(&asker, id, found)
        }
    };
    let (names, scope, world) = (Names::of(&asker), asker.scope(Question::Slates), &*asker.world);
    let day = world.cycles[slate.cycle].window.from();
    let both = |why: &&BlockingWhy| {
        scope.sees_office(world.billets[why.billet].terms_near(day).office)
            && scope.sees_person(world, why.person, asker.today)
    };
    let rows = (0_u32..).zip(found.pairs.iter().filter(both)).map(|(n, why)| (Place((), n), why));
    let page = paging.page(rows, false, |why: &BlockingWhy| BlockingRow {
        // Who may see both sides of a pair may see who they are.
        person: PersonName::of(world, why.person, asker.today),
        billet: names.billet(why.billet, day),
        given: why.given.map(|billet| names.billet(billet, day)),
        holder: why.holder.map(|person| PersonName::of(world, person, asker.today)),
        by_lottery: why.by_lottery,
        why: why.sentence.clone(),
    })?;
    Ok(Json(BlockingPage {
        count: found.pairs.len(),
        couples: found.couples,
        couples_apart: found.couples_apart,
        members_ranked: found.members_ranked,
        offices_ranked: found.offices_ranked,
        page,
    }))
}
