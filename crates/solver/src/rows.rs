//! Pairs as they come from a caller or a file, held in as little room as they need until the instance is built.
//!
//! Most come ordered by person and small enough to be packed, and then what is held is the instance's own list
//! already. Anything else is kept as it came.

use crate::lists::{Code, Lists};

/// Pairs on their way into an instance. It checks nothing.
#[derive(Debug, Clone)]
pub(crate) struct Rows {
    people: usize,
    positions: usize,
    held: Held,
    /// Least and largest cost, if there is a pair.
    costs: Option<(i64, i64)>,
}

#[derive(Debug, Clone)]
enum Held {
    /// By rising person: where each person's row starts, up to the person that came last.
    Packed {
        start: Vec<u32>,
        entries: Vec<u32>,
        code: Code,
    },
    Plain(Vec<(u32, u32, i64)>),
}

/// What [`Rows::finish`] does about a pair that came twice.
pub(crate) enum Twice {
    /// Keeps the cheaper.
    Cheapest,
    /// Says so.
    Refused,
}

/// What came, in either form.
pub(crate) enum Finished {
    /// Checked for pairs that came twice, with the least and largest cost; indices are in range.
    Lists(Lists, Option<(i64, i64)>),
    /// Still to be checked.
    Plain(Vec<(u32, u32, i64)>),
    /// A pair came twice.
    Twice(u32, u32),
}

impl Rows {
    pub(crate) fn new(people: usize, positions: usize) -> Rows {
        // Costs from zero up are what fits most often; what does not is kept plain.
        let held = match Code::for_range(positions, 0, 0) {
            Some(code) => Held::Packed { start: Vec::new(), entries: Vec::new(), code },
            None => Held::Plain(Vec::new()),
        };
        Rows { people, positions, held, costs: None }
    }

    pub(crate) fn len(&self) -> usize {
        match &self.held {
            Held::Packed { entries, .. } => entries.len(),
            Held::Plain(pairs) => pairs.len(),
        }
    }

    pub(crate) fn push(&mut self, person: u32, position: u32, cost: i64) {
        let (least, most) = self.costs.unwrap_or((cost, cost));
        self.costs = Some((least.min(cost), most.max(cost)));
        match &mut self.held {
            Held::Packed { start, entries, code }
                if person as usize + 1 >= start.len()
                    && (person as usize) < self.people
                    && (position as usize) < self.positions
                    && entries.len() < u32::MAX as usize - 1
                    && code.fits(cost) =>
            {
                if start.len() <= person as usize {
                    start.resize(person as usize + 1, entries.len() as u32);
                }
                entries.push(code.pack(position, cost));
            }
            Held::Packed { start, entries, code } => {
                let mut pairs = plain(start, entries, *code);
                pairs.push((person, position, cost));
                self.held = Held::Plain(pairs);
            }
            Held::Plain(pairs) => pairs.push((person, position, cost)),
        }
    }

    pub(crate) fn finish(self, twice: &Twice) -> Finished {
        match self.held {
            Held::Packed { mut start, mut entries, code } => {
                start.resize(self.people, entries.len() as u32);
                if let Some((person, position)) = order(&mut start, &mut entries, code, twice) {
                    return Finished::Twice(person, position);
                }
                Finished::Lists(Lists::packed(start, entries, code), self.costs)
            }
            Held::Plain(mut pairs) => {
                if matches!(twice, Twice::Cheapest) && !pairs.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)) {
                    pairs.sort_unstable();
                    pairs.dedup_by_key(|&mut (person, position, _)| (person, position));
                }
                Finished::Plain(pairs)
            }
        }
    }
}

/// The pairs one by one.
fn plain(start: &[u32], entries: &[u32], code: Code) -> Vec<(u32, u32, i64)> {
    let mut pairs = Vec::with_capacity(entries.len() + 1);
    for (person, &from) in start.iter().enumerate() {
        let to = start.get(person + 1).map_or(entries.len(), |&to| to as usize);
        let row = entries[from as usize..to].iter();
        pairs.extend(row.map(|&entry| (person as u32, code.target(entry), code.cost(entry))));
    }
    pairs
}

/// Orders each row by position; of two entries of the same position the dearer goes, or else they are returned.
fn order(start: &mut [u32], entries: &mut Vec<u32>, code: Code, twice: &Twice) -> Option<(u32, u32)> {
    let mut kept = 0;
    for person in 0..start.len() {
        let from = start[person] as usize;
        let to = start.get(person + 1).map_or(entries.len(), |&to| to as usize);
        let row = &mut entries[from..to];
        // The position stands above the cost, so the order of entries is that of positions, then costs.
        if !row.is_sorted() {
            row.sort_unstable();
        }
        start[person] = kept as u32;
        for at in from..to {
            let entry = entries[at];
            if at > from && code.target(entry) == code.target(entries[kept - 1]) {
                match twice {
                    Twice::Refused => return Some((person as u32, code.target(entry))),
                    Twice::Cheapest => continue,
                }
            }
            entries[kept] = entry;
            kept += 1;
        }
    }
    entries.truncate(kept);
    None
}
