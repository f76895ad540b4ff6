//! Files of systems of record, each read by the profile of its source: a column mapping, code translations, a form of
//! dates, places in a line. After the profile a file is the same typed table that Muster's own files are, and what
//! follows is the same import.
//!
//! [`plan`] compares a file with a World without taking it; [`LoadPlan::command`] takes it whole. [`detect`] looks at a
//! sample and suggests a mapping; [`SourceFile`] is a source with its profile as a TOML file; [`corrections`] writes what
//! is asked of a source's owner in the source's own columns. Never here: a decision about who a row is.

mod corrections;
mod detect;
mod fields;
mod file;
mod identity;
mod people;
mod plan;
mod positions;
mod read;

pub use corrections::{Correction, Corrections, corrections, write_rows};
pub use detect::{Detected, DetectedColumn, detect};
pub use fields::guide;
pub use file::{BUILT_IN, SourceFile, SourceFileError};
pub use plan::{LoadOptions, LoadPlan, Proposal, Said, plan};
