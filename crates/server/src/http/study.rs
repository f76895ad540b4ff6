//! What would change a slate: prices of rules, levers and limits; single relaxations; how firmly a line stands. All of
//! it is worked out on today's facts with the slate's own levers, away from the runtime's own threads.

use std::sync::Arc;

use axum::Json;
use axum::http::StatusCode;
use muster_domain::{BilletId, Date, PersonId, Position, SlateId, World};
use muster_slate::{Firmness, PriceOf, Prices, Relaxation, SlateError, Studied, Study};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asker::Asker;
use super::names::{BilletName, Names, PersonName};
use super::problem::{Answer, PathId, Problem};
use super::slates::{LinePath, seen_lines, seen_unfilled, seen_unmatched};

/// Relaxations that are named.
const NAMED: usize = 8;

/// Prices held: of this slate at this position on this day.
type HeldPrices = ((SlateId, Position, Date), Arc<Prices>);

/// Prices that were worked out; one asker at a time works out new ones.
#[derive(Default)]
pub(super) struct PriceCache(tokio::sync::Mutex<Vec<HeldPrices>>);

/// Slates whose prices are held at most.
const HELD: usize = 4;

/// One rule waived for one person in one billet, and what that would cost.
#[derive(Debug, Serialize, ToSchema)]
pub struct RelaxationRow {
    /// For whom, as far as the asker sees them.
    pub person: Option<PersonName>,
    /// In which billet.
    pub billet: BilletName,
    /// The rule's slug.
    pub rule: &'static str,
    /// What it asks, as a sentence.
    pub title: &'static str,
    /// How much the pair falls short, where that is counted.
    pub short: Option<i64>,
    /// What is counted.
    pub unit: Option<&'static str>,
    /// Points by which the whole slate would cost more with this line; less than nothing: it would cost less.
    pub costs_more: i64,
}

/// What would move a line.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineChange {
    /// How firmly it stands; none where the optimum on today's facts no longer holds it.
    pub firmness: Option<Firmness>,
    /// Rules, limits and levers of which one step alone moves the line.
    pub moved_by: Vec<MovedBy>,
    /// The position whose facts it was worked out on.
    pub on: Position,
}

/// One change that moves a line.
#[derive(Debug, Serialize, ToSchema)]
pub struct MovedBy {
    /// What is changed.
    pub of: PriceOf,
    /// The rule's slug or the lever's name.
    pub name: String,
    /// The lever's value now; none for a rule.
    pub from: Option<i64>,
    /// The value it is moved to; none for a rule, which is waived.
    pub to: Option<i64>,
}

/// Works on a World away from the runtime's threads.
async fn apart<T: Send + 'static>(
    asker: &Asker,
    work: impl FnOnce(&World, Date) -> Result<Option<T>, SlateError> + Send + 'static,
) -> Answer<T> {
    let (world, today) = (Arc::clone(&asker.world), asker.today);
    let done = tokio::task::spawn_blocking(move || work(&world, today)).await;
    done.map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Studying the slate failed; it was logged."))??
        .ok_or_else(Problem::not_found)
}

async fn prices_of(asker: &Asker, slate: SlateId) -> Answer<Arc<Prices>> {
    let key = (slate, asker.world.position, asker.today);
    let mut held = asker.app.prices.0.lock().await;
    if let Some((_, found)) = held.iter().find(|(held, _)| *held == key) {
        return Ok(Arc::clone(found));
    }
    let found =
        Arc::new(apart(asker, move |world, today| muster_slate::prices(world, Studied::Slate(slate), today)).await?);
    if held.len() == HELD {
        held.remove(0);
    }
    held.push((key, Arc::clone(&found)));
    Ok(found)
}

/// What each rule, lever and limit costs a slate
#[utoipa::path(get, path = "/api/slates/{slate}/prices", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate")), responses(
    (status = 200, body = Prices), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn prices(asker: Asker, PathId(slate): PathId<SlateId>) -> Answer<Json<Prices>> {
    Ok(Json((*prices_of(&asker, slate).await?).clone()))
}

/// What would move a line of a slate
#[utoipa::path(get, path = "/api/slates/{slate}/lines/{line}/change", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate"), ("line" = u32, Path, description = "The line's number, from 0")), responses(
    (status = 200, body = LineChange), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn change(asker: Asker, PathId(path): PathId<LinePath>) -> Answer<Json<LineChange>> {
    let (_, line) =
        seen_lines(&asker, path.slate).find(|(number, _)| *number == path.line).ok_or_else(Problem::not_found)?;
    let (slate, person, billet) = (path.slate, line.proposal.person, line.proposal.billet);
    let firmness = apart(&asker, move |world, today| {
        let study = Study::new(world, Studied::Slate(slate), today)?;
        Ok(study.map(|study| study.firmness(person, billet)))
    })
    .await?;
    let prices = prices_of(&asker, slate).await?;
    let moved = prices.prices.iter().filter(|price| price.lost.contains(&(person, billet)));
    let moved_by =
        moved.map(|price| MovedBy { of: price.of, name: price.name.clone(), from: price.from, to: price.to }).collect();
    Ok(Json(LineChange { firmness, moved_by, on: asker.world.position }))
}

/// Which billet a slate leaves unfilled.
#[derive(Debug, Deserialize)]
pub(super) struct UnfilledPath {
    slate: SlateId,
    billet: BilletId,
}

/// Single relaxations that would fill a billet, cheapest for the slate first
#[utoipa::path(get, path = "/api/slates/{slate}/unfilled/{billet}/relaxations", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate"), ("billet" = BilletId, Path, description = "A billet it leaves unfilled")), responses(
    (status = 200, body = Vec<RelaxationRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn would_fill(asker: Asker, PathId(path): PathId<UnfilledPath>) -> Answer<Json<Vec<RelaxationRow>>> {
    let UnfilledPath { slate, billet } = path;
    let held = asker.world.slates.get(slate).ok_or_else(Problem::not_found)?;
    if !seen_unfilled(&asker, held).any(|(unfilled, _)| unfilled == billet) {
        return Err(Problem::not_found());
    }
    relaxations(&asker, slate, move |study| study.would_fill(billet, NAMED)).await
}

/// Whom a slate leaves without an assignment.
#[derive(Debug, Deserialize)]
pub(super) struct UnmatchedPath {
    slate: SlateId,
    person: PersonId,
}

/// Single relaxations that would place a person, cheapest for the slate first
#[utoipa::path(get, path = "/api/slates/{slate}/unmatched/{person}/relaxations", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate"), ("person" = PersonId, Path, description = "Somebody it leaves unmatched")), responses(
    (status = 200, body = Vec<RelaxationRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn would_place(asker: Asker, PathId(path): PathId<UnmatchedPath>) -> Answer<Json<Vec<RelaxationRow>>> {
    let UnmatchedPath { slate, person } = path;
    let held = asker.world.slates.get(slate).ok_or_else(Problem::not_found)?;
    if !seen_unmatched(&asker, held).any(|unmatched| unmatched == person) {
        return Err(Problem::not_found());
    }
    relaxations(&asker, slate, move |study| study.would_place(person, NAMED)).await
}

async fn relaxations(
    asker: &Asker,
    slate: SlateId,
    ask: impl FnOnce(&Study<'_>) -> Result<Vec<Relaxation>, SlateError> + Send + 'static,
) -> Answer<Json<Vec<RelaxationRow>>> {
    let found = apart(asker, move |world, today| {
        let Some(study) = Study::new(world, Studied::Slate(slate), today)? else { return Ok(None) };
        ask(&study).map(Some)
    })
    .await?;
    let names = Names::of(asker);
    let row = |found: Relaxation| RelaxationRow {
        person: names.person(found.person),
        billet: names.billet(found.billet, asker.today),
        rule: found.rule,
        title: found.title,
        short: found.short,
        unit: found.unit,
        costs_more: found.costs_more,
    };
    Ok(Json(found.into_iter().map(row).collect()))
}
