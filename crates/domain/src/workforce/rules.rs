//! What cannot be, in one place: an order is refused for it, a report of a system of record is flagged for it.

use std::collections::BTreeSet;
use std::ops::Bound;

use super::{Billet, BilletTerms, ContradictionKind, Incumbency, Person, PersonFacts, ServiceCoding, Tour};
use crate::command::{Refusal, refuse};
use crate::kernel::{BilletId, CountryId, Date, OfficeId, Period, PersonId, TourId};
use crate::organization::{Office, OfficeKind};
use crate::policy::Lever;
use crate::world::World;

/// Something that cannot be: the kind, and the refusal it makes of an order.
pub(super) struct Conflict {
    pub kind: ContradictionKind,
    pub refusal: Refusal,
}

fn conflict(kind: ContradictionKind, rule: &str, problem: String, remedy: impl Into<String>) -> Conflict {
    Conflict { kind, refusal: refuse(rule, problem, remedy) }
}

pub(super) fn known_billet(world: &World, id: BilletId) -> Result<&Billet, Refusal> {
    world.billets.get(id).ok_or_else(|| {
        refuse("no-billet", format!("There is no billet {id}."), "Check the id, or authorise the billet first.")
    })
}

pub(super) fn known_person(world: &World, id: PersonId) -> Result<&Person, Refusal> {
    world.people.get(id).ok_or_else(|| {
        refuse("no-person", format!("There is no person {id}."), "Check the id, or register the person first.")
    })
}

pub(super) fn known_tour(world: &World, id: TourId) -> Result<&Tour, Refusal> {
    world
        .tours
        .get(id)
        .ok_or_else(|| refuse("no-tour", format!("There is no tour {id}."), "Check the id, or plan the tour first."))
}

/// Refuses terms that no billet can have.
pub(super) fn check_terms(
    world: &World,
    billet: Option<BilletId>,
    terms: &BilletTerms,
    from: Date,
) -> Result<(), Refusal> {
    let office: &Office = crate::organization::known_office(world, terms.office)?;
    crate::organization::known_post(world, terms.place)?;
    let title = &terms.title;
    if title.trim().is_empty() {
        return Err(refuse("billet-title", "A billet needs a title.", "Give `title`."));
    }
    if !office.existence.contains(from) {
        return Err(refuse(
            "office-not-there",
            format!("{} does not exist on {from}; it exists {}.", office.code, office.existence),
            "Choose another office or date.",
        ));
    }
    let months = terms.tour_length;
    if !(1..=120).contains(&months.accompanied_months) || !(1..=120).contains(&months.unaccompanied_months) {
        return Err(refuse(
            "tour-length",
            format!(
                "{title}: tour lengths of {} and {} months are not possible.",
                months.accompanied_months, months.unaccompanied_months
            ),
            "Give 1 to 120 months.",
        ));
    }
    let shares: u32 = terms.supports.iter().map(|support| u32::from(support.share_per_mille)).sum();
    if shares > 1000 || terms.supports.iter().any(|support| support.share_per_mille == 0) {
        return Err(refuse(
            "support-shares",
            format!("{title}: the shares it supports add to {shares} of 1,000."),
            "Give shares above 0 that add to 1,000 at most.",
        ));
    }
    if let Some(country) = terms.supports.iter().find_map(|support| match support.supported {
        super::Supported::Country(id) if world.countries.get(id).is_none() => Some(id),
        _ => None,
    }) {
        return Err(refuse(
            "no-country",
            format!("{title}: there is no country {country}."),
            "Check the id in `supports`.",
        ));
    }
    let military = matches!(terms.coding, ServiceCoding::AnyMilitary)
        || matches!(terms.coding, ServiceCoding::Only(service) if service.is_military());
    if military != terms.grade.is_military() && terms.coding != ServiceCoding::MilitaryOrCivilian {
        return Err(refuse(
            "grade-coding",
            format!("{title}: grade {} does not go with its service coding.", terms.grade),
            "Give a military grade to a military billet and a GS or SES grade to a civilian one.",
        ));
    }
    if terms.section_515 && (office.kind != OfficeKind::Sco || !military) {
        return Err(refuse(
            "section-515-place",
            format!(
                "{title}: section 515 counts military members of an SCO; {} is not one, or the billet is not military.",
                office.code
            ),
            "Leave `section_515` out.",
        ));
    }
    check_reporting(world, billet, terms, from)
}

/// The most billets between one and the head of its reporting line.
const LONGEST_REPORTING_LINE: usize = 64;

/// Refuses a reporting line that runs in a circle on any day for which the terms hold. A line changes only where one of
/// its billets gets other terms, so those days are looked at and no others.
fn check_reporting(world: &World, billet: Option<BilletId>, terms: &BilletTerms, from: Date) -> Result<(), Refusal> {
    let Some(first) = terms.reports_to else { return Ok(()) };
    known_billet(world, first)?;
    let held = billet.and_then(|id| world.billets.get(id));
    let until = held.and_then(|billet| billet.terms.iter().map(|(day, _)| day).find(|day| *day > from));
    let mut days = BTreeSet::from([from]);
    let mut looked_at: BTreeSet<Date> = BTreeSet::new();
    while let Some(day) = days.pop_first() {
        looked_at.insert(day);
        let (mut above, mut steps) = (Some(first), 0);
        while let Some(id) = above {
            let superior = known_billet(world, id)?;
            steps += 1;
            if Some(id) == billet || steps > LONGEST_REPORTING_LINE {
                return Err(refuse(
                    "reporting-circle",
                    format!("{} would report to itself through {} on {day}.", terms.title, superior.number),
                    "Choose another billet to report to.",
                ));
            }
            let changes = superior.terms.iter().map(|(on, _)| on);
            days.extend(
                changes.filter(|on| *on > from && until.is_none_or(|end| *on < end) && !looked_at.contains(on)),
            );
            above = superior.terms_near(day).reports_to;
        }
    }
    Ok(())
}

/// Refuses sealed facts that are not open: a command carries facts, never ciphertext that some key would have to open.
pub(super) fn check_open(facts: &PersonFacts) -> Result<(), Refusal> {
    if facts.personal.open().is_none() || facts.family.open().is_none() {
        return Err(refuse(
            "sealed-facts",
            "A command carries personal and family facts open; they are sealed when they are recorded.",
            "Give `personal` and `family` as `open`.",
        ));
    }
    Ok(())
}

/// The most dependents one person can have here.
const MOST_DEPENDENTS: u8 = 20;

/// Refuses facts about a person that cannot be.
pub(super) fn check_person(facts: &PersonFacts, today: Date) -> Result<(), Refusal> {
    check_open(facts)?;
    if facts.name.trim().is_empty() {
        return Err(refuse("person-name", "A person needs a name.", "Give `name`."));
    }
    if facts.family.open().is_some_and(|family| family.dependents > MOST_DEPENDENTS) {
        return Err(refuse(
            "dependents",
            "More dependents are given than one person can have here.",
            format!("Give 0 to {MOST_DEPENDENTS}."),
        ));
    }
    if facts.service.is_military() != facts.grade.is_military() {
        return Err(refuse(
            "grade-service",
            format!("{} is not a grade of {} staff.", facts.grade, facts.service),
            "Give a grade of the person's own service.",
        ));
    }
    match impossible_dates(facts, today) {
        Some(problem) => Err(refuse("impossible-date", problem, "Correct the date.")),
        None => Ok(()),
    }
}

/// A date among the facts that cannot be on the day they are said.
pub(super) fn impossible_dates(facts: &PersonFacts, today: Date) -> Option<String> {
    if let Some(score) = facts.languages.iter().find(|score| score.tested > today) {
        return Some(format!("The {} test is dated {}, after {today}.", score.language, score.tested));
    }
    if let Some(certificate) =
        facts.certificates.iter().find(|c| c.earned > today || c.lapses.is_some_and(|lapses| lapses <= c.earned))
    {
        return Some(format!(
            "The {} certificate is dated {}, after {today} or after it lapses.",
            certificate.area.title(),
            certificate.earned
        ));
    }
    let personal = facts.personal.open()?;
    if personal.born.is_some_and(|born| born > today) {
        return Some("The date of birth lies in the future.".to_owned());
    }
    // The dates themselves are sealed facts and stay out of the sentence.
    if personal.born.zip(personal.separates).is_some_and(|(born, separates)| separates <= born) {
        return Some("The separation date lies before the date of birth.".to_owned());
    }
    None
}

/// The most section-515 members allowed in a country on a day: by recorded authorisation, else by the lever.
pub fn section_515_limit(world: &World, country: CountryId, day: Date) -> u32 {
    let general = u32::try_from(world.lever(Lever::Section515Members, day)).unwrap_or(0);
    let authorised = world
        .countries
        .get(country)
        .into_iter()
        .flat_map(|c| &c.section_515)
        .filter(|a| a.period.contains(day))
        .map(|a| a.members)
        .max();
    authorised.unwrap_or(0).max(general)
}

/// Billets of a country's SCOs that are authorised on a day and count under section 515 when a member fills them, in
/// office and id order.
pub fn section_515_billets(world: &World, country: CountryId, day: Date) -> Vec<BilletId> {
    let rosters = world.scos_of(country, day).map(|office| (office, &world.rosters[office].billets));
    let counts = |office: OfficeId, billet: &&BilletId| {
        world.billets[**billet].on(day).is_some_and(|terms| terms.section_515 && terms.office == office)
    };
    rosters.flat_map(|(office, billets)| billets.iter().filter(move |id| counts(office, id)).copied()).collect()
}

/// A tour as asked for or reported.
pub(super) struct TourAsked {
    /// The tour it changes, left out of every comparison.
    pub tour: Option<TourId>,
    pub person: PersonId,
    pub billet: BilletId,
    pub incumbency: Incumbency,
    pub period: Period,
}

/// Everything that speaks against a tour.
pub(super) fn conflicts(world: &World, asked: &TourAsked) -> Vec<Conflict> {
    let (billet, person) = (&world.billets[asked.billet], &world.people[asked.person]);
    let mut found = Vec::new();
    if !billet.authorised.covers(asked.period) {
        found.push(conflict(
            ContradictionKind::OutsideAuthorisation,
            "outside-authorisation",
            format!(
                "Billet {} is authorised {}; the tour {} goes beyond.",
                billet.number, billet.authorised, asked.period
            ),
            "Choose dates within the authorisation, or extend it.",
        ));
    }
    let terms = billet.terms_near(asked.period.from());
    if !terms.coding.admits(person.service) {
        found.push(conflict(
            ContradictionKind::WrongService,
            "service-coding",
            format!("Billet {} may not be filled from {} staff.", billet.number, person.service),
            "Choose a person of the service the billet is coded for.",
        ));
    }
    if let Some(separates) = person.personal.as_ref().and_then(|personal| personal.separates)
        && separates < asked.period.end()
    {
        found.push(conflict(
            ContradictionKind::BeyondSeparation,
            "beyond-separation",
            format!("The tour {} would last beyond the person's separation or retirement.", asked.period),
            "Choose an earlier rotation date or another person.",
        ));
    }
    if asked.incumbency == Incumbency::Primary {
        found.extend(second_incumbent(world, asked));
        found.extend(two_places(world, asked));
        found.extend(section_515(world, asked));
    }
    found
}

fn others<'a>(
    world: &'a World,
    tours: &'a [TourId],
    asked: &'a TourAsked,
) -> impl Iterator<Item = (TourId, &'a Tour, Period)> + 'a {
    tours.iter().filter(|id| Some(**id) != asked.tour).filter_map(|id| {
        let tour = &world.tours[*id];
        let period = tour.period()?;
        tour.is_primary().then_some((*id, tour, period.overlap(asked.period)?))
    })
}

fn second_incumbent(world: &World, asked: &TourAsked) -> Option<Conflict> {
    let billet = &world.billets[asked.billet];
    let allowed = world.lever(Lever::OverlapDays, asked.period.from());
    let (tour, _, both) = others(world, &billet.tours, asked).find(|(_, _, both)| {
        i64::from(both.days()) > allowed && !billet.overlaps.iter().any(|authorised| authorised.period.covers(*both))
    })?;
    Some(conflict(
        ContradictionKind::SecondIncumbent,
        "second-incumbent",
        format!(
            "Billet {} already has a primary incumbent by tour {tour}; both would hold it {both}, {} days.",
            billet.number,
            both.days()
        ),
        format!("Move the dates to overlap by {allowed} days at most, or authorise the overlap."),
    ))
}

fn two_places(world: &World, asked: &TourAsked) -> Option<Conflict> {
    let person = &world.people[asked.person];
    let (tour, other, both) = others(world, &person.tours, asked).next()?;
    Some(conflict(
        ContradictionKind::TwoPlaces,
        "two-places",
        format!("{} already has tour {tour} in billet {} {both}.", asked.person, world.billets[other.billet].number),
        "Move the dates, curtail the other tour, or make this billet an additional one.",
    ))
}

/// Counts covered section-515 billets, so that a hand-over between two incumbents of one billet counts once. Looked at
/// on every day of the tour on which the count may rise: its first, the first of anybody else's, and where terms change.
/// An authorisation that ends during the tour is no arrival and speaks against nobody.
fn section_515(world: &World, asked: &TourAsked) -> Option<Conflict> {
    let billet = &world.billets[asked.billet];
    let (first, end) = (asked.period.from(), asked.period.end());
    if !world.people[asked.person].service.is_military() {
        return None;
    }
    let changes = billet.terms.iter().map(|(from, _)| from).filter(|from| asked.period.contains(*from));
    let starts: BTreeSet<Date> = changes.chain([first]).collect();
    starts.iter().find_map(|from| {
        let terms = billet.terms_near(*from);
        let country = world.offices[terms.office].country.filter(|_| terms.section_515)?;
        let until = starts.range((Bound::Excluded(*from), Bound::Unbounded)).next().copied().unwrap_or(end);
        let stretch = Period::new(*from, Some(until)).ok()?;
        section_515_in(world, asked, country, stretch)
    })
}

/// The same for a stretch of the tour in which it counts in one country.
fn section_515_in(world: &World, asked: &TourAsked, country: CountryId, stretch: Period) -> Option<Conflict> {
    let mut days = BTreeSet::from([stretch.from()]);
    let mut seats: Vec<(OfficeId, &Billet, Vec<Period>)> = Vec::new();
    let scos =
        world.offices.iter().filter(|(_, office)| office.kind == OfficeKind::Sco && office.country == Some(country));
    for (office, _) in scos {
        for id in world.rosters[office].billets.iter().filter(|id| **id != asked.billet) {
            let billet = &world.billets[*id];
            if !billet.terms.iter().any(|(_, terms)| terms.section_515) {
                continue;
            }
            let held: Vec<Period> = others(world, &billet.tours, asked)
                .filter(|(_, tour, _)| world.people[tour.person].service.is_military())
                .filter_map(|(_, _, both)| both.overlap(stretch))
                .collect();
            if held.is_empty() {
                continue;
            }
            days.extend(held.iter().map(|period| period.from()));
            days.extend(billet.terms.iter().map(|(from, _)| from).filter(|from| stretch.contains(*from)));
            seats.push((office, billet, held));
        }
    }
    days.into_iter().find_map(|on| {
        let counts = |office: OfficeId, billet: &Billet| {
            billet.on(on).is_some_and(|terms| terms.section_515 && terms.office == office)
                && world.offices[office].existence.contains(on)
        };
        let held = |periods: &[Period]| periods.iter().any(|period| period.contains(on));
        let members = 1 + seats.iter().filter(|(office, billet, tours)| held(tours) && counts(*office, billet)).count();
        let limit = section_515_limit(world, country, on) as usize;
        (members > limit).then(|| {
            let name = &world.countries[country].name;
            conflict(
                ContradictionKind::Section515Exceeded,
                "section-515",
                format!(
                    "This would be section-515 member {members} in {name} on {on}; {limit} are authorised (22 U.S.C. 2321i)."
                ),
                "Record the law or waiver that authorises more, or choose a billet that does not count.",
            )
        })
    })
}
