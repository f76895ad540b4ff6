//! Limits over several lines on instances small enough to try everything.

use std::collections::BTreeSet;

use muster_domain::{Date, Service, World};
use muster_solver::Problem;
use proptest::prelude::*;

use super::search::WHOLE;
use super::within::points;
use super::*;
use crate::compute::anew;
use crate::ground::Levers;

/// People, and openings.
const SIDE: u32 = 6;

/// Every choice that keeps the limits, by trying them all: the least points.
fn least(limits: &Limits, problem: &Problem, person: u32, choice: &mut Choice) -> i64 {
    if person as usize == problem.people() {
        return if limits.keeps(choice) { points(problem, choice) } else { i64::MAX };
    }
    let mut best = least(limits, problem, person + 1, choice);
    for (position, _) in problem.positions_for(person) {
        if !choice.contains(&Some(position)) {
            choice[person as usize] = Some(position);
            best = best.min(least(limits, problem, person + 1, choice));
            choice[person as usize] = None;
        }
    }
    best
}

fn limit(most: i64, each: Each, weights: Weights) -> Limit {
    Limit { limited: Limited::Service { service: Service::Army }, most, each, weights }
}

/// How many people of each of two services go.
fn services(given: [i64; 2]) -> Limits {
    let of = |people: [usize; 3]| Weights::People((0..SIDE as usize).map(|person| people.contains(&person)).collect());
    let limit = |most, people| limit(most, Each::Person, of(people));
    Limits { limits: vec![limit(given[0], [0, 1, 2]), limit(given[1], [3, 4, 5])], couples: Couples::default() }
}

/// A budget of all, what one service gives, seats that some pairs take, and members in some openings.
fn mixed(weights: &[i64], most: [i64; 4]) -> Limits {
    let weighed = |weight: &dyn Fn(i64) -> i64| {
        let all = (0..SIDE * SIDE).map(|at| (at / SIDE, at % SIDE, weight(weights[at as usize])));
        Weights::Pairs(all.filter(|(_, _, weight)| *weight > 0).collect())
    };
    let members = Weights::Members { openings: vec![1, 2, 4], military: [true, true, false, true, false, true].into() };
    Limits {
        limits: vec![
            limit(most[0], Each::Opening, weighed(&|weight| weight)),
            limit(most[1], Each::Person, Weights::People(vec![true, true, true, true, false, false])),
            limit(most[2], Each::Person, weighed(&|weight| i64::from(weight > 25))),
            limit(most[3], Each::Opening, members),
        ],
        couples: Couples::default(),
    }
}

/// Costs of the pairs that are allowed.
fn costs() -> impl Strategy<Value = Vec<Option<i64>>> {
    // Few different costs make many ties.
    prop_oneof![
        proptest::collection::vec(proptest::option::of(0_i64..3_000), 36),
        proptest::collection::vec(proptest::option::of((0_i64..6).prop_map(|cost| cost * 250)), 36),
    ]
}

fn instance(costs: &[Option<i64>]) -> Problem {
    let pairs = (0..SIDE * SIDE).zip(costs).filter_map(|(at, cost)| Some((at / SIDE, at % SIDE, (*cost)?)));
    Problem::new(pairs, vec![500; 6], vec![1_500; 6]).unwrap()
}

fn levers() -> Levers {
    Levers::on(&World::default(), Date::MIN)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_bound_under_limits_holds_and_every_limit_is_kept(
        costs in costs(),
        weights in proptest::collection::vec(0_i64..40, 36),
        most in [0_i64..120, 0_i64..5, 0_i64..4, 0_i64..4],
    ) {
        let (problem, limits) = (instance(&costs), mixed(&weights, most));
        let least = least(&limits, &problem, 0, &mut vec![None; 6]);
        let free = anew(problem).unwrap();
        for most in [0, WHOLE] {
            let found = limits.search_whole_up_to(most, &levers(), &[], &free).unwrap();
            prop_assert!(limits.keeps(&found.position_of));
            prop_assert!(found.bound <= least && found.bound >= free.proof.objective());
        }
        if let Some(found) = limits.priced(&[], &free).unwrap() {
            prop_assert!(limits.keeps(&found.position_of));
            prop_assert!(found.bound <= least && least <= points(&free.problem, &found.position_of));
        }
        let within = limits.settle(&levers(), &[], free, None).unwrap();
        prop_assert!(limits.keeps(&chosen(&within.open.solution, &[])));
        prop_assert!(within.bound <= least && least <= within.open.proof.objective() + within.held_cost);
    }

    #[test]
    fn prices_find_the_best_where_only_services_are_limited(costs in costs(), given in [0_i64..4, 0_i64..4]) {
        let (problem, limits) = (instance(&costs), services(given));
        let least = least(&limits, &problem, 0, &mut vec![None; 6]);
        let free = anew(problem.clone()).unwrap();
        let room = limits.room(&[]);
        for found in [limits.priced(&[], &free).unwrap(), limits.flow(&room, &free).unwrap()] {
            let found = found.unwrap();
            prop_assert!(limits.keeps(&found.position_of));
            prop_assert_eq!((points(&problem, &found.position_of), found.bound), (least, least));
            // One more of a limit gives no more than its price.
            for (limit, price) in found.prices.iter().enumerate() {
                let mut more = limits.clone();
                more.limits[limit].most += 1;
                let then = self::least(&more, &problem, 0, &mut vec![None; 6]);
                prop_assert!(*price >= (least - then) as f64, "{} {}", price, least - then);
            }
        }
    }

    #[test]
    fn a_small_change_keeps_every_limit_and_its_bound_holds(
        costs in costs(),
        weights in proptest::collection::vec(0_i64..40, 36),
        most in [0_i64..120, 0_i64..5, 0_i64..4, 0_i64..4],
        services_only in any::<bool>(),
        forbidden in 0_u32..36,
        locked in proptest::option::of(0_u32..36),
    ) {
        let limits = if services_only { services([most[1], most[2]]) } else { mixed(&weights, most) };
        let before = limits.settle(&levers(), &[], anew(instance(&costs)).unwrap(), None).unwrap();
        let mut costs = costs;
        costs[forbidden as usize] = None;
        let mut locked: Vec<(u32, u32)> = locked.into_iter().map(|at| (at / SIDE, at % SIDE)).collect();
        limits.break_locks(&mut locked);
        // As a slate has it: both ends of a locked pair are out, at no cost.
        let taken = |person: u32, position: u32| locked.iter().any(|(i, j)| *i == person || *j == position);
        let (mut unassigned, mut unfilled) = (vec![500; 6], vec![1_500; 6]);
        for (person, position) in &locked {
            (unassigned[*person as usize], unfilled[*position as usize]) = (0, 0);
        }
        let all = instance(&costs);
        let rest = pairs_of(&all).filter(|(person, position, _)| !taken(*person, *position));
        let problem = Problem::new(rest, unassigned, unfilled).unwrap();
        let mut rest = limits.clone();
        for limit in &mut rest.limits {
            limit.most -= limit.used(locked.iter().copied());
        }
        let least = least(&rest, &problem, 0, &mut vec![None; 6]);
        let after = limits.settle(&levers(), &locked, anew(problem).unwrap(), Some((&limits, &before))).unwrap();
        prop_assert!(limits.keeps(&chosen(&after.open.solution, &locked)));
        prop_assert!(after.bound <= least && least <= after.open.proof.objective());
        if services_only {
            prop_assert_eq!((after.bound, after.open.proof.objective()), (least, least));
        }
    }
}

#[test]
fn pieces_are_all_that_two_choices_differ_by() {
    let pairs = [(0, 0, 10), (0, 1, 20), (1, 0, 15), (1, 1, 30), (2, 2, 5), (3, 2, 9), (3, 3, 1)];
    let problem = Problem::new(pairs, vec![100; 4], vec![50; 4]).unwrap();
    let solution = |position_of: [Option<u32>; 4]| {
        let mut person_of = vec![None; 4];
        for (person, position) in (0..).zip(position_of) {
            if let Some(position) = position {
                person_of[position as usize] = Some(person);
            }
        }
        let objective = points(&problem, &position_of.to_vec());
        muster_solver::Solution {
            position_of: position_of.to_vec(),
            person_of,
            person_price: vec![0; 4],
            position_price: vec![0; 4],
            objective,
        }
    };
    let one = solution([Some(0), Some(1), Some(2), None]);
    let other = solution([Some(1), Some(0), None, Some(3)]);
    let pieces = pieces::pieces(&problem, &one, &other);
    let people: BTreeSet<Vec<u32>> = pieces.iter().map(|piece| piece.people.clone()).collect();
    assert_eq!(people, BTreeSet::from([vec![0, 1], vec![2], vec![3]]));
    assert_eq!(pieces.iter().map(|piece| piece.less).sum::<i64>(), one.objective - other.objective);
}
