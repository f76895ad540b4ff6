//! An instance that cannot be solved exactly is refused when it is built, with the place and the numbers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

use muster_solver::{MAX_COST, Place, Problem, ProblemError, solve, verify};

fn refusal(pairs: &[(u32, u32, i64)], unassigned: Vec<i64>, unfilled: Vec<i64>) -> ProblemError {
    Problem::new(pairs.iter().copied(), unassigned, unfilled).unwrap_err()
}

#[test]
fn an_index_out_of_range_is_refused() {
    let expected = ProblemError::PersonOutOfRange { person: 2, position: 0, people: 2 };
    assert_eq!(refusal(&[(0, 0, 1), (2, 0, 1)], vec![0; 2], vec![0]), expected);
    let expected = ProblemError::PositionOutOfRange { person: 1, position: 1, positions: 1 };
    assert_eq!(refusal(&[(1, 1, 1)], vec![0; 2], vec![0]), expected);
}

#[test]
fn a_pair_given_twice_is_refused() {
    let pairs = [(1, 0, 5), (0, 0, 1), (1, 1, 2), (1, 0, 6)];
    let expected = ProblemError::DuplicatePair { person: 1, position: 0 };
    assert_eq!(refusal(&pairs, vec![0; 2], vec![0; 2]), expected);
}

#[test]
fn a_cost_beyond_exact_arithmetic_is_refused_and_named() {
    for cost in [MAX_COST + 1, -MAX_COST - 1, i64::MAX, i64::MIN] {
        let expected = |place| ProblemError::CostTooLarge { place, cost };
        assert_eq!(refusal(&[(0, 0, cost)], vec![0], vec![0]), expected(Place::Pair(0, 0)));
        assert_eq!(refusal(&[], vec![0, cost], vec![0]), expected(Place::Person(1)));
        assert_eq!(refusal(&[], vec![0], vec![cost]), expected(Place::Position(0)));
    }
}

#[test]
fn costs_that_add_up_beyond_exact_arithmetic_are_refused() {
    let expected = ProblemError::TotalTooLarge { nodes: 1025, largest: MAX_COST };
    assert_eq!(refusal(&[(0, 0, -MAX_COST)], vec![0], vec![0; 1024]), expected);
}

#[test]
fn the_largest_costs_allowed_are_solved_exactly() {
    for sign in [1, -1] {
        let pairs = [(0, 0, sign * MAX_COST), (0, 1, sign * (MAX_COST - 1)), (1, 0, -sign * MAX_COST)];
        let problem = Problem::new(pairs, vec![MAX_COST; 2], vec![-MAX_COST, MAX_COST]).unwrap();
        let solution = solve(&problem);
        assert!(verify(&problem, &solution).is_ok());
    }
}

#[test]
fn pairs_in_any_order_make_the_same_instance() {
    let pairs = [(1, 0, 5), (0, 2, 1), (1, 1, 2), (0, 0, 6)];
    let mut sorted = pairs;
    sorted.sort_unstable();
    let build = |pairs: [(u32, u32, i64); 4]| Problem::new(pairs, vec![3; 2], vec![4; 3]).unwrap();
    let problem = build(pairs);
    assert_eq!(problem, build(sorted));
    assert_eq!(problem.positions_for(1).collect::<Vec<_>>(), [(0, 5), (1, 2)]);
    assert_eq!(problem.people_for(0).collect::<Vec<_>>(), [(0, 6), (1, 5)]);
    assert_eq!((problem.cost(1, 1), problem.cost(0, 1), problem.cost(9, 0)), (Some(2), None, None));
}

#[test]
fn an_instance_too_large_for_the_memory_allowed_is_refused_with_its_sizes() {
    let problem = Problem::new((0..100).map(|i| (i, i / 2, 7)), vec![9; 100], vec![9; 50]).unwrap();
    let needed = problem.memory_needed();
    assert_eq!(problem.check_memory(needed), Ok(()));
    let refusal = problem.check_memory(needed - 1).unwrap_err();
    assert_eq!((refusal.people, refusal.positions, refusal.pairs), (100, 50, 100));
    assert!(refusal.to_string().contains("100 pairs of 100 people and 50 positions"), "{refusal}");
}
