//! The same numbers straight from the World by their definition, billet by billet and person by person, as slowly as it
//! likes. Shares no code with the engine except the demand of one office, which has tests of its own.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use muster_domain::access::Scope;
use muster_domain::organization::{Departure, DepartureReach};
use muster_domain::policy::Lever;
use muster_domain::workforce::{Augmenting, BilletTerms, ServiceCoding, Support, Supported, Tour};
use muster_domain::{
    AugmentationId, BilletId, DiversionId, OfficeId, Period, PersonId, PostId, Service, TourId, World,
};
use muster_staffing::{Ask, Grouping, Lens};

/// The measures of a row that are compared, in units of `1 / unit` billets.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    pub authorised: u64,
    pub funded: u64,
    pub assigned: u64,
    pub approved_gaps: u64,
    pub present: u64,
    pub away: u64,
    pub diverted_in: u64,
    pub augmented: u64,
    pub grade: u64,
    pub language: u64,
    pub certificate: u64,
    pub due: u64,
}

pub fn counts_on(tour: &Tour, day: Date, ask: &Ask) -> bool {
    if tour.cancelled.is_some() {
        return false;
    }
    if tour.arrived.is_none() && (day <= ask.today || !ask.plans) {
        return false;
    }
    tour.arrived.unwrap_or(tour.report) <= day && day < tour.departed.unwrap_or(tour.rotation)
}

/// The tour at which a person counts.
pub fn stands_at(world: &World, person: PersonId, day: Date, ask: &Ask) -> Option<TourId> {
    let own = world.tours.iter().filter(|(_, tour)| tour.person == person && tour.is_primary());
    own.filter(|(_, tour)| counts_on(tour, day, ask)).map(|(id, _)| id).min()
}

/// Where a person is on duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    AtBillet(TourId),
    Diverted(DiversionId),
    Augmenting(AugmentationId),
    /// Away by ordered departure.
    Gone,
}

/// Whether an order that may have ended early holds on the day.
fn lasts(period: Period, ended: Option<Date>, day: Date) -> bool {
    period.from() <= day && day < ended.unwrap_or(Date::MAX).min(period.end())
}

/// The departure of a post on a day, whatever is essential.
fn departure(world: &World, post: PostId, day: Date) -> Option<&Departure> {
    world.posts[post]
        .departures
        .iter()
        .find(|held| held.rescinded.is_none() && held.from <= day && held.end.as_ref().is_none_or(|end| day < end.on))
}

/// Where a person is on duty on a day; `None` for somebody without a tour who augments no office.
pub fn stands(world: &World, person: PersonId, day: Date, ask: &Ask) -> Option<Stands> {
    let tour = stands_at(world, person, day, ask);
    let terms = tour.map(|id| world.billets[world.tours[id].billet].terms_near(day));
    let mut found = tour.map(|id| (Stands::AtBillet(id), terms.unwrap().place));
    for (id, held) in world.augmentations.iter() {
        let named = held.who == Augmenting::Person(person) && lasts(held.period, held.ended, day);
        if named && terms.is_none_or(|terms| terms.office != held.office) {
            found = Some((Stands::Augmenting(id), world.offices[held.office].post));
        }
    }
    for (id, held) in world.diversions.iter() {
        if Some(held.tour) == tour && lasts(held.period, held.ended, day) {
            found = Some((Stands::Diverted(id), world.offices[held.to].post));
        }
    }
    let (stands, post) = found?;
    let leaves = departure(world, post, day).is_some_and(|held| {
        held.reach == DepartureReach::NotEssential
            && !held.essential.contains(&person)
            && world.people[person].service != Service::LocallyEmployed
    });
    Some(if leaves { Stands::Gone } else { stands })
}

/// The measures of one billet on one day.
pub fn of_billet(world: &World, id: BilletId, day: Date, ask: &Ask) -> Counts {
    let billet = &world.billets[id];
    let mut covering: Vec<(bool, Date, TourId)> = Vec::new();
    let mut counts = Counts::default();
    for (tour_id, tour) in world.tours.iter().filter(|(_, tour)| tour.billet == id && counts_on(tour, day, ask)) {
        covering.push((!tour.is_primary(), tour.arrived.unwrap_or(tour.report), tour_id));
        let leaves = tour.departed.unwrap_or(tour.rotation);
        counts.due += u64::from(tour.is_primary() && leaves <= day.saturating_add(90.days()));
        if stands_at(world, tour.person, day, ask) == Some(tour_id) {
            let here = stands(world, tour.person, day, ask) == Some(Stands::AtBillet(tour_id));
            counts.present += u64::from(here);
            counts.away += u64::from(!here);
        }
    }
    let Some(terms) = billet.on(day) else { return counts };
    counts.authorised = 1;
    let said = billet.funded.iter().rfind(|(from, _)| *from <= day);
    counts.funded = u64::from(said.is_none_or(|(_, funding)| funding.funded));
    if let Some((_, _, tour)) = covering.iter().min() {
        counts.assigned = 1;
        mismatch(world, &world.tours[*tour], terms, day, &mut counts);
    } else {
        counts.approved_gaps = u64::from(billet.gaps.iter().any(|gap| gap.period.contains(day)));
    }
    counts
}

fn mismatch(world: &World, tour: &Tour, terms: &BilletTerms, day: Date, counts: &mut Counts) {
    let person = &world.people[tour.person];
    counts.grade = u64::from(person.grade_on(day) != terms.grade);
    let months = world.lever(Lever::LanguageScoreMonths, day);
    for need in &terms.languages {
        let held = person.languages.iter().any(|score| {
            let ages = score.tested.saturating_add(i32::try_from(months).unwrap().months());
            score.language == need.language
                && score.reading >= need.reading
                && score.speaking >= need.speaking
                && score.tested <= day
                && day < ages
        });
        counts.language |= u64::from(!held);
    }
    if let Some(code) = terms.sc_code {
        let held = person.certificates.iter().any(|certificate| {
            let lasts = certificate.earned <= day && certificate.lapses.is_none_or(|lapses| lapses > day);
            lasts && certificate.area == code.area && certificate.level >= code.certificate_level()
        });
        counts.certificate = u64::from(!held);
    }
}

/// The offices asked for.
pub fn offices(world: &World, scope: &Scope, ask: &Ask) -> Vec<OfficeId> {
    let all = world.offices.iter().map(|(id, _)| id);
    all.filter(|id| {
        scope.sees_office(*id)
            && ask.office.is_none_or(|office| office == *id)
            && ask.command.is_none_or(|command| world.command_of(*id, ask.on) == command)
    })
    .collect()
}

/// Sums of every group `days_ahead` after the date asked, by key; with the unit they are counted in.
pub fn groups(world: &World, scope: &Scope, ask: &Ask, days_ahead: i32) -> (BTreeMap<String, Counts>, u64) {
    let day = ask.on.saturating_add(days_ahead.days());
    let offices = offices(world, scope, ask);
    let supported = ask.lens == Lens::Supported && matches!(ask.by, Grouping::Country | Grouping::Command);
    let unit = if supported { 1000 } else { 1 };
    let mut sums: BTreeMap<String, Counts> = BTreeMap::new();
    for (id, billet) in world.billets.iter() {
        let terms = billet.terms_near(day);
        if !offices.contains(&terms.office) {
            continue;
        }
        let counts = of_billet(world, id, day, ask);
        let parts = if supported { shares(world, terms, ask) } else { vec![(key(world, terms, ask), 1)] };
        for (key, weight) in parts {
            let sum = sums.entry(key).or_default();
            sum.authorised += weight * counts.authorised;
            sum.funded += weight * counts.funded;
            sum.assigned += weight * counts.assigned;
            sum.approved_gaps += weight * counts.approved_gaps;
            sum.present += weight * counts.present;
            sum.away += weight * counts.away;
            sum.grade += weight * counts.grade;
            sum.language += weight * counts.language;
            sum.certificate += weight * counts.certificate;
            sum.due += weight * counts.due;
        }
    }
    for (id, held) in world.diversions.iter().filter(|(_, held)| offices.contains(&held.to)) {
        if stands(world, held.person, day, ask) == Some(Stands::Diverted(id)) {
            let home = world.billets[world.tours[held.tour].billet].terms_near(day);
            // There, but under the terms held at home.
            let terms = BilletTerms { office: held.to, supports: supports(world, held.to), ..home.clone() };
            let parts = if supported { shares(world, &terms, ask) } else { vec![(key(world, &terms, ask), 1)] };
            for (key, weight) in parts {
                let sum = sums.entry(key).or_default();
                sum.present += weight;
                sum.diverted_in += weight;
            }
        }
    }
    for (id, held) in world.augmentations.iter().filter(|(_, held)| offices.contains(&held.office)) {
        let post = world.offices[held.office].post;
        let left = departure(world, post, day).is_some_and(|held| held.reach == DepartureReach::NotEssential);
        let heads = match held.who {
            Augmenting::People(heads) if lasts(held.period, held.ended, day) && !left => u64::from(heads),
            Augmenting::People(_) => 0,
            Augmenting::Person(person) => u64::from(stands(world, person, day, ask) == Some(Stands::Augmenting(id))),
        };
        // Any terms of that office: only the office and what it supports are looked at.
        let any = super::terms(world, held.office);
        let terms = BilletTerms { supports: supports(world, held.office), ..any };
        let parts = match ask.by {
            _ if supported => shares(world, &terms, ask),
            Grouping::Office | Grouping::Command | Grouping::Country => vec![(key(world, &terms, ask), 1)],
            _ => vec![("no_billet".to_owned(), 1)],
        };
        for (key, weight) in parts {
            sums.entry(key).or_default().augmented += weight * heads;
        }
    }
    (sums, unit)
}

/// What people at an office support who have no billet there: its host country.
fn supports(world: &World, office: OfficeId) -> Vec<Support> {
    let whole = |country| Support { supported: Supported::Country(country), share_per_mille: 1000 };
    world.offices[office].country.map(whole).into_iter().collect()
}

fn shares(world: &World, terms: &BilletTerms, ask: &Ask) -> Vec<(String, u64)> {
    let mut left = 1000;
    let mut parts = Vec::new();
    for support in &terms.supports {
        let Supported::Country(country) = support.supported else { continue };
        let key = match ask.by {
            Grouping::Country => Some(country.to_string()),
            _ => world.countries[country].responsible.at(ask.on).map(ToString::to_string),
        };
        if let Some(key) = key {
            parts.push((key, u64::from(support.share_per_mille)));
            left -= u64::from(support.share_per_mille);
        }
    }
    parts.push(("no_partner".to_owned(), left));
    parts
}

fn key(world: &World, terms: &BilletTerms, ask: &Ask) -> String {
    let slug = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => text,
        other => panic!("{other} is no slug"),
    };
    let office = &world.offices[terms.office];
    match ask.by {
        Grouping::Office => terms.office.to_string(),
        Grouping::Command => world.command_of(terms.office, ask.on).to_string(),
        Grouping::Country => office
            .country
            .or(world.posts[office.post].country)
            .map_or("united_states".to_owned(), |country| country.to_string()),
        Grouping::Service => match terms.coding {
            ServiceCoding::Only(service) => slug(serde_json::to_value(service).unwrap()),
            coding => slug(serde_json::to_value(coding).unwrap()),
        },
        Grouping::GradeBand => slug(serde_json::to_value(terms.grade.band()).unwrap()),
        Grouping::Specialty => terms.specialty.as_ref().map_or("no_specialty".to_owned(), ToString::to_string),
        Grouping::FunctionalArea => slug(serde_json::to_value(terms.functional_area).unwrap()),
        Grouping::Funding => slug(serde_json::to_value(terms.funding).unwrap()),
    }
}
