//! Forecasts made again in the order of time, each with what was known at its moment and nothing else: so ranges are
//! calibrated for today, and so they are back-tested.

use super::calibration::{Calibrated, Calibration, Group, Record};
use super::curve::Curve;
use super::experience::{Ask, Experience, Likes, Weighing};
use super::history::DAY;
use super::settings::Settings;

/// A moment's forecast before it is made into dates.
#[derive(Debug)]
pub(super) struct Raw {
    pub likes: Likes,
    pub curve: Curve,
    /// With which it is to be judged.
    pub group: Group,
}

/// A range, days from the moment of the forecast; infinite where so many were never seen to end.
#[derive(Debug, Clone)]
pub(super) struct Range {
    pub lower: f64,
    pub upper: f64,
    pub median: f64,
    /// Where in the distribution of those like the case the range was taken.
    pub positions: (f64, f64),
    /// How many earlier forecasts that rests on.
    pub judged_by: usize,
    /// Whether they are of the same step.
    pub judged_by_own: bool,
    /// The 5 %, 10 % … 95 % quantiles.
    pub quantiles: Vec<f64>,
}

/// The running state.
pub(super) struct Replay<'a> {
    pub experience: Experience<'a>,
    pub settings: Settings,
    pub weighing: Weighing,
    calibration: Calibration,
    calibrated: Calibrated,
    next: i64,
}

impl<'a> Replay<'a> {
    pub(super) fn new(experience: Experience<'a>, settings: &Settings, weighing: Weighing) -> Self {
        Self {
            experience,
            settings: settings.clone(),
            weighing,
            calibration: Calibration::default(),
            calibrated: Calibrated::default(),
            next: i64::MIN,
        }
    }

    /// The forecast of a moment, uncalibrated; `None` where nobody was like it, or none came to what is asked.
    pub(super) fn raw(&self, ask: Ask) -> Option<Raw> {
        let likes = self.experience.likes(ask, self.weighing)?;
        let curve = Curve::new(&likes.incidence, self.experience.question())?;
        let step = self.experience.histories().cases()[ask.case].steps[ask.step];
        Some(Raw { likes, curve, group: Group { step: step.step, between: ask.at > step.at } })
    }

    /// What the records say at a moment. Read anew once a while: what came in between counts the next time.
    pub(super) fn calibrate(&mut self, at: i64) {
        if at >= self.next {
            let question = self.experience.question();
            self.calibrated = self.calibration.as_of(at, question, self.settings.latest, self.settings.own);
            #[allow(clippy::cast_possible_truncation, reason = "a few days")]
            let pause = (self.settings.recalibrate_days * DAY) as i64;
            self.next = at.saturating_add(pause.max(1));
        }
    }

    /// The range of a forecast, days from its moment, by the records as last read.
    pub(super) fn range(&self, raw: &Raw) -> Range {
        let (positions, own) = self.calibrated.of(raw.group);
        let (lower, upper) = positions.range(self.settings.level);
        let quantile = |share: f64| raw.curve.at(positions.quantile(share));
        Range {
            lower: raw.curve.at(lower),
            upper: raw.curve.at(upper),
            median: quantile(0.5),
            positions: (lower, upper),
            judged_by: positions.count,
            judged_by_own: own,
            quantiles: (1..20).map(|twentieth| quantile(f64::from(twentieth) / 20.0)).collect(),
        }
    }

    /// Keeps a forecast to be judged by when its outcome is known.
    pub(super) fn keep(&mut self, ask: Ask, raw: &Raw) {
        let question = self.experience.question();
        let case = &self.experience.histories().cases()[ask.case];
        let outcome = question.outcome(case, ask.step, i64::MAX);
        let outcome = outcome.cause.map(|cause| (outcome.at, cause));
        self.calibration.push(Record { made: ask.at, group: raw.group, curve: raw.curve.clone(), outcome });
    }
}

/// Every forecast that would have been made from one instant up to another, in order: one at each step, and on each
/// `inspect_days`th day one of every open case.
pub(super) fn asks(experience: &Experience<'_>, from: i64, until: i64, settings: &Settings) -> Vec<Ask> {
    let mut asks: Vec<Ask> = experience.moments().filter(|ask| ask.at >= from && ask.at < until).collect();
    if let Some(days) = settings.inspect_days {
        #[allow(clippy::cast_possible_truncation, reason = "a few days")]
        let pause = ((days * DAY) as i64).max(1);
        let mut at = from;
        while at < until {
            let open = experience.histories().cases().iter().enumerate().filter(|(_, case)| case.is_open_at(at));
            asks.extend(open.filter_map(|(number, case)| {
                let step = case.step_at(at)?;
                (case.steps[step].at < at).then_some(Ask { case: number, step, at })
            }));
            at += pause;
        }
    }
    // By name where instants are equal, so that the order of the cases does not matter.
    let id = |ask: &Ask| &experience.histories().cases()[ask.case].id;
    asks.sort_by(|a, b| a.at.cmp(&b.at).then_with(|| id(a).cmp(id(b))).then(a.step.cmp(&b.step)));
    asks
}
