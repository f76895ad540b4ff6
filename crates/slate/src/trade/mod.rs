//! Between cost and stability: what stability costs in a cycle as a curve, and the slate of any trade on it.
//!
//! By the same orders as a stable slate ([`crate::wishes`]) and the same points as a slate of least cost. Like a stable
//! slate it keeps no limit over several lines, but is offered no more openings than section 515 has room for. Couples are
//! not known to it: each of the two stands alone with their own list. What a slate does not keep is said with it.

mod curve;
mod slate;

pub use curve::{StabilityCurve, StabilityPoint, stability_curve};
pub use slate::{Trade, TradeSlate, compute_trade};

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

/// Both sides of a cycle with costs and orders, and what a trade between them does not look at.
struct Market<'w> {
    field: Field<'w>,
    problem: Problem,
    preferences: Preferences,
    limits: Limits,
}

impl<'w> Market<'w> {
    fn new(world: &'w World, cycle: CycleId, today: Date, seed: u64) -> Result<Self, SlateError> {
        let field = Field::offered(Ground::new(world, cycle, today)?);
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

    /// The solver's trade, every point and bound of which passed its verifier. `work` counts solves and not time, so that
    /// the answer is the same everywhere.
    fn trade(&self, asked: Asked, work: &TradeLimits) -> Result<Curve, SlateError> {
        trade(&self.problem, &self.preferences, asked, work, &mut |_| ControlFlow::Continue(()))
            .map_err(|error| SlateError::Unstable(format!("The trade cannot be worked out: {error}.")))?
            .map_err(|_| SlateError::Unstable("The trade was stopped before its ends were known.".into()))
    }
}
