//! What a purchaser owes and has paid: schedule, bills, payments, and what follows from them on a day.

use serde::{Deserialize, Serialize};

use crate::cases::{Case, Milestone};
use crate::kernel::Date;
use crate::policy::PolicyKey;
use crate::world::World;

/// A dated part of what a case costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseInstalment {
    /// The day by which it is to be paid.
    pub due: Date,
    /// How much, US cents.
    #[schema(minimum = 1)]
    pub cents: i64,
}

/// The payment schedule of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentSchedule {
    /// The day it was set.
    pub set: Date,
    /// Its instalments, the initial deposit first, earliest first.
    pub instalments: Vec<CaseInstalment>,
}

impl PaymentSchedule {
    /// What all instalments add up to, US cents.
    pub fn sum(&self) -> i64 {
        self.instalments.iter().map(|one| one.cents).sum()
    }
}

/// A bill (DD 645) as it was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseBill {
    /// The day it was issued.
    pub issued: Date,
    /// The day by which it is to be paid.
    pub due: Date,
    /// How much, US cents.
    #[schema(minimum = 1)]
    pub cents: i64,
}

/// A payment received, or paid back where it is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CasePayment {
    /// The day it was received.
    pub on: Date,
    /// How much, US cents.
    pub cents: i64,
}

/// Why something is to be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentKind {
    /// The initial deposit, owed from acceptance on.
    Deposit,
    /// A bill.
    Bill,
    /// An instalment of the schedule that is not billed yet.
    Planned,
}

/// Something to be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PaymentDue {
    /// Why.
    pub kind: PaymentKind,
    /// By when.
    pub due: Date,
    /// What was asked or is planned, US cents.
    pub cents: i64,
    /// What of it is not paid, US cents.
    pub open_cents: i64,
    /// Whether it was asked for and its day has passed.
    pub overdue: bool,
}

/// Months in which quarterly bills fall due.
// Source: Security Assistance Management Manual, table C9.T16 (billing timeline).
const BILL_MONTHS: [i8; 4] = [3, 6, 9, 12];

/// The first quarterly due day after a day: the 15th of March, June, September or December (the day is a figure of policy).
pub fn quarterly_due(world: &World, after: Date) -> Date {
    let of_month = world.policy(PolicyKey::BillDueDay, "all", after).map_or(15, |figure| figure.value);
    let of_month = i8::try_from(of_month.clamp(1, 28)).unwrap_or(15);
    let years = [after.year(), after.year().saturating_add(1)];
    let days = years.into_iter().flat_map(|year| BILL_MONTHS.map(|month| Date::new(year, month, of_month)));
    days.flatten().find(|due| *due > after).unwrap_or(after)
}

impl Case {
    /// What the purchaser pays for a value: the administrative surcharge of the case added, rounded to the cent.
    pub fn with_surcharge(&self, cents: i64, world: &World, day: Date) -> i64 {
        let rate = i128::from(self.surcharge(world, day).unwrap_or(0));
        let added = (i128::from(cents) * rate + 500).div_euclid(1000);
        i64::try_from(i128::from(cents) + added).unwrap_or(i64::MAX)
    }

    /// Its value with the administrative surcharge by its day of acceptance (a day's while it is not accepted), US cents.
    pub fn total_cents(&self, world: &World, day: Date) -> i64 {
        self.with_surcharge(self.value_cents(), world, day)
    }

    /// By how much the schedule differs from the case's total, US cents; none without a schedule.
    pub fn schedule_difference(&self, world: &World, day: Date) -> Option<i64> {
        self.execution.schedule.as_ref().map(|schedule| schedule.sum() - self.total_cents(world, day))
    }

    /// What was asked of the purchaser by a day: the initial deposit from acceptance on, then bills by their due day.
    pub(super) fn claims(&self, day: Date) -> Vec<PaymentDue> {
        let claim = |kind, due, cents| PaymentDue { kind, due, cents, open_cents: cents, overdue: due < day };
        let accepted = self.day_of(Milestone::Accepted).filter(|on| *on <= day);
        let deposit = self.execution.schedule.as_ref().and_then(|schedule| schedule.instalments.first());
        let deposit = deposit.filter(|_| accepted.is_some());
        let mut claims: Vec<PaymentDue> =
            deposit.map(|one| claim(PaymentKind::Deposit, one.due, one.cents)).into_iter().collect();
        let issued = self.execution.bills.iter().filter(|bill| bill.issued <= day);
        claims.extend(issued.map(|bill| claim(PaymentKind::Bill, bill.due, bill.cents)));
        claims.sort_by_key(|claim| (claim.kind, claim.due));
        claims
    }

    /// What was asked for by a day, US cents.
    pub fn claimed_cents(&self, day: Date) -> i64 {
        self.claims(day).iter().map(|claim| claim.cents).sum()
    }

    /// Payments received by a day less those paid back, US cents.
    pub fn received_cents(&self, day: Date) -> i64 {
        self.execution.payments.iter().filter(|payment| payment.on <= day).map(|payment| payment.cents).sum()
    }

    /// Credited on discrepancy reports by a day, US cents.
    pub fn credited_cents(&self, day: Date) -> i64 {
        let answers = self.execution.discrepancies.iter().filter_map(|report| report.answer.as_ref());
        answers.filter(|answer| answer.on <= day).map(|answer| answer.credited_cents).sum()
    }

    /// What is to be paid as known on a day: what was asked and is not paid, then what the schedule plans and nothing asks
    /// for yet. Payments and credits settle the oldest first.
    pub fn payments_due(&self, day: Date) -> Vec<PaymentDue> {
        let claims = self.claims(day);
        let mut asked: i64 = claims.iter().map(|claim| claim.cents).sum();
        let mut paid = self.received_cents(day) + self.credited_cents(day);
        let mut due = Vec::new();
        let mut settle = |claim: PaymentDue| {
            let settled = paid.clamp(0, claim.cents);
            paid -= settled;
            let open = claim.cents - settled;
            (open > 0).then_some(PaymentDue { open_cents: open, ..claim })
        };
        due.extend(claims.into_iter().filter_map(&mut settle));
        for instalment in self.execution.schedule.iter().flat_map(|schedule| &schedule.instalments) {
            let known = asked.clamp(0, instalment.cents);
            asked -= known;
            let cents = instalment.cents - known;
            if cents > 0 {
                due.extend(settle(PaymentDue {
                    kind: PaymentKind::Planned,
                    due: instalment.due,
                    cents,
                    open_cents: cents,
                    overdue: false,
                }));
            }
        }
        due
    }

    /// What is overdue on a day, US cents, and since when.
    pub fn overdue(&self, day: Date) -> Option<(i64, Date)> {
        let late: Vec<PaymentDue> = self.payments_due(day).into_iter().filter(|one| one.overdue).collect();
        let since = late.iter().map(|one| one.due).min()?;
        Some((late.iter().map(|one| one.open_cents).sum(), since))
    }

    /// What the next bill would ask for by its due day: the schedule through that day, less what was asked already.
    pub fn next_bill(&self, world: &World, issued: Date) -> Option<CaseBill> {
        let due = quarterly_due(world, issued);
        let instalments = self.execution.schedule.iter().flat_map(|schedule| &schedule.instalments);
        let planned: i64 = instalments.filter(|one| one.due <= due).map(|one| one.cents).sum();
        let cents = planned - self.claimed_cents(issued);
        let accepted = self.day_of(Milestone::Accepted).is_some_and(|on| on <= issued);
        (accepted && cents > 0).then_some(CaseBill { issued, due, cents })
    }
}
