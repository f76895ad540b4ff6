//! Experience: every moment of every history, found by its strata, and read only as far as was known at an instant.

use std::collections::HashMap;

use smol_str::SmolStr;

use super::history::{Histories, days};
use super::question::{Question, is_waiting};
use super::strata::{Moment, Strata};
use crate::clock::{Cause, Incidence, Observation};

/// More of a stratum than this are thinned evenly: a percentile gains nothing, and an answer stays quick.
const MOST: usize = 1_000;

/// A moment of a history: a step was reached.
#[derive(Debug, Clone, Copy)]
struct Spell {
    from: i64,
    case: u32,
    step: u32,
}

/// All moments by their strata.
#[derive(Debug)]
pub(super) struct Experience<'a> {
    histories: &'a Histories,
    question: Question,
    strata: Strata,
    /// In order of time.
    spells: Vec<Spell>,
    /// Places among the spells, in order, by the key of each level.
    levels: Vec<HashMap<u64, Vec<u32>>>,
}

/// What is asked of experience.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask {
    /// The case; its own past is no experience for it.
    pub case: usize,
    /// Its latest step.
    pub step: usize,
    /// When the forecast is made: nothing later is looked at.
    pub at: i64,
}

/// How experience is weighed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weighing {
    /// How many that ended make a stratum thick enough.
    pub enough: usize,
    /// Days after which experience counts half; `None`: it never fades.
    pub half_life: Option<f64>,
}

/// Those like the case.
#[derive(Debug)]
pub(super) struct Likes {
    /// How many features they share.
    pub level: usize,
    /// How many, and how many of them came to an end.
    pub count: usize,
    pub ended: usize,
    pub incidence: Incidence,
}

/// A stratum of which more than this share was never seen to end does not say how long it takes.
const UNSEEN: f64 = 0.05;

impl Likes {
    /// The share that was never seen to end.
    fn unseen(&self) -> f64 {
        self.incidence.steps().last().map_or(1.0, |step| step.survival)
    }
}

impl<'a> Experience<'a> {
    /// Reads every moment up to an instant.
    pub(super) fn new(histories: &'a Histories, question: Question, strata: Strata, until: i64) -> Self {
        let mut spells = Vec::new();
        for (number, case) in histories.cases().iter().enumerate() {
            let reached = case.steps.iter().enumerate().take_while(|(_, step)| step.at <= until);
            spells.extend(reached.filter(|(place, _)| is_waiting(case, *place)).map(|(place, step)| Spell {
                from: step.at,
                case: u32::try_from(number).expect("fewer cases than 2^32"),
                step: u32::try_from(place).expect("fewer steps than 2^32"),
            }));
        }
        // By name where instants are equal, so that the order of the cases does not matter.
        let id = |spell: &Spell| &histories.cases()[spell.case as usize].id;
        spells.sort_by(|a, b| a.from.cmp(&b.from).then_with(|| id(a).cmp(id(b))).then(a.step.cmp(&b.step)));
        let mut levels: Vec<HashMap<u64, Vec<u32>>> = vec![HashMap::new(); strata.features.len() + 1];
        for (place, spell) in spells.iter().enumerate() {
            let moment = Moment { case: &histories.cases()[spell.case as usize], step: spell.step as usize };
            for (level, key) in levels.iter_mut().zip(strata.keys(&moment)) {
                level.entry(key).or_default().push(u32::try_from(place).expect("fewer moments than 2^32"));
            }
        }
        Self { histories, question, strata, spells, levels }
    }

    pub(super) fn histories(&self) -> &'a Histories {
        self.histories
    }

    pub(super) fn question(&self) -> Question {
        self.question
    }

    pub(super) fn strata(&self) -> &Strata {
        &self.strata
    }

    /// The moments in order of time: when, whose, which step.
    pub(super) fn moments(&self) -> impl Iterator<Item = Ask> + '_ {
        self.spells.iter().map(|spell| Ask { case: spell.case as usize, step: spell.step as usize, at: spell.from })
    }

    /// Those like the case, from the finest stratum that is thick enough; `None` where nobody is.
    pub(super) fn likes(&self, ask: Ask, weighing: Weighing) -> Option<Likes> {
        let case = &self.histories.cases()[ask.case];
        let keys = self.strata.keys(&Moment { case, step: ask.step });
        let silent = ask.at - case.steps[ask.step].at;
        let mut best: Option<Likes> = None;
        for (level, key) in keys.iter().enumerate().rev() {
            let Some(places) = self.levels[level].get(key) else { continue };
            let (seen, ended) = self.observe(places, ask, silent, weighing.half_life);
            if ended == 0 {
                continue;
            }
            // Every age is finite and not negative, every weight above 0.
            let likes = Likes { level, count: seen.len(), ended, incidence: Incidence::new(&seen).ok()? };
            if ended >= weighing.enough && likes.unseen() <= UNSEEN {
                return Some(likes);
            }
            // None is thick enough and seen to its end: the one that is seen furthest, the finer of equals.
            let key = |likes: &Likes| (likes.ended.min(weighing.enough), -likes.unseen());
            if best.as_ref().is_none_or(|best| key(&likes) > key(best)) {
                best = Some(likes);
            }
        }
        best
    }

    /// Everybody as far as was known at an instant, whatever their state.
    pub(super) fn everybody(&self, at: i64) -> Option<Likes> {
        let places = self.levels[0].get(&0)?;
        let (seen, ended) = self.observe(places, Ask { case: usize::MAX, step: 0, at }, 0, None);
        Some(Likes { level: 0, count: seen.len(), ended, incidence: Incidence::new(&seen).ok()? })
    }

    /// What became of these moments, from as long a silence on, as far as was known; and how many came to an end.
    fn observe(
        &self,
        places: &[u32],
        ask: Ask,
        silent: i64,
        half_life: Option<f64>,
    ) -> (Vec<Observation<Cause>>, usize) {
        let until = places.partition_point(|place| self.spells[*place as usize].from < ask.at);
        let stride = until.div_ceil(MOST).max(1);
        let mut seen = Vec::with_capacity(until / stride + 1);
        let mut ended = 0;
        for place in places[..until].iter().rev().step_by(stride) {
            let Spell { from, case, step } = self.spells[*place as usize];
            if case as usize == ask.case {
                continue;
            }
            let case = &self.histories.cases()[case as usize];
            // Only those as silent as this one are like it: something else happened to the others first.
            if silent > 0 && Question::NextStep.outcome(case, step as usize, ask.at).at - from <= silent {
                continue;
            }
            let outcome = self.question.outcome(case, step as usize, ask.at);
            ended += usize::from(outcome.cause.is_some());
            let age = days(from, ask.at);
            seen.push(Observation {
                entry: 0.0,
                exit: days(from, outcome.at) - days(0, silent),
                end: outcome.cause,
                weight: half_life.map_or(1.0, |half| (-age / half).exp2().max(1e-12)),
            });
        }
        for one in &mut seen {
            one.exit = one.exit.max(0.0);
        }
        (seen, ended)
    }

    /// The stratum of a moment in words, as far as to a level.
    pub(super) fn words(&self, ask: Ask, level: usize) -> Vec<SmolStr> {
        let moment = Moment { case: &self.histories.cases()[ask.case], step: ask.step };
        self.strata.features[..level].iter().map(|feature| feature.words(self.histories, &moment)).collect()
    }
}
