//! The state that every stage of the solve works on: two sides with prices and mates.
//!
//! Both sides look alike, so that each step is written once and run in either direction. Nothing here decides
//! anything; the verifier never uses it.

use crate::kernels::prefetch;
use crate::lists::Row;
use crate::problem::Problem;
use crate::solution::Solution;

/// No mate.
pub(crate) const NONE: u32 = u32::MAX;

/// The pairs of one side. Those of the positions are made when first needed, which may be never.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Rows<'a> {
    People(&'a Problem),
    Positions(&'a Problem),
}

impl<'a> Rows<'a> {
    #[inline(always)]
    pub(crate) fn of(self, node: u32) -> Row<'a> {
        match self {
            Rows::People(problem) => problem.people.of(node),
            Rows::Positions(problem) => problem.by_position().of(node),
        }
    }

    /// Asks for a row to be brought near.
    pub(crate) fn prefetch(self, node: u32) {
        match self {
            Rows::People(problem) => prefetch(problem.people.entries_of(node)),
            Rows::Positions(problem) => prefetch(problem.by_position().entries_of(node)),
        }
    }
}

/// People or positions: what staying out costs, the price, and the mate on the other side.
#[derive(Debug, Clone)]
pub(crate) struct Side<'a> {
    pub(crate) rows: Rows<'a>,
    /// Cost of staying without a mate: the price's upper bound.
    pub(crate) limit: &'a [i64],
    pub(crate) price: Vec<i64>,
    pub(crate) mate: Vec<u32>,
}

impl<'a> Side<'a> {
    fn alone(rows: Rows<'a>, limit: &'a [i64]) -> Side<'a> {
        Side { rows, limit, price: limit.to_vec(), mate: vec![NONE; limit.len()] }
    }

    /// How far the price lies below its bound. Complementary slackness wants zero for a node without a mate.
    pub(crate) fn headroom(&self, node: u32) -> i64 {
        self.limit[node as usize] - self.price[node as usize]
    }

    /// Whether a node has no mate although its price says it should.
    pub(crate) fn is_owed(&self, node: u32) -> bool {
        self.mate[node as usize] == NONE && self.headroom(node) > 0
    }

    /// How many nodes are owed a mate.
    pub(crate) fn owed(&self) -> usize {
        (0..self.len()).filter(|&node| self.is_owed(node)).count()
    }

    pub(crate) fn len(&self) -> u32 {
        self.limit.len() as u32
    }
}

/// Both sides of an instance.
#[derive(Debug, Clone)]
pub(crate) struct Market<'a> {
    pub(crate) people: Side<'a>,
    pub(crate) positions: Side<'a>,
}

impl<'a> Market<'a> {
    /// Nobody placed, every price at its bound.
    pub(crate) fn empty(problem: &'a Problem) -> Market<'a> {
        Market {
            people: Side::alone(Rows::People(problem), problem.unassigned()),
            positions: Side::alone(Rows::Positions(problem), problem.unfilled()),
        }
    }

    /// The state that a solution describes.
    pub(crate) fn at(problem: &'a Problem, solution: &Solution) -> Market<'a> {
        let mates = |side: &[Option<u32>]| side.iter().map(|mate| mate.unwrap_or(NONE)).collect();
        let mut market = Market::empty(problem);
        market.people.mate = mates(&solution.position_of);
        market.people.price.clone_from(&solution.person_price);
        market.positions.mate = mates(&solution.person_of);
        market.positions.price.clone_from(&solution.position_price);
        market
    }

    /// The state, which must be optimal, as an answer.
    pub(crate) fn into_solution(self) -> Solution {
        // At an optimum the prices add up to the cost.
        let objective = self.people.price.iter().chain(&self.positions.price).sum();
        let mates = |mate: Vec<u32>| mate.into_iter().map(|mate| (mate != NONE).then_some(mate)).collect();
        Solution {
            position_of: mates(self.people.mate),
            person_of: mates(self.positions.mate),
            person_price: self.people.price,
            position_price: self.positions.price,
            objective,
        }
    }

    /// The cost of a pair known to be allowed.
    pub(crate) fn pair_cost(&self, person: u32, position: u32) -> i64 {
        self.people.rows.of(person).cost_of(position).expect("only allowed pairs are ever matched")
    }
}

/// Raises each near node's price to the highest that the far prices allow and parts every pair that is not tight
/// at it. Afterwards the prices are dual feasible, whatever the far prices were.
pub(crate) fn tighten(near: &mut Side<'_>, far: &mut Side<'_>) {
    for node in 0..near.len() {
        tighten_one(near, far, node);
    }
}

/// The same for one near node.
pub(crate) fn tighten_one(near: &mut Side<'_>, far: &mut Side<'_>, node: u32) {
    let mate = near.mate[node as usize];
    let mut best = near.limit[node as usize];
    let mut at_mate = i64::MAX;
    near.rows.of(node).each(|target, cost| {
        let value = cost - far.price[target as usize];
        best = best.min(value);
        if target == mate {
            at_mate = value;
        }
    });
    near.price[node as usize] = best;
    if mate != NONE && at_mate != best {
        near.mate[node as usize] = NONE;
        far.mate[mate as usize] = NONE;
    }
}
