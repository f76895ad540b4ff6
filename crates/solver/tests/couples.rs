//! Couples: a stable matching is found or ruled out as trying everything says, and what blocks is what the definition
//! says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

mod common;

use common::Dice;
use common::wishes::{Stated, shuffled};
use muster_solver::stable::{
    Choice, Couple, Couples, CouplesAnswer, CouplesError, CouplesLimits, Instability, Lottery, Preferences,
    blocking_with_couples, person_optimal, stable_with_couples, verify_stable_with_couples,
};

/// Preferences in which some people form couples with a joint list.
struct Joint {
    stated: Stated,
    couples: Vec<Couple>,
}

impl Joint {
    fn small(dice: &mut Dice) -> Joint {
        let mut stated = Stated::small(dice, 4);
        let positions = stated.rankings.len() as u32;
        let most = 1 + dice.roll(2) as usize;
        let couples = (0..stated.wishes.len() as u32 / 2).take(most).map(|index| {
            let people = [2 * index, 2 * index + 1];
            let held = |at: u32| at.checked_sub(1);
            let all = shuffled(dice, (positions + 1) * (positions + 1), 1).into_iter();
            let choices = all.map(|at| [held(at / (positions + 1)), held(at % (positions + 1))]);
            Couple { people, choices: choices.filter(|choice| choice[0] != choice[1]).collect() }
        });
        let couples: Vec<Couple> = couples.collect();
        for &person in couples.iter().flat_map(|couple| &couple.people) {
            stated.wishes[person as usize].clear();
        }
        Joint { stated, couples }
    }

    fn is_ranked(&self, person: u32, position: Option<u32>) -> bool {
        position.is_none_or(|position| self.stated.demur(position, Some(person)) != (u32::MAX, u32::MAX))
    }

    fn is_welcome(&self, couple: &Couple, choice: &Choice) -> bool {
        (0..2).all(|member| self.is_ranked(couple.people[member], choice[member]))
    }

    /// All choices with which a couple blocks.
    fn blocking(&self, position_of: &[Option<u32>]) -> Vec<(u32, Choice)> {
        let mut found = Vec::new();
        for (index, couple) in (0..).zip(&self.couples) {
            let held = couple.people.map(|person| position_of[person as usize]);
            let better = couple.choices.iter().take_while(|&&choice| choice != held);
            for choice in better.filter(|choice| self.is_welcome(couple, choice)) {
                let agrees = |member: usize| {
                    choice[member].is_none_or(|position| {
                        let present = self.stated.demur(position, Stated::holder(position_of, position));
                        held[member] == Some(position)
                            || self.stated.demur(position, Some(couple.people[member])) < present
                    })
                };
                if agrees(0) && agrees(1) {
                    found.push((index, *choice));
                }
            }
        }
        found
    }

    /// Whether an assignment keeps to all lists and nothing blocks it.
    fn is_stable(&self, position_of: &[Option<u32>]) -> bool {
        let in_couple = |person: u32| self.couples.iter().any(|couple| couple.people.contains(&person));
        let listed_alone = (0..).zip(position_of).all(|(person, held)| {
            in_couple(person) || held.is_none_or(|position| self.stated.is_acceptable(person, position))
        });
        let listed_together = self.couples.iter().all(|couple| {
            let held = couple.people.map(|person| position_of[person as usize]);
            held == [None, None] || couple.choices.contains(&held) && self.is_welcome(couple, &held)
        });
        listed_alone
            && listed_together
            && self.stated.blocking(position_of).is_empty()
            && self.blocking(position_of).is_empty()
    }
}

#[test]
fn a_stable_matching_is_found_or_ruled_out_as_trying_everything_says() {
    let mut dice = Dice(21);
    let (mut found, mut none, mut repaired) = (0, 0, 0);
    for case in 0..30_000 {
        let joint = Joint::small(&mut dice);
        let preferences = joint.stated.build();
        let couples = Couples::new(&preferences, joint.couples.clone()).unwrap();
        let exists = joint.stated.assignments(true).iter().any(|assignment| joint.is_stable(assignment));
        match stable_with_couples(&preferences, &couples, &CouplesLimits::default()) {
            CouplesAnswer::Stable(matching) => {
                assert!(joint.is_stable(&matching.position_of), "case {case}");
                assert!(verify_stable_with_couples(&preferences, &couples, &matching.position_of).is_ok());
                found += 1;
            }
            CouplesAnswer::NoneExists { closest, .. } => {
                assert!(!exists, "case {case}: one exists");
                assert!(closest.blocking.count() > 0);
                none += 1;
            }
            CouplesAnswer::NotFound { .. } => panic!("case {case}: small enough to be settled"),
        }
        let once = CouplesLimits { attempts: 1, turns: 20, rounds: 50, exhaustive: 0 };
        if exists && !matches!(stable_with_couples(&preferences, &couples, &once), CouplesAnswer::Stable(_)) {
            repaired += 1;
        }
    }
    assert!(found > 20_000 && none > 50 && repaired > 0, "{found} found, {none} without, {repaired} at second try");
}

#[test]
fn what_blocks_any_assignment_is_what_the_definition_says() {
    let mut dice = Dice(22);
    let mut seen = 0;
    for case in 0..600 {
        let joint = Joint::small(&mut dice);
        let preferences = joint.stated.build();
        let couples = Couples::new(&preferences, joint.couples.clone()).unwrap();
        for assignment in joint.stated.assignments(true) {
            let found = blocking_with_couples(&preferences, &couples, &assignment).unwrap();
            let alone: Vec<_> = found.alone.pairs.iter().map(|pair| (pair.person, pair.position)).collect();
            assert_eq!(alone, joint.stated.blocking(&assignment), "case {case}: {assignment:?}");
            assert_eq!(found.couples, joint.blocking(&assignment), "case {case}: {assignment:?}");
            assert_eq!(found.is_stable(), joint.is_stable(&assignment), "case {case}: {assignment:?}");
            seen += found.couples.len();
        }
    }
    assert!(seen > 1_000, "only {seen} blocking choices");
}

#[test]
fn without_couples_it_is_the_person_optimal_matching() {
    let mut dice = Dice(23);
    for _ in 0..500 {
        let preferences = Stated::small(&mut dice, 8).build();
        let expected = CouplesAnswer::Stable(person_optimal(&preferences));
        assert_eq!(stable_with_couples(&preferences, &Couples::default(), &CouplesLimits::default()), expected);
    }
}

/// One couple that wants positions 0 and 1 or nothing, one person who wants 0 before 1; 0 prefers the couple, 1 the
/// person: no matching is stable (after Klaus and Klijn, *Stable matchings and preferences of couples*, 2005).
fn hopeless(copies: u32) -> (Preferences, Couples) {
    let mut wishes = Vec::new();
    let mut rankings = Vec::new();
    let mut couples = Vec::new();
    for copy in 0..copies {
        let (person, position) = (3 * copy, 2 * copy);
        wishes.extend([vec![], vec![], vec![position, position + 1]]);
        rankings.push(vec![(person, 0), (person + 2, 1)]);
        rankings.push(vec![(person + 2, 0), (person + 1, 1)]);
        couples.push(Couple { people: [person, person + 1], choices: vec![[Some(position), Some(position + 1)]] });
    }
    let preferences = Preferences::new(&wishes, &rankings, Lottery::draw(1, wishes.len())).unwrap();
    let couples = Couples::new(&preferences, couples).unwrap();
    (preferences, couples)
}

#[test]
fn where_no_stable_matching_exists_the_answer_says_so_and_where_that_is_not_proven_it_claims_nothing() {
    let (preferences, couples) = hopeless(1);
    let answer = stable_with_couples(&preferences, &couples, &CouplesLimits::default());
    let CouplesAnswer::NoneExists { closest, .. } = answer else { panic!("{answer:?}") };
    assert_eq!(closest.blocking.count(), 1);
    assert!(matches!(
        verify_stable_with_couples(&preferences, &couples, &[Some(0), Some(1), None]),
        Err(Instability::Blocked { person: 2, position: 1, others: 0 })
    ));
    assert!(matches!(
        verify_stable_with_couples(&preferences, &couples, &[None, None, Some(0)]),
        Err(Instability::CoupleBlocked { couple: 0, choice: [Some(0), Some(1)], others: 0 })
    ));
    assert!(matches!(
        verify_stable_with_couples(&preferences, &couples, &[Some(0), None, Some(1)]),
        Err(Instability::CoupleUnlisted { couple: 0 })
    ));

    let (preferences, couples) = hopeless(100);
    let answer = stable_with_couples(&preferences, &couples, &CouplesLimits::default());
    let CouplesAnswer::NotFound { steps, closest } = answer else { panic!("{answer:?}") };
    assert!(steps > 20 * 300, "{steps}");
    assert_eq!(closest.blocking.count(), 100);
}

#[test]
fn two_lists_and_places_make_one_joint_list() {
    // Positions 0 and 1 are at place 7, positions 2 and 3 at place 8.
    let couple = Couple::same_place([4, 5], [&[0, 2, 1], &[3, 0, 1]], &[7, 7, 8, 8]);
    let pairs = couple.choices.iter().map(|choice| choice.map(Option::unwrap)).collect::<Vec<_>>();
    // Ranks (1,0) add up to 1; (0,2) to 2; (2,1) to 3. The pair (0,0) would be one position for two.
    assert_eq!(pairs, [[2, 3], [0, 1], [1, 0]]);
}

#[test]
fn what_is_no_couple_is_refused_with_its_place() {
    let preferences = Preferences::new(&[vec![], vec![], vec![0]], &[vec![], vec![]], Lottery::draw(1, 3)).unwrap();
    let refused = |people, choices| Couples::new(&preferences, vec![Couple { people, choices }]).unwrap_err();
    assert_eq!(refused([0, 3], vec![]), CouplesError::NoSuchPerson { couple: 0, person: 3, people: 3 });
    assert_eq!(refused([0, 0], vec![]), CouplesError::NamedTwice { couple: 0, person: 0 });
    assert_eq!(refused([0, 2], vec![]), CouplesError::OwnWishes { couple: 0, person: 2 });
    for choices in [
        vec![[Some(2), None]],
        vec![[Some(0), Some(0)]],
        vec![[None, None]],
        vec![[Some(0), Some(1)], [Some(0), Some(1)]],
    ] {
        let last = choices.len() - 1;
        let refusal = refused([0, 1], choices);
        assert!(matches!(refusal, CouplesError::BadChoice { couple: 0, choice, .. } if choice == last), "{refusal}");
    }
}
