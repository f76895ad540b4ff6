//! How often ranges turned out right, and what that makes of the next one.
//!
//! Every forecast leaves a record: where, in the distribution it gave, the outcome then lay. If forecasts were right those
//! positions would be spread evenly; what they are spread like instead says which percentiles to take for a range that
//! holds as often as it claims (distributional conformal prediction: Chernozhukov, Wüthrich and Zhu 2021). Forecasts whose
//! outcome is not known yet count as censored at the position they have outlived, so that slow cases are not forgotten
//! while they run. Only the latest records count, so that what changes is followed.

use std::collections::HashMap;

use super::curve::Curve;
use super::history::days;
use super::question::Question;
use crate::clock::{Cause, Incidence, Observation};

/// A forecast that was made, and what came.
#[derive(Debug, Clone)]
pub(super) struct Record {
    /// When it was made.
    pub made: i64,
    /// Which forecasts it is to be judged with.
    pub group: Group,
    /// What it said.
    pub curve: Curve,
    /// When the outcome came, and by what; looked at only from then on.
    pub outcome: Option<(i64, Cause)>,
}

/// More records than this are thinned evenly.
const MOST: usize = 3_000;

/// Forecasts that are judged together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Group {
    /// The step reached.
    pub step: u32,
    /// Whether time had passed since.
    pub between: bool,
}

/// Where outcomes lay: positions and how many lay up to each, as a share.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Positions {
    steps: Vec<(f64, f64)>,
    /// How many forecasts.
    pub count: usize,
    /// How many of them were decided.
    pub decided: usize,
}

/// The records, in order of time.
#[derive(Debug, Default)]
pub(super) struct Calibration {
    records: Vec<Record>,
    groups: HashMap<Group, Vec<u32>>,
    kinds: [Vec<u32>; 2],
    all: Vec<u32>,
}

/// The positions as of an instant: of all forecasts, and of each kind and group that has enough of its own.
#[derive(Debug, Default)]
pub(super) struct Calibrated {
    all: Positions,
    kinds: [Option<Positions>; 2],
    groups: HashMap<Group, Positions>,
}

impl Calibration {
    pub(super) fn push(&mut self, record: Record) {
        let place = u32::try_from(self.records.len()).expect("fewer records than 2^32");
        self.groups.entry(record.group).or_default().push(place);
        self.kinds[usize::from(record.group.between)].push(place);
        self.all.push(place);
        self.records.push(record);
    }

    /// What the records say at an instant: the latest of them, back to where so many are decided.
    pub(super) fn as_of(&self, at: i64, question: Question, latest: usize, enough: usize) -> Calibrated {
        let own = |places: &[u32]| {
            let enough_made = places.len() >= enough;
            enough_made.then(|| self.positions(at, question, latest, places)).filter(|of| of.decided >= enough)
        };
        Calibrated {
            all: self.positions(at, question, latest, &self.all),
            kinds: [own(&self.kinds[0]), own(&self.kinds[1])],
            groups: self.groups.iter().filter_map(|(group, places)| Some((*group, own(places)?))).collect(),
        }
    }

    fn positions(&self, at: i64, question: Question, latest: usize, places: &[u32]) -> Positions {
        let made_before = places.partition_point(|place| self.records[*place as usize].made < at);
        let is_decided = |record: &Record| record.outcome.is_some_and(|(came, _)| came <= at);
        let newest_first = places[..made_before].iter().rev().map(|place| &self.records[*place as usize]);
        let mut counted = 0;
        let window: Vec<&Record> = newest_first
            .take_while(|record| {
                counted += usize::from(is_decided(record));
                counted <= latest
            })
            .collect();
        let stride = window.len().div_ceil(MOST).max(1);
        let mut decided = 0;
        let seen = window.iter().step_by(stride).map(|record| {
            let known = record.outcome.filter(|(came, _)| *came <= at);
            let until = known.map_or(at, |(came, _)| came);
            decided += usize::from(known.is_some_and(|known| question.wants(known.1)));
            let position = record.curve.position(days(record.made, until));
            Observation { entry: 0.0, exit: position + 1.0, end: known.map(|known| known.1), weight: 1.0 }
        });
        let seen: Vec<_> = seen.collect();
        Positions::new(&seen, decided, question)
    }
}

impl Calibrated {
    /// The positions to judge a forecast of this group by, and whether they are the group's own.
    pub(super) fn of(&self, group: Group) -> (&Positions, bool) {
        let kind = || self.kinds[usize::from(group.between)].as_ref().unwrap_or(&self.all);
        self.groups.get(&group).map_or_else(|| (kind(), false), |own| (own, true))
    }
}

impl Positions {
    fn new(seen: &[Observation<Cause>], decided: usize, question: Question) -> Self {
        let incidence = Incidence::new(seen).unwrap_or_default();
        let wanted = || incidence.masses().filter(|mass| question.wants(mass.1));
        let (came, all) =
            (wanted().map(|mass| mass.2).sum::<f64>(), incidence.masses().map(|mass| mass.2).sum::<f64>());
        let mut steps: Vec<(f64, f64)> = Vec::new();
        let mut sum = 0.0;
        for (position, _, mass) in wanted() {
            sum += mass * all / came;
            match steps.last_mut() {
                Some(last) if last.0.total_cmp(&(position - 1.0)).is_eq() => last.1 = sum,
                _ => steps.push((position - 1.0, sum)),
            }
        }
        Self { steps, count: seen.len(), decided }
    }

    /// The position up to which a share of outcomes lay; where so many are not decided yet, as for a range.
    pub(super) fn quantile(&self, share: f64) -> f64 {
        let found = self.steps.iter().find(|step| step.1 >= share - 1e-9).map(|step| step.0);
        found.unwrap_or_else(|| self.steps.last().map_or(share, |step| step.0.max(share)))
    }

    /// The two positions between which a share of outcomes lay, as many below as above as far as ties allow.
    ///
    /// Where so many are not decided yet, the upper is what the distribution itself says, or the highest that was decided.
    pub(super) fn range(&self, level: f64) -> (f64, f64) {
        let tail = (1.0 - level) / 2.0;
        // One more than were seen: the next outcome may lie beyond all of them (the usual correction for a finite sample).
        #[allow(clippy::cast_precision_loss, reason = "a count of forecasts")]
        let share = level * (1.0 + 1.0 / (self.decided.max(1) as f64));
        let Some(first) = self.steps.iter().position(|step| step.1 > tail + 1e-9) else {
            return (tail, 1.0 - tail);
        };
        let below = first.checked_sub(1).map_or(0.0, |before| self.steps[before].1);
        let upper = self.steps[first..].iter().find(|step| step.1 - below >= share - 1e-9).map(|step| step.0);
        let highest = self.steps[self.steps.len() - 1].0;
        (self.steps[first].0, upper.unwrap_or_else(|| highest.max(1.0 - tail)))
    }
}
