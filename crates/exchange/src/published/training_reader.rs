//! Reading the training report, a gzip file of 33 MB unpacked, in one pass.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use csv::ByteRecord;
use flate2::read::MultiGzDecoder;
use jiff::civil::Date;

use super::training::{Activity, TrainingReport};
use super::words::{Collector, Word};
use super::{CountryNames, Odd, Published};
use crate::Iso3;
use crate::tabular::{Fault, Faults, FileRefused, Limits, Problem, cents};

/// The published columns, in the order that [`Cell`] counts them.
const COLUMNS: [&str; 16] = [
    "report",
    "fiscal_year",
    "page",
    "iso3",
    "cocom",
    "country",
    "program_code",
    "program",
    "course_title",
    "us_unit",
    "student_unit",
    "start_date",
    "end_date",
    "location",
    "quantity",
    "total_cost",
];

/// A column of the report.
#[derive(Clone, Copy)]
enum Cell {
    Report,
    FiscalYear,
    Page,
    Iso3,
    Country = 5,
    ProgramCode,
    Program,
    Course,
    UsUnit,
    StudentUnit,
    Start,
    End,
    Place,
    Students,
    Cost,
}

/// Reads the training report, plain or packed with gzip.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in: a column missing, a row of another length,
/// text that is not UTF-8, a year that is no year. An odd figure is kept and named in [`Published::odd`].
pub fn read_training(
    path: &Path,
    names: &CountryNames,
    limits: &Limits,
) -> Result<Published<TrainingReport>, FileRefused> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let faults = Faults::new(&name, limits.faults);
    let file = match File::open(path) {
        Ok(file) => BufReader::new(file),
        Err(error) => return Err(faults.refused_for(Problem::Unreadable, error, "a file that can be read")),
    };
    if name.to_ascii_lowercase().ends_with(".gz") {
        read(MultiGzDecoder::new(file), names, limits, faults)
    } else {
        read(file, names, limits, faults)
    }
}

/// As [`read_training`], from memory.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn parse_training(
    name: &str,
    bytes: &[u8],
    names: &CountryNames,
    limits: &Limits,
) -> Result<Published<TrainingReport>, FileRefused> {
    let faults = Faults::new(name, limits.faults);
    if bytes.starts_with(&[0x1F, 0x8B]) {
        read(MultiGzDecoder::new(bytes), names, limits, faults)
    } else {
        read(bytes, names, limits, faults)
    }
}

/// Fails once more than the limit was read, rather than ending early as if the file did.
struct Capped<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| io::Error::new(io::ErrorKind::FileTooLarge, "more bytes unpacked than are taken"))?;
        Ok(read)
    }
}

fn read(
    source: impl Read,
    names: &CountryNames,
    limits: &Limits,
    mut faults: Faults,
) -> Result<Published<TrainingReport>, FileRefused> {
    let mut source = BufReader::with_capacity(1 << 16, Capped { inner: source, left: limits.bytes });
    let behind = match source.fill_buf() {
        Ok(start) => u64::from(ends_lines_like_windows(start)),
        Err(error) => return Err(faults.refused_for(Problem::Unreadable, error, "a training report")),
    };
    let mut csv = csv::ReaderBuilder::new().flexible(true).buffer_capacity(1 << 16).from_reader(source);
    let places = match csv.byte_headers() {
        Ok(header) => places(header),
        Err(error) => return Err(faults.refused_for(Problem::Unreadable, error, "the header of a training report")),
    };
    let places = match places {
        Ok(places) => places,
        Err(missing) => return Err(faults.refused_with_all(missing)),
    };
    let mut reading =
        Reading { places, names, words: Collector::default(), countries: HashMap::new(), odd: Vec::new() };
    let mut activities = Vec::new();
    let mut record = ByteRecord::new();
    loop {
        match csv.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(faults.refused_for(Problem::Unreadable, error, "a CSV file")),
        }
        if activities.len() >= limits.rows {
            let most = format!("at most {} rows", limits.rows);
            return Err(faults.refused_for(Problem::TooLarge, "more rows than are taken", &most));
        }
        let line = record.position().map_or(0, csv::Position::line) + behind;
        match reading.activity(&record, line) {
            Ok(activity) => activities.push(activity),
            Err(fault) => faults.push(fault.at_line(line)),
        }
    }
    if activities.is_empty() {
        faults.push(Fault::whole(Problem::Empty, "no activity", "at least one row"));
    }
    faults.outcome()?;
    Ok(Published { content: TrainingReport::new(activities, reading.words.finish()), odd: reading.odd })
}

/// Whether the first line ends in a carriage return and a line feed. The CSV reader counts such a line only when it
/// reads the line feed, at the start of the next record, so that its line numbers are one behind.
fn ends_lines_like_windows(start: &[u8]) -> bool {
    start.iter().position(|byte| *byte == b'\n').is_some_and(|at| at > 0 && start[at - 1] == b'\r')
}

/// Where each published column stands, or a fault for each that is not there.
fn places(header: &ByteRecord) -> Result<[usize; 16], Vec<Fault>> {
    let mut places = [0; 16];
    let mut missing = Vec::new();
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        let found = header.iter().position(|name| {
            let name = name.strip_prefix(b"\xef\xbb\xbf").unwrap_or(name);
            name.trim_ascii().eq_ignore_ascii_case(column.as_bytes())
        });
        match found {
            Some(at) => *place = at,
            None => missing.push(
                Fault::whole(Problem::MissingColumn, "no such column", format!("a column {column}"))
                    .at_line(1)
                    .in_column(column),
            ),
        }
    }
    if missing.is_empty() { Ok(places) } else { Err(missing) }
}

struct Reading<'a> {
    places: [usize; 16],
    names: &'a CountryNames,
    words: Collector,
    /// Countries looked up by name, because the set gave no code.
    countries: HashMap<String, Option<Iso3>>,
    odd: Vec<Odd>,
}

impl Reading<'_> {
    fn activity(&mut self, record: &ByteRecord, line: u64) -> Result<Activity, Fault> {
        if record.len() != COLUMNS.len() {
            let found = format!("{} cells", record.len());
            return Err(Fault::whole(Problem::RaggedRow, found, format!("{} cells", COLUMNS.len())));
        }
        let start = self.date(record, Cell::Start, line)?;
        let end = self.date(record, Cell::End, line)?;
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            self.note(line, Cell::End, &end.to_string(), "before the first day", None);
        }
        Ok(Activity {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            fiscal_year: self.fiscal_year(record)?,
            page: self.text(record, Cell::Page)?.parse().ok(),
            iso3: self.country_code(record, line)?,
            report: self.word(record, Cell::Report)?,
            country: self.word(record, Cell::Country)?,
            program_code: self.word(record, Cell::ProgramCode)?,
            program: self.word(record, Cell::Program)?,
            course: self.word(record, Cell::Course)?,
            us_unit: self.word(record, Cell::UsUnit)?,
            student_unit: self.word(record, Cell::StudentUnit)?,
            place: self.word(record, Cell::Place)?,
            start,
            end,
            students: self.figure(record, Cell::Students, line, |text| text.parse().ok())?,
            cost_cents: self.figure(record, Cell::Cost, line, cents)?,
        })
    }

    fn text<'r>(&self, record: &'r ByteRecord, cell: Cell) -> Result<&'r str, Fault> {
        let bytes = record.get(self.places[cell as usize]).unwrap_or_default();
        std::str::from_utf8(bytes).map(str::trim).map_err(|_| {
            Fault::whole(Problem::Encoding, String::from_utf8_lossy(bytes), "text in UTF-8")
                .in_column(COLUMNS[cell as usize])
        })
    }

    fn word(&mut self, record: &ByteRecord, cell: Cell) -> Result<Word, Fault> {
        let text = self.text(record, cell)?;
        self.words.word(text).ok_or_else(|| Fault::whole(Problem::TooLarge, "more than 4 GB of text", "at most 4 GB"))
    }

    fn fiscal_year(&self, record: &ByteRecord) -> Result<i16, Fault> {
        let text = self.text(record, Cell::FiscalYear)?;
        text.parse().ok().filter(|year| (1950..=2100).contains(year)).ok_or_else(|| {
            Fault::whole(Problem::BadCell, text, "a fiscal year, such as 2019")
                .in_column(COLUMNS[Cell::FiscalYear as usize])
        })
    }

    /// An empty figure is one that the report does not give; any other text that is none is odd as well.
    fn figure<T>(
        &mut self,
        record: &ByteRecord,
        cell: Cell,
        line: u64,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        let text = self.text(record, cell)?;
        let figure = read(text);
        if figure.is_none() {
            let note = if text.is_empty() { "no figure" } else { "not a figure" };
            self.note(line, cell, text, note, None);
        }
        Ok(figure)
    }

    fn date(&mut self, record: &ByteRecord, cell: Cell, line: u64) -> Result<Option<Date>, Fault> {
        let text = self.text(record, cell)?;
        let date = text.parse().ok();
        if date.is_none() {
            let note = if text.is_empty() { "no date" } else { "not a date" };
            self.note(line, cell, text, note, None);
        }
        Ok(date)
    }

    fn country_code(&mut self, record: &ByteRecord, line: u64) -> Result<Option<Iso3>, Fault> {
        if let Ok(iso3) = self.text(record, Cell::Iso3)?.parse() {
            return Ok(Some(iso3));
        }
        let country = self.text(record, Cell::Country)?;
        if let Some(known) = self.countries.get(country) {
            return Ok(*known);
        }
        let found = self.names.find(country);
        let nearest = found.as_ref().err().and_then(|unknown| unknown.nearest.clone());
        self.note(line, Cell::Iso3, country, "a country without a code (named once, at its first line)", nearest);
        self.countries.insert(country.to_owned(), found.clone().ok());
        Ok(found.ok())
    }

    fn note(&mut self, line: u64, cell: Cell, found: &str, note: &str, nearest: Option<String>) {
        self.odd.push(Odd {
            line,
            column: COLUMNS[cell as usize],
            found: found.to_owned(),
            note: note.to_owned(),
            nearest,
        });
    }
}
