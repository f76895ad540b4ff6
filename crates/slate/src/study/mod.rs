//! What would change a slate: single relaxations that would fill a billet or place a person, what would move a line, and
//! what each rule, lever and limit costs. Every answer is the difference of two optima, both solved and verified here on
//! the same facts.
//!
//! Never here: an estimate. Where prices bound something, they only save solving what cannot be the answer.

mod price;
mod relaxation;

use muster_domain::{BilletId, CycleId, Date, PersonId, SlateId, World};
use muster_solver::{Problem, WhatIf};
use serde::Serialize;

pub use price::{Price, PriceOf, Prices, prices};
pub use relaxation::Relaxation;

use crate::compute::anew;
use crate::ground::{Ground, SlateError};
use crate::limits::{Choice, Limits, Within, chosen};
use crate::pairs::Field;

/// Which slate is studied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Studied {
    /// The slate that would be computed for a cycle now.
    Cycle(CycleId),
    /// A proposed slate, solved again on today's facts with its own levers, looking past the tours it planned.
    Slate(SlateId),
}

/// One cycle's optimum, held to ask what would change it.
pub struct Study<'w> {
    pub(crate) field: Field<'w>,
    pub(crate) held: Optimum,
}

/// The best slate within its limits, proven.
pub(crate) struct Optimum {
    pub(crate) within: Within,
}

impl Optimum {
    /// The optimum of these pairs, which rise by person, then opening.
    pub(crate) fn of(field: &Field<'_>, pairs: Vec<(u32, u32, i64)>) -> Result<Self, SlateError> {
        let limits = Limits::of(field, || pairs.iter().map(|(person, position, _)| (*person, *position, true)), &[]);
        let unassigned = field.movers.iter().map(|facts| field.ground.unassigned(facts.mover.person)).collect();
        let unfilled = field.openings.iter().map(|facts| facts.opening.cost).collect();
        let within =
            limits.settle(&field.ground.levers, &[], anew(Problem::new(pairs, unassigned, unfilled)?)?, None)?;
        Ok(Self { within })
    }

    /// Points of the whole slate.
    pub(crate) fn objective(&self) -> i64 {
        self.within.open.proof.objective() + self.within.held_cost
    }

    /// Eligible pairs, those that the limits close too.
    pub(crate) fn pairs(&self) -> usize {
        self.within.free.as_deref().unwrap_or(&self.within.open).problem.pairs()
    }

    /// Where everybody goes, by place.
    pub(crate) fn choice(&self) -> Choice {
        chosen(&self.within.open.solution, &self.within.held)
    }

    pub(crate) fn what_if(&self) -> WhatIf<'_> {
        WhatIf::new(&self.within.open.problem, &self.within.open.solution).expect("the answer was verified")
    }
}

/// How firmly a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Firmness {
    /// Points by which the line would have to become dearer before a slate without it is as good.
    pub points: i64,
    /// People beside the line's own who would go elsewhere in that slate.
    pub others: usize,
}

pub(crate) fn ground<'w>(world: &'w World, studied: Studied, today: Date) -> Result<Option<Ground<'w>>, SlateError> {
    match studied {
        Studied::Cycle(cycle) => Ground::new(world, cycle, today).map(Some),
        Studied::Slate(slate) => Ok(Ground::past(world, slate)),
    }
}

impl<'w> Study<'w> {
    /// Solves the slate on these facts. `None` if there is no such slate.
    ///
    /// # Errors
    /// There is no such open cycle, its window has passed, or the answer does not pass its verification.
    pub fn new(world: &'w World, studied: Studied, today: Date) -> Result<Option<Self>, SlateError> {
        let Some(ground) = ground(world, studied, today)? else { return Ok(None) };
        let field = Field::new(ground);
        let held = Optimum::of(&field, field.priced(&field.eligible()))?;
        Ok(Some(Self { field, held }))
    }

    /// Points of the whole slate.
    pub fn objective(&self) -> i64 {
        self.held.objective()
    }

    /// How firmly the line of this person and billet stands; `None` where the optimum on these facts does not hold it.
    pub fn firmness(&self, person: PersonId, billet: BilletId) -> Option<Firmness> {
        let (person, position) = (self.mover(person)?, self.opening(billet)?);
        if self.held.within.open.solution.person_of[position as usize] != Some(person) {
            return None;
        }
        let without = self.held.what_if().without(person, position).ok()?;
        let others = without.changes.iter().filter(|change| change.person != person).count();
        Some(Firmness { points: without.extra, others })
    }

    fn mover(&self, person: PersonId) -> Option<u32> {
        let found = self.field.movers.binary_search_by_key(&person, |facts| facts.mover.person);
        found.ok().map(|place| place as u32)
    }

    fn opening(&self, billet: BilletId) -> Option<u32> {
        let found = self.field.openings.binary_search_by_key(&billet, |facts| facts.opening.billet);
        found.ok().map(|place| place as u32)
    }
}
