//! How much work a network brings to each pool in the long run: the traffic equations (J. R. Jackson, *Networks of
//! waiting lines*, Operations Research 5, 1957), class by class.

use std::collections::HashMap;

use super::calendar;
use super::law;
use super::network::{Arrivals, Class, Network};
use super::problem::Problem;

/// Work brought to each pool in a day, in days of one person of proficiency 1; and what its people do in a day.
pub fn offered(network: &Network) -> Vec<(f64, f64)> {
    let stations: HashMap<&str, usize> =
        network.stations.iter().enumerate().map(|(number, station)| (station.name.as_str(), number)).collect();
    let pools: HashMap<&str, usize> =
        network.pools.iter().enumerate().map(|(number, pool)| (pool.name.as_str(), number)).collect();
    let mut found: Vec<(f64, f64)> = network
        .pools
        .iter()
        .map(|pool| {
            let done = pool.calendar.iter().map(|shift| (shift.from, f64::from(shift.people) * shift.proficiency));
            (0.0, calendar::mean(done, pool.repeat, network.horizon))
        })
        .collect();
    for class in &network.classes {
        let rate = arrivals(class, network.horizon);
        if rate <= 0.0 {
            continue;
        }
        for (step, visits) in class.steps.iter().zip(visits(class)) {
            let station = stations.get(step.station.as_str()).map(|number| &network.stations[*number]);
            let Some((station, pool)) =
                station.and_then(|station| Some((station, *pools.get(station.pool.as_deref()?)?)))
            else {
                continue;
            };
            let service = step.service.as_ref().or(station.service.as_ref()).map_or(0.0, law::mean);
            found[pool].0 += rate * visits * service;
        }
    }
    found
}

/// Warnings of pools that cannot keep up, or that nobody is in.
pub fn warnings(network: &Network) -> Vec<Problem> {
    let mut found = Vec::new();
    for (number, (pool, (work, done))) in network.pools.iter().zip(offered(network)).enumerate() {
        if work >= done && work > 0.0 {
            let load = if done > 0.0 { format!("{:.0} %", 100.0 * work / done) } else { "endless".to_owned() };
            found.push(Problem::new(
                format!("pools[{number}]"),
                format!(
                    "\"{}\" cannot keep up in the long run: {work:.2} days of work come in a day, {done:.2} can be done \
                     (load {load}); its queue grows and means depend on the horizon",
                    pool.name
                ),
                "add people, shorten the service or let fewer cases come, unless this is what you study",
            ));
        }
    }
    found
}

/// Arrivals of a class in a day, on average over the horizon.
fn arrivals(class: &Class, horizon: f64) -> f64 {
    match &class.arrivals {
        None => 0.0,
        Some(Arrivals::Rate(rate)) => *rate,
        Some(Arrivals::Rates { steps, repeat }) => {
            calendar::mean(steps.iter().map(|step| (step.from, step.rate)), *repeat, horizon)
        }
        Some(Arrivals::Between(law)) => 1.0 / law::mean(law),
        Some(Arrivals::Times(times)) => times.iter().filter(|time| **time < horizon).count() as f64 / horizon,
    }
}

/// How often a case comes to each of its class's steps, by sweeps over the traffic equations.
fn visits(class: &Class) -> Vec<f64> {
    let at: HashMap<&str, usize> =
        class.steps.iter().enumerate().map(|(number, step)| (step.station.as_str(), number)).collect();
    let mut enter = vec![0.0; class.steps.len()];
    for route in &class.enter {
        enter[at[route.to.as_str()]] += route.probability;
    }
    let mut into: Vec<Vec<(usize, f64)>> = vec![Vec::new(); class.steps.len()];
    for (from, step) in class.steps.iter().enumerate() {
        for route in &step.next {
            into[at[route.to.as_str()]].push((from, route.probability));
        }
    }
    let mut visits = enter.clone();
    for _ in 0..10_000 {
        let mut moved = 0.0_f64;
        for step in 0..visits.len() {
            let now = enter[step] + into[step].iter().map(|(from, share)| visits[*from] * share).sum::<f64>();
            moved = moved.max((now - visits[step]).abs());
            visits[step] = now;
        }
        if moved < 1e-12 {
            break;
        }
    }
    visits
}
