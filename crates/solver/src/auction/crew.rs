//! Many rows read at once: the two best values of each bidder at the same prices, by any number of threads.
//!
//! The bidders of a round are cut into chunks that threads take one by one; whoever computes a chunk, its result is
//! the same, and results are used in the order of the bidders. So the answer never depends on the number of
//! threads, and a thread that the system holds up delays no more than its own chunk.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError, RwLock};

use crate::kernels::{Best, Level, Reading, prefetch, two_smallest};
use crate::lists::Lists;

/// Bidders a chunk.
const CHUNK: usize = 64;

/// What every thread reads in a round.
#[derive(Debug)]
pub(crate) struct Board<'a> {
    pub(crate) rows: &'a Lists,
    pub(crate) reading: Reading,
    pub(crate) level: Level,
    /// Per target.
    pub(crate) price: Vec<i32>,
    pub(crate) bidders: Vec<u32>,
}

impl Board<'_> {
    /// The best of one bidder.
    #[inline]
    pub(crate) fn best(&self, bidder: u32) -> Best {
        two_smallest(self.level, self.reading, self.rows.entries_of(bidder), &self.price)
    }

    fn bests(&self, chunk: usize, found: &mut Vec<Best>) {
        let bidders = &self.bidders[chunk * CHUNK..self.bidders.len().min((chunk + 1) * CHUNK)];
        found.clear();
        for (place, &bidder) in bidders.iter().enumerate() {
            if let Some(&later) = bidders.get(place + 3) {
                prefetch(self.rows.entries_of(later));
            }
            found.push(self.best(bidder));
        }
    }
}

/// The board and the threads that read it.
#[derive(Debug)]
pub(crate) struct Crew<'a> {
    board: RwLock<Board<'a>>,
    /// Results, a chunk each.
    found: Vec<Mutex<Vec<Best>>>,
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
            found: (0..most.div_ceil(CHUNK)).map(|_| Mutex::new(Vec::with_capacity(CHUNK))).collect(),
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
    pub(crate) fn round(&self, bidders: &[u32], mut apply: impl FnMut(&mut Board<'a>, u32, Best)) {
        debug_assert!(bidders.len() <= self.found.len() * CHUNK);
        if bidders.len() <= CHUNK {
            // Not worth sharing; the same prices for all, all the same.
            return self.change(|board| {
                board.bidders.clear();
                board.bidders.extend_from_slice(bidders);
                let mut found = self.found[0].lock().unwrap_or_else(PoisonError::into_inner);
                board.bests(0, &mut found);
                for (&bidder, &best) in bidders.iter().zip(&*found) {
                    apply(board, bidder, best);
                }
            });
        }
        self.change(|board| {
            board.bidders.clear();
            board.bidders.extend_from_slice(bidders);
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
                let found = found.lock().unwrap_or_else(PoisonError::into_inner);
                for (&bidder, &best) in chunk.iter().zip(&*found) {
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
