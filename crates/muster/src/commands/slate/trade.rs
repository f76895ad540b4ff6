//! Between cost and stability: what stability costs in a cycle, and the slate of a trade.

use muster_domain::allocation::ProposeSlate;
use muster_domain::policy::Lever;
use muster_domain::{CycleId, Position, World};
use muster_slate::{LimitUse, StabilityCurve, Trade, TradeSlate, compute_trade, stability_curve};
use serde::Serialize;

use crate::installation::Installation;
use crate::output::{or_nothing, table};
use crate::progress::spinner;

/// What is asked for between the slate of least cost and the stable one.
#[derive(Debug, Clone, Copy, clap::Args)]
#[group(multiple = false)]
pub(super) struct Between {
    /// The least costly slate with at most so many blocking pairs: a member and an office that would both rather have each
    /// other. 0 is the least costly stable slate
    #[arg(long, value_name = "PAIRS")]
    most_blocking: Option<u64>,
    /// The slate with the fewest blocking pairs that costs at most so many points more than the least
    #[arg(long, value_name = "POINTS")]
    above_least: Option<u64>,
}

impl Between {
    /// What was asked; none where the slate of least cost was.
    pub(super) fn trade(self) -> Option<Trade> {
        self.most_blocking.map(Trade::MostBlocking).or(self.above_least.map(Trade::AboveLeast))
    }
}

fn seed(installation: &Installation) -> u64 {
    // The lever's range begins at 0.
    installation.world().lever(Lever::LotterySeed, installation.today()).unsigned_abs()
}

/// A limit over several lines that a slate does not keep.
#[derive(Serialize)]
struct Exceeded {
    limit: String,
    used: String,
    allowed: String,
}

fn exceeded<'a>(world: &World, limits: impl Iterator<Item = &'a LimitUse>) -> Vec<Exceeded> {
    let row = |limit: &LimitUse| Exceeded {
        limit: limit.limited.title(world),
        used: limit.used_words(),
        allowed: limit.allowed_words(),
    };
    limits.map(row).collect()
}

/// What stability costs in a cycle.
#[derive(Serialize)]
pub(super) struct Shown {
    cycle: CycleId,
    base: Position,
    least: i64,
    pairs: usize,
    couples: usize,
    points: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    blocking: u64,
    above_least: i64,
    bound_above_least: i64,
    lines: usize,
    exceeded: Vec<Exceeded>,
    couples_apart: usize,
}

impl Shown {
    pub(super) fn of(installation: &Installation, cycle: CycleId) -> anyhow::Result<Self> {
        let working = spinner("Computing what stability costs");
        let world = installation.world();
        let curve = stability_curve(&world, cycle, installation.today(), seed(installation));
        working.finish_and_clear();
        Ok(Self::from(&world, &curve?))
    }

    fn from(world: &World, curve: &StabilityCurve) -> Self {
        let points = curve.points().iter().map(|point| Row {
            blocking: point.blocking,
            above_least: point.cost - curve.least(),
            bound_above_least: (point.bound - curve.least()).max(0),
            lines: point.lines,
            exceeded: exceeded(world, point.exceeded.iter()),
            couples_apart: point.couples_apart,
        });
        Self {
            cycle: curve.cycle(),
            base: curve.base(),
            least: curve.least(),
            pairs: curve.pairs(),
            couples: curve.couples(),
            points: points.collect(),
        }
    }

    pub(super) fn text(&self) -> String {
        let rows = self.points.iter().map(|row| {
            [
                row.blocking.to_string(),
                row.above_least.to_string(),
                row.bound_above_least.to_string(),
                row.lines.to_string(),
                row.exceeded.len().to_string(),
                row.couples_apart.to_string(),
            ]
        });
        format!(
            "Cycle {}, computed on position {}: the least cost is {} points. Points are above it; no slate with at most so many \
             blocking pairs costs less than what is proven.\nSection 515 and the services' limits are kept, other limits over \
             several lines are not; each of {} couples counts as two members.\n{}",
            self.cycle,
            self.base,
            self.least,
            self.couples,
            table(["blocking pairs", "points", "proven at least", "lines", "limits exceeded", "couples apart"], rows),
        )
    }
}

/// A slate between the two, and the command that proposes it.
pub(super) fn computed(
    installation: &Installation,
    cycle: CycleId,
    trade: Trade,
) -> anyhow::Result<(TradeTotals, ProposeSlate)> {
    let working = spinner("Computing the slate");
    let world = installation.world();
    let slate = compute_trade(&world, cycle, installation.today(), (trade, seed(installation)), None);
    working.finish_and_clear();
    let slate = slate?;
    Ok((TradeTotals::of(&world, &slate), slate.proposal()))
}

#[derive(Serialize)]
pub(super) struct TradeTotals {
    cycle: CycleId,
    base: Position,
    pairs: usize,
    lines: usize,
    unfilled: usize,
    unmatched: usize,
    objective: i64,
    above_least: i64,
    blocking: u64,
    bound: i64,
    exceeded: Vec<Exceeded>,
    couples: usize,
    couples_apart: usize,
    #[serde(skip)]
    verdict: String,
}

impl TradeTotals {
    fn of(world: &World, slate: &TradeSlate) -> Self {
        Self {
            cycle: slate.cycle(),
            base: slate.base(),
            pairs: slate.pairs(),
            lines: slate.lines().len(),
            unfilled: slate.unfilled().len(),
            unmatched: slate.unmatched().len(),
            objective: slate.objective(),
            above_least: slate.above_least(),
            blocking: slate.blocking(),
            bound: slate.bound(),
            exceeded: exceeded(world, slate.exceeded()),
            couples: slate.couples(),
            couples_apart: slate.couples_apart(),
            verdict: slate.verdict(),
        }
    }

    pub(super) fn text(&self) -> String {
        let whole = format!(
            "Cycle {}, computed on position {}: {} eligible pairs.\n{} assigned, {} billets unfilled, {} people unmatched.\nIt \
             costs {} points more than the least and has {} blocking pairs. {}",
            self.cycle,
            self.base,
            self.pairs,
            self.lines,
            self.unfilled,
            self.unmatched,
            self.above_least,
            self.blocking,
            self.verdict,
        );
        let couples = match self.couples {
            0 => String::new(),
            _ => format!("\n{} of {} couples are not kept together.", self.couples_apart, self.couples),
        };
        if self.exceeded.is_empty() {
            return format!("{whole}{couples}");
        }
        let rows = self.exceeded.iter().map(|row| [&row.limit, &row.used, &row.allowed].map(String::clone));
        format!("{whole}{couples}\n\n{}", table(["limit exceeded", "used", "allowed"], rows))
    }
}

/// A slate between the two as it was proposed.
#[derive(Serialize)]
pub(super) struct TradeProposed {
    pub(super) slate: Option<String>,
    pub(super) position: Position,
    #[serde(flatten)]
    pub(super) totals: TradeTotals,
}

impl TradeProposed {
    pub(super) fn text(&self) -> String {
        let slate = or_nothing(self.slate.as_deref());
        format!("{}\nProposed as {slate} at position {}.", self.totals.text(), self.position)
    }
}
