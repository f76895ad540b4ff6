//! Ordered departure: one decision moves every office and every person whose place of duty is a post. What a departure
//! does to each person is derived from it and from their tour, never stored beside them, so that ending or rescinding it
//! undoes it wholly.
//!
//! Never here: who is present where. That is one function, in `workforce/whereabouts.rs`.

mod end;
mod order;

use serde::{Deserialize, Serialize};

pub use end::{DepartureEnded, DepartureRescinded, EndDeparture, RescindDeparture};
pub use order::{DepartureOrdered, OrderDeparture};

use super::{Post, PostStatus};
use crate::command::Subject;
use crate::kernel::{BilletId, Date, OfficeId, Period, PersonId, Position, PostId, Service, Text, days_between};
use crate::world::World;

/// Whom an ordered departure takes away from the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DepartureReach {
    /// Families alone; everybody on duty stays.
    Families,
    /// Families, and everybody on duty who is not essential.
    NotEssential,
}

/// How an ordered departure ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DepartureOutcome {
    /// Everybody returns, families too; the post is what it was before.
    Returned,
    /// People return; from now on the post takes some families only.
    PartlyAccompanied,
    /// People return without families.
    Unaccompanied,
    /// Nobody returns: the post is suspended and the tours of those who served there are curtailed.
    Suspended,
}

impl DepartureOutcome {
    /// The status the post has from then on; `None` where it is what it was before.
    pub fn status(self) -> Option<PostStatus> {
        match self {
            Self::Returned => None,
            Self::PartlyAccompanied => Some(PostStatus::PartlyAccompanied),
            Self::Unaccompanied => Some(PostStatus::Unaccompanied),
            Self::Suspended => Some(PostStatus::Suspended),
        }
    }
}

/// How and when a departure ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DepartureEnd {
    /// The first day after it.
    pub on: Date,
    /// How.
    pub outcome: DepartureOutcome,
    /// The document it rests on.
    pub document: Text,
}

/// An ordered departure found to have been recorded by mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Rescission {
    /// The day it was decided.
    pub decided: Date,
    /// The document it rests on.
    pub document: Text,
}

/// One ordered departure of a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departure {
    /// The first day of it.
    pub from: Date,
    /// Where people go.
    pub safe_haven: PostId,
    /// Who stays on duty at the post, in id order.
    pub essential: Vec<PersonId>,
    /// Whom it takes away.
    pub reach: DepartureReach,
    /// The document it rests on.
    pub document: Text,
    /// How it ended, if it did.
    pub end: Option<DepartureEnd>,
    /// Why it never was, if it was recorded by mistake.
    pub rescinded: Option<Rescission>,
}

impl Departure {
    /// Its days; without an end while it lasts. `None` once rescinded.
    pub fn days(&self) -> Option<Period> {
        let until = self.end.as_ref().map(|end| end.on);
        if self.rescinded.is_some() { None } else { Period::new(self.from, until).ok() }
    }

    /// Whether it holds on the day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.days().is_some_and(|days| days.contains(day))
    }

    /// Whether it is still to be ended.
    pub fn is_open(&self) -> bool {
        self.end.is_none() && self.rescinded.is_none()
    }

    /// Whether it takes this person away, if their duty is at the post. Locally employed staff are at home there.
    pub fn moves(&self, world: &World, person: PersonId) -> bool {
        self.reach == DepartureReach::NotEssential
            && self.essential.binary_search(&person).is_err()
            && world.people.get(person).is_some_and(|facts| facts.service != Service::LocallyEmployed)
    }
}

impl Post {
    /// The ordered departure that holds on this day.
    pub fn departure_on(&self, day: Date) -> Option<&Departure> {
        self.departures.iter().find(|departure| departure.holds_on(day))
    }

    /// Days under ordered departure up to and with this one, departures that adjoin counted as one; `None` on a day
    /// without.
    pub fn days_departed(&self, day: Date) -> Option<i32> {
        let mut since = self.departure_on(day)?.from;
        while let Some(earlier) = self.departures.iter().filter_map(Departure::days).find(|days| days.end() == since) {
            since = earlier.from();
        }
        Some(days_between(since, day) + 1)
    }

    /// Whether people may be sent there on this day.
    pub fn receives_on(&self, day: Date) -> bool {
        !matches!(self.status_on(day), PostStatus::OrderedDeparture | PostStatus::Suspended)
    }

    /// The first day of the period on which nobody may be sent there, if there is one.
    pub(crate) fn closed_in(&self, period: Period) -> Option<Date> {
        let changes = self.status.iter().map(|(from, _)| from);
        let departures = self.departures.iter().filter_map(Departure::days).flat_map(|days| [days.from(), days.end()]);
        let mut days: Vec<Date> = changes.chain(departures).filter(|day| period.contains(*day)).collect();
        days.push(period.from());
        days.sort_unstable();
        days.into_iter().find(|day| !self.receives_on(*day))
    }
}

/// The billets whose place of duty is a post on a day.
pub fn billets_at(world: &World, post: PostId, day: Date) -> impl Iterator<Item = BilletId> + '_ {
    let here = move |billet: &crate::workforce::Billet| billet.on(day).is_some_and(|terms| terms.place == post);
    world.billets.iter().filter(move |(_, billet)| here(billet)).map(|(id, _)| id)
}

/// The offices that stand at a post or have billets there on a day, in id order.
pub fn offices_at(world: &World, post: PostId, day: Date) -> Vec<OfficeId> {
    let standing = world.offices.iter().filter(|(_, office)| office.post == post && office.existence.contains(day));
    let holding = billets_at(world, post, day).filter_map(|id| world.billets[id].on(day).map(|terms| terms.office));
    let mut offices: Vec<OfficeId> = standing.map(|(id, _)| id).chain(holding).collect();
    offices.sort_unstable();
    offices.dedup();
    offices
}

fn post_subject(world: &World, post: PostId, day: Date) -> Subject {
    Subject {
        offices: offices_at(world, post, day),
        changed: world.posts.row(post).map(|row| row.changed),
        ..Subject::default()
    }
}

/// Changes the departure of a post that began on a day, and marks the staffing of whatever it moves.
fn change(world: &mut World, post: PostId, from: Date, at: Position, change: impl FnOnce(&mut Departure)) {
    let Some(row) = world.posts.edit(post, at) else { return };
    // Of several that began on one day, all but the last were rescinded.
    if let Some(departure) = row.departures.iter_mut().rev().find(|held| held.from == from) {
        change(departure);
    }
    world.touch_post(post, at);
}
