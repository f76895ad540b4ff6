//! The best choice where only people are limited, by what they belong to: exact, whatever the prices do.
//!
//! Such limits are a flow, and a flow of this form is an assignment again: of a service with more people than it gives, so
//! many must stay as it has too many. Each of these takes a place at home, which is as good as staying without an
//! assignment, and which costs more to leave empty than any line is worth. One solve gives the optimum, and the
//! price of a place at home is that of the limit.

use muster_solver::{Problem, solve, verify};

use super::search::Chosen;
use super::{Free, Limits, Weights, pairs_of};
use crate::ground::SlateError;

impl Limits {
    /// The best lines where every limit is on people and nobody counts twice; `None` where others bind, too.
    pub(super) fn flow(&self, room: &[i64], free: &Free) -> Result<Option<Chosen>, SlateError> {
        let problem = &free.problem;
        let Some(limited) = self.limited_people(problem.people()) else { return Ok(None) };
        let most = |costs: &[i64]| costs.iter().copied().max().unwrap_or(0).max(0);
        let least = pairs_of(problem).map(|(.., cost)| cost).min().unwrap_or(0).min(0);
        // Whoever goes beside an empty place at home would gain by taking it: the place, less what their line is worth.
        let empty = 1 + most(problem.unassigned()) + most(problem.unfilled()) - least;
        let (mut pairs, mut unfilled) = (pairs_of(problem).collect::<Vec<_>>(), problem.unfilled().to_vec());
        let mut homes = Vec::new();
        for (people, room) in limited.iter().zip(room) {
            let first = unfilled.len();
            let stay = people.len() - usize::try_from(*room).unwrap_or(0).min(people.len());
            unfilled.extend(std::iter::repeat_n(empty, stay));
            let at = |position: usize| people.iter().map(move |it| (*it, position as u32));
            let all = (first..unfilled.len()).flat_map(at);
            pairs.extend(all.map(|(it, position)| (it, position, problem.unassigned()[it as usize])));
            homes.push(first..unfilled.len());
        }
        pairs.sort_unstable();
        let with_homes = Problem::new(pairs, problem.unassigned().to_vec(), unfilled)?;
        let solution = solve(&with_homes);
        let bound = verify(&with_homes, &solution)?.objective();
        let goes = |at: &Option<u32>| at.filter(|at| (*at as usize) < problem.positions());
        let price = |home: std::ops::Range<usize>| solution.position_price[home].iter().copied().max().unwrap_or(0);
        Ok(Some(Chosen {
            position_of: solution.position_of.iter().map(goes).collect(),
            bound,
            prices: homes.into_iter().map(|home| price(home) as f64).collect(),
            couple_prices: Vec::new(),
        }))
    }

    /// Whom each limit is on, by place; `None` where a limit is on anything else, or somebody is under two of them.
    fn limited_people(&self, people: usize) -> Option<Vec<Vec<u32>>> {
        let mut counted = vec![false; people];
        let of = |limit: &super::Limit| {
            let Weights::People(counts) = &limit.weights else { return None };
            let people: Vec<u32> = (0..).zip(counts).filter(|(_, counts)| **counts).map(|(person, _)| person).collect();
            let once = people.iter().all(|it| !std::mem::replace(&mut counted[*it as usize], true));
            once.then_some(people)
        };
        self.limits.iter().map(of).collect()
    }
}
