//! The verifier: does an answer keep the rules, cost what it says, and cost the least?
//!
//! It trusts nothing and shares no code with the solve: it reads the instance through its public questions,
//! adds up in 128 bits, and holds the answer's own prices against it. Optimality follows from weak duality: an
//! assignment whose cost equals the sum of dual feasible prices cannot be beaten.

use crate::problem::Problem;
use crate::solution::Solution;
use crate::violation::Violation;

/// Proof that an answer was verified: only the verifiers make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    objective: i64,
    assigned: usize,
}

impl Certificate {
    /// Only the verifiers call this.
    pub(crate) fn new(objective: i64, assigned: usize) -> Certificate {
        Certificate { objective, assigned }
    }

    /// The least cost of the instance, recomputed.
    pub fn objective(&self) -> i64 {
        self.objective
    }

    /// How many people have a position.
    pub fn assigned(&self) -> usize {
        self.assigned
    }
}

/// Checks an answer against its instance and proves it optimal.
///
/// # Errors
/// The first [`Violation`] found, naming the pair, person or position and the numbers.
pub fn verify(problem: &Problem, solution: &Solution) -> Result<Certificate, Violation> {
    check_lengths(problem, solution)?;
    let (objective, assigned) = check_assignment(problem, solution)?;
    if objective != i128::from(solution.objective) {
        return Err(Violation::WrongObjective { stated: solution.objective, actual: objective });
    }
    check_people(problem, solution)?;
    check_positions(problem, solution)?;
    let prices = solution.person_price.iter().chain(&solution.position_price);
    let bound: i128 = prices.map(|&price| i128::from(price)).sum();
    if bound != objective {
        return Err(Violation::Gap { objective, bound });
    }
    Ok(Certificate { objective: solution.objective, assigned })
}

/// Whether an answer says something of everybody and of every position.
pub(crate) fn check_lengths(problem: &Problem, solution: &Solution) -> Result<(), Violation> {
    let (people, positions) = (problem.people(), problem.positions());
    for (list, found, expected) in [
        ("position_of", solution.position_of.len(), people),
        ("person_of", solution.person_of.len(), positions),
        ("person_price", solution.person_price.len(), people),
        ("position_price", solution.position_price.len(), positions),
    ] {
        if found != expected {
            return Err(Violation::WrongLength { list, found, expected });
        }
    }
    Ok(())
}

/// Whether both sides tell the same story with allowed pairs only; its cost and the number of pairs.
fn check_assignment(problem: &Problem, solution: &Solution) -> Result<(i128, usize), Violation> {
    let mut cost = 0_i128;
    let mut assigned = 0;
    for (person, &position) in (0..).zip(&solution.position_of) {
        let Some(position) = position else {
            cost += i128::from(problem.unassigned()[person as usize]);
            continue;
        };
        let Some((_, pair)) = problem.positions_for(person).find(|&(allowed, _)| allowed == position) else {
            return Err(Violation::ForbiddenPair { person, position });
        };
        let holder = solution.person_of[position as usize];
        if holder != Some(person) {
            return Err(Violation::PersonDisagrees { person, position, holder });
        }
        cost += i128::from(pair);
        assigned += 1;
    }
    for (position, &person) in (0..).zip(&solution.person_of) {
        let Some(person) = person else {
            cost += i128::from(problem.unfilled()[position as usize]);
            continue;
        };
        let held = solution.position_of.get(person as usize).copied().flatten();
        if held != Some(position) {
            return Err(Violation::PositionDisagrees { position, person, held });
        }
    }
    Ok((cost, assigned))
}

/// Every pair and every person: prices within bounds, and at them where the assignment uses them.
fn check_people(problem: &Problem, solution: &Solution) -> Result<(), Violation> {
    for (person, &price) in (0..).zip(&solution.person_price) {
        let limit = problem.unassigned()[person as usize];
        let held = solution.position_of[person as usize];
        if price > limit {
            return Err(Violation::PersonOverpriced { person, price, limit });
        }
        if held.is_none() && price != limit {
            return Err(Violation::PersonNotTight { person, price, limit });
        }
        for (position, cost) in problem.positions_for(person) {
            let prices = i128::from(price) + i128::from(solution.position_price[position as usize]);
            if prices > i128::from(cost) {
                return Err(Violation::PairUnderpriced { person, position, cost, prices });
            }
            if held == Some(position) && prices != i128::from(cost) {
                return Err(Violation::PairNotTight { person, position, cost, prices });
            }
        }
    }
    Ok(())
}

/// Every position: its price within its bound, and at it where it is unfilled.
fn check_positions(problem: &Problem, solution: &Solution) -> Result<(), Violation> {
    for (position, &price) in (0..).zip(&solution.position_price) {
        let limit = problem.unfilled()[position as usize];
        if price > limit {
            return Err(Violation::PositionOverpriced { position, price, limit });
        }
        if solution.person_of[position as usize].is_none() && price != limit {
            return Err(Violation::PositionNotTight { position, price, limit });
        }
    }
    Ok(())
}
