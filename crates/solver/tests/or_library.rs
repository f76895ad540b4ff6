//! A published instance with a published optimum: OR-Library's `assign500` (Beasley 1990), 500 × 500, dense.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

use std::path::{Path, PathBuf};

use muster_solver::{Problem, solve, verify};

/// The shared data folder, or nothing, said on standard error, where this clone has none beside it.
fn shared(test: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/solver/lap");
    if folder.join("assign500.txt").is_file() {
        return Some(folder);
    }
    let required = std::env::var("MUSTER_REQUIRE_ALL").is_ok_and(|value| value == "1");
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").is_dir();
    assert!(!(required && beside), "{} has no assign500.txt", folder.display());
    eprintln!("NOT RUN: {test}: ../shared/data is not here");
    None
}

#[test]
fn assign500_costs_what_the_library_says() {
    let Some(folder) = shared("assign500_costs_what_the_library_says") else {
        return;
    };
    let published = std::fs::read_to_string(folder.join("assignopt.txt")).unwrap();
    let line = published.lines().find(|line| line.starts_with("assign500")).unwrap();
    let optimum: i64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();

    let text = std::fs::read_to_string(folder.join("assign500.txt")).unwrap();
    let mut numbers = text.split_whitespace().map(|word| word.parse::<i64>().unwrap());
    let size = numbers.next().unwrap() as u32;
    let cells = (0..size).flat_map(|person| (0..size).map(move |position| (person, position)));
    let pairs = cells.zip(numbers).map(|((person, position), cost)| (person, position, cost));
    // Everybody must be placed: staying out costs more than any rearrangement could save.
    let out = vec![1_000_000; size as usize];
    let problem = Problem::new(pairs, out.clone(), out).unwrap();
    assert_eq!(problem.pairs(), 250_000);

    let proof = verify(&problem, &solve(&problem)).unwrap();
    assert_eq!(proof.assigned(), 500);
    assert_eq!(proof.objective(), optimum);
}
