//! Many rows read at once: the two best values of each bidder at the same prices, by any number of threads.
//!
//! The bidders of a round are cut into chunks that threads take one by one; whoever computes a chunk, its result is
//! the same, and results are used in the order of the bidders. So the answer never depends on the number of
//! threads, and a thread that the system holds up delays no more than its own chunk.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError, RwLock};

use crate::kernels::{Best, Level, Reading, Shortlist, prefetch, prefetch_list, shortlist, two_smallest};
use crate::lists::Lists;

/// Bidders a chunk.
pub(super) const CHUNK: usize = 64;

/// What a reader wants to know of the bidders of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The best value only, and only where it is below the limit.
    Value,
    /// The best entry and both values, as far as they are below the limit.
    Offer,
    /// Everything, whatever the lists say.
    Everything,
}

/// What every thread reads in a round.
#[derive(Debug)]
pub(crate) struct Board<'a> {
    pub(crate) rows: &'a Lists,
    pub(crate) reading: Reading,
    pub(crate) level: Level,
    /// Per target.
    pub(crate) price: Vec<i32>,
    /// Per bidder: what it costs to stay out.
    pub(crate) limit: Vec<i32>,
    /// Per bidder: its most promising entries, at prices that have only fallen since or of whose rise the thresholds know.
    /// Empty where reading whole rows is as fast; the answers are the same.
    pub(crate) lists: Vec<Shortlist>,
    asked: Asked,
    bidders: Vec<u32>,
}

impl<'a> Board<'a> {
    /// A board on which nothing is known of any row.
    pub(crate) fn new(rows: &'a Lists, reading: Reading, level: Level, price: Vec<i32>, limit: Vec<i32>) -> Board<'a> {
        let worth_it = rows.entries() > level.short_row() * rows.nodes();
        let lists = if worth_it { vec![Shortlist::UNKNOWN; limit.len()] } else { Vec::new() };
        Board { rows, reading, level, price, limit, lists, asked: Asked::Everything, bidders: Vec::new() }
    }

    /// What is asked of one bidder; if its old shortlist could not tell, a new one joins the `fresh`.
    #[inline]
    pub(crate) fn best(&self, bidder: u32, asked: Asked, fresh: &mut Fresh) -> Best {
        if let Some(list) = self.lists.get(bidder as usize)
            && asked != Asked::Everything
        {
            let (limit, threshold) = (self.limit[bidder as usize], list.threshold);
            let found = two_smallest(self.level, self.reading, list.entries(), &self.price);
            // What is not on the list is no better than the threshold. A tie there could be of a lower target.
            let told = match asked {
                Asked::Value => found.best.min(limit) <= threshold,
                _ => found.second.min(limit) <= threshold && (found.best < threshold || found.best >= limit),
            };
            return if told { found } else { self.relist(bidder, fresh) };
        }
        two_smallest(self.level, self.reading, self.rows.entries_of(bidder), &self.price)
    }

    #[inline(never)]
    fn relist(&self, bidder: u32, fresh: &mut Fresh) -> Best {
        let row = self.rows.entries_of(bidder);
        let (found, list) = shortlist(self.level, self.reading, row, &self.price, &mut fresh.scratch);
        fresh.lists.push((bidder, list));
        found
    }

    /// Takes note that a target's price has risen to what it is: the pair may now be better than a threshold says.
    pub(crate) fn risen(&mut self, bidder: u32, value: i32) {
        if let Some(list) = self.lists.get_mut(bidder as usize) {
            list.threshold = list.threshold.min(value);
        }
    }

    /// Asks for what will be read of a bidder to be brought near.
    #[inline]
    pub(crate) fn prefetch(&self, bidder: u32) {
        match self.lists.get(bidder as usize) {
            Some(list) => prefetch_list(list),
            None => prefetch(self.rows.entries_of(bidder)),
        }
    }

    fn bests(&self, chunk: usize, found: &mut Found) {
        let bidders = &self.bidders[chunk * CHUNK..self.bidders.len().min((chunk + 1) * CHUNK)];
        found.best.clear();
        for (place, &bidder) in bidders.iter().enumerate() {
            if let Some(&later) = bidders.get(place + 3) {
                self.prefetch(later);
            }
            found.best.push(self.best(bidder, self.asked, &mut found.fresh));
        }
    }

    fn ask(&mut self, bidders: &[u32], asked: Asked) {
        self.asked = asked;
        self.bidders.clear();
        self.bidders.extend_from_slice(bidders);
    }

    /// Takes new shortlists over.
    pub(crate) fn put_up(&mut self, fresh: &mut Fresh) {
        for (bidder, list) in fresh.lists.drain(..) {
            self.lists[bidder as usize] = list;
        }
    }
}

/// Shortlists made anew, and room to make them.
#[derive(Debug, Default)]
pub(crate) struct Fresh {
    lists: Vec<(u32, Shortlist)>,
    scratch: Vec<u64>,
}

/// What was found of a chunk's bidders.
#[derive(Debug, Default)]
struct Found {
    best: Vec<Best>,
    fresh: Fresh,
}

/// The board and the threads that read it.
#[derive(Debug)]
pub(crate) struct Crew<'a> {
    board: RwLock<Board<'a>>,
    /// Results, a chunk each.
    found: Vec<Mutex<Found>>,
    round: AtomicUsize,
    next_chunk: AtomicUsize,
    chunks_done: AtomicUsize,
    over: AtomicBool,
}

impl<'a> Crew<'a> {
    /// A crew for rounds of at most `most` bidders.
    pub(crate) fn new(board: Board<'a>, most: usize) -> Crew<'a> {
        Crew {
            board: RwLock::new(board),
            found: (0..most.div_ceil(CHUNK)).map(|_| Mutex::new(Found::default())).collect(),
            round: AtomicUsize::new(0),
            next_chunk: AtomicUsize::new(0),
            chunks_done: AtomicUsize::new(0),
            over: AtomicBool::new(false),
        }
    }

    /// Runs `work` with `threads − 1` helpers at hand.
    pub(crate) fn run<T>(&self, threads: usize, work: impl FnOnce() -> T) -> T {
        if threads <= 1 {
            return work();
        }
        std::thread::scope(|scope| {
            // However the work ends, the helpers go home.
            let _end = End(&self.over);
            for _ in 1..threads {
                // Without a helper the work takes longer, that is all.
                let _ = std::thread::Builder::new().spawn_scoped(scope, || self.help());
            }
            work()
        })
    }

    fn help(&self) {
        let mut seen = 0;
        loop {
            let mut waited = 0_u32;
            while self.round.load(Ordering::Acquire) == seen {
                if self.over.load(Ordering::Relaxed) {
                    return;
                }
                waited += 1;
                if waited.is_multiple_of(256) { std::thread::yield_now() } else { std::hint::spin_loop() }
            }
            seen = self.round.load(Ordering::Acquire);
            let board = self.board.read().unwrap_or_else(PoisonError::into_inner);
            self.take_chunks(&board);
        }
    }

    fn take_chunks(&self, board: &Board<'_>) {
        let chunks = board.bidders.len().div_ceil(CHUNK);
        loop {
            let chunk = self.next_chunk.fetch_add(1, Ordering::Relaxed);
            if chunk >= chunks {
                return;
            }
            board.bests(chunk, &mut self.found[chunk].lock().unwrap_or_else(PoisonError::into_inner));
            self.chunks_done.fetch_add(1, Ordering::Release);
        }
    }

    /// Changes the board between rounds.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut Board<'a>) -> T) -> T {
        for _ in 0..2_000 {
            if let Ok(mut board) = self.board.try_write() {
                return change(&mut board);
            }
            std::hint::spin_loop();
        }
        change(&mut self.board.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Finds the two best of each of these bidders at the present prices, then changes the board knowing them: `apply`
    /// is called for each bidder in order.
    pub(crate) fn round(&self, bidders: &[u32], asked: Asked, mut apply: impl FnMut(&mut Board<'a>, u32, Best)) {
        debug_assert!(bidders.len() <= self.found.len() * CHUNK);
        if bidders.len() <= CHUNK {
            // Not worth sharing; the same prices for all, all the same.
            return self.change(|board| {
                board.ask(bidders, asked);
                let mut found = self.found[0].lock().unwrap_or_else(PoisonError::into_inner);
                board.bests(0, &mut found);
                board.put_up(&mut found.fresh);
                for (&bidder, &best) in bidders.iter().zip(&found.best) {
                    apply(board, bidder, best);
                }
            });
        }
        self.change(|board| {
            board.ask(bidders, asked);
            self.next_chunk.store(0, Ordering::Relaxed);
            self.chunks_done.store(0, Ordering::Relaxed);
        });
        self.round.fetch_add(1, Ordering::Release);
        self.take_chunks(&self.board.read().unwrap_or_else(PoisonError::into_inner));
        let chunks = bidders.len().div_ceil(CHUNK);
        let mut waited = 0_u32;
        while self.chunks_done.load(Ordering::Acquire) < chunks {
            waited += 1;
            if waited.is_multiple_of(1_024) { std::thread::yield_now() } else { std::hint::spin_loop() }
        }
        self.change(|board| {
            for (chunk, found) in bidders.chunks(CHUNK).zip(&self.found) {
                let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
                board.put_up(&mut found.fresh);
                for (&bidder, &best) in chunk.iter().zip(&found.best) {
                    apply(board, bidder, best);
                }
            }
        });
    }

    /// The board, once the work is done.
    pub(crate) fn into_board(self) -> Board<'a> {
        self.board.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends the helpers home when dropped.
struct End<'c>(&'c AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
