//! Who manages a case, and what is said about it.

use serde::{Deserialize, Serialize};

use super::{CaseNote, case_subject, known_case, said};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, OfficeId, PersonId, Position, Text};
use crate::world::World;

/// Gives cases to somebody who manages them from now on, or to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignCases {
    /// Which cases.
    pub cases: Vec<CaseId>,
    /// Who manages them; none takes them away.
    pub manager: Option<PersonId>,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for AssignCases {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        said(&self.reason, "reason")?;
        if self.cases.is_empty() {
            return Err(refuse("no-cases", "No case is named.", "Name at least one."));
        }
        for id in &self.cases {
            let case = known_case(world, *id)?;
            if case.phase(context.today).is_over() {
                return Err(refuse(
                    "case-over",
                    format!("{} is over: nobody manages it.", case.number),
                    "Leave it out of the list.",
                ));
            }
            let Some(person) = self.manager else { continue };
            if world.people.get(person).is_none() {
                return Err(refuse("no-person", format!("There is no person {person}."), "Check the id."));
            }
            if world.home_of(person, context.today) != Some(case.office) {
                return Err(refuse(
                    "other-office",
                    format!("{person} does not serve today at the office that works {}.", case.number),
                    "Choose somebody of that office.",
                ));
            }
        }
        Ok(vec![
            CasesAssigned {
                cases: self.cases.clone(),
                manager: self.manager,
                reason: self.reason.clone(),
                on: context.today,
                by: context.actor,
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        let known = self.cases.iter().filter_map(|id| world.cases.row(*id));
        let mut offices: Vec<OfficeId> = known.clone().map(|row| row.fact.office).collect();
        offices.sort_unstable();
        offices.dedup();
        let changed = if self.cases.len() == 1 { known.map(|row| row.changed).next() } else { None };
        Subject { offices, changed, ..Subject::default() }
    }
}

/// Cases were given to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasesAssigned {
    /// Which cases.
    pub cases: Vec<CaseId>,
    /// Who manages them.
    pub manager: Option<PersonId>,
    /// Why.
    pub reason: Text,
    /// From which day.
    pub on: Date,
    /// Who gave them.
    pub by: Option<AccountId>,
}

impl Apply for CasesAssigned {
    fn apply(&self, world: &mut World, at: Position) {
        for id in &self.cases {
            if let Some(case) = world.cases.edit(*id, at) {
                case.manage(case.manager, self.manager);
                case.managed_since = self.manager.map(|_| self.on);
            }
        }
    }
}

/// Says something about a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteCase {
    /// Which case.
    pub case: CaseId,
    /// The words; name no person.
    pub note: Text,
}

impl Decide for NoteCase {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        known_case(world, self.case)?;
        said(&self.note, "note")?;
        let note = CaseNote { on: context.today, by: context.actor, words: self.note.clone() };
        Ok(vec![CaseNoted { case: self.case, note }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// Something was said about a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseNoted {
    /// Which case.
    pub case: CaseId,
    /// The note.
    pub note: CaseNote,
}

impl Apply for CaseNoted {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.notes.push(self.note.clone());
        }
    }
}
