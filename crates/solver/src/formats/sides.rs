//! Side constraints together with demands: as in [`required`](crate::required), a price of leaving out stands in for
//! a demand, and whatever keeps the demands at any price is a valid answer with a valid bound.

use std::ops::ControlFlow;
use std::time::Instant;

use super::build::Built;
use crate::constrained::{
    Answer, Constrained, ConstrainedViolation, Improvement, Options, SideError, solve_constrained,
};
use crate::cover::Shortage;
use crate::problem::{Problem, ProblemError};
use crate::required::{Outcome, RequiredError, largest_spread, priced, solve_required_with};
use crate::solve::Limits;

/// How an instance with side constraints and demands ends.
#[derive(Debug)]
pub enum Ended {
    /// An answer to the instance in which the demands are prices. It may leave out somebody who must be placed; then
    /// it proves nothing but its bound.
    Answer(Box<Constrained>, Box<Answer>),
    /// The demands cannot be kept, whatever the side constraints.
    Shortage(Box<Problem>, Shortage),
    /// The caller stopped it.
    Cancelled,
}

/// Why there is no end.
#[derive(Debug, thiserror::Error)]
pub enum SidesError {
    /// The pairs or costs are at fault.
    #[error(transparent)]
    Problem(#[from] ProblemError),
    /// The side constraints are at fault.
    #[error(transparent)]
    Sides(#[from] SideError),
    /// The verifier refused the solver's answer, a defect of this crate.
    #[error("the verifier refused the answer: {0}")]
    Refused(#[from] ConstrainedViolation),
}

impl Built {
    /// Solves the instance with its side constraints.
    ///
    /// # Errors
    /// As [`SidesError`] says.
    pub fn solve(
        self,
        options: &Options,
        progress: &mut dyn FnMut(&Improvement<'_>) -> ControlFlow<()>,
    ) -> Result<Ended, SidesError> {
        let started = Instant::now();
        let Built { problem, unassigned, unfilled, sides, .. } = self;
        let limits = Limits { threads: options.threads, ..Limits::default() };
        // Without side constraints the demands are decided exactly, and quickly.
        let problem =
            match solve_required_with(problem, &unassigned, &unfilled, &limits, &mut |_| ControlFlow::Continue(())) {
                Ok(Outcome::Optimal(problem, _)) => *problem,
                Ok(Outcome::Infeasible(problem, shortage)) => return Ok(Ended::Shortage(problem, shortage)),
                Err(RequiredError::Cancelled) => return Ok(Ended::Cancelled),
                Err(RequiredError::Problem(error)) => return Err(error.into()),
            };
        let spread = largest_spread(&problem, &unassigned, &unfilled);
        let nodes = (unassigned.len() + unfilled.len()).max(1) as i64;
        // Beyond every saving where that is exact; otherwise as much as is.
        let price = nodes.saturating_mul(spread).saturating_add(1).min((1 << 40) / nodes);
        let problem = problem.with_out(priced(&unassigned, price), priced(&unfilled, price))?;
        let instance = Constrained::new(problem, sides)?;
        // What the demands and the checks took is taken off the time.
        let left = options.time.map(|time| time.saturating_sub(started.elapsed()));
        let answer = solve_constrained(&instance, &Options { time: left, ..options.clone() }, progress)?;
        Ok(Ended::Answer(Box::new(instance), Box::new(answer)))
    }
}

/// What an assignment that keeps all demands can cost at most.
pub fn most_with_demands(instance: &Constrained, unassigned: &[Option<i64>], unfilled: &[Option<i64>]) -> i128 {
    let problem = instance.problem();
    let person = |person: u32| {
        let pairs = problem.positions_for(person).map(|(_, cost)| cost);
        pairs.chain(unassigned[person as usize]).max().unwrap_or(0)
    };
    let people = (0..problem.people() as u32).map(|index| i128::from(person(index))).sum::<i128>();
    let seats = unfilled.iter().map(|cost| i128::from(cost.unwrap_or(0).max(0))).sum::<i128>();
    people + seats
}
