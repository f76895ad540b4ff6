//! The one task that changes the World: it waits for commands, for other servers' records, for the wish to close.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use muster_domain::{PersonId, World};
use muster_journal::{Journal, Record};
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use super::decide::Pending;
use super::opening::Start;
use super::replay::{PAGE, Replay, open_page};
use super::{Authorise, CLOSED, DeskOptions, Rejected, Shown, snapshot};
use crate::cases::Forecasts;
use crate::clock::Clock;
use crate::codec::Key;
use crate::vault::Vault;

/// An erasure that could not be carried out is tried again after this long.
const ERASE_AGAIN: Duration = Duration::from_secs(5);

/// What reaches the writer.
pub(super) enum Message {
    Submit(Box<Pending>),
    Close(oneshot::Sender<()>),
}

/// What a writer works with.
pub(super) struct Parts {
    pub journal: Journal,
    pub vault: Vault,
    pub authorise: Arc<dyn Authorise>,
    pub clock: Clock,
    pub forecasts: Arc<Forecasts>,
    pub options: DeskOptions,
    pub secret: Key,
    pub shown: Arc<Shown>,
    pub messages: mpsc::Receiver<Message>,
    pub moved: watch::Receiver<muster_journal::Position>,
}

pub(super) struct Writer {
    pub(super) parts: Parts,
    /// The World as published; a batch works on a copy.
    pub(super) world: World,
    /// People whose keys are still to be erased.
    pub(super) to_erase: Vec<PersonId>,
    /// How often keys were erased: a snapshot begun before is not kept.
    pub(super) erasures: Arc<AtomicU64>,
    snapshot_at: u64,
    storing: Option<JoinHandle<()>>,
}

/// The World could not be brought up to date.
pub(super) enum Behind {
    /// For now: the database does not answer.
    Unreachable(muster_journal::Error),
    /// For good: a record this program cannot read.
    Stopped(String),
}

impl Writer {
    pub(super) fn new(parts: Parts, start: Start) -> Self {
        Self {
            parts,
            world: start.world,
            to_erase: start.erased,
            erasures: Arc::default(),
            snapshot_at: start.snapshot,
            storing: None,
        }
    }

    pub(super) async fn run(mut self) {
        loop {
            tokio::select! {
                message = self.parts.messages.recv() => match message {
                    Some(Message::Submit(pending)) => {
                        let (batch, close) = self.gather(*pending);
                        self.take(batch).await;
                        if let Some(done) = close {
                            return self.close(done).await;
                        }
                    }
                    Some(Message::Close(done)) => return self.close(done).await,
                    None => return,
                },
                moved = self.parts.moved.changed() => {
                    if moved.is_err() {
                        return;
                    }
                    self.follow().await;
                }
                () = tokio::time::sleep(ERASE_AGAIN), if !self.to_erase.is_empty() => self.erase().await,
            }
        }
    }

    /// Everything that is queued, up to a batch, and the wish to close where it comes next.
    fn gather(&mut self, first: Pending) -> (Vec<Pending>, Option<oneshot::Sender<()>>) {
        let mut batch = vec![first];
        while batch.len() < self.parts.options.batch {
            match self.parts.messages.try_recv() {
                Ok(Message::Submit(pending)) => batch.push(*pending),
                Ok(Message::Close(done)) => return (batch, Some(done)),
                Err(_) => break,
            }
        }
        (batch, None)
    }

    /// Makes a World the one everybody sees.
    pub(super) async fn publish(&mut self, world: World, erased: Vec<PersonId>) {
        self.parts.vault.forget_person_keys(&erased);
        self.world = world;
        self.parts.shown.publish(self.world.clone());
        if !erased.is_empty() {
            self.to_erase.extend(erased);
            self.erase().await;
        }
        self.store_snapshot_if_due();
    }

    /// Takes over what other servers recorded.
    async fn follow(&mut self) {
        let newest = *self.parts.moved.borrow_and_update();
        if newest.0 <= self.world.position.0 || self.stopped().is_some() {
            return;
        }
        let journal = self.parts.journal.clone();
        let mut replay = Replay::new(self.world.clone());
        loop {
            let page = match journal.read(replay.position(), PAGE).await {
                Ok(page) => page,
                Err(error) => return self.fell_behind(&Behind::Unreachable(error)),
            };
            let last = page.len() < PAGE;
            replay = match self.absorb(replay, page).await {
                Ok(replay) => replay,
                Err(behind) => return self.fell_behind(&behind),
            };
            if last && !replay.is_open() {
                break;
            }
        }
        self.adopt(replay).await;
    }

    /// Publishes what was replayed.
    pub(super) async fn adopt(&mut self, replay: Replay) {
        match replay.finish() {
            Ok((world, erased)) => self.publish(world, erased).await,
            Err(error) => self.fell_behind(&Behind::Stopped(error.to_string())),
        }
    }

    /// Opens and applies a page beside the runtime.
    pub(super) async fn absorb(&self, mut replay: Replay, page: Vec<Record>) -> Result<Replay, Behind> {
        let (vault, runtime) = (self.parts.vault.clone(), Handle::current());
        let work = tokio::task::spawn_blocking(move || {
            for record in open_page(&page, &vault, &runtime)? {
                replay.take(record)?;
            }
            Ok(replay)
        });
        match work.await {
            Ok(Ok(replay)) => Ok(replay),
            Ok(Err(super::ReplayError::Vault(error))) => {
                Err(Behind::Unreachable(muster_journal::Error::Database { detail: error.to_string() }))
            }
            Ok(Err(error)) => Err(Behind::Stopped(error.to_string())),
            Err(fault) => Err(Behind::Stopped(format!("applying a record failed: {fault}"))),
        }
    }

    /// Says in the log why the World is not up to date, and stops for good where waiting does not help.
    pub(super) fn fell_behind(&self, behind: &Behind) {
        match behind {
            Behind::Unreachable(error) => tracing::warn!(%error, "cannot follow the journal; trying again"),
            Behind::Stopped(why) => {
                tracing::error!(why, "this server stops taking commands");
                self.parts.shown.stopped.send_replace(Some(why.clone()));
            }
        }
    }

    pub(super) fn stopped(&self) -> Option<String> {
        self.parts.shown.stopped.borrow().clone()
    }

    fn store_snapshot_if_due(&mut self) {
        let position = self.world.position.0;
        let due = position.saturating_sub(self.snapshot_at) >= self.parts.options.snapshot_every;
        let busy = self.storing.as_ref().is_some_and(|storing| !storing.is_finished());
        // a snapshot of a World with an erasure that is not carried out would outlive it
        if due && !busy && self.to_erase.is_empty() {
            self.storing = Some(self.store_snapshot());
        }
    }

    fn store_snapshot(&mut self) -> JoinHandle<()> {
        use std::sync::atomic::Ordering::SeqCst;
        self.snapshot_at = self.world.position.0;
        let (journal, vault) = (self.parts.journal.clone(), self.parts.vault.clone());
        let (world, erasures) = (Arc::new(self.world.clone()), self.erasures.clone());
        let before = erasures.load(SeqCst);
        tokio::spawn(async move {
            match snapshot::store(&journal, &vault, world).await {
                Ok(()) if erasures.load(SeqCst) == before => {}
                Ok(()) => {
                    if let Err(error) = journal.drop_snapshots().await {
                        tracing::warn!(%error, "a snapshot from before an erasure could not be removed; its key is gone");
                    }
                }
                Err(error) => tracing::warn!(%error, "no snapshot was stored; the next start reads more records"),
            }
        })
    }

    /// After an erasure no snapshot is left.
    pub(super) fn forget_snapshots(&mut self) {
        self.snapshot_at = 0;
    }

    async fn close(mut self, done: oneshot::Sender<()>) {
        self.parts.messages.close();
        if self.stopped().is_none() {
            self.parts.shown.stopped.send_replace(Some(CLOSED.to_owned()));
            self.erase().await;
        }
        if let Some(storing) = self.storing.take() {
            drop(storing.await);
        }
        if self.world.position.0 > self.snapshot_at && self.to_erase.is_empty() {
            drop(self.store_snapshot().await);
        }
        while let Some(message) = self.parts.messages.recv().await {
            if let Message::Submit(pending) = message {
                pending.answer(Err(Rejected::Unavailable(CLOSED.to_owned())));
            }
        }
        self.parts.journal.close().await;
        self.parts.vault.close().await;
        // whoever asked may have gone away
        let _ = done.send(());
    }
}
