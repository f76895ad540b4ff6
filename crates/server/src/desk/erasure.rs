//! Erasing for good what an erased person's key sealed, right after the record that says so: the snapshots that hold it
//! in the World, the key they were sealed with, then the person's own key. The person's key goes last, so that a stop in
//! between is made good by the next start, which finds the record again.

use std::sync::atomic::Ordering::SeqCst;

use super::writer::Writer;
use crate::vault::VaultError;

#[derive(Debug, thiserror::Error)]
enum NotErased {
    #[error(transparent)]
    Journal(#[from] muster_journal::Error),
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Writer {
    /// Carries out the erasures that are still to be done; one that fails is tried again later.
    pub(super) async fn erase(&mut self) {
        let people = self.parts.vault.not_yet_erased(&self.to_erase).await;
        let erased = match people {
            Ok(people) if people.is_empty() => Ok(()),
            Ok(people) => self.erase_keys(&people).await,
            Err(error) => Err(error.into()),
        };
        match erased {
            Ok(()) => self.to_erase.clear(),
            Err(error) => {
                tracing::warn!(%error, people = self.to_erase.len(), "erased people still have a key; trying again");
            }
        }
    }

    async fn erase_keys(&mut self, people: &[muster_domain::PersonId]) -> Result<(), NotErased> {
        self.erasures.fetch_add(1, SeqCst);
        self.parts.journal.drop_snapshots().await?;
        self.parts.vault.renew_snapshot_key().await?;
        self.parts.vault.erase_person_keys(people).await?;
        self.forget_snapshots();
        Ok(())
    }
}
