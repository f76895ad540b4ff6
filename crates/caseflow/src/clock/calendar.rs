//! Days between two civil dates: which of them are worked, which of those the clock stood.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::Holds;

/// Which days are worked: Monday to Friday but for the holidays handed in, which are an organisation's to know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Days from Monday to Friday, each once, earliest first.
    holidays: Vec<Date>,
}

/// The days of a span, each in exactly one of four places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySplit {
    /// Working days on which the clock ran: what a goal in working days counts.
    pub working: u32,
    /// Weekends and holidays on which the clock ran.
    pub rest: u32,
    /// Working days under a hold.
    pub held_working: u32,
    /// Weekends and holidays under a hold.
    pub held_rest: u32,
}

impl DaySplit {
    /// Calendar days on which the clock ran: what a goal in calendar days counts.
    pub fn running(&self) -> u32 {
        self.working + self.rest
    }

    /// Calendar days under a hold.
    pub fn held(&self) -> u32 {
        self.held_working + self.held_rest
    }

    /// All calendar days of the span.
    pub fn total(&self) -> u32 {
        self.running() + self.held()
    }
}

impl Calendar {
    /// A calendar with these holidays; one that falls on a weekend changes nothing.
    pub fn new(holidays: impl IntoIterator<Item = Date>) -> Self {
        let mut holidays: Vec<Date> = holidays.into_iter().filter(|day| !is_weekend(day.weekday())).collect();
        holidays.sort_unstable();
        holidays.dedup();
        Self { holidays }
    }

    /// Whether this day is worked.
    pub fn is_working(&self, day: Date) -> bool {
        !is_weekend(day.weekday()) && self.holidays.binary_search(&day).is_err()
    }

    /// Working days from a day up to, not including, another; 0 if it is not later. Takes no longer for long spans.
    pub fn working_days(&self, from: Date, to: Date) -> u32 {
        let days = calendar_days(from, to);
        if days == 0 {
            return 0;
        }
        let begin = u32::from(from.weekday().to_monday_zero_offset().unsigned_abs());
        let before = |day: u32| day / 7 * 5 + (day % 7).min(5);
        let weekdays = before(begin + days) - before(begin);
        let holidays_before = |day: Date| self.holidays.partition_point(|holiday| *holiday < day);
        // Never more than the days of the span.
        weekdays - u32::try_from(holidays_before(to) - holidays_before(from)).unwrap_or(weekdays)
    }

    /// The days from one up to, not including, another, by what they were. A day under any hold is a held day.
    ///
    /// The day a case enters a step counts, the day it leaves does not, so that the splits of steps that follow each other
    /// add up to that of the whole.
    pub fn split(&self, from: Date, to: Date, holds: &Holds<Date>) -> DaySplit {
        let total = calendar_days(from, to);
        let all_working = self.working_days(from, to);
        let (mut held, mut held_working) = (0, 0);
        for (from, to) in holds.within(from, to) {
            held += calendar_days(from, to);
            held_working += self.working_days(from, to);
        }
        let working = all_working - held_working;
        DaySplit { working, rest: total - held - working, held_working, held_rest: held - held_working }
    }

    /// The first day on which so many working days have passed since a day, holds excluded: when a goal falls due.
    ///
    /// `None` where an open hold, or the end of the calendar, lies before.
    pub fn due(&self, from: Date, working_days: u32, holds: &Holds<Date>) -> Option<Date> {
        let (mut day, mut left) = (from, working_days);
        while left > 0 {
            let after = holds.spans().partition_point(|span| span.from <= day);
            if let Some(span) =
                after.checked_sub(1).map(|at| holds.spans()[at]).filter(|span| span.to.is_none_or(|to| day < to))
            {
                day = span.to?;
                continue;
            }
            left -= u32::from(self.is_working(day));
            day = day.checked_add(1.day()).ok()?;
        }
        Some(day)
    }
}

fn is_weekend(day: Weekday) -> bool {
    matches!(day, Weekday::Saturday | Weekday::Sunday)
}

fn calendar_days(from: Date, to: Date) -> u32 {
    // A span of days between two dates of the calendar is whole, and fits.
    from.until(to).map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Span;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn day(offset: i32) -> Date {
        date(2024, 1, 1).checked_add(offset.days()).unwrap()
    }

    #[test]
    fn a_week_with_a_holiday_and_a_hold() {
        // 27 November 2024 is a Wednesday; Thanksgiving the day after.
        let calendar = Calendar::new([date(2024, 11, 28), date(2024, 11, 30)]);
        let from = date(2024, 11, 27);
        assert_eq!(calendar.working_days(from, date(2024, 12, 4)), 4);
        let hold = Holds::new([Span { from: date(2024, 11, 29), to: Some(date(2024, 12, 2)) }]);
        let split = calendar.split(from, date(2024, 12, 4), &hold);
        assert_eq!(split, DaySplit { working: 3, rest: 1, held_working: 1, held_rest: 2 });
        assert_eq!(split.total(), 7);
        assert_eq!(calendar.due(from, 2, &hold), Some(date(2024, 12, 3)));
        assert_eq!(calendar.due(from, 2, &Holds::new([Span { from, to: None }])), None);
    }

    proptest! {
        #[test]
        fn days_are_counted_as_one_by_one(from in 0..2000, length in 0..700, holidays in proptest::collection::vec(0..2700, 0..40),
                                          holds in proptest::collection::vec((0..2700, proptest::option::of(0..90)), 0..6)) {
            let calendar = Calendar::new(holidays.into_iter().map(day));
            let holds = Holds::new(holds.into_iter().map(|(from, length)| Span { from: day(from), to: length.map(|l| day(from + l)) }));
            let split = calendar.split(day(from), day(from + length), &holds);
            let mut slow = DaySplit::default();
            for one in (from..from + length).map(day) {
                let place = match (holds.holds_at(one), calendar.is_working(one)) {
                    (false, true) => &mut slow.working,
                    (false, false) => &mut slow.rest,
                    (true, true) => &mut slow.held_working,
                    (true, false) => &mut slow.held_rest,
                };
                *place += 1;
            }
            prop_assert_eq!(split, slow);
            prop_assert_eq!(split.total(), u32::try_from(length).unwrap());
        }

        #[test]
        fn steps_that_follow_each_other_add_up(from in 0..2000, first in 0..300, second in 0..300, hold in (0..2700, 0..90)) {
            let calendar = Calendar::default();
            let holds = Holds::new([Span { from: day(hold.0), to: Some(day(hold.0 + hold.1)) }]);
            let of = |from, to| calendar.split(day(from), day(to), &holds);
            let (a, b, whole) = (of(from, from + first), of(from + first, from + first + second), of(from, from + first + second));
            prop_assert_eq!(a.working + b.working, whole.working);
            prop_assert_eq!(a.held() + b.held(), whole.held());
        }

        #[test]
        fn a_goal_is_due_when_its_days_have_run(from in 0..2000, goal in 1u32..200, hold in (0..2700, 0..90)) {
            let calendar = Calendar::default();
            let holds = Holds::new([Span { from: day(hold.0), to: Some(day(hold.0 + hold.1)) }]);
            let due = calendar.due(day(from), goal, &holds).unwrap();
            prop_assert_eq!(calendar.split(day(from), due, &holds).working, goal);
            let eve = due.yesterday().unwrap();
            prop_assert_eq!(calendar.split(day(from), eve, &holds).working, goal - 1);
        }
    }
}
