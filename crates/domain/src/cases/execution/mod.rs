//! Execution, where most cases live: what is paid and billed, delivered, disputed, reviewed and reconciled, and what stands
//! between a case and its closure.
//!
//! Stored is what was recorded; what is due, late, open or unreconciled is worked out for a day. All amounts are US cents.

mod bill;
mod check;
mod closure;
mod delivery;
mod discrepancy;
mod news;
mod payment;
mod plan;
mod reconciliation;
mod review;
mod schedule;
mod state;

use serde::{Deserialize, Serialize};

pub use bill::{BillRecorded, PaymentRecorded, RecordBill, RecordPayment};
pub use closure::{CaseClosure, ClosurePath, ClosureStop, ClosureStopKind};
pub use delivery::{CaseDelivery, DeliveryDue, DeliverySlip, LineDelivered, SlipReason};
pub use discrepancy::{
    CaseDiscrepancy, DecideDiscrepancy, DiscrepancyAnswer, DiscrepancyFiled, DiscrepancyKind, DiscrepancyOutcome,
    DiscrepancyStatus, DiscrepancyStep, DiscrepancyStepTaken, FileDiscrepancy,
};
pub use news::{ChangedRow, ExecutionChanges, ExecutionPart, ExecutionSource};
pub use payment::{CaseBill, CaseInstalment, CasePayment, PaymentDue, PaymentKind, PaymentSchedule, quarterly_due};
pub use plan::{
    DeliveriesPlanned, DeliveryMoved, DeliveryRecorded, MoveDelivery, PlanDeliveries, PlannedDelivery, RecordDelivery,
};
pub use reconciliation::{
    CaseDifference, CaseReconciled, CaseReconciliation, DifferenceKind, ExplainedDifference, ReconcileCase,
};
pub use review::{
    CaseReview, CaseReviewKind, RecordReview, ReviewAction, ReviewActionSettled, ReviewRecorded, SettleReviewAction,
};
pub use schedule::{PaymentScheduleSet, SetPaymentSchedule};
pub use state::ExecutionState;

pub(super) use check::check_reported;
pub(super) use news::note_source;

use super::{Case, CaseKind};
use crate::command::{Refusal, refuse};
use crate::kernel::Date;

/// The largest amount of one row, US cents: ten trillion US dollars.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000_000;

/// What was recorded of a case from its offer on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Execution {
    /// The payment schedule in force.
    pub schedule: Option<PaymentSchedule>,
    /// Quarterly bills (DD 645), in the order of recording.
    pub bills: Vec<CaseBill>,
    /// Payments received, the initial deposit included.
    pub payments: Vec<CasePayment>,
    /// Deliveries: planned, moved, made.
    pub deliveries: Vec<CaseDelivery>,
    /// Discrepancy reports (SF 364).
    pub discrepancies: Vec<CaseDiscrepancy>,
    /// Program and financial reviews.
    pub reviews: Vec<CaseReview>,
    /// Reconciliations, latest last.
    pub reconciliations: Vec<CaseReconciliation>,
}

impl Execution {
    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Case {
    /// Whether its lines name quantities that are all to be delivered; a blanket order's are ordered as the need comes.
    pub fn has_fixed_quantities(&self) -> bool {
        matches!(self.kind, CaseKind::DefinedOrder | CaseKind::PseudoLoa)
    }

    /// Refused unless the case is accepted and not over.
    fn must_run(&self, today: Date, rule: &str) -> Result<(), Refusal> {
        let phase = self.phase(today);
        if phase.has_execution() {
            return Ok(());
        }
        Err(refuse(
            rule,
            format!("{} is {}.", self.number, if phase.is_over() { "over" } else { "not accepted yet" }),
            "Record this for a case that is accepted and not closed; withdraw a milestone recorded wrongly first.",
        ))
    }
}

/// An amount above zero that a row may hold.
fn amount(cents: i64, what: &str) -> Result<(), Refusal> {
    if (1..=LARGEST_AMOUNT).contains(&cents) {
        return Ok(());
    }
    Err(refuse("amount", format!("{what} is {cents} cents."), "Give an amount above zero, up to ten trillion dollars."))
}

/// Cents as dollars, for sentences: `$12,345.67`.
fn usd(cents: i64) -> String {
    let (whole, part) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{}${grouped}.{part:02}", if cents < 0 { "-" } else { "" })
}
