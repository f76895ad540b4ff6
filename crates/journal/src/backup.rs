//! Copying a whole journal, its datasets with it, between any two places: a backup is a SQLite file of its own whatever
//! the journal is kept in, and restoring is the same copy the other way. Snapshots stay behind; keys were never here.

use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions, Connection};

use crate::batch::Batch;
use crate::blob;
use crate::error::{Error, Result};
use crate::head::Head;
use crate::journal::Journal;
use crate::location::{Location, Options};
use crate::record::{NewRecord, Record};
use crate::tree::Frontier;

/// Records copied between two reports.
const CHUNK: usize = 1_000;

/// How far a copy has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Records copied so far.
    pub records: u64,
    /// Records to copy.
    pub of: u64,
}

impl Journal {
    /// Writes a portable copy of the journal and its datasets to a new file, checked record by record and against the
    /// head. The file appears under its name only when it is whole.
    ///
    /// # Errors
    /// [`Error::File`] when the file exists or cannot be written; [`Error::Damaged`] or [`Error::HeadMismatch`] when this
    /// journal is not sound: then there is no file.
    pub async fn backup(&self, to: &Path, progress: &mut (dyn FnMut(Copied) + Send)) -> Result<Head> {
        if to.exists() {
            return Err(file(to, "it exists already; name a new file"));
        }
        let mut partial = to.as_os_str().to_owned();
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        if partial.exists() {
            std::fs::remove_file(&partial).map_err(|error| file(&partial, error))?;
        }
        let copy = Self::open(&Location::Sqlite(partial.clone()), Options::default()).await?;
        let copied = copy_all(self, &copy, progress).await;
        copy.close().await;
        let finished = match copied {
            Ok(head) => finish(&partial, to).await.map(|()| head),
            Err(error) => Err(error),
        };
        if finished.is_err() {
            for end in ["", "-wal", "-shm"] {
                let mut left = partial.as_os_str().to_owned();
                left.push(end);
                // the error that matters is the one being returned
                drop(std::fs::remove_file(left));
            }
        }
        finished
    }
}

/// Copies a backup into an empty or new journal, whole or not at all.
///
/// # Errors
/// [`Error::CannotOpen`] when the target already has records; otherwise as [`Journal::backup`].
pub async fn restore(from: &Path, to: &Location, progress: &mut (dyn FnMut(Copied) + Send)) -> Result<Head> {
    let reading = Options { read_only: true, create: false, ..Options::default() };
    let backup = Journal::open(&Location::Sqlite(from.to_owned()), reading).await?;
    let target = Journal::open(to, Options::default()).await?;
    let restored = copy_all(&backup, &target, progress).await;
    backup.close().await;
    target.close().await;
    restored
}

/// One batch for everything: whole or not at all.
async fn copy_all(from: &Journal, to: &Journal, progress: &mut (dyn FnMut(Copied) + Send)) -> Result<Head> {
    let of = from.head().await?.size;
    let mut batch = to.begin().await?;
    if batch.begun_at().size > 0 {
        let detail = format!("it already has {} records; restore into a new place", batch.begun_at().size);
        batch.rollback().await;
        return Err(Error::CannotOpen { location: to.location().to_string(), detail });
    }
    copy_blobs(from, &mut batch).await?;
    let mut tail = from.tail(Frontier::new());
    loop {
        let records = tail.next(CHUNK).await?;
        if records.is_empty() {
            break;
        }
        let records: Vec<NewRecord> = records.into_iter().map(again).collect();
        batch.append(&records).await?;
        progress(Copied { records: tail.position().0, of: of.max(tail.position().0) });
    }
    batch.commit().await
}

async fn copy_blobs(from: &Journal, batch: &mut Batch) -> Result<()> {
    for hash in from.blobs().await? {
        if let Some(bytes) = from.blob(hash).await? {
            blob::put(batch.lease(), hash, &bytes).await?;
        }
    }
    Ok(())
}

fn again(record: Record) -> NewRecord {
    NewRecord {
        at: record.at,
        actor: record.actor,
        command_id: record.command_id,
        command_hash: record.command_hash,
        part: record.part,
        of: record.of,
        events: record.events,
    }
}

/// Leaves one file that can be read from a read-only folder, and gives it its name once its bytes are on the disk.
async fn finish(partial: &Path, to: &Path) -> Result<()> {
    let single = SqliteConnectOptions::new().filename(partial).journal_mode(SqliteJournalMode::Delete);
    let connection = single.disable_statement_logging().connect().await.map_err(Error::from_sqlx)?;
    connection.close().await.map_err(Error::from_sqlx)?;
    let sync =
        |path: &Path| std::fs::File::open(path).and_then(|open| open.sync_all()).map_err(|error| file(path, error));
    sync(partial)?;
    std::fs::rename(partial, to).map_err(|error| file(to, error))?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sync(folder)
}

fn file(path: &Path, detail: impl ToString) -> Error {
    Error::File { path: path.display().to_string(), detail: detail.to_string() }
}
