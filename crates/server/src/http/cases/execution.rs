//! A case in execution as its page shows it, and the executions of a queue in figures.

use muster_caseflow::queue::QueueRow;
use muster_domain::cases::{
    Case, CaseBill, CaseClosure, CaseDelivery, CaseDifference, CaseDiscrepancy, CaseHolder, CasePayment,
    CaseReconciliation, CaseReview, ClosurePath, DeliverySlip, DiscrepancyStatus, ExecutionSource, LineDelivered,
    PaymentDue, PaymentSchedule,
};
use muster_domain::{Date, FiscalYear, World};
use serde::Serialize;
use utoipa::ToSchema;

/// A delivery of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDeliveryRow {
    /// Its place among the case's deliveries, from 0: what a command names.
    pub entry: usize,
    /// Which line.
    pub line: u16,
    /// How many.
    pub quantity: u32,
    /// The day it was ordered or planned.
    pub ordered: Date,
    /// The day first planned for it.
    pub planned: Date,
    /// The day it is expected, or was last expected.
    pub expected: Date,
    /// The day it was made.
    pub delivered: Option<Date>,
    /// The day it was taken out of the plan.
    pub withdrawn: Option<Date>,
    /// Whether it is open and past its day.
    pub late: bool,
    /// Days that it came, or is expected, after the day first planned.
    pub slip_days: i32,
    /// How it was put off, earliest first.
    pub slips: Vec<DeliverySlip>,
}

/// A discrepancy report of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDiscrepancyRow {
    /// Its place among the case's reports, from 0: what a command names.
    pub entry: usize,
    /// The report.
    pub report: CaseDiscrepancy,
    /// Where it stands.
    pub status: DiscrepancyStatus,
    /// Who has it, while it is open.
    pub holder: Option<CaseHolder>,
    /// Days from filing until it was closed, or until today.
    pub age: i32,
}

/// A reconciliation with what did not agree.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseReconciliationRow {
    /// The figures.
    pub figures: CaseReconciliation,
    /// Everything that does not agree, explained or not.
    pub differences: Vec<CaseDifference>,
}

/// A case in execution.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseExecution {
    /// Its value with the administrative surcharge, US cents.
    pub total_cents: i64,
    /// The payment schedule in force.
    pub schedule: Option<PaymentSchedule>,
    /// By how much the schedule differs from the total, US cents.
    pub schedule_difference_cents: Option<i64>,
    /// Bills, in the order of recording.
    pub bills: Vec<CaseBill>,
    /// Payments, in the order of recording.
    pub payments: Vec<CasePayment>,
    /// What is to be paid: asked for and not paid, then planned.
    pub payments_due: Vec<PaymentDue>,
    /// Asked for: initial deposit and bills, US cents.
    pub asked_cents: i64,
    /// Received, less what was paid back, US cents.
    pub received_cents: i64,
    /// Credited on discrepancy reports, US cents.
    pub credited_cents: i64,
    /// What the next bill would ask for by its due day, were it issued today.
    pub next_bill: Option<CaseBill>,
    /// What was delivered of each line.
    pub lines_delivered: Vec<LineDelivered>,
    /// What was delivered is worth, US cents, without surcharge.
    pub delivered_cents: i64,
    /// Deliveries, in the order of recording.
    pub deliveries: Vec<CaseDeliveryRow>,
    /// Discrepancy reports, in the order of filing.
    pub discrepancies: Vec<CaseDiscrepancyRow>,
    /// Reviews, in the order of recording.
    pub reviews: Vec<CaseReview>,
    /// Reconciliations, latest last.
    pub reconciliations: Vec<CaseReconciliationRow>,
    /// The systems of record that last said something of it, a part each.
    pub sources: Vec<ExecutionSource>,
    /// Its place in the closure backlog, with what stops it.
    pub closure: Option<CaseClosure>,
}

impl CaseExecution {
    pub(super) fn of(case: &Case, world: &World, today: Date) -> Self {
        let held = &case.execution;
        let reported = |(entry, report): (usize, &CaseDiscrepancy)| {
            let status = report.status(today)?;
            let (holder, age) = (report.holder(today), report.age(today));
            Some(CaseDiscrepancyRow { entry, report: report.clone(), status, holder, age })
        };
        let reconciled =
            |one: &CaseReconciliation| CaseReconciliationRow { figures: one.clone(), differences: one.differences() };
        Self {
            total_cents: case.total_cents(world, today),
            schedule: held.schedule.clone(),
            schedule_difference_cents: case.schedule_difference(world, today),
            bills: held.bills.clone(),
            payments: held.payments.clone(),
            payments_due: case.payments_due(today),
            asked_cents: case.claimed_cents(today),
            received_cents: case.received_cents(today),
            credited_cents: case.credited_cents(today),
            next_bill: case.next_bill(world, today),
            lines_delivered: case.lines_delivered(today),
            delivered_cents: case.delivered_cents(today),
            deliveries: held.deliveries.iter().enumerate().map(|(at, one)| delivery(at, one, today)).collect(),
            discrepancies: held.discrepancies.iter().enumerate().filter_map(reported).collect(),
            reviews: held.reviews.clone(),
            reconciliations: held.reconciliations.iter().map(reconciled).collect(),
            sources: case.execution_sources.clone(),
            closure: case.closure(world, today),
        }
    }
}

fn delivery(entry: usize, one: &CaseDelivery, today: Date) -> CaseDeliveryRow {
    CaseDeliveryRow {
        entry,
        line: one.line,
        quantity: one.quantity,
        ordered: one.ordered,
        planned: one.planned,
        expected: one.expected(),
        delivered: one.delivered,
        withdrawn: one.withdrawn,
        late: one.is_open(today) && one.expected() < today,
        slip_days: one.slip_days(today),
        slips: one.slips.clone(),
    }
}

/// The executions of a queue in figures.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct ExecutionFigures {
    /// Cases of which something asked for is overdue.
    pub overdue: usize,
    /// What is overdue, US cents.
    pub overdue_cents: i64,
    /// Cases with a delivery past its day.
    pub delivery_late: usize,
    /// Open discrepancy reports.
    pub discrepancies: usize,
    /// Cases whose next review should have been held.
    pub review_late: usize,
    /// Cases of which a fiscal year that is over was not reconciled.
    pub reconcile: usize,
    /// Cases that are to be closed.
    pub backlog: usize,
    /// Of those, with nothing that stops it.
    pub closable: usize,
    /// Of those to be closed, by way.
    pub ways: Vec<ClosureCount>,
    /// The earliest fiscal year that is over and was not reconciled.
    pub reconcile_year: Option<FiscalYear>,
}

/// How many cases are to be closed by a way.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClosureCount {
    /// Which way.
    pub path: ClosurePath,
    /// How many cases.
    pub cases: usize,
    /// Of those, with nothing that stops it.
    pub closable: usize,
    /// What they are worth, US cents.
    pub value_cents: i64,
}

impl ExecutionFigures {
    /// Counts one open case.
    pub(super) fn add(&mut self, row: &QueueRow) {
        let state = &row.execution;
        self.overdue += usize::from(state.overdue_cents > 0);
        self.overdue_cents += state.overdue_cents;
        self.delivery_late += usize::from(state.deliveries_late > 0);
        self.discrepancies += usize::from(state.discrepancies);
        self.review_late += usize::from(row.review_late);
        self.reconcile += usize::from(state.reconcile.is_some());
        self.reconcile_year = self.reconcile_year.into_iter().chain(state.reconcile).min();
        let Some(path) = state.closure else { return };
        let free = usize::from(state.closure_stops == 0);
        self.backlog += 1;
        self.closable += free;
        let at = self.ways.partition_point(|way| way.path < path);
        if self.ways.get(at).is_none_or(|way| way.path != path) {
            self.ways.insert(at, ClosureCount { path, cases: 0, closable: 0, value_cents: 0 });
        }
        if let Some(way) = self.ways.get_mut(at) {
            way.cases += 1;
            way.closable += free;
            way.value_cents += row.value_cents;
        }
    }
}
