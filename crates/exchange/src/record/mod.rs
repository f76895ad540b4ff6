//! One row of each noun as files hold it: its columns, declared once, and how facts are written in them.
//!
//! The declaration is what an import reads against, what `muster import KIND --columns` prints, what an export writes
//! as its header and as its data dictionary. Never here: which rows somebody may see, or what follows from a row.

pub(crate) mod billets;
pub(crate) mod cases;
mod cell;
pub(crate) mod execution;
pub(crate) mod notation;
pub(crate) mod offices;
pub(crate) mod people;
pub(crate) mod rankings;
pub(crate) mod tours;
mod words;

use crate::tabular::{Column, Columns, Kind, Presence, Shape, Vocabulary};

pub use cell::Cell;
pub(crate) use words::Word;

/// What a column is for an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Every row must fill it.
    Filled,
    /// It may be empty or missing; missing, it leaves what is held as it is.
    Optional,
    /// Written by an export for people to read; an import passes over it.
    WrittenOnly,
}

/// What a column holds.
#[derive(Clone, Copy)]
pub(crate) enum Holds {
    /// Text of at most so many characters.
    Text(usize),
    /// A civil date.
    Date,
    /// `yes` or `no`.
    Flag,
    /// A whole number in a range.
    Integer(i64, i64),
    /// A number with three decimals.
    Thousandths,
    /// One of a list of words.
    Words(fn() -> Vocabulary),
    /// A list in a notation that the text describes.
    List(&'static str),
}

/// A column of an exchanged table.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    pub name: &'static str,
    pub aliases: &'static [&'static str],
    pub reading: Reading,
    pub holds: Holds,
    /// Unit of its numbers; empty where there is none.
    pub unit: &'static str,
    pub meaning: &'static str,
}

impl Field {
    pub(crate) const fn filled(name: &'static str, holds: Holds, meaning: &'static str) -> Self {
        Self { name, aliases: &[], reading: Reading::Filled, holds, unit: "", meaning }
    }

    pub(crate) const fn optional(name: &'static str, holds: Holds, meaning: &'static str) -> Self {
        Self { reading: Reading::Optional, ..Self::filled(name, holds, meaning) }
    }

    pub(crate) const fn written(name: &'static str, holds: Holds, meaning: &'static str) -> Self {
        Self { reading: Reading::WrittenOnly, ..Self::filled(name, holds, meaning) }
    }

    pub(crate) const fn or(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }

    pub(crate) const fn in_unit(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    fn column(&self) -> Column {
        let anything = Kind::Shaped(Shape { expected: "anything", fits: |_| true });
        let (presence, kind) = match self.reading {
            Reading::WrittenOnly => (Presence::Optional, anything),
            Reading::Filled => (Presence::Filled, self.kind()),
            Reading::Optional => (Presence::Optional, self.kind()),
        };
        Column { presence, ..Column::filled(self.name, kind) }.or(self.aliases)
    }

    fn kind(&self) -> Kind {
        match self.holds {
            Holds::Text(longest) => Kind::Text { longest },
            Holds::Date => Kind::Date,
            Holds::Flag => Kind::Flag,
            Holds::Integer(least, most) => Kind::Integer { least, most },
            Holds::Words(words) => Kind::Choice(words()),
            Holds::Thousandths => Kind::Text { longest: 4_000 },
            // A cell of a workbook holds 32,767 characters.
            Holds::List(_) => Kind::Text { longest: 30_000 },
        }
    }
}

/// The last columns of every exported table. An import reads the label, and takes made-up rows only where everything
/// is made up.
pub(crate) const LABELS: [Field; 2] = [
    Field::written("marking", Holds::Text(200), "How the row must be handled."),
    Field::written(LABEL, Holds::Text(200), "Says that the row is made up for demonstration; empty where it is real."),
];

/// The column that labels made-up rows.
pub(crate) const LABEL: &str = "data_label";

/// The declaration that a file of these fields is read against.
pub(crate) fn columns<'a>(fields: impl IntoIterator<Item = &'a Field>) -> Columns {
    Columns::new(fields.into_iter().chain(&LABELS).map(Field::column).collect())
}
