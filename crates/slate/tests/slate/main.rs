//! The slate engine on small and on generated services.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

mod amend;
mod candidates;
mod limits;
mod numbers;
mod optimum;
mod scenario;
mod settings;
mod study;
mod trade;
mod workbench;
mod worlds;
