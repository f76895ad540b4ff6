//! Fixed width: from bytes to rows of text, each column at its own places of the line.

use super::csv_text::{gunzip, text_of};
use super::{Fault, Limits, Problem, RawRow, RawTable};

/// Where a column stands in a line, in characters.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Its name.
    pub column: String,
    /// The first place, counted from 1.
    pub start: usize,
    /// The number of places.
    pub width: usize,
}

/// The rows of a file: a header of the columns' names and a row for each line that holds anything. A line may end before
/// its last columns: they are empty then.
pub(crate) fn read(bytes: &[u8], skip: usize, places: &[Place], limits: &Limits) -> Result<RawTable, Fault> {
    if bytes.len() as u64 > limits.bytes {
        return Err(Fault::too_large(limits));
    }
    if bytes.is_empty() {
        return Err(Fault::whole(Problem::Empty, "an empty file", "lines of fixed width"));
    }
    let unpacked = if bytes.starts_with(&[0x1F, 0x8B]) { gunzip(bytes, limits)? } else { Vec::new() };
    let text = text_of(if unpacked.is_empty() { bytes } else { &unpacked })?;
    let header = RawRow { line: 1, cells: places.iter().map(|place| place.column.clone()).collect() };
    let mut rows = vec![header];
    let longest = places.iter().map(|place| place.start + place.width - 1).max().unwrap_or(0);
    for (line, content) in (1..).zip(text.lines()).skip(skip) {
        if content.trim().is_empty() {
            continue;
        }
        if rows.len() > limits.rows {
            return Err(Fault::too_many("rows", limits.rows));
        }
        if rows.len().saturating_mul(places.len()) > limits.cells {
            return Err(Fault::too_many("cells", limits.cells));
        }
        let characters: Vec<char> = content.trim_end().chars().collect();
        if characters.len() > longest {
            let found = format!("{} characters", characters.len());
            return Err(Fault::whole(Problem::RaggedRow, found, format!("lines of at most {longest}")).at_line(line));
        }
        let cell = |place: &Place| {
            let from = (place.start - 1).min(characters.len());
            let to = (from + place.width).min(characters.len());
            characters[from..to].iter().collect::<String>().trim().to_owned()
        };
        rows.push(RawRow { line, cells: places.iter().map(cell).collect() });
    }
    Ok(RawTable { rows, short_rows_end_empty: true, notes: Vec::new() })
}
