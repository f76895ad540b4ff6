//! The desk: the only door through which facts change. A command is authorised, decided, recorded durably, applied and
//! then answered; one task does this in order, each command on the World that the one before it left, many commands to a
//! commit. Several desks may share a PostgreSQL journal: the journal's writer lock makes them take turns.
//!
//! ## Invariants
//!
//! 1. Nobody is answered, and no World is published, before the records are durable.
//! 2. A batch that fails leaves the published World as it was; its commands are answered *unavailable*, never half done.
//! 3. A published World ends with a whole command, and is what a restart would read from the journal.
//! 4. A command id is taken once; given again it gets the first answer.
//! 5. Readers take an `Arc<World>` and never wait for the writer.
//! 6. No rule of the domain and no right of anybody is decided here: see `muster_domain` and [`Authorise`].

mod audit;
mod decide;
mod erasure;
mod opening;
mod repeat;
mod replay;
mod snapshot;
mod submission;
mod turn;
mod writer;

use std::sync::Arc;

use muster_domain::{Position, World};
use muster_journal::Journal;
use tokio::sync::{mpsc, oneshot, watch};

pub use audit::AuditError;
pub use opening::OpenError;
pub use replay::ReplayError;
pub use submission::{Accepted, AllowAll, Authorise, Denial, Rejected, Submission};

use crate::cases::Forecasts;
use crate::clock::Clock;
use crate::vault::Vault;
use decide::Pending;
use writer::{Message, Writer};

/// How a desk behaves. The defaults are those of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeskOptions {
    /// A snapshot is stored after this many records. Default: 20,000, which replay in well under a second.
    pub snapshot_every: u64,
    /// The most commands to one commit. Default: 256.
    pub batch: usize,
    /// Commands that may wait; further askers wait to be let in. Default: 1024.
    pub queue: usize,
}

impl Default for DeskOptions {
    fn default() -> Self {
        Self { snapshot_every: 20_000, batch: 256, queue: 1024 }
    }
}

/// A handle on the desk. Cloning it is cheap and gives the same desk.
#[derive(Clone)]
pub struct Desk {
    inner: Arc<Inner>,
}

struct Inner {
    journal: Journal,
    vault: Vault,
    clock: Clock,
    forecasts: Arc<Forecasts>,
    queue: mpsc::Sender<Message>,
    shown: Arc<Shown>,
}

/// What the writer shows to everybody else.
pub(crate) struct Shown {
    world: watch::Sender<Arc<World>>,
    position: watch::Sender<Position>,
    stopped: watch::Sender<Option<String>>,
}

impl Shown {
    fn new(world: World) -> Self {
        Self {
            position: watch::Sender::new(world.position),
            world: watch::Sender::new(Arc::new(world)),
            stopped: watch::Sender::new(None),
        }
    }

    fn publish(&self, world: World) {
        let position = world.position;
        self.world.send_replace(Arc::new(world));
        self.position.send_replace(position);
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("journal", self.journal()).finish_non_exhaustive()
    }
}

impl Desk {
    /// Opens the desk on a journal and its vault: reads the newest snapshot and the records after it, carries out
    /// erasures that a stop interrupted, and begins to take commands. Must be called inside a tokio runtime.
    ///
    /// # Errors
    /// [`OpenError`] when the journal or the vault cannot be read, or a record is not known to this program.
    pub async fn open(
        journal: Journal,
        vault: Vault,
        authorise: Arc<dyn Authorise>,
        clock: Clock,
    ) -> Result<Self, OpenError> {
        Self::open_with(journal, vault, authorise, clock, DeskOptions::default()).await
    }

    /// As [`Desk::open`], with options.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub async fn open_with(
        journal: Journal,
        vault: Vault,
        authorise: Arc<dyn Authorise>,
        clock: Clock,
        options: DeskOptions,
    ) -> Result<Self, OpenError> {
        let secret = vault.digest_key().await?;
        // followed before it is read: what others write in between is noticed
        let moved = journal.watch();
        let start = opening::start(&journal, &vault).await?;
        let shown = Arc::new(Shown::new(start.world.clone()));
        let (queue, messages) = mpsc::channel(options.queue.max(1));
        let forecasts: Arc<Forecasts> = Arc::default();
        let mut writer = Writer::new(
            writer::Parts {
                journal: journal.clone(),
                vault: vault.clone(),
                authorise,
                clock,
                forecasts: forecasts.clone(),
                options,
                secret,
                shown: shown.clone(),
                messages,
                moved,
            },
            start,
        );
        writer.erase().await;
        tokio::spawn(writer.run());
        Ok(Self { inner: Arc::new(Inner { journal, vault, clock, forecasts, queue, shown }) })
    }

    /// The World as of now. Whoever holds it sees no later change.
    #[must_use]
    pub fn world(&self) -> Arc<World> {
        self.inner.shown.world.borrow().clone()
    }

    /// The position of the World, each time it moves.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<Position> {
        self.inner.shown.position.subscribe()
    }

    /// Why the desk takes no commands any more, if it stopped: a record that this program does not know, or it was
    /// closed. What it shows is then no longer followed.
    #[must_use]
    pub fn stopped(&self) -> Option<String> {
        self.inner.shown.stopped.borrow().clone()
    }

    /// Hands a command in and waits until it is durable or refused.
    ///
    /// # Errors
    /// [`Rejected`] says why nothing was done. After [`Rejected::Unavailable`] it is safe to give it again under the
    /// same id.
    pub async fn submit(&self, submission: Submission) -> Result<Accepted, Rejected> {
        let (answer, answered) = oneshot::channel();
        let message = Message::Submit(Box::new(Pending { submission, answer }));
        let gone = || Rejected::Unavailable(self.stopped().unwrap_or_else(|| FAULT.to_owned()));
        self.inner.queue.send(message).await.map_err(|_| gone())?;
        answered.await.map_err(|_| gone())?
    }

    /// Takes what was handed in before, stores a snapshot, closes the journal and the vault. Commands handed in after it
    /// are answered *unavailable*.
    pub async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.inner.queue.send(Message::Close(done)).await.is_ok() {
            // the writer ends either way
            drop(closed.await);
        }
    }

    /// When open cases come to their offer, worked out beside requests: what a released forecast is taken from.
    #[must_use]
    pub fn forecasts(&self) -> &Forecasts {
        &self.inner.forecasts
    }

    /// The journal, for reading, proofs and datasets. Nobody appends to it but the desk.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.inner.journal
    }

    /// The vault, for sign-in.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.inner.vault
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.inner.clock
    }
}

/// What askers of a closed desk are told.
const CLOSED: &str =
    "this server is shutting down and takes no commands any more; give the command again when it is back";

/// What askers are told whose command brought a thread down.
const FAULT: &str =
    "deciding the command failed by a fault of this program and nothing was stored; the server's log says more";
