//! Texts that repeat in a large set, each held once.

use std::collections::HashMap;

/// A text of one [`Words`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u32);

/// The distinct texts of a set, in the order they first came.
#[derive(Debug, Clone)]
pub struct Words {
    text: String,
    /// Where each text ends; it begins where the one before ends.
    ends: Vec<u32>,
}

impl Words {
    /// The text of a word of this set.
    pub fn text(&self, word: Word) -> &str {
        let index = word.0 as usize;
        let from = index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let to = self.ends.get(index).map_or(from, |end| *end as usize);
        self.text.get(from..to).unwrap_or_default()
    }

    /// Number of distinct texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * size_of::<u32>()
    }
}

/// Collects words while a set is read.
#[derive(Default)]
pub(super) struct Collector {
    known: HashMap<Box<str>, Word>,
    text: String,
    ends: Vec<u32>,
}

impl Collector {
    /// The word of a text; `None` once the texts together exceed 4 GB.
    pub(super) fn word(&mut self, text: &str) -> Option<Word> {
        if let Some(word) = self.known.get(text) {
            return Some(*word);
        }
        let end = u32::try_from(self.text.len() + text.len()).ok()?;
        let word = Word(u32::try_from(self.ends.len()).ok()?);
        self.text.push_str(text);
        self.ends.push(end);
        self.known.insert(text.into(), word);
        Some(word)
    }

    pub(super) fn finish(mut self) -> Words {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
        Words { text: self.text, ends: self.ends }
    }
}
