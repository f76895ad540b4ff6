//! A back-test: every forecast that would have been made after a day, held against what came.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::curve::Curve;
use super::experience::{Ask, Experience, Weighing};
use super::history::{Histories, days};
use super::learn::learn;
use super::question::Question;
use super::replay::{Replay, asks};
use super::score::{Given, Score};
use super::settings::Settings;
use super::strata::Strata;

/// Between which instants forecasts are held out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldOut {
    /// The split: what is chosen is chosen on what was known before.
    pub from: Timestamp,
    /// No forecast from here on is judged: too many of its outcomes lie beyond the end of what was recorded, and those that
    /// do not are the quick ones.
    pub until: Timestamp,
}

/// Of the cases that began before the split, this share was over in the time that is left after the last forecast judged.
const DECIDED: f64 = 0.95;

impl HeldOut {
    /// Held out from the instant by which so large a share of the cases has begun, until as long before the end of what was
    /// recorded as 95 of 100 cases over by the split lasted. `None` where no case was over by then.
    pub fn after(histories: &Histories, share: f64) -> Option<Self> {
        let mut begun: Vec<i64> = histories.cases().iter().map(|case| case.steps[0].at).collect();
        begun.sort_unstable();
        #[allow(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count"
        )]
        let place = |count: usize, share: f64| ((count as f64 * share) as usize).min(count.saturating_sub(1));
        Self::from(histories, Timestamp::from_microsecond(*begun.get(place(begun.len(), share))?).ok()?)
    }

    /// Held out from where half of the cases have begun; from earlier, a twentieth of them at a time down to a quarter, where
    /// too few begin between there and the last forecast judged for so many to be held out. Only when cases began and how
    /// long those over by the split lasted is looked at, never how a forecast went. Where even that is not enough, half.
    pub fn with_cases(histories: &Histories, least: usize) -> Option<Self> {
        let half = Self::after(histories, 0.5)?;
        let mut earlier = (0..=5).filter_map(|twentieths| Self::after(histories, 0.5 - 0.05 * f64::from(twentieths)));
        let enough = |held: &Self| {
            let days = held.from.as_microsecond()..held.until.as_microsecond();
            histories.cases().iter().filter(|case| days.contains(&case.steps[0].at)).count() >= least
        };
        Some(earlier.find(enough).unwrap_or(half))
    }

    /// The same from an instant.
    pub fn from(histories: &Histories, from: Timestamp) -> Option<Self> {
        let split = from.as_microsecond();
        let over = histories
            .cases()
            .iter()
            .filter_map(|case| Some((case.steps[0].at, case.closed.filter(|at| *at <= split)?)));
        let mut lasted: Vec<i64> = over.map(|(begun, closed)| closed - begun).collect();
        lasted.sort_unstable();
        #[allow(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count"
        )]
        let longest = lasted.get((lasted.len() as f64 * DECIDED) as usize)?;
        let (_, end) = histories.period()?;
        Some(Self { from, until: Timestamp::from_microsecond(end - longest).ok()? })
    }
}

/// How forecasts of one kind did beside the plainest ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// Cases with at least one decided forecast.
    pub cases: usize,
    /// The forecast as it is given.
    pub forecast: Score,
    /// The same distributions, not calibrated.
    pub uncalibrated: Score,
    /// The quantiles of all durations known at the split, the same for every case.
    pub naive: Score,
    /// Forecasts not decided by the end of the record, and not refuted either.
    pub undecided: usize,
    /// Forecasts that could not be made: nobody was like the case.
    pub none: usize,
    /// Forecasts of a step that the case never reached before it ended.
    pub never: usize,
}

/// A back-test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Backtest {
    /// What was asked.
    pub question: Question,
    /// Between which instants.
    pub held_out: HeldOut,
    /// By what cases were told apart.
    pub strata: Strata,
    /// Days after which experience counted half.
    pub half_life: Option<f64>,
    /// Forecasts made at a step, the moment it was reached.
    pub at_steps: Held,
    /// Of those, one a case, its first: so that no case counts more than another, and none is picked by what came later.
    pub firsts: Held,
    /// Forecasts of every open case on regular mornings, when nothing had happened for a while.
    pub mornings: Held,
    /// Forecasts at a step, by the step.
    pub by_step: Vec<(SmolStr, Score)>,
}

/// One forecast that was held out.
#[derive(Debug, Clone, Copy)]
struct Made {
    ask: Ask,
    result: Result<[Given; 3], Nothing>,
}

/// Why a forecast was not judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nothing {
    Undecided,
    None,
    Never,
}

/// Holds forecasts out.
///
/// `histories` may reach beyond the held-out time: it is what decides the forecasts, and is read only then.
pub fn backtest(histories: &Histories, question: Question, settings: &Settings, held_out: HeldOut) -> Backtest {
    let (split, until) = (held_out.from.as_microsecond(), held_out.until.as_microsecond());
    let (strata, weighing) = learn(histories, question, settings, split);
    let (first, last) = histories.period().unwrap_or((0, 0));
    let experience = Experience::new(histories, question, strata.clone(), until);
    let Some(naive) = naive(histories, question, split) else {
        return report(histories, question, settings, held_out, &[], (strata, weighing));
    };
    let mut replay = Replay::new(experience, settings, weighing);
    let mut made = Vec::new();
    let warm = first + (split - first) / 4;
    for ask in asks(&replay.experience, warm, until, settings) {
        let judged = ask.at >= split;
        let Some(raw) = replay.raw(ask) else {
            if judged {
                made.push(Made { ask, result: Err(Nothing::None) });
            }
            continue;
        };
        replay.calibrate(ask.at);
        let range = replay.range(&raw);
        replay.keep(ask, &raw);
        if judged {
            let outcome = question.outcome(&histories.cases()[ask.case], ask.step, last);
            let result = match outcome.cause {
                Some(cause) if question.wants(cause) => {
                    let came = days(ask.at, outcome.at);
                    let ours = Given::new(came, range.lower, range.upper, &range.quantiles);
                    Ok([ours, plain(&raw.curve, came, settings.level), plain(&naive, came, settings.level)])
                }
                Some(_) => Err(Nothing::Never),
                None => Err(Nothing::Undecided),
            };
            made.push(Made { ask, result });
        }
    }
    report(histories, question, settings, held_out, &made, (strata, weighing))
}

/// The distribution of all durations known at the split.
fn naive(histories: &Histories, question: Question, split: i64) -> Option<Curve> {
    let all = Experience::new(histories, question, Strata { features: Vec::new() }, split);
    Curve::new(&all.everybody(split)?.incidence, question)
}

/// A range straight from a distribution.
fn plain(curve: &Curve, came: f64, level: f64) -> Given {
    let tail = (1.0 - level) / 2.0;
    let quantiles: Vec<f64> = (1..20).map(|twentieth| curve.at(f64::from(twentieth) / 20.0)).collect();
    Given::new(came, curve.at(tail), curve.at(1.0 - tail), &quantiles)
}

fn report(
    histories: &Histories,
    question: Question,
    settings: &Settings,
    held_out: HeldOut,
    made: &[Made],
    (strata, weighing): (Strata, Weighing),
) -> Backtest {
    let step_of = |made: &Made| histories.cases()[made.ask.case].steps[made.ask.step];
    let (at_steps, mornings): (Vec<&Made>, Vec<&Made>) = made.iter().partition(|made| step_of(made).at == made.ask.at);
    let mut met = HashSet::new();
    let firsts: Vec<&Made> = at_steps.iter().copied().filter(|one| met.insert(one.ask.case)).collect();
    let mut by_step: HashMap<u32, Vec<Given>> = HashMap::new();
    for (one, given) in at_steps.iter().filter_map(|one| Some((one, one.result.ok()?))) {
        by_step.entry(step_of(one).step).or_default().push(given[0]);
    }
    let scored = by_step
        .into_iter()
        .map(|(step, given)| (histories.steps()[step as usize].clone(), Score::new(&given, settings.level)));
    let mut by_step: Vec<(SmolStr, Score)> = scored.collect();
    by_step.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
    Backtest {
        question,
        held_out,
        strata,
        half_life: weighing.half_life,
        at_steps: held(&at_steps, settings.level),
        firsts: held(&firsts, settings.level),
        mornings: held(&mornings, settings.level),
        by_step,
    }
}

fn held(made: &[&Made], level: f64) -> Held {
    let decided: Vec<(usize, [Given; 3])> =
        made.iter().filter_map(|one| Some((one.ask.case, one.result.ok()?))).collect();
    let score = |which: usize| Score::new(&decided.iter().map(|(_, given)| given[which]).collect::<Vec<_>>(), level);
    let count = |nothing| made.iter().filter(|one| one.result.err() == Some(nothing)).count();
    let mut cases: Vec<usize> = decided.iter().map(|(case, _)| *case).collect();
    cases.sort_unstable();
    cases.dedup();
    Held {
        cases: cases.len(),
        forecast: score(0),
        uncalibrated: score(1),
        naive: score(2),
        undecided: count(Nothing::Undecided),
        none: count(Nothing::None),
        never: count(Nothing::Never),
    }
}
