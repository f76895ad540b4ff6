//! Everything that is a sum over traces: counted with +1, taken back with −1.

use super::conformance::{Checker, Conformance};
use super::handovers::Handovers;
use super::rework::Rework;
use super::variants::Variants;
use super::work::Worked;
use crate::log::{ActivityId, Resource, Trace, Transition};

/// The sums.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    pub cases: i64,
    pub events: i64,
    pub variants: Variants,
    pub rework: Rework,
    pub handovers: Handovers,
    pub worked: Worked,
    pub conformance: Conformance,
    /// Events by activity.
    pub events_of: Vec<i64>,
}

impl Tally {
    /// Counts a trace, or with −1 takes it back. A case to which nothing has happened is none.
    pub fn count(&mut self, trace: Trace<'_>, checker: Option<&Checker>, sign: i64) {
        if trace.is_empty() {
            return;
        }
        self.cases += sign;
        self.events += sign * i64::try_from(trace.len()).expect("within the limits of a log");
        for activity in trace.activities {
            if activity.index() >= self.events_of.len() {
                self.events_of.resize(activity.index() + 1, 0);
            }
            self.events_of[activity.index()] += sign;
        }
        self.variants.count(trace, sign);
        self.rework.count(trace, sign);
        self.handovers.count(trace, sign);
        self.worked.count(trace, sign);
        if let Some(checker) = checker {
            self.conformance.count(trace, checker, sign);
        }
    }

    pub fn merge(&mut self, other: Tally) {
        self.cases += other.cases;
        self.events += other.events;
        self.variants.merge(other.variants);
        self.rework.merge(other.rework);
        self.handovers.merge(other.handovers);
        self.worked.merge(other.worked);
        self.conformance.merge(other.conformance);
        if self.events_of.len() < other.events_of.len() {
            self.events_of.resize(other.events_of.len(), 0);
        }
        self.events_of.iter_mut().zip(other.events_of).for_each(|(ours, theirs)| *ours += theirs);
    }
}

/// A trace of its own.
pub(super) struct Own {
    times: Vec<i64>,
    activities: Vec<ActivityId>,
    resources: Vec<Resource>,
    transitions: Vec<Transition>,
}

impl Own {
    /// A trace as it was before the event at a place came in.
    pub fn without(trace: Trace<'_>, place: usize) -> Own {
        fn but<T: Copy>(all: &[T], place: usize) -> Vec<T> {
            [&all[..place], &all[place + 1..]].concat()
        }
        Own {
            times: but(trace.times, place),
            activities: but(trace.activities, place),
            resources: but(trace.resources, place),
            transitions: but(trace.transitions, place),
        }
    }

    pub fn trace(&self) -> Trace<'_> {
        Trace {
            times: &self.times,
            activities: &self.activities,
            resources: &self.resources,
            transitions: &self.transitions,
            arrivals: &[],
        }
    }
}
