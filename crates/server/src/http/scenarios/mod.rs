//! Scenarios of a cycle: what each changes, what its slate comes to, line by line, and why. A slate is computed once for
//! what decides it and kept; computing never holds up other answers.

mod compare;
mod lines;
mod why;
mod worked;

use axum::Json;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use muster_domain::allocation::{AdoptScenario, Overrides, Scenario, ScenarioEnd};
use muster_domain::kernel::Row;
use muster_domain::policy::{Lever, LeverDefinition};
use muster_domain::{BilletId, CountryId, CycleId, Date, PersonId, Position, ScenarioId, SlateId, Text};
use muster_slate::{SlateOutcome, moved};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::asker::Asker;
use super::commands;
use super::etag::versioned;
use super::limits::{self, SlateLimit};
use super::names::{BilletName, Names, OfficeName, PersonName};
use super::problem::{Answer, PathId, Problem};
use super::state::App;

pub(super) use worked::Workbench;
use worked::{Work, Worked, aside};

/// The routes of scenarios.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(lines::lines))
        .routes(routes!(why::why))
        .routes(routes!(why::recommend))
        .routes(routes!(compare::compare))
        .routes(routes!(adopt))
}

/// A scenario in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScenarioRow {
    /// Its id.
    pub id: ScenarioId,
    /// The cycle.
    pub cycle: CycleId,
    /// Its name.
    pub name: Text,
    /// The scenario it was branched from.
    pub of: Option<ScenarioId>,
    /// The slate that was proposed when it was branched.
    pub base: Option<SlateId>,
    /// The day it was branched.
    pub branched: Date,
    /// How many things differ from the facts and levers in force.
    pub differences: usize,
    /// Steps that can be taken back.
    pub steps: usize,
    /// How it ended, if it did.
    pub ended: Option<ScenarioEnd>,
    /// The position that last changed it.
    pub changed: Position,
}

/// A scenario with what its slate comes to.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScenarioPage {
    /// As in lists.
    #[serde(flatten)]
    pub row: ScenarioRow,
    /// The cycle's name.
    pub cycle_name: Text,
    /// Seconds that its slate took to compute.
    pub seconds: f64,
    /// Pairs that every rule allows.
    pub pairs: usize,
    /// What was proven, as a sentence.
    pub verified: String,
    /// What no slate within the limits costs less than, proven; equal to the objective where none binds.
    pub bound: i64,
    /// How far the cost may lie above the least possible, as a share of it; 0 is proven to be the least.
    pub gap: f64,
    /// The limits over several lines that its slate keeps, the dearest first.
    pub limits: Vec<SlateLimit>,
    /// What its slate comes to.
    pub outcome: SlateOutcome,
    /// What the slate of the cycle comes to with nothing changed.
    pub plain: SlateOutcome,
    /// Points and assignments that the last step changed; none before the first.
    pub step: Option<SlateDifference>,
    /// Points and assignments that differ from the slate that was proposed when it was branched, else from the cycle's
    /// slate with nothing changed.
    pub to_base: SlateDifference,
    /// The levers that slates are made with.
    pub levers: Vec<ScenarioLever>,
    /// Locked pairs.
    pub locks: Vec<PairRow>,
    /// Forbidden pairs.
    pub forbidden: Vec<PairRow>,
    /// Movers left out, and people taken in.
    pub people: Vec<TakenPerson>,
    /// Openings left out, and billets taken in.
    pub billets: Vec<TakenBillet>,
    /// People whose ranked billets are replaced.
    pub wishes: Vec<PersonName>,
    /// The offices that the outcomes name.
    pub offices: Vec<OfficeName>,
    /// The countries that the outcomes name.
    pub countries: Vec<CountryPlace>,
}

/// By how much two slates differ.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct SlateDifference {
    /// Points of the whole slate, later less earlier; none where the earlier was made by other levers.
    pub points: i64,
    /// People whose assignment differs.
    pub moved: usize,
}

/// A lever in a scenario.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScenarioLever {
    /// What it means.
    #[serde(flatten)]
    pub definition: LeverDefinition,
    /// The value in force.
    pub in_force: i64,
    /// The scenario's value.
    pub value: i64,
}

/// A pair that is locked or forbidden.
#[derive(Debug, Serialize, ToSchema)]
pub struct PairRow {
    /// Who.
    pub person: Option<PersonName>,
    /// Which billet.
    pub billet: BilletName,
    /// Whether it is a lock that the facts no longer allow.
    pub broken: bool,
}

/// Somebody whom a scenario leaves out or takes in.
#[derive(Debug, Serialize, ToSchema)]
pub struct TakenPerson {
    /// Who.
    pub person: Option<PersonName>,
    /// Whether the person is taken in rather than left out.
    pub added: bool,
}

/// A billet that a scenario leaves out or takes in.
#[derive(Debug, Serialize, ToSchema)]
pub struct TakenBillet {
    /// Which billet.
    pub billet: BilletName,
    /// Whether the billet is taken in rather than left out.
    pub added: bool,
}

/// A country with the place of its office.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountryPlace {
    /// Its id.
    pub id: CountryId,
    /// ISO 3166 alpha-3 code.
    pub iso3: Text,
    /// Its name.
    pub name: Text,
    /// Degrees north of its first security cooperation organisation.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
}

/// The slate that a scenario is shown by.
pub(super) async fn slate_of(asker: &Asker, id: ScenarioId) -> Answer<std::sync::Arc<Worked>> {
    Ok(Work::of(asker, id).await?.now)
}

fn known(asker: &Asker, id: ScenarioId) -> Answer<&Row<Scenario>> {
    asker.world.scenarios.row(id).ok_or_else(Problem::not_found)
}

fn row(id: ScenarioId, held: &Row<Scenario>) -> ScenarioRow {
    let scenario = &held.fact;
    ScenarioRow {
        id,
        cycle: scenario.cycle,
        name: scenario.name.clone(),
        of: scenario.of,
        base: scenario.base,
        branched: scenario.branched,
        differences: scenario.overrides.count(),
        steps: scenario.steps(),
        ended: scenario.ended,
        changed: held.changed,
    }
}

/// The scenarios of a cycle
#[utoipa::path(get, path = "/api/cycles/{cycle}/scenarios", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle")), responses(
    (status = 200, body = Vec<ScenarioRow>), (status = "4XX", body = super::problem::Problem, content_type = "application/problem+json"),
))]
async fn list(asker: Asker, PathId(cycle): PathId<CycleId>) -> Answer<Json<Vec<ScenarioRow>>> {
    asker.world.cycles.get(cycle).ok_or_else(Problem::not_found)?;
    let of_cycle =
        asker.world.scenarios.iter().map(|(id, _)| id).filter_map(|id| Some((id, asker.world.scenarios.row(id)?)));
    Ok(Json(of_cycle.filter(|(_, held)| held.fact.cycle == cycle).map(|(id, held)| row(id, held)).collect()))
}

/// One scenario, its slate computed and proven
#[utoipa::path(get, path = "/api/scenarios/{scenario}", tag = "allocation", params(("scenario" = ScenarioId, Path, description = "The scenario")), responses(
    (status = 200, body = ScenarioPage), (status = "4XX", body = super::problem::Problem, content_type = "application/problem+json"),
))]
async fn show(asker: Asker, PathId(id): PathId<ScenarioId>) -> Answer<Response> {
    let held = known(&asker, id)?;
    let work = Work::of(&asker, id).await?;
    let changed = held.changed;
    let page = aside({
        let asker = asker.clone();
        move || page(&asker, id, &work)
    })
    .await??;
    Ok(versioned(changed, page))
}

fn page(asker: &Asker, id: ScenarioId, work: &Work) -> Answer<ScenarioPage> {
    let held = known(asker, id)?;
    let (scenario, names) = (&held.fact, Names::of(asker));
    let (now, plain) = (&work.now, &work.plain);
    let step = work.before.as_ref().map(|before| SlateDifference {
        points: now.outcome.objective - before.outcome.objective,
        moved: moved(&before.slate.assignments(), &now.slate).len(),
    });
    let base = scenario.base.and_then(|base| asker.world.slates.get(base));
    let to_base = SlateDifference {
        points: now.outcome.objective - base.map_or(plain.outcome.objective, |base| base.objective),
        moved: moved(&work.reference(asker, scenario), &now.slate).len(),
    };
    let mut offices: Vec<_> = now.outcome.commands.iter().chain(&plain.outcome.commands).map(|it| it.command).collect();
    offices.sort_unstable();
    offices.dedup();
    let mut countries: Vec<_> =
        now.outcome.countries.iter().chain(&plain.outcome.countries).map(|it| it.country).collect();
    countries.sort_unstable();
    countries.dedup();
    Ok(ScenarioPage {
        row: row(id, held),
        cycle_name: asker.world.cycles[scenario.cycle].name.clone(),
        seconds: now.seconds,
        pairs: now.slate.pairs(),
        verified: now.slate.verdict(),
        bound: now.slate.bound(),
        gap: now.slate.gap(),
        limits: limits::shown(&asker.world, now.slate.limits()),
        outcome: now.outcome.clone(),
        plain: plain.outcome.clone(),
        step,
        to_base,
        levers: levers(asker, scenario),
        locks: pairs(&names, asker, scenario.overrides.locks.iter().map(|(p, b)| (*p, *b)), now.slate.broken_locks()),
        forbidden: pairs(&names, asker, scenario.overrides.forbidden.iter().copied(), &[]),
        people: taken_people(&names, &scenario.overrides),
        billets: taken_billets(&names, asker, &scenario.overrides),
        wishes: scenario.overrides.wishes.keys().filter_map(|person| names.person(*person)).collect(),
        offices: offices.into_iter().map(|office| names.office(office)).collect(),
        countries: countries.into_iter().map(|country| place(asker, country)).collect(),
    })
}

fn levers(asker: &Asker, scenario: &Scenario) -> Vec<ScenarioLever> {
    let definitions = Lever::ALL.iter().map(|lever| lever.definition());
    let of_slates = definitions.filter(|definition| matches!(definition.group, "slate" | "eligibility"));
    of_slates
        .map(|definition| {
            let in_force = asker.world.lever(definition.key, asker.today);
            let value = scenario.overrides.levers.get(&definition.key).copied().unwrap_or(in_force);
            ScenarioLever { definition, in_force, value }
        })
        .collect()
}

fn pairs(
    names: &Names,
    asker: &Asker,
    of: impl Iterator<Item = (PersonId, BilletId)>,
    broken: &[(PersonId, BilletId)],
) -> Vec<PairRow> {
    let named = |pair: (PersonId, BilletId)| PairRow {
        person: names.person(pair.0),
        billet: names.billet(pair.1, asker.today),
        broken: broken.contains(&pair),
    };
    of.map(named).collect()
}

fn taken_people(names: &Names, overrides: &Overrides) -> Vec<TakenPerson> {
    let dropped = overrides.dropped_people.iter().map(|person| (person, false));
    let all = dropped.chain(overrides.added_people.iter().map(|person| (person, true)));
    all.map(|(person, added)| TakenPerson { person: names.person(*person), added }).collect()
}

fn taken_billets(names: &Names, asker: &Asker, overrides: &Overrides) -> Vec<TakenBillet> {
    let dropped = overrides.dropped_billets.iter().map(|billet| (billet, false));
    let all = dropped.chain(overrides.added_billets.iter().map(|billet| (billet, true)));
    all.map(|(billet, added)| TakenBillet { billet: names.billet(*billet, asker.today), added }).collect()
}

fn place(asker: &Asker, id: CountryId) -> CountryPlace {
    let (world, country) = (&asker.world, &asker.world.countries[id]);
    let post = world.scos_of(id, asker.today).next().map(|office| &world.posts[world.offices[office].post]);
    let degrees = |milli: i32| f64::from(milli) / 1000.0;
    CountryPlace {
        id,
        iso3: country.iso3.clone(),
        name: country.name.clone(),
        lat: post.map(|post| degrees(post.latitude_milli)),
        lon: post.map(|post| degrees(post.longitude_milli)),
    }
}

/// Propose the slate of a scenario
///
/// The scenario's version is insisted on, also where the request does not: never is a slate proposed that was computed of
/// an earlier version.
#[utoipa::path(post, path = "/api/scenarios/{scenario}/adopt", tag = "allocation", params(("scenario" = ScenarioId, Path, description = "The scenario")), responses(
    (status = 200, body = commands::Taken), (status = "4XX", body = super::problem::Problem, content_type = "application/problem+json"),
))]
async fn adopt(asker: Asker, PathId(id): PathId<ScenarioId>, mut headers: HeaderMap) -> Answer<Response> {
    let changed = known(&asker, id)?.changed;
    if !headers.contains_key(header::IF_MATCH) {
        let version = HeaderValue::from_str(&format!("\"{changed}\"")).expect("a number in quotes is a header value");
        headers.insert(header::IF_MATCH, version);
    }
    let work = Work::of(&asker, id).await?;
    let slate = aside(move || work.now.slate.clone().with_runners_up().proposal()).await?;
    commands::give(&asker, &headers, AdoptScenario { scenario: id, slate }.into()).await
}
