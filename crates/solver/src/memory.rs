//! What a solve will need, before it starts.

use thiserror::Error;

use crate::problem::Problem;

/// An instance is larger than the memory it may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "{pairs} pairs of {people} people and {positions} positions need about {needed} bytes, more than the {limit} allowed: \
     leave out pairs that will not be chosen, or allow more"
)]
pub struct TooLarge {
    /// Number of people.
    pub people: usize,
    /// Number of positions.
    pub positions: usize,
    /// Number of allowed pairs.
    pub pairs: usize,
    /// Bytes that solving needs at most, the instance included.
    pub needed: u64,
    /// Bytes allowed.
    pub limit: u64,
}

impl Problem {
    /// About how many bytes the instance and a solve of it take at most, its answer included.
    pub fn memory_needed(&self) -> u64 {
        // A pair from both sides, in four bytes or in twelve; a node with its limits, prices, mates and scratch space, and with
        // the wide auction's shortlist of sixteen.
        let (pair, node) = if self.people.code().is_some() { (8, 160) } else { (24, 420) };
        pair * self.pairs() as u64 + node * (self.people() + self.positions()) as u64
    }

    /// Whether the instance can be solved within so many bytes.
    ///
    /// # Errors
    /// [`TooLarge`], naming the sizes.
    pub fn check_memory(&self, limit: u64) -> Result<(), TooLarge> {
        let needed = self.memory_needed();
        if needed <= limit {
            return Ok(());
        }
        Err(TooLarge { people: self.people(), positions: self.positions(), pairs: self.pairs(), needed, limit })
    }
}
