//! What is handed to the desk, what it answers, and whom it asks whether it may.

use muster_domain::{AccountId, Command, Date, Position, Refusal, World};
use uuid::Uuid;

/// A command on its way to the desk.
#[derive(Debug, Clone)]
pub struct Submission {
    /// Names the command: given again by the same actor with the same body it is answered as the first time.
    pub id: Uuid,
    /// Who gives it; `None` for the installation itself, which may do everything.
    pub actor: Option<AccountId>,
    /// What is asked.
    pub command: Command,
    /// The version of the row that the asker saw: the command is only taken while it is still the row's.
    pub expect: Option<Position>,
    /// The day it is decided on, where that is not the clock's: the past of a synthetic service lies on its own days.
    /// Nothing that comes from outside names one.
    pub day: Option<Date>,
}

impl Submission {
    /// A command of the installation itself, with an id of its own.
    #[must_use]
    pub fn by_installation(command: impl Into<Command>) -> Self {
        Self { id: Uuid::now_v7(), actor: None, command: command.into(), expect: None, day: None }
    }

    /// A command of an account, with an id of its own.
    #[must_use]
    pub fn by(actor: AccountId, command: impl Into<Command>) -> Self {
        Self { actor: Some(actor), ..Self::by_installation(command) }
    }
}

/// The command was taken and is durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The position of its last record; rows it changed carry it.
    pub position: Position,
    /// The ids of the rows it made, such as `B17`.
    pub created: Vec<String>,
    /// Whether it had been taken before: then this is the first answer again.
    pub repeated: bool,
}

/// Why a command was not taken. Nothing of it was done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// A rule refused it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The actor may not.
    #[error("{0}")]
    Forbidden(String),
    /// It is about something that is not there for this actor.
    #[error("there is nothing here of that id")]
    NotFound,
    /// The row was changed since the asker saw it.
    #[error("the row was changed at position {changed} since you saw it; look at it again and then decide")]
    Stale {
        /// The row's version now.
        changed: Position,
    },
    /// The id was used before by somebody else or with another body.
    #[error("this command id was used before for another command; give each command an id of its own")]
    Reused,
    /// The journal or the vault could not be used, or the desk stopped. Reads go on.
    #[error("{0}")]
    Unavailable(String),
}

/// Why an actor may not give a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denial {
    /// They may know of what it is about, but not do this: a sentence that says who may.
    Forbidden(String),
    /// They may not know of what it is about.
    NotFound,
}

impl From<Denial> for Rejected {
    fn from(denial: Denial) -> Self {
        match denial {
            Denial::Forbidden(sentence) => Self::Forbidden(sentence),
            Denial::NotFound => Self::NotFound,
        }
    }
}

/// Who may give which command. Asked once for each command, on the World it will be decided on; of a list of commands
/// for each member, on what the members before it leave.
pub trait Authorise: Send + Sync {
    /// Whether the actor may give this command today. An actor of `None` is the installation itself.
    ///
    /// # Errors
    /// [`Denial`] says in which way they may not.
    fn authorise(&self, world: &World, today: Date, actor: Option<AccountId>, command: &Command) -> Result<(), Denial>;
}

/// Allows everything: for programs that only the installation itself runs, such as the demo's builder.
#[derive(Debug, Clone, Copy, Default)]
pub struct AllowAll;

impl Authorise for AllowAll {
    fn authorise(&self, _: &World, _: Date, _: Option<AccountId>, _: &Command) -> Result<(), Denial> {
        Ok(())
    }
}
