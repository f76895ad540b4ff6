//! What is wrong with a file: where, what, and how to mend it.

use thiserror::Error;

/// A fault in a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}{}: {what}\n  mend: {mend}", at(*.line))]
pub struct FormatError {
    /// The file as the caller named it.
    pub file: String,
    /// The line, from 1, if the fault is in one.
    pub line: Option<u64>,
    /// What is wrong.
    pub what: String,
    /// What would mend it.
    pub mend: String,
}

fn at(line: Option<u64>) -> String {
    line.map(|line| format!(":{line}")).unwrap_or_default()
}

impl FormatError {
    /// A fault in a line.
    pub fn in_line(file: &str, line: u64, what: impl Into<String>, mend: impl Into<String>) -> FormatError {
        FormatError { file: file.into(), line: Some(line), what: what.into(), mend: mend.into() }
    }

    /// A fault of the file as a whole.
    pub fn whole(file: &str, what: impl Into<String>, mend: impl Into<String>) -> FormatError {
        FormatError { file: file.into(), line: None, what: what.into(), mend: mend.into() }
    }

    pub(super) fn unreadable(file: &str, error: &std::io::Error) -> FormatError {
        FormatError::whole(file, format!("cannot be read: {error}"), "check the name and the permissions")
    }
}
