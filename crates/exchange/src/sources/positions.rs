//! Rows about positions: manning documents, with their incumbents.

use std::collections::HashSet;

use muster_domain::sources::{RowFacts, Source};
use muster_domain::workforce::{
    BilletTerms, Clearance, FillMode, FunctionalArea, FundingSource, ReportBillet, ServiceCoding,
};
use muster_domain::{Grade, Period, Service, Text};

use super::plan::{Said, Taking};
use crate::import::billets::{authorised, supports, terms};
use crate::import::plan::{differences, new_row};
use crate::import::sheet::Sheet;
use crate::record::Word;
use crate::record::billets::{FIELDS, cells, terms_day};
use crate::record::notation::{read_coordinator, read_need};
use crate::tabular::{Row, Table};

/// What a new position must say before it can be authorised.
const WHOLE: [&str; 12] = [
    "title",
    "office",
    "place",
    "grade",
    "coding",
    "clearance",
    "functional_area",
    "funding",
    "accompanied_months",
    "unaccompanied_months",
    "fill_mode",
    "authorised_from",
];

/// The rows of a manning document. A position that it owns is changed as far as the document says; one that is not held
/// is authorised where the row says all that a position needs, and queued as unknown where it does not.
pub(super) fn document(taking: &mut Taking<'_>, source: &Source, table: &Table) {
    for row in table.rows() {
        let sheet = &mut taking.sheet;
        let Some(number) = row.text("number").filter(|number| sheet.first(row, "number", number)) else { continue };
        let number = Text::from(number);
        let world = sheet.world;
        let held = world.keys.billet.get(&number).map(|id| &world.billets[*id]);
        match held {
            Some(billet) if billet.source == source.name => changed(sheet, table, row, &number, billet),
            None if WHOLE.iter().all(|field| row_has(row, table, field)) => new(sheet, table, row, &number),
            _ => {}
        }
        let text = |column: &str| row.text(column).map(Text::from);
        let facts = RowFacts {
            number: text("incumbent_number"),
            name: text("incumbent_name"),
            service: row.text("incumbent_service").and_then(Service::read),
            grade: row.text("incumbent_grade").and_then(|grade| grade.parse::<Grade>().ok()),
            position: Some(number.clone()),
            title: text("title"),
            office: text("office"),
            place: text("place"),
            position_grade: row.text("grade").and_then(|grade| grade.parse::<Grade>().ok()),
            coding: row.text("coding").and_then(ServiceCoding::read),
            specialty: text("specialty"),
            sc_code: text("sc_code"),
            ..RowFacts::default()
        };
        taking.said(Said { key: number, line: row.line(), facts, born: None });
    }
}

fn row_has(row: Row<'_>, table: &Table, field: &str) -> bool {
    table.has(field) && (row.text(field).is_some() || row.integer(field).is_some() || row.date(field).is_some())
}

fn new(sheet: &mut Sheet<'_>, table: &Table, row: Row<'_>, number: &Text) {
    let period = authorised(sheet, row);
    // A position above that is new in this file is set by the next file.
    let terms = terms(sheet, table, row, None, &HashSet::new());
    let (Some(period), Some(terms)) = (period, terms) else { return };
    let subject = format!("position {number}");
    let found = new_row(subject, terms.title.as_str());
    report(sheet, row, number, period, terms, found);
}

fn changed(
    sheet: &mut Sheet<'_>,
    table: &Table,
    row: Row<'_>,
    number: &Text,
    billet: &muster_domain::workforce::Billet,
) {
    let world = sheet.world;
    let day = terms_day(billet.authorised, sheet.options.as_of);
    let held = billet.terms_near(day);
    let terms = patched(sheet, table, row, held);
    let from = row.date("authorised_from").unwrap_or(billet.authorised.from());
    let until = if table.has("authorised_until") { row.date("authorised_until") } else { billet.authorised.until() };
    let Ok(period) = Period::new(from, until) else {
        authorised(sheet, row);
        return;
    };
    let subject = format!("position {number}");
    let before = cells(world, number, billet.authorised, held);
    let after = cells(world, number, period, &terms);
    let found = differences(&subject, FIELDS.iter().map(|field| field.name), before, after);
    if !found.is_empty() {
        report(sheet, row, number, period, terms, found);
    }
}

fn report(
    sheet: &mut Sheet<'_>,
    row: Row<'_>,
    number: &Text,
    authorised: Period,
    terms: BilletTerms,
    found: Vec<crate::import::Difference>,
) {
    let source = Text::from(&sheet.options.source);
    let from = terms_day(authorised, sheet.options.as_of);
    let report = ReportBillet { number: number.clone(), source, authorised, from, terms };
    sheet.planner.take(Some(row.line()), report.into(), found);
}

/// The terms held, with what the row says put over them. An empty cell of a column that the document has takes away only
/// what may be nothing.
fn patched(sheet: &mut Sheet<'_>, table: &Table, row: Row<'_>, held: &BilletTerms) -> BilletTerms {
    let mut terms = held.clone();
    fn set<T>(said: Option<T>, held: &mut T) {
        if let Some(said) = said {
            *held = said;
        }
    }
    let months = |column| row.integer(column).and_then(|months| u8::try_from(months).ok());
    set(row.text("title").map(Text::from), &mut terms.title);
    set(sheet.office(row, "office"), &mut terms.office);
    set(sheet.post(row, "place"), &mut terms.place);
    set(row.text("grade").and_then(|grade| grade.parse().ok()), &mut terms.grade);
    set(row.text("coding").and_then(ServiceCoding::read), &mut terms.coding);
    set(row.text("clearance").and_then(Clearance::read), &mut terms.clearance);
    set(row.text("functional_area").and_then(FunctionalArea::read), &mut terms.functional_area);
    set(row.text("funding").and_then(FundingSource::read), &mut terms.funding);
    set(months("accompanied_months"), &mut terms.tour_length.accompanied_months);
    set(months("unaccompanied_months"), &mut terms.tour_length.unaccompanied_months);
    set(row.text("fill_mode").and_then(FillMode::read), &mut terms.fill_mode);
    set(row.flag("key"), &mut terms.key);
    set(row.flag("accompanied"), &mut terms.accompanied);
    set(row.flag("section_515"), &mut terms.section_515);
    if table.has("specialty") {
        terms.specialty = row.text("specialty").map(Text::from);
    }
    if table.has("languages") {
        terms.languages = sheet.list(row, "languages", read_need);
    }
    if table.has("coordinators") {
        terms.coordinators = sheet.list(row, "coordinators", read_coordinator);
    }
    if table.has("supports") {
        terms.supports = supports(sheet, row);
    }
    if table.has("sc_code") {
        terms.sc_code = crate::import::billets::sc_code(sheet, row);
    }
    if row.text("reports_to").is_some() {
        set(sheet.billet(row, "reports_to").map(Some), &mut terms.reports_to);
    }
    terms
}
