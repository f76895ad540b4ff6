//! Replications: as many as were asked for, or as the wanted precision needs, on all threads, with the same answer for
//! any number of them. Two networks are compared replication by replication on the same random numbers.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use rayon::prelude::*;

use super::engine::Engine;
use super::measures::{Layout, Measures};
use super::model::Model;
use super::stream::part;
use super::student::{Accumulator, Estimate, Quantiles};

/// How to simulate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Replications; with a precision the fewest.
    pub replications: u32,
    /// Where all chance comes from.
    pub seed: u64,
    /// Of the intervals, in (0, 1).
    pub confidence: f64,
    /// Threads; nothing: as many as the surrounding pool has.
    pub threads: Option<usize>,
    /// When to stop.
    pub precision: Option<Precision>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { replications: 30, seed: 1, confidence: 0.95, threads: None, precision: None }
    }
}

/// Go on until the interval of every class's mean time in system is this narrow. Looked at after each doubling, so that
/// stopping at a lucky moment cannot happen often; intervals still hold a little less often than they say (A. M. Law,
/// *Simulation modeling and analysis*, chapter 9).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Precision {
    /// Half the interval against the mean.
    pub relative: f64,
    /// Most replications.
    pub most: u32,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Stopped {
    /// The caller said so.
    #[error("the simulation was cancelled")]
    Cancelled,
    /// A replication went beyond its limits.
    #[error(
        "the network does not come to rest: by day {day:.1} there were {events} events and {cases} cases, {there} of them \
         at \"{station}\". Add people there, let fewer come, shorten the horizon, or raise limits"
    )]
    Endless {
        /// When it was given up.
        day: f64,
        /// Events until then.
        events: u64,
        /// Cases in the network.
        cases: u32,
        /// Where most of them are.
        station: String,
        /// How many of them.
        there: u64,
    },
    /// The settings cannot be.
    #[error("{0}")]
    Settings(&'static str),
    /// The two networks do not have the same parts.
    #[error(
        "the scenarios differ in their {0}. Let both have the same classes with the same steps, stations and pools, with \
         other numbers in them"
    )]
    Unlike(&'static str),
    /// No threads.
    #[error("threads cannot be started: {0}")]
    Threads(String),
}

/// How the caller watches and stops a run.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// Set it to stop: the run ends within some ten thousand events.
    pub cancelled: &'a AtomicBool,
    /// Called after each replication, from any thread, with the number done and the number planned so far.
    pub progress: &'a (dyn Fn(u32, u32) + Sync),
}

static NEVER: AtomicBool = AtomicBool::new(false);

impl Default for Control<'_> {
    fn default() -> Self {
        Self { cancelled: &NEVER, progress: &|_, _| {} }
    }
}

/// What a run gave.
#[derive(Debug)]
pub struct Run {
    /// What was simulated.
    pub model: Arc<Model>,
    /// How its parts belong together.
    pub layout: Layout,
    /// How.
    pub settings: Settings,
    /// Replications done.
    pub replications: u32,
    /// Events of all of them: arrivals in the network, ends of services, delays and holds, steps of calendars.
    pub events: u64,
    /// Whether the wanted precision was reached; nothing where none was wanted.
    pub precise: Option<bool>,
    /// Means and intervals.
    pub estimates: Measures<Estimate>,
}

/// Networks on the same random numbers.
#[derive(Debug)]
pub struct Comparison {
    /// What the others are compared with.
    pub base: Run,
    /// Each of the others.
    pub scenarios: Vec<Scenario>,
}

/// A network beside the base.
#[derive(Debug)]
pub struct Scenario {
    /// On its own.
    pub run: Run,
    /// It minus the base, replication by replication: the mean and the interval of that. Where nothing differs, exactly 0.
    pub difference: Measures<Estimate>,
}

/// Simulates a network.
///
/// # Errors
/// When it was cancelled, went beyond its limits, or the settings cannot be.
pub fn simulate(model: &Arc<Model>, settings: &Settings, control: Control<'_>) -> Result<Run, Stopped> {
    Ok(compare(model, &[], settings, control)?.base)
}

/// Simulates a network and others that differ from it in numbers, all on the same random numbers.
///
/// # Errors
/// As [`simulate`]; or when they do not have the same parts by the same names.
pub fn compare(
    base: &Arc<Model>,
    scenarios: &[Arc<Model>],
    settings: &Settings,
    control: Control<'_>,
) -> Result<Comparison, Stopped> {
    settings.check()?;
    let layout = Layout::new(base);
    let models: Vec<&Arc<Model>> = std::iter::once(base).chain(scenarios).collect();
    for model in scenarios {
        alike(base, model)?;
    }
    let mut sums: Vec<Sum> = Vec::new();
    let mut work = || all(&models, &layout, settings, control, &mut sums);
    let (replications, precise) = match settings.threads {
        None => work()?,
        Some(threads) => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.map_err(|error| Stopped::Threads(error.to_string()))?.install(work)?
        }
    };
    let quantiles = Quantiles::new(settings.confidence, replications);
    let mut runs = models.iter().zip(sums).map(|(model, sum)| Scenario {
        difference: sum.differences.estimate(&quantiles),
        run: Run {
            model: Arc::clone(model),
            layout: layout.clone(),
            settings: *settings,
            replications,
            events: sum.events,
            precise,
            estimates: sum.values.estimate(&quantiles),
        },
    });
    let base = runs.next().expect("one replication at least was simulated").run;
    Ok(Comparison { base, scenarios: runs.collect() })
}

/// What was added up of one network.
struct Sum {
    values: Measures<Accumulator>,
    differences: Measures<Accumulator>,
    events: u64,
}

/// Measures of each network in one replication, and its events.
type Replication = Vec<(Measures<f64>, u64)>;

/// Replications held in memory at once.
const ROUND: u32 = 64;

fn all(
    models: &[&Arc<Model>],
    layout: &Layout,
    settings: &Settings,
    control: Control<'_>,
    sums: &mut Vec<Sum>,
) -> Result<(u32, Option<bool>), Stopped> {
    let most = settings.precision.map_or(settings.replications, |wanted| wanted.most.max(settings.replications));
    let (mut done, mut goal) = (0, settings.replications);
    let finished = AtomicU32::new(0);
    loop {
        while done < goal {
            let until = goal.min(done + ROUND);
            for replication in round(models, layout, settings.seed, done..until, control, &finished, goal)? {
                add(sums, &replication);
            }
            done = until;
        }
        let Some(wanted) = settings.precision else { return Ok((done, None)) };
        let quantiles = Quantiles::new(settings.confidence, done);
        if sums.iter().all(|sum| is_narrow(&sum.values, &quantiles, wanted.relative)) {
            return Ok((done, Some(true)));
        }
        if done >= most {
            return Ok((done, Some(false)));
        }
        goal = most.min(done.saturating_mul(2));
    }
}

/// Some replications, in their order. Of several that fail the first is reported, whatever the threads do.
fn round(
    models: &[&Arc<Model>],
    layout: &Layout,
    seed: u64,
    numbers: std::ops::Range<u32>,
    control: Control<'_>,
    finished: &AtomicU32,
    goal: u32,
) -> Result<Vec<Replication>, Stopped> {
    let failed = AtomicU32::new(u32::MAX);
    let found: Vec<Result<Replication, Stopped>> = numbers
        .into_par_iter()
        .map_init(
            || models.iter().map(|model| Engine::new(model)).collect::<Vec<_>>(),
            |engines, number| {
                if failed.load(Ordering::Relaxed) < number {
                    return Err(Stopped::Cancelled);
                }
                let key = part(part(seed, 0), u64::from(number));
                let found = engines.iter_mut().zip(models).map(|(engine, model)| {
                    engine.replicate(key, control.cancelled)?;
                    Ok((layout.measure(model, engine), engine.events))
                });
                let found = found.collect::<Result<Replication, Stopped>>();
                match &found {
                    Ok(_) => (control.progress)(finished.fetch_add(1, Ordering::Relaxed) + 1, goal),
                    Err(_) => {
                        failed.fetch_min(number, Ordering::Relaxed);
                    }
                }
                found
            },
        )
        .collect();
    found.into_iter().collect()
}

fn add(sums: &mut Vec<Sum>, replication: &Replication) {
    let Some((base, _)) = replication.first() else { return };
    if sums.is_empty() {
        let empty = || base.map(&mut |_| Accumulator::default());
        sums.extend(replication.iter().map(|_| Sum { values: empty(), differences: empty(), events: 0 }));
    }
    for (sum, (values, events)) in sums.iter_mut().zip(replication) {
        sum.values.add(values);
        let mut difference = values.clone();
        difference.zip(base, &mut |value, base| *value -= base);
        sum.differences.add(&difference);
        sum.events += events;
    }
}

fn is_narrow(values: &Measures<Accumulator>, quantiles: &Quantiles, relative: f64) -> bool {
    values.classes.iter().all(|class| {
        let found = class.cases.time_in_system.estimate(quantiles);
        match (found.mean, found.low) {
            (Some(mean), Some(low)) => mean - low <= relative * mean,
            (None, _) => true,
            (Some(_), None) => false,
        }
    })
}

impl Settings {
    fn check(&self) -> Result<(), Stopped> {
        let wrong = |what| Err(Stopped::Settings(what));
        if !(1..=1_000_000).contains(&self.replications) {
            return wrong("replications: give 1 to 1,000,000");
        }
        if !(self.confidence > 0.0 && self.confidence < 1.0) {
            return wrong("confidence: give a share between 0 and 1, such as 0.95");
        }
        if self.threads.is_some_and(|threads| !(1..=1024).contains(&threads)) {
            return wrong("threads: give 1 to 1024");
        }
        if self.precision.is_some_and(|wanted| !(wanted.relative > 0.0 && (1..=1_000_000).contains(&wanted.most))) {
            return wrong("precision: give a relative half-width above 0 and at most 1,000,000 replications");
        }
        Ok(())
    }
}

/// Whether two models have the same parts, so that each measure of one has its twin in the other.
fn alike(base: &Model, other: &Model) -> Result<(), Stopped> {
    let (a, b) = (base.network(), other.network());
    let unlike = |same: bool, what| if same { Ok(()) } else { Err(Stopped::Unlike(what)) };
    unlike(a.pools.iter().map(|pool| &pool.name).eq(b.pools.iter().map(|pool| &pool.name)), "pools")?;
    let stations = |network: &super::network::Network| {
        network.stations.iter().map(|one| (one.name.clone(), one.pool.clone())).collect::<Vec<_>>()
    };
    unlike(stations(a) == stations(b), "stations")?;
    let classes = |network: &super::network::Network| {
        let one = |class: &super::network::Class| (class.name.clone(), class.group.clone());
        network.classes.iter().map(one).collect::<Vec<_>>()
    };
    unlike(classes(a) == classes(b), "classes")?;
    for (a, b) in a.classes.iter().zip(&b.classes) {
        unlike(a.steps.iter().map(|step| &step.station).eq(b.steps.iter().map(|step| &step.station)), "steps")?;
        let milestone = |one: &super::network::Milestone| (one.name.clone(), one.at.clone());
        unlike(a.milestones.iter().map(milestone).eq(b.milestones.iter().map(milestone)), "milestones")?;
    }
    Ok(())
}
