//! Printing: a table for people, JSON for programs, one paragraph for an error.

use std::io::{ErrorKind, Write};

use comfy_table::{CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle};
use serde::Serialize;

/// Whether somebody reads or a program does.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    /// JSON instead of tables and sentences.
    pub json: bool,
}

impl Output {
    /// Prints a value as JSON, or as the text that people read.
    pub fn show<T: Serialize + ?Sized>(self, value: &T, text: impl FnOnce(&T) -> String) -> anyhow::Result<()> {
        let text = if self.json { serde_json::to_string_pretty(value)? } else { text(value) };
        print(&text)
    }

    /// Prints a sentence, but only to people.
    pub fn say(self, sentence: impl std::fmt::Display) -> anyhow::Result<()> {
        if self.json { Ok(()) } else { print(&sentence.to_string()) }
    }
}

/// Prints a text and a line feed. A reader who has seen enough (`| head`) is no error.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut stdout = std::io::stdout().lock();
    match writeln!(stdout, "{}", text.trim_end()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

const PLAIN: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::new(' ', ' ', ' '))
    .header_separator(LineStyle::new(' ', '─', ' ', ' '))
    .content_lines(ContentLineStyle::new(' ', ' ', ' '));

/// A table without lines between rows; columns of numbers stand right.
pub fn table<const N: usize>(header: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut table = Table::new();
    // at a terminal long cells wrap to its width
    table.load_style(PLAIN).set_content_arrangement(ContentArrangement::Dynamic).set_header(header);
    let mut numbers = [true; N];
    for row in rows {
        for (cell, all) in row.iter().zip(&mut numbers) {
            *all &= cell.is_empty() || cell == NOTHING || is_number(cell);
        }
        table.add_row(row);
    }
    for (place, all) in numbers.iter().enumerate() {
        if let Some(column) = table.column_mut(place).filter(|_| *all) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let text = table.to_string();
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Stands where there is no value.
pub const NOTHING: &str = "–";

/// The value, or the sign that there is none.
pub fn or_nothing(value: Option<impl ToString>) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |value| value.to_string())
}

/// A share from 0 to 1 as a percentage with one decimal.
pub fn percent(share: Option<f64>) -> String {
    or_nothing(share.map(|share| format!("{:.1} %", share * 100.0)))
}

fn is_number(cell: &str) -> bool {
    cell.starts_with(|first: char| first.is_ascii_digit() || first == '-')
        && cell.chars().all(|c| c.is_ascii_digit() || "-+., %".contains(c))
        && cell.len() < 12
        && !is_date(cell)
}

fn is_date(cell: &str) -> bool {
    cell.len() == 10 && cell.matches('-').count() == 2
}

/// An error as one paragraph: what and where, then how to mend it, each ending as a sentence does.
pub fn paragraph(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain().map(ToString::to_string) {
        let cause = cause.strip_prefix("error: ").unwrap_or(&cause);
        // a cause that its own error already tells is not told twice
        if text.contains(cause.trim_end_matches('.')) {
            continue;
        }
        if !text.is_empty() {
            text.push_str(": ");
        }
        text.push_str(cause.trim_end_matches('.'));
    }
    // several lines are a list that ends as it likes
    if !text.contains('\n') && !text.ends_with(['?', '!']) {
        text.push('.');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_right_and_words_and_dates_left() {
        let text = table(
            ["name", "on", "count"],
            [["a", "2026-10-01", "5"], ["bcd", "2026-10-02", "1,205"]].map(|row| row.map(str::to_owned)),
        );
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[2].starts_with("  a ") && lines[2].ends_with("     5"), "{text}");
        assert!(lines[3].ends_with(" 1,205"), "{text}");
    }

    #[test]
    fn an_error_is_one_paragraph_that_says_nothing_twice() {
        let error = anyhow::anyhow!("the file is not here. Name another")
            .context("reading the head: the file is not here. Name another");
        assert_eq!(paragraph(&error), "reading the head: the file is not here. Name another.");
    }
}
