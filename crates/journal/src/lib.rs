//! # The journal
//!
//! The append-only truth of Muster, in one SQLite file or one PostgreSQL database. A record holds the events that one
//! command caused, who gave it, when, and a command id that makes a retry harmless. **What an event means is never known
//! here**: events are JSON text, stored and served byte for byte.
//!
//! ## Invariants
//!
//! 1. **Append only.** No statement updates or deletes a record. Positions start at 1 and have no gaps: they are assigned
//!    under the one writer lock (`BEGIN IMMEDIATE`, or a transaction-level advisory lock), never by a sequence.
//! 2. **Durable before answered.** When [`Batch::commit`] returns, the records survive the machine (`synchronous=FULL`,
//!    `fsync`). A commit whose answer was lost is [`Error::OutcomeUnknown`] and nothing else is.
//! 3. **Whole or not at all.** A batch that is dropped, refused or cut off leaves nothing behind, and the journal can be
//!    used again afterwards. The parts of a large command lie side by side in one batch.
//! 4. **Once.** A command id has one set of records; [`Journal::find_command`] gives the first answer's place.
//! 5. **Proven.** Each record is a leaf of an RFC 6962 Merkle tree over its exact stored bytes ([`record::leaf_of`]).
//!    Every record is checked against its leaf when it is read; [`Tail`] checks the whole against the head. The `head`
//!    row is an accelerator, written in the batch's own transaction and verified by [`audit::verify`].
//! 6. **Beside the journal, never in it**: snapshots (opaque bytes, at most two a format) and datasets (bytes named by
//!    their hash). Losing a snapshot loses only time.
//! 7. No clock, no randomness but the name of a snapshot, no knowledge of commands.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it stands"))]

pub mod audit;
mod backup;
mod batch;
mod blob;
mod error;
mod hash;
mod head;
mod journal;
mod location;
pub mod proof;
mod prove;
mod reading;
pub mod record;
mod snapshot;
mod sql;
mod store;
mod tail;
#[cfg(feature = "testing")]
pub mod testing;
pub mod tree;

pub use backup::{Copied, restore};
pub use batch::Batch;
pub use error::{Damage, Error, Result};
pub use hash::{Hash, NotAHash};
pub use head::{Head, SignedHead, VerifiedHead, key_id};
pub use journal::{FirstAnswer, Journal};
pub use location::{Location, Options, SqliteOptions};
pub use prove::{ConsistencyProof, InclusionProof};
pub use record::{MAX_EVENTS_BYTES, NewRecord, Position, Record};
pub use snapshot::{KEPT_SNAPSHOTS, Snapshot};
pub use tail::Tail;
pub use tree::Frontier;
