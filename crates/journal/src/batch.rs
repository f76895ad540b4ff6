//! One turn of the writer: under the lock, catch up, look up, append, commit. A batch that is dropped has never been.

use std::collections::HashMap;

use uuid::Uuid;

use crate::error::{Error, Result};
use crate::head::Head;
use crate::journal::{FirstAnswer, Journal, publish};
use crate::reading;
use crate::record::{MAX_EVENTS_BYTES, NewRecord, Position, Record, StoredRow};
use crate::sql;
use crate::store::{Lease, Purpose, on};
use crate::tree::Frontier;

/// Holds the writer lock until it is committed, rolled back or dropped.
pub struct Batch {
    journal: Journal,
    lease: Lease,
    begun: Head,
    frontier: Frontier,
    open: Option<OpenCommand>,
    failed: bool,
}

/// A command whose later parts are still to come.
#[derive(PartialEq, Eq)]
struct OpenCommand {
    id: Uuid,
    part: u32,
    of: u32,
}

impl Batch {
    pub(crate) async fn begin(journal: Journal) -> Result<Self> {
        let mut lease = journal.inner.store.begin(Purpose::Append).await?;
        let frontier = reading::frontier(&mut lease).await?;
        let begun = Head { size: frontier.size(), root: frontier.root() };
        Ok(Self { journal, lease, begun, frontier, open: None, failed: false })
    }

    /// The head that this batch builds on. When its size is the position one already knows, there is nothing to catch up.
    #[must_use]
    pub fn begun_at(&self) -> Head {
        self.begun
    }

    /// At most `limit` records after a position, those appended by this batch among them.
    ///
    /// # Errors
    /// [`Error::Damaged`] names a record that is not what was appended.
    pub async fn records_after(&mut self, after: Position, limit: usize) -> Result<Vec<Record>> {
        self.usable()?;
        let read = reading::records_after(&mut self.lease, after, limit).await;
        self.note(read)
    }

    /// Where the records of a command lie, `None` when neither the journal nor this batch holds it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn find_command(&mut self, id: Uuid) -> Result<Option<FirstAnswer>> {
        self.usable()?;
        let found = reading::find_command(&mut self.lease, id).await;
        self.note(found)
    }

    /// As [`Batch::find_command`] for many commands in one question; those never taken are left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn find_commands(&mut self, ids: &[Uuid]) -> Result<HashMap<Uuid, FirstAnswer>> {
        self.usable()?;
        let found = reading::find_commands(&mut self.lease, ids).await;
        self.note(found)
    }

    /// Appends records in order and gives their positions. Durable only after [`Batch::commit`].
    ///
    /// # Errors
    /// [`Error::RefusedRecord`] before anything is written: then the batch can go on. Every other error ends the batch.
    pub async fn append(&mut self, records: &[NewRecord]) -> Result<Vec<Position>> {
        self.usable()?;
        let open = self.check(records)?;
        let mut frontier = self.frontier.clone();
        let mut rows = Vec::with_capacity(records.len());
        for record in records {
            let row = StoredRow::new(Position(frontier.size()).next(), record);
            // INVARIANT: `StoredRow::new` has just computed the 32 bytes
            frontier.push(crate::hash::Hash::from_slice(&row.leaf).expect("a computed leaf has 32 bytes"));
            rows.push(row);
        }
        let first = self.frontier.size() + 1;
        let written = insert(&mut self.lease, rows).await;
        self.note(written)?;
        self.open = open;
        self.frontier = frontier;
        Ok((first..=self.frontier.size()).map(Position).collect())
    }

    /// Makes everything appended durable, then lets go of the lock. Only after this may anybody be told.
    ///
    /// # Errors
    /// [`Error::OutcomeUnknown`] when the answer to the commit was lost; after any other error nothing was stored.
    pub async fn commit(mut self) -> Result<Head> {
        self.usable()?;
        if let Some(OpenCommand { id, part, of }) = self.open {
            let reason = format!("its parts end with {part} of {of}; append all parts of a command in one batch");
            return Err(Error::RefusedRecord { command_id: id, reason });
        }
        if self.frontier.size() == self.begun.size {
            self.lease.rollback().await;
            return Ok(self.begun);
        }
        let newest = Position(self.frontier.size());
        self.advance_head().await?;
        let store = self.journal.inner.store.clone();
        store.commit(self.lease, Some(newest)).await?;
        publish(&self.journal.inner.moved, newest);
        Ok(Head { size: newest.0, root: self.frontier.root() })
    }

    /// Lets go of the lock without storing anything; quicker than dropping, which throws the connection away.
    pub async fn rollback(self) {
        self.lease.rollback().await;
    }

    /// The batch's own connection, for what is stored with the records in one step.
    pub(crate) fn lease(&mut self) -> &mut Lease {
        &mut self.lease
    }

    async fn advance_head(&mut self) -> Result<()> {
        let (size, begun) = (Position(self.frontier.size()), Position(self.begun.size));
        let moved = on!(self.lease.link(), c => {
            sqlx::query(sql::HEAD_ADVANCE)
                .bind(size.to_sql())
                .bind(self.frontier.to_bytes())
                .bind(begun.to_sql())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        });
        match moved.map_err(Error::from_sqlx)? {
            1 => Ok(()),
            _ => Err(Error::HeadMismatch { detail: "the head row changed under the writer lock".to_owned() }),
        }
    }

    fn usable(&self) -> Result<()> {
        if self.failed { Err(Error::BatchFailed) } else { Ok(()) }
    }

    /// Remembers a failure: the database has given the transaction up, and committing it would answer yes and store nothing.
    fn note<T>(&mut self, outcome: Result<T>) -> Result<T> {
        self.failed |= outcome.is_err();
        outcome
    }

    /// What is wrong with the records, found before any is written; otherwise the command left open after them.
    fn check(&self, records: &[NewRecord]) -> Result<Option<OpenCommand>> {
        let mut open = self.open.as_ref().map(|open| OpenCommand { ..*open });
        for record in records {
            let refuse = |reason: String| Err(Error::RefusedRecord { command_id: record.command_id, reason });
            if record.events.len() > MAX_EVENTS_BYTES {
                return refuse(format!(
                    "its events are {} bytes and a record holds at most {MAX_EVENTS_BYTES}; cut the command into parts",
                    record.events.len()
                ));
            }
            if record.events.contains('\0') || record.actor.contains('\0') {
                return refuse("it holds a NUL character, which PostgreSQL cannot store as text".to_owned());
            }
            let expected = open.as_ref().map_or(1, |open| open.part + 1);
            let same = open.as_ref().is_none_or(|open| open.id == record.command_id && open.of == record.of);
            if !same || record.part != expected || record.part > record.of {
                return refuse(format!(
                    "it is part {} of {} where part {expected} was due; append the parts of a command in order, side by side",
                    record.part, record.of
                ));
            }
            let more = record.part < record.of;
            open = more.then_some(OpenCommand { id: record.command_id, part: record.part, of: record.of });
        }
        Ok(open)
    }
}

/// Writes rows with as few statements as there are powers of two in their number.
pub(crate) async fn insert(lease: &mut Lease, rows: Vec<StoredRow>) -> Result<()> {
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let count = sql::INSERT_ROWS.min(1 << rows.len().ilog2());
        let now: Vec<StoredRow> = rows.by_ref().take(count).collect();
        on!(lease.link(), c => {
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql::insert_records(count)));
            for row in now {
                query = query
                    .bind(row.position)
                    .bind(row.at)
                    .bind(row.actor)
                    .bind(row.command_id)
                    .bind(row.command_hash)
                    .bind(row.part)
                    .bind(row.of)
                    .bind(row.events)
                    .bind(row.leaf);
            }
            query.execute(c).await.map(drop)
        })
        .map_err(Error::from_sqlx)?;
    }
    Ok(())
}
