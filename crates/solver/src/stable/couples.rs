//! Couples: two people with one joint list, and what blocks an assignment when there are some.
//!
//! With couples a stable matching need not exist (Roth, *The evolution of the labor market for medical interns and
//! residents*, 1984). A couple blocks with a choice it prefers if each position of it is already held by that
//! member, is empty, or prefers the member to its present holder, even if that holder is the partner.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::blocking::{Blocking, Instability, StabilityProof, beat, blocking, holders, proof};
use super::preferences::Preferences;

/// One position for each of the two, or none for one of them.
pub type Choice = [Option<u32>; 2];

/// Two people who are placed together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Couple {
    /// The two; their own wishes must be empty, the joint list stands for them.
    pub people: [u32; 2],
    /// What they accept, most wanted first. That both have no position comes last and is not listed.
    pub choices: Vec<Choice>,
}

impl Couple {
    /// The joint list of two people with a list each who accept only positions at the same place: all such pairs
    /// of wishes, by the sum of the two ranks, then by the lesser sacrifice of the worse off, then by the first
    /// person's rank. `place` tells each position's place by any number.
    ///
    /// # Panics
    /// If a wish names a position that has no place.
    pub fn same_place(people: [u32; 2], wishes: [&[u32]; 2], place: &[u32]) -> Couple {
        let mut ranked = Vec::new();
        for (first_rank, &first) in wishes[0].iter().enumerate() {
            for (second_rank, &second) in wishes[1].iter().enumerate() {
                if first != second && place[first as usize] == place[second as usize] {
                    let key = (first_rank + second_rank, first_rank.max(second_rank), first_rank);
                    ranked.push((key, [Some(first), Some(second)]));
                }
            }
        }
        ranked.sort_unstable_by_key(|&(key, _)| key);
        Couple { people, choices: ranked.into_iter().map(|(_, choice)| choice).collect() }
    }
}

/// Couples that were checked against the preferences they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Couples {
    couples: Vec<Couple>,
    /// Per couple and choice, the priority of each member at its position; nothing if one is not ranked there.
    priority: Vec<Vec<Option<[u64; 2]>>>,
    /// Per person, which couple.
    couple_of: Vec<Option<u32>>,
}

/// Why couples were refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CouplesError {
    /// A member does not exist.
    #[error("couple {couple} names person {person}: there are {people}, so it must be below {people}")]
    NoSuchPerson {
        /// The couple's index.
        couple: usize,
        /// The person named.
        person: u32,
        /// Number of people.
        people: usize,
    },
    /// A person is in two couples, or twice in one.
    #[error("person {person} is named again by couple {couple}: a person belongs to one couple, once")]
    NamedTwice {
        /// The couple's index.
        couple: usize,
        /// The person named twice.
        person: u32,
    },
    /// A member also has wishes of their own.
    #[error("person {person} of couple {couple} also has wishes alone: leave them empty, the joint list counts")]
    OwnWishes {
        /// The couple's index.
        couple: usize,
        /// The person.
        person: u32,
    },
    /// A choice names a position that does not exist, the same one twice, or none at all, or is given twice.
    #[error("choice {choice} of couple {couple}: {fault}")]
    BadChoice {
        /// The couple's index.
        couple: usize,
        /// The choice's place in the joint list, from 0.
        choice: usize,
        /// What is wrong with it.
        fault: &'static str,
    },
}

impl Couples {
    /// Checks couples against preferences.
    ///
    /// # Errors
    /// The first fault found, with the couple's index.
    pub fn new(preferences: &Preferences, couples: Vec<Couple>) -> Result<Couples, CouplesError> {
        let people = preferences.people();
        let mut couple_of = vec![None; people];
        let mut priority = Vec::with_capacity(couples.len());
        for (index, couple) in couples.iter().enumerate() {
            for person in couple.people {
                let Some(slot) = couple_of.get_mut(person as usize) else {
                    return Err(CouplesError::NoSuchPerson { couple: index, person, people });
                };
                if slot.replace(index as u32).is_some() {
                    return Err(CouplesError::NamedTwice { couple: index, person });
                }
                if preferences.wishes(person).len() > 0 {
                    return Err(CouplesError::OwnWishes { couple: index, person });
                }
            }
            check_choices(preferences, index, couple)?;
            let of = |choice: &Choice| {
                let key = |member: usize| match choice[member] {
                    None => Some(0),
                    Some(position) => preferences.priority(position, couple.people[member]),
                };
                Some([key(0)?, key(1)?])
            };
            priority.push(couple.choices.iter().map(of).collect());
        }
        Ok(Couples { couples, priority, couple_of })
    }

    /// The couples.
    pub fn couples(&self) -> &[Couple] {
        &self.couples
    }

    /// Which couple a person belongs to.
    pub fn of(&self, person: u32) -> Option<u32> {
        self.couple_of.get(person as usize).copied().flatten()
    }

    /// A couple's choices in order, each with both members' priorities if both positions rank them.
    pub(super) fn choices(&self, couple: u32) -> impl Iterator<Item = (Choice, Option<[u64; 2]>)> + '_ {
        let priority = self.priority[couple as usize].iter().copied();
        self.couples[couple as usize].choices.iter().copied().zip(priority)
    }
}

fn check_choices(preferences: &Preferences, couple: usize, of: &Couple) -> Result<(), CouplesError> {
    let mut seen = std::collections::HashSet::new();
    for (choice, positions) in of.choices.iter().enumerate() {
        let bad = |fault| Err(CouplesError::BadChoice { couple, choice, fault });
        if positions.iter().flatten().any(|&position| position as usize >= preferences.positions()) {
            return bad("it names a position that does not exist");
        }
        if positions[0] == positions[1] {
            return bad(match positions[0] {
                Some(_) => "two people cannot hold one position",
                None => "that neither has a position always comes last and is not listed",
            });
        }
        if !seen.insert(positions) {
            return bad("it is listed before; keep the first");
        }
    }
    Ok(())
}

/// What is unstable in an assignment with couples.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CouplesBlocking {
    /// Blocking pairs and unlisted assignments of people who are in no couple.
    pub alone: Blocking,
    /// Couples with a choice that they and its positions prefer: `(couple, choice)`, by couple.
    pub couples: Vec<(u32, Choice)>,
    /// Couples whose assignment is not one of their choices, or in positions that do not rank them.
    pub unlisted: Vec<u32>,
}

impl CouplesBlocking {
    /// Blocking pairs and blocking choices together.
    pub fn count(&self) -> usize {
        self.alone.pairs.len() + self.couples.len()
    }

    /// Whether there is nothing unstable.
    pub fn is_stable(&self) -> bool {
        self.alone.is_stable() && self.couples.is_empty() && self.unlisted.is_empty()
    }
}

/// Every blocking pair, and every blocking choice of a couple, of any assignment.
///
/// # Errors
/// If it is no assignment, as [`blocking`].
pub fn blocking_with_couples(
    preferences: &Preferences,
    couples: &Couples,
    position_of: &[Option<u32>],
) -> Result<CouplesBlocking, Instability> {
    let mut alone = blocking(preferences, position_of)?;
    // A member has no wishes alone, so every position it holds looks unlisted there; its couple is judged below.
    alone.unlisted.retain(|&(person, _)| couples.of(person).is_none());
    let holder = holders(preferences, position_of)?;
    let mut found = CouplesBlocking { alone, ..CouplesBlocking::default() };
    for (index, couple) in (0..).zip(couples.couples()) {
        let held = couple.people.map(|person| position_of[person as usize]);
        let mut is_listed = held == [None, None];
        for (choice, priority) in couples.choices(index) {
            if choice == held {
                is_listed = priority.is_some();
                break;
            }
            let Some(priority) = priority else { continue };
            let agrees = |member: usize| match choice[member] {
                None => true,
                Some(position) => {
                    choice[member] == held[member]
                        || priority[member] < beat(preferences, position, holder[position as usize])
                }
            };
            if agrees(0) && agrees(1) {
                found.couples.push((index, choice));
            }
        }
        if !is_listed {
            found.unlisted.push(index);
        }
    }
    Ok(found)
}

/// Checks that an assignment is stable, couples included.
///
/// # Errors
/// The first [`Instability`] found.
pub fn verify_stable_with_couples(
    preferences: &Preferences,
    couples: &Couples,
    position_of: &[Option<u32>],
) -> Result<StabilityProof, Instability> {
    let found = blocking_with_couples(preferences, couples, position_of)?;
    if let Some(&couple) = found.unlisted.first() {
        return Err(Instability::CoupleUnlisted { couple });
    }
    if let Some(&(couple, choice)) = found.couples.first() {
        return Err(Instability::CoupleBlocked { couple, choice, others: found.couples.len() - 1 });
    }
    proof(&found.alone, position_of)
}
