//! What another system's names of activities stand for.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cases::Happened;
use crate::tabular::{Column, Columns, Fault, Faults, FileRefused, Kind, Limits, Problem, load, read_on};

/// Names of activities, each with what it stands for; `None`: it is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Activities(BTreeMap<String, Option<Happened>>);

impl Activities {
    /// Reads a map: the columns `activity` (the other system's name) and `code` (what it stands for; empty to leave it
    /// out).
    ///
    /// # Errors
    /// [`FileRefused`] names every line that is wrong.
    pub fn read_file(path: &Path, limits: &Limits) -> Result<Self, FileRefused> {
        let (name, bytes) = load(path, limits)?;
        Self::read(&name, &bytes, limits)
    }

    /// As [`Activities::read_file`], from memory.
    ///
    /// # Errors
    /// [`FileRefused`] names every line that is wrong.
    pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Self, FileRefused> {
        let text = || Kind::Text { longest: 200 };
        let columns = Columns::new(vec![Column::filled("activity", text()), Column::present("code", text())]);
        let (table, mut faults): (_, Faults) = read_on(name, bytes, &columns, limits, crate::export::unguarded)?;
        let mut known = BTreeMap::new();
        for row in table.rows() {
            let Some(activity) = row.text("activity") else { continue };
            let code = row.text("code");
            let what = code.and_then(Happened::of_code);
            let at = |problem, found: &str, column, expected: String| {
                Fault::whole(problem, found, expected).at_line(row.line()).in_column(column)
            };
            if let (Some(code), None) = (code, what) {
                faults.push(at(Problem::UnknownKey, code, "code", expected_codes()));
            }
            if known.insert(activity.to_owned(), what).is_some() {
                faults.push(at(Problem::DuplicateRow, activity, "activity", "each activity once".to_owned()));
            }
        }
        faults.outcome()?;
        Ok(Self(known))
    }

    /// What an activity stands for: by the map, else by its own code. `Err` where neither knows it, `Ok(None)` where it is
    /// left out.
    pub(super) fn find(&self, activity: &str) -> Result<Option<Happened>, ()> {
        match self.0.get(activity) {
            Some(known) => Ok(*known),
            None => Happened::of_code(activity).map(Some).ok_or(()),
        }
    }
}

/// The codes, for a refusal.
pub(super) fn expected_codes() -> String {
    let codes: Vec<&str> = Happened::all().map(|(_, code, _)| code).collect();
    format!("one of {}; or a map that says what it stands for", codes.join(", "))
}
