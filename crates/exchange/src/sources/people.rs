//! Rows about people: rosters, staffing lists, certification extracts.

use muster_domain::sources::{RowFacts, Source, overruled};
use muster_domain::workforce::{Certificate, CertificateLevel, FunctionalArea, PersonFacts, ReportPerson};
use muster_domain::{Grade, Service, Text};

use super::plan::{Said, Taking};
use crate::import::people::{compare, facts};
use crate::import::plan::{Difference, new_row};
use crate::record::Word;
use crate::record::notation::read_certificate;
use crate::tabular::{Problem, Row, Table};

/// The rows of a roster: people that it owns are reported, the others only said.
pub(super) fn roster(taking: &mut Taking<'_>, source: &Source, table: &Table) {
    for row in table.rows() {
        let sheet = &mut taking.sheet;
        let Some(number) = row.text("number").filter(|number| sheet.first(row, "number", number)) else { continue };
        let number = Text::from(number);
        let world = sheet.world;
        let id = world.keys.person.get(&number).copied();
        let held = id.map(|id| &world.people[id]);
        let Some(facts) = facts(sheet, table, row, held) else { continue };
        let said = row_facts(table, row, &facts);
        if held.is_none_or(|person| person.source == source.name) {
            let (subject, as_of) = (format!("person {number}"), sheet.options.as_of);
            let found: Vec<Difference> = match id {
                None => new_row(subject, facts.name.as_str()),
                Some(id) => {
                    let held = world.people[id].facts_on(as_of);
                    let takes = overruled(world, id, &source.name, as_of, &facts);
                    if held == takes { Vec::new() } else { compare(&subject, &number, &held, &takes) }
                }
            };
            if !found.is_empty() {
                let report = ReportPerson { number: number.clone(), source: source.name.clone(), as_of, facts };
                sheet.planner.take(Some(row.line()), report.into(), found);
            }
        }
        taking.said(Said { key: number, line: row.line(), facts: said, born: None });
    }
}

/// What a row of a roster says, as far as the file has columns for it.
fn row_facts(table: &Table, row: Row<'_>, facts: &PersonFacts) -> RowFacts {
    let has = |column: &str| table.has(column);
    RowFacts {
        number: row.text("number").map(Text::from),
        name: Some(facts.name.clone()),
        service: Some(facts.service),
        grade: Some(facts.grade),
        specialties: has("specialties").then(|| facts.specialties.clone()),
        languages: has("languages").then(|| facts.languages.clone()),
        clearance: has("clearance").then_some(facts.clearance),
        certificates: has("certificates").then(|| facts.certificates.clone()),
        position: row.text("position").map(Text::from),
        arrived: row.date("arrived"),
        rotation: row.date("rotation"),
        ..RowFacts::default()
    }
}

/// The rows of an embassy's staffing list: known by number where the list has one, else by name and place.
pub(super) fn staffing_list(taking: &mut Taking<'_>, table: &Table) {
    let mut keys: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for row in table.rows() {
        let Some(name) = row.text("name") else { continue };
        let text = |column: &str| row.text(column).map(Text::from);
        let facts = RowFacts {
            number: text("number"),
            name: Some(Text::from(name)),
            service: row.text("service").and_then(Service::read),
            grade: row.text("grade").and_then(|grade| grade.parse::<Grade>().ok()),
            title: text("title"),
            position: text("position"),
            office: text("office"),
            place: text("place"),
            arrived: row.date("arrived"),
            rotation: row.date("rotation"),
            ..RowFacts::default()
        };
        let stem = match &facts.number {
            Some(number) => number.to_string(),
            None => {
                let at =
                    facts.position.as_ref().or(facts.title.as_ref()).or(facts.office.as_ref()).or(facts.place.as_ref());
                at.map_or_else(|| name.to_owned(), |at| format!("{name}, {at}"))
            }
        };
        let times = keys.entry(stem.clone()).or_default();
        *times += 1;
        let key: String = stem.chars().take(190).collect();
        let key = if *times == 1 { Text::from(key) } else { Text::from(format!("{key} ({times})")) };
        taking.said(Said { key, line: row.line(), facts, born: row.date("born") });
    }
}

/// The rows of a certification extract, one person or one certificate a row: those of one number together are one row.
pub(super) fn certification(taking: &mut Taking<'_>, table: &Table) {
    let mut places: std::collections::HashMap<Text, usize> = std::collections::HashMap::new();
    let mut gathered: Vec<Said> = Vec::new();
    let one_a_row = table.has("certificate_area");
    for row in table.rows() {
        let Some(number) = row.text("number").map(Text::from) else { continue };
        let mut certificates = taking.sheet.list(row, "certificates", read_certificate);
        if one_a_row {
            certificates.extend(certificate(taking, row));
        }
        if let Some(at) = places.get(&number) {
            if let Some(held) = &mut gathered[*at].facts.certificates {
                held.extend(certificates);
            }
            continue;
        }
        places.insert(number.clone(), gathered.len());
        let facts = RowFacts {
            number: Some(number.clone()),
            name: row.text("name").map(Text::from),
            service: row.text("service").and_then(Service::read),
            grade: row.text("grade").and_then(|grade| grade.parse::<Grade>().ok()),
            certificates: (one_a_row || table.has("certificates")).then_some(certificates),
            ..RowFacts::default()
        };
        gathered.push(Said { key: number, line: row.line(), facts, born: row.date("born") });
    }
    gathered.into_iter().for_each(|said| taking.said(said));
}

fn certificate(taking: &mut Taking<'_>, row: Row<'_>) -> Option<Certificate> {
    let area = row.text("certificate_area").and_then(FunctionalArea::read);
    let level = row.text("certificate_level").and_then(CertificateLevel::read);
    let earned = row.date("certificate_earned");
    if area.is_none() && level.is_none() && earned.is_none() {
        return None;
    }
    let missing = [
        ("certificate_area", area.is_none()),
        ("certificate_level", level.is_none()),
        ("certificate_earned", earned.is_none()),
    ];
    for (column, _) in missing.into_iter().filter(|(_, missing)| *missing) {
        taking.sheet.fault(row, column, Problem::EmptyCell, "nothing", "area, level and day of the certificate", None);
    }
    Some(Certificate { area: area?, level: level?, earned: earned?, lapses: row.date("certificate_lapses") })
}
