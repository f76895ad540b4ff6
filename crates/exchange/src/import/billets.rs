//! Billets as a manning document lists them.

use std::collections::HashSet;

use muster_domain::workforce::{
    BilletTerms, Clearance, FillMode, FunctionalArea, FundingSource, ReportBillet, ScCode, ServiceCoding, Support,
    Supported, TourLength,
};
use muster_domain::{Grade, Period, Text, World};

use super::plan::{Plan, differences, new_row};
use super::sheet::Sheet;
use super::{ImportKind, ImportOptions};
use crate::record::Word;
use crate::record::billets::{FIELDS, cells, terms_day};
use crate::record::notation::{items, read_coordinator, read_need, read_support};
use crate::tabular::{FileRefused, Problem, Row, Table};

pub(super) fn plan(name: &str, bytes: &[u8], world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let (table, mut sheet) = Sheet::read(ImportKind::Billets, name, bytes, world, options)?;
    let new: HashSet<&str> =
        table.rows().filter_map(|row| row.text("number")).filter(|it| !world.keys.billet.contains_key(*it)).collect();
    for row in table.rows() {
        let Some(number) = row.text("number").filter(|number| sheet.first(row, "number", number)) else { continue };
        let number = Text::from(number);
        let authorised = authorised(&mut sheet, row);
        let held = world.keys.billet.get(&number).map(|id| &world.billets[*id]);
        // What is missing in the file stays as it is held on the day that the row speaks of.
        let held_terms = held.map(|billet| billet.terms_near(terms_day(billet.authorised, options.as_of)));
        let terms = terms(&mut sheet, &table, row, held_terms, &new);
        let (Some(authorised), Some(terms)) = (authorised, terms) else { continue };
        let subject = format!("position {number}");
        let found = match (held, held_terms) {
            (Some(billet), Some(held_terms)) => {
                let before = cells(world, &number, billet.authorised, held_terms);
                let after = cells(world, &number, authorised, &terms);
                differences(&subject, FIELDS.iter().map(|field| field.name), before, after)
            }
            _ => new_row(subject.clone(), terms.title.as_str()),
        };
        if found.is_empty() {
            agrees(&mut sheet, row, held.map(|billet| billet.source.as_str()), &subject);
            continue;
        }
        let from = row.date("terms_from").unwrap_or_else(|| terms_day(authorised, options.as_of));
        let report = ReportBillet { number, source: Text::from(&options.source), authorised, from, terms };
        sheet.planner.take(Some(row.line()), report.into(), found);
    }
    sheet.planner.finish()
}

/// A row that says what is held; where another source owns it, both agree.
pub(crate) fn agrees(sheet: &mut Sheet<'_>, row: Row<'_>, owner: Option<&str>, subject: &str) {
    sheet.planner.unchanged();
    if let Some(owner) = owner.filter(|owner| *owner != sheet.options.source) {
        sheet.planner.note(row.line(), format!("{subject} belongs to {owner}; this file says the same"));
    }
}

pub(crate) fn authorised(sheet: &mut Sheet<'_>, row: Row<'_>) -> Option<Period> {
    match Period::new(row.date("authorised_from")?, row.date("authorised_until")) {
        Ok(period) => Some(period),
        Err(backward) => {
            let expected = format!("a day after {}", backward.from);
            sheet.fault(row, "authorised_until", Problem::BadCell, backward.until, expected, None);
            None
        }
    }
}

pub(crate) fn terms(
    sheet: &mut Sheet<'_>,
    table: &Table,
    row: Row<'_>,
    held: Option<&BilletTerms>,
    new: &HashSet<&str>,
) -> Option<BilletTerms> {
    // Every look-up runs before the first `?`, so that a row's faults are all named.
    let (office, place) = (sheet.office(row, "office"), sheet.post(row, "place"));
    let languages = sheet.list(row, "languages", read_need);
    let coordinators = sheet.list(row, "coordinators", read_coordinator);
    let supports = supports(sheet, row);
    let sc_code = sc_code(sheet, row);
    let reports_to = match row.text("reports_to") {
        // New in this file: it has no id yet.
        Some(above) if new.contains(above) => {
            sheet.planner.again();
            held.and_then(|held| held.reports_to)
        }
        Some(_) => sheet.billet(row, "reports_to"),
        None => None,
    };
    let months = |column| row.integer(column).and_then(|months| u8::try_from(months).ok());
    let grade: Grade = row.text("grade")?.parse().ok()?;
    let mut terms = BilletTerms {
        title: Text::from(row.text("title")?),
        office: office?,
        place: place?,
        grade,
        coding: ServiceCoding::read(row.text("coding")?)?,
        specialty: row.text("specialty").map(Text::from),
        languages,
        clearance: Clearance::read(row.text("clearance")?)?,
        sc_code,
        functional_area: FunctionalArea::read(row.text("functional_area")?)?,
        funding: FundingSource::read(row.text("funding")?)?,
        tour_length: TourLength {
            accompanied_months: months("accompanied_months")?,
            unaccompanied_months: months("unaccompanied_months")?,
        },
        key: row.flag("key").unwrap_or(false),
        accompanied: row.flag("accompanied").unwrap_or(false),
        fill_mode: FillMode::read(row.text("fill_mode")?)?,
        section_515: row.flag("section_515").unwrap_or(false),
        coordinators,
        supports,
        reports_to,
    };
    if let Some(held) = held {
        keep_missing(&mut terms, held, table);
    }
    Some(terms)
}

pub(crate) fn sc_code(sheet: &mut Sheet<'_>, row: Row<'_>) -> Option<ScCode> {
    row.text("sc_code").map(str::parse::<ScCode>).transpose().unwrap_or_else(|_| {
        let found = row.text("sc_code").unwrap_or_default();
        sheet.fault(row, "sc_code", Problem::BadCell, found, "`SC`, a digit 1-4, a letter A-E, a digit 1-4", None);
        None
    })
}

fn keep_missing(terms: &mut BilletTerms, held: &BilletTerms, table: &Table) {
    let held = held.clone();
    let missing = |column| !table.has(column);
    if missing("specialty") {
        terms.specialty = held.specialty;
    }
    if missing("languages") {
        terms.languages = held.languages;
    }
    if missing("sc_code") {
        terms.sc_code = held.sc_code;
    }
    if missing("key") {
        terms.key = held.key;
    }
    if missing("accompanied") {
        terms.accompanied = held.accompanied;
    }
    if missing("section_515") {
        terms.section_515 = held.section_515;
    }
    if missing("coordinators") {
        terms.coordinators = held.coordinators;
    }
    if missing("supports") {
        terms.supports = held.supports;
    }
    if missing("reports_to") {
        terms.reports_to = held.reports_to;
    }
}

pub(crate) fn supports(sheet: &mut Sheet<'_>, row: Row<'_>) -> Vec<Support> {
    let mut supports = Vec::new();
    for item in items(row.text("supports").unwrap_or_default()) {
        match read_support(item) {
            Err(wrong) => sheet.wrong(row, "supports", wrong),
            Ok((supported, share_per_mille)) => {
                let supported = match supported.strip_prefix("program ") {
                    Some(program) => Some(Supported::Program(Text::from(program.trim()))),
                    None => sheet.country(row, "supports", supported).map(Supported::Country),
                };
                supports.extend(supported.map(|supported| Support { supported, share_per_mille }));
            }
        }
    }
    supports
}
