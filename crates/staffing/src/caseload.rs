//! How many cases of a country are worked on a day, as they stood on that day.
//!
//! A case is on record from the day of its letter of request. It is *in development* until its offer: the three measured
//! phases of facts §5 (processing of the letter, development of the data, writing to offer). It is *in execution* from its
//! acceptance until supplies and services are complete. Both are the parts of the queue of the same name. An offer is with
//! its purchaser and a case that is complete waits for its closure, which facts §5 counts as a function of its own: neither
//! is counted here.

use std::collections::BTreeMap;

use muster_domain::cases::{Case, CasePhase};
use muster_domain::kernel::{Date, Id as _, Table};
use muster_domain::{CaseId, CountryId, World};

use crate::index::{Day, day_number};

/// The cases of a country as they stand on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CaseCounts {
    /// Cases that are not over.
    pub open: u32,
    /// Of these, cases before their offer.
    pub development: u32,
    /// Of these, cases that are accepted and whose supplies and services are not complete.
    pub execution: u32,
}

impl CaseCounts {
    /// The cases of a country, each looked at: where an index is at hand, [`StaffingIndex::cases`] is asked instead.
    ///
    /// [`StaffingIndex::cases`]: crate::StaffingIndex::cases
    pub fn of(world: &World, country: CountryId, on: Date) -> Self {
        let cases = world.cases.iter().map(|(_, case)| case).filter(|case| case.country == country);
        cases.fold(Self::default(), |counts, case| counts.plus(Self::of_case(case, on)))
    }

    /// The cases of every country, in the order of their ids, in one pass.
    pub fn of_all(world: &World, on: Date) -> Vec<Self> {
        let mut all = vec![Self::default(); world.countries.len()];
        for (_, case) in world.cases.iter() {
            let counts = &mut all[case.country.index()];
            *counts = counts.plus(Self::of_case(case, on));
        }
        all
    }

    fn of_case(case: &Case, on: Date) -> Self {
        if case.lor <= on { Self::of_phase(case.phase(on)) } else { Self::default() }
    }

    fn of_phase(phase: CasePhase) -> Self {
        Self {
            open: u32::from(!phase.is_over()),
            development: u32::from(phase.is_before_offer()),
            execution: u32::from(phase.is_in_execution()),
        }
    }

    /// Sums wrap, so that a difference may stand among them: what is added up to a day is a count again.
    fn plus(self, more: Self) -> Self {
        Self {
            open: self.open.wrapping_add(more.open),
            development: self.development.wrapping_add(more.development),
            execution: self.execution.wrapping_add(more.execution),
        }
    }

    fn minus(self, less: Self) -> Self {
        Self {
            open: self.open.wrapping_sub(less.open),
            development: self.development.wrapping_sub(less.development),
            execution: self.execution.wrapping_sub(less.execution),
        }
    }
}

/// By how much counts differ from a day on from what they were before.
pub(crate) type Change = (Day, CaseCounts);

/// The days on which one case is counted otherwise than before.
fn changes(case: &Case) -> Vec<Change> {
    let received = (case.lor, CasePhase::LorProcessing);
    let reached = case.reached().into_iter().map(|one| (one.on.max(case.lor), one.milestone.definition().phase));
    let mut held = CaseCounts::default();
    let mut changes = Vec::new();
    for (day, phase) in std::iter::once(received).chain(reached) {
        let now = CaseCounts::of_phase(phase);
        if now != held {
            changes.push((day_number(day), now.minus(held)));
            held = now;
        }
    }
    changes
}

fn taken_out(changes: Vec<Change>) -> impl Iterator<Item = Change> {
    changes.into_iter().map(|(day, by)| (day, CaseCounts::default().minus(by)))
}

/// What changes in the counts of each country because cases are no longer as they were.
pub(crate) fn changed(world: &World, before: &Table<CaseId, Case>) -> BTreeMap<CountryId, Vec<Change>> {
    let mut by_country: BTreeMap<CountryId, Vec<Change>> = BTreeMap::new();
    for (id, row) in world.cases.changed_from(before) {
        let now = changes(&row.fact);
        let held = before.get(id).map(|held| (held.country, changes(held)));
        // Most of what is recorded of a case, such as a letter or a bill, moves no count.
        if held.as_ref().is_some_and(|(country, held)| *country == row.fact.country && *held == now) {
            continue;
        }
        if let Some((country, held)) = held {
            by_country.entry(country).or_default().extend(taken_out(held));
        }
        by_country.entry(row.fact.country).or_default().extend(now);
    }
    // An older World, which an asker may still hold, lacks the newest cases.
    for case in (world.cases.len()..before.len()).map(|place| &before[CaseId::from_index(place)]) {
        by_country.entry(case.country).or_default().extend(taken_out(changes(case)));
    }
    by_country
}

/// The counts of a country's cases as a step function of the day.
#[derive(Debug, Default)]
pub(crate) struct Caseload(Vec<(Day, CaseCounts)>);

impl Caseload {
    /// The same with these changes.
    pub(crate) fn with(&self, changes: Vec<Change>) -> Self {
        let mut before = CaseCounts::default();
        let held = self.0.iter().map(|(day, counts)| {
            let change = (*day, counts.minus(before));
            before = *counts;
            change
        });
        let mut all: Vec<Change> = held.chain(changes).collect();
        all.sort_by_key(|(day, _)| *day);
        let mut counts = CaseCounts::default();
        let mut steps: Vec<(Day, CaseCounts)> = Vec::with_capacity(all.len());
        for (day, by) in all {
            counts = counts.plus(by);
            match steps.last_mut() {
                Some((last, held)) if *last == day => *held = counts,
                _ => steps.push((day, counts)),
            }
        }
        steps.dedup_by_key(|(_, counts)| *counts);
        Self(steps)
    }

    /// The counts on a day.
    pub(crate) fn on(&self, day: Day) -> CaseCounts {
        let after = self.0.partition_point(|(from, _)| *from <= day);
        after.checked_sub(1).map(|place| self.0[place].1).unwrap_or_default()
    }

    /// The counts on the first of these days, and each other day before the last one on which they change.
    pub(crate) fn between(&self, from: Day, until: Day) -> impl Iterator<Item = (Day, CaseCounts)> + '_ {
        let [after, end] = [from, until.saturating_sub(1)].map(|day| self.0.partition_point(|(step, _)| *step <= day));
        std::iter::once((from, self.on(from))).chain(self.0[after..end.max(after)].iter().copied())
    }
}
