//! The nearest valid word to one that is not valid.

use std::collections::HashMap;

/// Most character comparisons spent on suggestions for one file: a file that is wrong throughout is told so at once.
const BUDGET: usize = 40_000_000;
/// Longest text a suggestion is looked for.
const LONGEST: usize = 80;

/// Suggests words, remembering what it was asked and stopping when a file has cost too much.
pub(crate) struct Suggester {
    left: usize,
    known: HashMap<(usize, String), Option<String>>,
}

impl Default for Suggester {
    fn default() -> Self {
        Self { left: BUDGET, known: HashMap::new() }
    }
}

impl Suggester {
    /// The word most like `text`, if any is like it at all. `column` tells apart the vocabularies of one file.
    pub(crate) fn nearest<'a>(
        &mut self,
        column: usize,
        text: &str,
        words: impl Iterator<Item = &'a str>,
    ) -> Option<String> {
        if text.is_empty() || text.chars().count() > LONGEST {
            return None;
        }
        let text = text.to_lowercase();
        if let Some(known) = self.known.get(&(column, text.clone())) {
            return known.clone();
        }
        let mut best: Option<(f64, &str)> = None;
        for word in words {
            let cost = text.len() * word.len().max(1);
            if cost > self.left {
                self.left = 0;
                break;
            }
            self.left -= cost;
            let likeness = likeness(&text, &word.to_lowercase());
            if best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, word));
            }
        }
        let found = best.filter(|(likeness, _)| *likeness >= 0.5).map(|(_, word)| word.to_owned());
        self.known.insert((column, text), found.clone());
        found
    }
}

fn likeness(text: &str, word: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(text, word);
    let prefix = strsim::jaro_winkler(text, word);
    // A shared beginning counts only when it is nearly the whole of it.
    if prefix > 0.85 { edits.max(prefix - 0.25) } else { edits }
}
