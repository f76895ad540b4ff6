//! Variants: the ways that cases go, as sequences of activities.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

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
        let ranks = |of: &'_ [ActivityId]| of.iter().map(|activity| rank[activity.index()]).collect::<Vec<_>>();
        let order = |a: &(&[ActivityId], Taken), b: &(&[ActivityId], Taken)| {
            let by_cases = b.1.cases.cmp(&a.1.cases);
            by_cases.then_with(|| by_rank(a.0, b.0, rank))
        };
        let all = self.of.iter().map(|(activities, taken)| (&**activities, *taken));
        // a short list is kept in order while all pass by: nearly every variant is compared once
        if most > 1_000 {
            let mut all: Vec<_> = all.collect();
            all.sort_by_cached_key(|(activities, taken)| (Reverse(taken.cases), ranks(activities)));
            all.truncate(most);
            return all;
        }
        let mut top: Vec<(&[ActivityId], Taken)> = Vec::new();
        for one in all {
            if top.len() == most && top.last().is_none_or(|last| order(last, &one).is_lt()) {
                continue;
            }
            top.insert(top.partition_point(|known| order(known, &one).is_lt()), one);
            top.truncate(most);
        }
        top
    }
}

fn by_rank(a: &[ActivityId], b: &[ActivityId], rank: &[u16]) -> Ordering {
    let of = |activity: &ActivityId| rank[activity.index()];
    a.iter().map(of).cmp(b.iter().map(of))
}
