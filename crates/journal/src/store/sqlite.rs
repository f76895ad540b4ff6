//! The journal in one SQLite file: write-ahead log, `synchronous=FULL`, one writing connection a process, a pool of
//! reading ones. Other processes' writes are found by asking.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqliteLockingMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};
use tokio::sync::Mutex;

use super::{Fut, Held, Lease, Purpose, Store};
use crate::error::{Error, Result};
use crate::location::Options;
use crate::record::Position;
use crate::sql;

/// Kept in the file's header beside the table, so that a program that only looks there refuses too.
const NEWEST_USER_VERSION: i64 = sql::SCHEMA_VERSION;

#[derive(Debug)]
pub(crate) struct SqliteStore {
    connect: SqliteConnectOptions,
    writer: Arc<Mutex<Option<SqliteConnection>>>,
    /// None with a file system of its own, which has no shared memory: then the writer reads too.
    readers: Option<SqlitePool>,
    poll: Duration,
}

impl SqliteStore {
    pub(crate) async fn open(path: &Path, options: &Options) -> Result<Self> {
        let connect = connect_options(path, options);
        match Self::open_with(connect, options).await {
            // a log needs a folder it can be shared in; a file that nobody writes is read without one
            Err(Error::ReadOnly { detail }) if options.sqlite.vfs.is_none() && !has_log(path) => {
                tracing::warn!(path = %path.display(), detail, "the journal's folder is read-only: reading the file as it stands");
                let options = Options { read_only: true, ..options.clone() };
                Self::open_with(connect_options(path, &options).immutable(true), &options).await
            }
            opened => opened,
        }
    }

    async fn open_with(connect: SqliteConnectOptions, options: &Options) -> Result<Self> {
        let mut writer = connect.connect().await.map_err(Error::from_sqlx)?;
        let made = prepare_schema(&mut writer, options).await?;
        if made && options.sqlite.vfs.is_none() {
            sync_folder(connect.get_filename())?;
        }
        let readers = if options.sqlite.vfs.is_none() {
            let reading = connect.clone().create_if_missing(false).pragma("query_only", "1");
            let pool = SqlitePoolOptions::new().max_connections(options.readers).min_connections(1);
            Some(pool.connect_with(reading).await.map_err(Error::from_sqlx)?)
        } else {
            None
        };
        Ok(Self { connect, writer: Arc::new(Mutex::new(Some(writer))), readers, poll: options.poll })
    }

    /// The writing connection, made again if the last one was thrown away.
    async fn own(&self) -> Result<Lease> {
        let mut guard = self.writer.clone().lock_owned().await;
        if guard.is_none() {
            let again = self.connect.clone().create_if_missing(false);
            *guard = Some(again.connect().await.map_err(Error::from_sqlx)?);
        }
        Ok(Lease::new(Held::LiteOwn(guard), false))
    }
}

/// Whether a write-ahead log lies beside the file, which then is not the whole journal.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|log| log.len() > 0)
}

fn connect_options(path: &Path, options: &Options) -> SqliteConnectOptions {
    let mut connect = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(options.create && !options.read_only)
        .read_only(options.read_only)
        .foreign_keys(true)
        .busy_timeout(options.lock_timeout)
        .disable_statement_logging();
    if let Some(vfs) = &options.sqlite.vfs {
        connect = connect.vfs(vfs.clone()).locking_mode(SqliteLockingMode::Exclusive);
    }
    if !options.read_only {
        connect = connect.journal_mode(SqliteJournalMode::Wal);
    }
    connect = connect.synchronous(SqliteSynchronous::Full);
    for (name, value) in &options.sqlite.pragmas {
        connect = connect.pragma(name.clone(), value.clone());
    }
    connect
}

/// Makes the tables where there are none; whether it did.
async fn prepare_schema(connection: &mut SqliteConnection, options: &Options) -> Result<bool> {
    if found_version(connection).await?.is_some() {
        return Ok(false);
    }
    if options.read_only || !options.create {
        return Err(Error::Database { detail: "there is no journal in this file".to_owned() });
    }
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut *connection).await.map_err(Error::from_sqlx)?;
    // another process may have made the tables while this one waited for the lock
    if found_version(connection).await?.is_none() {
        let tables = sql::tables_sqlite();
        sqlx::raw_sql(AssertSqlSafe(tables)).execute(&mut *connection).await.map_err(Error::from_sqlx)?;
        sqlx::query(sql::SCHEMA_VERSION_SET)
            .bind(sql::SCHEMA_VERSION)
            .execute(&mut *connection)
            .await
            .map_err(Error::from_sqlx)?;
        sqlx::query(sql::HEAD_FIRST)
            .bind(Vec::<u8>::new())
            .execute(&mut *connection)
            .await
            .map_err(Error::from_sqlx)?;
        let mark = format!("PRAGMA user_version = {NEWEST_USER_VERSION}");
        sqlx::raw_sql(AssertSqlSafe(mark)).execute(&mut *connection).await.map_err(Error::from_sqlx)?;
    }
    sqlx::raw_sql("COMMIT").execute(&mut *connection).await.map_err(Error::from_sqlx)?;
    Ok(true)
}

/// A new file's name must survive the machine too; SQLite sees to the names of its logs only.
fn sync_folder(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|error| Error::File { path: folder.display().to_string(), detail: error.to_string() })
}

/// The schema version, `None` in a file without a journal.
async fn found_version(connection: &mut SqliteConnection) -> Result<Option<i64>> {
    const HAS_JOURNAL: &str = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'journal_schema'";
    let user: i64 =
        sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *connection).await.map_err(Error::from_sqlx)?;
    super::refuse_newer(user)?;
    let tables: i64 = sqlx::query_scalar(HAS_JOURNAL).fetch_one(&mut *connection).await.map_err(Error::from_sqlx)?;
    if tables == 0 {
        return Ok(None);
    }
    let version: Option<i64> =
        sqlx::query_scalar(sql::SCHEMA_VERSION_FOUND).fetch_one(&mut *connection).await.map_err(Error::from_sqlx)?;
    super::refuse_newer(version.unwrap_or(0))?;
    Ok(version)
}

impl Store for SqliteStore {
    fn reader(&self) -> Fut<'_, Result<Lease>> {
        Box::pin(async move {
            match &self.readers {
                Some(pool) => {
                    let connection = pool.acquire().await.map_err(Error::from_sqlx)?;
                    Ok(Lease::new(Held::LitePooled(connection), false))
                }
                None => self.own().await,
            }
        })
    }

    fn begin(&self, _purpose: Purpose) -> Fut<'_, Result<Lease>> {
        Box::pin(async move {
            let mut lease = self.own().await?;
            // marked before it is so: a caller that goes away while waiting must not leave an open transaction behind
            lease.in_transaction = true;
            match lease.run("BEGIN IMMEDIATE").await {
                Ok(()) => Ok(lease),
                Err(error) => Err(Error::from_sqlx(error)),
            }
        })
    }

    fn commit(&self, mut lease: Lease, _announce: Option<Position>) -> Fut<'_, Result<()>> {
        Box::pin(async move {
            lease.run("COMMIT").await.map_err(Error::from_commit)?;
            lease.settle();
            Ok(())
        })
    }

    fn wait_for_news(&self) -> Fut<'_, Result<()>> {
        Box::pin(async move {
            tokio::time::sleep(self.poll).await;
            Ok(())
        })
    }

    fn close(&self) -> Fut<'_, ()> {
        Box::pin(async move {
            if let Some(pool) = &self.readers {
                pool.close().await;
            }
            let writer = self.writer.lock().await.take();
            if let Some(writer) = writer
                && let Err(error) = writer.close().await
            {
                tracing::warn!(%error, "the journal's file was not closed cleanly; nothing is lost, the next start recovers it");
            }
        })
    }
}
