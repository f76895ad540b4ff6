//! Chance, all of it from the seed. Each subject draws from a stream of its own, so that a change to one leaves the
//! others as they were. What is never here: a clock, a source of entropy, a float of chance.

use jiff::ToSpan;
use muster_domain::Date;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of chance.
pub(crate) struct Dice(ChaCha8Rng);

/// What the streams are drawn for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stream {
    Figures = 1,
    Organization,
    Billets,
    Tours,
    People,
    Reliefs,
    Plants,
    Preferences,
    Manning,
    Presence,
    Requisitions,
    Extracts,
    Standing,
    Ballots,
    Cases,
    Executions,
    Letters,
}

impl Dice {
    /// The stream of one subject under a seed.
    pub fn new(seed: u64, stream: Stream) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(stream as u64);
        Self(rng)
    }

    /// A number below `bound`, which must be above zero.
    pub fn below(&mut self, bound: usize) -> usize {
        // The high half of the product: uneven by less than one in 2^40 for any bound used here.
        ((u128::from(self.0.next_u64()) * bound as u128) >> 64) as usize
    }

    /// A number between both, each included.
    pub fn between(&mut self, least: i32, most: i32) -> i32 {
        let span = usize::try_from(most - least + 1).expect("the range runs forward");
        least + i32::try_from(self.below(span)).expect("below an i32 range")
    }

    /// Whether something of this chance happens.
    pub fn per_mille(&mut self, chance: u32) -> bool {
        self.below(1000) < chance as usize
    }

    /// One of a list that is not empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// One of a list by weight; the weights are not all zero.
    pub fn weighted<T: Copy>(&mut self, list: &[(T, u32)]) -> T {
        let total: usize = list.iter().map(|(_, weight)| *weight as usize).sum();
        let mut at = self.below(total);
        for (item, weight) in list {
            match at.checked_sub(*weight as usize) {
                Some(rest) => at = rest,
                None => return *item,
            }
        }
        unreachable!("the number drawn lies below the sum of the weights")
    }

    /// A list in an order of chance.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }
}

/// The day so many days later, earlier where negative.
pub(crate) fn days_after(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}
