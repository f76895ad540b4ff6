//! Where a journal is kept and how it is opened. Nothing here opens anything.

use std::convert::Infallible;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// A SQLite file or a PostgreSQL database.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A file on this machine.
    Sqlite(PathBuf),
    /// A `postgres://` address; it may hold a password, which is never shown.
    Postgres(String),
}

impl FromStr for Location {
    type Err = Infallible;

    /// Anything that starts with `postgres://` or `postgresql://` is a server; everything else is a path, with or without
    /// `sqlite://` or `sqlite:` before it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")).unwrap_or(text);
        Ok(Self::Sqlite(PathBuf::from(path)))
    }
}

impl From<&Path> for Location {
    fn from(path: &Path) -> Self {
        Self::Sqlite(path.to_owned())
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => path.display().fmt(f),
            Self::Postgres(url) => f.write_str(&without_secrets(url)),
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Location({self})")
    }
}

/// The address without user, password and parameters.
fn without_secrets(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let rest = rest.split('?').next().unwrap_or_default();
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    format!("{scheme}://{host}")
}

/// How a journal is opened. The defaults are those of a server; everything else is for audits and tests.
#[derive(Clone, Debug)]
pub struct Options {
    /// Make the journal when there is none. Default: yes.
    pub create: bool,
    /// Never write. Default: no.
    pub read_only: bool,
    /// Check on opening that the end of the journal is what its head says. Default: yes; an audit opens what is damaged.
    pub check_end: bool,
    /// How many connections reading may use at once. Default: 8.
    pub readers: u32,
    /// How long to wait for another writer before giving up with [`crate::Error::Locked`]. Default: 15 s.
    pub lock_timeout: Duration,
    /// How long another process's write may stay unseen by [`crate::Journal::watch`]. Default: 250 ms.
    pub poll: Duration,
    /// SQLite only.
    pub sqlite: SqliteOptions,
}

/// What tests change about SQLite; a server leaves it alone.
#[derive(Clone, Debug, Default)]
pub struct SqliteOptions {
    /// A registered virtual file system, which has no shared memory: one connection then does everything under an
    /// exclusive lock, and reading waits for a batch to end.
    pub vfs: Option<String>,
    /// Further `PRAGMA name = value`, set on the writing connection after the journal's own.
    pub pragmas: Vec<(String, String)>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            create: true,
            read_only: false,
            check_end: true,
            readers: 8,
            lock_timeout: Duration::from_secs(15),
            poll: Duration::from_millis(250),
            sqlite: SqliteOptions::default(),
        }
    }
}

impl Options {
    /// To look at a journal that may be damaged: nothing is written, made or checked on opening.
    #[must_use]
    pub fn audit() -> Self {
        Self { create: false, read_only: true, check_end: false, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_never_shows_a_password() {
        let location: Location =
            "postgres://muster:hunter2@db.example:5432/muster?sslpassword=x".parse().expect("infallible");
        assert_eq!(
            format!("{location} {location:?}"),
            "postgres://db.example:5432/muster Location(postgres://db.example:5432/muster)"
        );
    }

    #[test]
    fn a_path_is_a_sqlite_file_with_or_without_its_scheme() {
        for text in ["/tmp/a.db", "sqlite:///tmp/a.db", "sqlite:/tmp/a.db"] {
            assert_eq!(text.parse(), Ok(Location::Sqlite(PathBuf::from("/tmp/a.db"))));
        }
    }
}
