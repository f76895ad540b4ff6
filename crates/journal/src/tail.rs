//! Reading from a known frontier to the journal's head, with proof at the end that nothing between them is missing or
//! changed. While the caller works on some records the next ones are read and checked; otherwise it keeps no record.

use tokio::task::JoinHandle;

use crate::error::{Damage, Error, Result};
use crate::head::Head;
use crate::journal::Journal;
use crate::reading;
use crate::record::{Position, Record};
use crate::tree::Frontier;

/// A reader that rebuilds the tree as it goes. Keep it to go on from where it stopped.
#[derive(Debug)]
pub struct Tail {
    journal: Journal,
    frontier: Frontier,
    goal: Option<Head>,
    ahead: Option<Ahead>,
}

/// Records that are being read before they are asked for.
#[derive(Debug)]
struct Ahead {
    limit: usize,
    reading: JoinHandle<Result<Vec<Record>>>,
}

impl Drop for Ahead {
    fn drop(&mut self) {
        self.reading.abort();
    }
}

impl Tail {
    pub(crate) fn new(journal: Journal, from: Frontier) -> Self {
        Self { journal, frontier: from, goal: None, ahead: None }
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

    /// The next records, at most `limit` (one at the least); empty at the head. When the head is reached its root has been compared. Ask
    /// with the same limit each time: then the next records are read while these are being worked on.
    ///
    /// # Errors
    /// [`Error::Damaged`] for a record that is missing or changed; [`Error::HeadMismatch`] when every record fits its own
    /// leaf and yet the root is not the head's: the frontier begun with, a record before it or the head row is wrong.
    pub async fn next(&mut self, limit: usize) -> Result<Vec<Record>> {
        let limit = limit.max(1);
        let goal = self.next_goal().await?;
        let size = self.frontier.size();
        if goal.size < size {
            let detail = format!("{size} records were read before and the head row says {}", goal.size);
            return Err(Error::HeadMismatch { detail });
        }
        let records = match self.ahead.take() {
            // INVARIANT: only dropping aborts the task, and reading does not panic
            Some(mut ahead) if ahead.limit == limit => (&mut ahead.reading).await.expect("reading ahead ends")?,
            _ => read(self.journal.clone(), self.position(), limit, goal.size).await?,
        };
        self.frontier.extend(records.iter().map(|record| record.leaf));
        if self.frontier.size() == goal.size && self.frontier.root() != goal.root {
            let detail = format!("the records up to position {} give another root than the head row", goal.size);
            return Err(Error::HeadMismatch { detail });
        }
        if self.frontier.size() < goal.size {
            let reading = tokio::spawn(read(self.journal.clone(), self.position(), limit, goal.size));
            self.ahead = Some(Ahead { limit, reading });
        }
        Ok(records)
    }

    /// The head to read up to: the one set out for, or the stored one once that is reached.
    async fn next_goal(&mut self) -> Result<Head> {
        let goal = match self.goal {
            Some(goal) if goal.size > self.frontier.size() => goal,
            _ => self.journal.head().await?,
        };
        self.goal = Some(goal);
        Ok(goal)
    }
}

/// At most `limit` records up to a position that is known to exist.
async fn read(journal: Journal, after: Position, limit: usize, upto: u64) -> Result<Vec<Record>> {
    let left = usize::try_from(upto - after.0).unwrap_or(usize::MAX);
    if left == 0 {
        return Ok(Vec::new());
    }
    let mut lease = journal.inner.store.reader().await?;
    let records = reading::records_after(&mut lease, after, limit.min(left)).await?;
    if records.is_empty() {
        return Err(Error::Damaged { position: after.next(), damage: Damage::Missing });
    }
    Ok(records)
}
