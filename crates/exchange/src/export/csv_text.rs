//! CSV: a header and rows, UTF-8, lines ended by a line feed.

use std::io::{self, Write};

use super::guard::guarded;
use super::{Cell, Table};

impl Table {
    /// Writes the table as CSV, row by row. Text that a spreadsheet would run is guarded by an apostrophe.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write_csv(&self, out: impl Write) -> io::Result<()> {
        let mut csv = csv::Writer::from_writer(out);
        csv.write_record(self.columns().iter().map(|column| column.name))?;
        for row in self.rows() {
            for cell in row {
                match cell {
                    Cell::Text(text) => csv.write_field(guarded(text))?,
                    other => csv.write_field(other.to_string())?,
                }
            }
            csv.write_record(None::<&[u8]>)?;
        }
        csv.flush()
    }

    /// The table as CSV in memory.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write_csv(&mut out).expect("memory takes every byte");
        out
    }
}
