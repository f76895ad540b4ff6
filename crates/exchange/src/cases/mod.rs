//! What happened to cases, as files hold it: one list of codes, read from and written to tables, XES and OCEL 2.0.
//!
//! Never here: which cases somebody may see; the caller hands them in.

mod happening;
mod log;
mod ocel;

pub use happening::{Details, Happened, Happening};
pub use log::case_log;
pub use ocel::write_case_ocel;
