//! Blocking pairs of any assignment, and with them the verifier: what has none, and puts nobody where they are not
//! wanted, is stable.
//!
//! Shares no code with the algorithms: it reads the preferences through their public questions and compares each
//! acceptable pair with what both hold.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::couples::Choice;
use super::preferences::Preferences;

/// A person and a position that list each other and both prefer each other to what the assignment gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BlockingPair {
    /// Who would rather be there.
    pub person: u32,
    /// Where they would rather have them.
    pub position: u32,
    /// Whether the position ranks its present holder in the same class, so that only the lottery prefers the
    /// person.
    pub by_lottery: bool,
}

/// What is unstable in an assignment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Blocking {
    /// The blocking pairs, by person, most wanted position first.
    pub pairs: Vec<BlockingPair>,
    /// Assigned pairs `(person, position)` of which at least one does not list the other, by person. Such a holder
    /// counts for less than anybody listed, such a position for less than any wish; no position counts the same.
    pub unlisted: Vec<(u32, u32)>,
}

impl Blocking {
    /// Whether there is nothing unstable.
    pub fn is_stable(&self) -> bool {
        self.pairs.is_empty() && self.unlisted.is_empty()
    }
}

/// Why an assignment is not stable, or not an assignment.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Instability {
    /// The assignment is for another number of people.
    #[error("the assignment is for {found} people, the preferences are for {expected}")]
    WrongLength {
        /// Length of the assignment.
        found: usize,
        /// People in the preferences.
        expected: usize,
    },
    /// A position that does not exist.
    #[error("person {person} is assigned position {position}, but there are only {positions}")]
    NoSuchPosition {
        /// The person.
        person: u32,
        /// The position.
        position: u32,
        /// Number of positions.
        positions: usize,
    },
    /// Two people in one position.
    #[error("position {position} is assigned to person {first} and to person {second}")]
    HeldTwice {
        /// The position.
        position: u32,
        /// One holder.
        first: u32,
        /// The other.
        second: u32,
    },
    /// A pair that does not list each other.
    #[error("person {person} is assigned position {position}, but they do not both list each other")]
    Unlisted {
        /// The person.
        person: u32,
        /// The position.
        position: u32,
    },
    /// A blocking pair.
    #[error("person {person} and position {position} both prefer each other to what they have ({others} more such)")]
    Blocked {
        /// The person.
        person: u32,
        /// The position.
        position: u32,
        /// How many other pairs block.
        others: usize,
    },
    /// A couple that is placed where it, or a position, does not want it.
    #[error("couple {couple} is assigned what is not one of its choices, or a position that does not rank it")]
    CoupleUnlisted {
        /// The couple's index.
        couple: u32,
    },
    /// A couple that blocks.
    #[error(
        "couple {couple} and the positions {choice:?} all prefer each other to what they have ({others} more such)"
    )]
    CoupleBlocked {
        /// The couple's index.
        couple: u32,
        /// The choice that the couple and its positions prefer.
        choice: Choice,
        /// How many other choices of couples block.
        others: usize,
    },
}

/// Proof that an assignment is stable: only [`verify_stable`] and [`verify_stable_with_couples`](crate::verify_stable_with_couples)
/// make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StabilityProof {
    matched: usize,
}

impl StabilityProof {
    /// How many people have a position.
    pub fn matched(&self) -> usize {
        self.matched
    }
}

/// Every blocking pair of any assignment (`position_of` each person), stable or not, within the lists or not.
///
/// # Errors
/// If it is no assignment: [`Instability::WrongLength`], [`Instability::NoSuchPosition`] or
/// [`Instability::HeldTwice`].
pub fn blocking(preferences: &Preferences, position_of: &[Option<u32>]) -> Result<Blocking, Instability> {
    let holder = holders(preferences, position_of)?;
    // The priority a candidate must beat: the holder's, or none if the position is empty or does not rank it.
    let to_beat: Vec<u64> = (0..).zip(&holder).map(|(position, &person)| beat(preferences, position, person)).collect();
    let mut found = Blocking::default();
    for (person, &held) in (0..).zip(position_of) {
        for (position, priority) in preferences.wishes(person).take_while(|&(wish, _)| Some(wish) != held) {
            let present = to_beat[position as usize];
            if let Some(priority) = priority
                && priority < present
            {
                let by_lottery = present != NOBODY && priority >> 32 == present >> 32;
                found.pairs.push(BlockingPair { person, position, by_lottery });
            }
        }
        if let Some(position) = held
            && !preferences.is_acceptable(person, position)
        {
            found.unlisted.push((person, position));
        }
    }
    Ok(found)
}

/// Checks that an assignment is stable.
///
/// # Errors
/// The first [`Instability`] found.
pub fn verify_stable(preferences: &Preferences, position_of: &[Option<u32>]) -> Result<StabilityProof, Instability> {
    proof(&blocking(preferences, position_of)?, position_of)
}

/// The proof, if nothing is unstable.
pub(super) fn proof(found: &Blocking, position_of: &[Option<u32>]) -> Result<StabilityProof, Instability> {
    if let Some(&(person, position)) = found.unlisted.first() {
        return Err(Instability::Unlisted { person, position });
    }
    if let Some(&BlockingPair { person, position, .. }) = found.pairs.first() {
        return Err(Instability::Blocked { person, position, others: found.pairs.len() - 1 });
    }
    Ok(StabilityProof { matched: position_of.iter().flatten().count() })
}

/// The priority that anybody beats.
pub(super) const NOBODY: u64 = u64::MAX;

/// The priority of a position's holder, [`NOBODY`] if it has none or does not rank it.
pub(super) fn beat(preferences: &Preferences, position: u32, holder: Option<u32>) -> u64 {
    holder.and_then(|person| preferences.priority(position, person)).unwrap_or(NOBODY)
}

/// Who holds each position.
pub(super) fn holders(preferences: &Preferences, position_of: &[Option<u32>]) -> Result<Vec<Option<u32>>, Instability> {
    if position_of.len() != preferences.people() {
        return Err(Instability::WrongLength { found: position_of.len(), expected: preferences.people() });
    }
    let positions = preferences.positions();
    let mut holder: Vec<Option<u32>> = vec![None; positions];
    for (person, &held) in (0..).zip(position_of) {
        let Some(position) = held else { continue };
        let Some(slot) = holder.get_mut(position as usize) else {
            return Err(Instability::NoSuchPosition { person, position, positions });
        };
        if let Some(first) = slot.replace(person) {
            return Err(Instability::HeldTwice { position, first, second: person });
        }
    }
    Ok(holder)
}
