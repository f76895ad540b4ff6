//! CSV: from bytes to rows of text.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::{Fault, Limits, Problem, RawRow, RawTable};

const CLOSED: &str = "a closing quotation mark before the end of the file";

/// Counts the lines before a byte. The CSV reader counts from the end of the record before, so blank lines and the
/// line feed of a Windows line end would put a row on a line that is not its own.
struct Lines<'a> {
    text: &'a str,
    counted_to: usize,
    line: u64,
}

impl Lines<'_> {
    fn of(&mut self, record_from: u64) -> u64 {
        let bytes = self.text.as_bytes();
        let from = usize::try_from(record_from).unwrap_or(bytes.len()).clamp(self.counted_to, bytes.len());
        let blank = bytes[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = from + blank;
        self.line += bytes[self.counted_to..start].iter().filter(|byte| **byte == b'\n').count() as u64;
        self.counted_to = start;
        self.line
    }
}

/// Unpacks gzip, refusing what would unpack to more than the limit.
pub(super) fn gunzip(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Fault> {
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(bytes)
        .take(limits.bytes.saturating_add(1))
        .read_to_end(&mut unpacked)
        .map_err(|error| Fault::whole(Problem::Unreadable, error, "a file packed with gzip"))?;
    if unpacked.len() as u64 > limits.bytes {
        return Err(Fault::too_large(limits));
    }
    Ok(unpacked)
}

/// The bytes as UTF-8 without their byte-order mark.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    let expected = "text in UTF-8 (in a spreadsheet: save as \"CSV UTF-8\")";
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Fault::whole(Problem::Encoding, "text in UTF-16", expected));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        let line = 1 + good.iter().filter(|byte| **byte == b'\n').count() as u64;
        let bad = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
        Fault::whole(Problem::Encoding, format!("byte 0x{bad:02X}, which is not UTF-8"), expected).at_line(line)
    })?;
    let text = text.trim_start_matches('\u{feff}');
    match text.bytes().position(|byte| byte == 0) {
        None => Ok(text),
        Some(at) => {
            let line = 1 + text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() as u64;
            Err(Fault::whole(Problem::Encoding, "a zero byte: this is not a text file", expected).at_line(line))
        }
    }
}

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<RawTable, Fault> {
    let text = text_of(bytes)?;
    other_separator(text)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows: Vec<RawRow> = Vec::new();
    let mut lines = Lines { text, counted_to: 0, line: 1 };
    let mut ends_over_lines = None;
    let mut cells = 0;
    for record in reader.records() {
        let record = record.map_err(|error| Fault::whole(Problem::Unreadable, error, "a CSV file"))?;
        cells += record.len();
        if record.len() > limits.columns {
            return Err(Fault::too_many("columns", limits.columns));
        }
        if rows.len() > limits.rows {
            return Err(Fault::too_many("rows", limits.rows));
        }
        if cells > limits.cells {
            return Err(Fault::too_many("cells", limits.cells));
        }
        let line = lines.of(record.position().map_or(0, csv::Position::byte));
        let last = record.iter().next_back().unwrap_or_default();
        ends_over_lines = last.contains('\n').then(|| Fault::whole(Problem::OpenQuote, last, CLOSED).at_line(line));
        rows.push(RawRow { line, cells: record.iter().map(|cell| cell.trim().to_owned()).collect() });
    }
    // A quotation mark that is never closed swallows the rest of the file into one cell without a word; an odd number
    // of marks and a last cell over several lines give it away.
    let odd = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    if let Some(fault) = ends_over_lines.filter(|_| odd) {
        return Err(fault);
    }
    Ok(RawTable { rows, short_rows_end_empty: false, notes: Vec::new() })
}

/// A header without a comma but with another separator means that every row would be read as one cell.
fn other_separator(text: &str) -> Result<(), Fault> {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if header.contains(',') {
        return Ok(());
    }
    match header.chars().find(|c| [';', '\t', '|'].contains(c)) {
        None => Ok(()),
        Some(c) => {
            let name = match c {
                ';' => "semicolons",
                '\t' => "tabs",
                _ => "bars",
            };
            Err(Fault::whole(Problem::Separator, format!("columns parted by {name}"), "columns parted by commas")
                .at_line(1))
        }
    }
}
