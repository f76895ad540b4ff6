//! The words of cases, one behind the other: a search is one pass over a megabyte.

use fixedbitset::FixedBitSet;
use memchr::memmem;
use muster_domain::cases::Case;
use muster_domain::kernel::{Id as _, Table};
use muster_domain::partner::Country;
use muster_domain::{CaseId, CountryId};

/// The words of every case in small letters: identifier, title and country, each on a line of its own, so that no word is
/// found across two of them.
#[derive(Debug)]
pub(super) struct CaseTexts {
    text: String,
    /// Where the words of each case end.
    ends: Vec<usize>,
}

impl CaseTexts {
    pub(super) fn new(cases: &Table<CaseId, Case>, countries: &Table<CountryId, Country>) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(cases.len()));
        for (_, case) in cases.iter() {
            for words in [&*case.number.to_string(), &*case.title, &*countries[case.country].name] {
                text.push_str(&words.to_lowercase());
                text.push('\n');
            }
            ends.push(text.len());
        }
        Self { text, ends }
    }

    /// Which cases have every word, whatever the case of its letters.
    pub(super) fn search(&self, words: &str) -> CasesFound {
        let mut found = FixedBitSet::with_capacity(self.ends.len());
        found.insert_range(..);
        for word in words.split_whitespace() {
            found.intersect_with(&self.with(&word.to_lowercase()));
        }
        CasesFound(found)
    }

    fn with(&self, word: &str) -> FixedBitSet {
        let mut found = FixedBitSet::with_capacity(self.ends.len());
        let (text, mut case, mut from) = (self.text.as_bytes(), 0, 0);
        let finder = memmem::Finder::new(word);
        while let Some(at) = finder.find(&text[from..]) {
            case += self.ends[case..].partition_point(|end| *end <= from + at);
            found.insert(case);
            // One place in a case is enough.
            from = self.ends[case];
        }
        found
    }
}

/// Which cases a search found.
#[derive(Debug, Clone)]
pub struct CasesFound(FixedBitSet);

impl CasesFound {
    /// Whether this one is among them.
    pub fn has(&self, case: CaseId) -> bool {
        self.0.contains(case.index())
    }
}
