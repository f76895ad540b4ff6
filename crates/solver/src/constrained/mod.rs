//! The assignment problem with side constraints: caps, floors, budgets and couples, with a proven bound.
//!
//! [`Constrained`] is the instance, [`Answer`] what comes back: the best assignment found, a lower bound that no
//! assignment can undercut, and the prices that prove it. The pure problem ([`crate::solve`]) is always solved to
//! optimality; this one is NP-hard, so an answer says how far it may be from the optimum.

mod anneal;
mod answer;
mod ascent;
mod capacity;
#[cfg(test)]
mod capacity_tests;
mod core;
mod cuts;
mod dive;
mod dual;
mod exact;
mod floors;
mod local;
mod model;
mod narrow;
mod oracle;
mod prices;
mod primal;
mod regroup;
mod solve;
mod stop;
mod verify;
mod volume;
mod walk;
mod walks;
mod whole;
#[cfg(test)]
mod whole_tests;
mod wide;

pub use answer::{Answer, Case, Cut, Improvement, Options, Prices, Proof, Split, Stopped};
pub use model::{Constrained, Couple, Group, SideConstraints, SideError};
pub use solve::solve_constrained;
pub use verify::{ConstrainedCertificate, ConstrainedViolation, verify_constrained};
