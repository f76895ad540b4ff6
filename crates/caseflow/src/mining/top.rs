//! The first few of many.

use std::cmp::Ordering;

/// Beyond so many a list is sorted whole.
const SHORT: usize = 1_000;

/// The first `most` by `order`, in order. A short list is kept in order while all pass by, so that nearly every one is
/// compared once.
pub(super) fn top<T>(all: impl Iterator<Item = T>, most: usize, order: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    if most > SHORT {
        let mut all: Vec<T> = all.collect();
        all.sort_by(&order);
        all.truncate(most);
        return all;
    }
    let mut first: Vec<T> = Vec::new();
    for one in all {
        if first.len() == most && first.last().is_none_or(|last| order(last, &one).is_lt()) {
            continue;
        }
        first.insert(first.partition_point(|known| order(known, &one).is_lt()), one);
        first.truncate(most);
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_few_are_those_of_the_sorted_whole(all in prop::collection::hash_set(0..500_u32, 0..80), most in 0..90_usize) {
            let mut sorted: Vec<u32> = all.iter().copied().collect();
            sorted.sort();
            sorted.truncate(most);
            prop_assert_eq!(top(all.into_iter(), most, Ord::cmp), sorted);
        }
    }
}
