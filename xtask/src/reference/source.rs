//! Reading and writing the plain CSV that the derivation works on: rows by column name, nothing more.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Context;

/// One row of a source table, cells by column name.
pub struct Row(HashMap<String, String>);

impl Row {
    /// The trimmed cell of a column; a column that the source does not have is an error, an empty cell is not.
    pub fn get(&self, column: &str) -> anyhow::Result<&str> {
        self.0.get(column).map(|cell| cell.trim()).with_context(|| format!("the source has no column {column:?}"))
    }
}

/// All rows of a CSV file whose first line names the columns.
pub fn read(path: &Path) -> anyhow::Result<Vec<Row>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let columns = reader.headers()?.clone();
    reader
        .records()
        .map(|record| {
            let record = record.with_context(|| format!("reading {}", path.display()))?;
            Ok(Row(columns.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()))
        })
        .collect()
}

/// CSV text with a line feed after every row, quoted only where needed.
pub fn write(columns: &[&str], rows: &[Vec<String>]) -> anyhow::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row)?;
    }
    Ok(String::from_utf8(writer.into_inner().map_err(|error| error.into_error())?)?)
}
