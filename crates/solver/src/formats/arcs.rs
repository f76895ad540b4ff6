//! The pairs of a file as they come, held in as little room as they need.

use crate::gathering::Gathering;
use crate::problem::{Problem, ProblemError};

/// Pairs in the order of the file. Of a pair that comes more than once, the cheapest counts.
#[derive(Debug, Default)]
pub struct Arcs(Gathering);

impl Arcs {
    /// None yet, between so many people and so many positions.
    ///
    /// # Errors
    /// If there are more of either than an index can name.
    pub fn new(people: usize, positions: usize) -> Result<Arcs, ProblemError> {
        Ok(Arcs(Gathering::new(vec![0; people], vec![0; positions], 0)?))
    }

    /// Adds a pair.
    pub fn push(&mut self, person: u32, position: u32, cost: i64) {
        self.0.push(person, position, cost);
    }

    /// How many pairs were added.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The instance with these pairs and these costs of leaving out.
    ///
    /// # Errors
    /// As [`Problem::new`], except that pairs may come twice.
    pub fn into_problem(self, unassigned: Vec<i64>, unfilled: Vec<i64>) -> Result<Problem, ProblemError> {
        self.0.finish_cheapest()?.with_out(unassigned, unfilled)
    }
}
