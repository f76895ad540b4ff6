//! What a system of record says anew of a case's execution, told apart from what is held: rows that are new, and rows that
//! say more, or something else, of a held one. What is not said stays; what is held already is nothing new.
//!
//! Which held row is meant is decided here, once, with the command: the event names it by its place.

mod deliveries;
mod told;

use serde::{Deserialize, Serialize};

use super::{
    CaseBill, CaseDelivery, CaseDiscrepancy, CasePayment, CaseReconciliation, CaseReview, Execution, PaymentSchedule,
};
use crate::kernel::Text;

/// A part of a case's execution: what one system of record keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExecutionPart {
    /// Payment schedule, bills and payments.
    Payments,
    /// Deliveries.
    Deliveries,
    /// Discrepancy reports.
    Discrepancies,
    /// Reviews.
    Reviews,
    /// Reconciliations.
    Reconciliations,
}

/// Which system of record last said something of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ExecutionSource {
    /// The part.
    pub part: ExecutionPart,
    /// The system of record.
    pub source: Text,
}

/// A row as it is from now on, and its place among the held ones, from 0, where it takes the place of one.
pub type ChangedRow<T> = (Option<u32>, T);

/// What was said anew of a case's execution.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExecutionChanges {
    /// The payment schedule.
    pub schedule: Option<PaymentSchedule>,
    /// Bills.
    pub bills: Vec<ChangedRow<CaseBill>>,
    /// Payments; a payment is never changed, only another one is received or paid back.
    pub payments: Vec<CasePayment>,
    /// Deliveries.
    pub deliveries: Vec<ChangedRow<CaseDelivery>>,
    /// Discrepancy reports.
    pub discrepancies: Vec<ChangedRow<CaseDiscrepancy>>,
    /// Reviews.
    pub reviews: Vec<ChangedRow<CaseReview>>,
    /// Reconciliations.
    pub reconciliations: Vec<ChangedRow<CaseReconciliation>>,
}

impl ExecutionChanges {
    /// Whether nothing was said anew.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The parts of which something was said anew.
    pub fn parts(&self) -> Vec<ExecutionPart> {
        let money = self.schedule.is_some() || !self.bills.is_empty() || !self.payments.is_empty();
        let said = [
            (ExecutionPart::Payments, money),
            (ExecutionPart::Deliveries, !self.deliveries.is_empty()),
            (ExecutionPart::Discrepancies, !self.discrepancies.is_empty()),
            (ExecutionPart::Reviews, !self.reviews.is_empty()),
            (ExecutionPart::Reconciliations, !self.reconciliations.is_empty()),
        ];
        said.into_iter().filter(|(_, said)| *said).map(|(part, _)| part).collect()
    }

    pub(in crate::cases) fn apply(&self, held: &mut Execution) {
        if let Some(schedule) = &self.schedule {
            held.schedule = Some(schedule.clone());
        }
        held.payments.extend(&self.payments);
        put(&mut held.bills, &self.bills);
        put(&mut held.deliveries, &self.deliveries);
        put(&mut held.discrepancies, &self.discrepancies);
        put(&mut held.reviews, &self.reviews);
        put(&mut held.reconciliations, &self.reconciliations);
    }
}

fn put<T: Clone>(held: &mut Vec<T>, rows: &[ChangedRow<T>]) {
    for (place, row) in rows {
        let place = place.and_then(|place| usize::try_from(place).ok());
        match place.and_then(|place| held.get_mut(place)) {
            Some(one) => one.clone_from(row),
            None => held.push(row.clone()),
        }
    }
}

impl Execution {
    /// What of it is not held already, with the held rows that it says more of.
    ///
    /// A bill is known by its due day, a discrepancy report by line, kind and day of filing, a reconciliation by year and
    /// day, a delivery by line and the day first planned, a review by its sort and day; the planned review of a sort is
    /// the one held, or is moved. Payments are entries of a ledger: as many alike as are said are held. A payment schedule
    /// is said whole, and one set before the held one is nothing new.
    #[must_use]
    pub fn beyond(&self, held: &Self) -> ExecutionChanges {
        let newer = |said: &&PaymentSchedule| {
            held.schedule.as_ref().is_none_or(|held| said.set >= held.set && said.instalments != held.instalments)
        };
        let payments = told::changes(&held.payments, &self.payments, |_, _| false);
        ExecutionChanges {
            schedule: self.schedule.as_ref().filter(newer).cloned(),
            bills: told::changes(&held.bills, &self.bills, |said, held| said.due == held.due),
            payments: payments.into_iter().map(|(_, payment)| payment).collect(),
            deliveries: deliveries::changes(&held.deliveries, &self.deliveries),
            discrepancies: told::changes(&held.discrepancies, &self.discrepancies, |said, held| {
                (said.line, said.kind, said.filed) == (held.line, held.kind, held.filed)
            }),
            reviews: told::changes(&held.reviews, &self.reviews, told::same_review(&held.reviews, &self.reviews)),
            reconciliations: told::changes(&held.reconciliations, &self.reconciliations, |said, held| {
                (said.year, said.through) == (held.year, held.through)
            }),
        }
    }

    /// The parts of which it says something.
    pub(in crate::cases) fn parts(&self) -> Vec<ExecutionPart> {
        self.beyond(&Self::default()).parts()
    }
}

/// Remembers who last said something of these parts.
pub(in crate::cases) fn note_source(sources: &mut Vec<ExecutionSource>, parts: &[ExecutionPart], source: &Text) {
    sources.retain(|one| !parts.contains(&one.part));
    sources.extend(parts.iter().map(|part| ExecutionSource { part: *part, source: source.clone() }));
    sources.sort_by_key(|one| one.part);
}
