//! The search for the best lines within limits, and the bound that says how good they are.
//!
//! A small instance goes to the solver's side constraints whole, which search it to the end. Of a large one they search the
//! pairs that are nearly as good as the optimum without limits has them. Its bound is then proven on every pair, in exact
//! whole numbers: the least that a slate costs where limits need not be kept, but each unit used is paid for and each
//! unit allowed is paid back, is no more than any slate within them costs (Geoffrion 1974). Couples may part in it.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use muster_domain::policy::Lever;
use muster_solver::constrained::{
    Constrained, Couple, Group, Options, SideConstraints, solve_constrained, verify_constrained,
};
use muster_solver::{Problem, solve, verify};

use super::{Choice, Free, Limits, pairs_of};
use crate::ground::{Levers, SlateError};

/// Pairs up to which an instance is searched whole.
const WHOLE: usize = 20_000;
/// Pairs of each person, and of each opening, that are searched of a larger one.
const OF_PERSON: usize = 10;
const OF_OPENING: usize = 6;
/// Units of a price in one point.
const SCALE: i64 = 1 << 16;

/// What was chosen within the limits.
pub(super) struct Chosen {
    pub(super) position_of: Choice,
    /// No slate within the limits costs less.
    pub(super) bound: i64,
    /// What one more unit of each limit is worth, in points, and what keeping each couple together costs.
    pub(super) prices: Vec<f64>,
    pub(super) couple_prices: Vec<f64>,
}

impl Limits {
    /// The best lines found within the limits, from the optimum without. The locked pairs are no part of it.
    pub(super) fn search(&self, levers: &Levers, locked: &[(u32, u32)], free: &Free) -> Result<Chosen, SlateError> {
        self.search_whole_up_to(WHOLE, levers, locked, free)
    }

    fn search_whole_up_to(
        &self,
        most: usize,
        levers: &Levers,
        locked: &[(u32, u32)],
        free: &Free,
    ) -> Result<Chosen, SlateError> {
        let room = self.room(locked);
        let whole = free.problem.pairs() <= most;
        let searched = if whole { free.problem.clone() } else { near(free)? };
        let instance = Constrained::new(searched.clone(), self.sides(&searched, &room))?;
        let options = Options {
            // No time limit: the same World gives the same slate on every machine.
            time: None,
            gap: levers.value(Lever::SlateGap) as f64 / 1_000_000.0,
            nodes: Some(u64::try_from(levers.value(Lever::SlateRounds)).unwrap_or(0)),
            threads: rayon::current_num_threads(),
            memory: None,
        };
        let answer = solve_constrained(&instance, &options, &mut |_| ControlFlow::Continue(()))?;
        let proof = verify_constrained(&instance, &answer)?;
        let bound = if whole { proof.bound() } else { self.paid(&free.problem, &room, &answer.group_price)? };
        Ok(Chosen {
            // Limits only take choices away.
            bound: bound.max(free.proof.objective()),
            prices: answer.group_price.iter().take(self.limits.len()).copied().collect(),
            couple_prices: answer.couple_price,
            // Leaving everybody out keeps everything, so an answer without an assignment is that one.
            position_of: answer.position_of.unwrap_or_else(|| vec![None; free.problem.people()]),
        })
    }

    /// What the locked pairs leave of each limit.
    pub(super) fn room(&self, locked: &[(u32, u32)]) -> Vec<i64> {
        self.limits.iter().map(|limit| (limit.most - limit.used(locked.iter().copied())).max(0)).collect()
    }

    /// The limits as groups over an instance's pairs, of which the locked pairs left this room, and the couples.
    fn sides(&self, problem: &Problem, room: &[i64]) -> SideConstraints {
        let mut terms: Vec<Vec<(u32, u32, i64)>> = vec![Vec::new(); self.limits.len()];
        let tied: BTreeSet<u32> = self.couples.tied.iter().map(|(person, _)| *person).collect();
        let mut apart = Vec::new();
        for (person, position, _) in pairs_of(problem) {
            if tied.contains(&person) && !self.couples.ties(person, position) {
                apart.push((person, position, 1));
            }
            for (limit, terms) in self.limits.iter().zip(&mut terms) {
                let weight = limit.weight(person, position);
                if weight > 0 {
                    terms.push((person, position, weight));
                }
            }
        }
        let group = |(index, terms)| {
            let limit: &super::Limit = &self.limits[index];
            Group { name: format!("{:?}", limit.limited), terms, least: None, most: Some(room[index]) }
        };
        let mut groups: Vec<Group> = terms.into_iter().enumerate().map(group).collect();
        if !apart.is_empty() {
            groups.push(Group { name: "apart from a locked half".into(), terms: apart, least: None, most: Some(0) });
        }
        let couple = |(first, second): &(u32, u32)| Couple { first: *first, second: *second };
        SideConstraints {
            groups,
            couples: self.couples.pairs.iter().map(couple).collect(),
            place_of: self.couples.place_of.clone(),
            commuting: self.couples.commuting.iter().copied().collect(),
        }
    }

    /// What no slate within the limits costs less than: the least with limits paid for at these prices.
    pub(super) fn paid(&self, problem: &Problem, room: &[i64], prices: &[f64]) -> Result<i64, SlateError> {
        let prices: Vec<i64> = prices.iter().take(room.len()).map(|price| (price * SCALE as f64) as i64).collect();
        let paid: Vec<usize> = (0..room.len()).filter(|index| prices[*index] > 0).collect();
        let pairs = pairs_of(problem).map(|(person, position, cost)| {
            let each = paid.iter().map(|index| prices[*index] * self.limits[*index].weight(person, position));
            (person, position, cost * SCALE + each.sum::<i64>())
        });
        let scaled = |costs: &[i64]| costs.iter().map(|cost| cost * SCALE).collect();
        let relaxed = Problem::new(pairs, scaled(problem.unassigned()), scaled(problem.unfilled()))?;
        let least = i128::from(verify(&relaxed, &solve(&relaxed))?.objective());
        let back: i128 = paid.iter().map(|index| i128::from(prices[*index]) * i128::from(room[*index])).sum();
        // Costs are whole, so what is proven may be rounded up.
        let bound = -(back - least).div_euclid(i128::from(SCALE));
        Ok(i64::try_from(bound).unwrap_or(i64::MIN))
    }
}

/// The pairs that are nearly as good as the optimum has them: the best of each person and of each opening at its prices.
fn near(free: &Free) -> Result<Problem, SlateError> {
    let Free { problem, solution, .. } = free;
    let mut kept: Vec<(u32, u32, i64)> = Vec::new();
    let mut row: Vec<(i64, u32, i64)> = Vec::new();
    for person in 0..problem.people() as u32 {
        row.clear();
        row.extend(
            problem.positions_for(person).map(|(at, cost)| (cost - solution.position_price[at as usize], at, cost)),
        );
        row.sort_unstable();
        kept.extend(row.iter().take(OF_PERSON).map(|(_, at, cost)| (person, *at, *cost)));
    }
    for position in 0..problem.positions() as u32 {
        row.clear();
        row.extend(
            problem.people_for(position).map(|(of, cost)| (cost - solution.person_price[of as usize], of, cost)),
        );
        row.sort_unstable();
        kept.extend(row.iter().take(OF_OPENING).map(|(_, of, cost)| (*of, position, *cost)));
    }
    let held = (0..).zip(&solution.position_of).filter_map(|(person, at)| {
        let at = (*at)?;
        Some((person, at, problem.cost(person, at)?))
    });
    kept.extend(held);
    kept.sort_unstable();
    kept.dedup();
    Ok(Problem::new(kept, problem.unassigned().to_vec(), problem.unfilled().to_vec())?)
}

#[cfg(test)]
mod tests {
    use muster_domain::{Date, Service, World};
    use proptest::prelude::*;

    use super::super::{Couples, Each, Limit, Limited, Weights, lines};
    use super::*;
    use crate::compute::anew;

    /// Every choice that keeps the limits, by trying them all: the least points.
    fn least(limits: &Limits, problem: &Problem, person: u32, choice: &mut Choice) -> i64 {
        if person as usize == problem.people() {
            if !limits.keeps(choice) {
                return i64::MAX;
            }
            let filled: BTreeSet<u32> = lines(choice).map(|(_, position)| position).collect();
            let empty = (0..).zip(problem.unfilled()).filter(|(position, _)| !filled.contains(position));
            let idle = choice.iter().zip(problem.unassigned()).filter(|(at, _)| at.is_none());
            let lines: i64 = lines(choice).map(|(i, j)| problem.cost(i, j).unwrap()).sum();
            return lines + empty.map(|(_, cost)| cost).sum::<i64>() + idle.map(|(_, cost)| cost).sum::<i64>();
        }
        let mut best = least(limits, problem, person + 1, choice);
        for (position, _) in problem.positions_for(person) {
            if !choice.contains(&Some(position)) {
                choice[person as usize] = Some(position);
                best = best.min(least(limits, problem, person + 1, choice));
                choice[person as usize] = None;
            }
        }
        best
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn the_bound_of_a_search_among_near_pairs_holds_for_all_pairs(
            costs in proptest::collection::vec(proptest::option::of(0_i64..3_000), 36),
            weights in proptest::collection::vec(0_i64..40, 36),
            budget in 0_i64..120,
            given in 0_i64..5,
        ) {
            let pairs = || (0..36_u32).zip(&costs).filter_map(|(at, cost)| Some((at / 6, at % 6, (*cost)?)));
            let problem = Problem::new(pairs(), vec![500; 6], vec![1_500; 6]).unwrap();
            let limit = |most, each, weights| {
                Limit { limited: Limited::Service { service: Service::Army }, most, each, weights }
            };
            let weighed = pairs().map(|(i, j, _)| (i, j, weights[(i * 6 + j) as usize])).filter(|it| it.2 > 0).collect();
            let people = vec![true, true, true, true, false, false];
            let limits = Limits {
                limits: vec![
                    limit(budget, Each::Opening, Weights::Pairs(weighed)),
                    limit(given, Each::Person, Weights::People(people)),
                ],
                couples: Couples::default(),
            };
            let least = least(&limits, &problem, 0, &mut vec![None; 6]);
            let free = anew(problem).unwrap();
            let levers = Levers::on(&World::default(), Date::MIN);
            for most in [0, WHOLE] {
                let found = limits.search_whole_up_to(most, &levers, &[], &free).unwrap();
                prop_assert!(limits.keeps(&found.position_of));
                prop_assert!(found.bound <= least);
                prop_assert!(found.bound >= free.proof.objective());
            }
            let within = limits.settle(&levers, &[], free, None).unwrap();
            prop_assert!(within.bound <= least && least <= within.open.proof.objective() + within.held_cost);
        }
    }
}
