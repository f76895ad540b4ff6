//! How large a log may be, and what is said of one that is not taken.

use jiff::Timestamp;

/// The most that a log may hold: what comes from outside cannot fill the memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Events; at most `u32::MAX - 1`.
    pub events: usize,
    /// Cases; at most `u32::MAX - 1`.
    pub cases: usize,
    /// Distinct activities; at most 65,535.
    pub activities: usize,
    /// Distinct resources; at most `u32::MAX - 1`.
    pub resources: usize,
    /// Bytes of one name or one text of an attribute.
    pub name: usize,
    /// Bytes of all names of one kind together; at most `u32::MAX`.
    pub text: usize,
    /// Values of attributes of cases, and of events.
    pub values: usize,
}

impl Default for Limits {
    /// 100 million events, 20 million cases, 10,000 activities, a million resources.
    fn default() -> Self {
        Limits {
            events: 100_000_000,
            cases: 20_000_000,
            activities: 10_000,
            resources: 1_000_000,
            name: 65_536,
            text: 1 << 30,
            values: 50_000_000,
        }
    }
}

/// Why an event is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// There is no room for more.
    #[error("more than {most} {what}; {remedy}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many are taken.
        most: usize,
        /// What would mend it.
        remedy: &'static str,
    },
    /// A name that is no name.
    #[error("the name of {what} is {length} bytes long; a name has 1 to {most}")]
    Name {
        /// Of what.
        what: &'static str,
        /// Its length in bytes.
        length: usize,
        /// The most that are taken.
        most: usize,
    },
    /// An instant outside the calendar.
    #[error(
        "the instant {0} microseconds from 1970 lies outside the years -9999 to 9999; correct the time of the event"
    )]
    Instant(i64),
}

/// The instant, if the calendar has it: durations of what passes here never overflow.
pub(super) fn within_calendar(at: i64) -> Result<i64, LogError> {
    let calendar = Timestamp::MIN.as_microsecond()..=Timestamp::MAX.as_microsecond();
    if calendar.contains(&at) { Ok(at) } else { Err(LogError::Instant(at)) }
}
