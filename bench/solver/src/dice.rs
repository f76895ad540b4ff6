//! Random numbers from a printed seed (SplitMix64): the same instance on every machine and for ever.

/// A seeded source of random numbers.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// A source for this seed. Neighbouring seeds give unrelated numbers.
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0xD134_2543_DE82_EF95))
    }

    /// A number from `0..sides`; `sides` must not be zero.
    pub fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % u64::from(sides)) as u32
    }

    /// An index into `weights`, each as likely as its weight says.
    pub fn pick(&mut self, weights: &[u32]) -> u32 {
        let mut left = self.roll(weights.iter().sum());
        for (index, &weight) in (0..).zip(weights) {
            if left < weight {
                return index;
            }
            left -= weight;
        }
        0
    }
}
