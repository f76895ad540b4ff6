//! A case begins with a letter of request, and its assessment.

use serde::{Deserialize, Serialize};

use super::{
    Assessed, Case, CaseKind, CaseLine, CaseNotification, CaseNumber, CasePortal, Execution, GoalCategory,
    LorAssessment, case_subject, known_case, not_ahead, offer, purchaser_country, said,
};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, CountryId, Date, OfficeId, Position, Text};
use crate::world::World;

/// Opens a case on a letter of request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenCase {
    /// Its identifier.
    pub number: CaseNumber,
    /// The office of the implementing agency that works it.
    pub office: OfficeId,
    /// What kind of case it is.
    pub kind: CaseKind,
    /// The group that its time goal goes by.
    pub category: GoalCategory,
    /// What is asked for, in short.
    pub title: Text,
    /// The day the letter of request was received.
    pub lor: Date,
    /// What is asked for, line by line, as far as it is known.
    pub lines: Vec<CaseLine>,
}

impl Decide for OpenCase {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        if let Some(known) = world.keys.case.get(&self.number) {
            return Err(refuse(
                "case-known",
                format!("{} is already case {known}.", self.number),
                "Give another designator, or work on that case.",
            ));
        }
        let Some(country) = purchaser_country(world, self.number.purchaser()) else {
            return Err(refuse(
                "purchaser-code",
                format!("No country has the purchaser code `{}`.", self.number.purchaser()),
                "Give a code of the list of countries; purchaser codes are not ISO codes.",
            ));
        };
        if world.offices.get(self.office).is_none() {
            return Err(refuse("no-office", format!("There is no office {}.", self.office), "Check the id."));
        }
        not_ahead(self.lor, context.today, "The letter of request")?;
        said(&self.title, "title")?;
        offer::check_lines(&self.lines)?;
        Ok(vec![
            CaseOpened {
                case: world.cases.next_id(),
                number: self.number,
                country,
                office: self.office,
                kind: self.kind,
                category: self.category,
                title: self.title.clone(),
                lor: self.lor,
                lines: self.lines.clone(),
            }
            .into(),
        ])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject { offices: vec![self.office], ..Subject::default() }
    }
}

/// A case was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseOpened {
    /// Its id.
    pub case: CaseId,
    /// Its identifier.
    pub number: CaseNumber,
    /// The purchaser's country.
    pub country: CountryId,
    /// The office that works it.
    pub office: OfficeId,
    /// What kind of case it is.
    pub kind: CaseKind,
    /// The group of its time goal.
    pub category: GoalCategory,
    /// What is asked for.
    pub title: Text,
    /// The day the letter of request was received.
    pub lor: Date,
    /// Its lines.
    pub lines: Vec<CaseLine>,
}

impl Apply for CaseOpened {
    fn apply(&self, world: &mut World, at: Position) {
        let Self { number, country, office, kind, category, title, lor, lines, .. } = self.clone();
        world.keys.case.insert(number, self.case);
        let case = Case {
            number,
            country,
            office,
            kind,
            category,
            title,
            lor,
            assessed: Vec::new(),
            milestones: Vec::new(),
            holds: Vec::new(),
            delays: Vec::new(),
            lines,
            notification: CaseNotification::default(),
            expires: None,
            documents: Vec::new(),
            manager: None,
            managed_since: None,
            managed_before: Vec::new(),
            notes: Vec::new(),
            letters: Vec::new(),
            portal: CasePortal::default(),
            execution: Execution::default(),
            execution_sources: Vec::new(),
            source: None,
        };
        world.cases.push(case, at);
    }
}

/// Assesses the letter of request of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessLor {
    /// Which case.
    pub case: CaseId,
    /// What was found.
    pub found: LorAssessment,
    /// The day.
    pub on: Date,
    /// What is missing, where something is; names no person.
    pub missing: Text,
}

impl Decide for AssessLor {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        not_ahead(self.on, context.today, "The assessment")?;
        let last = case.assessed.last().map_or(case.lor, |last| last.on);
        if self.on < last {
            return Err(refuse(
                "day-order",
                format!("The assessment of {} would stand before {last}.", self.on),
                format!("Give a day from {last} on."),
            ));
        }
        if case.stands_at(context.today).is_some_and(|at| at >= super::Milestone::DevelopmentStatus) {
            return Err(refuse(
                "lor-accepted",
                format!("{} is in development: its letter of request was found fit.", case.number),
                "Take the case back with DREACT if the request changed.",
            ));
        }
        if self.found == LorAssessment::Insufficient {
            said(&self.missing, "list of what is missing")?;
        }
        let assessed = Assessed { on: self.on, found: self.found, missing: self.missing.clone() };
        Ok(vec![LorAssessed { case: self.case, assessed, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A letter of request was assessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LorAssessed {
    /// Which case.
    pub case: CaseId,
    /// What was found.
    pub assessed: Assessed,
    /// Who found it.
    pub by: Option<AccountId>,
}

impl Apply for LorAssessed {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.assessed.push(self.assessed.clone());
        }
    }
}
