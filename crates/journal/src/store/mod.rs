//! One trait, two stores: what differs between SQLite and PostgreSQL, which is how a connection is had, how the one
//! writer lock is taken, how a batch ends and how another process's write is noticed. What a statement says is the same
//! for both and lives in `sql.rs`; what a record means is known nowhere here.

mod postgres;
mod sqlite;

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection};
use tokio::sync::OwnedMutexGuard;

use crate::error::Result;
use crate::record::Position;

pub(crate) use postgres::PostgresStore;
pub(crate) use sqlite::SqliteStore;

/// A boxed future, so that the trait can stand behind a pointer.
pub(crate) type Fut<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a transaction is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Appending records: takes the one writer lock.
    Append,
    /// Writing beside the records (snapshots, datasets): never holds up another process's appends on PostgreSQL.
    Aside,
}

/// A database that holds a journal.
pub(crate) trait Store: Debug + Send + Sync {
    /// A connection to read with.
    fn reader(&self) -> Fut<'_, Result<Lease>>;

    /// A connection inside a transaction.
    fn begin(&self, purpose: Purpose) -> Fut<'_, Result<Lease>>;

    /// Makes the transaction durable and, with a position, tells other processes about it.
    fn commit(&self, lease: Lease, announce: Option<Position>) -> Fut<'_, Result<()>>;

    /// Waits until another process may have written, at most as long as the store polls.
    fn wait_for_news(&self) -> Fut<'_, Result<()>>;

    /// Closes every connection that is not in use.
    fn close(&self) -> Fut<'_, ()>;
}

/// A connection of either database, borrowed for one statement.
pub(crate) enum Link<'a> {
    Lite(&'a mut SqliteConnection),
    Pg(&'a mut PgConnection),
}

/// Runs one expression on whichever database the link leads to; `$c` is its connection.
macro_rules! on {
    ($link:expr, $c:ident => $run:expr) => {
        match $link {
            $crate::store::Link::Lite($c) => $run,
            $crate::store::Link::Pg($c) => $run,
        }
    };
}
pub(crate) use on;

/// A connection held for a while. One that is dropped inside a transaction is thrown away, and the database rolls the
/// transaction back when it notices; [`Lease::rollback`] keeps the connection.
pub(crate) struct Lease {
    held: Held,
    in_transaction: bool,
}

enum Held {
    LitePooled(PoolConnection<Sqlite>),
    LiteOwn(OwnedMutexGuard<Option<SqliteConnection>>),
    PgPooled(PoolConnection<Postgres>),
    PgOwn(OwnedMutexGuard<Option<PgConnection>>),
}

impl Lease {
    fn new(held: Held, in_transaction: bool) -> Self {
        Self { held, in_transaction }
    }

    pub(crate) fn link(&mut self) -> Link<'_> {
        // INVARIANT: a guard is only leased after its connection was made, and only `drop` takes the connection out.
        const MADE: &str = "a leased writer has its connection";
        match &mut self.held {
            Held::LitePooled(connection) => Link::Lite(connection),
            Held::LiteOwn(guard) => Link::Lite(guard.as_mut().expect(MADE)),
            Held::PgPooled(connection) => Link::Pg(connection),
            Held::PgOwn(guard) => Link::Pg(guard.as_mut().expect(MADE)),
        }
    }

    /// Runs plain statements without parameters.
    async fn run(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        on!(self.link(), c => sqlx::raw_sql(sql).execute(c).await.map(drop))
    }

    /// Ends the transaction without storing anything.
    pub(crate) async fn rollback(mut self) {
        if self.in_transaction && self.run("ROLLBACK").await.is_ok() {
            self.settle();
        }
    }

    /// Gives the connection back: its transaction has ended.
    fn settle(mut self) {
        self.in_transaction = false;
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if !self.in_transaction {
            return;
        }
        match &mut self.held {
            Held::LiteOwn(guard) => drop(guard.take()),
            Held::PgOwn(guard) => drop(guard.take()),
            Held::LitePooled(connection) => connection.close_on_drop(),
            Held::PgPooled(connection) => connection.close_on_drop(),
        }
    }
}

/// Refuses a database that a later program has changed in ways this one does not know.
fn refuse_newer(found: i64) -> Result<()> {
    if found > crate::sql::SCHEMA_VERSION {
        return Err(crate::error::Error::NewerSchema { found, known: crate::sql::SCHEMA_VERSION });
    }
    Ok(())
}
