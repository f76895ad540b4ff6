//! Rework: activities that are completed more than once in a case.

use crate::log::{ActivityId, Trace};

/// How often an activity was done, and done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Done {
    /// Completions.
    pub times: i64,
    /// Cases it was completed in.
    pub cases: i64,
    /// Cases it was completed in more than once.
    pub cases_again: i64,
    /// Completions directly after one of the same activity.
    pub self_loops: i64,
    /// Completions after one of the same activity, with others between.
    pub returns: i64,
    /// From each former completion to the repeated one, in microseconds.
    pub total: i128,
    /// Cases that began, and that so far end, with the activity.
    pub first: i64,
    pub last: i64,
}

/// By activity.
#[derive(Debug, Clone, Default)]
pub(super) struct Rework {
    pub of: Vec<Done>,
    /// Where in the trace an activity was last completed, and how often; of the trace with this mark.
    seen: Vec<(u64, usize, u32)>,
    mark: u64,
}

impl Rework {
    fn room(&mut self, activity: ActivityId) -> usize {
        let place = activity.index();
        if place >= self.of.len() {
            self.of.resize(place + 1, Done::default());
            self.seen.resize(place + 1, (0, 0, 0));
        }
        place
    }

    /// Counts a trace, or with −1 takes it back.
    pub fn count(&mut self, trace: Trace<'_>, sign: i64) {
        self.mark += 1;
        let (Some(first), Some(last)) = (trace.activities.first(), trace.activities.last()) else { return };
        let (first, last) = (self.room(*first), self.room(*last));
        self.of[first].first += sign;
        self.of[last].last += sign;
        let mut step = 0;
        for place in 0..trace.len() {
            if !trace.transitions[place].completes() {
                continue;
            }
            step += 1;
            let activity = self.room(trace.activities[place]);
            let (done, seen) = (&mut self.of[activity], &mut self.seen[activity]);
            done.times += sign;
            if seen.0 == self.mark {
                let (_, before, times) = *seen;
                let (before, before_step) = (before >> 32, before & 0xFFFF_FFFF);
                done.total += i128::from(sign * (trace.times[place] - trace.times[before]));
                *(if before_step + 1 == step { &mut done.self_loops } else { &mut done.returns }) += sign;
                done.cases_again += if times == 1 { sign } else { 0 };
                *seen = (self.mark, (place << 32) | step, times + 1);
            } else {
                done.cases += sign;
                *seen = (self.mark, (place << 32) | step, 1);
            }
        }
    }

    pub fn merge(&mut self, other: Rework) {
        if self.of.len() < other.of.len() {
            self.of.resize(other.of.len(), Done::default());
            self.seen.resize(other.of.len(), (0, 0, 0));
        }
        for (ours, theirs) in self.of.iter_mut().zip(other.of) {
            ours.times += theirs.times;
            ours.cases += theirs.cases;
            ours.cases_again += theirs.cases_again;
            ours.self_loops += theirs.self_loops;
            ours.returns += theirs.returns;
            ours.total += theirs.total;
            ours.first += theirs.first;
            ours.last += theirs.last;
        }
    }
}
