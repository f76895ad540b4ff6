//! What a system of record says anew of cases: rows and events added to what is held. Unlike a report of a whole case,
//! only what is said changes, so that corrections, notes and holds decided here stay; of the execution too. What departs from the rules is
//! taken and shows as a deviation of the case.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{
    Case, CaseDocument, CaseKind, CaseLine, CaseNumber, CaseOpened, DocumentKind, Execution, ExecutionChanges,
    GoalCategory, Hold, HoldDecision, HoldRecord, Milestone, NotificationStep, Reached, execution, not_ahead, offer,
    purchaser_country, said,
};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{CaseId, CountryId, Date, Id as _, OfficeId, PersonId, Position, Text};
use crate::world::World;

/// What a row of a system of record says of a case: all but its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseHead {
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
    /// Its lines; none leaves those held.
    pub lines: Option<Vec<CaseLine>>,
    /// The day its offer expires; none leaves what is held.
    pub expires: Option<Date>,
    /// Who manages it; none leaves whoever is held.
    pub manager: Option<PersonId>,
}

/// What is said anew of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseNews {
    /// Its identifier.
    pub number: CaseNumber,
    /// Its row; a case that is not held needs one.
    pub head: Option<CaseHead>,
    /// The day the letter of request was received, where an event says so.
    pub lor: Option<Date>,
    /// Milestones that were reached.
    #[serde(default)]
    pub milestones: Vec<(Milestone, Date)>,
    /// Approved holds; one that begins on the day of a held one says when that was lifted.
    #[serde(default)]
    pub holds: Vec<HoldRecord>,
    /// Steps of the notification of Congress.
    #[serde(default)]
    pub notification: Vec<(NotificationStep, Date)>,
    /// Documents after the basic offer: kind, number, day, change in value (US cents).
    #[serde(default)]
    pub documents: Vec<(DocumentKind, u16, Date, i64)>,
    /// What is said of its execution: schedule, bills, payments, deliveries, discrepancy reports, reviews,
    /// reconciliations. What is not said stays.
    #[serde(default, skip_serializing_if = "Execution::is_empty")]
    pub execution: Execution,
}

impl CaseNews {
    /// Nothing said yet of a case.
    pub fn of(number: CaseNumber) -> Self {
        Self {
            number,
            head: None,
            lor: None,
            milestones: Vec::new(),
            holds: Vec::new(),
            notification: Vec::new(),
            documents: Vec::new(),
            execution: Execution::default(),
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::of(self.number)
    }

    /// What of it is not held of the case already, its execution left out: [`Execution::beyond`] tells that.
    #[must_use]
    pub fn beyond(&self, case: &Case) -> Self {
        // What was corrected here stands, whatever is said again.
        let corrected = |one: &Reached| one.corrected.as_ref().map(|correction| (one.milestone, correction.was));
        let mut reached: HashSet<(Milestone, Date)> = case.milestones.iter().filter_map(corrected).collect();
        reached.extend(case.milestones.iter().map(|one| (one.milestone, one.on)));
        let mut fresh = Self {
            head: self.head.clone().filter(|head| head.differs_from(case)),
            lor: self.lor.filter(|lor| *lor != case.lor && self.head.is_none()),
            ..Self::of(self.number)
        };
        for one in self.milestones.iter().filter(|one| !reached.contains(one)) {
            if !fresh.milestones.contains(one) {
                fresh.milestones.push(*one);
            }
        }
        let unknown = |hold: &&HoldRecord| !case.holds.iter().any(|held| says_as_much(held, hold));
        fresh.holds = self.holds.iter().filter(unknown).cloned().collect();
        let taken = |one: &&(NotificationStep, Date)| !case.notification.steps.contains(one);
        fresh.notification = self.notification.iter().filter(taken).copied().collect();
        let held = |kind, number| case.documents.iter().any(|held| (held.kind, held.number) == (kind, number));
        fresh.documents = self.documents.iter().filter(|(kind, number, _, _)| !held(*kind, *number)).copied().collect();
        fresh
    }

    fn days(&self) -> impl Iterator<Item = Date> + '_ {
        let head = self.head.iter().map(|head| head.lor);
        head.chain(self.lor)
            .chain(self.milestones.iter().map(|(_, on)| *on))
            .chain(self.holds.iter().flat_map(|hold| std::iter::once(hold.from).chain(hold.lifted)))
            .chain(self.notification.iter().map(|(_, on)| *on))
            .chain(self.documents.iter().map(|(_, _, on, _)| *on))
    }

    fn check(&self, world: &World, today: Date) -> Result<CountryId, Refusal> {
        let Some(country) = purchaser_country(world, self.number.purchaser()) else {
            return Err(refuse(
                "purchaser-code",
                format!("No country has the purchaser code of {}.", self.number),
                "Correct the code, or register it with its country first.",
            ));
        };
        if self.head.is_none() && !world.keys.case.contains_key(&self.number) {
            return Err(refuse(
                "no-case",
                format!("There is no case {}.", self.number),
                "Import the row of the case before its events.",
            ));
        }
        if let Some(head) = &self.head {
            if world.offices.get(head.office).is_none() {
                return Err(refuse("no-office", format!("There is no office {}.", head.office), "Check the id."));
            }
            if let Some(person) = head.manager.filter(|person| world.people.get(*person).is_none()) {
                return Err(refuse("no-person", format!("There is no person {person}."), "Check the manager's id."));
            }
            said(&head.title, "title")?;
            offer::check_lines(head.lines.as_deref().unwrap_or_default())?;
        }
        let held = world.keys.case.get(&self.number).map(|id| &world.cases[*id].lines[..]);
        let lines = self.head.as_ref().and_then(|head| head.lines.as_deref()).or(held).unwrap_or_default();
        execution::check_reported(&self.execution, lines, today)?;
        for hold in &self.holds {
            said(&hold.requester, "requester of the hold")?;
            if hold.lifted.is_some_and(|lifted| lifted < hold.from) {
                return Err(refuse(
                    "day-order",
                    format!("A hold of {} is lifted before it begins on {}.", self.number, hold.from),
                    "Correct one of the two days.",
                ));
            }
        }
        for day in self.days() {
            not_ahead(day, today, &format!("Something of {}", self.number))?;
        }
        Ok(country)
    }
}

/// Whether what is held says everything that the record says.
fn says_as_much(held: &Hold, record: &HoldRecord) -> bool {
    let approved = held.decision.as_ref().is_some_and(|decision| decision.approved);
    approved && held.from == record.from && (record.lifted.is_none() || held.lifted == record.lifted)
}

impl CaseHead {
    fn differs_from(&self, case: &Case) -> bool {
        let as_held = (self.office, self.kind, self.category, self.lor)
            == (case.office, case.kind, case.category, case.lor)
            && self.title == case.title
            && self.lines.as_ref().is_none_or(|lines| *lines == case.lines)
            && (self.expires.is_none() || self.expires == case.expires)
            && (self.manager.is_none() || self.manager == case.manager);
        !as_held
    }
}

/// Takes what a system of record says anew of cases: those not held are opened, of those held what is said changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateCases {
    /// The system of record.
    pub source: Text,
    /// What is said, case by case.
    pub cases: Vec<CaseNews>,
}

impl Decide for UpdateCases {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        said(&self.source, "source")?;
        let mut seen = HashSet::new();
        let mut new = world.cases.len();
        let (mut cases, mut execution) = (Vec::new(), Vec::new());
        for news in &self.cases {
            let country = news.check(world, context.today)?;
            if !seen.insert(news.number) {
                return Err(refuse(
                    "case-twice",
                    format!("{} is reported twice.", news.number),
                    "Say everything of a case in one place.",
                ));
            }
            let (id, fresh, changes) = match world.keys.case.get(&news.number) {
                Some(id) => {
                    let case = &world.cases[*id];
                    (*id, news.beyond(case), news.execution.beyond(&case.execution))
                }
                None => {
                    new += 1;
                    let fresh = CaseNews { execution: Execution::default(), ..news.clone() };
                    (CaseId::from_index(new - 1), fresh, news.execution.beyond(&Execution::default()))
                }
            };
            if !fresh.is_empty() {
                cases.push((id, country, fresh));
            }
            if !changes.is_empty() {
                execution.push((id, changes));
            }
        }
        if cases.is_empty() && execution.is_empty() {
            return Ok(Vec::new());
        }
        Ok(vec![CasesUpdated { source: self.source.clone(), cases, execution }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        // Whoever says something of a case acts on the office that works it, and on the one that is to.
        let held = |news: &CaseNews| world.keys.case.get(&news.number).map(|id| world.cases[*id].office);
        let said = |news: &CaseNews| news.head.as_ref().map(|head| head.office);
        let mut offices: Vec<OfficeId> =
            self.cases.iter().flat_map(|news| held(news).into_iter().chain(said(news))).collect();
        offices.sort_unstable();
        offices.dedup();
        Subject { offices, ..Subject::default() }
    }
}

/// Something was said anew of cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasesUpdated {
    /// The system of record.
    pub source: Text,
    /// Each case: its id, its purchaser's country, what of it was not held.
    pub cases: Vec<(CaseId, CountryId, CaseNews)>,
    /// What of their execution was not held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub execution: Vec<(CaseId, ExecutionChanges)>,
}

impl Apply for CasesUpdated {
    fn apply(&self, world: &mut World, at: Position) {
        for (id, country, news) in &self.cases {
            if world.cases.get(*id).is_none()
                && let Some(head) = &news.head
            {
                let CaseHead { office, kind, category, title, lor, lines, .. } = head.clone();
                let (case, number, country) = (*id, news.number, *country);
                let lines = lines.unwrap_or_default();
                CaseOpened { case, number, country, office, kind, category, title, lor, lines }.apply(world, at);
            }
            if let Some(case) = world.cases.edit(*id, at) {
                take(case, news, &self.source);
            }
        }
        for (id, changes) in &self.execution {
            if let Some(case) = world.cases.edit(*id, at) {
                changes.apply(&mut case.execution);
                execution::note_source(&mut case.execution_sources, &changes.parts(), &self.source);
            }
        }
    }
}

fn take(case: &mut Case, news: &CaseNews, source: &Text) {
    if let Some(head) = &news.head {
        (case.office, case.kind, case.category, case.lor) = (head.office, head.kind, head.category, head.lor);
        case.title.clone_from(&head.title);
        if let Some(lines) = &head.lines {
            case.lines.clone_from(lines);
        }
        case.expires = head.expires.or(case.expires);
        if head.manager.is_some() && head.manager != case.manager {
            (case.manager, case.managed_since) = (head.manager, Some(head.lor));
        }
    }
    case.lor = news.lor.unwrap_or(case.lor);
    let reached =
        |(milestone, on): &(Milestone, Date)| Reached { milestone: *milestone, on: *on, by: None, corrected: None };
    case.milestones.extend(news.milestones.iter().map(reached));
    news.holds.iter().for_each(|record| hold(case, record));
    case.notification.steps.extend(&news.notification);
    case.notification.steps.sort_by_key(|(_, on)| *on);
    let document = |(kind, number, on, change_cents): &(DocumentKind, u16, Date, i64)| CaseDocument {
        kind: *kind,
        number: *number,
        on: *on,
        change_cents: *change_cents,
    };
    case.documents.extend(news.documents.iter().map(document));
    case.source = Some(source.clone());
}

/// A hold of the day of one that is held is that one: it was approved, and perhaps lifted.
fn hold(case: &mut Case, record: &HoldRecord) {
    let approved = || HoldDecision { approved: true, on: record.from, by: None };
    match case.holds.iter_mut().find(|held| held.from == record.from) {
        Some(held) => {
            if !held.decision.as_ref().is_some_and(|decision| decision.approved) {
                held.decision = Some(approved());
            }
            held.lifted = record.lifted.or(held.lifted);
        }
        None => case.holds.push(Hold {
            requester: record.requester.clone(),
            justification: record.justification.clone(),
            from: record.from,
            until: record.until,
            by: None,
            decision: Some(approved()),
            lifted: record.lifted,
        }),
    }
}
