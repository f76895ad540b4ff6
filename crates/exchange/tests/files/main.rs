//! Files into a World and out of it, as a person notices: what a file would change, why it is refused, what an export
//! holds, and that nothing handed in makes the program fall over.

#![allow(clippy::unwrap_used, missing_docs, reason = "a failing test should stop at once")]

mod cases;
mod execution;
mod exports;
mod imports;
mod malformed;
mod published_sets;
mod round_trip;
mod service;
mod sources;
