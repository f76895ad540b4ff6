//! Reconciliation: what was ordered and obligated against what was billed, paid and delivered; differences are named, and
//! explained or left open.

use serde::{Deserialize, Serialize};

use super::LARGEST_AMOUNT;
use crate::cases::{Case, CasePhase, Milestone, case_subject, known_case, said};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, FiscalYear, Position, Text, add_months};
use crate::policy::PolicyKey;
use crate::world::World;

/// What does not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// Obligated against ordered: more than ordered; at the end, more or less.
    Obligation,
    /// Delivered against ordered, at the end.
    Delivery,
    /// Asked for against delivered with its surcharge: too little asked for; at the end, too much or too little.
    Billing,
    /// Paid and credited against what fell due: too little paid; at the end, too much or too little.
    Collection,
    /// The payment schedule against the case's total.
    Schedule,
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CaseDifference {
    /// What does not agree.
    pub kind: DifferenceKind,
    /// By how much, US cents.
    pub cents: i64,
    /// Why, where it was explained.
    pub explained: Option<Text>,
}

/// A difference and why it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExplainedDifference {
    /// What does not agree.
    pub difference: DifferenceKind,
    /// Why; names no person.
    pub note: Text,
}

/// A reconciliation with the figures that it compared, US cents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseReconciliation {
    /// The fiscal year it closes; none: the last one, of a case whose supply is complete.
    pub year: Option<FiscalYear>,
    /// The day up to which the figures count.
    pub through: Date,
    /// Value of the lines.
    pub ordered_cents: i64,
    /// Obligated, by the accounting system.
    pub obligated_cents: i64,
    /// Value of the lines with the surcharge.
    pub total_cents: i64,
    /// What the payment schedule adds up to; none without a schedule.
    pub scheduled_cents: Option<i64>,
    /// Asked for: initial deposit and bills.
    pub asked_cents: i64,
    /// Of what was asked for, what fell due.
    pub due_cents: i64,
    /// Received, less what was paid back.
    pub received_cents: i64,
    /// Credited on discrepancy reports.
    pub credited_cents: i64,
    /// Delivered, without surcharge.
    pub delivered_cents: i64,
    /// Delivered, with the surcharge.
    pub delivered_total_cents: i64,
    /// Differences that were explained.
    #[serde(default)]
    pub explained: Vec<ExplainedDifference>,
}

impl CaseReconciliation {
    /// Everything that does not agree, explained or not. While a case runs only what cannot be is a difference; at the end
    /// everything is.
    pub fn differences(&self) -> Vec<CaseDifference> {
        let last = self.year.is_none();
        let run = |cents: i64| if last { cents } else { cents.max(0) };
        let paid = self.received_cents + self.credited_cents;
        let compared = [
            (DifferenceKind::Obligation, run(self.obligated_cents - self.ordered_cents)),
            (DifferenceKind::Delivery, if last { self.ordered_cents - self.delivered_cents } else { 0 }),
            (DifferenceKind::Billing, run(self.delivered_total_cents - self.asked_cents)),
            (DifferenceKind::Collection, run(if last { self.asked_cents } else { self.due_cents } - paid)),
            (DifferenceKind::Schedule, self.scheduled_cents.map_or(0, |scheduled| scheduled - self.total_cents)),
        ];
        let explained = |kind| self.explained.iter().find(|one| one.difference == kind).map(|one| one.note.clone());
        let differing = compared.into_iter().filter(|(_, cents)| *cents != 0);
        differing.map(|(kind, cents)| CaseDifference { kind, cents, explained: explained(kind) }).collect()
    }

    /// Differences that nothing explains.
    pub fn unreconciled(&self) -> Vec<CaseDifference> {
        self.differences().into_iter().filter(|one| one.explained.is_none()).collect()
    }
}

impl Case {
    /// What a reconciliation would compare: the figures of the case through a day, beside what was obligated.
    pub fn figures_through(&self, world: &World, through: Date, obligated_cents: i64) -> CaseReconciliation {
        let claims = self.claims(through);
        let delivered_cents = self.delivered_cents(through);
        CaseReconciliation {
            year: None,
            through,
            ordered_cents: self.value_cents(),
            obligated_cents,
            total_cents: self.total_cents(world, through),
            scheduled_cents: self.execution.schedule.as_ref().map(super::PaymentSchedule::sum),
            asked_cents: claims.iter().map(|claim| claim.cents).sum(),
            due_cents: claims.iter().filter(|claim| claim.due <= through).map(|claim| claim.cents).sum(),
            received_cents: self.received_cents(through),
            credited_cents: self.credited_cents(through),
            delivered_cents,
            delivered_total_cents: self.with_surcharge(delivered_cents, world, through),
            explained: Vec::new(),
        }
    }

    /// The last reconciliation with supply complete, by a day.
    pub fn last_reconciliation(&self, day: Date) -> Option<&CaseReconciliation> {
        let complete = self.execution.reconciliations.iter().filter(|one| one.year.is_none() && one.through <= day);
        // Of one day the one recorded last: `max_by_key` keeps the last.
        complete.max_by_key(|one| one.through)
    }

    /// The fiscal year that should have been reconciled by now and was not, of a case that was implemented by its end and
    /// still runs. After a year ends there are months to do it in.
    pub fn year_to_reconcile(&self, world: &World, day: Date) -> Option<FiscalYear> {
        let months = world.policy(PolicyKey::ReconciliationMonths, "all", day)?.value;
        let year = FiscalYear(FiscalYear::of(add_months(day, -i32::try_from(months).unwrap_or(0))).0 - 1);
        let end = year.period()?.end();
        let implemented = self.day_of(Milestone::Implemented).is_some_and(|on| on < end);
        let done = |one: &CaseReconciliation| one.year.is_some_and(|held| held.0 >= year.0);
        let runs = self.phase(day) == CasePhase::Executing;
        (runs && implemented && !self.execution.reconciliations.iter().any(done)).then_some(year)
    }
}

/// Reconciles a case for a fiscal year, or for good once its supply is complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReconcileCase {
    /// Which case.
    pub case: CaseId,
    /// The fiscal year; none: for good.
    #[serde(default)]
    pub year: Option<FiscalYear>,
    /// What the accounting system has obligated, US cents.
    #[schema(minimum = 0)]
    pub obligated_cents: i64,
    /// Differences that are explained.
    #[serde(default)]
    pub explained: Vec<ExplainedDifference>,
}

impl ReconcileCase {
    /// The day up to which the figures count.
    fn through(&self, case: &Case, today: Date) -> Result<Date, Refusal> {
        let Some(year) = self.year else {
            if case.phase(today) >= CasePhase::SupplyComplete {
                return Ok(today);
            }
            return Err(refuse(
                "supply-open",
                format!("{} is not supply complete: it is not reconciled for good.", case.number),
                "Name the fiscal year that it is reconciled for.",
            ));
        };
        let period = year.period().filter(|period| period.from() <= today);
        let Some(period) = period.filter(|period| case.day_of(Milestone::Accepted).is_some_and(|on| on < period.end()))
        else {
            return Err(refuse(
                "reconcile-year",
                format!("{} had nothing to reconcile in fiscal year {}.", case.number, year.0),
                "Name a fiscal year that has begun and lies after the acceptance.",
            ));
        };
        Ok(period.end().yesterday().unwrap_or(today).min(today))
    }
}

impl Decide for ReconcileCase {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        case.must_run(context.today, "reconcile-phase")?;
        let through = self.through(case, context.today)?;
        if !(0..=LARGEST_AMOUNT).contains(&self.obligated_cents) {
            return Err(refuse(
                "amount",
                format!("{} cents cannot be obligated.", self.obligated_cents),
                "Give an amount from zero on.",
            ));
        }
        let mut figures = case.figures_through(world, through, self.obligated_cents);
        figures.year = self.year;
        let differences = figures.differences();
        for one in &self.explained {
            said(&one.note, "explanation")?;
            if !differences.iter().any(|found| found.kind == one.difference) {
                return Err(refuse(
                    "no-difference",
                    format!("Nothing differs in {:?}: there is nothing to explain.", one.difference),
                    "Leave that explanation out.",
                ));
            }
        }
        figures.explained.clone_from(&self.explained);
        Ok(vec![CaseReconciled { case: self.case, reconciliation: figures, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A case was reconciled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseReconciled {
    /// Which case.
    pub case: CaseId,
    /// The figures, and what was explained.
    pub reconciliation: CaseReconciliation,
    /// Who reconciled it.
    pub by: Option<AccountId>,
}

impl Apply for CaseReconciled {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.execution.reconciliations.push(self.reconciliation.clone());
        }
    }
}
