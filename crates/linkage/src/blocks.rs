//! Who comes into question at all: people who share at least one cheap key with a row. The keys overlap, so that no
//! single field must be clean.

use rayon::prelude::*;

use crate::hash::{HashMap, hash, join};
use crate::name::{Token, prefix};
use crate::prepared::Prepared;

/// Numbers of this many characters or fewer have no neighbours by one slip.
const SHORTEST_NUMBER: usize = 6;

/// People by key.
#[derive(Debug)]
pub(crate) struct Blocks {
    ranges: HashMap<(u32, u32)>,
    people: Vec<u32>,
}

impl Blocks {
    pub fn new(known: &[Prepared]) -> Self {
        let mut entries: Vec<(u64, u32)> = known
            .par_iter()
            .enumerate()
            .flat_map_iter(|(person, row)| {
                let person = u32::try_from(person).expect("fewer than four billion people");
                keys(row, Side::Known).into_iter().map(move |key| (key, person))
            })
            .collect();
        entries.par_sort_unstable();
        entries.dedup();
        let mut ranges = HashMap::default();
        let mut start = 0;
        for block in entries.chunk_by(|a, b| a.0 == b.0) {
            if block.len() <= most_people(block[0].0) {
                ranges.insert(block[0].0, (start as u32, (start + block.len()) as u32));
            }
            start += block.len();
        }
        Self { ranges, people: entries.into_iter().map(|(_, person)| person).collect() }
    }

    /// Calls `found` once with each person who shares a key with the row.
    pub fn each(&self, row: &Prepared, seen: &mut Seen, mut found: impl FnMut(u32)) {
        seen.next();
        for key in keys(row, Side::Row) {
            let Some(&(start, end)) = self.ranges.get(&key) else { continue };
            for &person in &self.people[start as usize..end as usize] {
                if seen.first(person) {
                    found(person);
                }
            }
        }
    }
}

/// Who has been met for the row at hand.
#[derive(Debug)]
pub(crate) struct Seen {
    stamps: Vec<u32>,
    stamp: u32,
}

impl Seen {
    pub fn new(people: usize) -> Self {
        Self { stamps: vec![0; people], stamp: 0 }
    }

    fn next(&mut self) {
        if self.stamp == u32::MAX {
            self.stamps.fill(0);
            self.stamp = 0;
        }
        self.stamp += 1;
    }

    fn first(&mut self, person: u32) -> bool {
        let stamp = &mut self.stamps[person as usize];
        let first = *stamp != self.stamp;
        *stamp = self.stamp;
        first
    }
}

/// What a key is made of, so that keys of different kinds never meet.
#[derive(Debug, Clone, Copy)]
enum Kind {
    SoundAndInitial = 1,
    BeginningAndInitial,
    NameAndBeginning,
    Born,
    Number,
    Position,
    OfficeAndName,
}

impl Kind {
    /// The key for what is hashed; its first bits say the kind.
    fn key(self, parts: &[u64]) -> u64 {
        join(parts) >> 3 | (self as u64) << 61
    }
}

/// A key that more people than this share tells nobody apart, and is not followed.
fn most_people(key: u64) -> usize {
    const MOST: usize = 150;
    /// Every second James of a large agency has nothing else in common with the row.
    const MOST_OF_AN_OFFICE: usize = 30;
    if key >> 61 == Kind::OfficeAndName as u64 { MOST_OF_AN_OFFICE } else { MOST }
}

/// Whose keys: a row is looked for in every reading of its name, the known stand under the usual ones.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Row,
    Known,
}

fn keys(row: &Prepared, side: Side) -> Vec<u64> {
    let mut keys = Vec::with_capacity(64);
    let mut add = |kind: Kind, parts: &[u64]| keys.push(kind.key(parts));
    for reading in row.name.readings.iter().filter(|reading| side == Side::Row || !reading.swapped) {
        for family in reading.family.iter().chain(&reading.family_whole).filter(|token| token.full()) {
            for other in reading.given.iter().chain(&reading.middle) {
                for initial in initials(other) {
                    add(Kind::SoundAndInitial, &[family.sound, initial]);
                    add(Kind::BeginningAndInitial, &[prefix(family, 4), initial]);
                }
            }
            for given in reading.given.iter().filter(|token| token.full()).flat_map(names) {
                add(Kind::NameAndBeginning, &[given, prefix(family, 2)]);
            }
            for &office in &row.offices {
                add(Kind::OfficeAndName, &[office, family.sound]);
            }
        }
        for given in reading.given.iter().filter(|token| token.full()).flat_map(names) {
            for &office in &row.offices {
                add(Kind::OfficeAndName, &[office, given]);
            }
        }
    }
    if let Some(born) = row.born {
        let (year, month, day) = (born.year(), born.month(), born.day());
        // Day and month swapped is one key with as written.
        let (low, high) = (month.min(day), month.max(day));
        add(
            Kind::Born,
            &[u64::from(year.unsigned_abs()), u64::from(low.unsigned_abs()), u64::from(high.unsigned_abs())],
        );
    }
    for number in &row.numbers {
        add(Kind::Number, &[hash(number)]);
        if number.len() > SHORTEST_NUMBER && number.is_ascii() {
            // Two numbers one slip apart have a number in common that lacks one character.
            for at in 0..number.len() {
                add(Kind::Number, &[hash(&format!("{}{}", &number[..at], &number[at + 1..]))]);
            }
        }
    }
    for &position in &row.positions {
        add(Kind::Position, &[position]);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The initials that a word may have: its own, and those of the names it is short for.
fn initials(token: &Token) -> impl Iterator<Item = u64> {
    std::iter::once(token.initial).chain(token.formal_initials.iter().copied())
}

/// The word itself and the names it is short for.
fn names(token: &Token) -> impl Iterator<Item = u64> {
    std::iter::once(token.hash).chain(token.formal.iter().copied())
}
