//! The vault: every secret of an installation, kept apart from the journal and its backups. Person keys, password
//! hashes, sessions, sign-in attempts, mail addresses, the key that signs heads, the key of snapshots. One small module a table.
//!
//! Beside a SQLite journal `muster.db` it is the file `muster.db.vault`, readable by its owner only; beside a PostgreSQL
//! journal it is the schema `vault` of the same database. Losing it loses every sealed fact for good: back it up apart
//! from the journal, and destroy old copies of it, or erased people can be read again.
//!
//! Never here: a fact of the domain, a decision on what somebody may do.

mod attempt;
mod contact;
mod error;
mod installation_key;
mod options;
mod password;
mod person_key;
mod portal;
mod session;
mod sign_in;
mod store;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use muster_journal::Location;

pub use error::VaultError;
pub use options::{AttemptLimit, PasswordCost, VaultOptions};
pub use person_key::{KeyState, Ring};
pub use session::SessionToken;
pub use sign_in::{SignIn, SignInRefused};

use store::Store;

/// An open vault. Cloning it is cheap and gives the same vault.
#[derive(Clone)]
pub struct Vault {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    options: VaultOptions,
    keys: person_key::Cache,
    hashing: password::Hashing,
    path: Option<PathBuf>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault").field("path", &self.inner.path).finish_non_exhaustive()
    }
}

impl Vault {
    /// Opens the vault beside a journal, making it where there is none.
    ///
    /// # Errors
    /// When it cannot be opened or made, or was made by a later program.
    pub async fn open(journal: &Location, options: VaultOptions) -> Result<Self, VaultError> {
        let (store, path) = match journal {
            Location::Sqlite(path) => {
                let path = Self::beside(path);
                (Store::open_sqlite(&path).await?, Some(path))
            }
            Location::Postgres(url) => (Store::open_postgres(url).await?, None),
        };
        let hashing = password::Hashing::new(options.cost)?;
        let keys = person_key::Cache::default();
        Ok(Self { inner: Arc::new(Inner { store, options, keys, hashing, path }) })
    }

    /// The vault's file beside a journal's.
    #[must_use]
    pub fn beside(journal: &Path) -> PathBuf {
        let mut path = journal.as_os_str().to_owned();
        path.push(".vault");
        path.into()
    }

    /// Closes its connections. Handles that are still about fail from then on.
    pub async fn close(&self) {
        self.inner.store.close().await;
    }
}
