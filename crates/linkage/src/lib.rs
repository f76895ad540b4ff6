#![doc = include_str!("../README.md")]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly"))]

mod blocks;
mod compare;
mod duplicates;
mod evidence;
mod hash;
mod known;
mod link;
mod name;
mod nicknames;
mod prepared;
mod row;
#[cfg(feature = "testing")]
pub mod testing;
mod weights;

pub use evidence::{Candidate, Evidence, Field, Finding, Link, Pair, Thresholds};
pub use known::Known;
pub use link::repeated;
pub use row::Row;
