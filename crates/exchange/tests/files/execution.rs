//! The execution of cases: what an export writes an import reads back to the same facts, what a file says of a held row,
//! and clear words for what cannot be taken.

use jiff::civil::{Date, date};
use muster_domain::World;
use muster_domain::cases::{
    Case, CaseBill, CaseDelivery, CaseDiscrepancy, CaseHolder, CaseInstalment, CaseKind, CaseLine, CaseNotification,
    CasePayment, CaseReconciliation, CaseRecord, CaseReview, CaseReviewKind, DeliverySlip, DeviationKind,
    DifferenceKind, DiscrepancyAnswer, DiscrepancyKind, DiscrepancyOutcome, Execution, ExplainedDifference,
    GoalCategory, LineClass, Milestone, PaymentSchedule, ReportCases, ReviewAction, SlipReason,
};
use muster_exchange::export::{Noun, Scopes, export};
use muster_exchange::import::{ImportKind, ImportOptions, Plan, plan};
use muster_exchange::tabular::FileRefused;
use proptest::prelude::*;

use crate::malformed::{falls_over, hand_in, spoil};
use crate::service::{self, Dice, everything, give, options, today};

const KINDS: [(Noun, ImportKind); 5] = [
    (Noun::CasePayments, ImportKind::CasePayments),
    (Noun::CaseDeliveries, ImportKind::CaseDeliveries),
    (Noun::CaseDiscrepancies, ImportKind::CaseDiscrepancies),
    (Noun::CaseReviews, ImportKind::CaseReviews),
    (Noun::CaseReconciliations, ImportKind::CaseReconciliations),
];

fn record(number: usize, execution: Execution) -> CaseRecord {
    let line = |line| CaseLine {
        line,
        title: "Radios".into(),
        class: LineClass::Articles,
        quantity: 8,
        value_cents: 100_000_000,
    };
    CaseRecord {
        number: format!("JO-B-A{number:02}").parse().unwrap(),
        office: muster_domain::OfficeId(2),
        kind: CaseKind::DefinedOrder,
        category: GoalCategory::B,
        title: "Radios".into(),
        lor: date(2024, 1, 8),
        assessed: Vec::new(),
        milestones: vec![(Milestone::Accepted, date(2025, 1, 8)), (Milestone::Implemented, date(2025, 2, 1))],
        holds: Vec::new(),
        delays: Vec::new(),
        lines: vec![line(1), line(2)],
        notification: CaseNotification::default(),
        expires: None,
        documents: Vec::new(),
        execution,
        manager: None,
    }
}

/// A service with a case of each execution.
fn with_cases(executions: Vec<Execution>) -> World {
    let mut world = service::world(3, 4);
    let cases = executions.into_iter().enumerate().map(|(number, execution)| record(number, execution)).collect();
    give(&mut world, ReportCases { source: "Case system".into(), cases });
    world
}

fn file(world: &World, noun: Noun, name: &str) -> Option<Vec<u8>> {
    let all = everything(world);
    let table = export(noun, world, &Scopes::ordinary(&all), today(), "CUI");
    let bytes = || if name.ends_with(".xlsx") { table.to_xlsx().unwrap() } else { table.to_csv() };
    (!table.rows().is_empty()).then(bytes)
}

fn planned(world: &World, kind: ImportKind, name: &str, bytes: &[u8], options: &ImportOptions) -> Plan {
    plan(kind, name, bytes, world, options).unwrap_or_else(|refused| panic!("{refused}"))
}

fn words() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("As planned"),
        Just("=SUM(A1); \"late\", twice"),
        Just("Ä \\ é; ✓"),
        Just("-1"),
        Just("Two\nlines")
    ]
}

fn day() -> impl Strategy<Value = Date> {
    (1..13_i8, 1..29_i8).prop_map(|(month, day)| date(2025, month, day))
}

fn delivery() -> impl Strategy<Value = CaseDelivery> {
    let slip = (day(), day(), words()).prop_map(|(on, to, note)| DeliverySlip {
        on,
        to,
        reason: SlipReason::Transport,
        note: note.into(),
    });
    let days = (day(), day(), prop::option::of(day()), prop::option::weighted(0.2, day()));
    (1..3_u16, 1..4_u32, days, prop::collection::vec(slip, 0..3)).prop_map(
        |(line, quantity, (ordered, planned, delivered, withdrawn), slips)| CaseDelivery {
            line,
            quantity,
            ordered,
            planned,
            slips,
            delivered,
            withdrawn,
        },
    )
}

fn discrepancy() -> impl Strategy<Value = CaseDiscrepancy> {
    let answer = (day(), 0..900_i64, words(), any::<bool>());
    let steps = (prop::option::of(day()), prop::option::of(answer), prop::option::of(day()));
    (1..3_u16, day(), day(), words(), steps).prop_map(|(line, delivered, filed, note, (review, answer, closed))| {
        CaseDiscrepancy {
            line,
            kind: DiscrepancyKind::LatentDefect,
            quantity: 1,
            claim_cents: 90_000,
            delivered,
            filed,
            note: note.into(),
            review,
            answer: answer.map(|(on, credited_cents, note, credited)| DiscrepancyAnswer {
                on,
                outcome: if credited { DiscrepancyOutcome::Credited } else { DiscrepancyOutcome::Rejected },
                credited_cents: if credited { credited_cents } else { 0 },
                note: note.into(),
            }),
            closed,
        }
    })
}

fn review() -> impl Strategy<Value = CaseReview> {
    let action = (words(), day(), prop::option::of(day())).prop_map(|(action, due, done)| ReviewAction {
        action: action.replace('\n', " ").into(),
        holder: CaseHolder::CaseWriters,
        due,
        done,
    });
    (day(), any::<bool>(), words(), prop::collection::vec(action, 0..3)).prop_map(|(on, held, findings, actions)| {
        let kind = if actions.len() == 1 { CaseReviewKind::Financial } else { CaseReviewKind::Program };
        CaseReview { kind, on, held, findings: findings.into(), actions }
    })
}

fn reconciliation() -> impl Strategy<Value = CaseReconciliation> {
    (day(), any::<bool>(), 0..9_000_i64, prop::option::of(words())).prop_map(|(through, last, cents, note)| {
        CaseReconciliation {
            year: (!last).then_some(muster_domain::FiscalYear(2025)),
            through,
            ordered_cents: 200_000_000,
            obligated_cents: cents,
            total_cents: 206_400_000,
            scheduled_cents: last.then_some(cents),
            asked_cents: 7,
            due_cents: 6,
            received_cents: 5 - cents,
            credited_cents: 4,
            delivered_cents: 3,
            delivered_total_cents: 2,
            explained: note
                .map(|note| ExplainedDifference { difference: DifferenceKind::Schedule, note: note.into() })
                .into_iter()
                .collect(),
        }
    })
}

fn execution() -> impl Strategy<Value = Execution> {
    let schedule = (day(), prop::collection::btree_map(day(), 1..9_000_i64, 1..4));
    let bill = (day(), day(), 1..900_i64).prop_map(|(issued, due, cents)| CaseBill { issued, due, cents });
    let payment = (day(), prop_oneof![Just(-5_i64), 1..9_i64]).prop_map(|(on, cents)| CasePayment { on, cents });
    (
        prop::option::of(schedule),
        prop::collection::vec(bill, 0..4),
        prop::collection::vec(payment, 0..4),
        prop::collection::vec(delivery(), 0..4),
        prop::collection::vec(discrepancy(), 0..3),
        prop::collection::vec(review(), 0..3),
        prop::collection::vec(reconciliation(), 0..3),
    )
        .prop_map(|(schedule, bills, payments, deliveries, discrepancies, reviews, reconciliations)| Execution {
            schedule: schedule.map(|(set, parts)| PaymentSchedule {
                set,
                instalments: parts.into_iter().map(|(due, cents)| CaseInstalment { due, cents }).collect(),
            }),
            bills,
            payments,
            deliveries,
            discrepancies,
            reviews,
            reconciliations,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_execution_of_cases_reads_back_from_every_form(executions in prop::collection::vec(execution(), 1..4)) {
        let world = with_cases(executions.clone());
        let mut empty = with_cases(executions.iter().map(|_| Execution::default()).collect());
        let mut other = options();
        other.source = "DIFS".into();
        for (noun, kind) in KINDS {
            for name in ["x.csv", "x.xlsx"] {
                let Some(bytes) = file(&world, noun, name) else { continue };
                let rows = export(noun, &world, &Scopes::ordinary(&everything(&world)), today(), "CUI").rows().len();
                let same = planned(&world, kind, name, &bytes, &other);
                prop_assert!(same.commands.is_empty(), "{noun}: {:?}", same.differences);
                prop_assert_eq!((same.unchanged, same.differences.len()), (rows, 0));

                let taken = planned(&empty, kind, name, &bytes, &other);
                if name == "x.csv" {
                    prop_assert_eq!((taken.unchanged, taken.differences.len()), (0, rows));
                    give(&mut empty, taken.command().unwrap());
                } else {
                    prop_assert!(taken.commands.is_empty(), "{noun}: {:?}", taken.differences);
                }
            }
        }
        for ((_, before), (_, after)) in world.cases.iter().zip(empty.cases.iter()) {
            prop_assert_eq!(&before.execution, &after.execution);
            prop_assert_eq!(after.source.as_deref(), Some("Case system"));
            prop_assert!(after.execution_sources.iter().all(|one| &*one.source == "DIFS"));
            prop_assert_eq!(after.execution_sources.len(), before.execution_sources.len());
        }
    }
}

fn one_case() -> World {
    with_cases(vec![Execution::default()])
}

fn case(world: &World) -> &Case {
    world.cases.iter().next().unwrap().1
}

/// Takes a file; gives what it changed as `subject: field before -> after`.
fn taken(world: &mut World, kind: ImportKind, text: &str) -> Vec<String> {
    let plan = planned(world, kind, "file.csv", text.as_bytes(), &options());
    let shown = |one: &Option<String>| one.clone().unwrap_or_else(|| "-".to_owned());
    let told = plan.differences.iter();
    let told =
        told.map(|one| format!("{}: {} {} -> {}", one.subject, one.field, shown(&one.before), shown(&one.after)));
    let told = told.collect();
    if let Some(command) = plan.command() {
        give(world, command);
    }
    told
}

#[test]
fn an_extract_of_the_accounting_system_comes_in_and_only_what_is_new_of_the_next_one() {
    let mut world = one_case();
    let first = "case,entry,date,due,amount_cents\nJO-B-A00,instalment,2025-01-03,2025-02-01,500\n\
                 JO-B-A00,instalment,2025-01-03,2025-06-15,700\nJO-B-A00,bill,2025-04-10,,700\n\
                 JO-B-A00,payment,2025-01-20,,500\n";
    let told = taken(&mut world, ImportKind::CasePayments, first);
    assert_eq!(
        told,
        [
            "case JO-B-A00, instalment due 2025-02-01: new - -> 500",
            "case JO-B-A00, instalment due 2025-06-15: new - -> 700",
            "case JO-B-A00, payment of 2025-01-20: new - -> 500 US cents",
            "case JO-B-A00, bill due 2025-06-15: new - -> 700 US cents, issued 2025-04-10",
        ]
    );
    assert_eq!(taken(&mut world, ImportKind::CasePayments, first), Vec::<String>::new());
    let next = first.replace("2025-04-10,,700", "2025-04-10,2025-06-15,650") + "JO-B-A00,payment,2025-06-01,,650\n";
    let told = taken(&mut world, ImportKind::CasePayments, &next);
    assert_eq!(
        told,
        [
            "case JO-B-A00, payment of 2025-06-01: new - -> 650 US cents",
            "case JO-B-A00, bill due 2025-06-15: amount_cents 700 -> 650"
        ]
    );
    assert_eq!(
        case(&world).execution.bills,
        [CaseBill { issued: date(2025, 4, 10), due: date(2025, 6, 15), cents: 650 }]
    );
}

#[test]
fn a_logistics_extract_that_knows_the_present_day_alone_puts_deliveries_off() {
    let mut world = one_case();
    let plan = "case,line,quantity,rdd,edd,reason,shipped\nJO-B-A00,1,8,2026-03-01,2026-03-01,,\n";
    taken(&mut world, ImportKind::CaseDeliveries, plan);
    let late = plan.replace("2026-03-01,,", "2026-12-01,Industry makes it later,");
    let told = taken(&mut world, ImportKind::CaseDeliveries, &late);
    assert_eq!(told[0], "case JO-B-A00, line 001 planned 2026-03-01: expected 2026-03-01 -> 2026-12-01");
    let slips = |world: &World| case(world).execution.deliveries[0].slips.clone();
    let expected = DeliverySlip {
        on: today(),
        to: date(2026, 12, 1),
        reason: SlipReason::Production,
        note: "Not said by FMTS".into(),
    };
    assert_eq!(slips(&world), [expected]);
    assert_eq!(taken(&mut world, ImportKind::CaseDeliveries, &late), Vec::<String>::new());
    let part = "case,line,quantity,shipped\nJO-B-A00,1,5,2026-09-20\n";
    let told = taken(&mut world, ImportKind::CaseDeliveries, part);
    assert_eq!(
        told,
        [
            "case JO-B-A00, line 001 planned 2026-03-01: quantity 8 -> 5",
            "case JO-B-A00, line 001 planned 2026-03-01: delivered - -> 2026-09-20",
            "case JO-B-A00, line 001 planned 2026-03-01: new - -> 3 expected 2026-12-01",
        ]
    );
    assert_eq!(taken(&mut world, ImportKind::CaseDeliveries, part), Vec::<String>::new());
}

#[test]
fn what_departs_from_the_rules_is_taken_and_flagged() {
    let mut world = service::world(3, 4);
    let ended = [(Milestone::SupplyComplete, date(2025, 6, 1)), (Milestone::Closed, date(2025, 7, 1))];
    let mut closed = record(0, Execution::default());
    closed.milestones.extend(ended);
    give(&mut world, ReportCases { source: "Case system".into(), cases: vec![closed] });
    let before = case(&world).deviations(&world).len();
    let open = "case,line,quantity,planned,ordered\nJO-B-A00,1,8,2025-05-01,2025-02-01\n";
    taken(&mut world, ImportKind::CaseDeliveries, open);
    let kinds: Vec<_> = case(&world).deviations(&world).iter().skip(before).map(|one| one.kind).collect();
    assert_eq!(kinds.len(), 2);
    let all: Vec<_> = case(&world).deviations(&world).iter().map(|one| one.kind).collect();
    assert!(all.contains(&DeviationKind::SupplyOpen) && all.contains(&DeviationKind::ClosedOpen), "{all:?}");
}

fn refused(kind: ImportKind, text: &str) -> FileRefused {
    plan(kind, "file.csv", text.as_bytes(), &one_case(), &options()).unwrap_err()
}

/// Every fault as `line column: expected`.
fn faults(kind: ImportKind, text: &str) -> Vec<String> {
    let told = refused(kind, text).faults.into_iter();
    told.map(|fault| {
        let line = fault.line.map_or_else(|| "-".to_owned(), |line| line.to_string());
        format!("{line} {}: {}", fault.column.unwrap_or_default(), fault.expected)
    })
    .collect()
}

fn starts(faults: &[String], expected: &[&str]) {
    assert_eq!(faults.len(), expected.len(), "{faults:#?}");
    for (fault, start) in faults.iter().zip(expected) {
        assert!(fault.starts_with(start), "{fault} does not start with {start}");
    }
}

#[test]
fn what_cannot_be_taken_is_named_by_line_and_column() {
    let money = "case,entry,date,due,amount_cents\nJO-B-A01,payment,2025-01-20,,5\nJO-B-A00,deposit,2025-01-20,,5\n\
                 JO-B-A00,payment,2026-10-02,,5\nJO-B-A00,bill,2025-01-20,,-5\nJO-B-A00,instalment,2025-01-20,,5\n\
                 JO-B-A00,instalment,2025-01-20,2025-02-01,5\nJO-B-A00,instalment,2025-01-20,2025-02-01,6\n";
    starts(
        &faults(ImportKind::CasePayments, money),
        &[
            "2 case_number: a case that is held; import its row first",
            "3 entry: what the row is (bill, instalment, payment)",
            "4 date: a day up to 2026-10-01",
            "5 amount_cents: US cents above zero",
            "6 due: the day by which the instalment is to be paid",
            "8 due: one instalment of a case on each day",
        ],
    );
    let text = refused(ImportKind::CasePayments, money).to_string();
    assert!(text.contains("nearest   JO-B-A00"), "{text}");
    let deliveries = "case,line,quantity,planned,expected,delivered,slips\nJO-B-A00,7,1,2026-01-01,,,\n\
                      JO-B-A00,1,0,2026-01-01,,,\nJO-B-A00,1,1,,2026-12-01,,\nJO-B-A00,1,1,,,2027-01-01,\n\
                      JO-B-A00,1,1,2026-01-01,,,2026-01-01 soon production Late\n";
    starts(
        &faults(ImportKind::CaseDeliveries, deliveries),
        &[
            "2 line: a line of JO-B-A00 (001, 002)",
            "3 quantity: a whole number from 1",
            "4 planned: the day first planned",
            "5 delivered: a day up to 2026-10-01",
            "6 slips: a date as year-month-day",
        ],
    );
    let reports = "case,line,kind,filed,delivered,quantity,claim_cents,answered,outcome\n\
                   JO-B-A00,1,shortage,2026-02-01,2026-01-01,1,900000,2026-03-01,\n\
                   JO-B-A00,1,missing,2026-02-01,2026-01-01,1,900000,,\n";
    starts(
        &faults(ImportKind::CaseDiscrepancies, reports),
        &["2 outcome: the day and the outcome", "3 kind: what is wrong with a delivery"],
    );
    let reviews = "case,kind,date,held,actions\nJO-B-A00,program,2026-12-01,yes,\n\
                   JO-B-A00,program,2026-09-01,yes,2026-11-01 nobody open Ask\n\
                   JO-B-A00,program,2026-09-01,yes,2026-11-01 agency 2026-11-02 Ask\n";
    starts(
        &faults(ImportKind::CaseReviews, reviews),
        &["2 date: a day up to", "3 actions: who does it (", "4 actions: a day done up to"],
    );
}

#[test]
fn a_schedule_older_than_the_held_one_is_left_out_and_said() {
    let mut world = one_case();
    let of = |set: &str, cents: i64| {
        format!("case,entry,date,due,amount_cents\nJO-B-A00,instalment,{set},2025-02-01,{cents}\n")
    };
    taken(&mut world, ImportKind::CasePayments, &of("2025-01-05", 500));
    let plan = planned(&world, ImportKind::CasePayments, "f.csv", of("2025-01-04", 400).as_bytes(), &options());
    assert!(plan.commands.is_empty());
    assert!(plan.notes[0].note.contains("older than the one held, set 2025-01-05"), "{:?}", plan.notes);
}

#[test]
fn only_the_execution_of_cases_in_sight_is_exported_as_it_was_known() {
    let paid = CasePayment { on: date(2025, 3, 1), cents: 5 };
    let made = CaseDelivery {
        line: 1,
        quantity: 1,
        ordered: date(2025, 1, 1),
        planned: date(2025, 2, 1),
        slips: Vec::new(),
        delivered: Some(date(2025, 3, 2)),
        withdrawn: None,
    };
    let world = with_cases(vec![Execution { payments: vec![paid], deliveries: vec![made], ..Execution::default() }]);
    let rows = |noun, scope, day| export(noun, &world, &Scopes::ordinary(scope), day, "CUI");
    let jordan = muster_domain::access::Scope::of_offices(&world, [muster_domain::OfficeId(2)]);
    let nothing = muster_domain::access::Scope::nothing();
    assert_eq!(rows(Noun::CasePayments, &jordan, today()).rows().len(), 1);
    assert!(rows(Noun::CasePayments, &nothing, today()).rows().is_empty());
    assert!(rows(Noun::CasePayments, &jordan, date(2025, 2, 28)).rows().is_empty());
    let before = rows(Noun::CaseDeliveries, &jordan, date(2025, 3, 1));
    let delivered = before.columns().iter().position(|column| column.name == "delivered").unwrap();
    assert!(before.rows()[0][delivered].is_empty(), "it had not come then");
    let source = before.columns().iter().position(|column| column.name == "source").unwrap();
    assert_eq!(before.rows()[0][source].to_string(), "Case system");
}

#[test]
fn two_thousand_spoiled_files_of_executions_are_taken_or_refused() {
    let on = date(2025, 3, 1);
    let made = CaseDelivery {
        line: 1,
        quantity: 3,
        ordered: on,
        planned: on,
        slips: vec![DeliverySlip { on, to: on, reason: SlipReason::Other, note: "Late; twice".into() }],
        delivered: Some(on),
        withdrawn: None,
    };
    let action = ReviewAction { action: "Ask; wait".into(), holder: CaseHolder::Agency, due: on, done: None };
    let held = CaseReview {
        kind: CaseReviewKind::Program,
        on,
        held: true,
        findings: "Late".into(),
        actions: vec![action.clone(), action],
    };
    let world = with_cases(vec![Execution {
        payments: vec![CasePayment { on, cents: -5 }; 2],
        bills: vec![CaseBill { issued: on, due: on, cents: 7 }],
        deliveries: vec![made],
        reviews: vec![held],
        ..Execution::default()
    }]);
    let good: Vec<_> = KINDS.iter().filter_map(|(noun, kind)| Some((*kind, file(&world, *noun, "x.csv")?))).collect();
    assert_eq!(good.len(), 3);
    let mut refused = 0;
    for seed in 0..2_000_u64 {
        let (kind, bytes) = &good[seed as usize % good.len()];
        let spoiled = spoil(bytes, &mut Dice(seed));
        falls_over("an execution", &spoiled, || {
            refused += usize::from(hand_in(*kind, "x.csv", &spoiled, &world).is_err());
        });
    }
    assert!((200..2_000).contains(&refused), "{refused} were refused");
}
