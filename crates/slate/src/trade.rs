//! What stability costs in a cycle: the curve from the slate of least cost to the least costly stable one. It is for
//! choosing between the two and proposes nothing itself.
//!
//! By the same orders as a stable slate ([`crate::wishes`]) and the same points as a slate of least cost. Like a stable
//! slate it keeps no limit over several lines, but is offered no more openings than section 515 has room for. Couples are
//! not known to it: each of the two stands alone with their own list.

use std::ops::ControlFlow;

use muster_domain::{CycleId, Date, Position, World};
use muster_solver::Problem;
use muster_solver::between::{Asked, Curve, TradeLimits, trade};
use serde::Serialize;

use crate::ground::{Ground, SlateError};
use crate::limits::bidding;
use crate::pairs::Field;
use crate::wishes::Wishes;

/// How far the curve is worked out: a number of solves and no clock, so that the answer is the same everywhere.
const WORK: TradeLimits = TradeLimits { steps: 16, steps_per_price: 4, points: 24 };

/// A slate on the curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct StabilityPoint {
    /// Members and offices that would both rather have each other.
    pub blocking: u64,
    /// Points by which the whole slate costs more than the least there is without limits over several lines.
    pub above_least: i64,
    /// No slate with at most so many blocking pairs costs less than this above the least. Where it equals
    /// `above_least`, nothing is cheaper.
    pub bound_above_least: i64,
    /// Lines.
    pub lines: usize,
}

/// What stability costs in a cycle. Every point and bound passed the verifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StabilityCurve {
    /// The journal position of the World it was computed on.
    pub base: Position,
    /// The least whole cost in points, without limits over several lines.
    pub least: i64,
    /// From the least costly stable slate to the slate of least cost: blocking pairs rise, costs fall.
    pub points: Vec<StabilityPoint>,
    /// Eligible pairs.
    pub pairs: usize,
    /// Couples that bid together, which count here as two members each.
    pub couples: usize,
}

/// Works out the curve of an open cycle as of a day, from what of the ballot counts then. The same World, cycle, day and
/// seed of the offices' lottery give the same curve.
///
/// # Errors
/// There is no such open cycle or its window has passed; the costs are too large for exact arithmetic.
pub fn stability_curve(world: &World, cycle: CycleId, today: Date, seed: u64) -> Result<StabilityCurve, SlateError> {
    let field = Field::offered(Ground::new(world, cycle, today)?);
    let eligible = field.eligible();
    let preferences = Wishes::of_each(&field, &eligible, seed)?;
    let people = field.movers.iter().map(|facts| field.ground.unassigned(facts.mover.person));
    let positions = field.openings.iter().map(|facts| facts.opening.cost);
    let problem = Problem::new(field.priced(&eligible), people.collect(), positions.collect())?;
    let curve = trade(&problem, &preferences, Asked::Whole, &WORK, &mut |_| ControlFlow::Continue(()))
        .map_err(|error| SlateError::Unstable(format!("The curve cannot be worked out: {error}.")))?
        .map_err(|_| SlateError::Unstable("The curve was stopped before its ends were known.".into()))?;
    let points = points(&curve);
    Ok(StabilityCurve {
        base: world.position,
        // The last point is the least cost there is, so it has the least cost.
        least: curve.points.last().map_or(0, |point| point.cost),
        points,
        pairs: problem.pairs(),
        couples: bidding(&field).len(),
    })
}

fn points(curve: &Curve) -> Vec<StabilityPoint> {
    let least = curve.points.last().map_or(0, |point| point.cost);
    let shown = curve.points.iter().map(|point| StabilityPoint {
        blocking: point.blocking,
        above_least: point.cost - least,
        bound_above_least: (curve.least_cost(point.blocking).bound - least).max(0),
        lines: point.position_of.iter().flatten().count(),
    });
    shown.collect()
}
