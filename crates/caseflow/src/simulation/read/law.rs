//! Distributions in a file: a number, or an object of one field that names the distribution.

use serde_json::Value;

use super::fields::{Fields, Reader, kind};
use crate::simulation::network::{Hold, Law, Part};

const KNOWN: &str = "a number of days, or an object of one of: exponential, fixed, gamma, erlang, lognormal, weibull, uniform, \
                     hyperexponential, mixture, samples, quantiles";
/// Mixtures within mixtures.
const DEEPEST: usize = 8;

impl Reader {
    /// A distribution in a field.
    pub fn law(&mut self, fields: &mut Fields, name: &'static str) -> Option<Law> {
        let value = fields.take(name)?;
        Some(self.as_law(value, &fields.path(name), 0))
    }

    /// A distribution that must be there.
    pub fn needed_law(&mut self, fields: &mut Fields, name: &'static str) -> Law {
        self.law(fields, name).unwrap_or_else(|| {
            self.say(fields.path(name), "it is missing", format!("give {KNOWN}"));
            Law::Fixed(1.0)
        })
    }

    /// A hold in a field.
    pub fn hold(&mut self, fields: &mut Fields) -> Option<Hold> {
        let value = fields.take("hold")?;
        let mut hold = self.fields(value, fields.path("hold"))?;
        let probability = self.needed(&mut hold, "probability");
        let duration = self.needed_law(&mut hold, "duration");
        self.finish(hold);
        Some(Hold { probability, duration })
    }

    /// A distribution.
    pub fn as_law(&mut self, value: Value, path: &str, depth: usize) -> Law {
        const ANY: Law = Law::Fixed(1.0);
        if let Some(days) = value.as_f64() {
            return Law::Fixed(days);
        }
        if !value.is_object() || depth > DEEPEST {
            self.say(path, format!("it is {}", kind(&value)), format!("give {KNOWN}"));
            return ANY;
        }
        let Some(Ok((name, value))) = self.fields(value, path).map(Fields::only) else {
            self.say(path, "it names no distribution, or several", format!("give {KNOWN}"));
            return ANY;
        };
        let path = format!("{path}.{name}");
        match name.as_str() {
            "fixed" => Law::Fixed(self.as_number(&value, &path)),
            "samples" => {
                let values = self.list(Some(value), &path);
                Law::Samples(values.into_iter().map(|(path, value)| self.as_number(&value, &path)).collect())
            }
            "quantiles" => {
                let points = self.list(Some(value), &path);
                Law::Quantiles(points.into_iter().map(|(path, point)| self.pair(point, &path)).collect())
            }
            "mixture" => {
                let parts = self.list(Some(value), &path);
                let parts = parts.into_iter().filter_map(|(path, part)| {
                    let mut part = self.fields(part, &path)?;
                    let weight = self.needed(&mut part, "weight");
                    let law = match part.take("law") {
                        Some(law) => self.as_law(law, &part.path("law"), depth + 1),
                        None => self.needed_law(&mut part, "law"),
                    };
                    self.finish(part);
                    Some(Part { weight, law })
                });
                Law::Mixture(parts.collect())
            }
            "hyperexponential" => {
                let parts = self.list(Some(value), &path);
                let parts = parts.into_iter().filter_map(|(path, part)| {
                    let mut part = self.fields(part, &path)?;
                    let (weight, mean) = (self.needed(&mut part, "weight"), self.needed(&mut part, "mean"));
                    self.finish(part);
                    Some(Part { weight, law: Law::Exponential { mean } })
                });
                Law::Mixture(parts.collect())
            }
            "exponential" | "gamma" | "erlang" | "lognormal" | "weibull" | "uniform" => {
                let Some(mut fields) = self.fields(value, &path) else { return ANY };
                let law = self.parameters(&name, &mut fields);
                self.finish(fields);
                law
            }
            _ => {
                self.say(path, "there is no such distribution", format!("give {KNOWN}"));
                ANY
            }
        }
    }

    fn parameters(&mut self, name: &str, of: &mut Fields) -> Law {
        match name {
            "exponential" => match self.number(of, "rate") {
                Some(rate) => Law::Exponential { mean: 1.0 / rate },
                None => Law::Exponential { mean: self.needed(of, "mean") },
            },
            "gamma" => {
                let shape = self.needed(of, "shape");
                match self.number(of, "scale") {
                    Some(scale) => Law::Gamma { shape, mean: shape * scale },
                    None => Law::Gamma { shape, mean: self.needed(of, "mean") },
                }
            }
            "erlang" => {
                let phases = self.count(of, "phases").unwrap_or_else(|| {
                    self.say(of.path("phases"), "it is missing", "give a whole number above 0");
                    1
                });
                Law::Gamma { shape: f64::from(phases), mean: self.needed(of, "mean") }
            }
            "lognormal" => match (self.number(of, "mean"), self.number(of, "median")) {
                (Some(mean), None) => {
                    let cv = self.needed(of, "cv");
                    let square = (1.0 + cv * cv).ln();
                    Law::Lognormal { mu: mean.ln() - square / 2.0, sigma: square.sqrt() }
                }
                (None, Some(median)) => Law::Lognormal { mu: median.ln(), sigma: self.needed(of, "sigma") },
                _ => Law::Lognormal { mu: self.needed(of, "mu"), sigma: self.needed(of, "sigma") },
            },
            "weibull" => Law::Weibull { shape: self.needed(of, "shape"), scale: self.needed(of, "scale") },
            _ => Law::Uniform { low: self.needed(of, "low"), high: self.needed(of, "high") },
        }
    }

    /// Two numbers.
    pub fn pair(&mut self, value: Value, path: &str) -> [f64; 2] {
        let list = self.list(Some(value), path);
        if list.len() == 2 {
            let mut numbers = list.iter().map(|(path, value)| self.as_number(value, path));
            return [numbers.next().unwrap_or(0.0), numbers.next().unwrap_or(1.0)];
        }
        self.say(path, format!("it has {} numbers", list.len()), "give two");
        [0.0, 1.0]
    }
}
