//! The exact step: one shortest augmenting path in reduced costs, from either side.
//!
//! The source is a node without a mate whose price lies below its bound. The search settles it: it ends at a
//! free node of the other side, or at a node of its own side that is better left out, possibly the source
//! itself. Prices stay dual feasible and chosen pairs stay tight, so when no node is owed anything any more the
//! assignment is optimal. Successive shortest paths after Edmonds and Karp (1972) and Jonker and Volgenant
//! (1987), with the two optional sides treated alike.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::market::{NONE, Side};

/// Scratch space of searches that run towards one side; reused from search to search.
#[derive(Debug, Clone)]
pub(crate) struct Search {
    /// Per far node: the tentative distance, valid in the round it was written.
    distance: Vec<i64>,
    parent: Vec<u32>,
    round_of: Vec<u32>,
    round: u32,
    queue: BinaryHeap<Reverse<(i64, u32)>>,
    /// Far nodes in the order they were settled.
    settled: Vec<u32>,
    /// Pairs scanned so far, over all searches: a measure of work.
    pub(crate) scanned: u64,
}

/// Where a path ends.
#[derive(Clone, Copy)]
enum End {
    /// At this free far node, which gains a mate.
    Free(u32),
    /// At this near node, which stays or becomes free.
    LeftOut(u32),
}

/// What a search must leave alone; for what-if questions.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Except {
    /// A far node that counts as absent.
    pub(crate) far: Option<u32>,
    /// A far node that the source itself may not pair with.
    pub(crate) mate: Option<u32>,
}

impl Search {
    /// Scratch space for a far side of this many nodes.
    pub(crate) fn new(far_nodes: usize) -> Search {
        Search {
            distance: vec![0; far_nodes],
            parent: vec![NONE; far_nodes],
            round_of: vec![0; far_nodes],
            round: 0,
            queue: BinaryHeap::new(),
            settled: Vec::new(),
            scanned: 0,
        }
    }

    /// Settles `source` on the `near` side: afterwards it has a mate or its price is at its bound.
    pub(crate) fn settle(&mut self, near: &mut Side<'_>, far: &mut Side<'_>, source: u32, except: Except) {
        self.begin(except.far);
        let mut bound = near.headroom(source);
        let mut end = End::LeftOut(source);
        self.scan(near, far, source, 0, except.mate, &mut bound, &mut end);
        while let Some(Reverse((distance, node))) = self.queue.pop() {
            if distance >= bound {
                break;
            }
            if distance > self.distance[node as usize] {
                continue;
            }
            self.settled.push(node);
            let mate = far.mate[node as usize];
            let out = distance + near.headroom(mate);
            if out < bound {
                bound = out;
                end = End::LeftOut(mate);
            }
            self.scan(near, far, mate, distance, None, &mut bound, &mut end);
        }
        self.reprice(near, far, source, bound);
        self.flip(near, far, source, end);
    }

    fn begin(&mut self, closed: Option<u32>) {
        if self.round == u32::MAX {
            self.round_of.fill(0);
            self.round = 0;
        }
        self.round += 1;
        self.queue.clear();
        self.settled.clear();
        if let Some(node) = closed {
            self.round_of[node as usize] = self.round;
            self.distance[node as usize] = i64::MIN;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the innermost loop: its state stays in registers")]
    fn scan(
        &mut self,
        near: &Side<'_>,
        far: &Side<'_>,
        node: u32,
        base: i64,
        skip: Option<u32>,
        bound: &mut i64,
        end: &mut End,
    ) {
        let (targets, costs) = near.lists.of(node);
        self.scanned += targets.len() as u64;
        let base = base - near.price[node as usize];
        for (&target, &cost) in targets.iter().zip(costs) {
            let to = target as usize;
            let distance = base + cost - far.price[to];
            if distance >= *bound || (self.round_of[to] == self.round && distance >= self.distance[to]) {
                continue;
            }
            if skip == Some(target) {
                continue;
            }
            self.round_of[to] = self.round;
            self.distance[to] = distance;
            self.parent[to] = node;
            if far.mate[to] == NONE {
                *bound = distance;
                *end = End::Free(target);
            } else {
                self.queue.push(Reverse((distance, target)));
            }
        }
    }

    /// Moves the prices of everything nearer than `bound` so that the whole path becomes tight.
    fn reprice(&self, near: &mut Side<'_>, far: &mut Side<'_>, source: u32, bound: i64) {
        near.price[source as usize] += bound;
        for &node in &self.settled {
            let shift = bound - self.distance[node as usize];
            // A node settled before the bound fell below its distance keeps its price.
            if shift > 0 {
                far.price[node as usize] -= shift;
                near.price[far.mate[node as usize] as usize] += shift;
            }
        }
    }

    /// Exchanges the pairs along the path.
    fn flip(&self, near: &mut Side<'_>, far: &mut Side<'_>, source: u32, end: End) {
        let mut node = match end {
            End::Free(node) => node,
            End::LeftOut(out) if out == source => return,
            End::LeftOut(out) => std::mem::replace(&mut near.mate[out as usize], NONE),
        };
        loop {
            let parent = self.parent[node as usize];
            let next = std::mem::replace(&mut near.mate[parent as usize], node);
            far.mate[node as usize] = parent;
            if parent == source {
                return;
            }
            node = next;
        }
    }
}
