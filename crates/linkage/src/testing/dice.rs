//! Random numbers from a printed seed (SplitMix64).

/// Draws.
#[derive(Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut dice = Self(seed ^ stream.wrapping_mul(0xA076_1D64_78BD_642F));
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `sides`, which is not 0.
    pub fn roll(&mut self, sides: usize) -> usize {
        (self.next() % sides as u64) as usize
    }

    /// True in so many of a thousand cases.
    pub fn per_mille(&mut self, cases: u32) -> bool {
        self.roll(1000) < cases as usize
    }

    /// One of them, each as likely as the next.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len())]
    }

    /// The place of one, as likely as its weight; `running` are the running sums.
    pub fn weighted(&mut self, running: &[u64]) -> usize {
        let last = running.last().copied().unwrap_or(1);
        let point = self.next() % last;
        running.partition_point(|&sum| sum <= point)
    }
}
