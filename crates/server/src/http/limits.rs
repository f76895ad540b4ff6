//! The limits over several lines and how a computed slate uses them, as pages show them: sums only, nobody is named.

use axum::Json;
use muster_domain::{SlateId, World};
use muster_slate::{LimitUse, uses_of_slate};
use serde::Serialize;
use utoipa::ToSchema;

use super::asker::Asker;
use super::problem::{Answer, PathId, Problem};
use super::slates::seen_whole;

/// How a slate uses one limit over several lines.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SlateLimit {
    /// What is limited, in a few words.
    pub title: String,
    /// What is used, as it is counted: members, people, seats, US dollars.
    pub used: String,
    /// What may be used.
    pub allowed: String,
    /// Whether another line may be one too many.
    pub binds: bool,
    /// Points by which the bound would fall, at the margin, for one more of it: a person, a seat, a dollar.
    pub price: f64,
    /// The same in words.
    pub worth: String,
}

/// How a proposed slate uses the limits over several lines.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlateLimits {
    /// Whether the asker sees every line of the slate. Sums over lines are for nobody else.
    pub whole: bool,
    /// Every limit that could bind, the fullest first; without prices.
    pub limits: Vec<SlateLimit>,
}

/// How a proposed slate uses its limits
///
/// As it stands: lines that were taken out are not counted, those that a command did not concur with are.
#[utoipa::path(get, path = "/api/slates/{slate}/limits", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate")), responses(
    (status = 200, body = SlateLimits), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn of_slate(asker: Asker, PathId(id): PathId<SlateId>) -> Answer<Json<SlateLimits>> {
    let slate = asker.world.slates.get(id).ok_or_else(Problem::not_found)?;
    if !seen_whole(&asker, id, slate) {
        return Ok(Json(SlateLimits { whole: false, limits: Vec::new() }));
    }
    let uses = uses_of_slate(&asker.world, id).ok_or_else(Problem::not_found)?;
    Ok(Json(SlateLimits { whole: true, limits: shown(&asker.world, &uses) }))
}

/// Limits of a slate: those that cost something first, then the fullest.
pub(super) fn shown(world: &World, uses: &[LimitUse]) -> Vec<SlateLimit> {
    let mut limits: Vec<_> = uses.iter().collect();
    let full = |used: i64, most: i64| used as f64 / most.max(1) as f64;
    limits.sort_by(|one, other| {
        let key = |price: f64, used, most| (price > 0.0, full(used, most));
        let (one, other) = (key(one.price, one.used, one.most), key(other.price, other.used, other.most));
        other.partial_cmp(&one).unwrap_or(std::cmp::Ordering::Equal)
    });
    let shown = limits.into_iter().map(|limit| SlateLimit {
        title: limit.limited.title(world),
        used: limit.used_words(),
        allowed: limit.allowed_words(),
        binds: limit.price > 0.0 || limit.used >= limit.most,
        price: limit.price,
        worth: limit.price_words(),
    });
    shown.collect()
}
