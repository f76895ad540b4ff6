//! The queue of cases: what is oldest, what is held, who has it, what comes next, how much of the goal is left.
//!
//! A row is what a case looks like on a day, a key what it is found and ordered by; the index holds one of each a case and
//! works out anew only those that changed.

mod key;
mod search;

use std::sync::{Arc, OnceLock};

use muster_domain::cases::{AwaitedAnswers, Case, CaseHolder, CasePhase, ExecutionState, Milestone, OfferClock};
use muster_domain::kernel::{Id as _, Table, days_between};
use muster_domain::partner::Country;
use muster_domain::{CaseId, CountryId, Date, Position, World};

pub use key::{QueueKey, QueueOrder, QueuePart};
use search::CaseTexts;
pub use search::CasesFound;

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
    /// The day it was offered, the latest time.
    pub offered: Option<Date>,
    /// What is due or open of its execution; empty before acceptance and once it is over.
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
            offered: case.day_of(Milestone::Offered),
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
    /// The cases and countries that the rows were made of.
    cases: Table<CaseId, Case>,
    countries: Table<CountryId, Country>,
    rows: Arc<Vec<QueueRow>>,
    keys: Arc<Vec<QueueKey>>,
    /// Made for the first search.
    texts: Arc<OnceLock<CaseTexts>>,
    /// How long cases stay at each step, and what alarms go by.
    steps: Arc<StepClocks>,
    stuck: StuckSettings,
}

impl CaseQueue {
    /// Every case of a World on a day.
    pub fn new(world: &World, day: Date) -> Self {
        let stuck = StuckSettings::of(world, day);
        let mut queue = Self {
            day,
            position: world.position,
            policy: world.policy_changed(),
            cases: world.cases.clone(),
            countries: world.countries.clone(),
            rows: Arc::new(world.cases.iter().map(|(_, case)| QueueRow::of(world, case, day)).collect()),
            keys: Arc::default(),
            texts: Arc::default(),
            steps: Arc::new(StepClocks::new(world, day, stuck.limits())),
            stuck,
        };
        queue.keys = Arc::new(world.cases.iter().map(|(id, case)| queue.key_of(id, case)).collect());
        queue
    }

    /// The same for a newer World or another day: what rests on cases that did not change stays.
    #[must_use]
    pub fn refreshed(&self, world: &World, day: Date) -> Self {
        if day != self.day || world.position < self.position || world.policy_changed() != self.policy {
            return Self::new(world, day);
        }
        let changed: Vec<CaseId> = world.cases.changed_from(&self.cases).map(|(id, _)| id).collect();
        let renamed = world.countries.changed_from(&self.countries).next().is_some();
        let stuck = StuckSettings::of(world, day);
        let mut fresh = Self { position: world.position, stuck, ..self.clone() };
        if renamed || !changed.is_empty() {
            fresh.texts = Arc::default();
            fresh.countries = world.countries.clone();
        }
        if changed.is_empty() && stuck == self.stuck {
            return fresh;
        }
        fresh.cases = world.cases.clone();
        let rows = Arc::make_mut(&mut fresh.rows);
        for id in &changed {
            put(rows, *id, QueueRow::of(world, &world.cases[*id], day));
        }
        let cases = changed.iter().map(|id| (*id, &world.cases[*id]));
        let limits_moved = Arc::make_mut(&mut fresh.steps).update(cases, day, stuck.limits());
        if limits_moved || stuck != self.stuck {
            // Cases that stood still may be stuck now, or no more.
            fresh.keys = Arc::new(world.cases.iter().map(|(id, case)| fresh.key_of(id, case)).collect());
        } else {
            let keys: Vec<QueueKey> = changed.iter().map(|id| fresh.key_of(*id, &world.cases[*id])).collect();
            let held = Arc::make_mut(&mut fresh.keys);
            changed.into_iter().zip(keys).for_each(|(id, key)| put(held, id, key));
        }
        fresh
    }

    fn key_of(&self, id: CaseId, case: &Case) -> QueueKey {
        QueueKey::of(case, &self.rows[id.index()], self.alarms(id, case).map(|alarm| alarm.kind))
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

    /// What a case is found by.
    pub fn key(&self, case: CaseId) -> Option<&QueueKey> {
        self.keys.get(case.index())
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

    /// Every case with what it is found by, in id order.
    pub fn keys(&self) -> impl Iterator<Item = (CaseId, &QueueKey)> + '_ {
        self.keys.iter().enumerate().map(|(i, key)| (CaseId::from_index(i), key))
    }

    /// The cases in a part of the queue, as far as each tells alone, in id order.
    pub fn part(&self, part: QueuePart) -> impl Iterator<Item = CaseId> + '_ {
        self.keys().filter(move |(_, key)| key.is_in(part)).map(|(id, _)| id)
    }

    /// Which cases have every word of a search in their identifier, their title or the name of their country, whatever the
    /// case of the letters.
    pub fn search(&self, words: &str) -> CasesFound {
        self.texts.get_or_init(|| CaseTexts::new(&self.cases, &self.countries)).search(words)
    }
}

/// Puts the figures of a case in their place, which is the next one for a new case.
fn put<T>(all: &mut Vec<T>, id: CaseId, one: T) {
    match all.get_mut(id.index()) {
        Some(held) => *held = one,
        None => all.push(one),
    }
}
