//! What a system of record may not say of a case's execution: days ahead for what happened, amounts out of range, lines
//! that are not there. What departs from the rules is taken, and shows.

use super::schedule::check_instalments;
use super::{Execution, LARGEST_AMOUNT, amount};
use crate::cases::{CaseLine, not_ahead};
use crate::command::{Refusal, refuse};
use crate::kernel::Date;

/// Refuses what cannot be taken as a fact.
pub(in crate::cases) fn check_reported(said: &Execution, lines: &[CaseLine], today: Date) -> Result<(), Refusal> {
    if let Some(schedule) = &said.schedule {
        check_instalments(&schedule.instalments)?;
    }
    let amounts = said
        .bills
        .iter()
        .map(|bill| bill.cents)
        .chain(said.payments.iter().map(|payment| payment.cents.saturating_abs()));
    for cents in amounts {
        amount(cents, "A bill or payment")?;
    }
    let quantities = said.deliveries.iter().map(|one| (one.line, one.quantity));
    for (line, quantity) in quantities.chain(said.discrepancies.iter().map(|one| (one.line, one.quantity))) {
        if quantity == 0 || !lines.iter().any(|held| held.line == line) {
            return Err(refuse(
                "no-line",
                format!("{quantity} of line {line:03} are spoken of; the case has no such line, or nothing is meant."),
                "Report the line, and at least one of it.",
            ));
        }
    }
    let claims = said.discrepancies.iter().map(|report| report.claim_cents);
    let credits = said.discrepancies.iter().filter_map(|report| report.answer.as_ref()).map(|one| one.credited_cents);
    let obligated = said.reconciliations.iter().map(|one| one.obligated_cents);
    if claims.chain(credits).chain(obligated).any(|cents| !(0..=LARGEST_AMOUNT).contains(&cents)) {
        return Err(refuse(
            "amount",
            "A claim, a credit or an obligation is below zero or beyond ten trillion dollars.",
            "Correct the amount.",
        ));
    }
    let happened = (said.schedule.iter().map(|schedule| schedule.set))
        .chain(said.bills.iter().map(|bill| bill.issued))
        .chain(said.payments.iter().map(|payment| payment.on))
        .chain(said.deliveries.iter().flat_map(|one| [Some(one.ordered), one.delivered, one.withdrawn]).flatten())
        .chain(said.deliveries.iter().flat_map(|one| one.slips.iter().map(|slip| slip.on)))
        .chain(said.discrepancies.iter().flat_map(|one| {
            [Some(one.filed), one.review, one.answer.as_ref().map(|answer| answer.on), one.closed].into_iter().flatten()
        }))
        .chain(said.reviews.iter().filter(|review| review.held).map(|review| review.on))
        .chain(said.reviews.iter().flat_map(|review| review.actions.iter().filter_map(|action| action.done)))
        .chain(said.reconciliations.iter().map(|one| one.through));
    happened.into_iter().try_for_each(|day| not_ahead(day, today, "Something of the execution"))
}
