//! People listed twice among the known, usually under two numbers.

use rayon::prelude::*;

use crate::Pair;
use crate::blocks::Seen;
use crate::evidence::{Field, Finding};
use crate::known::Known;
use crate::prepared::Prepared;
use crate::weights::Comparison;

impl Known {
    /// Pairs of entries that may be one person, the likeliest first, then by place; none below
    /// [`Thresholds::unclear`](crate::Thresholds::unclear). That their numbers differ speaks neither for nor against:
    /// it is what makes a duplicate. A pair that something gainsays (twins, father and son) is none.
    pub fn duplicates(&self) -> Vec<Pair> {
        let mut pairs: Vec<Pair> = self
            .people
            .par_iter()
            .enumerate()
            .map_init(
                || Seen::new(self.len()),
                |seen, (first, row)| {
                    let mut pairs = Vec::new();
                    self.blocks.each(row, seen, |second| {
                        let second = second as usize;
                        if second <= first {
                            return;
                        }
                        let (probability, comparison) = self.doubled(row, &self.people[second]);
                        if probability >= self.thresholds.unclear {
                            let (score, evidence) = (comparison.score, comparison.evidence());
                            pairs.push(Pair { first, second, probability, score, evidence });
                        }
                    });
                    pairs
                },
            )
            .flatten()
            .collect();
        pairs.sort_unstable_by(|a, b| {
            b.score.total_cmp(&a.score).then(a.first.cmp(&b.first)).then(a.second.cmp(&b.second))
        });
        pairs
    }

    /// How probable it is that two entries are one person; 0 if something gainsays it.
    pub(crate) fn doubled(&self, one: &Prepared, other: &Prepared) -> (f64, Comparison) {
        let mut comparison = self.weights.compare(one, other);
        if comparison.of(Field::Number) == Finding::Another {
            comparison.score -= comparison.findings[Field::Number as usize].1;
            comparison.findings[Field::Number as usize].1 = 0.0;
        }
        let share = self.thresholds.duplicate_share.clamp(1e-6, 0.999);
        let odds = share / self.len().max(1) as f64 * comparison.score.exp2();
        let probability = if comparison.gainsaid() { 0.0 } else { odds / (1.0 + odds) };
        (probability, comparison)
    }
}
