//! Where the vault's tables are: opening, the tables themselves, and the one macro that runs a statement on whichever
//! database it is. What a statement means is in the module of its table.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};

use super::VaultError;

/// The newest schema version this program knows; it writes this one.
const SCHEMA_VERSION: i64 = 1;

/// Tables of one text for both databases; a statement here never replaces a table that exists.
const TABLES: &str = "
CREATE TABLE IF NOT EXISTS vault_schema (version {int} NOT NULL PRIMARY KEY) {strict};
CREATE TABLE IF NOT EXISTS person_key (person {int} NOT NULL PRIMARY KEY, key {bytes}) {strict};
CREATE TABLE IF NOT EXISTS installation_key (name TEXT NOT NULL PRIMARY KEY, key {bytes} NOT NULL) {strict};
CREATE TABLE IF NOT EXISTS password (account {int} NOT NULL PRIMARY KEY, phc TEXT NOT NULL) {strict};
CREATE TABLE IF NOT EXISTS session (
    token {bytes} NOT NULL PRIMARY KEY, account {int} NOT NULL, begun {int} NOT NULL, seen {int} NOT NULL
) {strict};
CREATE INDEX IF NOT EXISTS session_account ON session (account);
CREATE TABLE IF NOT EXISTS attempt (
    subject {bytes} NOT NULL PRIMARY KEY, failures {int} NOT NULL, at {int} NOT NULL
) {strict};
CREATE TABLE IF NOT EXISTS contact (account {int} NOT NULL PRIMARY KEY, address TEXT NOT NULL) {strict};
CREATE TABLE IF NOT EXISTS mailed (
    account {int} NOT NULL, notice TEXT NOT NULL, claimed {int} NOT NULL, sent {int} NOT NULL, PRIMARY KEY (account, notice)
) {strict};
CREATE TABLE IF NOT EXISTS portal (account {int} NOT NULL PRIMARY KEY, language TEXT NOT NULL, calendar {bytes}) {strict};
CREATE UNIQUE INDEX IF NOT EXISTS portal_calendar ON portal (calendar);
INSERT INTO vault_schema (version) SELECT {version} WHERE NOT EXISTS (SELECT 1 FROM vault_schema);
";

/// A pool of either database.
#[derive(Debug)]
pub(super) enum Store {
    Lite(SqlitePool),
    Pg(PgPool),
}

/// Runs one expression on whichever database the store is; `$pool` is its pool.
macro_rules! on {
    ($store:expr, $pool:ident => $run:expr) => {
        match $store {
            $crate::vault::store::Store::Lite($pool) => $run,
            $crate::vault::store::Store::Pg($pool) => $run,
        }
    };
}
pub(super) use on;

const WAIT: Duration = Duration::from_secs(15);

impl Store {
    pub(super) async fn open_sqlite(path: &Path) -> Result<Self, VaultError> {
        own_file(path).map_err(|problem| VaultError::File { path: path.to_owned(), problem })?;
        let connect = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            // a deleted key is overwritten, not only unlinked
            .pragma("secure_delete", "1")
            .busy_timeout(WAIT)
            .disable_statement_logging();
        let pool = SqlitePoolOptions::new().max_connections(4).acquire_timeout(WAIT).connect_with(connect).await?;
        let mut connection = pool.acquire().await?;
        let sql = tables("INTEGER", "BLOB", "STRICT");
        sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut *connection).await?;
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *connection).await?;
        sqlx::raw_sql("COMMIT").execute(&mut *connection).await?;
        drop(connection);
        Self::Lite(pool).checked().await
    }

    pub(super) async fn open_postgres(url: &str) -> Result<Self, VaultError> {
        let connect = PgConnectOptions::from_str(url)?
            .application_name("muster vault")
            .options([("search_path", "vault")])
            .disable_statement_logging();
        let mut connection = connect.connect().await?;
        // the key is the word "Vault" in ASCII: servers that start together make the tables once
        let make = "SELECT pg_advisory_xact_lock(371121519732); CREATE SCHEMA IF NOT EXISTS vault;
                    REVOKE ALL ON SCHEMA vault FROM PUBLIC;"
            .to_owned()
            + &tables("BIGINT", "BYTEA", "");
        let mut transaction = connection.begin().await?;
        sqlx::raw_sql(AssertSqlSafe(make)).execute(&mut *transaction).await?;
        transaction.commit().await?;
        connection.close().await?;
        let pool = PgPoolOptions::new().max_connections(4).acquire_timeout(WAIT).connect_lazy_with(connect);
        Self::Pg(pool).checked().await
    }

    async fn checked(self) -> Result<Self, VaultError> {
        let found: i64 =
            on!(&self, pool => sqlx::query_scalar("SELECT MAX(version) FROM vault_schema").fetch_one(pool).await)?;
        if found > SCHEMA_VERSION {
            return Err(VaultError::NewerSchema { found, known: SCHEMA_VERSION });
        }
        Ok(self)
    }

    /// Makes what was deleted unreadable as far as the database can: on SQLite nothing stays behind in the log.
    pub(super) async fn scrub(&self) -> Result<(), VaultError> {
        if let Self::Lite(pool) = self {
            sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)").execute(pool).await?;
        }
        Ok(())
    }

    pub(super) async fn close(&self) {
        on!(self, pool => pool.close().await);
    }
}

fn tables(int: &str, bytes: &str, strict: &str) -> String {
    TABLES
        .replace("{int}", int)
        .replace("{bytes}", bytes)
        .replace("{strict}", strict)
        .replace("{version}", &SCHEMA_VERSION.to_string())
}

/// Makes the file for its owner only, or takes everybody else's permissions away. The database gives the files of its
/// log the same ones.
fn own_file(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
    const OWNER_ONLY: u32 = 0o600;
    let file = std::fs::OpenOptions::new().read(true).append(true).create(true).mode(OWNER_ONLY).open(path)?;
    let found = file.metadata()?.permissions().mode() & 0o777;
    if found != OWNER_ONLY {
        tracing::warn!(path = %path.display(), mode = format!("{found:o}"), "the vault was open to others; closing it to all but its owner");
        file.set_permissions(std::fs::Permissions::from_mode(OWNER_ONLY))?;
    }
    Ok(())
}
