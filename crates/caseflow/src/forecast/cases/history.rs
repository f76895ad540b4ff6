//! Histories: what happened to cases, as far as it is known, in this room's own plain form.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::clock::{Holds, Span};

/// Microseconds of a day.
pub(super) const DAY: f64 = 86_400_000_000.0;

/// The days from one instant to another.
pub(super) fn days(from: i64, to: i64) -> f64 {
    // Microseconds of some centuries are exact in a float.
    #[allow(clippy::cast_precision_loss, reason = "under 2^53")]
    let micros = (to - from) as f64;
    micros / DAY
}

/// A case as it is handed in. Instants are microseconds since 1970, UTC.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRecord {
    /// What it is called, unique among the cases.
    pub id: SmolStr,
    /// Its attributes in the order of [`Histories::attributes`], as they were from its beginning: a value that is learned
    /// later would tell the forecast what it cannot know. `None`: not known.
    pub attributes: Vec<Option<SmolStr>>,
    /// The steps it reached and when, in any order; of steps at one instant, the order handed in.
    pub steps: Vec<(SmolStr, i64)>,
    /// When it ended; `None` while it is open. Not before its last step.
    pub closed: Option<i64>,
    /// The holds it was under.
    pub holds: Vec<Span<i64>>,
}

/// A case that no forecast can be made of or from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HistoryError {
    /// A case without a step.
    #[error("case {0} has no step; leave it out until it reaches one")]
    Empty(SmolStr),
    /// Two cases of one name.
    #[error("case {0} is there twice; give each case its own name")]
    Twice(SmolStr),
    /// An end before the last step.
    #[error("case {0} is closed before its last step; close it at that step or later")]
    ClosedEarly(SmolStr),
    /// Too few or too many attributes.
    #[error("case {id} has {found} attributes where {expected} are named; give None where one is not known")]
    Attributes {
        /// The case.
        id: SmolStr,
        /// As many as it has.
        found: usize,
        /// As many as it needs.
        expected: usize,
    },
}

/// A step of a case: which, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Index into [`Histories::steps`].
    pub step: u32,
    /// When it was reached.
    pub at: i64,
}

/// A case, its names made numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What it is called.
    pub id: SmolStr,
    /// Indices into the values of each attribute; [`UNKNOWN`] where not known.
    pub(super) attributes: Vec<u32>,
    /// In order of time; never empty.
    pub steps: Vec<Step>,
    /// When it ended.
    pub closed: Option<i64>,
    /// When the clock stood.
    pub holds: Holds<i64>,
}

/// The value of an attribute that is not known.
pub(super) const UNKNOWN: u32 = u32::MAX;

impl Case {
    /// Whether it is open and has begun at an instant, as far as was known then.
    pub fn is_open_at(&self, at: i64) -> bool {
        self.steps[0].at <= at && self.closed.is_none_or(|closed| closed > at)
    }

    /// The index of its latest step at an instant; `None` before its first.
    pub(super) fn step_at(&self, at: i64) -> Option<usize> {
        self.steps.partition_point(|step| step.at <= at).checked_sub(1)
    }
}

/// Cases, and the names of their steps, attributes and values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histories {
    names: Names,
    attributes: Vec<(SmolStr, Names)>,
    cases: Vec<Case>,
    by_id: HashMap<SmolStr, u32>,
}

/// Names in the order in which they appeared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Names {
    names: Vec<SmolStr>,
    index: HashMap<SmolStr, u32>,
}

impl Names {
    fn index_of(&mut self, name: SmolStr) -> u32 {
        *self.index.entry(name).or_insert_with_key(|name| {
            self.names.push(name.clone());
            u32::try_from(self.names.len() - 1).expect("fewer names than 2^32")
        })
    }
}

impl Histories {
    /// No case yet, with attributes of these names.
    pub fn new(attributes: impl IntoIterator<Item = impl Into<SmolStr>>) -> Self {
        let attributes = attributes.into_iter().map(|name| (name.into(), Names::default())).collect();
        Self { attributes, ..Self::default() }
    }

    /// Adds a case.
    ///
    /// # Errors
    /// [`HistoryError`] where it contradicts itself or its name is taken.
    pub fn add(&mut self, record: CaseRecord) -> Result<(), HistoryError> {
        let CaseRecord { id, attributes, mut steps, closed, holds } = record;
        if attributes.len() != self.attributes.len() {
            return Err(HistoryError::Attributes { id, found: attributes.len(), expected: self.attributes.len() });
        }
        steps.sort_by_key(|step| step.1);
        let last = steps.last().ok_or_else(|| HistoryError::Empty(id.clone()))?.1;
        if closed.is_some_and(|closed| closed < last) {
            return Err(HistoryError::ClosedEarly(id));
        }
        if self.by_id.contains_key(&id) {
            return Err(HistoryError::Twice(id));
        }
        let values = attributes.into_iter().zip(&mut self.attributes);
        let attributes =
            values.map(|(value, (_, names))| value.map_or(UNKNOWN, |value| names.index_of(value))).collect();
        let steps = steps.into_iter().map(|(name, at)| Step { step: self.names.index_of(name), at }).collect();
        self.by_id.insert(id.clone(), u32::try_from(self.cases.len()).expect("fewer cases than 2^32"));
        self.cases.push(Case { id, attributes, steps, closed, holds: Holds::new(holds) });
        Ok(())
    }

    /// The cases in the order in which they were added.
    pub fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// The names of all steps that were reached, in the order in which they first appeared.
    pub fn steps(&self) -> &[SmolStr] {
        &self.names.names
    }

    /// The index of the step of this name.
    pub fn step(&self, name: &str) -> Option<u32> {
        self.names.index.get(name).copied()
    }

    /// The place of the case of this name.
    pub fn case(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).map(|at| *at as usize)
    }

    /// The names of the attributes.
    pub fn attributes(&self) -> impl Iterator<Item = &SmolStr> {
        self.attributes.iter().map(|(name, _)| name)
    }

    /// The value of an attribute by their numbers; empty where not known.
    pub(super) fn value(&self, attribute: usize, value: u32) -> &str {
        self.attributes[attribute].1.names.get(value as usize).map_or("", SmolStr::as_str)
    }

    /// The first and the last instant of anything that happened.
    pub fn period(&self) -> Option<(i64, i64)> {
        let first = self.cases.iter().map(|case| case.steps[0].at).min()?;
        let last = self.cases.iter().map(|case| case.closed.unwrap_or(case.steps[case.steps.len() - 1].at)).max()?;
        Some((first, last))
    }
}
