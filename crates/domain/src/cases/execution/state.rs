//! What the queue shows of a case in execution: everything that is due or open, as figures of one day.

use serde::Serialize;

use super::{ClosurePath, PaymentKind};
use crate::cases::Case;
use crate::kernel::{Date, FiscalYear};
use crate::world::World;

/// A case's execution on a day, in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ExecutionState {
    /// What is overdue, US cents.
    pub overdue_cents: i64,
    /// Since when.
    pub overdue_since: Option<Date>,
    /// The next day on which something is to be paid, not overdue yet.
    pub payment_next: Option<Date>,
    /// Deliveries that are expected.
    pub deliveries: u16,
    /// Of those, past their day.
    pub deliveries_late: u16,
    /// The expected day of the one that is late the longest.
    pub late_since: Option<Date>,
    /// The next day on which a delivery is expected, not late yet.
    pub delivery_next: Option<Date>,
    /// Open discrepancy reports.
    pub discrepancies: u16,
    /// The day the oldest of them was filed.
    pub discrepancy_since: Option<Date>,
    /// The day by which the next review is due.
    pub review_due: Option<Date>,
    /// Actions of reviews past their day.
    pub actions_overdue: u16,
    /// The fiscal year that should have been reconciled by now and was not.
    pub reconcile: Option<FiscalYear>,
    /// By which way it is to be closed, where it is.
    pub closure: Option<ClosurePath>,
    /// Since when it is to be closed.
    pub closure_since: Option<Date>,
    /// In how many ways its closure is stopped.
    pub closure_stops: u16,
}

fn short(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

impl Case {
    /// Its execution on a day, in figures; all empty before acceptance and once it is over.
    pub fn execution_state(&self, world: &World, day: Date) -> ExecutionState {
        if !self.phase(day).has_execution() {
            return ExecutionState::default();
        }
        let (payments, deliveries) = (self.payments_due(day), self.deliveries_due(day));
        let overdue = || payments.iter().filter(|one| one.overdue);
        let reports = || self.execution.discrepancies.iter().filter(|one| one.is_open(day));
        let closure = self.closure(world, day);
        let next = payments.iter().filter(|one| one.due >= day || one.kind == PaymentKind::Planned);
        ExecutionState {
            overdue_cents: overdue().map(|one| one.open_cents).sum(),
            overdue_since: overdue().map(|one| one.due).min(),
            payment_next: next.map(|one| one.due.max(day)).min(),
            deliveries: short(deliveries.len()),
            deliveries_late: short(deliveries.iter().filter(|one| one.late).count()),
            late_since: deliveries.iter().filter(|one| one.late).map(|one| one.expected).min(),
            delivery_next: deliveries.iter().filter(|one| !one.late).map(|one| one.expected).min(),
            discrepancies: short(reports().count()),
            discrepancy_since: reports().map(|one| one.filed).min(),
            review_due: self.next_review(world, day),
            actions_overdue: short(self.actions_overdue(day)),
            reconcile: self.year_to_reconcile(world, day),
            closure: closure.as_ref().map(|closure| closure.path),
            closure_since: closure.as_ref().map(|closure| closure.since),
            closure_stops: closure.map_or(0, |closure| short(closure.stops.len())),
        }
    }
}
