//! What one row of the journal is, and the exact bytes that its Merkle leaf covers. What the events mean is never known here.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Damage, Error, Result};
use crate::hash::Hash;

/// The most bytes of event text one record may hold (1 MB). The desk cuts a larger command into parts.
pub const MAX_EVENTS_BYTES: usize = 1_000_000;

/// The place of a record, counted from 1 without gaps; 0 is the empty journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Position(pub u64);

impl Position {
    /// Before the first record.
    pub const START: Self = Self(0);

    /// The place right after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    pub(crate) fn to_sql(self) -> i64 {
        // INVARIANT: positions count records; a journal of 2^63 records cannot be stored.
        i64::try_from(self.0).expect("a position counts stored records and so fits an i64")
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A record about to be appended; the journal gives it its position and its leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRecord {
    /// When the command was decided, in microseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// Who gave the command, as the desk writes it.
    pub actor: String,
    /// Names the command, so that a retry is recognised.
    pub command_id: Uuid,
    /// Digest of the command's body, so that the same id with another body is recognised.
    pub command_hash: Hash,
    /// Which part of its command this record is, from 1.
    pub part: u32,
    /// How many parts the command has. The parts of a command lie side by side in one batch.
    pub of: u32,
    /// The events as JSON text, stored byte for byte.
    pub events: String,
}

/// A record as it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its place.
    pub position: Position,
    /// When the command was decided, in microseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// Who gave the command.
    pub actor: String,
    /// Names the command.
    pub command_id: Uuid,
    /// Digest of the command's body.
    pub command_hash: Hash,
    /// Which part of its command this record is, from 1.
    pub part: u32,
    /// How many parts the command has.
    pub of: u32,
    /// The events as JSON text, exactly as stored.
    pub events: String,
    /// The Merkle leaf: see [`leaf_of`].
    pub leaf: Hash,
}

/// A row as the database hands it over, nothing checked yet.
#[derive(Clone, Debug)]
pub(crate) struct StoredRow {
    pub position: i64,
    pub at: i64,
    pub actor: String,
    pub command_id: String,
    pub command_hash: Vec<u8>,
    pub part: i64,
    pub of: i64,
    pub events: String,
    pub leaf: Vec<u8>,
}

impl StoredRow {
    pub(crate) fn new(position: Position, record: &NewRecord) -> Self {
        let mut row = Self {
            position: position.to_sql(),
            at: record.at,
            actor: record.actor.clone(),
            command_id: record.command_id.hyphenated().to_string(),
            command_hash: record.command_hash.0.to_vec(),
            part: i64::from(record.part),
            of: i64::from(record.of),
            events: record.events.clone(),
            leaf: Vec::new(),
        };
        row.leaf = leaf(&row).0.to_vec();
        row
    }

    /// The record, if its bytes are those that its leaf was computed over.
    pub(crate) fn check(self) -> Result<Record> {
        let position = Position(u64::try_from(self.position).unwrap_or(0));
        let damaged = |damage| Error::Damaged { position, damage };
        let stored = Hash::from_slice(&self.leaf).ok_or_else(|| damaged(Damage::LeafMalformed))?;
        let computed = leaf(&self);
        if computed != stored {
            return Err(damaged(Damage::BytesChanged { stored, computed }));
        }
        let column = |name| damaged(Damage::ColumnMalformed(name));
        Ok(Record {
            position,
            at: self.at,
            command_id: Uuid::parse_str(&self.command_id).map_err(|_| column("command_id"))?,
            command_hash: Hash::from_slice(&self.command_hash).ok_or_else(|| column("command_hash"))?,
            part: u32::try_from(self.part).map_err(|_| column("part"))?,
            of: u32::try_from(self.of).map_err(|_| column("of_parts"))?,
            actor: self.actor,
            events: self.events,
            leaf: stored,
        })
    }
}

impl From<&Record> for StoredRow {
    fn from(record: &Record) -> Self {
        Self {
            position: record.position.to_sql(),
            at: record.at,
            actor: record.actor.clone(),
            command_id: record.command_id.hyphenated().to_string(),
            command_hash: record.command_hash.0.to_vec(),
            part: i64::from(record.part),
            of: i64::from(record.of),
            events: record.events.clone(),
            leaf: record.leaf.0.to_vec(),
        }
    }
}

/// The Merkle leaf that a record's own fields give, to be compared with the one it carries:
/// `SHA-256(0x00 ‖ body)`, where body is every stored column in this order, integers big-endian two's
/// complement, each variable column preceded by its length in bytes as 8 bytes:
///
/// `0x01` (version of this form) ‖ position (8) ‖ at (8) ‖ part (8) ‖ `of_parts` (8)
/// ‖ len, actor ‖ len, `command_id` (text) ‖ len, `command_hash` ‖ len, events
#[must_use]
pub fn leaf_of(record: &Record) -> Hash {
    leaf(&StoredRow::from(record))
}

/// See [`leaf_of`] for the form.
fn leaf(row: &StoredRow) -> Hash {
    const LEAF: u8 = 0x00;
    const FORM: u8 = 0x01;
    let length = |bytes: &[u8]| (bytes.len() as u64).to_be_bytes();
    let (actor, id) = (row.actor.as_bytes(), row.command_id.as_bytes());
    let (hash, events) = (row.command_hash.as_slice(), row.events.as_bytes());
    Hash::of(&[
        &[LEAF, FORM],
        &row.position.to_be_bytes(),
        &row.at.to_be_bytes(),
        &row.part.to_be_bytes(),
        &row.of.to_be_bytes(),
        &length(actor),
        actor,
        &length(id),
        id,
        &length(hash),
        hash,
        &length(events),
        events,
    ])
}
