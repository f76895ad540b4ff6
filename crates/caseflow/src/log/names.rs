//! Distinct texts, each held once and known by a number.

use std::hash::{BuildHasher, RandomState};

/// Distinct texts in one buffer, numbered from 0 in the order they came in.
#[derive(Debug, Clone)]
pub struct Names {
    text: String,
    /// Where each text ends in the buffer.
    ends: Vec<u32>,
    /// Open addressing: number plus one, 0 where free; at most half full, so that a search ends.
    table: Vec<u32>,
    /// Seeded anew for each table, so that no file can be made whose names all collide. Numbers do not depend on it.
    hasher: RandomState,
}

impl Default for Names {
    fn default() -> Self {
        Names { text: String::new(), ends: Vec::new(), table: vec![0; 16], hasher: RandomState::new() }
    }
}

impl Names {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a number.
    ///
    /// # Panics
    /// When no text has it.
    pub fn name(&self, number: usize) -> &str {
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        &self.text[start..self.ends[number] as usize]
    }

    /// All texts, by number.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|number| self.name(number))
    }

    /// The number of a text that is here.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.table[self.slot(name)].checked_sub(1)
    }

    /// The number of a text, which is added where it is new.
    ///
    /// # Panics
    /// When all texts together come to 4 GB; whoever takes texts from outside checks before.
    pub fn number(&mut self, name: &str) -> u32 {
        let slot = self.slot(name);
        if let Some(number) = self.table[slot].checked_sub(1) {
            return number;
        }
        let number = u32::try_from(self.len()).expect("fewer texts than bytes");
        self.text.push_str(name);
        self.ends.push(u32::try_from(self.text.len()).expect("texts stay below 4 GB"));
        self.table[slot] = number + 1;
        if self.len() * 2 > self.table.len() {
            self.grow();
        }
        number
    }

    /// Bytes of all texts.
    pub fn text_bytes(&self) -> usize {
        self.text.len()
    }

    /// Bytes held on the heap.
    pub fn heap_bytes(&self) -> usize {
        self.text.capacity() + 4 * (self.ends.capacity() + self.table.capacity())
    }

    /// Gives back what growing set aside.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Where the text stands in the table, or the free place where it would.
    fn slot(&self, name: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = self.hash(name) & mask;
        while let Some(number) = self.table[slot].checked_sub(1) {
            if self.name(number as usize) == name {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn hash(&self, name: &str) -> usize {
        // the low bits of the hash are all that is used
        usize::try_from(self.hasher.hash_one(name) & u64::from(u32::MAX)).expect("32 bits")
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 2 - 1;
        let mut table = vec![0; mask + 1];
        for number in 0..self.len() {
            let mut slot = self.hash(self.name(number)) & mask;
            while table[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            table[slot] = u32::try_from(number + 1).expect("fewer texts than bytes");
        }
        self.table = table;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_number_however_many_follow() {
        let mut names = Names::default();
        for round in 0..2 {
            for i in 0..5_000_u32 {
                assert_eq!(names.number(&format!("name {i}")), i, "round {round}");
            }
        }
        assert_eq!((names.len(), names.find("name 4999"), names.find("")), (5_000, Some(4_999), None));
        assert_eq!(names.number(""), 5_000);
        assert_eq!((names.name(7), names.name(5_000)), ("name 7", ""));
    }
}
