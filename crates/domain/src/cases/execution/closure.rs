//! The closure backlog, worked out and never stored: cases that are to be closed, by which way, and what stops each.

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use super::usd;
use crate::cases::{Case, CaseKind, CasePhase, Milestone};
use crate::command::{Refusal, refuse};
use crate::kernel::{Date, add_months};
use crate::policy::PolicyKey;
use crate::world::World;

/// By which way a case is to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClosurePath {
    /// A blanket order without an order for so long that it is a candidate.
    Idle,
    /// Supply complete, within the months of the accelerated procedure.
    Accelerated,
    /// Past those months: on the priority list.
    Priority,
    /// On that list for more quarters than allowed: closed by force.
    Forced,
    /// Closed with a suspense account, and not yet for good.
    Interim,
}

/// What stops a closure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClosureStopKind {
    /// A delivery is planned and not made.
    OpenDelivery,
    /// A line of fixed quantity is short, and nothing is planned.
    Undelivered,
    /// A discrepancy report is open.
    OpenDiscrepancy,
    /// Something asked for is not paid.
    OpenBill,
    /// The last reconciliation leaves a difference.
    Unreconciled,
    /// The case was not reconciled since its supply was complete.
    NotReconciled,
}

impl ClosureStopKind {
    /// Whether the suspense account of an interim closure takes it.
    pub fn is_suspended(self) -> bool {
        matches!(self, Self::OpenBill | Self::Unreconciled | Self::NotReconciled)
    }

    /// Whether it contradicts a closure that a system of record reports, rather than being unknown here.
    pub fn contradicts(self) -> bool {
        !matches!(self, Self::Undelivered | Self::NotReconciled)
    }
}

/// Something that stops a closure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ClosureStop {
    /// What sort.
    pub kind: ClosureStopKind,
    /// What is open, as a sentence.
    pub problem: String,
}

/// Why and how a case is to be closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CaseClosure {
    /// By which way.
    pub path: ClosurePath,
    /// Since when it is to be closed: supply complete, closed for now, or idle.
    pub since: Date,
    /// The last day of the accelerated procedure.
    pub accelerated_until: Option<Date>,
    /// The day from which it is closed by force.
    pub forced_from: Option<Date>,
    /// What stops it; none: it can be closed.
    pub stops: Vec<ClosureStop>,
}

impl Case {
    /// The last day on which anything was ordered: a delivery, or the case itself.
    pub fn last_ordered(&self) -> Option<Date> {
        let ordered = self.execution.deliveries.iter().map(|one| one.ordered);
        ordered.chain(self.day_of(Milestone::Implemented)).max()
    }

    /// Everything that stops it from being closed on a day.
    pub fn closure_stops(&self, day: Date) -> Vec<ClosureStop> {
        let mut stops = Vec::new();
        let mut add = |kind, problem| stops.push(ClosureStop { kind, problem });
        let due = self.deliveries_due(day);
        if let Some(first) = due.first() {
            let (count, line, expected) = (due.len(), first.line, first.expected);
            add(
                ClosureStopKind::OpenDelivery,
                format!("{count} open deliveries, the first of line {line:03}, expected {expected}."),
            );
        }
        for line in self.lines_delivered(day).iter().filter(|_| self.has_fixed_quantities()) {
            if line.delivered < line.quantity && line.planned == 0 {
                let (number, delivered, quantity) = (line.line, line.delivered, line.quantity);
                add(ClosureStopKind::Undelivered, format!("Line {number:03} has {delivered} of {quantity} delivered."));
            }
        }
        let reports: Vec<_> = self.execution.discrepancies.iter().filter(|one| one.is_open(day)).collect();
        if let Some(oldest) = reports.iter().map(|one| one.filed).min() {
            add(
                ClosureStopKind::OpenDiscrepancy,
                format!("{} open discrepancy reports, the oldest filed {oldest}.", reports.len()),
            );
        }
        let open: i64 = self
            .payments_due(day)
            .iter()
            .filter(|one| one.kind != super::PaymentKind::Planned)
            .map(|one| one.open_cents)
            .sum();
        if open > 0 {
            add(ClosureStopKind::OpenBill, format!("{} were asked for and not paid.", usd(open)));
        }
        match self.last_reconciliation(day) {
            Some(last) => {
                for one in last.unreconciled() {
                    let (what, by) = (one.kind, usd(one.cents));
                    add(ClosureStopKind::Unreconciled, format!("{what:?} differs by {by} and is not explained."));
                }
            }
            None => {
                add(ClosureStopKind::NotReconciled, "It was not reconciled since its supply was complete.".to_owned())
            }
        }
        stops
    }

    /// Its place in the closure backlog on a day; none where it is not to be closed.
    pub fn closure(&self, world: &World, day: Date) -> Option<CaseClosure> {
        let figure = |key| world.policy(key, "all", day).map(|figure| figure.value);
        let number = |key| figure(key).and_then(|value| i32::try_from(value).ok());
        let stops = || self.closure_stops(day);
        let none =
            |path, since| CaseClosure { path, since, accelerated_until: None, forced_from: None, stops: stops() };
        match self.phase(day) {
            CasePhase::SupplyComplete => {
                let since = self.day_of(Milestone::SupplyComplete)?;
                let until = add_months(since, number(PolicyKey::AcceleratedClosureMonths)?);
                let forced = add_months(until, number(PolicyKey::PriorityListQuarters)?.saturating_mul(3));
                let path = match day {
                    day if day <= until => ClosurePath::Accelerated,
                    day if day <= forced => ClosurePath::Priority,
                    _ => ClosurePath::Forced,
                };
                let forced_from = Some(forced.saturating_add(1.day()));
                Some(CaseClosure { accelerated_until: Some(until), forced_from, ..none(path, since) })
            }
            CasePhase::InterimClosed => Some(none(ClosurePath::Interim, self.day_of(Milestone::InterimClosed)?)),
            CasePhase::Executing if self.kind == CaseKind::BlanketOrder => {
                let idle = self.last_ordered()?.saturating_add(figure(PolicyKey::BlanketOrderIdleDays)?.days());
                (idle <= day).then(|| none(ClosurePath::Idle, idle))
            }
            _ => None,
        }
    }

    /// Refused while something stops the closure: all of it for good, what no suspense account takes for now.
    pub(in crate::cases) fn must_be_closable(&self, milestone: Milestone, on: Date) -> Result<(), Refusal> {
        let for_now = milestone == Milestone::InterimClosed;
        let stops = |day| {
            let mut stops = self.closure_stops(day);
            stops.retain(|stop| !(for_now && stop.kind.is_suspended()));
            stops
        };
        // What is open later is open: the day given may lie behind.
        let Some(stops) = [on, Date::MAX].map(stops).into_iter().find(|stops| !stops.is_empty()) else {
            return Ok(());
        };
        let said: Vec<&str> = stops.iter().map(|stop| stop.problem.as_str()).collect();
        Err(refuse(
            "closing-stopped",
            format!("{} cannot be closed on {on}: {}", self.number, said.join(" ")),
            "Settle what is open; bills and differences alone may go to the suspense account of an interim closure.",
        ))
    }
}
