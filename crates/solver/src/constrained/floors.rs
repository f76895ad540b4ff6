//! Floors kept by seats. A share floor over an office's seats, "at least three in ten of those placed are experienced",
//! couples everybody there. A dive that first says which seats are for the experienced, and which stay open because there
//! are not enough of them, has seats instead of floors to keep, and seats are what the prices know best.

use super::core::Core;
use super::cuts::most_light;
use super::dual::Fixed;
use crate::market::NONE;

/// A floor of two weights, and the seats that it is over.
#[derive(Debug, Clone)]
pub(super) struct Floor {
    weights: (i64, i64),
    least: i64,
    seats: Vec<u32>,
}

/// What of late sat in a position by the relaxed answers: the share of those who weigh down its floor, and of those who
/// hold it up.
pub(super) type Seated = [f64; 2];

/// Every floor of two weights, none of which share a seat.
#[derive(Debug, Clone)]
pub(super) struct Floors {
    pub(super) of: Vec<Floor>,
    /// Per edge, whether it holds its position's floor up; nothing where there is none.
    pub(super) holds: Vec<Option<bool>>,
}

impl Floors {
    pub(super) fn new(core: &Core) -> Floors {
        let mut weights: Vec<Option<(i64, i64)>> = core.rows[..core.groups].iter().map(|_| Some((0, 0))).collect();
        let mut row_at = vec![NONE; core.positions()];
        let is_floor = |row: u32| core.rows[row as usize].least.is_some();
        for edge in 0..core.target.len() {
            for &(row, weight) in core.group_terms(edge).iter().filter(|term| is_floor(term.0)) {
                let at = &mut row_at[core.target[edge] as usize];
                let of = &mut weights[row as usize];
                if let Some((up, down)) = of {
                    let kept = if weight > 0 { up } else { down };
                    let same = *kept == 0 || *kept == weight;
                    *kept = weight;
                    if !same || *at != NONE && *at != row {
                        *of = None;
                    }
                }
                *at = row;
            }
        }
        let mut floor_at = vec![NONE; core.groups];
        let mut of: Vec<Floor> = Vec::new();
        for (position, &row) in (0..).zip(&row_at).filter(|(_, row)| **row != NONE) {
            let Some(weights) = weights[row as usize].filter(|(up, down)| *up > 0 && *down < 0) else { continue };
            let at = &mut floor_at[row as usize];
            if *at == NONE {
                *at = of.len() as u32;
                of.push(Floor { weights, least: core.rows[row as usize].least.unwrap_or(0), seats: Vec::new() });
            }
            of[*at as usize].seats.push(position);
        }
        let holds = |edge: usize| {
            let row = row_at[core.target[edge] as usize];
            let floor = if row == NONE { NONE } else { floor_at[row as usize] };
            let term = core.group_terms(edge).iter().find(|term| floor != NONE && term.0 == row)?;
            Some(term.1 > 0)
        };
        Floors { holds: (0..core.target.len()).map(holds).collect(), of }
    }
}

impl Floor {
    /// How far from whole the answers of late have its seats: zero if everything is decided.
    pub(super) fn undecided(&self, seated: &[Seated]) -> f64 {
        let off = |share: f64| (share - share.round()).abs();
        let seats = self.seats.iter().flat_map(|&at| seated[at as usize]);
        seats.map(off).sum::<f64>() / self.seats.len().max(1) as f64
    }

    /// Keeps seats for those who hold the floor up, where they sit most of the time, and closes those that would then be
    /// too many.
    pub(super) fn settle(&self, core: &Core, floors: &Floors, fixed: &mut Fixed, seated: &[Seated]) {
        let most = self.seats.len() as i64;
        let mut order = self.seats.clone();
        let up = |at: u32| seated[at as usize][1];
        let full = |at: u32| seated[at as usize][0] + seated[at as usize][1];
        order.sort_by(|&one, &other| up(other).total_cmp(&up(one)).then(one.cmp(&other)));
        let mut heavy = (order.iter().map(|&at| up(at)).sum::<f64>() + 0.5).floor() as i64;
        while heavy < most && most_light(self.weights, self.least, most, heavy).is_none() {
            heavy += 1;
        }
        // No more than a full office needs.
        let light = |heavy: i64| most_light(self.weights, self.least, most, heavy).unwrap_or(0);
        while heavy > 0 && heavy - 1 + light(heavy - 1) >= most {
            heavy -= 1;
        }
        let room = (heavy + light(heavy)).min(most);
        let (kept, rest) = order.split_at_mut(heavy.clamp(0, most) as usize);
        for &position in kept.iter() {
            for &edge in core.edges_at(position) {
                fixed.banned[edge as usize] |= floors.holds[edge as usize] == Some(false);
            }
        }
        rest.sort_by(|&one, &other| full(one).total_cmp(&full(other)).then(one.cmp(&other)));
        for &position in rest.iter().take((most - room).max(0) as usize) {
            core.edges_at(position).iter().for_each(|&edge| fixed.banned[edge as usize] = true);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::constrained::{Constrained, Group, SideConstraints};
    use crate::problem::Problem;

    /// One office, of whose people at least three in ten are to be of the first half.
    fn office(seats: u32) -> Core {
        let pairs = || (0..2 * seats).flat_map(move |person| (0..seats).map(move |seat| (person, seat)));
        let (people, places) = (2 * seats as usize, seats as usize);
        let problem = Problem::new(pairs().map(|(i, j)| (i, j, 1)), vec![9; people], vec![9; places]).unwrap();
        let terms = pairs().map(|(i, j)| (i, j, if i < seats { 7 } else { -3 })).collect();
        let group = Group { name: "three in ten".into(), terms, least: Some(0), most: None };
        let sides = SideConstraints { groups: vec![group], ..SideConstraints::default() };
        Core::new(&Constrained::new(problem, sides).unwrap())
    }

    proptest! {
        #[test]
        fn an_office_whose_seats_are_settled_keeps_its_floor_by_whomever_they_are_filled(
            seated in proptest::collection::vec([0.0..1.0_f64, 0.0..1.0_f64], 1..14),
        ) {
            let core = office(seated.len() as u32);
            let floors = Floors::new(&core);
            prop_assert_eq!(floors.of.len(), 1);
            let mut fixed = Fixed::nothing(&core);
            floors.of[0].settle(&core, &floors, &mut fixed, &seated);
            let (mut sum, mut open) = (0, 0);
            for position in 0..seated.len() as u32 {
                let free = core.edges_at(position).iter().filter(|edge| !fixed.banned[**edge as usize]);
                let least = free.map(|edge| core.group_terms(*edge as usize)[0].1).min();
                sum += least.unwrap_or(0);
                open += usize::from(least.is_some());
            }
            prop_assert!(sum >= 0);
            // As many are open as those who hold the floor up were there for, rounded to whole people.
            let up: f64 = seated.iter().map(|share| share[1]).sum();
            let carried = ((up + 0.5).floor() * 10.0 / 3.0).floor() as usize;
            prop_assert_eq!(open, carried.min(seated.len()));
        }
    }
}
