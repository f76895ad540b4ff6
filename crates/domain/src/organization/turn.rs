//! Turns: who holds the ball in a matter that several have to act on, since when, and until when. A turn that is not
//! taken by its suspense passes up the line, step by step, so that nothing rests with somebody who does not answer.

use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::command::{Context, Refusal, refuse};
use crate::kernel::{AccountId, Date, OfficeId, PersonId, Service, days_between};
use crate::policy::Lever;
use crate::world::World;

/// Who may hold the ball.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// The service's headquarters: its workforce managers.
    Headquarters,
    /// The service director.
    Director,
    /// A command, an agency or an SCO.
    Office(OfficeId),
    /// The assignment officers of a military service.
    Service(Service),
    /// The chief of mission of an office's host country, who does not sign in here: headquarters records the answer.
    Mission(OfficeId),
    /// One person, who is asked for consent.
    Person(PersonId),
}

/// The ball: who was given it, when, and until when it is theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// Who was given it.
    pub holder: Holder,
    /// The day it was given.
    pub since: Date,
    /// The suspense: the last day on which it is theirs.
    pub due: Date,
}

impl Turn {
    /// Whether the suspense has passed.
    pub fn is_late(&self, day: Date) -> bool {
        day > self.due
    }

    /// Days since it was given; 0 on that day.
    pub fn days_held(&self, day: Date) -> i32 {
        days_between(self.since, day).max(0)
    }

    /// Who holds it on this day: whoever was given it, and after the suspense the next up the line, one step more for
    /// each further span of the lever `escalation_days`.
    pub fn holder_on(&self, world: &World, day: Date) -> Holder {
        let late = i64::from(days_between(self.due, day));
        if late <= 0 {
            return self.holder;
        }
        let span = world.lever(Lever::EscalationDays, day).max(1);
        let steps = 1 + (late - 1) / span;
        let up = |holder: &Holder| (*holder != Holder::Director).then(|| above(world, *holder, day));
        let steps = usize::try_from(steps).unwrap_or(usize::MAX);
        std::iter::successors(Some(self.holder), up).take(steps.saturating_add(1)).last().unwrap_or(self.holder)
    }

    /// Refuses whoever does not hold the ball. The installation itself always may.
    pub(crate) fn taken_by(&self, world: &World, context: &Context) -> Result<(), Refusal> {
        let Some(actor) = context.actor else { return Ok(()) };
        let holder = self.holder_on(world, context.today);
        if speaks_for(world, actor, holder, context.today) {
            return Ok(());
        }
        let problem = if holder == self.holder {
            format!("The ball is with {} until {}.", holder.name(world), self.due)
        } else {
            format!(
                "The suspense of {} passed on {}; the ball is with {}.",
                self.holder.name(world),
                self.due,
                holder.name(world)
            )
        };
        Err(refuse("not-your-turn", problem, "Ask whoever holds it to act."))
    }
}

impl Holder {
    /// Who it is, in words that name no person.
    pub fn name(self, world: &World) -> String {
        let office = |id| world.offices.get(id).map_or_else(|| format!("{id}"), |office| office.code.to_string());
        match self {
            Self::Headquarters => "DSCS headquarters".to_owned(),
            Self::Director => "the service director".to_owned(),
            Self::Office(id) => office(id),
            Self::Service(service) => format!("{service} assignments"),
            Self::Mission(id) => format!("the chief of mission at {}", office(id)),
            Self::Person(_) => "the person".to_owned(),
        }
    }
}

/// The next up the line.
fn above(world: &World, holder: Holder, day: Date) -> Holder {
    match holder {
        Holder::Office(id) => world.superior(id, day).map_or(Holder::Headquarters, Holder::Office),
        Holder::Service(_) | Holder::Mission(_) | Holder::Person(_) => Holder::Headquarters,
        Holder::Headquarters | Holder::Director => Holder::Director,
    }
}

/// Whether an account speaks for a holder on a day, by what it is granted: an office speaks for itself and for those
/// below it, headquarters also for chiefs of mission.
pub fn speaks_for(world: &World, account: AccountId, holder: Holder, day: Date) -> bool {
    world.grants(account, day).any(|grant| match (grant.role, holder) {
        (Role::WorkforceManager, Holder::Headquarters | Holder::Mission(_)) | (Role::Director, Holder::Director) => {
            true
        }
        (Role::AssignmentOfficer, Holder::Service(service)) => grant.service == Some(service),
        (Role::Member, Holder::Person(person)) => grant.person == Some(person),
        (Role::CommandOfficer | Role::OfficeChief, Holder::Office(id)) => {
            grant.office.is_some_and(|office| office == id || world.above(id, day).any(|above| above == office))
        }
        _ => false,
    })
}
