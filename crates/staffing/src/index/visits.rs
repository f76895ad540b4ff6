//! People who are at an office without a billet there, as step functions of the day: diverted to it, or augmenting it.

use muster_domain::kernel::Date;
use muster_domain::organization::{Departure, DepartureReach};
use muster_domain::workforce::{Augmenting, Duty, Person};
use muster_domain::{AugmentationId, DiversionId, OfficeId, PersonId, Position, PostId, World};

use super::billet::{BilletProfile, Profile, Profiles, Segment};
use super::day_number;
use crate::Basis;
use crate::coverage::on_duty;
use crate::tally::Tally;

/// When anything that a person's diversions and augmentations depend on last changed, apart from their tours.
pub(super) fn version(world: &World, person: &Person) -> Position {
    let mut latest = Position::default();
    let mut see = |changed: Option<Position>, office: OfficeId| {
        let post = world.posts.row(world.offices[office].post).map(|row| row.changed);
        latest = latest.max(changed.unwrap_or_default()).max(post.unwrap_or_default());
    };
    for id in &person.diversions {
        see(world.diversions.row(*id).map(|row| row.changed), world.diversions[*id].to);
    }
    for id in &person.augmentations {
        see(world.augmentations.row(*id).map(|row| row.changed), world.augmentations[*id].office);
    }
    latest
}

/// Every day on which an ordered departure of a post begins or ends.
pub(super) fn days_of_post(world: &World, post: PostId, days: &mut Vec<Date>) {
    let departures = world.posts[post].departures.iter().filter_map(Departure::days);
    days.extend(departures.flat_map(|departure| [departure.from(), departure.end()]));
}

/// Every day on which a person may begin or cease to be elsewhere.
pub(super) fn days_of_person(world: &World, person: PersonId, days: &mut Vec<Date>) {
    let person = &world.people[person];
    let diverted = person.diversions.iter().map(|id| &world.diversions[*id]);
    let augmenting = person.augmentations.iter().map(|id| &world.augmentations[*id]);
    let visits = diverted.map(|held| (held.days(), held.to)).chain(augmenting.map(|held| (held.days(), held.office)));
    for (period, office) in visits {
        if let Some(period) = period {
            days.extend([period.from(), period.end()]);
            days_of_post(world, world.offices[office].post, days);
        }
    }
}

/// The days on which the presence of somebody who visits an office may change.
fn days_of_visit(world: &World, person: Option<PersonId>, office: OfficeId, days: &mut Vec<Date>) {
    days_of_post(world, world.offices[office].post, days);
    let Some(person) = person else { return };
    days_of_person(world, person, days);
    for tour in world.people[person].tours.iter().map(|id| &world.tours[*id]) {
        days.extend(tour.period().iter().flat_map(|period| [period.from(), period.end()]));
        days.extend(world.billets[tour.billet].terms.iter().map(|(from, _)| from));
    }
}

/// Whom people without a billet here support: the host country of the office, where it has one.
fn partners(world: &World, office: OfficeId) -> Vec<(muster_domain::CountryId, u16)> {
    world.offices[office].country.map(|country| (country, super::WHOLE)).into_iter().collect()
}

/// Appends the segments of a diversion to an office: under the terms of the billet the person holds elsewhere.
pub(super) fn diversion(world: &World, id: DiversionId, profiles: &mut Profiles, out: &mut Vec<Segment>) {
    let held = &world.diversions[id];
    let mut days = Vec::new();
    days_of_visit(world, Some(held.person), held.to, &mut days);
    let billet = &world.billets[world.tours[held.tour].billet];
    column(days, out, |day| {
        let profile = BilletProfile::of(billet.terms_near(day));
        let profile = Profile { billet: Some(profile), partners: partners(world, held.to) };
        let present = |basis| {
            let on_duty = on_duty(world, held.person, day, basis);
            let here = on_duty.is_some_and(|duty| duty.duty == Duty::Diverted(id) && duty.departed.is_none());
            Tally { present: u8::from(here), diverted_in: u8::from(here), ..Tally::default() }
        };
        (profiles.place(profile), present(Basis::Recorded), present(Basis::Planned))
    });
}

/// Appends the segments of an augmentation of an office.
pub(super) fn augmentation(world: &World, id: AugmentationId, profiles: &mut Profiles, out: &mut Vec<Segment>) {
    let held = &world.augmentations[id];
    let mut days: Vec<Date> = held.days().iter().flat_map(|period| [period.from(), period.end()]).collect();
    days_of_visit(world, held.who.person(), held.office, &mut days);
    let place = profiles.place(Profile { billet: None, partners: partners(world, held.office) });
    let post = &world.posts[world.offices[held.office].post];
    column(days, out, |day| {
        let left = post.departure_on(day).is_some_and(|departure| departure.reach == DepartureReach::NotEssential);
        let present = |basis| {
            let heads = match held.who {
                Augmenting::People(heads) => {
                    if held.holds_on(day) && !left {
                        heads
                    } else {
                        0
                    }
                }
                Augmenting::Person(person) => {
                    let on_duty = on_duty(world, person, day, basis);
                    let here = on_duty.is_some_and(|d| d.duty == Duty::Augmenting(id) && d.departed.is_none());
                    u8::from(here)
                }
            };
            Tally { augmented: heads, ..Tally::default() }
        };
        (place, present(Basis::Recorded), present(Basis::Planned))
    });
}

/// Appends a segment for each of these days on which something changes.
fn column(mut days: Vec<Date>, out: &mut Vec<Segment>, mut measure: impl FnMut(Date) -> (u32, Tally<u8>, Tally<u8>)) {
    days.sort_unstable();
    days.dedup();
    let first = out.len();
    for day in days {
        let (profile, recorded, planned) = measure(day);
        let unchanged = match out[first..].last() {
            Some(last) => (last.profile, last.recorded, last.planned) == (profile, recorded, planned),
            None => (recorded, planned) == Default::default(),
        };
        if !unchanged {
            out.push(Segment { from: day_number(day), profile, recorded, planned });
        }
    }
}
