//! The answer: who goes where, and the prices that prove it.

use serde::{Deserialize, Serialize};

/// An assignment with its dual prices.
///
/// The prices solve the dual problem of the assignment (Kuhn 1955; the optional sides as in Ahuja, Magnanti
/// and Orlin, *Network Flows*, 1993, §12.4, with one slack column a person and one slack row a position):
///
/// maximise `Σ person_price(i) + Σ position_price(j)` subject to
/// - `person_price(i) + position_price(j) ≤ cost(i,j)` for every allowed pair,
/// - `person_price(i) ≤ unassigned(i)` for every person,
/// - `position_price(j) ≤ unfilled(j)` for every position.
///
/// At an optimum each of these holds with equality where the assignment uses it: chosen pairs, unassigned
/// people, unfilled positions. A price is what its person or position adds to the objective at the margin; the
/// lower a position's price lies below `unfilled`, the more sought after it is. Prices are rarely unique: to
/// tell a person what another pair would cost, ask [`WhatIf::forced`](crate::WhatIf::forced).
///
/// The fields are open, so a `Solution` is a claim, not a proof: [`verify`](crate::verify) gives the proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solution {
    /// The position of each person, or nothing if unassigned.
    pub position_of: Vec<Option<u32>>,
    /// The person in each position, or nothing if unfilled.
    pub person_of: Vec<Option<u32>>,
    /// Dual price of each person, in the unit of the costs.
    pub person_price: Vec<i64>,
    /// Dual price of each position, in the unit of the costs.
    pub position_price: Vec<i64>,
    /// Total cost: chosen pairs, unassigned people and unfilled positions.
    pub objective: i64,
}
