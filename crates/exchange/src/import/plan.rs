//! What a file would change.

use muster_domain::{Command, Context, Date, Decide, Position, Together, World};
use serde::Serialize;

use crate::record::Cell;
use crate::tabular::{Fault, Faults, FileRefused, Problem};

/// What a file would change in the World it was compared with.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The position of the World compared with. When it moved on, plan again before giving the commands.
    pub base: Position,
    /// The commands, in the order of the file. Give them as one: a file is taken whole or not at all.
    pub commands: Vec<Command>,
    /// What they would change, field by field, in the order of the file. Sealed values are named, not shown.
    pub differences: Vec<Difference>,
    /// Rows that say what is held already.
    pub unchanged: usize,
    /// Things worth knowing that change nothing.
    pub notes: Vec<Note>,
    /// The bytes to store under their hash before the commands are given: those of a published set.
    pub blob: Option<Vec<u8>>,
    /// Whether rows refer to others that are new in this file: once the commands are taken, plan the file again, and the
    /// second plan sets what refers to them.
    pub again: bool,
}

/// A field that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What it is about: `position 1234`.
    pub subject: String,
    /// The column; `new` for a row that is not held yet.
    pub field: String,
    /// What is held; `None` for nothing.
    pub before: Option<String>,
    /// What the file says; `None` for nothing.
    pub after: Option<String>,
}

/// Something in a file that changes nothing but should be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Line of the file; `None` where the whole file is meant.
    pub line: Option<u64>,
    /// The note.
    pub note: String,
}

impl Plan {
    /// The commands as one; `None` when there is nothing to change.
    pub fn command(&self) -> Option<Command> {
        match &self.commands[..] {
            [] => None,
            [only] => Some(only.clone()),
            many => Some(Together { commands: many.to_vec() }.into()),
        }
    }
}

/// Collects a plan row by row, asking the domain what each command would do.
pub(crate) struct Planner<'a> {
    world: &'a World,
    context: Context,
    pub faults: Faults,
    plan: Plan,
}

impl<'a> Planner<'a> {
    pub(crate) fn new(world: &'a World, as_of: Date, faults: Faults) -> Self {
        let plan = Plan {
            base: world.position,
            commands: Vec::new(),
            differences: Vec::new(),
            unchanged: 0,
            notes: Vec::new(),
            blob: None,
            again: false,
        };
        Self { world, context: Context { today: as_of, actor: None }, faults, plan }
    }

    pub(crate) fn unchanged(&mut self) {
        self.plan.unchanged += 1;
    }

    pub(crate) fn note(&mut self, line: impl Into<Option<u64>>, note: impl Into<String>) {
        self.plan.notes.push(Note { line: line.into(), note: note.into() });
    }

    pub(crate) fn again(&mut self) {
        self.plan.again = true;
    }

    pub(crate) fn keep(&mut self, blob: &[u8]) {
        self.plan.blob = Some(blob.to_vec());
    }

    /// Takes a command with what it changes. What the domain refuses is a fault of the row; what it would change nothing
    /// by is a note, because the row differs and yet is not taken.
    pub(crate) fn take(&mut self, line: Option<u64>, command: Command, differences: Vec<Difference>) {
        match command.decide(self.world, &self.context) {
            Err(refusal) => self.faults.push(Fault {
                line,
                column: None,
                problem: Problem::Rule,
                found: refusal.problem,
                expected: refusal.remedy,
                nearest: None,
            }),
            Ok(events) if events.is_empty() => {
                self.unchanged();
                if let Some(first) = differences.first() {
                    let fields: Vec<_> = differences.iter().map(|difference| difference.field.as_str()).collect();
                    let note = format!(
                        "{}: {} differ, but this source does not own the row",
                        first.subject,
                        fields.join(", ")
                    );
                    self.note(line, note);
                }
            }
            Ok(_) => {
                self.plan.commands.push(command);
                self.plan.differences.extend(differences);
            }
        }
    }

    /// The plan, or everything that is wrong.
    pub(crate) fn finish(self) -> Result<Plan, FileRefused> {
        self.faults.in_order().outcome()?;
        Ok(self.plan)
    }
}

/// A row that is not held yet.
pub(crate) fn new_row(subject: String, what: impl Into<String>) -> Vec<Difference> {
    vec![Difference { subject, field: "new".to_owned(), before: None, after: Some(what.into()) }]
}

/// The cells in which a row differs from what is held.
pub(crate) fn differences<'f>(
    subject: &str,
    names: impl IntoIterator<Item = &'f str>,
    before: Vec<Cell>,
    after: Vec<Cell>,
) -> Vec<Difference> {
    let shown = |cell: &Cell| (!cell.is_empty()).then(|| cell.to_string());
    let pairs = names.into_iter().zip(before.into_iter().zip(after));
    pairs
        .filter(|(_, (before, after))| before != after)
        .map(|(field, (before, after))| Difference {
            subject: subject.to_owned(),
            field: field.to_owned(),
            before: shown(&before),
            after: shown(&after),
        })
        .collect()
}
