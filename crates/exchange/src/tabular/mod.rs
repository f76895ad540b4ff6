//! Reading a table that somebody made: CSV (plain or gzip) or XLSX, against a declaration of its columns.
//!
//! A file is taken whole or refused whole, and a refusal names every bad cell: line, column, what was found, what was
//! expected, the nearest valid value. Nothing here knows what a column means for the service, and no file, however
//! damaged or absurd, makes it panic.

mod cell;
mod columns;
mod csv_text;
mod fixed_width;
mod nearest;
mod refusal;
mod table;
mod workbook;

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub use columns::{Column, Columns, Kind, Presence, Shape, Vocabulary};
pub use refusal::{Fault, FileRefused, Problem};
pub use table::{Row, Table};

pub(crate) use cell::cents;
pub(crate) use columns::plain;
use csv_text::gunzip;
pub(crate) use fixed_width::{Place, read as read_fixed_width};
pub(crate) use nearest::Suggester;
pub(crate) use refusal::{Faults, quoted};
pub(crate) use table::{check, ragged};

/// How large a file may be before it is refused unread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file, and of what it unpacks to.
    pub bytes: u64,
    /// Rows below the header.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Cells in all, because a small file may hold very many empty ones.
    pub cells: usize,
    /// Faults listed one by one; the rest are counted.
    pub faults: usize,
}

impl Default for Limits {
    /// Ten times what the whole service needs.
    fn default() -> Self {
        Self { bytes: 128 << 20, rows: 250_000, columns: 256, cells: 5_000_000, faults: 10_000 }
    }
}

/// A row as text, before its cells are checked.
pub(crate) struct RawRow {
    /// Line of the file, or row of the sheet, counted from 1.
    pub line: u64,
    pub cells: Vec<String>,
}

/// A table as text: its first row is the header.
pub(crate) struct RawTable {
    pub rows: Vec<RawRow>,
    /// Whether a row shorter than the header simply ends in empty cells, as in a spreadsheet.
    pub short_rows_end_empty: bool,
    /// What the reader left out, in words.
    pub notes: Vec<String>,
}

/// Reads a file by name: `.csv`, `.csv.gz`, `.xlsx`; another name is read for what its content looks like.
///
/// # Errors
/// [`FileRefused`] names everything that is wrong with it, starting with *cannot be opened*.
pub fn read_file(path: &Path, columns: &Columns, limits: &Limits) -> Result<Table, FileRefused> {
    let (name, bytes) = load(path, limits)?;
    read_bytes(&name, &bytes, columns, limits)
}

/// A file's name and bytes, one byte more than the limit at most: what reads them refuses it then.
///
/// # Errors
/// [`FileRefused`] when the file cannot be opened or read.
pub fn load(path: &Path, limits: &Limits) -> Result<(String, Vec<u8>), FileRefused> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(limits.bytes.saturating_add(1)).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok((name, bytes)),
        Err(error) => {
            Err(Faults::new(&name, limits.faults).refused_for(Problem::Unreadable, error, "a file that can be read"))
        }
    }
}

/// Reads an uploaded file: as [`read_file`], from memory. `name` decides the format and appears in the refusal.
///
/// # Errors
/// [`FileRefused`] names everything that is wrong with it.
pub fn read_bytes(name: &str, bytes: &[u8], columns: &Columns, limits: &Limits) -> Result<Table, FileRefused> {
    let (table, faults) = read_on(name, bytes, columns, limits, str::to_owned)?;
    faults.outcome()?;
    Ok(table)
}

/// As [`read_bytes`], but a table whose cells are at fault is handed on with the faults, so that what is wrong between
/// its rows can be named with them. `unguarded` takes off what a CSV export put before a cell.
pub(crate) fn read_on(
    name: &str,
    bytes: &[u8],
    columns: &Columns,
    limits: &Limits,
    unguarded: fn(&str) -> String,
) -> Result<(Table, Faults), FileRefused> {
    let faults = Faults::new(name, limits.faults);
    match raw_unguarded(name, bytes, limits, unguarded) {
        Ok(raw) => table::check(raw, columns, limits, faults),
        Err(fault) => Err(faults.refused_with(fault)),
    }
}

/// The rows of a file as text, without what a CSV export put before a cell.
pub(crate) fn raw_unguarded(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    unguarded: fn(&str) -> String,
) -> Result<RawTable, Fault> {
    let mut raw = raw(name, bytes, limits)?;
    // Only a text file is guarded: a workbook knows a text from a formula.
    if !raw.short_rows_end_empty {
        raw.rows
            .iter_mut()
            .flat_map(|row| &mut row.cells)
            .filter(|cell| cell.starts_with('\''))
            .for_each(|cell| *cell = unguarded(cell));
    }
    Ok(raw)
}

fn raw(name: &str, bytes: &[u8], limits: &Limits) -> Result<RawTable, Fault> {
    if bytes.len() as u64 > limits.bytes {
        return Err(Fault::too_large(limits));
    }
    if bytes.is_empty() {
        return Err(Fault::whole(Problem::Empty, "an empty file", "a header line and rows"));
    }
    let lower = name.to_ascii_lowercase();
    let zipped = bytes.starts_with(b"PK\x03\x04");
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let found = "a workbook of the old binary kind (.xls), or one protected by a password";
        return Err(Fault::whole(Problem::NotAWorkbook, found, "an unprotected .xlsx workbook or a CSV file"));
    }
    if lower.ends_with(".xlsx") || zipped {
        return workbook::read(bytes, limits);
    }
    if lower.ends_with(".gz") || bytes.starts_with(&[0x1F, 0x8B]) {
        return csv_text::read(&gunzip(bytes, limits)?, limits);
    }
    csv_text::read(bytes, limits)
}
