//! A real log from its file to the answers, beside PM4Py and the Rust library `process_mining`, all in one run:
//! import, directly-follows graph with times, variants and conformance. Counts, medians and the number of cases that go
//! through the whole model must agree.
//!
//! ```text
//! cargo xtask bench mining [-- LOG.xes.gz]
//! ```

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use muster_bench_caseflow::{Took, best, logs, script, timed};
use muster_bench_solver::peers::run;
use muster_caseflow::mining::{Mined, Model, Page, Settings};
use muster_exchange::event_log::{ReadOptions, read_log};
use serde_json::Value;

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/permit.json");
/// How often ours is run before the peer and again after it.
const RUNS: usize = 5;

fn main() -> Result<()> {
    let file = std::env::args().nth(1).map_or_else(|| logs().join("bpic2020_PermitLog.xes.gz"), PathBuf::from);
    ensure!(file.exists(), "{} is not here; give the path of a log", file.display());
    let model: Model = serde_json::from_str(&std::fs::read_to_string(MODEL)?)?;
    println!("{}, {} core(s)", file.display(), std::thread::available_parallelism()?);

    let lean = ReadOptions::default();
    let whole = ReadOptions { case_attributes: true, event_attributes: true, ..ReadOptions::default() };
    let ours = |options: &ReadOptions| -> Result<(Page, Took)> {
        let (page, took) = timed(|| -> Result<Page> {
            let read = read_log(&file, options)?;
            Ok(Mined::new(&read.log, Settings { model: Some(model.clone()), ..Settings::default() }).page(&read.log, 10))
        })?;
        Ok((page?, took))
    };
    let repeated = |options| (0..RUNS).map(|_| ours(options)).collect::<Result<Vec<_>>>();
    let (mut with, mut without) = (repeated(&whole)?, repeated(&lean)?);
    let peer = pm4py(&file);
    with.extend(repeated(&whole)?);
    without.extend(repeated(&lean)?);
    let page = &without[0].0;
    let median = |runs: &[(Page, Took)]| {
        let mut walls: Vec<f64> = runs.iter().map(|(_, took)| took.wall).collect();
        walls.sort_by(f64::total_cmp);
        walls[walls.len() / 2]
    };
    let (least, middle) = (best(&without.iter().map(|run| run.1).collect::<Vec<_>>()), median(&without));
    let (least_whole, middle_whole) = (best(&with.iter().map(|run| run.1).collect::<Vec<_>>()), median(&with));
    println!("ours, every answer:             median {middle:.3} s, best {:.3} s ({:.3} s processor)", least.wall, least.cpu);
    println!(
        "ours, all attributes kept too:  median {middle_whole:.3} s, best {:.3} s ({:.3} s processor)",
        least_whole.wall, least_whole.cpu
    );
    match peer {
        Ok(peer) => {
            agree(page, &peer)?;
            let wall = peer["wall"].as_f64().context("no wall time")?;
            let cpu = peer["cpu"].as_f64().context("no processor time")?;
            println!("PM4Py 2.7.23:                   {wall:.3} s ({cpu:.3} s processor)");
            println!("  equal: counts, medians of {} segments, variants, complete cases", page.directly_follows.len());
            println!("  ours is {:.0} times as fast by medians, {:.0} times with all attributes", wall / middle, wall / middle_whole);
            ensure!(wall / middle >= 30.0, "less than 30 times as fast");
        }
        Err(why) => println!("NOT RUN: PM4Py: {why:#}"),
    }
    rust_library(&file, page, &ours)
}

fn pm4py(file: &std::path::Path) -> Result<Value> {
    let mut command = script("mining.py")?;
    let text = run(command.arg(file).arg(MODEL), Duration::from_secs(900))?;
    let last = text.lines().rev().find(|line| line.starts_with('{')).context("PM4Py printed nothing")?;
    Ok(serde_json::from_str(last)?)
}

/// Equal counts; medians as near as a 64-bit float says them.
fn agree(page: &Page, peer: &Value) -> Result<()> {
    let number = |key: &str| peer[key].as_u64().with_context(|| format!("PM4Py said no {key}"));
    let conformance = page.conformance.as_ref().context("counted with a model")?;
    for (key, ours) in [
        ("cases", page.cases as u64),
        ("events", page.events as u64),
        ("activities", page.activities as u64),
        ("variants", page.variants as u64),
        ("complete_cases", conformance.complete_cases as u64),
    ] {
        ensure!(number(key)? == ours, "{key}: PM4Py {}, ours {ours}", number(key)?);
    }
    let theirs = peer["directly_follows"].as_array().context("PM4Py said no graph")?;
    ensure!(theirs.len() == page.directly_follows.len(), "segments: PM4Py {}", theirs.len());
    for one in &page.directly_follows {
        let found = theirs.iter().find(|row| row[0] == one.from.as_str() && row[1] == one.to.as_str());
        let found = found.with_context(|| format!("PM4Py has no {} → {}", one.from, one.to))?;
        ensure!(found[2] == one.count, "{} → {}: PM4Py {}, ours {}", one.from, one.to, found[2], one.count);
        let median = found[3].as_f64().context("no median")?;
        let near = (median - one.median_seconds).abs() <= 1e-9 * median.abs().max(1.0);
        ensure!(near, "{} → {}: PM4Py {median} s, ours {} s", one.from, one.to, one.median_seconds);
    }
    Ok(())
}

type Ours<'a> = dyn Fn(&ReadOptions) -> Result<(Page, Took)> + 'a;

/// The library's import and directly-follows counts (it knows no times) beside all of ours, in turns. It is given its
/// leanest import: all attributes but the standard ones ignored.
#[cfg(feature = "peers")]
fn rust_library(file: &std::path::Path, page: &Page, ours: &Ours<'_>) -> Result<()> {
    use process_mining::core::event_data::case_centric::xes::{XESImportOptions, import_xes_path};
    let keep: std::collections::HashSet<String> =
        ["concept:name", "time:timestamp", "org:resource", "lifecycle:transition"].map(str::to_owned).into();
    let lean = || XESImportOptions {
        ignore_event_attributes_except: Some(keep.clone()),
        ignore_trace_attributes_except: Some(keep.clone()),
        ignore_log_attributes_except: Some(keep.clone()),
        sort_events_with_timestamp_key: Some("time:timestamp".to_owned()),
        ..XESImportOptions::default()
    };
    let (mut theirs, mut mine, mut theirs_whole) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..2 * RUNS {
        let options = if turn % 2 == 0 { lean() } else { XESImportOptions::default() };
        let (graph, took) = timed(|| -> Result<_> {
            let log = import_xes_path(file, options).map_err(|error| anyhow::anyhow!("{error:?}"))?;
            Ok(process_mining::discovery::case_centric::dfg::discover_dfg(&log))
        })?;
        let graph = graph?;
        let lost = page.directly_follows.iter().find(|one| {
            let key = (one.from.as_str().into(), one.to.as_str().into());
            graph.directly_follows_relations.get(&key).map(|count| u64::from(*count)) != Some(one.count)
        });
        // its default import keeps the file's order of events, which is not always that of time
        if turn % 2 == 0 {
            ensure!(lost.is_none(), "process_mining counts {lost:?} otherwise");
            theirs.push(took);
        } else {
            theirs_whole.push(took);
        }
        mine.push(ours(&ReadOptions::default())?.1);
    }
    let (theirs, theirs_whole, mine) = (best(&theirs), best(&theirs_whole), best(&mine));
    println!("process_mining 0.6, import and counts: best {:.3} s ({:.3} s processor), lean", theirs.wall, theirs.cpu);
    println!("                                       best {:.3} s ({:.3} s processor), as it comes", theirs_whole.wall, theirs_whole.cpu);
    println!("ours beside it, every answer:          best {:.3} s ({:.3} s processor)", mine.wall, mine.cpu);
    println!("  ours is {:.2} times as fast by the clock, {:.2} by processor time", theirs.wall / mine.wall, theirs.cpu / mine.cpu);
    ensure!(mine.wall <= theirs.wall, "slower than the Rust library");
    Ok(())
}

#[cfg(not(feature = "peers"))]
fn rust_library(_: &std::path::Path, _: &Page, _: &Ours<'_>) -> Result<()> {
    println!("NOT RUN: process_mining: built without the feature `peers`");
    Ok(())
}
