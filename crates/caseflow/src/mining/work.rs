//! Waiting against working time, where the log tells when work began.
//!
//! A start (or resume) opens work on an activity, the next end (or suspend) of the same activity in the case closes the
//! one opened first. Time in which at least one piece of work is open is working time, the rest of the case's time is
//! waiting: the two add up to it exactly. A start that nothing closes counts no work. Of a case without any start
//! nothing is known, and it is counted apart: completions alone do not tell how long was worked.

use std::collections::{HashMap, VecDeque};

use crate::log::{ActivityId, Trace, Transition};

/// Time of cases that tell when work began, in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// Cases that tell.
    pub cases: i64,
    /// Cases that do not.
    pub cases_untold: i64,
    /// From first to last event, of the cases that tell.
    pub total: i128,
    /// Somebody worked on the case.
    pub working: i128,
    /// Nobody did.
    pub waiting: i128,
}

/// Time of one activity, in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Service {
    /// Pieces of work that were opened and closed.
    pub pieces: i64,
    /// Their durations.
    pub working: i128,
    /// Starts, and the time from the case's event before.
    pub starts: i64,
    pub waiting: i128,
}

/// Over all cases and by activity.
#[derive(Debug, Clone, Default)]
pub(super) struct Worked {
    pub all: Work,
    pub of: HashMap<ActivityId, Service>,
}

impl Worked {
    /// Counts a trace, or with −1 takes it back.
    pub fn count(&mut self, trace: Trace<'_>, sign: i64) {
        if trace.is_empty() {
            return;
        }
        if !trace.transitions.iter().any(|transition| transition.opens()) {
            self.all.cases_untold += sign;
            return;
        }
        let mut open: HashMap<ActivityId, VecDeque<i64>> = HashMap::new();
        let mut pieces: Vec<(i64, i64)> = Vec::new();
        for (place, event) in trace.events().enumerate() {
            let waiting = open.entry(event.activity).or_default();
            if event.transition.opens() {
                waiting.push_back(event.at);
                if event.transition == Transition::Start {
                    let before = if place == 0 { event.at } else { trace.times[place - 1] };
                    let service = self.of.entry(event.activity).or_default();
                    service.starts += sign;
                    service.waiting += i128::from(sign * (event.at - before));
                }
            } else if event.transition.closes()
                && let Some(began) = waiting.pop_front()
            {
                pieces.push((began, event.at));
                let service = self.of.entry(event.activity).or_default();
                service.pieces += sign;
                service.working += i128::from(sign * (event.at - began));
            }
        }
        let (total, working) = (trace.duration(), covered(&mut pieces));
        self.all.cases += sign;
        self.all.total += i128::from(sign * total);
        self.all.working += i128::from(sign * working);
        self.all.waiting += i128::from(sign * (total - working));
    }

    pub fn merge(&mut self, other: Worked) {
        self.all.cases += other.all.cases;
        self.all.cases_untold += other.all.cases_untold;
        self.all.total += other.all.total;
        self.all.working += other.all.working;
        self.all.waiting += other.all.waiting;
        for (activity, theirs) in other.of {
            let ours = self.of.entry(activity).or_default();
            ours.pieces += theirs.pieces;
            ours.working += theirs.working;
            ours.starts += theirs.starts;
            ours.waiting += theirs.waiting;
        }
    }
}

/// How much time at least one of the pieces covers.
fn covered(pieces: &mut [(i64, i64)]) -> i64 {
    pieces.sort_unstable();
    let (mut covered, mut until) = (0, i64::MIN);
    for (from, to) in pieces {
        let from = (*from).max(until);
        if *to > from {
            covered += *to - from;
            until = *to;
        }
    }
    covered
}
