//! Who goes where next: the movers and openings of an assignment cycle, the pairs that every rule allows, the slate of
//! least cost, proven, and why each line is as it is.
//!
//! Everything is a pure function of the World, a cycle and a day. Rules and costs are lists ([`RULES`], the levers of
//! the group *slate*). A slate comes from the solver and only with its verifier's certificate. Never here: a solve of
//! its own, I/O, a clock, or an answer about one person that names another.
//!
//! Two decisions worth knowing:
//! - **Limits over several lines** (section 515's members of one country, what a service gives, budgets, course seats)
//!   and couples are side constraints: the slate says with a proven bound how far it may be from the best within them,
//!   and what each is worth. A stable slate knows none: it is offered no more openings than section 515 has room for, and no
//!   more people of a service than it gives.
//! - **Dependents** bar nobody: where the billet or the post takes none, the tour is planned unaccompanied.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a failing test should stop at once"))]

mod alternatives;
mod amend;
mod blocking;
mod candidates;
mod chances;
mod compute;
mod cost;
mod courses;
mod eligible;
mod explain;
mod findings;
mod ground;
mod history;
mod leisure;
mod limits;
mod movers;
mod offered;
mod openings;
mod pair;
mod pairing;
mod pairs;
mod placed;
mod preparation;
mod rules;
mod scenario;
mod section_515;
mod shares;
mod stable;
mod study;
mod trade;
mod uses;
mod wishes;

pub use amend::{Amended, amend};
pub use blocking::{BlockingWhy, SlateBlocking, blocking_of};
pub use candidates::{Candidate, CandidateWhy, Candidates, Field as CandidateField};
pub use chances::{Chances, OpeningMatch, OwnField};
pub use compute::{Alternative, ComputedSlate, compute, compute_under};
pub use eligible::{OpeningField, with_eligible};
pub use explain::{
    Explainer, LineWhy, NearMiss, PartWhy, RuleWhy, RunnerUpWhy, UnfilledWhy, UnmatchedWhy, explain_line,
    explain_proposed, explain_unfilled, explain_unmatched,
};
pub use findings::with_findings;
pub use ground::{Assignments, Setting, SlateError, assigned};
pub use leisure::leaving_a_core;
pub use limits::{Beside, CoupleUse, LimitUse, Limited, Room, RoomNeeded};
pub use movers::{HARDSHIP_PCT, Mover, is_mover, movers};
pub use openings::{Opening, falling_open, openings, priority_country};
pub use rules::{Checked, RULES, Rule, Workforce};
pub use scenario::{
    CommandFill, CountryFill, FundingFill, LateChange, Moved, Recommendation, Resettled, ServiceShare, SlateOutcome,
    moved, resettle, setting_of,
};
pub use shares::{ServiceFill, service_fill, service_limits};
pub use stable::{StableSlate, compute_stable};
pub use study::{Firmness, Price, PriceOf, Prices, Relaxation, Studied, Study, prices};
pub use trade::{StabilityCurve, StabilityPoint, Trade, TradeSlate, compute_trade, stability_curve};
pub use uses::uses_of_slate;
