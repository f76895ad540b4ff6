//! What the constraints cost, read off the best bound.

use super::ascent::Best;
use super::core::{Core, SCALE};
use super::dual::{Dual, Fixed};
use super::model::Constrained;
use crate::problem::Problem;

/// Shares of the bound, in `1/SCALE`.
pub(super) struct Shares {
    pub(super) person: Vec<i64>,
    pub(super) couple: Vec<i64>,
}

/// Each person's and each couple's share: what it pays at the least, and what a couple pays for staying together.
pub(super) fn shares(core: &Core, best: &Best) -> Shares {
    let fixed = Fixed::nothing(core);
    let mut dual = Dual::new(core);
    dual.lambda.clone_from(&best.lambda);
    dual.price(core, &fixed);
    let alone = |person: u32| {
        let out = core.out[person as usize] * SCALE;
        let price = |edge: usize| {
            let target = core.target[edge] as usize;
            best.price[target].min(core.open[target] * SCALE)
        };
        core.edges(person).map(|edge| dual.priced[edge] - price(edge)).fold(out, i64::min)
    };
    let mut person: Vec<i64> = (0..core.people() as u32).map(alone).collect();
    let mut couple = Vec::new();
    for (index, pair) in core.pairings.iter().enumerate() {
        let (both, _, _) = dual.together(core, &fixed, index, &best.price);
        let extra = both - person[pair.first as usize] - person[pair.second as usize];
        couple.push(extra);
        person[pair.first as usize] += extra / 2;
        person[pair.second as usize] += extra - extra / 2;
    }
    Shares { person, couple }
}

/// The multiplier of each group, in units of cost a unit of weight, those of its cuts turned into the group's own
/// unit by the floor's weights and added.
pub(super) fn of_groups(core: &Core, lambda: &[i64]) -> Vec<f64> {
    let mut price: Vec<f64> = lambda[..core.groups].iter().map(|&lambda| lambda as f64 / SCALE as f64).collect();
    for (cut, &lambda) in core.cuts.iter().zip(&lambda[core.groups..]) {
        let row = core.rows[cut.group as usize];
        let typical = cut.heavier.abs().max(cut.lighter.abs()) as f64 / row.heaviest as f64;
        price[cut.group as usize] += lambda as f64 * typical / SCALE as f64;
    }
    price
}

/// Groups that no assignment keeps, whatever else is dropped.
pub(super) fn impossible(instance: &Constrained) -> Vec<u32> {
    let problem = instance.problem();
    let groups = (0..).zip(&instance.sides().groups);
    let cannot = groups.filter(|(_, group)| {
        let reach = |sign: i64| {
            let pairs = group.terms.iter().map(|&(person, position, weight)| (person, position, sign * weight));
            let alone = Problem::new(pairs, vec![0; problem.people()], vec![0; problem.positions()]);
            alone.ok().map(|alone| crate::solve::solve(&alone).objective)
        };
        let floor = group.least.is_some_and(|least| least > 0 && reach(-1).is_some_and(|reach| -reach < least));
        floor || group.most.is_some_and(|most| most < 0 && reach(1).is_some_and(|reach| reach > most))
    });
    cannot.map(|(index, _)| index).collect()
}
