//! Where each person and each couple may reasonably go: the choices of least loss at the bound's prices.
//!
//! Losses choose and order the choices. Values are so measured that a position left open, taken from nobody or taken
//! from somebody can be compared, and that the values of an assignment differ by what it costs.

use super::super::core::{Core, Row, SCALE};
use super::super::dual::{Dual, Fixed};
use crate::market::NONE;

/// Choices kept a person, and a person of a couple.
const KEPT: usize = 14;
const KEPT_COUPLED: usize = 40;

/// Pairs of choices kept a couple.
const KEPT_TOGETHER: usize = 60;

/// Choices kept a position.
const KEPT_AT: usize = 12;

/// Edges of one place considered for a couple.
const OF_PLACE: usize = 3;

/// A place to go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    pub(super) edge: u32,
    pub(super) target: u32,
}

/// All choices at one set of prices.
#[derive(Debug, Clone)]
pub(in crate::constrained) struct Lists {
    start: Vec<u32>,
    choice: Vec<Choice>,
    together: Vec<Vec<(Choice, Choice)>>,
    /// Per person, its cheapest choice at the prices and multipliers, in `1/SCALE`.
    pub(super) base: Vec<i64>,
    /// Per edge, cost less the position's price less the person's base, in `1/SCALE`. Multipliers are not in it: the
    /// rows' penalties take their place.
    pub(super) value: Vec<i64>,
    /// Per person, the same for staying out.
    pub(super) out_value: Vec<i64>,
    /// Per position, what leaving it open costs above its price, in `1/SCALE`.
    pub(super) open_value: Vec<i64>,
    /// Per group, what a unit of it is worth, in `1/SCALE`.
    pub(super) steep: Vec<i64>,
    /// Per group, its multiplier, in `1/SCALE`.
    pub(super) lambda: Vec<i64>,
    /// Per edge, its value with the multipliers in it, never negative.
    pub(super) loss: Vec<i64>,
    /// Per pairing, the loss of its cheapest choice.
    least_together: Vec<i64>,
    /// Per position, the end of its edges in `at`.
    at_end: Vec<u32>,
    at: Vec<u32>,
    /// Per person, the end of its caps in `cap`.
    cap_end: Vec<u32>,
    cap: Vec<u32>,
    /// Per group, if it caps how many of some people are in: these people, those who lose least by staying out first.
    under: Vec<Vec<u32>>,
}

impl Lists {
    /// The choices at these multipliers and prices.
    pub(in crate::constrained) fn new(core: &Core, lambda: &[i64], price: &[i64]) -> Lists {
        let fixed = Fixed::nothing(core);
        let mut dual = Dual::new(core);
        dual.lambda.copy_from_slice(lambda);
        dual.price(core, &fixed);
        let price: Vec<i64> = price.iter().zip(&core.open).map(|(&price, &open)| price.min(open * SCALE)).collect();
        let mut loss = dual.priced;
        for (loss, &target) in loss.iter_mut().zip(&core.target) {
            *loss -= price[target as usize];
        }
        let least = |person: u32| {
            let out = core.out[person as usize] * SCALE;
            loss[core.edges(person)].iter().copied().fold(out, i64::min)
        };
        let base: Vec<i64> = (0..core.people() as u32).map(least).collect();
        let value =
            |edge: usize| core.cost[edge] * SCALE - price[core.target[edge] as usize] - base[core.owner[edge] as usize];
        for (loss, &owner) in loss.iter_mut().zip(&core.owner) {
            *loss -= base[owner as usize];
        }
        let (cap_end, cap) = caps(core);
        let all = loss;
        let loss = |edge: u32| all[edge as usize];
        let choice = |edge: u32| Choice { edge, target: core.target[edge as usize] };
        let mut lists = Lists {
            start: vec![0],
            choice: Vec::new(),
            together: Vec::new(),
            steep: steep(core, lambda),
            value: (0..core.target.len()).map(value).collect(),
            out_value: core.out.iter().zip(&base).map(|(out, base)| out * SCALE - base).collect(),
            open_value: price.iter().zip(&core.open).map(|(price, open)| open * SCALE - price).collect(),
            base: Vec::new(),
            lambda: lambda[..core.groups].to_vec(),
            loss: Vec::new(),
            least_together: Vec::new(),
            at_end: Vec::new(),
            at: Vec::new(),
            cap_end,
            cap,
            under: vec![Vec::new(); core.groups],
        };
        let mut order: Vec<(i64, u32)> = Vec::new();
        for person in 0..core.people() as u32 {
            let kept = if core.pairing_of[person as usize] == NONE { KEPT } else { KEPT_COUPLED };
            order.clear();
            order.extend(core.edges(person).map(|edge| (loss(edge as u32), edge as u32)));
            if order.len() > kept {
                order.select_nth_unstable(kept);
                order.truncate(kept);
            }
            order.sort_unstable();
            lists.choice.extend(order.iter().map(|&(_, edge)| choice(edge)));
            lists.start.push(lists.choice.len() as u32);
        }
        for pair in &core.pairings {
            let by_slot = |person: u32| {
                let mut best: Vec<Vec<(i64, u32)>> = vec![Vec::new(); core.places[person as usize].len()];
                for edge in core.edges(person) {
                    best[core.slot[edge] as usize].push((loss(edge as u32), edge as u32));
                }
                for of in &mut best {
                    of.sort_unstable();
                    of.truncate(OF_PLACE);
                }
                best
            };
            let (first, second) = (by_slot(pair.first), by_slot(pair.second));
            let mut both: Vec<(i64, u32, u32)> = Vec::new();
            for &(one, other) in &pair.together {
                for &(loss, edge) in &first[one as usize] {
                    let with = second[other as usize].iter().map(|&(more, with)| (loss + more, edge, with));
                    both.extend(
                        with.filter(|&(_, edge, with)| core.target[edge as usize] != core.target[with as usize]),
                    );
                }
            }
            both.sort_unstable();
            both.truncate(KEPT_TOGETHER);
            let out = lists.out_value[pair.first as usize] + lists.out_value[pair.second as usize];
            lists.least_together.push(both.first().map_or(out, |best| best.0.min(out)));
            lists.together.push(both.iter().map(|&(_, one, other)| (choice(one), choice(other))).collect());
        }
        for position in 0..core.positions() as u32 {
            order.clear();
            order.extend(core.edges_at(position).iter().map(|&edge| (loss(edge), edge)));
            if order.len() > KEPT_AT {
                order.select_nth_unstable(KEPT_AT);
                order.truncate(KEPT_AT);
            }
            order.sort_unstable();
            lists.at.extend(order.iter().map(|&(_, edge)| edge));
            lists.at_end.push(lists.at.len() as u32);
        }
        lists.list_under(core);
        lists.base = base;
        lists.loss = all;
        lists
    }

    /// Lists who is under each cap. What a couple loses by staying out is shared by the two.
    fn list_under(&mut self, core: &Core) {
        let lost = |person: u32| match core.pairing_of[person as usize] {
            NONE => self.out_value[person as usize],
            pairing => self.lost_together(core, pairing, NONE, NONE) / 2,
        };
        let lost: Vec<i64> = (0..core.people() as u32).map(lost).collect();
        for person in 0..core.people() as u32 {
            for at in span(&self.cap_end, person) {
                self.under[self.cap[at] as usize].push(person);
            }
        }
        for under in &mut self.under {
            under.sort_unstable_by_key(|&person| (lost[person as usize], person));
        }
    }

    /// What a couple loses on two edges, or out with [`NONE`], against its cheapest choice.
    pub(super) fn lost_together(&self, core: &Core, pairing: u32, one: u32, other: u32) -> i64 {
        let pair = &core.pairings[pairing as usize];
        let lost = |person: u32, edge: u32| match edge {
            NONE => self.out_value[person as usize],
            edge => self.loss[edge as usize],
        };
        lost(pair.first, one) + lost(pair.second, other) - self.least_together[pairing as usize]
    }

    /// Groups that cap how many are in, this person among them.
    pub(super) fn caps(&self, person: u32) -> &[u32] {
        &self.cap[span(&self.cap_end, person)]
    }

    /// Everybody under such a cap.
    pub(super) fn under(&self, group: u32) -> &[u32] {
        &self.under[group as usize]
    }

    /// A position's edges of least loss, the least first.
    pub(super) fn at(&self, position: u32) -> &[u32] {
        &self.at[span(&self.at_end, position)]
    }

    /// A person's choices, the least loss first.
    pub(super) fn of(&self, person: u32) -> &[Choice] {
        &self.choice[self.start[person as usize] as usize..self.start[person as usize + 1] as usize]
    }

    /// A couple's choices, the least loss first.
    pub(super) fn together(&self, pairing: u32) -> &[(Choice, Choice)] {
        &self.together[pairing as usize]
    }
}

/// Per group, what a unit of it is worth: the size of its multiplier, and of its cuts' as far as they count the same.
pub(in crate::constrained) fn steep(core: &Core, lambda: &[i64]) -> Vec<i64> {
    let mut steep: Vec<i64> = lambda[..core.groups].iter().map(|lambda| lambda.abs()).collect();
    for (cut, lambda) in core.cuts.iter().zip(&lambda[core.groups..]) {
        // One more of the heavier in the place of a lighter one: by the cut, and by a step of the group.
        let Row { step, .. } = core.rows[cut.group as usize];
        steep[cut.group as usize] += lambda.abs() * (cut.heavier - cut.lighter) / step;
    }
    steep
}

/// What is between the end before and the end of a node.
fn span(end: &[u32], node: u32) -> std::ops::Range<usize> {
    let from = node.checked_sub(1).map_or(0, |before| end[before as usize]);
    from as usize..end[node as usize] as usize
}

/// Per person, the groups with a cap in which each of its edges weighs one; ends, and the groups.
fn caps(core: &Core) -> (Vec<u32>, Vec<u32>) {
    let (mut ends, mut caps): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    for person in 0..core.people() as u32 {
        let from = caps.len();
        let mut edges = core.edges(person);
        if let Some(first) = edges.next() {
            let ones = core.group_terms(first).iter().filter(|term| term.1 == 1).map(|term| term.0);
            caps.extend(ones.filter(|&row| core.rows[row as usize].most.is_some()));
        }
        for edge in edges {
            let mut at = from;
            while at < caps.len() {
                if core.group_terms(edge).contains(&(caps[at], 1)) {
                    at += 1;
                } else {
                    caps.swap_remove(at);
                }
            }
        }
        ends.push(caps.len() as u32);
    }
    (ends, caps)
}
