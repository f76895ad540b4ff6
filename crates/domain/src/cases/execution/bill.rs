//! Bills (DD 645) and what is paid on them.

use serde::{Deserialize, Serialize};

use super::payment::quarterly_due;
use super::{CaseBill, CasePayment, LARGEST_AMOUNT, amount, usd};
use crate::cases::{case_subject, known_case, not_ahead};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position};
use crate::world::World;

/// Records a bill as it was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordBill {
    /// Which case.
    pub case: CaseId,
    /// The day it was issued.
    pub issued: Date,
    /// The day by which it is to be paid; the next quarterly due day unless a special billing arrangement says otherwise.
    #[serde(default)]
    pub due: Option<Date>,
    /// How much, US cents.
    #[schema(minimum = 1)]
    pub cents: i64,
}

impl Decide for RecordBill {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        case.must_run(context.today, "bill-phase")?;
        not_ahead(self.issued, context.today, "The bill")?;
        amount(self.cents, "The bill")?;
        let due = self.due.unwrap_or_else(|| quarterly_due(world, self.issued));
        if due < self.issued {
            return Err(refuse(
                "bill-due",
                format!("The bill of {} would be due before, on {due}.", self.issued),
                "Give a later due day, or none: then the next quarterly one holds.",
            ));
        }
        if case.execution.bills.iter().any(|bill| bill.due == due) {
            return Err(refuse(
                "bill-known",
                format!("{} has a bill due on {due} already.", case.number),
                "Give another due day if this is a further bill.",
            ));
        }
        let (asked, total) = (case.claimed_cents(context.today), case.total_cents(world, context.today));
        if asked.saturating_add(self.cents) > total {
            return Err(refuse(
                "bill-exceeds",
                format!(
                    "{} of {} are asked for already; {} more are too much.",
                    usd(asked),
                    usd(total),
                    usd(self.cents)
                ),
                "Bill what is left, or record the document that raises the case's value first.",
            ));
        }
        let bill = CaseBill { issued: self.issued, due, cents: self.cents };
        Ok(vec![BillRecorded { case: self.case, bill, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A bill was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillRecorded {
    /// Which case.
    pub case: CaseId,
    /// The bill.
    pub bill: CaseBill,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

impl Apply for BillRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.execution.bills.push(self.bill);
        }
    }
}

/// Records a payment received, or one paid back. It settles what was asked for first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordPayment {
    /// Which case.
    pub case: CaseId,
    /// The day it was received.
    pub on: Date,
    /// How much, US cents; negative where it was paid back.
    pub cents: i64,
}

impl Decide for RecordPayment {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        case.must_run(context.today, "payment-phase")?;
        not_ahead(self.on, context.today, "The payment")?;
        amount(self.cents.saturating_abs(), "The payment")?;
        let received = case.received_cents(context.today);
        if !(0..=LARGEST_AMOUNT).contains(&received.saturating_add(self.cents)) {
            return Err(refuse(
                "payment-back",
                format!("{} were received; {} cannot be paid back.", usd(received), usd(self.cents.saturating_neg())),
                "Pay back what was received at most.",
            ));
        }
        let payment = CasePayment { on: self.on, cents: self.cents };
        Ok(vec![PaymentRecorded { case: self.case, payment, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A payment was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentRecorded {
    /// Which case.
    pub case: CaseId,
    /// The payment.
    pub payment: CasePayment,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

impl Apply for PaymentRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.execution.payments.push(self.payment);
        }
    }
}
