//! Reading from a known frontier to the journal's head, with proof at the end that nothing between them is missing or
//! changed. It keeps no record.

use crate::error::{Damage, Error, Result};
use crate::head::Head;
use crate::journal::Journal;
use crate::reading;
use crate::record::{Position, Record};
use crate::tree::Frontier;

/// A reader that rebuilds the tree as it goes. Keep it to go on from where it stopped: its frontier is what the next
/// [`crate::Journal::put_snapshot`] and the next check need.
#[derive(Clone, Debug)]
pub struct Tail {
    journal: Journal,
    frontier: Frontier,
    goal: Option<Head>,
}

impl Tail {
    pub(crate) fn new(journal: Journal, from: Frontier) -> Self {
        Self { journal, frontier: from, goal: None }
    }

    /// The position read last.
    #[must_use]
    pub fn position(&self) -> Position {
        Position(self.frontier.size())
    }

    /// The tree over everything up to [`Tail::position`].
    #[must_use]
    pub fn frontier(&self) -> &Frontier {
        &self.frontier
    }

    /// The next records, at most `limit`; empty at the head. When the head is reached its root has been compared.
    ///
    /// # Errors
    /// [`Error::Damaged`] for a record that is missing or changed; [`Error::HeadMismatch`] when every record fits its own
    /// leaf and yet the root is not the head's: the frontier begun with, a record before it or the head row is wrong.
    pub async fn next(&mut self, limit: usize) -> Result<Vec<Record>> {
        let mut lease = self.journal.inner.store.reader().await?;
        let goal = match self.goal {
            Some(goal) if goal.size > self.frontier.size() => goal,
            _ => {
                let stored = reading::frontier(&mut lease).await?;
                Head { size: stored.size(), root: stored.root() }
            }
        };
        self.goal = Some(goal);
        let Some(left) = goal.size.checked_sub(self.frontier.size()) else {
            let detail =
                format!("{} records were read before and the head row says {}", self.frontier.size(), goal.size);
            return Err(Error::HeadMismatch { detail });
        };
        let limit = limit.min(usize::try_from(left).unwrap_or(usize::MAX));
        let records = match limit {
            0 => Vec::new(),
            _ => reading::records_after(&mut lease, self.position(), limit).await?,
        };
        if records.is_empty() && limit > 0 {
            return Err(Error::Damaged { position: self.position().next(), damage: Damage::Missing });
        }
        self.frontier.extend(records.iter().map(|record| record.leaf));
        if self.frontier.size() == goal.size && self.frontier.root() != goal.root {
            let detail = format!("the records up to position {} give another root than the head row", goal.size);
            return Err(Error::HeadMismatch { detail });
        }
        Ok(records)
    }
}
