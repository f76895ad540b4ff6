//! The room that section 515 leaves in each country (22 U.S.C. 2321i). How many members one country has together is a
//! condition over several lines: [`caps`] states it for the solver, [`rooms`] says what room a slate leaves. Whoever
//! fills an opening counts from the day it falls open, whenever they report.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use muster_domain::organization::OfficeKind;
use muster_domain::policy::Lever;
use muster_domain::workforce::section_515_limit;
use muster_domain::{BilletId, CountryId, Date, Period};

use crate::ground::Ground;
use crate::openings::OpeningFacts;

/// Whether section 515 leaves room for an opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// Its incumbent does not count.
    NotCounted,
    /// There is room.
    Offered,
    /// There is none: on some day this many would be there, beyond the limit.
    Full { members: usize, limit: usize },
}

/// No more of these openings can be filled by members together: from this day on the country has no more room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cap {
    pub(crate) country: CountryId,
    pub(crate) day: Date,
    /// By place, rising.
    pub(crate) openings: Vec<u32>,
    pub(crate) most: usize,
    /// Members who serve there on that day beside them.
    pub(crate) serving: usize,
}

/// Says of each opening whether there is room for it alone.
pub(crate) fn alone(ground: &Ground<'_>, openings: &mut [OpeningFacts<'_>]) {
    let rooms = rooms(ground, openings, |_| false);
    for (facts, room) in openings.iter_mut().zip(rooms) {
        facts.room = room;
    }
}

/// The room for each opening beside those that members fill, by place. What is filled itself had room.
pub(crate) fn rooms(
    ground: &Ground<'_>,
    openings: &[OpeningFacts<'_>],
    filled: impl Fn(BilletId) -> bool,
) -> Vec<Room> {
    let mut rooms = vec![Room::NotCounted; openings.len()];
    for country in Country::all(ground, openings) {
        let joining: Vec<Date> = country.dates(openings, |facts| filled(facts.opening.billet));
        for index in &country.counted {
            let opening = &openings[*index].opening;
            let full = || country.full(ground, opening.open_from, &joining).unwrap_or(Room::Offered);
            // A billet may count in several countries; one that is full is enough.
            if !matches!(rooms[*index], Room::Full { .. }) {
                rooms[*index] = if filled(opening.billet) { Room::Offered } else { full() };
            }
        }
    }
    rooms
}

/// What binds several openings: each day on which more of a country's openings would be filled than it has room for.
pub(crate) fn caps(ground: &Ground<'_>, openings: &[OpeningFacts<'_>]) -> Vec<Cap> {
    let mut caps = Vec::new();
    for country in Country::all(ground, openings) {
        let mut tightest: BTreeMap<Vec<u32>, (usize, Date, usize)> = BTreeMap::new();
        for day in &country.days {
            let (serving, limit) = country.on(ground, *day);
            let offered = |index: &&usize| {
                let facts = &openings[**index];
                facts.opening.open_from <= *day && !matches!(facts.room, Room::Full { .. })
            };
            let offered: Vec<u32> = country.counted.iter().filter(offered).map(|index| *index as u32).collect();
            let most = limit.saturating_sub(serving);
            if offered.len() > most {
                let held = tightest.entry(offered).or_insert((most, *day, serving));
                *held = (*held).min((most, *day, serving));
            }
        }
        let cap = |(openings, (most, day, serving))| Cap { country: country.id, day, openings, most, serving };
        caps.extend(tightest.into_iter().map(cap));
    }
    caps
}

/// Offers as many openings of each country as there is room for, the dearest to leave unfilled first, by rising id among
/// equals: for matchings that know no side constraints.
pub(crate) fn offer(ground: &Ground<'_>, openings: &mut [OpeningFacts<'_>]) {
    for mut country in Country::all(ground, openings) {
        let mut joining = Vec::new();
        country.counted.sort_by_key(|index| (Reverse(openings[*index].opening.cost), *index));
        for index in &country.counted {
            let facts = &mut openings[*index];
            if matches!(facts.room, Room::Full { .. }) {
                continue;
            }
            match country.full(ground, facts.opening.open_from, &joining) {
                Some(full) => facts.room = full,
                None => joining.push(facts.opening.open_from),
            }
        }
    }
}

/// The countries in which whoever fills the opening counts: not only by its terms when it falls open, but by later ones
/// too, under which the same incumbent comes to count, and in every country whose rosters hold the billet.
fn counted_in(ground: &Ground<'_>, facts: &OpeningFacts<'_>) -> BTreeSet<CountryId> {
    let mut from_then_on = facts.billet.terms.spans().filter(|(period, _)| period.end() > facts.opening.open_from);
    if !from_then_on.any(|(_, terms)| terms.section_515) {
        return BTreeSet::new();
    }
    facts.billet.terms.iter().filter_map(|(_, terms)| ground.world.offices[terms.office].country).collect()
}

/// The days on which billets that count are held, for each of these countries, once for each billet and day.
fn held_by_country(
    ground: &Ground<'_>,
    countries: &BTreeMap<CountryId, Vec<usize>>,
) -> BTreeMap<CountryId, Vec<Vec<Period>>> {
    let world = ground.world;
    let mut held: BTreeMap<CountryId, Vec<Vec<Period>>> = BTreeMap::new();
    let scos = world.offices.iter().filter(|(_, office)| office.kind == OfficeKind::Sco);
    for (office, country) in scos.filter_map(|(id, office)| Some((id, office.country?))) {
        if !countries.contains_key(&country) {
            continue;
        }
        for (id, billet) in world.rosters[office].billets.iter().map(|id| (*id, &world.billets[*id])) {
            if !billet.terms.iter().any(|(_, terms)| terms.section_515) {
                continue;
            }
            let tours = billet.tours.iter().map(|tour| &world.tours[*tour]);
            let periods: Vec<Period> = tours
                .filter(|tour| {
                    tour.is_primary() && ground.counts(tour) && world.people[tour.person].service.is_military()
                })
                .filter_map(|tour| tour.period())
                .chain(ground.beside.iter().flat_map(|beside| beside.held(id)))
                .filter(|period| period.end() > ground.first)
                .collect();
            held.entry(country).or_default().push(periods);
        }
    }
    held
}

/// One country with openings whose incumbents count.
struct Country {
    id: CountryId,
    /// The openings that count, by place.
    counted: Vec<usize>,
    held: Vec<Vec<Period>>,
    /// Days on which the count may rise or the limit change, rising.
    days: Vec<Date>,
}

impl Country {
    fn all(ground: &Ground<'_>, openings: &[OpeningFacts<'_>]) -> Vec<Self> {
        let mut by_country: BTreeMap<CountryId, Vec<usize>> = BTreeMap::new();
        for (index, facts) in openings.iter().enumerate() {
            for country in counted_in(ground, facts) {
                by_country.entry(country).or_default().push(index);
            }
        }
        let mut held = held_by_country(ground, &by_country);
        let country = |(id, counted): (CountryId, Vec<usize>)| {
            let held = held.remove(&id).unwrap_or_default();
            let starts = held.iter().flatten().map(|period| period.from());
            let authorised = ground.world.countries[id].section_515.iter().map(|authorised| authorised.period);
            let changes = authorised.flat_map(|period| [period.from(), period.end()]);
            let levers = ground.world.lever_history(Lever::Section515Members).map(|(from, _)| from);
            // After the last day on which anybody of this slate may report, only another arrival raises the count.
            let last = ground.end.saturating_add(ground.levers.span(Lever::ReportWindowDays).days());
            let limits = changes.chain(levers).filter(|day| *day <= last);
            let later = starts.chain(limits).filter(|day| *day > ground.first);
            let open = counted.iter().map(|index| openings[*index].opening.open_from);
            let days: BTreeSet<Date> = later.chain(open).collect();
            Self { id, days: days.into_iter().collect(), counted, held }
        };
        by_country.into_iter().map(country).collect()
    }

    /// The days from which those of its openings count that are meant.
    fn dates(&self, openings: &[OpeningFacts<'_>], meant: impl Fn(&OpeningFacts<'_>) -> bool) -> Vec<Date> {
        let facts = self.counted.iter().map(|index| &openings[*index]);
        facts.filter(|facts| meant(facts)).map(|facts| facts.opening.open_from).collect()
    }

    /// Members serving on a day, and the limit.
    fn on(&self, ground: &Ground<'_>, day: Date) -> (usize, usize) {
        let serving = self.held.iter().filter(|tours| tours.iter().any(|tour| tour.contains(day))).count();
        (serving, section_515_limit(ground.world, self.id, day) as usize)
    }

    /// That there is no room for one more from this day on, beside those who join.
    fn full(&self, ground: &Ground<'_>, from: Date, joining: &[Date]) -> Option<Room> {
        self.days.iter().filter(|day| **day >= from).find_map(|day| {
            let (serving, limit) = self.on(ground, *day);
            let members = serving + joining.iter().filter(|open| *open <= day).count() + 1;
            (members > limit).then_some(Room::Full { members, limit })
        })
    }
}
