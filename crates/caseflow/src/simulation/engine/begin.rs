//! How a replication begins: people, cases that are there already, and the first arrivals.

use super::{Engine, SourceState};
use crate::simulation::calendar;
use crate::simulation::case::{Case, Phase};
use crate::simulation::model::{InitialModel, NONE, Step};
use crate::simulation::network::InitialState;
use crate::simulation::source::Source;
use crate::simulation::stream::{Lane, Stream, part};
use crate::simulation::tally::{CaseTally, MilestoneTally, StepTally};

impl Engine<'_> {
    pub(super) fn begin(&mut self, key: u64) {
        self.agenda.clear();
        self.cases.clear();
        self.left.clear();
        // no case's event has the number 0, which a new case holds
        (self.planned, self.events) = (1, 0);
        self.steps.fill(StepTally::default());
        self.classes.iter_mut().for_each(CaseTally::clear);
        self.milestones.iter_mut().flatten().for_each(MilestoneTally::clear);
        let model = self.model;
        for (number, (state, pool)) in self.pools.iter_mut().zip(&model.pools).enumerate() {
            state.queue.clear();
            (state.busy, state.people, state.next, state.since, state.capacity) = (0, 0, 0, 0.0, 0.0);
            if let Some(active) = &mut state.active {
                active.clear();
            }
            state.factor = pool.uncertain.map_or(1.0, |[low, high]| {
                low + (high - low) * Stream::of(part(part(key, 0), number as u64)).uniform()
            });
        }
        for pool in 0..self.pools.len() {
            match calendar::begins(&model.pools[pool].calendar, model.pools[pool].repeat, 0) {
                Some(from) if from <= 0.0 => self.shift(pool, 0.0),
                from => self.plan_shift(pool, from),
            }
        }
        self.place_initial(part(key, 1));
        self.sources.clear();
        for number in 0..model.classes.len() {
            let key = part(part(key, 2), number as u64);
            self.sources.push(SourceState { key, arrived: 0, source: Source::new(part(key, u64::MAX - 1)) });
            self.plan_arrival(number as u32);
        }
    }

    /// Cases that are there at the start: those worked on go on first, whatever their priority.
    fn place_initial(&mut self, key: u64) {
        let model = self.model;
        let working = model.initial.partition_point(|given| given.state == InitialState::InService);
        for given in &model.initial[..working] {
            self.place(given, key);
        }
        (0..self.pools.len()).for_each(|pool| self.dispatch(pool, 0.0));
        for given in &model.initial[working..] {
            self.place(given, key);
        }
        (0..self.pools.len()).for_each(|pool| self.dispatch(pool, 0.0));
    }

    fn place(&mut self, given: &InitialModel, key: u64) {
        let step = &self.model.steps[usize::from(given.step)];
        for number in given.first..given.first + u64::from(given.count) {
            let key = part(key, number);
            let number = self.cases.add(Case {
                key,
                arrived: -given.age,
                entered: -given.elapsed,
                since: -given.elapsed,
                held: 0.0,
                waited: 0.0,
                visit: 1,
                order: 0,
                next: 0,
                step: given.step,
                phase: Phase::Queue,
                passed: given.passed,
            });
            let case = &mut self.cases.all[number as usize];
            let mut service = Stream::at(key, 1, Lane::Service);
            match given.state {
                InitialState::OnHold => {
                    let (held, before) = left_before(step, given.elapsed, key);
                    case.held = held;
                    if step.pool == NONE {
                        (case.phase, case.since) = (Phase::Service, before);
                        let end = before + step.service.draw(&mut service);
                        self.plan(number, end);
                    } else {
                        case.phase = Phase::Before;
                        self.plan(number, before);
                    }
                    continue;
                }
                _ if step.pool == NONE => {
                    case.phase = Phase::Service;
                    let end = step.service.draw_left(given.elapsed, &mut service);
                    self.plan(number, end);
                    continue;
                }
                InitialState::InService => {
                    (case.phase, case.since) = (Phase::Begun, 0.0);
                    self.left.insert(number, step.service.draw_left(given.elapsed, &mut service));
                }
                InitialState::Waiting => {}
            }
            let due = case.arrived + self.model.classes[usize::from(step.class)].due;
            let queue = &mut self.pools[usize::from(step.pool)].queue;
            queue.push(&mut self.cases.all, number, step.level, due, false);
        }
    }
}

/// Of a case that has been held or delayed for so long: days on hold in all, and days left before the queue.
fn left_before(step: &Step, elapsed: f64, key: u64) -> (f64, f64) {
    let mut delay = Stream::at(key, 1, Lane::Delay);
    match (&step.hold, &step.delay) {
        (Some((_, law)), after) => {
            let left = law.draw_left(elapsed, &mut Stream::at(key, 1, Lane::Hold));
            (elapsed + left, left + after.as_ref().map_or(0.0, |law| law.draw(&mut delay)))
        }
        (None, Some(law)) => (0.0, law.draw_left(elapsed, &mut delay)),
        (None, None) => (0.0, 0.0),
    }
}
