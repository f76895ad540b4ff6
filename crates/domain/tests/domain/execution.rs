//! Cases in execution: what is owed and paid, delivered and disputed, reviewed and reconciled, and what stops a closure.

use jiff::civil::{Date, date};
use muster_domain::cases::CaseHolder;
use muster_domain::cases::{
    CaseBill, CaseDelivery, CaseInstalment, CaseKind, CasePayment, CaseRecord, CaseReviewKind, ClosurePath,
    ClosureStopKind, DecideDiscrepancy, DeviationKind, DifferenceKind, DiscrepancyKind, DiscrepancyOutcome,
    DiscrepancyStatus, DiscrepancyStep, Execution, ExplainedDifference, FileDiscrepancy, LineClass, Milestone,
    MoveDelivery, PaymentKind, PaymentSchedule, PlanDeliveries, PlannedDelivery, ReconcileCase, RecordBill,
    RecordDelivery, RecordPayment, RecordReview, ReportCases, ReviewAction, SetPaymentSchedule, SettleReviewAction,
    SlipReason,
};
use muster_domain::{CaseId, Command, Decide, FiscalYear};
use proptest::prelude::*;

use super::build::*;
use super::cases::{CASE, LOR, begun, case, lines, reach, record, walk};

/// The total of a case of a million dollars, US cents: 3.2 % above its value.
const TOTAL: i64 = 103_200_000;

pub(super) fn instalments(total: i64) -> Vec<CaseInstalment> {
    let part = total / 4;
    vec![
        CaseInstalment { due: date(2026, 5, 2), cents: part },
        CaseInstalment { due: date(2026, 9, 15), cents: part },
        CaseInstalment { due: date(2026, 12, 15), cents: part },
        CaseInstalment { due: date(2027, 3, 15), cents: total - 3 * part },
    ]
}

fn schedule(total: i64) -> SetPaymentSchedule {
    SetPaymentSchedule { case: CASE, instalments: instalments(total) }
}

fn bill(issued: Date, cents: i64) -> RecordBill {
    RecordBill { case: CASE, issued, due: None, cents }
}

fn pay(on: Date, cents: i64) -> RecordPayment {
    RecordPayment { case: CASE, on, cents }
}

pub(super) fn plan(quantity: u32, on: Date) -> PlanDeliveries {
    PlanDeliveries { case: CASE, deliveries: vec![PlannedDelivery { line: 1, quantity, on }] }
}

pub(super) fn deliver(quantity: u32, on: Date) -> RecordDelivery {
    RecordDelivery { case: CASE, line: 1, quantity, on }
}

fn moved(delivery: u16, to: Option<Date>) -> MoveDelivery {
    MoveDelivery { case: CASE, delivery, to, slip: SlipReason::Production, note: "The line stood still".into() }
}

fn dispute(filed: Date) -> FileDiscrepancy {
    FileDiscrepancy {
        case: CASE,
        line: 1,
        kind: DiscrepancyKind::Shortage,
        quantity: 1,
        claim_cents: 500_000,
        filed,
        note: "One radio short".into(),
    }
}

fn step(step: DiscrepancyStep, on: Date) -> DecideDiscrepancy {
    let (outcome, credited_cents) = (None, 0);
    DecideDiscrepancy { case: CASE, report: 0, step, on, outcome, credited_cents, note: "".into() }
}

fn answer(on: Date, outcome: DiscrepancyOutcome, credited_cents: i64) -> DecideDiscrepancy {
    let note = "Counted again".into();
    DecideDiscrepancy { outcome: Some(outcome), credited_cents, note, ..step(DiscrepancyStep::Answer, on) }
}

fn review(on: Date, held: bool) -> RecordReview {
    let findings = if held { "Deliveries run late".into() } else { "".into() };
    RecordReview { case: CASE, kind: CaseReviewKind::Program, on, held, findings, actions: Vec::new() }
}

fn reconcile(year: Option<i16>, obligated_cents: i64) -> ReconcileCase {
    ReconcileCase { case: CASE, year: year.map(FiscalYear), obligated_cents, explained: Vec::new() }
}

/// A case of a million dollars, accepted on 2 May 2026 and implemented on 4 May.
pub(super) fn running() -> Build {
    let mut build = begun(1_000_000);
    walk(&mut build, Milestone::Countersigned, LOR);
    let until = date(2026, 12, 31);
    build.must(muster_domain::cases::ExtendOffer { case: CASE, until, reason: "Asked for".into() });
    walk(&mut build, Milestone::Offered, date(2026, 5, 1));
    build.must(schedule(TOTAL));
    walk(&mut build, Milestone::Implemented, date(2026, 5, 2));
    build
}

/// The execution of the case of the story.
pub fn tell(build: &mut Build) {
    let total = 7_740_000_000;
    build.must(schedule(total));
    build.must(pay(date(2026, 5, 2), total / 4));
    build.must(bill(date(2026, 7, 15), total / 4));
    build.must(plan(2, date(2026, 8, 1)));
    build.must(plan(2, date(2027, 2, 1)));
    build.must(moved(0, Some(date(2026, 9, 1))));
    build.must(deliver(1, date(2026, 9, 3)));
    build.must(dispute(date(2026, 9, 10)));
    build.must(step(DiscrepancyStep::Review, date(2026, 9, 14)));
    build.must(answer(date(2026, 9, 20), DiscrepancyOutcome::Credited, 400_000));
    let action = ReviewAction {
        action: "Ask the contractor for a recovery plan".into(),
        holder: CaseHolder::Agency,
        due: date(2026, 11, 1),
        done: None,
    };
    build.must(RecordReview { actions: vec![action], ..review(date(2026, 9, 25), true) });
    build.must(SettleReviewAction { case: CASE, review: 0, action: 0, on: date(2026, 9, 30) });
    let explained =
        vec![ExplainedDifference { difference: DifferenceKind::Collection, note: "Paid on 2 October".into() }];
    build.must(ReconcileCase { explained, ..reconcile(Some(2026), 5_000_000_000) });
}

/// What the story refuses.
pub fn refused() -> Vec<(&'static str, Command)> {
    vec![
        ("schedule-sum", schedule(TOTAL).into()),
        ("bill-known", bill(date(2026, 7, 15), 1).into()),
        ("payment-back", pay(TODAY, -2_000_000_000).into()),
        ("delivery-quantity", plan(1, TODAY).into()),
        ("no-delivery", moved(0, None).into()),
        ("delivery-quantity", deliver(4, TODAY).into()),
        ("discrepancy-quantity", FileDiscrepancy { quantity: 9, ..dispute(TODAY) }.into()),
        ("discrepancy-order", step(DiscrepancyStep::Review, TODAY).into()),
        ("review-plan", review(LOR, false).into()),
        ("no-action", SettleReviewAction { case: CASE, review: 0, action: 0, on: TODAY }.into()),
        ("supply-open", reconcile(None, 0).into()),
    ]
}

#[test]
fn a_schedule_adds_up_to_the_case_and_its_surcharge() {
    let mut build = begun(1_000_000);
    build.refused("schedule-phase", schedule(TOTAL));
    walk(&mut build, Milestone::Offered, LOR);
    let short = Command::from(schedule(TOTAL - 5)).decide(&build.world, &build.context()).unwrap_err();
    assert_eq!(short.rule, "schedule-sum");
    assert!(short.problem.contains("$1,031,999.95, the case with its surcharge to $1,032,000.00: -$0.05"), "{short}");
    build.refused("schedule-order", SetPaymentSchedule { case: CASE, instalments: Vec::new() });
    let mut backward = instalments(TOTAL);
    backward.swap(1, 2);
    build.refused("schedule-order", SetPaymentSchedule { case: CASE, instalments: backward });
    build.must(schedule(TOTAL));
    assert_eq!(case(&build).schedule_difference(&build.world, TODAY), Some(0));
    let kinds: Vec<PaymentKind> = case(&build).payments_due(TODAY).iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [PaymentKind::Planned; 4], "nothing is owed before acceptance");
}

#[test]
fn bills_fall_due_by_quarter_and_what_is_not_paid_is_overdue_since_its_day() {
    let mut build = running();
    let part = TOTAL / 4;
    assert_eq!(case(&build).overdue(TODAY), Some((part, date(2026, 5, 2))), "the deposit");
    build.must(pay(date(2026, 5, 4), part));
    assert_eq!(case(&build).overdue(TODAY), None);
    let next = case(&build).next_bill(&build.world, date(2026, 7, 15));
    assert_eq!(next, Some(CaseBill { issued: date(2026, 7, 15), due: date(2026, 9, 15), cents: part }));
    build.must(bill(date(2026, 7, 15), part));
    build.refused("bill-known", bill(date(2026, 7, 20), part));
    build.refused("bill-exceeds", RecordBill { due: Some(date(2026, 10, 1)), ..bill(date(2026, 7, 20), TOTAL) });
    build.refused("bill-due", RecordBill { due: Some(date(2026, 7, 1)), ..bill(date(2026, 7, 20), 1) });
    build.must(pay(date(2026, 9, 1), part - 700));
    assert_eq!(case(&build).overdue(date(2026, 9, 15)), None, "the due day itself is in time");
    assert_eq!(case(&build).overdue(date(2026, 9, 16)), Some((700, date(2026, 9, 15))));
    let due = case(&build).payments_due(TODAY);
    assert_eq!(
        due.iter().map(|one| one.kind).collect::<Vec<_>>(),
        [PaymentKind::Bill, PaymentKind::Planned, PaymentKind::Planned]
    );
    assert_eq!(due[1].due, date(2026, 12, 15));
    assert_eq!(due.iter().map(|one| one.open_cents).sum::<i64>(), TOTAL - 2 * part + 700);
}

#[test]
fn the_deposit_that_was_accepted_stays() {
    let build = running();
    let mut other = instalments(TOTAL);
    other[0].cents -= 100;
    other[1].cents += 100;
    build.refused("schedule-deposit", SetPaymentSchedule { case: CASE, instalments: other });
}

#[test]
fn a_delivery_keeps_the_day_first_planned_so_that_its_slip_is_measured() {
    let mut build = running();
    build.refused(
        "no-line",
        PlanDeliveries { case: CASE, deliveries: vec![PlannedDelivery { line: 7, quantity: 1, on: TODAY }] },
    );
    build.refused("delivery-quantity", plan(5, TODAY));
    build.must(plan(4, date(2026, 8, 1)));
    build.refused("delivery-quantity", plan(1, TODAY));
    build.must(moved(0, Some(date(2026, 9, 1))));
    build.refused("nothing-moved", moved(0, Some(date(2026, 9, 1))));
    assert_eq!(case(&build).delivery_late_since(TODAY), Some(date(2026, 9, 1)));
    build.must(deliver(3, date(2026, 9, 11)));
    let held = &case(&build).execution.deliveries;
    assert_eq!(
        held.iter().map(|one| (one.quantity, one.delivered)).collect::<Vec<_>>(),
        [(3, Some(date(2026, 9, 11))), (1, None)]
    );
    assert_eq!(held[0].slip_days(TODAY), 41, "from 1 August to 11 September");
    assert_eq!(held[1].slip_days(TODAY), 61, "the rest slips on");
    assert_eq!(case(&build).delivered_cents(TODAY), 75_000_000, "three of four");
    build.refused("delivery-quantity", deliver(2, TODAY));
    build.must(deliver(1, TODAY));
    assert!(case(&build).deliveries_due(TODAY).is_empty());
}

#[test]
fn supply_is_complete_only_once_everything_is_delivered() {
    let mut build = running();
    build.refused("line-undelivered", reach(Milestone::SupplyComplete, TODAY));
    build.must(plan(4, date(2026, 9, 1)));
    build.refused("deliveries-open", reach(Milestone::SupplyComplete, TODAY));
    build.must(deliver(4, date(2026, 9, 20)));
    build.refused("line-undelivered", reach(Milestone::SupplyComplete, date(2026, 9, 10)));
    build.must(reach(Milestone::SupplyComplete, date(2026, 9, 20)));
    build.refused("delivery-phase", plan(1, TODAY));
}

#[test]
fn a_discrepancy_report_goes_its_steps_and_its_credit_pays() {
    let mut build = running();
    build.refused("nothing-delivered", dispute(TODAY));
    build.must(deliver(2, date(2026, 6, 1)));
    build.refused("discrepancy-minimum", FileDiscrepancy { claim_cents: 19_999, ..dispute(TODAY) });
    build.refused("discrepancy-quantity", FileDiscrepancy { quantity: 3, ..dispute(TODAY) });
    build.must(dispute(date(2026, 6, 10)));
    let status = |build: &Build| case(build).execution.discrepancies[0].status(TODAY).unwrap();
    let holder = |build: &Build| case(build).execution.discrepancies[0].holder(TODAY);
    assert_eq!((status(&build), holder(&build)), (DiscrepancyStatus::Received, Some(CaseHolder::Agency)));
    build.refused("discrepancy-order", answer(TODAY, DiscrepancyOutcome::Accepted, 0));
    build.refused("day-order", step(DiscrepancyStep::Review, date(2026, 6, 1)));
    build.must(step(DiscrepancyStep::Review, date(2026, 6, 12)));
    build.refused("outcome-missing", step(DiscrepancyStep::Answer, TODAY));
    build.refused("credit-amount", answer(TODAY, DiscrepancyOutcome::Credited, 500_001));
    build.refused("credit-amount", answer(TODAY, DiscrepancyOutcome::Replaced, 1));
    let owed = case(&build).overdue(TODAY).unwrap().0;
    build.must(answer(date(2026, 7, 1), DiscrepancyOutcome::Credited, 500_000));
    assert_eq!((status(&build), holder(&build)), (DiscrepancyStatus::Answered, Some(CaseHolder::Purchaser)));
    assert_eq!(case(&build).overdue(TODAY).unwrap().0, owed - 500_000);
    build.must(step(DiscrepancyStep::Close, date(2026, 7, 9)));
    assert_eq!(status(&build), DiscrepancyStatus::Closed);
    assert_eq!(case(&build).execution.discrepancies[0].age(TODAY), 29);
}

#[test]
fn a_report_comes_in_time_or_is_about_what_could_not_be_seen() {
    let mut build = Build::service();
    let delivered = CaseDelivery {
        line: 1,
        quantity: 4,
        ordered: date(2025, 1, 1),
        planned: date(2025, 3, 1),
        slips: Vec::new(),
        delivered: Some(date(2025, 3, 1)),
        withdrawn: None,
    };
    let execution = Execution { deliveries: vec![delivered], ..Execution::default() };
    build.must(ReportCases { source: "Case system".into(), cases: vec![old(2025, &[], execution)] });
    build.refused("discrepancy-late", dispute(TODAY));
    build.refused("discrepancy-late", dispute(date(2026, 3, 2)));
    build.must(dispute(date(2026, 3, 1)));
    build.must(FileDiscrepancy { kind: DiscrepancyKind::LatentDefect, ..dispute(TODAY) });
}

#[test]
fn a_review_is_due_a_year_after_the_last_one_unless_it_is_planned() {
    let mut build = running();
    let due = |build: &Build| case(build).next_review(&build.world, TODAY).unwrap();
    assert_eq!(due(&build), date(2027, 5, 4), "a year after implementation");
    build.must(review(date(2026, 11, 20), false));
    assert_eq!(due(&build), date(2026, 11, 20));
    build.refused("day-ahead", review(date(2026, 11, 20), true));
    build.must(review(date(2026, 9, 1), true));
    assert_eq!(case(&build).execution.reviews.len(), 1, "the one planned was held, earlier");
    assert_eq!(due(&build), date(2027, 9, 1));
}

/// A case with this history of milestones beyond implementation, implemented in January of a year.
pub(super) fn old(year: i16, further: &[(Milestone, Date)], execution: Execution) -> CaseRecord {
    let first = date(year, 1, 1);
    let steps = Milestone::after(None).filter(|one| one.milestone <= Milestone::Implemented);
    let mut milestones: Vec<(Milestone, Date)> = steps.map(|one| (one.milestone, first)).collect();
    milestones.extend(further);
    CaseRecord {
        lor: first,
        kind: CaseKind::DefinedOrder,
        milestones,
        holds: Vec::new(),
        lines: lines(1_000_000, LineClass::Articles),
        execution,
        ..record()
    }
}

fn reported(cases: Vec<CaseRecord>) -> Build {
    let mut build = Build::service();
    build.must(ReportCases { source: "Case system".into(), cases });
    build
}

#[test]
fn the_closure_backlog_is_accelerated_then_a_priority_then_forced() {
    let complete = |on| old(2015, &[(Milestone::SupplyComplete, on)], Execution::default());
    let path = |on| {
        let build = reported(vec![complete(on)]);
        case(&build).closure(&build.world, TODAY).unwrap().path
    };
    assert_eq!(path(date(2026, 9, 30)), ClosurePath::Accelerated);
    assert_eq!(path(date(2024, 10, 1)), ClosurePath::Accelerated, "the last day of 24 months");
    assert_eq!(path(date(2024, 9, 30)), ClosurePath::Priority);
    assert_eq!(path(date(2024, 1, 1)), ClosurePath::Priority, "three quarters on the list");
    assert_eq!(path(date(2023, 12, 31)), ClosurePath::Forced);
    let build = reported(vec![old(2015, &[], Execution::default())]);
    assert_eq!(case(&build).closure(&build.world, TODAY), None, "a defined order in execution is not to be closed");
    let blanket = CaseRecord { kind: CaseKind::BlanketOrder, ..old(2026, &[], Execution::default()) };
    let build = reported(vec![blanket]);
    assert_eq!(case(&build).closure(&build.world, date(2026, 6, 29)), None);
    let idle = case(&build).closure(&build.world, date(2026, 6, 30)).unwrap();
    assert_eq!((idle.path, idle.since), (ClosurePath::Idle, date(2026, 6, 30)), "180 days after 1 January");
}

#[test]
fn what_is_open_stops_a_closure_and_is_named() {
    let mut build = running();
    build.must(plan(4, date(2026, 7, 1)));
    build.must(deliver(4, date(2026, 7, 1)));
    build.must(dispute(date(2026, 7, 3)));
    build.must(reach(Milestone::SupplyComplete, date(2026, 7, 10)));
    let stops = |build: &Build| -> Vec<ClosureStopKind> {
        case(build).closure(&build.world, TODAY).unwrap().stops.iter().map(|stop| stop.kind).collect()
    };
    use ClosureStopKind::{NotReconciled, OpenBill, OpenDiscrepancy, Unreconciled};
    assert_eq!(stops(&build), [OpenDiscrepancy, OpenBill, NotReconciled]);
    build.refused("closing-stopped", reach(Milestone::InterimClosed, TODAY));
    build.must(step(DiscrepancyStep::Review, date(2026, 7, 12)));
    build.must(answer(date(2026, 7, 20), DiscrepancyOutcome::Rejected, 0));
    build.must(step(DiscrepancyStep::Close, date(2026, 7, 20)));
    build.must(pay(date(2026, 7, 20), TOTAL / 4));
    build.must(reconcile(None, 100_000_000));
    assert_eq!(stops(&build), [Unreconciled], "only a quarter was billed");
    build.refused("closing-stopped", reach(Milestone::Closed, TODAY));
    build.refused(
        "no-difference",
        ReconcileCase {
            explained: vec![ExplainedDifference { difference: DifferenceKind::Delivery, note: "None".into() }],
            ..reconcile(None, 100_000_000)
        },
    );
    build.must(reach(Milestone::InterimClosed, TODAY));
    build.must(bill(date(2026, 8, 1), TOTAL - TOTAL / 4));
    build.must(pay(date(2026, 9, 1), TOTAL - TOTAL / 4));
    build.must(reconcile(None, 100_000_000));
    assert_eq!(stops(&build), []);
    build.must(reach(Milestone::Closed, TODAY));
    assert!(case(&build).deviations(&build.world).is_empty());
    build.refused("payment-phase", pay(TODAY, 1));
}

#[test]
fn a_reconciliation_names_what_does_not_agree() {
    let mut build = running();
    build.must(deliver(2, date(2026, 7, 1)));
    let missing = |build: &Build, day| case(build).year_to_reconcile(&build.world, day);
    assert_eq!(missing(&build, date(2026, 12, 31)), None, "three months to do it in");
    assert_eq!(missing(&build, date(2027, 1, 1)), Some(FiscalYear(2026)));
    build.refused("reconcile-year", reconcile(Some(2025), 0));
    build.must(reconcile(Some(2026), 120_000_000));
    let held = &case(&build).execution.reconciliations[0];
    assert_eq!(held.through, date(2026, 9, 30));
    let found: Vec<(DifferenceKind, i64)> = held.unreconciled().iter().map(|one| (one.kind, one.cents)).collect();
    assert_eq!(
        found,
        [
            (DifferenceKind::Obligation, 20_000_000),
            (DifferenceKind::Billing, TOTAL / 2 - TOTAL / 4),
            (DifferenceKind::Collection, TOTAL / 4),
        ]
    );
    assert_eq!(missing(&build, date(2027, 1, 1)), None);
}

#[test]
fn a_system_of_record_may_say_what_cannot_be_and_it_shows() {
    let open = CaseDelivery {
        line: 1,
        quantity: 4,
        ordered: date(2015, 1, 1),
        planned: date(2016, 1, 1),
        slips: Vec::new(),
        delivered: None,
        withdrawn: None,
    };
    let execution = Execution {
        schedule: Some(PaymentSchedule { set: date(2015, 1, 1), instalments: instalments(TOTAL) }),
        bills: vec![CaseBill { issued: date(2016, 1, 15), due: date(2016, 3, 15), cents: 900 }],
        payments: vec![CasePayment { on: date(2016, 3, 1), cents: 800 }],
        deliveries: vec![open],
        ..Execution::default()
    };
    let ends = [(Milestone::SupplyComplete, date(2018, 1, 1)), (Milestone::Closed, date(2019, 1, 1))];
    let build = reported(vec![old(2015, &ends, execution.clone())]);
    let kinds: Vec<DeviationKind> = case(&build).deviations(&build.world).iter().map(|one| one.kind).collect();
    use DeviationKind::{ClosedOpen, SupplyOpen};
    assert_eq!(kinds, [SupplyOpen, ClosedOpen, ClosedOpen], "a delivery, and the bill");
    let build = reported(vec![old(2015, &ends, Execution::default())]);
    assert!(case(&build).deviations(&build.world).is_empty(), "what is not known contradicts nothing");
    let mut ahead = execution.clone();
    ahead.payments[0].on = date(2027, 1, 1);
    build.refused("day-ahead", ReportCases { source: "Case system".into(), cases: vec![old(2015, &ends, ahead)] });
    let mut elsewhere = execution;
    elsewhere.deliveries[0].line = 2;
    build.refused("no-line", ReportCases { source: "Case system".into(), cases: vec![old(2015, &ends, elsewhere)] });
}

fn tried(what: usize, days: i32, cents: i64) -> Command {
    let on = date(2026, 5, 5).checked_add(jiff::Span::new().days(days)).unwrap();
    match what {
        0 => bill(on, cents).into(),
        1 => RecordBill { due: Some(on.tomorrow().unwrap()), ..bill(on, cents) }.into(),
        2 | 3 => pay(on, cents).into(),
        4 => pay(on, -cents).into(),
        5 | 6 => plan(1 + u32::try_from(days).unwrap() % 3, on).into(),
        7 | 8 => deliver(1 + u32::try_from(days).unwrap() % 3, on).into(),
        9 => moved(u16::try_from(days % 5).unwrap(), (days % 4 > 0).then_some(on)).into(),
        10 => dispute(on).into(),
        11 => step(DiscrepancyStep::Review, on).into(),
        12 => answer(on, DiscrepancyOutcome::Credited, cents.min(500_000)).into(),
        13 => step(DiscrepancyStep::Close, on).into(),
        14 => reconcile((days % 2 > 0).then_some(2026), cents).into(),
        15 => ReconcileCase {
            explained: [DifferenceKind::Billing, DifferenceKind::Collection, DifferenceKind::Obligation]
                .map(|difference| ExplainedDifference { difference, note: "Known".into() })
                .into(),
            ..reconcile(None, 3)
        }
        .into(),
        16 => reach(Milestone::SupplyComplete, on).into(),
        17 => reach(Milestone::InterimClosed, on).into(),
        _ => reach(Milestone::Closed, TODAY).into(),
    }
}

proptest! {
    /// Whatever is tried in whatever order: what commands let through never departs from the rules, what is owed is what
    /// was asked less what was paid, and no line is delivered more than it has.
    #[test]
    fn what_commands_let_through_keeps_every_rule(
        tries in prop::collection::vec((0usize..19, 0i32..149, 1i64..60_000_000), 1..120),
    ) {
        let mut build = running();
        for (what, days, cents) in tries {
            let _ = build.attempt(tried(what, days, cents));
            let case = case(&build);
            let paid = case.received_cents(TODAY) + case.credited_cents(TODAY);
            let asked = case.claimed_cents(TODAY);
            let owed = |kind_planned: bool| -> i64 {
                let due = case.payments_due(TODAY);
                due.iter().filter(|one| (one.kind == PaymentKind::Planned) == kind_planned).map(|one| one.open_cents).sum()
            };
            prop_assert_eq!(owed(false), (asked - paid).max(0));
            prop_assert_eq!(owed(false) + owed(true), (TOTAL.max(asked) - paid).max(0));
            for line in case.lines_delivered(TODAY) {
                prop_assert!(line.delivered + line.planned <= line.quantity);
            }
            prop_assert!(case.execution.deliveries.iter().all(|one| one.quantity > 0));
        }
        prop_assert_eq!(case(&build).deviations(&build.world), Vec::new());
    }
}

#[test]
fn what_was_paid_is_found_on_no_other_case() {
    let build = running();
    build.refused("no-case", RecordPayment { case: CaseId(9), ..pay(TODAY, 1) });
}
