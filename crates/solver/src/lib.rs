#![doc = include_str!("../README.md")]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly"))]

mod auction;
mod audit;
pub mod between;
pub mod constrained;
mod cover;
#[cfg(feature = "cli")]
pub mod formats;
mod gathering;
mod kernels;
mod lists;
mod market;
mod meet;
mod memory;
mod problem;
mod required;
mod search;
mod session;
mod solution;
mod solve;
pub mod stable;
mod verify;
mod violation;
mod what_if;

pub use cover::{NoShortage, ShortSide, Shortage, verify_shortage};
pub use memory::TooLarge;
pub use problem::{MAX_COST, MAX_TOTAL, Place, Problem, ProblemError};
pub use required::{Outcome, RequiredError, solve_required, solve_required_with, verify_required};
pub use session::{Edit, EditError, Session, SessionError};
pub use solution::Solution;
pub use solve::{Cancelled, Limits, Progress, solve, solve_with};
pub use verify::{Certificate, verify};
pub use violation::Violation;
pub use what_if::{Alternative, Change, WhatIf, WhatIfError};
