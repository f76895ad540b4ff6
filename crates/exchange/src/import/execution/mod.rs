//! What happens in the execution of cases, a part of it a file. Everything that a file says of a case is one set of news:
//! the domain tells what of it is not held, and takes it as it is; what contradicts the rules shows as a deviation.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use muster_domain::cases::{
    Case, CaseInstalment, CaseNews, CaseNumber, ChangedRow, Execution, ExecutionChanges, ExecutionPart,
    PaymentSchedule, UpdateCases,
};
use muster_domain::{Date, World};

use super::plan::{Difference, Plan, differences, new_row};
use super::sheet::Sheet;
use super::{ImportKind, ImportOptions};
use crate::record::execution::{ExecutionRow, fields};
use crate::tabular::FileRefused;

/// What a file says of one case.
struct Said<'w> {
    case: &'w Case,
    line: u64,
    rows: usize,
    execution: Execution,
}

pub(super) fn plan(
    kind: ImportKind,
    name: &str,
    bytes: &[u8],
    world: &World,
    options: &ImportOptions,
) -> Result<Plan, FileRefused> {
    let (table, mut sheet) = Sheet::read(kind, name, bytes, world, options)?;
    let part = kind.part().expect("only kinds that are a part of the execution come here");
    let mut cases: BTreeMap<CaseNumber, Said<'_>> = BTreeMap::new();
    for row in table.rows() {
        let Some((number, case)) = sheet.case(row, "case_number") else { continue };
        let new = || Said { case, line: row.line(), rows: 0, execution: Execution::default() };
        let said = cases.entry(number).or_insert_with(new);
        if rows::read(part, &mut sheet, row, case, &mut said.execution).is_some() {
            said.rows += 1;
        }
    }
    for (number, mut said) in cases {
        if let Some(schedule) = &mut said.execution.schedule {
            schedule.instalments.sort_by_key(|one| one.due);
        }
        take(&mut sheet, part, number, said);
    }
    sheet.planner.finish()
}

fn take(sheet: &mut Sheet<'_>, part: ExecutionPart, number: CaseNumber, said: Said<'_>) {
    let Said { case, line, rows, execution } = said;
    let held = &case.execution;
    let changes = execution.beyond(held);
    if let Some((said, held)) = execution.schedule.as_ref().zip(held.schedule.as_ref())
        && said.set < held.set
        && said.instalments != held.instalments
    {
        let note = format!(
            "case {number}: the payment schedule set {} is older than the one held, set {}, and is left out",
            said.set, held.set
        );
        sheet.planner.note(line, note);
    }
    let (changed, found) = compared(&format!("case {number}"), part, held, &changes);
    (changed..rows).for_each(|_| sheet.planner.unchanged());
    if changes.is_empty() {
        return;
    }
    // All that is said goes with the command: which held row is meant is told by the rows beside it.
    let news = CaseNews { execution, ..CaseNews::of(number) };
    let update = UpdateCases { source: sheet.options.source.as_str().into(), cases: vec![news] };
    sheet.planner.take(Some(line), update.into(), found);
}

/// How many rows would change, and how.
fn compared(case: &str, part: ExecutionPart, held: &Execution, changes: &ExecutionChanges) -> (usize, Vec<Difference>) {
    let mut found = Vec::new();
    let mut changed =
        changes.schedule.as_ref().map_or(0, |said| schedule(case, held.schedule.as_ref(), said, &mut found));
    let mut each = |before: Option<ExecutionRow<'_>>, after: ExecutionRow<'_>| {
        changed += 1;
        let subject = format!("{case}, {}", before.unwrap_or(after).named());
        found.extend(match before {
            None => new_row(subject, after.said()),
            Some(before) => {
                let names = fields(part).iter().map(|field| field.name);
                differences(&subject, names, before.cells(""), after.cells(""))
            }
        });
    };
    changes.payments.iter().for_each(|one| each(None, ExecutionRow::Payment(one)));
    pairs(&held.bills, &changes.bills, ExecutionRow::Bill, &mut each);
    pairs(&held.deliveries, &changes.deliveries, ExecutionRow::Delivery, &mut each);
    pairs(&held.discrepancies, &changes.discrepancies, ExecutionRow::Discrepancy, &mut each);
    pairs(&held.reviews, &changes.reviews, ExecutionRow::Review, &mut each);
    pairs(&held.reconciliations, &changes.reconciliations, ExecutionRow::Reconciliation, &mut each);
    (changed, found)
}

fn pairs<'r, T>(
    held: &'r [T],
    changed: &'r [ChangedRow<T>],
    row: impl Fn(&'r T) -> ExecutionRow<'r>,
    each: &mut impl FnMut(Option<ExecutionRow<'r>>, ExecutionRow<'r>),
) {
    for (place, after) in changed {
        let before = place.and_then(|place| held.get(usize::try_from(place).ok()?));
        each(before.map(&row), row(after));
    }
}

/// The instalments that differ, by their due day; gives how many rows of the file do.
fn schedule(case: &str, held: Option<&PaymentSchedule>, said: &PaymentSchedule, found: &mut Vec<Difference>) -> usize {
    let before: &[CaseInstalment] = held.map_or(&[], |schedule| &schedule.instalments);
    let cents = |of: &[CaseInstalment], due: Date| of.iter().find(|one| one.due == due).map(|one| one.cents);
    let days: BTreeSet<Date> = before.iter().chain(&said.instalments).map(|one| one.due).collect();
    let mut rows = 0;
    for due in days {
        let (before, after) = (cents(before, due), cents(&said.instalments, due));
        if before == after {
            continue;
        }
        rows += usize::from(after.is_some());
        let shown = |cents: Option<i64>| cents.map(|cents| cents.to_string());
        found.push(Difference {
            subject: format!("{case}, instalment due {due}"),
            field: if before.is_none() { "new" } else { "amount_cents" }.to_owned(),
            before: shown(before),
            after: shown(after),
        });
    }
    rows
}
