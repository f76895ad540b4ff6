//! Benches.

pub mod load;
pub mod ortools;
