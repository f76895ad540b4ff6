//! Authenticated encryption with one key: ChaCha20-Poly1305, a fresh random nonce before the ciphertext. Which key
//! belongs to what is decided elsewhere.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use rand::TryRng;
use rand::rngs::SysRng;

const NONCE_BYTES: usize = 12;

/// 256 bits of key. Its digits are never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// A key from the operating system's randomness.
    ///
    /// # Panics
    /// When the operating system has no randomness to give; nothing may be sealed then.
    #[must_use]
    pub fn random() -> Self {
        Self(random_bytes())
    }

    /// The key from its stored bytes; `None` when there are not exactly 32.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Its bytes, to be stored in the vault and nowhere else.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Bytes from the operating system's randomness.
///
/// # Panics
/// As [`Key::random`].
#[must_use]
pub(crate) fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    SysRng.try_fill_bytes(&mut bytes).expect("an operating system that gives no randomness cannot keep a secret");
    bytes
}

/// Nonce and ciphertext of `plain`, bound to `about`.
#[must_use]
pub fn seal(key: &Key, about: &[u8], plain: &[u8]) -> Vec<u8> {
    let nonce: [u8; NONCE_BYTES] = random_bytes();
    let payload = Payload { msg: plain, aad: about };
    let sealed = cipher(key)
        .encrypt(&Nonce::from(nonce), payload)
        .expect("ChaCha20-Poly1305 seals anything shorter than 256 GB, and everything here is");
    [&nonce[..], &sealed].concat()
}

/// What was sealed; `None` when the key, what it is about or a byte of it is another.
#[must_use]
pub fn open(key: &Key, about: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, text) = sealed.split_first_chunk::<NONCE_BYTES>()?;
    cipher(key).decrypt(&Nonce::from(*nonce), Payload { msg: text, aad: about }).ok()
}

fn cipher(key: &Key) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&key.0.into())
}
