//! The keys of the installation as a whole: the one that signs heads, the one that seals snapshots, the secret in
//! command digests. Read from the table each time but for the last, so that several servers agree.

use ed25519_dalek::SigningKey;

use super::store::on;
use super::{Vault, VaultError};
use crate::codec::Key;

const SIGNING: &str = "head signing";
const SNAPSHOT: &str = "snapshot";
const DIGEST: &str = "command digest";

impl Vault {
    /// The Ed25519 key that signs heads of the journal.
    ///
    /// # Errors
    /// When the vault cannot be read or written.
    pub async fn signing_key(&self) -> Result<SigningKey, VaultError> {
        Ok(SigningKey::from_bytes(self.installation_key(SIGNING).await?.as_bytes()))
    }

    /// The key that snapshots are sealed with.
    ///
    /// # Errors
    /// When the vault cannot be read or written.
    pub async fn snapshot_key(&self) -> Result<Key, VaultError> {
        self.installation_key(SNAPSHOT).await
    }

    /// The secret in the digests of commands.
    ///
    /// # Errors
    /// When the vault cannot be read or written.
    pub async fn digest_key(&self) -> Result<Key, VaultError> {
        self.installation_key(DIGEST).await
    }

    /// Replaces the snapshot key, so that no snapshot written before can be read again, wherever a copy of it lies.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn renew_snapshot_key(&self) -> Result<(), VaultError> {
        const RENEW: &str = "INSERT INTO installation_key (name, key) VALUES ($1, $2) \
                             ON CONFLICT (name) DO UPDATE SET key = excluded.key";
        let key = Key::random().as_bytes().to_vec();
        on!(&self.inner.store, pool => sqlx::query(RENEW).bind(SNAPSHOT).bind(key).execute(pool).await.map(drop))?;
        self.inner.store.scrub().await
    }

    async fn installation_key(&self, name: &'static str) -> Result<Key, VaultError> {
        const MAKE: &str = "INSERT INTO installation_key (name, key) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
        if let Some(key) = self.find_installation_key(name).await? {
            return Ok(key);
        }
        let key = Key::random().as_bytes().to_vec();
        on!(&self.inner.store, pool => sqlx::query(MAKE).bind(name).bind(key).execute(pool).await.map(drop))?;
        // what the table holds counts: another server may have been first
        self.find_installation_key(name).await?.ok_or(VaultError::Damaged("table of installation keys"))
    }

    async fn find_installation_key(&self, name: &'static str) -> Result<Option<Key>, VaultError> {
        const FIND: &str = "SELECT key FROM installation_key WHERE name = $1";
        let bytes: Option<Vec<u8>> =
            on!(&self.inner.store, pool => sqlx::query_scalar(FIND).bind(name).fetch_optional(pool).await)?;
        bytes.map(|bytes| Key::from_slice(&bytes).ok_or(VaultError::Damaged("installation key"))).transpose()
    }
}
