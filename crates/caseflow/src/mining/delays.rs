//! Which segment makes cases late: delay that lasts to the end of its case.
//!
//! Each segment has a *typical* time, its median when the yardstick was set. A passing that took longer is late by the
//! excess; one that took less gives time back, first what was lost last. What of a passing's excess no later passing of
//! its case gave back, the case ends late by: its *lasting* delay. With `C(k)` the sum of the differences to the typical
//! times up to passing `k`, and `C(0) = 0`, it is
//!
//! ```text
//! lasting(k) = max(0, min over j ≥ k of C(j) − C(k − 1))
//! ```
//!
//! so that the lasting delays of a case add up to `C(end) − min over j ≥ 0 of C(j)`: no delay is counted twice, and none
//! that was made good. Bottlenecks are ranked by the sum of it. A segment that is long but always equally long is no
//! bottleneck by this measure, nor is one whose delays the next step always makes good.

use super::hashing::ByNumber;
use super::segments::{Segments, key};
use crate::log::Trace;

/// Delay that began in one segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Delay {
    /// Passings that took longer than is typical.
    pub late: i64,
    /// By how much, in microseconds.
    pub excess: i128,
    /// What of it lasted to the end of the case.
    pub lasting: i128,
    /// Later events of the same cases that came later for it.
    pub events_put_off: i64,
}

/// Delay by segment.
#[derive(Debug, Clone, Default)]
pub(super) struct Delays {
    of: ByNumber<Delay>,
    /// `C` after each passing, then the least of it from there on.
    sums: Vec<i64>,
}

impl Delays {
    pub fn get(&self, segment: u64) -> Delay {
        self.of.get(&segment).copied().unwrap_or_default()
    }

    /// Counts a trace, or with −1 takes it back.
    pub fn count(&mut self, trace: Trace<'_>, segments: &Segments, sign: i64) {
        self.sums.clear();
        let mut sum = 0_i64;
        for place in 1..trace.len() {
            let duration = trace.times[place] - trace.times[place - 1];
            let segment = segments.find(trace.activities[place - 1], trace.activities[place]);
            // without a yardstick a passing is neither late nor early
            let typical = segment.and_then(|segment| segment.typical).unwrap_or(duration);
            sum += duration - typical;
            self.sums.push(sum);
        }
        let mut least = i64::MAX;
        for passing in (0..self.sums.len()).rev() {
            let (now, before) = (self.sums[passing], passing.checked_sub(1).map_or(0, |before| self.sums[before]));
            least = least.min(now);
            let excess = now - before;
            if excess > 0 {
                let key = key(trace.activities[passing], trace.activities[passing + 1]);
                let delay = self.of.entry(key).or_default();
                let lasting = (least - before).max(0);
                delay.late += sign;
                delay.excess += i128::from(sign * excess);
                delay.lasting += i128::from(sign * lasting);
                if lasting > 0 {
                    let later = i64::try_from(self.sums.len() - passing).expect("within the limits of a log");
                    delay.events_put_off += sign * later;
                }
            }
        }
    }

    pub fn merge(&mut self, other: Delays) {
        for (key, theirs) in other.of {
            let ours = self.of.entry(key).or_default();
            ours.late += theirs.late;
            ours.excess += theirs.excess;
            ours.lasting += theirs.lasting;
            ours.events_put_off += theirs.events_put_off;
        }
    }
}
