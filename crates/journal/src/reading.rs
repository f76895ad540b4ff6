//! The questions that reading, batches, snapshots and audits all ask of a connection. Every record that leaves here has
//! been checked against its leaf and its place.

use std::collections::HashMap;

use sqlx::{ColumnIndex, Decode, Row, Type};

use crate::error::{Damage, Error, Result};
use crate::hash::Hash;
use crate::journal::FirstAnswer;
use crate::record::{Position, Record, StoredRow};
use crate::sql;
use crate::store::{Lease, on};
use crate::tree::Frontier;
use uuid::Uuid;

/// The stored frontier, which is the head.
pub(crate) async fn frontier(lease: &mut Lease) -> Result<Frontier> {
    let row: Option<(i64, Vec<u8>)> =
        on!(lease.link(), c => sqlx::query_as(sql::HEAD).fetch_optional(c).await).map_err(Error::from_sqlx)?;
    let missing = || Error::HeadMismatch { detail: "its head row is missing".to_owned() };
    let (size, peaks) = row.ok_or_else(missing)?;
    u64::try_from(size).ok().and_then(|size| Frontier::from_bytes(size, &peaks)).ok_or_else(|| Error::HeadMismatch {
        detail: format!("the head row says {size} records but holds {} bytes of tree", peaks.len()),
    })
}

/// The newest position by the records themselves.
pub(crate) async fn last_position(lease: &mut Lease) -> Result<Position> {
    let last: i64 =
        on!(lease.link(), c => sqlx::query_scalar(sql::LAST_POSITION).fetch_one(c).await).map_err(Error::from_sqlx)?;
    Ok(Position(u64::try_from(last).unwrap_or(0)))
}

/// At most `limit` rows after a position as they stand, unchecked.
pub(crate) async fn rows_after(lease: &mut Lease, after: Position, limit: usize) -> Result<Vec<Result<StoredRow>>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = on!(lease.link(), c => {
        sqlx::query(sql::RECORDS_AFTER)
            .bind(after.to_sql())
            .bind(limit)
            .fetch_all(c)
            .await
            .map(|rows| rows.iter().map(stored_row).collect())
    });
    rows.map_err(Error::from_sqlx)
}

/// At most `limit` records after a position, each checked against its leaf and its place.
pub(crate) async fn records_after(lease: &mut Lease, after: Position, limit: usize) -> Result<Vec<Record>> {
    let rows = rows_after(lease, after, limit).await?;
    let mut records = Vec::with_capacity(rows.len());
    let mut expected = after;
    for row in rows {
        expected = expected.next();
        let row = row?;
        if row.position != expected.to_sql() {
            return Err(Error::Damaged { position: expected, damage: Damage::Missing });
        }
        records.push(row.check()?);
    }
    Ok(records)
}

/// The leaves of positions `after + 1 ..= upto` as stored.
///
/// # Errors
/// [`Error::Damaged`] when one of them is missing or no hash.
pub(crate) async fn leaves(lease: &mut Lease, after: Position, upto: Position) -> Result<Vec<Hash>> {
    const CHUNK: i64 = 10_000;
    let count = usize::try_from(upto.0.saturating_sub(after.0)).unwrap_or(usize::MAX);
    let mut leaves = Vec::with_capacity(count.min(1 << 24));
    let mut place = after;
    while place < upto {
        let rows: Vec<(i64, Vec<u8>)> = on!(lease.link(), c => {
            sqlx::query_as(sql::LEAVES_AFTER).bind(place.to_sql()).bind(upto.to_sql()).bind(CHUNK).fetch_all(c).await
        })
        .map_err(Error::from_sqlx)?;
        if rows.is_empty() {
            return Err(Error::Damaged { position: place.next(), damage: Damage::Missing });
        }
        for (position, leaf) in rows {
            place = place.next();
            let damaged = |damage| Error::Damaged { position: place, damage };
            if position != place.to_sql() {
                return Err(damaged(Damage::Missing));
            }
            leaves.push(Hash::from_slice(&leaf).ok_or_else(|| damaged(Damage::LeafMalformed))?);
        }
    }
    Ok(leaves)
}

/// Where the records of commands lie; those never taken are left out.
pub(crate) async fn find_commands(lease: &mut Lease, ids: &[Uuid]) -> Result<HashMap<Uuid, FirstAnswer>> {
    /// `command_id`, position, actor, `command_hash`, `of_parts`
    type Row = (String, i64, String, Vec<u8>, i64);
    let mut found = HashMap::new();
    for ids in ids.chunks(sql::INSERT_ROWS) {
        // a few statements serve any number of ids: the last id fills the list up to a power of two
        let count = ids.len().next_power_of_two();
        let filled = ids.iter().chain(ids.last().into_iter().cycle()).take(count);
        let rows: Vec<Row> = on!(lease.link(), c => {
            let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql::find_commands(count)));
            for id in filled {
                query = query.bind(id.hyphenated().to_string());
            }
            query.fetch_all(c).await
        })
        .map_err(Error::from_sqlx)?;
        for (id, first, actor, hash, parts) in rows {
            let first = Position(u64::try_from(first).unwrap_or(0));
            let damaged = |column| Error::Damaged { position: first, damage: Damage::ColumnMalformed(column) };
            let id = Uuid::parse_str(&id).map_err(|_| damaged("command_id"))?;
            let parts = u64::try_from(parts).ok().filter(|parts| *parts > 0).ok_or_else(|| damaged("of_parts"))?;
            let command_hash = Hash::from_slice(&hash).ok_or_else(|| damaged("command_hash"))?;
            found.insert(id, FirstAnswer { actor, command_hash, first, last: Position(first.0 + parts - 1) });
        }
    }
    Ok(found)
}

/// Where the records of one command lie.
pub(crate) async fn find_command(lease: &mut Lease, id: Uuid) -> Result<Option<FirstAnswer>> {
    Ok(find_commands(lease, &[id]).await?.remove(&id))
}

/// A row as stored; a column that cannot be read names the record it belongs to.
fn stored_row<'r, R>(row: &'r R) -> Result<StoredRow>
where
    R: Row,
    usize: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
{
    let position: i64 = row.try_get(0).map_err(Error::from_sqlx)?;
    let malformed = |column| {
        let position = Position(u64::try_from(position).unwrap_or(0));
        move |_: sqlx::Error| Error::Damaged { position, damage: Damage::ColumnMalformed(column) }
    };
    Ok(StoredRow {
        position,
        at: row.try_get(1).map_err(malformed("at"))?,
        actor: row.try_get(2).map_err(malformed("actor"))?,
        command_id: row.try_get(3).map_err(malformed("command_id"))?,
        command_hash: row.try_get(4).map_err(malformed("command_hash"))?,
        part: row.try_get(5).map_err(malformed("part"))?,
        of: row.try_get(6).map_err(malformed("of_parts"))?,
        events: row.try_get(7).map_err(malformed("events"))?,
        leaf: row.try_get(8).map_err(malformed("leaf"))?,
    })
}
