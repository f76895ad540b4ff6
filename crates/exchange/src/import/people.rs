//! People as a system of record lists them.

use muster_domain::workforce::{
    Clearance, ClearanceHeld, FamilyFacts, Person, PersonFacts, PersonalFacts, ReportPerson,
};
use muster_domain::{Grade, Sealed, Service, Text, World};

use super::billets::agrees;
use super::plan::{Difference, Plan, differences, new_row};
use super::sheet::Sheet;
use super::{ImportKind, ImportOptions};
use crate::record::notation::{items, read_certificate, read_score};
use crate::record::people::{FAMILY, FIELDS, PERSONAL, cells, family_cells, personal_cells};
use crate::record::{Cell, Word};
use crate::tabular::{FileRefused, Row, Table};

pub(super) fn plan(name: &str, bytes: &[u8], world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let (table, mut sheet) = Sheet::read(ImportKind::People, name, bytes, world, options)?;
    for row in table.rows() {
        let Some(number) = row.text("number").filter(|number| sheet.first(row, "number", number)) else { continue };
        let number = Text::from(number);
        let held = world.keys.person.get(&number).map(|id| &world.people[*id]);
        let held_facts = held.map(|person| person.facts_on(options.as_of));
        let Some(facts) = facts(&mut sheet, &table, row, held) else { continue };
        let subject = format!("person {number}");
        let found = match &held_facts {
            None => new_row(subject.clone(), facts.name.as_str()),
            Some(held_facts) if *held_facts == facts => Vec::new(),
            Some(held_facts) => compare(&subject, &number, held_facts, &facts),
        };
        if found.is_empty() {
            agrees(&mut sheet, row, held.map(|person| person.source.as_str()), &subject);
            continue;
        }
        let report = ReportPerson { number, source: Text::from(&options.source), as_of: options.as_of, facts };
        sheet.planner.take(Some(row.line()), report.into(), found);
    }
    sheet.planner.finish()
}

pub(crate) fn facts(sheet: &mut Sheet<'_>, table: &Table, row: Row<'_>, held: Option<&Person>) -> Option<PersonFacts> {
    let languages = sheet.list(row, "languages", read_score);
    let certificates = sheet.list(row, "certificates", read_certificate);
    let level = row.text("clearance").and_then(Clearance::read).unwrap_or(Clearance::None);
    let clearance = ClearanceHeld { level, expires: row.date("clearance_expires") };
    let dependents = row.integer("dependents").and_then(|count| u8::try_from(count).ok()).unwrap_or(0);
    let personal = PersonalFacts {
        born: row.date("born"),
        separates: row.date("separates"),
        available_from: row.date("available_from"),
        overseas_control: row.date("overseas_control"),
        return_rights: row.date("return_rights"),
    };
    let cleared_until = row.date("family_cleared_until");
    let family = FamilyFacts { dependents, cleared_until, spouse: row.text("spouse").map(Text::from) };
    let grade: Grade = row.text("grade")?.parse().ok()?;
    let mut facts = PersonFacts {
        name: Text::from(row.text("name")?),
        service: Service::read(row.text("service")?)?,
        grade,
        specialties: items(row.text("specialties").unwrap_or_default()).map(Text::from).collect(),
        languages,
        clearance,
        certificates,
        personal: Sealed::Open(personal),
        family: Sealed::Open(family),
    };
    if let Some(held) = held {
        keep_missing(&mut facts, held, table);
    }
    Some(facts)
}

fn keep_missing(facts: &mut PersonFacts, held: &Person, table: &Table) {
    let missing = |column| !table.has(column);
    if missing("specialties") {
        facts.specialties.clone_from(&held.specialties);
    }
    if missing("languages") {
        facts.languages.clone_from(&held.languages);
    }
    if missing("clearance") {
        facts.clearance.level = held.clearance.level;
    }
    if missing("clearance_expires") {
        facts.clearance.expires = held.clearance.expires;
    }
    if missing("certificates") {
        facts.certificates.clone_from(&held.certificates);
    }
    let mut personal = facts.personal.open().cloned().unwrap_or_default();
    let kept = held.personal.clone().unwrap_or_default();
    if missing("born") {
        personal.born = kept.born;
    }
    if missing("separates") {
        personal.separates = kept.separates;
    }
    if missing("available_from") {
        personal.available_from = kept.available_from;
    }
    if missing("overseas_control") {
        personal.overseas_control = kept.overseas_control;
    }
    if missing("return_rights") {
        personal.return_rights = kept.return_rights;
    }
    facts.personal = Sealed::Open(personal);
    let mut family = facts.family.open().cloned().unwrap_or_default();
    let kept = held.family.clone().unwrap_or_default();
    if missing("dependents") {
        family.dependents = kept.dependents;
    }
    if missing("family_cleared_until") {
        family.cleared_until = kept.cleared_until;
    }
    if missing("spouse") {
        family.spouse = kept.spouse;
    }
    facts.family = Sealed::Open(family);
}

/// Sealed facts are named, never shown.
pub(crate) fn compare(subject: &str, number: &Text, held: &PersonFacts, said: &PersonFacts) -> Vec<Difference> {
    let mut found =
        differences(subject, FIELDS.iter().map(|field| field.name), cells(number, held), cells(number, said));
    let sealed = |facts: &PersonFacts| -> Vec<Cell> {
        let mut cells = facts.personal.open().map(personal_cells).unwrap_or_default();
        cells.extend(facts.family.open().map(family_cells).unwrap_or_default());
        cells
    };
    let names = PERSONAL.iter().chain(FAMILY).map(|field| field.name);
    found.extend(differences(subject, names, sealed(held), sealed(said)).into_iter().map(|difference| Difference {
        before: difference.before.map(|_| "(sealed)".to_owned()),
        after: difference.after.map(|_| "(sealed)".to_owned()),
        ..difference
    }));
    found
}
