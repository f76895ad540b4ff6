//! The solve finds the least cost, and its prices prove it, on every kind of instance.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

mod common;

use common::{brute_force, hungarian, sparse};
use muster_solver::{Cancelled, Limits, Problem, Progress, Solution, solve, solve_with, verify};
use proptest::prelude::*;
use std::ops::ControlFlow;

/// Tiny instances with every oddity: empty sides, isolated nodes, ties, negative costs.
fn tiny() -> impl Strategy<Value = Problem> {
    let cost = prop_oneof![Just(0_i64), -3..=3_i64, -1000..=1000_i64];
    (0..=5_usize, 0..=5_usize).prop_flat_map(move |(people, positions)| {
        (
            prop::collection::vec(prop::option::of(cost.clone()), people * positions),
            prop::collection::vec(cost.clone(), people),
            prop::collection::vec(cost.clone(), positions),
        )
            .prop_map(move |(matrix, unassigned, unfilled)| {
                let pairs = (0..).zip(matrix).filter_map(|(at, cost): (usize, _)| {
                    cost.map(|cost| ((at / positions) as u32, (at % positions) as u32, cost))
                });
                Problem::new(pairs, unassigned, unfilled).unwrap()
            })
    })
}

/// As the crate chooses; searches first; by an auction that soon runs out of bids; without one; with one thread; with
/// three; without vectors.
const WAYS: [Limits; 7] = [
    DEFAULT,
    Limits { passes_before_auction: 6, bids_per_node: 20, ..DEFAULT },
    Limits { bids_per_node: 1, ..DEFAULT },
    Limits { bids_per_node: 0, ..DEFAULT },
    Limits { threads: 1, ..DEFAULT },
    Limits { threads: 3, ..DEFAULT },
    Limits { vectors: false, ..DEFAULT },
];

const DEFAULT: Limits = Limits { passes_before_auction: 0, bids_per_node: 60, threads: 0, vectors: true };

fn solved(problem: &Problem, limits: &Limits) -> Solution {
    solve_with(problem, limits, &mut |_| ControlFlow::Continue(())).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn the_optimum_is_what_trying_everything_finds(problem in tiny()) {
        let expected = brute_force(&problem);
        for limits in &WAYS {
            let solution = solved(&problem, limits);
            prop_assert_eq!(verify(&problem, &solution).map(|proof| proof.objective()), Ok(expected));
        }
    }

    #[test]
    fn the_test_twin_agrees_with_trying_everything(problem in tiny()) {
        prop_assert_eq!(hungarian(&problem), brute_force(&problem));
    }
}

/// Solves in every way; each answer is verified and they agree. Returns the cost.
fn cost_every_way(problem: &Problem) -> i64 {
    let costs = WAYS.map(|limits| verify(problem, &solved(problem, &limits)).unwrap().objective());
    assert_eq!(costs, [costs[0]; WAYS.len()]);
    costs[0]
}

#[test]
fn the_default_is_among_the_ways_tested() {
    assert_eq!(WAYS[0], Limits::default());
}

#[test]
fn medium_instances_agree_with_the_hungarian_twin() {
    for seed in 0..12 {
        let (people, positions) = (60 + 7 * seed as u32, 140 - 7 * seed as u32);
        let problem =
            sparse(seed, people, positions, 8, |dice, _, _| dice.cost(-500, 9_500), |dice| dice.cost(-100, 6_000));
        assert_eq!(cost_every_way(&problem), hungarian(&problem), "seed {seed}");
    }
}

#[test]
fn ties_everywhere_are_solved() {
    let all_equal = sparse(1, 120, 100, 6, |_, _, _| 5, |_| 40);
    assert_eq!(cost_every_way(&all_equal), hungarian(&all_equal));
    let few_values = sparse(2, 100, 120, 9, |dice, _, _| dice.cost(0, 2), |dice| dice.cost(0, 4));
    assert_eq!(cost_every_way(&few_values), hungarian(&few_values));
}

#[test]
fn tight_scarcity_is_solved() {
    // Three people for every position, and leaving anybody out is dear.
    let problem = sparse(3, 180, 60, 10, |dice, _, _| dice.cost(0, 3), |_| 1_000_000);
    assert_eq!(cost_every_way(&problem), hungarian(&problem));
}

#[test]
fn one_popular_position_is_solved() {
    let popular = |dice: &mut common::Dice, _, position| {
        if position < 3 { -10_000 } else { dice.cost(0, 100) }
    };
    let problem = sparse(4, 150, 40, 15, popular, |_| 20_000);
    assert_eq!(cost_every_way(&problem), hungarian(&problem));
}

#[test]
fn geometric_costs_are_solved() {
    // Cost grows as the product of the two indices: the classic slow case of shortest augmenting paths.
    let problem = sparse(5, 110, 110, 40, |_, person, position| i64::from((person + 1) * (position + 1)), |_| 1 << 20);
    assert_eq!(cost_every_way(&problem), hungarian(&problem));
    let doubling = sparse(6, 30, 30, 12, |_, person, position| 1 << ((person + position) % 30), |_| 1 << 31);
    assert_eq!(cost_every_way(&doubling), hungarian(&doubling));
}

#[test]
fn the_same_instance_gives_the_same_answer() {
    let problem = sparse(7, 300, 280, 12, |dice, _, _| dice.cost(0, 9), |dice| dice.cost(5, 30));
    assert_eq!(solve(&problem), solve(&problem));
}

#[test]
fn threads_and_vectors_do_not_change_the_answer() {
    let out = |dice: &mut common::Dice| dice.cost(5_000, 30_000);
    for seed in 0..4 {
        // Large enough that threads are worth starting.
        let problem = sparse(seed, 6_000, 5_500 + 500 * seed as u32, 30, |dice, _, _| dice.cost(0, 9_000), out);
        let answer = solved(&problem, &DEFAULT);
        verify(&problem, &answer).unwrap();
        for threads in [1, 2, 3] {
            for vectors in [false, true] {
                assert_eq!(solved(&problem, &Limits { threads, vectors, ..DEFAULT }), answer, "{threads} {vectors}");
            }
        }
    }
}

#[test]
fn reading_long_rows_from_shortlists_does_not_change_the_answer() {
    for (seed, steps) in [(1, 9_000), (2, 40), (3, 3)] {
        // Some stay out on either side, so prices rise again between phases.
        let out = |dice: &mut common::Dice| dice.cost(0, steps / 3);
        let problem = sparse(seed, 2_400, 2_300, 150, |dice, _, _| dice.cost(0, steps), out);
        let answer = solved(&problem, &Limits { threads: 1, ..DEFAULT });
        verify(&problem, &answer).unwrap();
        for (threads, vectors) in [(1, false), (3, true), (3, false)] {
            assert_eq!(solved(&problem, &Limits { threads, vectors, ..DEFAULT }), answer, "{seed} {threads} {vectors}");
        }
    }
}

#[test]
fn leaving_out_dearer_than_the_auction_can_count_is_exact() {
    let big = 1 << 40;
    for seed in 0..20 {
        let problem = sparse(seed, 60, 55, 5, |dice, _, _| dice.cost(0, 300), |dice| big + dice.cost(0, 5));
        assert_eq!(cost_every_way(&problem), big_hungarian(&problem));
    }
}

/// The twin cannot count so far: it solves the instance with what leaving out costs cut to what any exchange could save.
fn big_hungarian(problem: &Problem) -> i64 {
    let (big, enough) = (1_i64 << 40, 1_i64 << 26);
    let cut = |limits: &[i64]| limits.iter().map(|limit| limit - big + enough).collect::<Vec<_>>();
    let pairs = (0..problem.people() as u32).flat_map(|i| problem.positions_for(i).map(move |(j, cost)| (i, j, cost)));
    let small = Problem::new(pairs, cut(problem.unassigned()), cut(problem.unfilled())).unwrap();
    let out = solve(&small);
    let left = out.position_of.iter().filter(|held| held.is_none()).count()
        + out.person_of.iter().filter(|held| held.is_none()).count();
    assert_eq!(out.objective, hungarian(&small));
    out.objective + left as i64 * (big - enough)
}

#[test]
fn a_solve_told_to_stop_stops_at_once_and_says_so_whenever_it_is_told() {
    let problem = sparse(8, 2_000, 2_000, 12, |dice, _, _| dice.cost(0, 9_000), |_| 20_000);
    let mut seen = Vec::new();
    solve_with(&problem, &DEFAULT, &mut |progress| {
        seen.push(progress);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(seen.iter().any(|progress| matches!(progress, Progress::Auction { .. })));
    assert!(seen.iter().any(|progress| matches!(progress, Progress::Search { .. })));
    for stop_at in 1..=seen.len() {
        let mut asked = 0;
        let stopped = solve_with(&problem, &DEFAULT, &mut |_| {
            asked += 1;
            if asked == stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((stopped, asked), (Err(Cancelled), stop_at));
    }
}
