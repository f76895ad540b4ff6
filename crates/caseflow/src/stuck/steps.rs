//! How long cases stay at each step: durations of every case of the World, days on hold left out, those that are there
//! still counted as censored. Kept as counts by day, so that a case that moves takes its old durations out and puts its
//! new ones in.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use muster_domain::cases::{Case, CaseKind, GoalCategory, Milestone};
use muster_domain::kernel::{Id as _, days_between};
use muster_domain::{CaseId, Date, World};

use crate::clock::{Observation, Survival};

/// What kind of case and of goal: cases of one class are compared with each other where there are enough.
pub type Class = (CaseKind, GoalCategory);
/// A step (none: before the first milestone), of a class or of all.
type Group = (Option<Milestone>, Option<Class>);

/// A stay at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stay {
    /// The milestone it stands at.
    pub step: Option<Milestone>,
    class: Class,
    /// Days, those on hold left out.
    pub days: i32,
    /// Whether it was left.
    pub left: bool,
}

/// By when most cases have left a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepLimit {
    /// Days by which the lever's share had left it.
    pub days: i32,
    /// How many left it.
    pub left: usize,
    /// How many are there still.
    pub there: usize,
    /// Whether these are cases of the same kind and group of goals only.
    pub of_class: bool,
}

/// Stays at a step by their days: how many were left, how many last still.
type Counts = BTreeMap<i32, (u32, u32)>;

/// The durations of every step.
#[derive(Debug, Clone)]
pub(crate) struct StepClocks {
    stays: Vec<Arc<[Stay]>>,
    counts: HashMap<Group, Arc<Counts>>,
    limits: HashMap<Group, Option<StepLimit>>,
    /// Share of cases, 0 to 1, and how many must have left.
    setting: (f64, usize),
}

/// The stays of a case as far as it had come by a day.
fn stays(case: &Case, day: Date) -> Arc<[Stay]> {
    let class = (case.kind, case.category);
    let mut all = Vec::with_capacity(case.milestones.len() + 1);
    let (mut step, mut since, mut over) = (None, case.lor, false);
    let stay = |step, from, to, left| {
        let held = if case.holds.is_empty() { 0 } else { case.held_days(from, to) };
        Stay { step, class, days: (days_between(from, to) - held).max(0), left }
    };
    for one in case.reached().into_iter().filter(|one| one.on <= day) {
        all.push(stay(step, since, one.on, true));
        (step, since, over) = (Some(one.milestone), one.on, one.milestone.definition().phase.is_over());
    }
    if !over {
        all.push(stay(step, since, day, false));
    }
    all.into()
}

impl StepClocks {
    /// Of every case of a World on a day.
    pub(crate) fn new(world: &World, day: Date, setting: (f64, usize)) -> Self {
        let mut clocks = Self { stays: Vec::new(), counts: HashMap::new(), limits: HashMap::new(), setting };
        clocks.update(world.cases.iter(), day, setting);
        clocks
    }

    /// Takes these cases as they are now; whether a limit moved by that.
    pub(crate) fn update<'a>(
        &mut self,
        cases: impl Iterator<Item = (CaseId, &'a Case)>,
        day: Date,
        setting: (f64, usize),
    ) -> bool {
        let mut touched: HashSet<Group> = HashSet::new();
        for (id, case) in cases {
            let now = stays(case, day);
            let before = self.stays.get(id.index()).cloned().unwrap_or_default();
            before.iter().for_each(|stay| self.count(*stay, false, &mut touched));
            now.iter().for_each(|stay| self.count(*stay, true, &mut touched));
            match self.stays.get_mut(id.index()) {
                Some(held) => *held = now,
                None => self.stays.push(now),
            }
        }
        if setting != self.setting {
            self.setting = setting;
            touched.extend(self.counts.keys().copied());
        }
        let mut moved = false;
        for group in touched {
            let limit = self.counts.get(&group).and_then(|counts| self.limit_of(counts, group.1.is_some()));
            moved |= self.limits.insert(group, limit) != Some(limit);
        }
        moved
    }

    fn count(&mut self, stay: Stay, adds: bool, touched: &mut HashSet<Group>) {
        for group in [(stay.step, Some(stay.class)), (stay.step, None)] {
            touched.insert(group);
            let counts = Arc::make_mut(self.counts.entry(group).or_default());
            let held = counts.entry(stay.days).or_default();
            let figure = if stay.left { &mut held.0 } else { &mut held.1 };
            // INVARIANT: only what was counted is taken out.
            *figure = if adds { *figure + 1 } else { figure.saturating_sub(1) };
            if *held == (0, 0) {
                counts.remove(&stay.days);
            }
        }
    }

    /// By when the share had left (Kaplan and Meier); none where too few left, or so many were never seen to.
    fn limit_of(&self, counts: &Counts, of_class: bool) -> Option<StepLimit> {
        let (share, least) = self.setting;
        let sum = |of: fn(&(u32, u32)) -> u32| counts.values().map(|held| of(held) as usize).sum::<usize>();
        let (left, there) = (sum(|held| held.0), sum(|held| held.1));
        if left < least {
            return None;
        }
        let watched = counts.iter().flat_map(|(days, (left, there))| {
            let age = f64::from(*days);
            let of = |many: u32, one: Observation<u8>| (many > 0).then(|| one.weighing(f64::from(many)));
            [of(*left, Observation::ended(age, 0)), of(*there, Observation::running(age))]
        });
        let watched: Vec<Observation<u8>> = watched.flatten().collect();
        // Every age is 0 or more, every weight 1 or more.
        let days = Survival::new(&watched).ok()?.quantile(share)?;
        #[allow(clippy::cast_possible_truncation, reason = "days between two dates")]
        let days = days.ceil() as i32;
        Some(StepLimit { days, left, there, of_class })
    }

    /// Where a case stands and for how many days, those on hold left out; none once it is over.
    pub(crate) fn stay(&self, case: CaseId) -> Option<Stay> {
        self.stays.get(case.index())?.last().copied().filter(|stay| !stay.left)
    }

    /// The limit that a stay is held against: of its class, else of all at the step.
    pub(crate) fn limit(&self, stay: Stay) -> Option<StepLimit> {
        let of = |class| self.limits.get(&(stay.step, class)).copied().flatten();
        of(Some(stay.class)).or_else(|| of(None))
    }
}
