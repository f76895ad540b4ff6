//! What stability costs: the curve from the least costly stable slate to the slate of least cost.

use muster_domain::{CycleId, Date, Position, World};
use muster_solver::between::{Asked, Curve, TradePoint};

use super::Market;
use crate::ground::SlateError;
use crate::limits::{LimitUse, lines};

/// A slate on the curve.
#[derive(Debug, Clone, PartialEq)]
pub struct StabilityPoint {
    /// Members and offices that would both rather have each other.
    pub blocking: u64,
    /// The whole cost in points.
    pub cost: i64,
    /// No slate with at most so many blocking pairs costs less. Where it equals the cost, nothing is cheaper.
    pub bound: i64,
    /// Lines.
    pub lines: usize,
    /// Limits over several lines that it does not keep.
    pub exceeded: Vec<LimitUse>,
    /// Couples that bid together and that it does not keep together.
    pub couples_apart: usize,
}

/// What stability costs in a cycle. Every point and bound passed the verifier.
#[derive(Debug, Clone, PartialEq)]
pub struct StabilityCurve {
    pub(super) cycle: CycleId,
    pub(super) base: Position,
    pub(super) today: Date,
    pub(super) seed: u64,
    pub(super) curve: Curve,
    points: Vec<StabilityPoint>,
    pairs: usize,
    couples: usize,
}

/// Works out the curve of an open cycle as of a day, from what of the ballot counts then. The same World, cycle, day and
/// seed of the offices' lottery give the same curve.
///
/// # Errors
/// There is no such open cycle or its window has passed; the costs are too large for exact arithmetic.
pub fn stability_curve(world: &World, cycle: CycleId, today: Date, seed: u64) -> Result<StabilityCurve, SlateError> {
    let market = Market::new(world, cycle, today, seed)?;
    StabilityCurve::of(&market, world.position, seed)
}

impl StabilityCurve {
    pub(super) fn of(market: &Market<'_>, base: Position, seed: u64) -> Result<Self, SlateError> {
        let curve = market.trade(Asked::Whole)?;
        let point = |point: &TradePoint| StabilityPoint {
            blocking: point.blocking,
            cost: point.cost,
            bound: curve.least_cost(point.blocking).bound,
            lines: lines(&point.position_of).count(),
            exceeded: market.limits.uses(&point.position_of).filter(LimitUse::is_exceeded).collect(),
            couples_apart: market.limits.couples.apart(&point.position_of),
        };
        let ground = &market.field.ground;
        Ok(Self {
            // INVARIANT: a market is made of a cycle.
            cycle: ground.cycle_id().expect("a market is of a cycle"),
            base,
            today: ground.today,
            seed,
            points: curve.points.iter().map(point).collect(),
            pairs: market.problem.pairs(),
            couples: market.limits.couples.pairs.len(),
            curve,
        })
    }

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

    /// Seed of the lottery that breaks ties of offices.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// From the least costly stable slate to the slate of least cost: blocking pairs rise, costs fall. Never empty.
    pub fn points(&self) -> &[StabilityPoint] {
        &self.points
    }

    /// The least whole cost in points, of whom and what is offered.
    pub fn least(&self) -> i64 {
        // INVARIANT: a curve has its ends, and the last of its points has the least cost there is.
        self.points.last().expect("a curve has its ends").cost
    }

    /// Eligible pairs.
    pub fn pairs(&self) -> usize {
        self.pairs
    }

    /// Couples that bid together, which count here as two members each.
    pub fn couples(&self) -> usize {
        self.couples
    }
}
