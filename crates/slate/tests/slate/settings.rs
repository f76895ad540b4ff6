//! Slates under a setting: locks, forbidden pairs, levers, drops and a slate to keep, each against trying everything.

use std::sync::Arc;

use crate::worlds::{Dice, TODAY, world};
use muster_domain::allocation::{Membership, Overrides, ScenarioChange};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, CycleId, PersonId, World};
use muster_slate::{Assignments, ComputedSlate, Explainer, Setting, compute, compute_under};
use proptest::prelude::*;

/// Every way to assign the movers of the plain slate, by trying them all: the least points under these conditions. The
/// cost of a pair, of an empty billet and of an idle person are the plain slate's own.
struct Everything<'a> {
    plain: &'a ComputedSlate,
    overrides: &'a Overrides,
    previous: Option<&'a Assignments>,
    disruption: i64,
}

impl Everything<'_> {
    fn least(&self) -> i64 {
        self.from(0, &mut Assignments::new())
    }

    /// Whether the lines keep every limit of the cycle.
    fn keeps(&self, chosen: &Assignments) -> bool {
        let uses: Vec<Vec<i64>> = chosen.iter().map(|(person, billet)| self.plain.uses_of(*person, *billet)).collect();
        let used = |limit: usize| uses.iter().map(|of| of[limit]).sum::<i64>();
        (0..).zip(self.plain.limits()).all(|(place, limit)| used(place) <= limit.most)
    }

    fn from(&self, mover: usize, chosen: &mut Assignments) -> i64 {
        let Some(it) = self.plain.movers().get(mover) else {
            if !self.keeps(chosen) {
                return i64::MAX / 4;
            }
            let taken = |billet: &BilletId| chosen.values().any(|held| held == billet);
            let open = self.plain.openings().iter().filter(|opening| !taken(&opening.billet));
            let kept = open.filter(|opening| !self.overrides.dropped_billets.contains(&opening.billet));
            return kept.map(|opening| opening.cost).sum();
        };
        if self.overrides.dropped_people.contains(&it.person) {
            return self.from(mover + 1, chosen);
        }
        let changed = |billet: Option<BilletId>| {
            let differs = self.previous.is_some_and(|previous| previous.get(&it.person).copied() != billet);
            i64::from(differs) * self.disruption
        };
        let lock = self.overrides.locks.get(&it.person);
        let mut least = i64::MAX / 4;
        if lock.is_none() {
            least = self.plain.unassigned_cost(it.person) + changed(None) + self.from(mover + 1, chosen);
        }
        for opening in self.plain.openings() {
            let billet = opening.billet;
            let Some(cost) = self.plain.cost_of(it.person, billet) else { continue };
            let free = !chosen.values().any(|held| *held == billet);
            let free = free && !self.overrides.dropped_billets.contains(&billet);
            let held = self.overrides.locks.iter().any(|(other, locked)| *locked == billet && *other != it.person);
            let allowed = lock.is_none_or(|lock| *lock == billet) && !held;
            if !free || !allowed || self.overrides.forbidden.contains(&(it.person, billet)) {
                continue;
            }
            chosen.insert(it.person, billet);
            least = least.min(cost + changed(Some(billet)) + self.from(mover + 1, chosen));
            chosen.remove(&it.person);
        }
        least
    }
}

/// Locks, forbidden pairs, drops at random that agree with one another.
fn random_overrides(dice: &mut Dice, plain: &ComputedSlate) -> Overrides {
    let mut overrides = Overrides::default();
    let pairs: Vec<(PersonId, BilletId)> = (0..)
        .zip(plain.movers())
        .flat_map(|(i, mover)| plain.problem().positions_for(i).map(move |(j, _)| (mover.person, j)))
        .map(|(person, j)| (person, plain.openings()[j as usize].billet))
        .collect();
    for (person, billet) in pairs {
        match dice.roll(8) {
            0 => drop(overrides.forbidden.insert((person, billet))),
            1 if !overrides.locks.contains_key(&person) && !overrides.locks.values().any(|held| *held == billet) => {
                overrides.locks.insert(person, billet);
            }
            _ => {}
        }
    }
    for mover in plain.movers() {
        if dice.once_in(8) && !overrides.locks.contains_key(&mover.person) {
            overrides.change(&ScenarioChange::TakePerson { person: mover.person, taken: Membership::Dropped });
        }
    }
    overrides
}

/// Searched until nothing within the limits is better.
fn to_the_end(overrides: &mut Overrides) {
    overrides.levers.insert(Lever::SlateGap, 0);
    overrides.levers.insert(Lever::SlateRounds, 10_000);
}

fn under(world: &World, cycle: CycleId, overrides: Overrides, previous: Option<Assignments>) -> ComputedSlate {
    let setting = Setting { overrides, previous: previous.map(Arc::new), ..Setting::plain(cycle, TODAY) };
    compute_under(world, setting, &[]).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_that_keeps_the_locks_and_leaves_out_the_forbidden_costs_less(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 6, 8);
        let plain = compute(&world, cycle, TODAY).unwrap();
        let mut overrides = random_overrides(&mut Dice(seed), &plain);
        to_the_end(&mut overrides);
        let slate = under(&world, cycle, overrides.clone(), None);
        prop_assume!(slate.broken_locks().is_empty());
        let everything = Everything { plain: &plain, overrides: &overrides, previous: None, disruption: 0 };
        prop_assert_eq!(slate.objective(), everything.least());
        prop_assert_eq!(slate.bound(), slate.objective());
        let assigned = slate.assignments();
        for (person, billet) in &overrides.locks {
            prop_assert_eq!(assigned.get(person), Some(billet));
            prop_assert!(slate.is_locked(*person, *billet));
        }
        prop_assert!(assigned.iter().all(|(person, billet)| !overrides.forbidden.contains(&(*person, *billet))));
        prop_assert!(assigned.keys().all(|person| !overrides.dropped_people.contains(person)));
        let of_lines: i64 = slate.lines().iter().map(|line| line.cost).sum();
        let idle = slate.unmatched().count() as i64 * world.lever(Lever::UnassignedCost, TODAY);
        let empty: i64 = slate.unfilled().map(|opening| opening.cost).sum();
        prop_assert_eq!(of_lines + idle + empty, slate.objective());
        prop_assert_eq!(slate.lines().len() + slate.unmatched().count(), slate.movers().len());
        prop_assert_eq!(slate.lines().len() + slate.unfilled().count(), slate.openings().len());
    }

    #[test]
    fn the_dearer_a_change_the_fewer_are_made_and_the_whole_is_still_of_least_cost(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 6, 8);
        let plain = compute(&world, cycle, TODAY).unwrap();
        let keep = plain.assignments();
        let mut fewest = usize::MAX;
        for disruption in [0, 100, 100_000] {
            let mut overrides = random_overrides(&mut Dice(seed), &plain);
            overrides.locks.clear();
            overrides.levers.insert(Lever::DisruptionCost, disruption);
            to_the_end(&mut overrides);
            let slate = under(&world, cycle, overrides.clone(), Some(keep.clone()));
            let everything = Everything { plain: &plain, overrides: &overrides, previous: Some(&keep), disruption };
            prop_assert_eq!(slate.objective(), everything.least());
            let now = slate.assignments();
            let changed = slate.movers().iter().filter(|it| now.get(&it.person) != keep.get(&it.person)).count();
            prop_assert!(changed <= fewest);
            fewest = changed;
        }
    }

    #[test]
    fn pairs_kept_from_before_give_the_slate_that_all_rules_anew_give(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 25, 30);
        let mut dice = Dice(seed);
        let plain = compute(&world, cycle, TODAY).unwrap();
        let mut before = plain.clone();
        for _ in 0..4 {
            let mut overrides = random_overrides(&mut dice, &plain);
            let lever = dice.of(&[
                Lever::GradeCost, Lever::VacancyCost, Lever::UnassignedCost, Lever::PriorityCost, Lever::GradeTolerance,
                Lever::ReportWindowDays, Lever::KeyBilletCost,
            ]);
            let definition = lever.definition();
            let span = usize::try_from((definition.most - definition.least).min(3_000)).unwrap() + 1;
            let value = definition.least + dice.roll(span) as i64;
            if dice.once_in(2) {
                overrides.levers.insert(lever, value);
            }
            if let Some(mover) = plain.movers().first() {
                let wished = plain.openings().iter().take(3).map(|opening| opening.billet).collect();
                overrides.wishes.insert(mover.person, wished);
            }
            if let Some(opening) = plain.openings().last().filter(|_| dice.once_in(2)) {
                overrides.locks.retain(|_, billet| *billet != opening.billet);
                overrides.dropped_billets.insert(opening.billet);
            }
            let previous = dice.once_in(2).then(|| Arc::new(plain.assignments()));
            let setting = Setting { overrides, previous, ..Setting::plain(cycle, TODAY) };
            let kept = compute_under(&world, setting.clone(), &[&plain, &before]).unwrap();
            let anew = compute_under(&world, setting, &[]).unwrap();
            prop_assert_eq!(kept.proposal(), anew.proposal());
            prop_assert_eq!(kept.broken_locks(), anew.broken_locks());
            before = kept;
        }
    }

    #[test]
    fn a_slate_under_a_setting_is_explained_by_its_own_levers_and_wishes(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 12, 14);
        let plain = compute(&world, cycle, TODAY).unwrap();
        let mut overrides = random_overrides(&mut Dice(seed), &plain);
        overrides.levers.insert(Lever::GradeCost, 777);
        let slate = under(&world, cycle, overrides, Some(plain.assignments())).with_runners_up();
        let explainer = Explainer::of_computed(&world, &slate).unwrap();
        for line in slate.lines() {
            let why = explainer.line(line);
            prop_assert!(why.rules.iter().all(|rule| rule.checked.passed));
            prop_assert_eq!(why.parts.iter().map(|part| part.amount * part.rate).sum::<i64>(), line.cost);
            prop_assert_eq!(why.sentence.starts_with("Locked"), slate.is_locked(line.person, line.billet));
        }
        for mover in slate.unmatched() {
            let why = explainer.unmatched(mover.person).unwrap();
            let kept = i64::from(plain.assignments().contains_key(&mover.person));
            let disruption = kept * world.lever(Lever::DisruptionCost, TODAY);
            prop_assert_eq!(why.cost, world.lever(Lever::UnassignedCost, TODAY) + disruption);
        }
    }
}
