//! Deferred acceptance from either side (Gale and Shapley, *College admissions and the stability of marriage*,
//! 1962): each proposes down its list, each proposed to keeps the best so far.

use serde::{Deserialize, Serialize};

use super::blocking::verify_stable;
use super::preferences::Preferences;

/// A stable matching, verified before it was handed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StableMatching {
    /// The position of each person, or nothing.
    pub position_of: Vec<Option<u32>>,
    /// The person in each position, or nothing.
    pub person_of: Vec<Option<u32>>,
}

impl StableMatching {
    /// How many people have a position. All stable matchings agree on who they are (the rural hospitals theorem,
    /// Roth 1986).
    pub fn matched(&self) -> usize {
        self.position_of.iter().flatten().count()
    }
}

/// The stable matching that is best for every person at once: nobody has a better position in any other. People
/// propose, and no person gains by misstating wishes (Dubins and Freedman 1981, Roth 1982), as long as all
/// acceptable positions may be listed.
pub fn person_optimal(preferences: &Preferences) -> StableMatching {
    let mut person_of: Vec<Option<u32>> = vec![None; preferences.positions()];
    let mut held = vec![u64::MAX; preferences.positions()];
    let mut next = vec![0_usize; preferences.people()];
    for first in 0..preferences.people() as u32 {
        let mut proposer = Some(first);
        while let Some(person) = proposer {
            proposer = None;
            for (position, key) in preferences.wishes(person).skip(next[person as usize]) {
                next[person as usize] += 1;
                let seat = position as usize;
                if let Some(key) = key
                    && key < held[seat]
                {
                    held[seat] = key;
                    proposer = person_of[seat].replace(person);
                    break;
                }
            }
        }
    }
    checked(preferences, matching(preferences.people(), person_of))
}

/// The stable matching that is best for every position at once, and worst for every person.
pub fn position_optimal(preferences: &Preferences) -> StableMatching {
    let mut position_of: Vec<Option<u32>> = vec![None; preferences.people()];
    let mut held = vec![u32::MAX; preferences.people()];
    let mut next = vec![0_usize; preferences.positions()];
    for first in 0..preferences.positions() as u32 {
        let mut proposer = Some(first);
        while let Some(position) = proposer {
            proposer = None;
            for (person, wish) in preferences.ranking(position).skip(next[position as usize]) {
                next[position as usize] += 1;
                if let Some(wish) = wish
                    && wish < held[person as usize]
                {
                    held[person as usize] = wish;
                    proposer = position_of[person as usize].replace(position);
                    break;
                }
            }
        }
    }
    let person_of = inverse(preferences.positions(), &position_of);
    checked(preferences, StableMatching { position_of, person_of })
}

/// Both directions of who is where, from one.
pub(super) fn matching(people: usize, person_of: Vec<Option<u32>>) -> StableMatching {
    StableMatching { position_of: inverse(people, &person_of), person_of }
}

/// Who holds each, from what each holds.
pub(crate) fn inverse(size: usize, held: &[Option<u32>]) -> Vec<Option<u32>> {
    let mut holder = vec![None; size];
    for (node, &other) in (0..).zip(held) {
        if let Some(other) = other {
            holder[other as usize] = Some(node);
        }
    }
    holder
}

/// INVARIANT: deferred acceptance ends in a stable matching; an answer that is not one is a defect of this crate and
/// must not leave it.
fn checked(preferences: &Preferences, answer: StableMatching) -> StableMatching {
    verify_stable(preferences, &answer.position_of).expect("deferred acceptance ends in a stable matching");
    answer
}
