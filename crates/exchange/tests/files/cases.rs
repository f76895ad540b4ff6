//! Cases and their events: what an export writes an import reads back, another system's names by a map, and clear words
//! for what cannot be taken.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use muster_domain::World;
use muster_domain::cases::{
    CaseKind, CaseLine, CaseNotification, CaseRecord, DocumentKind, GoalCategory, HoldRecord, LineClass, Milestone,
    NotificationStep, ReportCases,
};
use muster_exchange::cases::{Happening, case_log, write_case_ocel};
use muster_exchange::event_log::write_xes;
use muster_exchange::export::{About, Noun, Scopes, cases_seen, export};
use muster_exchange::import::{Activities, ImportKind, ImportOptions, Plan, plan};
use muster_exchange::tabular::{FileRefused, Limits};
use proptest::prelude::*;

use crate::service::{self, everything, give, options, today};

/// How events are written.
const FORMS: [&str; 4] = ["events.csv", "events.xlsx", "events.xes", "events.jsonocel"];

fn history() -> impl Strategy<Value = CaseRecord> {
    let steps = prop::collection::vec((0..Milestone::ALL.len(), 1..40_i32), 0..14);
    let holds = prop::collection::vec((1..30_i32, 1..30_i32), 0..3);
    let title = prop_oneof!["[A-Za-z]{3,9}", "[A-Z][ -~äß✓]{2,12}[a-z]"];
    (steps, holds, any::<bool>(), title, 0..4_usize).prop_map(|(steps, holds, noticed, title, letter)| {
        let lor = date(2024, 1, 8);
        let mut on = lor;
        let mut later = |days: i32| {
            on = on.saturating_add(days.days());
            on
        };
        let milestones = steps.into_iter().map(|(one, days)| (Milestone::ALL[one].milestone, later(days))).collect();
        let mut from = lor;
        let holds: Vec<HoldRecord> = holds
            .into_iter()
            .map(|(wait, days)| {
                let begins = from.saturating_add(wait.days());
                from = begins.saturating_add(days.days());
                HoldRecord {
                    requester: "State".into(),
                    justification: "Policy; \"under\" review".into(),
                    from: begins,
                    until: Some(from.saturating_add(3.days())),
                    lifted: Some(from),
                }
            })
            .collect();
        CaseRecord {
            number: "JO-B-AAA".parse().unwrap(),
            office: muster_domain::OfficeId(2),
            kind: CaseKind::DefinedOrder,
            category: [GoalCategory::A, GoalCategory::B, GoalCategory::C, GoalCategory::D][letter],
            title: title.trim().into(),
            lor,
            assessed: Vec::new(),
            milestones,
            holds,
            delays: Vec::new(),
            lines: vec![CaseLine {
                line: 1,
                title: title.trim().into(),
                class: LineClass::Articles,
                quantity: 2,
                value_cents: 7_000_001,
            }],
            notification: CaseNotification {
                steps: if noticed { vec![(NotificationStep::TieredReview, date(2024, 2, 1))] } else { Vec::new() },
                transmittal: None,
            },
            expires: None,
            documents: vec![(DocumentKind::Amendment, 3, date(2024, 9, 1), -500)],
            execution: muster_domain::cases::Execution::default(),
            manager: None,
        }
    })
}

/// A service with these cases, numbered in their order.
fn with_cases(mut cases: Vec<CaseRecord>) -> World {
    let mut world = service::world(3, 4);
    for (at, case) in cases.iter_mut().enumerate() {
        case.number = format!("JO-B-A{at:02}").parse().unwrap();
    }
    give(&mut world, ReportCases { source: "Case system".into(), cases });
    world
}

fn file(world: &World, noun: Noun, name: &str) -> Vec<u8> {
    let all = everything(world);
    let scopes = Scopes::ordinary(&all);
    let about = About::of("case-events", world, today(), "CUI");
    let cases = cases_seen(world, &scopes);
    let mut out = Vec::new();
    match name.rsplit('.').next().unwrap() {
        "csv" => return export(noun, world, &scopes, today(), "CUI").to_csv(),
        "xlsx" => return export(noun, world, &scopes, today(), "CUI").to_xlsx().unwrap(),
        "xes" => write_xes(&case_log(world, cases, &about).unwrap(), &mut out).unwrap(),
        _ => write_case_ocel(world, &cases, &about, &mut out).unwrap(),
    }
    out
}

fn planned(world: &World, kind: ImportKind, name: &str, bytes: &[u8]) -> Plan {
    plan(kind, name, bytes, world, &options()).unwrap_or_else(|refused| panic!("{refused}"))
}

fn histories(world: &World) -> Vec<Vec<Happening>> {
    world.cases.iter().map(|(_, case)| Happening::of(case, today())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cases_and_their_events_read_back_from_every_form(cases in prop::collection::vec(history(), 1..5)) {
        let world = with_cases(cases);
        for form in FORMS {
            let events = file(&world, Noun::CaseEvents, form);
            let same = planned(&world, ImportKind::CaseEvents, form, &events);
            prop_assert!(same.commands.is_empty(), "{form}: {:?}", same.differences);
            prop_assert_eq!(same.unchanged, histories(&world).iter().map(Vec::len).sum::<usize>());

            let mut empty = service::world(3, 4);
            let rows = planned(&empty, ImportKind::Cases, "cases.csv", &file(&world, Noun::Cases, "cases.csv"));
            give(&mut empty, rows.command().unwrap());
            let taken = planned(&empty, ImportKind::CaseEvents, form, &events);
            if let Some(command) = taken.command() {
                give(&mut empty, command);
            }
            prop_assert_eq!(histories(&empty), histories(&world), "{}", form);
            let again = planned(&empty, ImportKind::Cases, "cases.csv", &file(&world, Noun::Cases, "cases.csv"));
            prop_assert!(again.commands.is_empty(), "{:?}", again.differences);
        }
    }
}

fn one_case() -> World {
    let mut world = service::world(3, 4);
    let rows = "case,office,case type,goal group,title,lor,lines\n\
                JO-B-AAA,SCO-JOR,Defined order,B,Radios,2026-01-05,001 articles 4 1250000.00 Radios\n";
    let plan = planned(&world, ImportKind::Cases, "cases.csv", rows.as_bytes());
    give(&mut world, plan.command().unwrap());
    world
}

#[test]
fn what_departs_from_the_rules_is_taken_and_flagged() {
    let mut world = one_case();
    let events = "case,milestone,date\nJO-B-AAA,caseinit,2026-01-06\nJO-B-AAA,OFFER,2026-02-01\n";
    let plan = planned(&world, ImportKind::CaseEvents, "events.csv", events.as_bytes());
    let shown: Vec<_> = plan.differences.iter().map(|one| (one.field.as_str(), one.after.as_deref())).collect();
    assert_eq!(shown, [("CASEINIT", Some("2026-01-06")), ("OFFER", Some("2026-02-01"))]);
    give(&mut world, plan.command().unwrap());
    let case = world.cases.iter().next().unwrap().1;
    assert_eq!(case.deviations(&world).len(), 1, "the steps between were left out");
    assert_eq!(case.value_cents(), 125_000_000);
}

fn refused(world: &World, kind: ImportKind, text: &str, options: &ImportOptions) -> FileRefused {
    plan(kind, "file.csv", text.as_bytes(), world, options).unwrap_err()
}

#[test]
fn an_unknown_code_case_or_office_is_named_with_what_would_be_taken() {
    let world = one_case();
    let events =
        "case,milestone,date\nJO-B-AAB,OFFER,2026-02-01\nJO-B-AAA,OFFRE,2026-02-01\nJO-B-AAA,CPOHOLDREM,2026-02-03\n";
    let text = refused(&world, ImportKind::CaseEvents, events, &options()).to_string();
    for part in ["import its row first", "nearest   JO-B-AAA", "nearest   OFFER", "never began"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let cases = "case,office,kind,category,title,lor\nXX-B-AAA,SCO-JOR,defined_order,B,Radios,2026-01-05\n\
                 JO-B-AAC,SCO-JRO,defined_order,B,Radios,2026-01-05\nnone,SCO-JOR,defined_order,E,Radios,2026-01-05\n";
    let text = refused(&world, ImportKind::Cases, cases, &options()).to_string();
    for part in ["a purchaser code", "nearest   SCO-JOR", "such as BN-B-UAA", "a group of time goals"] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn another_systems_names_are_read_by_a_map() {
    let world = one_case();
    let map = "activity,code\nOffer sent,OFFER\nCoffee,\n";
    let mut options = options();
    options.activities = Activities::read("map.csv", map.as_bytes(), &Limits::default()).unwrap();
    let events = "case,activity,date\nJO-B-AAA,Offer sent,2026-02-01\nJO-B-AAA,Coffee,2026-02-02\n";
    let plan = plan(ImportKind::CaseEvents, "file.csv", events.as_bytes(), &world, &options).unwrap();
    assert_eq!(plan.differences.len(), 1);
    assert_eq!(plan.differences[0].field, "OFFER");
    let wrong = Activities::read("map.csv", b"activity,code\nA,OFFRE\nA,OFFER\n", &Limits::default()).unwrap_err();
    assert_eq!(wrong.faults.len(), 2, "{wrong}");
}

#[test]
fn a_log_that_is_broken_is_refused_with_line_and_remedy() {
    let world = one_case();
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><log>&b;</log>";
    let mut packed = flate2::read::GzEncoder::new(&b"<log></log>"[..], flate2::Compression::fast());
    let mut whole = Vec::new();
    std::io::Read::read_to_end(&mut packed, &mut whole).unwrap();
    let cut = whole[..whole.len() / 2].to_vec();
    let broken = b"case,milestone,date\nJO-B-AAA,OFF\xFF\xFEER,2026-02-01\n".to_vec();
    let files = [("a.xes", bomb.into()), ("b.xes.gz", cut), ("c.csv", broken), ("d.json", b"{\"objects\": [".to_vec())];
    for (name, bytes) in files {
        let bytes: Vec<u8> = bytes;
        let refused = plan(ImportKind::CaseEvents, name, &bytes, &world, &options()).unwrap_err();
        assert!(!refused.faults.is_empty() && !refused.faults[0].expected.is_empty(), "{name}");
    }
}

#[test]
fn a_labelled_log_does_not_enter_a_database_of_real_rows() {
    let mut made_up = one_case();
    service::made_up(&mut made_up);
    let log = file(&made_up, Noun::CaseEvents, "events.xes");
    assert!(plan(ImportKind::CaseEvents, "events.xes", &log, &made_up, &options()).is_ok());
    let refused = plan(ImportKind::CaseEvents, "events.xes", &log, &one_case(), &options()).unwrap_err();
    assert!(refused.to_string().contains("real rows"), "{refused}");
}

#[test]
fn only_cases_in_sight_are_exported() {
    let world = one_case();
    let jordan = muster_domain::access::Scope::of_offices(&world, [muster_domain::OfficeId(2)]);
    let nothing = muster_domain::access::Scope::nothing();
    let rows = |scope| export(Noun::CaseEvents, &world, &Scopes::ordinary(scope), today(), "CUI").rows().len();
    assert_eq!((rows(&jordan), rows(&nothing)), (1, 0));
    let day: Date = date(2025, 1, 1);
    let all = everything(&world);
    assert!(export(Noun::CaseEvents, &world, &Scopes::ordinary(&all), day, "CUI").rows().is_empty());
}
