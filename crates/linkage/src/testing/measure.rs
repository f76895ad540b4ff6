//! What the linker proposed, held against the truth.

use std::collections::{HashMap, HashSet};

use crate::{Link, Pair};

/// Counts of a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measure {
    /// Proposals, right or wrong.
    pub proposed: usize,
    /// Right proposals.
    pub right: usize,
    /// Matches that there are to find.
    pub there: usize,
}

impl Measure {
    /// The share of proposals that are right.
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.proposed.max(1) as f64
    }

    /// The share of matches that were proposed.
    pub fn recall(&self) -> f64 {
        self.right as f64 / self.there.max(1) as f64
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.proposed + self.there).max(1) as f64
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            proposed: self.proposed + other.proposed,
            right: self.right + other.right,
            there: self.there + other.there,
        }
    }
}

/// Rows linked. A row about somebody known is there to be found; where somebody is listed twice among the known,
/// either entry is right.
pub fn links(links: &[Link], rows: &[usize], known: &[usize]) -> Measure {
    let listed: HashSet<usize> = known.iter().copied().collect();
    let mut measure =
        Measure { there: rows.iter().filter(|truth| listed.contains(truth)).count(), ..Measure::default() };
    for (link, truth) in links.iter().zip(rows) {
        if let Some(candidate) = link.proposed() {
            measure.proposed += 1;
            measure.right += usize::from(known[candidate.person] == *truth);
        }
    }
    measure
}

/// Duplicates found among the known, from this probability on.
pub fn duplicates(pairs: &[Pair], known: &[usize], probability: f64) -> Measure {
    let mut entries: HashMap<usize, usize> = HashMap::new();
    for truth in known {
        *entries.entry(*truth).or_default() += 1;
    }
    let mut measure =
        Measure { there: entries.values().map(|count| count * (count - 1) / 2).sum(), ..Measure::default() };
    for pair in pairs.iter().filter(|pair| pair.probability >= probability) {
        measure.proposed += 1;
        measure.right += usize::from(known[pair.first] == known[pair.second]);
    }
    measure
}
