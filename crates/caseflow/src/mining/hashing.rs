//! Tables keyed by small numbers of our own.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Spreads a number over 64 bits (the finaliser of SplitMix64; Steele, Lea and Flood 2014). Keys are our own dense ids.
#[derive(Debug, Default, Clone, Copy)]
pub struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = self.0.rotate_left(32) ^ number;
    }
}

/// A table by number.
pub(super) type ByNumber<V> = HashMap<u64, V, BuildHasherDefault<Mixer>>;

/// A pair of numbers as one.
pub(super) fn pair(first: u32, second: u32) -> u64 {
    (u64::from(first) << 32) | u64::from(second)
}
