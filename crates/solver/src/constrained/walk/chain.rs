//! The cheapest chain of displacements for somebody who lost a position: a shortest path over positions, each step of
//! which gives a position to somebody new and sends its holder on, up to an open position or somebody staying out.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::lists::Lists;
use super::state::State;
use crate::market::NONE;

/// The scratch space of the searches.
#[derive(Debug, Clone, Default)]
pub(super) struct Chain {
    pub(super) round: u32,
    /// Positions from which a search looks further.
    pub(super) reach: u32,
    /// Per position: the round that reached it, how dear, by which edge, whose holder would move there.
    pub(super) seen: Vec<(u32, i64, u32, u32)>,
    pub(super) queue: BinaryHeap<Reverse<(i64, u32)>>,
    pub(super) best: i64,
    pub(super) end: (u32, u32),
    /// What ending at a position that this move left open gives back at the most.
    refund: i64,
    /// Positions that this move left open.
    left_open: Vec<u32>,
    keep_away: u32,
}

impl Chain {
    pub(super) fn new(positions: usize, reach: u32) -> Chain {
        Chain { reach, seen: vec![(0, 0, NONE, NONE); positions], ..Chain::default() }
    }

    /// Settles a lifted person if that costs less than `limit` beyond the person's base; `pinned` stay where they are.
    pub(super) fn settle(
        &mut self,
        state: &mut State<'_>,
        lists: &Lists,
        person: u32,
        pinned: &[u32],
        keep_away: u32,
        limit: i64,
    ) -> bool {
        self.round += 1;
        self.queue.clear();
        self.best = limit;
        self.keep_away = keep_away;
        self.end = (NONE, NONE);
        self.left_open.clear();
        let left =
            state.log.iter().filter(|&&(_, edge)| edge != NONE).map(|&(_, edge)| state.core.target[edge as usize]);
        self.left_open.extend(left.filter(|&at| state.held[at as usize] == NONE));
        self.refund = self.left_open.iter().map(|&at| lists.open_value[at as usize]).fold(0, i64::max);
        let mut found = self.scan(state, lists, person, pinned, NONE, 0);
        let mut left = self.reach;
        while let Some(Reverse((sum, position))) = self.queue.pop() {
            if sum - self.refund >= self.best || left == 0 {
                break;
            }
            if sum > self.seen[position as usize].1 {
                continue;
            }
            left -= 1;
            let next = state.core.owner[state.held[position as usize] as usize];
            found |= self.scan(state, lists, next, pinned, position, sum);
        }
        if found {
            self.follow(state, person);
        }
        found
    }

    /// Looks at everywhere that a person might go; whether the best end is here.
    fn scan(&mut self, state: &State<'_>, lists: &Lists, person: u32, pinned: &[u32], from: u32, sum: i64) -> bool {
        let core = state.core;
        let coupled = core.pairing_of[person as usize] != NONE;
        let held = if from == NONE { NONE } else { state.held[from as usize] };
        // What it cost so far holds the giving up of `held`, at the person's base.
        let mut found = false;
        if !coupled && sum + lists.out_value[person as usize] < self.best {
            self.best = sum + lists.out_value[person as usize];
            self.end = (from, NONE);
            found = true;
        }
        // Back to where the move began, whatever it loses: not many choices lead there.
        for &target in &self.left_open {
            let Some(edge) = core.edge(person, target) else { continue };
            if edge == self.keep_away || coupled && !state.fits(person, edge) {
                continue;
            }
            let end = sum + lists.value[edge as usize] + state.fined(edge, NONE) - lists.open_value[target as usize];
            if end < self.best {
                self.best = end;
                self.end = (from, edge);
                found = true;
            }
        }
        for choice in lists.of(person) {
            if choice.edge == held || choice.edge == self.keep_away || coupled && !state.fits(person, choice.edge) {
                continue;
            }
            let target = choice.target as usize;
            let holder = state.held[target];
            let here = sum + lists.value[choice.edge as usize] + state.fined(choice.edge, holder);
            if holder == NONE {
                let end = here - lists.open_value[target];
                if end < self.best {
                    self.best = end;
                    self.end = (from, choice.edge);
                    found = true;
                }
                continue;
            }
            let there = here - lists.value[holder as usize];
            let (round, known, ..) = self.seen[target];
            if there - self.refund >= self.best
                || round == self.round && there >= known
                || pinned.contains(&core.owner[holder as usize])
            {
                continue;
            }
            // Values can be negative; a chain must not meet itself.
            if self.passes(from, choice.target) {
                continue;
            }
            self.seen[target] = (self.round, there, choice.edge, from);
            self.queue.push(Reverse((there, choice.target)));
        }
        found
    }

    /// Whether the chain that leads to `from` passes a position.
    pub(super) fn passes(&self, mut from: u32, position: u32) -> bool {
        let mut steps = 0;
        while from != NONE && from != position && steps < self.reach {
            from = self.seen[from as usize].3;
            steps += 1;
        }
        from != NONE
    }

    /// Carries the best chain out, from its end backwards.
    fn follow(&mut self, state: &mut State<'_>, first: u32) {
        let (mut from, mut edge) = self.end;
        loop {
            let person = if from == NONE { first } else { state.core.owner[state.held[from as usize] as usize] };
            if from != NONE {
                state.lift(person);
            }
            state.put(person, edge);
            if from == NONE {
                return;
            }
            (_, _, edge, from) = self.seen[from as usize];
        }
    }
}
