//! The domain's behaviour: each command taken and refused, its invariants on random histories, and its stored events.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

mod access;
mod allocation;
mod ballot;
mod build;
mod cases;
mod commands;
mod coordination;
mod edges;
mod execution;
mod figures;
mod golden;
mod holidays;
mod invariants;
mod kernel;
mod letters;
mod manning;
mod organization;
mod posts;
mod properties;
mod purchaser;
mod random;
mod reports;
mod requisitions;
mod scenarios;
mod sources;
mod story;
mod tours;
mod turns;
mod waivers;
