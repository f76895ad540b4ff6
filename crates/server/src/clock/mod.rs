//! The one place where the server reads a clock. What is decided is handed an instant and a civil date; nothing else in
//! the program asks what time it is.

use muster_domain::Date;

/// Tells the instant of records and the civil date on which commands are decided and questions asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    day: Option<Date>,
}

impl Clock {
    /// The machine's clock; today is the civil date in UTC, the same for every server of a journal.
    #[must_use]
    pub fn system() -> Self {
        Self { day: None }
    }

    /// As [`Clock::system`], but today is always this day: for databases of synthetic facts, which are made for a day.
    /// Instants stay real, so that the journal tells truly when something was recorded.
    #[must_use]
    pub fn fixed_day(day: Date) -> Self {
        Self { day: Some(day) }
    }

    /// The civil date commands are decided on.
    #[must_use]
    pub fn today(&self) -> Date {
        self.day.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date())
    }

    /// Now, in microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn now_micros(&self) -> i64 {
        jiff::Timestamp::now().as_microsecond()
    }
}
