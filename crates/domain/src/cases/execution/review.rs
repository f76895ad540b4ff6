//! Program and financial reviews: planned, held with what was found and who does what, the next one due.

use serde::{Deserialize, Serialize};

use crate::cases::{Case, CaseHolder, CasePhase, Milestone, case_subject, known_case, not_ahead, said};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position, Text, add_months};
use crate::policy::PolicyKey;
use crate::world::World;

/// What sort of review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseReviewKind {
    /// Of deliveries and the program.
    Program,
    /// Of money.
    Financial,
}

/// Something to be done after a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewAction {
    /// What is to be done; names no person.
    pub action: Text,
    /// Who does it.
    pub holder: CaseHolder,
    /// By when.
    pub due: Date,
    /// The day it was done.
    #[serde(default)]
    pub done: Option<Date>,
}

/// A review, planned or held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseReview {
    /// What sort.
    pub kind: CaseReviewKind,
    /// The day it is planned for, or was held.
    pub on: Date,
    /// Whether it was held.
    pub held: bool,
    /// What was found; names no person.
    #[serde(default)]
    pub findings: Text,
    /// What is to be done.
    #[serde(default)]
    pub actions: Vec<ReviewAction>,
}

impl Case {
    /// The day by which its next review is due: the one planned, else so many months after the last one held, or after
    /// implementation. None before implementation and once it is closed.
    pub fn next_review(&self, world: &World, day: Date) -> Option<Date> {
        let phase = self.phase(day);
        if !(CasePhase::Executing..CasePhase::InterimClosed).contains(&phase) {
            return None;
        }
        let reviews = &self.execution.reviews;
        if let Some(planned) = reviews.iter().filter(|one| !one.held).map(|one| one.on).min() {
            return Some(planned);
        }
        let last = reviews.iter().filter(|one| one.held && one.on <= day).map(|one| one.on).max();
        let last = last.or_else(|| self.day_of(Milestone::Implemented))?;
        let months = world.policy(PolicyKey::CaseReviewMonths, "all", day)?.value;
        Some(add_months(last, i32::try_from(months).unwrap_or(12)))
    }

    /// Actions of reviews that are not done and past their day, on a day.
    pub fn actions_overdue(&self, day: Date) -> usize {
        let actions = self.execution.reviews.iter().flat_map(|review| &review.actions);
        actions.filter(|action| action.done.is_none() && action.due < day).count()
    }
}

/// Plans a review, or records one that was held. The planned one of its sort is moved, or becomes the one held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordReview {
    /// Which case.
    pub case: CaseId,
    /// What sort of review.
    pub kind: CaseReviewKind,
    /// The day it is planned for, or was held.
    pub on: Date,
    /// Whether it was held.
    pub held: bool,
    /// What was found, where it was held; names no person.
    #[serde(default)]
    pub findings: Text,
    /// What is to be done, where it was held.
    #[serde(default)]
    pub actions: Vec<ReviewAction>,
}

impl RecordReview {
    fn check(&self, case: &Case, today: Date) -> Result<(), Refusal> {
        case.must_run(today, "review-phase")?;
        if !self.held {
            let empty = self.findings.is_empty() && self.actions.is_empty();
            if self.on < today || !empty {
                return Err(refuse(
                    "review-plan",
                    format!("A review planned for {} lies behind, or has findings already.", self.on),
                    "Plan it for today or later; record a review held as held.",
                ));
            }
            return Ok(());
        }
        not_ahead(self.on, today, "The review")?;
        said(&self.findings, "finding")?;
        for action in &self.actions {
            said(&action.action, "action")?;
            let done_between = action.done.is_none_or(|done| (self.on..=today).contains(&done));
            if action.due < self.on || !done_between {
                return Err(refuse(
                    "action-day",
                    format!("`{}` is due, or was done, on a day that does not fit.", action.action),
                    "Actions are due and done after the review; what lies ahead is not done.",
                ));
            }
        }
        Ok(())
    }
}

impl Decide for RecordReview {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        self.check(case, context.today)?;
        let planned = case.execution.reviews.iter().position(|one| one.kind == self.kind && !one.held);
        let review = CaseReview {
            kind: self.kind,
            on: self.on,
            held: self.held,
            findings: self.findings.clone(),
            actions: self.actions.clone(),
        };
        let entry = planned.and_then(|at| u16::try_from(at).ok());
        Ok(vec![ReviewRecorded { case: self.case, entry, review, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A review was planned or held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewRecorded {
    /// Which case.
    pub case: CaseId,
    /// The planned review that this one takes the place of.
    pub entry: Option<u16>,
    /// The review.
    pub review: CaseReview,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

impl Apply for ReviewRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(case) = world.cases.edit(self.case, at) else { return };
        let reviews = &mut case.execution.reviews;
        match self.entry.and_then(|entry| reviews.get_mut(usize::from(entry))) {
            Some(planned) => *planned = self.review.clone(),
            None => reviews.push(self.review.clone()),
        }
    }
}

/// Records that an action of a review was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleReviewAction {
    /// Which case.
    pub case: CaseId,
    /// Which of its reviews, from 0 in the order of recording.
    pub review: u16,
    /// Which of its actions, from 0.
    pub action: u16,
    /// The day it was done.
    pub on: Date,
}

impl Decide for SettleReviewAction {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        not_ahead(self.on, context.today, "The action")?;
        let review = case.execution.reviews.get(usize::from(self.review));
        let found = review.and_then(|review| Some((review.on, review.actions.get(usize::from(self.action))?)));
        let Some((held, _)) = found.filter(|(_, action)| action.done.is_none()) else {
            return Err(refuse(
                "no-action",
                format!("{} has no open action {} of review {}.", case.number, self.action, self.review),
                "Take it from the case's reviews.",
            ));
        };
        if self.on < held {
            return Err(refuse(
                "day-order",
                format!("The action of {} would stand before its review of {held}.", self.on),
                format!("Give a day from {held} on."),
            ));
        }
        let (case, review, action, on, by) = (self.case, self.review, self.action, self.on, context.actor);
        Ok(vec![ReviewActionSettled { case, review, action, on, by }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// An action of a review was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewActionSettled {
    /// Which case.
    pub case: CaseId,
    /// Which review.
    pub review: u16,
    /// Which action.
    pub action: u16,
    /// The day.
    pub on: Date,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

impl Apply for ReviewActionSettled {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(case) = world.cases.edit(self.case, at) else { return };
        let review = case.execution.reviews.get_mut(usize::from(self.review));
        if let Some(action) = review.and_then(|review| review.actions.get_mut(usize::from(self.action))) {
            action.done = Some(self.on);
        }
    }
}
