//! What can go wrong with a journal, each with a sentence on how to mend it; and the reading of both databases' own
//! error codes. Nothing here retries.

use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

use crate::hash::Hash;
use crate::record::Position;

/// The result of everything a journal does.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the journal could not do what was asked. After any of these the journal can be used again: a batch that failed
/// has left nothing behind, and reads go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No room for the write; nothing of the batch was stored.
    #[error(
        "the disk that holds the journal is full; nothing of this batch was stored and reads go on. \
             Free space or move the journal to a larger disk, then give the command again ({detail})"
    )]
    DiskFull {
        /// The database's own words.
        detail: String,
    },
    /// The journal may be read but not written.
    #[error(
        "the journal is read-only; reads go on. Give this user write permission on the file and its folder, \
             or on PostgreSQL connect to the primary server ({detail})"
    )]
    ReadOnly {
        /// The database's own words.
        detail: String,
    },
    /// The database went away before a commit was asked for, so nothing of the batch was stored.
    #[error(
        "the connection to the journal's database was cut; nothing of this batch was stored. \
             Check that the server runs and can be reached; the next call connects again ({detail})"
    )]
    ConnectionLost {
        /// The database's own words.
        detail: String,
    },
    /// The commit was sent and its answer never came: the batch is stored whole or not at all.
    #[error(
        "it is unknown whether the batch was stored: the answer to its commit was lost. \
             Look its command ids up before answering ({detail})"
    )]
    OutcomeUnknown {
        /// The database's own words.
        detail: String,
    },
    /// A later version of Muster made this database.
    #[error(
        "this journal has schema version {found}, and this program knows versions up to {known}. \
             Use the newer program that wrote it, or restore a backup from before the upgrade"
    )]
    NewerSchema {
        /// The version found in the database.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// Another writer holds the lock for longer than the time allowed.
    #[error(
        "another process holds the journal's writer lock and did not let go in time; nothing was stored. \
             Try again; if it stays, look for a stopped or hanging server on the same journal ({detail})"
    )]
    Locked {
        /// The database's own words.
        detail: String,
    },
    /// The place given holds no journal, or nothing that can be opened.
    #[error(
        "cannot open the journal at {location}: {detail}. \
             Check the path or address, its permissions, and that it is a Muster journal"
    )]
    CannotOpen {
        /// Where it was looked for, without any password.
        location: String,
        /// What stood in the way.
        detail: String,
    },
    /// A record is not what was once appended.
    #[error(
        "the record at position {position} is damaged: {damage}. It is not served. \
             Restore the journal from a backup; `muster audit verify` lists what else is wrong"
    )]
    Damaged {
        /// Where.
        position: Position,
        /// How.
        damage: Damage,
    },
    /// The stored head and the records disagree.
    #[error(
        "the journal's head does not match its records: {detail}. \
             Run `muster audit verify`; if a record is named there, restore from a backup"
    )]
    HeadMismatch {
        /// What disagrees with what.
        detail: String,
    },
    /// The database file itself is broken.
    #[error("the database that holds the journal is damaged. Restore it from a backup ({detail})")]
    DatabaseDamaged {
        /// The database's own words.
        detail: String,
    },
    /// Stored bytes beside the journal (a dataset or a snapshot) are not those that were put.
    #[error("the stored {what} is damaged: {detail}. Put it again from its source")]
    BytesDamaged {
        /// Which dataset or snapshot.
        what: String,
        /// What was found.
        detail: String,
    },
    /// A record that the journal does not take.
    #[error("the record of command {command_id} was refused: {reason}")]
    RefusedRecord {
        /// The command whose record it was.
        command_id: uuid::Uuid,
        /// What is wrong with it and what would mend it.
        reason: String,
    },
    /// The batch names a command that the journal already holds.
    #[error(
        "a command of this batch is in the journal already; nothing was stored. \
             Look its id up with find_command and give the first answer again ({detail})"
    )]
    RepeatedCommand {
        /// The database's own words.
        detail: String,
    },
    /// A position that the journal does not have.
    #[error("there is no position {asked} in a journal of {size} records")]
    NoSuchPosition {
        /// The position asked for.
        asked: Position,
        /// How many records there are.
        size: u64,
    },
    /// A signed head or a proof that does not hold.
    #[error("not proven: {0}")]
    NotProven(String),
    /// An earlier call of this batch failed, so it can only be dropped.
    #[error("this batch failed earlier and cannot go on; drop it and begin another")]
    BatchFailed,
    /// The operating system refused a file.
    #[error("cannot use {path}: {detail}")]
    File {
        /// The file.
        path: String,
        /// The system's own words.
        detail: String,
    },
    /// Anything else that the database answered.
    #[error("the journal's database refused: {detail}")]
    Database {
        /// The database's own words.
        detail: String,
    },
}

/// How a record differs from what was appended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// There is no record at this position although there are later ones.
    #[error("it is missing")]
    Missing,
    /// A column was changed after it was written.
    #[error("its bytes were changed (its leaf says {stored}, its bytes give {computed})")]
    BytesChanged {
        /// The leaf stored with the record.
        stored: Hash,
        /// The leaf that its columns give.
        computed: Hash,
    },
    /// The leaf column does not hold 32 bytes.
    #[error("its leaf is not a hash of 32 bytes")]
    LeafMalformed,
    /// A column does not hold the kind of value it should.
    #[error("its column {0} does not hold a value of its kind")]
    ColumnMalformed(&'static str),
}

impl Error {
    /// What a database error means for any call but a commit.
    pub(crate) fn from_sqlx(error: sqlx::Error) -> Self {
        let detail = error.to_string();
        match error {
            sqlx::Error::Database(inner) => {
                if let Some(lite) = inner.try_downcast_ref::<SqliteError>() {
                    Self::from_sqlite(lite, detail)
                } else if let Some(pg) = inner.try_downcast_ref::<PgDatabaseError>() {
                    Self::from_postgres(pg.code(), detail)
                } else {
                    Self::Database { detail }
                }
            }
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Protocol(_) => Self::ConnectionLost { detail },
            _ => Self::Database { detail },
        }
    }

    /// The primary result code is the low byte of SQLite's extended code.
    fn from_sqlite(error: &SqliteError, detail: String) -> Self {
        use sqlx::error::DatabaseError;
        const BUSY: i32 = 5;
        const LOCKED: i32 = 6;
        const READONLY: i32 = 8;
        const CORRUPT: i32 = 11;
        const FULL: i32 = 13;
        const CANTOPEN: i32 = 14;
        const NOTADB: i32 = 26;
        if error.is_unique_violation() {
            return Self::RepeatedCommand { detail };
        }
        let code = error.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or(0);
        match code & 0xff {
            FULL => Self::DiskFull { detail },
            READONLY => Self::ReadOnly { detail },
            BUSY | LOCKED => Self::Locked { detail },
            CORRUPT | NOTADB => Self::DatabaseDamaged { detail },
            CANTOPEN => Self::File { path: "the journal's file".to_owned(), detail },
            _ => Self::Database { detail },
        }
    }

    fn from_postgres(code: &str, detail: String) -> Self {
        match code {
            "53100" => Self::DiskFull { detail },
            "25006" => Self::ReadOnly { detail },
            "55P03" | "40P01" => Self::Locked { detail },
            "23505" => Self::RepeatedCommand { detail },
            "XX001" | "XX002" => Self::DatabaseDamaged { detail },
            // 08: connection exceptions; 57P: the server is shutting down or ended this session; 25P03: it sat idle
            _ if code.starts_with("08") || code.starts_with("57P") || code == "25P03" || code == "53300" => {
                Self::ConnectionLost { detail }
            }
            _ => Self::Database { detail },
        }
    }

    /// What a database error means when it is the answer to COMMIT: where the answer does not say for certain that
    /// nothing was stored, the outcome is unknown.
    pub(crate) fn from_commit(error: sqlx::Error) -> Self {
        match Self::from_sqlx(error) {
            Self::ConnectionLost { detail } => Self::OutcomeUnknown { detail },
            // SQLite: an input/output error while syncing may leave a whole commit in the log
            Self::Database { detail } => Self::OutcomeUnknown { detail },
            certain => certain,
        }
    }
}
