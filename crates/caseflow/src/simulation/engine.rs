//! One replication, event by event.
//!
//! Rules that fix the order of things: events of one time happen in the order in which they were planned; a case that
//! ends its service moves on before its server looks for the next one; a free server takes a case at once. Work takes
//! as long as the proficiency when it begins says.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use super::calendar;
use super::case::{Case, Cases, Phase};
use super::heap::{Agenda, Entry};
use super::model::{InitialModel, Model, NONE, Next, Step};
use super::network::{InitialState, Leaving};
use super::queue::Queue;
use super::run::Stopped;
use super::source::Source;
use super::stream::{Lane, Stream, part};
use super::tally::{CaseTally, MilestoneTally, StepTally};

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

    fn begin(&mut self, key: u64) {
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

    /// A step of a pool's calendar begins.
    fn shift(&mut self, number: usize, now: f64) {
        let model = &self.model.pools[number];
        let pool = &mut self.pools[number];
        let shift = model.calendar[pool.next % model.calendar.len()];
        pool.close(now, self.from);
        pool.people = shift.people;
        pool.speed = shift.proficiency * pool.factor;
        pool.next += 1;
        let next = calendar::begins(&model.calendar, model.repeat, pool.next);
        self.plan_shift(number, next);
        self.hand_over(number, now);
        self.dispatch(number, now);
    }

    /// Work that was begun last goes back to the head of its queue until nobody works who is not there.
    fn hand_over(&mut self, number: usize, now: f64) {
        let model = self.model;
        let pool = &mut self.pools[number];
        while pool.busy > pool.people
            && let Some((case, speed, end)) = pool.active.as_mut().and_then(Vec::pop)
        {
            pool.busy -= 1;
            let place = &mut self.cases.all[case as usize];
            let step = &model.steps[usize::from(place.step)];
            if now >= self.from {
                self.steps[usize::from(place.step)].served += now - place.since.max(self.from);
            }
            self.left.insert(case, (end - now) * speed);
            (place.phase, place.since, place.order) = (Phase::Begun, now, u32::MAX);
            let due = place.arrived + model.classes[usize::from(step.class)].due;
            pool.queue.push(&mut self.cases.all, case, step.level, due, true);
        }
    }

    /// At the horizon: time of whatever has not ended.
    fn settle(&mut self) {
        let (from, end) = (self.from, self.horizon);
        for pool in &mut self.pools {
            pool.close(end, from);
        }
        // in an order that does not hang on who took whose place, so that sums are equal to the last bit
        self.present.clear();
        self.present.extend(self.cases.all.iter().filter(|case| case.phase != Phase::Gone));
        self.present.sort_unstable_by_key(|case| case.key);
        for case in &self.present {
            let step = &self.model.steps[usize::from(case.step)];
            let tally = &mut self.steps[usize::from(case.step)];
            let days = (end - case.since.max(from)).max(0.0);
            match case.phase {
                Phase::Queue | Phase::Begun => {
                    tally.queued += days;
                    tally.queue_at_end += 1;
                }
                Phase::Service => tally.served += days,
                Phase::Before | Phase::Gone => {}
            }
            let class = &mut self.classes[usize::from(step.class)];
            class.present += end - case.arrived.max(from);
            class.at_end += 1;
            for (bit, tally) in self.milestones[usize::from(step.class)].iter_mut().enumerate() {
                tally.open_at_end += u64::from(case.passed & 1 << bit == 0);
            }
        }
    }

    /// Says where cases pile up.
    fn endless(&self, day: f64) -> Stopped {
        let mut at = vec![0_u64; self.model.network().stations.len()];
        for case in self.cases.all.iter().filter(|case| case.phase != Phase::Gone) {
            at[usize::from(self.model.steps[usize::from(case.step)].station)] += 1;
        }
        let (station, there) = at.iter().enumerate().max_by_key(|(_, there)| **there).unwrap_or((0, &0));
        Stopped::Endless {
            day,
            events: self.events,
            cases: self.cases.count,
            station: self.model.network().stations[station].name.clone(),
            there: *there,
        }
    }
}

impl PoolState {
    /// Counts the people there until now.
    fn close(&mut self, now: f64, from: f64) {
        self.capacity += f64::from(self.people) * (now - self.since.max(from)).max(0.0);
        self.since = now;
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
