//! The room that section 515 leaves in each country (22 U.S.C. 2321i). How many people go to one country together is a
//! condition over several lines, which an assignment of single pairs cannot hold. So no more openings are offered in a
//! country than there is room for, the dearest to leave unfilled first; the rest are left out and say so.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use muster_domain::organization::OfficeKind;
use muster_domain::policy::Lever;
use muster_domain::workforce::section_515_limit;
use muster_domain::{CountryId, Date, Period};

use crate::ground::Ground;
use crate::openings::OpeningFacts;

/// Whether section 515 leaves room for an opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// Its incumbent does not count.
    NotCounted,
    /// There is room, also beside the country's other openings that are offered.
    Offered,
    /// There is none: on some day this many would be there, beyond the limit.
    Full { members: usize, limit: usize },
}

/// Offers as many section-515 openings of each country as there is room for, by rising id among equals.
pub(crate) fn limit(ground: &Ground<'_>, openings: &mut [OpeningFacts<'_>]) {
    let mut by_country: BTreeMap<CountryId, Vec<usize>> = BTreeMap::new();
    for (index, facts) in openings.iter().enumerate() {
        for country in counted_in(ground, facts) {
            by_country.entry(country).or_default().push(index);
        }
    }
    let mut held = held_by_country(ground, &by_country);
    for (country, mut counted) in by_country {
        let mut taken = Taken::new(ground, country, held.remove(&country).unwrap_or_default());
        taken.days.extend(counted.iter().map(|index| openings[*index].opening.open_from));
        taken.days.sort_unstable();
        taken.days.dedup();
        counted.sort_by_key(|index| (Reverse(openings[*index].opening.cost), *index));
        for index in counted {
            let facts = &mut openings[index];
            if !matches!(facts.room, Room::Full { .. }) {
                facts.room = taken.take(ground, facts.opening.open_from);
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
        for billet in world.rosters[office].billets.iter().map(|id| &world.billets[*id]) {
            if !billet.terms.iter().any(|(_, terms)| terms.section_515) {
                continue;
            }
            let tours = billet.tours.iter().map(|tour| &world.tours[*tour]);
            let periods: Vec<Period> = tours
                .filter(|tour| {
                    tour.is_primary() && ground.counts(tour) && world.people[tour.person].service.is_military()
                })
                .filter_map(|tour| tour.period())
                .filter(|period| period.end() > ground.first)
                .collect();
            held.entry(country).or_default().push(periods);
        }
    }
    held
}

/// The members that one country has and will have by what is offered.
struct Taken {
    country: CountryId,
    held: Vec<Vec<Period>>,
    /// Days on which the count may rise or the limit change.
    days: Vec<Date>,
    /// The day from which each offered opening may be filled.
    offered: Vec<Date>,
}

impl Taken {
    fn new(ground: &Ground<'_>, country: CountryId, held: Vec<Vec<Period>>) -> Self {
        let starts = held.iter().flatten().map(|period| period.from());
        let authorised = ground.world.countries[country].section_515.iter().map(|authorised| authorised.period);
        let changes = authorised.flat_map(|period| [period.from(), period.end()]);
        let levers = ground.world.lever_history(Lever::Section515Members).map(|(from, _)| from);
        // After the last day on which anybody of this slate may report, only another arrival raises the count.
        let last = ground.end.saturating_add(ground.levers.span(Lever::ReportWindowDays).days());
        let limits = changes.chain(levers).filter(|day| *day <= last);
        let days = starts.chain(limits).filter(|day| *day > ground.first).collect();
        Self { country, held, days, offered: Vec::new() }
    }

    /// Offers an opening that falls open on this day, if on every day from then on there is room for it.
    fn take(&mut self, ground: &Ground<'_>, from: Date) -> Room {
        for day in self.days.iter().copied().filter(|day| *day >= from) {
            let serving = self.held.iter().filter(|tours| tours.iter().any(|tour| tour.contains(day))).count();
            let joining = self.offered.iter().filter(|open| **open <= day).count();
            let members = serving + joining + 1;
            let limit = section_515_limit(ground.world, self.country, day) as usize;
            if members > limit {
                return Room::Full { members, limit };
            }
        }
        self.offered.push(from);
        Room::Offered
    }
}
