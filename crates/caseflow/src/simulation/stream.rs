//! Random numbers that belong to a case, not to the order of events. Every draw is a function of (seed, replication,
//! class, number of the case in its class, how many stations it has visited, what is drawn): a change of staffing moves
//! nothing but times, so two scenarios compare the same cases with the same work (common random numbers).
//!
//! SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014): its
//! state is one word, so a stream costs nothing to keep or to start.

use std::convert::Infallible;

use rand::{RngExt, TryRng};

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// A stream of random numbers.
#[derive(Debug, Clone, Copy)]
pub struct Stream(u64);

/// What is drawn at a visit; each has its own stream, so that changing one law leaves the others' draws alone.
#[derive(Debug, Clone, Copy)]
pub enum Lane {
    /// The days of service.
    Service = 0,
    /// Where the case goes next.
    Route = 1,
    /// Whether and how long it is held.
    Hold = 2,
    /// The delay before the queue.
    Delay = 3,
}

/// The mixing function of SplitMix64: every bit of the answer depends on every bit of the word.
#[inline]
const fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

/// The key of part `number` of whatever has this key.
#[inline]
pub const fn part(key: u64, number: u64) -> u64 {
    mix(key.wrapping_add(number.wrapping_add(1).wrapping_mul(GOLDEN)))
}

impl Stream {
    /// The stream of a key.
    #[inline]
    pub const fn of(key: u64) -> Self {
        Self(key)
    }

    /// The stream of one lane at one visit of the case with this key.
    #[inline]
    pub const fn at(key: u64, visit: u32, lane: Lane) -> Self {
        Self(part(key, (visit as u64) * 4 + lane as u64))
    }

    /// Uniform in [0, 1).
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        self.random::<f64>()
    }
}

impl TryRng for Stream {
    type Error = Infallible;

    #[inline]
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.try_next_u64()? >> 32) as u32)
    }

    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0 = self.0.wrapping_add(GOLDEN);
        Ok(mix(self.0))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        for piece in out.chunks_mut(8) {
            let word = self.try_next_u64()?.to_le_bytes();
            piece.copy_from_slice(&word[..piece.len()]);
        }
        Ok(())
    }
}
