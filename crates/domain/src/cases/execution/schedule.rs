//! The payment schedule is set with the offer, and anew when a document changes the case.

use serde::{Deserialize, Serialize};

use super::{CaseInstalment, PaymentSchedule, amount, usd};
use crate::cases::{Case, CasePhase, case_subject, known_case};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position};
use crate::world::World;

/// Sets the payment schedule of a case: every instalment, the initial deposit first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPaymentSchedule {
    /// Which case.
    pub case: CaseId,
    /// All instalments, earliest first. They add up to the case's value with its administrative surcharge.
    pub instalments: Vec<CaseInstalment>,
}

/// Instalments above zero on rising days.
pub(super) fn check_instalments(instalments: &[CaseInstalment]) -> Result<(), Refusal> {
    if instalments.is_empty() || !instalments.windows(2).all(|pair| pair[0].due < pair[1].due) {
        return Err(refuse(
            "schedule-order",
            "The days of the instalments do not rise, each once.",
            "Give at least one instalment, the initial deposit first, each on a later day.",
        ));
    }
    instalments.iter().try_for_each(|one| amount(one.cents, &format!("The instalment of {}", one.due)))
}

impl SetPaymentSchedule {
    fn check(&self, case: &Case, world: &World, today: Date) -> Result<(), Refusal> {
        let phase = case.phase(today);
        if phase < CasePhase::Writing || phase.is_over() {
            return Err(refuse(
                "schedule-phase",
                format!("{} does not stand where a payment schedule is set.", case.number),
                "Set it once the agency has approved the offer, and until the case is closed.",
            ));
        }
        check_instalments(&self.instalments)?;
        let (sum, total) = (self.instalments.iter().map(|one| one.cents).sum::<i64>(), case.total_cents(world, today));
        if sum != total {
            return Err(refuse(
                "schedule-sum",
                format!(
                    "The instalments add up to {}, the case with its surcharge to {}: {} differ.",
                    usd(sum),
                    usd(total),
                    usd(sum - total)
                ),
                "Let the instalments add up to the case's value and its administrative surcharge.",
            ));
        }
        let deposit = case.execution.schedule.as_ref().and_then(|schedule| schedule.instalments.first());
        if phase >= CasePhase::Accepted
            && let Some(deposit) = deposit.filter(|deposit| Some(*deposit) != self.instalments.first())
        {
            return Err(refuse(
                "schedule-deposit",
                format!("{} was accepted with a deposit of {} by {}.", case.number, usd(deposit.cents), deposit.due),
                "Keep the initial deposit as the first instalment; what a document adds goes into later ones.",
            ));
        }
        Ok(())
    }
}

impl Decide for SetPaymentSchedule {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        self.check(case, world, context.today)?;
        let schedule = PaymentSchedule { set: context.today, instalments: self.instalments.clone() };
        Ok(vec![PaymentScheduleSet { case: self.case, schedule, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A payment schedule was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentScheduleSet {
    /// Which case.
    pub case: CaseId,
    /// The schedule.
    pub schedule: PaymentSchedule,
    /// Who set it.
    pub by: Option<AccountId>,
}

impl Apply for PaymentScheduleSet {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.execution.schedule = Some(self.schedule.clone());
        }
    }
}
