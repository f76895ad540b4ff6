//! The case that a file names.

use muster_domain::World;
use muster_domain::cases::{Case, CaseNumber};

use crate::tabular::Suggester;

/// What is wanted where no case that is held is named.
pub(super) const EXPECTED: &str = "a case that is held; import its row first (muster import cases)";

/// The identifiers of the cases held.
pub(super) struct CaseNumbers<'a> {
    world: &'a World,
    /// As they are written; made for the first one that is unknown.
    written: Option<Vec<String>>,
}

impl<'a> CaseNumbers<'a> {
    pub fn new(world: &'a World) -> Self {
        Self { world, written: None }
    }

    /// The case with the identifier written so; `Err`: the identifier held that is most like it, by a suggester that
    /// remembers cases under this column.
    pub fn find(
        &mut self,
        text: &str,
        suggester: &mut Suggester,
        column: usize,
    ) -> Result<(CaseNumber, &'a Case), Option<String>> {
        let held = &self.world.keys.case;
        let known = text.parse::<CaseNumber>().ok().and_then(|number| Some((number, *held.get(&number)?)));
        if let Some((number, id)) = known {
            return Ok((number, &self.world.cases[id]));
        }
        let written = self.written.get_or_insert_with(|| held.keys().map(ToString::to_string).collect());
        Err(suggester.nearest(column, text, written.iter().map(String::as_str)))
    }
}
