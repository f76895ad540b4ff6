//! Who is in a pool on each day to come, as far as the World knows: by the tours in its billets, less whoever is diverted,
//! augments another office or was taken away by an ordered departure, and with whoever was sent to its offices. Where
//! somebody is on duty is said by the domain's one function; nothing here says it again.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use muster_domain::kernel::days_between;
use muster_domain::policy::Lever;
use muster_domain::workforce::{Duty, Tour, Whereabouts, whereabouts};
use muster_domain::{BilletId, Date, Period, PersonId, World};

use super::capacity::PoolKey;

/// Days from today, a first and the one after the last, on which somebody works.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stint {
    /// The first.
    pub from: f64,
    /// The one after the last.
    pub to: f64,
    /// Since when they are new to the work: what they do grows from there.
    pub since: f64,
}

/// A tour in a billet that is not over.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownTour {
    /// Whose.
    pub person: PersonId,
    /// Whether the arrival is recorded.
    pub arrived: bool,
    /// Its end: from then on the billet is empty.
    pub to: f64,
    /// The days on which the person is on duty in it.
    pub there: Vec<Stint>,
}

/// A billet of a pool.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// Which.
    pub billet: BilletId,
    /// The tours in it that are not over.
    pub tours: Vec<KnownTour>,
    /// The end of the last approved gap.
    pub gap: f64,
    /// The end of its authorisation.
    pub end: f64,
}

/// The people of a pool as far as they are known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Roster {
    /// Its billets.
    pub seats: Vec<Seat>,
    /// Whoever is sent to its offices from billets elsewhere.
    pub sent: Vec<Stint>,
}

/// A person on days on which nothing about them changes.
struct Days {
    from: f64,
    to: f64,
    at: Whereabouts,
    /// Whether an ordered departure keeps them away from there.
    away: bool,
}

/// Reads who is where.
struct Reader<'a> {
    world: &'a World,
    today: Date,
    horizon: f64,
    pools: &'a [PoolKey],
    days: BTreeMap<PersonId, Vec<Days>>,
}

/// The people of each pool with anybody authorised, over so many days to come.
pub fn rosters(world: &World, pools: &[PoolKey], today: Date, horizon: f64) -> BTreeMap<PoolKey, Roster> {
    let mut reader = Reader { world, today, horizon, pools, days: BTreeMap::new() };
    let billets = pools.iter().map(|pool| (*pool, pool.billets(world, today)));
    let billets: Vec<(PoolKey, Vec<BilletId>)> = billets.filter(|(_, billets)| !billets.is_empty()).collect();
    let tours = billets.iter().flat_map(|(_, billets)| billets).flat_map(|id| &world.billets[*id].tours);
    let mut people: BTreeSet<PersonId> = tours.map(|tour| world.tours[*tour].person).collect();
    people.extend(world.diversions.iter().map(|(_, diversion)| diversion.person));
    people.extend(world.augmentations.iter().filter_map(|(_, augmentation)| augmentation.who.person()));
    reader.days = people.into_iter().map(|person| (person, reader.days_of(person))).collect();
    let seats = |billets: Vec<BilletId>| billets.into_iter().map(|billet| reader.seat(billet)).collect();
    let known = |seats| Roster { seats, sent: Vec::new() };
    let mut rosters: BTreeMap<PoolKey, Roster> =
        billets.into_iter().map(|(pool, billets)| (pool, known(seats(billets)))).collect();
    for (pool, stint) in reader.sent() {
        if let Some(roster) = rosters.get_mut(&pool) {
            roster.sent.push(stint);
        }
    }
    rosters
}

impl Reader<'_> {
    fn day(&self, day: Date) -> f64 {
        f64::from(days_between(self.today, day))
    }

    /// The days of a tour as they are expected: nobody whose arrival is not recorded is there before tomorrow.
    fn expected(&self, tour: &Tour) -> Option<Period> {
        let period = tour.period()?;
        if tour.arrived.is_some() {
            return Some(period);
        }
        Period::new(period.from().max(self.today.saturating_add(1.day())), Some(period.end())).ok()
    }

    /// Where a person is from today on, by days on which nothing changes.
    fn days_of(&self, person: PersonId) -> Vec<Days> {
        let (world, facts) = (self.world, &self.world.people[person]);
        let at = |day: Date| whereabouts(world, person, day, |tour| self.expected(tour));
        let mut turns: BTreeSet<Date> = BTreeSet::from([self.today]);
        let add = |turns: &mut BTreeSet<Date>, days: Option<Period>| {
            turns.extend(days.into_iter().flat_map(|days| [days.from(), days.end()]));
        };
        for tour in facts.tours.iter().map(|tour| &world.tours[*tour]) {
            add(&mut turns, self.expected(tour));
            turns.extend(world.billets[tour.billet].terms.spans().map(|(span, _)| span.from()));
        }
        for diversion in &facts.diversions {
            add(&mut turns, world.diversions[*diversion].days());
        }
        for augmentation in &facts.augmentations {
            add(&mut turns, world.augmentations[*augmentation].days());
        }
        let posts: BTreeSet<_> = turns.iter().filter_map(|day| at(*day)).map(|at| at.post).collect();
        for departure in posts.into_iter().flat_map(|post| &world.posts[post].departures) {
            add(&mut turns, departure.days().and_then(|days| days.ended(self.returns(days))));
        }
        let last = self.today.saturating_add((self.horizon as i64).days());
        let turns: Vec<Date> = turns.into_iter().filter(|day| (self.today..=last).contains(day)).collect();
        let ends = turns.iter().skip(1).map(|day| self.day(*day)).chain([self.horizon + 1.0]);
        let spans = turns.iter().zip(ends).filter_map(|(day, to)| {
            let at = at(*day)?;
            let departure = world.posts[at.post].departure_on(*day).and_then(|departure| departure.days());
            let away = at.departed.is_some() && departure.is_some_and(|days| *day < self.returns(days));
            Some(Days { from: self.day(*day), to, at, away })
        });
        spans.collect()
    }

    /// The day by which an ordered departure is over: its end, or that of the days for which it may last.
    fn returns(&self, days: Period) -> Date {
        let most = self.world.lever(Lever::DepartureDays, days.from());
        days.until().unwrap_or_else(|| days.from().saturating_add(most.days()).max(self.today.saturating_add(1.day())))
    }

    fn seat(&self, id: BilletId) -> Seat {
        let (world, billet) = (self.world, &self.world.billets[id]);
        let beyond = self.horizon + 1.0;
        let known = billet.tours.iter().filter_map(|tour| {
            let facts = &world.tours[*tour];
            let period = self.expected(facts).filter(|period| period.end() > self.today)?;
            let since = self.day(period.from());
            let here = |days: &&Days| days.at.tour == Some(*tour) && days.at.duty == Duty::Own && !days.away;
            let there = self.days[&facts.person].iter().filter(here);
            Some(KnownTour {
                person: facts.person,
                arrived: facts.arrived.is_some(),
                to: self.day(period.end()).min(beyond),
                there: there.map(|days| Stint { from: days.from, to: days.to, since }).collect(),
            })
        });
        Seat {
            billet: id,
            tours: known.filter(|tour| tour.to > 0.0).collect(),
            gap: billet.gaps.iter().map(|gap| self.day(gap.period.end())).fold(0.0, f64::max).min(beyond),
            end: self.day(billet.authorised.end().min(self.today.saturating_add((beyond as i64).days()))),
        }
    }

    /// Whoever is diverted to an office of a pool or augments it: as what the billet held at home is for. Who holds none
    /// is of no functional area, and works no cases here.
    fn sent(&self) -> Vec<(PoolKey, Stint)> {
        let mut found = Vec::new();
        for days in self.days.values().flatten().filter(|days| days.at.duty != Duty::Own && !days.away) {
            let Some(tour) = days.at.tour.map(|tour| &self.world.tours[tour]) else { continue };
            let Some(period) = self.expected(tour) else { continue };
            let day = self.today.saturating_add((days.from as i64).days());
            let area = self.world.billets[tour.billet].terms_near(day).functional_area;
            let stint = Stint { from: days.from, to: days.to, since: self.day(period.from()) };
            let is_there = |pool: &&PoolKey| pool.area() == area && pool.holds(self.world, days.at.office, self.today);
            found.extend(self.pools.iter().find(is_there).map(|pool| (*pool, stint)));
        }
        found
    }
}
