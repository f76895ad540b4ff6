//! The demonstration shows people elsewhere for a time in every state, at any size and on any day.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

use muster_domain::policy::Lever;
use muster_domain::{Date, Period, World};
use muster_synthetic::{Settings, build};

fn states(days: impl Iterator<Item = Option<Period>>, today: Date) -> [usize; 3] {
    let mut counts = [0; 3];
    for days in days.flatten() {
        counts[if today < days.from() { 2 } else { usize::from(!days.contains(today)) }] += 1;
    }
    counts
}

fn left(world: &World, today: Date) -> Vec<i64> {
    let limit = world.lever(Lever::DepartureDays, today);
    world.posts.iter().filter_map(|(_, post)| Some(limit - i64::from(post.days_departed(today)?))).collect()
}

#[test]
fn departures_diversions_and_augmentations_stand_in_every_state() {
    for (seed, scale) in [(1, 0.1), (5, 0.05)] {
        let settings = Settings { seed, scale, ..Settings::default() };
        let world = build(&settings);
        let today = settings.today;
        let mut days_left = left(&world, today);
        days_left.sort_unstable();
        assert_eq!(days_left.len(), 2);
        assert!(days_left[0] <= world.lever(Lever::DepartureWarningDays, today) && days_left[1] > 100);
        let departures = || world.posts.iter().flat_map(|(_, post)| &post.departures);
        assert!(departures().any(|held| held.rescinded.is_some()) && departures().any(|held| held.end.is_some()));
        assert!(departures().any(|held| !held.essential.is_empty()));
        let augmented = states(world.augmentations.iter().map(|(_, held)| held.days()), today);
        assert!(augmented.iter().all(|count| *count > 0), "{augmented:?}");
        assert!(world.augmentations.iter().any(|(_, held)| held.who.person().is_some()));
        assert!(world.diversions.len() >= 3);
        assert!(world.diversions.iter().all(|(_, held)| held.reason.is_some()));
    }
}

#[test]
fn a_whole_service_has_a_hundred_and_twenty_augmentations_and_two_dozen_diversions() {
    let world = build(&Settings::default());
    assert_eq!(world.augmentations.len(), 120);
    assert!((20..=25).contains(&world.diversions.len()), "{}", world.diversions.len());
    let diverted = states(world.diversions.iter().map(|(_, held)| held.days()), Settings::default().today);
    assert!(diverted.iter().all(|count| *count > 0), "{diverted:?}");
}

#[test]
fn the_smallest_service_and_another_day_hold_them_too() {
    for today in ["2026-03-15", "2027-07-20"] {
        let settings = Settings { today: today.parse().unwrap(), seed: 4, scale: 0.01 };
        assert!(!left(&build(&settings), settings.today).is_empty());
    }
}
