//! Deciding a batch: each command on the World that the one before it left, refusals leaving no trace. It computes and
//! blocks (keys of new people are made on the way), so it runs beside the runtime; nothing here is durable yet.

use std::borrow::Cow;
use std::collections::HashSet;

use muster_caseflow::outlook::Outlooks;
use muster_domain::{AccountId, Apply as _, Command, Context, Date, Decide as _, PersonId, Position, World, refuse};
use muster_journal::{Hash, NewRecord};
use tokio::runtime::Handle;
use tokio::sync::oneshot;

use super::replay::erased;
use super::{Accepted, Authorise, Rejected, Submission};
use crate::codec::{Actor, Key, command_hash, created_ids, encode, sealed_people};
use crate::vault::{KeyState, Vault};

/// A submission and where its answer goes.
pub(super) struct Pending {
    pub submission: Submission,
    pub answer: oneshot::Sender<Result<Accepted, Rejected>>,
}

impl Pending {
    /// Answers; an asker who went away is told nothing.
    pub(super) fn answer(self, answer: Result<Accepted, Rejected>) {
        drop(self.answer.send(answer));
    }
}

/// What a batch is decided with.
pub(super) struct Deciding<'a> {
    pub today: Date,
    /// In microseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    pub authorise: &'a dyn Authorise,
    pub vault: &'a Vault,
    pub secret: &'a Key,
    pub runtime: &'a Handle,
    /// When open cases come to their offer, as it was last worked out.
    pub outlooks: Option<&'a Outlooks>,
}

/// A batch as decided.
pub(super) struct Decided {
    /// The World once the records are durable.
    pub world: World,
    pub records: Vec<NewRecord>,
    pub taken: Vec<(Pending, Hash, Accepted)>,
    pub turned_away: Vec<(Pending, Hash, Rejected)>,
    /// Submissions whose id an earlier one of this batch has: to be decided once that one is.
    pub again: Vec<Pending>,
    pub erased: Vec<PersonId>,
}

impl Deciding<'_> {
    pub(super) fn decide(&self, world: World, pendings: Vec<Pending>) -> Decided {
        let mut ids = HashSet::with_capacity(pendings.len());
        let mut decided = Decided {
            world,
            records: Vec::with_capacity(pendings.len()),
            taken: Vec::with_capacity(pendings.len()),
            turned_away: Vec::new(),
            again: Vec::new(),
            erased: Vec::new(),
        };
        for pending in pendings {
            if !ids.insert(pending.submission.id) {
                decided.again.push(pending);
                continue;
            }
            let submission = &pending.submission;
            let hash = command_hash(self.secret, submission.actor.into(), &submission.command);
            match self.decide_one(&mut decided, submission, hash) {
                Ok(accepted) => decided.taken.push((pending, hash, accepted)),
                Err(rejected) => decided.turned_away.push((pending, hash, rejected)),
            }
        }
        decided
    }

    fn decide_one(&self, decided: &mut Decided, submission: &Submission, hash: Hash) -> Result<Accepted, Rejected> {
        let Submission { id, actor, command, expect, day } = submission;
        let world = &decided.world;
        let today = day.unwrap_or(self.today);
        self.allow(world, today, *actor, command)?;
        let version = command.subject(world).changed;
        if let (Some(expected), Some(changed)) = (*expect, version)
            && expected != changed
        {
            return Err(Rejected::Stale { changed });
        }
        let command = &*muster_staffing::manning::with_evidence(world, today, command);
        let command = &*muster_slate::with_findings(world, today, command);
        let command = &*muster_slate::with_eligible(world, today, command);
        // A day is named only by the installation itself, which attaches what it released then.
        let command = &*match day {
            None => crate::cases::with_outlook(world, today, self.outlooks, command),
            Some(_) => Cow::Borrowed(command),
        };
        let mut events = command.decide(world, &Context { today, actor: *actor })?;
        if expect.is_some() && version.is_none() {
            return Err(no_version().into());
        }

        let people = sealed_people(&mut events);
        if !people.is_empty() {
            let made = self.runtime.block_on(self.vault.make_person_keys(&people));
            made.map_err(|error| Rejected::Unavailable(error.to_string()))?;
        }
        let ring = self.vault.ring();
        let encoded = encode(events, &|person| match ring.state(person) {
            Some(KeyState::Held(key)) => Some(key.clone()),
            Some(KeyState::Erased) => None,
            None => unreachable!("the keys of everybody in the events were made or found above"),
        })?;
        drop(ring);

        let of = u32::try_from(encoded.parts.len()).map_err(|_| too_many_parts())?;
        let position = Position(world.position.0 + u64::from(of));
        for event in &encoded.events {
            decided.world.apply(event, position);
            decided.erased.extend(erased(event));
        }
        decided.world.position = position;
        let by = Actor::from(*actor).to_string();
        decided.records.extend((1..).zip(encoded.parts).map(|(part, events)| NewRecord {
            at: self.at,
            actor: by.clone(),
            command_id: *id,
            command_hash: hash,
            part,
            of,
            events,
        }));
        Ok(Accepted { position, created: created_ids(&encoded.events), repeated: false })
    }

    /// Asks whether the actor may: of a list, member by member, each on what the earlier ones leave.
    fn allow(&self, world: &World, today: Date, actor: Option<AccountId>, command: &Command) -> Result<(), Rejected> {
        let Command::Together(list) = command else {
            return Ok(self.authorise.authorise(world, today, actor, command)?);
        };
        if actor.is_none() {
            return Ok(());
        }
        let context = Context { today, actor };
        let mut scratch = world.clone();
        for member in &list.commands {
            self.authorise.authorise(&scratch, today, actor, member)?;
            // a member that is refused refuses the list, with its own words, when the list is decided
            let Ok(events) = member.decide(&scratch, &context) else { break };
            events.iter().for_each(|event| event.apply(&mut scratch, world.position));
        }
        Ok(())
    }
}

fn no_version() -> muster_domain::Refusal {
    refuse(
        "no-version",
        "This command changes no single row, so it has no version to insist on.",
        "Leave out the expected version (If-Match).",
    )
}

fn too_many_parts() -> muster_domain::Refusal {
    refuse("command-too-large", "The command would take more than four thousand million records.", "Give it in pieces.")
}
