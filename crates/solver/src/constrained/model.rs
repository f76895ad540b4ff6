//! The instance: a [`Problem`] and what else an assignment must keep.
//!
//! Checked once, when it is built; everything behind it relies on indices in range, on every weighted pair being an
//! allowed pair, and on sums that fit. It never holds an answer.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::problem::Problem;

/// A limit on a weighted count of chosen pairs: `least ≤ Σ weight·x(pair) ≤ most`.
///
/// A budget has costs as weights; at most k has weights of one; a share floor, "at least 30 % of those assigned to
/// the office are experienced", is `Σ (10·experienced − 3)·x ≥ 0`. Pairs that are not listed weigh nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What people call it; used in messages only.
    pub name: String,
    /// Person, position and weight; each pair at most once, and only pairs that the problem allows.
    pub terms: Vec<(u32, u32, i64)>,
    /// The floor, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<i64>,
    /// The cap, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<i64>,
}

/// Two people who go to the same place or to commuting places, or are both left unassigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Couple {
    /// One of the two.
    pub first: u32,
    /// The other.
    pub second: u32,
}

/// Everything that an assignment must keep beyond the pairs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideConstraints {
    /// Caps, floors and budgets.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Nobody is in two couples.
    #[serde(default)]
    pub couples: Vec<Couple>,
    /// The place of each position, any numbering; may be empty if there are no couples.
    #[serde(default)]
    pub place_of: Vec<u32>,
    /// Pairs of places between which one can commute, in either order; not transitive.
    #[serde(default)]
    pub commuting: Vec<(u32, u32)>,
}

/// A checked instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constrained {
    problem: Problem,
    sides: SideConstraints,
}

/// Largest cost of a constrained instance, and largest sum of absolute weights of a group: 2^40.
pub(crate) const MAX_WEIGHT: i64 = 1 << 40;

/// Why side constraints were refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SideError {
    /// A group weighs a pair that the problem does not allow.
    #[error(
        "group {name:?} weighs pair ({person}, {position}), which is not an allowed pair: add the pair or drop the term"
    )]
    NotAPair {
        /// The group.
        name: String,
        /// The pair's person.
        person: u32,
        /// The pair's position.
        position: u32,
    },
    /// A group lists a pair twice.
    #[error("group {name:?} lists pair ({person}, {position}) more than once; add the weights up")]
    TwiceInGroup {
        /// The group.
        name: String,
        /// The pair's person.
        person: u32,
        /// The pair's position.
        position: u32,
    },
    /// A floor above its cap.
    #[error("group {name:?} asks for at least {least} and at most {most}: no assignment is both")]
    FloorAboveCap {
        /// The group.
        name: String,
        /// Its floor.
        least: i64,
        /// Its cap.
        most: i64,
    },
    /// Weights, or a limit, too large for exact arithmetic.
    #[error("group {name:?}: its {what} is {size}; at most {limit}: use a coarser unit", limit = MAX_WEIGHT)]
    TooHeavy {
        /// The group.
        name: String,
        /// `sum of absolute weights`, `floor` or `cap`.
        what: &'static str,
        /// How large it is.
        size: i128,
    },
    /// The costs are too large to be priced exactly beside the constraints.
    #[error("{nodes} people and positions with costs up to {largest} can add up to more than {limit}: use a coarser unit", limit = MAX_WEIGHT)]
    CostsTooLarge {
        /// People plus positions.
        nodes: usize,
        /// The largest absolute cost.
        largest: i64,
    },
    /// A couple names somebody who does not exist.
    #[error("couple ({first}, {second}): there are {people} people, so both must be below {people}")]
    NoSuchPerson {
        /// One of the couple.
        first: u32,
        /// The other.
        second: u32,
        /// Number of people.
        people: usize,
    },
    /// Somebody is in two couples, or a couple is one person.
    #[error("person {person} is in more than one couple, or twice in one: nobody can be")]
    CoupledTwice {
        /// The person.
        person: u32,
    },
    /// Places are not one a position.
    #[error("{found} places are given for {expected} positions: couples need one a position")]
    Places {
        /// The length given.
        found: usize,
        /// The number of positions.
        expected: usize,
    },
}

impl Constrained {
    /// Joins a problem and its side constraints.
    ///
    /// # Errors
    /// The first [`SideError`] found, in the order of groups, then couples.
    pub fn new(problem: Problem, sides: SideConstraints) -> Result<Constrained, SideError> {
        check_costs(&problem)?;
        for group in &sides.groups {
            check_group(&problem, group)?;
        }
        check_couples(&problem, &sides)?;
        Ok(Constrained { problem, sides })
    }

    /// The problem without its side constraints.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The side constraints.
    pub fn sides(&self) -> &SideConstraints {
        &self.sides
    }
}

fn check_costs(problem: &Problem) -> Result<(), SideError> {
    let pairs = (0..problem.people() as u32).flat_map(|person| problem.positions_for(person)).map(|(_, cost)| cost);
    let costs = pairs.chain(problem.unassigned().iter().copied()).chain(problem.unfilled().iter().copied());
    let largest = costs.map(i64::abs).max().unwrap_or(0);
    let nodes = problem.people() + problem.positions();
    if nodes as i128 * i128::from(largest) > i128::from(MAX_WEIGHT) {
        return Err(SideError::CostsTooLarge { nodes, largest });
    }
    Ok(())
}

fn check_group(problem: &Problem, group: &Group) -> Result<(), SideError> {
    let name = || group.name.clone();
    let mut seen: Vec<(u32, u32)> = group.terms.iter().map(|&(person, position, _)| (person, position)).collect();
    seen.sort_unstable();
    if let Some(twice) = seen.windows(2).find(|two| two[0] == two[1]) {
        let (person, position) = twice[0];
        return Err(SideError::TwiceInGroup { name: name(), person, position });
    }
    if let Some(&(person, position)) = seen.iter().find(|&&(person, position)| problem.cost(person, position).is_none())
    {
        return Err(SideError::NotAPair { name: name(), person, position });
    }
    let weight = group.terms.iter().map(|&(_, _, weight)| i128::from(weight).abs()).sum();
    let limit = |limit: Option<i64>| limit.map_or(0, |limit| i128::from(limit).abs());
    for (what, size) in [("sum of absolute weights", weight), ("floor", limit(group.least)), ("cap", limit(group.most))]
    {
        if size > i128::from(MAX_WEIGHT) {
            return Err(SideError::TooHeavy { name: name(), what, size });
        }
    }
    match (group.least, group.most) {
        (Some(least), Some(most)) if least > most => Err(SideError::FloorAboveCap { name: name(), least, most }),
        _ => Ok(()),
    }
}

fn check_couples(problem: &Problem, sides: &SideConstraints) -> Result<(), SideError> {
    let people = problem.people();
    let (found, expected) = (sides.place_of.len(), problem.positions());
    if found != expected && !(sides.couples.is_empty() && found == 0) {
        return Err(SideError::Places { found, expected });
    }
    let mut coupled = vec![false; people];
    for &Couple { first, second } in &sides.couples {
        if first as usize >= people || second as usize >= people {
            return Err(SideError::NoSuchPerson { first, second, people });
        }
        for person in [first, second] {
            if std::mem::replace(&mut coupled[person as usize], true) {
                return Err(SideError::CoupledTwice { person });
            }
        }
    }
    Ok(())
}
