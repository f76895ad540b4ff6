//! One replication, event by event.
//!
//! Rules that fix the order of things: events of one time happen in the order in which they were planned; a case that
//! ends its service moves on before its server looks for the next one; a free server takes a case at once. Work takes
//! as long as the proficiency when it begins says.

mod begin;
mod end;
mod people;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::simulation::case::{Case, Cases, Phase};
use crate::simulation::heap::{Agenda, Entry};
use crate::simulation::model::{Model, NONE, Next};
use crate::simulation::network::Leaving;
use crate::simulation::queue::Queue;
use crate::simulation::run::Stopped;
use crate::simulation::source::Source;
use crate::simulation::stream::{Lane, Stream, part};
use crate::simulation::tally::{CaseTally, MilestoneTally, StepTally};

const ARRIVAL: u32 = 1 << 30;
const CALENDAR: u32 = 2 << 30;
const NUMBER: u32 = ARRIVAL - 1;

/// Everything that a replication changes; kept from one to the next, so that nothing is allocated in the loop.
pub(super) struct Engine<'a> {
    model: &'a Model,
    from: f64,
    horizon: f64,
    agenda: Agenda,
    planned: u32,
    pub events: u64,
    cases: Cases,
    pools: Vec<PoolState>,
    sources: Vec<SourceState>,
    /// Work left of cases whose server left, by case.
    left: HashMap<u32, f64>,
    /// Cases in the network at the horizon.
    present: Vec<Case>,
    pub steps: Vec<StepTally>,
    pub classes: Vec<CaseTally>,
    pub milestones: Vec<Vec<MilestoneTally>>,
}

struct SourceState {
    key: u64,
    arrived: u64,
    source: Source,
}

pub(super) struct PoolState {
    busy: u32,
    people: u32,
    speed: f64,
    factor: f64,
    queue: Queue,
    /// The next step of the calendar.
    next: usize,
    since: f64,
    /// Person-days within the window.
    pub capacity: f64,
    /// Work under way with its speed and end, in the order begun; kept only where it may be handed over.
    active: Option<Vec<(u32, f64, f64)>>,
}

impl<'a> Engine<'a> {
    pub fn new(model: &'a Model) -> Self {
        let network = model.network();
        let pools = model.pools.iter().map(|pool| PoolState {
            busy: 0,
            people: 0,
            speed: 1.0,
            factor: 1.0,
            queue: Queue::new(pool.discipline, pool.levels),
            next: 0,
            since: 0.0,
            capacity: 0.0,
            active: (pool.leaving == Leaving::HandOver).then(Vec::new),
        });
        let milestones = network.classes.iter().map(|class| vec![MilestoneTally::default(); class.milestones.len()]);
        Self {
            model,
            from: network.warm_up,
            horizon: network.horizon,
            agenda: Agenda::default(),
            planned: 0,
            events: 0,
            cases: Cases::default(),
            pools: pools.collect(),
            sources: Vec::new(),
            left: HashMap::new(),
            present: Vec::new(),
            steps: vec![StepTally::default(); model.steps.len()],
            classes: vec![CaseTally::default(); model.classes.len()],
            milestones: milestones.collect(),
        }
    }

    /// Person-days of each pool within the window.
    pub fn capacities(&self) -> impl Iterator<Item = f64> {
        self.pools.iter().map(|pool| pool.capacity)
    }

    /// Simulates one replication from nothing to the horizon.
    pub fn replicate(&mut self, key: u64, cancelled: &AtomicBool) -> Result<(), Stopped> {
        self.begin(key);
        let limits = self.model.network().limits;
        let mut check = 0x10000.min(limits.events + 1);
        while let Some(entry) = self.agenda.pop() {
            let (now, what) = (entry.time(), entry.what());
            self.events += 1;
            if self.events == check {
                if cancelled.load(Ordering::Relaxed) {
                    return Err(Stopped::Cancelled);
                }
                if self.events > limits.events {
                    return Err(self.endless(now));
                }
                check = (check + 0x10000).min(limits.events + 1);
            }
            if what < ARRIVAL {
                let case = &self.cases.all[what as usize];
                if case.order != entry.order() {
                    continue;
                }
                if case.phase == Phase::Service { self.finish(what, now) } else { self.join(what, now) }
            } else if what < CALENDAR {
                self.arrival(what & NUMBER, now);
                if self.cases.count > limits.cases {
                    return Err(self.endless(now));
                }
            } else {
                self.shift((what & NUMBER) as usize, now);
            }
        }
        self.settle();
        Ok(())
    }

    #[inline]
    fn plan(&mut self, case: u32, time: f64) {
        let order = self.planned;
        self.planned += 1;
        self.cases.all[case as usize].order = order;
        if time < self.horizon {
            self.agenda.push(Entry::new(time, order, case));
        }
    }

    #[inline]
    fn plan_other(&mut self, what: u32, time: f64) {
        if time < self.horizon {
            let order = self.planned;
            self.planned += 1;
            self.agenda.push(Entry::new(time, order, what));
        }
    }

    fn plan_arrival(&mut self, class: u32) {
        if let Some(arrivals) = &self.model.classes[class as usize].arrivals {
            let time = self.sources[class as usize].source.next(arrivals, self.horizon);
            self.plan_other(ARRIVAL | class, time);
        }
    }

    fn plan_shift(&mut self, pool: usize, from: Option<f64>) {
        if let Some(from) = from {
            self.plan_other(CALENDAR | pool as u32, from);
        }
    }

    #[inline]
    fn arrival(&mut self, class: u32, now: f64) {
        let model = self.model;
        let source = &mut self.sources[class as usize];
        let key = part(source.key, source.arrived);
        source.arrived += 1;
        if now >= self.from {
            self.classes[class as usize].arrivals += 1;
        }
        let case = self.cases.add(Case {
            key,
            arrived: now,
            entered: now,
            since: now,
            held: 0.0,
            waited: 0.0,
            visit: 0,
            order: 0,
            next: 0,
            step: NONE,
            phase: Phase::Before,
            passed: 0,
        });
        let step = choose(&model.classes[class as usize].enter, key, 0);
        self.enter(case, step, now);
        self.plan_arrival(class);
    }

    /// A case comes to a station.
    #[inline]
    fn enter(&mut self, number: u32, at: u16, now: f64) {
        let model = self.model;
        let step = &model.steps[usize::from(at)];
        let case = &mut self.cases.all[number as usize];
        case.step = at;
        case.entered = now;
        case.visit = case.visit.wrapping_add(1);
        if now >= self.from {
            self.steps[usize::from(at)].arrivals += 1;
        }
        if step.milestones & !case.passed != 0 {
            self.pass(number, now);
        }
        if !step.before {
            return self.join(number, now);
        }
        let case = &mut self.cases.all[number as usize];
        let mut until = now;
        if let Some((probability, law)) = &step.hold {
            let mut stream = Stream::at(case.key, case.visit, Lane::Hold);
            if stream.uniform() < *probability {
                let days = law.draw(&mut stream);
                case.held += days;
                until += days;
            }
        }
        if let Some(law) = &step.delay {
            until += law.draw(&mut Stream::at(case.key, case.visit, Lane::Delay));
        }
        if until <= now || step.pool == NONE {
            return self.join(number, until);
        }
        case.phase = Phase::Before;
        case.since = now;
        self.plan(number, until);
    }

    /// A case joins the queue, or begins. Where no pool works `now` may lie ahead: the end of what came before.
    #[inline]
    fn join(&mut self, number: u32, now: f64) {
        let model = self.model;
        let case = &mut self.cases.all[number as usize];
        let step = &model.steps[usize::from(case.step)];
        case.since = now;
        if step.pool == NONE {
            case.phase = Phase::Service;
            let days = step.service.draw(&mut Stream::at(case.key, case.visit, Lane::Service));
            return self.plan(number, now + days);
        }
        case.phase = Phase::Queue;
        let pool = &mut self.pools[usize::from(step.pool)];
        if pool.busy < pool.people {
            return self.start(number, now);
        }
        let due = case.arrived + model.classes[usize::from(step.class)].due;
        pool.queue.push(&mut self.cases.all, number, step.level, due, false);
    }

    /// Somebody begins to work on a case.
    #[inline]
    fn start(&mut self, number: u32, now: f64) {
        let model = self.model;
        let case = &mut self.cases.all[number as usize];
        let step = &model.steps[usize::from(case.step)];
        let tally = &mut self.steps[usize::from(case.step)];
        let wait = now - case.since;
        case.waited += wait;
        if now >= self.from {
            tally.starts += u64::from(case.phase == Phase::Queue);
            tally.wait += wait;
            tally.queued += now - case.since.max(self.from);
        }
        let work = if case.phase == Phase::Begun {
            self.left.remove(&number).unwrap_or_default()
        } else {
            step.service.draw(&mut Stream::at(case.key, case.visit, Lane::Service))
        };
        case.phase = Phase::Service;
        case.since = now;
        let pool = &mut self.pools[usize::from(step.pool)];
        pool.busy += 1;
        let end = now + work / pool.speed;
        if let Some(active) = &mut pool.active {
            active.push((number, pool.speed, end));
        }
        self.plan(number, end);
    }

    /// A service or a delay ends.
    #[inline]
    fn finish(&mut self, number: u32, now: f64) {
        let model = self.model;
        let case = &self.cases.all[number as usize];
        let step = &model.steps[usize::from(case.step)];
        if now >= self.from {
            let tally = &mut self.steps[usize::from(case.step)];
            tally.leaves += 1;
            tally.stay += now - case.entered;
            tally.served += now - case.since.max(self.from);
        }
        let next = choose(&step.next, case.key, case.visit);
        if next == NONE {
            self.leave(number, step.class, now)
        } else {
            self.enter(number, next, now)
        }
        if step.pool != NONE {
            let pool = &mut self.pools[usize::from(step.pool)];
            pool.busy -= 1;
            if let Some(active) = &mut pool.active
                && let Some(place) = active.iter().position(|(case, ..)| *case == number)
            {
                active.remove(place);
            }
            self.dispatch(usize::from(step.pool), now);
        }
    }

    #[inline]
    fn dispatch(&mut self, pool: usize, now: f64) {
        loop {
            let state = &mut self.pools[pool];
            if state.busy >= state.people || state.queue.is_empty() {
                return;
            }
            match state.queue.pop(&self.cases.all) {
                Some(case) => self.start(case, now),
                None => return,
            }
        }
    }

    #[inline]
    fn leave(&mut self, number: u32, class: u16, now: f64) {
        let case = &self.cases.all[number as usize];
        if now >= self.from {
            let tally = &mut self.classes[usize::from(class)];
            let days = now - case.arrived;
            tally.departures += 1;
            tally.time += days;
            tally.wait += case.waited;
            tally.held += case.held;
            tally.present += now - case.arrived.max(self.from);
            tally.goal.judge(self.model.network().classes[usize::from(class)].goal, days);
            tally.times.count(days);
        }
        self.cases.remove(number);
    }

    fn pass(&mut self, number: u32, now: f64) {
        let case = &mut self.cases.all[number as usize];
        let step = &self.model.steps[usize::from(case.step)];
        let new = step.milestones & !case.passed;
        case.passed |= new;
        if now < self.from {
            return;
        }
        let stated = &self.model.network().classes[usize::from(step.class)].milestones;
        let tallies = self.milestones[usize::from(step.class)].iter_mut().zip(stated);
        for (_, (tally, stated)) in tallies.enumerate().filter(|(bit, _)| new & 1 << bit != 0) {
            let days = (now - case.arrived - if stated.holds_count { 0.0 } else { case.held }).max(0.0);
            tally.reached += 1;
            tally.time += days;
            tally.goal.judge(stated.goal, days);
            tally.times.count(days);
        }
    }
}

/// Where a case goes after its `visit`th station.
#[inline]
fn choose(next: &Next, key: u64, visit: u32) -> u16 {
    match next {
        Next::Only(step) => *step,
        Next::Chance(table) => {
            let at = Stream::at(key, visit, Lane::Route).uniform();
            table.iter().find(|(up_to, _)| at < *up_to).map_or(NONE, |(_, step)| *step)
        }
    }
}
