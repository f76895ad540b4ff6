//! Where a person is on duty on a day: at their own billet, diverted, or augmenting another office; and whether an ordered
//! departure took them away from there. The one place that says so, for decisions and for counting.

use crate::kernel::{AugmentationId, Date, DiversionId, OfficeId, Period, PersonId, PostId, TourId};
use crate::workforce::Tour;
use crate::world::World;

/// On what ground a person is on duty at an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// By the primary tour.
    Own,
    /// Diverted there.
    Diverted(DiversionId),
    /// Augmenting it.
    Augmenting(AugmentationId),
}

/// Where a person is on duty on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whereabouts {
    /// The primary tour they count at; of several at once, the one entered first. `None` between offices.
    pub tour: Option<TourId>,
    /// On what ground they are on duty.
    pub duty: Duty,
    /// At which office.
    pub office: OfficeId,
    /// At which post.
    pub post: PostId,
    /// The safe haven, if an ordered departure of the post took them away.
    pub departed: Option<PostId>,
}

impl Whereabouts {
    /// Whether they are on duty at the billet they are assigned to.
    pub fn is_at_own_billet(&self) -> bool {
        self.duty == Duty::Own && self.departed.is_none()
    }
}

/// Where a person is on duty on a day, by the days that each tour counts for. `None` for somebody without a tour who
/// augments no office. A diversion belongs to its tour and ends with it; somebody who augments the office they are
/// assigned to is at their own billet.
pub fn whereabouts(
    world: &World,
    person: PersonId,
    day: Date,
    counts: impl Fn(&Tour) -> Option<Period>,
) -> Option<Whereabouts> {
    let facts = world.people.get(person)?;
    let serves = |id: &TourId| {
        let tour = &world.tours[*id];
        tour.is_primary() && counts(tour).is_some_and(|days| days.contains(day))
    };
    let tour = facts.tours.iter().copied().find(|id| serves(id));
    let terms = tour.map(|id| world.billets[world.tours[id].billet].terms_near(day));
    let diverted = facts.diversions.iter().copied().find(|id| {
        let diversion = &world.diversions[*id];
        Some(diversion.tour) == tour && diversion.holds_on(day)
    });
    let augmenting = || {
        facts.augmentations.iter().copied().find(|id| {
            let augmentation = &world.augmentations[*id];
            augmentation.holds_on(day) && terms.is_none_or(|terms| terms.office != augmentation.office)
        })
    };
    let (duty, office) = if let Some(id) = diverted {
        (Duty::Diverted(id), world.diversions[id].to)
    } else if let Some(id) = augmenting() {
        (Duty::Augmenting(id), world.augmentations[id].office)
    } else {
        (Duty::Own, terms?.office)
    };
    let post = match (duty, terms) {
        (Duty::Own, Some(terms)) => terms.place,
        _ => world.offices[office].post,
    };
    let departure = world.posts[post].departure_on(day).filter(|departure| departure.moves(world, person));
    Some(Whereabouts { tour, duty, office, post, departed: departure.map(|departure| departure.safe_haven) })
}
