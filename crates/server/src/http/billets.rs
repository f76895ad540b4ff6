//! Billets: the list with its filters, and one billet.

use axum::Json;
use axum::response::Response;
use muster_domain::workforce::{
    ApprovedGap, BilletTerms, Clearance, Coordinator, FillMode, FunctionalArea, FundingSource, ScCode, Supported,
    TourLength,
};
use muster_domain::{BilletId, CountryId, Date, Grade, OfficeId, Period, Service, Text};
use muster_staffing::{BilletState, Span, TimelineTour};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::etag::versioned;
use super::names::{BilletName, Names, OfficeName, PersonName, PostName, coding, matches, requirement};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::Question;

/// Which billets.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct BilletFilter {
    /// Of this command or agency, with all below it.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Of this office.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
    /// In offices of this country.
    #[param(value_type = Option<CountryId>, inline)]
    country: Option<CountryId>,
    /// That this service may fill.
    #[param(inline)]
    service: Option<Service>,
    /// Of this grade.
    #[param(value_type = Option<Grade>, inline)]
    grade: Option<Grade>,
    /// Of this manning document, by its very name.
    #[param(max_length = 2000)]
    source: Option<String>,
    /// Only those with money, or only those without.
    funded: Option<bool>,
    /// Words in number, title, office or specialty.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Only vacant ones, approved gaps left out.
    vacant: Option<bool>,
    /// Only key ones, or only others.
    key: Option<bool>,
    /// Paid from this source.
    #[param(inline)]
    funding: Option<FundingSource>,
    /// In this functional area.
    #[param(inline)]
    functional_area: Option<FunctionalArea>,
    /// As of this day; today unless given.
    on: Option<Date>,
    /// The order.
    #[param(inline)]
    sort: Option<BilletSort>,
    /// Largest first.
    descending: Option<bool>,
}

/// Orders of the list.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum BilletSort {
    #[default]
    Id,
    Number,
    Title,
    Office,
    Grade,
}

/// A billet in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct BilletRow {
    /// Its id.
    pub id: BilletId,
    /// Position number.
    pub number: Text,
    /// Title.
    pub title: Text,
    /// Its office.
    pub office: OfficeName,
    /// The command or agency above.
    pub command: OfficeName,
    /// The office's host country, by ISO code.
    pub country: Option<Text>,
    /// The place of duty.
    pub post: PostName,
    /// Authorised grade.
    pub grade: Grade,
    /// Which services may fill it, in words.
    pub service_coding: String,
    /// Specialty needed.
    pub specialty: Option<Text>,
    /// Languages needed, as `Arabic 2/2` (reading/speaking).
    pub languages: Vec<String>,
    /// Clearance needed.
    pub clearance: Clearance,
    /// SC code.
    pub sc_code: Option<ScCode>,
    /// Functional area.
    pub functional_area: FunctionalArea,
    /// What pays for it.
    pub funding: FundingSource,
    /// Whether it is key.
    pub key: bool,
    /// Whether dependents may come along.
    pub accompanied: bool,
    /// Whether it counts under section 515.
    pub section_515: bool,
    /// How it is filled.
    pub fill_mode: FillMode,
    /// From when until when it is authorised.
    pub authorised: Period,
    /// Whether there is money for it on the day.
    pub funded: bool,
    /// Who holds it, if that is the asker's to see.
    pub incumbent: Option<PersonName>,
    /// Whether it is filled.
    pub state: BilletState,
}

/// A billet with its history.
#[derive(Debug, Serialize, ToSchema)]
pub struct BilletPage {
    /// As in lists.
    #[serde(flatten)]
    pub row: BilletRow,
    /// Its terms by date, earliest first.
    pub terms: Vec<DatedTerms>,
    /// Its tours, as far as they are the asker's to see.
    pub tours: Vec<TimelineTour>,
    /// Days without an incumbent, from two years back to three years ahead.
    pub gaps: Vec<Span>,
    /// Days with two primary incumbents, in the same time.
    pub overlaps: Vec<Span>,
    /// Approved gaps.
    pub approved_gaps: Vec<ApprovedGap>,
    /// The billet it reports to.
    pub reports_to: Option<BilletName>,
    /// What it supports.
    pub supports: Vec<SupportRow>,
    /// Who is asked before it changes.
    pub coordinators: Vec<Coordinator>,
    /// Tour lengths.
    pub tour_length: TourLength,
    /// The manning document.
    pub source: Text,
    /// Whether there is money for it, by date; funded where nothing is said.
    pub funding_history: Vec<DatedFunding>,
    /// The journal position that last changed it.
    pub changed: muster_domain::Position,
}

/// Funding from a date on.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatedFunding {
    /// The first day.
    pub from: Date,
    /// Whether there is money.
    pub funded: bool,
    /// The budget document that says so.
    pub document: Text,
}

/// Terms from a date on.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatedTerms {
    /// The first day.
    pub from: Date,
    /// The terms.
    pub terms: BilletTerms,
}

/// A share of what a billet supports.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportRow {
    /// Country or program.
    pub name: Text,
    /// Share per mille.
    pub share_per_mille: u16,
}

/// The billets in scope
#[utoipa::path(get, path = "/api/billets", tag = "workforce", params(BilletFilter, Paging), responses(
    (status = 200, body = Page<BilletRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<BilletFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<BilletRow>>> {
    let on = asker.date(filter.on)?;
    let names = Names::of(&asker);
    let scope = asker.scope(Question::Billets);
    let world = &*asker.world;
    let sort = filter.sort.unwrap_or_default();
    let offices = scope.offices().filter(|office| {
        filter.office.is_none_or(|wanted| wanted == *office)
            && filter.command.is_none_or(|wanted| world.command_of(*office, on) == wanted || *office == wanted)
            && filter.country.is_none_or(|wanted| world.offices[*office].country == Some(wanted))
    });
    let mut rows = Vec::new();
    for office in offices {
        for id in &world.rosters[office].billets {
            let terms = world.billets[*id].terms_near(on);
            // A billet that moved stands in the rosters of both offices; it belongs to the one of its terms.
            if terms.office == office && filter.admits(&asker, *id, terms, on) {
                rows.push((sort.place(&asker, *id, terms), *id));
            }
        }
    }
    paging.page(rows, filter.descending.unwrap_or(false), |id| row(&asker, &names, id, on)).map(Json)
}

impl BilletFilter {
    fn admits(&self, asker: &Asker, id: BilletId, terms: &BilletTerms, on: Date) -> bool {
        let world = &*asker.world;
        let billet = &world.billets[id];
        self.service.is_none_or(|service| terms.coding.admits(service))
            && self.grade.is_none_or(|grade| terms.grade == grade)
            && self.key.is_none_or(|key| terms.key == key)
            && self.funding.is_none_or(|funding| terms.funding == funding)
            && self.functional_area.is_none_or(|area| terms.functional_area == area)
            && self.source.as_deref().is_none_or(|source| *billet.source == *source)
            && self.funded.is_none_or(|funded| billet.authorised.contains(on) && billet.is_funded(on) == funded)
            && self.q.as_deref().is_none_or(|q| {
                matches(
                    q,
                    &[
                        &billet.number,
                        &terms.title,
                        &world.offices[terms.office].code,
                        terms.specialty.as_deref().unwrap_or_default(),
                    ],
                )
            })
            && (!self.vacant.unwrap_or(false)
                || matches!(muster_staffing::billet_state(world, id, on, asker.today), BilletState::Vacant { .. }))
    }
}

impl BilletSort {
    fn place(self, asker: &Asker, id: BilletId, terms: &BilletTerms) -> Place {
        let key = match self {
            Self::Id => Text::default(),
            Self::Number => asker.world.billets[id].number.clone(),
            Self::Title => terms.title.clone(),
            Self::Office => asker.world.offices[terms.office].code.clone(),
            Self::Grade => grade_key(terms.grade),
        };
        Place(key, id.0)
    }
}

/// A text that sorts as grades do.
pub(super) fn grade_key(grade: Grade) -> Text {
    let place = Grade::all().position(|other| other == grade).unwrap_or_default();
    Text::from(format!("{place:02}"))
}

fn row(asker: &Asker, names: &Names, id: BilletId, on: Date) -> BilletRow {
    let world = &*asker.world;
    let billet = &world.billets[id];
    let terms = billet.terms_near(on);
    let incumbent = muster_staffing::incumbent(world, id, on, asker.today).map(|tour| world.tours[tour].person);
    BilletRow {
        id,
        number: billet.number.clone(),
        title: terms.title.clone(),
        office: names.office(terms.office),
        command: names.command(terms.office, on),
        country: world.offices[terms.office].country.map(|id| world.countries[id].iso3.clone()),
        post: names.post(terms.place),
        grade: terms.grade,
        service_coding: coding(terms.coding),
        specialty: terms.specialty.clone(),
        languages: terms.languages.iter().map(requirement).collect(),
        clearance: terms.clearance,
        sc_code: terms.sc_code,
        functional_area: terms.functional_area,
        funding: terms.funding,
        key: terms.key,
        accompanied: terms.accompanied,
        section_515: terms.section_515,
        fill_mode: terms.fill_mode,
        authorised: billet.authorised,
        funded: billet.is_funded(on),
        incumbent: incumbent.and_then(|person| names.person(person)),
        state: muster_staffing::billet_state(world, id, on, asker.today),
    }
}

/// One billet
#[utoipa::path(get, path = "/api/billets/{billet}", tag = "workforce", params(("billet" = BilletId, Path, description = "The billet")), responses(
    (status = 200, body = BilletPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<BilletId>) -> Answer<Response> {
    let world = &*asker.world;
    let held = world.billets.row(id).ok_or_else(Problem::not_found)?;
    let billet = &held.fact;
    let terms = billet.terms_near(asker.today);
    if !asker.scope(Question::Billets).sees_office(terms.office) {
        return Err(Problem::not_found());
    }
    let names = Names::of(&asker);
    let window = super::offices::five_years(asker.today);
    let timeline = muster_staffing::billet_timeline(world, &names.people, id, window, asker.today);
    let page = BilletPage {
        row: row(&asker, &names, id, asker.today),
        terms: billet.terms.iter().map(|(from, terms)| DatedTerms { from, terms: BilletTerms::clone(terms) }).collect(),
        tours: timeline.tours,
        gaps: timeline.gaps,
        overlaps: timeline.overlaps,
        approved_gaps: billet.gaps.clone(),
        reports_to: terms.reports_to.map(|above| names.billet(above, asker.today)),
        supports: terms
            .supports
            .iter()
            .map(|support| SupportRow {
                name: match &support.supported {
                    Supported::Country(id) => world.countries[*id].name.clone(),
                    Supported::Program(program) => program.clone(),
                },
                share_per_mille: support.share_per_mille,
            })
            .collect(),
        coordinators: terms.coordinators.clone(),
        tour_length: terms.tour_length,
        source: billet.source.clone(),
        funding_history: billet
            .funded
            .iter()
            .map(|(from, said)| DatedFunding { from, funded: said.funded, document: said.document.clone() })
            .collect(),
        changed: held.changed,
    };
    Ok(versioned(held.changed, page))
}
