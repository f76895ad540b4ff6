//! What is asked of a solve and what it answers: an assignment, a bound, and the proof of the bound.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// When to stop, and with how much.
///
/// Without a `time`, the answer depends on the instance and on the other limits only, for any number of threads.
/// A time limit stops that same sequence of improvements at a moment that depends on the machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Stop after about this long.
    pub time: Option<Duration>,
    /// Stop once the gap, a share of the objective, is no larger: 0.001 is a tenth of a percent.
    pub gap: f64,
    /// Stop after this many rounds of improvement and, in the exact search, this many nodes.
    pub nodes: Option<u64>,
    /// Threads to use; zero for as many as the machine has.
    pub threads: usize,
    /// Bytes that the solve may use beyond the instance; the exact search stops there.
    pub memory: Option<usize>,
}

impl Default for Options {
    /// Ten seconds, to the optimum if possible, one thread.
    fn default() -> Options {
        Options { time: Some(Duration::from_secs(10)), gap: 0.0, nodes: None, threads: 1, memory: None }
    }
}

/// How far a solve has come; handed to the caller whenever one of the two improves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Improvement<'a> {
    /// The best assignment so far, if there is one, by person.
    pub position_of: Option<&'a [Option<u32>]>,
    /// What it costs.
    pub objective: Option<i64>,
    /// Nothing can cost less.
    pub bound: i64,
    /// Time since the start.
    pub elapsed: Duration,
}

/// Why a solve ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stopped {
    /// The incumbent is proven optimal.
    Optimal,
    /// The gap asked for is reached.
    Gap,
    /// Proven: no assignment keeps every constraint.
    Infeasible,
    /// Time ran out.
    Time,
    /// The rounds and nodes allowed were used.
    Nodes,
    /// The memory allowed was used.
    Memory,
    /// The caller stopped it.
    Cancelled,
}

/// The best assignment found, and what is proven about it.
///
/// The fields are open, so an `Answer` is a claim; `verify_constrained` proves it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The position of each person; nothing if no assignment that keeps every constraint was found.
    pub position_of: Option<Vec<Option<u32>>>,
    /// What that assignment costs.
    pub objective: Option<i64>,
    /// No assignment that keeps every constraint costs less. If infeasibility is proven, it is above everything
    /// that any assignment could cost.
    pub bound: i64,
    /// Groups, by index, that no assignment can keep even if every other constraint were dropped.
    pub impossible: Vec<u32>,
    /// Per group, what one more unit of its cap (positive) or its floor (negative) is worth at the margin, in the
    /// unit of the costs per unit of weight.
    pub group_price: Vec<f64>,
    /// Per couple, what keeping the two together adds to the bound, in the unit of the costs; never negative.
    pub couple_price: Vec<f64>,
    /// Per person, its share of the bound, in the unit of the costs.
    pub person_price: Vec<f64>,
    /// Per position, its share of the bound, in the unit of the costs.
    pub position_price: Vec<f64>,
    /// Why it ended.
    pub stopped: Stopped,
    /// From what the bound follows.
    pub proof: Proof,
}

impl Answer {
    /// `(objective − bound) / |objective|`, or infinite if there is no assignment. Zero if both are zero.
    pub fn gap(&self) -> f64 {
        gap(self.objective, self.bound)
    }
}

/// The distance of an objective from a bound as a share of the objective.
pub(crate) fn gap(objective: Option<i64>, bound: i64) -> f64 {
    match objective {
        None => f64::INFINITY,
        Some(objective) if objective <= bound => 0.0,
        Some(objective) => (objective - bound) as f64 / (objective.abs().max(1)) as f64,
    }
}

/// Why nothing can cost less than the bound: a tree of cases, each with its prices.
///
/// Without exact search it is one leaf. Multipliers and prices are integers in `1/scale` of the costs' unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Units of a price in one unit of cost.
    pub scale: i64,
    /// Inequalities that follow from a group because its counts are whole.
    pub cuts: Vec<Cut>,
    /// The cases, in preorder: a split is followed by all of its "yes" side and then all of its "no" side.
    pub cases: Vec<Case>,
}

/// One node of a proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Case {
    /// Either it holds or not; both are proven below.
    Split(Split),
    /// Proven by these prices.
    Leaf(Prices),
}

/// A question with two answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Split {
    /// Does this person take this position?
    Pair(u32, u32),
    /// Does this person take a position in this place?
    Place(u32, u32),
    /// Does this person take any position?
    Assigned(u32),
}

/// Multipliers and prices of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prices {
    /// Per group: positive prices its cap, negative its floor.
    pub group: Vec<i64>,
    /// Per cut, likewise.
    pub cut: Vec<i64>,
    /// Per position.
    pub position: Vec<i64>,
}

/// A sharper form of a group's floor or cap: every whole-numbered choice that keeps the group keeps the cut.
///
/// The group's weights must take just two values apart from zero. A cut counts `heavier` for each chosen pair of the
/// larger weight and `lighter` for each of the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// The group.
    pub group: u32,
    /// New weight of the pairs that have the group's larger weight.
    pub heavier: i64,
    /// New weight of the pairs that have the group's smaller weight.
    pub lighter: i64,
    /// The weighted count is at least this.
    pub least: i64,
}
