//! The vector kernels, each behind one safe function with a scalar twin that gives the same answer bit for bit.
//!
//! The only module of the project that may be `unsafe`. What a processor can do is asked once a solve ([`Level`]);
//! every index is clamped before it is used, so that no caller can make a kernel read outside its slices.

mod scalar;
#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code, reason = "vector instructions; each use states why it is sound")]
mod x86;

/// How a kernel is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Scalar,
    #[cfg(target_arch = "x86_64")]
    Avx2(x86::HasAvx2),
    #[cfg(target_arch = "x86_64")]
    Avx512(x86::HasAvx512),
}

impl Level {
    /// The best that this processor can do.
    pub(crate) fn best() -> Level {
        #[cfg(target_arch = "x86_64")]
        {
            if let Some(proof) = x86::HasAvx512::detect() {
                return Level::Avx512(proof);
            }
            if let Some(proof) = x86::HasAvx2::detect() {
                return Level::Avx2(proof);
            }
        }
        Level::Scalar
    }

    /// Up to how many entries a row is read as fast as a shortlist is kept and read.
    pub(crate) fn short_row(self) -> usize {
        match self {
            #[cfg(target_arch = "x86_64")]
            Level::Avx512(_) => 100,
            _ => 2 * KEPT,
        }
    }

    /// Everything that this processor can do.
    #[cfg(test)]
    pub(crate) fn all() -> Vec<Level> {
        #[allow(unused_mut, reason = "other processors have the scalar path only")]
        let mut levels = vec![Level::Scalar];
        #[cfg(target_arch = "x86_64")]
        {
            levels.extend(x86::HasAvx2::detect().map(Level::Avx2));
            levels.extend(x86::HasAvx512::detect().map(Level::Avx512));
        }
        levels
    }
}

/// How packed entries are read as values: the target in the upper bits, the cost in the lower `bits`, multiplied by
/// two to the power of `shift`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Bits of the cost, below 32.
    pub(crate) bits: u32,
    /// Below 32.
    pub(crate) shift: u32,
}

impl Reading {
    #[inline(always)]
    pub(crate) fn target(self, entry: u32) -> u32 {
        entry >> self.bits
    }

    #[inline(always)]
    pub(crate) fn cost(self, entry: u32) -> i32 {
        ((entry & ((1 << self.bits) - 1)) << self.shift) as i32
    }
}

/// A row's best value and the next best one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Best {
    /// The best entry; of several equally good ones that of the lowest target. Zero if the row is empty.
    pub(crate) entry: u32,
    /// Its value; [`i32::MAX`] if the row is empty.
    pub(crate) best: i32,
    /// The least value of the other entries; [`i32::MAX`] if there is none.
    pub(crate) second: i32,
}

/// How many entries a [`Shortlist`] keeps at most.
pub(crate) const KEPT: usize = 14;

/// The most promising entries of a row, so that most readers need one line of memory and not the row.
///
/// As long as no price rises, an entry that is not kept never falls below the threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(align(64))]
pub(crate) struct Shortlist {
    entries: [u32; KEPT],
    kept: u32,
    /// No entry left off has a value below this.
    pub(crate) threshold: i32,
}

impl Shortlist {
    /// Nothing is known of the row.
    pub(crate) const UNKNOWN: Shortlist = Shortlist { entries: [0; KEPT], kept: 0, threshold: i32::MIN };

    /// The entries kept, in no order.
    #[inline(always)]
    pub(crate) fn entries(&self) -> &[u32] {
        &self.entries[..(self.kept as usize).min(KEPT)]
    }
}

/// As [`two_smallest`], and a shortlist of the row at these prices. `scratch` is room to work in.
#[inline]
pub(crate) fn shortlist(
    level: Level,
    reading: Reading,
    row: &[u32],
    price: &[i32],
    scratch: &mut Vec<u64>,
) -> (Best, Shortlist) {
    if price.is_empty() {
        return (Best { entry: 0, best: i32::MAX, second: i32::MAX }, Shortlist::UNKNOWN);
    }
    match level {
        #[cfg(target_arch = "x86_64")]
        Level::Avx512(proof) => x86::shortlist_avx512(proof, reading, row, price),
        _ => scalar::shortlist(reading, row, price, scratch),
    }
}

/// The two smallest values `cost − price[target]` of a row whose targets rise, or of a shortlist. Arithmetic wraps; a target beyond the
/// prices reads the last price.
#[inline]
pub(crate) fn two_smallest(level: Level, reading: Reading, row: &[u32], price: &[i32]) -> Best {
    if price.is_empty() {
        return Best { entry: 0, best: i32::MAX, second: i32::MAX };
    }
    match level {
        Level::Scalar => scalar::two_smallest(reading, row, price),
        #[cfg(target_arch = "x86_64")]
        Level::Avx2(proof) => x86::two_smallest_avx2(proof, reading, row, price),
        #[cfg(target_arch = "x86_64")]
        Level::Avx512(proof) => x86::two_smallest_avx512(proof, reading, row, price),
    }
}

/// Which entries of a row are nearer than `horizon`: their targets and `base + cost − price[target]`, in the row's order,
/// appended to `found`. The cost is the entry's lower `bits`, below 32. Arithmetic wraps; a target beyond the prices reads
/// the last price.
#[inline]
pub(crate) fn nearer(
    level: Level,
    bits: u32,
    row: &[u32],
    price: &[i64],
    base: i64,
    horizon: i64,
    found: &mut Vec<(u32, i64)>,
) {
    if price.is_empty() {
        return;
    }
    match level {
        Level::Scalar => scalar::nearer(bits, row, price, base, horizon, found),
        #[cfg(target_arch = "x86_64")]
        Level::Avx2(proof) => x86::nearer_avx2(proof, bits, row, price, base, horizon, found),
        #[cfg(target_arch = "x86_64")]
        Level::Avx512(proof) => x86::nearer_avx512(proof, bits, row, price, base, horizon, found),
    }
}

/// Asks for a shortlist to be brought near; never changes any answer.
#[inline]
pub(crate) fn prefetch_list(list: &Shortlist) {
    #[cfg(target_arch = "x86_64")]
    x86::prefetch(&list.entries[..1]);
    #[cfg(not(target_arch = "x86_64"))]
    let _ = list;
}

/// Asks for a row to be brought near; never changes any answer.
#[inline]
pub(crate) fn prefetch(row: &[u32]) {
    #[cfg(target_arch = "x86_64")]
    x86::prefetch(row);
    #[cfg(not(target_arch = "x86_64"))]
    let _ = row;
}

#[cfg(test)]
mod tests {
    use super::{Level, Reading, nearer, shortlist, two_smallest};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn every_level_gives_the_same_answer(
            bits in 1_u32..20,
            shift in 0_u32..8,
            targets in prop::collection::btree_set(0_u32..400, 0..90),
            costs in prop::collection::vec(0_u32..40, 90),
            price in prop::collection::vec(-30_i32..30, 1..420),
        ) {
            let row: Vec<u32> = targets
                .into_iter()
                .zip(costs)
                .map(|(target, cost)| target << bits | cost & ((1 << bits) - 1))
                .collect();
            let reading = Reading { bits, shift };
            let expected = two_smallest(Level::Scalar, reading, &row, &price);
            for level in Level::all() {
                prop_assert_eq!(two_smallest(level, reading, &row, &price), expected);
            }
        }

        #[test]
        fn every_level_agrees_on_anything_at_all(
            bits in 0_u32..32,
            shift in 0_u32..32,
            row in prop::collection::btree_set(any::<u32>(), 0..70),
            price in prop::collection::vec(any::<i32>(), 1..50),
        ) {
            let mut row: Vec<u32> = row.into_iter().collect();
            row.dedup_by_key(|entry| *entry >> bits);
            let reading = Reading { bits, shift };
            let expected = two_smallest(Level::Scalar, reading, &row, &price);
            for level in Level::all() {
                prop_assert_eq!(two_smallest(level, reading, &row, &price), expected);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn a_shortlist_holds_whatever_lies_below_its_threshold_and_gives_the_two_best(
            targets in prop::collection::btree_set(0_u32..400, 0..90),
            costs in prop::collection::vec(prop_oneof![0_u32..4, 0_u32..256], 90),
            price in prop::collection::vec(-30_i32..30, 400),
            falls in prop::collection::vec((0_usize..400, 0_i32..20), 0..20),
            shift in 0_u32..6,
        ) {
            let reading = Reading { bits: 8, shift };
            let row: Vec<u32> = targets.into_iter().zip(costs).map(|(target, cost)| target << 8 | cost).collect();
            let value = |entry: u32, price: &[i32]| reading.cost(entry) - price[reading.target(entry) as usize];
            for level in Level::all() {
                let (best, list) = shortlist(level, reading, &row, &price, &mut Vec::new());
                prop_assert_eq!(best, two_smallest(Level::Scalar, reading, &row, &price));
                let mut later = price.clone();
                for &(at, by) in &falls {
                    later[at] -= by;
                }
                prop_assert!(list.entries().iter().all(|entry| row.contains(entry)));
                for &entry in &row {
                    prop_assert!(list.entries().contains(&entry) || value(entry, &later) >= list.threshold);
                }
                // What the auction relies on: below the threshold the list tells as much as the row, at every level.
                let (of_row, of_list) = (
                    two_smallest(Level::Scalar, reading, &row, &later),
                    two_smallest(level, reading, list.entries(), &later),
                );
                if of_list.best < list.threshold && of_list.second <= list.threshold {
                    prop_assert_eq!(of_list, of_row);
                }
            }
        }

        #[test]
        fn every_level_finds_the_same_nearer_entries(
            bits in 0_u32..32,
            row in prop::collection::vec(any::<u32>(), 0..70),
            price in prop::collection::vec(prop_oneof![-90_i64..90, any::<i64>()], 1..50),
            base in prop_oneof![-90_i64..90, any::<i64>()],
            horizon in prop_oneof![-90_i64..90, any::<i64>()],
        ) {
            let found = |level| {
                let mut found = vec![(7, 7)];
                nearer(level, bits, &row, &price, base, horizon, &mut found);
                found
            };
            let expected = found(Level::Scalar);
            for level in Level::all() {
                prop_assert_eq!(found(level), expected.clone());
            }
        }

        #[test]
        fn nearer_entries_are_those_below_the_horizon(
            row in prop::collection::vec((0_u32..40, 0_u32..64), 0..70),
            price in prop::collection::vec(-30_i64..30, 40),
            base in -9_i64..9,
            horizon in -40_i64..60,
        ) {
            let entries: Vec<u32> = row.iter().map(|&(target, cost)| target << 6 | cost).collect();
            let expected: Vec<(u32, i64)> = row
                .iter()
                .map(|&(target, cost)| (target, base + i64::from(cost) - price[target as usize]))
                .filter(|&(_, value)| value < horizon)
                .collect();
            for level in Level::all() {
                let mut found = Vec::new();
                nearer(level, 6, &entries, &price, base, horizon, &mut found);
                prop_assert_eq!(&found, &expected);
            }
        }
    }

    #[test]
    fn an_empty_row_and_no_prices_have_no_best() {
        let reading = Reading { bits: 8, shift: 0 };
        for level in Level::all() {
            assert_eq!(two_smallest(level, reading, &[], &[1]).best, i32::MAX);
            assert_eq!(two_smallest(level, reading, &[5], &[]).best, i32::MAX);
        }
    }
}
