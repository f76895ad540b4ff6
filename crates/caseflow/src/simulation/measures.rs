//! What is measured, once: of one replication (`f64`, not a number where there was no occasion), over replications
//! ([`Accumulator`]) and as an answer ([`Estimate`]).

use serde::Serialize;

use super::engine::Engine;
use super::model::{Model, NONE};
use super::student::{Accumulator, Estimate};
use super::tally::{CaseTally, Histogram, MilestoneTally, StepTally};

macro_rules! measures {
    ($(#[$head:meta])* $name:ident { $($(#[$doc:meta])* $field:ident,)* }) => {
        $(#[$head])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        pub struct $name<T> { $($(#[$doc])* pub $field: T,)* }

        impl<T> $name<T> {
            fn map<U>(&self, change: &mut impl FnMut(&T) -> U) -> $name<U> {
                $name { $($field: change(&self.$field),)* }
            }
            fn zip<U>(&mut self, other: &$name<U>, each: &mut impl FnMut(&mut T, &U)) {
                $(each(&mut self.$field, &other.$field);)*
            }
        }
    };
}

measures! {
    /// Of all cases, a group of classes, or a class.
    CaseMeasures {
        /// Cases that arrived in the network, in the window.
        arrivals,
        /// Cases that left it.
        departures,
        /// Mean days in queues of a case that left, all its stations together.
        wait,
        /// Mean days from arrival in the network to leaving it.
        time_in_system,
        /// Half of the cases that left were in the network for less.
        time_in_system_p50,
        /// Eight in ten were in the network for less.
        time_in_system_p80,
        /// Nine in ten were in the network for less.
        time_in_system_p90,
        /// Mean days on hold of a case that left.
        held,
        /// Cases in queues, over time.
        queue_length,
        /// Cases in the network, over time.
        in_system,
        /// Person-days that they took, of those of all pools that work for them.
        utilisation,
        /// Share of those that left within their goal.
        within_goal,
        /// Cases in the network at the horizon.
        open_at_end,
    }
}

measures! {
    /// Of a milestone.
    MilestoneMeasures {
        /// Cases that reached it, in the window.
        reached,
        /// Mean days from arrival in the network.
        time,
        /// Half reached it in less.
        time_p50,
        /// Eight in ten reached it in less.
        time_p80,
        /// Nine in ten reached it in less.
        time_p90,
        /// Share of those that reached it within its goal.
        within_goal,
        /// Cases in the network at the horizon that have not reached it.
        open_at_end,
    }
}

measures! {
    /// Of a station, or of a class at a station.
    StationMeasures {
        /// Cases that came, in the window.
        arrivals,
        /// Cases that went on.
        departures,
        /// Mean days from joining the queue to the start of service.
        wait,
        /// Mean days from coming to the station to going on.
        time_in_system,
        /// Cases in the queue, over time; those in service are not in it.
        queue_length,
        /// Cases in service, or in the delay, over time.
        in_service,
        /// Person-days that they took, of those of the pool; not a number where no pool works.
        utilisation,
        /// Cases in the queue at the horizon.
        queue_at_end,
    }
}

measures! {
    /// Of a pool.
    PoolMeasures {
        /// People there, over time.
        people,
        /// People at work, over time.
        busy,
        /// Person-days at work, of those there.
        utilisation,
        /// Cases in its queue, over time.
        queue_length,
        /// Cases in its queue at the horizon.
        queue_at_end,
    }
}

/// Everything that is measured of a network.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures<T> {
    /// Of all cases.
    pub total: Cases<T>,
    /// Of groups, in the order of [`Layout::groups`].
    pub groups: Vec<Cases<T>>,
    /// Of classes, in the network's order.
    pub classes: Vec<Cases<T>>,
    /// Of stations, in the network's order.
    pub stations: Vec<StationMeasures<T>>,
    /// Of each class at each of its stations: class by class, in the order of its steps.
    pub steps: Vec<StationMeasures<T>>,
    /// Of pools, in the network's order.
    pub pools: Vec<PoolMeasures<T>>,
}

/// Of cases, with their milestones.
#[derive(Debug, Clone, PartialEq)]
pub struct Cases<T> {
    /// Of the cases.
    pub cases: CaseMeasures<T>,
    /// Of each milestone, in the order of [`Layout`].
    pub milestones: Vec<MilestoneMeasures<T>>,
}

impl<T> Cases<T> {
    fn map<U>(&self, change: &mut impl FnMut(&T) -> U) -> Cases<U> {
        let cases = self.cases.map(change);
        Cases { cases, milestones: self.milestones.iter().map(|one| one.map(change)).collect() }
    }

    fn zip<U>(&mut self, other: &Cases<U>, each: &mut impl FnMut(&mut T, &U)) {
        self.cases.zip(&other.cases, each);
        self.milestones.iter_mut().zip(&other.milestones).for_each(|(one, other)| one.zip(other, each));
    }
}

impl<T> Measures<T> {
    /// The same with every value changed.
    pub fn map<U>(&self, change: &mut impl FnMut(&T) -> U) -> Measures<U> {
        Measures {
            total: self.total.map(change),
            groups: self.groups.iter().map(|one| one.map(change)).collect(),
            classes: self.classes.iter().map(|one| one.map(change)).collect(),
            stations: self.stations.iter().map(|one| one.map(change)).collect(),
            steps: self.steps.iter().map(|one| one.map(change)).collect(),
            pools: self.pools.iter().map(|one| one.map(change)).collect(),
        }
    }

    /// Each value beside the same of another.
    pub fn zip<U>(&mut self, other: &Measures<U>, each: &mut impl FnMut(&mut T, &U)) {
        self.total.zip(&other.total, each);
        self.groups.iter_mut().zip(&other.groups).for_each(|(one, other)| one.zip(other, each));
        self.classes.iter_mut().zip(&other.classes).for_each(|(one, other)| one.zip(other, each));
        self.stations.iter_mut().zip(&other.stations).for_each(|(one, other)| one.zip(other, each));
        self.steps.iter_mut().zip(&other.steps).for_each(|(one, other)| one.zip(other, each));
        self.pools.iter_mut().zip(&other.pools).for_each(|(one, other)| one.zip(other, each));
    }
}

impl Measures<Accumulator> {
    /// Takes one replication.
    pub(super) fn add(&mut self, values: &Measures<f64>) {
        self.zip(values, &mut |sum, value| sum.add(*value));
    }

    /// The estimates at this confidence.
    pub(super) fn estimate(&self, quantiles: &super::student::Quantiles) -> Measures<Estimate> {
        self.map(&mut |sum| sum.estimate(quantiles))
    }
}

/// Which classes, pools and milestones belong together; the same for every replication of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Names of groups.
    pub groups: Vec<String>,
    /// Milestones of the total, then of each group: each name once.
    pub milestones: Vec<Vec<String>>,
    /// Classes and their places in the lists above: the total's, the group's.
    members: Vec<Vec<usize>>,
    /// Pools that work for the total, for each group, for each class.
    pools: Vec<Vec<bool>>,
}

impl Layout {
    /// Of a model.
    pub(super) fn new(model: &Model) -> Self {
        let classes = &model.network.classes;
        let mut members = vec![(0..classes.len()).collect::<Vec<_>>()];
        for group in 0..model.groups.len() {
            members
                .push((0..classes.len()).filter(|class| model.classes[*class].group == Some(group as u16)).collect());
        }
        let milestones = members.iter().map(|members| {
            let mut names: Vec<String> = Vec::new();
            for milestone in members.iter().flat_map(|class| &classes[*class].milestones) {
                if !names.contains(&milestone.name) {
                    names.push(milestone.name.clone());
                }
            }
            names
        });
        let milestones = milestones.collect();
        let all = members.iter().cloned().chain((0..classes.len()).map(|class| vec![class]));
        let pools = all.map(|members| {
            let mut used = vec![false; model.pools.len()];
            for step in model.steps.iter().filter(|step| members.contains(&usize::from(step.class))) {
                if step.pool != NONE {
                    used[usize::from(step.pool)] = true;
                }
            }
            used
        });
        Self { groups: model.groups.clone(), milestones, pools: pools.collect(), members }
    }

    /// What a replication that has just ended gave.
    pub(super) fn measure(&self, model: &Model, engine: &Engine<'_>) -> Measures<f64> {
        let network = &model.network;
        let window = network.horizon - network.warm_up;
        let capacities: Vec<f64> = engine.capacities().collect();
        let mut work = vec![(0.0, 0.0); model.classes.len()];
        let mut stations = vec![(StepTally::default(), NONE); network.stations.len()];
        let mut pools = vec![StepTally::default(); model.pools.len()];
        for (step, tally) in model.steps.iter().zip(&engine.steps) {
            let class = &mut work[usize::from(step.class)];
            class.0 += tally.queued;
            class.1 += if step.pool == NONE { 0.0 } else { tally.served };
            let station = &mut stations[usize::from(step.station)];
            station.1 = step.pool;
            add(&mut station.0, tally);
            if let Some(pool) = pools.get_mut(usize::from(step.pool)) {
                add(pool, tally);
            }
        }
        let cases = |at: usize, tally: &CaseTally, milestones: Vec<MilestoneMeasures<f64>>, members: &[usize]| {
            let capacity = self.pools[at].iter().zip(&capacities).filter(|(used, _)| **used);
            let capacity: f64 = capacity.map(|(_, capacity)| capacity).sum();
            let queued: f64 = members.iter().map(|class| work[*class].0).sum();
            let served: f64 = members.iter().map(|class| work[*class].1).sum();
            Cases { cases: case_measures(tally, queued, served, capacity, window), milestones }
        };
        let together = self.members.iter().zip(&self.milestones).enumerate().map(|(at, (members, names))| {
            let mut sum = CaseTally::default();
            members.iter().for_each(|class| sum.add(&engine.classes[*class]));
            let milestones = names.iter().map(|name| {
                let mut sum = MilestoneTally::default();
                for class in members {
                    let stated = network.classes[*class].milestones.iter();
                    let found = stated.zip(&engine.milestones[*class]).filter(|(stated, _)| stated.name == *name);
                    found.for_each(|(_, tally)| sum.add(tally));
                }
                milestone_measures(&sum)
            });
            cases(at, &sum, milestones.collect(), members)
        });
        let mut together = together.collect::<Vec<_>>().into_iter();
        let total = together.next().expect("the total is always there");
        let classes = engine.classes.iter().zip(&engine.milestones).enumerate().map(|(class, (tally, milestones))| {
            cases(self.members.len() + class, tally, milestones.iter().map(milestone_measures).collect(), &[class])
        });
        let capacity = |pool: u16| capacities.get(usize::from(pool)).copied().unwrap_or(f64::NAN);
        Measures {
            total,
            groups: together.collect(),
            classes: classes.collect(),
            stations: stations.iter().map(|(tally, pool)| station(tally, capacity(*pool), window)).collect(),
            steps: model
                .steps
                .iter()
                .zip(&engine.steps)
                .map(|(step, tally)| station(tally, capacity(step.pool), window))
                .collect(),
            pools: pools
                .iter()
                .zip(&capacities)
                .map(|(tally, capacity)| PoolMeasures {
                    people: capacity / window,
                    busy: tally.served / window,
                    utilisation: ratio(tally.served, *capacity),
                    queue_length: tally.queued / window,
                    queue_at_end: tally.queue_at_end as f64,
                })
                .collect(),
        }
    }
}

fn add(sum: &mut StepTally, tally: &StepTally) {
    sum.arrivals += tally.arrivals;
    sum.starts += tally.starts;
    sum.leaves += tally.leaves;
    sum.wait += tally.wait;
    sum.stay += tally.stay;
    sum.queued += tally.queued;
    sum.served += tally.served;
    sum.queue_at_end += tally.queue_at_end;
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { f64::NAN }
}

fn case_measures(tally: &CaseTally, queued: f64, served: f64, capacity: f64, window: f64) -> CaseMeasures<f64> {
    let left = tally.departures as f64;
    let [p50, p80, p90] = quantiles(&tally.times);
    CaseMeasures {
        arrivals: tally.arrivals as f64,
        departures: left,
        wait: ratio(tally.wait, left),
        time_in_system: ratio(tally.time, left),
        time_in_system_p50: p50,
        time_in_system_p80: p80,
        time_in_system_p90: p90,
        held: ratio(tally.held, left),
        queue_length: queued / window,
        in_system: tally.present / window,
        utilisation: ratio(served, capacity),
        within_goal: tally.goal.share(),
        open_at_end: tally.at_end as f64,
    }
}

fn milestone_measures(tally: &MilestoneTally) -> MilestoneMeasures<f64> {
    let [p50, p80, p90] = quantiles(&tally.times);
    MilestoneMeasures {
        reached: tally.reached as f64,
        time: ratio(tally.time, tally.reached as f64),
        time_p50: p50,
        time_p80: p80,
        time_p90: p90,
        within_goal: tally.goal.share(),
        open_at_end: tally.open_at_end as f64,
    }
}

fn station(tally: &StepTally, capacity: f64, window: f64) -> StationMeasures<f64> {
    StationMeasures {
        arrivals: tally.arrivals as f64,
        departures: tally.leaves as f64,
        wait: if capacity.is_nan() { 0.0 } else { ratio(tally.wait, tally.starts as f64) },
        time_in_system: ratio(tally.stay, tally.leaves as f64),
        queue_length: tally.queued / window,
        in_service: tally.served / window,
        utilisation: ratio(tally.served, capacity),
        queue_at_end: tally.queue_at_end as f64,
    }
}

fn quantiles(times: &Histogram) -> [f64; 3] {
    [0.5, 0.8, 0.9].map(|share| times.quantile(share))
}
