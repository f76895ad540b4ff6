//! What is asked of a case, and how a moment of its history answers.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::history::{Case, Histories};
use crate::clock::Cause;

/// The end of a case as a cause.
pub(super) const CLOSED: Cause = Cause::MAX;

/// What is to be forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Question {
    /// When anything happens next, and what.
    NextStep,
    /// When the case ends.
    End,
    /// When it next reaches this step (index into [`Histories::steps`]), if it does before it ends.
    Step(u32),
}

/// What a moment came to, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outcome {
    /// When.
    pub at: i64,
    /// By what; `None`: nothing up to then.
    pub cause: Option<Cause>,
}

impl Question {
    /// The question after a step by its name.
    pub fn step(histories: &Histories, name: &str) -> Option<Self> {
        histories.step(name).map(Self::Step)
    }

    /// Whether this end is what was asked for; any other means that it never came.
    pub(super) fn wants(self, cause: Cause) -> bool {
        match self {
            Self::NextStep | Self::End => true,
            Self::Step(step) => cause == step,
        }
    }

    /// What came after a step of a case, as far as was known at an instant.
    pub(super) fn outcome(self, case: &Case, step: usize, known: i64) -> Outcome {
        let after = &case.steps[step + 1..];
        let found = match self {
            Self::NextStep => after.first().copied(),
            Self::End => None,
            Self::Step(wanted) => after.iter().find(|step| step.step == wanted).copied(),
        };
        let found = found.map(|step| (step.at, step.step)).or(case.closed.map(|at| (at, CLOSED)));
        match found {
            Some((at, cause)) if at <= known => Outcome { at, cause: Some(cause) },
            _ => Outcome { at: known, cause: None },
        }
    }

    /// A cause in words.
    pub(super) fn name_of(histories: &Histories, cause: Cause) -> SmolStr {
        histories.steps().get(cause as usize).cloned().unwrap_or_else(|| SmolStr::new_static("(end of case)"))
    }
}

/// Whether a step is one after which something can be waited for: the case was not closed with it.
pub(super) fn is_waiting(case: &Case, step: usize) -> bool {
    step + 1 < case.steps.len() || case.closed.is_none_or(|closed| closed > case.steps[step].at)
}
