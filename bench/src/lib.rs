//! Benches.

pub mod linkage;
pub mod load;
pub mod ortools;
