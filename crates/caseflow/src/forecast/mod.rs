//! When the next milestone comes, and what will be sold: ranges that are right as often as they claim.
//!
//! `README.md` beside this file names the methods. Nothing here is read that was not known at the moment of a forecast.

pub mod cases;
pub mod sales;
