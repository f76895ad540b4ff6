//! The index that makes the picture cheap: for each office, every billet's measures as a step function of the day, and
//! their sum. It holds nothing that the World does not say, and is answered from for any date, basis and grouping.

mod billet;
mod load;
mod office;
mod visits;

use std::sync::Arc;

use fixedbitset::FixedBitSet;
use muster_domain::cases::Case;
use muster_domain::kernel::{Date, Id, Table, days_between};
use muster_domain::policy::Lever;
use muster_domain::{CaseId, CountryId, OfficeId, PersonId, Position, World};
use rayon::prelude::*;

use crate::Basis;
use crate::caseload::{CaseCounts, changed};
use crate::tally::Tally;
pub(crate) use billet::Profile;
use load::CountryLoad;
pub(crate) use load::Load;
pub(crate) use office::OfficeEntry;

/// Shares are counted per mille.
pub(crate) const WHOLE: u16 = 1000;

/// Days since 1 January 1970: comparing and adding whole days is what the index does most.
pub(crate) type Day = i32;

pub(crate) fn day_number(day: Date) -> Day {
    days_between(jiff::civil::date(1970, 1, 1), day)
}

/// Step functions of the countable measures, an entry per office, shared between versions of the index.
///
/// INVARIANT: a refreshed index answers as a new one does, as long as the World it is refreshed with descends from the
/// World it was made of.
#[derive(Debug, Clone)]
pub struct StaffingIndex {
    position: Position,
    offices: Vec<Arc<OfficeEntry>>,
    countries: Vec<Arc<CountryLoad>>,
    /// The cases that the countries' were counted of.
    cases: Table<CaseId, Case>,
    score_ages: Vec<(Lever, Date, i64)>,
    standard: Vec<(Lever, Date, i64)>,
}

impl StaffingIndex {
    /// Builds the index of a World, office by office on all cores; the result does not depend on how many.
    pub fn new(world: &World) -> Self {
        let standard = standard(world);
        let offices: Vec<OfficeId> = world.offices.iter().map(|(id, _)| id).collect();
        let mut moved = changed(world, &Table::default());
        let load = |id| Arc::new(CountryLoad::new(world, id, None, moved.remove(&id).unwrap_or_default()));
        Self {
            position: world.position,
            offices: offices.par_iter().map(|id| Arc::new(OfficeEntry::new(world, *id, None))).collect(),
            countries: world.countries.iter().map(|(id, _)| id).map(load).collect(),
            cases: world.cases.clone(),
            score_ages: settings(world, [Lever::LanguageScoreMonths]),
            standard,
        }
    }

    /// The index of a later World: only offices whose staffing changed, and of those only billets that changed, are
    /// computed again, and only countries whose figures changed or whose cases moved.
    pub fn refreshed(&self, world: &World) -> Self {
        if self.score_ages != settings(world, [Lever::LanguageScoreMonths]) {
            return Self::new(world);
        }
        let mut offices = self.offices.clone();
        let mut done = FixedBitSet::with_capacity(world.offices.len());
        let mut contested: Vec<PersonId> = Vec::new();
        for (id, row) in world.rosters.rows() {
            let held = self.offices.get(id.index());
            if held.is_some_and(|held| held.changed() == row.changed) {
                continue;
            }
            let entry = OfficeEntry::new(world, id, held.map(Arc::as_ref));
            contested.extend(entry.contested().iter().chain(held.iter().flat_map(|held| held.contested())));
            done.insert(id.index());
            match offices.get_mut(id.index()) {
                Some(place) => *place = Arc::new(entry),
                None => offices.push(Arc::new(entry)),
            }
        }
        // A person with two primary tours at once counts at one of them: a change of either moves the other's office.
        for id in homes(world, &contested) {
            if !done.put(id.index()) {
                offices[id.index()] = Arc::new(OfficeEntry::new(world, id, Some(&offices[id.index()])));
            }
        }
        let standard = standard(world);
        let same_standard = standard == self.standard;
        let mut moved = changed(world, &self.cases);
        let countries = world.countries.rows().map(|(id, row)| {
            let (held, moved) = (self.countries.get(id.index()), moved.remove(&id));
            match held {
                Some(held) if same_standard && moved.is_none() && held.changed() == row.changed => Arc::clone(held),
                _ => Arc::new(CountryLoad::new(world, id, held.map(Arc::as_ref), moved.unwrap_or_default())),
            }
        });
        Self {
            position: world.position,
            countries: countries.collect(),
            cases: world.cases.clone(),
            offices,
            score_ages: self.score_ages.clone(),
            standard,
        }
    }

    /// The journal position of the World it was made of.
    pub fn position(&self) -> Position {
        self.position
    }

    /// The office's entry. `None` for an office registered after the index was made.
    pub(crate) fn office(&self, office: OfficeId) -> Option<&OfficeEntry> {
        self.offices.get(office.index()).map(Arc::as_ref)
    }

    /// The office's measures on a day.
    pub(crate) fn total(&self, office: OfficeId, day: Day, basis: Basis) -> Tally<u32> {
        self.office(office).map(|entry| entry.total(day, basis)).unwrap_or_default()
    }

    /// How many cases of a country are worked on a day, as they stood then; none for a country registered after the index
    /// was made.
    pub fn cases(&self, country: CountryId, on: Date) -> CaseCounts {
        self.countries.get(country.index()).map(|load| load.cases(day_number(on))).unwrap_or_default()
    }

    /// The strength that a country's work indicates on a day, and the smallest team, in people.
    pub(crate) fn load(&self, country: CountryId, day: Day) -> Load {
        self.countries.get(country.index()).map(|load| load.on(day)).unwrap_or_default()
    }
}

/// The offices that these people's primary tours belong to, now or later.
fn homes(world: &World, people: &[PersonId]) -> impl Iterator<Item = OfficeId> {
    // An older World, which an asker may still hold, does not know everybody.
    let known = people.iter().filter_map(|person| world.people.get(*person));
    let tours = known.flat_map(|person| &person.tours).map(|id| &world.tours[*id]);
    tours.flat_map(|tour| world.billets[tour.billet].terms.iter().map(|(_, terms)| terms.office))
}

/// Every setting of the levers of the workload standard.
fn standard(world: &World) -> Vec<(Lever, Date, i64)> {
    settings(world, Lever::ALL.iter().copied().filter(|lever| lever.definition().group == "demand"))
}

fn settings(world: &World, levers: impl IntoIterator<Item = Lever>) -> Vec<(Lever, Date, i64)> {
    let history = |lever| world.lever_history(lever).map(move |(from, set)| (lever, from, set.value));
    levers.into_iter().flat_map(history).collect()
}
