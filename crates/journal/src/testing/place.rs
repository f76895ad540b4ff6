//! A database of its own for each test, on either store.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use uuid::Uuid;

use super::{Cluster, NoPostgres};
use crate::journal::Journal;
use crate::location::{Location, Options};

/// Where one test keeps its journal.
#[derive(Clone, Debug)]
pub struct TestPlace {
    location: Location,
    folder: Arc<tempfile::TempDir>,
    maintenance: Option<String>,
}

/// A place for a SQLite file; no file is there yet.
#[must_use]
pub fn sqlite_place() -> TestPlace {
    let folder = tempfile::tempdir().expect("the system's temporary folder can be written");
    let location = Location::Sqlite(folder.path().join("muster.db"));
    TestPlace { location, folder: Arc::new(folder), maintenance: None }
}

/// An empty PostgreSQL database: on the server that `MUSTER_TEST_POSTGRES` names (`none` stands for a machine without
/// PostgreSQL), else on a cluster that this process starts once. `None`, after saying so, where there is no PostgreSQL.
///
/// # Panics
/// Where there is no PostgreSQL and `MUSTER_REQUIRE_ALL=1`, or when the server refuses to make a database.
pub async fn postgres_place(test: &str) -> Option<TestPlace> {
    let server = match tokio::task::spawn_blocking(server).await.expect("starting a cluster does not panic") {
        Ok(server) => server,
        Err(why) => {
            assert!(std::env::var_os("MUSTER_REQUIRE_ALL").is_none_or(|value| value != "1"), "{test}: {why}");
            eprintln!("NOT RUN: {test}: PostgreSQL not found");
            return None;
        }
    };
    let name = format!("test_{}", Uuid::new_v4().simple());
    run_postgres(&server, &format!("CREATE DATABASE {name}")).await.expect("the test server makes databases");
    let folder = tempfile::tempdir().expect("the system's temporary folder can be written");
    let location = Location::Postgres(with_database(&server, &name));
    Some(TestPlace { location, folder: Arc::new(folder), maintenance: Some(server) })
}

/// The address of a server on which databases can be made.
fn server() -> Result<String, &'static NoPostgres> {
    static CLUSTER: LazyLock<Result<Cluster, NoPostgres>> = LazyLock::new(Cluster::start);
    match std::env::var("MUSTER_TEST_POSTGRES") {
        Ok(url) if url == "none" => Err(&NoPostgres::NotInstalled),
        Ok(url) if !url.is_empty() => Ok(url),
        _ => CLUSTER.as_ref().map(Cluster::url),
    }
}

fn with_database(server: &str, name: &str) -> String {
    let (address, parameters) = server.split_once('?').map_or((server, None), |(a, p)| (a, Some(p)));
    let host_end = address.find("://").map_or(0, |at| at + 3);
    let host = match address[host_end..].find('/') {
        Some(at) => &address[..host_end + at],
        None => address,
    };
    match parameters {
        Some(parameters) => format!("{host}/{name}?{parameters}"),
        None => format!("{host}/{name}"),
    }
}

async fn run_postgres(url: &str, sql: &str) -> Result<(), sqlx::Error> {
    let options: PgConnectOptions = url.parse()?;
    let mut connection = options.disable_statement_logging().connect().await?;
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await?;
    connection.close().await
}

impl TestPlace {
    /// Where the journal is.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// Whether it is SQLite.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.maintenance.is_none()
    }

    /// A path in a folder that goes with the test.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Another handle on the journal, as another server would have.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn open(&self) -> Journal {
        self.open_with(Options::default()).await
    }

    /// As [`TestPlace::open`], with options.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn open_with(&self, options: Options) -> Journal {
        Journal::open(&self.location, options).await.expect("a test's journal opens")
    }

    /// Runs SQL past the journal, to damage what it guards.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn tamper(&self, sql: &str) {
        let done = match &self.location {
            Location::Postgres(url) => run_postgres(url, sql).await,
            Location::Sqlite(path) => run_sqlite(path, sql).await,
        };
        done.expect("the database takes the test's own SQL");
    }

    /// Removes the database. What a failed test leaves goes with the cluster.
    ///
    /// # Panics
    /// When the server refuses.
    pub async fn remove(self) {
        let (Some(server), Location::Postgres(url)) = (&self.maintenance, &self.location) else {
            return;
        };
        let name = url.split('?').next().and_then(|url| url.rsplit('/').next()).unwrap_or_default();
        let sql = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        run_postgres(server, &sql).await.expect("the test server drops databases");
    }
}

async fn run_sqlite(path: &std::path::Path, sql: &str) -> Result<(), sqlx::Error> {
    let options = SqliteConnectOptions::new().filename(path).disable_statement_logging();
    let mut connection = options.connect().await?;
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await?;
    connection.close().await
}
