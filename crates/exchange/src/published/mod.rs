//! Readers of public sets in the form they are published in.
//!
//! A set that has lost its form (a column, its encoding) is refused; an oddity of its content (a cost printed as a
//! lone `$`, a country nobody spells that way) is kept as it stands and named. Never here: a repair of a figure.

mod allowances;
mod country_names;
mod notifications;
mod program_totals;
mod sales_book;
mod sales_history;
mod training;
mod training_reader;
mod words;

use serde::Serialize;

pub use allowances::{Allowance, parse_allowances, read_allowances};
pub use country_names::{CountryNames, Spelling, UnknownCountry, parse_country_names, read_country_names};
pub use notifications::{NotificationLine, parse_notifications};
pub use program_totals::{PrintedTotal, ProgramCheck, Reconciliation, read_program_totals, reconcile};
pub use sales_book::{Fund, SalesLine, parse_sales_book, read_sales_book};
pub use sales_history::{SalesHistoryRead, SoldYear, parse_sales_history};
pub use training::{Activity, ActivityRow, TrainingReport};
pub use training_reader::{parse_training, read_training};
pub use words::{Word, Words};

/// What a set holds, and what in it was odd.
#[derive(Debug, Clone)]
pub struct Published<T> {
    /// The content.
    pub content: T,
    /// Oddities in the order of the file; each is kept in the content as it stands.
    pub odd: Vec<Odd>,
}

/// One thing in a published set that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Odd {
    /// Line of the file, from 1.
    pub line: u64,
    /// Column.
    pub column: &'static str,
    /// What stands there.
    pub found: String,
    /// What is odd about it.
    pub note: String,
    /// The valid value most like it.
    pub nearest: Option<String>,
}
