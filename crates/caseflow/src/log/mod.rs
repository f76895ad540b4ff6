//! Event logs in columns: what happened, in which case, when, and by whom.
//!
//! An [`EventLog`] is made by a [`LogBuilder`], grows by [`EventLog::push`], and is read a case at a time as a
//! [`Trace`]: the case's events by time, those of one instant in the order they came in. 15 bytes an event, beside the
//! names; attributes lie apart and cost nothing where there are none. No file is read here (`muster-exchange` does).

mod attributes;
mod builder;
mod columns;
mod error;
mod event_log;
mod names;
mod transition;

pub use attributes::{Attributes, Value};
pub use builder::LogBuilder;
pub use columns::{Resource, Trace};
pub use error::{Limits, LogError};
pub use event_log::{EventLog, Pushed};
pub use names::Names;
pub use transition::Transition;

/// A case of one log, in the order of first mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId(pub u32);

/// An activity of one log, in the order of first mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActivityId(pub u16);

/// A resource of one log (who did it), in the order of first mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(pub u32);

impl CaseId {
    /// Its place in a table with a row a case.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl ActivityId {
    /// Its place in a table with a row an activity.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl ResourceId {
    /// Its place in a table with a row a resource.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One event of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// What was done.
    pub activity: ActivityId,
    /// By whom, where the log says.
    pub resource: Option<ResourceId>,
    /// Which moment of the activity's life it marks.
    pub transition: Transition,
    /// When, in microseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
}
