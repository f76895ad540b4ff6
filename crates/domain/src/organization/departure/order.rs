//! Ordering a departure.

use serde::{Deserialize, Serialize};

use super::{Departure, DepartureReach, post_subject};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{Date, PersonId, Position, PostId, Text};
use crate::organization::{Post, PostStatus, known_post};
use crate::workforce::{Tour, whereabouts};
use crate::world::World;

/// Records that the chief of mission and the Department of State ordered a departure from a post: everybody whose place
/// of duty it is leaves for the safe haven, but those who are essential and locally employed staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderDeparture {
    /// Which post.
    pub post: PostId,
    /// The first day of it.
    pub from: Date,
    /// Where people go.
    pub safe_haven: PostId,
    /// Who stays on duty at the post.
    pub essential: Vec<PersonId>,
    /// Whom it takes away.
    pub reach: DepartureReach,
    /// The document it rests on.
    pub document: Text,
}

impl Decide for OrderDeparture {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let post = known_post(world, self.post)?;
        let haven = known_post(world, self.safe_haven)?;
        if post.country.is_none() {
            return Err(refuse(
                "departure-abroad",
                format!("{} is not abroad: there is no chief of mission who could order a departure.", post.name),
                "Choose a post in a partner country.",
            ));
        }
        if self.safe_haven == self.post || !haven.receives_on(self.from) {
            return Err(refuse(
                "safe-haven",
                format!("{} is no safe haven for {} on {}.", haven.name, post.name, self.from),
                "Choose another post that is neither suspended nor under ordered departure.",
            ));
        }
        if self.document.trim().is_empty() {
            return Err(refuse(
                "departure-document",
                format!("The departure from {} rests on no document.", post.name),
                "Name the cable or order in `document`.",
            ));
        }
        if let Some(days) = post.departures.iter().filter_map(Departure::days).find(|days| days.end() > self.from) {
            return Err(refuse(
                "departure-overlaps",
                format!("{} is under ordered departure {days}.", post.name),
                "End or rescind that departure first, or begin on the day it ends.",
            ));
        }
        if post.status_on(self.from) == PostStatus::Suspended {
            return Err(refuse(
                "post-suspended",
                format!("{} is suspended on {}: nobody is there to leave.", post.name, self.from),
                "Set the post's status first.",
            ));
        }
        self.check_essential(world, post)?;
        let mut essential = self.essential.clone();
        essential.sort_unstable();
        essential.dedup();
        Ok(vec![DepartureOrdered { ordered: Self { essential, ..self.clone() } }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        post_subject(world, self.post, self.from)
    }
}

impl OrderDeparture {
    fn check_essential(&self, world: &World, post: &Post) -> Result<(), crate::Refusal> {
        if self.reach == DepartureReach::Families && !self.essential.is_empty() {
            return Err(refuse(
                "essential-families",
                "Families alone leave, so that everybody on duty stays.",
                "Leave `essential` empty, or order the departure of everybody who is not essential.",
            ));
        }
        let elsewhere = self.essential.iter().find(|person| {
            let found = world.people.get(**person).and_then(|_| whereabouts(world, **person, self.from, Tour::period));
            found.is_none_or(|found| found.post != self.post)
        });
        match elsewhere {
            Some(person) => Err(refuse(
                "essential-elsewhere",
                format!("{person} is not on duty at {} on {}.", post.name, self.from),
                "Name people who serve at the post on the first day.",
            )),
            None => Ok(()),
        }
    }
}

/// A departure was ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DepartureOrdered {
    /// What was ordered; who is essential in id order.
    pub ordered: OrderDeparture,
}

impl Apply for DepartureOrdered {
    fn apply(&self, world: &mut World, at: Position) {
        let OrderDeparture { post, from, safe_haven, essential, reach, document } = self.ordered.clone();
        let departure = Departure { from, safe_haven, essential, reach, document, end: None, rescinded: None };
        if let Some(row) = world.posts.edit(post, at) {
            row.departures.push(departure);
        }
        world.touch_post(post, at);
    }
}
