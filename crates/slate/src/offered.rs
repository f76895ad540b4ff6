//! Who and what is offered to a matching that knows no limit over several lines: no more openings than section 515 has
//! room for, and no more people of a service than it gives. What it matches therefore keeps both.

use std::cmp::Reverse;
use std::collections::HashSet;

use muster_domain::PersonId;

use crate::ground::Ground;
use crate::pairs::Field;
use crate::section_515;
use crate::shares::service_limits;
use crate::wishes::points_of_facts;

impl<'w> Field<'w> {
    /// The field of a cycle with what is not offered withheld. These people are offered before others of their service:
    /// those of a slate that is already proposed.
    pub(crate) fn offered(ground: Ground<'w>, first: &HashSet<PersonId>) -> Self {
        let mut field = Self::new(ground);
        section_515::offer(&field.ground, &mut field.openings);
        field.withheld = withheld(&field, first);
        field
    }
}

/// Whom of each service that gives fewer people than it has movers, by place; empty where none does.
fn withheld(field: &Field<'_>, first: &HashSet<PersonId>) -> Vec<bool> {
    let Some(cycle) = field.ground.cycle_id() else { return Vec::new() };
    let limits = service_limits(field.ground.world, cycle, field.ground.today);
    let of = |service| (0..field.movers.len()).filter(move |mover| field.movers[*mover].profile.service == service);
    let short = limits.into_iter().map(|(service, most)| (service, most as usize));
    let short: Vec<_> = short.filter(|(service, most)| of(*service).count() > *most).collect();
    if short.is_empty() {
        return Vec::new();
    }
    let eligible = field.eligible();
    let mut withheld = vec![false; field.movers.len()];
    for (service, most) in short {
        let mut order = by_worth(field, &eligible, of(service));
        // The sort is stable: among those who come first, and among the others, the worth decides.
        order.sort_by_key(|mover| !first.contains(&field.movers[*mover].mover.person));
        for mover in order.into_iter().skip(most) {
            withheld[mover] = true;
        }
    }
    withheld
}

/// These movers, first those whom an opening of their own spares the most points by the facts alone, for which each opening
/// is counted once; then the others by rising id. Members' wishes do not count: nobody is offered for what they rank.
fn by_worth(field: &Field<'_>, eligible: &[Vec<u32>], movers: impl Iterator<Item = usize> + Clone) -> Vec<usize> {
    let worth = |mover: usize, opening: u32| {
        let points = points_of_facts(&field.ground.levers, field.amounts(mover, opening as usize));
        field.openings[opening as usize].opening.cost - points
    };
    let of =
        |mover: usize| eligible[mover].iter().map(move |opening| (Reverse(worth(mover, *opening)), mover, *opening));
    let mut pairs: Vec<(Reverse<i64>, usize, u32)> = movers.clone().flat_map(of).collect();
    pairs.sort_unstable();
    let (mut placed, mut filled) = (HashSet::new(), HashSet::new());
    let mut order = Vec::new();
    for (_, mover, opening) in pairs {
        if !placed.contains(&mover) && filled.insert(opening) {
            placed.insert(mover);
            order.push(mover);
        }
    }
    order.extend(movers.filter(|mover| !placed.contains(mover)));
    order
}
