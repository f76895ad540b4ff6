//! Cases as a system of record reports them: taken whole, as they are. What departs from the rules is not refused; it
//! shows as a deviation of the case.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{
    Assessed, Case, CaseDocument, CaseKind, CaseLine, CaseNotification, CaseNumber, CasePortal, Delay, DelayReason,
    DocumentKind, Execution, GoalCategory, Hold, HoldDecision, LorAssessment, Milestone, Reached, execution, not_ahead,
    offer, purchaser_country, said,
};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{CaseId, CountryId, Date, OfficeId, PersonId, Position, Text};
use crate::world::World;

/// A hold as a system of record reports it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldRecord {
    /// The organisation that asked for it.
    pub requester: Text,
    /// Why.
    pub justification: Text,
    /// Its first day.
    pub from: Date,
    /// The day by which it is to end.
    pub until: Option<Date>,
    /// The day it was lifted.
    pub lifted: Option<Date>,
}

/// Everything a system of record says of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseRecord {
    /// Its identifier.
    pub number: CaseNumber,
    /// The office that works it.
    pub office: OfficeId,
    /// What kind of case it is.
    pub kind: CaseKind,
    /// The group of its time goal.
    pub category: GoalCategory,
    /// What is bought, in short.
    pub title: Text,
    /// The day the letter of request was received.
    pub lor: Date,
    /// Assessments of the letter of request: the day, what was found, what was missing.
    #[serde(default)]
    pub assessed: Vec<(Date, LorAssessment, Text)>,
    /// Milestones with their days, in the order reported.
    pub milestones: Vec<(Milestone, Date)>,
    /// Approved holds.
    #[serde(default)]
    pub holds: Vec<HoldRecord>,
    /// Reasons for delay: which, since when, in words.
    #[serde(default)]
    pub delays: Vec<(DelayReason, Date, Text)>,
    /// Its lines.
    pub lines: Vec<CaseLine>,
    /// The notification of Congress.
    #[serde(default)]
    #[schema(inline)]
    pub notification: CaseNotification,
    /// The day its offer expires, where one was set.
    #[serde(default)]
    pub expires: Option<Date>,
    /// Documents after the basic offer: kind, number, day, change in value (US cents).
    #[serde(default)]
    pub documents: Vec<(DocumentKind, u16, Date, i64)>,
    /// Who manages it.
    #[serde(default)]
    pub manager: Option<PersonId>,
    /// What is said of its execution: schedule, bills, payments, deliveries, discrepancy reports, reviews,
    /// reconciliations.
    #[serde(default, skip_serializing_if = "Execution::is_empty")]
    pub execution: Execution,
}

/// Takes cases as a system of record reports them: new ones are opened, known ones are as reported from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportCases {
    /// The system of record.
    pub source: Text,
    /// The cases.
    pub cases: Vec<CaseRecord>,
}

impl ReportCases {
    fn check(record: &CaseRecord, world: &World, today: Date) -> Result<CountryId, Refusal> {
        let Some(country) = purchaser_country(world, record.number.purchaser()) else {
            return Err(refuse(
                "purchaser-code",
                format!("No country has the purchaser code of {}.", record.number),
                "Correct the code, or register it with its country first.",
            ));
        };
        if world.offices.get(record.office).is_none() {
            return Err(refuse("no-office", format!("There is no office {}.", record.office), "Check the id."));
        }
        if let Some(person) = record.manager.filter(|person| world.people.get(*person).is_none()) {
            return Err(refuse("no-person", format!("There is no person {person}."), "Check the manager's id."));
        }
        said(&record.title, "title")?;
        offer::check_lines(&record.lines)?;
        execution::check_reported(&record.execution, &record.lines, today)?;
        let days = std::iter::once(record.lor)
            .chain(record.milestones.iter().map(|(_, on)| *on))
            .chain(record.assessed.iter().map(|(on, _, _)| *on))
            .chain(record.holds.iter().flat_map(|hold| std::iter::once(hold.from).chain(hold.lifted)))
            .chain(record.notification.steps.iter().map(|(_, on)| *on));
        for day in days {
            not_ahead(day, today, &format!("Something of {}", record.number))?;
        }
        Ok(country)
    }
}

impl Decide for ReportCases {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        said(&self.source, "source")?;
        let mut seen = HashSet::new();
        let mut new = world.cases.len();
        let mut cases = Vec::with_capacity(self.cases.len());
        for record in &self.cases {
            let country = Self::check(record, world, context.today)?;
            if !seen.insert(record.number) {
                return Err(refuse(
                    "case-twice",
                    format!("{} is reported twice.", record.number),
                    "Keep one of the two rows.",
                ));
            }
            let case = world.keys.case.get(&record.number).copied().unwrap_or_else(|| {
                new += 1;
                crate::kernel::Id::from_index(new - 1)
            });
            cases.push((case, country, record.clone()));
        }
        Ok(vec![CasesReported { source: self.source.clone(), cases }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        let mut offices: Vec<OfficeId> = self.cases.iter().map(|case| case.office).collect();
        offices.sort_unstable();
        offices.dedup();
        Subject { offices, ..Subject::default() }
    }
}

/// Cases were reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasesReported {
    /// The system of record.
    pub source: Text,
    /// Each case: its id, its purchaser's country, what is said of it.
    pub cases: Vec<(CaseId, CountryId, CaseRecord)>,
}

impl Apply for CasesReported {
    fn apply(&self, world: &mut World, at: Position) {
        for (id, country, record) in &self.cases {
            let mut case = case_of(record, *country, &self.source);
            match world.cases.edit(*id, at) {
                Some(held) => {
                    // What is ours alone stays.
                    case.notes = std::mem::take(&mut held.notes);
                    case.letters = std::mem::take(&mut held.letters);
                    case.managed_before = std::mem::take(&mut held.managed_before);
                    case.manage(held.manager, record.manager);
                    case.portal = std::mem::take(&mut held.portal);
                    *held = case;
                }
                None => {
                    world.keys.case.insert(case.number, *id);
                    world.cases.push(case, at);
                }
            }
        }
    }
}

fn case_of(record: &CaseRecord, country: CountryId, source: &Text) -> Case {
    let record = record.clone();
    let mut execution_sources = Vec::new();
    execution::note_source(&mut execution_sources, &record.execution.parts(), source);
    let hold = |held: HoldRecord| Hold {
        requester: held.requester,
        justification: held.justification,
        from: held.from,
        until: held.until,
        by: None,
        decision: Some(HoldDecision { approved: true, on: held.from, by: None }),
        lifted: held.lifted,
    };
    Case {
        number: record.number,
        country,
        office: record.office,
        kind: record.kind,
        category: record.category,
        title: record.title,
        lor: record.lor,
        assessed: record.assessed.into_iter().map(|(on, found, missing)| Assessed { on, found, missing }).collect(),
        milestones: record
            .milestones
            .into_iter()
            .map(|(milestone, on)| Reached { milestone, on, by: None, corrected: None })
            .collect(),
        holds: record.holds.into_iter().map(hold).collect(),
        delays: record.delays.into_iter().map(|(reason, since, note)| Delay { reason, since, note }).collect(),
        lines: record.lines,
        notification: record.notification,
        expires: record.expires,
        documents: record
            .documents
            .into_iter()
            .map(|(kind, number, on, change_cents)| CaseDocument { kind, number, on, change_cents })
            .collect(),
        manager: record.manager,
        managed_since: record.manager.map(|_| record.lor),
        managed_before: Vec::new(),
        notes: Vec::new(),
        letters: Vec::new(),
        portal: CasePortal::default(),
        execution: record.execution,
        execution_sources,
        source: Some(source.clone()),
    }
}
