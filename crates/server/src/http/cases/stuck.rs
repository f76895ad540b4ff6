//! Stuck alarms as the pages show them.

use std::collections::BTreeMap;

use muster_caseflow::stuck::{Alarm, AlarmKind};
use muster_domain::cases::Milestone;
use muster_domain::{Date, OfficeId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is wrong with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StuckKind {
    /// Nothing happened for longer than its step makes plausible.
    Silent,
    /// A hold is past the day by which it was to end.
    HoldOverdue,
    /// A hold was asked for and is not decided.
    HoldUndecided,
    /// It can be worked, and nobody manages it.
    Unassigned,
}

impl From<AlarmKind> for StuckKind {
    fn from(kind: AlarmKind) -> Self {
        match kind {
            AlarmKind::Silent => Self::Silent,
            AlarmKind::HoldOverdue => Self::HoldOverdue,
            AlarmKind::HoldUndecided => Self::HoldUndecided,
            AlarmKind::Unassigned => Self::Unassigned,
        }
    }
}

impl From<StuckKind> for AlarmKind {
    fn from(kind: StuckKind) -> Self {
        match kind {
            StuckKind::Silent => Self::Silent,
            StuckKind::HoldOverdue => Self::HoldOverdue,
            StuckKind::HoldUndecided => Self::HoldUndecided,
            StuckKind::Unassigned => Self::Unassigned,
        }
    }
}

/// Why a case is stuck.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseAlarm {
    /// What is wrong.
    pub kind: StuckKind,
    /// Why, in numbers.
    pub why: String,
    /// What would mend it.
    pub mend: String,
    /// Who is to act, in words that name no person.
    pub who: &'static str,
    /// Since when.
    pub since: Date,
    /// Days that counts for; at a step, days on hold left out.
    pub days: i32,
    /// Days that would be plausible, or are allowed.
    pub allowed: i32,
}

impl CaseAlarm {
    pub(super) fn of(alarm: &Alarm) -> Self {
        Self {
            kind: alarm.kind.into(),
            why: alarm.why(),
            mend: alarm.mend(),
            who: alarm.who(),
            since: alarm.since,
            days: alarm.days,
            allowed: alarm.allowed,
        }
    }
}

/// Stuck cases by reason and step.
#[derive(Debug, Serialize, ToSchema)]
pub struct StuckStep {
    /// What is wrong.
    pub kind: StuckKind,
    /// Where they stand; none before the first milestone.
    pub milestone: Option<Milestone>,
    /// How many cases.
    pub cases: usize,
    /// Days that half of them have been stuck beyond what is plausible or allowed.
    pub median_beyond: i32,
    /// Days that the worst of them has.
    pub most_beyond: i32,
}

/// Stuck cases while they are counted.
#[derive(Default)]
pub(super) struct StuckCounts {
    offices: BTreeMap<OfficeId, usize>,
    beyond: BTreeMap<(StuckKind, Option<Milestone>), Vec<i32>>,
}

impl StuckCounts {
    /// Counts a case that is stuck by its alarms.
    pub(super) fn take(&mut self, office: OfficeId, alarms: impl Iterator<Item = Alarm>) {
        for alarm in alarms {
            self.beyond.entry((alarm.kind.into(), alarm.step)).or_default().push(alarm.days - alarm.allowed);
        }
        *self.offices.entry(office).or_default() += 1;
    }

    /// How many cases of an office.
    pub(super) fn of(&self, office: OfficeId) -> usize {
        self.offices.get(&office).copied().unwrap_or(0)
    }

    /// By reason and step, most cases first.
    pub(super) fn steps(self) -> Vec<StuckStep> {
        let counted = |((kind, milestone), mut days): ((StuckKind, Option<Milestone>), Vec<i32>)| {
            days.sort_unstable();
            StuckStep {
                kind,
                milestone,
                cases: days.len(),
                median_beyond: days.get(days.len() / 2).copied().unwrap_or(0),
                most_beyond: days.last().copied().unwrap_or(0),
            }
        };
        let mut steps: Vec<StuckStep> = self.beyond.into_iter().map(counted).collect();
        steps.sort_by_key(|one| std::cmp::Reverse(one.cases));
        steps
    }
}
