//! One cell of an exported table, typed.

use std::fmt;

use muster_domain::{Date, Text};

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Cell {
    /// Nothing, or nothing that the asker may see.
    #[default]
    Empty,
    /// Text.
    Text(Text),
    /// A whole number.
    Integer(i64),
    /// A number in thousandths: 31,956 is 31.956.
    Thousandths(i64),
    /// A civil date.
    Date(Date),
    /// Yes or no.
    Flag(bool),
}

impl Cell {
    /// Text; empty text is an empty cell.
    pub fn text(text: impl AsRef<str>) -> Self {
        match text.as_ref() {
            "" => Self::Empty,
            text => Self::Text(Text::from(text)),
        }
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }
}

impl fmt::Display for Cell {
    /// As a CSV file holds it, before it is guarded against being read as a formula.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => text.fmt(f),
            Self::Integer(number) => number.fmt(f),
            Self::Thousandths(number) => {
                let (sign, size) = (if *number < 0 { "-" } else { "" }, number.unsigned_abs());
                write!(f, "{sign}{}.{:03}", size / 1000, size % 1000)
            }
            Self::Date(date) => date.fmt(f),
            Self::Flag(flag) => f.write_str(if *flag { "yes" } else { "no" }),
        }
    }
}

impl From<&Text> for Cell {
    fn from(text: &Text) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.clone()) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<Date> for Cell {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
