//! The staffing engines on small and on generated services.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

mod caseload;
mod common;
mod departure;
mod index;
mod manning;
mod measures;
mod outlook;
mod strength;
