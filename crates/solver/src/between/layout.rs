//! Costs and preferences side by side: which wish and which ranking each allowed pair is.
//!
//! Read once from the instance; everything between the least cost and stability counts on these arrays.

use thiserror::Error;

use crate::problem::{Problem, ProblemError};
use crate::stable::Preferences;

/// No such entry.
pub(super) const NONE: u32 = u32::MAX;

/// Costs and preferences that do not belong together.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TradeError {
    /// Another number of people or positions.
    #[error("the costs are for {costs} {what}, the preferences for {preferences}: both must name the same")]
    WrongSize {
        /// `people` or `positions`.
        what: &'static str,
        /// How many the costs know.
        costs: usize,
        /// How many the preferences know.
        preferences: usize,
    },
    /// An acceptable pair that the costs forbid.
    #[error("person {person} and position {position} list each other, but the costs do not allow the pair")]
    Forbidden {
        /// The person.
        person: u32,
        /// The position.
        position: u32,
    },
    /// Prices for blocking pairs make the costs too large for exact arithmetic.
    #[error("with prices for blocking pairs: {0}")]
    TooLarge(#[from] ProblemError),
}

/// An allowed pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) person: u32,
    pub(super) position: u32,
    pub(super) cost: i64,
    /// The person's wish for the position, or [`NONE`].
    pub(super) wish: u32,
    /// The position's entry for the person, or [`NONE`].
    pub(super) ranked: u32,
}

/// One entry of a person's list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    pub(super) position: u32,
    /// Where the position ranks the person, lower is better; the largest number if it does not.
    pub(super) key: u64,
    /// The position's entry for the person, or [`NONE`].
    pub(super) ranked: u32,
}

/// The instance in flat arrays.
pub(super) struct Layout<'a> {
    pub(super) problem: &'a Problem,
    pub(super) preferences: &'a Preferences,
    /// Allowed pairs, by person, then position.
    pub(super) pairs: Vec<Pair>,
    pair_start: Vec<u32>,
    pub(super) wishes: Vec<Wish>,
    pub(super) wish_start: Vec<u32>,
    /// Per entry of a position's ranking, best first: the person and its wish, or [`NONE`].
    pub(super) ranked: Vec<(u32, u32)>,
    pub(super) ranked_start: Vec<u32>,
    /// Whether some allowed pair is listed by one side alone.
    pub(super) one_sided: bool,
}

impl<'a> Layout<'a> {
    pub(super) fn new(problem: &'a Problem, preferences: &'a Preferences) -> Result<Layout<'a>, TradeError> {
        for (what, costs, preferences) in [
            ("people", problem.people(), preferences.people()),
            ("positions", problem.positions(), preferences.positions()),
        ] {
            if costs != preferences {
                return Err(TradeError::WrongSize { what, costs, preferences });
            }
        }
        let (wish_start, mut wishes) = wishes_of(preferences);
        let (ranked_start, ranked) = rankings_of(preferences, &wish_start);
        for (entry, &(_, wish)) in (0..).zip(&ranked) {
            if wish != NONE {
                wishes[wish as usize].ranked = entry;
            }
        }
        let mut layout = Layout {
            problem,
            preferences,
            pairs: Vec::with_capacity(problem.pairs()),
            pair_start: vec![0],
            wishes,
            wish_start,
            ranked,
            ranked_start,
            one_sided: false,
        };
        layout.match_wishes()?;
        layout.match_rankings();
        layout.one_sided = layout.pairs.iter().any(|pair| (pair.wish == NONE) != (pair.ranked == NONE));
        Ok(layout)
    }

    /// Lists the pairs, each with the person's wish it is.
    fn match_wishes(&mut self) -> Result<(), TradeError> {
        let mut wish_for = vec![NONE; self.problem.positions()];
        for person in 0..self.problem.people() as u32 {
            let own = self.wish_range(person);
            for entry in own.clone() {
                wish_for[self.wishes[entry].position as usize] = entry as u32;
            }
            for (position, cost) in self.problem.positions_for(person) {
                let wish = std::mem::replace(&mut wish_for[position as usize], NONE);
                self.pairs.push(Pair { person, position, cost, wish, ranked: NONE });
            }
            self.pair_start.push(self.pairs.len() as u32);
            for entry in own {
                let Wish { position, ranked, .. } = self.wishes[entry];
                let left_over = std::mem::replace(&mut wish_for[position as usize], NONE) != NONE;
                if left_over && ranked != NONE {
                    return Err(TradeError::Forbidden { person, position });
                }
            }
        }
        Ok(())
    }

    /// Gives each pair the position's entry it is. Rows are by rising position, so a cursor a row is enough.
    fn match_rankings(&mut self) {
        let mut cursor: Vec<u32> = self.pair_start.clone();
        let mut entry_for = vec![NONE; self.problem.people()];
        for position in 0..self.problem.positions() as u32 {
            let own = self.ranked_range(position);
            for entry in own.clone() {
                entry_for[self.ranked[entry].0 as usize] = entry as u32;
            }
            for (person, _) in self.problem.people_for(position) {
                let pair = &mut cursor[person as usize];
                self.pairs[*pair as usize].ranked = entry_for[person as usize];
                *pair += 1;
            }
            for entry in own {
                entry_for[self.ranked[entry].0 as usize] = NONE;
            }
        }
    }

    pub(super) fn wish_range(&self, person: u32) -> std::ops::Range<usize> {
        self.wish_start[person as usize] as usize..self.wish_start[person as usize + 1] as usize
    }

    pub(super) fn ranked_range(&self, position: u32) -> std::ops::Range<usize> {
        self.ranked_start[position as usize] as usize..self.ranked_start[position as usize + 1] as usize
    }

    /// The allowed pair of a person and a position.
    pub(super) fn pair(&self, person: u32, position: u32) -> Option<Pair> {
        let row = self.pair_start[person as usize] as usize..self.pair_start[person as usize + 1] as usize;
        let row = &self.pairs[row];
        row.binary_search_by_key(&position, |pair| pair.position).ok().map(|at| row[at])
    }
}

fn wishes_of(preferences: &Preferences) -> (Vec<u32>, Vec<Wish>) {
    let (mut start, mut wishes) = (vec![0], Vec::new());
    for person in 0..preferences.people() as u32 {
        wishes.extend(preferences.wishes(person).map(|(position, key)| Wish {
            position,
            key: key.unwrap_or(u64::MAX),
            ranked: NONE,
        }));
        start.push(wishes.len() as u32);
    }
    (start, wishes)
}

fn rankings_of(preferences: &Preferences, wish_start: &[u32]) -> (Vec<u32>, Vec<(u32, u32)>) {
    let (mut start, mut ranked) = (vec![0], Vec::new());
    for position in 0..preferences.positions() as u32 {
        ranked.extend(
            preferences
                .ranking(position)
                .map(|(person, wish)| (person, wish.map_or(NONE, |wish| wish_start[person as usize] + wish))),
        );
        start.push(ranked.len() as u32);
    }
    (start, ranked)
}
