//! Password hashes: argon2id, a salt of its own for each, and the same work whether or not there is an account.

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use muster_domain::AccountId;
use tokio::sync::Semaphore;

use super::store::on;
use super::{PasswordCost, Vault, VaultError};

/// The fewest characters of a password.
const LEAST_CHARACTERS: usize = 8;
/// The most bytes of a password: more would only buy an attacker work to give.
const MOST_BYTES: usize = 1024;
/// Hashes computed at the same time; each takes 19 MiB and a core.
const AT_ONCE: usize = 2;

/// How passwords are hashed.
pub(super) struct Hashing {
    argon2: Argon2<'static>,
    /// Stands in for the hash of an account that does not exist.
    nobody: Arc<str>,
    turns: Semaphore,
}

impl Hashing {
    pub(super) fn new(cost: PasswordCost) -> Result<Self, VaultError> {
        let (kibibytes, passes) = match cost {
            PasswordCost::Owasp => (19 * 1024, 2),
            PasswordCost::OnlyForTests => (64, 1),
        };
        let params = Params::new(kibibytes, passes, 1, None).map_err(|e| VaultError::Hashing(e.to_string()))?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = hash(&argon2, "nobody signs in with this")?.into();
        Ok(Self { argon2, nobody, turns: Semaphore::new(AT_ONCE) })
    }

    /// Runs work that takes a core and memory beside the runtime, a few at a time.
    async fn beside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>) -> T + Send + 'static,
    ) -> Result<T, VaultError> {
        let _turn = self.turns.acquire().await.map_err(|closed| VaultError::Hashing(closed.to_string()))?;
        let argon2 = self.argon2.clone();
        tokio::task::spawn_blocking(move || work(&argon2)).await.map_err(|e| VaultError::Hashing(e.to_string()))
    }

    /// Whether the password belongs to the stored hash; with none, the same work and no.
    pub(super) async fn verify(&self, password: &str, stored: Option<String>) -> Result<bool, VaultError> {
        if password.len() > MOST_BYTES {
            return Ok(false);
        }
        let known = stored.is_some();
        let against = stored.map_or_else(|| self.nobody.clone(), Arc::from);
        let password = password.to_owned();
        let fits = self.beside(move |argon2| argon2.verify_password(password.as_bytes(), &*against).is_ok()).await?;
        Ok(fits && known)
    }
}

fn hash(argon2: &Argon2<'_>, password: &str) -> Result<String, VaultError> {
    argon2
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| VaultError::Hashing(error.to_string()))
}

impl Vault {
    /// Sets an account's password and ends its sessions.
    ///
    /// # Errors
    /// [`VaultError::Password`] for one that is too short or too long; otherwise when the vault cannot be written.
    pub async fn set_password(&self, account: AccountId, password: &str) -> Result<(), VaultError> {
        const SET: &str = "INSERT INTO password (account, phc) VALUES ($1, $2) \
                           ON CONFLICT (account) DO UPDATE SET phc = excluded.phc";
        if password.chars().count() < LEAST_CHARACTERS || password.len() > MOST_BYTES {
            return Err(VaultError::Password(format!(
                "A password has at least {LEAST_CHARACTERS} characters and at most {MOST_BYTES} bytes. \
                 Give a longer one: a few words do well."
            )));
        }
        let password = password.to_owned();
        let phc = self.inner.hashing.beside(move |argon2| hash(argon2, &password)).await??;
        let account_number = i64::from(account.0);
        on!(&self.inner.store, pool => sqlx::query(SET).bind(account_number).bind(phc).execute(pool).await.map(drop))?;
        self.end_sessions(account).await
    }

    /// Whether the account has a password.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn has_password(&self, account: AccountId) -> Result<bool, VaultError> {
        Ok(self.stored_password(account).await?.is_some())
    }

    pub(super) async fn stored_password(&self, account: AccountId) -> Result<Option<String>, VaultError> {
        const FIND: &str = "SELECT phc FROM password WHERE account = $1";
        let account = i64::from(account.0);
        Ok(on!(&self.inner.store, pool => sqlx::query_scalar(FIND).bind(account).fetch_optional(pool).await)?)
    }
}
