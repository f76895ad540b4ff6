//! Heads signed with the vault's key, and audits against them.

use ed25519_dalek::VerifyingKey;
use muster_journal::audit::{AuditReport, verify};
use muster_journal::{Error as JournalError, SignedHead};

use super::Desk;
use crate::vault::VaultError;

/// Why a head was not signed or an audit not made.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// The journal cannot be read, or the head given was not signed with this installation's key.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The vault cannot be read.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Desk {
    /// The journal's head, signed now: to be kept away from this machine.
    ///
    /// # Errors
    /// When the journal or the vault cannot be read.
    pub async fn signed_head(&self) -> Result<SignedHead, AuditError> {
        let key = self.vault().signing_key().await?;
        let head = self.journal().head().await?;
        Ok(SignedHead::sign(head, self.clock().now_micros(), &key))
    }

    /// The public key that this installation's heads are signed with.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn verifying_key(&self) -> Result<VerifyingKey, AuditError> {
        Ok(self.vault().signing_key().await?.verifying_key())
    }

    /// Reads every record and computes the whole tree anew; with a head kept elsewhere, also whether history was only
    /// added to since.
    ///
    /// # Errors
    /// When the journal cannot be read, or the head was not signed with this installation's key. What is wrong with the
    /// records is in the report.
    pub async fn audit(&self, against: Option<&SignedHead>) -> Result<AuditReport, AuditError> {
        let verified = match against {
            Some(head) => Some(head.verify(&self.verifying_key().await?)?),
            None => None,
        };
        Ok(verify(self.journal(), verified.as_ref()).await?)
    }
}
