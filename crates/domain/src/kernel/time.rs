//! Civil dates: periods, values that change over time, fiscal years. An instant is never needed by a rule.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// From a first day until the day after the last; open where there is no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "PeriodParts", into = "PeriodParts")]
#[schema(as = Period, description = "From a first day until the day after the last; open where `until` is null")]
pub struct Period {
    from: Date,
    // Absent end held as the latest date, so that comparing needs no branch.
    #[schema(value_type = Option<Date>)]
    until: Date,
}

#[derive(Serialize, Deserialize)]
struct PeriodParts {
    from: Date,
    until: Option<Date>,
}

/// The period would end before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the period ends on {until}, which is not after its first day {from}")]
pub struct BackwardPeriod {
    /// The first day asked for.
    pub from: Date,
    /// The end asked for.
    pub until: Date,
}

impl TryFrom<PeriodParts> for Period {
    type Error = BackwardPeriod;
    fn try_from(parts: PeriodParts) -> Result<Self, BackwardPeriod> {
        Period::new(parts.from, parts.until)
    }
}

impl From<Period> for PeriodParts {
    fn from(period: Period) -> Self {
        Self { from: period.from, until: period.until() }
    }
}

impl Period {
    /// From a day, until (not including) another; `None` leaves it open.
    pub fn new(from: Date, until: Option<Date>) -> Result<Self, BackwardPeriod> {
        let until = until.unwrap_or(Date::MAX);
        if until <= from { Err(BackwardPeriod { from, until }) } else { Ok(Self { from, until }) }
    }

    /// From a day on, without an end.
    pub fn open(from: Date) -> Self {
        Self { from, until: Date::MAX }
    }

    /// The first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// The day after the last, if there is one.
    pub fn until(self) -> Option<Date> {
        (self.until != Date::MAX).then_some(self.until)
    }

    /// The day after the last, or the latest date there is: for comparing.
    pub fn end(self) -> Date {
        self.until
    }

    /// Whether the day lies in the period.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day < self.until
    }

    /// Whether every day of the other lies in this one.
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.until <= self.until
    }

    /// The days both share, if any.
    pub fn overlap(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), Some(self.until.min(other.until))).ok()
    }

    /// The same period ended by this day at the latest; `None` if nothing is left.
    pub fn ended(self, until: Date) -> Option<Self> {
        Self::new(self.from, Some(self.until.min(until))).ok()
    }

    /// Length in days; a period without an end counts to the latest date.
    pub fn days(self) -> i32 {
        days_between(self.from, self.until)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.until() {
            Some(until) => write!(f, "{} until {until}", self.from),
            None => write!(f, "from {}", self.from),
        }
    }
}

/// Days from one date to another; negative when the second is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    day_number(to) - day_number(from)
}

/// Days since 1 March of year 0 of the proleptic Gregorian calendar, by counting whole 400-year cycles. Several times
/// faster than going through a span, and the staffing engine asks millions of times.
fn day_number(day: Date) -> i32 {
    let (month, dom) = (i32::from(day.month()), i32::from(day.day()));
    let year = i32::from(day.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + dom - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
}

/// The same day of a later month (the last of that month where it is shorter). Saturates at the latest date.
pub fn add_months(day: Date, months: i32) -> Date {
    // A span of the calendar library holds at most 19,998 years of months; more panics.
    day.saturating_add(months.clamp(-239_976, 239_976).months())
}

/// A value that changes on known dates: from each date on, that value holds until the next.
// INVARIANT: dates rise, each once; reading refuses anything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "T: Deserialize<'de>"))]
pub struct Timeline<T>(#[serde(deserialize_with = "rising")] Vec<(Date, T)>);

fn rising<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<(Date, T)>, D::Error> {
    let read: Vec<(Date, T)> = Vec::deserialize(from)?;
    match read.windows(2).find(|pair| pair[0].0 >= pair[1].0) {
        Some(pair) => Err(serde::de::Error::custom(format!(
            "{} stands before {}: dates must rise, each once",
            pair[0].0, pair[1].0
        ))),
        None => Ok(read),
    }
}

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Timeline<T> {
    /// One value from this date on.
    pub fn starting(from: Date, value: T) -> Self {
        Self(vec![(from, value)])
    }

    /// The value on this day; `None` before the first.
    pub fn at(&self, day: Date) -> Option<&T> {
        let after = self.0.partition_point(|(from, _)| *from <= day);
        after.checked_sub(1).map(|i| &self.0[i].1)
    }

    /// The value on this day, or the first there will be.
    pub fn at_or_first(&self, day: Date) -> Option<&T> {
        self.at(day).or_else(|| self.0.first().map(|(_, value)| value))
    }

    /// From this date on, this value, until the next change already known. A value set for the same date replaces it.
    pub fn set(&mut self, from: Date, value: T) {
        match self.0.binary_search_by_key(&from, |(day, _)| *day) {
            Ok(i) => self.0[i].1 = value,
            Err(i) => self.0.insert(i, (from, value)),
        }
    }

    /// Dates and values, earliest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Date, &T)> + '_ {
        self.0.iter().map(|(from, value)| (*from, value))
    }

    /// Each value with the period it holds for, earliest first.
    pub fn spans(&self) -> impl Iterator<Item = (Period, &T)> + '_ {
        self.0.iter().enumerate().map(|(i, (from, value))| {
            let until = self.0.get(i + 1).map_or(Date::MAX, |(next, _)| *next);
            (Period { from: *from, until }, value)
        })
    }

    /// The latest value known.
    pub fn last(&self) -> Option<&T> {
        self.0.last().map(|(_, value)| value)
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A US federal fiscal year: FY2024 runs from 1 October 2023 to 30 September 2024.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct FiscalYear(pub i16);

impl FiscalYear {
    /// The fiscal year this day lies in.
    pub fn of(day: Date) -> Self {
        Self(day.year() + i16::from(day.month() >= 10))
    }

    /// Its days. `None` outside the calendar's years.
    pub fn period(self) -> Option<Period> {
        if !(1..=9998).contains(&self.0) {
            return None;
        }
        Period::new(date(self.0 - 1, 10, 1), Some(date(self.0, 10, 1))).ok()
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FY{}", self.0)
    }
}
