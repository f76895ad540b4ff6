//! Partner countries and their figures.

use axum::Json;
use muster_domain::organization::OfficeKind;
use muster_domain::partner::{Figure, Section515Authorisation};
use muster_domain::{CountryId, Date, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

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
    /// The combatant command responsible.
    pub command: Option<OfficeName>,
    /// Priority, 1 to 5.
    pub priority: u8,
    /// Region.
    pub region: Text,
    /// The security cooperation organisations there, where offices are the asker's to see.
    pub offices: Vec<OfficeName>,
}

/// A country with its figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountryPage {
    /// As in lists.
    #[serde(flatten)]
    pub row: CountryRow,
    /// Purchaser codes.
    pub purchaser_codes: Vec<Text>,
    /// Principal languages.
    pub languages: Vec<Text>,
    /// Figures with their sources, latest year first.
    pub figures: Vec<Figure>,
    /// Recorded authorisations of more section-515 members.
    pub section_515: Vec<Section515Authorisation>,
    /// Members allowed on the day.
    pub section_515_limit: u32,
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
    let rows = rows.map(|(id, country)| (Place(country.name.clone(), id.0), id)).collect();
    paging.page(rows, false, |id| row(&asker, &names, id, asker.today)).map(Json)
}

/// One country
#[utoipa::path(get, path = "/api/countries/{country}", tag = "partner", params(("country" = CountryId, Path, description = "The country"), OnDay), responses(
    (status = 200, body = CountryPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(
    asker: Asker,
    PathId(id): PathId<CountryId>,
    Params(day): Params<OnDay>,
) -> Answer<Json<CountryPage>> {
    let on = asker.date(day.on)?;
    let country = asker.world.countries.get(id).ok_or_else(Problem::not_found)?;
    let mut figures = country.figures.clone();
    figures.sort_by_key(|figure| (std::cmp::Reverse(figure.fiscal_year), figure.measure));
    Ok(Json(CountryPage {
        row: row(&asker, &Names::of(&asker), id, on),
        purchaser_codes: country.purchaser_codes.clone(),
        languages: country.languages.clone(),
        figures,
        section_515: country.section_515.clone(),
        section_515_limit: muster_domain::workforce::section_515_limit(&asker.world, id, on),
    }))
}

fn row(asker: &Asker, names: &Names, id: CountryId, on: Date) -> CountryRow {
    let world = &*asker.world;
    let country = &world.countries[id];
    let scope = asker.scope(Question::Billets);
    let offices = world.offices.iter().filter(|(office, facts)| {
        facts.kind == OfficeKind::Sco && facts.country == Some(id) && scope.sees_office(*office)
    });
    CountryRow {
        id,
        iso3: country.iso3.clone(),
        name: country.name.clone(),
        command: country.responsible.at_or_first(on).map(|office| names.office(*office)),
        priority: country.priority_on(on),
        region: country.region.clone(),
        offices: offices.map(|(office, _)| names.office(office)).collect(),
    }
}
