//! Which cases are stuck, why in numbers, and who would mend it.
//!
//! A case is silent too long where most cases like it had left its step by then; a hold may be past its date, or asked for
//! and not decided; a case that can be worked may be managed by nobody. Days on hold never count.

mod steps;
mod words;

pub(crate) use steps::StepClocks;
pub use steps::{Class, StepLimit};

use muster_domain::cases::{Case, CaseHolder, Milestone};
use muster_domain::kernel::days_between;
use muster_domain::policy::Lever;
use muster_domain::{CaseId, Date, World};

use crate::queue::QueueRow;

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlarmKind {
    /// Nothing happened for longer than this step makes plausible.
    Silent,
    /// A hold is past the day by which it was to end.
    HoldOverdue,
    /// A hold was asked for and is not decided.
    HoldUndecided,
    /// It can be worked, and nobody manages it.
    Unassigned,
}

/// Who is to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ball {
    /// Whoever manages the case; its office where nobody does.
    Manager,
    /// The office that works the case: it has no manager.
    Office,
    /// DSCA's country program managers.
    ProgramManagers,
}

/// One reason why a case is stuck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// What is wrong.
    pub kind: AlarmKind,
    /// Since when that counts: it stands there, the hold was to end, was asked for, the case could be worked.
    pub since: Date,
    /// For how many days; at a step, days on hold left out.
    pub days: i32,
    /// How many days would be plausible, or are allowed.
    pub allowed: i32,
    /// Where it stands.
    pub step: Option<Milestone>,
    /// Who works that step.
    pub holder: Option<CaseHolder>,
    /// What comes next.
    pub next: Option<Milestone>,
    /// What the days at a step are held against.
    pub limit: Option<StepLimit>,
    /// The share of cases that is meant by it, per mille.
    pub share: i64,
    /// Who is to act.
    pub ball: Ball,
}

/// The levers of alarms as they are on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StuckSettings {
    /// Share of cases that had left a step, per mille.
    share: i64,
    /// Cases that must have left before a class is told apart.
    least: usize,
    /// Days for which a hold may be undecided.
    hold_days: i32,
    /// Days for which a case may be managed by nobody.
    assignment_days: i32,
}

impl StuckSettings {
    /// As the levers are on a day.
    pub fn of(world: &World, day: Date) -> Self {
        let days = |lever| i32::try_from(world.lever(lever, day)).unwrap_or(i32::MAX);
        Self {
            share: world.lever(Lever::StuckShare, day),
            least: usize::try_from(world.lever(Lever::StuckLeast, day)).unwrap_or(usize::MAX),
            hold_days: days(Lever::HoldDecisionDays),
            assignment_days: days(Lever::AssignmentDays),
        }
    }

    pub(crate) fn limits(&self) -> (f64, usize) {
        #[allow(clippy::cast_precision_loss, reason = "a thousand at most")]
        let share = self.share as f64 / 1000.0;
        (share, self.least)
    }
}

/// Every reason why a case is stuck.
pub(crate) fn alarms(
    settings: &StuckSettings,
    clocks: &StepClocks,
    (id, case, row): (CaseId, &Case, &QueueRow),
    day: Date,
) -> impl Iterator<Item = Alarm> {
    let open = !row.phase.is_over();
    let alarm = move |kind, since, days, allowed, limit, ball| Alarm {
        kind,
        since,
        days,
        allowed,
        step: row.milestone,
        holder: row.holder,
        next: row.next,
        limit,
        share: settings.share,
        ball,
    };
    let responsible = if case.manager.is_some() { Ball::Manager } else { Ball::Office };
    let silent = || {
        let stay = clocks.stay(id).filter(|_| open && !row.is_held())?;
        let limit = clocks.limit(stay).filter(|limit| stay.days > limit.days)?;
        let ball = if row.holder == Some(CaseHolder::ProgramManagers) { Ball::ProgramManagers } else { responsible };
        Some(alarm(AlarmKind::Silent, row.since, stay.days, limit.days, Some(limit), ball))
    };
    let overdue = || {
        let until = row.hold_overdue.filter(|_| open)?;
        Some(alarm(AlarmKind::HoldOverdue, until, days_between(until, day), 0, None, responsible))
    };
    let undecided = || {
        let hold = case.holds.last().filter(|_| row.hold_asked && open)?;
        let days = days_between(hold.from, day);
        let late = days > settings.hold_days;
        late.then(|| alarm(AlarmKind::HoldUndecided, hold.from, days, settings.hold_days, None, Ball::ProgramManagers))
    };
    let unassigned = || {
        let ready = case.day_of(Milestone::DevelopmentStatus).filter(|on| *on <= day)?;
        let days = days_between(ready, day);
        let late = open && case.manager.is_none() && days > settings.assignment_days;
        late.then(|| alarm(AlarmKind::Unassigned, ready, days, settings.assignment_days, None, Ball::Office))
    };
    [silent(), overdue(), undecided(), unassigned()].into_iter().flatten()
}
