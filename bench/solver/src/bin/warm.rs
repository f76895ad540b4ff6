//! Re-solve after ten people change: `cargo xtask bench warm [-- PEOPLE]`, 20,000 unless told, 50 and 200 pairs each.
//!
//! Every round gives ten people new costs throughout and solves again, proof included, from where the session stands.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use muster_bench_solver::dice::Dice;
use muster_bench_solver::generator::{Family, generate};
use muster_bench_solver::measure::thread_time;
use muster_solver::{Edit, Session, solve};

const ROUNDS: usize = 101;

fn main() -> Result<()> {
    let people: u32 = std::env::args().nth(1).map_or(Ok(20_000), |text| text.parse())?;
    println!("ten people re-costed, {ROUNDS} rounds, edits and proof counted; first solve from nothing for comparison");
    for degree in [50, 200] {
        let problem = generate(Family::Offices, people, degree, 1).instance.problem()?;
        let started = Instant::now();
        let mut session = Session::new(problem)?;
        let first = started.elapsed();
        let mut dice = Dice::new(2_026);
        let (mut times, mut processor) = (Vec::new(), Duration::ZERO);
        for round in 0..ROUNDS {
            let mut edits = Vec::new();
            for _ in 0..10 {
                let person = dice.roll(people);
                for (position, _) in session.problem().positions_for(person) {
                    edits.push(Edit::Allow { person, position, cost: i64::from(dice.roll(10_001)) });
                }
            }
            let (started, spent) = (Instant::now(), thread_time()?);
            for edit in &edits {
                session.edit(edit)?;
            }
            let objective = session.solve()?.objective();
            times.push(started.elapsed());
            processor += thread_time()? - spent;
            if round % 25 == 0 {
                let anew = solve(session.problem()).objective;
                ensure!(anew == objective, "round {round}: {objective} re-solved, {anew} from nothing");
            }
        }
        times.sort();
        let milliseconds = |time: Duration| 1e3 * time.as_secs_f64();
        println!(
            "{people} x {degree}: first {:.1} ms, re-solve median {:.2} ms, nine in ten within {:.2} ms, longest {:.2} ms; \
             processor time {:.2} ms on average",
            milliseconds(first),
            milliseconds(times[ROUNDS / 2]),
            milliseconds(times[ROUNDS * 9 / 10]),
            milliseconds(times[ROUNDS - 1]),
            milliseconds(processor) / ROUNDS as f64,
        );
    }
    Ok(())
}
