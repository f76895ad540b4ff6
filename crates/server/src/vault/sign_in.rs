//! Signing in with a password: attempts counted, the password checked with the same work for everybody, a session begun.

use muster_domain::AccountId;

use super::attempt::Subject;
use super::{SessionToken, Vault, VaultError};

/// An attempt to sign in.
#[derive(Clone, Copy)]
pub struct SignIn<'a> {
    /// The name as typed; failures are counted under it whether or not it is an account's.
    pub name: &'a str,
    /// The account of that name, if there is one that may sign in.
    pub account: Option<AccountId>,
    /// The password as typed.
    pub password: &'a str,
    /// The network address it comes from, as text; none from the machine itself.
    pub address: Option<&'a str>,
}

/// Why an attempt was refused. None of them tells whether there is such an account.
#[derive(Debug, thiserror::Error)]
pub enum SignInRefused {
    /// No such account, no password set, or the wrong password.
    #[error("the name or the password is wrong")]
    Wrong,
    /// Too many failures for this name.
    #[error("too many failed attempts for this name; try again later")]
    Locked {
        /// From when on it is heard again, in microseconds since 1970-01-01T00:00:00Z.
        until: i64,
    },
    /// Too many failures from this address.
    #[error("too many failed attempts from this address; try again later")]
    AddressLocked {
        /// From when on it is heard again, in microseconds since 1970-01-01T00:00:00Z.
        until: i64,
    },
    /// The vault could not be asked.
    #[error(transparent)]
    Unavailable(#[from] VaultError),
}

impl Vault {
    /// Checks a password and begins a session. `now` in microseconds since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// [`SignInRefused`] says why, without telling whether there is such an account.
    pub async fn verify_sign_in(&self, attempt: SignIn<'_>, now: i64) -> Result<SessionToken, SignInRefused> {
        let options = &self.inner.options;
        if let Some(address) = attempt.address {
            let counted = self.attempt(Subject::Address(address), options.per_address, now).await?;
            counted.map_err(|until| SignInRefused::AddressLocked { until })?;
        }
        let counted = self.attempt(Subject::Name(attempt.name), options.per_account, now).await?;
        counted.map_err(|until| SignInRefused::Locked { until })?;

        let stored = match attempt.account {
            Some(account) => self.stored_password(account).await?,
            None => None,
        };
        let fits = self.inner.hashing.verify(attempt.password, stored).await?;
        let Some(account) = attempt.account.filter(|_| fits) else {
            return Err(SignInRefused::Wrong);
        };
        self.forgive(Subject::Name(attempt.name)).await?;
        if let Some(address) = attempt.address {
            self.forgive(Subject::Address(address)).await?;
        }
        Ok(self.begin_session(account, now).await?)
    }
}
