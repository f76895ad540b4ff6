//! A queueing network as its user states it: by names, in days. The same type is what a file says ([`super::read`]) and
//! what a caller builds; [`super::Model`] checks it. `FORMAT.md` beside the crate explains every field.

use serde::Serialize;

/// A network of stations, the pools that work at them and the classes of cases that pass through. All times are days.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Network {
    /// What it is called in answers.
    pub name: String,
    /// Days simulated, from 0.
    pub horizon: f64,
    /// Days at the start whose events are not counted.
    #[serde(skip_serializing_if = "is_zero")]
    pub warm_up: f64,
    /// People who work at stations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pools: Vec<Pool>,
    /// Where cases are worked on or wait for others.
    pub stations: Vec<Station>,
    /// Kinds of cases.
    pub classes: Vec<Class>,
    /// Cases that are in the network at the start.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub initial: Vec<Initial>,
    /// When a replication is given up.
    pub limits: Limits,
}

/// When a replication is given up, so that a network that cannot keep up gives an answer that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limits {
    /// Most events of one replication.
    pub events: u64,
    /// Most cases in the network at once.
    pub cases: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { events: 1_000_000_000, cases: 2_000_000 }
    }
}

/// People who share the work of one or more stations. Each works on one case at a time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pool {
    /// Its name.
    pub name: String,
    /// How many are there, and how well they work, over time. Nobody is there before the first step.
    pub calendar: Vec<Shift>,
    /// Days after which the calendar begins again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat: Option<f64>,
    /// Who is served next among cases of one priority.
    pub discipline: Discipline,
    /// What happens to work under way when its server leaves.
    pub leaving: Leaving,
    /// Least and greatest factor on everybody's proficiency, drawn once a replication: what is not known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uncertain: Option<[f64; 2]>,
}

/// From this day on so many people work at this speed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Shift {
    /// First day, from the start of the simulation.
    pub from: f64,
    /// People at work.
    pub people: u32,
    /// Work done in a day by each, in days of service as the stations state it; 1 is who they were stated for.
    pub proficiency: f64,
}

/// Who is served next among waiting cases of the same priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Discipline {
    /// Who joined the queue first.
    #[default]
    Fifo,
    /// Whose day due comes first: arrival in the network plus the class's days due.
    Due,
}

/// What happens to work under way when fewer people are there than work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaving {
    /// It is finished; nobody begins anything new until no more people work than are there.
    #[default]
    Finish,
    /// What was begun last goes back to the head of its queue; the work done on it is kept.
    HandOver,
}

/// A step in the life of a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Station {
    /// Its name.
    pub name: String,
    /// The pool that works here; without one the step is a delay that no staffing changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool: Option<String>,
    /// Days of work by somebody of proficiency 1; or, without a pool, days until it is over. Needed unless every class that
    /// comes here states its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<Law>,
    /// Days that pass before a case joins the queue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay: Option<Law>,
    /// A suspension on arrival.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold: Option<Hold>,
}

/// A suspension of a case: with this probability it rests so long before anything else happens at the station.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hold {
    /// From 0 to 1.
    pub probability: f64,
    /// Days on hold.
    pub duration: Law,
}

/// Cases that arrive alike and take alike routes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// What answers add it up under, beside the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// When cases arrive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrivals: Option<Arrivals>,
    /// Smaller is served first.
    pub priority: u8,
    /// Days from arrival until a case is due, for pools that serve by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<f64>,
    /// Days within which a case should leave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<f64>,
    /// Where cases enter; probabilities add up to 1.
    pub enter: Vec<Route>,
    /// What happens at stations.
    pub steps: Vec<ClassStep>,
    /// Points on the way whose time since arrival is measured.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
}

/// What a class does at a station.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClassStep {
    /// The station.
    pub station: String,
    /// Where cases go next; with what is missing to 1 they leave the network.
    pub next: Vec<Route>,
    /// This class's own service instead of the station's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<Law>,
    /// Its own delay instead of the station's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay: Option<Law>,
    /// Its own hold instead of the station's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold: Option<Hold>,
    /// Its own priority here instead of the class's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<u8>,
}

/// One of several ways on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Route {
    /// The station.
    pub to: String,
    /// From 0 to 1.
    pub probability: f64,
}

/// The first arrival of a case at a station, measured from its arrival in the network.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Milestone {
    /// Its name; the same name in several classes is added up in groups and the total.
    pub name: String,
    /// The station.
    pub at: String,
    /// Days within which it should be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<f64>,
    /// Whether time on hold counts; where it does not, the clock stops.
    pub holds_count: bool,
}

/// When cases of a class arrive.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrivals {
    /// A Poisson process of so many a day.
    Rate(f64),
    /// A Poisson process whose rate changes.
    Rates {
        /// From this day on so many a day; nobody before the first.
        steps: Vec<Rate>,
        /// Days after which the steps begin again.
        #[serde(skip_serializing_if = "Option::is_none")]
        repeat: Option<f64>,
    },
    /// Independent days between arrivals; the first comes one such time after the start.
    Between(Law),
    /// Exactly on these days.
    Times(Vec<f64>),
}

/// From this day on so many arrive in a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Rate {
    /// First day.
    pub from: f64,
    /// Arrivals a day.
    pub rate: f64,
}

/// Cases that are in the network at the start.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Initial {
    /// Their class.
    pub class: String,
    /// Where they are.
    pub station: String,
    /// How many alike.
    pub count: u32,
    /// What happens to them.
    pub state: InitialState,
    /// Days since they arrived in the network.
    pub age: f64,
    /// Days since they are in this state.
    pub elapsed: f64,
    /// Milestones that they have passed; those at stations where they are now are passed anyway.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub passed: Vec<String>,
}

/// What happens to a case at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InitialState {
    /// It waits in the queue; at a station without a pool it is in service.
    #[default]
    Waiting,
    /// It is worked on.
    InService,
    /// It rests, or is delayed, before it joins the queue.
    OnHold,
}

/// A distribution of days.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Law {
    /// Exponential.
    Exponential {
        /// Its mean.
        mean: f64,
    },
    /// Always the same.
    Fixed(f64),
    /// Gamma; with a whole shape Erlang.
    Gamma {
        /// Shape.
        shape: f64,
        /// Mean: shape × scale.
        mean: f64,
    },
    /// The exponential of a normal variable.
    Lognormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Weibull.
    Weibull {
        /// Shape.
        shape: f64,
        /// Scale.
        scale: f64,
    },
    /// Uniform.
    Uniform {
        /// Least.
        low: f64,
        /// Greatest.
        high: f64,
    },
    /// One of several, by weight; with exponential parts hyperexponential.
    Mixture(Vec<Part>),
    /// One of these values, each alike.
    Samples(Vec<f64>),
    /// Straight lines between points `[probability, days]` of the inverse distribution function, from probability 0 to 1.
    Quantiles(Vec<[f64; 2]>),
}

/// A part of a mixture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// How often, against the weights of the other parts.
    pub weight: f64,
    /// Its distribution.
    pub law: Law,
}

fn is_zero(value: &f64) -> bool {
    value.abs() < f64::MIN_POSITIVE
}

impl Network {
    /// The pool of this name.
    pub fn pool_mut(&mut self, name: &str) -> Option<&mut Pool> {
        self.pools.iter_mut().find(|pool| pool.name == name)
    }
}

impl Pool {
    /// So many people throughout, first come first served.
    pub fn of(name: &str, people: u32) -> Self {
        Self {
            name: name.to_owned(),
            calendar: vec![Shift { from: 0.0, people, proficiency: 1.0 }],
            repeat: None,
            discipline: Discipline::Fifo,
            leaving: Leaving::Finish,
            uncertain: None,
        }
    }

    /// So many more people from this day on (or fewer, never below nobody), as proficient as those there then.
    pub fn change_people(&mut self, from: f64, more: i64) {
        let there = self.calendar.iter().rfind(|shift| shift.from <= from).copied();
        if there.is_none_or(|shift| shift.from < from) {
            let shift = there.unwrap_or(Shift { from, people: 0, proficiency: 1.0 });
            let place = self.calendar.partition_point(|shift| shift.from <= from);
            self.calendar.insert(place, Shift { from, ..shift });
        }
        for shift in self.calendar.iter_mut().filter(|shift| shift.from >= from) {
            let people = (i64::from(shift.people) + more).clamp(0, i64::from(u32::MAX));
            shift.people = u32::try_from(people).unwrap_or(u32::MAX);
        }
    }
}
