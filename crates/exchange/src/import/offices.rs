//! Offices. A new one is registered; a known one is ended or put under another superior. What no command changes (its
//! name, its place) is noted.

use muster_domain::organization::{
    Authority, AuthorityHolder, AuthorityKind, EndOffice, OfficeKind, RecordAuthority, RegisterOffice,
};
use muster_domain::{OfficeId, Period, Text, World};

use super::plan::{Plan, differences, new_row};
use super::sheet::Sheet;
use super::{ImportKind, ImportOptions};
use crate::record::Word;
use crate::record::offices::{FIELDS, cells};
use crate::tabular::{FileRefused, Problem, Row, Table};

pub(super) fn plan(name: &str, bytes: &[u8], world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let (table, mut sheet) = Sheet::read(ImportKind::Offices, name, bytes, world, options)?;
    let new: std::collections::HashSet<&str> =
        table.rows().filter_map(|row| row.text("code")).filter(|code| !world.keys.office.contains_key(*code)).collect();
    for row in table.rows() {
        if let Some(code) = row.text("code")
            && sheet.first(row, "code", code)
        {
            let superior = match row.text("superior") {
                // New in this file: it has no id yet.
                Some(above) if new.contains(above) => {
                    sheet.planner.again();
                    None
                }
                Some(_) => sheet.office(row, "superior"),
                None => None,
            };
            match world.keys.office.get(code).copied() {
                None => register(&mut sheet, row, code, superior),
                Some(id) => compare(&mut sheet, &table, row, id, superior),
            }
        }
    }
    sheet.planner.finish()
}

fn registered(sheet: &mut Sheet<'_>, row: Row<'_>) -> Option<RegisterOffice> {
    let post = sheet.post(row, "post");
    let country = match row.text("country") {
        Some(iso3) => Some(sheet.country(row, "country", iso3)?),
        None => None,
    };
    let (from, until) = (row.date("exists_from"), row.date("exists_until"));
    let existence = match Period::new(from?, until) {
        Ok(period) => period,
        Err(backward) => {
            sheet.fault(
                row,
                "exists_until",
                Problem::BadCell,
                backward.until,
                format!("a day after {}", backward.from),
                None,
            );
            return None;
        }
    };
    Some(RegisterOffice {
        code: Text::from(row.text("code")?),
        name: Text::from(row.text("name")?),
        kind: OfficeKind::read(row.text("kind")?)?,
        designation: row.text("designation").map(Text::from),
        country,
        post: post?,
        zone: Text::from(row.text("zone")?),
        existence,
    })
}

fn register(sheet: &mut Sheet<'_>, row: Row<'_>, code: &str, superior: Option<OfficeId>) {
    if let Some(office) = registered(sheet, row) {
        let difference = new_row(format!("office {code}"), office.name.as_str());
        sheet.planner.take(Some(row.line()), office.into(), difference);
        if superior.is_some() {
            sheet.planner.again();
        }
    }
}

fn compare(sheet: &mut Sheet<'_>, table: &Table, row: Row<'_>, id: OfficeId, superior: Option<OfficeId>) {
    let Some(reported) = registered(sheet, row) else { return };
    let (world, day) = (sheet.world, sheet.options.as_of);
    let held = &world.offices[id];
    let subject = format!("office {}", held.code);
    let mut said = held.clone();
    (said.name, said.kind, said.post, said.zone) = (reported.name, reported.kind, reported.post, reported.zone);
    said.existence = reported.existence;
    if table.has("designation") {
        said.designation = reported.designation;
    }
    if table.has("country") {
        said.country = reported.country;
    }
    if let Some(above) = superior {
        said.superiors.set(day, Some(above));
    }
    let names = FIELDS.iter().map(|field| field.name);
    let found = differences(&subject, names, cells(world, held, day), cells(world, &said, day));
    if found.is_empty() {
        sheet.planner.unchanged();
        return;
    }
    let line = Some(row.line());
    let mut left = Vec::new();
    for difference in found {
        match (difference.field.as_str(), superior) {
            ("exists_until", _) if said.existence.end() < held.existence.end() => {
                let command = EndOffice { office: id, on: said.existence.end() };
                sheet.planner.take(line, command.into(), vec![difference]);
            }
            ("superior", Some(above)) => {
                let authority = superior_of(sheet, id, above, said.existence);
                sheet.planner.take(line, RecordAuthority(authority).into(), vec![difference]);
            }
            _ => left.push(difference.field),
        }
    }
    if !left.is_empty() {
        let note =
            format!("{subject}: {} differ; a file does not change these, so what is held stays", left.join(", "));
        sheet.planner.note(line, note);
    }
}

/// A combatant command holds operational control; any other office is the parent.
fn superior_of(sheet: &Sheet<'_>, over: OfficeId, above: OfficeId, existence: Period) -> Authority {
    let command = sheet.world.offices[above].kind == OfficeKind::CombatantCommand;
    let from = sheet.options.as_of.max(existence.from());
    Authority {
        kind: if command { AuthorityKind::OperationalControl } else { AuthorityKind::Parent },
        holder: AuthorityHolder::Office(above),
        over,
        period: Period::open(from),
        source: Text::from(&sheet.options.source),
    }
}
