#![doc = include_str!("../README.md")]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly"))]

mod auction;
mod audit;
mod between;
mod constrained;
mod cover;
#[cfg(feature = "cli")]
pub mod formats;
mod gathering;
mod kernels;
mod lists;
mod market;
mod meet;
mod problem;
mod required;
mod search;
mod session;
mod solution;
mod solve;
mod stable;
mod verify;
mod violation;
mod what_if;

pub use between::{
    Asked, Between, BoundLine, Curve, FalseClaim, TradeError, TradeLimits, TradePoint, TradeProgress,
    least_cost_stable, trade,
};
pub use constrained::{
    Answer, Case, Constrained, ConstrainedCertificate, ConstrainedViolation, Couple, Cut, Group, Improvement, Options,
    Prices, Proof, SideConstraints, SideError, Split, Stopped, solve_constrained, verify_constrained,
};
pub use cover::{NoShortage, ShortSide, Shortage, verify_shortage};
pub use problem::{MAX_COST, MAX_TOTAL, Place, Problem, ProblemError};
pub use required::{Outcome, RequiredError, solve_required, solve_required_with, verify_required};
pub use session::{Edit, EditError, Session, SessionError};
pub use solution::Solution;
pub use solve::{Cancelled, Limits, Progress, solve, solve_with};
pub use stable::{
    Blocking, BlockingPair, Choice, Closest, Couple as StableCouple, Couples, CouplesAnswer, CouplesBlocking,
    CouplesError, CouplesLimits, Instability, Lottery, Preferences, PreferencesError, StabilityProof, StableMatching,
    blocking, blocking_with_couples, person_optimal, position_optimal, stable_with_couples, verify_stable,
    verify_stable_with_couples,
};
pub use verify::{Certificate, verify};
pub use violation::Violation;
pub use what_if::{Alternative, Change, WhatIf, WhatIfError};
