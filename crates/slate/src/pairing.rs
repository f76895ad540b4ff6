//! Every eligible pair of a cycle with how much it has of what the levers price. It owns what it holds, so that it is
//! derived once a World and priced again as often as levers, wishes or the slate to keep to change.

use muster_domain::policy::Lever;
use muster_domain::{BilletId, Date, PersonId, Position};
use rayon::prelude::*;

use crate::cost::{Amounts, DISRUPTION, PAIR_LEVERS, TRAINING, points};
use crate::ground::Ground;
use crate::limits::Allowed;
use crate::pairs::Field;
use crate::section_515::Room;

/// The pairs that every rule allows, by mover.
#[derive(Debug)]
pub struct Pairing {
    made_of: MadeOf,
    /// Of each mover: the ranked billets that the amounts were counted with, and the pairs by rising place of the opening.
    rows: Vec<Row>,
}

/// Everything that decides which pairs there are.
#[derive(Debug, PartialEq, Eq)]
struct MadeOf {
    facts: Position,
    today: Date,
    eligibility: Vec<i64>,
    movers: Vec<PersonId>,
    openings: Vec<(BilletId, Date, bool)>,
}

#[derive(Debug)]
struct Row {
    ranked: Vec<BilletId>,
    openings: Vec<u32>,
    amounts: Vec<[i32; PAIR_LEVERS.len()]>,
}

impl MadeOf {
    fn of(field: &Field<'_>) -> Self {
        let levers = Lever::ALL.iter().filter(|lever| lever.definition().group == "eligibility");
        let full = |room: &Room| matches!(room, Room::Full { .. });
        Self {
            facts: field.ground.world.facts,
            today: field.ground.today,
            eligibility: levers.map(|lever| field.ground.levers.value(*lever)).collect(),
            movers: field.movers.iter().map(|facts| facts.mover.person).collect(),
            openings: (field.openings.iter())
                .map(|facts| (facts.opening.billet, facts.opening.open_from, full(&facts.room)))
                .collect(),
        }
    }
}

impl Pairing {
    /// Holds every rule against every pair.
    pub(crate) fn of(field: &Field<'_>) -> Self {
        let rows = field.eligible().into_par_iter().enumerate().map(|(mover, openings)| {
            let ranked = field.movers[mover].ranked.to_vec();
            let amounts = openings.iter().map(|opening| narrow(&field.amounts(mover, *opening as usize))).collect();
            Row { ranked, openings, amounts }
        });
        Self { rows: rows.collect(), made_of: MadeOf::of(field) }
    }

    /// Whether the same pairs are eligible in this field.
    pub(crate) fn fits(&self, field: &Field<'_>) -> bool {
        self.made_of == MadeOf::of(field)
    }

    /// The openings a mover is eligible for, by rising place.
    pub(crate) fn openings_of(&self, mover: usize) -> &[u32] {
        &self.rows[mover].openings
    }

    /// Every pair, by rising mover, then opening, and whether it needs a course first.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = Allowed> + '_ {
        let row = |(mover, row)| {
            let Row { openings, amounts, .. }: &Row = row;
            openings.iter().zip(amounts).map(move |(opening, amounts)| (mover, *opening, amounts[TRAINING] > 0))
        };
        (0..).zip(&self.rows).flat_map(row)
    }

    /// Every pair that `admits`, with its points in this field, which the pairing fits; by rising mover, then opening.
    pub(crate) fn priced(&self, field: &Field<'_>, admits: impl Fn(usize, u32) -> bool + Sync) -> Vec<(u32, u32, i64)> {
        let rows: Vec<Vec<(u32, u32, i64)>> = (self.rows.par_iter().enumerate())
            .map(|(mover, row)| {
                let again = row.ranked != field.movers[mover].ranked;
                let admitted = row.openings.iter().zip(&row.amounts).filter(|(opening, _)| admits(mover, **opening));
                admitted
                    .map(|(opening, amounts)| {
                        let amounts = match again {
                            true => field.amounts(mover, *opening as usize),
                            false => now(&field.ground, field, mover, *opening, amounts),
                        };
                        (mover as u32, *opening, points(&field.ground.levers, &amounts))
                    })
                    .collect()
            })
            .collect();
        rows.concat()
    }
}

/// The stored amounts, with the disruption counted against what this ground keeps to.
fn now(
    ground: &Ground<'_>,
    field: &Field<'_>,
    mover: usize,
    opening: u32,
    stored: &[i32; PAIR_LEVERS.len()],
) -> Amounts {
    let mut amounts = stored.map(i64::from);
    let billet = field.openings[opening as usize].opening.billet;
    amounts[DISRUPTION] = i64::from(ground.disrupts(field.movers[mover].mover.person, Some(billet)));
    amounts
}

/// Amounts are grades, ranks, half steps, days and thousands of kilometres between dates and places on Earth: all fit.
fn narrow(amounts: &Amounts) -> [i32; PAIR_LEVERS.len()] {
    amounts.map(|amount| i32::try_from(amount).expect("no two dates or places are 2^31 units apart"))
}
