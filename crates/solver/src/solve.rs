//! The solve: an auction that brings prices close to the optimum, then shortest paths that reach it.
//!
//! Deterministic: no clock, no randomness, and the same answer for any number of threads; ties fall by index.

use std::ops::ControlFlow;

use thiserror::Error;

use crate::auction::packed::{self, Terms};
use crate::auction::wide::{self, Schedule};
use crate::kernels::Level;
use crate::market::{Market, Side, tighten};
use crate::problem::Problem;
use crate::search::{Except, Search};
use crate::solution::Solution;

/// Bounds on the work of a solve. They change the time an answer takes, never the answer's cost; threads and vectors do
/// not even change the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many times all pairs may be scanned by shortest path searches alone before the auction is called in.
    pub passes_before_auction: u32,
    /// Bids that the auction may make in each phase, a person or position. Zero leaves the auction out.
    pub bids_per_node: u32,
    /// Threads that may be used; zero for as many as the machine has.
    pub threads: usize,
    /// Whether the processor's vector instructions may be used.
    pub vectors: bool,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { passes_before_auction: 0, bids_per_node: 60, threads: 0, vectors: true }
    }
}

impl Limits {
    /// How rows may be read.
    pub(crate) fn level(&self) -> Level {
        if self.vectors { Level::best() } else { Level::Scalar }
    }

    /// As many threads as asked for, or as many as are worth starting for so many pairs.
    fn threads_for(&self, pairs: usize) -> usize {
        match self.threads {
            0 => std::thread::available_parallelism().map_or(1, usize::from).min(1 + pairs / 600_000),
            threads => threads,
        }
    }
}

/// How far a solve has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Prices are still being found.
    Auction {
        /// The present increment, which falls, in parts of the costs' unit: sixteenths, or finer where there is room.
        increment: i64,
        /// People or positions waiting to bid.
        waiting: usize,
    },
    /// The assignment is being made exact, a shortest path for each node that waits.
    Search {
        /// Searches done.
        done: usize,
        /// Searches needed in all, at most.
        of: usize,
    },
}

/// The caller stopped the solve; there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the solve was cancelled before it found the optimum")]
pub struct Cancelled;

/// Finds an optimal assignment and its prices.
pub fn solve(problem: &Problem) -> Solution {
    solve_with(problem, &Limits::default(), &mut |_| ControlFlow::Continue(())).expect("never told to stop")
}

/// As [`solve`], reporting progress every 64 searches or 16,384 bids.
///
/// # Errors
/// [`Cancelled`] once `progress` answers `Break`.
pub fn solve_with(
    problem: &Problem,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Solution, Cancelled> {
    let mut market = Market::empty(problem);
    match reach_optimum(problem, &mut market, limits, progress) {
        ControlFlow::Continue(()) => Ok(market.into_solution()),
        ControlFlow::Break(()) => Err(Cancelled),
    }
}

/// Makes any state optimal, whatever its prices and pairs are.
pub(crate) fn reach_optimum<'a>(
    problem: &'a Problem,
    market: &mut Market<'a>,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> ControlFlow<()> {
    if limits.bids_per_node > 0 && limits.passes_before_auction == 0 {
        let terms = Terms {
            level: limits.level(),
            threads: limits.threads_for(problem.pairs()),
            first: (mean_spread(&market.people) / 40).max(1),
            divisor: 16,
            bids_per_node: limits.bids_per_node,
        };
        let mut watch = |increment, waiting| progress(Progress::Auction { increment, waiting });
        if packed::run(problem, market, &terms, &mut watch)? {
            let Market { people, positions } = market;
            Run { near: people, far: positions, level: limits.level(), progress }.search(u64::MAX)?;
            return ControlFlow::Continue(());
        }
    }
    let Market { people, positions } = market;
    // The scarcer side proposes: each of its nodes finds a free partner after a short search.
    if people.len() <= positions.len() {
        Run { near: people, far: positions, level: limits.level(), progress }.reach_optimum(problem, limits)
    } else {
        Run { near: positions, far: people, level: limits.level(), progress }.reach_optimum(problem, limits)
    }
}

/// One solve in one direction.
struct Run<'r, 'a> {
    near: &'r mut Side<'a>,
    far: &'r mut Side<'a>,
    level: Level,
    progress: &'r mut dyn FnMut(Progress) -> ControlFlow<()>,
}

impl Run<'_, '_> {
    /// Searches alone while they are cheap, which they are unless many compete for little; otherwise the auction
    /// finds good prices first and the searches finish.
    fn reach_optimum(&mut self, problem: &Problem, limits: &Limits) -> ControlFlow<()> {
        let pairs = problem.pairs() as u64;
        tighten(self.near, self.far);
        let passes = if limits.bids_per_node == 0 { u64::MAX } else { limits.passes_before_auction.into() };
        if self.search(pairs.saturating_mul(passes))? {
            return ControlFlow::Continue(());
        }
        let schedule = Schedule::new(mean_spread(self.near), limits.bids_per_node);
        let mut watch = |increment, waiting| (self.progress)(Progress::Auction { increment, waiting });
        wide::run(self.near, self.far, &schedule, &mut watch)?;
        tighten(self.near, self.far);
        self.search(u64::MAX)?;
        ControlFlow::Continue(())
    }

    /// Searches from every node that its price says should have a mate, until there is none, which makes the
    /// assignment optimal, or until about `work` pairs were scanned. Returns whether it is optimal.
    fn search(&mut self, work: u64) -> ControlFlow<(), bool> {
        // A search never leaves another node waiting, so one pass over each side is enough.
        let waiting = self.near.owed() + self.far.owed();
        let mut pass = Pass { level: self.level, done: 0, of: waiting, work };
        let finished = pass.over(self.near, self.far, self.progress)?;
        ControlFlow::Continue(finished && pass.over(self.far, self.near, self.progress)?)
    }
}

/// Searches done so far and work left, over both sides.
struct Pass {
    level: Level,
    done: usize,
    of: usize,
    work: u64,
}

impl Pass {
    /// Settles every waiting node of `near`; false if the work ran out before.
    fn over(
        &mut self,
        near: &mut Side<'_>,
        far: &mut Side<'_>,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> ControlFlow<(), bool> {
        let mut search = Search::new(far.limit.len(), self.level);
        for node in 0..near.len() {
            if !near.is_owed(node) {
                continue;
            }
            if search.scanned > self.work {
                return ControlFlow::Continue(false);
            }
            if self.done.is_multiple_of(64) {
                progress(Progress::Search { done: self.done, of: self.of })?;
            }
            search.settle(near, far, node, Except::default());
            self.done += 1;
        }
        self.work = self.work.saturating_sub(search.scanned);
        ControlFlow::Continue(true)
    }
}

/// Largest minus smallest pair cost of a node, on average: what the first increment should be measured by. Costs
/// that a node bears wherever it goes do not count.
fn mean_spread(side: &Side<'_>) -> i64 {
    let spread = |node| {
        let (mut least, mut most) = (i64::MAX, i64::MIN);
        side.rows.of(node).each(|_, cost| (least, most) = (least.min(cost), most.max(cost)));
        if least <= most { most - least } else { 0 }
    };
    // A thousand nodes tell enough.
    let step = (side.len() as usize / 1_000).max(1);
    let asked = (0..side.len()).step_by(step);
    let total: i128 = asked.clone().map(|node| i128::from(spread(node))).sum();
    (total / asked.len().max(1) as i128) as i64
}
