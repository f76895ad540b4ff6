//! The network file: JSON as `FORMAT.md` says. Strict: what is not known is refused, and everything wrong is said at once.

mod fields;
mod law;

use serde_json::Value;

use super::network::{
    Arrivals, Class, ClassStep, Discipline, Initial, InitialState, Leaving, Limits, Milestone, Network, Pool, Rate,
    Route, Shift, Station,
};
use super::problem::{Problem, Refused};
use super::run::{Precision, Settings};
use fields::{Fields, Reader};

/// What a file says: a network, and how to simulate it.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// The network; not yet checked, which [`super::Model::new`] does.
    pub network: Network,
    /// How.
    pub settings: Settings,
}

/// Reads a network file.
///
/// # Errors
/// Everything in it that is not as `FORMAT.md` says.
pub fn read(text: &str) -> Result<File, Refused> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        Refused(vec![Problem::new("", format!("it is no JSON: {error}"), "mend it there; FORMAT.md has an example")])
    })?;
    let mut reader = Reader::default();
    let file = reader.file(value);
    match file {
        Some(file) if reader.problems.is_empty() => Ok(file),
        _ => Err(Refused(reader.problems)),
    }
}

impl Reader {
    fn file(&mut self, value: Value) -> Option<File> {
        let mut top = self.fields(value, "")?;
        if let Some(text) = self.text(&mut top, "start") {
            match text.parse() {
                Ok(date) => self.start = Some(date),
                Err(_) => self.say("start", format!("\"{text}\" is no date"), "give a date such as 2027-06-01"),
            }
        }
        let mut settings = Settings::default();
        settings.replications = self.count(&mut top, "replications").unwrap_or(settings.replications);
        settings.seed = self.whole(&mut top, "seed").unwrap_or(settings.seed);
        settings.confidence = self.number(&mut top, "confidence").unwrap_or(settings.confidence);
        if let Some(value) = top.take("precision")
            && let Some(mut precision) = self.fields(value, "precision")
        {
            let relative = self.needed(&mut precision, "relative");
            let most = self.count(&mut precision, "most").unwrap_or(1000);
            settings.precision = Some(Precision { relative, most });
            self.finish(precision);
        }
        let name = self.text(&mut top, "name").unwrap_or_else(|| "network".to_owned());
        let horizon = self.day(&mut top, "horizon").unwrap_or_else(|| {
            self.say("horizon", "it is missing", "give the days to simulate");
            1.0
        });
        let warm_up = self.day(&mut top, "warm_up").unwrap_or(0.0);
        let mut pools: Vec<Pool> = Vec::new();
        for (path, value) in self.list_of(&mut top, "pools") {
            pools.extend(self.pool(value, &path));
        }
        let mut stations = Vec::new();
        for (path, value) in self.list_of(&mut top, "stations") {
            stations.extend(self.station(value, &path, &mut pools));
        }
        let mut classes = Vec::new();
        for (path, value) in self.list_of(&mut top, "classes") {
            classes.extend(self.class(value, &path));
        }
        let mut initial = Vec::new();
        for (path, value) in self.list_of(&mut top, "initial") {
            initial.extend(self.initial(value, &path));
        }
        let mut limits = Limits::default();
        if let Some(value) = top.take("limits")
            && let Some(mut fields) = self.fields(value, "limits")
        {
            limits.events = self.whole(&mut fields, "events").unwrap_or(limits.events);
            limits.cases = self.count(&mut fields, "cases").unwrap_or(limits.cases);
            self.finish(fields);
        }
        self.finish(top);
        Some(File { network: Network { name, horizon, warm_up, pools, stations, classes, initial, limits }, settings })
    }

    fn pool(&mut self, value: Value, path: &str) -> Option<Pool> {
        let mut fields = self.fields(value, path)?;
        let mut pool = Pool::of(&self.needed_text(&mut fields, "name"), 0);
        let people = self.count(&mut fields, "people");
        let calendar = fields.take("calendar");
        match (people, calendar) {
            (Some(people), None) => pool.calendar[0].people = people,
            (None, Some(calendar)) => {
                pool.calendar.clear();
                for (path, value) in self.list(Some(calendar), &fields.path("calendar")) {
                    let Some(mut step) = self.fields(value, path) else { continue };
                    let from = self.day(&mut step, "from").unwrap_or_else(|| {
                        self.say(step.path("from"), "it is missing", "give the day on which the step begins");
                        0.0
                    });
                    let people = self.needed_count(&mut step, "people");
                    let proficiency = self.number(&mut step, "proficiency").unwrap_or(1.0);
                    pool.calendar.push(Shift { from, people, proficiency });
                    self.finish(step);
                }
            }
            _ => self.say(path, "it states both people and calendar, or neither", "state one of them"),
        }
        pool.repeat = self.number(&mut fields, "repeat");
        pool.discipline = self
            .one_of(&mut fields, "discipline", &[("fifo", Discipline::Fifo), ("due", Discipline::Due)])
            .unwrap_or_default();
        pool.leaving = self
            .one_of(&mut fields, "leaving", &[("finish", Leaving::Finish), ("hand_over", Leaving::HandOver)])
            .unwrap_or_default();
        pool.uncertain = fields.take("uncertain").map(|value| self.pair(value, &fields.path("uncertain")));
        self.finish(fields);
        Some(pool)
    }

    fn station(&mut self, value: Value, path: &str, pools: &mut Vec<Pool>) -> Option<Station> {
        let mut fields = self.fields(value, path)?;
        let name = self.needed_text(&mut fields, "name");
        let mut pool = self.text(&mut fields, "pool");
        if let Some(servers) = self.count(&mut fields, "servers") {
            if pool.is_some() {
                self.say(path, "it states both pool and servers", "state one of them");
            }
            pools.push(Pool::of(&name, servers));
            pool = Some(name.clone());
        }
        let service = self.law(&mut fields, "service");
        let delay = self.law(&mut fields, "delay");
        let hold = self.hold(&mut fields);
        self.finish(fields);
        Some(Station { name, pool, service, delay, hold })
    }

    fn class(&mut self, value: Value, path: &str) -> Option<Class> {
        let mut fields = self.fields(value, path)?;
        let name = self.needed_text(&mut fields, "name");
        let group = self.text(&mut fields, "group");
        let arrivals = fields.take("arrivals").and_then(|value| self.arrivals(value, &fields.path("arrivals")));
        let priority = self.priority(&mut fields).unwrap_or(0);
        let due = self.number(&mut fields, "due");
        let goal = self.number(&mut fields, "goal");
        let enter = self.routes(&mut fields, "enter");
        let mut steps = Vec::new();
        for (path, value) in self.list_of(&mut fields, "steps") {
            let Some(mut step) = self.fields(value, path) else { continue };
            steps.push(ClassStep {
                station: self.needed_text(&mut step, "station"),
                next: self.routes(&mut step, "next"),
                service: self.law(&mut step, "service"),
                delay: self.law(&mut step, "delay"),
                hold: self.hold(&mut step),
                priority: self.priority(&mut step),
            });
            self.finish(step);
        }
        let mut milestones = Vec::new();
        for (path, value) in self.list_of(&mut fields, "milestones") {
            let Some(mut milestone) = self.fields(value, path) else { continue };
            milestones.push(Milestone {
                name: self.needed_text(&mut milestone, "name"),
                at: self.needed_text(&mut milestone, "at"),
                goal: self.number(&mut milestone, "goal"),
                holds_count: self.flag(&mut milestone, "holds_count").unwrap_or(true),
            });
            self.finish(milestone);
        }
        self.finish(fields);
        Some(Class { name, group, arrivals, priority, due, goal, enter, steps, milestones })
    }

    fn arrivals(&mut self, value: Value, path: &str) -> Option<Arrivals> {
        const KNOWN: &str =
            "give one of: {\"rate\": a day}, {\"rates\": …}, {\"between\": distribution}, {\"times\": [days]}";
        let Ok((name, value)) = self.fields(value, path)?.only() else {
            self.say(path, "it is not one way to arrive", KNOWN);
            return None;
        };
        let path = format!("{path}.{name}");
        match name.as_str() {
            "rate" => Some(Arrivals::Rate(self.as_number(&value, &path))),
            "between" => Some(Arrivals::Between(self.as_law(value, &path, 0))),
            "times" => {
                let times = self.list(Some(value), &path);
                Some(Arrivals::Times(times.iter().map(|(path, time)| self.as_number(time, path)).collect()))
            }
            "rates" => {
                let mut fields = self.fields(value, path)?;
                let mut steps = Vec::new();
                for (path, value) in self.list_of(&mut fields, "steps") {
                    let Some(mut step) = self.fields(value, path) else { continue };
                    let from = self.day(&mut step, "from").unwrap_or_default();
                    steps.push(Rate { from, rate: self.needed(&mut step, "rate") });
                    self.finish(step);
                }
                let repeat = self.number(&mut fields, "repeat");
                self.finish(fields);
                Some(Arrivals::Rates { steps, repeat })
            }
            _ => {
                self.say(path, "there is no such way to arrive", KNOWN);
                None
            }
        }
    }

    /// Ways on: a station's name, or stations with probabilities.
    fn routes(&mut self, fields: &mut Fields, name: &'static str) -> Vec<Route> {
        match fields.take(name) {
            Some(Value::String(to)) => vec![Route { to, probability: 1.0 }],
            value => {
                let mut routes = Vec::new();
                for (path, value) in self.list(value, &fields.path(name)) {
                    let Some(mut route) = self.fields(value, path) else { continue };
                    let to = self.needed_text(&mut route, "to");
                    routes.push(Route { to, probability: self.needed(&mut route, "probability") });
                    self.finish(route);
                }
                routes
            }
        }
    }

    fn initial(&mut self, value: Value, path: &str) -> Option<Initial> {
        let mut fields = self.fields(value, path)?;
        let states = [
            ("waiting", InitialState::Waiting),
            ("in_service", InitialState::InService),
            ("on_hold", InitialState::OnHold),
        ];
        let elapsed = self.number(&mut fields, "elapsed").unwrap_or(0.0);
        let found = Initial {
            class: self.needed_text(&mut fields, "class"),
            station: self.needed_text(&mut fields, "station"),
            count: self.count(&mut fields, "count").unwrap_or(1),
            state: self.one_of(&mut fields, "state", &states).unwrap_or_default(),
            age: self.number(&mut fields, "age").unwrap_or(elapsed),
            elapsed,
            passed: self.texts(&mut fields, "passed"),
        };
        self.finish(fields);
        Some(found)
    }

    fn texts(&mut self, fields: &mut Fields, name: &'static str) -> Vec<String> {
        let list = self.list_of(fields, name);
        let texts = list.into_iter().map(|(path, value)| match value {
            Value::String(text) => text,
            other => {
                self.say(path, format!("it is {}", fields::kind(&other)), "give a text");
                String::new()
            }
        });
        texts.collect()
    }

    fn priority(&mut self, fields: &mut Fields) -> Option<u8> {
        let found = self.whole(fields, "priority")?;
        let priority = u8::try_from(found).ok();
        if priority.is_none() {
            self.say(
                fields.path("priority"),
                format!("{found} is too large"),
                "give 0 to 255; smaller is served first",
            );
        }
        priority
    }

    fn needed_count(&mut self, fields: &mut Fields, name: &'static str) -> u32 {
        let before = self.problems.len();
        let found = self.count(fields, name);
        if found.is_none() && self.problems.len() == before {
            self.say(fields.path(name), "it is missing", "give a whole number, 0 or more");
        }
        found.unwrap_or(1)
    }

    fn one_of<T: Copy>(&mut self, fields: &mut Fields, name: &'static str, known: &[(&str, T)]) -> Option<T> {
        let text = self.text(fields, name)?;
        let found = known.iter().find(|(known, _)| *known == text).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            self.say(
                fields.path(name),
                format!("there is no \"{text}\""),
                format!("give one of: {}", names.join(", ")),
            );
        }
        found
    }
}
