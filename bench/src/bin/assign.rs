//! Pure assignment, side by side with a peer in one run: seeded instances, seconds each, and the ratio.
//!
//! `cargo run --release -p muster-bench --bin assign [-- NAME…]` prints one line an instance. The peer is
//! OR-Tools' min-cost flow, called from `bench/peers/assign.py`; without Python or the package the line says so
//! and the bench goes on.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use muster_bench::ortools::OrTools;
use muster_solver::{Problem, WhatIf, solve, verify};

/// One family and size of instance.
struct Case {
    name: &'static str,
    people: u32,
    positions: u32,
    degree: u32,
    costs: Costs,
}

/// How pair costs are drawn.
#[derive(Clone, Copy)]
enum Costs {
    /// 0 to 10,000, people and positions in 150 clusters with most pairs inside a cluster.
    Clustered,
    /// 0 to 10,000, any pair as likely as any other.
    Uniform,
    /// 0 to 20: many ties, as from levers with small integers.
    Ties,
    /// 0 to 20 in clusters of which every other has three people for a position and the rest one for three: ties
    /// and local scarcity together.
    Scarce,
    /// The product of the two indices from one: the classic bad case of shortest augmenting paths.
    Product,
}

const CASES: [Case; 11] = [
    Case { name: "1k x 50", people: 1_000, positions: 1_000, degree: 50, costs: Costs::Uniform },
    Case { name: "5k x 50", people: 5_000, positions: 5_000, degree: 50, costs: Costs::Uniform },
    Case { name: "6k x 7k x 60", people: 6_000, positions: 7_000, degree: 60, costs: Costs::Uniform },
    Case { name: "6k x 7k x 60 clustered", people: 6_000, positions: 7_000, degree: 60, costs: Costs::Clustered },
    Case { name: "6k x 7k x 60 ties", people: 6_000, positions: 7_000, degree: 60, costs: Costs::Ties },
    Case { name: "6k x 7k x 200", people: 6_000, positions: 7_000, degree: 200, costs: Costs::Uniform },
    Case { name: "6k x 7k x 200 ties", people: 6_000, positions: 7_000, degree: 200, costs: Costs::Ties },
    Case { name: "6k x 7k x 60 scarce", people: 6_000, positions: 7_000, degree: 60, costs: Costs::Scarce },
    Case { name: "6k x 6k x 60 ties", people: 6_000, positions: 6_000, degree: 60, costs: Costs::Ties },
    Case { name: "6k x 6k x 60 product", people: 6_000, positions: 6_000, degree: 60, costs: Costs::Product },
    Case { name: "20k x 50", people: 20_000, positions: 20_000, degree: 50, costs: Costs::Uniform },
];

/// Random numbers with a printed seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % u64::from(sides)) as u32
    }
}

type Pairs = Vec<(u32, u32, i64)>;

impl Case {
    /// The instance's pairs and what leaving a person or position out costs.
    fn pairs(&self, seed: u64) -> (Pairs, i64) {
        const CLUSTERS: u32 = 150;
        let mut dice = Dice(seed);
        let mut pairs = Vec::new();
        for person in 0..self.people {
            let mut row: Vec<u32> = (0..self.degree)
                .map(|_| match self.costs {
                    Costs::Clustered if dice.roll(10) < 8 => {
                        // Two neighbouring clusters' worth of positions.
                        let width = self.positions / CLUSTERS;
                        ((person % CLUSTERS) * width + dice.roll(2 * width)) % self.positions
                    }
                    Costs::Scarce => {
                        // Three quarters of the people share the odd half of the clusters.
                        let width = self.positions / CLUSTERS;
                        let cluster = person / 4 % (CLUSTERS / 2) * 2 + u32::from(person % 4 != 0);
                        cluster * width + dice.roll(width * 5 / 4)
                    }
                    _ => dice.roll(self.positions),
                })
                .collect();
            row.sort_unstable();
            row.dedup();
            let top = if matches!(self.costs, Costs::Ties | Costs::Scarce) { 21 } else { 10_001 };
            pairs.extend(row.into_iter().map(|position| {
                let cost = match self.costs {
                    Costs::Product => i64::from(person + 1) * i64::from(position + 1),
                    _ => i64::from(dice.roll(top)),
                };
                (person, position, cost)
            }));
        }
        let out = match self.costs {
            Costs::Ties => 40,
            Costs::Scarce => 1_000,
            Costs::Product => 100_000_000,
            Costs::Clustered | Costs::Uniform => 12_000,
        };
        (pairs, out)
    }
}

fn main() -> Result<()> {
    const SEED: u64 = 2026;
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    println!(
        "seed {SEED}; seconds are wall time on this machine, ours the best of three; ratio: peer / (build + solve)"
    );
    let peer = OrTools::prepare();
    match &peer {
        Ok(peer) => println!("peer: {}", peer.version),
        Err(why) => println!("NOT RUN: peer: {why:#}"),
    }
    for case in CASES.iter().filter(|case| wanted.is_empty() || wanted.iter().any(|name| name == case.name)) {
        let (pairs, out) = case.pairs(SEED);
        let started = Instant::now();
        let problem =
            Problem::new(pairs.iter().copied(), vec![out; case.people as usize], vec![out; case.positions as usize])?;
        let build = started.elapsed();
        let (solution, seconds) = best_of_three(|| solve(&problem));
        let (proof, verified) = best_of_three(|| verify(&problem, &solution));
        let objective = proof?.objective();
        print!(
            "{:<24} objective {objective:>12}  solve {:>8.4} s  build {:>7.4} s  verify {:>7.4} s",
            case.name,
            seconds.as_secs_f64(),
            build.as_secs_f64(),
            verified.as_secs_f64()
        );
        what_if(&problem, &solution, &pairs)?;
        if let Ok(peer) = &peer {
            let (peer_objective, peer_seconds) =
                peer.solve(case.people as usize, case.positions as usize, pairs.iter().copied(), out)?;
            ensure!(peer_objective == objective, "{} found {peer_objective}, not {objective}", peer.version);
            print!("  peer {peer_seconds:>8.4} s  ratio {:>6.1}", peer_seconds / (build + seconds).as_secs_f64());
        }
        println!();
    }
    Ok(())
}

fn best_of_three<T>(mut work: impl FnMut() -> T) -> (T, Duration) {
    let mut run = || {
        let started = Instant::now();
        let value = work();
        (value, started.elapsed())
    };
    let first = run();
    [run(), run()].into_iter().fold(first, |best, next| if next.1 < best.1 { next } else { best })
}

/// Prints the mean time of a forced and of a forbidden pair.
fn what_if(problem: &Problem, solution: &muster_solver::Solution, pairs: &Pairs) -> Result<()> {
    const QUESTIONS: usize = 1_000;
    let mut what_if = WhatIf::new(problem, solution)?;
    let step = (pairs.len() / QUESTIONS).max(1);
    let started = Instant::now();
    for &(person, position, _) in pairs.iter().step_by(step).take(QUESTIONS) {
        what_if.forced(person, position)?;
    }
    let forced = started.elapsed() / QUESTIONS as u32;
    let held: Vec<(u32, u32)> =
        (0..).zip(&solution.position_of).filter_map(|(i, j)| j.map(|j| (i, j))).take(QUESTIONS).collect();
    let started = Instant::now();
    for &(person, position) in &held {
        what_if.without(person, position)?;
    }
    let without = started.elapsed() / held.len().max(1) as u32;
    print!("  forced {:>6} µs  without {:>6} µs", forced.as_micros(), without.as_micros());
    Ok(())
}
