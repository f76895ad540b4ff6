//! The journal on both stores.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

mod appending;
mod beside;
mod common;
mod damage;
mod disk;
mod failures;
mod power_loss;
mod proxy;
mod several_writers;
mod tree;
