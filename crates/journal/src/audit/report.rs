//! What an audit says, as a value and in words.

use std::fmt;

use serde::Serialize;

use crate::hash::Hash;
use crate::head::Head;
use crate::record::Position;

/// What an audit found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AuditReport {
    /// The head computed from the records.
    pub head: Head,
    /// What does not fit, the first bad record first; at most the first hundred.
    pub findings: Vec<Finding>,
    /// How many findings there are in all.
    pub count: u64,
    /// What can be said about the history.
    pub history: History,
}

/// Something that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which record, where it can be told.
    pub position: Option<Position>,
    /// What is wrong with it.
    pub what: String,
}

/// What can be said about whether history was only added to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "compared", rename_all = "snake_case")]
pub enum History {
    /// No signed head was given.
    No,
    /// The journal begins with exactly the records of the signed head.
    OnlyAddedTo {
        /// The signed head.
        since: Head,
    },
    /// There are fewer records than the signed head says.
    Shortened {
        /// The signed head.
        since: Head,
        /// How many records are left.
        left: u64,
    },
    /// A record of the signed head is not what it was.
    Rewritten {
        /// The signed head.
        since: Head,
        /// The root that as many records give now.
        now: Hash,
    },
}

impl AuditReport {
    /// Whether nothing was found and, where a signed head was given, history was only added to.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.count == 0 && matches!(self.history, History::No | History::OnlyAddedTo { .. })
    }

    /// The first bad record.
    #[must_use]
    pub fn first_bad(&self) -> Option<Position> {
        self.findings.iter().find_map(|finding| finding.position)
    }
}

impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::No => f.write_str(
                "No signed head was given. Every record was checked against its own leaf and the stored head, but without \
                 a head kept elsewhere a history that was rewritten or shortened as a whole cannot be detected. \
                 Give one with --against.",
            ),
            Self::OnlyAddedTo { since } => write!(
                f,
                "History was only added to: the first {} records are exactly those of the signed head.",
                since.size
            ),
            Self::Shortened { since, left } => write!(
                f,
                "History was SHORTENED: the signed head has {} records and only {left} are left.",
                since.size
            ),
            Self::Rewritten { since, now } => write!(
                f,
                "History was REWRITTEN: the first {} records give the root {now}, the signed head says {}.",
                since.size, since.root
            ),
        }
    }
}

impl fmt::Display for AuditReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} records, root {}", self.head.size, self.head.root)?;
        for finding in &self.findings {
            match finding.position {
                Some(position) => writeln!(f, "position {position}: {}", finding.what)?,
                None => writeln!(f, "{}", finding.what)?,
            }
        }
        let unlisted = self.count - self.findings.len() as u64;
        if unlisted > 0 {
            writeln!(f, "and {unlisted} more")?;
        }
        self.history.fmt(f)
    }
}
