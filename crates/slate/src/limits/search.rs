//! The search for the best lines within limits, and the bound that says how good they are.
//!
//! Only what prices do not settle comes here, see [`super::price`]. A small instance goes to the solver's side constraints
//! whole, which search it to the end. Of a large one they search the pairs that are nearly as good as the optimum without
//! limits has them; its bound is then proven on every pair.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use muster_domain::policy::Lever;
use muster_solver::Problem;
use muster_solver::constrained::{
    Constrained, Couple, Group, Options, SideConstraints, solve_constrained, verify_constrained,
};

use super::{Choice, Free, Limits, pairs_of};
use crate::ground::{Levers, SlateError};

/// Pairs up to which an instance is searched whole.
pub(super) const WHOLE: usize = 20_000;
/// Pairs of each person, and of each opening, that are searched of a larger one.
const OF_PERSON: usize = 10;
const OF_OPENING: usize = 6;

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

    pub(super) fn search_whole_up_to(
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
        let bound = if whole { proof.bound() } else { self.paid(free, &room, &answer.group_price)? };
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
}

/// The pairs that are nearly as good as the optimum has them: the best of each person and of each opening at its prices.
pub(super) fn near(free: &Free) -> Result<Problem, SlateError> {
    let Free { problem, solution, .. } = free;
    let mut kept: Vec<(u32, u32, i64)> = Vec::new();
    let mut row: Vec<(i64, u32, i64)> = Vec::new();
    for person in 0..problem.people() as u32 {
        row.clear();
        row.extend(
            problem.positions_for(person).map(|(at, cost)| (cost - solution.position_price[at as usize], at, cost)),
        );
        best(&mut row, OF_PERSON);
        kept.extend(row.iter().take(OF_PERSON).map(|(_, at, cost)| (person, *at, *cost)));
    }
    for position in 0..problem.positions() as u32 {
        row.clear();
        row.extend(
            problem.people_for(position).map(|(of, cost)| (cost - solution.person_price[of as usize], of, cost)),
        );
        best(&mut row, OF_OPENING);
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

/// Brings the least so many to the front.
fn best(row: &mut [(i64, u32, i64)], count: usize) {
    if row.len() > count {
        row.select_nth_unstable(count);
    }
}
