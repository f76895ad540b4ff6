//! A stable matching with couples: the sequential search of Roth and Peranson (*The redesign of the matching market
//! for American physicians*, 1999), and for small instances an exhaustive one that proves when there is none.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::accept::{StableMatching, inverse};
use super::couples::{Choice, Couples, CouplesBlocking, blocking_with_couples};
use super::exhaustive::{Exhausted, exhaust};
use super::lottery::SplitMix64;
use super::preferences::Preferences;

/// Bounds on the search for a stable matching with couples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CouplesLimits {
    /// How many times the search starts again with the couples in another order.
    pub attempts: u32,
    /// How often one couple may propose in one attempt. A couple that proposes more often goes in circles; it is
    /// left out for the rest of the attempt, so that the others settle.
    pub turns: u32,
    /// How often people and couples may be considered in one attempt, as a multiple of the number of people.
    pub rounds: u32,
    /// Partial assignments that the exhaustive search may look at once every attempt failed. Zero leaves it out.
    pub exhaustive: u64,
}

impl Default for CouplesLimits {
    fn default() -> CouplesLimits {
        CouplesLimits { attempts: 20, turns: 20, rounds: 50, exhaustive: 200_000 }
    }
}

/// What the search ended with. Whatever is called stable was verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CouplesAnswer {
    /// A stable matching.
    Stable(StableMatching),
    /// Every assignment was ruled out: there is no stable matching.
    NoneExists {
        /// Partial assignments looked at.
        searched: u64,
        /// The least unstable assignment met.
        closest: Closest,
    },
    /// None was found; whether there is one is not known.
    NotFound {
        /// How often a person or couple was considered, over all attempts.
        steps: u64,
        /// The least unstable assignment met.
        closest: Closest,
    },
}

/// An assignment that is not stable, with what blocks it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closest {
    /// The position of each person, or nothing.
    pub position_of: Vec<Option<u32>>,
    /// What blocks it.
    pub blocking: CouplesBlocking,
}

/// Looks for a stable matching with couples. Without couples it is the person-optimal one.
///
/// People in no couple propose first; then couples enter one by one. Whoever loses a position proposes anew from the
/// top of the list, and a position left behind by a couple is offered to all who would rather have it. When nobody
/// waits any more, the matching is stable. A couple may go in circles: then it is left out, and another order of
/// couples, drawn from the lottery's seed, is tried; the least unstable end is kept.
pub fn stable_with_couples(preferences: &Preferences, couples: &Couples, limits: &CouplesLimits) -> CouplesAnswer {
    let mut closest: Option<Closest> = None;
    let mut steps = 0;
    let mut random = SplitMix64(preferences.lottery().seed());
    let mut order: Vec<u32> = (0..couples.couples().len() as u32).collect();
    for attempt in 0..limits.attempts.max(1) {
        if attempt > 0 {
            for last in (1..order.len()).rev() {
                order.swap(last, random.below(last as u64 + 1) as usize);
            }
        }
        let mut market = Market::new(preferences, couples, limits.turns.max(1));
        let agents = preferences.people() as u64;
        steps += market.settle(&order, agents.saturating_mul(limits.rounds.into()).max(1));
        let blocking = blocking_with_couples(preferences, couples, &market.position_of)
            .expect("the search moves one person into one position at a time");
        if blocking.is_stable() {
            let Market { position_of, person_of, .. } = market;
            return CouplesAnswer::Stable(StableMatching { position_of, person_of });
        }
        let badness = |blocking: &CouplesBlocking| (blocking.unlisted.len(), blocking.count());
        if closest.as_ref().is_none_or(|best| badness(&blocking) < badness(&best.blocking)) {
            closest = Some(Closest { position_of: market.position_of, blocking });
        }
    }
    let closest = closest.expect("at least one attempt was made");
    match exhaust(preferences, couples, limits.exhaustive) {
        Exhausted::Found(position_of) => {
            let person_of = inverse(preferences.positions(), &position_of);
            CouplesAnswer::Stable(StableMatching { position_of, person_of })
        }
        Exhausted::Nothing(searched) => CouplesAnswer::NoneExists { searched, closest },
        Exhausted::OutOfWork => CouplesAnswer::NotFound { steps, closest },
    }
}

/// The assignment while it is searched, and who still waits to propose.
struct Market<'a> {
    preferences: &'a Preferences,
    couples: &'a Couples,
    position_of: Vec<Option<u32>>,
    person_of: Vec<Option<u32>>,
    /// Per position, the holder's priority, or one that anybody beats.
    held: Vec<u64>,
    /// Per person, whether it waits; of a couple, the first member stands for both.
    waits: Vec<bool>,
    alone: Vec<u32>,
    pairs: VecDeque<u32>,
    /// Couples with a choice that names the position.
    wanted_by: Vec<Vec<u32>>,
    /// Per couple, how often it may still propose.
    turns: Vec<u32>,
}

impl<'a> Market<'a> {
    fn new(preferences: &'a Preferences, couples: &'a Couples, turns: u32) -> Market<'a> {
        let (people, positions) = (preferences.people(), preferences.positions());
        let mut wanted_by: Vec<Vec<u32>> = vec![Vec::new(); positions];
        for (index, couple) in (0..).zip(couples.couples()) {
            for &position in couple.choices.iter().flatten().flatten() {
                let wanted = &mut wanted_by[position as usize];
                if wanted.last() != Some(&index) {
                    wanted.push(index);
                }
            }
        }
        Market {
            preferences,
            couples,
            position_of: vec![None; people],
            person_of: vec![None; positions],
            held: vec![u64::MAX; positions],
            waits: vec![false; people],
            alone: Vec::new(),
            pairs: VecDeque::new(),
            wanted_by,
            turns: vec![turns; couples.couples().len()],
        }
    }

    /// Lets all propose until nobody waits or the steps are used up; returns the steps taken.
    fn settle(&mut self, order: &[u32], most: u64) -> u64 {
        for person in (0..self.position_of.len() as u32).rev() {
            self.call(person);
        }
        // Calling people called their couples too; they enter in the order asked for.
        self.pairs = order.iter().copied().collect();
        for steps in 0..most {
            if let Some(person) = self.alone.pop() {
                self.waits[person as usize] = false;
                self.propose_alone(person);
            } else if let Some(couple) = self.pairs.pop_front() {
                self.waits[self.couples.couples()[couple as usize].people[0] as usize] = false;
                self.propose_together(couple);
            } else {
                return steps;
            }
        }
        most
    }

    /// Puts a person, or the couple it belongs to, among those who wait.
    fn call(&mut self, person: u32) {
        let couple = self.couples.of(person);
        let stands_for = couple.map_or(person, |couple| self.couples.couples()[couple as usize].people[0]);
        if !std::mem::replace(&mut self.waits[stands_for as usize], true) {
            match couple {
                Some(couple) => self.pairs.push_back(couple),
                None => self.alone.push(person),
            }
        }
    }

    fn propose_alone(&mut self, person: u32) {
        let present = self.position_of[person as usize];
        let preferences = self.preferences;
        let better = preferences.wishes(person).take_while(|&(wish, _)| Some(wish) != present);
        let taken = better.filter_map(|(wish, key)| Some((wish, key?))).find(|&(wish, key)| self.prefers(wish, key));
        if let Some((position, key)) = taken {
            self.leave(person);
            self.enter(person, position, key);
            if let Some(left) = present {
                self.offer(left);
            }
        }
    }

    fn propose_together(&mut self, couple: u32) {
        let Some(left) = self.turns[couple as usize].checked_sub(1) else { return };
        self.turns[couple as usize] = left;
        let (couples, people) = (self.couples, self.couples.couples()[couple as usize].people);
        let present = people.map(|person| self.position_of[person as usize]);
        let agrees = |choice: &Choice, key: &[u64; 2], member: usize| {
            choice[member] == present[member]
                || choice[member].is_none_or(|position| self.prefers(position, key[member]))
        };
        let better = couples.choices(couple).take_while(|&(choice, _)| choice != present);
        let taken = (better.filter_map(|(choice, key)| Some((choice, key?))))
            .find(|(choice, key)| agrees(choice, key, 0) && agrees(choice, key, 1));
        let Some((choice, key)) = taken else { return };
        for person in people {
            self.leave(person);
        }
        for member in [0, 1] {
            if let Some(position) = choice[member] {
                self.enter(people[member], position, key[member]);
            }
        }
        for left in present.into_iter().flatten() {
            self.offer(left);
        }
    }

    fn prefers(&self, position: u32, key: u64) -> bool {
        key < self.held[position as usize]
    }

    fn leave(&mut self, person: u32) {
        if let Some(position) = self.position_of[person as usize].take() {
            self.person_of[position as usize] = None;
            self.held[position as usize] = u64::MAX;
        }
    }

    /// Gives a position to a person; whoever held it waits again, and so does its partner, who leaves too.
    fn enter(&mut self, person: u32, position: u32, key: u64) {
        if let Some(displaced) = self.person_of[position as usize] {
            self.leave(displaced);
            self.call(displaced);
            if let Some(couple) = self.couples.of(displaced) {
                for partner in self.couples.couples()[couple as usize].people {
                    let left = self.position_of[partner as usize];
                    self.leave(partner);
                    left.into_iter().for_each(|left| self.offer(left));
                }
            }
        }
        self.person_of[position as usize] = Some(person);
        self.position_of[person as usize] = Some(position);
        self.held[position as usize] = key;
    }

    /// Calls all who list a position, if it is empty: it now takes whom it refused before.
    fn offer(&mut self, position: u32) {
        if self.person_of[position as usize].is_some() {
            return;
        }
        let preferences = self.preferences;
        // Who is called last proposes first: the best, so that the others find the position filled.
        for (person, wish) in preferences.ranking(position).collect::<Vec<_>>().into_iter().rev() {
            let Some(wish) = wish else { continue };
            let present = self.position_of[person as usize];
            let rank = present.and_then(|present| preferences.wish_rank(person, present));
            if rank.is_none_or(|rank| wish < rank) {
                self.call(person);
            }
        }
        for couple in self.wanted_by[position as usize].clone() {
            self.call(self.couples.couples()[couple as usize].people[0]);
        }
    }
}
