//! The forecast of an open case, as it is given today.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::experience::{Ask, Experience};
use super::history::{DAY, Histories, days};
use super::learn::learn;
use super::question::Question;
use super::replay::{Replay, asks};
use super::settings::Settings;

/// No more earlier forecasts than this are made again to calibrate by.
const REPLAYED: usize = 6_000;
/// The likeliest ends named in a forecast.
const NAMED: usize = 5;

/// Everything a forecast rests on, made ready at an instant for one question; then each case takes no time.
pub struct Forecaster<'a> {
    replay: Replay<'a>,
    at: i64,
}

/// When what was asked for comes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseForecast {
    /// The case.
    pub case: SmolStr,
    /// The step it is in.
    pub step: SmolStr,
    /// When the forecast was made.
    pub made: Timestamp,
    /// The begin of the range.
    pub lower: Timestamp,
    /// As likely earlier as later; `None` beyond everything seen.
    pub median: Option<Timestamp>,
    /// The end of the range; `None` where so many like it were never seen to end.
    pub upper: Option<Timestamp>,
    /// How often the range is to hold, given that what was asked for comes.
    pub level: f64,
    /// What comes first and with what probability, the likeliest first. Of a step that was asked for: it, and the end of
    /// the case without it.
    pub comes: Vec<(SmolStr, f64)>,
    /// What it rests on.
    pub why: Why,
}

/// What a forecast rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// What the cases it is taken from have in common with this one.
    pub like: Vec<SmolStr>,
    /// What they would have had in common too, were there enough of them.
    pub given_up: Vec<SmolStr>,
    /// How many moments of other cases those are.
    pub count: usize,
    /// How many of these came to what was asked for or ended without it; the others run still, and count as far as they do.
    pub ended: usize,
    /// For how many days nothing had happened to this case; those like it were as silent.
    pub silent_days: f64,
    /// Days after which experience counts half; `None`: it counts for ever.
    pub half_life: Option<f64>,
    /// The quantiles of those like it that make the range. What they would be if no forecast had ever been wrong: the
    /// level's own, such as 0.1 and 0.9. Below 0 and above 1: beyond all that was seen.
    pub quantiles: (f64, f64),
    /// By how many earlier forecasts these quantiles were set.
    pub judged_by: usize,
    /// Whether those were forecasts in the same step.
    pub judged_by_same_step: bool,
}

/// Why there is no forecast.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoForecast {
    /// No such case.
    #[error("there is no such case; name one of the histories handed in")]
    Unknown,
    /// The case is over.
    #[error("the case is closed; only open cases are forecast")]
    Closed,
    /// The case has not begun.
    #[error("the case had no step yet; forecast it once it has one")]
    NotBegun,
    /// No case was ever like it.
    #[error(
        "no other case was ever silent for so long in this step, or came to what is asked; look at the case itself"
    )]
    NobodyLike,
}

impl<'a> Forecaster<'a> {
    /// Learns from what was known at an instant, and from nothing later.
    pub fn new(histories: &'a Histories, question: Question, settings: &Settings, at: i64) -> Self {
        let (strata, weighing) = learn(histories, question, settings, at);
        let experience = Experience::new(histories, question, strata, at);
        let mut replay = Replay::new(experience, settings, weighing);
        let first = histories.period().map_or(at, |(first, _)| first);
        let earlier = asks(&replay.experience, first + (at - first) / 4, at, settings);
        let stride = earlier.len().div_ceil(REPLAYED).max(1);
        for ask in earlier.into_iter().step_by(stride) {
            if let Some(raw) = replay.raw(ask) {
                replay.keep(ask, &raw);
            }
        }
        replay.calibrate(at);
        Self { replay, at }
    }

    /// The forecast of a case by its place among the histories.
    ///
    /// # Errors
    /// [`NoForecast`] where there is none to give.
    pub fn forecast(&self, case: usize) -> Result<CaseForecast, NoForecast> {
        let experience = &self.replay.experience;
        let histories = experience.histories();
        let of = histories.cases().get(case).ok_or(NoForecast::Unknown)?;
        let step = of.step_at(self.at).ok_or(NoForecast::NotBegun)?;
        if !of.is_open_at(self.at) {
            return Err(NoForecast::Closed);
        }
        let ask = Ask { case, step, at: self.at };
        let raw = self.replay.raw(ask).ok_or(NoForecast::NobodyLike)?;
        let range = self.replay.range(&raw);
        let instant = |days: f64| {
            #[allow(clippy::cast_possible_truncation, reason = "rounded to a microsecond")]
            let micros = days.is_finite().then_some((days * DAY) as i64)?;
            Timestamp::from_microsecond(self.at.checked_add(micros)?).ok()
        };
        let words = experience.words(ask, experience.strata().features.len());
        let (like, given_up) = words.split_at(raw.likes.level.min(words.len()));
        Ok(CaseForecast {
            case: of.id.clone(),
            step: histories.steps()[of.steps[step].step as usize].clone(),
            made: Timestamp::from_microsecond(self.at).unwrap_or(Timestamp::MIN),
            lower: instant(range.lower).unwrap_or(Timestamp::MAX),
            median: instant(range.median),
            upper: instant(range.upper),
            level: self.replay.settings.level,
            comes: self.comes(&raw.likes.incidence.causes()),
            why: Why {
                like: like.to_vec(),
                given_up: given_up.to_vec(),
                count: raw.likes.count,
                ended: raw.likes.ended,
                silent_days: days(of.steps[step].at, self.at),
                half_life: self.replay.weighing.half_life,
                quantiles: range.positions,
                judged_by: range.judged_by,
                judged_by_same_step: range.judged_by_own,
            },
        })
    }

    /// The forecasts of every case that is open, in the order of the histories; of those that have one.
    pub fn open(&self) -> Vec<CaseForecast> {
        let cases = self.replay.experience.histories().cases();
        (0..cases.len()).filter_map(|case| self.forecast(case).ok()).collect()
    }

    /// Causes and their shares of all that ended, in words.
    fn comes(&self, causes: &[(u32, f64)]) -> Vec<(SmolStr, f64)> {
        let histories = self.replay.experience.histories();
        let all: f64 = causes.iter().map(|cause| cause.1).sum();
        let named = causes.iter().take(NAMED);
        named.map(|(cause, mass)| (Question::name_of(histories, *cause), mass / all)).collect()
    }
}
