//! Records back to a World: read, opened with the people's keys, applied. The records of a large command are applied in
//! one step, so that no World between them is ever seen.

use muster_domain::{Event, PersonId, Position, World};
use muster_journal::Record;
use tokio::runtime::Handle;

use crate::codec::{CodecError, read_sealed, sealed_people, unseal};
use crate::vault::{Vault, VaultError};

/// Records read in one page.
pub(super) const PAGE: usize = 512;

/// Why records cannot be replayed.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// A record this program cannot read, or that the vault's keys do not fit.
    #[error("the record at position {position}: {problem}")]
    Record {
        /// Where.
        position: muster_journal::Position,
        /// What is wrong with it.
        problem: CodecError,
    },
    /// Its parts are not those of one command side by side.
    #[error(
        "the record at position {0} is not the part of its command that belongs there; restore the journal from a backup"
    )]
    Parts(muster_journal::Position),
    /// The vault could not be asked for keys.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

/// A record whose events are ready to be applied.
pub(super) struct Opened {
    position: muster_journal::Position,
    part: u32,
    of: u32,
    events: Vec<Event>,
}

/// Reads a page of records and opens their sealed facts. Blocks: call it beside the runtime.
pub(super) fn open_page(records: &[Record], vault: &Vault, runtime: &Handle) -> Result<Vec<Opened>, ReplayError> {
    let mut opened = Vec::with_capacity(records.len());
    let mut people = Vec::new();
    for record in records {
        let position = record.position;
        let mut events = read_sealed(&record.events).map_err(|problem| ReplayError::Record { position, problem })?;
        people.append(&mut sealed_people(&mut events));
        opened.push(Opened { position, part: record.part, of: record.of, events });
    }
    if people.is_empty() {
        return Ok(opened);
    }
    runtime.block_on(vault.fetch_person_keys(&people))?;
    let ring = vault.ring();
    for record in &mut opened {
        let position = record.position;
        for event in &mut record.events {
            unseal(event, &|person| ring.key(person)).map_err(|problem| ReplayError::Record { position, problem })?;
        }
    }
    Ok(opened)
}

/// A World being brought forward.
#[derive(Clone)]
pub(super) struct Replay {
    world: World,
    parts: Vec<Event>,
    part: u32,
    erased: Vec<PersonId>,
}

impl Replay {
    pub(super) fn new(world: World) -> Self {
        Self { world, parts: Vec::new(), part: 0, erased: Vec::new() }
    }

    /// Applies a record, or keeps it until the last part of its command.
    pub(super) fn take(&mut self, record: Opened) -> Result<(), ReplayError> {
        if record.part != self.part + 1 || record.part > record.of {
            return Err(ReplayError::Parts(record.position));
        }
        if record.part < record.of {
            self.parts.extend(record.events);
            self.part = record.part;
            return Ok(());
        }
        let at = Position(record.position.0);
        for event in self.parts.iter().chain(&record.events) {
            self.world.apply(event, at);
            self.erased.extend(erased(event));
        }
        self.world.position = at;
        self.parts.clear();
        self.part = 0;
        Ok(())
    }

    /// The World, and who was erased on the way to it.
    ///
    /// # Errors
    /// [`ReplayError::Parts`] when the last command is not whole.
    pub(super) fn finish(self) -> Result<(World, Vec<PersonId>), ReplayError> {
        if self.part > 0 {
            return Err(ReplayError::Parts(muster_journal::Position(self.world.position.0 + u64::from(self.part))));
        }
        Ok((self.world, self.erased))
    }

    /// The position of the last record taken, whether applied or kept.
    pub(super) fn position(&self) -> muster_journal::Position {
        muster_journal::Position(self.world.position.0 + u64::from(self.part))
    }

    /// Whether a command's later parts are still to come.
    pub(super) fn is_open(&self) -> bool {
        self.part > 0
    }
}

/// Who is erased by this event.
pub(super) fn erased(event: &Event) -> Option<PersonId> {
    match event {
        Event::PersonErased(event) => Some(event.person),
        _ => None,
    }
}
