//! What is said of an answer, as text or as one JSON object.

use std::io::{Result, Write};

use serde::Serialize;

use crate::guard::peak_bytes;

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing can be better.
    Optimal,
    /// An assignment, perhaps not the best; the gap says by how much at most.
    Feasible,
    /// Proven: there is no such assignment.
    Infeasible,
    /// A limit was reached first.
    Unknown,
}

/// What the file calls a person, a position or a constraint: a number or a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Name {
    Number(u32),
    Text(String),
}

impl std::fmt::Display for Name {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Name::Number(number) => write!(out, "{number}"),
            Name::Text(text) => write!(out, "{text}"),
        }
    }
}

/// One price.
pub type Price = (Name, Number);

/// A price: whole where the prices prove the optimum, not always where they are multipliers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Number {
    Whole(i64),
    #[allow(dead_code, reason = "until side constraints are wired")]
    Real(f64),
}

impl std::fmt::Display for Number {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Number::Whole(number) => write!(out, "{number}"),
            Number::Real(number) => write!(out, "{number}"),
        }
    }
}

/// The answer and what is proven about it.
#[derive(Debug, Clone)]
pub struct Report {
    pub status: Status,
    pub objective: Option<i64>,
    pub bound: Option<i64>,
    pub seconds: f64,
    pub peak: Option<u64>,
    /// Whether the verifier agreed with all that is claimed.
    pub verified: bool,
    /// The verifier's verdict, and for an infeasible instance the proof, in words.
    pub verdict: String,
    pub people: usize,
    pub positions: usize,
    pub pairs: usize,
    /// Person and position by the names of the file.
    pub assignment: Vec<(Name, Name)>,
    /// Prices of people, positions and, where there are any, side constraints.
    pub person_prices: Vec<Price>,
    pub position_prices: Vec<Price>,
    pub constraint_prices: Vec<Price>,
}

impl Report {
    /// An empty one, its memory taken now.
    pub fn new(status: Status, seconds: f64) -> Report {
        Report {
            status,
            objective: None,
            bound: None,
            seconds,
            peak: peak_bytes(),
            verified: false,
            verdict: String::new(),
            people: 0,
            positions: 0,
            pairs: 0,
            assignment: Vec::new(),
            person_prices: Vec::new(),
            position_prices: Vec::new(),
            constraint_prices: Vec::new(),
        }
    }

    /// `(objective − bound) / max(1, |objective|)`.
    pub fn gap(&self) -> Option<f64> {
        let (objective, bound) = (self.objective?, self.bound?);
        let distance = i128::from(objective) - i128::from(bound);
        Some(distance.max(0) as f64 / objective.unsigned_abs().max(1) as f64)
    }

    /// One object; the fields are described in FORMAT.md.
    pub fn write_json(&self, mut out: impl Write, duals: bool) -> Result<()> {
        #[derive(Serialize)]
        struct Head<'a> {
            status: Status,
            objective: Option<i64>,
            bound: Option<i64>,
            gap: Option<f64>,
            seconds: f64,
            peak_bytes: Option<u64>,
            verified: bool,
            verdict: &'a str,
            people: usize,
            positions: usize,
            pairs: usize,
            assigned: usize,
            assignment: &'a [(Name, Name)],
            #[serde(skip_serializing_if = "Option::is_none")]
            duals: Option<Duals<'a>>,
        }
        #[derive(Serialize)]
        struct Duals<'a> {
            people: &'a [Price],
            positions: &'a [Price],
            constraints: &'a [Price],
        }
        let duals = duals.then_some(Duals {
            people: &self.person_prices,
            positions: &self.position_prices,
            constraints: &self.constraint_prices,
        });
        let head = Head {
            status: self.status,
            objective: self.objective,
            bound: self.bound,
            gap: self.gap(),
            seconds: self.seconds,
            peak_bytes: self.peak,
            verified: self.verified,
            verdict: &self.verdict,
            people: self.people,
            positions: self.positions,
            pairs: self.pairs,
            assigned: self.assignment.len(),
            assignment: &self.assignment,
            duals,
        };
        serde_json::to_writer(&mut out, &head)?;
        writeln!(out)?;
        out.flush()
    }

    /// One line a fact.
    pub fn write_text(&self, mut out: impl Write, assignment: bool, duals: bool) -> Result<()> {
        let status = match self.status {
            Status::Optimal => "optimal",
            Status::Feasible => "feasible",
            Status::Infeasible => "infeasible",
            Status::Unknown => "unknown",
        };
        let or_none = |number: Option<i64>| number.map_or("none".to_owned(), |number| number.to_string());
        writeln!(out, "instance   {} people, {} positions, {} pairs", self.people, self.positions, self.pairs)?;
        writeln!(out, "status     {status}")?;
        writeln!(out, "objective  {}", or_none(self.objective))?;
        writeln!(out, "bound      {}", or_none(self.bound))?;
        match self.gap() {
            Some(gap) => writeln!(out, "gap        {:.4} %", 100.0 * gap)?,
            None => writeln!(out, "gap        none")?,
        }
        writeln!(out, "seconds    {:.4}", self.seconds)?;
        match self.peak {
            Some(bytes) => writeln!(out, "peak       {:.1} MB", bytes as f64 / 1e6)?,
            None => writeln!(out, "peak       not known on this system")?,
        }
        writeln!(out, "verified   {}: {}", if self.verified { "yes" } else { "no" }, self.verdict)?;
        if assignment {
            for (person, position) in &self.assignment {
                writeln!(out, "pair       {person} {position}")?;
            }
        }
        if duals {
            for (what, prices) in [
                ("person    ", &self.person_prices),
                ("position  ", &self.position_prices),
                ("constraint", &self.constraint_prices),
            ] {
                for (name, price) in prices {
                    writeln!(out, "{what} {name} {price}")?;
                }
            }
        }
        out.flush()
    }
}
