//! A checked network with numbers in place of names: what the engine runs. A *step* is one class at one station.

use std::collections::HashMap;

use super::calendar;
use super::law::Law;
use super::load;
use super::network::{Arrivals, Discipline, InitialState, Leaving, Network, Shift};
use super::problem::{Problem, Refused};

/// Stands for "no pool" and "out of the network".
pub(super) const NONE: u16 = u16::MAX;

/// A network that was checked and can be simulated. Cheap to share, never changes.
#[derive(Debug)]
pub struct Model {
    pub(super) network: Network,
    pub(super) steps: Vec<Step>,
    pub(super) classes: Vec<ClassModel>,
    pub(super) pools: Vec<PoolModel>,
    pub(super) initial: Vec<InitialModel>,
    /// Names of groups, in the order of their first class.
    pub(super) groups: Vec<String>,
    warnings: Vec<Problem>,
}

#[derive(Debug)]
pub(super) struct Step {
    pub class: u16,
    pub station: u16,
    pub pool: u16,
    /// Rank of its priority among those of its pool; 0 is served first.
    pub level: u8,
    /// A bit for each milestone of the class that is reached here.
    pub milestones: u8,
    /// Whether a hold or a delay may come before the queue.
    pub before: bool,
    pub service: Law,
    pub next: Next,
    pub delay: Option<Law>,
    pub hold: Option<(f64, Law)>,
}

/// Where a case goes: the one step there is, or by chance.
#[derive(Debug)]
pub(super) enum Next {
    Only(u16),
    /// Cumulated probability and step.
    Chance(Vec<(f64, u16)>),
}

#[derive(Debug)]
pub(super) struct ClassModel {
    pub enter: Next,
    pub arrivals: Option<ArrivalModel>,
    pub due: f64,
    pub group: Option<u16>,
}

#[derive(Debug)]
pub(super) enum ArrivalModel {
    Rate(f64),
    Rates { steps: Vec<(f64, f64)>, repeat: Option<f64> },
    Between(Law),
    Times(Vec<f64>),
}

#[derive(Debug)]
pub(super) struct PoolModel {
    pub calendar: Vec<Shift>,
    pub repeat: Option<f64>,
    pub discipline: Discipline,
    pub leaving: Leaving,
    pub uncertain: Option<[f64; 2]>,
    pub levels: usize,
}

#[derive(Debug)]
pub(super) struct InitialModel {
    /// Number of the first of these cases: their random numbers hang on it.
    pub first: u64,
    pub count: u32,
    pub step: u16,
    pub state: InitialState,
    pub age: f64,
    pub elapsed: f64,
    pub passed: u8,
}

impl Model {
    /// Checks a network and makes it ready.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn new(network: Network) -> Result<Self, Refused> {
        let problems = super::check::check(&network);
        if !problems.is_empty() {
            return Err(Refused(problems));
        }
        let mut model = Self {
            steps: Vec::new(),
            classes: Vec::new(),
            pools: Vec::new(),
            initial: Vec::new(),
            groups: Vec::new(),
            warnings: Vec::new(),
            network,
        };
        let network = &model.network;
        let pools = numbers(network.pools.iter().map(|pool| pool.name.as_str()));
        let stations = numbers(network.stations.iter().map(|station| station.name.as_str()));
        let mut levels = vec![Vec::<u8>::new(); network.pools.len()];
        let mut steps = Vec::new();
        let mut at: HashMap<(usize, u16), u16> = HashMap::new();
        for (number, class) in network.classes.iter().enumerate() {
            for stated in &class.steps {
                let station = stations[stated.station.as_str()];
                at.insert((number, station), steps.len() as u16);
                let own = &network.stations[usize::from(station)];
                let pool = own.pool.as_deref().map_or(NONE, |pool| pools[pool]);
                let priority = stated.priority.unwrap_or(class.priority);
                if let Some(levels) = levels.get_mut(usize::from(pool)) {
                    levels.push(priority);
                }
                let delay = stated.delay.as_ref().or(own.delay.as_ref()).map(Law::new);
                let hold = stated.hold.as_ref().or(own.hold.as_ref()).filter(|hold| hold.probability > 0.0);
                let reached =
                    class.milestones.iter().enumerate().filter(|(_, milestone)| milestone.at == stated.station);
                steps.push(Step {
                    class: number as u16,
                    station,
                    pool,
                    level: priority,
                    milestones: reached.fold(0, |mask, (bit, _)| mask | 1 << bit),
                    before: delay.is_some() || hold.is_some(),
                    service: stated.service.as_ref().or(own.service.as_ref()).map_or(Law::Fixed(0.0), Law::new),
                    next: Next::Only(NONE),
                    delay,
                    hold: hold.map(|hold| (hold.probability, Law::new(&hold.duration))),
                });
            }
        }
        for levels in &mut levels {
            levels.sort_unstable();
            levels.dedup();
        }
        for step in &mut steps {
            if let Some(levels) = levels.get(usize::from(step.pool)) {
                step.level = levels.partition_point(|level| *level < step.level) as u8;
            }
        }
        let mut classes = Vec::new();
        let mut groups: Vec<String> = Vec::new();
        for (number, class) in network.classes.iter().enumerate() {
            let next = |routes: &[super::network::Route]| {
                let routes = routes.iter().map(|route| (route.probability, at[&(number, stations[route.to.as_str()])]));
                Next::of(routes)
            };
            for stated in &class.steps {
                let step = at[&(number, stations[stated.station.as_str()])];
                steps[usize::from(step)].next = next(&stated.next);
            }
            let group = class.group.as_ref().map(|group| {
                let known = groups.iter().position(|known| known == group);
                known.unwrap_or_else(|| {
                    groups.push(group.clone());
                    groups.len() - 1
                }) as u16
            });
            classes.push(ClassModel {
                enter: next(&class.enter),
                arrivals: class.arrivals.as_ref().map(ArrivalModel::new),
                due: class.due.unwrap_or(0.0),
                group,
            });
        }
        let mut first = 0;
        let mut initial = Vec::new();
        for stated in &network.initial {
            let number = network.classes.iter().position(|class| class.name == stated.class).unwrap_or_default();
            let step = at[&(number, stations[stated.station.as_str()])];
            let milestones = network.classes[number].milestones.iter().enumerate();
            let passed = milestones.filter(|(_, milestone)| stated.passed.contains(&milestone.name));
            let passed = passed.fold(steps[usize::from(step)].milestones, |mask, (bit, _)| mask | 1 << bit);
            let (age, elapsed) = (stated.age.max(stated.elapsed), stated.elapsed);
            initial.push(InitialModel { first, count: stated.count, step, state: stated.state, age, elapsed, passed });
            first += u64::from(stated.count);
        }
        // whoever is worked on begins first, then who has waited longest
        let working = |given: &InitialModel| given.state != InitialState::InService;
        initial.sort_by(|a, b| working(a).cmp(&working(b)).then(b.elapsed.total_cmp(&a.elapsed)));
        let pools = network.pools.iter().zip(&levels).map(|(pool, levels)| PoolModel {
            calendar: calendar::without_repetition(&pool.calendar),
            repeat: pool.repeat,
            discipline: pool.discipline,
            leaving: pool.leaving,
            uncertain: pool.uncertain,
            levels: levels.len().max(1),
        });
        model.pools = pools.collect();
        model.warnings = load::warnings(network);
        (model.steps, model.classes, model.groups, model.initial) = (steps, classes, groups, initial);
        Ok(model)
    }

    /// The network as it was stated.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// What is possible but should be known, such as a pool that cannot keep up.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }
}

impl Next {
    fn of(routes: impl Iterator<Item = (f64, u16)>) -> Self {
        let mut sum = 0.0;
        let mut table = Vec::new();
        for (probability, step) in routes.filter(|(probability, _)| *probability > 0.0) {
            sum += probability;
            table.push((sum, step));
        }
        // probabilities that were rounded in writing still add up to certainty
        if let Some(last) = table.last_mut().filter(|_| sum > 1.0 - 1e-9) {
            last.0 = 2.0;
        }
        match table[..] {
            [] => Next::Only(NONE),
            [(sum, step)] if sum > 1.0 => Next::Only(step),
            _ => Next::Chance(table),
        }
    }
}

impl ArrivalModel {
    fn new(stated: &Arrivals) -> Self {
        match stated {
            Arrivals::Rate(rate) => Self::Rate(*rate),
            Arrivals::Rates { steps, repeat } => {
                Self::Rates { steps: steps.iter().map(|step| (step.from, step.rate)).collect(), repeat: *repeat }
            }
            Arrivals::Between(law) => Self::Between(Law::new(law)),
            Arrivals::Times(times) => {
                let mut times = times.clone();
                times.sort_by(f64::total_cmp);
                Self::Times(times)
            }
        }
    }
}

fn numbers<'a>(names: impl Iterator<Item = &'a str>) -> HashMap<&'a str, u16> {
    names.enumerate().map(|(number, name)| (name, number as u16)).collect()
}
