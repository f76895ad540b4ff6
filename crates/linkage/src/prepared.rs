//! A row, normalised once so that comparing it is cheap.

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::Row;
use crate::hash::hash;
use crate::name::Name;

/// A grade as far as it can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Grade {
    /// The letters before the digits, hashed, and the step.
    Step(u64, u8),
    /// Something else, hashed.
    Word(u64),
}

impl Grade {
    fn parse(text: &str) -> Option<Self> {
        let plain = plain(text);
        let letters = plain.trim_end_matches(|letter: char| letter.is_ascii_digit());
        if plain.is_empty() {
            return None;
        }
        Some(match plain[letters.len()..].parse() {
            Ok(step) if !letters.is_empty() => Self::Step(hash(letters), step),
            _ => Self::Word(hash(&plain)),
        })
    }

    /// A key for counting.
    pub fn key(self) -> u64 {
        match self {
            Self::Step(letters, step) => crate::hash::join(&[letters, u64::from(step)]),
            Self::Word(word) => word,
        }
    }
}

/// A row, ready to be compared.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    pub name: Name,
    pub numbers: Vec<SmolStr>,
    pub born: Option<Date>,
    pub service: Option<u64>,
    pub grade: Option<Grade>,
    pub specialties: Vec<u64>,
    pub offices: Vec<u64>,
    pub positions: Vec<u64>,
}

impl Prepared {
    pub fn new(row: &Row) -> Self {
        Self {
            name: Name::parse(&row.name),
            numbers: row.numbers.iter().map(|text| number(text)).filter(|number| !number.is_empty()).collect(),
            born: row.born,
            service: row.service.as_deref().and_then(code),
            grade: row.grade.as_deref().and_then(Grade::parse),
            specialties: codes(&row.specialties),
            offices: codes(&row.offices),
            positions: codes(&row.positions),
        }
    }
}

/// Letters and digits, in capitals.
fn plain(text: &str) -> SmolStr {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).take(64).collect()
}

/// A spreadsheet drops the zeros before a number.
fn number(text: &str) -> SmolStr {
    let plain = plain(text);
    if plain.bytes().all(|byte| byte.is_ascii_digit()) { plain.trim_start_matches('0').into() } else { plain }
}

fn code(text: &str) -> Option<u64> {
    let plain = plain(text);
    (!plain.is_empty()).then(|| hash(&plain))
}

fn codes(texts: &[String]) -> Vec<u64> {
    let mut codes: Vec<u64> = texts.iter().filter_map(|text| code(text)).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}
