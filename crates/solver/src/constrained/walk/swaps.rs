//! Where moves begin, and those that change who stays out. Where a cap leaves somebody of many out, bringing one in and
//! sending another out costs little, but each half alone is dear, and no chain of displacements leads from one to the
//! other.

use super::Walk;
use super::lists::Lists;
use crate::market::NONE;

/// People whom one move may bring in or send out so that a cap is kept.
const BALANCED: u32 = 4;

impl Walk<'_> {
    /// Begins a move, half of the time where much is lost.
    pub(super) fn begin_anywhere(&mut self, lists: &Lists) -> bool {
        let losing = self.losing.len() + self.gaping.len();
        let mut person = self.below(self.state.core.people()) as u32;
        if losing > 0 && self.below(2) == 0 {
            let at = self.below(losing);
            match self.losing.get(at) {
                Some(&loser) => person = loser,
                None => {
                    let position = self.gaping[at - self.losing.len()];
                    return self.state.held[position as usize] == NONE && self.fill(lists, position);
                }
            }
        }
        let out = self.state.edge_of[person as usize] == NONE;
        match self.below(if out { 2 } else { 16 }) {
            0 if lists.caps(person).is_empty() => self.begin(lists, person),
            0 if out => self.swap_in(lists, person),
            0 => self.swap_out(lists, person),
            _ => self.begin(lists, person),
        }
    }

    /// Brings in somebody who is out, and sends somebody out under the same cap.
    fn swap_in(&mut self, lists: &Lists, person: u32) -> bool {
        if !self.admit(lists, person) {
            return false;
        }
        self.balance(lists, person, BALANCED);
        if let Some(partner) = self.state.core.partner(person) {
            self.balance(lists, partner, BALANCED);
        }
        true
    }

    /// Sends out somebody, couples together, and brings somebody in under the same caps.
    fn swap_out(&mut self, lists: &Lists, person: u32) -> bool {
        if !self.expel(lists, person, BALANCED) {
            return false;
        }
        self.balance(lists, person, BALANCED);
        true
    }

    /// Lifts somebody who is out, to be settled; a couple takes one of its choices.
    fn admit(&mut self, lists: &Lists, person: u32) -> bool {
        let core = self.state.core;
        if core.pairing_of[person as usize] == NONE {
            self.state.lift(person);
            self.waiting.push(person);
            return true;
        }
        let pairing = core.pairing_of[person as usize];
        let together = lists.together(pairing);
        if together.is_empty() {
            return false;
        }
        let (one, other) = together[self.low(together.len())];
        if self.barred(one.target) || self.barred(other.target) {
            return false;
        }
        let pair = &core.pairings[pairing as usize];
        self.state.lift(pair.first);
        self.state.lift(pair.second);
        self.place(pair.first, one.edge, pair.second, other.edge);
        true
    }

    /// Puts somebody out who is in, and the partner; what caps then leave room for, others take.
    fn expel(&mut self, lists: &Lists, person: u32, left: u32) -> bool {
        let partner = self.state.core.partner(person);
        let of = || std::iter::once(person).chain(partner);
        if of().any(|one| self.pinned.contains(&one) || self.waiting.contains(&one)) {
            return false;
        }
        for one in of() {
            self.state.lift(one);
            self.state.put(one, NONE);
            self.pinned.push(one);
        }
        if let Some(partner) = partner {
            self.balance(lists, partner, left.saturating_sub(1));
        }
        true
    }

    /// Sends others out, or brings others in, where caps that bind this person are broken or leave room.
    fn balance(&mut self, lists: &Lists, person: u32, left: u32) {
        if left == 0 {
            return;
        }
        for &row in lists.caps(person) {
            // Whoever waits will be in.
            let waiting = self.waiting.iter().filter(|&&one| lists.caps(one).contains(&row)).count() as i64;
            let room = self.state.room(row) - waiting;
            let members = lists.under(row);
            if room == 0 || members.is_empty() {
                continue;
            }
            let from = if room < 0 { self.low(members.len()) } else { self.below(members.len()) };
            let able = |one: u32| {
                let out = self.state.edge_of[one as usize] == NONE;
                one != person && out == (room > 0) && !self.pinned.contains(&one) && !self.waiting.contains(&one)
            };
            let Some(&other) = members[from..].iter().chain(&members[..from]).find(|&&one| able(one)) else { continue };
            if room < 0 {
                self.expel(lists, other, left - 1);
            } else if room > 0
                && lists.steep[row as usize] > 0
                && self.admit(lists, other)
                && let Some(partner) = self.state.core.partner(other)
            {
                self.balance(lists, partner, left - 1);
            }
        }
    }

    /// Fills an open position; half of the time somebody drawn by lot goes there, and the position left is filled.
    fn fill(&mut self, lists: &Lists, mut position: u32) -> bool {
        let core = self.state.core;
        let at = lists.at(position);
        if !at.is_empty() && self.below(2) == 0 {
            let edge = at[self.low(at.len())];
            let person = core.owner[edge as usize];
            let now = self.state.edge_of[person as usize];
            if now == NONE || core.pairing_of[person as usize] != NONE && !self.state.fits(person, edge) {
                return false;
            }
            self.state.lift(person);
            self.state.put(person, edge);
            self.pinned.push(person);
            position = core.target[now as usize];
        }
        let room = (self.ceiling - self.state.total() as f64) as i64;
        self.chain.fill(&mut self.state, lists, position, &self.pinned, room) || !self.pinned.is_empty()
    }

    /// Finds anew whoever loses much where they are, and positions that lose much by being open: where moves begin
    /// half of the time.
    pub(super) fn seek(&mut self, lists: &Lists) {
        let core = self.state.core;
        let much = self.temperature as i64;
        self.losing.clear();
        for (person, &edge) in (0..).zip(&self.state.edge_of) {
            let pairing = core.pairing_of[person as usize];
            if pairing == NONE {
                let loss = if edge == NONE { lists.out_value[person as usize] } else { lists.loss[edge as usize] };
                if loss > much {
                    self.losing.push(person);
                }
            } else if core.pairings[pairing as usize].first == person {
                let other = self.state.edge_of[core.pairings[pairing as usize].second as usize];
                if lists.lost_together(core, pairing, edge, other) > much {
                    self.losing.push(person);
                }
            }
        }
        self.gaping.clear();
        let open = (0..core.positions() as u32).filter(|&at| self.state.held[at as usize] == NONE);
        self.gaping.extend(open.filter(|&at| lists.open_value[at as usize] > much));
    }
}
