//! The people already known, ready to be asked about.

use rayon::prelude::*;

use crate::blocks::{Blocks, Seen};
use crate::prepared::Prepared;
use crate::weights::{Comparison, Weights};
use crate::{Candidate, Evidence, Row, Thresholds};

/// The people already known, indexed once. They go by their place in the list handed in.
#[derive(Debug)]
pub struct Known {
    pub(crate) people: Vec<Prepared>,
    pub(crate) blocks: Blocks,
    pub(crate) weights: Weights,
    pub(crate) thresholds: Thresholds,
}

impl Known {
    /// Indexes the people.
    pub fn new(people: &[Row]) -> Self {
        Self::with(people, Thresholds::default())
    }

    /// Indexes the people; the lines run where the caller says.
    pub fn with(people: &[Row], thresholds: Thresholds) -> Self {
        let people: Vec<Prepared> = people.par_iter().map(Prepared::new).collect();
        Self { blocks: Blocks::new(&people), weights: Weights::new(&people), people, thresholds }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Nobody is known.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Whom the row may be about, the likeliest first; at most as many as [`Thresholds::shown`], none below
    /// [`Thresholds::unclear`].
    pub fn candidates(&self, row: &Row) -> Vec<Candidate> {
        self.ranked(&Prepared::new(row), &mut Seen::new(self.len()))
            .iter()
            .filter(|ranked| ranked.probability >= self.thresholds.unclear)
            .take(self.thresholds.shown)
            .map(Ranked::candidate)
            .collect()
    }

    /// The evidence for and against one person, whether they come into question or not: for a choice made by hand.
    /// Nothing if there is no such person.
    pub fn evidence(&self, row: &Row, person: usize) -> Vec<Evidence> {
        let row = Prepared::new(row);
        self.people.get(person).map(|known| self.weights.compare(&row, known).evidence()).unwrap_or_default()
    }

    /// Everybody who shares a key with the row, the likeliest first, then by place.
    pub(crate) fn ranked(&self, row: &Prepared, seen: &mut Seen) -> Vec<Ranked> {
        let mut ranked = Vec::new();
        self.blocks.each(row, seen, |person| {
            let comparison = self.weights.compare(row, &self.people[person as usize]);
            ranked.push(Ranked { person, probability: 0.0, comparison });
        });
        ranked.sort_unstable_by(|a, b| b.comparison.score.total_cmp(&a.comparison.score).then(a.person.cmp(&b.person)));
        // The row is about one of the known, each as likely as the next, or about nobody known. The evidence for one
        // is evidence against every other.
        let known = self.thresholds.known_share.clamp(0.001, 0.999);
        let each = known / self.len().max(1) as f64;
        let odds = |ranked: &Ranked| each * ranked.comparison.score.exp2();
        let total: f64 = 1.0 - known + ranked.iter().map(odds).sum::<f64>();
        for one in &mut ranked {
            one.probability = odds(one) / total;
        }
        ranked
    }
}

/// A candidate before anybody asked for the evidence.
#[derive(Debug, Clone)]
pub(crate) struct Ranked {
    pub person: u32,
    pub probability: f64,
    pub comparison: Comparison,
}

impl Ranked {
    pub fn candidate(&self) -> Candidate {
        Candidate {
            person: self.person as usize,
            probability: self.probability,
            score: self.comparison.score,
            evidence: self.comparison.evidence(),
        }
    }
}
