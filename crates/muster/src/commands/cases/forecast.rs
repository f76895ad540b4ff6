//! `muster cases forecast`: when open cases come to their next step or their end, and how often such ranges held.

use std::path::PathBuf;

use anyhow::{Context, anyhow};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use muster_caseflow::forecast::cases::{
    Backtest, CaseForecast, Ending, Forecaster, Held, HeldOut, Histories, Question, Score, Settings, backtest,
};
use muster_domain::Date;
use muster_exchange::event_log::{ReadOptions, read_log};
use serde::Serialize;

use crate::output::{NOTHING, Output, percent, table};
use crate::progress::spinner;

/// Forecast the open cases of an event log, and hold such forecasts against what came
///
/// A case is forecast from the cases like it: those in the same step, told apart further by what was found to matter. The
/// range is set by how earlier forecasts turned out, so that it holds as often as it claims. The back-test makes every
/// forecast after the split again, each with what was known at its moment. With --json: question, open (how many cases),
/// backtest (null with --no-backtest) and forecasts, each with why.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster cases forecast permits.xes.gz
  muster cases forecast permits.xes.gz --target \"Payment Handled\" --split 2018-04-01
  muster cases forecast tickets.xes --next --attribute product --level 0.9 --json")]
pub struct Args {
    /// The log: XES, or OCEL 2.0 as JSON or XML, plain or gzip
    file: PathBuf,
    /// Forecast when cases reach this activity [default: when they end]
    #[arg(long, value_name = "ACTIVITY", conflicts_with = "next")]
    target: Option<String>,
    /// Forecast what happens next, and when
    #[arg(long)]
    next: bool,
    /// Hold out the forecasts from this day on, UTC [default: when half of the cases have begun]
    #[arg(long, value_name = "DATE")]
    split: Option<Date>,
    /// How often a range is to hold
    #[arg(long, default_value_t = Settings::default().level, value_parser = level)]
    level: f64,
    /// An attribute, known from a case's beginning, that may tell cases apart; may be repeated
    #[arg(long = "attribute", value_name = "KEY")]
    attributes: Vec<String>,
    /// An activity with which cases end; may be repeated [default: what most cases end with, or a long silence]
    #[arg(long = "end", value_name = "ACTIVITY")]
    ends: Vec<String>,
    /// The object type whose objects are the cases [default: the one that most events relate to]
    #[arg(long, value_name = "NAME")]
    object_type: Option<String>,
    /// Only forecast
    #[arg(long)]
    no_backtest: bool,
    /// How many forecasts the text shows; JSON has all
    #[arg(long, default_value_t = 20, value_name = "ROWS")]
    top: usize,
}

#[derive(Serialize)]
struct Answer {
    /// What was asked, in words.
    question: String,
    /// Cases that are open at the end of the log.
    open: usize,
    backtest: Option<Backtest>,
    forecasts: Vec<CaseForecast>,
}

/// A share between 0 and 1.
pub(in crate::commands) fn level(text: &str) -> Result<f64, String> {
    let level = text.parse().ok().filter(|level: &f64| *level > 0.0 && *level < 1.0);
    level.ok_or_else(|| "a share between 0 and 1, such as 0.8".to_owned())
}

pub fn run(args: &Args, output: Output) -> anyhow::Result<()> {
    let working = spinner(&format!("Reading {}", args.file.display()));
    let with = !args.attributes.is_empty();
    let options = ReadOptions {
        object_type: args.object_type.clone(),
        case_attributes: with,
        event_attributes: with,
        ..ReadOptions::default()
    };
    let read = read_log(&args.file, &options);
    working.finish_and_clear();
    let log = read?.log;
    for key in &args.attributes {
        let known = || log.case_attributes().keys().chain(log.event_attributes().keys());
        if !known().any(|known| known == key) {
            let known: Vec<&str> = known().collect();
            return Err(anyhow!("the log has no attribute {key}; it has {}", known.join(", ")));
        }
    }
    for activity in args.ends.iter().chain(&args.target) {
        if log.find_activity(activity).is_none() {
            return Err(anyhow!("the log has no activity {activity}; `muster cases mine` lists them"));
        }
    }
    let names = |names: &[String]| names.iter().map(Into::into).collect::<Vec<_>>();
    let ending = if args.ends.is_empty() { Ending::Told } else { Ending::Activities(names(&args.ends)) };
    let histories = Histories::of_log(&log, &names(&args.attributes), &ending)?;
    let (_, last) = histories.period().context("the log has no case; give one with events")?;

    let settings = Settings { level: args.level, ..Settings::default() };
    let target = args.target.as_deref().and_then(|target| Question::step(&histories, target));
    let question = target.unwrap_or(if args.next { Question::NextStep } else { Question::End });
    let working = spinner("Making the forecasts again that would have been made");
    let tested = if args.no_backtest {
        None
    } else {
        Some(backtest(&histories, question, &settings, held_out(args, &histories)?))
    };
    let forecasts = Forecaster::new(&histories, question, &settings, last).open();
    working.finish_and_clear();
    let answer = Answer {
        question: match (&args.target, args.next) {
            (Some(target), _) => format!("when cases reach {target}"),
            (None, true) => "what happens next, and when".to_owned(),
            (None, false) => "when cases end".to_owned(),
        },
        open: histories.cases().iter().filter(|case| case.is_open_at(last)).count(),
        backtest: tested,
        forecasts,
    };
    output.show(&answer, |answer| text(answer, args))
}

fn held_out(args: &Args, histories: &Histories) -> anyhow::Result<HeldOut> {
    let held_out = match args.split {
        Some(day) => {
            let midnight = day.to_zoned(TimeZone::UTC)?.timestamp();
            HeldOut::from(histories, midnight)
        }
        None => HeldOut::after(histories, 0.5),
    };
    let held_out =
        held_out.context("no case was over by the split; give a later one with --split, or --no-backtest")?;
    anyhow::ensure!(
        held_out.from < held_out.until,
        "too little of the log lies after the split to decide forecasts; give an earlier one with --split, or --no-backtest"
    );
    Ok(held_out)
}

fn text(answer: &Answer, args: &Args) -> String {
    let mut text = format!("Asked: {}\n", answer.question);
    if let Some(tested) = &answer.backtest {
        text += &report(tested, args.level);
    }
    text += &format!(
        "\n{} cases are open at the end of the log, {} have a forecast\n",
        answer.open,
        answer.forecasts.len()
    );
    let header = ["case", "in", "from", "median", "to", "comes", "like it", "ended"];
    text + &table(header, answer.forecasts.iter().take(args.top).map(row))
}

fn report(tested: &Backtest, level: f64) -> String {
    let day = |at: &Timestamp| at.strftime("%F").to_string();
    let (from, until) = (day(&tested.held_out.from), day(&tested.held_out.until));
    let half_life = tested.half_life.map_or_else(|| "for ever".to_owned(), |days| format!("half after {days:.0} days"));
    let features: Vec<String> = tested.strata.features.iter().map(|feature| format!("{feature:?}")).collect();
    let mut text = format!(
        "Held out: forecasts from {from} up to {until}\nCases told apart by: {}; experience counts {half_life}\n\n",
        features.join(", ")
    );
    let header = [
        "",
        "forecasts",
        "cases",
        "hold",
        "earlier",
        "later",
        "no end",
        "median width",
        "score",
        "CRPS",
        "not decided",
    ];
    let kinds = [
        ("at each step", &tested.at_steps),
        ("a case's first", &tested.firsts),
        ("weekly, open cases", &tested.mornings),
    ];
    let rows = kinds.into_iter().flat_map(|(name, held)| {
        let rows = [
            (name.to_owned(), &held.forecast),
            ("  not calibrated".into(), &held.uncalibrated),
            ("  naive".into(), &held.naive),
        ];
        rows.map(|(name, score)| scored(name, held, score))
    });
    text += &table(header, rows);
    text += &format!(
        "\nhold: to be {}. Widths, score (of the range) and CRPS (of the whole) in days, less is better; naive: the same \
         range for every case, from all durations known at the split.\n",
        percent(Some(level))
    );
    text
}

fn scored(name: String, held: &Held, score: &Score) -> [String; 11] {
    let days = |days: f64| format!("{days:.2}");
    [
        name,
        score.count.to_string(),
        held.cases.to_string(),
        percent(Some(score.coverage)),
        percent(Some(score.earlier)),
        percent(Some(score.later)),
        percent(Some(score.open)),
        days(score.median_width),
        days(score.interval_score),
        days(score.crps),
        (held.undecided + held.none + held.never).to_string(),
    ]
}

fn row(forecast: &CaseForecast) -> [String; 8] {
    let day = |at: Timestamp| at.strftime("%F").to_string();
    let comes = forecast.comes.iter().take(2).map(|(name, share)| format!("{name} {:.0} %", share * 100.0));
    [
        forecast.case.to_string(),
        forecast.step.to_string(),
        day(forecast.lower),
        forecast.median.map_or_else(|| NOTHING.to_owned(), day),
        forecast.upper.map_or_else(|| NOTHING.to_owned(), day),
        comes.collect::<Vec<_>>().join(", "),
        forecast.why.count.to_string(),
        forecast.why.ended.to_string(),
    ]
}
