//! The simulation engine beside Ciw and SimPy, and on the whole network of cases: `cargo xtask bench simulate`.
//!
//! `-- large` runs the large case alone, `-- peers` the comparison alone, `-- write FILE` writes the large case's network.
//!
//! An event is counted alike for all: three a completed visit of a case to a station (arrival there, start and end of its
//! service). Time is processor time of one thread; importing, and reading out the peers' records, is not counted for them.

mod large;
mod peers;

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result};
use muster_bench_solver::measure::{measure, peak_bytes};
use muster_caseflow::simulation::{Control, Model, Run, Settings, offered, read, simulate};

/// Four servers at 85 % (M/M/4).
const SERVERS: &str = r#"{"name": "M/M/4", "horizon": 4000, "warm_up": 400, "stations": [
    {"name": "desk", "servers": 4, "service": {"exponential": {"mean": 0.34}}}],
    "classes": [{"name": "case", "arrivals": {"rate": 10}, "enter": "desk", "steps": [{"station": "desk"}]}]}"#;

/// Five stations with rework (Jackson).
const JACKSON: &str = r#"{"name": "Jackson, five stations", "horizon": 1500, "warm_up": 150, "stations": [
    {"name": "a", "servers": 2, "service": {"exponential": {"mean": 0.25}}},
    {"name": "b", "servers": 3, "service": {"exponential": {"mean": 0.5}}},
    {"name": "c", "servers": 1, "service": {"exponential": {"mean": 0.3}}},
    {"name": "d", "servers": 4, "service": {"exponential": {"mean": 0.6}}},
    {"name": "e", "servers": 2, "service": {"exponential": {"mean": 0.3}}}],
    "classes": [{"name": "case", "arrivals": {"rate": 4}, "enter": "a", "steps": [
        {"station": "a", "next": [{"to": "b", "probability": 0.6}, {"to": "c", "probability": 0.4}]},
        {"station": "b", "next": [{"to": "d", "probability": 0.8}, {"to": "a", "probability": 0.2}]},
        {"station": "c", "next": "d"},
        {"station": "d", "next": [{"to": "e", "probability": 0.9}, {"to": "b", "probability": 0.1}]},
        {"station": "e", "next": [{"to": "a", "probability": 0.1}]}]}]}"#;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = words.first().map_or("", String::as_str);
    if asked == "write" {
        let path = words.get(1).context("write where? give a file")?;
        return Ok(std::fs::write(path, serde_json::to_string_pretty(&large::network())?)?);
    }
    if asked != "large" {
        compare()?;
    }
    if asked != "peers" {
        whole()?;
    }
    Ok(())
}

/// Ours on one thread and each peer, on the same networks.
fn compare() -> Result<()> {
    let prepared = peers::Peers::prepare()?;
    for text in [SERVERS, JACKSON] {
        let file = read(text)?;
        let model = Arc::new(Model::new(file.network)?);
        println!("{}", model.network().name);
        let settings = Settings { replications: 200, confidence: 0.99, threads: Some(1), ..Settings::default() };
        let mut last = None;
        let measured = measure(|| {
            let run = simulate(&model, &settings, Control::default())?;
            let visits = visits(&run);
            last = Some(run);
            Ok(visits)
        })?;
        let run = last.context("it ran once at least")?;
        let ours = 3.0 * measured.objective as f64 / measured.cpu;
        println!("  Muster        {:>12.0} events a second of processor time, {} visits", ours, measured.objective);
        for peer in ["ciw", "simpy"] {
            match prepared.simulate(peer, text) {
                Ok(found) => {
                    let speed = 3.0 * found.visits / found.seconds;
                    println!(
                        "  {:<13} {speed:>12.0} events a second of processor time, {} visits; {:.0} times slower; {}",
                        found.name,
                        found.visits,
                        ours / speed,
                        peers::agreement(&run, &found)
                    );
                }
                Err(why) => println!("  {peer:<13} NOT RUN: {why:#}"),
            }
        }
    }
    Ok(())
}

/// Visits ended, over all replications and the window.
fn visits(run: &Run) -> i64 {
    let ended = run.estimates.stations.iter().filter_map(|station| station.departures.mean).sum::<f64>();
    (ended * f64::from(run.replications)).round() as i64
}

/// Five years, 16,000 open cases, 100 replications.
fn whole() -> Result<()> {
    let network = large::network();
    let loads = offered(&network);
    let model = Arc::new(Model::new(network)?);
    let network = model.network();
    let open: u32 = network.initial.iter().map(|given| given.count).sum();
    let steps: usize = network.classes.iter().map(|class| class.steps.len()).sum();
    println!(
        "whole network: {} stations, {} pools (load {:.0} to {:.0} %), {} classes, {steps} steps, {open} open cases, {} days",
        network.stations.len(),
        network.pools.len(),
        loads.iter().map(|(work, done)| 100.0 * work / done).fold(f64::INFINITY, f64::min),
        loads.iter().map(|(work, done)| 100.0 * work / done).fold(0.0, f64::max),
        network.classes.len(),
        network.horizon,
    );
    let settings = Settings { replications: 100, ..Settings::default() };
    let mut best = f64::INFINITY;
    let mut last = None;
    let measured = measure(|| {
        let started = Instant::now();
        let run = simulate(&model, &settings, Control::default())?;
        best = best.min(started.elapsed().as_secs_f64());
        let visits = visits(&run);
        last = Some(run);
        Ok(visits)
    })?;
    let run = last.context("it ran once at least")?;
    println!(
        "  100 replications: best {best:.2} s, {:.2} s of processor time, {} events, {:.0} visits a replication, peak {:.0} MB",
        measured.cpu,
        run.events,
        measured.objective as f64 / 100.0,
        peak_bytes()? as f64 / 1e6,
    );
    println!("  processors: {}", std::thread::available_parallelism()?);
    Ok(())
}
