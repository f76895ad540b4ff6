//! The verifier accepts every optimum and nothing else: each single mutation of an answer is refused.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

mod common;

use common::{Dice, sparse};
use muster_solver::{Problem, Solution, Violation, solve, verify};
use proptest::prelude::*;

/// Every answer that differs from the given one in one place, and some that differ consistently on both sides.
fn mutants(problem: &Problem, right: &Solution) -> Vec<Solution> {
    let mut all = Vec::new();
    let mut change = |edit: &mut dyn FnMut(&mut Solution)| {
        let mut wrong = right.clone();
        edit(&mut wrong);
        if wrong != *right {
            all.push(wrong);
        }
    };
    for by in [-1, 1, -1000, 1 << 40] {
        change(&mut |wrong| wrong.objective += by);
        for person in 0..problem.people() {
            change(&mut |wrong| wrong.person_price[person] += by);
        }
        for position in 0..problem.positions() {
            change(&mut |wrong| wrong.position_price[position] += by);
        }
    }
    let anyone = |count: usize| (0..=count as u32).map(Some).chain([None, Some(u32::MAX)]);
    for person in 0..problem.people() {
        anyone(problem.positions()).for_each(|other| change(&mut |wrong| wrong.position_of[person] = other));
    }
    for position in 0..problem.positions() {
        anyone(problem.people()).for_each(|other| change(&mut |wrong| wrong.person_of[position] = other));
    }
    change(&mut |wrong| wrong.position_of.truncate(problem.people() - 1));
    change(&mut |wrong| wrong.person_of.truncate(problem.positions() - 1));
    change(&mut |wrong| wrong.person_price.push(0));
    change(&mut |wrong| wrong.position_price.push(0));
    all
}

fn instance(seed: u64) -> Problem {
    let mut dice = Dice(seed);
    let (people, positions) = (1 + dice.roll(9) as u32, 1 + dice.roll(9) as u32);
    let top = [1, 5, 1_000][dice.roll(3) as usize];
    sparse(seed, people, positions, 3, |dice, _, _| dice.cost(-top, top), |dice| dice.cost(-top, 2 * top))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_single_mutation_is_refused(seed in any::<u64>()) {
        let problem = instance(seed);
        let right = solve(&problem);
        prop_assert!(verify(&problem, &right).is_ok());
        for wrong in mutants(&problem, &right) {
            prop_assert!(verify(&problem, &wrong).is_err(), "accepted {wrong:?}");
        }
    }

    #[test]
    fn a_dearer_assignment_is_refused_even_with_its_own_cost_stated(seed in any::<u64>()) {
        let problem = instance(seed);
        let right = solve(&problem);
        let placed = (0..).zip(&right.position_of).find_map(|(person, position)| position.map(|j| (person, j)));
        let Some((person, position)) = placed else { return Ok(()) };
        let mut dearer = right.clone();
        dearer.position_of[person as usize] = None;
        dearer.person_of[position as usize] = None;
        let alone = problem.unassigned()[person as usize] + problem.unfilled()[position as usize];
        let loss = alone - problem.cost(person, position).unwrap();
        dearer.objective += loss;
        prop_assert_eq!(verify(&problem, &dearer).is_ok(), loss == 0);
    }
}

#[test]
fn a_violation_names_the_place_and_the_numbers() {
    let problem = Problem::new([(0, 0, 4), (0, 1, 6)], vec![9], vec![5, 5]).unwrap();
    let right = solve(&problem);
    assert_eq!(right.position_of, [Some(0)]);
    let mut wrong = right.clone();
    wrong.objective = 1;
    assert_eq!(verify(&problem, &wrong), Err(Violation::WrongObjective { stated: 1, actual: 9 }));
    let mut wrong = right.clone();
    wrong.person_of[0] = None;
    let expected = Violation::PersonDisagrees { person: 0, position: 0, holder: None };
    assert_eq!(verify(&problem, &wrong), Err(expected));
    let mut wrong = right;
    wrong.position_price[1] += 7;
    let refusal = verify(&problem, &wrong).unwrap_err().to_string();
    assert!(refusal.contains("position 1") || refusal.contains("(0, 1)"), "{refusal}");
}
