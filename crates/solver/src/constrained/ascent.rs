//! Climbing to the best bound: multipliers move by the signs of what the relaxed answer violates, each by a step of
//! its own that grows while the sign stays and halves when it turns (RProp, Riedmiller and Braun 1993).

use super::core::{Core, SCALE};
use super::dual::{Dual, Fixed};
use super::oracle::Oracle;

/// The state of the climb and the best bound reached.
#[derive(Debug, Clone)]
pub(super) struct Ascent {
    pub(super) dual: Dual,
    pub(super) oracle: Oracle,
    /// The sum of weights in each row, of the oracle's last answer.
    pub(super) activity: Vec<i64>,
    pub(super) wanted: Vec<f64>,
    pub(super) step: Vec<f64>,
    pub(super) sign: Vec<i8>,
    /// Where violations have been pulling, the last ones most.
    pub(super) direction: Vec<f64>,
    pub(super) best: Best,
    /// A small increment for this instance's costs.
    pub(super) fine: i64,
}

/// The best bound and what proves it.
#[derive(Debug, Clone)]
pub(super) struct Best {
    /// In `1/SCALE`.
    pub(super) bound: i128,
    pub(super) lambda: Vec<i64>,
    pub(super) price: Vec<i64>,
}

impl Ascent {
    pub(super) fn new(core: &Core) -> Ascent {
        let costs = core.cost.iter().map(|&cost| i128::from(cost.abs())).sum::<i128>();
        let typical = (costs / core.cost.len().max(1) as i128) as f64;
        let rows = core.rows.len();
        let step = core.rows.iter().map(|row| (typical / 20.0).max(1.0) * SCALE as f64 / row.typical as f64).collect();
        Ascent {
            dual: Dual::new(core),
            oracle: Oracle::new(core),
            activity: vec![0; rows],
            wanted: vec![0.0; rows],
            step,
            sign: vec![0; rows],
            direction: vec![0.0; rows],
            fine: ((typical * SCALE as f64 / 3_000.0) as i64).max(1),
            best: Best { bound: i128::MIN, lambda: vec![0; rows], price: vec![0; core.positions()] },
        }
    }

    /// Goes on, with small steps, from multipliers and prices reached elsewhere.
    pub(super) fn resume(&mut self, from: &Best) {
        self.dual.lambda.clone_from(&from.lambda);
        self.oracle.price.clone_from(&from.price);
        self.step.iter_mut().for_each(|step| *step /= 8.0);
    }

    /// One call of the oracle at the present multipliers; keeps what it proves if it is the best.
    pub(super) fn look(&mut self, core: &Core, fixed: &Fixed, increment: i64) -> i128 {
        self.dual.price(core, fixed);
        self.dual.instruct(core, fixed, &mut self.oracle);
        self.oracle.release_banned(core);
        let bids = 40 * (core.people() + core.positions()) as u64;
        self.oracle.run(core, increment, bids);
        self.activity = core.activity(&self.oracle.edge_of);
        let bound = self.dual.bound(core, fixed, &self.oracle.price);
        if bound > self.best.bound {
            self.best = Best { bound, lambda: self.dual.lambda.clone(), price: self.oracle.price.clone() };
        }
        bound
    }

    /// Takes note of a bound found otherwise.
    pub(super) fn keep(&mut self, found: Best) {
        if found.bound > self.best.bound {
            self.best = found;
        }
    }

    /// Brings the oracle near the answer at the present multipliers, without looking at what it proves.
    pub(super) fn settle(&mut self, core: &Core, fixed: &Fixed, increment: i64) {
        self.dual.price(core, fixed);
        self.dual.instruct(core, fixed, &mut self.oracle);
        self.oracle.release_banned(core);
        self.oracle.run(core, increment, 40 * (core.people() + core.positions()) as u64);
    }

    /// Moves every multiplier by its own step, and the couples' messages.
    pub(super) fn step(&mut self, core: &Core, fixed: &Fixed) {
        for row in 0..core.rows.len() {
            let lambda = self.dual.lambda[row];
            let activity = self.activity[row];
            let over = core.rows[row].most.map_or(i64::MIN, |most| activity - most);
            let under = core.rows[row].least.map_or(i64::MIN, |least| least - activity);
            let sign: i8 = match lambda {
                0 if over > 0 => 1,
                0 if under > 0 => -1,
                0 => 0,
                1.. => over.signum() as i8,
                _ => -under.signum() as i8,
            };
            if sign == 0 {
                self.sign[row] = 0;
                continue;
            }
            if self.sign[row] == -sign {
                self.step[row] *= 0.5;
            } else if self.sign[row] == sign {
                self.step[row] *= 1.2;
            }
            self.sign[row] = sign;
            self.wanted[row] = self.dual.lambda[row] as f64 + f64::from(sign) * self.step[row];
            self.dual.lambda[row] = Dual::admissible(core, row, self.wanted[row]);
        }
        self.dual.pass_messages(core, fixed, &self.oracle.price);
    }

    /// Goes back to the best multipliers and prices, for steps of another kind.
    pub(super) fn go_back(&mut self) {
        self.dual.lambda.clone_from(&self.best.lambda);
        self.oracle.price.clone_from(&self.best.price);
        for (wanted, &lambda) in self.wanted.iter_mut().zip(&self.best.lambda) {
            *wanted = lambda as f64;
        }
        self.direction.fill(0.0);
    }

    /// Moves all multipliers together along what is violated, a share of the way on which `target`, what an assignment
    /// costs in `1/SCALE`, would be reached (Polyak 1969), and the couples' messages. Violations count in each row's
    /// typical weight.
    pub(super) fn lean(&mut self, core: &Core, fixed: &Fixed, bound: i128, target: i128, share: f64) {
        let mut size = 0.0;
        for (row, limits) in core.rows.iter().enumerate() {
            let lambda = self.dual.lambda[row];
            let over = limits.most.map(|most| self.activity[row] - most);
            let under = limits.least.map(|least| least - self.activity[row]);
            let slope = match (over, under) {
                (Some(over), _) if lambda > 0 || over > 0 => over as f64,
                (_, Some(under)) if lambda < 0 || under > 0 => -(under as f64),
                _ => 0.0,
            };
            let direction = &mut self.direction[row];
            *direction = 0.7 * *direction + slope / limits.typical as f64;
            size += *direction * *direction;
        }
        if size > 0.0 {
            let length = share * ((target - bound) as f64).max(0.0) / size;
            for (row, limits) in core.rows.iter().enumerate() {
                let wanted = self.wanted[row] + length * self.direction[row] / limits.typical as f64;
                self.dual.lambda[row] = Dual::admissible(core, row, wanted);
                self.wanted[row] = self.dual.lambda[row] as f64;
            }
        }
        self.dual.pass_messages(core, fixed, &self.oracle.price);
    }
}
