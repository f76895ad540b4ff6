//! A row of a file into what it says of a case's execution. What is wrong with it is a fault of its cell.

use muster_domain::cases::{
    Case, CaseBill, CaseDelivery, CaseDiscrepancy, CaseInstalment, CasePayment, CaseReconciliation, CaseReview,
    CaseReviewKind, DeliverySlip, DiscrepancyAnswer, DiscrepancyKind, DiscrepancyOutcome, Execution, ExecutionPart,
    PaymentSchedule, SlipReason, quarterly_due,
};
use muster_domain::{Date, FiscalYear, Text};

use super::super::sheet::Sheet;
use crate::record::Word as _;
use crate::record::execution::{MoneyEntry, read_action, read_explained, read_slip};
use crate::record::notation::{Wrong, parted};
use crate::tabular::{Problem, Row};

/// Adds a row to what is said of its case; `None` where it is at fault.
pub(super) fn read(
    part: ExecutionPart,
    sheet: &mut Sheet<'_>,
    row: Row<'_>,
    case: &Case,
    said: &mut Execution,
) -> Option<()> {
    match part {
        ExecutionPart::Payments => money(sheet, row, said)?,
        ExecutionPart::Deliveries => said.deliveries.push(delivery(sheet, row, case)?),
        ExecutionPart::Discrepancies => said.discrepancies.push(discrepancy(sheet, row, case)?),
        ExecutionPart::Reviews => said.reviews.push(review(sheet, row)?),
        ExecutionPart::Reconciliations => said.reconciliations.push(reconciliation(sheet, row)?),
    }
    Some(())
}

fn money(sheet: &mut Sheet<'_>, row: Row<'_>, said: &mut Execution) -> Option<()> {
    let (date, due) = (sheet.happened(row, "date")?, row.date("due"));
    let (entry, cents) = (MoneyEntry::read(row.text("entry")?)?, row.integer("amount_cents")?);
    if cents == 0 || (cents < 0 && entry != MoneyEntry::Payment) {
        let expected = "US cents above zero; below zero only for a payment that was paid back";
        sheet.fault(row, "amount_cents", Problem::BadCell, cents, expected, None);
        return None;
    }
    match entry {
        MoneyEntry::Payment => said.payments.push(CasePayment { on: date, cents }),
        MoneyEntry::Bill => {
            let due = due.unwrap_or_else(|| quarterly_due(sheet.world, date));
            said.bills.push(CaseBill { issued: date, due, cents });
        }
        MoneyEntry::Instalment => {
            let Some(due) = due else {
                let expected = "the day by which the instalment is to be paid";
                sheet.fault(row, "due", Problem::EmptyCell, "nothing", expected, None);
                return None;
            };
            let new = || PaymentSchedule { set: date, instalments: Vec::new() };
            let schedule = said.schedule.get_or_insert_with(new);
            if schedule.instalments.iter().any(|one| one.due == due) {
                let expected = "one instalment of a case on each day";
                sheet.fault(row, "due", Problem::DuplicateRow, due, expected, None);
                return None;
            }
            schedule.set = schedule.set.max(date);
            schedule.instalments.push(CaseInstalment { due, cents });
        }
    }
    Some(())
}

/// The line that a row is about; one that the case has not is a fault.
fn line(sheet: &mut Sheet<'_>, row: Row<'_>, case: &Case) -> Option<u16> {
    let line = row.integer("line").and_then(|line| u16::try_from(line).ok())?;
    if !case.lines.iter().any(|held| held.line == line) {
        let has: Vec<String> = case.lines.iter().take(12).map(|held| format!("{:03}", held.line)).collect();
        let expected = if has.is_empty() {
            format!("a line of {}, which has none; import its row with its lines first", case.number)
        } else {
            format!("a line of {} ({})", case.number, has.join(", "))
        };
        sheet.fault(row, "line", Problem::UnknownKey, format!("{line:03}"), expected, None);
        return None;
    }
    Some(line)
}

fn quantity(row: Row<'_>) -> Option<u32> {
    row.integer("quantity").and_then(|quantity| u32::try_from(quantity).ok())
}

fn words(row: Row<'_>, column: &'static str) -> Text {
    row.text(column).map(Text::from).unwrap_or_default()
}

/// The items of a list whose words may hold a `;`.
fn list<T>(
    sheet: &mut Sheet<'_>,
    row: Row<'_>,
    column: &'static str,
    read: impl Fn(&str) -> Result<T, Wrong>,
) -> Vec<T> {
    let mut all = Vec::new();
    for item in parted(row.text(column).unwrap_or_default()) {
        match read(&item) {
            Ok(one) => all.push(one),
            Err(wrong) => sheet.wrong(row, column, wrong),
        }
    }
    all
}

fn delivery(sheet: &mut Sheet<'_>, row: Row<'_>, case: &Case) -> Option<CaseDelivery> {
    let line = line(sheet, row, case)?;
    let (ordered, delivered, withdrawn) =
        (sheet.happened(row, "ordered"), sheet.happened(row, "delivered"), sheet.happened(row, "withdrawn"));
    let slips = list(sheet, row, "slips", read_slip);
    let quantity = quantity(row)?;
    if delivered.is_none() && row.date("delivered").is_some() {
        return None;
    }
    let Some(planned) = row.date("planned") else {
        let only_came = ordered.is_none() && withdrawn.is_none() && row.date("expected").is_none() && slips.is_empty();
        let Some(came) = delivered.filter(|_| only_came) else {
            let expected = "the day first planned; empty only where nothing but the day of delivery is said";
            sheet.fault(row, "planned", Problem::EmptyCell, "nothing", expected, None);
            return None;
        };
        return Some(CaseDelivery { line, quantity, ordered: came, planned: came, slips, delivered, withdrawn: None });
    };
    let today = sheet.options.as_of;
    let known = || delivered.into_iter().chain([planned]).fold(today, Date::min);
    let mut said =
        CaseDelivery { line, quantity, ordered: ordered.unwrap_or_else(known), planned, slips, delivered, withdrawn };
    if let Some(to) = row.date("expected").filter(|to| *to != said.expected()) {
        let reason = row.text("reason").and_then(SlipReason::read).unwrap_or(SlipReason::Other);
        let note = match row.text("note") {
            Some(note) => note.into(),
            None => format!("Not said by {}", sheet.options.source).into(),
        };
        said.slips.push(DeliverySlip { on: today, to, reason, note });
    }
    Some(said)
}

fn discrepancy(sheet: &mut Sheet<'_>, row: Row<'_>, case: &Case) -> Option<CaseDiscrepancy> {
    let line = line(sheet, row, case)?;
    let (filed, delivered) = (sheet.happened(row, "filed"), sheet.happened(row, "delivered"));
    let (review, closed) = (sheet.happened(row, "review"), sheet.happened(row, "closed"));
    let answer = answer(sheet, row)?;
    Some(CaseDiscrepancy {
        line,
        kind: DiscrepancyKind::read(row.text("kind")?)?,
        quantity: quantity(row)?,
        claim_cents: row.integer("claim_cents")?,
        delivered: delivered?,
        filed: filed?,
        note: words(row, "note"),
        review,
        answer,
        closed,
    })
}

/// The answer to a report: a day and an outcome, or neither. The outer `None`: at fault.
fn answer(sheet: &mut Sheet<'_>, row: Row<'_>) -> Option<Option<DiscrepancyAnswer>> {
    let (on, outcome) = (sheet.happened(row, "answered"), row.text("outcome").and_then(DiscrepancyOutcome::read));
    let credited_cents = row.integer("credited_cents").unwrap_or(0);
    match (on, outcome) {
        (None, None) if credited_cents == 0 && row.text("answer").is_none() => Some(None),
        (Some(on), Some(outcome)) => {
            Some(Some(DiscrepancyAnswer { on, outcome, credited_cents, note: words(row, "answer") }))
        }
        (on, _) => {
            let missing = if on.is_none() { "answered" } else { "outcome" };
            let expected = "the day and the outcome of the answer, or nothing of one";
            sheet.fault(row, missing, Problem::EmptyCell, "nothing", expected, None);
            None
        }
    }
}

fn review(sheet: &mut Sheet<'_>, row: Row<'_>) -> Option<CaseReview> {
    let held = row.flag("held")?;
    let on = if held { sheet.happened(row, "date") } else { row.date("date") };
    let actions = list(sheet, row, "actions", read_action);
    let today = sheet.options.as_of;
    if let Some(done) = actions.iter().filter_map(|action| action.done).find(|done| *done > today) {
        let expected = format!("a day done up to {today}, the day that the file speaks of");
        sheet.fault(row, "actions", Problem::BadCell, done, expected, None);
        return None;
    }
    Some(CaseReview {
        kind: CaseReviewKind::read(row.text("kind")?)?,
        on: on?,
        held,
        findings: words(row, "findings"),
        actions,
    })
}

fn reconciliation(sheet: &mut Sheet<'_>, row: Row<'_>) -> Option<CaseReconciliation> {
    let through = sheet.happened(row, "through");
    let explained = list(sheet, row, "explained", read_explained);
    let year = row.integer("year").and_then(|year| i16::try_from(year).ok());
    Some(CaseReconciliation {
        year: year.map(FiscalYear),
        through: through?,
        ordered_cents: row.integer("ordered_cents")?,
        obligated_cents: row.integer("obligated_cents")?,
        total_cents: row.integer("total_cents")?,
        scheduled_cents: row.integer("scheduled_cents"),
        asked_cents: row.integer("asked_cents")?,
        due_cents: row.integer("due_cents")?,
        received_cents: row.integer("received_cents")?,
        credited_cents: row.integer("credited_cents")?,
        delivered_cents: row.integer("delivered_cents")?,
        delivered_total_cents: row.integer("delivered_total_cents")?,
        explained,
    })
}
