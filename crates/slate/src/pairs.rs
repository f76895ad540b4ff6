//! Which mover may take which opening, and at what cost: every pair that passes all rules, found without looking at
//! every pair. People of one profile and billets of one kind are compared once; what is left is checked by its dates.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::cost::{Amounts, Roads, amounts, points};
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
    /// Movers that are not offered, by place; empty where everybody is.
    pub(crate) withheld: Vec<bool>,
}

impl<'w> Field<'w> {
    /// Derives the movers and openings of a cycle.
    pub(crate) fn new(ground: Ground<'w>) -> Self {
        let movers = crate::movers::derive(&ground);
        let openings = crate::openings::derive(&ground);
        Self { movers, openings, roads: Roads::new(ground.world), withheld: Vec::new(), ground }
    }

    /// The pair of a mover and an opening by their places in the lists.
    pub(crate) fn pair(&self, mover: usize, opening: usize) -> Pair<'_, 'w> {
        Pair::new(&self.ground, &self.movers[mover], &self.openings[opening])
    }

    /// How much there is of each thing that the levers price.
    pub(crate) fn amounts(&self, mover: usize, opening: usize) -> Amounts {
        amounts(&self.pair(mover, opening), &self.roads)
    }

    /// The points of a pair.
    pub(crate) fn cost(&self, mover: usize, opening: usize) -> i64 {
        points(&self.ground.levers, &self.amounts(mover, opening))
    }

    /// The openings that every rule allows each mover, by rising place.
    pub(crate) fn eligible(&self) -> Vec<Vec<u32>> {
        self.sieved(&Sieve::new(&self.ground.levers))
    }

    /// The same under a sieve of other rules.
    pub(crate) fn sieved(&self, sieve: &Sieve) -> Vec<Vec<u32>> {
        let waived = self.waived(sieve.left_out);
        let candidates = self.candidates(sieve);
        (0..self.movers.len())
            .into_par_iter()
            .map(|index| {
                if self.withheld.get(index) == Some(&true) {
                    return Vec::new();
                }
                let mover = &self.movers[index];
                let mut row: Vec<u32> = if sieve.mover(mover) {
                    let fitting = candidates[&mover.profile].iter().copied();
                    fitting.filter(|opening| sieve.pair(&self.pair(index, *opening as usize))).collect()
                } else {
                    Vec::new()
                };
                for (_, opening) in waived.iter().filter(|(person, _)| *person as usize == index) {
                    if let Err(place) = row.binary_search(opening) {
                        row.insert(place, *opening);
                    }
                }
                row
            })
            .collect()
    }

    /// These openings of each mover with the points of each pair, by rising mover, then opening.
    pub(crate) fn priced(&self, rows: &[Vec<u32>]) -> Vec<(u32, u32, i64)> {
        let rows: Vec<Vec<(u32, u32, i64)>> = (rows.par_iter().enumerate())
            .map(|(mover, row)| {
                row.iter().map(|opening| (mover as u32, *opening, self.cost(mover, *opening as usize))).collect()
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
