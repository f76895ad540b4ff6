//! Benches.

pub mod caller;
pub mod load;
pub mod ortools;
