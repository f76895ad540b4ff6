//! A whole file against the people already known. What it says are proposals: it merges nobody.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::blocks::Seen;
use crate::evidence::{Field, Finding, Link};
use crate::known::{Known, Ranked};
use crate::prepared::Prepared;
use crate::{Candidate, Row};

impl Known {
    /// One answer a row, in the order of the rows. Which rows stand beside a row matters (two rows about different
    /// people are never both likely to be one), in which order they stand does not.
    pub fn link(&self, rows: &[Row]) -> Vec<Link> {
        let rows: Vec<Prepared> = rows.par_iter().map(Prepared::new).collect();
        let mut links: Vec<Link> = rows
            .par_iter()
            .map_init(|| Seen::new(self.len()), |seen, row| self.judge(self.ranked(row, seen)))
            .collect();
        self.settle(&rows, &mut links);
        links
    }

    /// One row by itself.
    fn judge(&self, ranked: Vec<Ranked>) -> Link {
        let numbered = |ranked: &&Ranked| ranked.comparison.of(Field::Number) == Finding::Same;
        let mut holders = ranked.iter().filter(numbered);
        if let (Some(holder), None) = (holders.next(), holders.next()) {
            let another = |field| holder.comparison.of(field) == Finding::Another;
            let gainsaid = [Field::Family, Field::Given, Field::Suffix, Field::Born].into_iter().any(another);
            if !gainsaid {
                return Link::Exact(holder.candidate());
            }
        }
        let Some(first) = ranked.first() else { return Link::Nobody };
        let probability = self.of_one_person(&ranked);
        if probability >= self.thresholds.likely && !first.comparison.gainsaid() {
            return Link::Likely(Candidate { probability, ..first.candidate() });
        }
        self.unclear(&ranked)
    }

    /// The first one's probability, and that of the entries that are surely the same person entered again: which of
    /// the entries the row is put to is then no question of who it is about.
    fn of_one_person(&self, ranked: &[Ranked]) -> f64 {
        let Some((first, others)) = ranked.split_first() else { return 0.0 };
        let entry = |ranked: &Ranked| &self.people[ranked.person as usize];
        let again = |other: &&Ranked| {
            other.probability >= self.thresholds.unclear
                && self.doubled(entry(first), entry(other)).0 >= self.thresholds.likely
        };
        let others = others.iter().take(self.thresholds.shown).filter(again);
        first.probability + others.map(|other| other.probability).sum::<f64>()
    }

    fn unclear(&self, ranked: &[Ranked]) -> Link {
        let shown: Vec<Candidate> = ranked
            .iter()
            .filter(|ranked| ranked.probability >= self.thresholds.unclear)
            .take(self.thresholds.shown)
            .map(Ranked::candidate)
            .collect();
        if shown.is_empty() { Link::Nobody } else { Link::Unclear(shown) }
    }

    /// Where several rows propose one person, a row keeps the proposal only as far as it agrees with the best of them:
    /// a second row about the same person, not a person of the same name. Two that stand equally well and gainsay each
    /// other are both unclear.
    fn settle(&self, rows: &[Prepared], links: &mut [Link]) {
        for (_, claimants) in repeated(links) {
            let rank = |row: usize| match &links[row] {
                Link::Exact(candidate) => (true, candidate.score),
                link => (false, link.proposed().map_or(f64::NEG_INFINITY, |candidate| candidate.score)),
            };
            let order = |a: (bool, f64), b: (bool, f64)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1));
            let Some(best) = claimants.iter().map(|&row| rank(row)).max_by(|a, b| order(*a, *b)) else { continue };
            let bests: Vec<usize> = claimants.iter().copied().filter(|&row| order(rank(row), best).is_eq()).collect();
            let gainsaid = |a: usize, b: usize| {
                self.weights.compare(&rows[a], &rows[b]).gainsaid()
                    || self.weights.compare(&rows[b], &rows[a]).gainsaid()
            };
            let unclear: Vec<usize> = claimants
                .into_iter()
                .filter(|&row| !rank(row).0 && bests.iter().any(|&best| best != row && gainsaid(row, best)))
                .collect();
            for row in unclear {
                if let Link::Likely(candidate) = &links[row] {
                    links[row] = Link::Unclear(vec![candidate.clone()]);
                }
            }
        }
    }
}

/// People whom several rows of a file propose, with those rows in order: the source names them more than once.
pub fn repeated(links: &[Link]) -> Vec<(usize, Vec<usize>)> {
    let mut rows_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (row, link) in links.iter().enumerate() {
        if let Some(candidate) = link.proposed() {
            rows_of.entry(candidate.person).or_default().push(row);
        }
    }
    rows_of.into_iter().filter(|(_, rows)| rows.len() > 1).collect()
}
