//! A file through its profile: from the source's own columns, codes and dates to the typed table of Muster's own.
//! Refusals name columns and values as the source writes them.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use muster_domain::Grade;
use muster_domain::sources::{DateForm, Format, Mapped, Profile, SourceKind};

use super::fields::fields;
use crate::record::{self, Field, Holds};
use crate::tabular::{
    Fault, Faults, FileRefused, Limits, Place, Problem, RawRow, RawTable, Suggester, Table, check, plain,
    raw_unguarded, read_fixed_width,
};

/// Reads a file of this profile. Cells at fault are empty in the table; their faults come with it.
pub(super) fn read(
    kind: SourceKind,
    profile: &Profile,
    name: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<(Table, Faults), FileRefused> {
    let theirs = profile.columns.iter().filter(|mapped| !mapped.field.is_empty());
    let theirs: HashMap<String, String> =
        theirs.map(|mapped| (mapped.field.to_string(), mapped.column.to_string())).collect();
    let mut faults = Faults::new(name, limits.faults).in_their_words(theirs);
    let raw = match raw(profile, name, bytes, limits) {
        Ok(raw) => raw,
        Err(fault) => return Err(faults.refused_with(fault)),
    };
    let fields = fields(kind);
    let mut translator = Translator { profile, fields: &fields, suggester: Suggester::default() };
    let raw = translator.translate(raw, &mut faults)?;
    check(raw, &record::columns(&fields), limits, faults)
}

/// The rows as text, in the columns of the file.
pub(super) fn raw(profile: &Profile, name: &str, bytes: &[u8], limits: &Limits) -> Result<RawTable, Fault> {
    if profile.format != Format::FixedWidth {
        return raw_unguarded(name, bytes, limits, crate::export::unguarded);
    }
    let places = profile.columns.iter().filter_map(|mapped| {
        let (start, width) = (mapped.start.filter(|start| *start > 0)?, mapped.width?);
        Some(Place { column: mapped.column.to_string(), start: start.into(), width: width.into() })
    });
    let places: Vec<Place> = places.collect();
    read_fixed_width(bytes, profile.skip_lines.into(), &places, limits)
}

struct Translator<'a> {
    profile: &'a Profile,
    fields: &'a [Field],
    suggester: Suggester,
}

/// A column of the file that is a field.
struct Taken<'a> {
    at: usize,
    mapped: &'a Mapped,
    field: &'a Field,
    codes: BTreeMap<String, &'a str>,
}

impl<'a> Translator<'a> {
    fn translate(&mut self, raw: RawTable, faults: &mut Faults) -> Result<RawTable, FileRefused> {
        let RawTable { rows, short_rows_end_empty, notes } = raw;
        let mut rows = rows.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let Some(mut header) = rows.next() else {
            let empty = Faults::new(faults.file(), 1);
            return Err(empty.refused_for(Problem::Empty, "no header", "a header line and rows"));
        };
        let named = header.cells.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        header.cells.truncate(named);
        let taken = self.taken(&header, faults);
        let constants: Vec<(&str, &str)> =
            self.profile.constants.iter().map(|constant| (constant.field.as_str(), constant.value.as_str())).collect();
        let mut out = vec![RawRow {
            line: header.line,
            cells: taken
                .iter()
                .map(|taken| taken.field.name.to_owned())
                .chain(constants.iter().map(|(field, _)| (*field).to_owned()))
                .collect(),
        }];
        for row in rows {
            crate::tabular::ragged(&row, &header, short_rows_end_empty, faults);
            let mut cells = Vec::with_capacity(taken.len() + constants.len());
            for taken in &taken {
                let cell = row.cells.get(taken.at).map_or("", String::as_str);
                cells.push(self.cell(row.line, cell, taken, faults));
            }
            cells.extend(constants.iter().map(|(_, value)| (*value).to_owned()));
            out.push(RawRow { line: row.line, cells });
        }
        Ok(RawTable { rows: out, short_rows_end_empty: true, notes })
    }

    /// Which columns of the file are which fields. A column that the profile does not know refuses the file: it may be one
    /// that was renamed.
    fn taken(&mut self, header: &RawRow, faults: &mut Faults) -> Vec<Taken<'a>> {
        let mut known: HashMap<String, usize> =
            self.profile.columns.iter().enumerate().map(|(at, mapped)| (plain(&mapped.column), at)).collect();
        let mut unknown = Vec::new();
        let mut taken = Vec::new();
        let mut seen: HashMap<String, ()> = HashMap::new();
        for (at, name) in header.cells.iter().enumerate() {
            let key = plain(name);
            if seen.insert(key.clone(), ()).is_some() && !key.is_empty() {
                let fault = Fault::whole(Problem::DuplicateColumn, name, "each column once").at_line(header.line);
                faults.push(fault.in_column(name));
                continue;
            }
            let Some(place) = known.remove(&key) else {
                unknown.push(name);
                continue;
            };
            let mapped = &self.profile.columns[place];
            if let Some(field) = self.fields.iter().find(|field| field.name == mapped.field.as_str()) {
                let codes = mapped.codes.iter().map(|code| (code.theirs.to_lowercase(), code.ours.as_str())).collect();
                taken.push(Taken { at, mapped, field, codes });
            }
        }
        let missing: Vec<&Mapped> = known.values().map(|at| &self.profile.columns[*at]).collect();
        for name in unknown {
            let shown = if name.is_empty() { "a column without a name" } else { name };
            let expected = match missing.len() {
                0 => "no further column; add it to the profile, mapped or passed over".to_owned(),
                _ => {
                    let mut names: Vec<&str> = missing.iter().map(|mapped| mapped.column.as_str()).collect();
                    names.sort_unstable();
                    format!("one of {}, or a column added to the profile", names.join(", "))
                }
            };
            let names = missing.iter().map(|mapped| mapped.column.as_str()).chain(self.fields.iter().map(|f| f.name));
            let nearest = self.suggester.nearest(usize::MAX, name, names);
            let fault = Fault::whole(Problem::UnknownColumn, shown, expected).at_line(header.line).in_column(shown);
            faults.push(fault.with_nearest(nearest));
        }
        for mapped in missing.into_iter().filter(|mapped| !mapped.field.is_empty()) {
            let expected = format!("a column {}, which the profile maps to {}", mapped.column, mapped.field);
            let fault = Fault::whole(Problem::MissingColumn, "no such column", expected).at_line(header.line);
            faults.push(fault.in_column(&mapped.column));
        }
        taken
    }

    /// A cell in Muster's own words. One that does not translate is named here, as the source writes it.
    fn cell(&mut self, line: u64, cell: &str, taken: &Taken<'_>, faults: &mut Faults) -> String {
        if cell.is_empty() {
            return String::new();
        }
        if let Some(ours) = taken.codes.get(&cell.to_lowercase()) {
            return (*ours).to_owned();
        }
        match taken.field.holds {
            Holds::Date if self.profile.dates != DateForm::Iso && !is_iso(cell) => {
                if let Some(date) = date(cell, self.profile.dates) {
                    return date.to_string();
                }
                let fault = Fault::whole(Problem::BadCell, cell, expected_date(self.profile.dates)).at_line(line);
                faults.push_only(taken.field.name, fault);
                String::new()
            }
            Holds::Words(words) => {
                if let Ok(grade) = cell.parse::<Grade>()
                    && taken.field.name.ends_with("grade")
                {
                    return grade.to_string();
                }
                let words = words();
                if taken.codes.is_empty() || words.find(cell).is_some() {
                    return cell.to_owned();
                }
                let theirs = || taken.mapped.codes.iter().map(|code| code.theirs.as_str());
                let listed: Vec<&str> = theirs().take(12).collect();
                let more = if theirs().nth(12).is_some() { ", …" } else { "" };
                let expected = format!("a code of the profile ({}{more}) or {}", listed.join(", "), words.expected());
                let nearest = self.suggester.nearest(taken.at, cell, theirs().chain(words.words()));
                let fault = Fault::whole(Problem::BadCell, cell, expected).at_line(line).with_nearest(nearest);
                faults.push_only(taken.field.name, fault);
                String::new()
            }
            _ => cell.to_owned(),
        }
    }
}

fn is_iso(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-'
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A date in one of the forms other than year-month-day.
fn date(cell: &str, form: DateForm) -> Option<Date> {
    let number = |text: &str| text.parse::<i16>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let make = |year: i16, month: i16, day: i16| {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|date| date.year() >= 1000)
    };
    match form {
        DateForm::Iso => cell.parse().ok(),
        DateForm::Compact => {
            let (year, month, day) = (cell.get(..4)?, cell.get(4..6)?, cell.get(6..)?);
            if cell.len() == 8 { make(number(year)?, number(month)?, number(day)?) } else { None }
        }
        DateForm::MonthDayYear | DateForm::DayMonthYear => {
            let parts: Vec<&str> = cell.split(['/', '.', '-']).collect();
            let [first, second, year] = parts[..] else { return None };
            let (first, second, year) = (number(first)?, number(second)?, number(year)?);
            if form == DateForm::MonthDayYear { make(year, first, second) } else { make(year, second, first) }
        }
        DateForm::DayMonthName => {
            let plain: String = cell.chars().filter(|c| !matches!(c, ' ' | '-' | '/' | '.')).collect();
            let letters = plain.find(|c: char| c.is_ascii_alphabetic())?;
            let (day, rest) = plain.split_at(letters);
            let (month, year) = (rest.get(..3)?.to_ascii_lowercase(), rest.get(3..)?);
            let month = MONTHS.iter().position(|known| *known == month)?;
            make(number(year)?, i16::try_from(month).ok()? + 1, number(day)?)
        }
    }
}

/// A date as the source writes it.
pub(super) fn write_date(date: Date, form: DateForm) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match form {
        DateForm::Iso => date.to_string(),
        DateForm::Compact => format!("{year:04}{month:02}{day:02}"),
        DateForm::MonthDayYear => format!("{month:02}/{day:02}/{year:04}"),
        DateForm::DayMonthYear => format!("{day:02}/{month:02}/{year:04}"),
        DateForm::DayMonthName => {
            let name = MONTHS[usize::try_from(month - 1).unwrap_or(0).min(11)].to_ascii_uppercase();
            format!("{day:02}{name}{year:04}")
        }
    }
}

fn expected_date(form: DateForm) -> &'static str {
    match form {
        DateForm::Iso => "a date as year-month-day, such as 2026-10-01",
        DateForm::Compact => "a date as eight digits, year, month, day, such as 20261001",
        DateForm::MonthDayYear => "a date as month/day/year, such as 10/01/2026",
        DateForm::DayMonthYear => "a date as day/month/year, such as 01/10/2026",
        DateForm::DayMonthName => "a date as day, month's name, year, such as 01OCT2026",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_back_in_every_form_and_nothing_else_does() {
        let day = Date::new(2026, 10, 1).unwrap();
        for form in
            [DateForm::Iso, DateForm::Compact, DateForm::MonthDayYear, DateForm::DayMonthYear, DateForm::DayMonthName]
        {
            assert_eq!(date(&write_date(day, form), form), Some(day), "{form:?}");
            for wrong in ["", "soon", "2026", "99999999", "1/2", "31FEB2026", "31/31/2026", "é1OCT2026", "+1/+2/2026"]
            {
                assert_eq!(date(wrong, form), None, "{wrong} as {form:?}");
            }
        }
    }
}
