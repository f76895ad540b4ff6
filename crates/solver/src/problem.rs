//! The instance: who may go where at what cost, and what it costs to leave somebody or something out.
//!
//! A [`Problem`] is checked once, when it is built, so that nothing behind it needs to check again: every
//! index is in range, no pair occurs twice, and every sum that the solver or its caller can form fits an
//! `i64`. It never holds an answer.

use std::sync::OnceLock;

use thiserror::Error;

use crate::gathering::Gathering;
use crate::lists::{Code, Lists};

/// Largest absolute value of a single cost: 2^52. Scaled prices and path lengths are sums of at most eight
/// such values times sixteen, which stays below 2^60.
pub const MAX_COST: i64 = 1 << 52;

/// Largest `(people + positions) × largest absolute cost`: 2^62, so that no objective can overflow.
pub const MAX_TOTAL: i128 = 1 << 62;

/// A sparse assignment problem in which both sides may be left out at a cost.
///
/// Minimise `Σ cost(i,j)·x(i,j) + Σ unassigned(i)·(person i without a position) + Σ unfilled(j)·(position j
/// without a person)`, each person in at most one position and each position with at most one person. Costs
/// are integers of any unit and may be negative. People and positions are indices from zero.
#[derive(Debug, Clone)]
pub struct Problem {
    pub(crate) people: Lists,
    /// The same pairs from the other side, made when first asked for.
    positions: OnceLock<Lists>,
    pub(crate) unassigned: Vec<i64>,
    pub(crate) unfilled: Vec<i64>,
    /// At least the largest absolute cost.
    pub(crate) largest: i64,
}

impl PartialEq for Problem {
    fn eq(&self, other: &Problem) -> bool {
        (&self.unassigned, &self.unfilled) == (&other.unassigned, &other.unfilled)
            && (0..self.people() as u32).all(|person| self.positions_for(person).eq(other.positions_for(person)))
    }
}

impl Eq for Problem {}

/// Why an instance was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProblemError {
    /// A pair names a person that does not exist.
    #[error("pair ({person}, {position}): there are {people} people, so person must be below {people}")]
    PersonOutOfRange {
        /// The person named.
        person: u32,
        /// The position named beside it.
        position: u32,
        /// Number of people, the length of `unassigned`.
        people: usize,
    },
    /// A pair names a position that does not exist.
    #[error("pair ({person}, {position}): there are {positions} positions, so position must be below {positions}")]
    PositionOutOfRange {
        /// The person named beside it.
        person: u32,
        /// The position named.
        position: u32,
        /// Number of positions, the length of `unfilled`.
        positions: usize,
    },
    /// The same pair was given twice.
    #[error("pair ({person}, {position}) is given more than once; keep the cheaper of the two")]
    DuplicatePair {
        /// The pair's person.
        person: u32,
        /// The pair's position.
        position: u32,
    },
    /// One cost is beyond [`MAX_COST`].
    #[error("the cost of {place} is {cost}; its absolute value must not exceed {MAX_COST}: use a coarser unit")]
    CostTooLarge {
        /// Which cost: a pair, a person left unassigned or a position left unfilled.
        place: Place,
        /// The cost given.
        cost: i64,
    },
    /// Objectives of this instance could overflow.
    #[error(
        "{nodes} people and positions with costs up to {largest} can add up to more than {MAX_TOTAL}: use a coarser unit"
    )]
    TotalTooLarge {
        /// People plus positions.
        nodes: usize,
        /// Largest absolute cost of the instance.
        largest: i64,
    },
    /// More people, positions or pairs than a 32-bit index can name.
    #[error("{count} {what}: at most {limit} fit the index", limit = u32::MAX - 1)]
    TooMany {
        /// `people`, `positions` or `pairs`.
        what: &'static str,
        /// How many were given.
        count: usize,
    },
}

/// Where in an instance a cost stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The cost of a pair (person, position).
    Pair(u32, u32),
    /// The cost of leaving this person unassigned.
    Person(u32),
    /// The cost of leaving this position unfilled.
    Position(u32),
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Place::Pair(person, position) => write!(out, "pair ({person}, {position})"),
            Place::Person(person) => write!(out, "leaving person {person} unassigned"),
            Place::Position(position) => write!(out, "leaving position {position} unfilled"),
        }
    }
}

impl Problem {
    /// Builds an instance from its pairs `(person, position, cost)`, in any order, and from what it costs to
    /// leave each person unassigned and each position unfilled; the lengths of these two are the numbers of
    /// people and positions. A pair that is not listed is forbidden.
    ///
    /// # Errors
    /// The first fault found: an index out of range, a pair given twice, or a cost too large for exact
    /// arithmetic ([`MAX_COST`], [`MAX_TOTAL`]).
    pub fn new(
        pairs: impl IntoIterator<Item = (u32, u32, i64)>,
        unassigned: Vec<i64>,
        unfilled: Vec<i64>,
    ) -> Result<Problem, ProblemError> {
        let pairs = pairs.into_iter();
        let mut gathering = Gathering::new(unassigned, unfilled, pairs.size_hint().0)?;
        pairs.for_each(|(person, position, cost)| gathering.push(person, position, cost));
        gathering.finish()
    }

    /// From rows that are in order and whose costs lie within zero and `most`.
    pub(crate) fn from_rows(
        people: Lists,
        most: i64,
        unassigned: Vec<i64>,
        unfilled: Vec<i64>,
    ) -> Result<Problem, ProblemError> {
        check_counts(people.entries(), unassigned.len(), unfilled.len())?;
        let largest = check_costs(std::iter::empty(), &unassigned, &unfilled)?.max(most);
        check_total(unassigned.len() + unfilled.len(), largest)?;
        Ok(Problem { people, positions: OnceLock::new(), unassigned, unfilled, largest })
    }

    /// From pairs in any order and of any cost.
    pub(crate) fn from_list(
        pairs: &[(u32, u32, i64)],
        unassigned: Vec<i64>,
        unfilled: Vec<i64>,
    ) -> Result<Problem, ProblemError> {
        check_counts(pairs.len(), unassigned.len(), unfilled.len())?;
        check_indices(pairs, unassigned.len(), unfilled.len())?;
        let largest = check_costs(pairs.iter().copied(), &unassigned, &unfilled)?;

        let costs = pairs.iter().map(|&(_, _, cost)| cost);
        let (least, most) = costs.fold((i64::MAX, i64::MIN), |(least, most), cost| (least.min(cost), most.max(cost)));
        let (least, most) = if pairs.is_empty() { (0, 0) } else { (least, most) };
        let code = Code::for_range(unfilled.len(), least, most);
        let people = if pairs.is_sorted_by_key(|&(person, position, _)| (person, position)) {
            Lists::grouped(unassigned.len(), code, pairs.iter().copied())
        } else {
            // Two counting passes sort without comparing: by position first, then, stably, by person.
            let by_position = pairs.iter().map(|&(i, j, cost)| (j, i, cost));
            let code = Code::for_range(unassigned.len(), least, most);
            Lists::grouped(unfilled.len(), code, by_position).transposed(unassigned.len())
        };
        for person in 0..unassigned.len() as u32 {
            let row = people.of(person);
            if let Some(place) = (1..row.len()).find(|&place| row.at(place - 1).0 == row.at(place).0) {
                return Err(ProblemError::DuplicatePair { person, position: row.at(place).0 });
            }
        }
        Ok(Problem { people, positions: OnceLock::new(), unassigned, unfilled, largest })
    }

    /// The pairs from the positions' side.
    pub(crate) fn by_position(&self) -> &Lists {
        self.positions.get_or_init(|| self.people.transposed(self.unfilled.len()))
    }

    /// Both sides' lists, to be changed together.
    pub(crate) fn lists_mut(&mut self) -> (&mut Lists, &mut Lists) {
        self.by_position();
        let positions = self.positions.get_mut().expect("made just now");
        (&mut self.people, positions)
    }

    /// The same pairs with other costs of leaving out; the two lists are as long as before.
    pub(crate) fn with_out(self, unassigned: Vec<i64>, unfilled: Vec<i64>) -> Result<Problem, ProblemError> {
        let pairs = (0..self.people() as u32)
            .flat_map(|person| self.positions_for(person).map(move |(position, cost)| (person, position, cost)));
        let largest = check_costs(pairs, &unassigned, &unfilled)?;
        Ok(Problem { unassigned, unfilled, largest, ..self })
    }

    /// Number of people.
    pub fn people(&self) -> usize {
        self.unassigned.len()
    }

    /// Number of positions.
    pub fn positions(&self) -> usize {
        self.unfilled.len()
    }

    /// Number of allowed pairs.
    pub fn pairs(&self) -> usize {
        self.people.entries()
    }

    /// The positions a person may take, each with the pair's cost, by rising position.
    ///
    /// # Panics
    /// If the person does not exist.
    pub fn positions_for(&self, person: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        self.people.of(person).iter()
    }

    /// The people who may take a position, each with the pair's cost, by rising person.
    ///
    /// # Panics
    /// If the position does not exist.
    pub fn people_for(&self, position: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        self.by_position().of(position).iter()
    }

    /// The cost of a pair, or nothing if the pair is not allowed or does not exist.
    pub fn cost(&self, person: u32, position: u32) -> Option<i64> {
        if person as usize >= self.people() {
            return None;
        }
        self.people.of(person).cost_of(position)
    }

    /// What it costs to leave each person unassigned.
    pub fn unassigned(&self) -> &[i64] {
        &self.unassigned
    }

    /// What it costs to leave each position unfilled.
    pub fn unfilled(&self) -> &[i64] {
        &self.unfilled
    }
}

pub(crate) fn check_counts(pairs: usize, people: usize, positions: usize) -> Result<(), ProblemError> {
    for (what, count) in [("people", people), ("positions", positions), ("pairs", pairs)] {
        if count >= u32::MAX as usize {
            return Err(ProblemError::TooMany { what, count });
        }
    }
    Ok(())
}

fn check_indices(pairs: &[(u32, u32, i64)], people: usize, positions: usize) -> Result<(), ProblemError> {
    for &(person, position, _) in pairs {
        if person as usize >= people {
            return Err(ProblemError::PersonOutOfRange { person, position, people });
        }
        if position as usize >= positions {
            return Err(ProblemError::PositionOutOfRange { person, position, positions });
        }
    }
    Ok(())
}

/// Returns the largest absolute cost.
fn check_costs(
    pairs: impl Iterator<Item = (u32, u32, i64)>,
    unassigned: &[i64],
    unfilled: &[i64],
) -> Result<i64, ProblemError> {
    let places = (pairs.map(|(i, j, cost)| (Place::Pair(i, j), cost)))
        .chain((0..).zip(unassigned).map(|(i, &cost)| (Place::Person(i), cost)))
        .chain((0..).zip(unfilled).map(|(j, &cost)| (Place::Position(j), cost)));
    let mut largest = 0;
    for (place, cost) in places {
        if !(-MAX_COST..=MAX_COST).contains(&cost) {
            return Err(ProblemError::CostTooLarge { place, cost });
        }
        largest = largest.max(cost.abs());
    }
    check_total(unassigned.len() + unfilled.len(), largest)?;
    Ok(largest)
}

/// Whether no sum over this many nodes can overflow.
pub(crate) fn check_total(nodes: usize, largest: i64) -> Result<(), ProblemError> {
    if nodes as i128 * i128::from(largest) > MAX_TOTAL {
        return Err(ProblemError::TotalTooLarge { nodes, largest });
    }
    Ok(())
}
