//! Where many people share few rows, such as jobs on agents of limited capacity, the rows decide and not the
//! positions: a chain of displacements over positions finds nothing, an exchange within a row does.
//!
//! Here such an instance is written as what it then is, a multiple-choice problem over its rows: everybody takes one
//! of its choices, a position that several could take is one more row with room for one. At the bound's multipliers
//! each choice has a loss, the losses of an assignment add up to no more than its distance from the bound, and so a
//! choice of more loss than the distance left is in no better assignment and is dropped (Geoffrion 1974).
//! [`anneal`](super::anneal) searches what remains. Couples are left to [`local`](super::local).

use super::anneal;
use super::ascent::Best;
use super::core::{Core, Row, SCALE};
use super::primal::Incumbent;
use super::regroup;
use super::stop::Stop;
use crate::market::NONE;

/// Choices kept a person, as turns go by: few go deep, more go wide.
const KEPT: [usize; 4] = [6, 5, 4, 5];

/// Moves tried in the first turn; the second tries twice as many, and so on.
const FIRST_MOVES: u64 = 200_000;

/// Moves tried in one turn at most, a person; and the range of what that may come to.
const MOVES: u64 = 10_000;
const LEAST_MOVES: u64 = 100_000;
const MOST_MOVES: u64 = 1_500_000;

/// Of so many turns one anneals, where limits can be filled anew; the others do that.
const ANNEALED: u64 = 5;

/// Steps of filling anew in one turn.
const REGROUPED: u64 = 8_000_000;

/// Steps spent on one set of limits at most, and up to eight times as many, as turns go by.
const PATIENCE: u64 = 20_000;

/// Rounds of the climb to multipliers: a round costs one look at every choice.
const ROUNDS: u32 = 400;

/// A limited sum over choices.
#[derive(Debug, Clone)]
pub(super) struct Limit {
    pub(super) row: Row,
    /// What a unit is worth at the bound, never negative, in `1/SCALE`.
    pub(super) price: i64,
    /// The largest penalty a unit with which sums stay exact.
    pub(super) steepest: i64,
}

/// The instance as a choice for everybody under few limits.
#[derive(Debug, Clone)]
pub(super) struct Choices {
    /// Per person, its first choice; and the end of the last.
    pub(super) start: Vec<u32>,
    /// Per choice, its edge, or [`NONE`] for staying out.
    pub(super) edge: Vec<u32>,
    /// Per choice, in `1/SCALE`, what its position would cost if left open taken off.
    pub(super) cost: Vec<i64>,
    /// Per choice: how much more it costs at the bound's prices than the person's cheapest.
    pub(super) loss: Vec<i64>,
    /// Per choice, its first term; and the end of the last.
    pub(super) term_start: Vec<u32>,
    /// Limit and weight.
    pub(super) term: Vec<(u32, i64)>,
    pub(super) limits: Vec<Limit>,
}

/// Whether an instance is of this kind.
pub(super) fn applies(core: &Core) -> bool {
    let contested = (0..core.positions() as u32).filter(|&position| core.edges_at(position).len() > 1).count();
    core.pairings.is_empty() && core.groups > 0 && 2 * (core.rows.len() + contested) <= core.people()
}

/// Seeks an assignment that keeps everything and costs less than the incumbent; the same for the same `turn`. Right
/// for any instance without couples, of use where [`applies`] says so.
pub(super) fn improve(
    core: &Core,
    best: &Best,
    incumbent: Option<&Incumbent>,
    turn: u64,
    stop: &Stop,
) -> Option<Incumbent> {
    let all = Choices::all(core);
    let mut price = best.lambda.clone();
    price.resize(all.limits.len(), 0);
    let open: i128 = core.open.iter().map(|&open| i128::from(open * SCALE)).sum();
    let target = incumbent.map(|incumbent| i128::from(incumbent.objective) * i128::from(SCALE) - open);
    let bound = all.climb(&mut price, target, ROUNDS);
    let left = target.map(|target| target - bound);
    let (choices, chosen) = match incumbent {
        // Annealing finds the neighbourhood, filling limits anew what is best in it.
        Some(known) if !turn.is_multiple_of(ANNEALED) && regroup::applies(&all) => {
            let choices = all.near(&price, left, usize::MAX, incumbent);
            let from = choices.of(&known.edge_of);
            let chosen = regroup::regroup(&choices, from, REGROUPED, PATIENCE << (turn % 4), turn, stop)?;
            (choices, chosen)
        }
        _ => {
            let choices = all.near(&price, left, KEPT[(turn % 4) as usize], incumbent);
            let from = incumbent.map(|incumbent| choices.of(&incumbent.edge_of));
            let most = (core.people() as u64 * MOVES).clamp(LEAST_MOVES, MOST_MOVES);
            let heat = [10, 30, 100][(turn % 3) as usize];
            let chosen = anneal::anneal(&choices, from, (turn * FIRST_MOVES).min(most), heat, turn, stop)?;
            (choices, chosen)
        }
    };
    let edge_of: Vec<u32> = chosen.iter().map(|&choice| choices.edge[choice as usize]).collect();
    let objective = core.objective(&edge_of);
    let better = incumbent.is_none_or(|incumbent| objective < incumbent.objective) && core.feasible(&edge_of);
    better.then_some(Incumbent { edge_of, objective })
}

/// Multipliers of the rows that prove much, found without the oracle.
pub(super) fn multipliers(core: &Core) -> Vec<i64> {
    let all = Choices::all(core);
    let mut price = vec![0; all.limits.len()];
    all.climb(&mut price, None, ROUNDS);
    price.truncate(core.rows.len());
    price
}

impl Choices {
    /// Nobody, under these limits.
    fn none(limits: Vec<Limit>) -> Choices {
        Choices {
            start: vec![0],
            edge: Vec::new(),
            cost: Vec::new(),
            loss: Vec::new(),
            term_start: vec![0],
            term: Vec::new(),
            limits,
        }
    }

    /// Every choice that there is.
    fn all(core: &Core) -> Choices {
        let (limits, contested) = limits(core);
        let mut choices = Choices::none(limits);
        for person in 0..core.people() as u32 {
            for edge in core.edges(person) {
                let position = core.target[edge] as usize;
                choices.edge.push(edge as u32);
                choices.cost.push((core.cost[edge] - core.open[position]) * SCALE);
                choices.term.extend(core.terms(edge));
                choices.term.extend((contested[position] != NONE).then_some((contested[position], 1)));
                choices.term_start.push(choices.term.len() as u32);
            }
            choices.edge.push(NONE);
            choices.cost.push(core.out[person as usize] * SCALE);
            choices.term_start.push(choices.term.len() as u32);
            choices.start.push(choices.edge.len() as u32);
        }
        choices
    }

    /// What multipliers prove, each person's cheapest choice appended to `cheapest`.
    fn relax(&self, price: &[i64], worth: &mut Vec<i64>, cheapest: &mut Vec<u32>) -> i128 {
        worth.clear();
        worth.extend((0..self.edge.len() as u32).map(|choice| {
            self.cost[choice as usize]
                + self.terms(choice).iter().map(|&(limit, weight)| price[limit as usize] * weight).sum::<i64>()
        }));
        cheapest.clear();
        cheapest.extend(
            (0..self.people() as u32)
                .map(|person| self.range(person).min_by_key(|&choice| worth[choice as usize]).unwrap_or(0)),
        );
        let least: i128 = cheapest.iter().map(|&choice| i128::from(worth[choice as usize])).sum();
        let limits = self.limits.iter().zip(price).map(|(limit, &price)| {
            let at = if price < 0 { limit.row.least } else { limit.row.most };
            i128::from(price) * i128::from(at.unwrap_or(0))
        });
        least - limits.sum::<i128>()
    }

    /// Climbs from multipliers to better ones by subgradients towards `target`, the cost of a known assignment or a
    /// guess at one (Polyak 1969; Held, Wolfe and Crowder 1974). Returns what they prove.
    fn climb(&self, price: &mut Vec<i64>, target: Option<i128>, rounds: u32) -> i128 {
        let (mut worth, mut cheapest) = (Vec::new(), Vec::new());
        let (mut best, mut bound) = (price.clone(), i128::MIN);
        let mut share = 1.0;
        let mut since = 0;
        let mut at: Vec<f64> = price.iter().map(|&price| price as f64).collect();
        let mut direction = vec![0.0; at.len()];
        for _ in 0..rounds {
            let proven = self.relax(price, &mut worth, &mut cheapest);
            since += 1;
            if proven > bound {
                if proven as f64 - bound as f64 > 1e-5 * (bound as f64).abs() {
                    since = 0;
                }
                bound = proven;
                best.clone_from(price);
            }
            if since >= 10 {
                share *= 0.6;
                since = 0;
                at = best.iter().map(|&price| price as f64).collect();
            }
            let mut activity = vec![0_i64; self.limits.len()];
            for &(limit, weight) in cheapest.iter().flat_map(|&choice| self.terms(choice)) {
                activity[limit as usize] += weight;
            }
            let mut size = 0.0;
            for (limit, of) in self.limits.iter().enumerate() {
                let (over, under) =
                    (of.row.most.map(|most| activity[limit] - most), of.row.least.map(|least| least - activity[limit]));
                let slope = match (at[limit], over, under) {
                    (price, Some(over), _) if price > 0.0 || over > 0 => over as f64,
                    (price, _, Some(under)) if price < 0.0 || under > 0 => -(under as f64),
                    _ => 0.0,
                };
                direction[limit] = 0.3 * direction[limit] + slope;
                size += direction[limit] * direction[limit];
            }
            if size == 0.0 {
                break;
            }
            let target = target.unwrap_or(bound + bound.abs() / 20);
            let step = share * ((target - proven) as f64).max(0.0) / size;
            for (limit, of) in self.limits.iter().enumerate() {
                let low = if of.row.least.is_some() { -(of.steepest as f64) } else { 0.0 };
                let high = if of.row.most.is_some() { of.steepest as f64 } else { 0.0 };
                at[limit] = (at[limit] + step * direction[limit]).clamp(low, high);
                price[limit] = at[limit] as i64;
            }
        }
        price.clone_from(&best);
        bound
    }

    /// Everybody's `kept` cheapest choices, without those of which no assignment at most `left` above what `price`
    /// proves can consist; the incumbent's stay.
    fn near(&self, price: &[i64], left: Option<i128>, kept: usize, incumbent: Option<&Incumbent>) -> Choices {
        let (mut worth, mut cheapest) = (Vec::new(), Vec::new());
        self.relax(price, &mut worth, &mut cheapest);
        let limits = self.limits.iter().zip(price).map(|(limit, price)| Limit { price: price.abs(), ..limit.clone() });
        let mut near = Choices::none(limits.collect());
        let mut order: Vec<u32> = Vec::new();
        for person in 0..self.people() as u32 {
            let least = worth[cheapest[person as usize] as usize];
            order.clear();
            order.extend(self.range(person));
            order.sort_by_key(|&choice| worth[choice as usize]);
            let own = incumbent.map(|incumbent| incumbent.edge_of[person as usize]);
            let mut place = 0;
            order.retain(|&choice| {
                place += 1;
                let near = left.is_none_or(|left| i128::from(worth[choice as usize] - least) <= left);
                (near && place <= kept) || own == Some(self.edge[choice as usize])
            });
            for &choice in &order {
                near.edge.push(self.edge[choice as usize]);
                near.cost.push(self.cost[choice as usize]);
                near.loss.push(worth[choice as usize] - least);
                near.term.extend(self.terms(choice));
                near.term_start.push(near.term.len() as u32);
            }
            near.start.push(near.edge.len() as u32);
        }
        near
    }

    pub(super) fn people(&self) -> usize {
        self.start.len() - 1
    }

    /// The choices of a person.
    pub(super) fn range(&self, person: u32) -> std::ops::Range<u32> {
        self.start[person as usize]..self.start[person as usize + 1]
    }

    /// What a choice weighs.
    pub(super) fn terms(&self, choice: u32) -> &[(u32, i64)] {
        &self.term[self.term_start[choice as usize] as usize..self.term_start[choice as usize + 1] as usize]
    }

    /// An assignment by choice; whose edge was dropped takes its cheapest choice.
    fn of(&self, edge_of: &[u32]) -> Vec<u32> {
        let find = |(person, edge): (u32, &u32)| {
            let mut range = self.range(person);
            let first = range.start;
            range.find(|&choice| self.edge[choice as usize] == *edge).unwrap_or(first)
        };
        (0..).zip(edge_of).map(find).collect()
    }
}

/// The rows as limits, then those of the positions that several could take; and per position its limit or [`NONE`].
fn limits(core: &Core) -> (Vec<Limit>, Vec<u32>) {
    let mut weight = vec![0_i64; core.rows.len()];
    for edge in 0..core.target.len() {
        for &(row, of) in core.terms(edge) {
            weight[row as usize] += of.abs();
        }
    }
    let mut contested = vec![NONE; core.positions()];
    let seats: Vec<u32> = (0..core.positions() as u32).filter(|&position| core.edges_at(position).len() > 1).collect();
    let all = (core.rows.len() + seats.len()) as i64;
    let limit = |row: Row, weight: i64| {
        let size = weight + row.least.unwrap_or(0).abs() + row.most.unwrap_or(0).abs() + 1;
        Limit { row, price: 0, steepest: ((1 << 57) / all / size).max(1) }
    };
    let mut limits: Vec<Limit> = core.rows.iter().zip(weight).map(|(&row, weight)| limit(row, weight)).collect();
    for position in seats {
        let at = position as usize;
        contested[at] = limits.len() as u32;
        let row = Row { least: None, most: Some(1), heaviest: 1, step: 1, typical: 1 };
        limits.push(limit(row, core.edges_at(position).len() as i64));
    }
    (limits, contested)
}
