//! A plausible security cooperation service, made from the public reference tables and a seed: offices, billets, people,
//! two years of history, planned reliefs, and what real rosters have that cannot be true.
//!
//! For demonstrations, tests and benches only. Every source name says `(synthetic)`; a World made by it holds a dataset of
//! kind [`KIND`]. The same [`Settings`] give the same events. What is never here: files, clocks, entropy, or a way
//! to write other than commands.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a failing test should stop at once"))]

mod accounts;
mod apportion;
mod authorities;
mod ballots;
mod billets;
mod calibration;
mod cases;
mod country;
mod cycle;
mod dice;
mod extracts;
mod figures;
mod fill;
mod generate;
mod history;
mod home;
mod manning;
mod names;
mod organization;
mod partner;
mod people;
mod plants;
mod presence;
mod reliefs;
mod roster;
mod sco;
mod settings;
mod shapes;
mod waivers;
mod zones;

pub use accounts::{DemoAccount, demo_accounts};
pub use calibration::{Target, calibration};
pub use extracts::{Extract, extract, next_source_command};
pub use generate::{Generated, Given, Stage, apply, build, generate, stages};
pub use plants::Planted;
pub use settings::{BadSettings, Settings};

/// The kind of the dataset that marks a World as synthetic.
pub const KIND: &str = "synthetic";
