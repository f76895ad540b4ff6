//! Segments of the flow: one activity directly after another in a case, and how long that took.

use super::hashing::{ByNumber, pair};
use super::period::Period;
use crate::log::{ActivityId, Trace};

/// One passing of a segment: which, in which period it began, and its duration in microseconds.
pub(super) type Passing = (u64, i32, i64);

/// A segment of the directly-follows graph with all its durations.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub from: ActivityId,
    pub to: ActivityId,
    /// Durations by the period in which the passing began, each list in ascending order once [`Segment::settle`] ran.
    cells: Vec<(i32, Vec<i64>)>,
    pub total: i128,
    pub times: Times,
    /// What a passing took typically when the yardstick was set; none for a segment that came later.
    pub typical: Option<i64>,
}

/// How long the passings of a segment took, in microseconds. Quantiles interpolate between the two nearest passings.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Times {
    /// How many passings.
    pub count: u64,
    /// The shortest.
    pub least: i64,
    /// A quarter took at most this.
    pub quarter: f64,
    /// Half took at most this.
    pub median: f64,
    /// Three quarters took at most this.
    pub three_quarters: f64,
    /// The longest.
    pub most: i64,
}

impl Segment {
    fn new(from: ActivityId, to: ActivityId) -> Self {
        Segment { from, to, cells: Vec::new(), total: 0, times: Times::default(), typical: None }
    }

    fn cell(&mut self, period: i32) -> &mut Vec<i64> {
        let place = match self.cells.binary_search_by_key(&period, |(period, _)| *period) {
            Ok(place) => place,
            Err(place) => {
                self.cells.insert(place, (period, Vec::new()));
                place
            }
        };
        &mut self.cells[place].1
    }

    fn settle(&mut self) {
        for (_, durations) in &mut self.cells {
            durations.sort_unstable();
            durations.shrink_to_fit();
        }
        self.measure();
    }

    fn measure(&mut self) {
        self.cells.retain(|(_, durations)| !durations.is_empty());
        let count: usize = self.cells.iter().map(|(_, durations)| durations.len()).sum();
        let least = self.cells.iter().filter_map(|(_, durations)| durations.first()).min();
        let most = self.cells.iter().filter_map(|(_, durations)| durations.last()).max();
        let (Some(least), Some(most)) = (least.copied(), most.copied()) else {
            self.times = Times::default();
            return;
        };
        let quantile = |quarters: usize| {
            let (whole, rest) = ((count - 1) * quarters / 4, (count - 1) * quarters % 4);
            let low = self.ranked(whole, least, most);
            let high = if rest == 0 { low } else { self.ranked(whole + 1, least, most) };
            low as f64 + (high - low) as f64 * rest as f64 / 4.0
        };
        self.times = Times {
            count: count as u64,
            least,
            quarter: quantile(1),
            median: quantile(2),
            three_quarters: quantile(3),
            most,
        };
    }

    /// The duration of a rank from 0, by halving the range of durations: each halving narrows the place where the range
    /// lies in every cell.
    fn ranked(&self, rank: usize, mut least: i64, mut most: i64) -> i64 {
        let mut bounds: Vec<(usize, usize)> = self.cells.iter().map(|(_, durations)| (0, durations.len())).collect();
        let mut middles = vec![0; bounds.len()];
        while least < most {
            let middle = least + (most - least) / 2;
            let mut below = 0;
            for (((_, durations), (low, high)), place) in self.cells.iter().zip(&bounds).zip(&mut middles) {
                *place = low + durations[*low..*high].partition_point(|duration| *duration <= middle);
                below += *place;
            }
            if below > rank {
                most = middle;
                bounds.iter_mut().zip(&middles).for_each(|(bound, place)| bound.1 = *place);
            } else {
                least = middle + 1;
                bounds.iter_mut().zip(&middles).for_each(|(bound, place)| bound.0 = *place);
            }
        }
        least
    }

    /// For each period that a passing began in: how many passings lie in each quarter of the segment's durations.
    pub fn spectrum(&self) -> impl Iterator<Item = (i32, [u64; 4])> {
        let limits = [self.times.quarter, self.times.median, self.times.three_quarters];
        self.cells.iter().map(move |(period, durations)| {
            let up_to = limits.map(|limit| durations.partition_point(|duration| *duration as f64 <= limit));
            let [first, second, third] = up_to;
            (*period, [first, second - first, third - second, durations.len() - third].map(|count| count as u64))
        })
    }

    pub fn heap_bytes(&self) -> usize {
        self.cells.iter().map(|(_, durations)| durations.capacity() * 8 + 32).sum()
    }
}

/// All segments.
#[derive(Debug, Clone, Default)]
pub(super) struct Segments {
    numbers: ByNumber<u32>,
    pub list: Vec<Segment>,
}

impl Segments {
    pub fn find(&self, from: ActivityId, to: ActivityId) -> Option<&Segment> {
        let number = self.numbers.get(&key(from, to))?;
        Some(&self.list[*number as usize])
    }

    pub fn number(&mut self, key: u64) -> usize {
        let next = u32::try_from(self.list.len()).expect("fewer segments than events");
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            let [from, to] = [key >> 32, key & 0xFFFF_FFFF];
            let activity = |id: u64| ActivityId(u16::try_from(id).expect("a key is made of activities"));
            self.list.push(Segment::new(activity(from), activity(to)));
        }
        number as usize
    }

    /// Takes the passings of a trace, unsorted: [`Segments::settle`] follows.
    pub fn gather(&mut self, trace: Trace<'_>, period: Period) {
        for place in 1..trace.len() {
            let number = self.number(key(trace.activities[place - 1], trace.activities[place]));
            let duration = trace.times[place] - trace.times[place - 1];
            let segment = &mut self.list[number];
            segment.cell(period.of(trace.times[place - 1])).push(duration);
            segment.total += i128::from(duration);
        }
    }

    pub fn merge(&mut self, other: Segments) {
        for theirs in other.list {
            let number = self.number(key(theirs.from, theirs.to));
            let ours = &mut self.list[number];
            ours.total += theirs.total;
            for (period, mut durations) in theirs.cells {
                let cell = ours.cell(period);
                if cell.is_empty() {
                    *cell = durations;
                } else {
                    cell.append(&mut durations);
                }
            }
        }
    }

    pub fn settle(&mut self) {
        use rayon::prelude::*;
        self.list.par_iter_mut().for_each(Segment::settle);
    }

    /// What each segment takes typically becomes the yardstick.
    pub fn set_yardstick(&mut self) {
        for segment in &mut self.list {
            segment.typical = (segment.times.count > 0).then_some(segment.times.median.round() as i64);
        }
    }

    /// Passings that are there no more, and new ones; only what differs moves.
    pub fn exchange(&mut self, mut before: Vec<Passing>, mut after: Vec<Passing>) {
        before.sort_unstable();
        after.sort_unstable();
        let mut touched = Vec::new();
        let (mut old, mut new) = (before.iter().peekable(), after.iter().peekable());
        loop {
            let order = match (old.peek(), new.peek()) {
                (Some(old), Some(new)) => old.cmp(new),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (None, None) => break,
            };
            let (gone, came) = match order {
                std::cmp::Ordering::Equal => {
                    old.next();
                    new.next();
                    continue;
                }
                std::cmp::Ordering::Less => (old.next(), None),
                std::cmp::Ordering::Greater => (None, new.next()),
            };
            let Some((key, period, duration)) = gone.or(came).copied() else { break };
            let number = self.number(key);
            let segment = &mut self.list[number];
            let durations = segment.cell(period);
            let place = durations.partition_point(|known| *known < duration);
            if gone.is_some() {
                durations.remove(place);
                segment.total -= i128::from(duration);
            } else {
                durations.insert(place, duration);
                segment.total += i128::from(duration);
            }
            touched.push(number);
        }
        touched.sort_unstable();
        touched.dedup();
        touched.into_iter().for_each(|number| self.list[number].measure());
    }
}

/// The passings of a trace.
pub(super) fn passings(trace: Trace<'_>, period: Period) -> Vec<Passing> {
    let passing = |place: usize| {
        let key = key(trace.activities[place - 1], trace.activities[place]);
        (key, period.of(trace.times[place - 1]), trace.times[place] - trace.times[place - 1])
    };
    (1..trace.len()).map(passing).collect()
}

/// The key of a segment.
pub(super) fn key(from: ActivityId, to: ActivityId) -> u64 {
    pair(u32::from(from.0), u32::from(to.0))
}
