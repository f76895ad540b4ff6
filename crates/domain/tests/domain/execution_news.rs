//! What a system of record says anew of the execution of cases: which held row it is about, what of it is taken, what
//! stays, and that saying it again is nothing.

use jiff::civil::{Date, date};
use muster_domain::cases::{
    CaseBill, CaseDelivery, CaseDiscrepancy, CaseHolder, CaseInstalment, CaseNews, CasePayment, CaseReconciliation,
    CaseReview, CaseReviewKind, DeliverySlip, DeviationKind, DifferenceKind, DiscrepancyAnswer, DiscrepancyKind,
    DiscrepancyOutcome, Execution, ExecutionPart, ExplainedDifference, Milestone, MoveDelivery, PaymentSchedule,
    RecordReview, ReportCases, ReviewAction, SettleReviewAction, SlipReason, UpdateCases,
};
use muster_domain::{Event, FiscalYear, read_events, write_events};
use proptest::prelude::*;

use super::build::*;
use super::cases::{CASE, case};
use super::execution::{deliver, instalments, old, plan, running};

fn news(build: &Build, execution: Execution) -> UpdateCases {
    let news = CaseNews { execution, ..CaseNews::of(case(build).number) };
    UpdateCases { source: "DIFS".into(), cases: vec![news] }
}

/// Says it, and says it again: the second time nothing happens.
#[track_caller]
fn say(build: &mut Build, execution: Execution) -> Vec<Event> {
    let events = build.must(news(build, execution.clone()));
    assert_eq!(build.must(news(build, execution)), Vec::new(), "said again");
    events
}

fn delivery(quantity: u32, planned: Date, delivered: Option<Date>) -> CaseDelivery {
    CaseDelivery {
        line: 1,
        quantity,
        ordered: date(2026, 5, 6),
        planned,
        slips: Vec::new(),
        delivered,
        withdrawn: None,
    }
}

fn came(quantity: u32, on: Date) -> CaseDelivery {
    CaseDelivery { ordered: on, ..delivery(quantity, on, Some(on)) }
}

fn slip(on: Date, to: Date) -> DeliverySlip {
    DeliverySlip { on, to, reason: SlipReason::Production, note: "Engines are late".into() }
}

fn deliveries(deliveries: Vec<CaseDelivery>) -> Execution {
    Execution { deliveries, ..Execution::default() }
}

fn held(build: &Build) -> Vec<(u32, Date, Option<Date>)> {
    case(build).execution.deliveries.iter().map(|one| (one.quantity, one.expected(), one.delivered)).collect()
}

#[test]
fn a_delivery_is_known_by_its_line_and_the_day_first_planned() {
    let mut build = running();
    build.must(plan(4, date(2026, 8, 1)));
    let slipped =
        CaseDelivery { slips: vec![slip(date(2026, 7, 1), date(2026, 9, 1))], ..delivery(4, date(2026, 8, 1), None) };
    say(&mut build, deliveries(vec![slipped]));
    assert_eq!(held(&build), [(4, date(2026, 9, 1), None)]);
    say(&mut build, deliveries(vec![delivery(3, date(2026, 8, 1), Some(date(2026, 9, 3)))]));
    let rest = (1, date(2026, 9, 1), None);
    assert_eq!(held(&build), [(3, date(2026, 9, 1), Some(date(2026, 9, 3))), rest], "the rest stays planned");
    say(&mut build, deliveries(vec![delivery(1, date(2027, 1, 15), None)]));
    assert_eq!(held(&build).len(), 3, "another day is another delivery");
    assert_eq!(case(&build).execution.deliveries[0].ordered, date(2026, 5, 6), "the first day of ordering counts");
}

#[test]
fn what_only_came_counts_as_what_was_expected_first() {
    let mut build = running();
    build.must(plan(1, date(2026, 8, 1)));
    build.must(plan(2, date(2026, 9, 1)));
    let on = date(2026, 8, 20);
    say(&mut build, deliveries(vec![came(2, on)]));
    let settled = [(1, date(2026, 8, 1), Some(on)), (1, date(2026, 9, 1), Some(on)), (1, date(2026, 9, 1), None)];
    assert_eq!(held(&build), settled);
    let later = date(2026, 9, 20);
    say(&mut build, deliveries(vec![came(2, on), came(2, later)]));
    assert_eq!(held(&build)[2..], [(1, date(2026, 9, 1), Some(later)), (1, later, Some(later))], "one was not planned");
    assert!(case(&build).deliveries_due(TODAY).is_empty());
}

#[test]
fn a_plan_that_was_made_in_parts_here_is_not_planned_again() {
    let mut build = running();
    build.must(plan(4, date(2026, 8, 1)));
    build.must(deliver(3, date(2026, 8, 3)));
    let before = held(&build);
    let planned = CaseDelivery { ordered: TODAY, ..delivery(4, date(2026, 8, 1), None) };
    assert_eq!(build.must(news(&build, deliveries(vec![planned.clone()]))), Vec::new());
    let slipped = CaseDelivery { slips: vec![slip(TODAY, date(2026, 12, 1))], ..planned };
    say(&mut build, deliveries(vec![slipped]));
    assert_eq!(held(&build)[0], before[0], "what came is not moved");
    assert_eq!(held(&build)[1], (1, date(2026, 12, 1), None));
    build.must(MoveDelivery { case: CASE, delivery: 1, to: None, slip: SlipReason::Other, note: "Not needed".into() });
    assert!(case(&build).deliveries_due(TODAY).is_empty());
}

#[test]
fn money_is_said_anew_by_due_day_and_as_a_ledger() {
    let mut build = running();
    let total = 103_200_000;
    let bill = CaseBill { issued: date(2026, 7, 15), due: date(2026, 9, 15), cents: 700 };
    let paid = CasePayment { on: date(2026, 9, 1), cents: 300 };
    let two = Execution { bills: vec![bill], payments: vec![paid, paid], ..Execution::default() };
    say(&mut build, two);
    assert_eq!(case(&build).received_cents(TODAY), 600, "two payments alike are two");
    say(&mut build, Execution { bills: vec![CaseBill { cents: 800, ..bill }], ..Execution::default() });
    assert_eq!(case(&build).execution.bills, [CaseBill { cents: 800, ..bill }]);

    let set = case(&build).execution.schedule.as_ref().unwrap().set;
    let schedule = |set, instalments| PaymentSchedule { set, instalments };
    let of = |schedule| Execution { schedule: Some(schedule), ..Execution::default() };
    let mut other = instalments(total);
    other[3].cents += 100;
    let older = schedule(set.yesterday().unwrap(), other.clone());
    assert_eq!(build.must(news(&build, of(older))), Vec::new(), "one set before the held one is nothing new");
    assert_eq!(build.must(news(&build, of(schedule(TODAY, instalments(total))))), Vec::new());
    say(&mut build, of(schedule(set, other)));
    assert_eq!(case(&build).schedule_difference(&build.world, TODAY), Some(100), "taken, and shown");
}

#[test]
fn what_was_done_here_stays_and_a_plan_of_a_review_is_overtaken() {
    let mut build = running();
    let review =
        |on, held| CaseReview { kind: CaseReviewKind::Program, on, held, findings: "".into(), actions: Vec::new() };
    let of = |reviews| Execution { reviews, ..Execution::default() };
    say(&mut build, of(vec![review(date(2026, 9, 20), false)]));
    let due = date(2026, 11, 1);
    let action = |done| ReviewAction { action: "Ask again".into(), holder: CaseHolder::Agency, due, done };
    build.must(RecordReview {
        case: CASE,
        kind: CaseReviewKind::Program,
        on: date(2026, 9, 22),
        held: true,
        findings: "Late".into(),
        actions: vec![action(None)],
    });
    build.must(SettleReviewAction { case: CASE, review: 0, action: 0, on: date(2026, 9, 25) });
    assert_eq!(build.must(news(&build, of(vec![review(date(2026, 9, 20), false)]))), Vec::new(), "held since");
    let again = CaseReview { actions: vec![action(None)], ..review(date(2026, 9, 22), true) };
    assert_eq!(build.must(news(&build, of(vec![again]))), Vec::new(), "done and found here");
    let further = CaseReview {
        actions: vec![ReviewAction { action: "Pay".into(), ..action(None) }],
        ..review(date(2026, 9, 22), true)
    };
    say(&mut build, of(vec![further, review(date(2026, 2, 1), true), review(date(2027, 9, 1), false)]));
    let reviews = &case(&build).execution.reviews;
    assert_eq!(reviews.iter().map(|one| one.held).collect::<Vec<_>>(), [true, true, false]);
    let done: Vec<_> = reviews[0].actions.iter().map(|action| action.done.is_some()).collect();
    assert_eq!((done, &*reviews[0].findings), (vec![true, false], "Late"));
    say(&mut build, of(vec![review(date(2026, 3, 1), true)]));
    assert_eq!(case(&build).next_review(&build.world, TODAY), Some(date(2027, 9, 1)), "history takes no plan's place");
}

#[test]
fn what_contradicts_the_rules_is_taken_shown_and_carries_its_source() {
    let mut build = Build::service();
    let ends = [(Milestone::SupplyComplete, date(2018, 1, 1)), (Milestone::Closed, date(2019, 1, 1))];
    build.must(ReportCases { source: "Case system".into(), cases: vec![old(2015, &ends, Execution::default())] });
    assert!(case(&build).deviations(&build.world).is_empty());
    let open = CaseDelivery { ordered: date(2015, 1, 1), ..delivery(4, date(2016, 1, 1), None) };
    let bills = vec![CaseBill { issued: date(2016, 1, 15), due: date(2016, 3, 15), cents: 900 }];
    let events = say(&mut build, Execution { bills, ..deliveries(vec![open]) });
    let kinds: Vec<DeviationKind> = case(&build).deviations(&build.world).iter().map(|one| one.kind).collect();
    use DeviationKind::{ClosedOpen, SupplyOpen};
    assert_eq!(kinds, [SupplyOpen, ClosedOpen, ClosedOpen], "a delivery, and the bill");
    let sources: Vec<_> = case(&build).execution_sources.iter().map(|one| (one.part, one.source.to_string())).collect();
    let difs = "DIFS".to_owned();
    assert_eq!(sources, [(ExecutionPart::Payments, difs.clone()), (ExecutionPart::Deliveries, difs)]);
    assert_eq!(case(&build).source.as_deref(), Some("Case system"), "its row is still of the case system");
    assert_eq!(read_events(&write_events(&events)).unwrap(), events, "it is stored as it was taken");
}

#[test]
fn what_cannot_be_a_fact_is_refused() {
    let build = running();
    let line = CaseDelivery { line: 9, ..delivery(1, date(2026, 9, 1), None) };
    build.refused("no-line", news(&build, deliveries(vec![line])));
    build.refused("day-ahead", news(&build, deliveries(vec![came(1, date(2026, 10, 2))])));
    let payments = vec![CasePayment { on: TODAY, cents: 0 }];
    build.refused("amount", news(&build, Execution { payments, ..Execution::default() }));
    let twice = vec![CaseInstalment { due: TODAY, cents: 1 }; 2];
    let schedule = Some(PaymentSchedule { set: TODAY, instalments: twice });
    build.refused("schedule-order", news(&build, Execution { schedule, ..Execution::default() }));
}

/// Days so near each other that rows are often about one and the same thing.
fn day() -> impl Strategy<Value = Date> {
    (1..5_i8).prop_map(|day| date(2026, 9, day))
}

fn any_delivery() -> impl Strategy<Value = CaseDelivery> {
    let slips = prop::collection::vec((day(), day()), 0..3);
    let days = (day(), day(), prop::option::of(day()), prop::option::weighted(0.2, day()));
    (1..4_u32, any::<bool>(), days, slips).prop_map(|(quantity, only_came, (ordered, planned, made, off), slips)| {
        if only_came && let Some(on) = made {
            return came(quantity, on);
        }
        let mut slips: Vec<DeliverySlip> = slips.into_iter().map(|(on, to)| slip(on, to)).collect();
        slips.sort_by_key(|slip| slip.on);
        CaseDelivery { ordered, slips, withdrawn: off, ..delivery(quantity, planned, made) }
    })
}

fn any_report() -> impl Strategy<Value = CaseDiscrepancy> {
    let answer = (day(), 0..3_i64, prop_oneof![Just(""), Just("Counted again")]);
    let steps = (prop::option::of(day()), prop::option::of(answer), prop::option::of(day()));
    (day(), 1..3_u32, 1..3_i64, prop_oneof![Just(""), Just("Short")], steps).prop_map(
        |(filed, quantity, claim_cents, note, (review, answer, closed))| CaseDiscrepancy {
            line: 1,
            kind: DiscrepancyKind::Shortage,
            quantity,
            claim_cents,
            delivered: date(2026, 8, 1),
            filed,
            note: note.into(),
            review,
            answer: answer.map(|(on, credited_cents, note)| DiscrepancyAnswer {
                on,
                outcome: DiscrepancyOutcome::Credited,
                credited_cents,
                note: note.into(),
            }),
            closed,
        },
    )
}

fn any_review() -> impl Strategy<Value = CaseReview> {
    let action = (prop_oneof![Just("Ask"), Just("Pay")], day(), prop::option::of(day()));
    let actions = prop::collection::vec(action, 0..3);
    (day(), any::<bool>(), prop_oneof![Just(""), Just("Late")], actions).prop_map(|(on, held, findings, actions)| {
        let action = |(action, due, done): (&str, Date, Option<Date>)| ReviewAction {
            action: action.into(),
            holder: CaseHolder::Agency,
            due,
            done,
        };
        let actions = actions.into_iter().map(action).collect();
        CaseReview { kind: CaseReviewKind::Program, on, held, findings: findings.into(), actions }
    })
}

fn any_reconciliation() -> impl Strategy<Value = CaseReconciliation> {
    (day(), prop::option::of(2025..2027_i16), 0..3_i64, prop::option::of(prop_oneof![Just(""), Just("Known")]))
        .prop_map(|(through, year, cents, note)| CaseReconciliation {
            year: year.map(FiscalYear),
            through,
            ordered_cents: cents,
            obligated_cents: cents,
            total_cents: cents,
            scheduled_cents: None,
            asked_cents: 1,
            due_cents: 1,
            received_cents: -cents,
            credited_cents: 0,
            delivered_cents: 0,
            delivered_total_cents: 0,
            explained: note
                .map(|note| ExplainedDifference { difference: DifferenceKind::Billing, note: note.into() })
                .into_iter()
                .collect(),
        })
}

fn any_execution() -> impl Strategy<Value = Execution> {
    let bill = (day(), day(), 1..4_i64).prop_map(|(issued, due, cents)| CaseBill { issued, due, cents });
    let payment =
        (day(), prop_oneof![Just(-1_i64), Just(1), Just(2)]).prop_map(|(on, cents)| CasePayment { on, cents });
    let schedule =
        (day(), prop::collection::btree_map(day(), 1..4_i64, 1..4)).prop_map(|(set, parts)| PaymentSchedule {
            set,
            instalments: parts.into_iter().map(|(due, cents)| CaseInstalment { due, cents }).collect(),
        });
    (
        prop::option::of(schedule),
        prop::collection::vec(bill, 0..5),
        prop::collection::vec(payment, 0..5),
        prop::collection::vec(any_delivery(), 0..6),
        prop::collection::vec(any_report(), 0..5),
        prop::collection::vec(any_review(), 0..5),
        prop::collection::vec(any_reconciliation(), 0..4),
    )
        .prop_map(|(schedule, bills, payments, deliveries, discrepancies, reviews, reconciliations)| Execution {
            schedule,
            bills,
            payments,
            deliveries,
            discrepancies,
            reviews,
            reconciliations,
        })
}

fn rows(held: &Execution) -> [usize; 6] {
    [
        held.bills.len(),
        held.payments.len(),
        held.deliveries.len(),
        held.discrepancies.len(),
        held.reviews.len(),
        held.reconciliations.len(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    /// Whatever is held and whatever is said: said twice is said once, no row is lost, and nobody's word that something
    /// was done is taken back.
    #[test]
    fn said_again_is_nothing_and_nothing_is_lost(first in any_execution(), then in any_execution()) {
        let mut build = Build::service();
        build.must(ReportCases { source: "Case system".into(), cases: vec![old(2015, &[], Execution::default())] });
        build.must(news(&build, first.clone()));
        prop_assert_eq!(&case(&build).execution, &first, "where nothing was held, what is said is held as it is");
        let events = build.must(news(&build, then.clone()));
        prop_assert_eq!(read_events(&write_events(&events)).unwrap(), events);
        let after = case(&build).execution.clone();
        prop_assert!(rows(&first).iter().zip(rows(&after)).all(|(before, after)| *before <= after));
        let made = |held: &Execution| held.deliveries.iter().filter(|one| one.delivered.is_some()).count();
        let closed = |held: &Execution| held.discrepancies.iter().filter(|one| one.closed.is_some()).count();
        prop_assert!(made(&first) <= made(&after) && closed(&first) <= closed(&after));
        prop_assert_eq!(build.must(news(&build, then)), Vec::new());
    }
}
