//! `muster simulate`: a queueing network from a file, simulated.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use muster_caseflow::simulation::{
    CaseMeasures, Control, Estimate, Model, Precision, Report, StationMeasures, read, simulate,
};

use crate::output::{NOTHING, Output, table};
use crate::progress::bar;

/// Simulate a queueing network: where cases wait, for whom, and how long
///
/// The file states stations, the pools of people who work at them, classes of cases with their arrivals and routes, and
/// cases that are there at the start; crates/caseflow/FORMAT.md says how. Days throughout. Every mean comes with the
/// confidence interval over independent replications. The same file and seed give the same answer for any number of
/// threads.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster simulate network.json
  muster simulate network.json --replications 100 --seed 7 --json
  muster simulate network.json --horizon 3650 --warm-up 365 --confidence 0.99")]
pub struct Args {
    /// The network file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Independent replications [default: as the file says, else 30]
    #[arg(long, value_name = "N")]
    replications: Option<u32>,
    /// Days to simulate [default: as the file says]
    #[arg(long, value_name = "DAYS")]
    horizon: Option<f64>,
    /// Days at the start that are not counted [default: as the file says, else 0]
    #[arg(long, value_name = "DAYS")]
    warm_up: Option<f64>,
    /// Where all chance comes from [default: as the file says, else 1]
    #[arg(long)]
    seed: Option<u64>,
    /// Threads [default: one a processor]; the answer is the same for any number
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Of the intervals, between 0 and 1 [default: as the file says, else 0.95]
    #[arg(long, value_name = "SHARE")]
    confidence: Option<f64>,
    /// Go on until each class's time in system is known this well: half its interval against its mean, such as 0.02
    #[arg(long, value_name = "SHARE")]
    precision: Option<f64>,
    /// Most replications with --precision [default: as the file says, else 1000]
    #[arg(long, value_name = "N", requires = "precision")]
    most: Option<u32>,
}

pub fn run(args: &Args, output: Output) -> anyhow::Result<()> {
    let name = args.file.display();
    let text = std::fs::read_to_string(&args.file).with_context(|| format!("{name} cannot be read"))?;
    let mut file = read(&text).with_context(|| name.to_string())?;
    let network = &mut file.network;
    network.horizon = args.horizon.unwrap_or(network.horizon);
    network.warm_up = args.warm_up.unwrap_or(network.warm_up);
    let settings = &mut file.settings;
    settings.replications = args.replications.unwrap_or(settings.replications);
    settings.seed = args.seed.unwrap_or(settings.seed);
    settings.confidence = args.confidence.unwrap_or(settings.confidence);
    settings.threads = args.threads;
    if let Some(relative) = args.precision {
        let most = args.most.or(settings.precision.map(|wanted| wanted.most)).unwrap_or(1000);
        settings.precision = Some(Precision { relative, most });
    }
    let model = Arc::new(Model::new(file.network).with_context(|| name.to_string())?);
    let bar = bar("Simulating", u64::from(settings.replications));
    let progress = |done: u32, goal: u32| {
        bar.set_length(u64::from(goal));
        bar.set_position(u64::from(done));
    };
    let run = simulate(&model, settings, Control { progress: &progress, ..Control::default() });
    bar.finish_and_clear();
    output.show(&Report::new(&run.with_context(|| name.to_string())?), text_of)
}

fn text_of(report: &Report) -> String {
    let mut text = format!("{}: {} days", report.network, number(report.horizon));
    if report.warm_up > 0.0 {
        text += &format!(", of which the first {} are not counted", number(report.warm_up));
    }
    text += &format!(
        "; {} replications, seed {}, {} events. Days, in brackets the {} % interval of the mean.\n",
        report.replications,
        report.seed,
        report.events,
        number(report.confidence * 100.0)
    );
    for warning in &report.warnings {
        text += &format!("Warning: {warning}.\n");
    }
    if report.precise == Some(false) {
        text += "Warning: the wanted precision was not reached with the most replications allowed.\n";
    }
    let header = [
        "classes",
        "left",
        "wait",
        "time in system",
        "half within",
        "in system",
        "in queues",
        "utilisation",
        "within goal",
    ];
    let measures = &report.measures;
    let total = (measures.classes.len() > 1).then_some(&measures.total);
    let groups = measures.groups.iter().map(|group| (format!("= {}", group.name), group));
    let classes = measures.classes.iter().map(|class| (class.name.clone(), class));
    let rows = total.map(|total| ("= all".to_owned(), total)).into_iter().chain(groups).chain(classes);
    let rows: Vec<_> = rows.collect();
    text += &format!("\n{}\n", table(header, rows.iter().map(|(name, part)| cases(name, &part.measures))));
    let milestones = rows.iter().flat_map(|(name, part)| {
        part.milestones.iter().map(move |one| {
            let found = &one.measures;
            let [reached, time, half] = [&found.reached, &found.time, &found.time_p50].map(interval);
            [
                name.clone(),
                one.name.clone(),
                reached,
                time,
                half,
                share(&found.within_goal),
                interval(&found.open_at_end),
            ]
        })
    });
    let milestones: Vec<_> = milestones.collect();
    if !milestones.is_empty() {
        let header = ["milestones", "", "reached", "time", "half within", "within goal", "open at end"];
        text += &format!("\n{}\n", table(header, milestones));
    }
    let header = ["stations", "class", "pool", "wait", "time there", "in queue", "in service", "utilisation"];
    let rows = measures.stations.iter().flat_map(|part| {
        let pool = part.pool.as_deref().unwrap_or(NOTHING);
        let whole = station(&part.name, "", pool, &part.measures);
        let classes = part.classes.iter().filter(|_| part.classes.len() > 1);
        std::iter::once(whole).chain(classes.map(|class| station("", &class.name, "", &class.measures)))
    });
    text += &format!("\n{}\n", table(header, rows));
    if !measures.pools.is_empty() {
        let header = ["pools", "people", "at work", "utilisation", "in queue", "in queue at end"];
        let rows = measures.pools.iter().map(|pool| {
            let found = &pool.measures;
            let [people, busy, queue, end] =
                [&found.people, &found.busy, &found.queue_length, &found.queue_at_end].map(interval);
            [pool.name.clone(), people, busy, share(&found.utilisation), queue, end]
        });
        text += &format!("\n{}\n", table(header, rows));
    }
    text
}

fn cases(name: &str, found: &CaseMeasures<Estimate>) -> [String; 9] {
    let [left, wait, time, half, present, queues] = [
        &found.departures,
        &found.wait,
        &found.time_in_system,
        &found.time_in_system_p50,
        &found.in_system,
        &found.queue_length,
    ]
    .map(interval);
    [name.to_owned(), left, wait, time, half, present, queues, share(&found.utilisation), share(&found.within_goal)]
}

fn station(name: &str, class: &str, pool: &str, found: &StationMeasures<Estimate>) -> [String; 8] {
    let [wait, time, queue, service] =
        [&found.wait, &found.time_in_system, &found.queue_length, &found.in_service].map(interval);
    [name.to_owned(), class.to_owned(), pool.to_owned(), wait, time, queue, service, share(&found.utilisation)]
}

/// A mean with its interval.
fn interval(found: &Estimate) -> String {
    scaled(found, 1.0, "")
}

/// A share as a percentage with its interval.
fn share(found: &Estimate) -> String {
    scaled(found, 100.0, " %")
}

fn scaled(found: &Estimate, by: f64, unit: &str) -> String {
    let Some(mean) = found.mean else { return NOTHING.to_owned() };
    match (found.low, found.high) {
        (Some(low), Some(high)) if low < high => {
            format!("{}{unit} [{}, {}]", number(mean * by), number(low * by), number(high * by))
        }
        _ => format!("{}{unit}", number(mean * by)),
    }
}

/// Four significant digits, or all of a whole part.
fn number(value: f64) -> String {
    let size = value.abs();
    let digits =
        if !(1e-9..1000.0).contains(&size) { 0 } else { (3 - size.log10().floor() as i32).clamp(0, 6) as usize };
    let text = format!("{value:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_four_digits() {
        let shown = [0.0, 12.0, 0.123_456, 1234.56, 99.996, 0.000_012_345].map(number);
        assert_eq!(shown, ["0", "12", "0.1235", "1235", "100", "0.000012"]);
    }
}
