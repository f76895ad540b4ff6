//! Why a file was not taken: as text for a person, as a structure for a page.

use std::collections::{HashMap, HashSet};
use std::fmt;

use serde::Serialize;

use super::Limits;

/// Longest piece of a bad cell that a refusal repeats, in characters.
const LONGEST_QUOTE: usize = 80;

/// What kind of thing is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// The file cannot be opened, read or unpacked.
    Unreadable,
    /// There is no header, or no row under it.
    Empty,
    /// More bytes, rows or columns than are taken.
    TooLarge,
    /// Not text in UTF-8.
    Encoding,
    /// Not a workbook that can be read.
    NotAWorkbook,
    /// The columns are parted by something other than a comma.
    Separator,
    /// A quotation mark is opened and never closed.
    OpenQuote,
    /// A column that must be there is not.
    MissingColumn,
    /// A column that no one asked for.
    UnknownColumn,
    /// A column that is there twice.
    DuplicateColumn,
    /// A row with more or fewer cells than the header.
    RaggedRow,
    /// A cell that must be filled is empty.
    EmptyCell,
    /// A cell that does not hold what its column holds.
    BadCell,
    /// A cell that names something which is not known.
    UnknownKey,
    /// A row about something that an earlier row was about.
    DuplicateRow,
    /// A row that a rule of the service refuses.
    Rule,
}

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Line of the file, or row of the sheet, from 1; `None` where the whole file is meant.
    pub line: Option<u64>,
    /// Column by the declared name, or by the header where no column is declared.
    pub column: Option<String>,
    /// What kind of thing is wrong.
    pub problem: Problem,
    /// What was found, cut to a readable length.
    pub found: String,
    /// What would have been taken.
    pub expected: String,
    /// The valid value most like what was found.
    pub nearest: Option<String>,
}

impl Fault {
    pub(crate) fn whole(problem: Problem, found: impl fmt::Display, expected: impl Into<String>) -> Self {
        Self {
            line: None,
            column: None,
            problem,
            found: quoted(&found.to_string()),
            expected: expected.into(),
            nearest: None,
        }
    }

    pub(crate) fn too_large(limits: &Limits) -> Self {
        let most = limits.bytes >> 20;
        Self::whole(Problem::TooLarge, format!("more than {most} MB"), format!("at most {most} MB, unpacked"))
    }

    pub(crate) fn too_many(what: &str, most: usize) -> Self {
        Self::whole(Problem::TooLarge, format!("more than {most} {what}"), format!("at most {most} {what}"))
    }

    pub(crate) fn at_line(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    pub(crate) fn in_column(self, column: &str) -> Self {
        Self { column: Some(quoted(column)), ..self }
    }

    pub(crate) fn with_nearest(self, nearest: Option<String>) -> Self {
        Self { nearest, ..self }
    }
}

/// A file that was not taken, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
pub struct FileRefused {
    /// The file's name.
    pub file: String,
    /// What is wrong, in the order of the file.
    pub faults: Vec<Fault>,
    /// Faults beyond those listed; 0 unless the file has more than [`Limits::faults`].
    pub further: usize,
}

impl fmt::Display for FileRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.faults.len() + self.further;
        let things = if all == 1 { "one thing is wrong" } else { "things are wrong" };
        if all == 1 {
            writeln!(f, "error: {} was not taken: {things}", self.file)?;
        } else {
            writeln!(f, "error: {} was not taken: {all} {things}", self.file)?;
        }
        for fault in &self.faults {
            write!(f, "\n  --> {}", self.file)?;
            if let Some(line) = fault.line {
                write!(f, ":{line}")?;
            }
            if let Some(column) = &fault.column {
                write!(f, ", column {column}")?;
            }
            write!(f, "\n      found     {}\n      expected  {}", fault.found, fault.expected)?;
            if let Some(nearest) = &fault.nearest {
                write!(f, "\n      nearest   {nearest}")?;
            }
            writeln!(f)?;
        }
        if self.further > 0 {
            writeln!(f, "\n  and {} more like these", self.further)?;
        }
        write!(f, "\nhint: nothing of the file was taken; mend it and give it again")
    }
}

/// Collects faults up to the limit and counts the rest.
pub(crate) struct Faults {
    refused: FileRefused,
    most: usize,
    /// What the columns are called in the file, by the name they are declared with.
    theirs: HashMap<String, String>,
    /// Cells that a fault was already named of: what is wrong with them further on follows from it.
    named: HashSet<(u64, String)>,
}

impl Faults {
    pub(crate) fn new(file: &str, most: usize) -> Self {
        let refused = FileRefused { file: file.to_owned(), faults: Vec::new(), further: 0 };
        Self { refused, most: most.max(1), theirs: HashMap::new(), named: HashSet::new() }
    }

    /// Names columns in refusals as the file does.
    pub(crate) fn in_their_words(mut self, theirs: HashMap<String, String>) -> Self {
        self.theirs = theirs;
        self
    }

    /// A fault of a cell, by the declared name of its column; no further fault of the cell is named.
    pub(crate) fn push_only(&mut self, column: &str, fault: Fault) {
        let line = fault.line.unwrap_or_default();
        self.push(fault.in_column(column));
        self.named.insert((line, column.to_owned()));
    }

    pub(crate) fn push(&mut self, mut fault: Fault) {
        if let Some(column) = &mut fault.column {
            if fault.line.is_some_and(|line| self.named.contains(&(line, column.clone()))) {
                return;
            }
            if let Some(theirs) = self.theirs.get(column.as_str()) {
                column.clone_from(theirs);
            }
        }
        if self.refused.faults.len() < self.most {
            self.refused.faults.push(fault);
        } else {
            self.refused.further += 1;
        }
    }

    pub(crate) fn file(&self) -> &str {
        &self.refused.file
    }

    /// The faults in the order of the file, where several passes found them.
    pub(crate) fn in_order(mut self) -> Self {
        self.refused.faults.sort_by_key(|fault| fault.line);
        self
    }

    /// `Ok` when nothing was wrong.
    pub(crate) fn outcome(self) -> Result<(), FileRefused> {
        if self.refused.faults.is_empty() { Ok(()) } else { Err(self.refused) }
    }

    pub(crate) fn refused_with(mut self, fault: Fault) -> FileRefused {
        self.push(fault);
        self.refused
    }

    pub(crate) fn refused_with_all(mut self, faults: Vec<Fault>) -> FileRefused {
        faults.into_iter().for_each(|fault| self.push(fault));
        self.refused
    }

    pub(crate) fn refused_for(self, problem: Problem, found: impl fmt::Display, expected: &str) -> FileRefused {
        self.refused_with(Fault::whole(problem, found, expected))
    }
}

/// A piece of the file as a refusal shows it: one line, cut short.
pub(crate) fn quoted(text: &str) -> String {
    let mut shown: String =
        text.chars().take(LONGEST_QUOTE).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(LONGEST_QUOTE).is_some() {
        shown.push('…');
    }
    shown
}
