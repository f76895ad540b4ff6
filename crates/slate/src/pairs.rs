//! Which mover may take which opening, and at what cost: every pair that passes all rules, found without looking at
//! every pair. People of one profile and billets of one kind are compared once; what is left is checked by its dates.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::cost::{Roads, amounts, points};
use crate::ground::Ground;
use crate::movers::{MoverFacts, Profile};
use crate::openings::{Kind, OpeningFacts};
use crate::pair::Pair;
use crate::rules::{RULES, Sieve};

/// Everything a slate is computed from.
pub(crate) struct Field<'w> {
    pub(crate) ground: Ground<'w>,
    pub(crate) movers: Vec<MoverFacts<'w>>,
    pub(crate) openings: Vec<OpeningFacts<'w>>,
    pub(crate) roads: Roads,
}

impl<'w> Field<'w> {
    /// Derives the movers and openings of a cycle.
    pub(crate) fn new(ground: Ground<'w>) -> Self {
        let movers = crate::movers::derive(&ground);
        let openings = crate::openings::derive(&ground);
        Self { movers, openings, roads: Roads::new(ground.world), ground }
    }

    /// The pair of a mover and an opening by their places in the lists.
    pub(crate) fn pair(&self, mover: usize, opening: usize) -> Pair<'_, 'w> {
        Pair::new(&self.ground, &self.movers[mover], &self.openings[opening])
    }

    /// The points of a pair.
    pub(crate) fn cost(&self, pair: &Pair<'_, 'w>) -> i64 {
        points(&self.ground.levers, &amounts(pair, &self.roads))
    }

    /// Every eligible pair `(mover, opening, points)`, by rising mover, then opening.
    pub(crate) fn eligible(&self) -> Vec<(u32, u32, i64)> {
        self.sieved(&Sieve::new(&self.ground.levers))
    }

    /// The same under a sieve of other rules.
    pub(crate) fn sieved(&self, sieve: &Sieve) -> Vec<(u32, u32, i64)> {
        let waived = self.waived(sieve.left_out);
        let candidates = self.candidates(sieve);
        let rows: Vec<Vec<(u32, u32, i64)>> = (0..self.movers.len() as u32)
            .into_par_iter()
            .map(|index| {
                let mover = &self.movers[index as usize];
                let mut row: Vec<(u32, u32, i64)> = if sieve.mover(mover) {
                    candidates[&mover.profile]
                        .iter()
                        .map(|opening| (*opening, self.pair(index as usize, *opening as usize)))
                        .filter(|(_, pair)| sieve.pair(pair))
                        .map(|(opening, pair)| (index, opening, self.cost(&pair)))
                        .collect()
                } else {
                    Vec::new()
                };
                for opening in waived.iter().filter(|(person, _)| *person == index).map(|(_, opening)| *opening) {
                    if let Err(place) = row.binary_search_by_key(&opening, |(_, held, _)| *held) {
                        row.insert(place, (index, opening, self.cost(&self.pair(index as usize, opening as usize))));
                    }
                }
                row
            })
            .collect();
        rows.concat()
    }

    /// Pairs that pass every rule with the help of a waiver. There are few waivers, so each is compared slowly.
    fn waived(&self, left_out: Option<&str>) -> Vec<(u32, u32)> {
        let place = |(person, billet)| {
            let mover = self.movers.binary_search_by_key(&person, |facts| facts.mover.person).ok()?;
            let opening = self.openings.binary_search_by_key(&billet, |facts| facts.opening.billet).ok()?;
            let pair = self.pair(mover, opening);
            RULES
                .iter()
                .all(|rule| Some(rule.id) == left_out || rule.holds(&pair))
                .then_some((mover as u32, opening as u32))
        };
        let mut waived: Vec<(u32, u32)> = self.ground.waived_pairs().filter_map(place).collect();
        waived.sort_unstable();
        waived
    }

    /// The openings that people of each profile may take as far as profile and billet decide, by rising place.
    fn candidates(&self, sieve: &Sieve) -> BTreeMap<Profile<'w>, Vec<u32>> {
        let mut kinds: BTreeMap<Kind<'w>, Vec<u32>> = BTreeMap::new();
        for (index, facts) in (0..).zip(&self.openings).filter(|(_, facts)| sieve.opening(facts)) {
            kinds.entry(facts.kind).or_default().push(index);
        }
        let mut candidates = BTreeMap::new();
        for mover in &self.movers {
            candidates.entry(mover.profile).or_insert_with_key(|profile| {
                let fitting = kinds.iter().filter(|(kind, _)| sieve.profile(&self.ground.levers, profile, kind));
                let mut openings: Vec<u32> = fitting.flat_map(|(_, openings)| openings).copied().collect();
                openings.sort_unstable();
                openings
            });
        }
        candidates
    }
}
