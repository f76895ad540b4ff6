//! A table ready to be written: typed columns with their meaning, rows, and what it is about.

use muster_domain::{Date, Position, World};
use serde::Serialize;

use crate::record::{Cell, Field, Holds, LABELS};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number with three decimals.
    Thousandths,
    /// A civil date.
    Date,
    /// Yes or no.
    Flag,
}

/// A column: one line of the data dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name: lower-case letters, digits and underscores.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
    /// Unit of its numbers; empty where there is none.
    pub unit: &'static str,
    /// What it means, with the notation of a list.
    pub meaning: String,
}

impl Column {
    /// A column without a unit.
    pub fn new(name: &'static str, kind: ColumnKind, meaning: impl Into<String>) -> Self {
        Self { name, kind, unit: "", meaning: meaning.into() }
    }

    fn of(field: &Field) -> Self {
        let kind = match field.holds {
            Holds::Text(_) | Holds::Words(_) | Holds::List(_) => ColumnKind::Text,
            Holds::Date => ColumnKind::Date,
            Holds::Flag => ColumnKind::Flag,
            Holds::Integer(..) => ColumnKind::Integer,
            Holds::Thousandths => ColumnKind::Thousandths,
        };
        let meaning = match field.holds {
            Holds::List(form) => format!("{} Written as {form}.", field.meaning),
            _ => field.meaning.to_owned(),
        };
        Self { name: field.name, kind, unit: field.unit, meaning }
    }
}

/// What a table is about: on its *About* sheet, in the file's own columns, in the database's table of tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct About {
    /// Its noun.
    pub title: String,
    /// How it must be handled.
    pub marking: String,
    /// The label of made-up rows; `None` where they are real.
    pub data_label: Option<String>,
    /// The day it speaks of.
    pub day: Date,
    /// The journal position it was made at.
    pub position: Position,
}

impl About {
    /// What a table of this World is about.
    pub fn of(title: &str, world: &World, day: Date, marking: &str) -> Self {
        let label = "SYNTHETIC: made up for demonstration, nobody in it exists";
        Self {
            title: title.to_owned(),
            marking: marking.to_owned(),
            data_label: world.is_synthetic().then(|| label.to_owned()),
            day,
            position: world.position,
        }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    about: About,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table of another room's making, such as the picture: the marking and the label become its last columns.
    /// A row shorter than the columns ends in empty cells, a longer one is cut.
    pub fn new(about: About, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        let width = columns.len();
        let mut table = Self { about: about.clone(), columns, rows };
        table.rows.iter_mut().for_each(|row| row.resize(width, Cell::Empty));
        table.label(about);
        table
    }

    pub(super) fn of<'f>(fields: impl IntoIterator<Item = &'f Field>, rows: Vec<Vec<Cell>>) -> Self {
        let columns: Vec<Column> = fields.into_iter().map(Column::of).collect();
        debug_assert!(rows.iter().all(|row| row.len() == columns.len()), "every row has a cell a column");
        let about = About {
            title: String::new(),
            marking: String::new(),
            data_label: None,
            day: Date::ZERO,
            position: Position(0),
        };
        Self { about, columns, rows }
    }

    /// Puts the marking and the label on every row.
    pub(super) fn label(&mut self, about: About) {
        self.columns.extend(LABELS.iter().map(Column::of));
        let (marking, label) =
            (Cell::text(&about.marking), Cell::text(about.data_label.as_deref().unwrap_or_default()));
        for row in &mut self.rows {
            row.extend([marking.clone(), label.clone()]);
        }
        self.about = about;
    }

    /// What it is about.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Its columns: the data dictionary.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Its rows; each has a cell a column.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// The data dictionary of several tables as a table.
    pub fn dictionary<'t>(tables: impl IntoIterator<Item = &'t Self>, about: About) -> Self {
        let columns = vec![
            Column::new("table_name", ColumnKind::Text, "The table."),
            Column::new("column_name", ColumnKind::Text, "The column."),
            Column::new("kind", ColumnKind::Text, "What it holds."),
            Column::new("unit", ColumnKind::Text, "Unit of its numbers."),
            Column::new("meaning", ColumnKind::Text, "What it means."),
        ];
        let rows = tables.into_iter().flat_map(|table| {
            table.columns.iter().map(|column| {
                vec![
                    Cell::text(&table.about.title),
                    Cell::text(column.name),
                    Cell::text(column.kind.name()),
                    Cell::text(column.unit),
                    Cell::text(&column.meaning),
                ]
            })
        });
        let rows = rows.collect();
        Self::new(About { title: "data_dictionary".to_owned(), ..about }, columns, rows)
    }
}

impl ColumnKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "whole number",
            Self::Thousandths => "number",
            Self::Date => "date",
            Self::Flag => "yes or no",
        }
    }
}
