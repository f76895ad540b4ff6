//! Commands that were given before: the first answer again, from the journal.

use muster_domain::Position;
use muster_journal::{Batch, FirstAnswer, Hash};

use super::{Accepted, Rejected, Submission};
use crate::codec::{Actor, created_ids, read_sealed};

/// The answer to a command whose id the journal holds: the first one where actor and body are the same.
pub(super) async fn first_answer(
    batch: &mut Batch,
    first: &FirstAnswer,
    submission: &Submission,
    hash: Hash,
) -> Result<Accepted, Rejected> {
    if first.actor != Actor::from(submission.actor).to_string() || first.command_hash != hash {
        return Err(Rejected::Reused);
    }
    let unavailable = |error: &dyn std::fmt::Display| Rejected::Unavailable(error.to_string());
    let before = muster_journal::Position(first.first.0.saturating_sub(1));
    let parts = usize::try_from(first.last.0 - before.0).unwrap_or(usize::MAX);
    let records = batch.records_after(before, parts).await.map_err(|error| unavailable(&error))?;
    let mut created = Vec::new();
    for record in records {
        created.extend(created_ids(&read_sealed(&record.events).map_err(|error| unavailable(&error))?));
    }
    Ok(Accepted { position: Position(first.last.0), created, repeated: true })
}
