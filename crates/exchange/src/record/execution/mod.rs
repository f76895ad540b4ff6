//! What happens in the execution of a case as rows: five tables, because five sorts of things happen and systems of
//! record keep them apart. Money has one table: schedule, bills and payments stand in one ledger.

mod cells;

use muster_domain::Date;
use muster_domain::cases::{
    CaseBill, CaseDelivery, CaseDiscrepancy, CaseInstalment, CasePayment, CaseReconciliation, CaseReview,
    CaseReviewKind, DiscrepancyKind, DiscrepancyOutcome, Execution, ExecutionPart, LARGEST_AMOUNT, SlipReason,
};

use super::{Field, Holds, Word};

pub(crate) use cells::{ACTIONS, EXPLAINED, SLIPS, read_action, read_explained, read_slip};

/// What a row of money is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MoneyEntry {
    Instalment,
    Bill,
    Payment,
}

impl Word for MoneyEntry {
    const WHAT: &'static str = "what the row is";
    const WORDS: &'static [(&'static str, &'static str, Self)] = &[
        ("instalment", "Instalment of the payment schedule", Self::Instalment),
        ("bill", "Bill (DD 645)", Self::Bill),
        ("payment", "Payment received", Self::Payment),
    ];
}

/// One row of a case's execution.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ExecutionRow<'a> {
    Instalment(Date, &'a CaseInstalment),
    Bill(&'a CaseBill),
    Payment(&'a CasePayment),
    Delivery(&'a CaseDelivery),
    Discrepancy(&'a CaseDiscrepancy),
    Review(&'a CaseReview),
    Reconciliation(&'a CaseReconciliation),
}

/// The rows of a part.
pub(crate) fn rows(held: &Execution, part: ExecutionPart) -> Vec<ExecutionRow<'_>> {
    use ExecutionRow as Is;
    match part {
        ExecutionPart::Payments => {
            let schedule = held.schedule.iter();
            let set = schedule.flat_map(|one| one.instalments.iter().map(|instalment| (one.set, instalment)));
            let instalments = set.map(|(set, one)| Is::Instalment(set, one));
            instalments.chain(held.bills.iter().map(Is::Bill)).chain(held.payments.iter().map(Is::Payment)).collect()
        }
        ExecutionPart::Deliveries => held.deliveries.iter().map(Is::Delivery).collect(),
        ExecutionPart::Discrepancies => held.discrepancies.iter().map(Is::Discrepancy).collect(),
        ExecutionPart::Reviews => held.reviews.iter().map(Is::Review).collect(),
        ExecutionPart::Reconciliations => held.reconciliations.iter().map(Is::Reconciliation).collect(),
    }
}

/// The columns that an import of a part reads, in order.
pub(crate) fn fields(part: ExecutionPart) -> &'static [Field] {
    match part {
        ExecutionPart::Payments => PAYMENTS,
        ExecutionPart::Deliveries => DELIVERIES,
        ExecutionPart::Discrepancies => DISCREPANCIES,
        ExecutionPart::Reviews => REVIEWS,
        ExecutionPart::Reconciliations => RECONCILIATIONS,
    }
}

/// The columns that only an export writes.
pub(crate) const WRITTEN: &[Field] = &[
    Field::written("office", Holds::Text(40), "Code of the office that works the case."),
    Field::written("country", Holds::Text(3), "ISO 3166 alpha-3 code of the purchaser's country."),
    Field::written("source", Holds::Text(200), "System of record that last said something of these rows of the case."),
];

const CASE: Field =
    Field::filled("case_number", Holds::Text(8), "The case.").or(&["case", "case id", "case identifier"]);
const LINE: Field = Field::filled("line", Holds::Integer(1, 999), "Number of the case's line.").or(&["case line"]);
const QUANTITY: Holds = Holds::Integer(1, u32::MAX as i64);
const AMOUNT: Holds = Holds::Integer(0, LARGEST_AMOUNT);
const ANY_AMOUNT: Holds = Holds::Integer(i64::MIN, i64::MAX);
const WORDS: Holds = Holds::Text(2_000);

const PAYMENTS: &[Field] = &[
    CASE,
    Field::filled(
        "entry",
        Holds::Words(MoneyEntry::vocabulary),
        "What the row is. The instalments of a case are its schedule: all of them are said together.",
    ),
    Field::filled("date", Holds::Date, "The day the schedule was set, the bill issued, the payment received.")
        .or(&["on", "day"]),
    Field::optional(
        "due",
        Holds::Date,
        "By when an instalment or a bill is to be paid. By it a bill is known; empty is the next quarterly due day.",
    )
    .or(&["due date"]),
    Field::filled(
        "amount_cents",
        Holds::Integer(-LARGEST_AMOUNT, LARGEST_AMOUNT),
        "How much; of a payment negative where it was paid back. A wrong payment is undone by another row.",
    )
    .in_unit("US cents"),
];

const DELIVERIES: &[Field] = &[
    CASE,
    LINE,
    Field::filled("quantity", QUANTITY, "How many; 1 for services."),
    Field::optional(
        "planned",
        Holds::Date,
        "The day first planned: by it and the line a delivery is known. Empty for what is only known to have come: \
         what was expected first counts as made.",
    )
    .or(&["required delivery date", "rdd"]),
    Field::optional(
        "ordered",
        Holds::Date,
        "The day it was ordered or planned; of one that is held the earlier day counts. Empty is the first day known.",
    ),
    Field::optional(
        "expected",
        Holds::Date,
        "The day it is expected now. Another one than held puts it off, known on the day the file speaks of.",
    )
    .or(&["estimated delivery date", "edd"]),
    Field::optional(
        "reason",
        Holds::Words(SlipReason::vocabulary),
        "Why it is expected on that day; `other` where empty.",
    ),
    Field::optional("note", WORDS, "That reason in words; names no person."),
    Field::optional("delivered", Holds::Date, "The day it was made; empty leaves what is held.")
        .or(&["delivery date", "shipped"]),
    Field::optional("withdrawn", Holds::Date, "The day it was taken out of the plan; empty leaves what is held."),
    Field::optional("slips", Holds::List(SLIPS), "How it was put off, each time, where that is known."),
];

const DISCREPANCIES: &[Field] = &[
    CASE,
    LINE,
    Field::filled(
        "kind",
        Holds::Words(DiscrepancyKind::vocabulary),
        "What is wrong. By line, kind and day of filing a report is known.",
    )
    .or(&["discrepancy"]),
    Field::filled("filed", Holds::Date, "The day it was filed."),
    Field::filled("delivered", Holds::Date, "The day of the delivery it is about."),
    Field::filled("quantity", QUANTITY, "How many are concerned."),
    Field::filled("claim_cents", AMOUNT, "What is claimed.").in_unit("US cents"),
    Field::optional("note", WORDS, "In words; names no person."),
    Field::optional("review", Holds::Date, "Since when it is under review; empty leaves what is held, here and below."),
    Field::optional("answered", Holds::Date, "The day it was answered."),
    Field::optional("outcome", Holds::Words(DiscrepancyOutcome::vocabulary), "How it was answered."),
    Field::optional("credited_cents", AMOUNT, "What was credited; 0 where empty.").in_unit("US cents"),
    Field::optional("answer", WORDS, "The answer in words; names no person."),
    Field::optional("closed", Holds::Date, "The day it was closed."),
];

const REVIEWS: &[Field] = &[
    CASE,
    Field::filled("kind", Holds::Words(CaseReviewKind::vocabulary), "What sort of review.").or(&["review"]),
    Field::filled(
        "date",
        Holds::Date,
        "The day it was held, or is planned for. The planned one of its sort is moved, or becomes the one held.",
    )
    .or(&["on", "day"]),
    Field::filled("held", Holds::Flag, "Whether it was held."),
    Field::optional("findings", WORDS, "What was found; names no person. Empty leaves what is held."),
    Field::optional("actions", Holds::List(ACTIONS), "What is to be done; what is held and not said stays."),
];

const RECONCILIATIONS: &[Field] = &[
    CASE,
    Field::optional(
        "year",
        Holds::Integer(1950, 9_998),
        "The fiscal year it closes; empty: for good, with supply complete.",
    )
    .or(&["fiscal year"]),
    Field::filled(
        "through",
        Holds::Date,
        "The day up to which its figures count. By year and day a reconciliation is known.",
    ),
    Field::filled("ordered_cents", ANY_AMOUNT, "Value of the lines.").in_unit("US cents"),
    Field::filled("obligated_cents", AMOUNT, "Obligated, by the accounting system.").in_unit("US cents"),
    Field::filled("total_cents", ANY_AMOUNT, "Value of the lines with the administrative surcharge.")
        .in_unit("US cents"),
    Field::optional("scheduled_cents", ANY_AMOUNT, "What the payment schedule adds up to; empty without one.")
        .in_unit("US cents"),
    Field::filled("asked_cents", ANY_AMOUNT, "Asked for: initial deposit and bills.").in_unit("US cents"),
    Field::filled("due_cents", ANY_AMOUNT, "Of what was asked for, what fell due.").in_unit("US cents"),
    Field::filled("received_cents", ANY_AMOUNT, "Received, less what was paid back.").in_unit("US cents"),
    Field::filled("credited_cents", ANY_AMOUNT, "Credited on discrepancy reports.").in_unit("US cents"),
    Field::filled("delivered_cents", ANY_AMOUNT, "Delivered, without surcharge.").in_unit("US cents"),
    Field::filled("delivered_total_cents", ANY_AMOUNT, "Delivered, with the surcharge.").in_unit("US cents"),
    Field::optional("explained", Holds::List(EXPLAINED), "Differences explained; what is held and not said stays."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_cell_a_column() {
        let day = Date::constant(2026, 3, 1);
        let execution = Execution {
            payments: vec![CasePayment { on: day, cents: -5 }],
            bills: vec![CaseBill { issued: day, due: day, cents: 5 }],
            reviews: vec![CaseReview {
                kind: CaseReviewKind::Program,
                on: day,
                held: false,
                findings: "".into(),
                actions: Vec::new(),
            }],
            ..Execution::default()
        };
        for part in [ExecutionPart::Payments, ExecutionPart::Reviews] {
            let rows = rows(&execution, part);
            assert!(!rows.is_empty());
            for row in rows {
                assert_eq!(row.cells("JO-B-AAA").len(), fields(part).len());
            }
        }
    }
}
