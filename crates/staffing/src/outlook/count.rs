//! Billets and people of each day, counted into cells: who may fill, grade band, need. Counted once, whatever is assumed.

use std::collections::BTreeMap;

use muster_domain::access::Scope;
use muster_domain::kernel::{Date, add_months};
use muster_domain::policy::Lever;
use muster_domain::workforce::{
    BilletTerms, CertificateLevel, FunctionalArea, LanguageRequirement, Person, ServiceCoding,
};
use muster_domain::{GradeBand, OfficeId, PersonId, Service, Text, World};

use super::{DAYS, OutlookAsk, OutlookNeed};
use crate::coverage::{Basis, incumbent_by};

/// Fewer people than this share no separation dates: their number would tell one.
const UNTOLD: u32 = 10;

/// Everything that is counted.
pub(super) struct Counted {
    /// In order of grade band, need and who may fill; of one band and need those of one service come first.
    pub(super) cells: Vec<Cell>,
    /// Services by grade band: whom separations are spread over.
    pub(super) cohorts: Vec<Cohort>,
}

/// One service and grade band of today's workforce.
pub(super) struct Cohort {
    pub(super) people: u32,
    /// Of them, known to have separated by each day.
    pub(super) separated: [u32; DAYS],
}

/// One kind of billet: who may fill it, grade band, need.
pub(super) struct Cell {
    pub(super) coding: ServiceCoding,
    pub(super) band: GradeBand,
    pub(super) need: OutlookNeed,
    pub(super) buckets: Vec<Bucket>,
    /// People of the service without a tour, by cohort.
    pub(super) free: BTreeMap<usize, Share>,
}

/// The billets of a cell in one command; those that are not shown are one bucket without a command.
pub(super) struct Bucket {
    pub(super) command: Option<OfficeId>,
    pub(super) demand: [u32; DAYS],
    /// Incumbents who hold what is needed, by cohort.
    pub(super) seated: BTreeMap<usize, Share>,
}

/// People who hold what is needed on each day, and those whose score or certificate has run out by then.
#[derive(Default)]
pub(super) struct Share {
    pub(super) holds: [u32; DAYS],
    pub(super) lapsed: [u32; DAYS],
}

impl Share {
    fn add(&mut self, year: usize, day: Date, until: Date) {
        let counts = if day < until { &mut self.holds } else { &mut self.lapsed };
        counts[year] += 1;
    }
}

/// What is asked of a person.
enum Asked<'a> {
    Nothing,
    Specialty(&'a Text),
    Certificate(FunctionalArea, CertificateLevel),
    Language(&'a LanguageRequirement),
}

/// The least that any billet of a band asks for.
#[derive(Default)]
struct Lowest {
    languages: BTreeMap<(GradeBand, Text), LanguageRequirement>,
    certificates: BTreeMap<(GradeBand, FunctionalArea), CertificateLevel>,
}

/// Billets by day, and who sits in them by cohort.
type Billets = ([u32; DAYS], BTreeMap<usize, Share>);

#[derive(Default)]
struct Gathered {
    buckets: BTreeMap<Option<OfficeId>, Billets>,
    free: BTreeMap<usize, Share>,
}

type Key = (GradeBand, OutlookNeed, ServiceCoding);

pub(super) fn count(world: &World, scope: &Scope, ask: &OutlookAsk, days: &[Date; DAYS]) -> Counted {
    let today = days[0];
    let (cohorts, members) = cohorts(world, days);
    let months = i32::try_from(world.lever(Lever::LanguageScoreMonths, today)).unwrap_or(i32::MAX);
    let mut found: BTreeMap<Key, Gathered> = BTreeMap::new();
    let mut lowest = Lowest::default();
    for (_, billet) in world.billets.iter() {
        for (year, day) in days.iter().enumerate() {
            let Some(terms) = billet.on(*day) else { continue };
            let incumbent = incumbent_by(world, billet, *day, Basis::on(*day, today, true));
            let is_gap = incumbent.is_none() && billet.gap_on(*day).is_some();
            if is_gap || terms.coding == ServiceCoding::Only(Service::LocallyEmployed) {
                continue;
            }
            let command = world.command_of(terms.office, today);
            let shown = scope.sees_office(terms.office) && ask.command.is_none_or(|asked| asked == command);
            let band = terms.grade.band();
            lowest.note(band, terms);
            for (need, asked) in asked_of(terms) {
                let gathered = found.entry((band, need, terms.coding)).or_default();
                let (demand, seated) = gathered.buckets.entry(shown.then_some(command)).or_default();
                demand[year] += 1;
                let Some(person) = incumbent.map(|tour| world.tours[tour].person) else { continue };
                if let Some(until) = until(&world.people[person], &asked, today, months) {
                    let cohort = members[&member(world, person, today)];
                    seated.entry(cohort).or_default().add(year, *day, until);
                }
            }
        }
    }
    let mut needs: Vec<(GradeBand, OutlookNeed)> = found.keys().map(|(band, need, _)| (*band, need.clone())).collect();
    needs.dedup();
    for (id, person) in world.people.iter().filter(|(_, person)| serves(person, today)) {
        let (service, band) = member(world, id, today);
        let free = days.map(|day| !on_tour(world, person, day, today));
        let from = needs.partition_point(|(other, _)| *other < band);
        for (_, need) in needs[from..].iter().take_while(|(other, _)| *other == band) {
            let Some(until) = lowest.asked(band, need).and_then(|asked| until(person, &asked, today, months)) else {
                continue;
            };
            let gathered = found.entry((band, need.clone(), ServiceCoding::Only(service))).or_default();
            let share = gathered.free.entry(members[&(service, band)]).or_default();
            for year in (0..DAYS).filter(|year| free[*year]) {
                share.add(year, days[year], until);
            }
        }
    }
    let bucket = |(command, (demand, seated))| Bucket { command, demand, seated };
    let cell = |((band, need, coding), gathered): (Key, Gathered)| Cell {
        coding,
        band,
        need,
        buckets: gathered.buckets.into_iter().map(bucket).collect(),
        free: gathered.free,
    };
    Counted { cells: found.into_iter().map(cell).collect(), cohorts }
}

/// Whether somebody is of the workforce today: can be slated, has not separated, and the record was not erased.
fn serves(person: &Person, today: Date) -> bool {
    let in_service = |separates: Option<Date>| separates.is_none_or(|separates| separates > today);
    person.service.is_slated() && person.personal.as_ref().is_some_and(|personal| in_service(personal.separates))
}

fn member(world: &World, person: PersonId, today: Date) -> (Service, GradeBand) {
    let person = &world.people[person];
    (person.service, person.grade_on(today).band())
}

/// Everybody's cohort. Only those who serve today are counted in it.
fn cohorts(world: &World, days: &[Date; DAYS]) -> (Vec<Cohort>, BTreeMap<(Service, GradeBand), usize>) {
    let (mut cohorts, mut members): (Vec<Cohort>, BTreeMap<_, usize>) = (Vec::new(), BTreeMap::new());
    for (id, person) in world.people.iter() {
        let at = *members.entry(member(world, id, days[0])).or_insert_with(|| {
            cohorts.push(Cohort { people: 0, separated: [0; DAYS] });
            cohorts.len() - 1
        });
        if !serves(person, days[0]) {
            continue;
        }
        cohorts[at].people += 1;
        let separates = person.personal.as_ref().and_then(|personal| personal.separates);
        for (day, separated) in days.iter().zip(&mut cohorts[at].separated) {
            *separated += u32::from(separates.is_some_and(|separates| separates <= *day));
        }
    }
    for small in cohorts.iter_mut().filter(|cohort| cohort.people < UNTOLD) {
        small.separated = [0; DAYS];
    }
    (cohorts, members)
}

/// Whether a tour in a billet that is authorised covers the day.
fn on_tour(world: &World, person: &Person, day: Date, today: Date) -> bool {
    let basis = Basis::on(day, today, true);
    person.tours.iter().map(|tour| &world.tours[*tour]).any(|tour| {
        basis.covers(tour, day) && world.billets.get(tour.billet).is_some_and(|billet| billet.on(day).is_some())
    })
}

/// What a billet needs, each once; of two levels in one language the first stands.
fn asked_of(terms: &BilletTerms) -> Vec<(OutlookNeed, Asked<'_>)> {
    let mut asked = vec![(OutlookNeed::Anybody, Asked::Nothing)];
    asked.extend(terms.specialty.iter().map(|name| (OutlookNeed::Specialty(name.clone()), Asked::Specialty(name))));
    asked.extend(
        terms
            .sc_code
            .iter()
            .map(|code| (OutlookNeed::Certificate(code.area), Asked::Certificate(code.area, code.certificate_level()))),
    );
    for need in &terms.languages {
        asked.push((OutlookNeed::Language(need.language.clone()), Asked::Language(need)));
    }
    asked.sort_by(|(one, _), (other, _)| one.cmp(other));
    asked.dedup_by(|(one, _), (other, _)| one == other);
    asked
}

impl Lowest {
    fn note(&mut self, band: GradeBand, terms: &BilletTerms) {
        for need in &terms.languages {
            let least = self.languages.entry((band, need.language.clone())).or_insert_with(|| need.clone());
            least.reading = least.reading.min(need.reading);
            least.speaking = least.speaking.min(need.speaking);
        }
        if let Some(code) = &terms.sc_code {
            let level = code.certificate_level();
            let least = self.certificates.entry((band, code.area)).or_insert(level);
            *least = level.min(*least);
        }
    }

    fn asked<'a>(&'a self, band: GradeBand, need: &'a OutlookNeed) -> Option<Asked<'a>> {
        Some(match need {
            OutlookNeed::Anybody => Asked::Nothing,
            OutlookNeed::Specialty(name) => Asked::Specialty(name),
            OutlookNeed::Certificate(area) => Asked::Certificate(*area, *self.certificates.get(&(band, *area))?),
            OutlookNeed::Language(language) => Asked::Language(self.languages.get(&(band, language.clone()))?),
        })
    }
}

/// The first day on which somebody no more holds what they hold today; nothing if they do not hold it.
fn until(person: &Person, asked: &Asked<'_>, today: Date, score_months: i32) -> Option<Date> {
    match asked {
        Asked::Nothing => Some(Date::MAX),
        Asked::Specialty(name) => person.specialties.contains(name).then_some(Date::MAX),
        Asked::Certificate(area, level) => {
            let held = person.certificates.iter().filter(|held| held.area == *area && held.level >= *level);
            held.filter(|held| held.holds_on(today)).map(|held| held.lapses.unwrap_or(Date::MAX)).max()
        }
        Asked::Language(need) => {
            let reach = person.languages.iter().filter(|score| score.reaches(need) && score.tested <= today);
            reach.map(|score| add_months(score.tested, score_months)).filter(|end| *end > today).max()
        }
    }
}
