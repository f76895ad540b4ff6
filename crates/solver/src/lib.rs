#![doc = include_str!("../README.md")]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly"))]

mod auction;
mod lists;
mod market;
mod meet;
mod problem;
mod search;
mod shortlist;
mod solution;
mod solve;
mod stable;
mod verify;
mod violation;
mod what_if;

pub use problem::{MAX_COST, MAX_TOTAL, Place, Problem, ProblemError};
pub use solution::Solution;
pub use solve::{Cancelled, Limits, Progress, solve, solve_with};
pub use stable::{
    Blocking, BlockingPair, Choice, Closest, Couple, Couples, CouplesAnswer, CouplesBlocking, CouplesError,
    CouplesLimits, Instability, Lottery, Preferences, PreferencesError, StabilityProof, StableMatching, blocking,
    blocking_with_couples, person_optimal, position_optimal, stable_with_couples, verify_stable,
    verify_stable_with_couples,
};
pub use verify::{Certificate, verify};
pub use violation::Violation;
pub use what_if::{Alternative, Change, WhatIf, WhatIfError};
