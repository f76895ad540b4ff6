//! Why a log was not taken.

use muster_caseflow::log::LogError;

use crate::tabular::quoted;

/// A log that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "error: {file} was not taken\n\n  --> {file}:{line}, byte {offset}\n      found     {found}\n\nhint: {hint}"
)]
pub struct LogRefused {
    /// The file's name.
    pub file: String,
    /// The line up to which it was read, from 1; of an unpacked file.
    pub line: u64,
    /// The byte up to which it was read, from 0; of an unpacked file.
    pub offset: u64,
    /// What is wrong.
    pub found: String,
    /// What would mend it.
    pub hint: String,
}

impl LogRefused {
    pub(super) fn whole(file: &str, found: impl Into<String>, hint: &str) -> Self {
        LogRefused { file: file.to_owned(), line: 1, offset: 0, found: found.into(), hint: hint.to_owned() }
    }
}

/// What is wrong, before it is known where.
#[derive(Debug)]
pub(super) struct Trouble {
    pub found: String,
    pub hint: String,
    /// The line, where the parser knows it better than the reader.
    pub line: Option<u64>,
}

impl Trouble {
    pub fn new(found: impl Into<String>, hint: impl Into<String>) -> Self {
        Trouble { found: found.into(), hint: hint.into(), line: None }
    }

    /// A value that is not what it should be.
    pub fn value(what: &str, value: &str, hint: &str) -> Self {
        Trouble::new(format!("{what} “{}”", quoted(value)), hint)
    }

    pub fn in_file(self, file: &str, line: u64, offset: u64) -> LogRefused {
        LogRefused { file: file.to_owned(), line: self.line.unwrap_or(line), offset, found: self.found, hint: self.hint }
    }
}

impl From<LogError> for Trouble {
    fn from(error: LogError) -> Self {
        Trouble::new(error.to_string(), "nothing of the log was taken; mend it and give it again")
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
        if let Some(long) = error.get_ref().and_then(|inner| inner.downcast_ref::<super::input::TooLong>()) {
            return Trouble::new(long.to_string(), "leave what is so long out of the log");
        }
        match error.kind() {
            UnexpectedEof => Trouble::new("a packed file that was cut short", "fetch the file again, whole"),
            InvalidData | InvalidInput => {
                Trouble::new(format!("a packed file that is damaged ({error})"), "fetch the file again")
            }
            _ => Trouble::new(format!("a file that cannot be read ({error})"), "see that the file can be read"),
        }
    }
}
