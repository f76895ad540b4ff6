//! Limits over several lines: the slate keeps them, nothing within them costs less, and what is said of them is so.

use std::collections::BTreeMap;

use crate::worlds::{Dice, TODAY, give, must, world};
use jiff::ToSpan;
use muster_domain::allocation::{BallotTerms, DeclareCouple, SetBallot, SetServiceLimit, SlateMethod};
use muster_domain::policy::Lever;
use muster_domain::workforce::section_515_limit;
use muster_domain::{BilletId, CountryId, CycleId, Date, PersonId, Service, World};
use muster_slate::{
    Assignments, ComputedSlate, Explainer, Limited, Setting, StableSlate, compute_stable, compute_under,
};
use muster_solver::{Problem, solve};
use proptest::prelude::*;

/// The day after the ballot's last.
fn after_the_ballot() -> Date {
    TODAY.saturating_add(1.day())
}

/// A world with limits of every kind and couples, and a setting that searches to the end.
fn limited(seed: u64, billets: usize, people: usize) -> (World, Setting) {
    let (mut world, cycle) = world(seed, billets, people);
    let mut dice = Dice(seed ^ 0x5EED);
    if dice.once_in(2) {
        let (service, most) = (dice.of(&[Service::Army, Service::Navy]), Some(dice.roll(3) as u32));
        must(&mut world, SetServiceLimit { cycle, service, most, reason: "Manning".into() });
    }
    couples(&mut world, cycle, &mut dice);
    let mut setting = Setting::plain(cycle, after_the_ballot());
    let mut set = |lever: Lever, value: usize| {
        setting.overrides.levers.insert(lever, value as i64);
    };
    set(Lever::SlateGap, 0);
    set(Lever::SlateRounds, 10_000);
    if dice.once_in(3) {
        set(Lever::BudgetMilitaryPay, dice.roll(80));
    }
    if dice.once_in(2) {
        set(Lever::LanguageSeats, dice.roll(2));
        set(Lever::CertificateSeats, dice.roll(3));
        set(Lever::ReportWindowDays, 365);
    }
    (world, setting)
}

/// Couples of the members of some pairs of people, each of whom declares the other.
fn couples(world: &mut World, cycle: CycleId, dice: &mut Dice) {
    let services = vec![Service::Army, Service::Navy];
    let terms = BallotTerms { members_until: TODAY, offices_until: TODAY, civilians: true, services, boards: true };
    must(world, SetBallot { cycle, terms });
    for first in (0..world.people.len() as u32).step_by(2) {
        if dice.once_in(2) && (first as usize + 1) < world.people.len() {
            for (person, other) in [(first, first + 1), (first + 1, first)] {
                let partner = Some(world.people[PersonId(other)].number.clone());
                give(world, DeclareCouple { cycle, person: PersonId(person), partner });
            }
        }
    }
}

/// Whether whoever fills a billet from this day on counts in a country under section 515.
fn counts_in(world: &World, billet: BilletId, from: Date, country: CountryId) -> bool {
    let billet = &world.billets[billet];
    let counted = billet.terms.spans().any(|(period, terms)| period.end() > from && terms.section_515);
    counted && billet.terms.iter().any(|(_, terms)| world.offices[terms.office].country == Some(country))
}

/// Who stays together: the couples of the ballot of whom both move.
fn pairs(world: &World, setting: &Setting, slate: &ComputedSlate) -> Vec<(PersonId, PersonId)> {
    let moves = |person: PersonId| slate.movers().iter().any(|mover| mover.person == person);
    let couples = world.cycles[setting.cycle].ballot.couples(world, setting.today);
    couples.into_iter().filter(|(one, other)| moves(*one) && moves(*other)).collect()
}

fn together(world: &World, slate: &ComputedSlate, one: BilletId, other: BilletId) -> bool {
    let place = |billet: BilletId| {
        let from = slate.openings().iter().find(|opening| opening.billet == billet).unwrap().open_from;
        &world.posts[world.billets[billet].terms_near(from).place]
    };
    i64::from(place(one).distance_km(place(other))) <= Lever::CommutingKm.definition().default
}

/// What each pair uses up of a limit.
type Weights = BTreeMap<(PersonId, BilletId), i64>;

/// Every way to assign everybody, by trying them all: the least points of those that keep couples and limits.
struct Everything<'a> {
    world: &'a World,
    slate: &'a ComputedSlate,
    couples: Vec<(PersonId, PersonId)>,
    /// Of each limit: the most, and what each allowed pair weighs.
    limits: Vec<(i64, Weights)>,
}

impl Everything<'_> {
    fn least(&self, mover: usize, chosen: &mut Assignments) -> i64 {
        let Some(it) = self.slate.movers().get(mover) else {
            return if self.keeps(chosen) { self.cost(chosen) } else { i64::MAX };
        };
        let mut least = self.least(mover + 1, chosen);
        for opening in self.slate.openings() {
            let taken = chosen.values().any(|held| *held == opening.billet);
            if !taken && self.slate.cost_of(it.person, opening.billet).is_some() {
                chosen.insert(it.person, opening.billet);
                least = least.min(self.least(mover + 1, chosen));
                chosen.remove(&it.person);
            }
        }
        least
    }

    fn cost(&self, chosen: &Assignments) -> i64 {
        let lines: i64 = chosen.iter().map(|(person, billet)| self.slate.cost_of(*person, *billet).unwrap()).sum();
        let idle = self.slate.movers().iter().filter(|it| !chosen.contains_key(&it.person));
        let empty = self.slate.openings().iter().filter(|it| !chosen.values().any(|held| *held == it.billet));
        lines + idle.map(|it| self.slate.unassigned_cost(it.person)).sum::<i64>() + empty.map(|it| it.cost).sum::<i64>()
    }

    fn keeps(&self, chosen: &Assignments) -> bool {
        let couples = self.couples.iter().all(|(one, other)| match (chosen.get(one), chosen.get(other)) {
            (None, None) => true,
            (Some(one), Some(other)) => together(self.world, self.slate, *one, *other),
            _ => false,
        });
        let of = |weights: &Weights| {
            chosen.iter().map(|(person, billet)| weights.get(&(*person, *billet)).copied().unwrap_or(0)).sum::<i64>()
        };
        couples && self.limits.iter().all(|(most, weights)| of(weights) <= *most)
    }
}

/// Everything that could be done instead of a slate.
fn everything<'a>(world: &'a World, setting: &Setting, slate: &'a ComputedSlate) -> Everything<'a> {
    let pairs = |limit: usize| {
        let allowed = slate.movers().iter().flat_map(|mover| {
            let uses = move |billet| ((mover.person, billet), slate.uses_of(mover.person, billet)[limit]);
            slate.openings().iter().map(move |opening| uses(opening.billet))
        });
        allowed.collect()
    };
    let limits = (0..).zip(slate.limits()).map(|(place, limit)| (limit.most, pairs(place))).collect();
    Everything { world, slate, couples: self::pairs(world, setting, slate), limits }
}

/// Whether the slate keeps everything, and its sums are right.
fn kept(world: &World, setting: &Setting, slate: &ComputedSlate) {
    let (all, chosen) = (everything(world, setting, slate), slate.assignments());
    assert!(all.keeps(&chosen));
    assert_eq!(all.cost(&chosen), slate.objective());
    assert!(slate.bound() <= slate.objective());
    for (limit, (most, weights)) in slate.limits().iter().zip(&all.limits) {
        let used: i64 = chosen.iter().map(|(person, billet)| weights[&(*person, *billet)]).sum();
        assert_eq!((limit.used, limit.most), (used, *most));
        assert!(limit.price >= 0.0);
    }
    assert_eq!(slate.lines().len() + slate.unmatched().count(), slate.movers().len());
    assert_eq!(slate.lines().len() + slate.unfilled().count(), slate.openings().len());
}

/// The least cost of a slate among what is open and these pairs, of which one is insisted on.
fn least_with(slate: &ComputedSlate, closed: &[(u32, u32, i64)]) -> i64 {
    let open = slate.problem();
    let all = |person| open.positions_for(person).map(move |(position, cost)| (person, position, cost));
    let insisted = |(i, j, cost): &(u32, u32, i64)| {
        let rest = (0..open.people() as u32).flat_map(all).filter(|(person, position, _)| person != i && position != j);
        let (mut unassigned, mut unfilled) = (open.unassigned().to_vec(), open.unfilled().to_vec());
        (unassigned[*i as usize], unfilled[*j as usize]) = (0, 0);
        solve(&Problem::new(rest, unassigned, unfilled).unwrap()).objective + cost
    };
    closed.iter().map(insisted).min().unwrap() - solve(open).objective
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_that_keeps_every_limit_and_couple_costs_less(seed in any::<u64>()) {
        let (world, setting) = limited(seed, 7, 9);
        let slate = compute_under(&world, setting.clone(), &[]).unwrap();
        kept(&world, &setting, &slate);
        let all = everything(&world, &setting, &slate);
        let least = all.least(0, &mut Assignments::new());
        prop_assert_eq!((slate.objective(), slate.bound()), (least, least));
        prop_assert!(slate.gap() == 0.0 && slate.verdict().contains("nothing is better"));
    }

    #[test]
    fn a_limit_counts_what_the_facts_say_and_no_more_is_allowed_than_they_leave(seed in any::<u64>()) {
        let (world, setting) = limited(seed, 25, 30);
        let slate = compute_under(&world, setting.clone(), &[]).unwrap();
        kept(&world, &setting, &slate);
        for (place, limit) in slate.limits().iter().enumerate() {
            for mover in slate.movers() {
                for opening in slate.openings() {
                    let (person, billet, from) = (&world.people[mover.person], opening.billet, opening.open_from);
                    let told = slate.uses_of(mover.person, billet)[place];
                    match limit.limited {
                        Limited::Section515 { country, day, serving } => {
                            let military = person.service.is_military();
                            let counts = military && from <= day && counts_in(&world, billet, from, country);
                            // An opening for which there is no room even alone is left out of what is shared.
                            prop_assert!(told <= i64::from(counts));
                            let room = section_515_limit(&world, country, day) as usize;
                            prop_assert_eq!(limit.most, room.saturating_sub(serving) as i64);
                        }
                        Limited::Service { service } => prop_assert_eq!(told, i64::from(person.service == service)),
                        _ => {}
                    }
                }
            }
        }
    }

    #[test]
    fn a_scenario_under_limits_is_the_same_whatever_is_known_and_keeps_its_locks(seed in any::<u64>()) {
        let (world, setting) = limited(seed, 20, 24);
        let plain = compute_under(&world, Setting::plain(setting.cycle, setting.today), &[]).unwrap();
        let mut dice = Dice(seed);
        let mut locked = Setting::plain(setting.cycle, setting.today);
        for mover in plain.movers().iter().filter(|_| dice.once_in(6)) {
            let free = |billet: &BilletId| !locked.overrides.locks.values().any(|held| held == billet);
            let mut billets = plain.openings().iter().map(|opening| opening.billet).filter(free);
            if let Some(billet) = billets.find(|billet| plain.cost_of(mover.person, *billet).is_some()) {
                locked.overrides.locks.insert(mover.person, billet);
            }
        }
        let known = compute_under(&world, locked.clone(), &[&plain]).unwrap();
        let anew = compute_under(&world, locked.clone(), &[]).unwrap();
        prop_assert_eq!(known.proposal(), anew.proposal());
        prop_assert_eq!(known.limits(), anew.limits());
        for (person, billet) in &locked.overrides.locks {
            prop_assert!(known.is_locked(*person, *billet) || known.broken_locks().contains(&(*person, *billet)));
            prop_assert_eq!(known.is_locked(*person, *billet), known.assignments().get(person) == Some(billet));
        }
        // Whoever's other half is locked stays, or commutes.
        let now = known.assignments();
        for (one, other) in pairs(&world, &locked, &known) {
            if let (Some(one), Some(other)) = (now.get(&one), now.get(&other)) {
                let both = [one, other].iter().all(|billet| known.line_of(**billet).is_some_and(|(_, line)| known.is_locked(line.person, line.billet)));
                prop_assert!(both || together(&world, &known, *one, *other));
            }
        }
        let sums: i64 = known.limits().iter().map(|limit| (limit.most - limit.used).min(0)).sum();
        prop_assert_eq!(sums, 0);
    }

    #[test]
    fn what_more_room_would_give_is_what_solving_again_with_it_gives(seed in any::<u64>()) {
        let (world, setting) = limited(seed, 20, 24);
        let slate = compute_under(&world, setting.clone(), &[]).unwrap().with_runners_up();
        let explainer = Explainer::of_computed(&world, &slate).unwrap();
        let place = |person: PersonId| slate.movers().iter().position(|mover| mover.person == person).unwrap() as u32;
        let seat = |billet: BilletId| slate.openings().iter().position(|it| it.billet == billet).unwrap() as u32;
        let shut = |person: PersonId, billet: BilletId| {
            let cost = slate.cost_of(person, billet).filter(|_| slate.is_closed(person, billet))?;
            let taken = slate.is_coupled(person)
                || slate.line_of(billet).is_some_and(|(_, line)| slate.is_coupled(line.person));
            (!taken).then(|| (place(person), seat(billet), cost))
        };
        for opening in slate.unfilled() {
            let why = explainer.unfilled(opening.billet).unwrap();
            let closed: Vec<_> = slate.movers().iter().filter_map(|it| shut(it.person, opening.billet)).collect();
            prop_assert_eq!(why.room.is_some(), !closed.is_empty());
            if let Some(room) = why.room {
                prop_assert_eq!(room.costs_more, least_with(&slate, &closed));
                prop_assert!(room.limits.iter().all(|limit| limit.needed > limit.limit.most));
                let better = room.limits.is_empty() && room.costs_more < 0;
                prop_assert!(!better, "nothing is left over that would do better: {}", why.sentence);
            }
        }
        for mover in slate.unmatched() {
            let why = explainer.unmatched(mover.person).unwrap();
            let closed: Vec<_> = slate.openings().iter().filter_map(|it| shut(mover.person, it.billet)).collect();
            prop_assert_eq!(why.room.is_some(), !closed.is_empty());
            if let Some(room) = why.room {
                prop_assert_eq!(room.costs_more, least_with(&slate, &closed));
            }
            prop_assert_eq!(why.together_costs.is_some(), slate.is_coupled(mover.person));
        }
        // What is told to be the next best fits within every limit, with all that follows from it.
        for line in slate.lines() {
            for choice in slate.recommend_people(line.billet, 2) {
                let mut after = slate.assignments();
                for it in &choice.moves {
                    match it.after {
                        Some(billet) => drop(after.insert(it.person, billet)),
                        None => drop(after.remove(&it.person)),
                    }
                }
                let all = everything(&world, &setting, &slate);
                prop_assert!(all.keeps(&after));
                prop_assert_eq!(all.cost(&after), slate.objective() + choice.costs_more);
            }
        }
    }

    #[test]
    fn a_stable_slate_takes_no_more_than_a_service_gives_and_tells_how_many(seed in any::<u64>(), most in 0_u32..4) {
        let (mut world, cycle) = world(seed, 20, 24);
        let service = Service::Army;
        must(&mut world, SetServiceLimit { cycle, service, most: Some(most), reason: "Manning".into() });
        let stable = compute_stable(&world, cycle, TODAY, SlateMethod::MemberOptimal { seed: 7 }).unwrap();
        let offices = compute_stable(&world, cycle, TODAY, SlateMethod::OfficeOptimal { seed: 7 }).unwrap();
        let taken = stable.lines().iter().filter(|line| world.people[line.person].service == service).count() as i64;
        let used = |slate: &StableSlate| {
            let of = slate.limits().iter().find(|it| it.limited == Limited::Service { service }).unwrap();
            (of.used, of.most)
        };
        prop_assert_eq!(used(&stable), (taken, i64::from(most)));
        prop_assert_eq!(used(&offices), used(&stable), "all stable slates place the same people");
        prop_assert!(taken <= i64::from(most));
    }

    #[test]
    fn bidding_each_alone_costs_what_the_slate_without_that_couple_costs(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 12, 14);
        let mut world = world;
        must(&mut world, muster_domain::policy::SetLever {
            lever: Lever::Section515Members, from: crate::worlds::TODAY, value: 100, reason: "No limit".into(),
        });
        couples(&mut world, cycle, &mut Dice(seed));
        let mut setting = Setting::plain(cycle, after_the_ballot());
        setting.overrides.levers.insert(Lever::SlateGap, 0);
        setting.overrides.levers.insert(Lever::SlateRounds, 10_000);
        let slate = compute_under(&world, setting.clone(), &[]).unwrap();
        kept(&world, &setting, &slate);
        prop_assert!(slate.limits().is_empty());
        let all = pairs(&world, &setting, &slate);
        // Of one couple alone: without it nothing binds, and the slate is the pure one.
        if let [(one, other)] = all[..] {
            let mut apart = world.clone();
            give(&mut apart, DeclareCouple { cycle, person: one, partner: None });
            let alone = compute_under(&apart, setting, &[]).unwrap();
            let less = slate.cost_of_together(one).unwrap();
            prop_assert_eq!(less, slate.cost_of_together(other).unwrap());
            prop_assert_eq!(less.unwrap_or(0), slate.objective() - alone.objective());
        }
    }
}
