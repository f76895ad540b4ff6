//! Who gave a command, as the journal writes it, and the digest by which a repeated command is told from another one.

use muster_domain::{AccountId, Command};
use muster_journal::Hash;

use super::Key;

/// Who gave a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Somebody who signed in.
    Account(AccountId),
    /// The installation itself: the command line with access to the files, demo data, jobs.
    Installation,
}

impl Actor {
    const INSTALLATION: &str = "installation";

    /// Reads what a record says of who gave its command.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text {
            Self::INSTALLATION => Some(Self::Installation),
            _ => text.parse().ok().map(Self::Account),
        }
    }

    /// The account, where it was one.
    #[must_use]
    pub fn account(self) -> Option<AccountId> {
        match self {
            Self::Account(account) => Some(account),
            Self::Installation => None,
        }
    }
}

impl From<Option<AccountId>> for Actor {
    fn from(account: Option<AccountId>) -> Self {
        account.map_or(Self::Installation, Self::Account)
    }
}

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Account(account) => account.fmt(f),
            Self::Installation => f.write_str(Self::INSTALLATION),
        }
    }
}

/// SHA-256 over the command's canonical JSON (fields in the order of its types, no white space) and its actor, keyed with
/// a secret of the vault. The command holds personal facts in the clear: an unkeyed digest in the journal would let
/// anybody confirm a guessed birth date, even after the person was erased.
#[must_use]
pub fn command_hash(secret: &Key, actor: Actor, command: &Command) -> Hash {
    let body = serde_json::to_vec(command).expect("commands are plain data and always serialise");
    let inner = Hash::of(&[b"inner", secret.as_bytes(), actor.to_string().as_bytes(), b"\n", &body]);
    Hash::of(&[b"outer", secret.as_bytes(), inner.as_bytes()])
}
