//! The pairs of a file as they come, held in as little room as they need.

use crate::problem::{Problem, ProblemError};

/// Pairs in the order of the file. Of a pair that comes more than once, the cheapest counts.
#[derive(Debug, Default)]
pub struct Arcs {
    pairs: Vec<(u32, u32, i64)>,
}

impl Arcs {
    /// Adds a pair.
    pub fn push(&mut self, person: u32, position: u32, cost: i64) {
        self.pairs.push((person, position, cost));
    }

    /// How many pairs were added.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The instance with these pairs and these costs of leaving out.
    ///
    /// # Errors
    /// As [`Problem::new`].
    pub fn into_problem(mut self, unassigned: Vec<i64>, unfilled: Vec<i64>) -> Result<Problem, ProblemError> {
        if !self.pairs.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)) {
            self.pairs.sort_unstable();
            self.pairs.dedup_by_key(|&mut (person, position, _)| (person, position));
        }
        Problem::new(self.pairs, unassigned, unfilled)
    }
}
