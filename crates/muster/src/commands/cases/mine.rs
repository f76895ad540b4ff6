//! `muster cases mine`: what an event log tells.

use std::path::{Path, PathBuf};

use anyhow::Context;
use muster_caseflow::mining::{Conformity, Mined, Model, Page, Period, Settings};
use muster_exchange::event_log::{ReadOptions, read_log};
use serde::Serialize;

use crate::output::{Output, or_nothing, percent, table};
use crate::progress::spinner;

/// Show what an event log tells: flow, times, bottlenecks, rework, variants
///
/// A model is a JSON file, {"steps": [{"activity": "LOR"}, {"activity": "Review", "kind": "optional"},
/// {"activity": "Note", "kind": "side"}]}: the steps in their order; `optional` may be left out, `side` may come at any
/// time. With --json: cases, events, activities and variants are counts; directly_follows lists from, to, count and
/// median_seconds of the whole graph; what follows goes deeper.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster cases mine permits.xes.gz
  muster cases mine permits.xes.gz --model milestones.json --top 5
  muster cases mine orders.jsonocel --object-type \"Purchase Order\" --json")]
pub struct Args {
    /// The log: XES, or OCEL 2.0 as JSON or XML, plain or gzip
    file: PathBuf,
    /// The object type whose objects are the cases [default: the one that most events relate to]
    #[arg(long, value_name = "NAME")]
    object_type: Option<String>,
    /// Hold the cases against this milestone model
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Periods of the performance spectrum: week, month, quarter, year
    #[arg(long, default_value = "month", value_parser = period)]
    period: Period,
    /// The longest a list gets; the directly-follows graph in JSON is always whole
    #[arg(long, default_value_t = 10, value_name = "ROWS")]
    top: usize,
}

/// The page, and how it came about.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    page: Page,
    format: &'static str,
    object_type: Option<String>,
    notes: Vec<String>,
}

fn period(name: &str) -> Result<Period, String> {
    serde_json::from_value(name.into()).map_err(|_| "one of week, month, quarter, year".to_owned())
}

pub fn run(args: &Args, output: Output) -> anyhow::Result<()> {
    let model = args.model.as_deref().map(model).transpose()?;
    let working = spinner(&format!("Reading {}", args.file.display()));
    let options = ReadOptions { object_type: args.object_type.clone(), ..ReadOptions::default() };
    let read = read_log(&args.file, &options);
    working.finish_and_clear();
    let read = read?;
    let mined = Mined::new(&read.log, Settings { period: args.period, model });
    let page = mined.page(&read.log, args.top);
    let answer = Answer { page, format: read.format.name(), object_type: read.object_type, notes: read.notes };
    output.show(&answer, |answer| text(answer, args.top))
}

fn model(path: &Path) -> anyhow::Result<Model> {
    let text = std::fs::read_to_string(path).with_context(|| format!("the model {} cannot be read", path.display()))?;
    serde_json::from_str(&text).with_context(|| {
        format!("{} is no model, which is {{\"steps\": [{{\"activity\": \"…\"}}, …]}}", path.display())
    })
}

fn text(answer: &Answer, most: usize) -> String {
    let page = &answer.page;
    let mut parts = vec![format!(
        "{} cases, {} events, {} activities, {} variants ({})",
        page.cases, page.events, page.activities, page.variants, answer.format
    )];
    parts[0] += &answer.notes.iter().map(|note| format!("\nnote: {note}")).collect::<String>();
    parts.push(flow(page, most));
    parts.push(slowest(page, most));
    if !page.bottlenecks.is_empty() {
        parts.push(bottlenecks(page));
    }
    if !page.rework.is_empty() {
        parts.push(rework(page));
    }
    parts.push(variants(page));
    if !page.handovers.top.is_empty() {
        parts.push(handovers(page));
    }
    parts.push(work(page));
    parts.extend(page.conformance.as_ref().map(|conformance| conformity(conformance, most)));
    parts.join("\n\n")
}

fn flow(page: &Page, most: usize) -> String {
    let rows = page.segments.iter().take(most).map(|one| {
        let times = [one.median_seconds, one.mean_seconds, one.total_seconds].map(duration);
        let [median, mean, total] = times;
        [one.from.clone(), one.to.clone(), one.count.to_string(), median, mean, total]
    });
    let all = page.segments.len();
    let table = table(["from", "to", "count", "median", "mean", "total"], rows);
    format!("Most frequent of {all} segments\n{table}")
}

fn slowest(page: &Page, most: usize) -> String {
    let mut slow: Vec<_> = page.segments.iter().collect();
    slow.sort_by(|a, b| b.median_seconds.total_cmp(&a.median_seconds));
    let rows = slow.into_iter().take(most).map(|one| {
        let times = [one.median_seconds, one.three_quarters_seconds, one.most_seconds].map(duration);
        let [median, three_quarters, longest] = times;
        [one.from.clone(), one.to.clone(), one.count.to_string(), median, three_quarters, longest]
    });
    format!("Slowest segments\n{}", table(["from", "to", "count", "median", "3 of 4 within", "longest"], rows))
}

fn bottlenecks(page: &Page) -> String {
    let rows = page.bottlenecks.iter().map(|one| {
        let late = format!("{} of {}", one.late, one.count);
        let times = [one.excess_seconds, one.made_good_seconds, one.lasting_seconds].map(duration);
        let [excess, made_good, lasting] = times;
        [one.from.clone(), one.to.clone(), late, excess, made_good, lasting, percent(Some(one.share))]
    });
    let header = ["from", "to", "late", "lost", "made good", "lasts", "share"];
    format!("Bottlenecks, by the delay that lasts to the end of the case\n{}", table(header, rows))
}

fn rework(page: &Page) -> String {
    let rows = page.rework.iter().map(|one| {
        let counts = [one.times, one.cases, one.cases_again, one.self_loops, one.returns].map(|count| count.to_string());
        let [times, cases, again, loops, returns] = counts;
        [one.activity.clone(), times, cases, again, loops, returns, duration(one.loop_seconds)]
    });
    let header = ["activity", "done", "cases", "cases again", "at once", "returned", "time between"];
    format!("Rework\n{}", table(header, rows))
}

fn variants(page: &Page) -> String {
    let rows = page.top_variants.iter().map(|one| {
        let steps = one.activities.join(" → ");
        [one.cases.to_string(), percent(Some(one.share)), duration(one.mean_seconds), steps]
    });
    format!("Variants\n{}", table(["cases", "share", "mean time", "activities"], rows))
}

fn handovers(page: &Page) -> String {
    let rows = page.handovers.top.iter().map(|one| {
        [one.from.clone(), one.to.clone(), one.count.to_string(), duration(one.mean_seconds)]
    });
    let (named, kept) = (page.handovers.named, page.handovers.kept);
    let table = table(["from", "to", "count", "mean time"], rows);
    format!("Hand-overs: {} of {named} steps that name both resources; {kept} stay with one\n{table}", named - kept)
}

fn work(page: &Page) -> String {
    let Some(work) = &page.work else {
        return "Waiting and working time: the log records no starts, so the two cannot be told apart".to_owned();
    };
    let rows = work.activities.iter().map(|one| {
        let times = [one.mean_working_seconds, one.mean_waiting_seconds].map(|time| or_nothing(time.map(duration)));
        let [working, waiting] = times;
        [one.activity.clone(), one.pieces.to_string(), working, waiting]
    });
    let share = work.working_seconds / work.total_seconds;
    let table = table(["activity", "worked on", "mean work", "mean wait before"], rows);
    format!(
        "Waiting and working time of {} cases ({} tell no start): {} working, {} waiting ({} working)\n{table}",
        work.cases,
        work.cases_untold,
        duration(work.working_seconds),
        duration(work.waiting_seconds),
        percent(share.is_finite().then_some(share)),
    )
}

fn conformity(conformity: &Conformity, most: usize) -> String {
    let (share, all) = (percent(Some(conformity.share)), conformity.deviations.len());
    let rows = conformity.deviations.iter().take(most).map(|one| {
        [one.kind.replace('_', " "), one.activity.clone(), one.cases.to_string(), one.times.to_string()]
    });
    let table = table(["deviation", "activity", "cases", "times"], rows);
    format!(
        "Conformance: {} cases keep to the model ({share}), {} of them through every required step; {all} deviations\n{table}",
        conformity.conforming_cases, conformity.complete_cases
    )
}

/// Seconds in the unit that people would use.
fn duration(seconds: f64) -> String {
    match seconds {
        s if s < 60.0 => format!("{s:.1} s"),
        s if s < 3_600.0 => format!("{:.1} min", s / 60.0),
        s if s < 86_400.0 => format!("{:.1} h", s / 3_600.0),
        s => format!("{:.1} d", s / 86_400.0),
    }
}
