//! Ten million synthetic events in columns: bytes an event, every answer from nothing, and again after one new event.
//!
//! ```text
//! cargo xtask bench columns [-- EVENTS]
//! ```

use anyhow::{Result, ensure};
use muster_bench_caseflow::{best, timed};
use muster_caseflow::log::{Event, EventLog, LogBuilder, Transition};
use muster_caseflow::mining::{Mined, Model, Settings, Step, StepKind};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

const ACTIVITIES: u64 = 40;
const RESOURCES: u64 = 300;
const STEPS: usize = 20;
const HOUR: i64 = 3_600_000_000;

fn main() -> Result<()> {
    let events: usize = std::env::args().nth(1).map_or(Ok(10_000_000), |text| text.parse())?;
    let (log, took) = timed(|| synthetic(events))?;
    let mut log = log?;
    println!("{} events of {} cases made in {:.2} s", log.events(), log.cases(), took.wall);
    let bytes = log.heap_bytes() as f64 / log.events() as f64;
    println!("log: {bytes:.1} bytes an event");

    let mut cold = Vec::new();
    let mut kept = None;
    for _ in 0..3 {
        drop(kept.take());
        let (mined, took) = timed(|| {
            let mined = Mined::new(&log, Settings { model: Some(model()?), ..Settings::default() });
            let page = mined.page(&log, 20);
            anyhow::Ok((mined, page))
        })?;
        let (mined, page) = mined?;
        println!(
            "cold: {:.2} s ({:.2} s processor); {} segments, {} variants",
            took.wall, took.cpu, page.segments.len(), page.variants
        );
        cold.push(took);
        kept = Some(mined);
    }
    let Some(mut mined) = kept else { return Ok(()) };
    println!("durations kept by segment: {:.1} bytes an event", mined.duration_bytes() as f64 / log.events() as f64);

    let mut dice = ChaCha8Rng::seed_from_u64(5);
    let mut after = Vec::new();
    for number in 0..51_i64 {
        let case = format!("C{}", dice.random_range(0..log.cases()));
        let activity = format!("activity {}", dice.random_range(0..ACTIVITIES));
        let resource = format!("person {}", dice.random_range(0..RESOURCES));
        // after the case's last event, or among them
        let at = 8_766 * 60 * HOUR / 2 + number * HOUR;
        let (page, took) = timed(|| {
            let pushed = log.push(&case, &activity, Some(&resource), Transition::Complete, at)?;
            mined.take(&log, pushed);
            anyhow::Ok(mined.page(&log, 20))
        })?;
        ensure!(page?.events as usize == log.events(), "an event was lost");
        after.push(took.wall * 1e3);
    }
    after.sort_by(f64::total_cmp);
    let (median, worst) = (after[after.len() / 2], after[after.len() - 1]);
    println!("every answer after one new event: median {median:.1} ms, worst of {} {worst:.1} ms", after.len());
    let least = best(&cold);
    ensure!(bytes <= 32.0, "more than 32 bytes an event");
    ensure!(least.wall < 3.0, "more than 3 s from nothing");
    ensure!(median < 50.0, "more than 50 ms after a new event");
    Ok(())
}

/// Cases of 10 to 30 events over five years: mostly one step after another, with leaps, repeats and returns.
fn synthetic(events: usize) -> Result<EventLog> {
    let mut dice = ChaCha8Rng::seed_from_u64(1);
    let mut builder = LogBuilder::default();
    let activities = (0..ACTIVITIES).map(|n| builder.activity(&format!("activity {n}"))).collect::<Result<Vec<_>, _>>()?;
    let resources = (0..RESOURCES).map(|n| builder.resource(&format!("person {n}"))).collect::<Result<Vec<_>, _>>()?;
    let mut number = 0;
    while builder.events() < events {
        let case = builder.case(&format!("C{number}"))?;
        number += 1;
        let mut at = dice.random_range(0..8_766 * 5) * HOUR;
        let mut step: usize = 0;
        for _ in 0..dice.random_range(STEPS / 2..STEPS * 3 / 2) {
            let resource = Some(resources[dice.random_range(0..resources.len())]);
            builder.event(case, Event { activity: activities[step], resource, transition: Transition::Complete, at })?;
            let wait: f64 = -dice.random::<f64>().max(1e-12).ln();
            at += (wait * 60.0 * HOUR as f64) as i64;
            step = match dice.random_range(0..20) {
                0 => step.saturating_sub(3),
                1 => step,
                2 => (step + 3) % activities.len(),
                _ => (step + 1) % activities.len(),
            };
        }
    }
    Ok(builder.finish())
}

fn model() -> Result<Model> {
    let kind = |n: u64| if n % 5 == 4 { StepKind::Optional } else { StepKind::Required };
    let step = |n| Step { activity: format!("activity {n}"), kind: kind(n) };
    Ok(Model::new((0..ACTIVITIES).map(step).collect())?)
}
