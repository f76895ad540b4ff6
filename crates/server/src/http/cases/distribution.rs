//! Who should get which case of an office, before anything is given to anybody.

use axum::Json;
use axum::http::StatusCode;
use muster_caseflow::distribution::{ask, gini, managers_of};
use muster_domain::cases::{Case, CaseNumber};
use muster_domain::kernel::Id as _;
use muster_domain::{CaseId, OfficeId, PersonId, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{CountryName, Names, OfficeName, PersonName};
use super::super::problem::{Answer, Params, Problem};
use super::sight::Sight;

/// Cases shared at once at most: what one command gives.
const MOST: usize = 1_000;

/// Whose cases are shared.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct DistributionAsk {
    /// Of this office.
    #[param(value_type = OfficeId, inline)]
    office: OfficeId,
    /// All cases of this manager, who leaves; else those that nobody manages.
    #[param(value_type = Option<PersonId>, inline)]
    leaving: Option<PersonId>,
}

/// What a manager carries, before and with the cases proposed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ManagerLoad {
    /// Who.
    pub person: PersonName,
    /// Cases before.
    pub cases_before: usize,
    /// Cases with those proposed.
    pub cases_after: usize,
    /// Minutes a month before, by the levers of demand.
    pub minutes_before: i64,
    /// Minutes a month with those proposed.
    pub minutes_after: i64,
}

/// How evenly load lies.
#[derive(Debug, Serialize, ToSchema)]
pub struct LoadSpread {
    /// Least minutes a month.
    pub least: i64,
    /// Most minutes a month.
    pub most: i64,
    /// 0 where all carry the same, towards 1 where one carries all (Gini).
    pub gini: f64,
}

/// Who should get a case, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseShare {
    /// The case.
    pub case: CaseId,
    /// Its identifier.
    pub number: CaseNumber,
    /// What is bought, in short.
    pub title: Text,
    /// The purchaser's country.
    pub country: CountryName,
    /// Who should get it.
    pub person: PersonName,
    /// Points for what they carry.
    pub load: f64,
    /// Points off for cases of the same kind and group.
    pub expertise: f64,
    /// Points off for the country.
    pub known_country: f64,
    /// Points off for having had or worked this case.
    pub continuity: f64,
    /// Cases of the same kind and group that they managed.
    pub alike: usize,
    /// Cases of the country that they managed.
    pub of_country: usize,
    /// The next best.
    pub runner_up: Option<PersonName>,
    /// By how many points the next best costs more.
    pub by: Option<f64>,
}

/// How an office's cases would be shared.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDistribution {
    /// Which office.
    pub office: OfficeName,
    /// Cases that there are to share; no more than a thousand are shared at once.
    pub waiting: usize,
    /// Each case and who should get it.
    pub shares: Vec<CaseShare>,
    /// What each manager carries.
    pub managers: Vec<ManagerLoad>,
    /// How evenly load lies before.
    pub before: LoadSpread,
    /// How evenly it would lie.
    pub after: LoadSpread,
}

/// How an office's cases would be shared among those who manage cases there; nothing is given to anybody
#[utoipa::path(get, path = "/api/cases/distribution", tag = "cases", params(DistributionAsk), responses(
    (status = 200, body = CaseDistribution),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn preview(
    asker: Asker,
    Params(asked): Params<DistributionAsk>,
) -> Answer<Json<CaseDistribution>> {
    let (world, today, names, sight) = (&asker.world, asker.today, Names::of(&asker), Sight::of(&asker));
    if world.offices.get(asked.office).is_none() {
        return Err(Problem::not_found());
    }
    let wanted = |case: &Case| {
        let shared = asked.leaving.map_or(case.manager.is_none(), |person| case.manager == Some(person));
        case.office == asked.office && shared && !case.phase(today).is_over() && sight.sees(case)
    };
    let mut cases: Vec<CaseId> = world.cases.iter().filter(|(_, case)| wanted(case)).map(|(id, _)| id).collect();
    let waiting = cases.len();
    // Those that wait longest first, where there are more than one command gives.
    cases.sort_by_key(|id| (world.cases[*id].lor, id.index()));
    cases.truncate(MOST);
    let managers = managers_of(world, asked.office, today);
    let managers: Vec<PersonId> = managers.into_iter().filter(|person| Some(*person) != asked.leaving).collect();
    let unseen = || {
        Problem::new(StatusCode::FORBIDDEN, "You do not see who manages cases at this office.")
            .mend("Ask a case manager of the office.")
    };
    let people: Vec<PersonName> =
        managers.iter().map(|person| names.person(*person).ok_or_else(unseen)).collect::<Result<_, _>>()?;
    let ask = ask(world, &cases, managers, today);
    let shared = ask.share().ok_or_else(|| {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "Nobody at this office manages cases today.")
            .mend("Give one case to somebody first, or fill a case manager's billet.")
    })?;
    let points = |milli: i64| {
        #[allow(clippy::cast_precision_loss, reason = "points are far below 2^53")]
        let points = milli as f64 / 1000.0;
        (points * 10.0).round() / 10.0
    };
    let share = |one: &muster_caseflow::distribution::Proposal| {
        let case = &world.cases[one.case];
        CaseShare {
            case: one.case,
            number: case.number,
            title: case.title.clone(),
            country: names.country(case.country),
            person: people[one.manager].clone(),
            load: points(one.points.load),
            expertise: points(one.points.expertise),
            known_country: points(one.points.country),
            continuity: points(one.points.continuity),
            alike: one.known.alike,
            of_country: one.known.country,
            runner_up: one.runner_up.map(|(other, _)| people[other].clone()),
            by: one.runner_up.map(|(_, by)| points(by)),
        }
    };
    let load = |(at, person): (usize, &PersonName)| ManagerLoad {
        person: person.clone(),
        cases_before: ask.cases[at],
        cases_after: shared.cases[at],
        minutes_before: ask.carried[at],
        minutes_after: shared.carried[at],
    };
    let spread = |loads: &[i64]| LoadSpread {
        least: loads.iter().min().copied().unwrap_or(0),
        most: loads.iter().max().copied().unwrap_or(0),
        gini: gini(loads),
    };
    Ok(Json(CaseDistribution {
        office: names.office(asked.office),
        waiting,
        shares: shared.proposals.iter().map(share).collect(),
        managers: people.iter().enumerate().map(load).collect(),
        before: spread(&ask.carried),
        after: spread(&shared.carried),
    }))
}
