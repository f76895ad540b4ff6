//! Between the slate of least cost and the stable one: what stability costs in a cycle, and the slate of a trade.

use std::sync::Arc;

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use muster_domain::allocation::SlateMethod;
use muster_domain::{CycleId, Position};
use muster_slate::{StabilityCurve, StabilityPoint, Trade, TradeSlate, compute_trade, stability_curve};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asker::Asker;
use super::commands;
use super::limits::{self, SlateLimit};
use super::problem::{Answer, JsonBody, PathId, Problem};
use super::stable::{orders, seed};

/// What stability costs in a cycle, from the least costly stable slate to the slate of least cost.
#[derive(Debug, Serialize, ToSchema)]
pub struct TradeCurve {
    /// The cycle.
    pub cycle: CycleId,
    /// The position of the World it was computed on.
    pub base: Position,
    /// The least whole cost in points, of whom and what is offered.
    pub least: i64,
    /// Blocking pairs rise, costs fall. Never empty.
    pub points: Vec<TradePoint>,
    /// Pairs that every rule allows.
    pub pairs: usize,
    /// Couples that bid together, which count here as two members each.
    pub couples: usize,
    /// What the orders were made of, as a sentence.
    pub orders: String,
    /// What its slates do not keep to, as a sentence.
    pub beyond: String,
}

/// A slate on the curve.
#[derive(Debug, Serialize, ToSchema)]
pub struct TradePoint {
    /// Members and offices that would both rather have each other.
    pub blocking: u64,
    /// Points by which it costs more than the least.
    pub above_least: i64,
    /// No slate of whom and what is offered with at most so many blocking pairs costs less than this above the least; where it
    /// equals `above_least`, nothing is cheaper.
    pub bound_above_least: i64,
    /// Lines.
    pub lines: usize,
    /// Limits over several lines that it does not keep.
    pub exceeded: Vec<SlateLimit>,
    /// Couples that bid together and that it does not keep together.
    pub couples_apart: usize,
}

/// Which slate between the two is computed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComputeTrade {
    /// What is asked for.
    pub trade: Trade,
}

/// Which computed slate between the two is proposed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeTrade {
    /// What was asked for.
    pub trade: Trade,
    /// The `base` that computing answered.
    pub base: Position,
}

/// A computed slate between the two.
#[derive(Debug, Serialize, ToSchema)]
pub struct ComputedTrade {
    /// The cycle.
    pub cycle: CycleId,
    /// How it was chosen.
    pub method: SlateMethod,
    /// The position of the World it was computed on: name it to propose this very slate.
    pub base: Position,
    /// Pairs that every rule allows.
    pub pairs: usize,
    /// Its whole cost in points.
    pub objective: i64,
    /// Points by which it costs more than the least costly slate of whom and what is offered.
    pub above_least: i64,
    /// Members and offices that would both rather have each other, each member of a couple standing alone.
    pub blocking: u64,
    /// What no slate does better than: points with at most so many blocking pairs, or blocking pairs at so few points.
    pub bound: i64,
    /// Lines.
    pub lines: usize,
    /// Openings left unfilled.
    pub unfilled: usize,
    /// Movers left unmatched.
    pub unmatched: usize,
    /// Limits over several lines that it does not keep.
    pub exceeded: Vec<SlateLimit>,
    /// Couples that bid together.
    pub couples: usize,
    /// Couples that it does not keep together.
    pub couples_apart: usize,
    /// What was proven, as a sentence.
    pub verified: String,
}

/// Compute what stability costs: slates from the least costly stable one to the one of least cost, each with a proven bound
#[utoipa::path(post, path = "/api/cycles/{cycle}/trade", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle")), responses(
    (status = 200, body = TradeCurve), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn curve(asker: Asker, PathId(id): PathId<CycleId>) -> Answer<Json<TradeCurve>> {
    if asker.world.cycles.get(id).is_none() {
        return Err(Problem::not_found());
    }
    let (world, today, seed) = (Arc::clone(&asker.world), asker.today, seed(&asker));
    let work = move || stability_curve(&world, id, today, seed);
    let curve = asker.app.curves.worked_out(&asker, id, "Computing the curve", work).await?;
    Ok(Json(shown(&asker, &curve)))
}

fn shown(asker: &Asker, curve: &StabilityCurve) -> TradeCurve {
    let point = |point: &StabilityPoint| TradePoint {
        blocking: point.blocking,
        above_least: point.cost - curve.least(),
        bound_above_least: (point.bound - curve.least()).max(0),
        lines: point.lines,
        exceeded: limits::shown(&asker.world, &point.exceeded),
        couples_apart: point.couples_apart,
    };
    TradeCurve {
        cycle: curve.cycle(),
        base: curve.base(),
        least: curve.least(),
        points: curve.points().iter().map(point).collect(),
        pairs: curve.pairs(),
        couples: curve.couples(),
        orders: orders(asker, curve.cycle(), curve.seed()),
        beyond: beyond(curve.couples()),
    }
}

fn beyond(couples: usize) -> String {
    let couples = match couples {
        0 => String::new(),
        1 => " The couple that bids together counts as two members.".to_owned(),
        many => format!(" Each of the {many} couples that bid together counts as two members."),
    };
    format!(
        "Like the stable slate, these are offered no more openings than section 515 has room for and no more people of a service than it gives; of the other limits over several lines each says which it exceeds.{couples}"
    )
}

/// Compute the least costly slate with few blocking pairs, or the most stable one near the least cost
#[utoipa::path(post, path = "/api/cycles/{cycle}/trade/slate", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle")), request_body = ComputeTrade, responses(
    (status = 200, body = ComputedTrade), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn compute(
    asker: Asker,
    PathId(id): PathId<CycleId>,
    JsonBody(asked): JsonBody<ComputeTrade>,
) -> Answer<Json<ComputedTrade>> {
    if asker.world.cycles.get(id).is_none() {
        return Err(Problem::not_found());
    }
    let (world, today, of) = (Arc::clone(&asker.world), asker.today, (asked.trade, seed(&asker)));
    let known = asker.app.curves.get(&asker, &id);
    let work = move || compute_trade(&world, id, today, of, known.as_deref());
    let slate = asker.app.trades.worked_out(&asker, (id, asked.trade), "Computing the slate", work).await?;
    Ok(Json(described(&asker, &slate)))
}

fn described(asker: &Asker, slate: &TradeSlate) -> ComputedTrade {
    let exceeded: Vec<_> = slate.exceeded().cloned().collect();
    ComputedTrade {
        cycle: slate.cycle(),
        method: slate.method(),
        base: slate.base(),
        pairs: slate.pairs(),
        objective: slate.objective(),
        above_least: slate.above_least(),
        blocking: slate.blocking(),
        bound: slate.bound(),
        lines: slate.lines().len(),
        unfilled: slate.unfilled().len(),
        unmatched: slate.unmatched().len(),
        exceeded: limits::shown(&asker.world, &exceeded),
        couples: slate.couples(),
        couples_apart: slate.couples_apart(),
        verified: slate.verdict(),
    }
}

/// Propose a computed slate between the two
#[utoipa::path(post, path = "/api/cycles/{cycle}/trade/propose", tag = "allocation", params(("cycle" = CycleId, Path, description = "The cycle")), request_body = ProposeTrade, responses(
    (status = 200, body = commands::Taken), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn propose(
    asker: Asker,
    PathId(id): PathId<CycleId>,
    headers: HeaderMap,
    JsonBody(asked): JsonBody<ProposeTrade>,
) -> Answer<Response> {
    let kept = asker.app.trades.get(&asker, &(id, asked.trade)).filter(|slate| slate.base() == asked.base);
    let slate = kept.ok_or_else(|| {
        Problem::new(
            StatusCode::CONFLICT,
            format!("No such slate of {id} computed at position {} is held here any more.", asked.base),
        )
        .mend("Compute it again.")
    })?;
    commands::give(&asker, &headers, slate.proposal().into()).await
}
