//! The queue of cases: what is oldest, what is held, who has it, what comes next, how much of the goal is left.
//!
//! A row is what a case looks like on a day; the index holds one a case and works out anew only those that changed.

use muster_domain::cases::{AwaitedAnswers, Case, CaseHolder, CasePhase, ExecutionState, Milestone, OfferClock};
use muster_domain::kernel::{Id as _, days_between};
use muster_domain::{CaseId, Date, Position, World};

use crate::stuck::{Alarm, StepClocks, StuckSettings, alarms};

/// A case as the queue shows it on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// Where it stands.
    pub phase: CasePhase,
    /// The last milestone it reached.
    pub milestone: Option<Milestone>,
    /// Since when it stands there.
    pub since: Date,
    /// Who works it; none once it is over.
    pub holder: Option<CaseHolder>,
    /// The step that comes next.
    pub next: Option<Milestone>,
    /// Since when it is on hold.
    pub held_since: Option<Date>,
    /// The day by which its hold was to end, where that has passed.
    pub hold_overdue: Option<Date>,
    /// A hold that waits to be decided.
    pub hold_asked: bool,
    /// The clock to its offer.
    pub clock: OfferClock,
    /// The day its offer expires, while it is offered.
    pub expires: Option<Date>,
    /// Its value, US cents.
    pub value_cents: i64,
    /// What of its correspondence awaits an answer, whoever owes it; a case that is over may owe one too.
    pub answers: Option<AwaitedAnswers>,
    /// In how many ways its history departs from the rules.
    pub deviations: usize,
    /// What is due or open of its execution.
    pub execution: ExecutionState,
    /// Whether its next review should have been held.
    pub review_late: bool,
}

impl QueueRow {
    /// A case as it is on a day.
    pub fn of(world: &World, case: &Case, day: Date) -> Self {
        let phase = case.phase(day);
        let execution = case.execution_state(world, day);
        let held = case.held_by(day).filter(|_| phase.is_before_offer());
        let open = |hold: &&muster_domain::cases::Hold| hold.decision.is_none() && hold.lifted.is_none();
        Self {
            phase,
            milestone: case.last_reached(day).map(|reached| reached.milestone),
            since: case.since(day),
            holder: case.waits_for(world, day),
            next: case.next(day),
            held_since: held.map(|hold| hold.from),
            hold_overdue: held.and_then(|hold| hold.until).filter(|until| *until < day),
            hold_asked: case.holds.last().filter(open).is_some(),
            clock: case.clock(world, day),
            expires: case.expiry(world).filter(|_| phase == CasePhase::Offered),
            value_cents: case.value_cents(),
            answers: case.awaited(day, None),
            deviations: case.deviations(world).len(),
            execution,
            review_late: execution.review_due.is_some_and(|due| due < day),
        }
    }

    /// Whether it is on hold.
    pub fn is_held(&self) -> bool {
        self.held_since.is_some()
    }

    /// Whether it is past its goal while the clock to its offer still runs.
    pub fn is_late(&self) -> bool {
        self.clock.runs && self.clock.left().is_some_and(|left| left < 0)
    }

    /// Days it stands where it stands.
    pub fn days(&self, day: Date) -> i32 {
        days_between(self.since, day)
    }
}

/// One row a case, for one day.
#[derive(Debug, Clone)]
pub struct CaseQueue {
    day: Date,
    position: Position,
    /// The position of the last change to a figure of policy: every row rests on those.
    policy: Position,
    rows: Vec<QueueRow>,
    /// How long cases stay at each step, and what alarms go by.
    steps: StepClocks,
    stuck: StuckSettings,
}

impl CaseQueue {
    /// Every case of a World on a day.
    pub fn new(world: &World, day: Date) -> Self {
        let rows = world.cases.iter().map(|(_, case)| QueueRow::of(world, case, day)).collect();
        let stuck = StuckSettings::of(world, day);
        let steps = StepClocks::new(world, day, stuck.limits());
        Self { day, position: world.position, policy: world.policy_changed(), rows, steps, stuck }
    }

    /// The same for a newer World or another day: rows whose case did not change stay.
    #[must_use]
    pub fn refreshed(&self, world: &World, day: Date) -> Self {
        if day != self.day || world.position < self.position || world.policy_changed() != self.policy {
            return Self::new(world, day);
        }
        let mut rows = self.rows.clone();
        for (id, row) in world.cases.rows() {
            let new = || QueueRow::of(world, &row.fact, day);
            match rows.get_mut(id.index()) {
                Some(held) if row.changed > self.position => *held = new(),
                Some(_) => {}
                None => rows.push(new()),
            }
        }
        let (mut steps, stuck) = (self.steps.clone(), StuckSettings::of(world, day));
        let changed = world.cases.rows().filter(|(_, row)| row.changed > self.position);
        steps.update(changed.map(|(id, row)| (id, &row.fact)), day, stuck.limits());
        Self { rows, steps, stuck, position: world.position, day: self.day, policy: self.policy }
    }

    /// The day it holds for.
    pub fn day(&self) -> Date {
        self.day
    }

    /// The position it holds for.
    pub fn position(&self) -> Position {
        self.position
    }

    /// A case's row.
    pub fn row(&self, case: CaseId) -> Option<&QueueRow> {
        self.rows.get(case.index())
    }

    /// Every reason why a case is stuck.
    pub fn alarms(&self, id: CaseId, case: &Case) -> impl Iterator<Item = Alarm> {
        let row = self.rows.get(id.index());
        row.into_iter().flat_map(move |row| alarms(&self.stuck, &self.steps, (id, case, row), self.day))
    }

    /// Every case with its row, in id order.
    pub fn iter(&self) -> impl Iterator<Item = (CaseId, &QueueRow)> + '_ {
        self.rows.iter().enumerate().map(|(i, row)| (CaseId::from_index(i), row))
    }
}
