//! The cheapest way to fill an open position: a shortest path over positions, each step of which takes somebody away
//! from a position that the next step fills, down to one that may stay open or to somebody who was out.

use std::cmp::Reverse;

use super::chain::Chain;
use super::lists::Lists;
use super::state::State;
use crate::market::NONE;

impl Chain {
    /// Fills a position if that adds less than `limit` to the total; `pinned` stay where they are.
    pub(super) fn fill(
        &mut self,
        state: &mut State<'_>,
        lists: &Lists,
        position: u32,
        pinned: &[u32],
        limit: i64,
    ) -> bool {
        self.round += 1;
        self.queue.clear();
        self.best = limit.saturating_add(lists.open_value[position as usize]);
        self.end = (NONE, NONE);
        self.seen[position as usize] = (self.round, 0, NONE, NONE);
        let mut found = self.draw(state, lists, position, pinned, 0);
        let mut left = self.reach;
        while let Some(Reverse((sum, next))) = self.queue.pop() {
            if sum >= self.best || left == 0 {
                break;
            }
            if sum > self.seen[next as usize].1 {
                continue;
            }
            left -= 1;
            found |= self.draw(state, lists, next, pinned, sum);
        }
        if found {
            self.pull(state);
        }
        found
    }

    /// Looks at everybody who might come to an open position; whether the best end is here.
    fn draw(&mut self, state: &State<'_>, lists: &Lists, open: u32, pinned: &[u32], sum: i64) -> bool {
        let core = state.core;
        let mut found = false;
        for &edge in lists.at(open) {
            let person = core.owner[edge as usize];
            let now = state.edge_of[person as usize];
            let coupled = core.pairing_of[person as usize] != NONE;
            if now == edge || pinned.contains(&person) || coupled && (now == NONE || !state.fits(person, edge)) {
                continue;
            }
            let here = sum + lists.value[edge as usize] + state.fined(edge, now);
            if now == NONE {
                let end = here - lists.out_value[person as usize];
                if end < self.best {
                    self.best = end;
                    self.end = (open, edge);
                    found = true;
                }
                continue;
            }
            let left = core.target[now as usize];
            let there = here - lists.value[now as usize];
            let (round, known, ..) = self.seen[left as usize];
            if round == self.round && there >= known || self.passes(open, left) {
                continue;
            }
            if there + lists.open_value[left as usize] < self.best {
                self.best = there + lists.open_value[left as usize];
                self.end = (open, edge);
                found = true;
            }
            if there < self.best {
                self.seen[left as usize] = (self.round, there, edge, open);
                self.queue.push(Reverse((there, left)));
            }
        }
        found
    }

    /// Carries the best path out.
    fn pull(&mut self, state: &mut State<'_>) {
        let (mut open, mut edge) = self.end;
        let mut moves = Vec::new();
        loop {
            moves.push(edge);
            let (_, _, next, to) = self.seen[open as usize];
            if to == NONE {
                break;
            }
            (edge, open) = (next, to);
        }
        for &edge in &moves {
            state.lift(state.core.owner[edge as usize]);
        }
        for &edge in &moves {
            state.put(state.core.owner[edge as usize], edge);
        }
    }
}
