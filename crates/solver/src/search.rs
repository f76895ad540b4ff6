//! The exact step: one shortest augmenting path in reduced costs, from either side.
//!
//! The source is a node without a mate whose price lies below its bound. The search settles it: it ends at a
//! free node of the other side, or at a node of its own side that is better left out, possibly the source
//! itself. Prices stay dual feasible and chosen pairs stay tight, so when no node is owed anything any more the
//! assignment is optimal. Successive shortest paths after Edmonds and Karp (1972) and Jonker and Volgenant
//! (1987), with the two optional sides treated alike.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::kernels::{Level, nearer};
use crate::lists::Row;
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
    source: u32,
    /// Length of the best path found so far, and where it ends.
    bound: i64,
    end: End,
    /// Distances from here on are not even noted.
    note_below: i64,
    /// Far nodes from here on are not queued: the search will never come to them.
    queue_below: i64,
    joined: bool,
    /// About twice as far as the last searches had to look.
    guess: i64,
    /// How rows are read; changes nothing but the time it takes.
    pub(crate) level: Level,
    /// What the row just read holds that is near enough.
    near_enough: Vec<(u32, i64)>,
    /// Pairs scanned so far, over all searches: a measure of work.
    pub(crate) scanned: u64,
}

/// Where a path ends.
#[derive(Debug, Clone, Copy)]
enum End {
    /// At this free far node, which gains a mate.
    Free(u32),
    /// At this near node, which stays or becomes free.
    LeftOut(u32),
    /// Beyond the horizon.
    TooFar,
}

/// What a search must leave alone; for what-if questions.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Except {
    /// Far nodes that count as absent.
    pub(crate) far: [Option<u32>; 2],
    /// A far node that the source itself may not pair with.
    pub(crate) mate: Option<u32>,
    /// Whether another search comes to meet this one, so that distances count even beyond this one's own best path.
    pub(crate) joined: bool,
}

impl Search {
    /// Scratch space for a far side of this many nodes.
    pub(crate) fn new(far_nodes: usize, level: Level) -> Search {
        Search {
            distance: vec![0; far_nodes],
            parent: vec![NONE; far_nodes],
            round_of: vec![0; far_nodes],
            round: 0,
            queue: BinaryHeap::new(),
            settled: Vec::new(),
            source: NONE,
            bound: 0,
            end: End::LeftOut(NONE),
            note_below: 0,
            queue_below: 0,
            joined: false,
            guess: 0,
            level,
            near_enough: Vec::new(),
            scanned: 0,
        }
    }

    /// Makes room for a far side that has grown.
    pub(crate) fn grow(&mut self, far_nodes: usize) {
        self.distance.resize(far_nodes, 0);
        self.parent.resize(far_nodes, NONE);
        self.round_of.resize(far_nodes, 0);
    }

    /// Settles `source` on the `near` side: afterwards it has a mate or its price is at its bound.
    pub(crate) fn settle(&mut self, near: &mut Side<'_>, far: &mut Side<'_>, source: u32, except: Except) {
        // Most targets of a row are farther than any path that matters. A guess of how far one must look keeps them out
        // of the queue; if it was too short, four times as far.
        let mut horizon = self.guess.max(1);
        loop {
            self.begin(near, far, source, except, horizon);
            while self.advance(near, far).is_some() {}
            if !self.too_far() {
                break;
            }
            horizon = horizon.saturating_mul(4);
        }
        self.guess = (self.guess / 2).saturating_add(self.bound);
        self.conclude(near, far);
    }

    /// Whether nothing was found within the horizon, although something is beyond.
    pub(crate) fn too_far(&self) -> bool {
        matches!(self.end, End::TooFar)
    }

    /// Moves the prices so that the best path found is tight, and exchanges the pairs along it.
    pub(crate) fn conclude(&self, near: &mut Side<'_>, far: &mut Side<'_>) {
        self.reprice(near, far, self.bound);
        match self.end {
            End::Free(node) => self.flip(near, far, node),
            End::TooFar => {}
            End::LeftOut(out) if out == self.source => {}
            End::LeftOut(out) => {
                let node = std::mem::replace(&mut near.mate[out as usize], NONE);
                self.flip(near, far, node);
            }
        }
    }

    /// Starts a search for paths shorter than the horizon and scans its source.
    pub(crate) fn begin(&mut self, near: &Side<'_>, far: &Side<'_>, source: u32, except: Except, horizon: i64) {
        if self.round == u32::MAX {
            self.round_of.fill(0);
            self.round = 0;
        }
        self.round += 1;
        self.queue.clear();
        self.settled.clear();
        for node in except.far.into_iter().flatten() {
            self.round_of[node as usize] = self.round;
            self.distance[node as usize] = i64::MIN;
        }
        self.source = source;
        self.joined = except.joined;
        self.note_below = horizon;
        self.bound = horizon;
        self.queue_below = horizon;
        self.end = End::TooFar;
        if near.headroom(source) <= horizon {
            self.end_at(near.headroom(source), End::LeftOut(source));
        }
        self.scan(near, far, source, 0, except.mate);
    }

    /// Takes a better path into account.
    fn end_at(&mut self, bound: i64, end: End) {
        self.bound = bound;
        self.end = end;
        self.queue_below = self.queue_below.min(bound);
        if !self.joined {
            self.note_below = bound;
        }
    }

    /// Of a joined search: from where on no path can matter any more, as far as notes and as far as the queue go.
    pub(crate) fn look_within(&mut self, note_below: i64, queue_below: i64) {
        self.note_below = self.note_below.min(note_below);
        self.queue_below = self.queue_below.min(queue_below);
    }

    /// Settles the nearest far node that is not settled yet and scans on from its mate. Nothing once no path can
    /// be shorter than the best one found.
    pub(crate) fn advance(&mut self, near: &Side<'_>, far: &Side<'_>) -> Option<u32> {
        while let Some(Reverse((distance, node))) = self.queue.pop() {
            if distance >= self.bound {
                break;
            }
            if distance > self.distance[node as usize] {
                continue;
            }
            self.settled.push(node);
            let mate = far.mate[node as usize];
            let out = distance + near.headroom(mate);
            if out < self.bound {
                self.end_at(out, End::LeftOut(mate));
            }
            if let Some(&Reverse((_, later))) = self.queue.peek() {
                near.rows.prefetch(far.mate[later as usize]);
            }
            self.scan(near, far, mate, distance, None);
            return Some(node);
        }
        self.queue.clear();
        None
    }

    /// No path of this search that is still to be found, and none found, is shorter than this; the next far node to be
    /// settled is exactly so far, if it is nearer than the best path found.
    pub(crate) fn least(&mut self) -> i64 {
        while let Some(&Reverse((distance, node))) = self.queue.peek() {
            if distance <= self.distance[node as usize] {
                return distance.min(self.bound);
            }
            self.queue.pop();
        }
        self.bound
    }

    /// The distance of a far node as far as it is known.
    pub(crate) fn reached(&self, node: u32) -> Option<i64> {
        let seen = self.round_of[node as usize] == self.round && self.distance[node as usize] != i64::MIN;
        seen.then(|| self.distance[node as usize])
    }

    fn scan(&mut self, near: &Side<'_>, far: &Side<'_>, node: u32, base: i64, skip: Option<u32>) {
        let row = near.rows.of(node);
        self.scanned += row.len() as u64;
        let base = base - near.price[node as usize];
        let prices = &far.price[..];
        match row {
            Row::Packed(entries, code) => {
                let mut found = std::mem::take(&mut self.near_enough);
                found.clear();
                nearer(self.level, code.bits, entries, prices, base + code.base, self.note_below, &mut found);
                for &(target, distance) in &found {
                    if skip != Some(target) {
                        self.reach(far, node, target, distance);
                    }
                }
                self.near_enough = found;
            }
            Row::Wide(targets, costs) => {
                for (&target, &cost) in targets.iter().zip(costs) {
                    let distance = base + cost - prices[target as usize];
                    if distance < self.note_below && skip != Some(target) {
                        self.reach(far, node, target, distance);
                    }
                }
            }
        }
    }

    /// Notes that a far node can be reached so.
    fn reach(&mut self, far: &Side<'_>, node: u32, target: u32, distance: i64) {
        let to = target as usize;
        if self.round_of[to] == self.round && distance >= self.distance[to] {
            return;
        }
        self.round_of[to] = self.round;
        self.distance[to] = distance;
        self.parent[to] = node;
        if far.mate[to] == NONE {
            if distance < self.bound {
                self.end_at(distance, End::Free(target));
            }
        } else if distance < self.queue_below {
            self.queue.push(Reverse((distance, target)));
        }
    }

    /// Moves the prices of everything nearer than `radius` so that a path of that length becomes tight; everything nearer
    /// must be settled.
    pub(crate) fn reprice(&self, near: &mut Side<'_>, far: &mut Side<'_>, radius: i64) {
        near.price[self.source as usize] += radius;
        for &node in &self.settled {
            let shift = radius - self.distance[node as usize];
            // A node settled before the radius fell below its distance keeps its price.
            if shift > 0 {
                far.price[node as usize] -= shift;
                near.price[far.mate[node as usize] as usize] += shift;
            }
        }
    }

    /// Exchanges the pairs along the path from the source to a far node, whose own mate is another's to settle.
    pub(crate) fn flip(&self, near: &mut Side<'_>, far: &mut Side<'_>, mut node: u32) {
        loop {
            let parent = self.parent[node as usize];
            let next = std::mem::replace(&mut near.mate[parent as usize], node);
            far.mate[node as usize] = parent;
            if parent == self.source {
                return;
            }
            node = next;
        }
    }
}
