//! Computing a slate: derive, pair, solve, verify, find runners-up. A [`ComputedSlate`] exists only with the verifier's
//! certificate.

use muster_domain::allocation::{ProposeSlate, RunnerUp, SlateLine};
use muster_domain::kernel::Id;
use muster_domain::policy::Lever;
use muster_domain::{BilletId, CycleId, Date, PersonId, Position, World};
use muster_solver::{Certificate, Problem, Solution, WhatIf, solve, verify};
use rayon::prelude::*;

use crate::alternatives::{people_for, positions_for};
use crate::cost::{amounts, parts};
use crate::ground::{Ground, SlateError};
use crate::movers::Mover;
use crate::openings::Opening;
use crate::pairs::Field;

/// Lines whose runners-up are sought together.
const LINES_TOGETHER: usize = 128;

/// A slate of least cost, proven so.
#[derive(Debug, Clone)]
pub struct ComputedSlate {
    cycle: CycleId,
    base: Position,
    today: Date,
    levers: Vec<(Lever, i64)>,
    movers: Vec<Mover>,
    openings: Vec<Opening>,
    lines: Vec<SlateLine>,
    problem: Problem,
    solution: Solution,
    proof: Certificate,
}

/// Another choice for one side of a line, and what it would cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Alternative {
    /// Who would take it.
    pub person: PersonId,
    /// Which billet.
    pub billet: BilletId,
    /// Points by which the whole slate would cost more; 0 is a tie.
    pub costs_more: i64,
}

/// Computes the slate of least cost of an open cycle as of a day. The same World, cycle and day give the same slate.
///
/// # Errors
/// There is no such open cycle, its window has passed, or the answer does not pass its verification.
pub fn compute(world: &World, cycle: CycleId, today: Date) -> Result<ComputedSlate, SlateError> {
    let field = Field::new(Ground::new(world, cycle, today)?);
    let problem = problem(&field, field.eligible())?;
    let solution = solve(&problem);
    let proof = verify(&problem, &solution)?;
    let lines = lines(&field, &problem, &solution)?;
    Ok(ComputedSlate {
        cycle,
        base: world.position,
        today,
        levers: field.ground.levers.of_slates(),
        movers: field.movers.into_iter().map(|facts| facts.mover).collect(),
        openings: field.openings.into_iter().map(|facts| facts.opening).collect(),
        lines,
        problem,
        solution,
        proof,
    })
}

/// The instance of these pairs.
pub(crate) fn problem(field: &Field<'_>, pairs: Vec<(u32, u32, i64)>) -> Result<Problem, SlateError> {
    let unassigned = vec![field.ground.levers.value(Lever::UnassignedCost); field.movers.len()];
    let unfilled = field.openings.iter().map(|facts| facts.opening.cost).collect();
    Ok(Problem::new(pairs, unassigned, unfilled)?)
}

/// The lines by rising billet, each with its exact runner-up.
fn lines(field: &Field<'_>, problem: &Problem, solution: &Solution) -> Result<Vec<SlateLine>, SlateError> {
    let assigned: Vec<(u32, u32)> =
        (0..).zip(&solution.person_of).filter_map(|(position, person)| Some(((*person)?, position))).collect();
    let what_if = WhatIf::new(problem, solution)?;
    let together: Vec<Vec<SlateLine>> = assigned
        .par_chunks(LINES_TOGETHER)
        .map_with(what_if, |what_if, pairs| {
            let line = |(person, position): &(u32, u32)| {
                let next = people_for(problem, solution, what_if, *position, 1).pop();
                let runner_up = next.map(|next| RunnerUp {
                    person: field.movers[next.person as usize].mover.person,
                    costs_more: next.costs_more,
                });
                line(field, *person, *position, solution.position_price[*position as usize], runner_up)
            };
            pairs.iter().map(line).collect()
        })
        .collect();
    Ok(together.concat())
}

fn line(field: &Field<'_>, person: u32, position: u32, price: i64, runner_up: Option<RunnerUp>) -> SlateLine {
    let pair = field.pair(person as usize, position as usize);
    let parts = parts(&field.ground.levers, &amounts(&pair, &field.roads));
    SlateLine {
        person: pair.mover.mover.person,
        billet: pair.opening.opening.billet,
        report: pair.report,
        rotation: pair.rotation(),
        accompanied: pair.accompanied(),
        cost: parts.iter().map(|part| part.points).sum(),
        parts,
        price,
        runner_up,
    }
}

impl ComputedSlate {
    /// In which cycle.
    pub fn cycle(&self) -> CycleId {
        self.cycle
    }

    /// The journal position of the World it was computed on.
    pub fn base(&self) -> Position {
        self.base
    }

    /// The day it was computed as of.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The levers it was made with.
    pub fn levers(&self) -> &[(Lever, i64)] {
        &self.levers
    }

    /// Its lines, by rising billet.
    pub fn lines(&self) -> &[SlateLine] {
        &self.lines
    }

    /// Everybody who was to be assigned.
    pub fn movers(&self) -> &[Mover] {
        &self.movers
    }

    /// Everything that was to be filled.
    pub fn openings(&self) -> &[Opening] {
        &self.openings
    }

    /// Its whole cost in points: lines, unfilled openings and unmatched movers together. Nothing costs less: see
    /// [`ComputedSlate::proof`].
    pub fn objective(&self) -> i64 {
        self.proof.objective()
    }

    /// The verifier's certificate that no slate costs less. The bound equals the objective.
    pub fn proof(&self) -> &Certificate {
        &self.proof
    }

    /// Eligible pairs it chose among.
    pub fn pairs(&self) -> usize {
        self.problem.pairs()
    }

    /// The instance it solved: movers and openings by their places in the lists.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// Openings it leaves unfilled, by rising billet.
    pub fn unfilled(&self) -> impl Iterator<Item = &Opening> + '_ {
        self.openings.iter().zip(&self.solution.person_of).filter(|(_, person)| person.is_none()).map(|(it, _)| it)
    }

    /// Movers it leaves without an assignment, by rising person.
    pub fn unmatched(&self) -> impl Iterator<Item = &Mover> + '_ {
        self.movers.iter().zip(&self.solution.position_of).filter(|(_, billet)| billet.is_none()).map(|(it, _)| it)
    }

    /// How many people were eligible for an opening; `None` for a billet that is none.
    pub fn eligible_for(&self, billet: BilletId) -> Option<usize> {
        Some(self.problem.people_for(self.place_of(billet)?).count())
    }

    /// How many openings a mover was eligible for; `None` for somebody who is none.
    pub fn eligible_of(&self, person: PersonId) -> Option<usize> {
        Some(self.problem.positions_for(self.place_of_person(person)?).count())
    }

    /// The next best people for an opening, exactly, cheapest first.
    pub fn other_people(&self, billet: BilletId, count: usize) -> Vec<Alternative> {
        self.other_people_by(&mut self.what_if(), billet, count)
    }

    /// The next best billets for a mover, exactly, cheapest first.
    pub fn other_billets(&self, person: PersonId, count: usize) -> Vec<Alternative> {
        self.other_billets_by(&mut self.what_if(), person, count)
    }

    /// The command that proposes it.
    pub fn proposal(&self) -> ProposeSlate {
        ProposeSlate {
            cycle: self.cycle,
            base: self.base,
            objective: self.objective(),
            levers: self.levers.clone(),
            lines: self.lines.clone(),
            unfilled: self.unfilled().map(|opening| opening.billet).collect(),
            unmatched: self.unmatched().map(|mover| mover.person).collect(),
        }
    }

    /// As [`ComputedSlate::other_people`], with what many questions share built once.
    pub(crate) fn other_people_by(&self, what_if: &mut WhatIf<'_>, billet: BilletId, count: usize) -> Vec<Alternative> {
        let Some(position) = self.place_of(billet) else { return Vec::new() };
        let found = people_for(&self.problem, &self.solution, what_if, position, count);
        found.into_iter().map(|it| self.alternative(it.person, it.position, it.costs_more)).collect()
    }

    /// As [`ComputedSlate::other_billets`], with what many questions share built once.
    pub(crate) fn other_billets_by(
        &self,
        what_if: &mut WhatIf<'_>,
        person: PersonId,
        count: usize,
    ) -> Vec<Alternative> {
        let Some(person) = self.place_of_person(person) else { return Vec::new() };
        let found = positions_for(&self.problem, &self.solution, what_if, person, count);
        found.into_iter().map(|it| self.alternative(it.person, it.position, it.costs_more)).collect()
    }

    /// Answers questions about other choices.
    pub(crate) fn what_if(&self) -> WhatIf<'_> {
        WhatIf::new(&self.problem, &self.solution).expect("the answer was verified when the slate was computed")
    }

    fn alternative(&self, person: u32, position: u32, costs_more: i64) -> Alternative {
        Alternative {
            person: self.movers[person as usize].person,
            billet: self.openings[position as usize].billet,
            costs_more,
        }
    }

    fn place_of(&self, billet: BilletId) -> Option<u32> {
        let found = self.openings.binary_search_by_key(&billet.index(), |opening| opening.billet.index());
        found.ok().map(|place| place as u32)
    }

    fn place_of_person(&self, person: PersonId) -> Option<u32> {
        let found = self.movers.binary_search_by_key(&person.index(), |mover| mover.person.index());
        found.ok().map(|place| place as u32)
    }
}
