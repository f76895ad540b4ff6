//! The places where a case can stand before its offer, as the network knows them, and the ways that cases took between
//! them as the histories tell.

use muster_domain::cases::{Case, CaseHolder, GoalCategory, LorAssessment, Milestone};
use muster_domain::kernel::days_between;
use muster_domain::{Date, World};

/// Where a case stands before its offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Its letter of request is there; no milestone is reached.
    Request,
    /// Its letter of request cannot be acted on: the purchaser mends it with the help of the SCO.
    Mending,
    /// It has reached this milestone, or was taken back to it.
    After(Milestone),
    /// It is countersigned and waits for the end of the formal notification of Congress.
    Congress,
}

/// How a stay ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Next {
    /// It went on to another place.
    To(Place),
    /// It was offered.
    Offered,
    /// It was cancelled.
    Cancelled,
}

/// One stay of a case at a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stay {
    /// Where.
    pub place: Place,
    /// Days there, holds not counted.
    pub days: f64,
    /// Days on hold there, or since the hold began that is in force; nothing where there was no hold.
    pub held: Option<f64>,
    /// Whether the case is on hold there on the day asked.
    pub on_hold: bool,
    /// How it ended; nothing while it lasts.
    pub next: Option<Next>,
}

impl Place {
    /// Every place, in the order of the way.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::Request, Self::Mending];
        let before = Milestone::after(None).take_while(|one| one.milestone != Milestone::Offered);
        all.extend(before.map(|one| Self::After(one.milestone)));
        all.push(Self::Congress);
        all
    }

    /// Who works it.
    pub fn holder(self) -> CaseHolder {
        match self {
            Self::Request => CaseHolder::Agency,
            Self::Mending => CaseHolder::Sco,
            Self::After(milestone) => milestone.definition().holder,
            Self::Congress => CaseHolder::Congress,
        }
    }

    /// Its code: the milestone's, or ours.
    pub fn code(self) -> &'static str {
        match self {
            Self::Request => "LOR",
            Self::Mending => "LORMEND",
            Self::After(milestone) => milestone.definition().code,
            Self::Congress => "CONGRESS",
        }
    }
}

/// The stays of a case before its offer, as far as they had come by a day; the last may still last.
pub fn stays(world: &World, case: &Case, day: Date) -> Vec<Stay> {
    let mut found = Vec::new();
    let mut at = (Place::Request, case.lor);
    for (on, next) in turns(world, case, day) {
        found.push(stay(case, at, on, Some(next)));
        match next {
            Next::To(place) => at = (place, on),
            Next::Offered | Next::Cancelled => return found,
        }
    }
    found.push(stay(case, at, day, None));
    found
}

fn stay(case: &Case, (place, from): (Place, Date), to: Date, next: Option<Next>) -> Stay {
    let to = to.max(from);
    let held = case.held_days(from, to);
    let now = case.held_by(to).filter(|_| next.is_none());
    Stay {
        place,
        days: f64::from(days_between(from, to) - held),
        held: match now {
            Some(hold) => Some(f64::from(days_between(hold.from.max(from), to))),
            None => (held > 0).then(|| f64::from(held)),
        },
        on_hold: now.is_some(),
        next,
    }
}

/// The days on which a case went from place to place.
fn turns(world: &World, case: &Case, day: Date) -> Vec<(Date, Next)> {
    let reached = case.reached();
    let first = reached.first().map_or(day, |one| one.on);
    let mut turns = Vec::new();
    let mut mending = false;
    for assessed in case.assessed.iter().filter(|one| one.on <= first) {
        let wrong = assessed.found == LorAssessment::Insufficient;
        if wrong != mending {
            turns.push((assessed.on, Next::To(if wrong { Place::Mending } else { Place::Request })));
            mending = wrong;
        }
    }
    for one in reached {
        turns.push(match one.milestone {
            Milestone::Offered => (one.on, Next::Offered),
            Milestone::Cancelled => (one.on, Next::Cancelled),
            Milestone::Countersigned if waits_for_congress(world, case, one.on) => (one.on, Next::To(Place::Congress)),
            other => (one.on, Next::To(Place::After(other.stands_at()))),
        });
    }
    turns.retain(|(on, _)| *on <= day);
    turns
}

/// Whether the formal notification had not run its days when the case was countersigned.
fn waits_for_congress(world: &World, case: &Case, on: Date) -> bool {
    !case.notification_causes(world, on).is_empty() && case.notification_ends(world).is_none_or(|end| end > on)
}

/// The groups of time goals, in order.
pub const CATEGORIES: [GoalCategory; 4] = [GoalCategory::A, GoalCategory::B, GoalCategory::C, GoalCategory::D];
