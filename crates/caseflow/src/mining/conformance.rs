//! Conformance of cases to a milestone model: steps in an order, some optional, and side steps that may come at any time.
//!
//! A case goes through its completions in order. A step of the order that comes after a later one *for the first time* is
//! out of order; one that came before is repeated; an activity that the model does not name is unknown. Once a case has
//! reached a step, every required step before it that never came is skipped. A case that has not gone so far yet is
//! not held to what lies ahead.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::log::{ActivityId, EventLog, Trace};

/// What a step may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Every case that goes beyond it must have come through it.
    #[default]
    Required,
    /// May be left out, but keeps its place in the order.
    Optional,
    /// May come at any time, and any number of times.
    Side,
}

/// One step of a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The activity's name in the log.
    pub activity: String,
    /// Whether it may be left out, or come anywhere.
    #[serde(default)]
    pub kind: StepKind,
}

/// Steps in the order in which a case should go through them. Where side steps stand in the list says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Steps", deny_unknown_fields)]
pub struct Model {
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Steps {
    steps: Vec<Step>,
}

/// Why a list of steps is no model.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoModel {
    /// Two steps of one activity.
    #[error("the step “{0}” stands twice in the model; name each activity once")]
    Twice(String),
    /// Nothing that has a place in an order.
    #[error("the model has no step that is required or optional; name the steps that cases go through in order")]
    NoOrder,
}

impl TryFrom<Steps> for Model {
    type Error = NoModel;
    fn try_from(steps: Steps) -> Result<Self, NoModel> {
        Model::new(steps.steps)
    }
}

impl Model {
    /// The model with these steps.
    ///
    /// # Errors
    /// When an activity stands in it twice, or no step has a place in the order.
    pub fn new(steps: Vec<Step>) -> Result<Self, NoModel> {
        let mut known = HashSet::new();
        if let Some(twice) = steps.iter().find(|step| !known.insert(&step.activity)) {
            return Err(NoModel::Twice(twice.activity.clone()));
        }
        if steps.iter().all(|step| step.kind == StepKind::Side) {
            return Err(NoModel::NoOrder);
        }
        Ok(Model { steps })
    }

    /// Its steps.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}

/// A way in which a case departs from the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Deviation {
    /// The required step of this place in the model never came, though a later one did.
    Skipped(usize),
    /// The step came only after a later one had come.
    OutOfOrder(usize),
    /// The step came again.
    Repeated(usize),
    /// The activity is not in the model.
    Unknown(ActivityId),
}

/// What an activity is to a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Ordered(usize),
    Side,
    Unknown,
}

/// A model beside a log's activities.
#[derive(Debug, Clone)]
pub struct Checker {
    model: Model,
    places: HashMap<String, usize>,
    roles: Vec<Role>,
}

impl Checker {
    /// The model, for the activities of a log.
    pub fn new(model: Model, log: &EventLog) -> Self {
        let places = model.steps.iter().enumerate().map(|(place, step)| (step.activity.clone(), place)).collect();
        let mut checker = Checker { model, places, roles: Vec::new() };
        checker.learn(log);
        checker
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Takes note of activities that are new in the log.
    pub fn learn(&mut self, log: &EventLog) {
        for name in log.activities().iter().skip(self.roles.len()) {
            self.roles.push(match self.places.get(name) {
                None => Role::Unknown,
                Some(place) if self.model.steps[*place].kind == StepKind::Side => Role::Side,
                Some(place) => Role::Ordered(*place),
            });
        }
    }

    /// How a case departs from the model, in the order of its events and with the place of each in the trace; what was
    /// skipped comes last and has none. The second value says whether every required step came.
    pub fn deviations(&self, trace: Trace<'_>) -> (Vec<(Deviation, Option<usize>)>, bool) {
        let mut found = Vec::new();
        let mut came = vec![false; self.model.steps.len()];
        let mut furthest = None;
        for (place, activity) in trace.activities.iter().enumerate() {
            if !trace.transitions[place].completes() {
                continue;
            }
            match self.roles[activity.index()] {
                Role::Side => {}
                Role::Unknown => found.push((Deviation::Unknown(*activity), Some(place))),
                Role::Ordered(step) if came[step] => found.push((Deviation::Repeated(step), Some(place))),
                Role::Ordered(step) => {
                    came[step] = true;
                    if furthest.is_some_and(|furthest| step < furthest) {
                        found.push((Deviation::OutOfOrder(step), Some(place)));
                    } else {
                        furthest = Some(step);
                    }
                }
            }
        }
        let required = |step: &usize| self.model.steps[*step].kind == StepKind::Required && !came[*step];
        let skipped = (0..furthest.unwrap_or(0)).filter(required);
        found.extend(skipped.map(|step| (Deviation::Skipped(step), None)));
        (found, !(0..came.len()).any(|step| required(&step)))
    }
}

/// How often cases depart from the model.
#[derive(Debug, Clone, Default)]
pub(super) struct Conformance {
    /// Cases without a deviation, and those of them that came through every required step.
    pub conforming: i64,
    pub complete: i64,
    /// How often, and in how many cases.
    pub of: HashMap<Deviation, (i64, i64)>,
}

impl Conformance {
    /// Counts a trace, or with −1 takes it back.
    pub fn count(&mut self, trace: Trace<'_>, checker: &Checker, sign: i64) {
        let (mut found, complete) = checker.deviations(trace);
        if found.is_empty() {
            self.conforming += sign;
            self.complete += if complete { sign } else { 0 };
        }
        found.sort_unstable();
        let mut before = None;
        for (deviation, _) in found {
            let (times, cases) = self.of.entry(deviation).or_default();
            *times += sign;
            if before != Some(deviation) {
                *cases += sign;
                before = Some(deviation);
            }
        }
    }

    pub fn merge(&mut self, other: Conformance) {
        self.conforming += other.conforming;
        self.complete += other.complete;
        for (deviation, (times, cases)) in other.of {
            let ours = self.of.entry(deviation).or_default();
            ours.0 += times;
            ours.1 += cases;
        }
    }
}
