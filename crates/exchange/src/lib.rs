//! Reading and writing the world's formats.
//!
//! [`tabular`] reads any CSV or XLSX file against a declaration of its columns; [`published`] reads public sets in the
//! form they are published in; [`reference`] holds the small tables of public facts built into the program.
//!
//! Never here: a decision. A reader says what a file holds and what was odd about it; what follows from that is a
//! command, and the desk decides it.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a failing test should stop at once"))]

mod iso3;
pub mod published;
pub mod reference;
pub mod tabular;

pub use iso3::{Iso3, NotACountryCode};
