//! Better assignments by a walk among neighbours: simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over
//! ejection chains (Glover 1996).
//!
//! A move sends one person, or a couple as one, to another choice of small loss; whoever held it goes to its own
//! best, and so on for a few steps. The whole chain is kept or taken back by what it costs. Rows may be broken for a
//! while, at penalties that rise while they are broken. Couples are never parted. Seeded: the same walk every time.

mod chain;
mod lists;
mod refill;
mod state;
mod swaps;

use chain::Chain;
pub(super) use lists::{Lists, steep};
use state::State;

use super::core::{Core, SCALE};
use super::primal::Incumbent;
use super::stop::Stop;
use super::walks::Manner;
use crate::market::NONE;

/// Couples that one move may send elsewhere.
const COUPLES: u32 = 3;

/// Moves after which it is seen anew who loses much.
const SOUGHT: u64 = 2_048;

/// A walk that goes on from turn to turn.
#[derive(Debug, Clone)]
pub(super) struct Walk<'c> {
    state: State<'c>,
    best: Option<Incumbent>,
    /// Whether the walk itself has met an assignment that keeps everything.
    kept: bool,
    /// Who moved since the best assignment was noted.
    stale: Vec<u32>,
    random: u64,
    /// Displaced and not yet settled.
    waiting: Vec<u32>,
    /// Whoever loses much where they are, and positions that lose much by being open.
    losing: Vec<u32>,
    gaping: Vec<u32>,
    /// Stay where the move has put them.
    pinned: Vec<u32>,
    couples_left: u32,
    /// An edge that the move must not end with.
    keep_away: u32,
    /// The move must end at no more than this.
    ceiling: f64,
    chain: Chain,
    /// In `1/SCALE`.
    temperature: f64,
    /// Limits of which a typical step costs no more than this, in `1/SCALE`, are soft.
    soft_below: i64,
    /// Moves, a person, between two changes of penalties once everything was kept.
    patience: u64,
}

impl<'c> Walk<'c> {
    /// A walk from an assignment in which no couple is parted.
    pub(super) fn new(core: &'c Core, edge_of: &[u32], seed: u64, manner: Manner, soft_below: i64) -> Walk<'c> {
        let state = State::new(core, edge_of);
        let random = Self::seeded(seed);
        Walk {
            state,
            best: None,
            kept: false,
            stale: Vec::new(),
            random,
            waiting: Vec::new(),
            losing: Vec::new(),
            gaping: Vec::new(),
            pinned: Vec::new(),
            couples_left: 0,
            keep_away: NONE,
            ceiling: 0.0,
            chain: Chain::new(core.positions(), manner.reach),
            temperature: 0.0,
            soft_below,
            patience: manner.patience,
        }
    }

    fn seeded(seed: u64) -> u64 {
        seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1
    }

    /// Another walk from here.
    pub(super) fn reseeded(&self, seed: u64) -> Walk<'c> {
        Walk { random: Self::seeded(seed), ..self.clone() }
    }

    /// Whether the walk itself, and not somebody's being left out, has led to what keeps everything.
    pub(super) fn kept(&self) -> bool {
        self.kept
    }

    /// The best assignment met that keeps everything.
    pub(super) fn best(&self) -> Option<&Incumbent> {
        self.best.as_ref()
    }

    /// Goes on from an assignment that keeps everything.
    pub(super) fn restart(&mut self, from: &Incumbent) {
        if self.best.is_none() || self.state.total() / SCALE > from.objective {
            self.state.load(&from.edge_of);
        }
        if self.best.as_ref().is_none_or(|best| from.objective < best.objective) {
            self.best = Some(from.clone());
        }
        self.stale.clear();
        self.stale.extend(0..self.state.core.people() as u32);
    }

    /// So many moves while the temperature falls from one to another, in units of cost.
    pub(super) fn run(&mut self, lists: &Lists, moves: u64, (from, to): (f64, f64), stop: &Stop) {
        let people = self.state.core.people() as u64;
        if people == 0 {
            return;
        }
        self.state.soften(lists, self.soft_below);
        self.state.insist(&lists.steep);
        self.note();
        for step in 0..moves {
            if step % 64 == 0 {
                if stop.now() {
                    if self.best.is_none() {
                        self.fall_back();
                    }
                    return;
                }
                self.temperature = SCALE as f64 * from * (to / from).powf(step as f64 / moves as f64);
            }
            if step % SOUGHT == 0 {
                self.seek(lists);
            }
            // Until everything was kept once, penalties rise fast.
            let often = if self.kept { people * self.patience } else { people / 2 };
            if step % often.max(16) == 0 {
                self.state.insist(&lists.steep);
            }
            self.step(lists);
        }
        if !self.kept {
            self.fall_back();
        }
    }

    /// Gives broken limits their penalties.
    pub(super) fn insist(&mut self, lists: &Lists) {
        self.state.insist(&lists.steep);
    }

    /// Notes something that can be used, while the walk goes on from where it is.
    pub(super) fn fall_back(&mut self) {
        let now = self.state.total() / SCALE;
        if self.best.as_ref().is_some_and(|best| now >= best.objective) {
            return;
        }
        let mut less = self.state.clone();
        less.leave_out();
        let objective = less.cost / SCALE;
        if less.broken == 0 && self.best.as_ref().is_none_or(|best| objective < best.objective) {
            self.best = Some(Incumbent { objective, edge_of: less.edge_of });
            self.stale = (0..self.state.core.people() as u32).collect();
        }
    }

    /// One move, kept or taken back.
    fn step(&mut self, lists: &Lists) {
        // So much may the total rise.
        self.ceiling = self.state.total() as f64 - self.temperature * self.unit().ln();
        self.state.log.clear();
        self.waiting.clear();
        self.pinned.clear();
        self.couples_left = COUPLES;
        self.keep_away = NONE;
        if !self.begin_anywhere(lists) {
            // What was begun is not kept.
            self.waiting.drain(..).for_each(|person| self.state.put(person, NONE));
            self.state.undo();
            return;
        }
        while let Some(next) = self.waiting.pop() {
            self.settle(lists, next);
        }
        if self.state.total() as f64 <= self.ceiling {
            self.stale.extend(self.state.log.iter().map(|entry| entry.0));
            self.note();
        } else {
            self.state.undo();
        }
    }

    /// What settling one more may cost, if all who wait find their bases.
    fn room(&self, lists: &Lists, people: [u32; 2]) -> i64 {
        let bases: i64 =
            self.waiting.iter().chain(&people).filter(|&&one| one != NONE).map(|&one| lists.base[one as usize]).sum();
        (self.ceiling - (self.state.total() + bases) as f64) as i64
    }

    /// Notes the present assignment if it is the best.
    fn note(&mut self) {
        let state = &self.state;
        if state.broken > 0 {
            return;
        }
        self.kept = true;
        let objective = state.cost / SCALE;
        match &mut self.best {
            Some(best) if objective >= best.objective => return,
            Some(best) if self.stale.len() < state.edge_of.len() => {
                best.objective = objective;
                for &person in &self.stale {
                    best.edge_of[person as usize] = state.edge_of[person as usize];
                }
            }
            best => *best = Some(Incumbent { edge_of: state.edge_of.clone(), objective }),
        }
        self.stale.clear();
    }

    /// Sends a person, or its couple, to a choice drawn by lot, the better ones more often.
    fn begin(&mut self, lists: &Lists, person: u32) -> bool {
        let core = self.state.core;
        let pairing = core.pairing_of[person as usize];
        let now = self.state.edge_of[person as usize];
        if pairing != NONE && (now == NONE || self.below(2) == 0) {
            let together = lists.together(pairing);
            if together.is_empty() {
                return false;
            }
            let (one, other) = together[self.low(together.len())];
            let pair = &core.pairings[pairing as usize];
            self.state.lift(pair.first);
            self.state.lift(pair.second);
            self.place(pair.first, one.edge, pair.second, other.edge);
            return true;
        }
        let choices = lists.of(person);
        if choices.is_empty() {
            return false;
        }
        let choice = choices[self.low(choices.len())];
        if choice.edge == now || (pairing != NONE && !self.state.fits(person, choice.edge)) {
            return false;
        }
        self.state.lift(person);
        if pairing == NONE && self.below(3) > 0 {
            // Whatever is best but what it has.
            self.keep_away = now;
            self.waiting.push(person);
            return true;
        }
        self.pinned.push(person);
        if pairing == NONE && now != NONE && self.below(32) == 0 {
            self.state.put(person, NONE);
        } else {
            self.take(person, choice.edge);
        }
        true
    }

    /// Gives a lifted person a position and displaces whoever holds it.
    fn take(&mut self, person: u32, edge: u32) {
        let core = self.state.core;
        let held = self.state.held[core.target[edge as usize] as usize];
        if held != NONE {
            let displaced = core.owner[held as usize];
            self.state.lift(displaced);
            self.waiting.push(displaced);
        }
        self.state.put(person, edge);
    }

    /// Finds the best chain for somebody displaced; a couple goes elsewhere, or stays out, if there is none.
    fn settle(&mut self, lists: &Lists, person: u32) {
        let core = self.state.core;
        let pairing = core.pairing_of[person as usize];
        let pair = if pairing == NONE { None } else { Some(&core.pairings[pairing as usize]) };
        let partner = pair.map_or(NONE, |pair| if pair.first == person { pair.second } else { pair.first });
        let both = self.waiting.contains(&partner);
        if !both {
            let room = self.room(lists, [person, NONE]);
            if self.chain.settle(&mut self.state, lists, person, &self.pinned, self.keep_away, room) {
                return;
            }
        }
        let Some(pair) = pair else { return self.state.put(person, NONE) };
        if both {
            self.waiting.retain(|&waiting| waiting != partner);
        } else {
            self.state.lift(partner);
        }
        let out = lists.out_value[person as usize] + lists.out_value[partner as usize];
        let mut best = (out, NONE, NONE);
        if self.couples_left > 0 && !self.pinned.contains(&person) && !self.pinned.contains(&partner) {
            for &(one, other) in lists.together(pairing) {
                if self.barred(one.target) || self.barred(other.target) {
                    continue;
                }
                let noise = self.shake();
                let worth = self.state.worth(lists, one) + self.state.worth(lists, other) + noise;
                if worth < best.0 {
                    best = (worth, one.edge, other.edge);
                }
            }
        }
        if best.1 == NONE {
            self.state.put(pair.first, NONE);
            self.state.put(pair.second, NONE);
            return;
        }
        self.couples_left -= 1;
        self.place(pair.first, best.1, pair.second, best.2);
    }

    /// Whether a position cannot be taken in this move.
    fn barred(&self, target: u32) -> bool {
        let held = self.state.held[target as usize];
        held != NONE && self.pinned.contains(&self.state.core.owner[held as usize])
    }

    fn place(&mut self, first: u32, one: u32, second: u32, other: u32) {
        self.pinned.extend([first, second]);
        self.take(first, one);
        self.take(second, other);
    }

    fn next(&mut self) -> u64 {
        // xorshift64* (Vigna 2016).
        self.random ^= self.random >> 12;
        self.random ^= self.random << 25;
        self.random ^= self.random >> 27;
        self.random.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, limit: usize) -> usize {
        (((self.next() >> 32) * limit as u64) >> 32) as usize
    }

    /// Above zero, at most one.
    fn unit(&mut self) -> f64 {
        ((self.next() >> 11) + 1) as f64 / (1_u64 << 53) as f64
    }

    /// An index, low ones more often.
    fn low(&mut self, limit: usize) -> usize {
        let unit = self.unit();
        ((unit * unit * limit as f64) as usize).min(limit - 1)
    }

    /// Anything up to the temperature.
    fn shake(&mut self) -> i64 {
        (self.unit() * self.temperature) as i64
    }
}
