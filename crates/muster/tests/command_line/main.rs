//! The real program, run as somebody would: exit code, standard output and standard error.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

mod audits;
mod cases;
mod errors;
mod exchange;
mod installations;
mod questions;
mod readme;
mod serving;
mod support;
