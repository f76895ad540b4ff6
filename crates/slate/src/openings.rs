//! Openings: the billets of a cycle that need a person, derived from their authorisations and tours, with what leaving
//! one unfilled costs and the facts that rules ask of a billet.

use muster_domain::allocation::CostPart;
use muster_domain::organization::{OfficeKind, Post};
use muster_domain::policy::Lever;
use muster_domain::workforce::{Billet, BilletTerms, FillMode, ServiceCoding, Supported};
use muster_domain::{BilletId, CountryId, CycleId, Date, Grade, OfficeId, Period, Service, Text, World};
use serde::Serialize;

use crate::cost::part;
use crate::ground::{Ground, SlateError};
use crate::section_515::{self, Room};

/// A billet that needs a person in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Opening {
    /// Which billet.
    pub billet: BilletId,
    /// Its office.
    pub office: OfficeId,
    /// The first day in the window on which nobody holds it.
    pub open_from: Date,
    /// The country whose priority counts: the office's, or the one the billet supports most.
    pub country: Option<CountryId>,
    /// Points that leaving it unfilled costs.
    pub cost: i64,
    /// The parts of that cost.
    pub parts: Vec<CostPart>,
}

/// What decides which sort of person may fill a billet, whatever the dates: shared by many billets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Kind<'w> {
    pub(crate) coding: ServiceCoding,
    pub(crate) fill_mode: FillMode,
    pub(crate) grade: Grade,
    pub(crate) specialty: Option<&'w Text>,
}

/// An opening with the facts that rules and costs ask for.
pub(crate) struct OpeningFacts<'w> {
    pub(crate) opening: Opening,
    pub(crate) billet: &'w Billet,
    /// The terms on the day it falls open.
    pub(crate) terms: &'w BilletTerms,
    /// The day on which other terms begin, if any are recorded.
    pub(crate) terms_until: Option<Date>,
    pub(crate) kind: Kind<'w>,
    pub(crate) post: &'w Post,
    /// The last day on which the billet waits for somebody to report.
    pub(crate) latest: Date,
    /// Whether section 515 leaves room for it.
    pub(crate) room: Room,
    /// Whether a live slate of another cycle holds the billet.
    pub(crate) slated: bool,
}

/// The openings of a cycle, in the order of their ids.
///
/// A billet in scope that is authorised and that nobody holds on some day of the window, from then on: without a planned
/// successor, and not by an approved gap. Billets hired through the embassy or filled for a time only are never slated.
///
/// # Errors
/// There is no such cycle, it is closed, or its window has passed.
pub fn openings(world: &World, cycle: CycleId, today: Date) -> Result<Vec<Opening>, SlateError> {
    Ok(derive(&Ground::new(world, cycle, today)?).into_iter().map(|facts| facts.opening).collect())
}

/// Every billet that falls open from today until a day (that day not), with the first day on which nobody holds it and
/// nobody is planned to: whatever its fill mode, outside any cycle.
pub fn falling_open(world: &World, today: Date, until: Date) -> Vec<(BilletId, Date)> {
    let mut ground = Ground::of_opening(world, today, today);
    ground.end = until;
    world.billets.iter().filter_map(|(id, billet)| Some((id, open_from(&ground, billet, false)?))).collect()
}

/// The country whose priority counts for a billet: the host country of an SCO, else the one that it supports most.
pub fn priority_country(world: &World, terms: &BilletTerms) -> Option<CountryId> {
    country_of(world, terms)
}

/// The openings with their facts, in the order of their ids.
pub(crate) fn derive<'w>(ground: &Ground<'w>) -> Vec<OpeningFacts<'w>> {
    let mut openings: Vec<OpeningFacts<'w>> =
        ground.world.billets.iter().filter_map(|(id, billet)| facts(ground, id, billet)).collect();
    section_515::alone(ground, &mut openings);
    openings
}

fn facts<'w>(ground: &Ground<'w>, id: BilletId, billet: &'w Billet) -> Option<OpeningFacts<'w>> {
    if ground.overrides.dropped_billets.contains(&id) {
        return None;
    }
    described(ground, id, billet, open_from(ground, billet, ground.overrides.added_billets.contains(&id))?)
}

/// The facts of a billet that needs a person from this day on. `None` where nobody is ever slated into it.
pub(crate) fn described<'w>(
    ground: &Ground<'w>,
    id: BilletId,
    billet: &'w Billet,
    open_from: Date,
) -> Option<OpeningFacts<'w>> {
    let terms = billet.terms_near(open_from);
    let slated_mode = !matches!(terms.fill_mode, FillMode::LocallyEmployed | FillMode::Temporary);
    let in_scope = ground.includes(terms.office) || ground.overrides.added_billets.contains(&id);
    if !slated_mode || terms.coding == ServiceCoding::Only(Service::LocallyEmployed) || !in_scope {
        return None;
    }
    let country = country_of(ground.world, terms);
    let steps = country.map_or(0, |country| ground.world.countries[country].priority_on(ground.today));
    let parts: Vec<CostPart> = [
        part(&ground.levers, Lever::VacancyCost, 1),
        part(&ground.levers, Lever::PriorityCost, i64::from(steps)),
        part(&ground.levers, Lever::KeyBilletCost, i64::from(terms.key)),
    ]
    .into_iter()
    .filter(|part| part.amount != 0)
    .collect();
    let opening = Opening {
        billet: id,
        office: terms.office,
        open_from,
        country,
        cost: parts.iter().map(|part| part.points).sum(),
        parts,
    };
    Some(OpeningFacts {
        opening,
        billet,
        terms,
        terms_until: billet.terms.iter().map(|(from, _)| from).find(|from| *from > open_from),
        kind: Kind {
            coding: terms.coding,
            fill_mode: terms.fill_mode,
            grade: terms.grade,
            specialty: terms.specialty.as_ref(),
        },
        post: &ground.world.posts[terms.place],
        latest: open_from
            .saturating_add(jiff::Span::new().days(i64::from(ground.levers.span(Lever::ReportWindowDays)))),
        room: Room::NotCounted,
        slated: ground.billet_slated(id),
    })
}

/// The first day of the window from which nobody holds the billet and nobody is planned to; of a billet that a scenario
/// `added`, whatever the window and the approved gaps.
pub(crate) fn open_from(ground: &Ground<'_>, billet: &Billet, added: bool) -> Option<Date> {
    let tours = || billet.tours.iter().map(|tour| &ground.world.tours[*tour]).filter(|tour| ground.counts(tour));
    let held = || tours().filter_map(|tour| tour.period());
    let excused = || billet.gaps.iter().filter(|_| !added).map(|gap| gap.period);
    let mut day = ground.first.max(billet.authorised.from());
    let after = |day: Date, period: Period| period.contains(day).then_some(period.end());
    while let Some(later) = held().chain(excused()).find_map(|period| after(day, period)) {
        day = later;
    }
    let open = (added || day < ground.end) && billet.authorised.contains(day);
    let successor = held().any(|period| period.from() >= day);
    (open && !successor).then_some(day)
}

/// The country whose priority counts: the host country of an SCO, else the one that the billet supports most.
fn country_of(world: &World, terms: &BilletTerms) -> Option<CountryId> {
    let office = &world.offices[terms.office];
    if office.kind == OfficeKind::Sco {
        return office.country;
    }
    let supported = terms.supports.iter().filter_map(|support| match support.supported {
        Supported::Country(country) => Some((support.share_per_mille, std::cmp::Reverse(country))),
        Supported::Program(_) => None,
    });
    supported.max().map(|(_, country)| country.0)
}
