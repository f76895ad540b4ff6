//! The same simulation written a second time, as plainly as can be: every case is looked at after every event, queues are
//! found by comparing whoever waits, areas are added up between events. It shares the random numbers and the laws with
//! the engine, nothing else, and the two must agree on every sample path.

use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use rand_distr::{Distribution, Exp1};

use super::engine::Engine;
use super::law::Law as Ready;
use super::model::Model;
use super::network::*;
use super::source::Source;
use super::stream::{Lane, Stream, part};

#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Before { until: f64 },
    Waiting { since: f64, place: i64, left: Option<f64> },
    Working { since: f64, until: f64, speed: f64, begun: i64 },
    Elsewhere { from: f64, until: f64 },
    Gone,
}

#[derive(Debug, Clone)]
struct RefCase {
    class: usize,
    step: usize,
    key: u64,
    arrived: f64,
    entered: f64,
    visit: u32,
    held: f64,
    waited: f64,
    passed: Vec<bool>,
    state: State,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct StepCount {
    arrivals: u64,
    starts: u64,
    leaves: u64,
    wait: f64,
    stay: f64,
    queued: f64,
    served: f64,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct ClassCount {
    arrivals: u64,
    departures: u64,
    time: f64,
    wait: f64,
    held: f64,
    present: f64,
    at_end: u64,
    reached: Vec<(u64, f64)>,
}

struct Plain<'a> {
    net: &'a Network,
    now: f64,
    places: i64,
    people: Vec<(u32, f64)>,
    factors: Vec<f64>,
    cases: Vec<RefCase>,
    steps: Vec<Vec<StepCount>>,
    classes: Vec<ClassCount>,
}

impl Plain<'_> {
    fn station(&self, case: &RefCase) -> (&ClassStep, &Station, Option<usize>) {
        let step = &self.net.classes[case.class].steps[case.step];
        let station = self.net.stations.iter().find(|station| station.name == step.station).unwrap();
        let pool = station.pool.as_ref().map(|name| self.net.pools.iter().position(|pool| pool.name == *name).unwrap());
        (step, station, pool)
    }

    fn service(&self, case: &RefCase) -> Ready {
        let (step, station, _) = self.station(case);
        Ready::new(step.service.as_ref().or(station.service.as_ref()).unwrap())
    }

    fn counted(&self) -> bool {
        self.now >= self.net.warm_up
    }

    fn follow(&self, routes: &[Route], case: &RefCase) -> Option<usize> {
        let to = |name: &str| self.net.classes[case.class].steps.iter().position(|step| step.station == name);
        let at = Stream::at(case.key, case.visit, Lane::Route).uniform();
        let mut sum = 0.0;
        for route in routes {
            sum += route.probability;
            if at < sum {
                return to(&route.to);
            }
        }
        if sum > 1.0 - 1e-9 { to(&routes.last().unwrap().to) } else { None }
    }

    fn enter(&mut self, number: usize, step: usize) {
        let now = self.now;
        let mut case = self.cases[number].clone();
        case.step = step;
        case.visit += 1;
        case.entered = now;
        self.steps[case.class][step].arrivals += u64::from(self.counted());
        for (place, milestone) in self.net.classes[case.class].milestones.iter().enumerate() {
            if milestone.at == self.net.classes[case.class].steps[step].station && !case.passed[place] {
                case.passed[place] = true;
                if self.counted() {
                    let reached = &mut self.classes[case.class].reached[place];
                    reached.0 += 1;
                    reached.1 += (now - case.arrived - if milestone.holds_count { 0.0 } else { case.held }).max(0.0);
                }
            }
        }
        let (stated, station, pool) = self.station(&case);
        let mut until = now;
        if let Some(hold) = stated.hold.as_ref().or(station.hold.as_ref()) {
            let mut stream = Stream::at(case.key, case.visit, Lane::Hold);
            if hold.probability > 0.0 && stream.uniform() < hold.probability {
                let days = Ready::new(&hold.duration).draw(&mut stream);
                case.held += days;
                until += days;
            }
        }
        if let Some(delay) = stated.delay.as_ref().or(station.delay.as_ref()) {
            until += Ready::new(delay).draw(&mut Stream::at(case.key, case.visit, Lane::Delay));
        }
        if pool.is_none() {
            let days = self.service(&case).draw(&mut Stream::at(case.key, case.visit, Lane::Service));
            case.state = State::Elsewhere { from: until, until: until + days };
        } else if until > now {
            case.state = State::Before { until };
        } else {
            self.places += 1;
            case.state = State::Waiting { since: now, place: self.places, left: None };
        }
        self.cases[number] = case;
    }

    /// Whoever can be served is, the best first, until nobody is free.
    fn serve(&mut self) {
        for pool in 0..self.net.pools.len() {
            loop {
                let mine = |case: &RefCase| self.station(case).2 == Some(pool);
                let working =
                    self.cases.iter().filter(|case| matches!(case.state, State::Working { .. }) && mine(case));
                if working.count() as u32 >= self.people[pool].0 {
                    break;
                }
                let rank = |case: &RefCase| {
                    let class = &self.net.classes[case.class];
                    let priority = self.station(case).0.priority.unwrap_or(class.priority);
                    let due = match self.net.pools[pool].discipline {
                        Discipline::Fifo => 0.0,
                        Discipline::Due => case.arrived + class.due.unwrap_or(0.0),
                    };
                    let State::Waiting { place, .. } = case.state else { unreachable!() };
                    (priority, due, place)
                };
                let waiting =
                    (0..self.cases.len()).filter(|number| matches!(self.cases[*number].state, State::Waiting { .. }));
                let next = waiting
                    .filter(|number| mine(&self.cases[*number]))
                    .min_by(|a, b| rank(&self.cases[*a]).partial_cmp(&rank(&self.cases[*b])).unwrap());
                let Some(number) = next else { break };
                let State::Waiting { since, left, .. } = self.cases[number].state else { unreachable!() };
                let (class, step) = (self.cases[number].class, self.cases[number].step);
                if self.counted() {
                    self.steps[class][step].starts += u64::from(left.is_none());
                    self.steps[class][step].wait += self.now - since;
                }
                let case = &self.cases[number];
                let fresh = || self.service(case).draw(&mut Stream::at(case.key, case.visit, Lane::Service));
                let work = left.unwrap_or_else(fresh);
                self.places += 1;
                let (speed, begun, now) = (self.people[pool].1, self.places, self.now);
                self.cases[number].waited += now - since;
                self.cases[number].state = State::Working { since: now, until: now + work / speed, speed, begun };
            }
        }
    }

    fn finish(&mut self, number: usize) {
        let case = self.cases[number].clone();
        if let State::Before { .. } = case.state {
            self.places += 1;
            self.cases[number].state = State::Waiting { since: self.now, place: self.places, left: None };
            return;
        }
        if self.counted() {
            self.steps[case.class][case.step].leaves += 1;
            self.steps[case.class][case.step].stay += self.now - case.entered;
        }
        let routes = &self.net.classes[case.class].steps[case.step].next;
        match self.follow(routes, &case) {
            Some(step) => self.enter(number, step),
            None => {
                if self.counted() {
                    let class = &mut self.classes[case.class];
                    class.departures += 1;
                    class.time += self.now - case.arrived;
                    class.wait += case.waited;
                    class.held += case.held;
                }
                self.cases[number].state = State::Gone;
            }
        }
    }

    /// Takes the people of a step of the calendar; work in excess goes back, begun last first.
    fn shift(&mut self, pool: usize, shift: Shift) {
        self.people[pool] = (shift.people, shift.proficiency * self.factors[pool]);
        if self.net.pools[pool].leaving == Leaving::Finish {
            return;
        }
        loop {
            let working = (0..self.cases.len()).filter_map(|number| match self.cases[number].state {
                State::Working { begun, .. } if self.station(&self.cases[number]).2 == Some(pool) => {
                    Some((begun, number))
                }
                _ => None,
            });
            let working: Vec<_> = working.collect();
            if working.len() as u32 <= shift.people {
                break;
            }
            let (_, number) = working.into_iter().max().unwrap();
            let State::Working { until, speed, .. } = self.cases[number].state else { unreachable!() };
            self.places += 1;
            let left = Some((until - self.now) * speed);
            let place = i64::MIN + 1_000_000 - self.places;
            self.cases[number].state = State::Waiting { since: self.now, place, left };
            if self.net.pools[pool].discipline == Discipline::Due {
                self.cases[number].state = State::Waiting { since: self.now, place: self.places, left };
            }
        }
    }

    /// Time passes: everybody is where they are for so long.
    fn pass(&mut self, until: f64) {
        let overlap = |from: f64| (until - from.max(self.net.warm_up)).max(0.0);
        for case in &self.cases {
            let step = &mut self.steps[case.class][case.step];
            match case.state {
                State::Waiting { .. } => step.queued += overlap(self.now),
                State::Working { .. } => step.served += overlap(self.now),
                State::Elsewhere { from, .. } => step.served += overlap(from.max(self.now)),
                State::Before { .. } => {}
                State::Gone => continue,
            }
            self.classes[case.class].present += overlap(self.now);
        }
        self.now = until;
    }
}

fn reference(net: &Network, key: u64) -> (Vec<Vec<StepCount>>, Vec<ClassCount>) {
    let factors = net.pools.iter().enumerate().map(|(number, pool)| {
        let at = Stream::of(part(part(key, 0), number as u64)).uniform();
        pool.uncertain.map_or(1.0, |[low, high]| low + (high - low) * at)
    });
    let mut plain = Plain {
        net,
        now: 0.0,
        places: 0,
        people: vec![(0, 1.0); net.pools.len()],
        factors: factors.collect(),
        cases: Vec::new(),
        steps: net.classes.iter().map(|class| vec![StepCount::default(); class.steps.len()]).collect(),
        classes: net
            .classes
            .iter()
            .map(|class| ClassCount { reached: vec![(0, 0.0); class.milestones.len()], ..ClassCount::default() })
            .collect(),
    };
    // everything that happens by the calendar: (day, pool, step)
    let mut shifts = Vec::new();
    for (pool, stated) in net.pools.iter().enumerate() {
        let rounds = stated.repeat.map_or(1, |days| (net.horizon / days) as usize + 1);
        for round in 0..rounds {
            for shift in &stated.calendar {
                shifts.push((shift.from + round as f64 * stated.repeat.unwrap_or(0.0), pool, *shift));
            }
        }
    }
    shifts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut shifts = shifts.into_iter().peekable();
    while let Some((_, pool, shift)) = shifts.next_if(|shift| shift.0 <= 0.0) {
        plain.shift(pool, shift);
    }
    let (mut count, mut later) = (0, Vec::new());
    for given in &net.initial {
        for _ in 0..given.count {
            let class = net.classes.iter().position(|class| class.name == given.class).unwrap();
            let step = net.classes[class].steps.iter().position(|step| step.station == given.station).unwrap();
            let milestones = &net.classes[class].milestones;
            let passed = milestones.iter().map(|one| one.at == given.station || given.passed.contains(&one.name));
            let mut case = RefCase {
                class,
                step,
                key: part(part(key, 1), count),
                arrived: -given.age.max(given.elapsed),
                entered: -given.elapsed,
                visit: 1,
                held: 0.0,
                waited: 0.0,
                passed: passed.collect(),
                state: State::Gone,
            };
            count += 1;
            let (stated, station, pool) = plain.station(&case);
            let mut service = Stream::at(case.key, 1, Lane::Service);
            let law = plain.service(&case);
            let hold = stated.hold.as_ref().or(station.hold.as_ref()).filter(|hold| hold.probability > 0.0);
            let delay = stated.delay.as_ref().or(station.delay.as_ref()).map(Ready::new);
            let mut lane = Stream::at(case.key, 1, Lane::Delay);
            case.state = match given.state {
                InitialState::OnHold => {
                    let mut left = 0.0;
                    if let Some(hold) = hold {
                        let law = Ready::new(&hold.duration);
                        left = law.draw_left(given.elapsed, &mut Stream::at(case.key, 1, Lane::Hold));
                        case.held = given.elapsed + left;
                        left += delay.map_or(0.0, |law| law.draw(&mut lane));
                    } else if let Some(law) = delay {
                        left = law.draw_left(given.elapsed, &mut lane);
                    }
                    match pool {
                        None => State::Elsewhere { from: left, until: left + law.draw(&mut service) },
                        Some(_) => State::Before { until: left },
                    }
                }
                _ if pool.is_none() => {
                    State::Elsewhere { from: -given.elapsed, until: law.draw_left(given.elapsed, &mut service) }
                }
                InitialState::InService => {
                    let left = Some(law.draw_left(given.elapsed, &mut service));
                    State::Waiting {
                        since: 0.0,
                        place: i64::MIN / 2 - ((given.elapsed * 1e9) as i64) * 1000 + count as i64,
                        left,
                    }
                }
                InitialState::Waiting => {
                    // whoever has waited longest comes first
                    let place = -((given.elapsed * 1e9) as i64) * 1000 - 1_000_000 + count as i64;
                    State::Waiting { since: -given.elapsed, place, left: None }
                }
            };
            if given.state == InitialState::Waiting && pool.is_some() {
                later.push((plain.cases.len(), std::mem::replace(&mut case.state, State::Gone)));
            }
            plain.cases.push(case);
        }
    }
    // who was worked on is served before anybody else
    plain.serve();
    later.into_iter().for_each(|(number, state)| plain.cases[number].state = state);
    plain.serve();
    let mut sources: Vec<(u64, u64, Source, f64, Stream)> = Vec::new();
    for (number, class) in net.classes.iter().enumerate() {
        let key = part(part(key, 2), number as u64);
        let own = part(key, u64::MAX - 1);
        sources.push((key, 0, Source::new(own), 0.0, Stream::of(own)));
        next_arrival(class, &mut sources[number], net.horizon);
    }
    loop {
        let arrival = sources.iter().map(|source| source.3).enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
        let due = |case: &RefCase| match case.state {
            State::Before { until } | State::Working { until, .. } | State::Elsewhere { until, .. } => until,
            State::Waiting { .. } | State::Gone => f64::INFINITY,
        };
        let case = plain.cases.iter().map(due).enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
        let case = case.unwrap_or((0, f64::INFINITY));
        let shift = shifts.peek().map_or(f64::INFINITY, |shift| shift.0);
        let next = arrival.1.min(case.1).min(shift);
        if next >= net.horizon {
            plain.pass(net.horizon);
            break;
        }
        plain.pass(next);
        if shift <= next {
            let (_, pool, shift) = shifts.next().unwrap();
            plain.shift(pool, shift);
        } else if case.1 <= next {
            plain.finish(case.0);
        } else {
            let class = arrival.0;
            let source = &mut sources[class];
            let case = RefCase {
                class,
                step: 0,
                key: part(source.0, source.1),
                arrived: next,
                entered: next,
                visit: 0,
                held: 0.0,
                waited: 0.0,
                passed: vec![false; net.classes[class].milestones.len()],
                state: State::Gone,
            };
            source.1 += 1;
            next_arrival(&net.classes[class], source, net.horizon);
            plain.classes[class].arrivals += u64::from(plain.counted());
            let step = plain.follow(&net.classes[class].enter, &case).unwrap();
            plain.cases.push(case);
            plain.enter(plain.cases.len() - 1, step);
        }
        plain.serve();
    }
    for case in plain.cases.iter().filter(|case| case.state != State::Gone) {
        plain.classes[case.class].at_end += 1;
    }
    (plain.steps, plain.classes)
}

fn next_arrival(class: &Class, source: &mut (u64, u64, Source, f64, Stream), horizon: f64) {
    source.3 = match &class.arrivals {
        None => f64::INFINITY,
        Some(Arrivals::Rate(rate)) => {
            let days: f64 = Exp1.sample(&mut source.4);
            source.3 + days / rate
        }
        Some(Arrivals::Between(law)) => source.3 + Ready::new(law).draw(&mut source.4),
        Some(Arrivals::Times(times)) => {
            let mut times = times.clone();
            times.sort_by(f64::total_cmp);
            times.get(source.1 as usize).copied().unwrap_or(f64::INFINITY)
        }
        // of changing rates only the distribution can be checked, which other tests do
        Some(Arrivals::Rates { .. }) => {
            let model = Model::new(lonely(class, horizon)).unwrap();
            source.2.next(model.classes[0].arrivals.as_ref().unwrap(), horizon)
        }
    };
}

/// A network of a class's arrivals alone.
fn lonely(class: &Class, horizon: f64) -> Network {
    let law = Some(Law::Fixed(1.0));
    Network {
        name: String::new(),
        horizon,
        warm_up: 0.0,
        pools: Vec::new(),
        stations: vec![Station { name: "a".into(), pool: None, service: law, delay: None, hold: None }],
        classes: vec![Class {
            enter: vec![Route { to: "a".into(), probability: 1.0 }],
            steps: vec![step("a", Vec::new())],
            milestones: Vec::new(),
            ..class.clone()
        }],
        initial: Vec::new(),
        limits: Limits::default(),
    }
}

fn step(station: &str, next: Vec<Route>) -> ClassStep {
    ClassStep { station: station.into(), next, service: None, delay: None, hold: None, priority: None }
}

fn laws() -> impl Strategy<Value = Law> {
    prop_oneof![
        (0.1..2.0).prop_map(|mean| Law::Exponential { mean }),
        (0.1..2.0).prop_map(|mean| Law::Gamma { shape: 2.0, mean }),
        (0.1..1.0).prop_map(|sigma| Law::Lognormal { mu: -0.5, sigma }),
        (0.5..2.0).prop_map(|shape| Law::Weibull { shape, scale: 1.0 }),
        (0.0..1.0).prop_map(|low| Law::Uniform { low, high: low + 1.0 }),
        (0.1..2.0).prop_map(|mean| Law::Mixture(vec![
            Part { weight: 1.0, law: Law::Exponential { mean } },
            Part { weight: 2.0, law: Law::Uniform { low: 0.1, high: 0.3 } },
        ])),
        (0.1..2.0).prop_map(|most| Law::Quantiles(vec![[0.0, 0.05], [0.5, 0.1], [1.0, 0.1 + most]])),
    ]
}

fn arrivals() -> impl Strategy<Value = Option<Arrivals>> {
    prop_oneof![
        Just(None),
        (0.1..2.0).prop_map(|rate| Some(Arrivals::Rate(rate))),
        laws().prop_map(|law| Some(Arrivals::Between(law))),
        prop::collection::vec(0.0..25.0, 1..20).prop_map(|times| Some(Arrivals::Times(times))),
        (0.2..3.0, 0.0..3.0)
            .prop_map(|(a, b)| vec![Rate { from: 1.5, rate: a }, Rate { from: 4.0, rate: b }])
            .prop_map(|steps| Some(Arrivals::Rates { steps, repeat: Some(7.0) })),
    ]
}

fn pools() -> impl Strategy<Value = Vec<Pool>> {
    let shift = (0.1..4.0, 0..4_u32, 0.5..2.0);
    let pool = (prop::collection::vec(shift, 1..5), any::<[bool; 4]>(), 0.0..2.0);
    prop::collection::vec(pool, 1..3).prop_map(|pools| {
        type Drawn = (Vec<(f64, u32, f64)>, [bool; 4], f64);
        let pool = |(number, (shifts, flags, late)): (usize, Drawn)| {
            let mut pool = Pool::of(&format!("p{number}"), 0);
            let mut day = if flags[3] { late } else { 0.0 };
            pool.calendar.clear();
            for (length, people, proficiency) in shifts {
                pool.calendar.push(Shift { from: day, people, proficiency });
                day += length;
            }
            pool.repeat = flags[0].then_some(day);
            pool.discipline = if flags[1] { Discipline::Due } else { Discipline::Fifo };
            pool.leaving = if flags[2] { Leaving::HandOver } else { Leaving::Finish };
            pool.uncertain = flags[3].then_some([0.8, 1.3]);
            pool
        };
        pools.into_iter().enumerate().map(pool).collect()
    })
}

prop_compose! {
    fn stations(pools: usize)(
        stations in prop::collection::vec(
            (0..=pools, laws(), prop::option::of(laws()), prop::option::of((0.0..1.0, laws()))), 1..5)
    ) -> Vec<Station> {
        stations.into_iter().enumerate().map(|(number, (pool, service, delay, hold))| Station {
            name: format!("s{number}"),
            pool: (pool < pools).then(|| format!("p{pool}")),
            service: Some(service),
            delay,
            hold: hold.map(|(probability, duration)| Hold { probability, duration }),
        }).collect()
    }
}

prop_compose! {
    fn class(stations: usize)(
        arrivals in arrivals(),
        priority in 0..3_u8,
        due in prop::option::of(0.0..10.0),
        routes in prop::collection::vec((0..stations, 0.0..0.45, 0..stations, 0.0..0.45, prop::option::of(0..3_u8)), stations),
        enter in (0..stations, 0.0..1.0, 0..stations),
        milestone in (0..stations, any::<bool>()),
    ) -> Class {
        let name = |number: usize| format!("s{number}");
        let route = |to: usize, probability: f64| Route { to: name(to), probability };
        let steps = routes.into_iter().enumerate().map(|(number, (a, p, b, q, priority))| ClassStep {
            priority, ..step(&name(number), vec![route(a, p), route(b, q)])
        });
        Class {
            name: String::new(),
            group: None,
            arrivals, priority, due, goal: Some(3.0),
            enter: vec![route(enter.0, enter.1), route(enter.2, 1.0 - enter.1)],
            steps: steps.collect(),
            milestones: vec![Milestone { name: "m".into(), at: name(milestone.0), goal: None, holds_count: milestone.1 }],
        }
    }
}

fn networks() -> impl Strategy<Value = Network> {
    pools()
        .prop_flat_map(|pools| (Just(pools.clone()), stations(pools.len())))
        .prop_flat_map(|(pools, stations)| {
            let count = stations.len();
            let given = (0..2_usize, 0..count, 0..4_u32, 0..3_u8, 0.0..5.0, 0.0..9.0);
            let initial = prop::collection::vec(given, 0..4);
            (Just(pools), Just(stations), prop::collection::vec(class(count), 2), initial, 0.0..10.0)
        })
        .prop_map(|(pools, stations, mut classes, initial, warm_up)| {
            classes.iter_mut().enumerate().for_each(|(number, class)| class.name = format!("c{number}"));
            let initial = initial.into_iter().map(
                |(class, station, count, state, elapsed, age): (usize, usize, u32, u8, f64, f64)| {
                    let before = stations[station].hold.is_some() || stations[station].delay.is_some();
                    let state = match state {
                        0 => InitialState::InService,
                        1 if before => InitialState::OnHold,
                        _ => InitialState::Waiting,
                    };
                    let (class, station) = (format!("c{class}"), format!("s{station}"));
                    Initial { class, station, count, state, age: age + elapsed, elapsed, passed: Vec::new() }
                },
            );
            let initial = initial.collect();
            Network {
                name: "n".into(),
                horizon: 30.0,
                warm_up,
                pools,
                stations,
                classes,
                initial,
                limits: Limits::default(),
            }
        })
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * (1.0 + a.abs().max(b.abs()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_sample_path_is_that_of_the_plain_simulation(network in networks(), key in any::<u64>()) {
        let model = Model::new(network.clone()).unwrap();
        let mut engine = Engine::new(&model);
        engine.replicate(key, &AtomicBool::new(false)).unwrap();
        // a second time, so that nothing is left from the first
        engine.replicate(key, &AtomicBool::new(false)).unwrap();
        let (steps, classes) = reference(&network, key);
        for (ours, plain) in engine.steps.iter().zip(steps.iter().flatten()) {
            prop_assert_eq!((ours.arrivals, ours.starts, ours.leaves), (plain.arrivals, plain.starts, plain.leaves));
            for (name, a, b) in [
                ("wait", ours.wait, plain.wait),
                ("stay", ours.stay, plain.stay),
                ("queued", ours.queued, plain.queued),
                ("served", ours.served, plain.served),
            ] {
                prop_assert!(near(a, b), "{}: {} against {}", name, a, b);
            }
        }
        for ((ours, milestones), plain) in engine.classes.iter().zip(&engine.milestones).zip(&classes) {
            prop_assert_eq!(
                (ours.arrivals, ours.departures, ours.at_end), (plain.arrivals, plain.departures, plain.at_end));
            for (name, a, b) in [
                ("time", ours.time, plain.time),
                ("wait", ours.wait, plain.wait),
                ("held", ours.held, plain.held),
                ("present", ours.present, plain.present),
                ("milestone", milestones[0].time, plain.reached[0].1),
            ] {
                prop_assert!(near(a, b), "{}: {} against {}", name, a, b);
            }
            prop_assert_eq!(milestones[0].reached, plain.reached[0].0);
        }
    }
}
