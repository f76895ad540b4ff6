//! The head of the journal, how many records it has and the root over them, and the form in which it leaves the machine:
//! signed. Keys are handed in; none is kept here.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::hash::Hash;

/// How many records there are and the Merkle root over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The number of records, which is also the newest position.
    pub size: u64,
    /// The RFC 6962 root over all leaves.
    pub root: Hash,
}

/// A head that somebody vouches for, as a JSON document that is kept away from the machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedHead {
    /// The number of records.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// When it was signed, in microseconds since 1970-01-01T00:00:00Z, by the signer's clock.
    pub at: i64,
    /// Which key signed: see [`key_id`].
    pub key_id: String,
    /// The Ed25519 signature in hexadecimal.
    pub signature: String,
}

/// A signed head whose signature was checked: the only kind that an audit accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedHead {
    head: Head,
    at: i64,
}

impl VerifiedHead {
    /// The head.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// When it was signed, in microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn at(&self) -> i64 {
        self.at
    }
}

/// The name of a key: the first 16 hexadecimal digits of the SHA-256 of its 32 public bytes.
#[must_use]
pub fn key_id(key: &VerifyingKey) -> String {
    Hash::of(&[key.as_bytes()]).to_string().chars().take(16).collect()
}

impl SignedHead {
    /// Signs a head. `at` is the signer's now, in microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn sign(head: Head, at: i64, key: &SigningKey) -> Self {
        let key_id = key_id(&key.verifying_key());
        let signature = key.sign(&message(head.size, &head.root, at, &key_id));
        Self { size: head.size, root: head.root, at, key_id, signature: hex::encode(signature.to_bytes()) }
    }

    /// Checks the signature.
    ///
    /// # Errors
    /// [`Error::NotProven`] when another key signed or a field was changed afterwards.
    pub fn verify(&self, key: &VerifyingKey) -> Result<VerifiedHead> {
        let expected = key_id(key);
        if self.key_id != expected {
            return Err(Error::NotProven(format!(
                "the head was signed by key {}, not by key {expected}; give the public key that belongs to it",
                self.key_id
            )));
        }
        let refused = || {
            Error::NotProven(
                "the head's signature does not fit its contents; it was changed or never signed".to_owned(),
            )
        };
        let mut bytes = [0; Signature::BYTE_SIZE];
        hex::decode_to_slice(&self.signature, &mut bytes).map_err(|_| refused())?;
        let signed = message(self.size, &self.root, self.at, &self.key_id);
        key.verify_strict(&signed, &Signature::from_bytes(&bytes)).map_err(|_| refused())?;
        Ok(VerifiedHead { head: Head { size: self.size, root: self.root }, at: self.at })
    }
}

/// What is signed: a purpose, so that no other signature of the same key can pass for a head, then every field.
fn message(size: u64, root: &Hash, at: i64, key_id: &str) -> Vec<u8> {
    format!("muster journal head\nsize {size}\nroot {root}\nat {at}\nkey {key_id}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> Head {
        Head { size: 7, root: Hash::of(&[b"x"]) }
    }

    #[test]
    fn a_signed_head_verifies_with_its_key_after_a_round_through_json() {
        let key = SigningKey::from_bytes(&[3; 32]);
        let json = serde_json::to_string(&SignedHead::sign(head(), 5, &key)).unwrap();
        let read: SignedHead = serde_json::from_str(&json).unwrap();
        assert_eq!(read.verify(&key.verifying_key()).unwrap().head(), head());
    }

    #[test]
    fn any_changed_field_breaks_the_signature() {
        let key = SigningKey::from_bytes(&[3; 32]);
        let signed = SignedHead::sign(head(), 5, &key);
        let changed = [
            SignedHead { size: 8, ..signed.clone() },
            SignedHead { root: Hash::of(&[b"y"]), ..signed.clone() },
            SignedHead { at: 6, ..signed.clone() },
            SignedHead { key_id: "0".repeat(16), ..signed.clone() },
            SignedHead { signature: "00".repeat(64), ..signed.clone() },
            SignedHead { signature: "zz".to_owned(), ..signed },
        ];
        for forged in changed {
            assert!(matches!(forged.verify(&key.verifying_key()), Err(Error::NotProven(_))), "{forged:?}");
        }
    }

    #[test]
    fn another_key_does_not_verify_it() {
        let signed = SignedHead::sign(head(), 5, &SigningKey::from_bytes(&[3; 32]));
        let other = SigningKey::from_bytes(&[4; 32]).verifying_key();
        let error = signed.verify(&other).unwrap_err().to_string();
        assert!(error.contains(&key_id(&other)), "{error}");
    }
}
