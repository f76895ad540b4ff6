//! One turn of the writer: take the lock, catch up, decide, append, commit, publish, answer.
//!
//! Ids of repeated commands are not looked up beforehand: nearly every command is new, and the journal refuses a second
//! record of an id. Only a refused command, or a batch in which such a record was refused, is looked up.

use std::sync::Arc;
use std::time::Duration;

use muster_journal::{Batch, Error as JournalError, Hash};
use tokio::runtime::Handle;

use super::decide::{Decided, Deciding, Pending};
use super::repeat::first_answer;
use super::replay::{PAGE, Replay};
use super::writer::{Behind, Writer};
use super::{Accepted, Rejected};
use crate::codec::command_hash;

/// How often, and how far apart, a journal that lost the answer to a commit is asked what became of it.
const ASKED: u32 = 8;
const ASKED_AGAIN: Duration = Duration::from_millis(250);

/// Answers to be given once the batch they were decided in is durable.
type Answers = Vec<(Pending, Result<Accepted, Rejected>)>;

/// What a failed turn leaves to do.
enum Failed {
    /// Nothing was stored; the askers are told.
    Unavailable(Vec<Pending>, String),
    /// An id of the batch is in the journal already.
    Repeated(Vec<Pending>),
}

impl Writer {
    /// Takes a batch of commands, in as many turns as repeated ids make necessary.
    pub(super) async fn take(&mut self, batch: Vec<Pending>) {
        let mut waiting = batch;
        let mut look_up = false;
        while !waiting.is_empty() {
            if let Some(why) = self.stopped() {
                return refuse_all(waiting, &why);
            }
            waiting = match self.turn(waiting, look_up).await {
                Ok(again) => again,
                Err(Failed::Repeated(again)) if !look_up => again,
                Err(Failed::Repeated(all)) => {
                    return refuse_all(all, "the journal holds a command of this batch that it does not find");
                }
                Err(Failed::Unavailable(all, why)) => return refuse_all(all, &why),
            };
            look_up = true;
        }
    }

    async fn turn(&mut self, waiting: Vec<Pending>, look_up: bool) -> Result<Vec<Pending>, Failed> {
        let mut batch = match self.parts.journal.begin().await {
            Ok(batch) => batch,
            Err(error) => return Err(Failed::Unavailable(waiting, error.to_string())),
        };
        if let Err(behind) = self.catch_up(&mut batch).await {
            self.fell_behind(&behind);
            let why = match behind {
                Behind::Unreachable(error) => error.to_string(),
                Behind::Stopped(why) => why,
            };
            return Err(Failed::Unavailable(waiting, why));
        }
        let mut answers = Answers::new();
        let waiting = match look_up {
            true => self.answer_repeated(&mut batch, waiting, &mut answers).await,
            false => waiting,
        };

        let decided = self.decide(waiting).await?;
        let Decided { world, records, taken, turned_away, again, erased } = decided;
        for (pending, hash, rejected) in turned_away {
            let answer = match look_up {
                true => Err(rejected),
                false => self.refused_or_repeated(&mut batch, &pending, hash, rejected).await,
            };
            answers.push((pending, answer));
        }
        if records.is_empty() {
            batch.rollback().await;
            give(answers);
            return Ok(again);
        }

        let everybody = |answers: Answers, taken: Vec<(Pending, Hash, Accepted)>, again: Vec<Pending>| {
            let answered = answers.into_iter().map(|(pending, _)| pending);
            answered.chain(taken.into_iter().map(|(pending, _, _)| pending)).chain(again).collect()
        };
        match batch.append(&records).await {
            Ok(_) => {}
            Err(JournalError::RepeatedCommand { .. }) => {
                batch.rollback().await;
                return Err(Failed::Repeated(everybody(answers, taken, again)));
            }
            Err(error) => return Err(Failed::Unavailable(everybody(answers, taken, again), error.to_string())),
        }
        match batch.commit().await {
            Ok(_) => {
                self.publish(world, erased).await;
                give(answers);
                for (pending, _, accepted) in taken {
                    pending.answer(Ok(accepted));
                }
                Ok(again)
            }
            Err(JournalError::OutcomeUnknown { detail }) => {
                tracing::warn!(detail, "the answer to a commit was lost; asking the journal what became of it");
                self.find_out(taken).await;
                // what was refused was refused on a World that may not have come to be
                let rest = answers.into_iter().map(|(pending, _)| pending).chain(again).collect();
                Ok(rest)
            }
            Err(error) => Err(Failed::Unavailable(everybody(answers, taken, again), error.to_string())),
        }
    }

    /// Takes over, under the writer lock, what other servers recorded.
    async fn catch_up(&mut self, batch: &mut Batch) -> Result<(), Behind> {
        if batch.begun_at().size <= self.world.position.0 {
            return Ok(());
        }
        let mut replay = Replay::new(self.world.clone());
        while replay.position().0 < batch.begun_at().size {
            let page = batch.records_after(replay.position(), PAGE).await.map_err(Behind::Unreachable)?;
            if page.is_empty() {
                break;
            }
            replay = self.absorb(replay, page).await?;
        }
        self.adopt(replay).await;
        match self.stopped() {
            Some(why) => Err(Behind::Stopped(why)),
            None => Ok(()),
        }
    }

    /// Decides beside the runtime: a list of a hundred thousand commands takes seconds.
    async fn decide(&self, waiting: Vec<Pending>) -> Result<Decided, Failed> {
        let world = self.world.clone();
        let (authorise, vault) = (self.parts.authorise.clone(), self.parts.vault.clone());
        let outlooks = self.parts.forecasts.latest();
        let (secret, clock, runtime) = (self.parts.secret.clone(), self.parts.clock, Handle::current());
        let work = tokio::task::spawn_blocking(move || {
            let deciding = Deciding {
                today: clock.today(),
                at: clock.now_micros(),
                authorise: Arc::as_ref(&authorise),
                vault: &vault,
                secret: &secret,
                runtime: &runtime,
                outlooks: outlooks.as_deref(),
            };
            deciding.decide(world, waiting)
        });
        // the commands went down with the thread; dropping their answers tells the askers
        work.await.map_err(|fault| {
            tracing::error!(%fault, "deciding a batch failed; nothing of it was stored");
            Failed::Unavailable(Vec::new(), fault.to_string())
        })
    }

    /// Answers what the journal holds already; gives back the rest.
    async fn answer_repeated(&self, batch: &mut Batch, waiting: Vec<Pending>, answers: &mut Answers) -> Vec<Pending> {
        let mut new = Vec::with_capacity(waiting.len());
        for pending in waiting {
            match batch.find_command(pending.submission.id).await {
                Ok(None) => new.push(pending),
                Ok(Some(first)) => {
                    let submission = &pending.submission;
                    let hash = command_hash(&self.parts.secret, submission.actor.into(), &submission.command);
                    let answer = first_answer(batch, &first, submission, hash).await;
                    answers.push((pending, answer));
                }
                Err(error) => answers.push((pending, Err(Rejected::Unavailable(error.to_string())))),
            }
        }
        new
    }

    /// The refusal, or the first answer where the command was taken before: it may be refused now because it was.
    async fn refused_or_repeated(
        &self,
        batch: &mut Batch,
        pending: &Pending,
        hash: Hash,
        rejected: Rejected,
    ) -> Result<Accepted, Rejected> {
        match batch.find_command(pending.submission.id).await {
            Ok(None) => Err(rejected),
            Ok(Some(first)) => first_answer(batch, &first, &pending.submission, hash).await,
            Err(error) => Err(Rejected::Unavailable(error.to_string())),
        }
    }

    /// After a commit whose answer was lost: under the lock, so that the commit has come to its end either way, the
    /// journal is asked for each command.
    async fn find_out(&mut self, taken: Vec<(Pending, Hash, Accepted)>) {
        let mut why = String::new();
        for _ in 0..ASKED {
            let asked = self.parts.journal.begin().await;
            let mut batch = match asked {
                Ok(batch) => batch,
                Err(error) => {
                    why = error.to_string();
                    tokio::time::sleep(ASKED_AGAIN).await;
                    continue;
                }
            };
            if let Err(behind) = self.catch_up(&mut batch).await {
                self.fell_behind(&behind);
                tokio::time::sleep(ASKED_AGAIN).await;
                continue;
            }
            for (pending, hash, accepted) in taken {
                let answer = match batch.find_command(pending.submission.id).await {
                    Ok(Some(first)) if first.command_hash == hash && first.last.0 == accepted.position.0 => {
                        Ok(accepted)
                    }
                    Ok(Some(_)) => Err(Rejected::Reused),
                    Ok(None) => Err(Rejected::Unavailable(NOT_STORED.to_owned())),
                    Err(error) => Err(Rejected::Unavailable(format!("{UNKNOWN} ({error})"))),
                };
                pending.answer(answer);
            }
            return batch.rollback().await;
        }
        refuse_all(taken.into_iter().map(|(pending, _, _)| pending).collect(), &format!("{UNKNOWN} ({why})"));
    }
}

const NOT_STORED: &str = "the connection to the journal was lost and the command was not stored; give it again";
const UNKNOWN: &str = "the connection to the journal was lost and it is not known whether the command was stored; \
                       give it again under the same id, which is safe";

fn refuse_all(all: Vec<Pending>, why: &str) {
    for pending in all {
        pending.answer(Err(Rejected::Unavailable(why.to_owned())));
    }
}

fn give(answers: Answers) {
    for (pending, answer) in answers {
        pending.answer(answer);
    }
}
