//! Holds: spans in which the clock stands, whoever asked for them and however they overlap.

use serde::{Deserialize, Serialize};

/// A span of time, from its first moment to the moment before its end. In whatever unit the caller counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span<T> {
    /// The first moment within.
    pub from: T,
    /// The first moment after; `None` while it is open.
    pub to: Option<T>,
}

/// A set of spans, those that overlap or touch made one; the order and the overlaps of what was handed in do not matter.
///
/// An open hold swallows every later one. A span that ends before or as it begins holds nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holds<T> {
    spans: Vec<Span<T>>,
}

impl<T> Default for Holds<T> {
    fn default() -> Self {
        Self { spans: Vec::new() }
    }
}

impl<T: Copy + Ord> Holds<T> {
    /// The union of these spans.
    pub fn new(spans: impl IntoIterator<Item = Span<T>>) -> Self {
        let mut given: Vec<Span<T>> =
            spans.into_iter().filter(|span| span.to.is_none_or(|to| to > span.from)).collect();
        given.sort_unstable_by_key(|span| span.from);
        let mut spans: Vec<Span<T>> = Vec::with_capacity(given.len());
        for span in given {
            match spans.last_mut() {
                Some(last) if last.to.is_none_or(|to| span.from <= to) => {
                    last.to = match (last.to, span.to) {
                        (Some(a), Some(b)) => Some(a.max(b)),
                        _ => None,
                    };
                }
                _ => spans.push(span),
            }
        }
        Self { spans }
    }

    /// The spans, apart from each other and in order; only the last may be open.
    pub fn spans(&self) -> &[Span<T>] {
        &self.spans
    }

    /// Whether the clock stands at this moment.
    pub fn holds_at(&self, at: T) -> bool {
        let after = self.spans.partition_point(|span| span.from <= at);
        after > 0 && self.spans[after - 1].to.is_none_or(|to| at < to)
    }

    /// The pieces that lie between two moments, cut to them; an open hold reaches to the end asked about.
    pub fn within(&self, from: T, to: T) -> impl Iterator<Item = (T, T)> + '_ {
        let pieces = self.spans.iter().map(move |span| (span.from.max(from), span.to.map_or(to, |end| end.min(to))));
        pieces.filter(|(from, to)| from < to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_and_open_holds_are_one() {
        let span = |from, to| Span { from, to };
        let holds = Holds::new([
            span(10, Some(20)),
            span(15, Some(18)),
            span(20, Some(25)),
            span(40, None),
            span(50, Some(60)),
        ]);
        assert_eq!(holds.spans(), [span(10, Some(25)), span(40, None)]);
        assert_eq!(holds.within(12, 45).collect::<Vec<_>>(), [(12, 25), (40, 45)]);
        assert!(holds.holds_at(10) && !holds.holds_at(25) && holds.holds_at(1_000));
        assert!(Holds::new([span(5, Some(5))]).spans().is_empty());
    }
}
