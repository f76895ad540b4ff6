//! A network of cases as large as the real one: the milestones of a case from its request to its closure, four types of
//! case at three agencies, thirteen pools of people, and what State, Congress, industry and the purchaser take. Numbers are
//! assumptions made so that every pool is busy at some 85 %; they say nothing of any real office.

use muster_caseflow::simulation::network::*;
use muster_caseflow::simulation::offered;

const YEARS: f64 = 5.0;
const OPEN: u32 = 16_000;

/// Who works at a step.
enum Who {
    /// A pool of the agency.
    Agency(&'static str),
    /// A pool of the agency that oversees all.
    Center(&'static str),
    /// Nobody whom staffing changes.
    Others,
}
use Who::{Agency, Center, Others};

/// Step, who, mean days of work, days of delay before it, next steps with probabilities in per cent.
type Row = (&'static str, Who, f64, f64, &'static [(&'static str, u32)]);

fn rows() -> Vec<Row> {
    vec![
        ("request received", Center("country directors"), 0.3, 2.0, &[("request checked", 100)]),
        ("request checked", Agency("case managers"), 0.5, 3.0, &[("clarified", 25), ("assigned", 75)]),
        ("clarified", Others, 30.0, 0.0, &[("request checked", 95)]),
        ("assigned", Agency("case managers"), 0.3, 2.0, &[("data developed", 100)]),
        (
            "data developed",
            Agency("case managers"),
            2.5,
            5.0,
            &[("priced", 60), ("industry data", 30), ("released", 10)],
        ),
        ("industry data", Others, 60.0, 0.0, &[("priced", 100)]),
        ("released", Others, 45.0, 0.0, &[("priced", 97)]),
        ("priced", Agency("pricing"), 1.5, 2.0, &[("document begun", 100)]),
        ("document begun", Agency("writers"), 2.0, 1.0, &[("document written", 100)]),
        ("document written", Center("writing division"), 1.2, 1.0, &[("quality", 100)]),
        (
            "quality",
            Center("writing division"),
            0.4,
            0.0,
            &[("document begun", 12), ("notified informally", 8), ("review", 80)],
        ),
        ("notified informally", Others, 30.0, 0.0, &[("notified", 100)]),
        ("notified", Others, 20.0, 0.0, &[("review", 98)]),
        ("review", Center("country directors"), 0.5, 3.0, &[("data developed", 7), ("signed", 93)]),
        ("signed", Agency("case managers"), 0.2, 2.0, &[("approved", 100)]),
        ("approved", Center("writing division"), 0.2, 1.0, &[("State approves", 100)]),
        ("State approves", Others, 9.0, 0.0, &[("countersigned", 100)]),
        ("countersigned", Center("country directors"), 0.1, 1.0, &[("offered", 100)]),
        ("offered", Others, 55.0, 0.0, &[("implemented", 80), ("data developed", 5)]),
        ("implemented", Agency("case managers"), 0.4, 6.0, &[("executing", 100)]),
        (
            "executing",
            Others,
            280.0,
            0.0,
            &[("amended", 30), ("discrepancy", 12), ("reviewed", 38), ("supply complete", 20)],
        ),
        ("amended", Agency("case managers"), 1.0, 10.0, &[("executing", 100)]),
        ("discrepancy", Agency("case managers"), 1.2, 15.0, &[("executing", 100)]),
        ("reviewed", Center("finance"), 0.5, 5.0, &[("executing", 100)]),
        ("supply complete", Agency("case managers"), 0.5, 120.0, &[("interim closed", 100)]),
        ("interim closed", Center("closure"), 1.0, 200.0, &[]),
    ]
}

const AGENCIES: [&str; 3] = ["Army", "Navy", "Air Force"];
/// Type, new cases in a year and agency, goal in days, priority.
const TYPES: [(&str, f64, f64, u8); 4] = [
    ("defined order", 520.0, 100.0, 1),
    ("blanket order", 380.0, 45.0, 1),
    ("CLSSA", 40.0, 60.0, 2),
    ("pseudo-LOA", 160.0, 60.0, 0),
];

/// The network.
pub fn network() -> Network {
    let mut network = Network {
        name: "cases, whole network".into(),
        horizon: 365.25 * YEARS,
        warm_up: 0.0,
        pools: Vec::new(),
        stations: Vec::new(),
        classes: Vec::new(),
        initial: Vec::new(),
        limits: Limits::default(),
    };
    for center in ["country directors", "writing division", "finance", "closure"] {
        network.pools.push(Pool::of(center, 1));
    }
    for agency in AGENCIES {
        for pool in ["case managers", "pricing", "writers"] {
            network.pools.push(Pool::of(&format!("{agency} {pool}"), 1));
        }
    }
    for agency in AGENCIES {
        network.stations.extend(rows().iter().map(|row| station(agency, row)));
        for (name, rate, goal, priority) in TYPES {
            network.classes.push(class(agency, name, rate / 365.25, goal, priority));
        }
    }
    // 16,000 open cases: most in execution, in the office of their class, for up to six years
    let classes = network.classes.len() as u32;
    for (number, class) in network.classes.iter().enumerate() {
        let mine = OPEN / classes + u32::from((number as u32) < OPEN % classes);
        let agency = class.group.clone().unwrap_or_default();
        let shares =
            [("executing", 78), ("supply complete", 6), ("interim closed", 3), ("offered", 5), ("data developed", 4)];
        let mut left = mine;
        for (place, (step, share)) in shares.into_iter().chain([("document begun", 100)]).enumerate() {
            let count = if share == 100 { left } else { mine * share / 100 };
            left -= count;
            let before = matches!(step, "supply complete" | "interim closed");
            for part in 0..8 {
                network.initial.push(Initial {
                    class: class.name.clone(),
                    station: format!("{agency}: {step}"),
                    count: count / 8 + u32::from(part < count % 8),
                    state: if before { InitialState::OnHold } else { InitialState::Waiting },
                    age: f64::from(part) * 250.0 + 100.0,
                    elapsed: if place < 4 { f64::from(part) * 20.0 } else { f64::from(part) },
                    passed: if place < 4 { vec!["offer".into()] } else { Vec::new() },
                });
            }
        }
    }
    // as many people as keep each pool busy at some 85 %, with a gap of a year in each
    let loads = offered(&network);
    for (pool, (work, _)) in network.pools.iter_mut().zip(loads) {
        let people = (work / 0.85).ceil().max(1.0) as u32 + 1;
        pool.calendar[0].people = people;
        pool.change_people(400.0, -1);
        pool.change_people(765.0, 1);
    }
    network
}

fn station(agency: &str, (name, who, mean, delay, _): &Row) -> Station {
    let pool = match who {
        Agency(pool) => Some(format!("{agency} {pool}")),
        Center(pool) => Some((*pool).to_owned()),
        Others => None,
    };
    let service = match pool {
        Some(_) => Law::Lognormal { mu: mean.ln() - 0.25, sigma: 0.5_f64.sqrt() },
        None => Law::Gamma { shape: 1.5, mean: *mean },
    };
    Station {
        name: format!("{agency}: {name}"),
        hold: pool.as_ref().map(|_| Hold { probability: 0.03, duration: Law::Exponential { mean: 20.0 } }),
        pool,
        service: Some(service),
        delay: (*delay > 0.0).then_some(Law::Exponential { mean: *delay }),
    }
}

fn class(agency: &str, name: &str, rate: f64, goal: f64, priority: u8) -> Class {
    let at = |step: &str| format!("{agency}: {step}");
    let route = |to: &str, probability: f64| Route { to: at(to), probability };
    let steps = rows().into_iter().map(|(name, _, _, _, next)| ClassStep {
        station: at(name),
        next: next.iter().map(|(to, share)| route(to, f64::from(*share) / 100.0)).collect(),
        service: None,
        delay: None,
        hold: None,
        priority: None,
    });
    // more are asked for in the last quarter of the fiscal year, from July
    let rates = vec![Rate { from: 0.0, rate: rate * 0.9 }, Rate { from: 273.0, rate: rate * 1.3 }];
    Class {
        name: format!("{agency} {name}"),
        group: Some(agency.to_owned()),
        arrivals: Some(Arrivals::Rates { steps: rates, repeat: Some(365.25) }),
        priority,
        due: Some(goal),
        goal: None,
        enter: vec![route("request received", 1.0)],
        steps: steps.collect(),
        milestones: vec![Milestone { name: "offer".into(), at: at("offered"), goal: Some(goal), holds_count: false }],
    }
}
