//! The answer of a run by names, as `muster simulate --json` prints it and `FORMAT.md` explains it.

use serde::Serialize;

use super::measures::{CaseMeasures, Cases, Layout, Measures, MilestoneMeasures, PoolMeasures, StationMeasures};
use super::network::Network;
use super::problem::Problem;
use super::run::Run;
use super::student::Estimate;

/// The answer of a run.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The network's name.
    pub network: String,
    /// Days simulated.
    pub horizon: f64,
    /// Days at the start that were not counted.
    pub warm_up: f64,
    /// Replications done.
    pub replications: u32,
    /// Where chance came from.
    pub seed: u64,
    /// Of the intervals.
    pub confidence: f64,
    /// Events of all replications.
    pub events: u64,
    /// Whether the wanted precision was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precise: Option<bool>,
    /// What should be known.
    pub warnings: Vec<Problem>,
    /// The measures.
    #[serde(flatten)]
    pub measures: Named,
}

/// Measures by names.
#[derive(Debug, Serialize)]
pub struct Named {
    /// All cases.
    pub total: Part<CaseMeasures<Estimate>>,
    /// Groups of classes.
    pub groups: Vec<Part<CaseMeasures<Estimate>>>,
    /// Classes.
    pub classes: Vec<Part<CaseMeasures<Estimate>>>,
    /// Stations.
    pub stations: Vec<Part<StationMeasures<Estimate>>>,
    /// Pools.
    pub pools: Vec<Part<PoolMeasures<Estimate>>>,
}

/// A part of the network by its name.
#[derive(Debug, Serialize)]
pub struct Part<M> {
    /// Its name.
    pub name: String,
    /// The group of a class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The pool that works at a station.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool: Option<String>,
    /// Its measures.
    #[serde(flatten)]
    pub measures: M,
    /// Milestones of cases.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Part<MilestoneMeasures<Estimate>>>,
    /// Each class at a station.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<Part<StationMeasures<Estimate>>>,
}

impl<M> Part<M> {
    fn new(name: &str, measures: M) -> Self {
        Self { name: name.to_owned(), group: None, pool: None, measures, milestones: Vec::new(), classes: Vec::new() }
    }
}

impl Report {
    /// The answer of a run.
    pub fn new(run: &Run) -> Self {
        let network = run.model.network();
        Self {
            network: network.name.clone(),
            horizon: network.horizon,
            warm_up: network.warm_up,
            replications: run.replications,
            seed: run.settings.seed,
            confidence: run.settings.confidence,
            events: run.events,
            precise: run.precise,
            warnings: run.model.warnings().to_vec(),
            measures: Named::new(network, &run.layout, &run.estimates),
        }
    }
}

impl Named {
    /// Gives measures of a network, or differences of them, their names.
    pub fn new(network: &Network, layout: &Layout, found: &Measures<Estimate>) -> Self {
        let cases = |name: &str, found: &Cases<Estimate>, milestones: &mut dyn Iterator<Item = &str>| {
            let mut part = Part::new(name, found.cases.clone());
            part.milestones =
                milestones.zip(&found.milestones).map(|(name, one)| Part::new(name, one.clone())).collect();
            part
        };
        let names = |at: usize| layout.milestones.get(at).into_iter().flatten().map(String::as_str);
        let groups = layout.groups.iter().zip(&found.groups).enumerate();
        let classes = network.classes.iter().zip(&found.classes).map(|(class, found)| {
            let mut milestones = class.milestones.iter().map(|one| one.name.as_str());
            Part { group: class.group.clone(), ..cases(&class.name, found, &mut milestones) }
        });
        let mut steps = found.steps.iter();
        let mut stations: Vec<_> = network
            .stations
            .iter()
            .zip(&found.stations)
            .map(|(station, found)| Part { pool: station.pool.clone(), ..Part::new(&station.name, found.clone()) })
            .collect();
        for class in &network.classes {
            for (step, found) in class.steps.iter().zip(steps.by_ref()) {
                if let Some(station) = stations.iter_mut().find(|station| station.name == step.station) {
                    station.classes.push(Part::new(&class.name, found.clone()));
                }
            }
        }
        Self {
            total: cases("all", &found.total, &mut names(0)),
            groups: groups.map(|(at, (name, found))| cases(name, found, &mut names(at + 1))).collect(),
            classes: classes.collect(),
            stations,
            pools: network
                .pools
                .iter()
                .zip(&found.pools)
                .map(|(pool, one)| Part::new(&pool.name, one.clone()))
                .collect(),
        }
    }
}
