//! Quarters of the US fiscal year.

use std::fmt;
use std::str::FromStr;

use muster_domain::{Date, FiscalYear};

/// A quarter of a fiscal year: the first begins on 1 October of the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i16,
    /// From 1 to 4.
    quarter: u8,
}

/// The text is no quarter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no quarter: expected fiscal year and quarter, such as `2026Q3`")]
pub struct ParseQuarterError(String);

impl Quarter {
    /// The quarter that a day lies in.
    pub fn of(day: Date) -> Self {
        // October is the first month of the fiscal year.
        let month = (day.month() + 2) % 12;
        Self { year: FiscalYear::of(day).0, quarter: u8::try_from(month / 3 + 1).unwrap_or(1) }
    }

    /// Its first day.
    pub fn from(self) -> Date {
        let (year, month) = match self.quarter {
            1 => (self.year - 1, 10),
            quarter => (self.year, i8::try_from(quarter).unwrap_or(2) * 3 - 5),
        };
        Date::new(year, month, 1).unwrap_or(Date::MIN)
    }

    /// The first day after it.
    pub fn end(self) -> Date {
        self.next().from()
    }

    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        match self.quarter {
            4 => Self { year: self.year + 1, quarter: 1 },
            quarter => Self { quarter: quarter + 1, ..self },
        }
    }

    /// The one before.
    #[must_use]
    pub fn before(self) -> Self {
        match self.quarter {
            1 => Self { year: self.year - 1, quarter: 4 },
            quarter => Self { quarter: quarter - 1, ..self },
        }
    }

    /// So many quarters up to the one that a day lies in, earliest first.
    pub fn up_to(day: Date, count: usize) -> Vec<Self> {
        let mut all: Vec<Self> =
            std::iter::successors(Some(Self::of(day)), |one| Some(one.before())).take(count).collect();
        all.reverse();
        all
    }

    /// Its last day, or a day within it that is today: when what stands open is counted.
    pub fn counted_on(self, today: Date) -> Date {
        self.end().yesterday().unwrap_or(today).min(today)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}Q{}", self.year, self.quarter))
    }
}

impl FromStr for Quarter {
    type Err = ParseQuarterError;

    fn from_str(text: &str) -> Result<Self, ParseQuarterError> {
        let read = || {
            let (year, quarter) = text.split_once('Q')?;
            let year = year.parse::<i16>().ok().filter(|year| (1950..=2200).contains(year))?;
            let quarter = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
            Some(Self { year, quarter })
        };
        read().ok_or_else(|| ParseQuarterError(text.chars().take(20).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_year_begins_in_october() {
        assert_eq!(Quarter::of(date(2025, 10, 1)).to_string(), "2026Q1");
        assert_eq!(Quarter::of(date(2026, 9, 30)).to_string(), "2026Q4");
        assert_eq!("2026Q2".parse::<Quarter>().unwrap().from(), date(2026, 1, 1));
        assert!("2026Q5".parse::<Quarter>().is_err() && "26".parse::<Quarter>().is_err());
        let last: Vec<String> = Quarter::up_to(date(2026, 11, 28), 3).iter().map(ToString::to_string).collect();
        assert_eq!(last, ["2026Q3", "2026Q4", "2027Q1"]);
    }

    proptest! {
        #[test]
        fn every_day_lies_in_one_quarter(offset in 0..40_000_i32) {
            let day = date(1960, 1, 1).checked_add(offset.days()).unwrap();
            let quarter = Quarter::of(day);
            prop_assert!(quarter.from() <= day && day < quarter.end());
            prop_assert_eq!(quarter.next().before(), quarter);
            prop_assert_eq!(quarter.to_string().parse::<Quarter>().unwrap(), quarter);
        }
    }
}
