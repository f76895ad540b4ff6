//! The agenda: events by time, and those of one time in the order in which they were planned. A heap of four children a
//! node over entries of 16 bytes, so that the children of a node are compared within one cache line (D. B. Johnson,
//! *Priority queues with update and finding minimum spanning trees*, Information Processing Letters 4, 1975). An entry
//! taken leaves its place open for the next one planned: most events plan exactly one.

/// An event: time, the number under which it was planned, what it is. One word of 128 bits compares all three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry(u128);

impl Entry {
    /// Times are never negative, so their bits are ordered as they are.
    #[inline]
    pub fn new(time: f64, order: u32, what: u32) -> Self {
        Self((u128::from(time.to_bits()) << 64) | (u128::from(order) << 32) | u128::from(what))
    }

    #[inline]
    pub fn time(self) -> f64 {
        f64::from_bits((self.0 >> 64) as u64)
    }

    #[inline]
    pub fn order(self) -> u32 {
        (self.0 >> 32) as u32
    }

    #[inline]
    pub fn what(self) -> u32 {
        self.0 as u32
    }
}

/// Events to come.
#[derive(Debug, Default)]
pub struct Agenda {
    entries: Vec<Entry>,
    /// Whether the root was taken and nothing put in its place yet.
    open: bool,
}

impl Agenda {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.open = false;
    }

    /// Plans an event.
    #[inline]
    pub fn push(&mut self, entry: Entry) {
        if self.open {
            self.open = false;
            self.sink(entry);
        } else {
            self.entries.push(entry);
            self.rise(entry);
        }
    }

    /// The next event, taken.
    #[inline]
    pub fn pop(&mut self) -> Option<Entry> {
        if self.open
            && let Some(last) = self.entries.pop()
        {
            if !self.entries.is_empty() {
                self.sink(last);
            }
        }
        let first = self.entries.first().copied();
        self.open = first.is_some();
        first
    }

    fn rise(&mut self, entry: Entry) {
        let mut at = self.entries.len() - 1;
        while at > 0 {
            let parent = (at - 1) / 4;
            if self.entries[parent] <= entry {
                break;
            }
            self.entries[at] = self.entries[parent];
            at = parent;
        }
        self.entries[at] = entry;
    }

    #[inline]
    fn sink(&mut self, entry: Entry) {
        let entries = &mut self.entries[..];
        let mut at = 0;
        loop {
            let first = 4 * at + 1;
            let (child, least) = if let Some(four) = entries.get(first..first + 4) {
                let left = if four[1] < four[0] { (1, four[1]) } else { (0, four[0]) };
                let right = if four[3] < four[2] { (3, four[3]) } else { (2, four[2]) };
                if right.1 < left.1 { right } else { left }
            } else {
                let rest = entries.get(first..).unwrap_or_default();
                match rest.iter().copied().enumerate().min_by_key(|(_, entry)| *entry) {
                    Some(found) => found,
                    None => break,
                }
            };
            if entry <= least {
                break;
            }
            entries[at] = least;
            at = first + child;
        }
        entries[at] = entry;
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;
    use std::collections::BinaryHeap;

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn events_come_in_the_order_of_a_plain_heap(steps in proptest::collection::vec((any::<bool>(), 0_u32..50), 0..400)) {
            let (mut agenda, mut plain) = (Agenda::default(), BinaryHeap::new());
            for (order, (push, time)) in steps.into_iter().enumerate() {
                if push {
                    let entry = Entry::new(f64::from(time) / 7.0, order as u32, time);
                    agenda.push(entry);
                    plain.push(Reverse(entry));
                } else {
                    prop_assert_eq!(agenda.pop(), plain.pop().map(|Reverse(entry)| entry));
                }
            }
        }
    }
}
