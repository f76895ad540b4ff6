//! A span of time as worked, waited and held: what each case clock adds up to.

use serde::{Deserialize, Serialize};

use super::{Holds, Span};

/// A span of time in three parts that add up to it, microseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeSplit {
    /// Somebody worked on it and the clock ran.
    pub worked: i64,
    /// Nobody worked on it and the clock ran.
    pub waiting: i64,
    /// The clock stood, whether or not anybody worked on it.
    pub held: i64,
}

impl TimeSplit {
    /// Splits the span between two instants. Work and holds may overlap each other and themselves and may be open; an end
    /// before the beginning is an empty span.
    pub fn new(from: i64, to: i64, work: &Holds<i64>, holds: &Holds<i64>) -> Self {
        let length = |pieces: &Holds<i64>| pieces.within(from, to).map(|(from, to)| to - from).sum::<i64>();
        let held = length(holds);
        let either = Holds::new(work.spans().iter().chain(holds.spans()).copied().collect::<Vec<Span<i64>>>());
        let worked = length(&either) - held;
        Self { worked, waiting: (to - from).max(0) - held - worked, held }
    }

    /// The whole span.
    pub fn total(&self) -> i64 {
        self.worked + self.waiting + self.held
    }
}

impl std::ops::Add for TimeSplit {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { worked: self.worked + other.worked, waiting: self.waiting + other.waiting, held: self.held + other.held }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spans() -> impl Strategy<Value = Holds<i64>> {
        let one = (-50i64..150, proptest::option::weighted(0.9, 0i64..60));
        proptest::collection::vec(one, 0..6).prop_map(|spans| {
            Holds::new(spans.into_iter().map(|(from, length)| Span { from, to: length.map(|l| from + l) }))
        })
    }

    proptest! {
        #[test]
        fn total_is_worked_waiting_and_held(from in 0i64..50, length in 0i64..100, work in spans(), holds in spans()) {
            let split = TimeSplit::new(from, from + length, &work, &holds);
            prop_assert_eq!(split.total(), length);
            prop_assert!(split.worked >= 0 && split.waiting >= 0 && split.held >= 0);
            let held = (from..from + length).filter(|at| holds.holds_at(*at)).count();
            let worked = (from..from + length).filter(|at| work.holds_at(*at) && !holds.holds_at(*at)).count();
            prop_assert_eq!((split.held, split.worked), (i64::try_from(held).unwrap(), i64::try_from(worked).unwrap()));
        }

        #[test]
        fn parts_add_up(from in 0i64..50, cut in 0i64..50, rest in 0i64..50, work in spans(), holds in spans()) {
            let of = |from, to| TimeSplit::new(from, to, &work, &holds);
            prop_assert_eq!(of(from, from + cut) + of(from + cut, from + cut + rest), of(from, from + cut + rest));
        }
    }
}
