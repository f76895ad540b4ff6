//! Stable matching: `cargo xtask bench stable [-- PEOPLE]`, 20,000 people and as many positions with lists of 50, unless
//! told. Counted: the matching and its proof; the preferences are built before.

use std::time::Instant;

use anyhow::{Result, ensure};
use muster_bench_solver::dice::Dice;
use muster_bench_solver::generator::{Family, generate};
use muster_solver::stable::{Lottery, Preferences, StableMatching, blocking, person_optimal, position_optimal};

fn main() -> Result<()> {
    let people: u32 = std::env::args().nth(1).map_or(Ok(20_000), |text| text.parse())?;
    for seed in 1..=5 {
        let instance = generate(Family::Offices, people, 50, seed).instance;
        let mut dice = Dice::new(seed);
        let mut wishes = vec![Vec::new(); people as usize];
        let mut rankings = vec![Vec::new(); people as usize];
        for &(person, position, cost) in &instance.pairs {
            // What a person wants follows cost and taste; positions rank in ten classes.
            wishes[person as usize].push((cost + i64::from(dice.roll(4_000)), position));
            rankings[position as usize].push((person, dice.roll(10)));
        }
        let ranked = |mut list: Vec<(i64, u32)>| {
            list.sort_unstable();
            list.into_iter().map(|(_, position)| position).collect::<Vec<u32>>()
        };
        let wishes: Vec<Vec<u32>> = wishes.into_iter().map(ranked).collect();
        let started = Instant::now();
        let preferences = Preferences::new(&wishes, &rankings, Lottery::draw(seed, people as usize))?;
        print!("{people} x {people} x 50 seed {seed}: preferences {:.1} ms", 1e3 * started.elapsed().as_secs_f64());
        type Method = fn(&Preferences) -> StableMatching;
        for (side, method) in [("people", person_optimal as Method), ("positions", position_optimal)] {
            let (mut best, mut matched) = (f64::INFINITY, 0);
            for _ in 0..5 {
                let started = Instant::now();
                let found = method(&preferences);
                best = best.min(started.elapsed().as_secs_f64());
                matched = found.matched();
                ensure!(blocking(&preferences, &found.position_of)?.is_stable(), "seed {seed}: a pair blocks");
            }
            print!("; best for {side} {:.1} ms, {matched} matched, 0 blocking", 1e3 * best);
        }
        println!();
    }
    Ok(())
}
