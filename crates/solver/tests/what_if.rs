//! A forced or forbidden pair costs exactly what solving the changed instance from nothing says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

mod common;

use common::sparse;
use muster_solver::{Alternative, Problem, Solution, WhatIf, WhatIfError, solve};

/// The same instance with other pairs.
fn with_pairs(problem: &Problem, keep: impl Fn(u32, u32) -> bool) -> Problem {
    let pairs = (0..problem.people() as u32)
        .flat_map(|i| problem.positions_for(i).map(move |(j, cost)| (i, j, cost)))
        .filter(|&(i, j, _)| keep(i, j));
    Problem::new(pairs, problem.unassigned().to_vec(), problem.unfilled().to_vec()).unwrap()
}

/// The least cost with the pair forced: both ends give up everything else, and being apart costs a fortune.
fn forced_from_nothing(problem: &Problem, person: u32, position: u32) -> i64 {
    let only = with_pairs(problem, |i, j| (i == person) == (j == position));
    let fortune = 1 << 40;
    let mut unassigned = problem.unassigned().to_vec();
    unassigned[person as usize] = fortune;
    let pairs: Vec<_> =
        (0..only.people() as u32).flat_map(|i| only.positions_for(i).map(move |(j, cost)| (i, j, cost))).collect();
    solve(&Problem::new(pairs, unassigned, problem.unfilled().to_vec()).unwrap()).objective
}

/// The cost of the assignment that the changes lead to, checking that it is one.
fn cost_after(problem: &Problem, optimum: &Solution, answer: &Alternative) -> i64 {
    let mut position_of = optimum.position_of.clone();
    for change in &answer.changes {
        assert_eq!(position_of[change.person as usize], change.before);
        assert_ne!(change.before, change.after);
        position_of[change.person as usize] = change.after;
    }
    let mut filled = vec![false; problem.positions()];
    let mut cost = 0;
    for (person, position) in (0..).zip(&position_of) {
        cost += match position {
            Some(position) => {
                assert!(!std::mem::replace(&mut filled[*position as usize], true), "position {position} twice");
                problem.cost(person, *position).unwrap()
            }
            None => problem.unassigned()[person as usize],
        };
    }
    let open = problem.unfilled().iter().zip(&filled).filter(|(_, filled)| !**filled);
    cost + open.map(|(cost, _)| cost).sum::<i64>()
}

fn instances() -> impl Iterator<Item = Problem> {
    (0..240).map(|seed| match seed % 6 {
        0 => sparse(seed, 12, 9, 4, |dice, _, _| dice.cost(-20, 60), |dice| dice.cost(-5, 40)),
        1 => sparse(seed, 9, 12, 5, |dice, _, _| dice.cost(0, 2), |dice| dice.cost(0, 3)),
        2 => sparse(seed, 14, 14, 4, |dice, _, _| dice.cost(0, 10_000), |_| 100_000),
        3 => sparse(seed, 25, 20, 6, |dice, _, _| dice.cost(0, 50), |dice| dice.cost(0, 90)),
        // Nearly everyone placed and nothing free nearby: long chains, with and without ties.
        4 => sparse(seed, 30, 30, 5, |dice, _, _| dice.cost(0, 3), |_| 1_000),
        _ => sparse(seed, 30, 30, 5, |dice, _, _| dice.cost(0, 1_000), |dice| dice.cost(500, 3_000)),
    })
}

#[test]
fn a_forced_pair_costs_what_a_full_solve_says() {
    for problem in instances() {
        let optimum = solve(&problem);
        let mut what_if = WhatIf::new(&problem, &optimum).unwrap();
        for person in 0..problem.people() as u32 {
            for (position, _) in problem.positions_for(person) {
                let answer = what_if.forced(person, position).unwrap();
                assert_eq!(answer.objective, forced_from_nothing(&problem, person, position));
                assert_eq!(answer.objective - optimum.objective, answer.extra);
                assert_eq!(cost_after(&problem, &optimum, &answer), answer.objective);
                let moved = answer.changes.iter().find(|change| change.person == person);
                let after = moved.map_or(optimum.position_of[person as usize], |change| change.after);
                assert_eq!(after, Some(position), "the person takes the position");
            }
        }
    }
}

#[test]
fn a_forbidden_pair_costs_what_a_full_solve_says() {
    for problem in instances() {
        let optimum = solve(&problem);
        let mut what_if = WhatIf::new(&problem, &optimum).unwrap();
        for person in 0..problem.people() as u32 {
            for (position, _) in problem.positions_for(person) {
                let answer = what_if.without(person, position).unwrap();
                let rest = with_pairs(&problem, |i, j| (i, j) != (person, position));
                assert_eq!(answer.objective, solve(&rest).objective);
                assert_eq!(cost_after(&rest, &optimum, &answer), answer.objective);
            }
        }
    }
}

#[test]
fn a_chosen_pair_is_forced_for_nothing_and_an_unchosen_one_forbidden_for_nothing() {
    let problem = Problem::new([(0, 0, 1), (0, 1, 5)], vec![9], vec![9, 9]).unwrap();
    let optimum = solve(&problem);
    let mut what_if = WhatIf::new(&problem, &optimum).unwrap();
    let nothing = Alternative { objective: optimum.objective, extra: 0, changes: Vec::new() };
    assert_eq!(what_if.forced(0, 0), Ok(nothing.clone()));
    assert_eq!(what_if.without(0, 1), Ok(nothing));
}

#[test]
fn questions_do_not_disturb_one_another() {
    let problem = sparse(9, 40, 35, 6, |dice, _, _| dice.cost(0, 50), |dice| dice.cost(0, 90));
    let optimum = solve(&problem);
    let mut asked_often = WhatIf::new(&problem, &optimum).unwrap();
    for person in 0..40 {
        for (position, _) in problem.positions_for(person) {
            let mut fresh = WhatIf::new(&problem, &optimum).unwrap();
            assert_eq!(asked_often.forced(person, position), fresh.forced(person, position));
            assert_eq!(asked_often.without(person, position), fresh.without(person, position));
        }
    }
}

#[test]
fn a_pair_that_is_not_allowed_is_refused() {
    let problem = Problem::new([(0, 0, 1)], vec![9, 9], vec![9]).unwrap();
    let mut what_if = WhatIf::new(&problem, &solve(&problem)).unwrap();
    for (person, position) in [(1, 0), (0, 7), (7, 0)] {
        let refusal = Err(WhatIfError::NotAPair { person, position });
        assert_eq!(what_if.forced(person, position), refusal);
        assert_eq!(what_if.without(person, position), refusal);
    }
}

#[test]
fn an_answer_that_is_not_optimal_is_refused() {
    let problem = Problem::new([(0, 0, 1)], vec![9], vec![9]).unwrap();
    let mut wrong = solve(&problem);
    wrong.objective += 1;
    assert!(WhatIf::new(&problem, &wrong).is_err());
}
