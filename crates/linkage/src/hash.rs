//! A hash that is the same on every machine and in every run.

use std::hash::{BuildHasherDefault, Hasher};

/// The hash of a text (FNV-1a, mixed).
pub(crate) fn hash(text: &str) -> u64 {
    mix(text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)))
}

/// The hash of several hashes in this order.
pub(crate) fn join(parts: &[u64]) -> u64 {
    parts.iter().fold(0x9E37_79B9_7F4A_7C15, |hash, part| mix(hash ^ part))
}

fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

/// A map whose keys are such hashes already.
pub(crate) type HashMap<V> = std::collections::HashMap<u64, V, BuildHasherDefault<Passing>>;

/// Passes a key through that is a hash already.
#[derive(Default)]
pub(crate) struct Passing(u64);

impl Hasher for Passing {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = mix(self.0 ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}
