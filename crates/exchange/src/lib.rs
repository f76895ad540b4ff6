//! Reading and writing the world's formats.
//!
//! [`tabular`] reads any CSV or XLSX file against a declaration of its columns; [`published`] reads public sets in the
//! form they are published in; [`reference`] holds the small tables of public facts built into the program. [`import`]
//! compares a file with a World and plans the commands that would make the World say the same; [`export`] makes tables
//! of a World and writes them as CSV, as workbooks or for a database. What an export writes, an import reads back.
//! [`sources`] reads the files of a defined source by its profile into the same rows, and writes correction lists in the
//! source's own columns. [`event_log`] reads and writes event logs as other tools do, [`cases`]
//! says what of a case stands in them. [`sales`] puts what was imported of published sales over the reference tables.
//!
//! Never here: a decision, or who asks. A reader says what a file holds and what was odd about it; what follows from
//! that is a command, and the desk decides it. A table holds what the scopes handed in may see.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a failing test should stop at once"))]

pub mod cases;
pub mod event_log;
pub mod export;
pub mod import;
mod iso3;
pub mod published;
mod record;
pub mod reference;
pub mod sales;
pub mod sources;
pub mod tabular;

pub use iso3::{Iso3, NotACountryCode};
