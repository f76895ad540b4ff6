//! A first look at a sample: its form, its columns with what stands in them, and the field that each most likely is.

use std::collections::{BTreeMap, BTreeSet};

use muster_domain::Text;
use muster_domain::sources::{DateForm, Format, Mapped, Profile, SourceKind};
use serde::Serialize;

use super::fields::fields;
use super::read::raw as raw_of;
use crate::record::Holds;
use crate::tabular::{Faults, FileRefused, Limits, RawTable, Suggester, plain, quoted, raw_unguarded};

/// Values shown of a column.
const SHOWN: usize = 12;
/// Rows of a sample looked at.
const ROWS: usize = 2_000;

/// A column of a sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DetectedColumn {
    /// Its name in the file.
    pub column: String,
    /// Different values, the most frequent first.
    pub values: Vec<String>,
    /// How many different values there are, as far as was looked.
    pub distinct: usize,
    /// The field it most likely is; empty where none is like it.
    pub field: String,
    /// Values that the field does not take as they stand: they need a translation.
    pub codes: Vec<String>,
}

/// What a sample looks like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Detected {
    /// The form it was read in.
    pub format: Format,
    /// The form of its dates that fits the most of them.
    pub dates: DateForm,
    /// Rows, as far as was looked.
    pub rows: usize,
    /// Its columns in the order of the file.
    pub columns: Vec<DetectedColumn>,
}

/// Looks at a sample. A fixed-width file is looked at through the places of the profile handed in.
///
/// # Errors
/// [`FileRefused`] when the file does not read as a table at all.
pub fn detect(
    kind: SourceKind,
    name: &str,
    bytes: &[u8],
    places: Option<&Profile>,
    limits: &Limits,
) -> Result<Detected, FileRefused> {
    let fixed = places.filter(|profile| profile.format == Format::FixedWidth);
    let read = match fixed {
        Some(profile) => raw_of(profile, name, bytes, limits),
        None => raw_unguarded(name, bytes, limits, crate::export::unguarded),
    };
    let raw = read.map_err(|fault| Faults::new(name, limits.faults).refused_with(fault))?;
    let format = match (&fixed, raw.short_rows_end_empty) {
        (Some(_), _) => Format::FixedWidth,
        (None, true) => Format::Workbook,
        (None, false) => Format::Csv,
    };
    Ok(described(kind, format, raw))
}

fn described(kind: SourceKind, format: Format, raw: RawTable) -> Detected {
    let mut rows = raw.rows.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let mut header = rows.next().map(|row| row.cells).unwrap_or_default();
    let named = header.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    header.truncate(named);
    let rows: Vec<Vec<String>> = rows.take(ROWS).map(|row| row.cells).collect();
    let fields = fields(kind);
    let mut suggester = Suggester::default();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut dates: BTreeMap<u8, usize> = BTreeMap::new();
    let mut columns = Vec::with_capacity(header.len());
    for (at, column) in header.iter().enumerate() {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()) {
            *counts.entry(cell).or_default() += 1;
        }
        let field = suggested(column, &fields, &taken, &mut suggester);
        let field = field.and_then(|name| fields.iter().find(|field| field.name == name));
        if let Some(field) = field {
            taken.insert(field.name);
            if matches!(field.holds, Holds::Date) {
                for value in counts.keys() {
                    *dates.entry(date_form(value) as u8).or_default() += 1;
                }
            }
        }
        let codes = match field.map(|field| (field.name, field.holds)) {
            Some((name, Holds::Words(words))) => {
                let words = words();
                let grade = |value: &str| name.ends_with("grade") && value.parse::<muster_domain::Grade>().is_ok();
                let foreign = counts.keys().filter(|value| words.find(value).is_none() && !grade(value));
                foreign.take(200).map(|value| quoted(value)).collect()
            }
            _ => Vec::new(),
        };
        let distinct = counts.len();
        let mut often: Vec<(&str, usize)> = counts.into_iter().collect();
        often.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let values = often.into_iter().take(SHOWN).map(|(value, _)| quoted(value)).collect();
        let field = field.map(|field| field.name.to_owned()).unwrap_or_default();
        columns.push(DetectedColumn { column: quoted(column), values, distinct, field, codes });
    }
    let most = dates.into_iter().max_by_key(|(_, count)| *count).map(|(form, _)| form);
    let all =
        [DateForm::Iso, DateForm::Compact, DateForm::MonthDayYear, DateForm::DayMonthYear, DateForm::DayMonthName];
    let dates = most.and_then(|form| all.into_iter().find(|known| *known as u8 == form)).unwrap_or(DateForm::Iso);
    Detected { format, dates, rows: rows.len(), columns }
}

/// The field that a column's name is, is an alias of, or is most like.
fn suggested<'f>(
    column: &str,
    fields: &'f [crate::record::Field],
    taken: &BTreeSet<&str>,
    suggester: &mut Suggester,
) -> Option<&'f str> {
    let name = plain(column);
    let free = || fields.iter().filter(|field| !taken.contains(field.name));
    let named = free().find(|field| {
        std::iter::once(&field.name).chain(field.aliases).chain(usual(field.name)).any(|known| plain(known) == name)
    });
    if let Some(field) = named {
        return Some(field.name);
    }
    let nearest = suggester.nearest(usize::MAX, column, free().map(|field| field.name))?;
    free().find(|field| field.name == nearest).map(|field| field.name)
}

/// Names that extracts commonly have for a field, beside those of Muster's own files.
fn usual(field: &str) -> &'static [&'static str] {
    match field {
        "number" => &["edipi", "dodid", "emplid", "para line", "upos", "position nbr", "id number", "member id"],
        "name" => &["full name", "member name", "employee name", "emp name"],
        "service" | "incumbent_service" => &["svc", "branch", "component", "agency"],
        "grade" => &["pay plan grade", "auth grade", "grd", "paygrade", "abbr rank"],
        "coding" => &["auth svc", "service code"],
        "title" => &["duty title", "posn title", "position title"],
        "born" => &["dob", "birth date"],
        "separates" => &["ets", "eas", "sep date"],
        "arrived" => &["date arrived", "arr date", "eod"],
        "rotation" => &["prd", "deros", "rtd", "departure", "est departure"],
        "place" => &["location", "city", "duty location"],
        "office" => &["section", "org", "organization", "uic"],
        "specialty" | "specialties" => &["mos", "afsc", "aoc", "designator"],
        "incumbent_number" => &["incumbent id", "incumbent edipi"],
        "incumbent_name" => &["incumbent"],
        "certificate_area" => &["functional area", "area"],
        "certificate_level" => &["level", "cert level"],
        "certificate_earned" => &["earned", "award date", "completed"],
        "certificate_lapses" => &["expires", "expiration", "valid until"],
        _ => &[],
    }
}

/// The form that a date's shape tells; where day and month cannot be told apart, month first.
fn date_form(value: &str) -> DateForm {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(value) && value.len() == 8 {
        return DateForm::Compact;
    }
    if value.bytes().any(|byte| byte.is_ascii_alphabetic()) && !value.contains('T') {
        return DateForm::DayMonthName;
    }
    let parts: Vec<&str> = value.split(['/', '.', '-']).collect();
    match parts[..] {
        [first, second, year] if digits(year) && year.len() == 4 => {
            let first: u8 = first.parse().unwrap_or(0);
            if first > 12 && second.parse::<u8>().is_ok() { DateForm::DayMonthYear } else { DateForm::MonthDayYear }
        }
        _ => DateForm::Iso,
    }
}

impl Detected {
    /// A profile of what was suggested, to begin from.
    pub fn profile(&self) -> Profile {
        let columns = self.columns.iter().map(|column| Mapped {
            column: Text::from(&column.column),
            field: Text::from(&column.field),
            start: None,
            width: None,
            codes: Vec::new(),
        });
        Profile {
            format: self.format,
            dates: self.dates,
            skip_lines: 0,
            columns: columns.collect(),
            constants: Vec::new(),
        }
    }
}
