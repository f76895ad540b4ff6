//! The slate that a matching makes: its lines, whom and what it leaves out, its whole cost. For matchings that cost did
//! not choose, or not alone: their lines have no price and no runner-up.

use muster_domain::allocation::{ProposeSlate, SlateLine, SlateMethod};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, CycleId, PersonId, Position};

use crate::compute::line;
use crate::limits::Choice;
use crate::pairs::Field;

/// A matching as a slate.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    /// By rising billet.
    pub(crate) lines: Vec<SlateLine>,
    /// Openings left unfilled, by rising billet.
    pub(crate) unfilled: Vec<BilletId>,
    /// Movers left without an assignment, by rising person.
    pub(crate) unmatched: Vec<PersonId>,
    /// The whole cost in points, openings not offered among it, as with a slate of least cost.
    pub(crate) objective: i64,
}

impl Placed {
    /// The opening of each mover, by their places in the field; no opening twice.
    pub(crate) fn of(field: &Field<'_>, position_of: &Choice) -> Self {
        let mut person_of = vec![None; field.openings.len()];
        for (person, position) in crate::limits::lines(position_of) {
            person_of[position as usize] = Some(person);
        }
        let (mut lines, mut unfilled, mut objective) = (Vec::new(), Vec::new(), 0);
        for ((position, facts), person) in (0..).zip(&field.openings).zip(person_of) {
            match person {
                Some(person) => lines.push(line(field, person, position, 0)),
                None => {
                    unfilled.push(facts.opening.billet);
                    objective += facts.opening.cost;
                }
            }
        }
        let left = field.movers.iter().zip(position_of).filter(|(_, position)| position.is_none());
        let unmatched: Vec<PersonId> = left.map(|(facts, _)| facts.mover.person).collect();
        objective += lines.iter().map(|line| line.cost).sum::<i64>();
        objective += unmatched.iter().map(|person| field.ground.unassigned(*person)).sum::<i64>();
        Self { lines, unfilled, unmatched, objective }
    }

    /// The command that proposes it.
    pub(crate) fn proposal(
        &self,
        cycle: CycleId,
        base: Position,
        method: SlateMethod,
        levers: &[(Lever, i64)],
    ) -> ProposeSlate {
        ProposeSlate {
            cycle,
            base,
            objective: self.objective,
            method,
            levers: levers.to_vec(),
            lines: self.lines.clone(),
            unfilled: self.unfilled.clone(),
            unmatched: self.unmatched.clone(),
        }
    }
}
