//! Variants: the ways that cases go, as sequences of activities.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::top::top;
use crate::log::{ActivityId, Trace};

/// What is counted of a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Taken {
    pub cases: i64,
    pub total: i128,
}

/// Cases by variant.
#[derive(Debug, Clone, Default)]
pub(super) struct Variants {
    of: HashMap<Box<[ActivityId]>, Taken>,
}

impl Variants {
    pub fn len(&self) -> usize {
        self.of.len()
    }

    /// Counts a trace, or with −1 takes it back.
    pub fn count(&mut self, trace: Trace<'_>, sign: i64) {
        let total = i128::from(sign * trace.duration());
        match self.of.get_mut(trace.activities) {
            Some(taken) => {
                taken.cases += sign;
                taken.total += total;
                if taken.cases == 0 {
                    self.of.remove(trace.activities);
                }
            }
            None => {
                self.of.insert(trace.activities.into(), Taken { cases: sign, total });
            }
        }
    }

    pub fn merge(&mut self, other: Variants) {
        if self.of.is_empty() {
            *self = other;
            return;
        }
        for (activities, theirs) in other.of {
            let ours = self.of.entry(activities).or_default();
            ours.cases += theirs.cases;
            ours.total += theirs.total;
        }
    }

    /// Those that most cases took; of equals the first by `rank`, the place of each activity in the order of names.
    pub fn top(&self, most: usize, rank: &[u16]) -> Vec<(&[ActivityId], Taken)> {
        let all = self.of.iter().map(|(activities, taken)| (&**activities, *taken));
        top(all, most, |a: &(&[ActivityId], Taken), b| {
            let by_cases = b.1.cases.cmp(&a.1.cases);
            by_cases.then_with(|| by_rank(a.0, b.0, rank))
        })
    }
}

fn by_rank(a: &[ActivityId], b: &[ActivityId], rank: &[u16]) -> Ordering {
    let of = |activity: &ActivityId| rank[activity.index()];
    a.iter().map(of).cmp(b.iter().map(of))
}
