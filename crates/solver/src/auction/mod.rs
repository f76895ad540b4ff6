//! The fast, inexact step: an auction with falling increments that brings prices close to the optimum.
//!
//! Two forms of the same method. [`packed`] is the one that matters: pairs of four bytes, 32-bit prices, vector kernels
//! and as many threads as allowed. [`wide`] takes whatever does not fit. Nothing here is needed for correctness: what an
//! auction leaves, exact searches finish.

pub(crate) mod crew;
pub(crate) mod packed;
mod shortlist;
pub(crate) mod wide;
