//! What a case is found and ordered by: small, so that a question passes over every case in a fraction of a millisecond.

use muster_domain::cases::{Case, CaseHolder, CaseNumber, CasePhase, ClosurePath, Milestone};
use muster_domain::{CountryId, Date, OfficeId, PersonId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::QueueRow;
use crate::stuck::AlarmKind;

/// Which part of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum QueuePart {
    /// Everything that is not over.
    Open,
    /// Until the offer.
    Development,
    /// From acceptance on, not yet complete.
    Execution,
    /// Supplies are complete, the case is not closed.
    Closure,
    /// On hold.
    Held,
    /// A hold waits to be decided, or should have ended.
    Holds,
    /// Past its goal, and not offered.
    Late,
    /// Open and managed by nobody.
    Unassigned,
    /// Stuck, for whatever reason.
    Stuck,
    /// On the asker's watch list, those that are over included.
    Watched,
    /// What happened departs from the rules.
    Departing,
    /// Something asked for is overdue.
    Overdue,
    /// A delivery is past its day.
    DeliveryLate,
    /// A discrepancy report is open.
    Discrepancy,
    /// The next review should have been held.
    ReviewLate,
    /// A fiscal year that is over was not reconciled.
    Reconcile,
    /// To be closed: supply complete, closed for now, or a blanket order gone idle.
    Backlog,
    /// To be closed, and nothing stops it.
    Closable,
    /// To be closed by force.
    Forced,
    /// A letter awaits an answer, on a case that is over as well; overdue first.
    AwaitsAnswer,
    /// Closed or cancelled.
    Over,
}

impl QueuePart {
    const ALL: [Self; 21] = [
        Self::Open,
        Self::Development,
        Self::Execution,
        Self::Closure,
        Self::Held,
        Self::Holds,
        Self::Late,
        Self::Unassigned,
        Self::Stuck,
        Self::Watched,
        Self::Departing,
        Self::Overdue,
        Self::DeliveryLate,
        Self::Discrepancy,
        Self::ReviewLate,
        Self::Reconcile,
        Self::Backlog,
        Self::Closable,
        Self::Forced,
        Self::AwaitsAnswer,
        Self::Over,
    ];

    fn bit(self) -> u32 {
        1 << self as u32
    }

    /// Whether a case is in it, as far as the case alone tells: which cases are watched, the asker tells.
    fn holds(self, case: &Case, row: &QueueRow, stuck: bool) -> bool {
        let phase = row.phase;
        match self {
            Self::Open => !phase.is_over(),
            Self::Stuck => stuck,
            Self::Watched => true,
            Self::Development => phase.is_before_offer(),
            Self::Execution => phase.is_in_execution(),
            Self::Closure => matches!(phase, CasePhase::SupplyComplete | CasePhase::InterimClosed),
            Self::Held => row.is_held(),
            Self::Holds => row.hold_asked || row.hold_overdue.is_some(),
            Self::Late => row.is_late(),
            Self::Unassigned => !phase.is_over() && case.manager.is_none(),
            Self::Departing => row.deviations > 0,
            Self::Overdue => row.execution.overdue_cents > 0,
            Self::DeliveryLate => row.execution.deliveries_late > 0,
            Self::Discrepancy => row.execution.discrepancies > 0,
            Self::ReviewLate => row.review_late,
            Self::Reconcile => row.execution.reconcile.is_some(),
            Self::Backlog => row.execution.closure.is_some(),
            Self::Closable => row.execution.closure.is_some() && row.execution.closure_stops == 0,
            Self::Forced => row.execution.closure == Some(ClosurePath::Forced),
            Self::AwaitsAnswer => row.answers.is_some(),
            Self::Over => phase.is_over(),
        }
    }
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum QueueOrder {
    /// Longest where it stands first.
    #[default]
    Oldest,
    /// Least left of the goal first.
    Goal,
    /// Largest value first.
    Value,
    /// By identifier.
    Number,
    /// Earliest answer due first.
    Answer,
}

/// What a case is found and ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueKey {
    /// Where it stands.
    pub phase: CasePhase,
    /// The last milestone it reached.
    pub milestone: Option<Milestone>,
    /// Who works it; none once it is over.
    pub holder: Option<CaseHolder>,
    /// The purchaser's country.
    pub country: CountryId,
    /// The office that works it.
    pub office: OfficeId,
    /// Who manages it.
    pub manager: Option<PersonId>,
    /// Its identifier.
    pub number: CaseNumber,
    since: Date,
    /// Days left of the goal while its clock runs.
    left: Option<i32>,
    /// The day by which the first answer is due.
    answer_due: Option<Date>,
    /// Its value, US cents.
    pub value_cents: i64,
    /// Whether its purchaser wrote and has no answer.
    pub purchaser_waits: bool,
    /// A bit for each part that it is in.
    parts: u32,
    /// A bit for each kind of alarm.
    alarms: u8,
}

impl QueueKey {
    pub(super) fn of(case: &Case, row: &QueueRow, alarms: impl Iterator<Item = AlarmKind>) -> Self {
        let alarms = alarms.fold(0, |bits, kind| bits | alarm_bit(kind));
        let parts = QueuePart::ALL.into_iter().filter(|part| part.holds(case, row, alarms != 0));
        Self {
            phase: row.phase,
            milestone: row.milestone,
            holder: row.holder,
            country: case.country,
            office: case.office,
            manager: case.manager,
            number: case.number,
            since: row.since,
            left: row.clock.left().filter(|_| row.clock.runs),
            answer_due: row.answers.map(|answers| answers.due),
            value_cents: row.value_cents,
            purchaser_waits: case.unanswered_since().is_some(),
            parts: parts.fold(0, |bits, part| bits | part.bit()),
            alarms,
        }
    }

    /// Whether it is in a part of the queue, as far as the case alone tells: which cases are watched, the asker tells.
    pub fn is_in(&self, part: QueuePart) -> bool {
        self.parts & part.bit() != 0
    }

    /// Whether it is stuck for this reason.
    pub fn has(&self, alarm: AlarmKind) -> bool {
        self.alarms & alarm_bit(alarm) != 0
    }

    /// Where it stands in an order: the lower the earlier.
    pub fn place(&self, order: QueueOrder) -> i64 {
        match order {
            QueueOrder::Oldest => rank(self.since),
            QueueOrder::Goal => self.left.map_or(i64::MAX, i64::from),
            QueueOrder::Value => -self.value_cents,
            QueueOrder::Number => self.number.rank(),
            QueueOrder::Answer => self.answer_due.map_or(i64::MAX, rank),
        }
    }
}

/// A figure that orders days.
fn rank(day: Date) -> i64 {
    (i64::from(day.year()) * 12 + i64::from(day.month())) * 31 + i64::from(day.day())
}

fn alarm_bit(kind: AlarmKind) -> u8 {
    1 << kind as u8
}
