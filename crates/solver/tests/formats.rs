//! No file, however broken, makes the reader panic, and what it reads is what was written.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

use muster_solver::formats::{Input, read_from};
use muster_solver::{Outcome, Problem, solve_required, verify_required, verify_shortage};
use proptest::prelude::*;

const SEEDS: [&str; 5] = [
    "c x\np asn 6 5\nn 1\nn 2\nn 3\na 1 4 5\na 1 5 -3\na 2 4 1\na 2 6 7\na 3 5 2\n",
    "p min 4 3\nn 1 2\nn 2 1\nn 3 -2\nn 4 -1\na 1 3 0 2 5\na 2 4 0 9 1\na 1 4 0 1 2\n",
    "3\n1 2 3\n4 5 6 7\n8 9\n",
    r#"{"people": 3, "positions": ["a", "b"], "pairs": [[0, 0, 1], [1, 1, 2], [2, 0, 3]], "capacity": [2, "unlimited"],
        "unassigned": [5, "never", 7], "forced": [[0, 0]], "groups": [{"name": "g", "positions": [0], "most": 1}]}"#,
    r#"{"people": 2, "positions": 2, "pairs": [[0, 0, 1], [1, 1, 2]], "couples": [[0, 1]], "places": [1, 2],
        "commuting": [[1, 2]], "shares": [{"name": "s", "people": [0], "positions": [0, 1], "least": [1, 2]}]}"#,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_mutated_file_is_read_or_refused(
        seed in prop::sample::select(&SEEDS[..]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..8),
    ) {
        let mut text = seed.as_bytes().to_vec();
        for (at, byte, kind) in edits {
            let at = at.index(text.len().max(1)).min(text.len().saturating_sub(1));
            match kind {
                0 if !text.is_empty() => text[at] = byte,
                1 if !text.is_empty() => { text.remove(at); }
                2 => text.insert(at, b"0123456789-[]{},\" \n"[usize::from(byte) % 19]),
                _ => text.truncate(at.max(1)),
            }
        }
        // What is read must also be built without a panic.
        if let Ok(input) = read_from(&text[..], "mutated", text.len() as u64) {
            match input {
                Input::Matching(instance) => {
                    let (people, positions) = (instance.people.len(), instance.positions.len());
                    let _ = instance.arcs.into_problem(vec![0; people], vec![0; positions]);
                }
                Input::Json(instance) => {
                    let _ = instance.build("mutated");
                }
            }
        }
    }

    #[test]
    fn demands_are_kept_at_the_least_cost_or_proven_impossible(
        people in 0..5_usize,
        positions in 0..5_usize,
        matrix in prop::collection::vec(prop::option::weighted(0.5, -20..20_i64), 25),
        out in prop::collection::vec(prop::option::weighted(0.6, -15..30_i64), 10),
    ) {
        let pairs: Vec<(u32, u32, i64)> = (0..people)
            .flat_map(|i| (0..positions).map(move |j| (i, j)))
            .filter_map(|(i, j)| Some((i as u32, j as u32, matrix[i * 5 + j]?)))
            .collect();
        let (unassigned, unfilled) = (&out[..people], &out[5..5 + positions]);
        let best = brute_force(&pairs, unassigned, unfilled, 0, 0);
        match solve_required(pairs, unassigned, unfilled).unwrap() {
            Outcome::Optimal(problem, solution) => {
                let proof = verify_required(&problem, unassigned, unfilled, &solution).unwrap();
                prop_assert_eq!(Some(proof.objective()), best);
            }
            Outcome::Infeasible(problem, shortage) => {
                prop_assert_eq!(best, None);
                verify_shortage(&problem, unassigned, unfilled, &shortage).unwrap();
            }
        }
    }

    #[test]
    fn pairs_in_any_order_and_twice_make_the_cheapest_instance(
        mut arcs in prop::collection::vec((0..4_u32, 0..4_u32, -3..3_i64), 0..20),
    ) {
        let mut read = muster_solver::formats::Arcs::new(4, 4).unwrap();
        for &(person, position, cost) in &arcs {
            read.push(person, position, cost);
        }
        arcs.sort_unstable();
        arcs.dedup_by_key(|&mut (person, position, _)| (person, position));
        let expected = Problem::new(arcs, vec![1; 4], vec![2; 4]).unwrap();
        prop_assert_eq!(read.into_problem(vec![1; 4], vec![2; 4]).unwrap(), expected);
    }
}

/// The least cost of keeping the demands, or nothing if they cannot be kept.
fn brute_force(
    pairs: &[(u32, u32, i64)],
    unassigned: &[Option<i64>],
    unfilled: &[Option<i64>],
    person: usize,
    taken: u32,
) -> Option<i64> {
    if person == unassigned.len() {
        let open = unfilled.iter().enumerate().filter(|(position, _)| taken >> position & 1 == 0);
        return open.map(|(_, cost)| *cost).sum();
    }
    let next = |taken| brute_force(pairs, unassigned, unfilled, person + 1, taken);
    let alone = unassigned[person].and_then(|cost| Some(cost + next(taken)?));
    let placed = pairs.iter().filter(|pair| pair.0 as usize == person && taken >> pair.1 & 1 == 0);
    placed.filter_map(|&(_, position, cost)| Some(cost + next(taken | 1 << position)?)).chain(alone).min()
}
