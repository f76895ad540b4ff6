//! Snapshots of whatever the desk wants to start from: opaque bytes at a position, with the Merkle frontier there so that
//! the records after it can be checked against the head. They are cut into parts, each its own short transaction, so
//! that storing one never holds the writer up for long. Losing one loses only time.

use uuid::Uuid;

use crate::error::{Error, Result};
use crate::hash::Hash;
use crate::journal::Journal;
use crate::reading;
use crate::record::Position;
use crate::sql;
use crate::store::{Lease, Purpose, on};
use crate::tree::Frontier;

/// How many snapshots of a format are kept: the newest, and the one before in case the newest is damaged.
pub const KEPT_SNAPSHOTS: usize = 2;

/// The bytes one part holds.
const PART_BYTES: usize = 1 << 20;

/// A stored snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Names it; for [`Journal::drop_snapshot`].
    pub id: Uuid,
    /// The last record it contains.
    pub position: Position,
    /// The tree over everything up to that record; hand it to [`Journal::tail`].
    pub frontier: Frontier,
    /// The bytes as they were put.
    pub bytes: Vec<u8>,
}

/// A snapshot's row without its bytes.
struct Header {
    id: String,
    position: Position,
    frontier: Option<Frontier>,
    parts: i64,
    digest: Vec<u8>,
}

impl Journal {
    /// Stores a snapshot and removes those beyond the newest [`KEPT_SNAPSHOTS`] of its format and all of older formats.
    ///
    /// # Errors
    /// [`Error::NoSuchPosition`] for a position after the head; a failure in between leaves an incomplete snapshot that
    /// is never served and goes with the next one.
    pub async fn put_snapshot(&self, position: Position, format: u32, bytes: &[u8]) -> Result<()> {
        let frontier = self.frontier_at(position, format).await?;
        let id = Uuid::new_v4().hyphenated().to_string();
        let parts = bytes.len().div_ceil(PART_BYTES);
        let digest = Hash::of(&[bytes]).0.to_vec();
        // INVARIANT: a slice is shorter than 2^63 bytes
        let number = |count: usize| i64::try_from(count).expect("a count of parts fits an i64");

        let mut lease = self.aside().await?;
        on!(lease.link(), c => {
            sqlx::query(sql::SNAPSHOT_START)
                .bind(id.as_str())
                .bind(i64::from(format))
                .bind(position.to_sql())
                .bind(frontier.to_bytes())
                .bind(number(parts))
                .bind(digest)
                .execute(c)
                .await
                .map(drop)
        })
        .map_err(Error::from_sqlx)?;
        self.inner.store.commit(lease, None).await?;

        for (part, bytes) in bytes.chunks(PART_BYTES).enumerate() {
            let mut lease = self.aside().await?;
            on!(lease.link(), c => {
                sqlx::query(sql::SNAPSHOT_PART).bind(id.as_str()).bind(number(part)).bind(bytes).execute(c).await.map(drop)
            })
            .map_err(Error::from_sqlx)?;
            self.inner.store.commit(lease, None).await?;
        }

        let mut lease = self.aside().await?;
        on!(lease.link(), c => sqlx::query(sql::SNAPSHOT_COMPLETE).bind(id.as_str()).execute(c).await.map(drop))
            .map_err(Error::from_sqlx)?;
        prune(&mut lease, position, format).await?;
        self.inner.store.commit(lease, None).await
    }

    /// The newest snapshot of a format whose bytes are those that were put. A damaged one is named in the log and passed over.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn latest_snapshot(&self, format: u32) -> Result<Option<Snapshot>> {
        let mut lease = self.inner.store.reader().await?;
        let mut newest = Position(reading::frontier(&mut lease).await?.size());
        while let Some(header) = latest_header(&mut lease, format, newest).await? {
            let position = header.position;
            match load(&mut lease, header).await {
                Ok(snapshot) => return Ok(Some(snapshot)),
                Err(error @ Error::BytesDamaged { .. }) => {
                    tracing::warn!(%error, "passed over a damaged snapshot")
                }
                Err(other) => return Err(other),
            }
            let Some(before) = position.0.checked_sub(1) else {
                break;
            };
            newest = Position(before);
        }
        Ok(None)
    }

    /// Removes a snapshot, for instance one that does not decrypt.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn drop_snapshot(&self, id: Uuid) -> Result<()> {
        let mut lease = self.aside().await?;
        drop_one(&mut lease, &id.hyphenated().to_string()).await?;
        self.inner.store.commit(lease, None).await
    }

    /// Removes every snapshot, for instance after a person's key was erased.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn drop_snapshots(&self) -> Result<()> {
        let mut lease = self.aside().await?;
        on!(lease.link(), c => sqlx::query(sql::SNAPSHOTS_DROP).execute(c).await.map(drop))
            .map_err(Error::from_sqlx)?;
        self.inner.store.commit(lease, None).await
    }

    pub(crate) async fn aside(&self) -> Result<Lease> {
        self.inner.store.begin(Purpose::Aside).await
    }

    /// The tree as it was at a position, from the nearest place it is known at.
    async fn frontier_at(&self, position: Position, format: u32) -> Result<Frontier> {
        let mut lease = self.inner.store.reader().await?;
        let head = reading::frontier(&mut lease).await?;
        if position.0 > head.size() {
            return Err(Error::NoSuchPosition { asked: position, size: head.size() });
        }
        if position.0 == head.size() {
            return Ok(head);
        }
        let known = latest_header(&mut lease, format, position).await?.and_then(|header| header.frontier);
        let mut frontier = known.unwrap_or_default();
        frontier.extend(reading::leaves(&mut lease, Position(frontier.size()), position).await?);
        Ok(frontier)
    }
}

async fn latest_header(lease: &mut Lease, format: u32, upto: Position) -> Result<Option<Header>> {
    /// id, position, peaks, parts, digest
    type Row = (String, i64, Vec<u8>, i64, Vec<u8>);
    let row: Option<Row> = on!(lease.link(), c => {
        sqlx::query_as(sql::SNAPSHOT_LATEST).bind(i64::from(format)).bind(upto.to_sql()).fetch_optional(c).await
    })
    .map_err(Error::from_sqlx)?;
    Ok(row.map(|(id, position, peaks, parts, digest)| {
        let position = Position(u64::try_from(position).unwrap_or(0));
        Header { id, position, frontier: Frontier::from_bytes(position.0, &peaks), parts, digest }
    }))
}

async fn load(lease: &mut Lease, header: Header) -> Result<Snapshot> {
    let damaged = |detail: &str| Error::BytesDamaged {
        what: format!("snapshot at position {}", header.position),
        detail: detail.to_owned(),
    };
    let mut bytes = Vec::new();
    for part in 0..header.parts {
        let found: Option<Vec<u8>> = on!(lease.link(), c => {
            sqlx::query_scalar(sql::SNAPSHOT_BYTES).bind(header.id.as_str()).bind(part).fetch_optional(c).await
        })
        .map_err(Error::from_sqlx)?;
        bytes.append(&mut found.ok_or_else(|| damaged("a part is missing"))?);
    }
    if Hash::from_slice(&header.digest) != Some(Hash::of(&[&bytes])) {
        return Err(damaged("its bytes were changed"));
    }
    Ok(Snapshot {
        id: Uuid::parse_str(&header.id).map_err(|_| damaged("its name is no UUID"))?,
        position: header.position,
        frontier: header.frontier.ok_or_else(|| damaged("its tree does not fit its position"))?,
        bytes,
    })
}

/// Removes what the snapshot just completed makes superfluous: all but the newest complete ones of its format, incomplete
/// ones before it (their writer stopped or is overtaken) and everything of older formats.
async fn prune(lease: &mut Lease, position: Position, format: u32) -> Result<()> {
    let all: Vec<(String, i64, i64)> =
        on!(lease.link(), c => sqlx::query_as(sql::SNAPSHOTS).bind(i64::from(format)).fetch_all(c).await)
            .map_err(Error::from_sqlx)?;
    let older: Vec<String> =
        on!(lease.link(), c => sqlx::query_scalar(sql::SNAPSHOTS_OLDER_FORMATS).bind(i64::from(format)).fetch_all(c).await)
            .map_err(Error::from_sqlx)?;
    let (complete, incomplete): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, _, complete)| *complete == 1);
    let surplus = complete.into_iter().skip(KEPT_SNAPSHOTS);
    let stopped = incomplete.into_iter().filter(|(_, at, _)| *at < position.to_sql());
    for id in surplus.chain(stopped).map(|(id, _, _)| id).chain(older) {
        drop_one(lease, &id).await?;
    }
    Ok(())
}

async fn drop_one(lease: &mut Lease, id: &str) -> Result<()> {
    on!(lease.link(), c => sqlx::query(sql::SNAPSHOT_DROP).bind(id).execute(c).await.map(drop))
        .map_err(Error::from_sqlx)
}
