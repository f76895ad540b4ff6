//! What the tests share: seeded instances, and two slow solvers that share nothing with the crate's own.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod wishes;

use muster_solver::Problem;

/// A small seeded generator (SplitMix64), so that a failing seed can be named.
pub struct Dice(pub u64);

impl Dice {
    /// A number from `0..sides`.
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }

    /// A cost from `low..=high`.
    pub fn cost(&mut self, low: i64, high: i64) -> i64 {
        low + self.roll((high - low + 1) as u64) as i64
    }
}

/// A sparse instance: each person may take about `degree` positions; costs come from `cost`, the costs of
/// staying out from `out`.
pub fn sparse(
    seed: u64,
    people: u32,
    positions: u32,
    degree: u32,
    mut cost: impl FnMut(&mut Dice, u32, u32) -> i64,
    mut out: impl FnMut(&mut Dice) -> i64,
) -> Problem {
    let mut dice = Dice(seed);
    let mut pairs = Vec::new();
    for person in 0..people {
        let mut row: Vec<u32> = (0..degree).map(|_| dice.roll(positions.into()) as u32).collect();
        row.sort_unstable();
        row.dedup();
        for position in row {
            pairs.push((person, position, cost(&mut dice, person, position)));
        }
    }
    let unassigned = (0..people).map(|_| out(&mut dice)).collect();
    let unfilled = (0..positions).map(|_| out(&mut dice)).collect();
    Problem::new(pairs, unassigned, unfilled).unwrap()
}

/// The optimum by trying every assignment; for a handful of people and positions.
pub fn brute_force(problem: &Problem) -> i64 {
    fn from(problem: &Problem, person: u32, taken: u32) -> i64 {
        if person as usize == problem.people() {
            let open = problem.unfilled().iter().enumerate().filter(|(j, _)| taken >> j & 1 == 0);
            return open.map(|(_, cost)| cost).sum();
        }
        let alone = problem.unassigned()[person as usize] + from(problem, person + 1, taken);
        let placed = (problem.positions_for(person))
            .filter(|(position, _)| taken >> position & 1 == 0)
            .map(|(position, cost)| cost + from(problem, person + 1, taken | 1 << position));
        placed.fold(alone, i64::min)
    }
    from(problem, 0, 0)
}

/// The optimum by the textbook Hungarian method on a dense square matrix: each person has a stand-in position
/// (stay unassigned), each position a stand-in person (stay unfilled), and stand-ins pair off for nothing.
pub fn hungarian(problem: &Problem) -> i64 {
    const FORBIDDEN: i64 = 1 << 40;
    let (people, positions) = (problem.people(), problem.positions());
    let size = people + positions;
    let mut cost = vec![vec![FORBIDDEN; size]; size];
    for person in 0..people {
        cost[person][positions + person] = problem.unassigned()[person];
        for (position, price) in problem.positions_for(person as u32) {
            cost[person][position as usize] = price;
        }
    }
    for position in 0..positions {
        cost[people + position][position] = problem.unfilled()[position];
        cost[people + position][positions..].fill(0);
    }
    dense(&cost)
}

/// Least cost of a perfect matching of a square matrix, row by row with dual prices; index 0 is a sentinel.
fn dense(cost: &[Vec<i64>]) -> i64 {
    let size = cost.len();
    let (mut row_price, mut column_price) = (vec![0_i64; size + 1], vec![0_i64; size + 1]);
    let mut row_in = vec![0_usize; size + 1];
    for row in 1..=size {
        row_in[0] = row;
        let mut slack = vec![i64::MAX; size + 1];
        let mut came_from = vec![0_usize; size + 1];
        let mut done = vec![false; size + 1];
        let mut column = 0;
        while row_in[column] != 0 {
            done[column] = true;
            let tree_row = row_in[column];
            let (mut step, mut next) = (i64::MAX, 0);
            for other in (1..=size).filter(|&other| !done[other]).collect::<Vec<_>>() {
                let reduced = cost[tree_row - 1][other - 1] - row_price[tree_row] - column_price[other];
                if reduced < slack[other] {
                    slack[other] = reduced;
                    came_from[other] = column;
                }
                if slack[other] < step {
                    step = slack[other];
                    next = other;
                }
            }
            for other in 0..=size {
                if done[other] {
                    row_price[row_in[other]] += step;
                    column_price[other] -= step;
                } else {
                    slack[other] = slack[other].saturating_sub(step);
                }
            }
            column = next;
        }
        while column != 0 {
            row_in[column] = row_in[came_from[column]];
            column = came_from[column];
        }
    }
    (1..=size).map(|column| cost[row_in[column] - 1][column - 1]).sum()
}
