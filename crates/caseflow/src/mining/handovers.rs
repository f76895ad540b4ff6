//! Hand-overs of work: one resource's event directly after another's in a case.

use super::hashing::{ByNumber, pair};
use crate::log::Trace;

/// Passings of work from one resource to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Handed {
    pub count: i64,
    /// From the one's event to the other's, in microseconds.
    pub total: i128,
}

/// By both resources. A resource that goes on with a case hands nothing over and is not here.
#[derive(Debug, Clone, Default)]
pub(super) struct Handovers {
    pub of: ByNumber<Handed>,
    /// Pairs of successive events of which both name their resource, and of those the ones of the same resource.
    pub named: i64,
    pub kept: i64,
}

impl Handovers {
    /// Counts a trace, or with −1 takes it back.
    pub fn count(&mut self, trace: Trace<'_>, sign: i64) {
        for place in 1..trace.len() {
            let (from, to) = (trace.resources[place - 1].get(), trace.resources[place].get());
            let (Some(from), Some(to)) = (from, to) else { continue };
            self.named += sign;
            if from == to {
                self.kept += sign;
                continue;
            }
            let key = pair(from.0, to.0);
            let handed = self.of.entry(key).or_default();
            handed.count += sign;
            handed.total += i128::from(sign * (trace.times[place] - trace.times[place - 1]));
            if handed.count == 0 {
                self.of.remove(&key);
            }
        }
    }

    pub fn merge(&mut self, other: Handovers) {
        self.named += other.named;
        self.kept += other.kept;
        if self.of.is_empty() {
            self.of = other.of;
            return;
        }
        for (key, theirs) in other.of {
            let ours = self.of.entry(key).or_default();
            ours.count += theirs.count;
            ours.total += theirs.total;
        }
    }
}
