//! The files that `assign` reads: DIMACS assignment and minimum-cost flow, OR-Library matrices, and a JSON form for
//! everything else. `FORMAT.md` describes them; only enabled with the feature `cli`.
//!
//! Reading is told apart from solving: what comes out is an [`Input`], whose numbers refer to the file's own names.

mod arcs;
mod dimacs;
mod error;
mod flow;
pub mod json;
mod matrix;
mod text;

use std::io::{BufRead, BufReader};
use std::path::Path;

pub use arcs::Arcs;
pub use error::FormatError;

/// What a file asks for.
#[derive(Debug)]
pub enum Input {
    /// Everybody placed and everything filled, at the least cost.
    Matching(Matching),
    /// The JSON form.
    Json(Box<json::Instance>),
}

/// A minimum-cost perfect matching.
#[derive(Debug)]
pub struct Matching {
    /// The file's number of each person, from 1. A supply above one stands here that many times.
    pub people: Vec<u32>,
    /// The file's number of each position.
    pub positions: Vec<u32>,
    /// Whom each person may take.
    pub arcs: Arcs,
}

/// Reads a file, telling the format by its first character: `{` is JSON, a digit a matrix, else DIMACS.
///
/// # Errors
/// Where the file is at fault, in which line, and what would mend it.
pub fn read(path: &Path) -> Result<Input, FormatError> {
    let name = path.display().to_string();
    let failed = |error: std::io::Error| FormatError::unreadable(&name, &error);
    let file = std::fs::File::open(path).map_err(failed)?;
    // What a file of this length can name at most; a pipe's length is not known.
    let metadata = file.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(FormatError::whole(&name, "is a folder", "name a file"));
    }
    let length = if metadata.is_file() { metadata.len() } else { u64::MAX };
    read_from(BufReader::with_capacity(1 << 16, file), &name, length)
}

/// As [`read`], from an open stream; `name` stands in messages, and `length`, if known, is checked against what the
/// text claims about itself.
///
/// # Errors
/// As [`read`].
pub fn read_from(mut stream: impl BufRead, name: &str, length: u64) -> Result<Input, FormatError> {
    let start = stream.fill_buf().map_err(|error| FormatError::unreadable(name, &error))?;
    match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{' | b'[') => json::read(stream, name).map(|instance| Input::Json(Box::new(instance))),
        Some(b'0'..=b'9' | b'-' | b'+') => matrix::read(text::Text::new(stream, name, length)).map(Input::Matching),
        Some(_) => dimacs::read(text::Text::new(stream, name, length)).map(Input::Matching),
        None => Err(FormatError::whole(name, "is empty", "see FORMAT.md for what it may hold")),
    }
}
