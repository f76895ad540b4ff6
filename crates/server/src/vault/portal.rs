//! What a partner's representative subscribed to: the language of mails, and the secret in the address of a calendar, of
//! which only the SHA-256 is kept. Whoever has the address has the calendar, so it is shown once and ended at will.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use muster_domain::AccountId;
use sha2::{Digest as _, Sha256};

use super::store::on;
use super::{Vault, VaultError};
use crate::codec::random_bytes;

fn digest(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

impl Vault {
    /// Keeps the language in which an account reads its mails and its calendar.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn set_portal_language(&self, account: AccountId, language: &str) -> Result<(), VaultError> {
        const SET: &str = "INSERT INTO portal (account, language) VALUES ($1, $2) \
                           ON CONFLICT (account) DO UPDATE SET language = excluded.language";
        let account = i64::from(account.0);
        Ok(on!(&self.inner.store, pool => {
            sqlx::query(SET).bind(account).bind(language).execute(pool).await.map(drop)
        })?)
    }

    /// The language in which an account reads its mails.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn portal_language(&self, account: AccountId) -> Result<Option<String>, VaultError> {
        const FIND: &str = "SELECT language FROM portal WHERE account = $1";
        let account = i64::from(account.0);
        Ok(on!(&self.inner.store, pool => sqlx::query_scalar(FIND).bind(account).fetch_optional(pool).await)?)
    }

    /// Makes the secret of an account's calendar, read in a language, and ends the one before.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn make_calendar(&self, account: AccountId, language: &str) -> Result<String, VaultError> {
        const MAKE: &str = "INSERT INTO portal (account, language, calendar) VALUES ($1, $2, $3) \
                            ON CONFLICT (account) DO UPDATE SET language = excluded.language, calendar = excluded.calendar";
        let secret = URL_SAFE_NO_PAD.encode(random_bytes::<32>());
        let (account, hash) = (i64::from(account.0), digest(&secret));
        on!(&self.inner.store, pool => {
            sqlx::query(MAKE).bind(account).bind(language).bind(hash).execute(pool).await.map(drop)
        })?;
        Ok(secret)
    }

    /// Ends the secret of an account's calendar.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn end_calendar(&self, account: AccountId) -> Result<(), VaultError> {
        const END: &str = "UPDATE portal SET calendar = NULL WHERE account = $1";
        let account = i64::from(account.0);
        Ok(on!(&self.inner.store, pool => sqlx::query(END).bind(account).execute(pool).await.map(drop))?)
    }

    /// Whether an account has a calendar.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn has_calendar(&self, account: AccountId) -> Result<bool, VaultError> {
        const FIND: &str = "SELECT COUNT(*) FROM portal WHERE account = $1 AND calendar IS NOT NULL";
        let account = i64::from(account.0);
        let found: i64 = on!(&self.inner.store, pool => sqlx::query_scalar(FIND).bind(account).fetch_one(pool).await)?;
        Ok(found > 0)
    }

    /// Whose calendar a secret opens, and in which language.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn calendar_of(&self, secret: &str) -> Result<Option<(AccountId, String)>, VaultError> {
        const FIND: &str = "SELECT account, language FROM portal WHERE calendar = $1";
        let hash = digest(secret);
        let found: Option<(i64, String)> =
            on!(&self.inner.store, pool => sqlx::query_as(FIND).bind(hash).fetch_optional(pool).await)?;
        let Some((account, language)) = found else { return Ok(None) };
        let account = u32::try_from(account).map_err(|_| VaultError::Damaged("table of the portal"))?;
        Ok(Some((AccountId(account), language)))
    }
}
