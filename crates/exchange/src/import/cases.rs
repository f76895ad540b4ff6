//! Cases, one row each: all of a case but its history, which its events hold.

use muster_domain::World;
use muster_domain::cases::{
    Case, CaseHead, CaseKind, CaseNews, CaseNumber, GoalCategory, UpdateCases, purchaser_country,
};

use super::plan::{Plan, differences, new_row};
use super::sheet::Sheet;
use super::{ImportKind, ImportOptions};
use crate::record::Word as _;
use crate::record::cases::{FIELDS, cells, read_lines};
use crate::tabular::{FileRefused, Problem, Row, Table};

pub(super) fn plan(name: &str, bytes: &[u8], world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let (table, mut sheet) = Sheet::read(ImportKind::Cases, name, bytes, world, options)?;
    for row in table.rows() {
        let Some(number) = number(&mut sheet, row) else { continue };
        if !sheet.first(row, "case_number", &number.to_string()) {
            continue;
        }
        let Some(head) = head(&mut sheet, &table, row) else { continue };
        let subject = format!("case {number}");
        let held = world.keys.case.get(&number).map(|id| &world.cases[*id]);
        let found = match held {
            None => new_row(subject, head.title.as_str()),
            Some(case) => {
                let names = FIELDS.iter().map(|field| field.name);
                differences(&subject, names, cells(world, case, true), cells(world, &with(case, &head), true))
            }
        };
        if found.is_empty() {
            sheet.planner.unchanged();
        } else {
            let news = CaseNews { head: Some(head), ..CaseNews::of(number) };
            let update = UpdateCases { source: options.source.as_str().into(), cases: vec![news] };
            sheet.planner.take(Some(row.line()), update.into(), found);
        }
    }
    sheet.planner.finish()
}

fn number(sheet: &mut Sheet<'_>, row: Row<'_>) -> Option<CaseNumber> {
    const COLUMN: &str = "case_number";
    let text = row.text(COLUMN)?;
    let Ok(number) = text.parse::<CaseNumber>() else {
        sheet.fault(
            row,
            COLUMN,
            Problem::BadCell,
            text,
            "purchaser code, agency and designator, such as BN-B-UAA",
            None,
        );
        return None;
    };
    if purchaser_country(sheet.world, number.purchaser()).is_none() {
        let expected = "a purchaser code that a country is registered with (DSCA's own, not ISO)";
        sheet.fault(row, COLUMN, Problem::UnknownKey, number.purchaser(), expected, None);
        return None;
    }
    Some(number)
}

fn head(sheet: &mut Sheet<'_>, table: &Table, row: Row<'_>) -> Option<CaseHead> {
    let office = sheet.office(row, "office");
    let manager = match row.text("manager") {
        Some(_) => Some(sheet.person(row, "manager")?),
        None => None,
    };
    let lines = match row.text("lines") {
        Some(cell) => match read_lines(cell) {
            Ok(lines) => Some(lines),
            Err(wrong) => {
                sheet.wrong(row, "lines", wrong);
                return None;
            }
        },
        // A column that the file has not leaves what is held; an empty cell says that there are none.
        None => table.has("lines").then(Vec::new),
    };
    Some(CaseHead {
        office: office?,
        kind: CaseKind::read(row.text("kind")?)?,
        category: GoalCategory::read(row.text("category")?)?,
        title: row.text("title")?.into(),
        lor: row.date("lor")?,
        lines,
        expires: row.date("expires"),
        manager,
    })
}

/// The case as the row says it is.
fn with(case: &Case, head: &CaseHead) -> Case {
    Case {
        office: head.office,
        kind: head.kind,
        category: head.category,
        title: head.title.clone(),
        lor: head.lor,
        lines: head.lines.clone().unwrap_or_else(|| case.lines.clone()),
        expires: head.expires.or(case.expires),
        manager: head.manager.or(case.manager),
        ..case.clone()
    }
}
