//! The whole instance as a relaxation, and the climb to its best bound by prices and multipliers together.

use super::ascent::Best;
use super::core::{Core, Row, SCALE};
use super::dual::{Dual, Fixed};
use super::floors::{Floors, Seated};
use super::stop::Stop;
use super::volume::{Climb, NEWEST, Range, Relaxation};
use crate::market::NONE;

/// How far prices may go, in units of cost: as far as exact sums allow, for where the instance cannot be kept they rise
/// for ever.
const FARTHEST: f64 = (1_u64 << 34) as f64;

/// A cost in units of cost, and the edge; infinite and [`NONE`] where there is none.
type Priced = (f64, u32);

/// The positions' prices, then the rows' multipliers, are the point.
#[derive(Debug, Clone)]
struct Whole<'c> {
    core: &'c Core,
    /// Per edge, its cost at the point.
    reduced: Vec<f64>,
    /// Of each slot of the two of a couple, the two cheapest edges.
    slots: [Vec<[Priced; 2]>; 2],
    banned: Vec<bool>,
    /// Per couple, where the last answer has it, and where those of late had it, with weights.
    stands: Vec<Stand>,
    leaning: Vec<Vec<(Stand, f64)>>,
    /// The edges that the last answer takes.
    taken: Vec<u32>,
    floors: Floors,
    /// Per position, who sat there of late.
    seated: Vec<Seated>,
}

/// Where a couple stands together, by slots; nothing if it stays out.
pub(super) type Stand = Option<(u32, u32)>;

/// The climb under way.
#[derive(Debug, Clone)]
pub(super) struct WholeClimb<'c> {
    whole: Whole<'c>,
    climb: Climb,
}

impl<'c> WholeClimb<'c> {
    /// From a bound's prices.
    pub(super) fn new(core: &'c Core, from: &Best) -> WholeClimb<'c> {
        let start = point(from);
        let prices = core.open.iter().map(|&open| Range { low: -FARTHEST, high: open as f64, unit: 1.0 });
        let ranges = prices.chain(core.rows.iter().map(range)).collect();
        let mut whole = Whole {
            core,
            reduced: vec![0.0; core.target.len()],
            slots: [Vec::new(), Vec::new()],
            banned: vec![false; core.target.len()],
            stands: vec![None; core.pairings.len()],
            leaning: vec![Vec::new(); core.pairings.len()],
            taken: Vec::new(),
            floors: Floors::new(core),
            seated: vec![[0.0; 2]; core.positions()],
        };
        let climb = Climb::new(&mut whole, start, ranges, 0.1);
        WholeClimb { whole, climb }
    }

    /// So many rounds; then the best point as whole numbers, and what it proves exactly.
    pub(super) fn climb(&mut self, rounds: u32, stop: &Stop) -> Best {
        for _ in 0..rounds {
            if stop.now() {
                break;
            }
            self.climb.round(&mut self.whole);
            self.whole.lean();
        }
        let core = self.whole.core;
        let (price, lambda) = self.climb.best.split_at(core.positions());
        let scaled = |units: &f64| units * SCALE as f64;
        let fixed = Fixed { banned: self.whole.banned.clone(), ..Fixed::nothing(core) };
        let mut dual = Dual::new(core);
        dual.lambda =
            lambda.iter().enumerate().map(|(row, units)| Dual::admissible(core, row, scaled(units))).collect();
        dual.price(core, &fixed);
        let price: Vec<i64> = price.iter().map(|units| scaled(units).round() as i64).collect();
        Best { bound: dual.bound(core, &fixed, &price), lambda: dual.lambda, price }
    }

    /// Where a couple stands most of the time, and how much of it.
    pub(super) fn leaning(&self, pairing: usize) -> (Stand, f64) {
        let of = &self.whole.leaning[pairing];
        of.iter().copied().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or((None, 0.0))
    }

    /// Keeps seats for those who hold floors up: of so many floors, those that are most decided first.
    pub(super) fn settle_floors(&self, left: &mut Vec<usize>, count: usize, fixed: &mut Fixed) {
        let (floors, seated) = (&self.whole.floors, &self.whole.seated);
        let undecided = |at: usize| floors.of[at].undecided(seated);
        left.sort_by(|&one, &other| undecided(one).total_cmp(&undecided(other)).then(one.cmp(&other)));
        for at in left.drain(..count.min(left.len())) {
            floors.of[at].settle(self.whole.core, floors, fixed, seated);
        }
    }

    /// How many floors there are over seats.
    pub(super) fn floors(&self) -> usize {
        self.whole.floors.of.len()
    }

    /// Goes on with what is fixed.
    pub(super) fn confine(&mut self, fixed: &Fixed) {
        self.whole.banned.clone_from(&fixed.banned);
        self.climb.again(&mut self.whole, 0.01);
    }
}

/// Prices and multipliers in units of cost.
pub(super) fn point(best: &Best) -> Vec<f64> {
    best.price.iter().chain(&best.lambda).map(|&scaled| scaled as f64 / SCALE as f64).collect()
}

/// A multiplier has the signs for which its row has a limit.
pub(super) fn range(row: &Row) -> Range {
    let far = FARTHEST / row.heaviest as f64;
    let low = if row.least.is_some() { -far } else { 0.0 };
    let high = if row.most.is_some() { far } else { 0.0 };
    Range { low, high, unit: 1.0 / row.typical as f64 }
}

impl Row {
    /// The limit that a multiplier prices.
    pub(super) fn limit(&self, lambda: f64) -> i64 {
        match (self.least, self.most) {
            (Some(least), Some(most)) => {
                if lambda > 0.0 {
                    most
                } else {
                    least
                }
            }
            (least, most) => least.or(most).unwrap_or(0),
        }
    }
}

impl Relaxation for Whole<'_> {
    fn look(&mut self, point: &[f64], left: &mut [f64]) -> f64 {
        let core = self.core;
        let (price, lambda) = point.split_at(core.positions());
        let mut bound: f64 = price.iter().sum();
        left.fill(1.0);
        for (at, (row, &lambda)) in core.rows.iter().zip(lambda).enumerate() {
            let limit = row.limit(lambda) as f64;
            bound -= lambda * limit;
            left[core.positions() + at] = -limit;
        }
        for (edge, reduced) in self.reduced.iter_mut().enumerate() {
            let weights = core.terms(edge).iter().map(|&(row, weight)| lambda[row as usize] * weight as f64);
            let cost = core.cost[edge] as f64 - price[core.target[edge] as usize] + weights.sum::<f64>();
            *reduced = if self.banned[edge] { f64::INFINITY } else { cost };
        }
        let mut taken = std::mem::take(&mut self.taken);
        taken.clear();
        let mut take = |edge: u32| {
            if edge != NONE {
                taken.push(edge);
                left[core.target[edge as usize] as usize] -= 1.0;
                for &(row, weight) in core.terms(edge as usize) {
                    left[core.positions() + row as usize] += weight as f64;
                }
            }
        };
        for person in (0..core.people()).filter(|&person| core.pairing_of[person] == NONE) {
            let mut least = (core.out[person] as f64, NONE);
            for edge in core.edges(person as u32) {
                if self.reduced[edge] < least.0 {
                    least = (self.reduced[edge], edge as u32);
                }
            }
            bound += least.0;
            take(least.1);
        }
        for pairing in 0..core.pairings.len() {
            let (least, first, second) = self.together(pairing);
            bound += least;
            take(first);
            take(second);
            self.stands[pairing] = (first != NONE).then(|| (core.slot[first as usize], core.slot[second as usize]));
        }
        self.taken = taken;
        bound
    }
}

impl Whole<'_> {
    fn lean(&mut self) {
        self.seated.iter_mut().flatten().for_each(|share| *share *= 1.0 - NEWEST);
        for &edge in &self.taken {
            if let Some(holds) = self.floors.holds[edge as usize] {
                self.seated[self.core.target[edge as usize] as usize][usize::from(holds)] += NEWEST;
            }
        }
        for (leaning, stand) in self.leaning.iter_mut().zip(&self.stands) {
            leaning.iter_mut().for_each(|(_, weight)| *weight *= 1.0 - NEWEST);
            match leaning.iter_mut().find(|(known, _)| known == stand) {
                Some((_, weight)) => *weight += NEWEST,
                None => leaning.push((*stand, NEWEST)),
            }
            leaning.retain(|&(_, weight)| weight > 1e-4);
        }
    }

    /// A couple's cheapest choice: its cost and both edges.
    fn together(&mut self, pairing: usize) -> (f64, u32, u32) {
        let core = self.core;
        let pair = &core.pairings[pairing];
        let [first, second] = &mut self.slots;
        for (person, slots) in [(pair.first, &mut *first), (pair.second, &mut *second)] {
            slots.clear();
            slots.resize(core.places[person as usize].len(), [(f64::INFINITY, NONE); 2]);
            for edge in core.edges(person) {
                let cost = self.reduced[edge];
                let [one, other] = &mut slots[core.slot[edge] as usize];
                if cost < one.0 {
                    *other = std::mem::replace(one, (cost, edge as u32));
                } else if cost < other.0 {
                    *other = (cost, edge as u32);
                }
            }
        }
        let target = |priced: Priced| core.target.get(priced.1 as usize);
        let out = core.out[pair.first as usize] + core.out[pair.second as usize];
        let mut least = (out as f64, NONE, NONE);
        for &(one, other) in &pair.together {
            let ([one, rather], [other, instead]) = (first[one as usize], second[other as usize]);
            let pairs = if target(one).is_some() && target(one) == target(other) {
                [(one, instead), (rather, other)]
            } else {
                [(one, other); 2]
            };
            for (one, other) in pairs {
                if one.0 + other.0 < least.0 {
                    least = (one.0 + other.0, one.1, other.1);
                }
            }
        }
        least
    }
}
