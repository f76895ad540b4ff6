//! Rows of text against the declared columns: all typed, or everything that is wrong.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::cell::{self, Value};
use super::columns::{Columns, Kind, Presence};
use super::nearest::Suggester;
use super::refusal::{Faults, quoted};
use super::{Fault, FileRefused, Limits, Problem, RawRow, RawTable};

/// A file that was taken: typed rows in the order of the file.
#[derive(Debug, Clone)]
pub struct Table {
    file: String,
    notes: Vec<String>,
    names: Vec<&'static str>,
    money: Vec<bool>,
    given: Vec<bool>,
    records: Vec<Record>,
}

#[derive(Debug, Clone)]
struct Record {
    line: u64,
    values: Box<[Value]>,
}

impl Table {
    /// The file's name.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What the reader left out, in words, such as a second sheet.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is no row; never so for a table that was read.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Whether the file has this declared column at all.
    pub fn has(&self, column: &str) -> bool {
        self.names.iter().position(|name| *name == column).is_some_and(|index| self.given[index])
    }

    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { table: self, record })
    }
}

/// One row. A cell is asked for by the declared name of its column; `None` is an empty cell, a missing optional
/// column, or a column that holds another kind of value.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a Record,
}

impl<'a> Row<'a> {
    /// Line of the file, or row of the sheet, from 1.
    pub fn line(self) -> u64 {
        self.record.line
    }

    /// Text, a choice as its vocabulary writes it, or a shaped text.
    pub fn text(self, column: &str) -> Option<&'a str> {
        match self.value(column)?.0 {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number.
    pub fn integer(self, column: &str) -> Option<i64> {
        match self.value(column)? {
            (Value::Integer(number), false) => Some(*number),
            _ => None,
        }
    }

    /// An amount of money in cents.
    pub fn cents(self, column: &str) -> Option<i64> {
        match self.value(column)? {
            (Value::Integer(cents), true) => Some(*cents),
            _ => None,
        }
    }

    /// A date.
    pub fn date(self, column: &str) -> Option<Date> {
        match self.value(column)?.0 {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// Yes or no.
    pub fn flag(self, column: &str) -> Option<bool> {
        match self.value(column)?.0 {
            Value::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    fn value(self, column: &str) -> Option<(&'a Value, bool)> {
        let index = self.table.names.iter().position(|name| *name == column);
        debug_assert!(index.is_some(), "column {column:?} was never declared");
        Some((&self.record.values[index?], self.table.money[index?]))
    }
}

/// For each declared column, where in a row it stands.
type Places = Vec<Option<usize>>;

/// Every row, with what is wrong in cells: a cell at fault stands empty in its row, so that a further pass can find what
/// else is wrong before the file is refused. Nothing may be taken unless the faults are none.
pub(crate) fn check(
    raw: RawTable,
    columns: &Columns,
    limits: &Limits,
    mut faults: Faults,
) -> Result<(Table, Faults), FileRefused> {
    let mut rows = raw.rows.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let Some(mut header) = rows.next() else {
        return Err(faults.refused_for(Problem::Empty, "no header", "a header line and rows"));
    };
    // A spreadsheet likes to end its header in empty cells; a value under one of them is a ragged row.
    let named = header.cells.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    header.cells.truncate(named);
    let mut suggester = Suggester::default();
    let places = places(&header, columns, &mut faults, &mut suggester);
    let mut records = Vec::new();
    for row in rows {
        if records.len() >= limits.rows {
            faults.push(Fault::too_many("rows", limits.rows));
            break;
        }
        ragged(&row, &header, raw.short_rows_end_empty, &mut faults);
        let values = (0..columns.len()).map(|index| {
            let text = places[index].and_then(|at| row.cells.get(at)).map_or("", String::as_str);
            if places[index].is_none()
                || places[index].is_some_and(|at| at >= row.cells.len() && !raw.short_rows_end_empty)
            {
                return Value::Empty;
            }
            cell::read(text, columns.at(index), index, &mut suggester).unwrap_or_else(|fault| {
                faults.push(fault.at_line(row.line));
                Value::Empty
            })
        });
        let values = values.collect();
        records.push(Record { line: row.line, values });
    }
    if records.is_empty() {
        faults.push(Fault::whole(Problem::Empty, "a header and no row", "at least one row").at_line(header.line));
    }
    let file = faults.file().to_owned();
    let table = Table {
        file,
        notes: raw.notes,
        names: columns.iter().map(|column| column.name).collect(),
        money: columns.iter().map(|column| matches!(column.kind, Kind::Money)).collect(),
        given: places.iter().map(Option::is_some).collect(),
        records,
    };
    Ok((table, faults))
}

fn places(header: &RawRow, columns: &Columns, faults: &mut Faults, suggester: &mut Suggester) -> Places {
    let mut places: Places = vec![None; columns.len()];
    let mut unknown = Vec::new();
    for (at, name) in header.cells.iter().enumerate() {
        match columns.find(name) {
            Some(index) if places[index].is_some() => faults.push(
                Fault::whole(Problem::DuplicateColumn, name, format!("one column {:?}", columns.at(index).name))
                    .at_line(header.line)
                    .in_column(name),
            ),
            Some(index) => places[index] = Some(at),
            None => unknown.push(name),
        }
    }
    let taken: BTreeSet<_> =
        places.iter().enumerate().filter(|(_, place)| place.is_some()).map(|(index, _)| index).collect();
    let free = || (0..columns.len()).filter(|index| !taken.contains(index)).map(|index| columns.at(index).name);
    let expected = match free().collect::<Vec<_>>() {
        free if free.is_empty() => "no further column".to_owned(),
        free => format!("one of {}", free.join(", ")),
    };
    for name in unknown {
        let shown = if name.is_empty() { "a column without a name" } else { name };
        let nearest = suggester.nearest(usize::MAX, name, free());
        faults.push(
            Fault::whole(Problem::UnknownColumn, shown, expected.clone())
                .at_line(header.line)
                .in_column(shown)
                .with_nearest(nearest),
        );
    }
    for (index, column) in columns.iter().enumerate() {
        if places[index].is_none() && column.presence != Presence::Optional {
            let names: Vec<_> = std::iter::once(&column.name).chain(column.aliases).copied().collect();
            faults.push(
                Fault::whole(Problem::MissingColumn, "no such column", format!("a column {}", names.join(" or ")))
                    .at_line(header.line)
                    .in_column(column.name),
            );
        }
    }
    places
}

pub(crate) fn ragged(row: &RawRow, header: &RawRow, short_rows_end_empty: bool, faults: &mut Faults) {
    let expected = header.cells.len();
    let beyond = row.cells.iter().skip(expected).any(|cell| !cell.is_empty());
    let short = row.cells.len() < expected && !short_rows_end_empty;
    if beyond || short {
        let cells =
            format!("{} cells, the first {}", row.cells.len(), quoted(&row.cells.first().cloned().unwrap_or_default()));
        faults.push(
            Fault::whole(Problem::RaggedRow, cells, format!("{expected} cells, as in the header")).at_line(row.line),
        );
    }
}
