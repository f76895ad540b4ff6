//! What an export writes, an import reads back: nothing changes.

use muster_domain::World;
use muster_domain::workforce::{CancelTour, ReportPerson};
use muster_domain::{Date, TourId};
use muster_exchange::export::{Noun, Scopes, export};
use muster_exchange::import::{ImportKind, Plan, plan};
use proptest::prelude::*;

use crate::service::{self, everything, options, today};

const KINDS: [(Noun, ImportKind); 4] = [
    (Noun::Offices, ImportKind::Offices),
    (Noun::Billets, ImportKind::Billets),
    (Noun::People, ImportKind::People),
    (Noun::Tours, ImportKind::Tours),
];

/// Rows exported, and the plan of importing them; `None` where there is no row to export.
fn back(world: &World, noun: Noun, kind: ImportKind, sealed: bool, packed: bool, day: Date) -> Option<(usize, Plan)> {
    let all = everything(world);
    let sealed = sealed.then_some(&all);
    let scopes = Scopes { personal: sealed, family: sealed, ..Scopes::ordinary(&all) };
    let table = export(noun, world, &scopes, day, "CUI");
    if table.rows().is_empty() {
        return None;
    }
    let (name, bytes) = if packed { ("x.xlsx", table.to_xlsx().unwrap()) } else { ("x.csv", table.to_csv()) };
    let mut options = options();
    options.as_of = day;
    let plan = plan(kind, name, &bytes, world, &options).unwrap_or_else(|refused| panic!("{refused}"));
    Some((table.rows().len(), plan))
}

fn nothing_changes(world: &World, packed: bool, day: Date) {
    for (noun, kind) in KINDS {
        for sealed in [false, true] {
            let Some((rows, plan)) = back(world, noun, kind, sealed, packed, day) else { continue };
            assert!(plan.commands.is_empty(), "{noun}: {:?}", plan.differences);
            assert!(plan.differences.is_empty() && !plan.again);
            assert_eq!(plan.unchanged, rows, "{noun}");
        }
    }
}

#[test]
fn a_workbook_of_every_noun_changes_nothing_where_it_came_from() {
    nothing_changes(&service::world(7, 40), true, today());
}

#[test]
fn a_made_up_world_reads_its_own_labelled_files_back() {
    let mut world = service::world(3, 10);
    service::made_up(&mut world);
    nothing_changes(&world, false, today());
}

#[test]
fn a_cancelled_tour_is_exported_and_not_brought_back_to_life() {
    let mut world = service::world(5, 30);
    let planned = world.tours.iter().find(|(_, tour)| tour.arrived.is_none() && tour.departed.is_none()).unwrap().0;
    service::give(&mut world, CancelTour { tour: planned });
    assert!(world.tours[TourId(planned.0)].cancelled.is_some());
    nothing_changes(&world, false, today());
}

#[test]
fn a_promotion_reads_back_as_of_its_own_day() {
    let mut world = service::world(9, 3);
    let person = world.people.iter().next().unwrap().1.clone();
    let mut facts = person.facts_on(today());
    facts.grade = muster_domain::Grade::O(6);
    let report = ReportPerson { number: person.number, source: person.source, as_of: today(), facts };
    service::give(&mut world, report);
    nothing_changes(&world, false, today());
    nothing_changes(&world, false, jiff::civil::date(2020, 1, 1));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn exporting_and_importing_changes_nothing_on_any_day(seed in any::<u64>(), people in 1..25usize, month in 0..120i32) {
        let world = service::world(seed, people);
        nothing_changes(&world, false, in_month(month));
    }
}

fn in_month(month: i32) -> Date {
    use jiff::ToSpan;
    jiff::civil::date(2018, 1, 15).saturating_add(month.months())
}
