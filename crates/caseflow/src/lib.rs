//! How cases flow: event logs and what is mined from them, forecasts, and the simulation of queueing networks.
//!
//! Pure: no file, no clock, no socket, and no randomness but from a seed handed in. Times are instants in microseconds
//! (logs) or days (forecasts, simulation), as each module says.
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly"))]

pub mod clock;
pub mod distribution;
pub mod forecast;
pub mod histories;
pub mod log;
pub mod measures;
pub mod mining;
pub mod network;
pub mod outlook;
pub mod queue;
mod service_calendar;
pub mod simulation;
pub mod stuck;

pub use service_calendar::service_calendar;
