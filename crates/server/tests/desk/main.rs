//! The desk and the vault on both stores.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

mod codec;
mod commands;
mod failures;
mod kill;
mod restart;
mod servers;
mod support;
mod vault_sign_in;
