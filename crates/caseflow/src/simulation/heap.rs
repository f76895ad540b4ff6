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

/// Later than any event: fills places that hold none, so that a block can be compared whole.
const NEVER: Entry = Entry(u128::MAX);

/// The four children of a node, in one cache line.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Block([Entry; 4]);

/// The root's place; the three before it stay empty, so that children fill whole blocks.
const ROOT: usize = 3;

/// Events to come.
#[derive(Debug)]
pub struct Agenda {
    blocks: Vec<Block>,
    /// The place behind the last event.
    end: usize,
    /// Whether the root was taken and nothing put in its place yet.
    open: bool,
}

impl Default for Agenda {
    fn default() -> Self {
        Self { blocks: vec![Block([NEVER; 4])], end: ROOT, open: false }
    }
}

impl Agenda {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.blocks.truncate(1);
        self.blocks[0] = Block([NEVER; 4]);
        (self.end, self.open) = (ROOT, false);
    }

    /// Plans an event.
    #[inline]
    pub fn push(&mut self, entry: Entry) {
        if self.open {
            self.open = false;
            self.sink(entry);
        } else {
            self.rise(entry);
        }
    }

    /// The next event, taken.
    #[inline]
    pub fn pop(&mut self) -> Option<Entry> {
        if self.open {
            self.end -= 1;
            let last = std::mem::replace(self.at(self.end), NEVER);
            if self.end > ROOT {
                self.sink(last);
            }
        }
        self.open = self.end > ROOT;
        self.open.then(|| self.blocks[0].0[ROOT])
    }

    #[inline]
    fn at(&mut self, place: usize) -> &mut Entry {
        &mut self.blocks[place / 4].0[place % 4]
    }

    fn rise(&mut self, entry: Entry) {
        let mut place = self.end;
        self.end += 1;
        if place / 4 == self.blocks.len() {
            self.blocks.push(Block([NEVER; 4]));
        }
        while place > ROOT {
            let parent = place / 4 + 2;
            let above = *self.at(parent);
            if above <= entry {
                break;
            }
            *self.at(place) = above;
            place = parent;
        }
        *self.at(place) = entry;
    }

    #[inline]
    fn sink(&mut self, entry: Entry) {
        let mut place = ROOT;
        // the children of a place fill the block two before its number
        while let Some(Block(four)) = self.blocks.get(place - 2) {
            // which is least cannot be foreseen, so it is computed and not jumped to
            let left = usize::from(four[1] < four[0]);
            let right = 2 + usize::from(four[3] < four[2]);
            let child = if four[right] < four[left] { right } else { left };
            let least = four[child];
            if entry <= least {
                break;
            }
            *self.at(place) = least;
            place = 4 * (place - 2) + child;
        }
        *self.at(place) = entry;
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
