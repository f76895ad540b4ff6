//! Networks whose means are known: each within its 99 % interval over 200 seeds.

use muster_caseflow::simulation::{Estimate, Run};

use crate::{holds, model};

/// One station with these servers and this service, one class that arrives once a day.
fn station(servers: u32, service: &str, horizon: u32) -> String {
    format!(
        r#"{{"horizon": {horizon}, "warm_up": 100,
            "stations": [{{"name": "desk", "servers": {servers}, "service": {service}}}],
            "classes": [{{"name": "case", "arrivals": {{"rate": 1}}, "enter": "desk", "steps": [{{"station": "desk"}}]}}]}}"#
    )
}

fn four(run: &Run) -> Vec<Estimate> {
    let found = &run.estimates.stations[0];
    vec![found.wait, found.queue_length, found.utilisation, run.estimates.classes[0].cases.time_in_system]
}

#[test]
fn one_server_waits_as_its_formula_says() {
    let (service, load) = (0.7, 0.7);
    let wait = load * service / (1.0 - load);
    let exact = [("wait", wait), ("queue", wait), ("utilisation", load), ("time", wait + service)];
    holds(&model(&station(1, r#"{"exponential": {"mean": 0.7}}"#, 4000)), 10, &exact, four);
}

#[test]
fn several_servers_wait_as_erlang_says() {
    let (servers, load) = (4, 3.0);
    let exact = {
        // Erlang's C: who arrives waits with this probability
        let mut term = 1.0;
        let mut sum = 1.0;
        for k in 1..servers {
            term *= load / f64::from(k);
            sum += term;
        }
        let last = term * load / f64::from(servers) / (1.0 - load / f64::from(servers));
        let wait = last / (sum + last) * load / (f64::from(servers) - load);
        [("wait", wait), ("queue", wait), ("utilisation", 0.75), ("time", wait + load)]
    };
    holds(&model(&station(4, r#"{"exponential": {"mean": 3}}"#, 5000)), 10, &exact, four);
}

#[test]
fn any_service_waits_as_pollaczek_and_khinchine_say() {
    // service, its mean, its second moment
    let cases = [
        (r#"0.6"#, 0.6, 0.36),
        (r#"{"erlang": {"phases": 3, "mean": 0.6}}"#, 0.6, 0.36 * (1.0 + 1.0 / 3.0)),
        (r#"{"lognormal": {"mean": 0.6, "cv": 1.0}}"#, 0.6, 0.72),
        (r#"{"uniform": {"low": 0.2, "high": 1.0}}"#, 0.6, 0.36 + 0.64 / 12.0),
        (
            r#"{"hyperexponential": [{"weight": 1, "mean": 1.0}, {"weight": 3, "mean": 0.4}]}"#,
            0.55,
            0.25 * 2.0 + 0.75 * 0.32,
        ),
        (r#"{"weibull": {"shape": 2, "scale": 0.7}}"#, 0.7 * 0.886_226_925_452_758, 0.49),
        (r#"{"samples": [0.2, 0.4, 1.2]}"#, 0.6, (0.04 + 0.16 + 1.44) / 3.0),
        // half uniform on [0.1, 0.5], half on [0.5, 1.1]
        (r#"{"quantiles": [[0, 0.1], [0.5, 0.5], [1, 1.1]]}"#, 0.55, (0.31 + 2.01) / 6.0),
    ];
    for (service, mean, square) in cases {
        let wait = square / 2.0 / (1.0 - mean);
        let exact = [("wait", wait), ("queue", wait), ("utilisation", mean), ("time", wait + mean)];
        holds(&model(&station(1, service, 3000)), 8, &exact, four);
    }
}

#[test]
fn priorities_wait_as_cobham_says() {
    let text = r#"{"horizon": 5000, "warm_up": 200,
        "stations": [{"name": "desk", "servers": 1}],
        "classes": [
            {"name": "urgent", "priority": 0, "arrivals": {"rate": 0.3}, "enter": "desk",
             "steps": [{"station": "desk", "service": {"exponential": {"mean": 0.8}}}]},
            {"name": "usual", "priority": 1, "arrivals": {"rate": 0.4}, "enter": "desk",
             "steps": [{"station": "desk", "service": 0.7}]},
            {"name": "rest", "priority": 2, "arrivals": {"rate": 0.2}, "enter": "desk",
             "steps": [{"station": "desk", "service": {"erlang": {"phases": 2, "mean": 1}}}]}]}"#;
    let loads = [0.24, 0.28, 0.2];
    let left = (0.3 * 2.0 * 0.64 + 0.4 * 0.49 + 0.2 * 1.5) / 2.0;
    let mut before = 0.0;
    let mut exact = Vec::new();
    for (name, load) in ["urgent", "usual", "rest"].into_iter().zip(loads) {
        exact.push((name, left / (1.0 - before) / (1.0 - before - load)));
        before += load;
    }
    holds(&model(text), 10, &exact, |run| run.estimates.steps.iter().map(|step| step.wait).collect());
}

/// Three stations in a Jackson network; of those who leave the second three in ten begin again.
const JACKSON: &str = r#"{"horizon": 3000, "warm_up": 200,
    "stations": [
        {"name": "a", "servers": 1, "service": {"exponential": {"mean": 0.5}}},
        {"name": "b", "servers": 3, "service": {"exponential": {"mean": 1.4}}},
        {"name": "c", "service": {"exponential": {"mean": 2}}}],
    "classes": [{"name": "case", "arrivals": {"rate": 1}, "enter": "a", "steps": [
        {"station": "a", "next": "b"},
        {"station": "b", "next": [{"to": "a", "probability": 0.3}, {"to": "c", "probability": 0.5}]},
        {"station": "c"}]}]}"#;

#[test]
fn a_network_with_rework_is_a_product_of_its_stations() {
    let rate: f64 = 1.0 / 0.7;
    let (a, b) = (rate * 0.5, rate * 1.4);
    let queue_a = a * a / (1.0 - a);
    let last = b.powi(3) / 6.0 / (1.0 - b / 3.0);
    let queue_b = last / (1.0 + b + b * b / 2.0 + last) * (b / 3.0) / (1.0 - b / 3.0);
    let elsewhere = rate * 0.5 * 2.0;
    let exact = [
        ("queue at a", queue_a),
        ("queue at b", queue_b),
        ("at c", elsewhere),
        ("utilisation of b", b / 3.0),
        ("time in system", queue_a + a + queue_b + b + elsewhere),
    ];
    holds(&model(JACKSON), 10, &exact, |run| {
        let [a, b, c] = &run.estimates.stations[..] else { unreachable!("there are three stations") };
        let time = run.estimates.classes[0].cases.time_in_system;
        vec![a.queue_length, b.queue_length, c.in_service, b.utilisation, time]
    });
}

/// The queue of M/M/c over the first days, from nobody, by the forward equations (Runge-Kutta): exponential work of mean 1,
/// arrivals and people that change.
fn forward(days: f64, rate: impl Fn(f64) -> f64, people: impl Fn(f64) -> usize) -> f64 {
    const STATES: usize = 120;
    let flow = |time: f64, p: &[f64]| -> Vec<f64> {
        let (up, servers) = (rate(time), people(time));
        let down = |n: usize| n.min(servers) as f64;
        let change = |n: usize| {
            let from_below = if n > 0 { p[n - 1] * up } else { 0.0 };
            let from_above = p.get(n + 1).map_or(0.0, |p| p * down(n + 1));
            let out = if n + 1 < STATES { up } else { 0.0 };
            from_below + from_above - p[n] * (out + down(n))
        };
        (0..STATES).map(change).collect()
    };
    let steps = (days * 200.0) as usize;
    let step = days / steps as f64;
    let mut p = vec![0.0; STATES];
    p[0] = 1.0;
    let mut area = 0.0;
    for number in 0..steps {
        // rates are constant within a step, so they are asked in its middle
        let time = (number as f64 + 0.5) * step;
        let waiting =
            |p: &[f64]| -> f64 { p.iter().enumerate().map(|(n, p)| n.saturating_sub(people(time)) as f64 * p).sum() };
        let moved = |p: &[f64], k: &[f64], by: f64| p.iter().zip(k).map(|(p, k)| p + by * k).collect::<Vec<_>>();
        let before = waiting(&p);
        let a = flow(time, &p);
        let b = flow(time, &moved(&p, &a, step / 2.0));
        let c = flow(time, &moved(&p, &b, step / 2.0));
        let d = flow(time, &moved(&p, &c, step));
        for n in 0..STATES {
            p[n] += step / 6.0 * (a[n] + 2.0 * b[n] + 2.0 * c[n] + d[n]);
        }
        area += step * f64::midpoint(before, waiting(&p));
    }
    area / days
}

#[test]
fn changing_arrivals_and_people_follow_the_forward_equations() {
    let text = r#"{"horizon": 30,
        "pools": [{"name": "team", "leaving": "hand_over", "repeat": 12, "calendar": [
            {"from": 0, "people": 3}, {"from": 5, "people": 1}, {"from": 8, "people": 2}]}],
        "stations": [{"name": "desk", "pool": "team", "service": {"exponential": {"mean": 1}}}],
        "classes": [{"name": "case", "enter": "desk", "steps": [{"station": "desk"}],
            "arrivals": {"rates": {"repeat": 10, "steps": [{"from": 0, "rate": 2}, {"from": 4, "rate": 0.5}, {"from": 7, "rate": 3}]}}}]}"#;
    let rate = |time: f64| match time % 10.0 {
        time if time < 4.0 => 2.0,
        time if time < 7.0 => 0.5,
        _ => 3.0,
    };
    let people = |time: f64| match time % 12.0 {
        time if time < 5.0 => 3,
        time if time < 8.0 => 1,
        _ => 2,
    };
    let arrivals = 3.0 * (8.0 + 1.5 + 9.0);
    let exact = [("queue", forward(30.0, rate, people)), ("arrivals", arrivals)];
    holds(&model(text), 100, &exact, |run| {
        vec![run.estimates.stations[0].queue_length, run.estimates.classes[0].cases.arrivals]
    });
}
