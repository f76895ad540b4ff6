//! Prices at which the slate of least cost keeps its limits by itself.
//!
//! A limit that is exceeded gets a price, which whoever uses it pays; it rises until little enough is used. Each step is
//! solved from the optimum before, at a cost that follows the change. Just below the prices found the limits are exceeded,
//! just above they are kept, and the two optima differ in pieces that have nothing to do with each other: of these, as many
//! are taken as the limits leave room for. What the prices prove (weak duality, Geoffrion 1974) tells how good that is:
//! where only the number of people of each service is limited, it is almost always the best, and where it is not, [`super::flow`]
//! has it; with other limits it is close, and whoever asked decides whether it is close enough.

use muster_solver::{Problem, solve, verify};

use super::pricing::Pricing;
use super::search::{Chosen, near};
use super::within::points;
use super::{Choice, Free, Limits};
use crate::ground::SlateError;

/// Units of cost in one point.
pub(super) const SCALE: i64 = 8;

/// A limit's price: units of cost for what the heaviest line uses of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Price {
    pub(super) limit: usize,
    pub(super) units: i64,
    pub(super) heaviest: i64,
}

impl Price {
    /// The price nearest to so many points for one of the limit.
    fn of(limits: &Limits, limit: usize, points: f64) -> Self {
        let heaviest = limits.limits[limit].heaviest();
        Self { limit, units: (points * (SCALE * heaviest) as f64).round() as i64, heaviest }
    }

    /// Units of cost for a line of this weight: rounded down, so that all lines together pay no more than the limit costs.
    pub(super) fn paid(self, weight: i64) -> i64 {
        (i128::from(self.units) * i128::from(weight) / i128::from(self.heaviest)) as i64
    }

    /// Units of cost for this much of the limit, rounded up.
    fn back(self, room: i64) -> i128 {
        -(-i128::from(self.units) * i128::from(room)).div_euclid(i128::from(self.heaviest))
    }

    fn points(self) -> f64 {
        self.units as f64 / (SCALE * self.heaviest) as f64
    }
}

impl Limits {
    /// The lines by prices, from the optimum without limits. The locked pairs are no part of it. `None` where couples bid,
    /// which no price keeps together, and where no prices were found for limits of several kinds.
    pub(super) fn priced(&self, locked: &[(u32, u32)], free: &Free) -> Result<Option<Chosen>, SlateError> {
        if !self.couples.is_empty() {
            return Ok(None);
        }
        let room = self.room(locked);
        // Budgets weigh half of all pairs: few of them tell enough of the prices, and are charged faster.
        let few = if self.weigh_one() { None } else { Some(near(free)?) };
        let mut pricing = Pricing::new(self, &room, few.as_ref().unwrap_or(&free.problem), free)?;
        // Prices of two limits may outbid each other, and then it takes too long.
        let Some(mut choice) = pricing.search(&free.problem)? else { return self.flow(&room, free) };
        let prices = pricing.at_the_choice();
        let (bound, optimum) = match few {
            Some(_) => self.paid_at(&free.problem, &room, &prices)?,
            None => pricing.paid(prices.clone())?,
        };
        let keeps = |choice: &Choice| (0..room.len()).all(|limit| self.limits[limit].used_by(choice) <= room[limit]);
        if keeps(&optimum) && points(&free.problem, &optimum) < points(&free.problem, &choice) {
            choice = optimum;
        }
        let bound = bound.max(free.proof.objective());
        if points(&free.problem, &choice) > bound
            && let Some(best) = self.flow(&room, free)?
        {
            return Ok(Some(best));
        }
        let mut of_limits = vec![0.0; self.limits.len()];
        prices.iter().for_each(|price| of_limits[price.limit] = price.points());
        Ok(Some(Chosen { position_of: choice, bound, prices: of_limits, couple_prices: Vec::new() }))
    }

    /// Whether every line uses at most one of every limit.
    fn weigh_one(&self) -> bool {
        self.limits.iter().all(|limit| limit.heaviest() == 1)
    }

    /// What no slate within the limits costs less than: the least with limits paid for at so many points. Couples may part in
    /// it.
    pub(super) fn paid(&self, free: &Free, room: &[i64], points: &[f64]) -> Result<i64, SlateError> {
        let prices = (0..room.len()).zip(points).map(|(limit, points)| Price::of(self, limit, *points));
        let prices: Vec<Price> = prices.filter(|price| price.units > 0).collect();
        if self.weigh_one() {
            let mut pricing = Pricing::new(self, room, &free.problem, free)?;
            prices.iter().for_each(|price| pricing.seek(price.limit, 1));
            return Ok(pricing.paid(prices)?.0);
        }
        Ok(self.paid_at(&free.problem, room, &prices)?.0)
    }

    /// The same at these prices, and where everybody goes then.
    fn paid_at(&self, problem: &Problem, room: &[i64], prices: &[Price]) -> Result<(i64, Choice), SlateError> {
        let relaxed = self.relaxed(problem, prices)?;
        let solution = solve(&relaxed);
        let least = verify(&relaxed, &solution)?.objective();
        Ok((bound(least.into(), prices, room), solution.position_of))
    }

    /// An instance in units of cost, in which every line pays these prices for what it uses.
    pub(super) fn relaxed(&self, problem: &Problem, prices: &[Price]) -> Result<Problem, SlateError> {
        let weighted: Vec<Vec<(u32, u32, i64)>> =
            prices.iter().map(|price| self.limits[price.limit].weighted(problem)).collect();
        let mut ahead: Vec<_> = weighted.iter().map(|pairs| pairs.iter().peekable()).collect();
        let mut more = vec![0; problem.positions()];
        let mut pairs = Vec::with_capacity(problem.pairs());
        for person in 0..problem.people() as u32 {
            for (ahead, price) in ahead.iter_mut().zip(prices) {
                while let Some((_, position, weight)) = ahead.next_if(|(of, _, _)| *of == person) {
                    more[*position as usize] += price.paid(*weight);
                }
            }
            pairs.extend(problem.positions_for(person).map(|(position, cost)| {
                (person, position, cost * SCALE + std::mem::take(&mut more[position as usize]))
            }));
        }
        Ok(Problem::new(pairs, scaled(problem.unassigned()), scaled(problem.unfilled()))?)
    }
}

/// What nothing within the limits costs less than, in points: the least that is paid, less what the limits give back.
pub(super) fn bound(least: i128, prices: &[Price], room: &[i64]) -> i64 {
    let back: i128 = prices.iter().map(|price| price.back(room[price.limit])).sum();
    // Costs are whole, so what is proven may be rounded up.
    i64::try_from(-(back - least).div_euclid(i128::from(SCALE))).unwrap_or(i64::MIN)
}

pub(super) fn scaled(costs: &[i64]) -> Vec<i64> {
    costs.iter().map(|cost| cost * SCALE).collect()
}
