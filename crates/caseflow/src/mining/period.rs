//! Periods of the calendar (UTC), numbered without a gap.

use serde::{Deserialize, Serialize};

const DAY: i64 = 86_400_000_000;

/// How long a period of the performance spectrum is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// From Monday to Sunday.
    Week,
    /// A calendar month.
    #[default]
    Month,
    /// A calendar quarter.
    Quarter,
    /// A calendar year.
    Year,
}

impl Period {
    /// The number of the period that an instant (microseconds since 1970, UTC) lies in.
    pub fn of(self, at: i64) -> i32 {
        let days = at.div_euclid(DAY);
        let number = match self {
            // 1970-01-01 was a Thursday
            Period::Week => (days + 3).div_euclid(7),
            Period::Month => month(days),
            Period::Quarter => month(days).div_euclid(3),
            Period::Year => month(days).div_euclid(12),
        };
        i32::try_from(number).expect("instants lie within the calendar")
    }

    /// What it is called: `2026-10`, `2026-Q4`, `2026`, or a week by its Monday.
    pub fn label(self, number: i32) -> String {
        let number = i64::from(number);
        let (year, of_year) = match self {
            Period::Week => {
                let monday = jiff::Timestamp::from_second((number * 7 - 3) * 86_400).unwrap_or_default();
                return monday.strftime("%Y-%m-%d").to_string();
            }
            Period::Month => (number.div_euclid(12), number.rem_euclid(12) + 1),
            Period::Quarter => (number.div_euclid(4), number.rem_euclid(4) + 1),
            Period::Year => (number, 0),
        };
        match self {
            Period::Quarter => format!("{:04}-Q{of_year}", year + 1970),
            Period::Year => format!("{:04}", year + 1970),
            _ => format!("{:04}-{of_year:02}", year + 1970),
        }
    }
}

/// Months from January 1970 of a day counted from 1970-01-01, in the Gregorian calendar: eras of 400 years counted from
/// March, so that the leap day is a year's last.
fn month(days: i64) -> i64 {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    (era * 400 + year_of_era - 1970) * 12 + from_march + 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_month_is_the_calendars(at in -62_135_596_800_000_000_i64..253_370_000_000_000_000) {
            let day = jiff::Timestamp::from_microsecond(at).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
            prop_assert_eq!(Period::Month.label(Period::Month.of(at)), day.strftime("%Y-%m").to_string());
            prop_assert_eq!(Period::Year.label(Period::Year.of(at)), day.strftime("%Y").to_string());
            let monday = day.date().first_of_week();
            prop_assert_eq!(Period::Week.label(Period::Week.of(at)), monday.to_string());
            let quarter = format!("{:04}-Q{}", day.year(), (day.month() + 2) / 3);
            prop_assert_eq!(Period::Quarter.label(Period::Quarter.of(at)), quarter);
        }
    }

    trait FirstOfWeek {
        fn first_of_week(self) -> jiff::civil::Date;
    }

    impl FirstOfWeek for jiff::civil::Date {
        fn first_of_week(self) -> jiff::civil::Date {
            let back = i64::from(self.weekday().to_monday_zero_offset());
            self.checked_sub(jiff::Span::new().days(back)).unwrap()
        }
    }
}
