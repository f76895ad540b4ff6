//! Every statement that the journal runs, one text for both databases, and the tables they run on. A test prepares each
//! on both. No other module writes SQL, except what only one database has (`store/`).

/// The newest schema version this program knows; it writes this one.
pub(crate) const SCHEMA_VERSION: i64 = 1;

/// The tables. `{int}` is a 64-bit integer, `{bytes}` a byte string, `{strict}` SQLite's strict typing.
const TABLES: &str = "
CREATE TABLE journal_schema (
    version {int} NOT NULL PRIMARY KEY
) {strict};
CREATE TABLE journal (
    position {int} NOT NULL PRIMARY KEY,
    at {int} NOT NULL,
    actor TEXT NOT NULL,
    command_id TEXT NOT NULL,
    command_hash {bytes} NOT NULL,
    part {int} NOT NULL,
    of_parts {int} NOT NULL,
    events TEXT NOT NULL,
    leaf {bytes} NOT NULL
) {strict};
CREATE UNIQUE INDEX journal_command ON journal (command_id, part);
CREATE TABLE head (
    id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
    size {int} NOT NULL,
    frontier {bytes} NOT NULL
) {strict};
CREATE TABLE snapshot (
    id TEXT NOT NULL PRIMARY KEY,
    format {int} NOT NULL,
    position {int} NOT NULL,
    frontier {bytes} NOT NULL,
    parts {int} NOT NULL,
    digest {bytes} NOT NULL,
    complete {int} NOT NULL
) {strict};
CREATE TABLE snapshot_part (
    snapshot TEXT NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
    part {int} NOT NULL,
    bytes {bytes} NOT NULL,
    PRIMARY KEY (snapshot, part)
) {strict};
CREATE TABLE blob (
    hash TEXT NOT NULL PRIMARY KEY,
    bytes {bytes} NOT NULL
) {strict};
";

/// The tables as SQLite takes them. `INTEGER PRIMARY KEY` makes the position the row id, so the table is in order.
pub(crate) fn tables_sqlite() -> String {
    TABLES.replace("{int}", "INTEGER").replace("{bytes}", "BLOB").replace("{strict}", "STRICT")
}

/// The tables as PostgreSQL takes them.
pub(crate) fn tables_postgres() -> String {
    TABLES.replace("{int}", "BIGINT").replace("{bytes}", "BYTEA").replace("{strict}", "")
}

/// How many records the largest of the multi-row inserts takes; the smaller ones take every power of two below it, so
/// that a few prepared statements serve any number of records.
pub(crate) const INSERT_ROWS: usize = 64;

/// The insert of `rows` records at once.
pub(crate) fn insert_records(rows: usize) -> String {
    const COLUMNS: usize = 9;
    let mut sql = String::from(
        "INSERT INTO journal (position, at, actor, command_id, command_hash, part, of_parts, events, leaf) VALUES ",
    );
    for row in 0..rows {
        let first = row * COLUMNS + 1;
        let values: Vec<String> = (first..first + COLUMNS).map(|number| format!("${number}")).collect();
        sql.push_str(if row == 0 { "(" } else { ", (" });
        sql.push_str(&values.join(", "));
        sql.push(')');
    }
    sql
}

/// The look-up of `count` commands at once.
pub(crate) fn find_commands(count: usize) -> String {
    let ids: Vec<String> = (1..=count).map(|number| format!("${number}")).collect();
    format!(
        "SELECT command_id, position, actor, command_hash, of_parts FROM journal \
         WHERE part = 1 AND command_id IN ({})",
        ids.join(", ")
    )
}

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        $($(#[$doc])* pub(crate) const $name: &str = $text;)*
        /// Every fixed statement, for the test that prepares them all.
        #[cfg(test)]
        pub(crate) const ALL: &[&str] = &[$($name),*];
    };
}

statements! {
    SCHEMA_VERSION_FOUND = "SELECT MAX(version) FROM journal_schema";
    SCHEMA_VERSION_SET = "INSERT INTO journal_schema (version) VALUES ($1)";
    HEAD_FIRST = "INSERT INTO head (id, size, frontier) VALUES (1, 0, $1)";
    HEAD = "SELECT size, frontier FROM head WHERE id = 1";
    HEAD_ADVANCE = "UPDATE head SET size = $1, frontier = $2 WHERE id = 1 AND size = $3";
    LAST_POSITION = "SELECT COALESCE(MAX(position), 0) FROM journal";
    RECORDS_AFTER = "SELECT position, at, actor, command_id, command_hash, part, of_parts, events, leaf FROM journal \
                     WHERE position > $1 ORDER BY position LIMIT $2";
    LEAVES_AFTER = "SELECT position, leaf FROM journal WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3";
    SNAPSHOT_START = "INSERT INTO snapshot (id, format, position, frontier, parts, digest, complete) \
                      VALUES ($1, $2, $3, $4, $5, $6, 0)";
    SNAPSHOT_PART = "INSERT INTO snapshot_part (snapshot, part, bytes) VALUES ($1, $2, $3)";
    SNAPSHOT_COMPLETE = "UPDATE snapshot SET complete = 1 WHERE id = $1";
    SNAPSHOTS = "SELECT id, position, complete FROM snapshot WHERE format = $1 ORDER BY position DESC, id DESC";
    SNAPSHOT_LATEST = "SELECT id, position, frontier, parts, digest FROM snapshot \
                       WHERE format = $1 AND complete = 1 AND position <= $2 ORDER BY position DESC, id DESC LIMIT 1";
    SNAPSHOT_BYTES = "SELECT bytes FROM snapshot_part WHERE snapshot = $1 AND part = $2";
    SNAPSHOT_DROP = "DELETE FROM snapshot WHERE id = $1";
    SNAPSHOTS_DROP = "DELETE FROM snapshot";
    SNAPSHOTS_OLDER_FORMATS = "SELECT id FROM snapshot WHERE format < $1";
    BLOB_PUT = "INSERT INTO blob (hash, bytes) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING";
    BLOB = "SELECT bytes FROM blob WHERE hash = $1";
    BLOB_NAMES = "SELECT hash FROM blob ORDER BY hash";
}

#[cfg(test)]
mod tests {
    use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};

    use super::{ALL, INSERT_ROWS, find_commands, insert_records};
    use crate::store::on;
    use crate::testing::TestPlace;

    crate::both_stores! {
        async fn every_statement_prepares_on_the_schema(place: TestPlace) {
            let journal = place.open().await;
            let mut lease = journal.inner.store.reader().await.unwrap();
            let inserts = (0..=INSERT_ROWS.ilog2()).map(|power| insert_records(1 << power));
            let finds = (0..=INSERT_ROWS.ilog2()).map(|power| find_commands(1 << power));
            let statements = ALL.iter().map(|sql| (*sql).to_owned()).chain(inserts).chain(finds);
            for sql in statements {
                let text = sql.clone();
                let prepared = on!(lease.link(), c => c.prepare(AssertSqlSafe(sql).into_sql_str()).await.map(drop));
                assert!(prepared.is_ok(), "{text}: {prepared:?}");
            }
        }
    }
}
