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
        let money = usize::from(self.schedule.is_some()) + self.bills.len() + self.payments.len();
        let (deliveries, discrepancies) = (self.deliveries.len(), self.discrepancies.len());
        parts([money, deliveries, discrepancies, self.reviews.len(), self.reconciliations.len()])
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

/// Rounds after which what is said is taken as it stands by then. Of some hundred thousand random sets of rows, made to
/// be taken for each other, none needed more than three.
const ROUNDS: usize = 8;

/// The rows that are new or changed once nothing more changes: of rows so alike that one was taken for another, the
/// second round finds the right ones. So what is said again is nothing.
fn settled<T: Clone + PartialEq>(
    held: &[T],
    said: &[T],
    changes: impl Fn(&[T], &[T]) -> Vec<ChangedRow<T>>,
) -> Vec<ChangedRow<T>> {
    let mut now = held.to_vec();
    for _ in 0..ROUNDS {
        let changed = changes(&now, said);
        if changed.is_empty() {
            break;
        }
        put(&mut now, &changed);
    }
    let changed = now.into_iter().enumerate().filter(|(at, row)| held.get(*at) != Some(row));
    changed.map(|(at, row)| (u32::try_from(at).ok().filter(|_| at < held.len()), row)).collect()
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
            bills: settled(&held.bills, &self.bills, |held, said| {
                told::changes(held, said, |said, held| said.due == held.due)
            }),
            payments: payments.into_iter().map(|(_, payment)| payment).collect(),
            deliveries: settled(&held.deliveries, &self.deliveries, deliveries::changes),
            discrepancies: settled(&held.discrepancies, &self.discrepancies, |held, said| {
                let key = |one: &CaseDiscrepancy| (one.line, one.kind, one.filed);
                told::changes(held, said, |said, held| key(said) == key(held))
            }),
            reviews: settled(&held.reviews, &self.reviews, |held, said| {
                told::changes(held, said, told::same_review(held, said))
            }),
            reconciliations: settled(&held.reconciliations, &self.reconciliations, |held, said| {
                told::changes(held, said, |said, held| (said.year, said.through) == (held.year, held.through))
            }),
        }
    }

    /// The parts of which it says something.
    pub(in crate::cases) fn parts(&self) -> Vec<ExecutionPart> {
        let money = usize::from(self.schedule.is_some()) + self.bills.len() + self.payments.len();
        let (deliveries, discrepancies) = (self.deliveries.len(), self.discrepancies.len());
        parts([money, deliveries, discrepancies, self.reviews.len(), self.reconciliations.len()])
    }
}

/// The parts that have rows, by how many each has.
fn parts(rows: [usize; 5]) -> Vec<ExecutionPart> {
    use ExecutionPart::{Deliveries, Discrepancies, Payments, Reconciliations, Reviews};
    let all = [Payments, Deliveries, Discrepancies, Reviews, Reconciliations].into_iter().zip(rows);
    all.filter(|(_, rows)| *rows > 0).map(|(part, _)| part).collect()
}

/// Remembers who last said something of these parts.
pub(in crate::cases) fn note_source(sources: &mut Vec<ExecutionSource>, parts: &[ExecutionPart], source: &Text) {
    sources.retain(|one| !parts.contains(&one.part));
    sources.extend(parts.iter().map(|part| ExecutionSource { part: *part, source: source.clone() }));
    sources.sort_by_key(|one| one.part);
}
