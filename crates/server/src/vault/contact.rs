//! Where an account is reached by mail, and which notices were mailed to it. An address is personal and changes at will,
//! so it is kept here and not in the journal.
//!
//! Several servers mail from one vault: a notice is claimed before it is sent, so that one of them sends it. A claim that
//! was not confirmed lapses, so that a server that stops half way loses nothing.

use muster_domain::AccountId;

use super::store::on;
use super::{Vault, VaultError};

/// After how long a claim that was not confirmed lapses, in microseconds: ten minutes.
const LEASE: i64 = 600_000_000;

impl Vault {
    /// Sets where an account is reached by mail; `None` for nowhere. The address is taken as it is: whoever asks has
    /// checked that it is one.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn set_mail_address(&self, account: AccountId, address: Option<&str>) -> Result<(), VaultError> {
        const SET: &str = "INSERT INTO contact (account, address) VALUES ($1, $2) \
                           ON CONFLICT (account) DO UPDATE SET address = excluded.address";
        const UNSET: &str = "DELETE FROM contact WHERE account = $1";
        let account = i64::from(account.0);
        on!(&self.inner.store, pool => match address {
            Some(address) => sqlx::query(SET).bind(account).bind(address).execute(pool).await.map(drop),
            None => sqlx::query(UNSET).bind(account).execute(pool).await.map(drop),
        })?;
        Ok(())
    }

    /// Where an account is reached by mail.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn mail_address(&self, account: AccountId) -> Result<Option<String>, VaultError> {
        const FIND: &str = "SELECT address FROM contact WHERE account = $1";
        let account = i64::from(account.0);
        Ok(on!(&self.inner.store, pool => sqlx::query_scalar(FIND).bind(account).fetch_optional(pool).await)?)
    }

    /// Everybody who is reached by mail.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn mail_addresses(&self) -> Result<Vec<(AccountId, String)>, VaultError> {
        const ALL: &str = "SELECT account, address FROM contact ORDER BY account";
        let rows: Vec<(i64, String)> = on!(&self.inner.store, pool => sqlx::query_as(ALL).fetch_all(pool).await)?;
        let read = |(account, address)| match u32::try_from(account) {
            Ok(account) => Ok((AccountId(account), address)),
            Err(_) => Err(VaultError::Damaged("table of mail addresses")),
        };
        rows.into_iter().map(read).collect()
    }

    /// Claims a notice for this server; false where it was mailed, or another server is about to. `now` in microseconds
    /// since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn claim_notice(&self, account: AccountId, key: &str, now: i64) -> Result<bool, VaultError> {
        const CLAIM: &str = "INSERT INTO mailed (account, notice, claimed, sent) VALUES ($1, $2, $3, 0) \
                             ON CONFLICT (account, notice) DO UPDATE SET claimed = excluded.claimed \
                             WHERE mailed.sent = 0 AND mailed.claimed <= $4";
        let account = i64::from(account.0);
        let changed = on!(&self.inner.store, pool => {
            let claim = sqlx::query(CLAIM).bind(account).bind(key).bind(now).bind(now - LEASE);
            claim.execute(pool).await.map(|done| done.rows_affected())
        })?;
        Ok(changed == 1)
    }

    /// Confirms that a claimed notice was mailed.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn confirm_notice(&self, account: AccountId, key: &str) -> Result<(), VaultError> {
        const SENT: &str = "UPDATE mailed SET sent = 1 WHERE account = $1 AND notice = $2";
        self.on_notice(SENT, account, key).await
    }

    /// Gives up a claim, so that the notice is tried again, or forgets one whose turn is over.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn forget_notice(&self, account: AccountId, key: &str) -> Result<(), VaultError> {
        const FORGET: &str = "DELETE FROM mailed WHERE account = $1 AND notice = $2";
        self.on_notice(FORGET, account, key).await
    }

    /// The keys of notices claimed for or mailed to an account.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn claimed_notices(&self, account: AccountId) -> Result<Vec<String>, VaultError> {
        const ALL: &str = "SELECT notice FROM mailed WHERE account = $1";
        let account = i64::from(account.0);
        Ok(on!(&self.inner.store, pool => sqlx::query_scalar(ALL).bind(account).fetch_all(pool).await)?)
    }

    async fn on_notice(&self, statement: &'static str, account: AccountId, key: &str) -> Result<(), VaultError> {
        let account = i64::from(account.0);
        on!(&self.inner.store, pool => {
            sqlx::query(statement).bind(account).bind(key).execute(pool).await.map(drop)
        })?;
        Ok(())
    }
}
