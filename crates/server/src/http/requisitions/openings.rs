//! Billets that stand vacant or fall open and have no requisition, each as a requisition filled in: nobody types what the
//! system knows.

use axum::Json;
use jiff::ToSpan;
use muster_domain::policy::Lever;
use muster_domain::workforce::{BilletTerms, FillMode, ServiceCoding};
use muster_domain::{BilletId, Date, OfficeId, Service, Text};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{BilletName, Names, OfficeName, matches};
use super::super::paging::{Page, Paging, Place};
use super::super::problem::{Answer, Params, Problem};
use crate::policy::Question;

/// How far ahead billets are looked at unless asked otherwise, in days.
const AHEAD: i64 = 270;
/// The priority of a key billet at least.
const KEY_PRIORITY: u8 = 4;
/// The services asked about a billet that any of them may fill.
const ASKED: [Service; 4] = [Service::Army, Service::AirForce, Service::Navy, Service::MarineCorps];

/// Which openings.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct OpeningFilter {
    /// Falling open before this day; 270 days from today unless asked otherwise.
    before: Option<Date>,
    /// In this command or agency, with all below it.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Only key billets.
    key: Option<bool>,
    /// Words in the billet's number or title, or the office's code.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// A billet without a requisition, with the one that could be opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnaskedRow {
    /// The billet.
    pub billet: BilletName,
    /// Its office.
    pub office: OfficeName,
    /// The command or agency above.
    pub command: OfficeName,
    /// The first day on which nobody holds it.
    pub open_from: Date,
    /// Whether it is a key billet.
    pub key: bool,
    /// How it is filled.
    pub mode: FillMode,
    /// The report date to ask for: the day it falls open, and never earlier than a service can answer and order.
    pub report: Date,
    /// The priority to ask for: its country's, and at least 4 for a key billet.
    pub priority: u8,
    /// The services to ask.
    pub services: Vec<Service>,
}

/// The services to ask for a billet of these terms.
pub(super) fn asked(terms: &BilletTerms) -> Vec<Service> {
    match (terms.fill_mode, terms.coding) {
        (FillMode::CivilianRecruitment | FillMode::CivilianReassignment | FillMode::LocallyEmployed, _) => Vec::new(),
        (_, ServiceCoding::Only(service)) => {
            vec![service].into_iter().filter(|service| service.is_military()).collect()
        }
        (_, ServiceCoding::AnyMilitary | ServiceCoding::MilitaryOrCivilian) => ASKED.to_vec(),
    }
}

/// Billets that stand vacant or fall open and have no requisition, the most pressing first
#[utoipa::path(get, path = "/api/requisitions/openings", tag = "allocation", params(OpeningFilter, Paging), responses(
    (status = 200, body = Page<UnaskedRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn list(
    asker: Asker,
    Params(filter): Params<OpeningFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<UnaskedRow>>> {
    let (world, today) = (&*asker.world, asker.today);
    let before = asker.date(filter.before.or_else(|| today.checked_add(AHEAD.days()).ok()))?;
    let (names, scope) = (Names::of(&asker), asker.scope(Question::Requisitions));
    let open: HashSet<BilletId> =
        world.requisitions.iter().filter(|(_, held)| held.is_open(world)).map(|(_, held)| held.billet).collect();
    let window = world.lever(Lever::ReportWindowDays, today).clamp(0, 3_650);
    let soonest = today.saturating_add(window.days());
    let mut rows = Vec::new();
    for (billet, open_from) in muster_slate::falling_open(world, today, before) {
        let terms = world.billets[billet].terms_near(open_from);
        let command = || world.command_of(terms.office, today);
        let wanted = !open.contains(&billet)
            && scope.sees_office(terms.office)
            && filter.key.is_none_or(|key| terms.key == key)
            && filter.command.is_none_or(|wanted| terms.office == wanted || command() == wanted)
            && filter.q.as_deref().is_none_or(|q| {
                matches(q, &[&world.billets[billet].number, &terms.title, &world.offices[terms.office].code])
            });
        if !wanted {
            continue;
        }
        let country = muster_slate::priority_country(world, terms);
        let steps = country.map_or(1, |country| world.countries[country].priority_on(today)).clamp(1, 5);
        let priority = if terms.key { steps.max(KEY_PRIORITY) } else { steps };
        let place = Place(Text::from(format!("{}{open_from}", 9 - priority)), billet.0);
        rows.push((place, (billet, open_from, terms, priority)));
    }
    paging
        .page(rows, false, |(billet, open_from, terms, priority)| UnaskedRow {
            billet: names.billet(billet, open_from),
            office: names.office(terms.office),
            command: names.command(terms.office, today),
            open_from,
            key: terms.key,
            mode: terms.fill_mode,
            report: open_from.max(soonest),
            priority,
            services: asked(terms),
        })
        .map(Json)
}
