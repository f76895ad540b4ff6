//! Deferred acceptance finds the stable matchings it claims, blocking pairs are counted as defined, and nobody gains
//! by misstating wishes. Held against trying every assignment.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

mod common;

use common::Dice;
use common::wishes::{Stated, every_list};
use muster_solver::stable::{
    Instability, Lottery, Preferences, PreferencesError, blocking, person_optimal, position_optimal, verify_stable,
};

#[test]
fn each_side_gets_its_best_stable_matching_and_the_same_people_are_matched_in_all() {
    let mut dice = Dice(11);
    for case in 0..20_000 {
        let stated = Stated::small(&mut dice, 5);
        let preferences = stated.build();
        let (people, positions) = (person_optimal(&preferences), position_optimal(&preferences));
        let stable = stated.stable();
        assert!(stable.contains(&people.position_of) && stable.contains(&positions.position_of), "case {case}");
        for other in &stable {
            for person in 0..stated.wishes.len() as u32 {
                let dislike = |matching: &[Option<u32>]| stated.dislike(person, matching[person as usize]);
                assert!(dislike(&people.position_of) <= dislike(other), "case {case}: person {person}");
                assert!(dislike(&positions.position_of) >= dislike(other), "case {case}: person {person}");
                let is_matched = other[person as usize].is_some();
                assert_eq!(is_matched, people.position_of[person as usize].is_some(), "case {case}: rural hospitals");
            }
            for position in 0..stated.rankings.len() as u32 {
                let best = stated.demur(position, positions.person_of[position as usize]);
                assert!(best <= stated.demur(position, Stated::holder(other, position)), "case {case}");
                let is_filled = Stated::holder(other, position).is_some();
                assert_eq!(is_filled, people.person_of[position as usize].is_some(), "case {case}: rural hospitals");
            }
        }
    }
}

#[test]
fn blocking_pairs_of_any_assignment_are_those_of_the_definition() {
    let mut dice = Dice(12);
    let mut seen = 0;
    for case in 0..1500 {
        let stated = Stated::small(&mut dice, 4);
        let preferences = stated.build();
        for assignment in stated.assignments(true) {
            let found = blocking(&preferences, &assignment).unwrap();
            let pairs: Vec<_> = found.pairs.iter().map(|pair| (pair.person, pair.position)).collect();
            assert_eq!(pairs, stated.blocking(&assignment), "case {case}: {assignment:?}");
            for pair in &found.pairs {
                let holder = Stated::holder(&assignment, pair.position);
                let class = |person| stated.demur(pair.position, Some(person)).0;
                assert_eq!(pair.by_lottery, holder.is_some_and(|holder| class(holder) == class(pair.person)));
            }
            let held = (0..).zip(&assignment).filter_map(|(person, &held)| Some((person, held?)));
            let unlisted: Vec<_> = held.filter(|&(person, position)| !stated.is_acceptable(person, position)).collect();
            assert_eq!(found.unlisted, unlisted);
            assert_eq!(verify_stable(&preferences, &assignment).is_ok(), pairs.is_empty() && unlisted.is_empty());
            seen += 1;
        }
    }
    assert!(seen > 20_000, "only {seen} assignments");
}

#[test]
fn nobody_gains_by_misstating_wishes_when_people_propose_and_lists_are_uncapped() {
    let mut dice = Dice(13);
    for case in 0..400 {
        let stated = Stated::small(&mut dice, 4);
        let truth = person_optimal(&stated.build()).position_of;
        let lists = every_list(stated.rankings.len() as u32, usize::MAX);
        for (person, &honest) in (0..).zip(&truth) {
            for lie in &lists {
                let mut told = stated.clone();
                told.wishes[person as usize] = lie.clone();
                let lying = person_optimal(&told.build()).position_of[person as usize];
                let gains = stated.dislike(person, lying) < stated.dislike(person, honest);
                assert!(!gains, "case {case}: person {person} gains by {lie:?} in {stated:?}");
            }
        }
    }
}

#[test]
fn when_positions_propose_some_person_gains_by_misstating() {
    // The textbook case: two people, two positions, each side wants the other way round.
    let stated = |wishes: Vec<Vec<u32>>| {
        let rankings = vec![vec![(1, 0), (0, 1)], vec![(0, 0), (1, 1)]];
        Preferences::new(&wishes, &rankings, Lottery::draw(0, 2)).unwrap()
    };
    assert_eq!(position_optimal(&stated(vec![vec![0, 1], vec![1, 0]])).position_of, [Some(1), Some(0)]);
    assert_eq!(position_optimal(&stated(vec![vec![0], vec![1, 0]])).position_of[0], Some(0));
}

#[test]
fn the_lottery_is_the_same_for_a_seed_and_decides_between_equals() {
    // Worked out from the recipe by another program.
    assert_eq!(Lottery::draw(7, 10).order(), [9, 5, 8, 6, 1, 2, 4, 7, 0, 3]);
    for seed in 0..20 {
        let lottery = Lottery::draw(seed, 3);
        let first = lottery.order()[0];
        let preferences =
            Preferences::new(&[vec![0], vec![0], vec![0]], &[vec![(0, 4), (1, 4), (2, 4)]], lottery).unwrap();
        assert_eq!(person_optimal(&preferences).person_of, [Some(first)], "seed {seed}");
    }
    let mut times_first = [0; 3];
    for seed in 0..3000 {
        times_first[Lottery::draw(seed, 3).order()[0] as usize] += 1;
    }
    assert!(times_first.iter().all(|&times| (900..1100).contains(&times)), "{times_first:?}");
}

#[test]
fn what_is_no_preference_or_no_assignment_is_refused_with_its_place() {
    let draw = |people| Lottery::draw(1, people);
    let refused = |wishes: &[Vec<u32>], rankings: &[Vec<(u32, u32)>], lottery| {
        Preferences::new(wishes, rankings, lottery).unwrap_err()
    };
    assert_eq!(
        refused(&[vec![0, 2]], &[vec![], vec![]], draw(1)),
        PreferencesError::NoSuchPosition { person: 0, position: 2, positions: 2 }
    );
    assert_eq!(refused(&[vec![0, 0]], &[vec![]], draw(1)), PreferencesError::WishedTwice { person: 0, position: 0 });
    assert_eq!(
        refused(&[vec![]], &[vec![(1, 0)]], draw(1)),
        PreferencesError::NoSuchPerson { position: 0, person: 1, people: 1 }
    );
    assert_eq!(
        refused(&[vec![]], &[vec![(0, 0), (0, 1)]], draw(1)),
        PreferencesError::RankedTwice { position: 0, person: 0 }
    );
    assert_eq!(refused(&[vec![]], &[], draw(2)), PreferencesError::LotterySize { drawn: 2, people: 1 });
    assert!(matches!(
        refused(&[vec![]], &[vec![(0, u32::MAX)]], draw(1)),
        PreferencesError::ClassTooLarge { position: 0, person: 0, class: u32::MAX }
    ));

    let two = Preferences::new(&[vec![0], vec![0]], &[vec![(0, 0), (1, 1)]], draw(2)).unwrap();
    assert_eq!(verify_stable(&two, &[None]), Err(Instability::WrongLength { found: 1, expected: 2 }));
    assert_eq!(
        verify_stable(&two, &[Some(5), None]),
        Err(Instability::NoSuchPosition { person: 0, position: 5, positions: 1 })
    );
    assert_eq!(
        verify_stable(&two, &[Some(0), Some(0)]),
        Err(Instability::HeldTwice { position: 0, first: 0, second: 1 })
    );
    assert_eq!(verify_stable(&two, &[None, Some(0)]), Err(Instability::Blocked { person: 0, position: 0, others: 0 }));
    assert_eq!(verify_stable(&two, &[Some(0), None]).unwrap().matched(), 1);
}
