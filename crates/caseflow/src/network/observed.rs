//! What the histories say: how long cases stay at each place, where they go next, how often they are held, how many come.

use std::collections::{BTreeMap, BTreeSet};

use muster_domain::cases::{Case, CaseHolder, CasePhase, GoalCategory, Milestone};
use muster_domain::kernel::{Id as _, days_between};
use muster_domain::{CountryId, Date, OfficeId, World};

use super::place::{CATEGORIES, Next, Place, Stay, stays};
use crate::clock::{Observation, Survival};

/// Days back from which letters of request count for how long things take: today's practice, not that of ten years ago.
pub const HISTORY_DAYS: i32 = 3 * 365;
/// Days back over which arrivals are counted.
pub const ARRIVAL_DAYS: i32 = 120;
/// Stays that ended, from which a place has times of its own in a group of time goals.
const ENOUGH: usize = 30;
/// Points of a distribution that is taken over from the histories.
const POINTS: usize = 20;

/// Cases that take like ways: worked by one office, for one command's countries, in one group of time goals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassKey {
    /// The command responsible for the countries; none where nobody is.
    pub command: Option<OfficeId>,
    /// The office that works the cases.
    pub office: OfficeId,
    /// The group of time goals.
    pub category: GoalCategory,
}

/// A case before its offer, where it stands today.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Its class.
    pub class: ClassKey,
    /// Its stay.
    pub stay: Stay,
    /// Days on its clock: since the letter of request, holds not counted.
    pub clock: f64,
}

/// How long a stay takes and how it goes on.
#[derive(Debug, Clone, PartialEq)]
pub struct Times {
    /// Points `[share, days]` of the distribution, holds not counted (Kaplan-Meier: stays that last are censored).
    pub quantiles: Vec<[f64; 2]>,
    /// Its mean, days.
    pub mean: f64,
    /// How stays ended, with how many.
    pub next: BTreeMap<Next, usize>,
}

/// What the histories say.
#[derive(Debug, Clone)]
pub struct Observed {
    /// By place and group of time goals.
    pub times: BTreeMap<(Place, GoalCategory), Times>,
    /// Share of stays at a place in which the case is held.
    pub held: BTreeMap<Place, f64>,
    /// Points of the distribution of days on hold; nothing where no case was held.
    pub hold: Option<Vec<[f64; 2]>>,
    /// Days that cases of an office stay at its own places, against those of all cases alike.
    pub pace: BTreeMap<OfficeId, f64>,
    /// Requests a day by class and country.
    pub arrivals: BTreeMap<ClassKey, BTreeMap<CountryId, f64>>,
    /// Cases before their offer.
    pub standing: Vec<Standing>,
    /// Days on the clock of cases that came to their offer in the year before, by class.
    pub offered: BTreeMap<ClassKey, Vec<f64>>,
    /// Days that cases stayed at places worked by each holder: what of the way staffing can change at all.
    pub holders: BTreeMap<CaseHolder, f64>,
    /// Cases whose way to the offer is complete in the histories.
    pub complete: usize,
}

/// The class of a case.
pub fn class_of(world: &World, case: &Case, today: Date) -> ClassKey {
    let command = world.countries[case.country].responsible.at(today).copied();
    ClassKey { command, office: case.office, category: case.category }
}

impl Observed {
    /// Of every case of a World as it had come by a day.
    pub fn of(world: &World, today: Date) -> Self {
        let mut all: Vec<(ClassKey, Stay)> = Vec::new();
        let mut found = Self {
            times: BTreeMap::new(),
            held: BTreeMap::new(),
            hold: None,
            pace: BTreeMap::new(),
            arrivals: BTreeMap::new(),
            standing: Vec::new(),
            offered: BTreeMap::new(),
            holders: BTreeMap::new(),
            complete: 0,
        };
        for (_, case) in world.cases.iter() {
            found.take(world, case, today, &mut all);
        }
        found.learn(&all);
        found
    }

    fn take(&mut self, world: &World, case: &Case, today: Date, all: &mut Vec<(ClassKey, Stay)>) {
        let age = days_between(case.lor, today);
        let class = class_of(world, case, today);
        let offered = case.day_of(Milestone::Offered).filter(|on| *on <= today);
        let developing = case.phase(today) < CasePhase::Offered;
        if age > HISTORY_DAYS && !developing {
            return;
        }
        let stays = stays(world, case, today);
        if (0..ARRIVAL_DAYS).contains(&age) {
            let countries = self.arrivals.entry(class).or_default();
            *countries.entry(case.country).or_default() += 1.0 / f64::from(ARRIVAL_DAYS);
        }
        if let Some(on) = offered
            && days_between(on, today) < 365
        {
            self.offered.entry(class).or_default().push(f64::from(case.clock(world, on).counted));
        }
        if developing && let Some(last) = stays.last().filter(|stay| stay.next.is_none()) {
            let clock = f64::from(case.clock(world, today).counted);
            self.standing.push(Standing { class, stay: *last, clock });
        }
        // A case that is old and still open would make every step look long: only whole years of requests are compared.
        if age <= HISTORY_DAYS {
            self.complete += usize::from(offered.is_some());
            for stay in &stays {
                *self.holders.entry(stay.place.holder()).or_default() += stay.days;
            }
            all.extend(stays.into_iter().map(|stay| (class, stay)));
        }
    }

    fn learn(&mut self, all: &[(ClassKey, Stay)]) {
        let mut holds: Vec<Observation> = Vec::new();
        for (_, stay) in all {
            if let Some(days) = stay.held {
                holds.push(if stay.on_hold { Observation::running(days) } else { Observation::ended(days, ()) });
            }
        }
        self.hold = distribution(&holds).map(|(points, _)| points);
        for place in Place::all() {
            let here: Vec<&(ClassKey, Stay)> = all.iter().filter(|(_, stay)| stay.place == place).collect();
            let held = here.iter().filter(|(_, stay)| stay.held.is_some()).count();
            if held > 0 {
                self.held.insert(place, held as f64 / here.len() as f64);
            }
            for category in CATEGORIES {
                let own: Vec<Stay> =
                    here.iter().filter(|(class, _)| class.category == category).map(|(_, stay)| *stay).collect();
                let everybody = || here.iter().map(|(_, stay)| *stay).collect();
                let enough = own.iter().filter(|stay| stay.next.is_some()).count() >= ENOUGH;
                if let Some(times) = Times::of(&if enough { own } else { everybody() }) {
                    self.times.insert((place, category), times);
                }
            }
        }
        let mut paces: BTreeMap<OfficeId, (f64, f64)> = BTreeMap::new();
        for (class, stay) in all.iter().filter(|(_, stay)| stay.next.is_some()) {
            if let Some(times) = self.times.get(&(stay.place, class.category)).filter(|_| is_own(stay.place)) {
                let pace = paces.entry(class.office).or_default();
                *pace = (pace.0 + stay.days, pace.1 + times.mean);
            }
        }
        self.pace = paces.into_iter().filter(|(_, (_, usual))| *usual > 0.0).map(|(o, (a, b))| (o, a / b)).collect();
    }

    /// Days that a stay takes against those of all cases alike: an office has a pace at the places that it works.
    pub fn pace(&self, place: Place, office: OfficeId) -> f64 {
        if is_own(place) { self.pace.get(&office).copied().unwrap_or(1.0) } else { 1.0 }
    }

    /// Requests of a class a day.
    pub fn rate(&self, class: &ClassKey) -> f64 {
        self.arrivals.get(class).map_or(0.0, |countries| countries.values().sum())
    }

    /// Requests a day.
    pub fn requests(&self) -> f64 {
        self.arrivals.values().flat_map(BTreeMap::values).sum()
    }

    /// The countries that sent requests, in order.
    pub fn countries(&self) -> BTreeSet<CountryId> {
        self.arrivals.values().flat_map(BTreeMap::keys).copied().collect()
    }

    /// Every class with cases, in order.
    pub fn classes(&self) -> Vec<ClassKey> {
        let mut all: Vec<ClassKey> = self.arrivals.keys().copied().collect();
        all.extend(self.standing.iter().map(|one| one.class));
        all.sort_unstable_by_key(|one| (one.command.map(OfficeId::index), one.office.index(), one.category));
        all.dedup();
        all
    }
}

/// Whether the case's own office works the place.
pub fn is_own(place: Place) -> bool {
    place.holder() == CaseHolder::Agency
}

impl Times {
    fn of(stays: &[Stay]) -> Option<Self> {
        let observed = stays.iter().map(|stay| match stay.next {
            Some(_) => Observation::ended(stay.days, ()),
            None => Observation::running(stay.days),
        });
        let (quantiles, mean) = distribution(&observed.collect::<Vec<_>>())?;
        let mut next = BTreeMap::new();
        for stay in stays {
            if let Some(turn) = stay.next {
                *next.entry(turn).or_default() += 1;
            }
        }
        Some(Self { quantiles, mean, next })
    }
}

/// Points of the distribution and its mean; nothing where none ended. What lasts longer than was ever seen to end counts
/// as long as the longest.
fn distribution(observed: &[Observation]) -> Option<(Vec<[f64; 2]>, f64)> {
    if observed.iter().all(|one| one.end.is_none()) {
        return None;
    }
    let survival = Survival::new(observed).ok()?;
    let longest = survival.steps().last()?.at;
    let shortest = survival.steps().first()?.at;
    let at = |point: usize| {
        let share = point as f64 / POINTS as f64;
        if point == 0 { shortest } else { survival.quantile(share).unwrap_or(longest) }
    };
    let mut points: Vec<[f64; 2]> = (0..=POINTS).map(|point| [point as f64 / POINTS as f64, at(point)]).collect();
    for i in 1..points.len() {
        points[i][1] = points[i][1].max(points[i - 1][1]);
    }
    let mean = points.windows(2).map(|pair| f64::midpoint(pair[0][1], pair[1][1])).sum::<f64>() / POINTS as f64;
    Some((points, mean))
}
