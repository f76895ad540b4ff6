//! The twins that every vector kernel is held against, and the path of processors without vectors.

use super::{Best, Reading};

pub(super) fn two_smallest(reading: Reading, row: &[u32], price: &[i32]) -> Best {
    let mut found = Best { entry: 0, best: i32::MAX, second: i32::MAX };
    rest(reading, row, price, &mut found);
    found
}

/// Takes further entries into account, whose targets are above those seen.
#[inline(always)]
pub(super) fn rest(reading: Reading, row: &[u32], price: &[i32], found: &mut Best) {
    let last = price.len() - 1;
    for &entry in row {
        let at = (reading.target(entry) as usize).min(last);
        let value = reading.cost(entry).wrapping_sub(price[at]);
        found.second = found.second.min(value.max(found.best));
        if value < found.best {
            found.best = value;
            found.entry = entry;
        }
    }
}

pub(super) fn nearer(bits: u32, row: &[u32], price: &[i64], base: i64, horizon: i64, found: &mut Vec<(u32, i64)>) {
    let last = price.len() - 1;
    let cost_mask = (1 << bits) - 1;
    for &entry in row {
        let target = entry >> bits;
        let value = base.wrapping_add((entry & cost_mask).into()).wrapping_sub(price[(target as usize).min(last)]);
        if value < horizon {
            found.push((target, value));
        }
    }
}
