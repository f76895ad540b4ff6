//! The limits over several lines and how a computed slate uses them, as pages show them: sums only, nobody is named.

use muster_domain::World;
use muster_slate::LimitUse;
use serde::Serialize;
use utoipa::ToSchema;

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
