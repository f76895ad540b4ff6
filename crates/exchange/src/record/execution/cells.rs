//! A row of a case's execution in the cells of its columns, and the lists in them, both ways.

use muster_domain::cases::{
    CaseHolder, CaseReview, DeliverySlip, DifferenceKind, ExplainedDifference, ReviewAction, SlipReason,
};

use super::super::notation::{Wrong, cell, day, kept, word};
use super::super::{Cell, Word};
use super::{ExecutionRow, MoneyEntry};

/// Form of the slips of a delivery.
pub(crate) const SLIPS: &str = "day it became known, day expected since, reason, words, such as `2026-03-01 2026-06-30 production Engines are late`, parted by `;` (a `;` in words as `\\;`)";
/// Form of the actions of a review.
pub(crate) const ACTIONS: &str = "day due, who does it, day done or `open`, words, such as `2026-11-01 agency open Ask for a recovery plan`, parted by `;` (a `;` in words as `\\;`)";
/// Form of the explained differences of a reconciliation.
pub(crate) const EXPLAINED: &str =
    "what differs, why, such as `collection Paid on 2 October`, parted by `;` (a `;` in words as `\\;`)";

impl ExecutionRow<'_> {
    /// Its cells, in the order of the columns of its part.
    pub(crate) fn cells(&self, case: &str) -> Vec<Cell> {
        let mut cells = vec![Cell::text(case)];
        let money = |entry: MoneyEntry, on, due, cents| {
            [Cell::from(entry.word()), Cell::Date(on), due, Cell::Integer(cents)].to_vec()
        };
        cells.extend(match self {
            Self::Instalment(set, one) => money(MoneyEntry::Instalment, *set, one.due.into(), one.cents),
            Self::Bill(one) => money(MoneyEntry::Bill, one.issued, one.due.into(), one.cents),
            Self::Payment(one) => money(MoneyEntry::Payment, one.on, Cell::Empty, one.cents),
            Self::Delivery(one) => vec![
                Cell::Integer(one.line.into()),
                Cell::Integer(one.quantity.into()),
                Cell::from(one.planned),
                Cell::from(one.ordered),
                Cell::from(one.expected()),
                Cell::Empty,
                Cell::Empty,
                Cell::from(one.delivered),
                Cell::from(one.withdrawn),
                cell(one.slips.iter().map(write_slip)),
            ],
            Self::Discrepancy(one) => {
                let answer = one.answer.as_ref();
                vec![
                    Cell::Integer(one.line.into()),
                    Cell::from(one.kind.word()),
                    Cell::from(one.filed),
                    Cell::from(one.delivered),
                    Cell::Integer(one.quantity.into()),
                    Cell::Integer(one.claim_cents),
                    Cell::from(&one.note),
                    Cell::from(one.review),
                    Cell::from(answer.map(|answer| answer.on)),
                    Cell::from(answer.map(|answer| answer.outcome.word())),
                    Cell::from(answer.map(|answer| answer.credited_cents)),
                    Cell::from(answer.map(|answer| &answer.note)),
                    Cell::from(one.closed),
                ]
            }
            Self::Review(one) => vec![
                Cell::from(one.kind.word()),
                Cell::from(one.on),
                Cell::from(one.held),
                Cell::from(&one.findings),
                cell(one.actions.iter().map(write_action)),
            ],
            Self::Reconciliation(one) => vec![
                Cell::from(one.year.map(|year| i64::from(year.0))),
                Cell::from(one.through),
                Cell::Integer(one.ordered_cents),
                Cell::Integer(one.obligated_cents),
                Cell::Integer(one.total_cents),
                Cell::from(one.scheduled_cents),
                Cell::Integer(one.asked_cents),
                Cell::Integer(one.due_cents),
                Cell::Integer(one.received_cents),
                Cell::Integer(one.credited_cents),
                Cell::Integer(one.delivered_cents),
                Cell::Integer(one.delivered_total_cents),
                cell(one.explained.iter().map(|one| format!("{} {}", one.difference.word(), kept(&one.note)))),
            ],
        });
        cells
    }

    /// What it is about, beside the case.
    pub(crate) fn named(&self) -> String {
        match self {
            Self::Instalment(_, one) => format!("instalment due {}", one.due),
            Self::Bill(one) => format!("bill due {}", one.due),
            Self::Payment(one) => format!("payment of {}", one.on),
            Self::Delivery(one) => format!("line {:03} planned {}", one.line, one.planned),
            Self::Discrepancy(one) => format!("discrepancy of line {:03} filed {}", one.line, one.filed),
            Self::Review(one) => format!("{} review of {}", one.kind.word(), one.on),
            Self::Reconciliation(one) => match one.year {
                Some(year) => format!("reconciliation of {} through {}", year.0, one.through),
                None => format!("reconciliation for good through {}", one.through),
            },
        }
    }

    /// What it says, in short.
    pub(crate) fn said(&self) -> String {
        match self {
            Self::Instalment(_, one) => format!("{} US cents", one.cents),
            Self::Bill(one) => format!("{} US cents, issued {}", one.cents, one.issued),
            Self::Payment(one) => format!("{} US cents", one.cents),
            Self::Delivery(one) => match (one.delivered, one.withdrawn) {
                (Some(on), _) => format!("{} delivered {on}", one.quantity),
                (None, Some(on)) => format!("{} withdrawn {on}", one.quantity),
                (None, None) => format!("{} expected {}", one.quantity, one.expected()),
            },
            Self::Discrepancy(one) => format!("{}, {} US cents claimed", one.kind.word(), one.claim_cents),
            Self::Review(CaseReview { held, .. }) => (if *held { "held" } else { "planned" }).to_owned(),
            Self::Reconciliation(one) => format!("{} US cents obligated", one.obligated_cents),
        }
    }
}

fn write_slip(slip: &DeliverySlip) -> String {
    format!("{} {} {} {}", slip.on, slip.to, slip.reason.word(), kept(&slip.note))
}

fn write_action(action: &ReviewAction) -> String {
    let done = action.done.map_or_else(|| "open".to_owned(), |done| done.to_string());
    format!("{} {} {done} {}", action.due, action.holder.word(), kept(&action.action))
}

pub(crate) fn read_slip(item: &str) -> Result<DeliverySlip, Wrong> {
    let mut parts = item.splitn(4, ' ');
    let mut next = || parts.next().ok_or_else(|| Wrong::form(item, SLIPS));
    let (on, to, reason) = (day(next()?, item)?, day(next()?, item)?, word::<SlipReason>(next()?, item)?);
    Ok(DeliverySlip { on, to, reason, note: parts.next().unwrap_or_default().trim().into() })
}

pub(crate) fn read_action(item: &str) -> Result<ReviewAction, Wrong> {
    let mut parts = item.splitn(4, ' ');
    let mut next = || parts.next().filter(|part| !part.is_empty()).ok_or_else(|| Wrong::form(item, ACTIONS));
    let (due, holder) = (day(next()?, item)?, word::<CaseHolder>(next()?, item)?);
    let done = match next()? {
        "open" => None,
        done => Some(day(done, item)?),
    };
    Ok(ReviewAction { action: next()?.trim().into(), holder, due, done })
}

pub(crate) fn read_explained(item: &str) -> Result<ExplainedDifference, Wrong> {
    let (what, note) = item.split_once(' ').unwrap_or((item, ""));
    Ok(ExplainedDifference { difference: word::<DifferenceKind>(what, item)?, note: note.trim().into() })
}

#[cfg(test)]
mod tests {
    use super::super::super::notation::parted;
    use super::*;

    #[test]
    fn lists_read_back_as_they_were_written() {
        let day = muster_domain::Date::constant;
        let slips = [
            DeliverySlip { on: day(2026, 1, 2), to: day(2026, 3, 4), reason: SlipReason::Other, note: "".into() },
            DeliverySlip {
                on: day(2026, 2, 2),
                to: day(2026, 5, 4),
                reason: SlipReason::Funding,
                note: "Paid; late \\ twice".into(),
            },
        ];
        let text = cell(slips.iter().map(write_slip)).to_string();
        let read: Vec<_> = parted(&text).iter().map(|item| read_slip(item).unwrap()).collect();
        assert_eq!(read, slips);
        let action = ReviewAction {
            action: "Ask; then wait".into(),
            holder: CaseHolder::CaseWriters,
            due: day(2026, 9, 9),
            done: Some(day(2026, 9, 10)),
        };
        assert_eq!(read_action(&parted(&write_action(&action))[0]).unwrap(), action);
        for wrong in ["2026-09-09 agency", "2026-09-09 agency open", "9 agency open Ask", "2026-09-09 nobody open Ask"]
        {
            assert!(read_action(wrong).is_err(), "{wrong}");
        }
        assert!(read_slip("2026-01-02 2026-03-04").is_err());
        assert!(read_explained("money Paid").is_err());
        assert_eq!(&*read_explained("billing Paid twice").unwrap().note, "Paid twice");
    }
}
