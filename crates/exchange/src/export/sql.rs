//! Tables as statements for a relational database. The caller holds the connection: it runs [`Table::ddl`], then
//! [`Table::insert`] once a row with the row's cells bound in order.

use std::fmt::Write;

use super::{Cell, ColumnKind, Table};

/// Which database the statements are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite: strict tables; dates as text `2026-10-01`, flags as 0 and 1.
    Sqlite,
    /// PostgreSQL: native types, and a comment on every column.
    Postgres,
}

impl Dialect {
    fn type_of(self, kind: ColumnKind) -> &'static str {
        match (self, kind) {
            (_, ColumnKind::Text) | (Self::Sqlite, ColumnKind::Date) => "TEXT",
            (Self::Sqlite, ColumnKind::Integer | ColumnKind::Flag) => "INTEGER",
            (Self::Sqlite, ColumnKind::Thousandths) => "REAL",
            (Self::Postgres, ColumnKind::Integer) => "BIGINT",
            (Self::Postgres, ColumnKind::Thousandths) => "NUMERIC(12,3)",
            (Self::Postgres, ColumnKind::Date) => "DATE",
            (Self::Postgres, ColumnKind::Flag) => "BOOLEAN",
        }
    }
}

impl Table {
    /// The name of its table in a database: the title in lower case, other characters as underscores.
    pub fn sql_name(&self) -> String {
        self.about()
            .title
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' })
            .collect()
    }

    /// The statements that make the table, each ended by `;` and a line end. A table of the name must not exist.
    pub fn ddl(&self, dialect: Dialect) -> String {
        let name = self.sql_name();
        let columns: Vec<_> = self
            .columns()
            .iter()
            .map(|column| format!("  \"{}\" {}", column.name, dialect.type_of(column.kind)))
            .collect();
        let strict = if dialect == Dialect::Sqlite { " STRICT" } else { "" };
        let mut ddl = format!("CREATE TABLE \"{name}\" (\n{}\n){strict};\n", columns.join(",\n"));
        if dialect == Dialect::Postgres {
            let about = self.about();
            let label = about.data_label.as_deref().map(|label| format!("; {label}")).unwrap_or_default();
            let said = format!("{} as of {}, journal position {}{label}", about.marking, about.day, about.position);
            comment(&mut ddl, "TABLE", &format!("\"{name}\""), &said);
            for column in self.columns() {
                let unit = if column.unit.is_empty() { String::new() } else { format!(" Unit: {}.", column.unit) };
                let on = format!("\"{name}\".\"{}\"", column.name);
                comment(&mut ddl, "COLUMN", &on, &format!("{}{unit}", column.meaning));
            }
        }
        ddl
    }

    /// The statement that takes one row, its cells bound in order. PostgreSQL casts what is bound as text, so a caller
    /// may bind every cell by [`Cell::bound`].
    pub fn insert(&self, dialect: Dialect) -> String {
        let columns: Vec<_> = self.columns().iter().map(|column| format!("\"{}\"", column.name)).collect();
        let places: Vec<_> = (1..)
            .zip(self.columns())
            .map(|(at, column)| match dialect {
                Dialect::Sqlite => format!("CAST(?{at} AS {})", dialect.type_of(column.kind)),
                Dialect::Postgres => format!("${at}::text::{}", dialect.type_of(column.kind)),
            })
            .collect();
        format!("INSERT INTO \"{}\" ({}) VALUES ({})", self.sql_name(), columns.join(", "), places.join(", "))
    }
}

impl Cell {
    /// The cell as the text that [`Table::insert`] binds; `None` is NULL.
    pub fn bound(&self) -> Option<String> {
        match self {
            Self::Empty => None,
            Self::Flag(flag) => Some(if *flag { "1" } else { "0" }.to_owned()),
            other => Some(other.to_string()),
        }
    }
}

fn comment(ddl: &mut String, what: &str, on: &str, text: &str) {
    let text = text.replace('\'', "''");
    writeln!(ddl, "COMMENT ON {what} {on} IS '{text}';").expect("a string takes every byte");
}
