//! What holds in every World that commands can make.

use std::collections::BTreeSet;

use muster_domain::organization::{AuthorityKind, post_key};
use muster_domain::workforce::ContradictionKind;
use muster_domain::{BilletId, OfficeId, TourId, World};

/// Panics where the World contradicts itself.
pub fn hold(world: &World) {
    derived_indexes(world);
    keys(world);
    positions(world);
    one_superior_a_day(world);
    nobody_counts_twice(world);
    every_open_requisition_has_a_holder(world);
    one_departure_a_day(world);
    nobody_is_sent_twice(world);
    super::manning::requests_hold(world);
}

fn every_open_requisition_has_a_holder(world: &World) {
    for (id, requisition) in world.requisitions.iter() {
        assert_eq!(requisition.open_turns(world).is_empty(), !requisition.is_open(world), "{id}");
        let live: Vec<_> = requisition.nominees.iter().filter(|nominee| nominee.is_live()).collect();
        assert!(requisition.accepted.is_none() || live.is_empty(), "{id} is decided and somebody waits");
        for nominee in live {
            let twice = requisition.nominees.iter().filter(|other| other.is_live() && other.person == nominee.person);
            assert_eq!(twice.count(), 1, "{id}: {}", nominee.person);
        }
        if let Some(accepted) = requisition.accepted {
            let tour = &world.tours[accepted.tour];
            assert_eq!((tour.person, tour.billet), (accepted.person, requisition.billet), "{id}");
        }
        // Whose service was corrected since may be of one that is never slated.
        let asked = world.requisitions.row(id).map(|row| row.changed);
        for nominee in &requisition.nominees {
            let corrected = world.people.row(nominee.person).map(|row| row.changed) > asked;
            let service = world.people[nominee.person].service;
            assert!(corrected || service.is_slated(), "{id}: never slated");
        }
    }
}

/// Departures of a post that stand share no day.
fn one_departure_a_day(world: &World) {
    for (id, post) in world.posts.iter() {
        let standing: Vec<_> = post.departures.iter().filter_map(|held| held.days()).collect();
        for (i, one) in standing.iter().enumerate() {
            assert!(standing[i + 1..].iter().all(|two| one.overlap(*two).is_none()), "departures of {id}");
        }
    }
}

/// Nobody is diverted to two offices, or diverted and augmenting another, on one day.
fn nobody_is_sent_twice(world: &World) {
    for (id, person) in world.people.iter() {
        let diverted = person.diversions.iter().filter_map(|id| world.diversions[*id].days());
        let named = person.augmentations.iter().filter_map(|id| world.augmentations[*id].days());
        let sent: Vec<_> = diverted.chain(named).collect();
        for (i, one) in sent.iter().enumerate() {
            assert!(sent[i + 1..].iter().all(|two| one.overlap(*two).is_none()), "{id} is sent twice");
        }
    }
}

fn derived_indexes(world: &World) {
    for (id, billet) in world.billets.iter() {
        let tours: Vec<TourId> = world.tours.iter().filter(|(_, tour)| tour.billet == id).map(|(id, _)| id).collect();
        assert_eq!(billet.tours, tours, "tours of {id}");
    }
    for (id, person) in world.people.iter() {
        let diverted: Vec<_> =
            world.diversions.iter().filter(|(_, held)| held.person == id).map(|(id, _)| id).collect();
        let named = world.augmentations.iter().filter(|(_, held)| held.who.person() == Some(id));
        assert_eq!(person.diversions, diverted, "diversions of {id}");
        assert_eq!(person.augmentations, named.map(|(id, _)| id).collect::<Vec<_>>(), "augmentations of {id}");
        let tours: Vec<TourId> = world.tours.iter().filter(|(_, tour)| tour.person == id).map(|(id, _)| id).collect();
        assert_eq!(person.tours, tours, "tours of {id}");
    }
    assert_eq!(world.rosters.len(), world.offices.len());
    for (office, roster) in world.rosters.iter() {
        let held: Vec<BilletId> = world
            .billets
            .iter()
            .filter(|(_, billet)| billet.terms.iter().any(|(_, terms)| terms.office == office))
            .map(|(id, _)| id)
            .collect();
        assert_eq!(roster.billets, held, "roster of {office}");
        let diverted: Vec<_> =
            world.diversions.iter().filter(|(_, held)| held.to == office).map(|(id, _)| id).collect();
        let present = world.augmentations.iter().filter(|(_, held)| held.office == office);
        assert_eq!(roster.diversions, diverted, "diversions to {office}");
        assert_eq!(roster.augmentations, present.map(|(id, _)| id).collect::<Vec<_>>(), "augmentations of {office}");
    }
}

fn keys(world: &World) {
    let keys = &world.keys;
    for (id, office) in world.offices.iter() {
        assert_eq!(keys.office.get(&office.code), Some(&id));
    }
    for (id, post) in world.posts.iter() {
        assert_eq!(keys.post.get(&post_key(world, &post.name, post.country)), Some(&id));
    }
    for (id, country) in world.countries.iter() {
        assert_eq!(keys.country.get(&country.iso3), Some(&id));
    }
    for (id, billet) in world.billets.iter() {
        assert_eq!(keys.billet.get(&billet.number), Some(&id));
    }
    for (id, person) in world.people.iter() {
        assert_eq!(keys.person.get(&person.number), Some(&id));
        assert_eq!(keys.name[&person.name].iter().filter(|held| **held == id).count(), 1);
    }
    for (id, account) in world.accounts.iter() {
        assert_eq!(keys.account.get(&account.sign_in), Some(&id));
    }
    assert_eq!(keys.name.values().map(Vec::len).sum::<usize>(), world.people.len());
    assert_eq!((keys.office.len(), keys.post.len()), (world.offices.len(), world.posts.len()));
    assert_eq!((keys.billet.len(), keys.person.len()), (world.billets.len(), world.people.len()));
}

fn positions(world: &World) {
    macro_rules! not_later {
        ($($table:ident)*) => {$(
            assert!(world.$table.rows().all(|(_, row)| row.changed <= world.position), stringify!($table));
        )*};
    }
    not_later!(offices rosters posts countries billets people tours diversions augmentations change_requests);
    not_later!(cycles slates requisitions contradictions sources accounts);
}

/// The dated list and the derived timeline of superiors say the same, and nobody stands above themselves.
fn one_superior_a_day(world: &World) {
    let days: BTreeSet<_> = world
        .authorities
        .iter()
        .flat_map(|authority| [authority.period.from(), authority.period.end()])
        .filter(|day| *day != muster_domain::Date::MAX)
        .collect();
    for (office, _) in world.offices.iter() {
        for day in &days {
            let superiors: Vec<OfficeId> = world
                .authorities
                .iter()
                .filter(|held| held.over == office && held.period.contains(*day))
                .filter(|held| matches!(held.kind, AuthorityKind::Parent | AuthorityKind::OperationalControl))
                .filter_map(|held| match held.holder {
                    muster_domain::organization::AuthorityHolder::Office(holder) => Some(holder),
                    _ => None,
                })
                .collect();
            assert_eq!(world.superior(office, *day).into_iter().collect::<Vec<_>>(), superiors, "{office} on {day}");
            let mut above = world.superior(office, *day);
            for _ in 0..world.offices.len() {
                assert_ne!(above, Some(office), "{office} stands above itself on {day}");
                above = above.and_then(|at| world.superior(at, *day));
            }
        }
    }
}

/// One primary tour covers a day of a person, unless a report was flagged for it.
fn nobody_counts_twice(world: &World) {
    let flagged = |tour: TourId| {
        world.contradictions.iter().any(|(_, held)| {
            held.tour == Some(tour)
                && matches!(held.kind, ContradictionKind::TwoPlaces | ContradictionKind::ImpossibleDate)
        })
    };
    for (id, person) in world.people.iter() {
        let primary = person.tours.iter().filter(|tour| world.tours[**tour].is_primary());
        let periods: Vec<_> = primary.filter_map(|tour| Some((*tour, world.tours[*tour].period()?))).collect();
        for (i, (one, first)) in periods.iter().enumerate() {
            for (two, second) in &periods[i + 1..] {
                let both = first.overlap(*second);
                assert!(both.is_none() || flagged(*one) || flagged(*two), "{id} counts in {one} and {two}: {both:?}");
            }
        }
    }
}
