//! Partner countries: the list, and the page on which a country's staffing and cases meet.
//!
//! What is published of a country is everybody's who may see totals; strength and demand go through the asker's scope of
//! totals, cases through what the asker sees of the cases. What is not the asker's is left out, never zero.

pub(super) mod sales;
mod work;

use axum::Json;
use muster_domain::organization::OfficeKind;
use muster_domain::partner::{Country, Figure, Section515Authorisation};
use muster_domain::{CountryId, Date, Text, World};
use muster_staffing::{Demand, PictureRow};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use self::work::{CaseTally, CountryCases, CountryOffice};
use super::asker::Asker;
use super::names::{Names, OfficeName, matches};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::Question;

/// Which countries.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct CountryFilter {
    /// Words in name or ISO code.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// Which day.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct OnDay {
    /// As of this day; today unless given.
    pub on: Option<Date>,
}

/// A country in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountryRow {
    /// Its id.
    pub id: CountryId,
    /// ISO 3166 alpha-3 code.
    pub iso3: Text,
    /// Its name.
    pub name: Text,
    /// Purchaser codes, not ISO codes: each is a customer of its own.
    pub purchaser_codes: Vec<Text>,
    /// The combatant command responsible.
    pub command: Option<OfficeName>,
    /// Priority, 1 to 5.
    pub priority: u8,
    /// Region.
    pub region: Text,
    /// The security cooperation organisations there, where offices are the asker's to see.
    pub offices: Vec<OfficeName>,
    /// Billets authorised there, in whole billets; none where no office there is in the asker's scope of totals.
    pub authorised: Option<u32>,
    /// Of those, billets covered.
    pub assigned: Option<u32>,
    /// Of those, billets neither covered nor in an approved gap.
    pub vacant: Option<u32>,
    /// Open cases today that the asker sees; none where they see no case of the country.
    pub open_cases: Option<usize>,
    /// Of those, stuck.
    pub stuck_cases: Option<usize>,
    /// What the open ones are worth, US cents.
    pub value_cents: Option<i64>,
}

/// A country with its figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountryPage {
    /// As in lists.
    #[serde(flatten)]
    pub row: CountryRow,
    /// Principal languages.
    pub languages: Vec<Text>,
    /// Figures with their sources, latest year first.
    pub figures: Vec<Figure>,
    /// Recorded authorisations of more section-515 members.
    pub section_515: Vec<Section515Authorisation>,
    /// Members allowed on the day.
    pub section_515_limit: u32,
    /// The security cooperation offices there on the day, in totals; those in the asker's scope of totals.
    pub strengths: Vec<CountryOffice>,
    /// What the workload standard makes of the country's work; none where the office that carries it, or without one the
    /// responsible command, is not in the asker's scope of totals.
    pub demand: Option<Demand>,
    /// The cases of the country today, those that the asker sees; none where they see none.
    pub cases: Option<CountryCases>,
    /// Whether staffing and cases were made up for demonstration.
    pub synthetic: bool,
}

/// Partner countries
#[utoipa::path(get, path = "/api/countries", tag = "partner", params(CountryFilter, Paging), responses(
    (status = 200, body = Page<CountryRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<CountryFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<CountryRow>>> {
    let names = Names::of(&asker);
    let wanted = |name: &str, iso3: &str| filter.q.as_deref().is_none_or(|q| matches(q, &[name, iso3]));
    let rows = asker.world.countries.iter().filter(|(_, country)| wanted(&country.name, &country.iso3));
    let rows = rows.map(|(id, country)| (Place(country.name.clone(), id.0), id));
    let tally = CaseTally::of_all(&asker);
    paging.page(rows, false, |id| row(&asker, &names, &tally, id, asker.today)).map(Json)
}

/// One country: its strength, its work and its cases
///
/// By its ISO 3166 alpha-3 code, such as `JOR`, or its id. Strength and demand on the day asked; cases as they stand today.
#[utoipa::path(get, path = "/api/countries/{country}", tag = "partner", params(("country" = String, Path, description = "ISO 3166 alpha-3 code, or the country's id"), OnDay), responses(
    (status = 200, body = CountryPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(
    asker: Asker,
    PathId(code): PathId<String>,
    Params(day): Params<OnDay>,
) -> Answer<Json<CountryPage>> {
    let on = asker.date(day.on)?;
    let (id, country) = known(&asker.world, &code)?;
    let names = Names::of(&asker);
    let tally = CaseTally::of(&asker, id);
    let mut figures = country.figures.clone();
    figures.sort_by_key(|figure| (std::cmp::Reverse(figure.fiscal_year), figure.measure));
    Ok(Json(CountryPage {
        row: row(&asker, &names, &tally, id, on),
        languages: country.languages.clone(),
        figures,
        section_515: country.section_515.clone(),
        section_515_limit: muster_domain::workforce::section_515_limit(&asker.world, id, on),
        strengths: work::strengths(&asker, &names, id, on),
        demand: work::demand(&asker, id, on),
        cases: tally.cases(id, country),
        synthetic: asker.world.is_synthetic(),
    }))
}

/// The country of a code or an id.
fn known<'a>(world: &'a World, code: &str) -> Answer<(CountryId, &'a Country)> {
    let id = world.keys.country.get(code).copied().or_else(|| code.parse().ok());
    id.and_then(|id| Some((id, world.countries.get(id)?))).ok_or_else(Problem::not_found)
}

fn row(asker: &Asker, names: &Names, tally: &CaseTally, id: CountryId, on: Date) -> CountryRow {
    let world = &*asker.world;
    let country = &world.countries[id];
    let scope = asker.scope(Question::Billets);
    let offices = world.offices.iter().filter(|(office, facts)| {
        facts.kind == OfficeKind::Sco && facts.country == Some(id) && scope.sees_office(*office)
    });
    let strengths = work::pictures(asker, id, on);
    let sum = |of: fn(&PictureRow) -> u32| {
        (!strengths.is_empty()).then(|| strengths.iter().map(|(_, picture)| of(picture)).sum())
    };
    let counted = tally.of_country(id);
    CountryRow {
        id,
        iso3: country.iso3.clone(),
        name: country.name.clone(),
        command: country.responsible.at_or_first(on).map(|office| names.office(*office)),
        priority: country.priority_on(on),
        region: country.region.clone(),
        offices: offices.map(|(office, _)| names.office(office)).collect(),
        purchaser_codes: country.purchaser_codes.clone(),
        authorised: sum(|picture| picture.authorised),
        assigned: sum(|picture| picture.assigned),
        vacant: sum(|picture| picture.vacant),
        open_cases: counted.map(|counted| counted.open),
        stuck_cases: counted.map(|counted| counted.stuck),
        value_cents: counted.map(|counted| counted.value_cents),
    }
}
