//! Benches.

pub mod caller;
pub mod linkage;
pub mod load;
pub mod ortools;
