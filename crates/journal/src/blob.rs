//! Datasets beside the journal: bytes named by their hash, which an event can then name. Putting the same bytes twice
//! changes nothing; what they contain is never known here.

use crate::error::{Error, Result};
use crate::hash::Hash;
use crate::journal::Journal;
use crate::sql;
use crate::store::{Lease, on};

impl Journal {
    /// Stores bytes durably under their SHA-256. Put them before the event that names them.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn put_blob(&self, bytes: &[u8]) -> Result<Hash> {
        let hash = Hash::of(&[bytes]);
        let mut lease = self.aside().await?;
        put(&mut lease, hash, bytes).await?;
        self.inner.store.commit(lease, None).await?;
        Ok(hash)
    }

    /// The bytes of a name, `None` when they were never put.
    ///
    /// # Errors
    /// [`Error::BytesDamaged`] when the stored bytes are not those of their name.
    pub async fn blob(&self, hash: Hash) -> Result<Option<Vec<u8>>> {
        get(&mut self.inner.store.reader().await?, hash).await
    }

    /// The names of all stored datasets, in order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn blobs(&self) -> Result<Vec<Hash>> {
        let mut lease = self.inner.store.reader().await?;
        let names: Vec<String> =
            on!(lease.link(), c => sqlx::query_scalar(sql::BLOB_NAMES).fetch_all(c).await).map_err(Error::from_sqlx)?;
        let damaged = |name: &String| Error::BytesDamaged {
            what: format!("dataset {name}"),
            detail: "its name is no hash".to_owned(),
        };
        names.iter().map(|name| name.parse().map_err(|_| damaged(name))).collect()
    }
}

pub(crate) async fn put(lease: &mut Lease, hash: Hash, bytes: &[u8]) -> Result<()> {
    on!(lease.link(), c => sqlx::query(sql::BLOB_PUT).bind(hash.to_string()).bind(bytes).execute(c).await.map(drop))
        .map_err(Error::from_sqlx)
}

async fn get(lease: &mut Lease, hash: Hash) -> Result<Option<Vec<u8>>> {
    let bytes: Option<Vec<u8>> =
        on!(lease.link(), c => sqlx::query_scalar(sql::BLOB).bind(hash.to_string()).fetch_optional(c).await)
            .map_err(Error::from_sqlx)?;
    let Some(bytes) = bytes else { return Ok(None) };
    let found = Hash::of(&[&bytes]);
    if found != hash {
        let detail = format!("its bytes have the hash {found}");
        return Err(Error::BytesDamaged { what: format!("dataset {hash}"), detail });
    }
    Ok(Some(bytes))
}
