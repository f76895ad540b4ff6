//! Ending a departure, and undoing one that was recorded by mistake.

use serde::{Deserialize, Serialize};

use super::{Departure, DepartureEnd, DepartureOutcome, Rescission, billets_at, change, post_subject};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::{Apply, Event};
use crate::kernel::{Date, Position, PostId, Service, Text};
use crate::organization::{Post, known_post};
use crate::workforce::{CurtailmentReason, TourCurtailed};
use crate::world::World;

/// Ends the departure that holds at a post. Where people return, one command restores what one command moved; where the
/// post is suspended, the tours of everybody who served there end on the day, and planned arrivals stay held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndDeparture {
    /// Which post.
    pub post: PostId,
    /// The first day after it.
    pub on: Date,
    /// How it ends.
    pub outcome: DepartureOutcome,
    /// The document it rests on.
    pub document: Text,
}

impl Decide for EndDeparture {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let post = known_post(world, self.post)?;
        document_given(&self.document, post)?;
        let departure = open(post)?;
        if self.on <= departure.from {
            return Err(refuse(
                "backward",
                format!("The departure from {} began on {} and would end on {}.", post.name, departure.from, self.on),
                "Give a later day, or rescind the departure if it never was.",
            ));
        }
        if self.outcome == DepartureOutcome::Suspended && self.on > context.today {
            return Err(refuse(
                "future",
                format!("{} cannot be suspended on {} already: it would curtail tours.", post.name, self.on),
                "Record it on or after the day.",
            ));
        }
        let ended = DepartureEnded {
            post: self.post,
            from: departure.from,
            end: DepartureEnd { on: self.on, outcome: self.outcome, document: self.document.clone() },
        };
        let mut events: Vec<Event> = vec![ended.into()];
        if self.outcome == DepartureOutcome::Suspended {
            events.extend(curtailed(world, self.post, self.on, context.today));
        }
        Ok(events)
    }

    fn subject(&self, world: &World) -> Subject {
        post_subject(world, self.post, self.on)
    }
}

/// The tours of US staff at the post that were running and would go on beyond the day.
fn curtailed(world: &World, post: PostId, on: Date, today: Date) -> impl Iterator<Item = Event> + '_ {
    let tours = billets_at(world, post, on).flat_map(|billet| world.billets[billet].tours.iter().copied());
    tours.filter_map(move |id| {
        let tour = &world.tours[id];
        let served = tour.served().filter(|served| served.from() < on && on < served.end())?;
        let serves = tour.departed.is_none() && on < tour.rotation && served.contains(on);
        let ours = world.people[tour.person].service != Service::LocallyEmployed;
        (serves && ours).then(|| {
            let (person, reason) = (tour.person, CurtailmentReason::OrderedDeparture);
            TourCurtailed { tour: id, person, rotation: on, decided: today, reason, note: None }.into()
        })
    })
}

/// A departure ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartureEnded {
    /// Which post.
    pub post: PostId,
    /// The first day of the departure.
    pub from: Date,
    /// When and how.
    pub end: DepartureEnd,
}

impl Apply for DepartureEnded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(status) = self.end.outcome.status()
            && let Some(post) = world.posts.edit(self.post, at)
        {
            post.status.set(self.end.on, status);
        }
        change(world, self.post, self.from, at, |departure| departure.end = Some(self.end.clone()));
    }
}

/// Undoes a departure that was recorded by mistake, as if it had never been; the journal keeps both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RescindDeparture {
    /// Which post.
    pub post: PostId,
    /// The first day of the departure.
    pub from: Date,
    /// The document it rests on.
    pub document: Text,
}

impl Decide for RescindDeparture {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let post = known_post(world, self.post)?;
        document_given(&self.document, post)?;
        let held = post.departures.iter().find(|held| held.from == self.from && held.rescinded.is_none());
        let Some(departure) = held else {
            return Err(refuse(
                "no-departure",
                format!("No departure from {} that stands began on {}.", post.name, self.from),
                "Give the first day of one that does.",
            ));
        };
        if let Some(end) = departure.end.as_ref().filter(|end| end.outcome.status().is_some()) {
            return Err(refuse(
                "departure-changed-post",
                format!("The departure changed the status of {} on {}; tours rest on that.", post.name, end.on),
                "Set the post's status, and extend tours that were curtailed.",
            ));
        }
        let rescinded = Rescission { decided: context.today, document: self.document.clone() };
        Ok(vec![DepartureRescinded { post: self.post, from: self.from, rescinded }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        post_subject(world, self.post, self.from)
    }
}

/// A departure was rescinded: it never was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartureRescinded {
    /// Which post.
    pub post: PostId,
    /// The first day of the departure.
    pub from: Date,
    /// When and on what document.
    pub rescinded: Rescission,
}

impl Apply for DepartureRescinded {
    fn apply(&self, world: &mut World, at: Position) {
        change(world, self.post, self.from, at, |departure| departure.rescinded = Some(self.rescinded.clone()));
    }
}

fn document_given(document: &Text, post: &Post) -> Result<(), Refusal> {
    if document.trim().is_empty() {
        return Err(refuse(
            "departure-document",
            format!("What is recorded of {} rests on no document.", post.name),
            "Name the cable or order in `document`.",
        ));
    }
    Ok(())
}

/// The departure that is still to be ended.
fn open(post: &Post) -> Result<&Departure, Refusal> {
    post.departures.iter().find(|held| held.is_open()).ok_or_else(|| {
        refuse("no-departure", format!("{} is under no ordered departure.", post.name), "Order one first.")
    })
}
