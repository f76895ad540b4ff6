//! The verifier of trade-offs: a bound is derived anew from its multipliers and prices, a point is counted anew.
//!
//! Reads costs and preferences through their public questions only, and shares nothing with the search.

use thiserror::Error;

use crate::problem::Problem;
use crate::stable::{Preferences, blocking};

/// What a verification of a bound or a point found wrong.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FalseClaim {
    /// A multiplier outside `0..=price`, or one of a pair that is not acceptable.
    #[error("the multiplier of person {person}'s wish {wish} is {multiplier}: it must be 0 to {most}")]
    Multiplier {
        /// The person.
        person: u32,
        /// The wish, from 0.
        wish: usize,
        /// Its multiplier.
        multiplier: i64,
        /// The most it may be.
        most: i64,
    },
    /// Prices add up to more than what they must not exceed.
    #[error("the prices of person {person:?} and position {position:?} add up to {prices}, above {limit}")]
    Overpriced {
        /// The person, if its price counts.
        person: Option<u32>,
        /// The position, if its price counts.
        position: Option<u32>,
        /// The sum.
        prices: i128,
        /// Its limit.
        limit: i128,
    },
    /// The point is no assignment of the instance.
    #[error("the point is no assignment: person {person} cannot have what it is given")]
    NoAssignment {
        /// The person.
        person: u32,
    },
    /// Cost or blocking pairs are other than stated.
    #[error("the point costs {cost} with {blocking} blocking pairs, other than stated")]
    Miscounted {
        /// The cost, added up.
        cost: i128,
        /// The blocking pairs, counted.
        blocking: usize,
    },
}

/// What proves a bound: multipliers of all wishes, person by person, and prices of both sides.
pub(super) struct Claim<'a> {
    /// All numbers are in the unit of the costs divided by this.
    pub(super) scale: i64,
    /// The price of one blocking pair.
    pub(super) price: i64,
    pub(super) multipliers: &'a [i64],
    pub(super) person_price: &'a [i64],
    pub(super) position_price: &'a [i64],
}

/// The value that `scale × cost + price × blocking pairs` of no assignment is below.
pub(super) fn proven_value(
    problem: &Problem,
    preferences: &Preferences,
    claim: &Claim<'_>,
) -> Result<i128, FalseClaim> {
    let rows = rows(preferences, claim)?;
    let scale = i128::from(claim.scale);
    let within = |person: Option<u32>, position: Option<u32>, limit: i128| {
        let price = |prices: &[i64], at: Option<u32>| at.map_or(0, |at| i128::from(prices[at as usize]));
        let prices = price(claim.person_price, person) + price(claim.position_price, position);
        if prices <= limit { Ok(()) } else { Err(FalseClaim::Overpriced { person, position, prices, limit }) }
    };
    for (person, &out) in (0..).zip(problem.unassigned()) {
        within(Some(person), None, scale * i128::from(out))?;
    }
    for (position, &out) in (0..).zip(problem.unfilled()) {
        within(None, Some(position), scale * i128::from(out))?;
        // For each person ranked, the multipliers of those ranked after.
        let mut after = Vec::new();
        let mut sum = 0_i128;
        for (person, wish) in preferences.ranking(position).collect::<Vec<_>>().into_iter().rev() {
            after.push((person, sum));
            sum += wish.map_or(0, |wish| i128::from(rows[person as usize][wish as usize]));
        }
        after.sort_unstable();
        for (person, cost) in problem.people_for(position) {
            let listed = after.binary_search_by_key(&person, |&(person, _)| person);
            let by_position = listed.map_or(0, |at| after[at].1);
            let own =
                preferences.wish_rank(person, position).map_or(&[][..], |wish| &rows[person as usize][wish as usize..]);
            let by_person: i128 = own.iter().map(|&multiplier| i128::from(multiplier)).sum();
            within(Some(person), Some(position), scale * i128::from(cost) - by_position - by_person)?;
        }
    }
    let sum = |list: &[i64]| list.iter().map(|&number| i128::from(number)).sum::<i128>();
    Ok(sum(claim.multipliers) + sum(claim.person_price) + sum(claim.position_price))
}

/// Each person's multipliers, checked.
fn rows<'a>(preferences: &Preferences, claim: &Claim<'a>) -> Result<Vec<&'a [i64]>, FalseClaim> {
    let mut rest = claim.multipliers;
    let mut rows = Vec::with_capacity(preferences.people());
    for person in 0..preferences.people() as u32 {
        let (own, others) = rest.split_at(preferences.wishes(person).len());
        rest = others;
        for (wish, (&multiplier, (_, priority))) in own.iter().zip(preferences.wishes(person)).enumerate() {
            let most = if priority.is_some() { claim.price } else { 0 };
            if !(0..=most).contains(&multiplier) {
                return Err(FalseClaim::Multiplier { person, wish, multiplier, most });
            }
        }
        rows.push(own);
    }
    Ok(rows)
}

/// Counts a point anew.
pub(super) fn check_point(
    problem: &Problem,
    preferences: &Preferences,
    position_of: &[Option<u32>],
    cost: i64,
    blocking_pairs: u64,
) -> Result<(), FalseClaim> {
    let mut unfilled: Vec<bool> = vec![true; problem.positions()];
    let mut sum = 0_i128;
    for (person, held) in (0..).zip(position_of) {
        sum += i128::from(match held {
            None => problem.unassigned()[person as usize],
            Some(position) => {
                let free = unfilled.get_mut(*position as usize).map(std::mem::take);
                let cost = problem.cost(person, *position).filter(|_| free == Some(true));
                cost.ok_or(FalseClaim::NoAssignment { person })?
            }
        });
    }
    let open = unfilled.iter().zip(problem.unfilled()).filter(|&(&open, _)| open);
    sum += open.map(|(_, &cost)| i128::from(cost)).sum::<i128>();
    let found = blocking(preferences, position_of).map_err(|_| FalseClaim::NoAssignment { person: 0 })?.pairs.len();
    if sum != i128::from(cost) || found as u64 != blocking_pairs {
        return Err(FalseClaim::Miscounted { cost: sum, blocking: found });
    }
    Ok(())
}
