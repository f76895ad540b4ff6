//! XLSX: the rows on one sheet with its header frozen, what they are about and the data dictionary on a second. Rows go
//! to disk as they are written, so that a large table needs little memory.

use std::io::{Seek, Write};

use muster_domain::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Table};

/// A workbook that could not be written: more rows or longer text than the format holds, or a full disk.
#[derive(Debug, thiserror::Error)]
#[error("the workbook could not be written: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// The formats of a sheet.
struct Formats {
    header: Format,
    date: Format,
}

impl Table {
    /// Writes the table as a workbook.
    ///
    /// # Errors
    /// When the table has more rows or longer text than the format holds, or `out` cannot be written.
    pub fn write_xlsx(&self, out: impl Write + Seek + Send) -> Result<(), WorkbookError> {
        let mut book = Workbook::new();
        let formats = Formats { header: Format::new().set_bold(), date: Format::new().set_num_format("yyyy-mm-dd") };
        self.data(book.add_worksheet_with_constant_memory()?, &formats)?;
        self.about_sheet(book.add_worksheet_with_constant_memory()?, &formats)?;
        book.save_to_writer(out)?;
        Ok(())
    }

    /// The table as a workbook in memory.
    ///
    /// # Errors
    /// As [`Self::write_xlsx`].
    pub fn to_xlsx(&self) -> Result<Vec<u8>, WorkbookError> {
        let mut out = std::io::Cursor::new(Vec::new());
        self.write_xlsx(&mut out)?;
        Ok(out.into_inner())
    }

    fn data(&self, sheet: &mut Worksheet, formats: &Formats) -> Result<(), XlsxError> {
        sheet.set_name(sheet_name(&self.about().title))?;
        sheet.set_freeze_panes(1, 0)?;
        for (at, column) in (0..).zip(self.columns()) {
            sheet.set_column_width(at, 16)?;
            sheet.write_string_with_format(0, at, column.name, &formats.header)?;
        }
        for (row, cells) in (1..).zip(self.rows()) {
            for (column, cell) in (0..).zip(cells) {
                write(sheet, row, column, cell, formats)?;
            }
        }
        Ok(())
    }

    fn about_sheet(&self, sheet: &mut Worksheet, formats: &Formats) -> Result<(), XlsxError> {
        let about = self.about();
        sheet.set_name("About")?;
        sheet.set_column_width(0, 24)?;
        sheet.set_column_width(3, 80)?;
        let lines = [
            ("Marking", about.marking.clone()),
            ("Data", about.data_label.clone().unwrap_or_else(|| "real rows".to_owned())),
            ("Table", about.title.clone()),
            ("As of", about.day.to_string()),
            ("Journal position", about.position.to_string()),
            ("Rows", self.rows().len().to_string()),
        ];
        let mut at = 0;
        for (name, value) in lines {
            sheet.write_string_with_format(at, 0, name, &formats.header)?;
            sheet.write_string(at, 1, value)?;
            at += 1;
        }
        at += 1;
        for (column, name) in (0..).zip(["Column", "Kind", "Unit", "Meaning"]) {
            sheet.write_string_with_format(at, column, name, &formats.header)?;
        }
        for column in self.columns() {
            at += 1;
            for (place, text) in (0..).zip([column.name, column.kind.name(), column.unit, &column.meaning]) {
                sheet.write_string(at, place, text)?;
            }
        }
        Ok(())
    }
}

/// A name that the format allows: 1 to 31 characters, none of `[]:*?/\`.
fn sheet_name(title: &str) -> String {
    let name: String = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).take(31).collect();
    if name.is_empty() || name.eq_ignore_ascii_case("about") { "Rows".to_owned() } else { name }
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(row, column, text.as_str())?;
        }
        // A spreadsheet holds numbers as floats; every count and figure here is far below 2^53.
        Cell::Integer(number) => {
            sheet.write_number(row, column, *number as f64)?;
        }
        Cell::Thousandths(number) => {
            sheet.write_number(row, column, *number as f64 / 1000.0)?;
        }
        Cell::Flag(flag) => {
            sheet.write_boolean(row, column, *flag)?;
        }
        Cell::Date(date) => match spreadsheet_date(*date) {
            Some(moment) => {
                sheet.write_date_with_format(row, column, &moment, &formats.date)?;
            }
            None => {
                sheet.write_string(row, column, date.to_string())?;
            }
        },
    }
    Ok(())
}

/// A date as a spreadsheet counts it; `None` before March 1900, where it counts a day that never was.
fn spreadsheet_date(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}
