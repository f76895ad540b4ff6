//! The many spellings of country names in public sets, and the code each stands for.

use std::collections::HashMap;
use std::path::Path;

use super::{Odd, Published};
use crate::tabular::{Column, Columns, FileRefused, Kind, Limits, Shape, Suggester, load, read_bytes};
use crate::{Iso3, reference};

/// What a spelling stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spelling {
    /// One country.
    Country(Iso3),
    /// A region, a program, a former country or a classified line, by the source's own code (`*AF`, `?WO`).
    NoCountry(String),
}

/// A spelling that stands for no country.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{spelling:?} is the name of no country{}", nearest.as_ref().map(|name| format!("; nearest: {name:?}")).unwrap_or_default())]
pub struct UnknownCountry {
    /// What was looked up.
    pub spelling: String,
    /// The known spelling most like it.
    pub nearest: Option<String>,
    /// Whether it is known to stand for a region, a program or a former country.
    pub known_as_no_country: bool,
}

/// Spellings with what they stand for. Case, blanks and punctuation make no difference.
pub struct CountryNames {
    meaning: HashMap<String, Spelling>,
    spellings: Vec<String>,
}

impl CountryNames {
    /// The names and codes of the reference tables, for a machine without the published list.
    pub fn built_in() -> Self {
        let mut names = Self { meaning: HashMap::new(), spellings: Vec::new() };
        names.add_reference();
        names
    }

    /// Number of spellings.
    pub fn len(&self) -> usize {
        self.spellings.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.spellings.is_empty()
    }

    /// What a spelling stands for, if it is known.
    pub fn meaning(&self, spelling: &str) -> Option<&Spelling> {
        self.meaning.get(&plain(spelling))
    }

    /// The country of a spelling.
    ///
    /// # Errors
    /// [`UnknownCountry`] with the nearest spelling of a country.
    pub fn find(&self, spelling: &str) -> Result<Iso3, UnknownCountry> {
        match self.meaning(spelling) {
            Some(Spelling::Country(iso3)) => Ok(*iso3),
            other => {
                let countries = self.spellings.iter().map(String::as_str);
                let nearest = match other {
                    Some(_) => None,
                    None => Suggester::default().nearest(0, spelling, countries),
                };
                Err(UnknownCountry { spelling: spelling.to_owned(), nearest, known_as_no_country: other.is_some() })
            }
        }
    }

    /// `Some` with the meaning already held when it is another one.
    fn add(&mut self, spelling: &str, meaning: Spelling) -> Option<Spelling> {
        let key = plain(spelling);
        if key.is_empty() {
            return None;
        }
        match self.meaning.get(&key) {
            Some(held) if *held != meaning => Some(held.clone()),
            Some(_) => None,
            None => {
                if matches!(meaning, Spelling::Country(_)) {
                    self.spellings.push(spelling.to_owned());
                }
                self.meaning.insert(key, meaning);
                None
            }
        }
    }

    fn add_reference(&mut self) {
        for country in reference::countries() {
            for name in [country.name.as_str(), country.iso3.as_str()] {
                self.add(name, Spelling::Country(country.iso3));
            }
        }
    }
}

/// Reads the published list of spellings and adds the names of the reference tables to it.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn read_country_names(path: &Path, limits: &Limits) -> Result<Published<CountryNames>, FileRefused> {
    let (name, bytes) = load(path, limits)?;
    parse_country_names(&name, &bytes, limits)
}

/// As [`read_country_names`], from memory.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn parse_country_names(name: &str, bytes: &[u8], limits: &Limits) -> Result<Published<CountryNames>, FileRefused> {
    let code = || Kind::Text { longest: 8 };
    let columns = Columns::new(vec![
        // Among the spellings are names that passed through the wrong encoding, control characters and all: they are
        // there to be recognised, so any text is taken.
        Column::present("CountryName", Kind::Shaped(Shape { expected: "a spelling", fits: |_| true })),
        Column::present("Country3LetterCode", code()),
        Column::present("ISOalpha3", code()),
    ]);
    let table = read_bytes(name, bytes, &columns, limits)?;
    let mut names = CountryNames { meaning: HashMap::new(), spellings: Vec::new() };
    let mut odd = Vec::new();
    for row in table.rows() {
        let (name, code) = (row.text("CountryName").unwrap_or_default(), row.text("ISOalpha3").unwrap_or("NULL"));
        let note = |note: String| Odd {
            line: row.line(),
            column: "ISOalpha3",
            found: format!("{name}: {code}"),
            note,
            nearest: None,
        };
        let meaning = match code.parse() {
            Ok(iso3) => Spelling::Country(iso3),
            // The source's placeholder for Kosovo, which has no code in the standard.
            Err(_) if code == "*KS" => Spelling::Country("XKX".parse().expect("three capitals")),
            Err(_) => Spelling::NoCountry(code.to_owned()),
        };
        if code == "NULL" {
            odd.push(note("a spelling that the source gives no code".to_owned()));
            continue;
        }
        if let Some(held) = names.add(name, meaning) {
            odd.push(note(format!("the same spelling stands for {held:?} on an earlier line, which is kept")));
        }
    }
    names.add_reference();
    Ok(Published { content: names, odd })
}

/// Letters and digits in lower case; `&` is *and*, *St* is *Saint*.
fn plain(spelling: &str) -> String {
    let spelling = spelling.replace('&', " and ").to_lowercase();
    // An apostrophe joins, every other mark parts.
    let marks = |c: char| !c.is_alphanumeric();
    spelling
        .replace(['\'', '’', '`'], "")
        .split(marks)
        .filter(|part| !part.is_empty())
        .map(|part| if part == "st" { "saint" } else { part })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_marks_make_no_difference_and_a_slip_gets_the_nearest_name() {
        let names = CountryNames::built_in();
        assert_eq!(names.find("COLOMBIA").unwrap().as_str(), "COL");
        assert_eq!(names.find("Trinidad & Tobago").unwrap().as_str(), "TTO");
        assert_eq!(names.find("St. Lucia").unwrap().as_str(), "LCA");
        assert_eq!(names.find("Columbia").unwrap_err().nearest.as_deref(), Some("Colombia"));
    }
}
