//! The execution of a synthetic service goes out as files and comes in again: to the same facts where it was unknown, to
//! nothing new where it is held.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

use muster_domain::access::Scope;
use muster_domain::{Context, Decide, Event, Position, World};
use muster_exchange::export::{Noun, Scopes, export};
use muster_exchange::import::{ImportKind, ImportOptions, plan};
use muster_synthetic::{Settings, apply, generate};

const KINDS: [(Noun, ImportKind); 5] = [
    (Noun::CasePayments, ImportKind::CasePayments),
    (Noun::CaseDeliveries, ImportKind::CaseDeliveries),
    (Noun::CaseDiscrepancies, ImportKind::CaseDiscrepancies),
    (Noun::CaseReviews, ImportKind::CaseReviews),
    (Noun::CaseReconciliations, ImportKind::CaseReconciliations),
];

/// The service, and the same one in which nobody reported anything of the execution of cases.
fn services(settings: &Settings) -> (World, World) {
    let mut bare = World::default();
    let mut at = 0;
    let whole = apply(&generate(settings), settings, |event| {
        at += 1;
        let event = match event.clone() {
            Event::CasesReported(mut reported) => {
                reported.cases.iter_mut().for_each(|(_, _, record)| record.execution = Default::default());
                Event::CasesReported(reported)
            }
            other => other,
        };
        bare.apply(&event, Position(at));
    });
    (whole.unwrap(), bare)
}

#[test]
fn the_execution_of_a_service_comes_in_from_the_files_it_goes_out_as() {
    let settings = Settings { scale: 0.05, ..Settings::default() };
    let (whole, mut bare) = services(&settings);
    let scope = Scope::everything(&whole);
    let options = ImportOptions::new("DIFS", settings.today);
    for (noun, kind) in KINDS {
        let table = export(noun, &whole, &Scopes::ordinary(&scope), settings.today, "CUI");
        assert!(table.rows().len() > 50, "{noun}: {} rows", table.rows().len());
        let bytes = table.to_csv();
        let same = plan(kind, "x.csv", &bytes, &whole, &options).unwrap();
        assert!(same.commands.is_empty(), "{noun}: {:?}", &same.differences[..5]);
        assert_eq!(same.unchanged, table.rows().len(), "{noun}");

        let taken = plan(kind, "x.csv", &bytes, &bare, &options).unwrap();
        let context = Context { today: settings.today, actor: None };
        let events = taken.command().unwrap().decide(&bare, &context).unwrap();
        let at = Position(bare.position.0 + 1);
        events.iter().for_each(|event| bare.apply(event, at));
        assert!(plan(kind, "x.csv", &bytes, &bare, &options).unwrap().commands.is_empty(), "{noun}: said again");
    }
    for (id, case) in whole.cases.iter() {
        assert_eq!(bare.cases[id].execution, case.execution, "{}", case.number);
        assert_eq!(bare.cases[id].deviations(&bare), case.deviations(&whole), "{}", case.number);
    }
}
