//! The journal in a PostgreSQL database that several servers share: a transaction-level advisory lock makes one of them
//! the writer, NOTIFY tells the others, and a poll stands behind it.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgListener, PgPool, PgPoolOptions};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection};
use tokio::sync::Mutex;

use super::{Fut, Held, Lease, Purpose, Store};
use crate::error::{Error, Result};
use crate::location::Options;
use crate::record::Position;
use crate::sql;

/// READ COMMITTED, so that every statement after the lock sees what other servers committed before they let go of it.
const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";
/// The key is the word "Muster" in ASCII; advisory locks are per database.
const LOCK: &str = "SELECT pg_advisory_xact_lock(85166843520370)";
const CHANNEL: &str = "muster_journal";
/// A server that stops inside a batch must not hold the lock for ever.
const IDLE_IN_TRANSACTION: &str = "60s";

#[derive(Debug)]
pub(crate) struct PostgresStore {
    connect: PgConnectOptions,
    writer: Arc<Mutex<Option<PgConnection>>>,
    readers: PgPool,
    listener: Mutex<Option<PgListener>>,
    poll: Duration,
}

impl PostgresStore {
    pub(crate) async fn open(url: &str, options: &Options) -> Result<Self> {
        let mut settings = vec![
            // whatever the server's default: an answer waits for the disk
            ("synchronous_commit", "on".to_owned()),
            ("lock_timeout", format!("{}ms", options.lock_timeout.as_millis())),
            ("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION.to_owned()),
        ];
        if options.read_only {
            settings.push(("default_transaction_read_only", "on".to_owned()));
        }
        let connect = PgConnectOptions::from_str(url)
            .map_err(Error::from_sqlx)?
            .application_name("muster")
            .options(settings)
            .disable_statement_logging();
        let mut writer = connect.connect().await.map_err(Error::from_sqlx)?;
        prepare_schema(&mut writer, options).await?;
        let readers = PgPoolOptions::new()
            .max_connections(options.readers.max(2))
            .acquire_timeout(options.lock_timeout)
            .connect_lazy_with(connect.clone());
        Ok(Self {
            connect,
            writer: Arc::new(Mutex::new(Some(writer))),
            readers,
            listener: Mutex::new(None),
            poll: options.poll,
        })
    }

    async fn own(&self) -> Result<Lease> {
        let mut guard = self.writer.clone().lock_owned().await;
        if guard.is_none() {
            *guard = Some(self.connect.connect().await.map_err(Error::from_sqlx)?);
        }
        Ok(Lease::new(Held::PgOwn(guard), false))
    }

    /// The writing connection inside a fresh transaction; one that went stale since the last batch is replaced once.
    async fn own_begun(&self) -> Result<Lease> {
        let mut lease = self.own().await?;
        lease.in_transaction = true;
        match lease.run(BEGIN).await.map_err(Error::from_sqlx) {
            Err(Error::ConnectionLost { .. }) => {
                drop(lease);
                lease = self.own().await?;
                lease.in_transaction = true;
                lease.run(BEGIN).await.map_err(Error::from_sqlx)?;
                Ok(lease)
            }
            begun => begun.map(|()| lease),
        }
    }

    async fn listen(&self) -> Result<PgListener> {
        let mut listener = PgListener::connect_with(&self.readers).await.map_err(Error::from_sqlx)?;
        listener.listen(CHANNEL).await.map_err(Error::from_sqlx)?;
        Ok(listener)
    }
}

async fn prepare_schema(connection: &mut PgConnection, options: &Options) -> Result<()> {
    if found_version(connection).await?.is_some() {
        return Ok(());
    }
    if options.read_only || !options.create {
        return Err(Error::Database { detail: "there is no journal in this database".to_owned() });
    }
    let mut transaction = connection.begin().await.map_err(Error::from_sqlx)?;
    sqlx::raw_sql(LOCK).execute(&mut *transaction).await.map_err(Error::from_sqlx)?;
    // another server may have made the tables while this one waited for the lock
    if found_version(&mut transaction).await?.is_none() {
        let tables = sql::tables_postgres();
        sqlx::raw_sql(AssertSqlSafe(tables)).execute(&mut *transaction).await.map_err(Error::from_sqlx)?;
        sqlx::query(sql::SCHEMA_VERSION_SET)
            .bind(sql::SCHEMA_VERSION)
            .execute(&mut *transaction)
            .await
            .map_err(Error::from_sqlx)?;
        sqlx::query(sql::HEAD_FIRST)
            .bind(Vec::<u8>::new())
            .execute(&mut *transaction)
            .await
            .map_err(Error::from_sqlx)?;
    }
    transaction.commit().await.map_err(Error::from_sqlx)
}

/// The schema version, `None` in a database without a journal.
async fn found_version(connection: &mut PgConnection) -> Result<Option<i64>> {
    // asks the catalogue's rows; a name look-up (to_regclass) may answer from before the lock was had
    const HAS_JOURNAL: &str = "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_tables \
         WHERE schemaname = ANY (current_schemas(false)) AND tablename = 'journal_schema')";
    let has: bool = sqlx::query_scalar(HAS_JOURNAL).fetch_one(&mut *connection).await.map_err(Error::from_sqlx)?;
    if !has {
        return Ok(None);
    }
    let version: Option<i64> =
        sqlx::query_scalar(sql::SCHEMA_VERSION_FOUND).fetch_one(&mut *connection).await.map_err(Error::from_sqlx)?;
    super::refuse_newer(version.unwrap_or(0))?;
    Ok(version)
}

impl Store for PostgresStore {
    fn reader(&self) -> Fut<'_, Result<Lease>> {
        Box::pin(async move {
            let connection = self.readers.acquire().await.map_err(Error::from_sqlx)?;
            Ok(Lease::new(Held::PgPooled(connection), false))
        })
    }

    fn begin(&self, purpose: Purpose) -> Fut<'_, Result<Lease>> {
        Box::pin(async move {
            match purpose {
                Purpose::Append => {
                    let mut lease = self.own_begun().await?;
                    lease.run(LOCK).await.map_err(Error::from_sqlx)?;
                    Ok(lease)
                }
                Purpose::Aside => {
                    let mut lease = self.reader().await?;
                    lease.in_transaction = true;
                    lease.run(BEGIN).await.map_err(Error::from_sqlx)?;
                    Ok(lease)
                }
            }
        })
    }

    fn commit(&self, mut lease: Lease, announce: Option<Position>) -> Fut<'_, Result<()>> {
        Box::pin(async move {
            let mut sql = String::from("COMMIT");
            if let Some(position) = announce {
                // one round trip: the notice is part of the transaction and is only sent if it commits
                sql = format!("SELECT pg_notify('{CHANNEL}', '{position}'); COMMIT");
            }
            let super::Link::Pg(connection) = lease.link() else {
                unreachable!("a PostgreSQL store leases PostgreSQL connections")
            };
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await.map_err(Error::from_commit)?;
            lease.settle();
            Ok(())
        })
    }

    fn wait_for_news(&self) -> Fut<'_, Result<()>> {
        Box::pin(async move {
            let mut listener = self.listener.lock().await;
            if listener.is_none() {
                *listener = Some(self.listen().await?);
            }
            let Some(open) = listener.as_mut() else {
                return Ok(());
            };
            if let Ok(Err(error)) = tokio::time::timeout(self.poll, open.recv()).await {
                *listener = None;
                return Err(Error::from_sqlx(error));
            }
            Ok(())
        })
    }

    fn close(&self) -> Fut<'_, ()> {
        Box::pin(async move {
            drop(self.listener.lock().await.take());
            self.readers.close().await;
            let writer = self.writer.lock().await.take();
            if let Some(writer) = writer
                && let Err(error) = writer.close().await
            {
                tracing::warn!(%error, "the connection to PostgreSQL was not closed cleanly; nothing is lost");
            }
        })
    }
}
