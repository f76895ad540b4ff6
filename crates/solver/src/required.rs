//! Some must be placed: the least costly assignment that leaves out nobody who may not be left out, or a proof that
//! there is none. A perfect matching is the case in which nobody and nothing may be left out.
//!
//! A price for leaving out stands in for the demand. Any price will do as long as the optimum leaves nobody out who
//! must not be: it is then optimal among all that keep the demand, since they are fewer. So a moderate price is tried
//! first; only if it fails is it worth asking whether the demand can be kept at all, and then a price that is
//! provably beyond anything an exchange could save.

use std::ops::ControlFlow;

use thiserror::Error;

use crate::cover::{self, Shortage};
use crate::problem::{MAX_COST, MAX_TOTAL, Place, Problem, ProblemError};
use crate::solution::Solution;
use crate::solve::{Cancelled, Limits, Progress, solve_with};
use crate::verify::{Certificate, verify};
use crate::violation::Violation;

/// How an instance with demands ends.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The optimum and the instance it solves: the demands are prices there. Its prices prove it optimal among all
    /// assignments that keep the demands ([`verify_required`]).
    Optimal(Box<Problem>, Solution),
    /// Nobody can keep the demands.
    Infeasible(Box<Problem>, Shortage),
}

/// Why an instance with demands has no answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RequiredError {
    /// The instance is at fault.
    #[error(transparent)]
    Problem(#[from] ProblemError),
    /// The caller stopped the solve.
    #[error("the solve was cancelled before it found the optimum")]
    Cancelled,
}

/// Least cost under demands: `None` in `unassigned` says that the person must be placed, in `unfilled` that the
/// position must be filled. `pairs` as in [`Problem::new`].
///
/// # Errors
/// As [`Problem::new`]; in particular [`ProblemError::TotalTooLarge`] where costs and number of nodes are so large that
/// no price of leaving out is both provably beyond every saving and exact.
pub fn solve_required(
    pairs: impl IntoIterator<Item = (u32, u32, i64)>,
    unassigned: &[Option<i64>],
    unfilled: &[Option<i64>],
) -> Result<Outcome, RequiredError> {
    let problem = Problem::new(pairs, priced(unassigned, 0), priced(unfilled, 0))?;
    let limits = Limits::default();
    solve_required_with(problem, unassigned, unfilled, &limits, &mut |_| ControlFlow::Continue(()))
}

/// As [`solve_required`], from an instance whose own costs of leaving out do not count.
///
/// # Errors
/// As [`solve_required`]; [`RequiredError::Cancelled`] once `progress` answers `Break`.
pub fn solve_required_with(
    mut problem: Problem,
    unassigned: &[Option<i64>],
    unfilled: &[Option<i64>],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Outcome, RequiredError> {
    let nodes = unassigned.len() + unfilled.len();
    let spread = largest_spread(&problem, unassigned, unfilled);
    // Each of at most `nodes` terms of either of two assignments lies between the least and the most of all costs and
    // zero, so their costs differ by no more than this.
    let beyond = nodes as i128 * i128::from(spread) + 1;
    let exact = i128::from(MAX_COST).min(MAX_TOTAL / nodes.max(1) as i128);
    let last = beyond.min(exact);
    for price in [last.min(64 * i128::from(spread)), last] {
        // Both are at most MAX_COST.
        let price = price as i64;
        problem = problem.with_out(priced(unassigned, price), priced(unfilled, price))?;
        let solution = solve_with(&problem, limits, progress).map_err(|Cancelled| RequiredError::Cancelled)?;
        if keeps(&solution, unassigned, unfilled) {
            return Ok(Outcome::Optimal(Box::new(problem), solution));
        }
        if let Some(shortage) = cover::shortage(&problem, unassigned, unfilled, &solution) {
            return Ok(Outcome::Infeasible(Box::new(problem), shortage));
        }
    }
    // The demands can be kept, so had the last price been beyond every saving, its optimum would have kept them.
    Err(ProblemError::TotalTooLarge { nodes, largest: i64::try_from(beyond).unwrap_or(i64::MAX) }.into())
}

/// Proof that an assignment is the least costly of those that keep the demands. The prices of the two sides prove it:
/// they are dual feasible for the pairs and for whatever may be left out, and add up to the objective, to which
/// nothing that must be placed adds more than its pair.
///
/// # Errors
/// As [`verify`]; [`Violation::PersonRequired`] and [`Violation::PositionRequired`] for a demand that is not kept.
pub fn verify_required(
    problem: &Problem,
    unassigned: &[Option<i64>],
    unfilled: &[Option<i64>],
    solution: &Solution,
) -> Result<Certificate, Violation> {
    let certificate = verify(problem, solution)?;
    for (list, given, expected) in
        [("unassigned", unassigned.len(), problem.people()), ("unfilled", unfilled.len(), problem.positions())]
    {
        if given != expected {
            return Err(Violation::WrongLength { list, found: given, expected });
        }
    }
    for (person, (held, demand)) in (0..).zip(solution.position_of.iter().zip(unassigned)) {
        let stated = problem.unassigned()[person as usize];
        match demand {
            None if held.is_none() => return Err(Violation::PersonRequired { person }),
            Some(cost) if *cost != stated => {
                return Err(Violation::OtherInstance { place: Place::Person(person), stated, asked: *cost });
            }
            _ => {}
        }
    }
    for (position, (holder, demand)) in (0..).zip(solution.person_of.iter().zip(unfilled)) {
        let stated = problem.unfilled()[position as usize];
        match demand {
            None if holder.is_none() => return Err(Violation::PositionRequired { position }),
            Some(cost) if *cost != stated => {
                return Err(Violation::OtherInstance { place: Place::Position(position), stated, asked: *cost });
            }
            _ => {}
        }
    }
    Ok(certificate)
}

fn priced(side: &[Option<i64>], price: i64) -> Vec<i64> {
    side.iter().map(|cost| cost.unwrap_or(price)).collect()
}

fn keeps(solution: &Solution, unassigned: &[Option<i64>], unfilled: &[Option<i64>]) -> bool {
    let kept = |mates: &[Option<u32>], side: &[Option<i64>]| {
        mates.iter().zip(side).all(|(mate, cost)| mate.is_some() || cost.is_some())
    };
    kept(&solution.position_of, unassigned) && kept(&solution.person_of, unfilled)
}

/// Largest minus smallest of all costs that are stated, zero among them; at least one.
fn largest_spread(problem: &Problem, unassigned: &[Option<i64>], unfilled: &[Option<i64>]) -> i64 {
    let out = unassigned.iter().chain(unfilled).flatten().copied();
    let pairs = (0..problem.people() as u32).flat_map(|person| problem.positions_for(person)).map(|(_, cost)| cost);
    let (least, most) =
        out.chain(pairs).fold((0, 0), |(least, most): (i64, i64), cost| (least.min(cost), most.max(cost)));
    most.saturating_sub(least).max(1)
}
