//! The bound: multipliers on every row, messages within every couple, and what they prove.
//!
//! With multipliers λ and position prices v the constrained problem relaxes to independent choices: each person, or
//! each couple as one, takes its cheapest choice at cost plus Σ λ·weight minus v (Geoffrion 1974). Couples stay whole
//! in the bound; only the oracle needs them split, and each couple's two people are shown half of what the pair
//! would pay for each place (max-product message passing, Globerson and Jaakkola 2007), so that the oracle's prices
//! never prove less than before.

use super::core::{Core, Row, SCALE};
use super::oracle::{NEVER, Oracle};
use crate::market::NONE;

/// Largest multiplier times weight.
const STEEPEST: i64 = 1 << 50;

/// The bound of a case in which somebody has no choice left.
const EMPTY: i128 = 1 << 100;

/// The cost of a choice that nobody has.
const NOWHERE: i64 = i64::MAX / 4;

/// What exact search has decided so far.
#[derive(Debug, Clone)]
pub(super) struct Fixed {
    /// Per edge: may not be used.
    pub(super) banned: Vec<bool>,
    /// Per person: may not stay out.
    pub(super) must: Vec<bool>,
}

impl Fixed {
    pub(super) fn nothing(core: &Core) -> Fixed {
        Fixed { banned: vec![false; core.target.len()], must: vec![false; core.people()] }
    }
}

/// Multipliers, and what follows from them.
#[derive(Debug, Clone)]
pub(super) struct Dual {
    /// Per row, in `1/SCALE`: positive prices the cap, negative the floor.
    pub(super) lambda: Vec<i64>,
    /// Per edge: scaled cost plus the rows' prices; [`NEVER`] if banned.
    pub(super) priced: Vec<i64>,
    /// Per pairing: what is added to each place of the first and of the second, and last to staying out.
    shift: Vec<(Vec<i64>, Vec<i64>)>,
}

/// The least that each slot of the two of a couple costs at given prices, and last staying out.
type Slots = (Vec<i64>, Vec<i64>);

impl Dual {
    pub(super) fn new(core: &Core) -> Dual {
        let zeros = |person: u32| vec![0; core.places[person as usize].len() + 1];
        Dual {
            lambda: vec![0; core.rows.len()],
            priced: vec![0; core.target.len()],
            shift: core.pairings.iter().map(|pair| (zeros(pair.first), zeros(pair.second))).collect(),
        }
    }

    /// The same multipliers and messages for another choice of pairs, in which couples have the same places.
    pub(super) fn on(&self, core: &Core) -> Dual {
        Dual { lambda: self.lambda.clone(), priced: vec![0; core.target.len()], shift: self.shift.clone() }
    }

    /// The multiplier that `wanted` becomes: whole, within what exact arithmetic allows, and of a sign for which
    /// the row has a limit.
    pub(super) fn admissible(core: &Core, row: usize, wanted: f64) -> i64 {
        let Row { least, most, heaviest, .. } = core.rows[row];
        let top = (STEEPEST / heaviest) as f64;
        let low = if least.is_some() { -top } else { 0.0 };
        let high = if most.is_some() { top } else { 0.0 };
        wanted.clamp(low, high).round() as i64
    }

    /// Prices every edge at the present multipliers.
    pub(super) fn price(&mut self, core: &Core, fixed: &Fixed) {
        for edge in 0..core.target.len() {
            let terms = core.terms(edge).iter().map(|&(row, weight)| self.lambda[row as usize] * weight);
            let cost = core.cost[edge] * SCALE + terms.sum::<i64>();
            self.priced[edge] = if fixed.banned[edge] { NEVER } else { cost };
        }
    }

    /// Gives the oracle its costs.
    pub(super) fn instruct(&self, core: &Core, fixed: &Fixed, oracle: &mut Oracle) {
        oracle.cost.copy_from_slice(&self.priced);
        // Dear enough to keep out of it whoever must not stay out, and small enough to be bid again and again.
        let allowed = self.priced.iter().filter(|&&cost| cost != NEVER).map(|cost| cost.abs());
        let dear =
            8 * allowed.chain(core.out.iter().chain(&core.open).map(|cost| cost.abs() * SCALE)).max().unwrap_or(0);
        for person in 0..core.people() {
            oracle.out[person] = if fixed.must[person] { dear.min(NEVER / 16) } else { core.out[person] * SCALE };
        }
        for (open, &cost) in oracle.open.iter_mut().zip(&core.open) {
            *open = cost * SCALE;
        }
        for (pair, (first, second)) in core.pairings.iter().zip(&self.shift) {
            for (person, shift) in [(pair.first, first), (pair.second, second)] {
                let (out, slots) = shift.split_last().unwrap_or((&0, &[]));
                for edge in core.edges(person) {
                    oracle.cost[edge] = (oracle.cost[edge] + slots[core.slot[edge] as usize]).min(NEVER);
                }
                oracle.out[person as usize] = (oracle.out[person as usize] + out).min(NEVER);
            }
        }
    }

    /// What multipliers and position prices prove, in `1/SCALE`.
    pub(super) fn bound(&self, core: &Core, fixed: &Fixed, price: &[i64]) -> i128 {
        let mut total = self.constant(core);
        for (&price, &open) in price.iter().zip(&core.open) {
            total += i128::from(price.min(open * SCALE));
        }
        for person in 0..core.people() as u32 {
            if core.pairing_of[person as usize] == NONE {
                let mut least = if fixed.must[person as usize] { NOWHERE } else { core.out[person as usize] * SCALE };
                let edges = core.edges(person);
                for (&cost, &target) in self.priced[edges.clone()].iter().zip(&core.target[edges]) {
                    if cost != NEVER {
                        least = least.min(cost - price[target as usize].min(core.open[target as usize] * SCALE));
                    }
                }
                if least == NOWHERE {
                    return EMPTY;
                }
                total += i128::from(least);
            }
        }
        for pairing in 0..core.pairings.len() {
            let least = self.together(core, fixed, pairing, price).0;
            if least == NOWHERE {
                return EMPTY;
            }
            total += i128::from(least);
        }
        total
    }

    /// `−Σ λ·limit`.
    fn constant(&self, core: &Core) -> i128 {
        let limit = |row: usize, lambda: i64| {
            let row = &core.rows[row];
            if lambda > 0 { row.most } else { row.least }.unwrap_or(0)
        };
        let terms = self.lambda.iter().enumerate();
        terms.map(|(row, &lambda)| -i128::from(lambda) * i128::from(limit(row, lambda))).sum()
    }

    /// A couple's cheapest choice, the slots it uses (or nothing: both out), and the cost of every slot.
    pub(super) fn together(
        &self,
        core: &Core,
        fixed: &Fixed,
        pairing: usize,
        price: &[i64],
    ) -> (i64, Option<(u32, u32)>, Slots) {
        let pair = &core.pairings[pairing];
        // Of each slot the two cheapest, and which position the cheapest has: two people cannot share one.
        let slots = |person: u32| {
            let mut least = vec![[(NOWHERE, NONE); 2]; core.places[person as usize].len() + 1];
            for edge in core.edges(person) {
                let target = core.target[edge] as usize;
                if self.priced[edge] == NEVER {
                    continue;
                }
                let cost = self.priced[edge] - price[target].min(core.open[target] * SCALE);
                let [first, second] = &mut least[core.slot[edge] as usize];
                if cost < first.0 {
                    *second = std::mem::replace(first, (cost, target as u32));
                } else if cost < second.0 {
                    *second = (cost, target as u32);
                }
            }
            if let Some(out) = least.last_mut() {
                out[0].0 = core.out[person as usize] * SCALE;
            }
            least
        };
        let (first, second) = (slots(pair.first), slots(pair.second));
        let out = |least: &[[(i64, u32); 2]]| least.last().map_or(NOWHERE, |out| out[0].0);
        let must = fixed.must[pair.first as usize] || fixed.must[pair.second as usize];
        let mut best = if must { NOWHERE } else { out(&first) + out(&second) };
        let mut at = None;
        for &(one, other) in &pair.together {
            let ([a, b], [c, d]) = (first[one as usize], second[other as usize]);
            let sum = |one: i64, other: i64| if one.max(other) == NOWHERE { NOWHERE } else { one + other };
            let both = if a.1 == c.1 { sum(a.0, d.0).min(sum(b.0, c.0)) } else { sum(a.0, c.0) };
            if both < best {
                best = both;
                at = Some((one, other));
            }
        }
        let cheapest = |least: Vec<[(i64, u32); 2]>| least.into_iter().map(|of| of[0].0).collect();
        let (first, second) = (cheapest(first), cheapest(second));
        (best, at, (first, second))
    }

    /// Shows each of a couple half of what the pair would pay for each of its places.
    pub(super) fn pass_messages(&mut self, core: &Core, fixed: &Fixed, price: &[i64]) {
        for pairing in 0..core.pairings.len() {
            let (_, _, (first, second)) = self.together(core, fixed, pairing, price);
            let pair = &core.pairings[pairing];
            let mut half = (vec![NOWHERE; first.len()], vec![NOWHERE; second.len()]);
            let mut join = |one: usize, other: usize| {
                let both = first[one].saturating_add(second[other]).div_euclid(2);
                half.0[one] = half.0[one].min(both);
                half.1[other] = half.1[other].min(both);
            };
            for &(one, other) in &pair.together {
                join(one as usize, other as usize);
            }
            join(first.len() - 1, second.len() - 1);
            let difference = |half: &[i64], now: &[i64]| {
                half.iter()
                    .zip(now)
                    .map(|(half, now)| half.saturating_sub(*now).clamp(-NEVER / 16, NEVER / 16))
                    .collect()
            };
            self.shift[pairing] = (difference(&half.0, &first), difference(&half.1, &second));
        }
    }
}
