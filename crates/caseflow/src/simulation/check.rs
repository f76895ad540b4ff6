//! Everything that a network must keep before it can be simulated. One pass collects all that is wrong, by path.

use std::collections::{HashMap, HashSet};

use super::law;
use super::network::{Arrivals, Class, Hold, InitialState, Law, Network, Pool, Route};
use super::problem::Problem;

const DAYS: f64 = 1e9;
const MOST: usize = 4096;

/// All that is wrong with a network; nothing if it can be simulated.
pub fn check(network: &Network) -> Vec<Problem> {
    let mut check = Check { network, found: Vec::new() };
    check.frame();
    for (number, pool) in network.pools.iter().enumerate() {
        check.pool(&format!("pools[{number}]"), pool);
    }
    for (number, station) in network.stations.iter().enumerate() {
        let path = format!("stations[{number}]");
        if let Some(pool) = &station.pool
            && !network.pools.iter().any(|known| known.name == *pool)
        {
            check.say(
                format!("{path}.pool"),
                format!("there is no pool \"{pool}\""),
                "name one of pools, or leave it out for a delay that no staffing changes",
            );
        }
        check.laws(&path, station.service.as_ref(), station.delay.as_ref(), station.hold.as_ref());
    }
    for (number, class) in network.classes.iter().enumerate() {
        check.class(&format!("classes[{number}]"), class);
    }
    check.initial();
    check.found
}

struct Check<'a> {
    network: &'a Network,
    found: Vec<Problem>,
}

impl Check<'_> {
    fn say(&mut self, path: impl Into<String>, problem: impl Into<String>, remedy: impl Into<String>) {
        self.found.push(Problem::new(path, problem, remedy));
    }

    fn frame(&mut self) {
        let network = self.network;
        if !(network.horizon > 0.0 && network.horizon < DAYS) {
            self.say("horizon", format!("{} cannot be", network.horizon), "give the days to simulate, above 0");
        }
        if !(network.warm_up >= 0.0 && network.warm_up < network.horizon) {
            self.say("warm_up", format!("{} cannot be", network.warm_up), "give days from 0 to less than the horizon");
        }
        if !(1..=4_000_000_000).contains(&network.limits.events) {
            self.say("limits.events", "out of range", "give 1 to 4,000,000,000");
        }
        if !(1..=200_000_000).contains(&network.limits.cases) {
            self.say("limits.cases", "out of range", "give 1 to 200,000,000");
        }
        self.names("pools", network.pools.iter().map(|pool| pool.name.as_str()));
        self.names("stations", network.stations.iter().map(|station| station.name.as_str()));
        self.names("classes", network.classes.iter().map(|class| class.name.as_str()));
        if network.stations.is_empty() {
            self.say("stations", "there is none", "state one station at least");
        }
        if network.classes.is_empty() {
            self.say("classes", "there is none", "state one class at least");
        }
        let steps: usize = network.classes.iter().map(|class| class.steps.len()).sum();
        if steps >= usize::from(super::model::NONE) {
            self.say("classes", format!("they have {steps} steps together"), "at most 65,534 can be simulated");
        }
    }

    fn names<'a>(&mut self, list: &str, names: impl ExactSizeIterator<Item = &'a str>) {
        if names.len() > MOST {
            self.say(list, format!("there are {}", names.len()), format!("at most {MOST} can be simulated"));
        }
        let mut seen = HashSet::new();
        for (number, name) in names.enumerate() {
            if name.is_empty() {
                self.say(format!("{list}[{number}].name"), "it is empty", "give a name");
            } else if !seen.insert(name) {
                self.say(format!("{list}[{number}].name"), format!("\"{name}\" comes twice"), "give each its own name");
            }
        }
    }

    fn pool(&mut self, path: &str, pool: &Pool) {
        if pool.calendar.is_empty() {
            self.say(format!("{path}.calendar"), "it has no step", "state people, or one step at least");
        }
        for (number, shift) in pool.calendar.iter().enumerate() {
            if !(shift.proficiency > 0.0 && shift.proficiency < 1e6) {
                let path = format!("{path}.calendar[{number}].proficiency");
                self.say(path, format!("{} cannot be", shift.proficiency), "give a number above 0; 1 is ordinary");
            }
        }
        self.rising(&format!("{path}.calendar"), pool.calendar.iter().map(|shift| shift.from), pool.repeat);
        if let Some([low, high]) = pool.uncertain
            && !(low > 0.0 && low <= high && high < 1e6)
        {
            let path = format!("{path}.uncertain");
            self.say(path, format!("{low} to {high} cannot be"), "give the least and greatest factor, above 0");
        }
    }

    fn rising(&mut self, path: &str, steps: impl Iterator<Item = f64> + Clone, repeat: Option<f64>) {
        let mut last = f64::NEG_INFINITY;
        for (number, from) in steps.clone().enumerate() {
            if !(0.0..DAYS).contains(&from) {
                self.say(format!("{path}[{number}].from"), format!("day {from} cannot be"), "give a day of 0 or later");
            } else if from <= last {
                let path = format!("{path}[{number}].from");
                self.say(
                    path,
                    format!("day {from} does not follow day {last}"),
                    "order the steps by day, each day once",
                );
            }
            last = from;
        }
        if let Some(days) = repeat
            && !((0.001..DAYS).contains(&days) && steps.clone().all(|from| from < days))
        {
            let path = path.trim_end_matches(".calendar").trim_end_matches(".steps");
            let remedy = "give more days than the last step's, at least 0.001";
            self.say(format!("{path}.repeat"), format!("{days} cannot be"), remedy);
        }
    }

    fn laws(&mut self, path: &str, service: Option<&Law>, delay: Option<&Law>, hold: Option<&Hold>) {
        if let Some(law) = service {
            self.law(&format!("{path}.service"), law);
        }
        if let Some(law) = delay {
            self.law(&format!("{path}.delay"), law);
        }
        if let Some(hold) = hold {
            self.probability(&format!("{path}.hold.probability"), hold.probability);
            self.law(&format!("{path}.hold.duration"), &hold.duration);
        }
    }

    fn law(&mut self, path: &str, law: &Law) {
        if let Some((within, problem, remedy)) = law::problem(law) {
            self.say(format!("{path}{within}"), problem, remedy);
        }
    }

    fn probability(&mut self, path: &str, value: f64) {
        if !(0.0..=1.0).contains(&value) {
            self.say(path, format!("{value} is no probability"), "give a number from 0 to 1");
        }
    }

    fn class(&mut self, path: &str, class: &Class) {
        let mut at = HashMap::new();
        for (number, step) in class.steps.iter().enumerate() {
            let path = format!("{path}.steps[{number}]");
            let station = self.network.stations.iter().find(|station| station.name == step.station);
            match station {
                None => self.say(
                    format!("{path}.station"),
                    format!("there is no station \"{}\"", step.station),
                    "name one of stations",
                ),
                Some(station) if station.service.is_none() && step.service.is_none() => self.say(
                    format!("{path}.service"),
                    format!("neither the class nor station \"{}\" says how long it takes", step.station),
                    "state a distribution at the step or at the station",
                ),
                Some(_) => {}
            }
            if at.insert(step.station.as_str(), number).is_some() {
                let path = format!("{path}.station");
                self.say(path, format!("\"{}\" comes twice", step.station), "say everything of a station in one step");
            }
            self.laws(&path, step.service.as_ref(), step.delay.as_ref(), step.hold.as_ref());
        }
        let mut sound = self.routes(&format!("{path}.enter"), &class.enter, &at);
        let sum = class.enter.iter().fold(0.0, |sum, route| sum + route.probability);
        if (sum - 1.0).abs() > 1e-9 {
            let remedy = "name the station where cases enter, or probabilities that add up to 1";
            self.say(format!("{path}.enter"), format!("the probabilities add up to {sum}"), remedy);
        }
        for (number, step) in class.steps.iter().enumerate() {
            sound &= self.routes(&format!("{path}.steps[{number}].next"), &step.next, &at);
        }
        if sound {
            self.leaves(path, class, &at);
        }
        self.arrivals(path, class);
        for (name, days) in [("due", class.due), ("goal", class.goal)] {
            if days.is_some_and(|days| !(0.0..DAYS).contains(&days)) {
                self.say(format!("{path}.{name}"), "out of range", "give days of 0 or more");
            }
        }
        if class.milestones.len() > 8 {
            let problem = format!("there are {}", class.milestones.len());
            self.say(format!("{path}.milestones"), problem, "a class has at most 8");
        }
        for (number, milestone) in class.milestones.iter().enumerate() {
            let path = format!("{path}.milestones[{number}]");
            if !at.contains_key(milestone.at.as_str()) {
                let problem = format!("the class has no step at \"{}\"", milestone.at);
                self.say(format!("{path}.at"), problem, "name the station of one of its steps");
            }
            if class.milestones[..number].iter().any(|other| other.name == milestone.name) {
                self.say(
                    format!("{path}.name"),
                    format!("\"{}\" comes twice", milestone.name),
                    "give each its own name",
                );
            }
            if milestone.goal.is_some_and(|days| !(0.0..DAYS).contains(&days)) {
                self.say(format!("{path}.goal"), "out of range", "give days of 0 or more");
            }
        }
    }

    fn routes(&mut self, path: &str, routes: &[Route], at: &HashMap<&str, usize>) -> bool {
        let before = self.found.len();
        for (number, route) in routes.iter().enumerate() {
            self.probability(&format!("{path}[{number}].probability"), route.probability);
            if !at.contains_key(route.to.as_str()) {
                let problem = format!("the way leads to \"{}\", where the class has no step", route.to);
                self.say(
                    format!("{path}[{number}].to"),
                    problem,
                    "add a step at that station to the class, or mend the name",
                );
            }
        }
        let sum: f64 = routes.iter().map(|route| route.probability).sum();
        if sum > 1.0 + 1e-9 {
            self.say(
                path,
                format!("the probabilities add up to {sum}"),
                "they may add up to 1; what is missing leaves",
            );
        }
        self.found.len() == before
    }

    /// From every step that a case can come to it must be able to leave.
    fn leaves(&mut self, path: &str, class: &Class, at: &HashMap<&str, usize>) {
        let next = |routes: &[Route]| -> Vec<usize> {
            let taken = routes.iter().filter(|route| route.probability > 0.0);
            taken.map(|route| at[route.to.as_str()]).collect()
        };
        let ways: Vec<Vec<usize>> = class.steps.iter().map(|step| next(&step.next)).collect();
        let ends = |step: &super::network::ClassStep| {
            step.next.iter().map(|route| route.probability).sum::<f64>() <= 1.0 - 1e-9
        };
        let mut leaves: Vec<bool> = class.steps.iter().map(ends).collect();
        loop {
            let more: Vec<usize> =
                (0..ways.len()).filter(|step| !leaves[*step] && ways[*step].iter().any(|next| leaves[*next])).collect();
            if more.is_empty() {
                break;
            }
            more.into_iter().for_each(|step| leaves[step] = true);
        }
        let given = self.network.initial.iter().filter(|given| given.class == class.name);
        let mut open: Vec<usize> = given.filter_map(|given| at.get(given.station.as_str()).copied()).collect();
        open.extend(next(&class.enter));
        let mut seen = vec![false; ways.len()];
        while let Some(step) = open.pop() {
            if !std::mem::replace(&mut seen[step], true) {
                open.extend(&ways[step]);
            }
        }
        for (number, step) in class.steps.iter().enumerate() {
            if seen[number] && !leaves[number] {
                self.say(
                    format!("{path}.steps[{number}].next"),
                    format!("a case of \"{}\" that comes to \"{}\" never leaves the network", class.name, step.station),
                    "let the probabilities on some way from there add up to less than 1",
                );
            }
        }
    }

    fn arrivals(&mut self, path: &str, class: &Class) {
        let rate = |value: f64| (0.0..1e9).contains(&value);
        const RATE: &str = "give arrivals a day, 0 or more";
        match &class.arrivals {
            None => {}
            Some(Arrivals::Rate(value)) if rate(*value) => {}
            Some(Arrivals::Rate(value)) => {
                self.say(format!("{path}.arrivals.rate"), format!("{value} cannot be"), RATE);
            }
            Some(Arrivals::Rates { steps, repeat }) => {
                if steps.is_empty() {
                    self.say(format!("{path}.arrivals.rates.steps"), "there is none", "state one step at least");
                }
                for (number, step) in steps.iter().enumerate().filter(|(_, step)| !rate(step.rate)) {
                    let path = format!("{path}.arrivals.rates.steps[{number}].rate");
                    self.say(path, format!("{} cannot be", step.rate), RATE);
                }
                self.rising(&format!("{path}.arrivals.rates.steps"), steps.iter().map(|step| step.from), *repeat);
            }
            Some(Arrivals::Between(law)) => {
                let path = format!("{path}.arrivals.between");
                self.law(&path, law);
                if law::problem(law).is_none() && law::mean(law) <= 0.0 {
                    self.say(path, "no time passes between arrivals", "give a distribution whose mean is above 0");
                }
            }
            Some(Arrivals::Times(times)) => {
                for (number, time) in times.iter().enumerate().filter(|(_, time)| !(**time >= 0.0 && **time < DAYS)) {
                    let path = format!("{path}.arrivals.times[{number}]");
                    self.say(path, format!("day {time} cannot be"), "give days of 0 or later");
                }
            }
        }
    }

    fn initial(&mut self) {
        let total: u64 = self.network.initial.iter().map(|given| u64::from(given.count)).sum();
        if total > u64::from(self.network.limits.cases) {
            self.say("initial", format!("there are {total} cases"), "give fewer, or raise limits.cases");
        }
        for (number, given) in self.network.initial.iter().enumerate() {
            let path = format!("initial[{number}]");
            let Some(class) = self.network.classes.iter().find(|class| class.name == given.class) else {
                self.say(
                    format!("{path}.class"),
                    format!("there is no class \"{}\"", given.class),
                    "name one of classes",
                );
                continue;
            };
            for (name, days) in [("age", given.age), ("elapsed", given.elapsed)] {
                if !(0.0..DAYS).contains(&days) {
                    self.say(format!("{path}.{name}"), format!("{days} cannot be"), "give days of 0 or more");
                }
            }
            let Some(step) = class.steps.iter().find(|step| step.station == given.station) else {
                let problem = format!("class \"{}\" has no step at \"{}\"", class.name, given.station);
                self.say(format!("{path}.station"), problem, "name the station of one of its steps");
                continue;
            };
            let station = self.network.stations.iter().find(|station| station.name == given.station);
            let before = step.hold.is_some()
                || step.delay.is_some()
                || station.is_some_and(|station| station.hold.is_some() || station.delay.is_some());
            if given.state == InitialState::OnHold && !before {
                let problem = format!("nothing holds or delays a case at \"{}\"", given.station);
                self.say(format!("{path}.state"), problem, "state a hold or a delay there, or another state");
            }
            for name in given.passed.iter().filter(|name| !class.milestones.iter().any(|known| known.name == **name)) {
                let problem = format!("class \"{}\" has no milestone \"{name}\"", class.name);
                self.say(format!("{path}.passed"), problem, "name milestones of the class");
            }
        }
    }
}
