//! The network made of what the histories say, who is there, and one set of coefficients.

use std::collections::BTreeMap;

use muster_domain::cases::{CaseHolder, GoalCategory};
use muster_domain::kernel::Id as _;
use muster_domain::policy::PolicyKey;
use muster_domain::{CountryId, Date, OfficeId, World};

use super::calibrate::Load;
use super::capacity::{self, Filling, MONTH, PoolKey};
use super::observed::{ClassKey, Observed, Standing, Times};
use super::place::{CATEGORIES, Next, Place};
use super::rhythm::{self, rhythm};
use super::roster::{Roster, rosters};
use super::{Assumptions, Change, MoreArrivals};
use crate::clock::Calendar;
use crate::service_calendar;
use crate::simulation::network::{
    Arrivals, Class, ClassStep, Discipline, Hold, Initial, InitialState, Law, Leaving, Limits, Milestone, Network,
    Pool, Rate, Route, Station,
};

/// The place where a case leaves the network, and the milestone measured there.
pub const OFFER: &str = "OFFER";
/// The group of classes for whose countries nobody is responsible.
pub const NOBODY: &str = "no command";
/// The code of the office whose people write cases and oversee programs.
const DSCA: &str = "DSCA";
/// Days due where no goal is in force: in the order in which they came, after those with one.
const UNLIMITED: f64 = 365.0;
/// Shortest service: the engine knows no work without time.
const LEAST: f64 = 0.001;

/// What does not depend on coefficients: worked out once for every set of them.
#[derive(Debug, Clone)]
pub struct Ground<'a> {
    pub(super) world: &'a World,
    pub(super) today: Date,
    pub(super) horizon: f64,
    /// Which days are worked, as far ahead as the rhythm looks.
    calendar: Calendar,
    pub(super) observed: Observed,
    pub(super) classes: Vec<ClassKey>,
    /// Pools with whoever is known to be in them; one without anybody authorised is none.
    pub(super) pools: BTreeMap<PoolKey, Roster>,
    /// How often a case comes to each place, by its group of time goals.
    visits: BTreeMap<GoalCategory, BTreeMap<Place, f64>>,
    dsca: Option<OfficeId>,
}

impl<'a> Ground<'a> {
    /// Of a World on a day, for so many days to come.
    pub fn new(world: &'a World, today: Date, horizon: f64) -> Self {
        let observed = Observed::of(world, today);
        let classes = observed.classes();
        let dsca = world.keys.office.get(DSCA).copied();
        let mut ground = Self {
            world,
            today,
            horizon,
            calendar: service_calendar(world, rhythm::until(today, horizon)),
            observed,
            classes,
            pools: BTreeMap::new(),
            visits: BTreeMap::new(),
            dsca,
        };
        let mut keys: Vec<PoolKey> = Vec::new();
        for class in &ground.classes {
            keys.extend(Place::all().into_iter().filter_map(|place| ground.pool(place, class)));
        }
        keys.sort_unstable();
        keys.dedup();
        ground.pools = rosters(world, &keys, today, horizon);
        ground.visits = CATEGORIES.into_iter().map(|category| (category, ground.visits(category))).collect();
        ground
    }

    /// What the histories say.
    pub fn observed(&self) -> &Observed {
        &self.observed
    }

    /// The commands whose countries have cases, by code.
    pub fn commands(&self) -> Vec<String> {
        let mut all: Vec<String> = self.classes.iter().map(|class| self.group(class)).collect();
        all.dedup();
        all
    }

    /// The pool that works a place for a class; nothing where others do, or where nobody is authorised.
    fn pool(&self, place: Place, class: &ClassKey) -> Option<PoolKey> {
        Some(match place.holder() {
            CaseHolder::Agency => PoolKey::Office(class.office),
            CaseHolder::CaseWriters => PoolKey::Writers(self.dsca?),
            CaseHolder::ProgramManagers => PoolKey::Programs(self.dsca?),
            CaseHolder::Sco => PoolKey::Scos(class.command?),
            CaseHolder::State | CaseHolder::Congress | CaseHolder::Industry | CaseHolder::Purchaser => return None,
        })
    }

    /// The pool of a place as far as somebody is authorised in it.
    fn staffed(&self, place: Place, class: &ClassKey) -> Option<PoolKey> {
        self.pool(place, class).filter(|pool| self.pools.contains_key(pool))
    }

    fn times(&self, place: Place, category: GoalCategory) -> Times {
        let known = self.observed.times.get(&(place, category));
        // No case ever left this place: the few that stand there go on in the order of the way.
        known.cloned().unwrap_or_else(|| Times {
            quantiles: vec![[0.0, 0.0], [1.0, 20.0]],
            mean: 10.0,
            next: BTreeMap::from([(self.following(place), 1)]),
        })
    }

    fn following(&self, place: Place) -> Next {
        let all = Place::all();
        let at = all.iter().position(|one| *one == place).unwrap_or(0);
        match place {
            Place::Request => Next::To(all[2]),
            _ if at + 2 >= all.len() => Next::Offered,
            _ => Next::To(all[at + 1]),
        }
    }

    /// Days that a class stays at a place, on average.
    fn mean(&self, place: Place, class: &ClassKey) -> f64 {
        self.times(place, class.category).mean * self.observed.pace(place, class.office)
    }

    /// How often a case of a group comes to each place (the traffic equations).
    fn visits(&self, category: GoalCategory) -> BTreeMap<Place, f64> {
        let routes: BTreeMap<Place, Vec<(Place, f64)>> = Place::all()
            .into_iter()
            .map(|place| {
                let times = self.times(place, category);
                let all: usize = times.next.values().sum();
                let to = times.next.iter().filter_map(|(next, count)| match next {
                    Next::To(place) => Some((*place, *count as f64 / all as f64)),
                    Next::Offered | Next::Cancelled => None,
                });
                (place, to.collect())
            })
            .collect();
        let mut total: BTreeMap<Place, f64> = BTreeMap::new();
        let mut now = BTreeMap::from([(Place::Request, 1.0)]);
        // What goes back is a small part: after so many steps nothing worth counting is left.
        for _ in 0..200 {
            let mut next: BTreeMap<Place, f64> = BTreeMap::new();
            for (place, share) in &now {
                *total.entry(*place).or_default() += share;
                for (to, part) in &routes[place] {
                    *next.entry(*to).or_default() += share * part;
                }
            }
            now = next;
        }
        total
    }

    /// What cases before their offer bring to each pool in the long run, by these coefficients.
    pub(super) fn loads(&self, assumed: &Assumptions) -> BTreeMap<PoolKey, Load> {
        let mut loads: BTreeMap<PoolKey, Load> = BTreeMap::new();
        for class in &self.classes {
            let rate = self.observed.rate(class);
            for (place, visits) in self.visits[&class.category].iter().filter(|_| rate > 0.0) {
                if let Some(pool) = self.staffed(*place, class) {
                    let days = self.mean(*place, class);
                    loads.entry(pool).or_default().add(rate * visits, work(days, assumed), assumed.responsive * days);
                }
            }
        }
        loads
    }

    /// What part of the time of each pool's people, there as billets are usually filled, these loads keep.
    pub(super) fn shares(&self, loads: &BTreeMap<PoolKey, Load>, assumed: &Assumptions) -> BTreeMap<PoolKey, f64> {
        let share = |(pool, load): (&PoolKey, &Load)| {
            let usual = self.capacity(*pool, Filling::Usual, assumed);
            let there = capacity::mean(&usual, 0.0, self.horizon);
            (there > 0.0).then(|| (*pool, load.people() / there))
        };
        loads.iter().filter_map(share).collect()
    }

    pub(super) fn capacity(&self, pool: PoolKey, filling: Filling<'_>, assumed: &Assumptions) -> Vec<(f64, f64)> {
        capacity::capacity(&self.pools[&pool], filling, self.today, self.horizon, assumed)
    }

    /// What is done on each day against the average day of a year.
    pub(super) fn rhythm(&self, assumed: &Assumptions) -> Vec<(f64, f64)> {
        rhythm(&self.calendar, self.today, self.horizon, assumed)
    }

    /// The network as it is filled, and as a change leaves it.
    pub(super) fn network(
        &self,
        assumed: &Assumptions,
        shares: &BTreeMap<PoolKey, f64>,
        filling: Filling<'_>,
        change: Option<&Change>,
        warm_up: f64,
    ) -> Network {
        let rhythm = self.rhythm(assumed);
        let pools = shares.iter().map(|(key, share)| {
            let name = key.name(self.world);
            let mut steps = self.capacity(*key, filling, assumed);
            for people in change.iter().flat_map(|change| &change.people).filter(|people| people.pool == name) {
                let more = f64::from(people.more);
                let from = f64::from(people.from_day);
                if people.more > 0 {
                    more_from(&mut steps, from, more * assumed.newcomer);
                    more_from(&mut steps, from + assumed.newcomer_months * MONTH, more * (1.0 - assumed.newcomer));
                } else {
                    more_from(&mut steps, from, more);
                }
            }
            Pool {
                name,
                calendar: capacity::calendar(&steps, *share, &rhythm),
                repeat: None,
                discipline: Discipline::Due,
                leaving: Leaving::HandOver,
                uncertain: None,
            }
        });
        let names = Names { ground: self, shares };
        Network {
            name: "Cases on their way to the offer".to_owned(),
            horizon: self.horizon,
            warm_up,
            pools: pools.collect(),
            stations: names.stations(),
            classes: self.classes.iter().map(|class| names.class(class, assumed, change)).collect(),
            initial: names.initial(assumed),
            limits: Limits { events: 20_000_000, cases: 200_000 },
        }
    }

    /// Requests of a class a day, from each day on: those of every country of it, changed as is supposed.
    fn rates(&self, class: &ClassKey, changes: &[MoreArrivals]) -> Vec<Rate> {
        let group = self.group(class);
        let concerns = |more: &MoreArrivals, country: CountryId| {
            more.command.as_ref().is_none_or(|command| *command == group)
                && more.country.as_ref().is_none_or(|code| *code == *self.world.countries[country].iso3)
        };
        let begins = |more: &MoreArrivals| f64::from(more.from_day).max(0.5);
        let mut days: Vec<f64> = std::iter::once(0.0).chain(changes.iter().map(begins)).collect();
        days.sort_unstable_by(f64::total_cmp);
        let rate = |from: f64| {
            let factor = |country: CountryId| {
                let begun = changes.iter().filter(|more| begins(more) <= from && concerns(more, country));
                let last = begun.max_by(|a, b| begins(a).total_cmp(&begins(b)));
                last.map_or(1.0, |more| 1.0 + f64::from(more.percent) / 100.0)
            };
            let countries = self.observed.arrivals.get(class).into_iter().flatten();
            Rate { from, rate: countries.map(|(country, rate)| rate * factor(*country)).sum() }
        };
        let mut rates: Vec<Rate> = days.into_iter().map(rate).collect();
        // what changes nothing changes no arrival, to the last bit
        rates.dedup_by(|later, earlier| later.rate.to_bits() == earlier.rate.to_bits());
        rates
    }

    /// What a class is called.
    pub(super) fn class_name(&self, class: &ClassKey) -> String {
        format!("{} {} {}", self.group(class), self.world.offices[class.office].code, class.category.letter())
    }

    /// The command that a class counts under.
    pub(super) fn group(&self, class: &ClassKey) -> String {
        class.command.map_or_else(|| NOBODY.to_owned(), |command| self.world.offices[command].code.to_string())
    }
}

/// Days of work of a stay of so many days: never more than most of what it takes at the pool.
fn work(days: f64, assumed: &Assumptions) -> f64 {
    (days * assumed.people_a_case()).min(0.8 * assumed.responsive * days).max(LEAST)
}

/// So much more of a step function from a day on, never below nothing.
fn more_from(steps: &mut Vec<(f64, f64)>, from: f64, more: f64) {
    let at = steps.partition_point(|(day, _)| *day < from);
    if steps.get(at).is_none_or(|(day, _)| *day > from) {
        let before = at.checked_sub(1).map_or(0.0, |before| steps[before].1);
        steps.insert(at, (from, before));
    }
    steps[at..].iter_mut().for_each(|(_, value)| *value = (*value + more).max(0.0));
}

/// The parts of the network by name: a place that a pool works is two stations, what passes whoever is there and the work.
struct Names<'a, 'b> {
    ground: &'b Ground<'a>,
    shares: &'b BTreeMap<PoolKey, f64>,
}

impl Names<'_, '_> {
    fn pool(&self, place: Place, class: &ClassKey) -> Option<PoolKey> {
        self.ground.staffed(place, class).filter(|pool| self.shares.contains_key(pool))
    }

    fn worked(&self, place: Place, pool: PoolKey) -> String {
        format!("{} by {}", place.code(), pool.name(self.ground.world))
    }

    fn stations(&self) -> Vec<Station> {
        let delay =
            |name: &str, service| Station { name: name.to_owned(), pool: None, service, delay: None, hold: None };
        let mut all: Vec<Station> = Place::all().iter().map(|place| delay(place.code(), None)).collect();
        all.push(delay(OFFER, Some(Law::Fixed(0.0))));
        for place in Place::all() {
            let mut pools: Vec<PoolKey> =
                self.ground.classes.iter().filter_map(|class| self.pool(place, class)).collect();
            pools.sort_unstable();
            pools.dedup();
            let station = |pool: PoolKey| Station {
                name: self.worked(place, pool),
                pool: Some(pool.name(self.ground.world)),
                service: None,
                delay: None,
                hold: None,
            };
            all.extend(pools.into_iter().map(station));
        }
        all
    }

    fn class(&self, class: &ClassKey, assumed: &Assumptions, change: Option<&Change>) -> Class {
        let ground = self.ground;
        let group = ground.group(class);
        let rates = ground.rates(class, change.map(|change| &change.arrivals[..]).unwrap_or_default());
        let goal = ground.world.policy(PolicyKey::CaseGoalDays, class.category.letter(), ground.today);
        let mut steps: Vec<ClassStep> =
            Place::all().into_iter().flat_map(|place| self.steps(place, class, assumed)).collect();
        steps.push(step(OFFER.to_owned(), Vec::new(), None));
        Class {
            name: ground.class_name(class),
            group: Some(group),
            arrivals: (rates[0].rate > 0.0).then_some(Arrivals::Rates { steps: rates, repeat: None }),
            priority: 0,
            // As in the product's queue: whose goal ends first comes first.
            due: Some(goal.map_or(UNLIMITED, |figure| figure.value as f64)),
            goal: None,
            enter: vec![Route { to: Place::Request.code().to_owned(), probability: 1.0 }],
            steps,
            milestones: vec![Milestone {
                name: OFFER.to_owned(),
                at: OFFER.to_owned(),
                goal: goal.map(|figure| figure.value as f64),
                holds_count: false,
            }],
        }
    }

    fn steps(&self, place: Place, class: &ClassKey, assumed: &Assumptions) -> Vec<ClassStep> {
        let ground = self.ground;
        let times = ground.times(place, class.category);
        let pace = ground.observed.pace(place, class.office);
        let all: usize = times.next.values().sum();
        let to = times.next.iter().filter_map(|(next, count)| {
            let to = match next {
                Next::To(place) => place.code(),
                Next::Offered => OFFER,
                Next::Cancelled => return None,
            };
            Some(Route { to: to.to_owned(), probability: *count as f64 / all as f64 })
        });
        let next: Vec<Route> = to.collect();
        let pool = self.pool(place, class);
        let passes = if pool.is_some() { 1.0 - assumed.responsive } else { 1.0 };
        let points = times.quantiles.iter().map(|[share, days]| [*share, days * pace * passes]);
        let mut first = step(place.code().to_owned(), next.clone(), Some(Law::Quantiles(points.collect())));
        first.hold =
            ground.observed.held.get(&place).zip(ground.observed.hold.as_ref()).map(|(probability, points)| Hold {
                probability: *probability,
                duration: Law::Quantiles(points.clone()),
            });
        let Some(pool) = pool else { return vec![first] };
        let station = self.worked(place, pool);
        first.next = vec![Route { to: station.clone(), probability: 1.0 }];
        let mean = work(times.mean * pace, assumed);
        vec![first, step(station, next, Some(Law::Exponential { mean }))]
    }

    /// Cases where they stand today. Of those at a place that a pool works, the youngest part is in what passes whoever is
    /// there, as it is in the long run.
    fn initial(&self, assumed: &Assumptions) -> Vec<Initial> {
        let ground = self.ground;
        let mut all: Vec<&Standing> = ground.observed.standing.iter().collect();
        all.sort_by(|a, b| {
            let key = |one: &Standing| (one.stay.place, one.class.office.index(), one.class.category);
            key(a).cmp(&key(b)).then(a.stay.days.total_cmp(&b.stay.days))
        });
        let mut found = Vec::with_capacity(all.len());
        for group in all.chunk_by(|a, b| (a.stay.place, a.class) == (b.stay.place, b.class)) {
            let young = (group.len() as f64 * (1.0 - assumed.responsive)).round() as usize;
            for (nth, standing) in group.iter().enumerate() {
                let (place, class) = (standing.stay.place, &standing.class);
                let held = standing.stay.held.filter(|_| standing.stay.on_hold);
                let pool = self.pool(place, class).filter(|_| held.is_none() && nth >= young);
                found.push(Initial {
                    class: ground.class_name(class),
                    station: pool.map_or_else(|| place.code().to_owned(), |pool| self.worked(place, pool)),
                    count: 1,
                    state: if held.is_some() { InitialState::OnHold } else { InitialState::Waiting },
                    age: standing.clock + held.unwrap_or(0.0),
                    elapsed: held.unwrap_or(standing.stay.days).min(standing.clock + held.unwrap_or(0.0)),
                    passed: Vec::new(),
                });
            }
        }
        found
    }
}

fn step(station: String, next: Vec<Route>, service: Option<Law>) -> ClassStep {
    ClassStep { station, next, service, delay: None, hold: None, priority: None }
}
