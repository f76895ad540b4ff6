//! Generalised assignment (jobs to agents of limited capacity) through the JSON form and the program `assign`, against
//! the published bounds.
//!
//! `cargo xtask bench gap -- FOLDER [--limit SECONDS] [NAME…]`, or the folder in `MUSTER_GAP`. The folder holds the
//! instances and `bounds.txt`, a line each: name, `_Min` or `_Max`, best lower and upper bound. Each file is: agents and
//! jobs; costs, a row an agent; loads likewise; capacities.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use muster_bench_solver::{assign, peers};
use serde_json::json;

/// How far from the published bound counts as reached.
const REACH: f64 = 0.005;

fn main() -> Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut limit = Duration::from_secs(60);
    if let Some(at) = arguments.iter().position(|argument| argument == "--limit") {
        limit = Duration::from_secs(arguments.get(at + 1).context("--limit SECONDS")?.parse()?);
        arguments.drain(at..at + 2);
    }
    let folder = match std::env::var_os("MUSTER_GAP") {
        Some(folder) => PathBuf::from(folder),
        None if !arguments.is_empty() => PathBuf::from(arguments.remove(0)),
        None => {
            println!("NOT RUN: name the folder of the instances: cargo xtask bench gap -- FOLDER");
            return Ok(());
        }
    };
    let program = assign::build()?;
    let published = std::fs::read_to_string(folder.join("bounds.txt"))
        .with_context(|| format!("{} has no bounds.txt", folder.display()))?;
    println!("{limit:?} each; off: distance of our objective from the published one; gap: our own, proven");
    println!(
        "{:<14} {:>9} {:>9} {:>9} {:>8} {:>8} {:>8}",
        "instance", "ours", "bound", "published", "off %", "gap %", "s"
    );
    let (mut reached, mut run) = (0, 0);
    for line in published.lines() {
        let [name, low, high] = line.split_whitespace().collect::<Vec<_>>()[..] else { continue };
        let Some((file, sense)) = name.rsplit_once('_') else { continue };
        let path = folder.join(file);
        if !path.is_file() || !(arguments.is_empty() || arguments.iter().any(|wanted| name.starts_with(wanted))) {
            continue;
        }
        let sign = if sense == "Max" { -1 } else { 1 };
        let said = assign::ask(&program, &convert(&path, sign)?, limit, 0)?;
        let (low, high): (i64, i64) = (low.parse()?, high.parse()?);
        // For a maximum the best known solution is the lower of the two, for a minimum the upper.
        let best = if sign < 0 { low } else { high };
        let bound = sign * said.bound.unwrap_or(i64::MIN / 2);
        ensure!(sign * (best - bound) >= 0, "{name}: the bound {bound} is beyond the published solution {best}");
        let off = said.objective.map(|ours| (ours - sign * best) as f64 / best as f64);
        run += 1;
        reached += usize::from(off.is_some_and(|off| off <= REACH));
        let shown = |number: Option<f64>| number.map_or("none".to_owned(), |share| format!("{:.3}", 100.0 * share));
        let ours = said.objective.map_or("none".to_owned(), |ours| (sign * ours).to_string());
        let (off, gap) = (shown(off), shown(said.gap));
        println!("{name:<14} {ours:>9} {bound:>9} {best:>9} {off:>8} {gap:>8} {:>8.2}", said.seconds);
    }
    println!("{reached} of {run} within {} % of the published solution, every bound valid", 100.0 * REACH);
    Ok(())
}

/// The instance in the JSON form, costs times `sign`.
fn convert(path: &Path, sign: i64) -> Result<PathBuf> {
    let text = std::fs::read_to_string(path)?;
    let mut numbers = text.split_whitespace().map(|word| word.parse::<i64>());
    let mut next = || numbers.next().context("the file ends too early")?.context("not a number");
    let (agents, jobs) = (next()?, next()?);
    let mut table = || (0..agents * jobs).map(|_| next()).collect::<Result<Vec<i64>>>();
    let (costs, loads) = (table()?, table()?);
    let at = |agent: i64, job: i64| (agent * jobs + job) as usize;
    let all = || (0..jobs).flat_map(move |job| (0..agents).map(move |agent| (agent, job)));
    let pairs: Vec<_> = all().map(|(agent, job)| json!([job, agent, sign * costs[at(agent, job)]])).collect();
    let groups = (0..agents).map(|agent| {
        let terms: Vec<_> = (0..jobs).map(|job| json!([job, agent, loads[at(agent, job)]])).collect();
        Ok(json!({ "name": format!("agent {agent}"), "terms": terms, "most": next()? }))
    });
    let groups = groups.collect::<Result<Vec<_>>>()?;
    let instance =
        json!({ "people": jobs, "positions": agents, "pairs": pairs, "capacity": "unlimited", "groups": groups });
    let file = peers::folder()?.join("gap.json");
    std::fs::write(&file, instance.to_string())?;
    Ok(file)
}
