//! Benches.

pub mod ortools;
