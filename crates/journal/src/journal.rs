//! The journal as a handle: opening it, reading it, following it. Writing goes through [`Batch`]; what is stored beside
//! the records is in `snapshot.rs` and `blob.rs`.

use std::sync::{Arc, OnceLock};

use tokio::sync::watch;
use tokio::task::AbortHandle;
use uuid::Uuid;

use crate::batch::Batch;
use crate::error::{Error, Result};
use crate::hash::Hash;
use crate::head::Head;
use crate::location::{Location, Options};
use crate::reading;
use crate::record::{Position, Record};
use crate::store::{PostgresStore, SqliteStore, Store};
use crate::tail::Tail;
use crate::tree::Frontier;

/// An open journal. Cloning it is cheap and gives the same journal.
#[derive(Clone, Debug)]
pub struct Journal {
    pub(crate) inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) moved: Arc<watch::Sender<Position>>,
    location: Location,
    follower: OnceLock<AbortHandle>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(follower) = self.follower.get() {
            follower.abort();
        }
    }
}

/// What a command was when it was first taken, and where its records lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstAnswer {
    /// Who gave it.
    pub actor: String,
    /// Digest of its body.
    pub command_hash: Hash,
    /// Its first record.
    pub first: Position,
    /// Its last record.
    pub last: Position,
}

impl Journal {
    /// Opens the journal, making it first where there is none and [`Options::create`] says so.
    ///
    /// # Errors
    /// [`Error::NewerSchema`] for a database of a later program, [`Error::CannotOpen`] for a place that holds no journal,
    /// [`Error::HeadMismatch`] or [`Error::Damaged`] when the end of the journal is not what its head says.
    pub async fn open(location: &Location, options: Options) -> Result<Self> {
        let opened: Result<Arc<dyn Store>> = match location {
            Location::Sqlite(path) => SqliteStore::open(path, &options).await.map(|store| Arc::new(store) as _),
            Location::Postgres(url) => PostgresStore::open(url, &options).await.map(|store| Arc::new(store) as _),
        };
        let store = opened.map_err(|error| cannot_open(location, error))?;
        let journal = Self {
            inner: Arc::new(Inner {
                store,
                moved: Arc::new(watch::Sender::new(Position::START)),
                location: location.clone(),
                follower: OnceLock::new(),
            }),
        };
        if options.check_end {
            let head = journal.check_end().await?;
            journal.inner.moved.send_replace(Position(head.size));
        }
        Ok(journal)
    }

    /// Where it is kept.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.inner.location
    }

    /// The head row against the last record, cheaply: their sizes agree, the last record fits its leaf, and where that
    /// leaf is itself a peak of the tree, the tree holds it.
    async fn check_end(&self) -> Result<Head> {
        // the head first: records may be added between the two reads, never taken away
        let mut lease = self.inner.store.reader().await?;
        let frontier = reading::frontier(&mut lease).await?;
        let last = reading::last_position(&mut lease).await?;
        if last.0 < frontier.size() {
            let detail =
                format!("the head row says {} records, the last record is at position {last}", frontier.size());
            return Err(Error::HeadMismatch { detail });
        }
        let before = Position(frontier.size().saturating_sub(1));
        let end = reading::records_after(&mut lease, before, 1).await?;
        if frontier.size() == 0 && !end.is_empty() && reading::frontier(&mut lease).await?.size() == 0 {
            return Err(Error::HeadMismatch { detail: "the head row says no records but there are some".to_owned() });
        }
        if frontier.size() % 2 == 1
            && end.last().is_some_and(|record| frontier.to_bytes().rchunks(32).next() != Some(&record.leaf.0[..]))
        {
            return Err(Error::HeadMismatch {
                detail: format!("the tree does not end with the record at position {last}"),
            });
        }
        Ok(Head { size: frontier.size(), root: frontier.root() })
    }

    /// How many records there are and the root over them.
    ///
    /// # Errors
    /// When the database cannot be read or its head row is broken.
    pub async fn head(&self) -> Result<Head> {
        let frontier = self.frontier().await?;
        Ok(Head { size: frontier.size(), root: frontier.root() })
    }

    pub(crate) async fn frontier(&self) -> Result<Frontier> {
        reading::frontier(&mut self.inner.store.reader().await?).await
    }

    /// At most `limit` records after a position, oldest first, each checked against its leaf.
    ///
    /// # Errors
    /// [`Error::Damaged`] names the first record that is not what was appended; none after it is served.
    pub async fn read(&self, after: Position, limit: usize) -> Result<Vec<Record>> {
        reading::records_after(&mut self.inner.store.reader().await?, after, limit).await
    }

    /// Reads on from a frontier (of a snapshot, or [`Frontier::new`] for everything) and checks the end against the head.
    #[must_use]
    pub fn tail(&self, from: Frontier) -> Tail {
        Tail::new(self.clone(), from)
    }

    /// Where the records of a command lie, `None` when it was never taken.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn find_command(&self, id: Uuid) -> Result<Option<FirstAnswer>> {
        reading::find_command(&mut self.inner.store.reader().await?, id).await
    }

    /// Takes the one writer lock and begins a batch. Waits for other writers, here and in other processes.
    ///
    /// # Errors
    /// [`Error::Locked`] when another process keeps the lock for longer than [`Options::lock_timeout`].
    pub async fn begin(&self) -> Result<Batch> {
        Batch::begin(self.clone()).await
    }

    /// The newest position, kept up to date with the writes of this process at once and with those of others within
    /// [`Options::poll`]. Must be called inside a tokio runtime; following ends with the last handle of this journal.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Position> {
        self.inner.follower.get_or_init(|| {
            let follow = follow(self.inner.store.clone(), self.inner.moved.clone());
            tokio::spawn(follow).abort_handle()
        });
        self.inner.moved.subscribe()
    }

    /// Closes the database's connections. Handles that are still about fail from then on.
    pub async fn close(&self) {
        if let Some(follower) = self.inner.follower.get() {
            follower.abort();
        }
        self.inner.store.close().await;
    }
}

/// Adds the place to errors that only say what the database said.
fn cannot_open(location: &Location, error: Error) -> Error {
    match error {
        Error::ConnectionLost { detail }
        | Error::Database { detail }
        | Error::File { detail, .. }
        | Error::DatabaseDamaged { detail } => Error::CannotOpen { location: location.to_string(), detail },
        other => other,
    }
}

/// Looks for records of other processes until it is stopped.
async fn follow(store: Arc<dyn Store>, moved: Arc<watch::Sender<Position>>) {
    // a database that cannot be reached is asked again after this long
    const AFTER_FAILURE: std::time::Duration = std::time::Duration::from_millis(500);
    loop {
        let newest = async {
            store.wait_for_news().await?;
            reading::frontier(&mut store.reader().await?).await
        };
        match newest.await {
            Ok(frontier) => publish(&moved, Position(frontier.size())),
            Err(error) => {
                tracing::warn!(%error, "cannot follow the journal; trying again");
                tokio::time::sleep(AFTER_FAILURE).await;
            }
        }
    }
}

/// Moves the watched position forward, never back.
pub(crate) fn publish(moved: &watch::Sender<Position>, newest: Position) {
    moved.send_if_modified(|position| {
        let forward = newest > *position;
        if forward {
            *position = newest;
        }
        forward
    });
}
