//! The simulation against queueing theory, against itself, and against its description.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]
#![allow(clippy::float_cmp, reason = "what is exact is compared exactly")]

mod analytic;
mod format;
mod promises;

use std::sync::Arc;

use muster_caseflow::simulation::{Control, Estimate, Model, Run, Settings, read, simulate};

/// A network file, checked.
fn model(text: &str) -> Arc<Model> {
    let file = read(text).unwrap();
    Arc::new(Model::new(file.network).unwrap())
}

/// One run.
fn run(model: &Arc<Model>, replications: u32, seed: u64, confidence: f64) -> Run {
    let settings = Settings { replications, seed, confidence, ..Settings::default() };
    simulate(model, &settings, Control::default()).unwrap()
}

/// Runs 200 seeds and holds each measure to its exact value: as many of the 99 % intervals hold it as a binomial variable
/// allows (fewer than 194 of 200 has probability 0.004), and the mean of all is within four of its standard errors.
fn holds(model: &Arc<Model>, replications: u32, exact: &[(&str, f64)], measured: impl Fn(&Run) -> Vec<Estimate>) {
    const SEEDS: u64 = 200;
    let (mut hits, mut means) = (vec![0; exact.len()], vec![Vec::new(); exact.len()]);
    for seed in 0..SEEDS {
        for (at, found) in measured(&run(model, replications, seed, 0.99)).iter().enumerate() {
            let value = exact[at].1;
            hits[at] += u32::from((found.low.unwrap()..=found.high.unwrap()).contains(&value));
            means[at].push(found.mean.unwrap());
        }
    }
    for ((name, value), (hits, means)) in exact.iter().zip(hits.iter().zip(&means)) {
        let count = means.len() as f64;
        let mean = means.iter().sum::<f64>() / count;
        let square = means.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / (count - 1.0);
        let off = (mean - value) / (square / count).sqrt();
        assert!(*hits >= 194, "{name}: only {hits} of 200 intervals hold {value}; the mean of all is {mean}");
        assert!(off.abs() < 4.0, "{name}: {mean} is {off:.1} standard errors from {value}");
    }
}
