//! The auction over packed pairs.
//!
//! People bid in rounds: a batch of those who wait reads the same prices, then their bids are taken in order, and of
//! two for the same position the higher stands (a Jacobi auction in blocks; Bertsekas 1988). An increment too many
//! never hurts: prices that rose since an offer was made only make the bidder's second choice worse.
//! Limits that do not fit are cut down to what does; the exact searches see the true ones.

use std::collections::VecDeque;
use std::ops::ControlFlow;

use super::crew::{Asked, Board, CHUNK, Crew, Fresh};
use crate::kernels::{Best, Level, Reading, two_smallest};
use crate::lists::Lists;
use crate::market::{Market, NONE};
use crate::problem::Problem;

/// People who read the same prices, at most: the more do, the more bids are in vain, and the less often threads wait for
/// one another.
const BATCH: usize = 1_024;

/// The last increment is the first divided by two to the power of this, or one part: the few pairs that it leaves loose are
/// settled sooner by searches than by a phase of still smaller bids, unless there are many ties.
const LAST_BELOW_FIRST: u32 = 12;

/// So few that they bid one after the other.
const FEW: usize = 128;

/// Prices are held in parts of the costs' unit, two to the power of this many where there is room: the last increment is so
/// small that hardly anything is left to search, even among ties.
const FINEST: u32 = 8;

/// At least this many, whatever has to be cut to make room.
const COARSEST: u32 = 4;

/// What a packed auction may do.
pub(crate) struct Terms {
    pub(crate) level: Level,
    pub(crate) threads: usize,
    /// The first increment, in the costs' unit.
    pub(crate) first: i64,
    /// Each phase divides the increment by this.
    pub(crate) divisor: i32,
    /// Bids allowed a phase, a person or position.
    pub(crate) bids_per_node: u32,
}

/// The auction's own state; prices are on the board.
struct Auction<'a, 'c> {
    problem: &'a Problem,
    crew: &'c Crew<'a>,
    /// Per position, cut and scaled: what staying unfilled costs.
    cap: Vec<i32>,
    /// Per person: its price.
    value: Vec<i32>,
    /// Per person without a mate [`NONE`], otherwise the position and the pair's entry.
    mate: Vec<u32>,
    entry: Vec<u32>,
    holder: Vec<u32>,
    bids_left: u64,
}

/// Runs the auction from the market's prices and pairs and leaves the market dual feasible with tight pairs only. Only
/// for problems whose pairs are packed; says whether it could run.
pub(crate) fn run(
    problem: &Problem,
    market: &mut Market<'_>,
    terms: &Terms,
    watch: &mut dyn FnMut(i64, usize) -> ControlFlow<()>,
) -> ControlFlow<(), bool> {
    let rows = &problem.people;
    let Some(code) = rows.code() else { return ControlFlow::Continue(false) };
    if problem.positions() == 0 {
        return ControlFlow::Continue(false);
    }
    let shift = shift_for(problem, code.base);
    let most: i64 = 1 << (27 - shift);
    // A bound cut from below would not be a bound any more.
    if market.positions.price.iter().any(|&price| price < -most) {
        return ControlFlow::Continue(false);
    }
    let fit = |cost: i64| (cost.clamp(-most, most) << shift) as i32;
    let reading = Reading { bits: code.bits, shift };
    let price = market.positions.price.iter().map(|&price| fit(price)).collect();
    let limit = problem.unassigned().iter().map(|&limit| fit(limit - code.base)).collect();
    let board = Board::new(rows, reading, terms.level, price, limit);
    let crew = Crew::new(board, BATCH);
    let mut auction = Auction {
        problem,
        crew: &crew,
        cap: problem.unfilled().iter().map(|&limit| fit(limit)).collect(),
        value: vec![0; problem.people()],
        mate: std::mem::take(&mut market.people.mate),
        entry: Vec::new(),
        holder: std::mem::take(&mut market.positions.mate),
        bids_left: 0,
    };
    auction.entry = (0..).zip(&auction.mate).map(|(person, &mate)| entry_of(rows, person, mate)).collect();
    let ended = crew.run(terms.threads, || {
        let ended = auction.phases(terms, watch);
        auction.round_prices();
        ended
    });
    let Auction { mate, holder, value, .. } = auction;
    market.people.mate = mate;
    market.positions.mate = holder;
    let board = crew.into_board();
    for (price, &rounded) in market.positions.price.iter_mut().zip(&board.price) {
        *price = rounded.into();
    }
    for (price, (&value, &limit)) in market.people.price.iter_mut().zip(value.iter().zip(problem.unassigned())) {
        *price = limit.min(i64::from(value) + code.base);
    }
    ended.map_continue(|()| true)
}

/// The finest parts in which costs, and limits if they are of that order, stay below 2^27 and all prices within 31 bits.
fn shift_for(problem: &Problem, base: i64) -> u32 {
    // Packed costs have at most 24 bits.
    let costs = 25_u32.saturating_sub(problem.people.cost_bits());
    let people = problem.unassigned().iter().map(|limit| limit - base);
    let most = people.chain(problem.unfilled().iter().copied()).map(i64::unsigned_abs).max().unwrap_or(0);
    let limits = (27 + most.leading_zeros()).saturating_sub(u64::BITS);
    // Limits of another order stand for "never" and may be cut.
    let room = if limits < COARSEST { costs } else { costs.min(limits) };
    room.clamp(COARSEST, FINEST)
}

fn entry_of(rows: &Lists, person: u32, mate: u32) -> u32 {
    if mate == NONE {
        return 0;
    }
    let code = rows.code().expect("packed");
    let cost = rows.of(person).cost_of(mate).expect("only allowed pairs are ever matched");
    mate << code.bits | (cost - code.base) as u32
}

impl<'a> Auction<'a, '_> {
    fn phases(&mut self, terms: &Terms, watch: &mut dyn FnMut(i64, usize) -> ControlFlow<()>) -> ControlFlow<()> {
        let shift = self.crew.change(|board| board.reading.shift);
        let nodes = (self.problem.people() + self.problem.positions()) as u64;
        let mut increment = (terms.first << shift).clamp(1, 1 << 26) as i32;
        let last = (increment >> LAST_BELOW_FIRST).max(1);
        loop {
            self.bids_left = nodes * u64::from(terms.bids_per_node);
            let waiting = self.part_loose(increment);
            self.forward(increment, waiting, watch)?;
            self.reverse(increment, watch)?;
            if increment <= last || self.bids_left == 0 {
                return ControlFlow::Continue(());
            }
            increment = (increment / terms.divisor).max(last);
        }
    }

    /// Parts the pairs whose person would gain more than the increment elsewhere, and sets everybody's price. Returns who
    /// wants to bid.
    fn part_loose(&mut self, increment: i32) -> Vec<u32> {
        let mut waiting = Vec::new();
        let people: Vec<u32> = (0..self.mate.len() as u32).collect();
        for batch in people.chunks(BATCH) {
            let (crew, value) = (self.crew, &mut self.value);
            let (mate, entry, holder) = (&mut self.mate, &self.entry, &mut self.holder);
            crew.round(batch, Asked::Value, |board, person, found| {
                let at = person as usize;
                let limit = board.limit[at];
                let best = found.best.min(limit);
                if mate[at] != NONE {
                    let held = board.reading.cost(entry[at]) - board.price[mate[at] as usize];
                    if held <= best.saturating_add(increment) {
                        value[at] = held;
                        return;
                    }
                    holder[mate[at] as usize] = NONE;
                    mate[at] = NONE;
                }
                value[at] = best;
                if found.best < limit {
                    waiting.push(person);
                }
            });
        }
        waiting
    }

    /// People without a mate bid until each has one or prefers none.
    fn forward(
        &mut self,
        increment: i32,
        mut waiting: Vec<u32>,
        watch: &mut dyn FnMut(i64, usize) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        // Depends on the instance alone, so that the answer does.
        let batch_size = (self.mate.len() / 16 / CHUNK * CHUNK).clamp(CHUNK, BATCH);
        let mut next = Vec::new();
        let mut since_watched = usize::MAX / 2;
        while waiting.len() > FEW && self.bids_left > 0 {
            for batch in waiting.chunks(batch_size) {
                since_watched += batch.len();
                if since_watched >= 1 << 14 {
                    since_watched = 0;
                    watch(increment.into(), waiting.len())?;
                }
                self.bids_left = self.bids_left.saturating_sub(batch.len() as u64);
                let crew = self.crew;
                crew.round(batch, Asked::Offer, |board, person, found| {
                    next.extend(self.bid(board, increment, person, found));
                });
            }
            waiting.clear();
            std::mem::swap(&mut waiting, &mut next);
        }
        let crew = self.crew;
        crew.change(|board| self.tail(board, increment, waiting.into(), watch))
    }

    /// The last few bid one after the other, each at the newest prices.
    fn tail(
        &mut self,
        board: &mut Board<'_>,
        increment: i32,
        mut waiting: VecDeque<u32>,
        watch: &mut dyn FnMut(i64, usize) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut fresh = Fresh::default();
        while let Some(person) = waiting.pop_front()
            && self.bids_left > 0
        {
            if let Some(&later) = waiting.front() {
                board.prefetch(later);
            }
            if self.bids_left.is_multiple_of(1 << 14) {
                watch(increment.into(), waiting.len())?;
            }
            self.bids_left -= 1;
            let found = board.best(person, Asked::Offer, &mut fresh);
            board.put_up(&mut fresh);
            waiting.extend(self.bid(board, increment, person, found));
        }
        ControlFlow::Continue(())
    }

    /// Takes one bid; returns who has to bid again.
    #[inline]
    fn bid(&mut self, board: &mut Board<'_>, increment: i32, person: u32, found: Best) -> Option<u32> {
        let at = person as usize;
        let limit = board.limit[at];
        if found.best >= limit {
            self.value[at] = limit;
            return None;
        }
        let value = found.second.saturating_add(increment).min(limit);
        let price = board.reading.cost(found.entry) - value;
        let target = board.reading.target(found.entry);
        if price >= board.price[target as usize] {
            // Somebody of the same batch bid more.
            return Some(person);
        }
        board.price[target as usize] = price;
        self.value[at] = value;
        self.mate[at] = target;
        self.entry[at] = found.entry;
        let evicted = std::mem::replace(&mut self.holder[target as usize], person);
        if evicted == NONE {
            return None;
        }
        self.mate[evicted as usize] = NONE;
        Some(evicted)
    }

    /// Positions whose price says that they should have a mate bid until each has one or is no longer priced.
    fn reverse(&mut self, increment: i32, watch: &mut dyn FnMut(i64, usize) -> ControlFlow<()>) -> ControlFlow<()> {
        let crew = self.crew;
        crew.change(|board| {
            let wants = |holder: &[u32], price: &[i32], cap: &[i32], position: u32| {
                holder[position as usize] == NONE && price[position as usize] < cap[position as usize]
            };
            let positions = 0..self.cap.len() as u32;
            let mut waiting: VecDeque<u32> =
                positions.filter(|&position| wants(&self.holder, &board.price, &self.cap, position)).collect();
            if waiting.is_empty() {
                return ControlFlow::Continue(());
            }
            let rows = self.problem.by_position();
            let Some(code) = rows.code() else { return ControlFlow::Continue(()) };
            // The same base, by how the lists are made; a pair is read the same from both sides.
            let reading = Reading { bits: code.bits, shift: board.reading.shift };
            let before = board.price.clone();
            let mut done = 0_u32;
            while let Some(position) = waiting.pop_front() {
                if self.bids_left == 0 {
                    break;
                }
                self.bids_left -= 1;
                if done.is_multiple_of(1 << 14) {
                    watch(increment.into(), waiting.len())?;
                }
                done += 1;
                let found = two_smallest(board.level, reading, rows.entries_of(position), &self.value);
                let at = position as usize;
                if found.best >= self.cap[at] {
                    board.price[at] = self.cap[at];
                    continue;
                }
                let price = found.second.saturating_add(increment).min(self.cap[at]);
                let person = reading.target(found.entry) as usize;
                self.value[person] = reading.cost(found.entry) - price;
                board.price[at] = price;
                self.holder[at] = person as u32;
                let cost = (reading.cost(found.entry) >> reading.shift) as u32;
                self.entry[person] = position << board.reading.bits | cost;
                let evicted = std::mem::replace(&mut self.mate[person], position);
                if evicted != NONE {
                    self.holder[evicted as usize] = NONE;
                    if wants(&self.holder, &board.price, &self.cap, evicted) {
                        waiting.push_back(evicted);
                    }
                }
            }
            for (position, before) in (0..).zip(before) {
                let price = board.price[position as usize];
                if price > before && !board.lists.is_empty() {
                    for &entry in rows.entries_of(position) {
                        board.risen(reading.target(entry), reading.cost(entry) - price);
                    }
                }
            }
            ControlFlow::Continue(())
        })
    }

    /// Puts all prices into the costs' unit, people's as high as the positions' allow, and parts the pairs that are not
    /// exactly tight.
    fn round_prices(&mut self) {
        self.crew.change(|board| {
            let shift = std::mem::replace(&mut board.reading.shift, 0);
            for price in &mut board.price {
                // Rounding up keeps tight pairs tight: the people's prices are rounded down.
                *price = -(-*price >> shift);
            }
        });
        let people: Vec<u32> = (0..self.mate.len() as u32).collect();
        let base = self.problem.people.code().map_or(0, |code| code.base);
        for batch in people.chunks(BATCH) {
            let crew = self.crew;
            crew.round(batch, Asked::Everything, |board, person, found| {
                let at = person as usize;
                self.value[at] = found.best;
                let mate = self.mate[at];
                if mate == NONE {
                    return;
                }
                let held = board.reading.cost(self.entry[at]) - board.price[mate as usize];
                if held != found.best || i64::from(held) + base > self.problem.unassigned()[at] {
                    self.mate[at] = NONE;
                    self.holder[mate as usize] = NONE;
                }
            });
        }
    }
}
