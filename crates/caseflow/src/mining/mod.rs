//! What an event log tells about how cases flow. The definitions, with their sources, are in `README.md` beside this file.
//!
//! [`Mined`] counts a log once, on all cores, and then follows it event by event: a new event takes its case's old trace
//! back and counts the new one. [`Mined::page`] puts every answer together. An answer depends on the log alone, never on
//! the order in which it was read (but for events of one case and one instant) nor on the number of threads.

mod conformance;
mod delays;
mod handovers;
mod hashing;
mod page;
mod period;
mod rework;
mod segments;
mod tally;
mod variants;
mod work;

pub use conformance::{Checker, Deviation, Model, NoModel, Step, StepKind};
pub use page::{
    Activity, ActivityWork, Bottleneck, Conformity, Departure, Follows, Handover, Handovers, Page, Quarters, Rework, Segment, Spectrum,
    Variant, WorkTimes,
};
pub use period::Period;
pub use segments::Times;

use rayon::prelude::*;

use crate::log::{CaseId, EventLog, Pushed, Trace};
use delays::Delays;
use segments::{Segments, passings};
use tally::{Own, Tally};

/// What to count by.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The periods of the performance spectrum.
    pub period: Period,
    /// The model that cases are held against.
    pub model: Option<Model>,
}

/// A log, counted.
#[derive(Debug, Clone)]
pub struct Mined {
    period: Period,
    checker: Option<Checker>,
    segments: Segments,
    tally: Tally,
    delays: Delays,
}

impl Mined {
    /// Counts a log. The yardstick of delays is what each segment takes in it typically.
    pub fn new(log: &EventLog, settings: Settings) -> Self {
        let checker = settings.model.map(|model| Checker::new(model, log));
        let parts = parts(log);
        let counted: Vec<(Tally, Segments)> = parts
            .par_iter()
            .map(|cases| {
                let (mut tally, mut segments) = (Tally::default(), Segments::default());
                for trace in cases.clone().map(|case| log.trace(CaseId(case))) {
                    tally.count(trace, checker.as_ref(), 1);
                    segments.gather(trace, settings.period);
                }
                (tally, segments)
            })
            .collect();
        let (mut tally, mut segments) = (Tally::default(), Segments::default());
        for (theirs, passed) in counted {
            tally.merge(theirs);
            segments.merge(passed);
        }
        segments.settle();
        segments.set_yardstick();
        let mut mined = Mined { period: settings.period, checker, segments, tally, delays: Delays::default() };
        mined.count_delays(log);
        mined
    }

    /// Takes an event that [`EventLog::push`] took just before.
    pub fn take(&mut self, log: &EventLog, pushed: Pushed) {
        let now = log.trace(pushed.case);
        let before = Own::without(now, pushed.place);
        let before = before.trace();
        if let Some(checker) = &mut self.checker {
            checker.learn(log);
        }
        self.tally.count(before, self.checker.as_ref(), -1);
        self.tally.count(now, self.checker.as_ref(), 1);
        self.delays.count(before, &self.segments, -1);
        self.delays.count(now, &self.segments, 1);
        self.segments.exchange(passings(before, self.period), passings(now, self.period));
    }

    /// Makes what each segment takes typically *now* the yardstick of delays: a pass over the log.
    pub fn renew_yardstick(&mut self, log: &EventLog) {
        self.segments.set_yardstick();
        self.count_delays(log);
    }

    /// How one case departs from the model; `None` where the log was counted without one.
    pub fn deviations(&self, trace: Trace<'_>) -> Option<Vec<(Deviation, Option<usize>)>> {
        self.checker.as_ref().map(|checker| checker.deviations(trace).0)
    }

    /// Bytes that the durations of segments take.
    pub fn duration_bytes(&self) -> usize {
        self.segments.list.iter().map(segments::Segment::heap_bytes).sum()
    }

    fn count_delays(&mut self, log: &EventLog) {
        let segments = &self.segments;
        let counted: Vec<Delays> = parts(log)
            .par_iter()
            .map(|cases| {
                let mut delays = Delays::default();
                cases.clone().for_each(|case| delays.count(log.trace(CaseId(case)), segments, 1));
                delays
            })
            .collect();
        self.delays = Delays::default();
        counted.into_iter().for_each(|delays| self.delays.merge(delays));
    }
}

/// Cases in a few parts of about as many events each.
fn parts(log: &EventLog) -> Vec<std::ops::Range<u32>> {
    let share = (log.events() / (rayon::current_num_threads() * 2)).max(10_000);
    let (mut parts, mut from, mut events) = (Vec::new(), 0, 0);
    for case in log.case_ids() {
        events += log.trace(case).len();
        if events >= share {
            parts.push(from..case.0 + 1);
            (from, events) = (case.0 + 1, 0);
        }
    }
    let end = u32::try_from(log.cases()).expect("within the limits of a log");
    if from < end {
        parts.push(from..end);
    }
    parts
}
