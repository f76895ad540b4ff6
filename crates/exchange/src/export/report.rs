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

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};
    use muster_domain::{Date, Position};

    use super::*;

    #[test]
    fn a_report_reads_back_with_its_marking_and_no_text_runs_as_a_formula() {
        let about = About {
            title: "Establish A-1".into(),
            marking: "UNCLASSIFIED".into(),
            data_label: None,
            day: Date::ZERO,
            position: Position(7),
        };
        let parts = vec![
            Part::Heading("Purpose".into()),
            Part::Text("=1+1".into()),
            Part::Table {
                caption: "Strengths".into(),
                columns: vec!["Strength".into(), "Number".into()],
                rows: vec![vec!["Indicated".into(), "12".into()], vec!["=cmd".into(), "none".into()]],
            },
        ];
        let bytes = Report { about, parts }.to_xlsx().unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        assert!(book.worksheet_formula("Packet").unwrap().is_empty());
        let cells: Vec<Data> =
            book.worksheet_range("Packet").unwrap().cells().map(|(_, _, cell)| cell.clone()).collect();
        for text in ["UNCLASSIFIED", "Establish A-1", "Purpose", "=1+1", "=cmd", "none"] {
            assert!(cells.contains(&Data::String(text.into())), "{text}");
        }
        assert!(cells.contains(&Data::Float(12.0)));
    }
}
