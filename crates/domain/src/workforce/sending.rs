//! What speaks against sending somebody to another office for a time, whether they are diverted or augment it.

use crate::command::{Refusal, refuse};
use crate::kernel::{BilletId, OfficeId, Period, PersonId};
use crate::world::World;

/// The offices that a billet belongs to within a period, each once.
pub(super) fn offices_during(world: &World, billet: BilletId, period: Period) -> Vec<OfficeId> {
    let billet = &world.billets[billet];
    let later = billet.terms.spans().filter(|(span, _)| span.overlap(period).is_some()).map(|(_, terms)| terms.office);
    let mut offices: Vec<OfficeId> = std::iter::once(billet.terms_near(period.from()).office).chain(later).collect();
    offices.sort_unstable();
    offices.dedup();
    offices
}

/// Refuses an office that is not there for all of a period, or whose post takes nobody on one of its days.
pub(super) fn may_be_sent(world: &World, office: OfficeId, period: Period) -> Result<(), Refusal> {
    let facts = crate::organization::known_office(world, office)?;
    if !facts.existence.covers(period) {
        return Err(refuse(
            "office-not-there",
            format!("{} exists {}, not for all of {period}.", facts.code, facts.existence),
            "Choose another office or period.",
        ));
    }
    let post = &world.posts[facts.post];
    match post.closed_in(period) {
        Some(day) => Err(refuse(
            "post-closed",
            format!("{} takes nobody on {day}: it is suspended or under ordered departure.", post.name),
            "Choose another office or period.",
        )),
        None => Ok(()),
    }
}

/// Refuses somebody who is diverted, augments an office, or is away by ordered departure on a day of the period.
pub(super) fn elsewhere_in(world: &World, person: PersonId, period: Period) -> Result<(), Refusal> {
    let facts = &world.people[person];
    let diverted = facts.diversions.iter().filter_map(|id| Some((id.to_string(), world.diversions[*id].days()?)));
    let augments = facts.augmentations.iter().filter_map(|id| Some((id.to_string(), world.augmentations[*id].days()?)));
    if let Some((id, days)) = diverted.chain(augments).find(|(_, days)| days.overlap(period).is_some()) {
        return Err(refuse(
            "already-elsewhere",
            format!("{person} is present elsewhere by {id}, {days}."),
            "Choose other days, or end that first.",
        ));
    }
    for tour in facts.tours.iter().map(|id| &world.tours[*id]).filter(|tour| tour.is_primary()) {
        let Some(days) = tour.period().and_then(|days| days.overlap(period)) else { continue };
        for (span, terms) in world.billets[tour.billet].terms.spans() {
            let Some(days) = span.overlap(days) else { continue };
            let post = &world.posts[terms.place];
            let moved = post.departures.iter().filter(|departure| departure.moves(world, person));
            if let Some(away) = moved.filter_map(|departure| departure.days()?.overlap(days)).next() {
                return Err(refuse(
                    "already-departed",
                    format!("{person} is away from {} by ordered departure {away}.", post.name),
                    "Choose days after the departure, or end it first.",
                ));
            }
        }
    }
    Ok(())
}
