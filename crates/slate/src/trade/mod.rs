//! Between cost and stability: what stability costs in a cycle as a curve, and the slate of any trade on it.
//!
//! By the same orders as a stable slate ([`crate::wishes`]) and the same points as a slate of least cost. Like a stable
//! slate it knows no limit over several lines: it keeps section 515's and the services' by what it is offered
//! ([`crate::offered`]), and no other. Couples are not known to it: each of the two stands alone with their own list. What
//! a slate does not keep is said with it.

mod curve;
mod slate;

pub use curve::{StabilityCurve, StabilityPoint, stability_curve};
pub use slate::{Trade, TradeSlate, compute_trade};

use std::collections::HashSet;
use std::ops::ControlFlow;

use muster_domain::{CycleId, Date, World};
use muster_solver::Problem;
use muster_solver::between::{Asked, Curve, TradeLimits, trade};
use muster_solver::stable::Preferences;

use crate::ground::{Ground, SlateError};
use crate::limits::Limits;
use crate::pairing::Pairing;
use crate::pairs::Field;
use crate::wishes::Wishes;

/// Points of a curve at most.
const POINTS: u32 = 24;
/// Pairs that a trade looks at in all its solves together, and how many solves it makes at least and at most.
const WORK: usize = 12_000_000;
const FEWEST_SOLVES: u32 = 16;
const MOST_SOLVES: u32 = 120;

/// Both sides of a cycle with costs and orders, and what a trade between them does not look at.
struct Market<'w> {
    field: Field<'w>,
    problem: Problem,
    preferences: Preferences,
    limits: Limits,
}

impl<'w> Market<'w> {
    fn new(world: &'w World, cycle: CycleId, today: Date, seed: u64) -> Result<Self, SlateError> {
        let field = Field::offered(Ground::new(world, cycle, today)?, &HashSet::new());
        let pairing = Pairing::of(&field);
        let eligible: Vec<Vec<u32>> =
            (0..field.movers.len()).map(|mover| pairing.openings_of(mover).to_vec()).collect();
        let people = field.movers.iter().map(|facts| field.ground.unassigned(facts.mover.person));
        let positions = field.openings.iter().map(|facts| facts.opening.cost);
        Ok(Self {
            problem: Problem::new(pairing.priced(&field, |_, _| true), people.collect(), positions.collect())?,
            preferences: Wishes::of_each(&field, &eligible, seed)?,
            limits: Limits::of(&field, || pairing.pairs(), &[]),
            field,
        })
    }

    /// The solver's trade, every point and bound of which passed its verifier. A small market is searched longer. The work
    /// is counted in solves and not in time, so that the answer is the same everywhere.
    fn trade(&self, asked: Asked) -> Result<Curve, SlateError> {
        let fitting = u32::try_from(WORK / self.problem.pairs().max(1)).unwrap_or(u32::MAX);
        let steps = fitting.clamp(FEWEST_SOLVES, MOST_SOLVES);
        // A question of its own has one stretch of the curve to look at.
        let per_price = if asked == Asked::Whole { steps / 6 } else { steps / 2 };
        let work = TradeLimits { steps, steps_per_price: per_price.max(4), points: POINTS };
        trade(&self.problem, &self.preferences, asked, &work, &mut |_| ControlFlow::Continue(()))
            .map_err(|error| SlateError::Unstable(format!("The trade cannot be worked out: {error}.")))?
            .map_err(|_| SlateError::Unstable("The trade was stopped before its ends were known.".into()))
    }
}
