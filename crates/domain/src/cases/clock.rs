//! The clock to the offer: calendar days from the letter of request, days on hold not counted, against the goal in force.

use jiff::ToSpan;
use serde::Serialize;

use super::{Case, CaseKind, CasePhase, Milestone};
use crate::kernel::{Date, days_between};
use crate::policy::PolicyKey;
use crate::world::World;

/// Days of the way to the offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct OfferClock {
    /// Calendar days from the letter of request to the offer, or to the day asked.
    pub elapsed: i32,
    /// Of those, days on hold.
    pub held: i32,
    /// What counts: elapsed less held.
    pub counted: i32,
    /// Days the goal allows; none where no goal was in force.
    pub goal: Option<i32>,
    /// Whether it still runs: neither offered, nor cancelled.
    pub runs: bool,
}

impl OfferClock {
    /// Days left of the goal; negative when it is passed.
    pub fn left(&self) -> Option<i32> {
        self.goal.map(|goal| goal - self.counted)
    }
}

impl Case {
    /// Days from one date to another on which an approved hold was in force.
    pub fn held_days(&self, from: Date, to: Date) -> i32 {
        let mut spans: Vec<(Date, Date)> = self
            .holds
            .iter()
            .filter(|hold| hold.decision.as_ref().is_some_and(|decision| decision.approved))
            .map(|hold| (hold.from.max(from), hold.lifted.unwrap_or(to).min(to)))
            .filter(|(begin, end)| begin < end)
            .collect();
        spans.sort_unstable();
        let (mut days, mut counted) = (0, from);
        for (begin, end) in spans {
            let begin = begin.max(counted);
            if begin < end {
                days += days_between(begin, end);
                counted = end;
            }
        }
        days
    }

    /// The clock to the offer as it stands on a day.
    pub fn clock(&self, world: &World, day: Date) -> OfferClock {
        let reached = |milestone| self.day_of(milestone).filter(|on| *on <= day);
        // A case that was taken up again after its cancellation runs on.
        let cancelled = || reached(Milestone::Cancelled).filter(|_| self.phase(day) == CasePhase::Cancelled);
        let stopped = reached(Milestone::Offered).or_else(cancelled);
        let until = stopped.unwrap_or(day).max(self.lor);
        let elapsed = days_between(self.lor, until);
        let held = self.held_days(self.lor, until);
        let goal = world.policy(PolicyKey::CaseGoalDays, self.category.letter(), self.lor);
        let goal = goal.and_then(|figure| i32::try_from(figure.value).ok());
        OfferClock { elapsed, held, counted: elapsed - held, goal, runs: stopped.is_none() }
    }

    /// The last day on which the offer may be accepted: the one set, else so many days after the agency's approval.
    pub fn expiry(&self, world: &World) -> Option<Date> {
        if self.expires.is_some() {
            return self.expires;
        }
        let approved = self.day_of(Milestone::AgencyApproved)?;
        let whom = if self.kind == CaseKind::PseudoLoa { "bpc" } else { "standard" };
        let days = world.policy(PolicyKey::OfferExpiryDays, whom, approved)?.value;
        Some(approved.saturating_add(days.days()))
    }

    /// The administrative surcharge, per mille: by the day of acceptance, today's where it is not accepted.
    pub fn surcharge(&self, world: &World, today: Date) -> Option<i64> {
        let day = self.day_of(Milestone::Accepted).unwrap_or(today);
        world.policy(PolicyKey::AdminSurcharge, "standard", day).map(|figure| figure.value)
    }
}
