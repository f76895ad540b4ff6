//! A source profile: how the files of a source are read, as data. Made on a page or in a file, tried on a sample first.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::SourceKind;
use crate::command::{Refusal, refuse};
use crate::kernel::Text;

/// The widest line of a fixed-width file, in characters.
const WIDEST_LINE: u16 = 4_000;

/// The form of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Comma-separated text with a header, plain or packed with gzip.
    Csv,
    /// The first sheet of an XLSX workbook that holds anything.
    Workbook,
    /// Text whose columns stand at fixed places of each line.
    FixedWidth,
}

/// How dates are written in the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateForm {
    /// `2026-10-01`.
    Iso,
    /// `20261001`.
    Compact,
    /// `10/01/2026`: month, day, year.
    MonthDayYear,
    /// `01/10/2026`: day, month, year.
    DayMonthYear,
    /// `01OCT2026` or `01 OCT 2026`: day, month by its English short name, year.
    DayMonthName,
}

/// A code of the source and the word of Muster's own files that it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// As the source writes it; case makes no difference.
    pub theirs: Text,
    /// As Muster's own files write it; empty where the source's code stands for nothing.
    pub ours: Text,
}

/// A column of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Mapped {
    /// Its name in the source's own header; in a fixed-width file the name that the source's description gives it.
    pub column: Text,
    /// The field it is; empty for a column that is passed over.
    #[serde(default)]
    pub field: Text,
    /// In a fixed-width file the first place of the column, counted from 1.
    #[serde(default)]
    pub start: Option<u16>,
    /// In a fixed-width file the number of places of the column.
    #[serde(default)]
    pub width: Option<u16>,
    /// Code translations; a value that is none of them is read as it stands.
    #[serde(default)]
    pub codes: Vec<Code>,
}

/// A value that the files do not hold because it is the same in every row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Constant {
    /// The field.
    pub field: Text,
    /// Its value, as Muster's own files write it.
    pub value: Text,
}

/// How the files of a source are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Their form.
    pub format: Format,
    /// How dates are written.
    pub dates: DateForm,
    /// Lines at the head of a fixed-width file that hold no row.
    #[serde(default)]
    pub skip_lines: u16,
    /// The columns in the order of the file.
    pub columns: Vec<Mapped>,
    /// Values that are the same in every row.
    #[serde(default)]
    pub constants: Vec<Constant>,
}

impl Profile {
    /// The column that is mapped to a field.
    pub fn column_of(&self, field: &str) -> Option<&Mapped> {
        self.columns.iter().find(|mapped| mapped.field.as_str() == field)
    }

    /// Whether files of this profile say a field, by a column or a constant.
    pub fn says(&self, field: &str) -> bool {
        self.column_of(field).is_some() || self.constants.iter().any(|constant| constant.field.as_str() == field)
    }

    /// Refuses a profile that could not be read against; the refusal names the field or column.
    pub(super) fn check(&self, kind: SourceKind) -> Result<(), Refusal> {
        let known: BTreeSet<&str> = kind.fields().iter().map(|field| field.name).collect();
        let mut fields: BTreeMap<&str, &str> = BTreeMap::new();
        let mut columns = BTreeSet::new();
        let mapped = self.columns.iter().map(|mapped| (mapped.field.as_str(), mapped.column.as_str()));
        let constants = self.constants.iter().map(|constant| (constant.field.as_str(), "a constant"));
        for (field, column) in mapped.filter(|(field, _)| !field.is_empty()).chain(constants) {
            if !known.contains(field) {
                return Err(refuse(
                    "profile-field",
                    format!("`{field}` (from {column}) is no field of {}.", kind.title()),
                    format!("Choose one of {}.", known.iter().copied().collect::<Vec<_>>().join(", ")),
                ));
            }
            if let Some(other) = fields.insert(field, column) {
                return Err(refuse(
                    "profile-field-twice",
                    format!("`{field}` is mapped from {other} and from {column}."),
                    "Keep one of them and pass over the other.",
                ));
            }
        }
        for mapped in &self.columns {
            let name = plain(&mapped.column);
            if name.is_empty() {
                return Err(refuse("profile-column", "A column has no name.", "Name it as the source's header does."));
            }
            if !columns.insert(name) {
                return Err(refuse(
                    "profile-column-twice",
                    format!("The column {} is listed twice.", mapped.column),
                    "List each column once.",
                ));
            }
            let mut theirs = BTreeSet::new();
            if let Some(code) = mapped.codes.iter().find(|code| !theirs.insert(code.theirs.to_lowercase())) {
                return Err(refuse(
                    "profile-code-twice",
                    format!("{}: the code {} is translated twice.", mapped.column, code.theirs),
                    "Translate each code once.",
                ));
            }
        }
        if let Some(missing) = kind.fields().iter().find(|field| field.needed && !fields.contains_key(field.name)) {
            return Err(refuse(
                "profile-incomplete",
                format!("No column is `{}`, which {} must say.", missing.name, kind.title()),
                "Map a column to it, or give it as a constant.",
            ));
        }
        self.check_places()
    }

    /// A fixed-width file has a place for each column, no two over each other.
    fn check_places(&self) -> Result<(), Refusal> {
        if self.format != Format::FixedWidth {
            return match self.columns.iter().find(|mapped| mapped.start.is_some() || mapped.width.is_some()) {
                None => Ok(()),
                Some(mapped) => Err(refuse(
                    "profile-place",
                    format!("{} has a place, but only fixed-width files have places.", mapped.column),
                    "Leave `start` and `width` out, or make the format `fixed_width`.",
                )),
            };
        }
        let mut places: Vec<(u16, u16, &Text)> = Vec::new();
        for mapped in &self.columns {
            match (mapped.start, mapped.width) {
                (Some(start @ 1..), Some(width @ 1..)) if start.saturating_add(width) <= WIDEST_LINE => {
                    places.push((start, start + width, &mapped.column));
                }
                _ => {
                    return Err(refuse(
                        "profile-place",
                        format!("{} has no place in the line.", mapped.column),
                        format!("Give `start` from 1 and `width`; a line has at most {WIDEST_LINE} places."),
                    ));
                }
            }
        }
        places.sort_unstable();
        match places.windows(2).find(|pair| pair[0].1 > pair[1].0) {
            None => Ok(()),
            Some(pair) => Err(refuse(
                "profile-place",
                format!("{} and {} stand over each other.", pair[0].2, pair[1].2),
                "Correct their places.",
            )),
        }
    }
}

/// A column's name without case and separators, as headers are compared.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
