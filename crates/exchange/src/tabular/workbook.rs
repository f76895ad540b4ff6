//! XLSX: from bytes to rows of text, the first visible sheet that holds anything.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, sink};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};

use super::{Fault, Limits, Problem, RawRow, RawTable};

/// Most parts a workbook may have; real ones have dozens.
const MOST_PARTS: usize = 4_096;
/// Rows that may lie empty between rows that count, before a sheet is called absurd.
const EMPTY_ROWS: usize = 100_000;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<RawTable, Fault> {
    within_limits(bytes, limits)?;
    // The workbook reader is somebody else's and was written for well-formed files; a malformed one may find an
    // invariant that it does not hold, and that must refuse a file, not stop a server.
    catch_unwind(AssertUnwindSafe(|| sheet(bytes, limits)))
        .unwrap_or_else(|_| Err(not_a_workbook("a damaged workbook")))
}

fn not_a_workbook(found: impl std::fmt::Display) -> Fault {
    Fault::whole(Problem::NotAWorkbook, found, "an .xlsx workbook")
}

/// Unpacks every part into nothing, because the sizes that an archive declares may lie.
fn within_limits(bytes: &[u8], limits: &Limits) -> Result<(), Fault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(not_a_workbook)?;
    if archive.len() > MOST_PARTS {
        return Err(not_a_workbook(format!("an archive of {} parts", archive.len())));
    }
    let mut left = limits.bytes;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(not_a_workbook)?;
        let size = std::io::copy(&mut part.take(left.saturating_add(1)), &mut sink()).map_err(not_a_workbook)?;
        left = left.checked_sub(size).ok_or_else(|| Fault::too_large(limits))?;
    }
    Ok(())
}

fn sheet(bytes: &[u8], limits: &Limits) -> Result<RawTable, Fault> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(not_a_workbook)?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    for (index, name) in names.iter().enumerate() {
        let rows = rows(&mut book, name, limits)?;
        if rows.is_empty() {
            continue;
        }
        let notes =
            names[index + 1..].iter().map(|other| format!("sheet {other:?} was not read, only {name:?}")).collect();
        return Ok(RawTable { rows, short_rows_end_empty: true, notes });
    }
    Err(Fault::whole(Problem::Empty, "no sheet with anything in it", "a header row and rows"))
}

fn rows(book: &mut Book<'_>, name: &str, limits: &Limits) -> Result<Vec<RawRow>, Fault> {
    let mut cells = book.worksheet_cells_reader(name).map_err(not_a_workbook)?;
    let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    // One shared text may be named by any number of cells, so what is copied out is counted as well.
    let mut left = limits.bytes;
    while let Some(cell) = cells.next_cell().map_err(not_a_workbook)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let line = u64::from(row) + 1;
        if column as usize >= limits.columns {
            return Err(Fault::too_many("columns", limits.columns).at_line(line));
        }
        if row as usize > limits.rows.saturating_add(EMPTY_ROWS) || rows.len() > limits.rows.saturating_add(1) {
            return Err(Fault::too_many("rows", limits.rows).at_line(line));
        }
        left = left.checked_sub(text.len() as u64).ok_or_else(|| Fault::too_large(limits))?;
        rows.entry(row).or_default().insert(column, text);
    }
    let width = |cells: &BTreeMap<u32, String>| cells.last_key_value().map_or(0, |(column, _)| column + 1);
    if rows.values().map(|cells| width(cells) as usize).sum::<usize>() > limits.cells {
        return Err(Fault::too_many("cells", limits.cells));
    }
    Ok(rows
        .into_iter()
        .map(|(row, mut cells)| {
            let width = width(&cells);
            RawRow {
                line: u64::from(row) + 1,
                cells: (0..width).map(|column| cells.remove(&column).unwrap_or_default()).collect(),
            }
        })
        .collect())
}

/// A cell as it would stand in a CSV file.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => float(*number),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A spreadsheet holds every number as a float; a whole one is written without a decimal point.
fn float(number: f64) -> String {
    format!("{number}")
}

fn moment_text(moment: &ExcelDateTime) -> String {
    if !moment.is_datetime() {
        return float(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    if (hour, minute, second, milli) == (0, 0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
    }
}
