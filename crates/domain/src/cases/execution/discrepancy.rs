//! Discrepancy reports (SF 364): filed by the purchaser for a delivered line, reviewed, answered, closed.

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use super::{LARGEST_AMOUNT, amount, usd};
use crate::cases::{Case, CaseHolder, case_subject, known_case, not_ahead, said};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position, Text, days_between};
use crate::policy::PolicyKey;
use crate::world::World;

/// What is wrong with a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DiscrepancyKind {
    /// Less than billed came.
    Shortage,
    /// More than ordered came.
    Overage,
    /// It came damaged.
    Damage,
    /// Another item came.
    WrongItem,
    /// It does not do what it should.
    Quality,
    /// Its papers or marks are wrong.
    Documentation,
    /// The bill is wrong.
    Billing,
    /// A defect that could not be seen in time: no time limit.
    LatentDefect,
}

/// How a report was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DiscrepancyOutcome {
    /// Accepted; nothing is to be made good.
    Accepted,
    /// Made good in money.
    Credited,
    /// Made good in kind.
    Replaced,
    /// Not accepted.
    Rejected,
}

/// The answer to a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DiscrepancyAnswer {
    /// The day.
    pub on: Date,
    /// How it was answered.
    pub outcome: DiscrepancyOutcome,
    /// What was credited, US cents; 0 unless made good in money.
    #[schema(minimum = 0)]
    pub credited_cents: i64,
    /// In words; names no person.
    pub note: Text,
}

/// A discrepancy report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseDiscrepancy {
    /// Which line.
    pub line: u16,
    /// What is wrong.
    pub kind: DiscrepancyKind,
    /// How many are concerned.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// What is claimed, US cents.
    #[schema(minimum = 0)]
    pub claim_cents: i64,
    /// The day of the delivery it is about: the line's last before it was filed.
    pub delivered: Date,
    /// The day it was filed.
    pub filed: Date,
    /// In words; names no person.
    pub note: Text,
    /// Since when it is under review.
    #[serde(default)]
    pub review: Option<Date>,
    /// The answer.
    #[serde(default)]
    pub answer: Option<DiscrepancyAnswer>,
    /// The day it was closed.
    #[serde(default)]
    pub closed: Option<Date>,
}

/// Where a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DiscrepancyStatus {
    /// Received.
    Received,
    /// Under review.
    UnderReview,
    /// Answered; the purchaser may take the answer or ask again.
    Answered,
    /// Closed.
    Closed,
}

impl CaseDiscrepancy {
    /// Where it stands on a day; none before it was filed.
    pub fn status(&self, day: Date) -> Option<DiscrepancyStatus> {
        let by = |on: Option<Date>| on.is_some_and(|on| on <= day);
        if self.filed > day {
            return None;
        }
        Some(if by(self.closed) {
            DiscrepancyStatus::Closed
        } else if by(self.answer.as_ref().map(|answer| answer.on)) {
            DiscrepancyStatus::Answered
        } else if by(self.review) {
            DiscrepancyStatus::UnderReview
        } else {
            DiscrepancyStatus::Received
        })
    }

    /// Whether it was filed by a day and is not closed.
    pub fn is_open(&self, day: Date) -> bool {
        self.status(day).is_some_and(|status| status != DiscrepancyStatus::Closed)
    }

    /// Who has it on a day, while it is open.
    pub fn holder(&self, day: Date) -> Option<CaseHolder> {
        match self.status(day)? {
            DiscrepancyStatus::Received | DiscrepancyStatus::UnderReview => Some(CaseHolder::Agency),
            DiscrepancyStatus::Answered => Some(CaseHolder::Purchaser),
            DiscrepancyStatus::Closed => None,
        }
    }

    /// Days from filing until it was closed, or until a day.
    pub fn age(&self, day: Date) -> i32 {
        days_between(self.filed, self.closed.unwrap_or(day).min(day)).max(0)
    }

    fn last_day(&self) -> Date {
        self.answer.as_ref().map(|answer| answer.on).or(self.review).unwrap_or(self.filed)
    }
}

/// Files a discrepancy report of the purchaser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileDiscrepancy {
    /// Which case.
    pub case: CaseId,
    /// Which line.
    pub line: u16,
    /// What is wrong.
    pub kind: DiscrepancyKind,
    /// How many are concerned.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// What is claimed, US cents.
    #[schema(minimum = 0)]
    pub claim_cents: i64,
    /// The day it was filed.
    pub filed: Date,
    /// In words; names no person.
    pub note: Text,
}

impl FileDiscrepancy {
    fn check(&self, case: &Case, world: &World, today: Date) -> Result<Date, Refusal> {
        case.must_run(today, "discrepancy-phase")?;
        not_ahead(self.filed, today, "The report")?;
        said(&self.note, "note")?;
        let Some(delivered) = case.last_delivered(self.line, self.filed) else {
            return Err(refuse(
                "nothing-delivered",
                format!("Nothing of line {:03} of {} was delivered by {}.", self.line, case.number, self.filed),
                "Record the delivery that the report is about first.",
            ));
        };
        let figure = |key| world.policy(key, "all", delivered).map_or(0, |figure| figure.value);
        let last = delivered.saturating_add(figure(PolicyKey::DiscrepancyDays).days());
        if self.filed > last && self.kind != DiscrepancyKind::LatentDefect {
            return Err(refuse(
                "discrepancy-late",
                format!("Line {:03} was last delivered on {delivered}; reports on it ended on {last}.", self.line),
                "Report a defect that could not be seen in time as such.",
            ));
        }
        let least = figure(PolicyKey::DiscrepancyMinimum).saturating_mul(100);
        if !(least..=LARGEST_AMOUNT).contains(&self.claim_cents) {
            return Err(refuse(
                "discrepancy-minimum",
                format!("{} are claimed; claims from {} are reviewed.", usd(self.claim_cents), usd(least)),
                "Note a smaller discrepancy on the case instead.",
            ));
        }
        let line = case.lines_delivered(self.filed).into_iter().find(|line| line.line == self.line);
        if self.quantity == 0 || line.is_none_or(|line| self.quantity > line.delivered) {
            return Err(refuse(
                "discrepancy-quantity",
                format!("{} of line {:03} are reported; fewer were delivered.", self.quantity, self.line),
                "Give how many of those delivered are concerned, at least one.",
            ));
        }
        Ok(delivered)
    }
}

impl Decide for FileDiscrepancy {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        let delivered = self.check(case, world, context.today)?;
        let report = CaseDiscrepancy {
            line: self.line,
            kind: self.kind,
            quantity: self.quantity,
            claim_cents: self.claim_cents,
            delivered,
            filed: self.filed,
            note: self.note.clone(),
            review: None,
            answer: None,
            closed: None,
        };
        Ok(vec![DiscrepancyFiled { case: self.case, report, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A discrepancy report was filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscrepancyFiled {
    /// Which case.
    pub case: CaseId,
    /// The report.
    pub report: CaseDiscrepancy,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

impl Apply for DiscrepancyFiled {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.execution.discrepancies.push(self.report.clone());
        }
    }
}

/// A step of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DiscrepancyStep {
    /// The review begins.
    Review,
    /// It is answered.
    Answer,
    /// It is closed.
    Close,
}

/// Takes a discrepancy report its next step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideDiscrepancy {
    /// Which case.
    pub case: CaseId,
    /// Which of its reports, from 0 in the order of filing.
    pub report: u16,
    /// Which step.
    pub step: DiscrepancyStep,
    /// The day.
    pub on: Date,
    /// How it is answered, with the answer.
    #[serde(default)]
    pub outcome: Option<DiscrepancyOutcome>,
    /// What is credited, US cents, where it is made good in money.
    #[serde(default)]
    pub credited_cents: i64,
    /// The answer in words; names no person.
    #[serde(default)]
    pub note: Text,
}

impl DecideDiscrepancy {
    fn answer(&self, report: &CaseDiscrepancy) -> Result<DiscrepancyAnswer, Refusal> {
        let Some(outcome) = self.outcome else {
            return Err(refuse("outcome-missing", "The answer says no outcome.", "Say how the report is answered."));
        };
        said(&self.note, "answer")?;
        let credited = outcome == DiscrepancyOutcome::Credited;
        if credited {
            amount(self.credited_cents, "The credit")?;
        }
        if (!credited && self.credited_cents != 0) || self.credited_cents > report.claim_cents {
            return Err(refuse(
                "credit-amount",
                format!("{} would be credited; {} are claimed.", usd(self.credited_cents), usd(report.claim_cents)),
                "Credit up to what is claimed, and only where the report is made good in money.",
            ));
        }
        let (credited_cents, note) = (self.credited_cents, self.note.clone());
        Ok(DiscrepancyAnswer { on: self.on, outcome, credited_cents, note })
    }
}

impl Decide for DecideDiscrepancy {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        not_ahead(self.on, context.today, "The step")?;
        let Some(report) = case.execution.discrepancies.get(usize::from(self.report)) else {
            return Err(refuse(
                "no-report",
                format!("{} has no discrepancy report {}.", case.number, self.report),
                "Take it from the case's discrepancy reports.",
            ));
        };
        let fits = match self.step {
            DiscrepancyStep::Review => report.review.is_none() && report.answer.is_none(),
            DiscrepancyStep::Answer => report.review.is_some() && report.answer.is_none(),
            DiscrepancyStep::Close => report.answer.is_some() && report.closed.is_none(),
        };
        if !fits {
            return Err(refuse(
                "discrepancy-order",
                "The report does not stand where it would take that step.",
                "A report is received, reviewed, answered, closed, in this order.",
            ));
        }
        if self.on < report.last_day() {
            return Err(refuse(
                "day-order",
                format!("The step of {} would stand before the last one, of {}.", self.on, report.last_day()),
                format!("Give a day from {} on.", report.last_day()),
            ));
        }
        let answer = (self.step == DiscrepancyStep::Answer).then(|| self.answer(report)).transpose()?;
        let (case, report, step, on, by) = (self.case, self.report, self.step, self.on, context.actor);
        Ok(vec![DiscrepancyStepTaken { case, report, step, on, answer, by }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A discrepancy report took a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscrepancyStepTaken {
    /// Which case.
    pub case: CaseId,
    /// Which report.
    pub report: u16,
    /// Which step.
    pub step: DiscrepancyStep,
    /// The day.
    pub on: Date,
    /// The answer, with that step.
    pub answer: Option<DiscrepancyAnswer>,
    /// Who took it.
    pub by: Option<AccountId>,
}

impl Apply for DiscrepancyStepTaken {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(case) = world.cases.edit(self.case, at) else { return };
        let Some(report) = case.execution.discrepancies.get_mut(usize::from(self.report)) else { return };
        match self.step {
            DiscrepancyStep::Review => report.review = Some(self.on),
            DiscrepancyStep::Answer => report.answer.clone_from(&self.answer),
            DiscrepancyStep::Close => report.closed = Some(self.on),
        }
    }
}
