//! Between the least cost and stability: the least costly assignment with few blocking pairs, the most stable one
//! at little more than the least cost, and the curve of all such trades, with a proven bound beside every point.
//!
//! Couples are not known here: their blocking choices are counted by
//! [`blocking_with_couples`](crate::blocking_with_couples), but not priced.

mod closure;
mod curve;
mod layout;
mod least_stable;
mod prices;
mod relink;
mod rotations;
mod state;
mod trade;
mod verify;

pub use curve::{Asked, Between, BoundLine, Curve, TradePoint};
pub use layout::TradeError;
pub use trade::{TradeLimits, TradeProgress, least_cost_stable, trade};
pub use verify::FalseClaim;
