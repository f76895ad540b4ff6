//! Sign-in attempts, counted for each sign-in name and each network address before the password is looked at, so that
//! guesses made at the same time all count. Subjects are stored as digests: somebody may have typed a password into
//! the name's field.

use sha2::{Digest as _, Sha256};

use super::store::on;
use super::{AttemptLimit, Vault, VaultError};

/// Whom attempts are counted for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'a> {
    /// A sign-in name, whether or not an account has it.
    Name(&'a str),
    /// A network address.
    Address(&'a str),
}

impl Subject<'_> {
    fn digest(self) -> Vec<u8> {
        let (kind, text) = match self {
            Self::Name(text) => ("name:", text),
            Self::Address(text) => ("address:", text),
        };
        Sha256::new().chain_update(kind).chain_update(text.to_lowercase()).finalize().to_vec()
    }
}

impl Vault {
    /// Counts an attempt as a failure until it turns out otherwise. `Err(until)` when too many failed before it; then
    /// nothing is counted.
    pub(super) async fn attempt(
        &self,
        subject: Subject<'_>,
        limit: AttemptLimit,
        now: i64,
    ) -> Result<Result<(), i64>, VaultError> {
        const COUNT: &str = "INSERT INTO attempt (subject, failures, at) VALUES ($1, 1, $2) \
            ON CONFLICT (subject) DO UPDATE SET \
            failures = CASE WHEN attempt.at <= $3 THEN 1 WHEN attempt.failures >= $4 THEN $4 + 1 \
                       ELSE attempt.failures + 1 END, \
            at = CASE WHEN attempt.at > $3 AND attempt.failures >= $4 THEN attempt.at ELSE $2 END \
            RETURNING failures, at";
        let hash = subject.digest();
        let forgotten = now.saturating_sub(limit.micros());
        let borne = i64::from(limit.failures);
        let (failures, at): (i64, i64) = on!(&self.inner.store, pool => {
            sqlx::query_as(COUNT).bind(hash).bind(now).bind(forgotten).bind(borne).fetch_one(pool).await
        })?;
        Ok(if failures > borne { Err(at.saturating_add(limit.micros())) } else { Ok(()) })
    }

    /// Takes an attempt back that did not fail: a name's failures are forgotten with it, an address's stay.
    pub(super) async fn forgive(&self, subject: Subject<'_>) -> Result<(), VaultError> {
        const FORGET: &str = "DELETE FROM attempt WHERE subject = $1";
        const ONE_LESS: &str = "UPDATE attempt SET failures = failures - 1 WHERE subject = $1 AND failures > 0";
        let sql = match subject {
            Subject::Name(_) => FORGET,
            Subject::Address(_) => ONE_LESS,
        };
        let hash = subject.digest();
        Ok(on!(&self.inner.store, pool => sqlx::query(sql).bind(hash).execute(pool).await.map(drop))?)
    }
}
