//! The order that milestones keep, in one place: what refuses a command and what is reported of an import.

use serde::Serialize;

use super::{Case, CaseHolder, CasePhase, Milestone, MilestoneOrder};
use crate::kernel::Date;
use crate::world::World;

/// How what happened departs from the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeviationKind {
    /// A step before it was left out.
    Skipped,
    /// It was reached although the case had passed it.
    OutOfOrder,
    /// It was reached while a hold was in force.
    WhileHeld,
    /// An offer before the notification of Congress ended.
    BeforeNotification,
    /// An acceptance after the offer expired.
    AfterExpiry,
    /// It was reached before the letter of request was received.
    BeforeRequest,
    /// Supply was complete while deliveries were open.
    SupplyOpen,
    /// It was closed while something was open.
    ClosedOpen,
}

/// A departure from the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CaseDeviation {
    /// What sort.
    pub kind: DeviationKind,
    /// The milestone that departs.
    pub milestone: Milestone,
    /// Its day.
    pub on: Date,
    /// What is wrong, as a sentence.
    pub problem: String,
}

/// What stands between a case and a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OrderFault {
    /// This step comes first.
    Missing(Milestone),
    /// The case has passed it.
    Passed,
    /// It goes back to where the case has not been, or the offer is out.
    NothingToGoBackTo,
}

/// Whether a milestone may follow where a case stands.
pub(super) fn may_follow(at: Option<Milestone>, phase: CasePhase, milestone: Milestone) -> Result<(), OrderFault> {
    match milestone.definition().order {
        MilestoneOrder::End => Ok(()),
        MilestoneOrder::Back => {
            let beyond = at.is_some_and(|at| at >= milestone.stands_at());
            let open = phase.is_before_offer() || phase == CasePhase::Cancelled;
            if beyond && open { Ok(()) } else { Err(OrderFault::NothingToGoBackTo) }
        }
        MilestoneOrder::Step | MilestoneOrder::Optional => {
            if at.is_some_and(|at| at >= milestone) {
                return Err(OrderFault::Passed);
            }
            match Milestone::next(at) {
                Some(next) if next < milestone => Err(OrderFault::Missing(next)),
                _ => Ok(()),
            }
        }
    }
}

impl Case {
    /// Everything in which its history departs from the rules, earliest first. Commands refuse what departs; a system of
    /// record's word is taken, and shows here.
    pub fn deviations(&self, world: &World) -> Vec<CaseDeviation> {
        let mut found = Vec::new();
        let (mut at, mut phase) = (None, CasePhase::LorProcessing);
        for reached in self.reached() {
            let (milestone, on) = (reached.milestone, reached.on);
            let mut add = |kind, problem| found.push(CaseDeviation { kind, milestone, on, problem });
            let title = milestone.definition().title;
            match may_follow(at, phase, milestone) {
                Ok(()) => {}
                Err(OrderFault::Missing(step)) => {
                    add(DeviationKind::Skipped, format!("{title}, without {} before it.", step.definition().code));
                }
                Err(_) => add(DeviationKind::OutOfOrder, format!("{title}, which the case had passed or not reached.")),
            }
            if on < self.lor {
                add(DeviationKind::BeforeRequest, format!("{title} before the letter of request of {}.", self.lor));
            }
            if phase.is_before_offer() && milestone.definition().order != MilestoneOrder::End {
                // A hold may be placed or lifted on the very day.
                if let Some(hold) = self.held_by(on).filter(|hold| hold.from < on) {
                    add(DeviationKind::WhileHeld, format!("{title} while held since {}.", hold.from));
                }
            }
            if milestone == Milestone::Offered && self.awaits_notification(world, on) {
                add(DeviationKind::BeforeNotification, format!("{title} before the notification of Congress ended."));
            }
            if milestone == Milestone::Accepted
                && let Some(expiry) = self.expiry(world).filter(|expiry| *expiry < on)
            {
                add(DeviationKind::AfterExpiry, format!("{title} after the offer expired on {expiry}."));
            }
            if milestone == Milestone::SupplyComplete && !self.deliveries_due(on).is_empty() {
                add(DeviationKind::SupplyOpen, format!("{title} while deliveries were open."));
            }
            if milestone == Milestone::Closed {
                for stop in self.closure_stops(on).into_iter().filter(|stop| stop.kind.contradicts()) {
                    add(DeviationKind::ClosedOpen, format!("{title}. {}", stop.problem));
                }
            }
            at = Some(milestone.stands_at());
            phase = milestone.definition().phase;
        }
        found
    }

    /// Whether Congress must be notified and the notification has not ended by this day.
    pub fn awaits_notification(&self, world: &World, day: Date) -> bool {
        !self.notification_causes(world, day).is_empty() && self.notification_ends(world).is_none_or(|ends| day < ends)
    }

    /// Who works it on a day, with the track of notification: once State has the offer and nothing but the notification
    /// is awaited, it lies with State or with Congress.
    pub fn waits_for(&self, world: &World, day: Date) -> Option<CaseHolder> {
        let holder = self.holder(day)?;
        if self.next(day) == Some(Milestone::Offered) && self.awaits_notification(world, day) {
            let formal = self.notification.day_of(super::NotificationStep::Formal);
            return Some(if formal.is_some_and(|formal| formal <= day) {
                CaseHolder::Congress
            } else {
                CaseHolder::State
            });
        }
        Some(holder)
    }
}
