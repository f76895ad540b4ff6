//! The slate of one trade: the least costly with few blocking pairs, or the most stable near the least cost.

use muster_domain::allocation::{ProposeSlate, SlateLine, SlateMethod};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, CycleId, Date, PersonId, Position, World};
use muster_solver::between::{Asked, Between, Curve, TradePoint};
use serde::{Deserialize, Serialize};

use super::Market;
use super::curve::StabilityCurve;
use crate::ground::SlateError;
use crate::limits::LimitUse;
use crate::placed::Placed;

/// What is asked for between the slate of least cost and the stable one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Trade {
    /// The least costly slate with at most so many members and offices that would both rather have each other.
    MostBlocking(u64),
    /// The most stable slate that costs at most so many points more than the least costly one of whom and what is offered.
    AboveLeast(u64),
}

impl Trade {
    /// How such a slate is chosen, ties of offices broken by the lottery of this seed.
    pub fn method(self, seed: u64) -> SlateMethod {
        match self {
            Self::MostBlocking(most) => SlateMethod::FewBlocking { most, seed },
            Self::AboveLeast(points) => SlateMethod::NearLeastCost { points, seed },
        }
    }

    /// The same as the solver is asked it.
    fn asked(self, least: i64) -> Asked {
        match self {
            Self::MostBlocking(most) => Asked::Blocking(most),
            Self::AboveLeast(points) => Asked::Cost(least.saturating_add_unsigned(points)),
        }
    }

    /// What a curve that ends at this least cost answers.
    fn answer(self, curve: &Curve, least: i64) -> Option<Between<'_>> {
        match self {
            Self::MostBlocking(most) => Some(curve.least_cost(most)),
            Self::AboveLeast(points) => curve.most_stable(least.saturating_add_unsigned(points)),
        }
    }

    /// What is the less the better, first what was left free and then what was not.
    fn key(self, point: &TradePoint) -> (i128, i128) {
        let (cost, blocking) = (i128::from(point.cost), i128::from(point.blocking));
        match self {
            Self::MostBlocking(_) => (cost, blocking),
            Self::AboveLeast(_) => (blocking, cost),
        }
    }
}

/// A slate between the one of least cost and the stable one. Its cost, its blocking pairs and its bound passed the
/// verifier.
#[derive(Debug, Clone)]
pub struct TradeSlate {
    cycle: CycleId,
    base: Position,
    today: Date,
    trade: Trade,
    seed: u64,
    levers: Vec<(Lever, i64)>,
    placed: Placed,
    blocking: u64,
    bound: i64,
    least: i64,
    limits: Vec<LimitUse>,
    pairs: usize,
    couples: usize,
    couples_apart: usize,
}

/// Computes the slate of a trade in an open cycle as of a day, from what of the ballot counts then: the best of the curve's
/// slates and of a search for this very question. The same World, cycle, day, trade and seed of the offices' lottery give
/// the same slate. A curve already known of them saves work and never changes the answer.
///
/// # Errors
/// There is no such open cycle or its window has passed; the costs are too large for exact arithmetic.
pub fn compute_trade(
    world: &World,
    cycle: CycleId,
    today: Date,
    (trade, seed): (Trade, u64),
    known: Option<&StabilityCurve>,
) -> Result<TradeSlate, SlateError> {
    let market = Market::new(world, cycle, today, seed)?;
    let made_of = (cycle, world.position, today, seed);
    let worked_out;
    let curve = match known.filter(|known| (known.cycle(), known.base(), known.today(), known.seed()) == made_of) {
        Some(known) => known,
        None => {
            worked_out = StabilityCurve::of(&market, world.position, seed)?;
            &worked_out
        }
    };
    let least = curve.least();
    let sought = market.trade(trade.asked(least))?;
    let answers: Vec<Between<'_>> =
        [&curve.curve, &sought].into_iter().filter_map(|curve| trade.answer(curve, least)).collect();
    // INVARIANT: something has no blocking pair, and something the least cost, so each curve answers.
    let best = answers.iter().map(|answer| answer.point).min_by_key(|point| trade.key(point)).expect("two answers");
    let bound = answers.iter().map(|answer| answer.bound).max().expect("two answers");
    Ok(TradeSlate {
        cycle,
        base: world.position,
        today,
        trade,
        seed,
        levers: market.field.ground.levers.of_slates(),
        placed: Placed::of(&market.field, &best.position_of),
        blocking: best.blocking,
        bound,
        least,
        limits: market.limits.uses(&best.position_of).collect(),
        pairs: market.problem.pairs(),
        couples: market.limits.couples.pairs.len(),
        couples_apart: market.limits.couples.apart(&best.position_of),
    })
}

impl TradeSlate {
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

    /// How it was chosen.
    pub fn method(&self) -> SlateMethod {
        self.trade.method(self.seed)
    }

    /// Its lines, by rising billet. They have no price and no runner-up: cost alone did not choose them.
    pub fn lines(&self) -> &[SlateLine] {
        &self.placed.lines
    }

    /// Openings it leaves unfilled, by rising billet.
    pub fn unfilled(&self) -> &[BilletId] {
        &self.placed.unfilled
    }

    /// Movers it leaves without an assignment, by rising person.
    pub fn unmatched(&self) -> &[PersonId] {
        &self.placed.unmatched
    }

    /// Its whole cost in points.
    pub fn objective(&self) -> i64 {
        self.placed.objective
    }

    /// Points by which it costs more than the least costly slate of whom and what is offered.
    pub fn above_least(&self) -> i64 {
        self.placed.objective - self.least
    }

    /// Members and offices that would both rather have each other, each member of a couple standing alone.
    pub fn blocking(&self) -> u64 {
        self.blocking
    }

    /// What it is held against. With at most so many blocking pairs no slate costs fewer points than this; for so few points
    /// none has fewer blocking pairs.
    pub fn bound(&self) -> i64 {
        self.bound
    }

    /// How it uses every limit over several lines that could bind. Section 515's and the services' it keeps.
    pub fn limits(&self) -> &[LimitUse] {
        &self.limits
    }

    /// The limits over several lines that it does not keep.
    pub fn exceeded(&self) -> impl Iterator<Item = &LimitUse> + '_ {
        self.limits.iter().filter(|limit| limit.is_exceeded())
    }

    /// Eligible pairs it chose among.
    pub fn pairs(&self) -> usize {
        self.pairs
    }

    /// Couples that bid together, which count here as two members each.
    pub fn couples(&self) -> usize {
        self.couples
    }

    /// Couples it does not keep together.
    pub fn couples_apart(&self) -> usize {
        self.couples_apart
    }

    /// Whether nothing can be better, as was proven.
    pub fn is_best(&self) -> bool {
        let found = match self.trade {
            Trade::MostBlocking(_) => i128::from(self.objective()),
            Trade::AboveLeast(_) => i128::from(self.blocking),
        };
        found == i128::from(self.bound)
    }

    /// What was proven about it, as a sentence.
    pub fn verdict(&self) -> String {
        let (cost, blocking, bound) = (self.objective(), self.blocking, self.bound);
        let asked = match self.trade {
            Trade::MostBlocking(most) => format!("with at most {most} blocking pairs costs less"),
            Trade::AboveLeast(points) => format!("within {points} points of the least cost has fewer blocking pairs"),
        };
        let range = match self.trade {
            _ if self.is_best() => ": nothing is better".to_owned(),
            Trade::MostBlocking(_) => format!(" than {bound} points: the best possible costs {bound} to {cost}"),
            Trade::AboveLeast(_) => format!(" than {bound}: the best possible has {bound} to {blocking}"),
        };
        format!(
            "A separate verifier counted {blocking} blocking pairs and {cost} points, and derived anew that no slate of whom and what is offered {asked}{range}."
        )
    }

    /// The command that proposes it.
    pub fn proposal(&self) -> ProposeSlate {
        self.placed.proposal(self.cycle, self.base, self.method(), &self.levers)
    }
}
