//! Linking five sources to the 20,000 people already known, side by side with a peer in one run: precision, recall,
//! rows a second and memory, on the committed synthetic set with planted errors (`bench/data/linkage`).
//!
//! `cargo run --release -p muster-bench --bin linkage` prints a line a source and ends with 1 if we reach less than
//! we promise. The peer is Splink, called from `bench/peers/linkage.py`; without Python or the package the line says so
//! and the bench goes on. `-- --write` writes the set anew.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use muster_bench::linkage::{Reached, Splink, cpu_time, peak_memory, read, write};
use muster_linkage::testing::{KNOWN, Layout, Measure, SEED, SOURCES, duplicates, links};
use muster_linkage::{Known, Link};

/// What we promise over all sources.
const LEAST_PRECISION: f64 = 0.995;
const LEAST_RECALL: f64 = 0.97;

fn main() -> Result<ExitCode> {
    if std::env::args().any(|argument| argument == "--write") {
        write()?;
        return Ok(ExitCode::SUCCESS);
    }
    println!(
        "seed {SEED}; seconds are wall time on this machine, cpu s all cores added up; precision, recall and F1 in per cent"
    );
    let (ours, total) = ours()?;
    match Splink::prepare() {
        Ok(peer) => against(&peer, &ours)?,
        Err(why) => println!("NOT RUN: peer: {why:#}"),
    }
    let kept = total.precision() >= LEAST_PRECISION && total.recall() >= LEAST_RECALL;
    println!(
        "{}: precision {:.2} (at least {:.1}), recall {:.2} (at least {:.1})",
        if kept { "kept" } else { "MISSED" },
        100.0 * total.precision(),
        100.0 * LEAST_PRECISION,
        100.0 * total.recall(),
        100.0 * LEAST_RECALL
    );
    Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Links all sources; prints and returns what was reached with each.
fn ours() -> Result<(Vec<Reached>, Measure)> {
    let known = Layout::of(&KNOWN).read(&read(KNOWN.name)?).context("known")?;
    let started = Instant::now();
    let index = Known::new(&known.rows);
    println!("index of {} people: {:.2} s", index.len(), started.elapsed().as_secs_f64());
    heading();
    let (mut reached, mut total) = (Vec::new(), Measure::default());
    for rates in &SOURCES {
        let file = Layout::of(rates).read(&read(rates.name)?).context(rates.name)?;
        let (started, worked) = (Instant::now(), cpu_time().unwrap_or(0.0));
        let found = index.link(&file.rows);
        let (seconds, cpu) = (started.elapsed().as_secs_f64(), cpu_time().unwrap_or(0.0) - worked);
        let measure = links(&found, &file.truth, &known.truth);
        total = total.and(measure);
        let one = Reached {
            proposed: measure.proposed,
            right: measure.right,
            there: measure.there,
            rows: file.rows.len(),
            seconds,
            cpu,
            memory: peak_memory().unwrap_or(0),
        };
        line(rates.name, "muster", &one);
        println!("{}", kinds(&found));
        reached.push(one);
    }
    line("all", "muster", &sum(&reached));
    let started = Instant::now();
    let pairs = index.duplicates();
    let seconds = started.elapsed().as_secs_f64();
    let measure = duplicates(&pairs, &known.truth, 0.5);
    println!(
        "duplicates among the known: precision {:.1}, recall {:.1} of {} pairs, {seconds:.2} s",
        100.0 * measure.precision(),
        100.0 * measure.recall(),
        measure.there
    );
    Ok((reached, total))
}

/// Runs the peer over the same files and prints both, and the ratios.
fn against(peer: &Splink, ours: &[Reached]) -> Result<()> {
    println!(
        "peer: {}, threshold and margin chosen with the truth at hand: for the best F1, and for the most recall at a \
         precision of {:.1}",
        peer.version,
        100.0 * LEAST_PRECISION
    );
    heading();
    let (mut best, mut precise) = (Vec::new(), Vec::new());
    for (rates, ours) in SOURCES.iter().zip(ours) {
        let (at_best, at_precision) = peer.link(rates.name, LEAST_PRECISION)?;
        line(rates.name, "peer, best F1", &at_best);
        line(rates.name, "peer, precise", &at_precision);
        ratio(ours, &at_best, &at_precision);
        best.push(at_best);
        precise.push(at_precision);
    }
    let (ours, best, precise) = (sum(ours), sum(&best), sum(&precise));
    line("all", "muster", &ours);
    line("all", "peer, best F1", &best);
    line("all", "peer, precise", &precise);
    ratio(&ours, &best, &precise);
    Ok(())
}

fn heading() {
    println!(
        "{:<18} {:<14} {:>6} {:>9} {:>7} {:>7} {:>6} {:>6} {:>8} {:>8} {:>8} {:>7}",
        "source", "", "rows", "precision", "recall", "F1", "wrong", "missed", "seconds", "cpu s", "rows/s", "MB"
    );
}

fn line(source: &str, side: &str, reached: &Reached) {
    let measure = Measure { proposed: reached.proposed, right: reached.right, there: reached.there };
    println!(
        "{source:<18} {side:<14} {:>6} {:>9.3} {:>7.2} {:>7.2} {:>6} {:>6} {:>8.2} {:>8.2} {:>8.0} {:>7.0}",
        reached.rows,
        100.0 * measure.precision(),
        100.0 * measure.recall(),
        100.0 * measure.f1(),
        measure.proposed - measure.right,
        measure.there - measure.right,
        reached.seconds,
        reached.cpu,
        reached.rows as f64 / reached.seconds,
        reached.memory as f64 / 1e6
    );
}

/// Wrong proposals and missed matches of the peer for one of ours, its time and memory for one of ours.
fn ratio(ours: &Reached, best: &Reached, precise: &Reached) {
    let over = |peer: f64, ours: f64| peer / ours.max(1.0);
    println!(
        "{:<18} peer / muster: wrong {:.1} and missed {:.1} at its best F1, missed {:.1} at the precision, time {:.0}, cpu time {:.0}, memory {:.1}",
        "",
        over((best.proposed - best.right) as f64, (ours.proposed - ours.right) as f64),
        over((best.there - best.right) as f64, (ours.there - ours.right) as f64),
        over((precise.there - precise.right) as f64, (ours.there - ours.right) as f64),
        best.seconds / ours.seconds,
        best.cpu / ours.cpu.max(0.01),
        best.memory as f64 / ours.memory.max(1) as f64
    );
}

fn kinds(links: &[Link]) -> String {
    let count = |wanted: fn(&Link) -> bool| links.iter().filter(|link| wanted(link)).count();
    format!(
        "{:<18} exact {}, likely {}, unclear {}, nobody {}",
        "",
        count(|link| matches!(link, Link::Exact(_))),
        count(|link| matches!(link, Link::Likely(_))),
        count(|link| matches!(link, Link::Unclear(_))),
        count(|link| matches!(link, Link::Nobody))
    )
}

/// Counts and seconds added up, the most memory.
fn sum(of: &[Reached]) -> Reached {
    of.iter().fold(Reached::default(), |sum, one| Reached {
        proposed: sum.proposed + one.proposed,
        right: sum.right + one.right,
        there: sum.there + one.there,
        rows: sum.rows + one.rows,
        seconds: sum.seconds + one.seconds,
        cpu: sum.cpu + one.cpu,
        memory: sum.memory.max(one.memory),
    })
}
