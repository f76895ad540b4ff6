//! Rules, waivers, relaxations and prices: each number is what a slate computed anew, on a World in which the waiver was
//! given or the lever set, says of itself; and what only helps a person never makes them ineligible.

use std::collections::BTreeSet;

use crate::worlds::{Dice, TODAY, must, world};
use jiff::civil::date;
use muster_domain::allocation::{
    DecideWaiver, RequestWaiver, WaivableRule, WaiverAnswer, WaiverExtent, WithdrawWaiver,
};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{Clearance, ClearanceHeld, LanguageScore, PersonFacts, PersonalFacts, UpdatePerson};
use muster_domain::{BilletId, CycleId, Date, Ilr, Period, PersonId, PostId, Sealed, WaiverId, World};
use muster_slate::{Explainer, PriceOf, RULES, RuleWhy, Studied, Study, compute, movers, openings, prices};
use proptest::prelude::*;

fn waive(world: &mut World, person: PersonId, billet: BilletId, rule: WaivableRule, extent: WaiverExtent) -> WaiverId {
    let waiver = world.waivers.next_id();
    must(world, RequestWaiver { person, billet, rule, extent, justification: "trial".into() });
    let answer = WaiverAnswer::Approve(Period::open(date(2020, 1, 1)));
    must(world, DecideWaiver { waiver, answer, reason: "trial".into() });
    waiver
}

fn named(rule: &str) -> WaivableRule {
    *WaivableRule::ALL.iter().find(|waivable| waivable.slug() == rule).unwrap()
}

/// Rules held against every pair, by person and billet.
fn held(world: &World, cycle: CycleId) -> Vec<(PersonId, BilletId, Vec<RuleWhy>)> {
    let slate = compute(world, cycle, TODAY).unwrap();
    let explainer = Explainer::of_computed(world, &slate).unwrap();
    let mut held = Vec::new();
    for mover in movers(world, cycle, TODAY).unwrap() {
        for opening in openings(world, cycle, TODAY).unwrap() {
            let rules = explainer.rules(mover.person, opening.billet).unwrap();
            held.push((mover.person, opening.billet, rules));
        }
    }
    held
}

fn failed(rules: &[RuleWhy]) -> Vec<&'static str> {
    rules.iter().filter(|rule| !rule.checked.passed).map(|rule| rule.id).collect()
}

fn eligible(world: &World, cycle: CycleId) -> BTreeSet<(PersonId, BilletId)> {
    let pairs = held(world, cycle).into_iter();
    pairs.filter(|(_, _, rules)| failed(rules).is_empty()).map(|(person, billet, _)| (person, billet)).collect()
}

#[test]
fn waivable_rules_are_those_that_a_waiver_can_name() {
    let listed: BTreeSet<&str> = RULES.iter().filter(|rule| rule.waivable).map(|rule| rule.id).collect();
    let named: BTreeSet<&str> = WaivableRule::ALL.iter().map(|rule| rule.slug()).collect();
    assert_eq!(listed, named);
    for rule in WaivableRule::ALL {
        assert_eq!(serde_json::to_value(rule).unwrap(), rule.slug(), "written as the list names it");
    }
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(25))]

    #[test]
    fn a_relaxation_costs_what_the_slate_with_that_waiver_costs(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 14, 16);
        let slate = compute(&world, cycle, TODAY).unwrap();
        let study = Study::new(&world, Studied::Cycle(cycle), TODAY).unwrap().unwrap();
        prop_assert_eq!(study.objective(), slate.objective());
        let pairs = held(&world, cycle);
        let near = |wanted: &dyn Fn(PersonId, BilletId) -> bool| {
            pairs.iter().filter(|(person, billet, rules)| {
                let failed: Vec<&RuleWhy> = rules.iter().filter(|rule| !rule.checked.passed).collect();
                wanted(*person, *billet) && failed.len() == 1 && failed[0].waivable
            }).count()
        };
        let mut found = Vec::new();
        for opening in slate.unfilled() {
            let all = study.would_fill(opening.billet, usize::MAX).unwrap();
            let most = near(&|_, billet| billet == opening.billet);
            prop_assert!(all.len() == most || all.len() < most && !slate.limits().is_empty());
            prop_assert!(all.is_sorted_by_key(|relaxation| relaxation.costs_more));
            let first = study.would_fill(opening.billet, 1).unwrap();
            prop_assert_eq!(first.first().map(|it| it.costs_more), all.first().map(|it| it.costs_more));
            found.extend(all);
        }
        for mover in slate.unmatched() {
            let all = study.would_place(mover.person, usize::MAX).unwrap();
            let most = near(&|person, _| person == mover.person);
            prop_assert!(all.len() == most || all.len() < most && !slate.limits().is_empty());
            found.extend(all);
        }
        for relaxation in found {
            // A waiver of exactly what is missing does as well as one of the whole rule.
            let extent = match (relaxation.unit, relaxation.short) {
                (Some(_), Some(short @ 1..=1500)) => WaiverExtent::Partial(short as u16),
                _ => WaiverExtent::Full,
            };
            let mut waived = world.clone();
            let id = waive(&mut waived, relaxation.person, relaxation.billet, named(relaxation.rule), extent);
            let after = compute(&waived, cycle, TODAY).unwrap();
            // Where limits close something, the slate with that line is one of those within them, and no more.
            let told = slate.objective() + relaxation.costs_more.min(0);
            let bound = told + told.abs() * world.lever(Lever::SlateGap, TODAY) / 1_000_000;
            prop_assert!(after.objective() == told || !slate.limits().is_empty() && after.bound() <= bound);
            let why = Explainer::of_computed(&waived, &after).unwrap().rules(relaxation.person, relaxation.billet).unwrap();
            let why = why.into_iter().find(|rule| rule.id == relaxation.rule).unwrap();
            prop_assert_eq!(why.checked.waiver, Some(id));
            prop_assert!(why.checked.compared.contains(&format!("waived {id}")), "{}", why.checked.compared);
            must(&mut waived, WithdrawWaiver { waiver: id });
            prop_assert_eq!(compute(&waived, cycle, TODAY).unwrap().objective(), slate.objective());
        }
    }

    #[test]
    fn a_price_is_the_difference_of_two_slates(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 12, 14);
        let slate = compute(&world, cycle, TODAY).unwrap();
        let priced = prices(&world, Studied::Cycle(cycle), TODAY).unwrap().unwrap();
        prop_assert_eq!((priced.objective, priced.lines, priced.pairs), (slate.objective(), slate.lines().len(), slate.pairs()));
        let pairs = held(&world, cycle);
        for price in &priced.prices {
            match (price.of, price.to) {
                (PriceOf::Rule, _) => {
                    let only = pairs.iter().filter(|(_, _, rules)| failed(rules) == [price.name.as_str()]).count();
                    prop_assert_eq!(price.pairs_more, only as i64, "{}", &price.name);
                    prop_assert!(price.costs_more <= 0, "{}", &price.name);
                }
                (PriceOf::Lever | PriceOf::Limit, Some(value)) => {
                    let lever = *Lever::ALL.iter().find(|lever| lever.to_string() == price.name).unwrap();
                    let from = if price.of == PriceOf::Limit { date(2020, 1, 1) } else { TODAY };
                    let mut other = world.clone();
                    must(&mut other, SetLever { lever, from, value, reason: "trial".into() });
                    let after = compute(&other, cycle, TODAY).unwrap();
                    prop_assert_eq!(price.costs_more, after.objective() - slate.objective(), "{} {}", lever, value);
                    prop_assert_eq!(price.pairs_more, after.pairs() as i64 - slate.pairs() as i64);
                }
                (_, None) => prop_assert!(false, "{} moves to nothing", price.name),
            }
        }
    }

    #[test]
    fn a_line_is_as_firm_as_the_slate_without_it_says(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 14, 16);
        let study = Study::new(&world, Studied::Cycle(cycle), TODAY).unwrap().unwrap();
        let slate = compute(&world, cycle, TODAY).unwrap();
        for line in slate.lines().iter().filter_map(|line| Some((line, study.firmness(line.person, line.billet)?))) {
            let (line, firmness) = line;
            // The instance once more, without the pair.
            let (problem, person, billet) = (slate.problem(), line.person, line.billet);
            let i = slate.movers().iter().position(|mover| mover.person == person).unwrap() as u32;
            let j = slate.openings().iter().position(|opening| opening.billet == billet).unwrap() as u32;
            let pairs = (0..problem.people() as u32)
                .flat_map(|person| problem.positions_for(person).map(move |(position, cost)| (person, position, cost)))
                .filter(|(person, position, _)| (*person, *position) != (i, j));
            let without = muster_solver::Problem::new(pairs, problem.unassigned().to_vec(), problem.unfilled().to_vec()).unwrap();
            let cost = muster_solver::verify(&without, &muster_solver::solve(&without)).unwrap().objective();
            prop_assert_eq!(firmness.points, cost - slate.objective());
        }
    }

    #[test]
    fn a_waiver_never_makes_anybody_ineligible(seed in any::<u64>()) {
        let (mut world, cycle) = world(seed, 12, 14);
        let before = eligible(&world, cycle);
        let mut dice = Dice(seed);
        let pairs = held(&world, cycle);
        for _ in 0..20.min(pairs.len()) {
            let (person, billet, _) = &pairs[dice.roll(pairs.len())];
            let rule = dice.of(WaivableRule::ALL);
            let known = world.waivers.iter().any(|(_, held)| (held.person, held.billet, held.rule) == (*person, *billet, rule));
            if !known {
                waive(&mut world, *person, *billet, rule, WaiverExtent::Full);
            }
        }
        let after = eligible(&world, cycle);
        prop_assert!(after.is_superset(&before));
        let slate = compute(&world, cycle, TODAY).unwrap();
        prop_assert_eq!(slate.pairs(), after.len(), "the fast check takes the waivers that the slow comparison takes");
    }

    #[test]
    fn what_helps_a_person_never_makes_them_ineligible(seed in any::<u64>(), which in 0..4_usize) {
        let (mut world, cycle) = world(seed, 14, 16);
        let before = eligible(&world, cycle);
        let people: Vec<PersonId> = world.people.iter().map(|(id, _)| id).collect();
        for person in people {
            let facts = world.people[person].facts_on(TODAY);
            let better = better(facts, which);
            crate::worlds::give(&mut world, UpdatePerson { person, from: TODAY, facts: better });
        }
        let after = eligible(&world, cycle);
        for (person, billet) in before {
            // What a post or a spouse does from a later day on is no fact about the person.
            let place = world.billets[billet].terms.iter().map(|(_, terms)| terms.place);
            let steady = |post: PostId| {
                let post = &world.posts[post];
                post.departures.is_empty() && post.status.iter().all(|(from, _)| from <= date(2027, 4, 1))
            };
            let alone = world.people[person].family.as_ref().unwrap().spouse.is_none();
            if alone && place.into_iter().all(steady) {
                prop_assert!(after.contains(&(person, billet)), "{} in {}", person, billet);
            }
        }
    }

    #[test]
    fn a_fact_that_nobody_brings_is_said_and_counted_by_the_lever(seed in any::<u64>()) {
        let (mut world, cycle) = world(seed, 12, 14);
        for value in [1, 0] {
            must(&mut world, SetLever { lever: Lever::UnknownFactsPass, from: TODAY, value, reason: "trial".into() });
            for (_, _, rules) in held(&world, cycle) {
                for rule in rules.iter().filter(|rule| !rule.checked.known) {
                    prop_assert_eq!(rule.checked.passed, value == 1);
                    prop_assert!(rule.checked.compared.contains("not known"), "{}", &rule.checked.compared);
                }
            }
        }
    }
}

/// The same person with one thing better.
fn better(mut facts: PersonFacts, which: usize) -> PersonFacts {
    let highest = Ilr::from_half_steps(10).unwrap();
    match which {
        0 => facts.languages.push(LanguageScore {
            language: "Arabic".into(),
            listening: highest,
            reading: highest,
            speaking: highest,
            tested: TODAY,
        }),
        1 => facts.clearance = ClearanceHeld { level: Clearance::TopSecretSci, expires: None },
        2 => {
            let personal = facts.personal.open().cloned().unwrap_or_default();
            facts.personal = Sealed::Open(PersonalFacts { available_from: None, ..personal });
        }
        _ => {
            let earlier: Option<Date> = None;
            let personal = facts.personal.open().cloned().unwrap_or_default();
            facts.personal = Sealed::Open(PersonalFacts { separates: earlier, ..personal });
        }
    }
    facts
}
