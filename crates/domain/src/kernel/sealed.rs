//! Facts about a person that the journal holds only sealed under that person's key.
//!
//! The domain works on open facts; the desk seals them on the way into the journal and opens them on the way out, with
//! keys this crate never sees. Where the key was erased the fact stays closed, and the World knows it no more.

use serde::{Deserialize, Serialize};

/// A fact that leaves the process only sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sealed<T> {
    /// Readable: inside the process.
    Open(T),
    /// Ciphertext as text: in the journal, or for good once the key is erased.
    Closed(String),
}

impl<T> Sealed<T> {
    /// The fact, where it is readable.
    pub fn open(&self) -> Option<&T> {
        match self {
            Self::Open(fact) => Some(fact),
            Self::Closed(_) => None,
        }
    }
}

impl<T: Serialize + for<'de> Deserialize<'de>> Sealed<T> {
    /// Replaces the fact by what `seal` makes of its JSON text. A fact already closed stays as it is.
    pub fn seal(&mut self, seal: &mut dyn FnMut(&[u8]) -> String) {
        if let Self::Open(fact) = self {
            let plain = serde_json::to_vec(fact).expect("facts are plain data and always serialise");
            *self = Self::Closed(seal(&plain));
        }
    }

    /// Opens it with `unseal`, which answers `None` where the key is gone; then it stays closed.
    pub fn unseal(&mut self, unseal: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Result<(), serde_json::Error> {
        if let Self::Closed(text) = self
            && let Some(plain) = unseal(text)
        {
            *self = Self::Open(serde_json::from_slice(&plain)?);
        }
        Ok(())
    }
}

/// The schema of an open fact, as commands carry it.
pub(crate) fn open_schema<T: utoipa::PartialSchema>() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
    utoipa::openapi::ObjectBuilder::new()
        .property("open", T::schema())
        .required("open")
        .description(Some("A fact kept sealed under the person's key"))
        .into()
}
