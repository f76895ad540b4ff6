//! Benches.

pub mod linkage;
pub mod caller;
pub mod load;
pub mod ortools;
