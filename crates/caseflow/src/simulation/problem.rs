//! What is wrong with a network, or worth a warning: where, what, and what would mend it.

use std::fmt;

use serde::Serialize;

/// One fault of a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where: the path within the network's JSON form, such as `classes[2].steps[0].next[1].probability`.
    pub path: String,
    /// What is wrong.
    pub problem: String,
    /// What would mend it.
    pub remedy: String,
}

impl Problem {
    pub(super) fn new(path: impl Into<String>, problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { path: path.into(), problem: problem.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "the file" } else { &self.path };
        write!(out, "{place}: {}; {}", self.problem, self.remedy)
    }
}

/// A network that cannot be simulated, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Refused(pub Vec<Problem>);

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 20;
        write!(out, "the network cannot be simulated:")?;
        for problem in self.0.iter().take(SHOWN) {
            write!(out, "\n  {problem}")?;
        }
        let more = self.0.len().saturating_sub(SHOWN);
        if more > 0 { write!(out, "\n  and {more} more") } else { Ok(()) }
    }
}
