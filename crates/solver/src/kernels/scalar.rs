//! The twins that every vector kernel is held against, and the path of processors without vectors.

use super::{Best, KEPT, Reading, Shortlist};

pub(super) fn two_smallest(reading: Reading, row: &[u32], price: &[i32]) -> Best {
    let mut found = Best { entry: 0, best: i32::MAX, second: i32::MAX };
    rest(reading, row, price, &mut found);
    found
}

pub(super) fn shortlist(reading: Reading, row: &[u32], price: &[i32], scratch: &mut Vec<u64>) -> (Best, Shortlist) {
    let best = two_smallest(reading, row, price);
    let mut list = Shortlist { entries: [0; KEPT], kept: row.len().min(KEPT) as u32, threshold: i32::MAX };
    if row.len() <= KEPT {
        list.entries[..row.len()].copy_from_slice(row);
        return (best, list);
    }
    let last = price.len() - 1;
    scratch.clear();
    // The value above, its sign turned so that it orders as an unsigned number, the entry below.
    scratch.extend(row.iter().map(|&entry| {
        let value = reading.cost(entry).wrapping_sub(price[(reading.target(entry) as usize).min(last)]);
        u64::from((value ^ i32::MIN) as u32) << 32 | u64::from(entry)
    }));
    let (kept, &mut next, _) = scratch.select_nth_unstable(KEPT);
    for (slot, &mut pair) in list.entries.iter_mut().zip(kept) {
        *slot = pair as u32;
    }
    list.threshold = (next >> 32) as i32 ^ i32::MIN;
    (best, list)
}

/// Takes further entries into account, in any order.
#[inline(always)]
pub(super) fn rest(reading: Reading, row: &[u32], price: &[i32], found: &mut Best) {
    let last = price.len() - 1;
    // Value above, entry below: one comparison orders by both, and without a branch, which nobody could predict.
    let key = |value: i32, entry: u32| i64::from(value) << 32 | i64::from(entry);
    let (mut best, mut second) = (key(found.best, found.entry), key(found.second, u32::MAX));
    for &entry in row {
        let at = (reading.target(entry) as usize).min(last);
        let this = key(reading.cost(entry).wrapping_sub(price[at]), entry);
        second = second.min(this.max(best));
        best = best.min(this);
    }
    *found = Best { entry: best as u32, best: (best >> 32) as i32, second: (second >> 32) as i32 };
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
