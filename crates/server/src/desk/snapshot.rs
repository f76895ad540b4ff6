//! Stored Worlds to start from. A snapshot holds personal facts in the clear inside the World, so its bytes are sealed
//! with the vault's snapshot key; erasing anybody replaces that key. A snapshot that cannot be used costs time, no more.

use std::sync::Arc;

use muster_domain::World;
use muster_journal::{Frontier, Journal, Position};
use uuid::Uuid;

use crate::codec::{Key, open, seal};
use crate::vault::{Vault, VaultError};

/// The form of a snapshot's bytes. Snapshots of lower forms are removed when one of this form is stored.
const FORMAT: u32 = 1;

/// What the World's types looked like when this program was built: see `build.rs`.
const SHAPE: &str = env!("MUSTER_WORLD_SHAPE");

/// A snapshot that was read.
pub(super) struct Found {
    pub id: Uuid,
    pub world: World,
    pub frontier: Frontier,
}

/// Why a snapshot was not stored. Nothing depends on it.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotStored {
    #[error(transparent)]
    Journal(#[from] muster_journal::Error),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error("the snapshot could not be written: {0}")]
    Write(String),
}

fn about(position: Position) -> Vec<u8> {
    format!("muster snapshot {FORMAT} {SHAPE} {position}").into_bytes()
}

/// Stores a World. Not on the write path: encoding runs beside the runtime, storing in short steps.
pub(super) async fn store(journal: &Journal, vault: &Vault, world: Arc<World>) -> Result<(), NotStored> {
    let key = vault.snapshot_key().await?;
    let position = Position(world.position.0);
    let encode = move || postcard::to_stdvec(&*world).map(|plain| seal(&key, &about(position), &plain));
    let bytes = tokio::task::spawn_blocking(encode).await.map_err(|error| NotStored::Write(error.to_string()))?;
    let bytes = bytes.map_err(|error| NotStored::Write(error.to_string()))?;
    Ok(journal.put_snapshot(position, FORMAT, &bytes).await?)
}

/// The newest snapshot that this program can use. One that it cannot is named in the log and removed.
pub(super) async fn newest(journal: &Journal, vault: &Vault) -> Result<Option<Found>, NotStored> {
    let key = vault.snapshot_key().await?;
    while let Some(stored) = journal.latest_snapshot(FORMAT).await? {
        let (id, position, key) = (stored.id, stored.position, key.clone());
        let read =
            tokio::task::spawn_blocking(move || read(&key, position, &stored.bytes).map(|w| (w, stored.frontier)));
        match read.await.map_err(|error| NotStored::Write(error.to_string()))? {
            Ok((world, frontier)) => return Ok(Some(Found { id, world, frontier })),
            Err(why) => {
                tracing::warn!(%position, why, "a snapshot cannot be used; the World is rebuilt from the records");
                journal.drop_snapshot(id).await?;
            }
        }
    }
    Ok(None)
}

fn read(key: &Key, position: Position, bytes: &[u8]) -> Result<World, &'static str> {
    let plain = open(key, &about(position), bytes)
        .ok_or("it was written by another program or with another key, or was damaged")?;
    let world: World = postcard::from_bytes(&plain).map_err(|_| "its bytes do not read as a World")?;
    if world.position.0 == position.0 { Ok(world) } else { Err("it is of another position than it says") }
}
