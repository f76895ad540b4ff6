//! Pairs taken in one by one and packed as they come, so that an instance never exists twice.
//!
//! Pairs with small costs that come by rising person go straight into their rows, each of which is put in order at the
//! end. The first pair that does not makes everything be unpacked again and sorted at the end, where its faults, if
//! it has any, are found.

use crate::lists::{Code, Lists};
use crate::problem::{Problem, ProblemError, check_counts};

/// An instance in the making.
#[derive(Debug, Default)]
pub(crate) struct Gathering {
    unassigned: Vec<i64>,
    unfilled: Vec<i64>,
    code: Option<Code>,
    entries: Vec<u32>,
    /// All entries or-ed together.
    seen: u32,
    /// Per person seen, where its row begins.
    start: Vec<u32>,
    /// The least pair, person above position, that keeps the order.
    next: u64,
    /// Whether every row has come in order, no position twice.
    ordered: bool,
    /// All pairs, once one did not fit.
    loose: Option<Vec<(u32, u32, i64)>>,
}

impl Gathering {
    /// Room for about `expected` pairs.
    pub(crate) fn new(unassigned: Vec<i64>, unfilled: Vec<i64>, expected: usize) -> Result<Gathering, ProblemError> {
        check_counts(expected, unassigned.len(), unfilled.len())?;
        Ok(Gathering {
            code: Code::widest(unfilled.len()),
            entries: Vec::with_capacity(expected),
            start: Vec::with_capacity(unassigned.len()),
            next: 0,
            seen: 0,
            ordered: true,
            loose: None,
            unassigned,
            unfilled,
        })
    }

    /// Takes one pair in.
    #[inline]
    pub(crate) fn push(&mut self, person: u32, position: u32, cost: i64) {
        let key = u64::from(person) << 32 | u64::from(position);
        if (key >= self.next || self.start.len() == person as usize + 1)
            && (position as usize) < self.unfilled.len()
            && self.code.is_some_and(|code| code.fits(cost))
            && (self.start.len() == person as usize + 1 || self.begin_row(person))
        {
            let entry = self.code.map_or(0, |code| code.pack(position, cost));
            self.entries.push(entry);
            self.seen |= entry;
            self.ordered &= key >= self.next;
            self.next = key + 1;
        } else {
            self.push_loose(person, position, cost);
        }
    }

    /// Whether a row can begin here; if so, it does.
    fn begin_row(&mut self, person: u32) -> bool {
        // A row is shorter than the index's range, so asking once a row is enough.
        let fits =
            (person as usize) < self.unassigned.len() && self.entries.len() + self.unfilled.len() < u32::MAX as usize;
        if fits {
            self.start.resize(person as usize + 1, self.entries.len() as u32);
        }
        fits
    }

    #[cold]
    fn push_loose(&mut self, person: u32, position: u32, cost: i64) {
        if self.loose.is_none() {
            let rows = self.rows();
            self.ordered = true;
            let people = 0..rows.nodes() as u32;
            let pairs = people.flat_map(|i| rows.of(i).iter().map(move |(j, cost)| (i, j, cost)));
            self.loose = Some(pairs.collect());
            self.code = None;
        }
        self.loose.get_or_insert_default().push((person, position, cost));
    }

    /// The rows packed so far.
    fn rows(&mut self) -> Lists {
        let mut entries = std::mem::take(&mut self.entries);
        entries.shrink_to_fit();
        let mut start = std::mem::take(&mut self.start);
        start.resize(self.unassigned.len(), entries.len() as u32);
        Lists::packed(start, entries, self.code.unwrap_or(Code { bits: 0, base: 0 }), self.seen)
    }

    /// How many pairs were taken in.
    #[cfg(feature = "cli")]
    pub(crate) fn len(&self) -> usize {
        self.loose.as_ref().map_or(self.entries.len(), Vec::len)
    }

    /// Checks what is left to check. A pair that came twice is a fault.
    pub(crate) fn finish(self) -> Result<Problem, ProblemError> {
        self.finish_with(false)
    }

    /// As [`Gathering::finish`], but of a pair that came twice the cheaper is kept.
    #[cfg(feature = "cli")]
    pub(crate) fn finish_cheapest(self) -> Result<Problem, ProblemError> {
        self.finish_with(true)
    }

    fn finish_with(mut self, cheapest: bool) -> Result<Problem, ProblemError> {
        if let Some(mut pairs) = self.loose.take() {
            if cheapest && !pairs.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)) {
                pairs.sort_unstable();
                pairs.dedup_by_key(|&mut (person, position, _)| (person, position));
            }
            return Problem::from_list(&pairs, self.unassigned, self.unfilled);
        }
        if !self.ordered
            && let Some((person, position)) = self.order(cheapest)
        {
            return Err(ProblemError::DuplicatePair { person, position });
        }
        let rows = self.rows();
        let most = (1 << rows.cost_bits()) - 1;
        Problem::from_rows(rows, most, self.unassigned, self.unfilled)
    }

    /// Puts each row in order; of two entries of one position the dearer goes, or else the pair is returned.
    fn order(&mut self, cheapest: bool) -> Option<(u32, u32)> {
        let code = self.code?;
        let mut kept = 0;
        for person in 0..self.start.len() {
            let from = self.start[person] as usize;
            let to = self.start.get(person + 1).map_or(self.entries.len(), |&to| to as usize);
            // The position stands above the cost, so the order of entries is that of positions, then costs.
            self.entries[from..to].sort_unstable();
            self.start[person] = kept as u32;
            for at in from..to {
                let entry = self.entries[at];
                if at > from && code.target(entry) == code.target(self.entries[kept - 1]) {
                    if cheapest {
                        continue;
                    }
                    return Some((person as u32, code.target(entry)));
                }
                self.entries[kept] = entry;
                kept += 1;
            }
        }
        self.entries.truncate(kept);
        None
    }
}
