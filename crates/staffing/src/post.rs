//! Posts: how many people a post has, and who is on duty there or away from it.

use std::collections::BTreeMap;

use muster_domain::access::Scope;
use muster_domain::kernel::Date;
use muster_domain::workforce::Whereabouts;
use muster_domain::{OfficeId, PersonId, PostId, TourId, World};
use serde::Serialize;

use crate::Basis;
use crate::coverage::{incumbent_by, on_duty};

/// What a post has on a day, of the offices in scope.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PostCounts {
    /// The offices that stand there or have billets there.
    pub offices: Vec<OfficeId>,
    /// Billets whose place of duty it is.
    pub authorised: u32,
    /// Of those, billets covered.
    pub assigned: u32,
    /// People on station: at a billet there, or diverted to an office there.
    pub present: u32,
    /// People assigned there who are elsewhere.
    pub away: u32,
    /// People present at its offices without a billet.
    pub augmented: u32,
}

/// Somebody whose place of duty is a post by their tour, or who is on duty there for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtPost {
    /// Who.
    pub person: PersonId,
    /// The primary tour they count at.
    pub tour: Option<TourId>,
    /// Where they are on duty.
    pub on_duty: Whereabouts,
}

/// Every post that an office in scope stands at or has billets at, with its counts.
pub fn post_counts(world: &World, scope: &Scope, on: Date, today: Date) -> BTreeMap<PostId, PostCounts> {
    let basis = Basis::on(on, today, true);
    let mut posts: BTreeMap<PostId, PostCounts> = BTreeMap::new();
    for office in scope.offices().filter(|id| world.offices.get(*id).is_some()) {
        let facts = &world.offices[office];
        if facts.existence.contains(on) {
            posts.entry(facts.post).or_default().offices.push(office);
        }
        for id in &world.rosters[office].billets {
            let billet = &world.billets[*id];
            let terms = billet.terms_near(on);
            if terms.office != office {
                continue;
            }
            let counts = posts.entry(terms.place).or_default();
            if billet.authorised.contains(on) {
                counts.authorised += 1;
                counts.assigned += u32::from(incumbent_by(world, billet, on, basis).is_some());
                if counts.offices.last() != Some(&office) {
                    counts.offices.push(office);
                }
            }
            for tour in billet.tours.iter().filter(|tour| basis.covers(&world.tours[**tour], on)) {
                let found = on_duty(world, world.tours[*tour].person, on, basis);
                if let Some(found) = found.filter(|found| found.tour == Some(*tour)) {
                    let counts = posts.entry(terms.place).or_default();
                    counts.present += u32::from(found.is_at_own_billet());
                    counts.away += u32::from(!found.is_at_own_billet());
                }
            }
        }
        let counts = posts.entry(facts.post).or_default();
        let (visitors, heads) = visitors(world, office, on, basis);
        counts.present += visitors;
        counts.augmented += heads;
    }
    posts.retain(|_, counts| *counts != PostCounts::default());
    posts
}

/// People diverted to an office who are there, and people there without a billet.
fn visitors(world: &World, office: OfficeId, on: Date, basis: Basis) -> (u32, u32) {
    use muster_domain::organization::DepartureReach;
    use muster_domain::workforce::{Augmenting, Duty};
    let roster = &world.rosters[office];
    let here = |person, duty| {
        on_duty(world, person, on, basis).is_some_and(|found| found.duty == duty && found.departed.is_none())
    };
    let diverted = roster.diversions.iter().filter(|id| here(world.diversions[**id].person, Duty::Diverted(**id)));
    let post = &world.posts[world.offices[office].post];
    let left = post.departure_on(on).is_some_and(|departure| departure.reach == DepartureReach::NotEssential);
    let heads = roster.augmentations.iter().map(|id| {
        let held = &world.augmentations[*id];
        match held.who {
            Augmenting::Person(person) => u32::from(here(person, Duty::Augmenting(*id))),
            Augmenting::People(heads) => {
                if held.holds_on(on) && !left {
                    u32::from(heads)
                } else {
                    0
                }
            }
        }
    });
    (u32::try_from(diverted.count()).unwrap_or(u32::MAX), heads.sum())
}

/// Everybody whose place of duty is a post by their tour on a day, and everybody on duty there for a time, by id.
pub fn people_at_post(world: &World, post: PostId, on: Date, today: Date) -> Vec<AtPost> {
    let basis = Basis::on(on, today, true);
    let people = world.people.iter().filter_map(|(person, _)| {
        let found = on_duty(world, person, on, basis)?;
        let own = found.tour.map(|tour| world.billets[world.tours[tour].billet].terms_near(on).place);
        (own == Some(post) || found.post == post).then_some(AtPost { person, tour: found.tour, on_duty: found })
    });
    people.collect()
}

/// Everybody who is on duty elsewhere than at their own billet in an office, or there without a billet, by id.
pub fn away_from(world: &World, office: OfficeId, on: Date, today: Date) -> Vec<AtPost> {
    let basis = Basis::on(on, today, true);
    let mut away = Vec::new();
    for id in &world.rosters[office].billets {
        let billet = &world.billets[*id];
        if billet.terms_near(on).office != office {
            continue;
        }
        for tour in billet.tours.iter().filter(|tour| basis.covers(&world.tours[**tour], on)) {
            let person = world.tours[*tour].person;
            let found = on_duty(world, person, on, basis);
            if let Some(found) = found.filter(|found| found.tour == Some(*tour) && !found.is_at_own_billet()) {
                away.push(AtPost { person, tour: found.tour, on_duty: found });
            }
        }
    }
    away.sort_unstable_by_key(|row| row.person);
    away
}
