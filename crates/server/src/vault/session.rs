//! Sessions: a random token that only its holder knows, of which the vault keeps the SHA-256.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use muster_domain::AccountId;
use sha2::{Digest as _, Sha256};

use super::options::micros;
use super::store::on;
use super::{Vault, VaultError};
use crate::codec::random_bytes;

/// A session is written as seen at most this often, in microseconds: a page of twenty requests is one write.
const SEEN_EVERY: i64 = 60_000_000;

/// What the browser keeps: 256 random bits in text that fits a cookie. Never logged, never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// The text for the cookie.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionToken(…)")
    }
}

fn digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

impl Vault {
    /// Begins a session. `now` in microseconds since 1970-01-01T00:00:00Z, here and below.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn begin_session(&self, account: AccountId, now: i64) -> Result<SessionToken, VaultError> {
        const BEGIN: &str = "INSERT INTO session (token, account, begun, seen) VALUES ($1, $2, $3, $3)";
        const OVER: &str = "DELETE FROM session WHERE begun <= $1 OR seen <= $2";
        let token = SessionToken(URL_SAFE_NO_PAD.encode(random_bytes::<32>()));
        let (hash, account) = (digest(token.as_str()), i64::from(account.0));
        let (begun, seen) = self.oldest(now);
        on!(&self.inner.store, pool => {
            sqlx::query(OVER).bind(begun).bind(seen).execute(pool).await?;
            sqlx::query(BEGIN).bind(hash).bind(account).bind(now).execute(pool).await.map(drop)
        })?;
        Ok(token)
    }

    /// Whose session it is; `None` when it is none, ended, idle for too long or too old. It counts as seen.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn session(&self, token: &str, now: i64) -> Result<Option<AccountId>, VaultError> {
        const FIND: &str = "SELECT account, seen FROM session WHERE token = $1 AND begun > $2 AND seen > $3";
        const SEEN: &str = "UPDATE session SET seen = $2 WHERE token = $1 AND seen < $2";
        let hash = digest(token);
        let (begun, seen) = self.oldest(now);
        let found: Option<(i64, i64)> = on!(&self.inner.store, pool => {
            sqlx::query_as(FIND).bind(hash.as_slice()).bind(begun).bind(seen).fetch_optional(pool).await
        })?;
        let Some((account, last)) = found else { return Ok(None) };
        if now - last >= SEEN_EVERY {
            on!(&self.inner.store, pool => {
                sqlx::query(SEEN).bind(hash.as_slice()).bind(now).execute(pool).await.map(drop)
            })?;
        }
        let account = u32::try_from(account).map_err(|_| VaultError::Damaged("table of sessions"))?;
        Ok(Some(AccountId(account)))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn end_session(&self, token: &str) -> Result<(), VaultError> {
        const END: &str = "DELETE FROM session WHERE token = $1";
        let hash = digest(token);
        Ok(on!(&self.inner.store, pool => sqlx::query(END).bind(hash).execute(pool).await.map(drop))?)
    }

    /// Ends every session of an account, as when its password changes or it is disabled.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn end_sessions(&self, account: AccountId) -> Result<(), VaultError> {
        const END: &str = "DELETE FROM session WHERE account = $1";
        let account = i64::from(account.0);
        Ok(on!(&self.inner.store, pool => sqlx::query(END).bind(account).execute(pool).await.map(drop))?)
    }

    /// When a session that still holds was begun at the earliest, and seen at the earliest.
    fn oldest(&self, now: i64) -> (i64, i64) {
        let options = &self.inner.options;
        (now.saturating_sub(micros(options.session_whole)), now.saturating_sub(micros(options.session_idle)))
    }
}
