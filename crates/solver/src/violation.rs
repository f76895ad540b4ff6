//! What can be wrong with an answer, each fault with its place and its numbers. Found by the verifier only.

use thiserror::Error;

use crate::problem::Place;

/// The first fault found in an answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Violation {
    /// A list of the answer does not fit the instance.
    #[error("{list} has {found} entries, the instance needs {expected}")]
    WrongLength {
        /// The field of the answer.
        list: &'static str,
        /// Its length.
        found: usize,
        /// The length that the instance asks for.
        expected: usize,
    },
    /// A chosen pair is not among the allowed ones.
    #[error("person {person} has position {position}, which is not an allowed pair")]
    ForbiddenPair {
        /// The pair's person.
        person: u32,
        /// The pair's position.
        position: u32,
    },
    /// The two sides disagree about who is where.
    #[error("person {person} has position {position}, but that position has {holder:?}")]
    PersonDisagrees {
        /// The person.
        person: u32,
        /// The position it claims.
        position: u32,
        /// Whom the position claims.
        holder: Option<u32>,
    },
    /// The two sides disagree about who is where.
    #[error("position {position} has person {person}, but that person has {held:?}")]
    PositionDisagrees {
        /// The position.
        position: u32,
        /// The person it claims.
        person: u32,
        /// What the person claims.
        held: Option<u32>,
    },
    /// Somebody who must be placed is not.
    #[error("person {person} must be placed and has no position")]
    PersonRequired {
        /// The person.
        person: u32,
    },
    /// A position that must be filled is not.
    #[error("position {position} must be filled and has no person")]
    PositionRequired {
        /// The position.
        position: u32,
    },
    /// The instance asks another cost of leaving somebody or something out than the caller does.
    #[error("{place} costs {stated} in the instance, {asked} was asked")]
    OtherInstance {
        /// Which cost.
        place: Place,
        /// The instance's.
        stated: i64,
        /// The caller's.
        asked: i64,
    },
    /// The stated objective is not what the assignment costs.
    #[error("the assignment costs {actual}, not {stated}")]
    WrongObjective {
        /// The answer's objective.
        stated: i64,
        /// The cost added up.
        actual: i128,
    },
    /// The prices of a pair exceed its cost: the dual is infeasible.
    #[error("pair ({person}, {position}) costs {cost}, but its prices add up to {prices}")]
    PairUnderpriced {
        /// The pair's person.
        person: u32,
        /// The pair's position.
        position: u32,
        /// Its cost.
        cost: i64,
        /// The sum of its two prices.
        prices: i128,
    },
    /// A person's price exceeds what leaving it unassigned costs.
    #[error("person {person} has price {price}, above {limit}, the cost of leaving it unassigned")]
    PersonOverpriced {
        /// The person.
        person: u32,
        /// Its price.
        price: i64,
        /// The bound.
        limit: i64,
    },
    /// A position's price exceeds what leaving it unfilled costs.
    #[error("position {position} has price {price}, above {limit}, the cost of leaving it unfilled")]
    PositionOverpriced {
        /// The position.
        position: u32,
        /// Its price.
        price: i64,
        /// The bound.
        limit: i64,
    },
    /// A chosen pair costs more than its prices: complementary slackness fails.
    #[error("pair ({person}, {position}) is chosen at {cost}, but its prices add up to only {prices}")]
    PairNotTight {
        /// The pair's person.
        person: u32,
        /// The pair's position.
        position: u32,
        /// Its cost.
        cost: i64,
        /// The sum of its two prices.
        prices: i128,
    },
    /// An unassigned person's price is below its bound: complementary slackness fails.
    #[error("person {person} is unassigned at {limit}, but has price {price}")]
    PersonNotTight {
        /// The person.
        person: u32,
        /// Its price.
        price: i64,
        /// What leaving it unassigned costs.
        limit: i64,
    },
    /// An unfilled position's price is below its bound: complementary slackness fails.
    #[error("position {position} is unfilled at {limit}, but has price {price}")]
    PositionNotTight {
        /// The position.
        position: u32,
        /// Its price.
        price: i64,
        /// What leaving it unfilled costs.
        limit: i64,
    },
    /// The prices prove less than the objective.
    #[error("the assignment costs {objective}, but the prices prove only {bound}")]
    Gap {
        /// The cost of the assignment.
        objective: i128,
        /// The sum of all prices, a lower bound.
        bound: i128,
    },
}
