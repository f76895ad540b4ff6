//! The slate is of least cost, its runners-up are exact, and the domain takes every line of it.

use crate::worlds::{TODAY, must, world};
use muster_domain::allocation::{
    AcceptNominee, DecideLines, EndorseLines, GiveConsent, NominatePerson, Rank, SelectNominee, VetNominee, Vetter,
};
use muster_domain::workforce::FillMode;
use muster_domain::{SlateId, World};
use muster_slate::{ComputedSlate, Explainer, RULES, compute, movers, openings};
use muster_solver::Problem;
use proptest::prelude::*;

/// The least cost by trying every assignment, if this pair must be part of it.
fn least(problem: &Problem, insisted: Option<(u32, u32)>) -> Option<i64> {
    let positions = problem.positions();
    assert!(positions <= 16, "too many to try them all");
    // For every set of positions taken by the people so far, the least cost of doing so.
    let mut costs = vec![None; 1 << positions];
    costs[0] = Some(0_i64);
    for person in 0..problem.people() as u32 {
        let mut next: Vec<Option<i64>> = vec![None; 1 << positions];
        let bound = insisted.filter(|pair| pair.0 == person).map(|pair| pair.1);
        for (taken, cost) in costs.iter().enumerate().filter_map(|(taken, cost)| Some((taken, (*cost)?))) {
            let mut offer = |taken: usize, cost: i64| {
                let held = &mut next[taken];
                *held = Some(held.map_or(cost, |held| held.min(cost)));
            };
            if bound.is_none() {
                offer(taken, cost + problem.unassigned()[person as usize]);
            }
            for (position, pair) in problem.positions_for(person) {
                if taken & (1 << position) == 0 && bound.is_none_or(|bound| bound == position) {
                    offer(taken | (1 << position), cost + pair);
                }
            }
        }
        costs = next;
    }
    let unfilled = |taken: usize| {
        (0..positions).filter(|place| taken & (1 << place) == 0).map(|place| problem.unfilled()[place]).sum::<i64>()
    };
    costs.iter().enumerate().filter_map(|(taken, cost)| Some((*cost)? + unfilled(taken))).min()
}

fn place_of_billet(slate: &ComputedSlate, billet: muster_domain::BilletId) -> u32 {
    slate.openings().iter().position(|opening| opening.billet == billet).unwrap() as u32
}

fn place_of_person(slate: &ComputedSlate, person: muster_domain::PersonId) -> u32 {
    slate.movers().iter().position(|mover| mover.person == person).unwrap() as u32
}

/// Proposes the slate, has every line concurred with and endorsed; the world after.
fn endorsed(before: &World, slate: &ComputedSlate) -> World {
    let mut world = before.clone();
    must(&mut world, slate.proposal());
    let id = SlateId(0);
    let lines: Vec<u32> = (0..slate.lines().len() as u32).collect();
    must(&mut world, DecideLines { slate: id, lines, concurs: true, reason: None });
    must(&mut world, EndorseLines { slate: id, lines: Vec::new() });
    for line in slate.lines() {
        filled(&mut world, line.person);
    }
    world
}

/// Takes a requisition that a line raised to its tour: the service nominates and a board selects, or the civilian
/// consents; the gaining office accepts.
fn filled(world: &mut World, person: muster_domain::PersonId) {
    let raised = world.requisitions.iter().find(|(_, held)| held.is_requested(person) || held.live(person).is_some());
    let (requisition, held) = raised.map(|(id, held)| (id, held.clone())).unwrap();
    let (mode, service) = (held.mode(world), world.people[person].service);
    if service.is_military() {
        let justification = "As slated".into();
        must(world, NominatePerson { requisition, person, rank: Rank::Primary, report: None, justification });
    } else {
        must(world, GiveConsent { requisition, person });
    }
    if mode == FillMode::NominativeBoard {
        for vetter in Vetter::ALL {
            must(world, VetNominee { requisition, nominee: person, vetter, favourable: true, reason: None });
        }
        must(world, SelectNominee { requisition, person, reason: None });
    }
    must(world, AcceptNominee { requisition, person, accompanied: false });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_assignment_costs_less_and_every_next_best_is_exact(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 12, 14);
        let slate = compute(&world, cycle, TODAY).unwrap();
        // Next bests that a limit over several lines leaves no room for are left out: `limits.rs` holds them to that.
        let roomy = slate.limits().is_empty();
        prop_assert_eq!(Some(slate.objective()), least(slate.problem(), None));
        let dearer = |person, position| least(slate.problem(), Some((person, position))).unwrap() - slate.objective();
        for line in slate.lines() {
            let (person, position) = (place_of_person(&slate, line.person), place_of_billet(&slate, line.billet));
            let others: Vec<(u32, i64)> = slate
                .problem()
                .people_for(position)
                .map(|(other, _)| other)
                .filter(|other| *other != person)
                .map(|other| (other, dearer(other, position)))
                .collect();
            let best = others.iter().map(|(_, more)| *more).min();
            let told = line.runner_up.as_ref().map(|next| next.costs_more);
            prop_assert!(told == best || !roomy && told.is_none_or(|told| Some(told) > best));
            if let Some(next) = &line.runner_up {
                let named = place_of_person(&slate, next.person);
                prop_assert!(others.contains(&(named, next.costs_more)));
            }
        }
        for opening in slate.unfilled() {
            let position = place_of_billet(&slate, opening.billet);
            let mut all: Vec<i64> = slate.problem().people_for(position).map(|(i, _)| dearer(i, position)).collect();
            all.sort_unstable();
            let told: Vec<i64> = slate.other_people(opening.billet, 3).iter().map(|it| it.costs_more).collect();
            let first = &all[..all.len().min(3)];
            prop_assert!(told == first || !roomy && told.iter().all(|more| all.contains(more)));
        }
    }

    #[test]
    fn the_fast_check_of_all_pairs_allows_what_the_rules_one_by_one_allow(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 25, 30);
        let slate = compute(&world, cycle, TODAY).unwrap();
        let explainer = Explainer::of_computed(&world, &slate).unwrap();
        for (i, mover) in (0..).zip(slate.movers()) {
            for (j, opening) in (0..).zip(slate.openings()) {
                let rules = explainer.rules(mover.person, opening.billet).unwrap();
                prop_assert_eq!(rules.len(), RULES.len());
                let allowed = rules.iter().all(|rule| rule.checked.passed);
                let open = allowed && !slate.is_closed(mover.person, opening.billet);
                prop_assert_eq!(slate.cost_of(mover.person, opening.billet).is_some(), allowed);
                prop_assert_eq!(slate.problem().cost(i, j).is_some(), open, "{} {}", mover.person, opening.billet);
            }
        }
    }

    #[test]
    fn the_domain_takes_every_line_when_proposed_and_when_endorsed(seed in any::<u64>()) {
        let (before, cycle) = world(seed, 25, 30);
        let slate = compute(&before, cycle, TODAY).unwrap();
        prop_assume!(!slate.lines().is_empty());
        let after = endorsed(&before, &slate);
        let (left, open) = (movers(&after, cycle, TODAY).unwrap(), openings(&after, cycle, TODAY).unwrap());
        for line in slate.lines() {
            prop_assert!(left.iter().all(|mover| mover.person != line.person));
            prop_assert!(open.iter().all(|opening| opening.billet != line.billet));
        }
        // Explained from the endorsed slate, each line reads as it did when computed.
        let (then, now) = (Explainer::of_computed(&before, &slate).unwrap(), Explainer::of_slate(&after, SlateId(0)).unwrap());
        for line in slate.lines() {
            prop_assert_eq!(then.line(line), now.line(line));
        }
    }

    #[test]
    fn the_same_world_gives_the_same_slate(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 25, 30);
        let (one, two) = (compute(&world, cycle, TODAY).unwrap(), compute(&world, cycle, TODAY).unwrap());
        prop_assert_eq!(one.proposal(), two.proposal());
    }
}
