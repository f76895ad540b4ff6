//! The one draw that breaks every tie: from a stated seed to an order of all people, by a written recipe, so that
//! anybody can repeat it.

/// A drawn order of all people. Where a position ranks two people alike, the one drawn earlier comes first.
///
/// The recipe: SplitMix64 (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014) started
/// at the seed; `order` begins as `0, 1, …, n − 1`; for `k` from `n − 1` down to `1`, take the next 64-bit number
/// `r` and exchange `order[k]` with `order[⌊r · (k + 1) / 2^64⌋]` (Fisher and Yates). One draw serves all
/// positions: drawing for each position anew costs people good places and protects nobody (Abdulkadiroğlu,
/// Pathak and Roth, *Strategy-proofness versus efficiency in matching with indifferences*, 2009).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lottery {
    seed: u64,
    order: Vec<u32>,
    place: Vec<u32>,
}

impl Lottery {
    /// Draws `people` people with a seed. The same seed and number give the same order on every machine.
    ///
    /// # Panics
    /// If there are more than `u32::MAX` people.
    pub fn draw(seed: u64, people: usize) -> Lottery {
        let people = u32::try_from(people).expect("people are named by 32-bit indices");
        let mut order: Vec<u32> = (0..people).collect();
        let mut random = SplitMix64(seed);
        for last in (1..people as usize).rev() {
            order.swap(last, random.below(last as u64 + 1) as usize);
        }
        let mut place = vec![0; order.len()];
        for (at, &person) in (0..).zip(&order) {
            place[person as usize] = at;
        }
        Lottery { seed, order, place }
    }

    /// The seed it was drawn with.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// All people in the order drawn, first drawn first.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Each person's place in the draw, from 0 for the first drawn.
    pub fn place(&self) -> &[u32] {
        &self.place
    }
}

/// The generator, by its published constants.
pub(crate) struct SplitMix64(pub(crate) u64);

impl SplitMix64 {
    /// The next number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number in `0..limit`. Some come up more often than others by at most one part in `2^64 / limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::SplitMix64;

    #[test]
    fn the_generator_gives_its_published_first_numbers() {
        let mut random = SplitMix64(1_234_567);
        let numbers = [(); 3].map(|()| random.next());
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }
}
