//! Bids without an increment: much of what an edit disturbs settles so, at the price of reading a few rows.
//!
//! A node without a mate takes its best target at the price of its second best (the augmenting row reduction of Jonker
//! and Volgenant 1987, here from either side and with staying out as one more choice). Prices stay dual feasible and pairs
//! tight all along, so it may stop anywhere; a tie moves nothing and is left to a search.

use std::collections::VecDeque;

use crate::market::{NONE, Side};

/// Lets owed near nodes bid until none is left or `bids` are used up; what ties or is left over stays in `waiting`.
pub(super) fn settle(near: &mut Side<'_>, far: &mut Side<'_>, waiting: &mut Vec<u32>, mut bids: usize) {
    let mut queue: VecDeque<u32> = waiting.drain(..).collect();
    while let Some(node) = queue.pop_front() {
        if !near.is_owed(node) {
            continue;
        }
        if bids == 0 {
            waiting.push(node);
            continue;
        }
        bids -= 1;
        let limit = near.limit[node as usize];
        let (mut target, mut best, mut second) = (NONE, i64::MAX, i64::MAX);
        near.rows.of(node).each(|to, cost| {
            let value = cost - far.price[to as usize];
            second = second.min(value.max(best));
            if value < best {
                (target, best) = (to, value);
            }
        });
        if best >= limit {
            near.price[node as usize] = limit;
            continue;
        }
        let price = second.min(limit);
        let before = far.mate[target as usize];
        near.price[node as usize] = price;
        if price == best && before != NONE {
            waiting.push(node);
            continue;
        }
        far.price[target as usize] -= price - best;
        near.mate[node as usize] = target;
        far.mate[target as usize] = node;
        if before != NONE {
            near.mate[before as usize] = NONE;
            queue.push_back(before);
        }
    }
}
