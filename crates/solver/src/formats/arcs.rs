//! The pairs of a file as they come, held in as little room as they need.

use crate::problem::{Problem, ProblemError};
use crate::rows::{Rows, Twice};

/// Pairs in the order of the file. Of a pair that comes more than once, the cheapest counts.
#[derive(Debug, Clone)]
pub struct Arcs(Rows);

impl Arcs {
    /// None yet, between so many people and so many positions.
    pub fn new(people: usize, positions: usize) -> Arcs {
        Arcs(Rows::new(people, positions))
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
        Problem::from_rows(self.0, &Twice::Cheapest, unassigned, unfilled)
    }
}
