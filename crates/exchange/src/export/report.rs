//! A report: headings, paragraphs and tables down one sheet, for what is read rather than sorted. The marking stands at its
//! head and at the head and foot of every printed page.

use rust_xlsxwriter::{Format, FormatAlign, Workbook};

use super::{About, WorkbookError};

/// One piece of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A table.
    Table {
        /// What it shows.
        caption: String,
        /// The headings of its columns.
        columns: Vec<String>,
        /// Its rows, a cell a column.
        rows: Vec<Vec<String>>,
    },
}

/// A report as a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What it is about.
    pub about: About,
    /// Its parts from top to bottom.
    pub parts: Vec<Part>,
}

/// Characters across which a paragraph is spread: the widths of the columns together.
const WIDTHS: [f64; 7] = [34.0, 18.0, 16.0, 24.0, 20.0, 34.0, 24.0];

impl Report {
    /// The workbook in memory. Text is written as text: nothing in it runs as a formula. A number in a table is written as a
    /// number.
    ///
    /// # Errors
    /// When a text is longer than the format holds.
    pub fn to_xlsx(&self) -> Result<Vec<u8>, WorkbookError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let (title, heading) = (Format::new().set_bold().set_font_size(16), Format::new().set_bold().set_font_size(13));
        let (header, quiet) = (Format::new().set_bold().set_text_wrap(), Format::new().set_italic());
        let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        sheet.set_name("Packet")?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_header(format!("&C{}", plain(&self.about.marking)));
        sheet.set_footer(format!("&C{} · page &P of &N", plain(&self.about.marking)));
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        let label = self.about.data_label.as_deref().unwrap_or("real rows");
        sheet.write_string_with_format(0, 0, &self.about.marking, &header)?;
        sheet.write_string_with_format(1, 0, &self.about.title, &title)?;
        let made = format!("As of {}, journal position {}. Data: {label}.", self.about.day, self.about.position);
        sheet.write_string_with_format(2, 0, made, &quiet)?;
        let mut row = 3;
        for part in &self.parts {
            row += 1;
            match part {
                Part::Heading(text) => {
                    sheet.write_string_with_format(row, 0, text, &heading)?;
                }
                Part::Text(text) => {
                    sheet.merge_range(row, 0, row, last_column(), text, &cell)?;
                    sheet.set_row_height(row, 15.0 * lines(text))?;
                }
                Part::Table { caption, columns, rows } => {
                    sheet.write_string_with_format(row, 0, caption, &quiet)?;
                    row += 1;
                    for (column, name) in (0..).zip(columns) {
                        sheet.write_string_with_format(row, column, name, &header)?;
                    }
                    for cells in rows {
                        row += 1;
                        for (column, text) in (0..).zip(cells) {
                            match text.parse::<i32>() {
                                Ok(number) => sheet.write_number_with_format(row, column, f64::from(number), &cell)?,
                                Err(_) => sheet.write_string_with_format(row, column, text, &cell)?,
                            };
                        }
                    }
                    row += 1;
                }
            }
        }
        Ok(book.save_to_buffer()?)
    }
}

fn last_column() -> u16 {
    u16::try_from(WIDTHS.len() - 1).unwrap_or(0)
}

/// Lines that a paragraph takes across all columns.
fn lines(text: &str) -> f64 {
    let across = WIDTHS.iter().sum::<f64>();
    text.lines().map(|line| (line.chars().count() as f64 / across).ceil().max(1.0)).sum::<f64>().clamp(1.0, 25.0)
}

/// A text for a page's head or foot, where `&` begins a code.
fn plain(text: &str) -> String {
    text.replace('&', "&&")
}
