//! Tables into a database of their own, in one transaction: a reader sees the old tables or the new ones.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use muster_exchange::export::{Dialect, Table};
use muster_journal::Location;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, SqliteConnection};

use crate::progress::bar;

/// Writes every table.
pub async fn write(into: &Location, schema: &str, replace: bool, tables: &[Table]) -> anyhow::Result<()> {
    match into {
        Location::Sqlite(path) => sqlite(path, replace, tables).await,
        Location::Postgres(url) => postgres(url, schema, replace, tables).await,
    }
}

/// A new file, which gets its name when it is whole.
async fn sqlite(path: &Path, replace: bool, tables: &[Table]) -> anyhow::Result<()> {
    if path.exists() && !replace {
        bail!("{} is there already. Replace it with --replace, or name another file", path.display());
    }
    if path.exists() && !is_export(path).await {
        bail!("{} was not written by `muster export` and is left alone. Name another file", path.display());
    }
    let mut partial = path.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    if partial.exists() {
        std::fs::remove_file(&partial).with_context(|| format!("Cannot remove {}", partial.display()))?;
    }
    let options = SqliteConnectOptions::new().filename(&partial).create_if_missing(true).disable_statement_logging();
    let mut connection = options.connect().await.with_context(|| format!("Cannot make {}", partial.display()))?;
    let mut transaction = connection.begin().await?;
    for table in tables {
        fill_sqlite(&mut transaction, table).await?;
    }
    transaction.commit().await?;
    connection.close().await?;
    std::fs::rename(&partial, path).with_context(|| format!("Cannot name {}", path.display()))
}

/// Whether an earlier export wrote it: only such a file is ever replaced.
async fn is_export(path: &Path) -> bool {
    let options = SqliteConnectOptions::new().filename(path).read_only(true).disable_statement_logging();
    let Ok(mut connection) = options.connect().await else { return false };
    let asked = sqlx::query("SELECT 1 FROM data_dictionary LIMIT 1").fetch_optional(&mut connection).await;
    let journal = sqlx::query("SELECT 1 FROM journal LIMIT 1").fetch_optional(&mut connection).await;
    drop(connection.close().await);
    asked.is_ok() && journal.is_err()
}

async fn fill_sqlite(connection: &mut SqliteConnection, table: &Table) -> anyhow::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(table.ddl(Dialect::Sqlite))).execute(&mut *connection).await?;
    let insert = table.insert(Dialect::Sqlite);
    let progress = bar(&table.about().title, table.rows().len() as u64);
    for row in table.rows() {
        let mut query = sqlx::query(AssertSqlSafe(insert.clone()));
        for cell in row {
            query = query.bind(cell.bound());
        }
        query.execute(&mut *connection).await?;
        progress.inc(1);
    }
    progress.finish_and_clear();
    Ok(())
}

/// A schema of its own, made in one transaction.
async fn postgres(url: &str, schema: &str, replace: bool, tables: &[Table]) -> anyhow::Result<()> {
    let plain = schema.starts_with(|first: char| first.is_ascii_lowercase())
        && schema.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !plain || ["public", "vault", "information_schema"].contains(&schema) || schema.starts_with("pg_") {
        bail!("`{schema}` is no schema for an export. Give a name of its own of lower-case letters, digits and `_`");
    }
    let options: PgConnectOptions = url.parse().context("The address does not read. Give postgres://user@host/name")?;
    let mut connection =
        options.disable_statement_logging().connect().await.context("Cannot connect to the database")?;
    let mut transaction = connection.begin().await?;
    let begin = if replace {
        format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema};")
    } else {
        format!("CREATE SCHEMA {schema};")
    };
    let made =
        sqlx::raw_sql(AssertSqlSafe(begin + &format!("SET LOCAL search_path = {schema};"))).execute(&mut *transaction);
    made.await.with_context(|| {
        format!("Cannot make the schema {schema}. Replace one that is there with --replace, or name another")
    })?;
    for table in tables {
        fill_postgres(&mut transaction, table).await?;
    }
    transaction.commit().await?;
    connection.close().await?;
    Ok(())
}

async fn fill_postgres(connection: &mut PgConnection, table: &Table) -> anyhow::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(table.ddl(Dialect::Postgres))).execute(&mut *connection).await?;
    let insert = table.insert(Dialect::Postgres);
    let progress = bar(&table.about().title, table.rows().len() as u64);
    for row in table.rows() {
        let mut query = sqlx::query(AssertSqlSafe(insert.clone()));
        for cell in row {
            query = query.bind(cell.bound());
        }
        query.execute(&mut *connection).await?;
        progress.inc(1);
    }
    progress.finish_and_clear();
    Ok(())
}
