//! Cases that wait for a pool: by priority, then as the pool's discipline says. First come first served is a list through
//! the cases themselves, so joining and leaving cost the same however long the queue is.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::case::{Case, NOBODY};
use super::network::Discipline;

/// The queue of one pool.
#[derive(Debug)]
pub struct Queue {
    levels: Vec<List>,
    /// Level, day due, number: used where the pool serves by the day due.
    due: BinaryHeap<Reverse<(u8, u64, u64, u32)>>,
    by_due: bool,
    joined: u64,
    length: u32,
}

#[derive(Debug, Clone, Copy)]
struct List {
    first: u32,
    last: u32,
}

const EMPTY: List = List { first: NOBODY, last: NOBODY };

impl Queue {
    pub fn new(discipline: Discipline, levels: usize) -> Self {
        let by_due = discipline == Discipline::Due;
        Self { levels: vec![EMPTY; levels], due: BinaryHeap::new(), by_due, joined: 0, length: 0 }
    }

    pub fn clear(&mut self) {
        self.levels.fill(EMPTY);
        self.due.clear();
        (self.joined, self.length) = (0, 0);
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Joins: behind all others of its level, or before them if work on it was begun.
    #[inline]
    pub fn push(&mut self, cases: &mut [Case], case: u32, level: u8, due: f64, first: bool) {
        self.length += 1;
        if self.by_due {
            self.joined += 1;
            self.due.push(Reverse((level, ordered(due), self.joined, case)));
            return;
        }
        let list = &mut self.levels[usize::from(level)];
        cases[case as usize].next = if first { list.first } else { NOBODY };
        if list.first == NOBODY {
            *list = List { first: case, last: case };
        } else if first {
            list.first = case;
        } else {
            cases[list.last as usize].next = case;
            list.last = case;
        }
    }

    /// Who is served next.
    #[inline]
    pub fn pop(&mut self, cases: &[Case]) -> Option<u32> {
        if self.length == 0 {
            return None;
        }
        self.length -= 1;
        if self.by_due {
            return self.due.pop().map(|Reverse((.., case))| case);
        }
        let list = self.levels.iter_mut().find(|list| list.first != NOBODY)?;
        let case = list.first;
        list.first = cases[case as usize].next;
        Some(case)
    }
}

/// Bits that are ordered as the numbers are, negative ones included.
fn ordered(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
}
