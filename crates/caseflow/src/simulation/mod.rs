//! Simulation of queueing networks: cases of several classes pass through stations, where pools of people work on them
//! or where others (State, Congress, industry, the purchaser) take their time. Days throughout.
//!
//! A [`Network`] is stated by a file ([`read`], `FORMAT.md`) or built by a caller, checked into a [`Model`], and run in
//! independent replications by [`simulate`], or beside scenarios on the same random numbers by [`compare`].
//!
//! What holds, whatever the network: the same model, settings and seed give the same answer for any number of threads;
//! every random number belongs to a case ([`stream`]), so a scenario that changes nobody gives a difference of exactly 0,
//! and one that changes a pool leaves exactly alone whatever never meets that pool's cases.

mod calendar;
mod case;
mod check;
mod engine;
mod heap;
mod law;
mod load;
mod measures;
mod model;
pub mod network;
mod problem;
mod queue;
mod read;
#[cfg(test)]
mod reference;
mod report;
mod run;
mod source;
mod stream;
mod student;
mod tally;
mod worth;

pub use load::offered;
pub use measures::{CaseMeasures, Cases, Layout, Measures, MilestoneMeasures, PoolMeasures, StationMeasures};
pub use model::Model;
pub use network::Network;
pub use problem::{Problem, Refused};
pub use read::{File, read};
pub use report::{Named, Part, Report};
pub use run::{Comparison, Control, Precision, Run, Scenario, Settings, Stopped, compare, simulate};
pub use student::{Accumulator, Estimate, Quantiles, t_quantile};
pub use worth::{Worth, worth_of_one_more};
