//! The measures by which the reform is watched: each with its definition, its trend, and the rows that it counts.

pub(super) mod list;
mod measured;
pub(super) mod page;
