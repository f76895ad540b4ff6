//! Whether ranges like the one given today held: made again on the same histories, each with what was known at its moment,
//! the later time held out, from when half of the cases had begun or earlier; so that nobody has to take a range on trust.
//!
//! Strata and fading are chosen on what was known at the split. Of each case one forecast counts, the first of its kind.
//! One whose end passed without an outcome did not hold; one still undecided otherwise, or of a case that ended without
//! what was asked for, does not count.

use std::collections::{HashMap, HashSet};

use super::backtest::HeldOut;
use super::calibration::Group;
use super::experience::{Ask, Experience};
use super::history::{Histories, days};
use super::learn::learn;
use super::question::Question;
use super::replay::{Range, Replay, asks};
use super::settings::Settings;

/// Shares of the cases that had begun at the split, the first that leaves enough time to judge in.
const SPLITS: [f64; 3] = [0.5, 0.35, 0.2];
/// Days in which forecasts are judged, at least.
const LEAST_DAYS: f64 = 120.0;
/// No more forecasts than this are made again.
const REPLAYED: usize = 6_000;
/// Days within which two instants are the same.
const SAME: f64 = 1e-6;

/// On how many cases ranges were tried, and how many of them held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tried {
    /// Cases.
    pub tested: usize,
    /// Of those, how many the range held.
    pub held: usize,
    /// Whether they were forecast at the same step, and as long after it.
    pub same_step: bool,
}

/// The trial of one question on histories.
#[derive(Debug, Clone, Default)]
pub struct Trial {
    groups: HashMap<Group, Tried>,
    kinds: [Tried; 2],
}

impl Trial {
    /// Tries the forecasts of a question that lie in the later part of the histories, which hold what is known at an
    /// instant. Empty where too little was decided.
    pub fn new(histories: &Histories, question: Question, settings: &Settings, at: i64) -> Self {
        let mut trial = Self::default();
        let Some(held_out) = held_out(histories) else { return trial };
        let (split, until) = (held_out.from.as_microsecond(), held_out.until.as_microsecond().min(at));
        let Some((first, _)) = histories.period().filter(|_| split < until) else { return trial };
        let (strata, weighing) = learn(histories, question, settings, split);
        let mut replay = Replay::new(Experience::new(histories, question, strata, until), settings, weighing);
        let earlier = asks(&replay.experience, first + (split - first) / 4, until, settings);
        let stride = earlier.len().div_ceil(REPLAYED).max(1);
        let (mut grouped, mut kinds) = (HashSet::new(), HashSet::new());
        for ask in earlier.into_iter().step_by(stride) {
            let Some(raw) = replay.raw(ask) else { continue };
            replay.calibrate(ask.at);
            let range = replay.range(&raw);
            replay.keep(ask, &raw);
            if ask.at < split {
                continue;
            }
            let Some(held) = judged(histories, question, ask, &range, at) else { continue };
            let add = |tried: &mut Tried| {
                tried.tested += 1;
                tried.held += usize::from(held);
            };
            if grouped.insert((raw.group, ask.case)) {
                add(trial.groups.entry(raw.group).or_insert(Tried { same_step: true, ..Tried::default() }));
            }
            if kinds.insert((raw.group.between, ask.case)) {
                add(&mut trial.kinds[usize::from(raw.group.between)]);
            }
        }
        trial
    }

    /// How ranges of forecasts like that of a case at an instant did: those of its step where at least so many cases were
    /// tried, else of all steps. `None` where the case has no step then, or nothing was tried.
    pub fn of(&self, histories: &Histories, case: usize, at: i64, enough: usize) -> Option<Tried> {
        let case = histories.cases().get(case)?;
        let step = case.steps[case.step_at(at)?];
        let group = Group { step: step.step, between: at > step.at };
        let own = self.groups.get(&group).copied().filter(|tried| tried.tested >= enough);
        own.or(Some(self.kinds[usize::from(group.between)])).filter(|tried| tried.tested > 0)
    }
}

/// What is held out: from when half of the cases had begun; where too little is decided since, from earlier on.
fn held_out(histories: &Histories) -> Option<HeldOut> {
    let mut tried = SPLITS.iter().filter_map(|share| HeldOut::after(histories, *share));
    tried.find(|one| days(one.from.as_microsecond(), one.until.as_microsecond()) >= LEAST_DAYS)
}

/// Whether a range held, by what is known at an instant; `None` where that is not decided, or the range has no end.
fn judged(histories: &Histories, question: Question, ask: Ask, range: &Range, at: i64) -> Option<bool> {
    if !range.upper.is_finite() {
        return None;
    }
    let outcome = question.outcome(&histories.cases()[ask.case], ask.step, at);
    let came = days(ask.at, outcome.at);
    match outcome.cause {
        Some(cause) if question.wants(cause) => Some(came + SAME >= range.lower && came <= range.upper + SAME),
        Some(_) => None,
        None => (came > range.upper + SAME).then_some(false),
    }
}
