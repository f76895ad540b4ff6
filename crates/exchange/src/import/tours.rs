//! Tours as a system of record lists them.

use muster_domain::workforce::{Incumbency, ReportTour, Tour};
use muster_domain::{BilletId, PersonId, Text, TourId, World};

use super::plan::{Plan, differences, new_row};
use super::sheet::Sheet;
use super::{ImportKind, ImportOptions};
use crate::record::Word;
use crate::record::tours::{FIELDS, cells};
use crate::tabular::{FileRefused, Row, Table};

pub(super) fn plan(name: &str, bytes: &[u8], world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let (table, mut sheet) = Sheet::read(ImportKind::Tours, name, bytes, world, options)?;
    for row in table.rows() {
        let (person, billet) = (sheet.person(row, "person"), sheet.billet(row, "position"));
        let (Some(person), Some(billet)) = (person, billet) else { continue };
        if row.date("cancelled").is_some() {
            cancelled(&mut sheet, row, person, billet);
            continue;
        }
        let held = held(world, person, billet, row).filter(|tour| tour.cancelled.is_none());
        let Some(said) = reported(&table, row, person, billet, held, options) else { continue };
        let subject = format!(
            "tour of {} in position {} from {}",
            world.people[person].number, world.billets[billet].number, said.report
        );
        if !sheet.first(row, "report", &subject) {
            continue;
        }
        let found = match held {
            None => new_row(subject, format!("until {}", said.rotation)),
            Some(tour) => {
                let after = Tour {
                    incumbency: said.incumbency,
                    rotation: said.rotation,
                    accompanied: said.accompanied,
                    ordered: said.ordered,
                    arrived: said.arrived,
                    departed: said.departed,
                    ..tour.clone()
                };
                let names = FIELDS.iter().map(|field| field.name);
                differences(&subject, names, cells(world, tour), cells(world, &after))
            }
        };
        if found.is_empty() {
            sheet.planner.unchanged();
        } else {
            sheet.planner.take(Some(row.line()), said.into(), found);
        }
    }
    sheet.planner.finish()
}

/// The tour that a row is about: of this person, in this billet, with this report date; one that still counts rather
/// than a cancelled one.
fn held<'w>(world: &'w World, person: PersonId, billet: BilletId, row: Row<'_>) -> Option<&'w Tour> {
    let report = row.date("report")?;
    let same = |id: &&TourId| {
        let tour = &world.tours[**id];
        (tour.billet, tour.report) == (billet, report)
    };
    let mut tours = world.people[person].tours.iter().filter(same).map(|id| &world.tours[*id]);
    let first = tours.next()?;
    if first.cancelled.is_none() { Some(first) } else { tours.find(|tour| tour.cancelled.is_none()).or(Some(first)) }
}

fn cancelled(sheet: &mut Sheet<'_>, row: Row<'_>, person: PersonId, billet: BilletId) {
    match held(sheet.world, person, billet, row) {
        Some(tour) if tour.cancelled.is_none() => {
            let note = "a cancelled tour that is not cancelled here: cancel it with its own command";
            sheet.planner.note(row.line(), note);
        }
        Some(_) => {}
        None => sheet.planner.note(row.line(), "a cancelled tour that was never held: not taken"),
    }
    sheet.planner.unchanged();
}

fn reported(
    table: &Table,
    row: Row<'_>,
    person: PersonId,
    billet: BilletId,
    held: Option<&Tour>,
    options: &ImportOptions,
) -> Option<ReportTour> {
    // A column that the file has not leaves what is held.
    let date =
        |column: &str, held: Option<muster_domain::Date>| if table.has(column) { row.date(column) } else { held };
    let incumbency = row.text("incumbency").and_then(Incumbency::read);
    let held_or = |value: Option<bool>| value.or(held.map(|tour| tour.accompanied)).unwrap_or(false);
    Some(ReportTour {
        source: Text::from(&options.source),
        as_of: options.as_of,
        person,
        billet,
        incumbency: incumbency.or(held.map(|tour| tour.incumbency)).unwrap_or(Incumbency::Primary),
        report: row.date("report")?,
        rotation: row.date("rotation")?,
        accompanied: held_or(row.flag("accompanied")),
        ordered: date("ordered", held.and_then(|tour| tour.ordered)),
        arrived: date("arrived", held.and_then(|tour| tour.arrived)),
        departed: date("departed", held.and_then(|tour| tour.departed)),
    })
}
