//! How often forecast ranges hold: cases of the real logs, split by time, and sales by country and year.
//!
//! `cargo run -p muster-bench-caseflow --bin forecast [-- FOLDER]` with the folder of the public event logs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use muster_bench_caseflow::logs;
use muster_caseflow::forecast::cases::{
    Ending, Forecaster, Held, HeldOut, Histories, Question, Score, Settings, backtest,
};
use muster_caseflow::forecast::sales::{Series, sales_backtest};
use muster_exchange::event_log::{ReadOptions, read_log};
use muster_exchange::reference;

/// The logs, with the attributes that are known when a case begins.
const LOGS: [(&str, &[&str]); 3] = [
    ("helpdesk", &["seriousness_2", "product", "service_type"]),
    ("08_receipt", &["channel", "department", "group"]),
    ("bpic2020_PermitLog", &["(case)_OrganizationalEntity"]),
];

/// Cases held out of each log, where it has as many.
const HELD_OUT: usize = 1500;

fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os().nth(1).map_or_else(logs, PathBuf::from);
    println!(
        "| log | asked | forecasts | made | cases | hold | earlier | later | no end | median width, days | interval score | CRPS | undecided | nobody like it |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (name, attributes) in LOGS {
        cases(&folder, name, attributes)?;
    }
    println!();
    sales();
    Ok(())
}

fn cases(folder: &Path, name: &str, attributes: &[&str]) -> anyhow::Result<()> {
    let options = ReadOptions { case_attributes: true, event_attributes: true, ..ReadOptions::default() };
    let log = read_log(&folder.join(format!("{name}.xes.gz")), &options)?.log;
    let attributes: Vec<_> = attributes.iter().map(|key| (*key).into()).collect();
    let histories = Histories::of_log(&log, &attributes, &Ending::Told)?;
    let held_out = HeldOut::with_cases(&histories, HELD_OUT).context("no case is over by the split")?;
    let settings = Settings::default();
    for (asked, question) in [("end", Question::End), ("next step", Question::NextStep)] {
        let begun = Instant::now();
        let found = backtest(&histories, question, &settings, held_out);
        let kinds = [("at each step", &found.at_steps), ("a case's first", &found.firsts), ("weekly", &found.mornings)];
        for (kind, held) in kinds {
            for (how, score) in
                [("", &held.forecast), (", not calibrated", &held.uncalibrated), (", naive", &held.naive)]
            {
                row(&format!("{name} | {asked} | {kind}{how}"), held, score);
            }
        }
        let tested = begun.elapsed();
        let begun = Instant::now();
        let (_, last) = histories.period().context("no case")?;
        let open = Forecaster::new(&histories, question, &settings, last).open().len();
        println!(
            "{name}, {asked}: held out {} to {}, told apart by {:?}, half-life {:?}; {:.1} s; {open} open cases forecast in {:.1} s\n",
            found.held_out.from,
            found.held_out.until,
            found.strata.features,
            found.half_life,
            tested.as_secs_f64(),
            begun.elapsed().as_secs_f64(),
        );
    }
    Ok(())
}

fn row(name: &str, held: &Held, score: &Score) {
    println!(
        "| {name} | {} | {} | {:.1} % | {:.1} % | {:.1} % | {:.1} % | {:.2} | {:.2} | {:.2} | {} | {} |",
        score.count,
        held.cases,
        score.coverage * 100.0,
        score.earlier * 100.0,
        score.later * 100.0,
        score.open * 100.0,
        score.median_width,
        score.interval_score,
        score.crps,
        held.undecided,
        held.none,
    );
}

fn sales() {
    let mut years: BTreeMap<&str, BTreeMap<i16, f64>> = BTreeMap::new();
    #[allow(clippy::cast_precision_loss, reason = "dollars of a year are exact in a float")]
    let dollars = |dollars: i64| dollars as f64;
    for sold in reference::sales_history() {
        years.entry(sold.iso3.as_str()).or_default().insert(sold.fiscal_year, dollars(sold.fms_usd));
    }
    for sold in reference::sales() {
        if let Some(fms) = sold.fms_usd {
            years.entry(sold.iso3.as_str()).or_default().insert(sold.fiscal_year, dollars(fms));
        }
    }
    let series: Vec<Series> = years.into_iter().map(|(key, years)| Series { key: key.into(), years }).collect();
    println!(
        "| from | years ahead | forecasts | countries | MASE | naive | drift | 80 % ranges hold | median width, $M | interval score | about naive |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    for origins in [(2006, 2023), (2016, 2023)] {
        for score in sales_backtest(&series, origins, 5, 0.8).scores {
            println!(
                "| FY{}-{} | {} | {} | {} | {:.2} | {:.2} | {:.2} | {:.1} % | {:.1} | {:.2} | {:.2} |",
                origins.0,
                origins.1,
                score.ahead,
                score.count,
                score.series,
                score.mase[0],
                score.mase[1],
                score.mase[2],
                score.coverage * 100.0,
                score.median_width / 1e6,
                score.interval_score,
                score.naive_interval_score,
            );
        }
    }
}
