//! When the next milestone comes, and what will be sold: ranges that are right as often as they claim.

pub mod cases;
pub mod sales;
