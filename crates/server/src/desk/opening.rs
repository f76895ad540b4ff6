//! Starting: the newest usable snapshot and the records after it. Pages are read, opened and applied at the same time,
//! each on a thread of its own.

use muster_domain::{PersonId, World};
use muster_journal::{Error as JournalError, Frontier, Journal, Record};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

use super::replay::{Opened, PAGE, Replay, ReplayError, open_page};
use super::snapshot;
use crate::vault::{Vault, VaultError};

/// Pages that wait between two threads.
const AHEAD: usize = 4;

/// Why the desk does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The journal cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The vault cannot be read.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A record cannot be replayed.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// A thread stopped in the middle: a fault of this program.
    #[error("replaying the journal stopped half way: {0}; report it with the position it names")]
    Fault(String),
}

/// A World as the journal says.
pub(super) struct Start {
    pub world: World,
    /// People erased in the records that were replayed.
    pub erased: Vec<PersonId>,
    /// The position of the snapshot it began with; 0 for none.
    pub snapshot: u64,
}

pub(super) async fn start(journal: &Journal, vault: &Vault) -> Result<Start, OpenError> {
    vault.load_person_keys().await?;
    let found = snapshot::newest(journal, vault).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "no snapshot can be read; the World is rebuilt from the records");
        None
    });
    if let Some(found) = found {
        let position = found.world.position.0;
        match replay(journal, vault, found.world, found.frontier).await {
            Err(OpenError::Journal(error @ JournalError::HeadMismatch { .. })) => {
                tracing::warn!(%error, position, "a snapshot is not of this journal; the World is rebuilt from the records");
                if let Err(error) = journal.drop_snapshot(found.id).await {
                    tracing::warn!(%error, "it could not be removed either");
                }
            }
            Err(other) => return Err(other),
            Ok((world, erased)) => return Ok(Start { world, erased, snapshot: position }),
        }
    }
    let (world, erased) = replay(journal, vault, World::default(), Frontier::new()).await?;
    Ok(Start { world, erased, snapshot: 0 })
}

/// Brings a World to the head of the journal.
async fn replay(
    journal: &Journal,
    vault: &Vault,
    world: World,
    frontier: Frontier,
) -> Result<(World, Vec<PersonId>), OpenError> {
    let (read, to_open) = mpsc::channel(AHEAD);
    let (opened, to_apply) = mpsc::channel(AHEAD);
    let (vault, runtime) = (vault.clone(), Handle::current());
    let opening = tokio::task::spawn_blocking(move || open_pages(to_open, &opened, &vault, &runtime));
    let applying = tokio::task::spawn_blocking(move || apply_pages(to_apply, Replay::new(world)));

    let reading = read_pages(journal, frontier, read).await;
    let fault = |error: tokio::task::JoinError| OpenError::Fault(error.to_string());
    let opening = opening.await.map_err(fault)?;
    let applied = applying.await.map_err(fault)?;
    // the first thing that went wrong is the earliest in the chain that failed on its own
    applied.and_then(|replay| opening.and(Ok(replay))).map_err(OpenError::from).and_then(|replay| {
        reading?;
        Ok(replay.finish()?)
    })
}

async fn read_pages(journal: &Journal, from: Frontier, to: mpsc::Sender<Vec<Record>>) -> Result<(), JournalError> {
    let mut tail = journal.tail(from);
    loop {
        let page = tail.next(PAGE).await?;
        if page.is_empty() || to.send(page).await.is_err() {
            return Ok(());
        }
    }
}

fn open_pages(
    mut from: mpsc::Receiver<Vec<Record>>,
    to: &mpsc::Sender<Vec<Opened>>,
    vault: &Vault,
    runtime: &Handle,
) -> Result<(), ReplayError> {
    while let Some(page) = from.blocking_recv() {
        let opened = open_page(&page, vault, runtime)?;
        if to.blocking_send(opened).is_err() {
            break;
        }
    }
    Ok(())
}

fn apply_pages(mut from: mpsc::Receiver<Vec<Opened>>, mut replay: Replay) -> Result<Replay, ReplayError> {
    while let Some(page) = from.blocking_recv() {
        page.into_iter().try_for_each(|record| replay.take(record))?;
    }
    Ok(replay)
}
