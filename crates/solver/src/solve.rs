//! The solve: an auction for most of the way, shortest paths for the rest.
//!
//! Deterministic: one thread, no clock, no randomness; ties fall by index.

use std::ops::ControlFlow;

use thiserror::Error;

use crate::auction::{self, Schedule};
use crate::market::Market;
use crate::problem::Problem;
use crate::search::{Except, Search};
use crate::solution::Solution;

/// Bounds on the work of a solve. They change the time an answer takes, never the answer's cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bids that the auction may make in each phase, a person or position. Zero goes straight to the exact
    /// searches.
    pub bids_per_node: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { bids_per_node: 60 }
    }
}

/// How far a solve has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Prices are still being found.
    Auction {
        /// The present increment in sixteenths of the costs' unit; it falls to 1.
        increment: i64,
        /// People or positions waiting to bid.
        waiting: usize,
    },
    /// The assignment is being made exact.
    Finish {
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

/// As [`solve`], reporting progress every few thousand steps.
///
/// # Errors
/// [`Cancelled`] once `progress` answers `Break`.
pub fn solve_with(
    problem: &Problem,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Solution, Cancelled> {
    let mut market = Market::empty(problem);
    if limits.bids_per_node > 0 {
        let schedule = Schedule::new(spread(problem), limits.bids_per_node);
        let mut watch = |increment, waiting| progress(Progress::Auction { increment, waiting });
        if auction::run(&mut market, &schedule, &mut watch).is_break() {
            return Err(Cancelled);
        }
    }
    market.tighten();
    if finish(&mut market, progress).is_break() {
        return Err(Cancelled);
    }
    Ok(market.into_solution())
}

/// Searches from every node that its price says should have a mate, until there is none: then the assignment
/// is optimal. A search never makes another node wait, so one pass over each side is enough.
fn finish(market: &mut Market<'_>, progress: &mut dyn FnMut(Progress) -> ControlFlow<()>) -> ControlFlow<()> {
    let Market { people, positions } = market;
    let owed = (0..people.len()).filter(|&i| people.is_owed(i)).count()
        + (0..positions.len()).filter(|&j| positions.is_owed(j)).count();
    let mut done = 0;
    let mut report = |done: usize| match done % 256 {
        0 => progress(Progress::Finish { done, of: owed }),
        _ => ControlFlow::Continue(()),
    };
    let mut search = Search::new(positions.limit.len());
    for person in 0..people.len() {
        if people.is_owed(person) {
            report(done)?;
            search.settle(people, positions, person, Except::default());
            done += 1;
        }
    }
    let mut search = Search::new(people.limit.len());
    for position in 0..positions.len() {
        if positions.is_owed(position) {
            report(done)?;
            search.settle(positions, people, position, Except::default());
            done += 1;
        }
    }
    ControlFlow::Continue(())
}

/// Largest minus smallest pair cost.
fn spread(problem: &Problem) -> i64 {
    let costs = || (0..problem.people() as u32).flat_map(|i| problem.positions_for(i)).map(|(_, cost)| cost);
    costs().max().unwrap_or(0) - costs().min().unwrap_or(0)
}
