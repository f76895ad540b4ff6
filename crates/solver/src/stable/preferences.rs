//! What each side wants: people's ranked lists, positions' rankings in classes, and one lottery between equals.
//!
//! Checked once when built; behind it every order is strict. Never holds an assignment.

use thiserror::Error;

use super::lottery::Lottery;
use super::stated::{check_counts, flatten_rankings, flatten_wishes};

/// A key that no ranked person has.
const UNRANKED: u64 = u64::MAX;

/// A rank that no wished position has.
const UNWISHED: u32 = u32::MAX;

/// Both sides' preferences, strict after the lottery.
///
/// A person wishes for positions in order, most wanted first. A position puts people into priority classes, 0
/// first; within a class the [`Lottery`] decides. A pair is *acceptable* when each lists the other; only
/// acceptable pairs are ever matched or counted as blocking. A position that would take anybody eligible must
/// say so by ranking them in a last class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    lottery: Lottery,
    /// Person `i` owns the wishes `wish_start[i]..wish_start[i + 1]`, most wanted first.
    wish_start: Vec<u32>,
    wish: Vec<u32>,
    /// Per wish, where the position ranks the person; [`UNRANKED`] if it does not.
    wish_key: Vec<u64>,
    /// Position `j` owns the entries `ranked_start[j]..ranked_start[j + 1]`, best first.
    ranked_start: Vec<u32>,
    ranked: Vec<u32>,
    ranked_key: Vec<u64>,
    /// Per ranked person, which of the person's wishes the position is; [`UNWISHED`] if it is none.
    ranked_wish: Vec<u32>,
}

/// Why preferences were refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PreferencesError {
    /// The lottery was drawn for another number of people.
    #[error("the lottery was drawn for {drawn} people, but {people} have wishes: draw it for all of them")]
    LotterySize {
        /// People in the lottery.
        drawn: usize,
        /// People with a list of wishes, even an empty one.
        people: usize,
    },
    /// A wish names a position that does not exist.
    #[error("person {person} wishes for position {position}: there are {positions}, so it must be below {positions}")]
    NoSuchPosition {
        /// Who wishes.
        person: u32,
        /// The position named.
        position: u32,
        /// Number of positions.
        positions: usize,
    },
    /// A ranking names a person that does not exist.
    #[error("position {position} ranks person {person}: there are {people}, so it must be below {people}")]
    NoSuchPerson {
        /// The position that ranks.
        position: u32,
        /// The person named.
        person: u32,
        /// Number of people.
        people: usize,
    },
    /// A person wishes for the same position twice.
    #[error("person {person} wishes for position {position} more than once; keep the first")]
    WishedTwice {
        /// Who wishes.
        person: u32,
        /// The position named twice.
        position: u32,
    },
    /// A position ranks the same person twice.
    #[error("position {position} ranks person {person} more than once; keep one class")]
    RankedTwice {
        /// The position that ranks.
        position: u32,
        /// The person ranked twice.
        person: u32,
    },
    /// A priority class is too large for the key.
    #[error(
        "position {position} puts person {person} into class {class}: classes go up to {}",
        Preferences::LAST_CLASS
    )]
    ClassTooLarge {
        /// The position that ranks.
        position: u32,
        /// The person ranked.
        person: u32,
        /// The class given.
        class: u32,
    },
    /// More people, positions or entries than a 32-bit index can name.
    #[error("{count} {what}: at most {limit} fit the index", limit = u32::MAX - 1)]
    TooMany {
        /// `people`, `positions`, `wishes` or `ranked people`.
        what: &'static str,
        /// How many were given.
        count: usize,
    },
}

impl Preferences {
    /// The last priority class there is.
    pub const LAST_CLASS: u32 = u32::MAX - 1;

    /// Builds preferences from each person's wishes, most wanted first, and each position's ranking as `(person,
    /// class)` in any order, class 0 best. To state a strict ranking, number the classes 0, 1, 2 and so on.
    ///
    /// # Errors
    /// The first fault found: an index out of range, an entry given twice, a lottery of another size.
    pub fn new(
        wishes: &[Vec<u32>],
        rankings: &[Vec<(u32, u32)>],
        lottery: Lottery,
    ) -> Result<Preferences, PreferencesError> {
        check_counts(wishes, rankings)?;
        if lottery.place().len() != wishes.len() {
            return Err(PreferencesError::LotterySize { drawn: lottery.place().len(), people: wishes.len() });
        }
        let (wish_start, wish) = flatten_wishes(wishes, rankings.len())?;
        let (ranked_start, entries) = flatten_rankings(rankings, &lottery)?;
        let (ranked_key, ranked): (Vec<u64>, Vec<u32>) = entries.into_iter().unzip();
        let mut preferences = Preferences {
            wish_key: vec![UNRANKED; wish.len()],
            ranked_wish: vec![UNWISHED; ranked.len()],
            lottery,
            wish_start,
            wish,
            ranked_start,
            ranked,
            ranked_key,
        };
        preferences.cross();
        Ok(preferences)
    }

    /// Tells each wish where the position ranks the person, and each ranking which wish of the person it is.
    fn cross(&mut self) {
        // Wishes grouped by position, so that one position's ranking at a time is looked up.
        let mut next = vec![0_u32; self.positions() + 1];
        for &position in &self.wish {
            next[position as usize + 1] += 1;
        }
        for position in 0..self.positions() {
            next[position + 1] += next[position];
        }
        let start = next.clone();
        let mut wisher = vec![(0_u32, 0_u32); self.wish.len()];
        for person in 0..self.people() {
            for entry in self.wish_start[person]..self.wish_start[person + 1] {
                let slot = &mut next[self.wish[entry as usize] as usize];
                wisher[*slot as usize] = (person as u32, entry);
                *slot += 1;
            }
        }
        let mut ranked_at = vec![u32::MAX; self.people()];
        for position in 0..self.positions() {
            let ranked = self.ranked_start[position]..self.ranked_start[position + 1];
            for entry in ranked.clone() {
                ranked_at[self.ranked[entry as usize] as usize] = entry;
            }
            for &(person, wish) in &wisher[start[position] as usize..start[position + 1] as usize] {
                let at = ranked_at[person as usize];
                if at != u32::MAX {
                    self.wish_key[wish as usize] = self.ranked_key[at as usize];
                    self.ranked_wish[at as usize] = wish - self.wish_start[person as usize];
                }
            }
            for entry in ranked {
                ranked_at[self.ranked[entry as usize] as usize] = u32::MAX;
            }
        }
    }

    /// Number of people.
    pub fn people(&self) -> usize {
        self.wish_start.len() - 1
    }

    /// Number of positions.
    pub fn positions(&self) -> usize {
        self.ranked_start.len() - 1
    }

    /// The lottery that broke the ties.
    pub fn lottery(&self) -> &Lottery {
        &self.lottery
    }

    /// Number of acceptable pairs.
    pub fn acceptable(&self) -> usize {
        self.wish_key.iter().filter(|&&key| key != UNRANKED).count()
    }

    /// A person's wishes, most wanted first, each with the person's priority there if the position ranks the
    /// person: the lower the number, the better. Priorities compare within one position only.
    ///
    /// # Panics
    /// If the person does not exist.
    pub fn wishes(&self, person: u32) -> impl ExactSizeIterator<Item = (u32, Option<u64>)> + '_ {
        let range = self.wish_range(person);
        let key = self.wish_key[range.clone()].iter().map(|&key| (key != UNRANKED).then_some(key));
        self.wish[range].iter().copied().zip(key)
    }

    /// The people a position ranks, best first, each with its place in the person's wishes, from 0, if the person
    /// wishes for the position.
    ///
    /// # Panics
    /// If the position does not exist.
    pub fn ranking(&self, position: u32) -> impl ExactSizeIterator<Item = (u32, Option<u32>)> + '_ {
        let range = self.ranked_range(position);
        let wish = self.ranked_wish[range.clone()].iter().map(|&wish| (wish != UNWISHED).then_some(wish));
        self.ranked[range].iter().copied().zip(wish)
    }

    /// Which wish of the person a position is, from 0; nothing if the person does not wish for it.
    ///
    /// # Panics
    /// If the person does not exist.
    pub fn wish_rank(&self, person: u32, position: u32) -> Option<u32> {
        self.wish[self.wish_range(person)].iter().position(|&wish| wish == position).map(|rank| rank as u32)
    }

    /// The person's priority at a position, lower is better; nothing if the position does not rank the person.
    /// The upper 32 bits are the class, the lower the place in the lottery.
    ///
    /// # Panics
    /// If the position does not exist.
    pub fn priority(&self, position: u32, person: u32) -> Option<u64> {
        let range = self.ranked_range(position);
        let at = self.ranked[range.clone()].iter().position(|&ranked| ranked == person)?;
        Some(self.ranked_key[range][at])
    }

    /// Whether each lists the other.
    pub fn is_acceptable(&self, person: u32, position: u32) -> bool {
        self.wishes(person).any(|(wish, key)| wish == position && key.is_some())
    }

    fn wish_range(&self, person: u32) -> std::ops::Range<usize> {
        self.wish_start[person as usize] as usize..self.wish_start[person as usize + 1] as usize
    }

    fn ranked_range(&self, position: u32) -> std::ops::Range<usize> {
        self.ranked_start[position as usize] as usize..self.ranked_start[position as usize + 1] as usize
    }
}
