//! Distributions ready to be drawn from. The stated form is [`super::network::Law`]; here parameters are what sampling
//! needs. Exponential and normal variables by the ziggurat, gamma by Marsaglia and Tsang (both of `rand_distr`).

use rand_distr::{Distribution, Exp1, Gamma, StandardNormal};

use super::network;
use super::stream::Stream;

/// A distribution of days, never negative.
#[derive(Debug, Clone)]
pub enum Law {
    Exponential(f64),
    Fixed(f64),
    Rare(Box<Rare>),
}

/// What the loop seldom meets stays out of its way.
#[derive(Debug, Clone)]
pub enum Rare {
    Gamma(Gamma<f64>),
    Lognormal { mu: f64, sigma: f64 },
    Weibull { scale: f64, exponent: f64 },
    Uniform { low: f64, width: f64 },
    Mixture(Vec<(f64, Law)>),
    Samples(Vec<f64>),
    Quantiles(Vec<[f64; 2]>),
}

impl Law {
    /// Takes a stated distribution that [`problem`] found nothing wrong with.
    pub fn new(stated: &network::Law) -> Self {
        use network::Law as Stated;
        let rare = match stated {
            Stated::Exponential { mean } => return Law::Exponential(*mean),
            Stated::Fixed(days) => return Law::Fixed(*days),
            Stated::Gamma { shape, mean } => match Gamma::new(*shape, mean / shape) {
                Ok(gamma) => Rare::Gamma(gamma),
                // a mean so small that its scale is no number any more
                Err(_) => return Law::Fixed(*mean),
            },
            Stated::Lognormal { mu, sigma } => Rare::Lognormal { mu: *mu, sigma: *sigma },
            Stated::Weibull { shape, scale } => Rare::Weibull { scale: *scale, exponent: 1.0 / shape },
            Stated::Uniform { low, high } => Rare::Uniform { low: *low, width: high - low },
            Stated::Mixture(parts) => {
                let total: f64 = parts.iter().map(|part| part.weight).sum();
                let mut sum = 0.0;
                let parts = parts.iter().map(|part| {
                    sum += part.weight;
                    (sum / total, Law::new(&part.law))
                });
                Rare::Mixture(parts.collect())
            }
            Stated::Samples(values) => Rare::Samples(values.clone()),
            Stated::Quantiles(points) => Rare::Quantiles(points.clone()),
        };
        Law::Rare(Box::new(rare))
    }

    /// Draws.
    #[inline]
    pub fn draw(&self, stream: &mut Stream) -> f64 {
        match self {
            Law::Exponential(mean) => {
                let standard: f64 = Exp1.sample(stream);
                mean * standard
            }
            Law::Fixed(days) => *days,
            Law::Rare(rare) => rare.draw(stream),
        }
    }

    /// Draws what is left after `elapsed` days without an end: by drawing until one is longer. A case that has
    /// outlived a thousand draws begins anew.
    pub fn draw_left(&self, elapsed: f64, stream: &mut Stream) -> f64 {
        if let Law::Exponential(_) = self {
            return self.draw(stream);
        }
        for _ in 0..1000 {
            let days = self.draw(stream);
            if days > elapsed {
                return days - elapsed;
            }
        }
        self.draw(stream)
    }
}

impl Rare {
    #[inline(never)]
    fn draw(&self, stream: &mut Stream) -> f64 {
        match self {
            Rare::Gamma(gamma) => gamma.sample(stream),
            Rare::Lognormal { mu, sigma } => {
                let standard: f64 = StandardNormal.sample(stream);
                (mu + sigma * standard).exp()
            }
            Rare::Weibull { scale, exponent } => {
                let standard: f64 = Exp1.sample(stream);
                scale * standard.powf(*exponent)
            }
            Rare::Uniform { low, width } => low + width * stream.uniform(),
            Rare::Mixture(parts) => {
                let at = stream.uniform();
                let part = parts.iter().find(|(up_to, _)| at < *up_to).or(parts.last());
                part.map_or(0.0, |(_, law)| law.draw(stream))
            }
            Rare::Samples(values) => values[(stream.uniform() * values.len() as f64) as usize],
            Rare::Quantiles(points) => {
                let at = stream.uniform();
                let next = points.partition_point(|point| point[0] <= at).clamp(1, points.len() - 1);
                let ([p, x], [q, y]) = (points[next - 1], points[next]);
                x + (y - x) * (at - p) / (q - p)
            }
        }
    }
}

/// The mean of a stated distribution, in days.
pub fn mean(law: &network::Law) -> f64 {
    use network::Law as Stated;
    match law {
        Stated::Exponential { mean } | Stated::Gamma { mean, .. } => *mean,
        Stated::Fixed(days) => *days,
        Stated::Lognormal { mu, sigma } => (mu + sigma * sigma / 2.0).exp(),
        Stated::Weibull { shape, scale } => scale * gamma(1.0 + 1.0 / shape),
        Stated::Uniform { low, high } => f64::midpoint(*low, *high),
        Stated::Mixture(parts) => {
            let total: f64 = parts.iter().map(|part| part.weight).sum();
            parts.iter().map(|part| part.weight / total * self::mean(&part.law)).sum()
        }
        Stated::Samples(values) => values.iter().sum::<f64>() / values.len() as f64,
        Stated::Quantiles(points) => {
            points.windows(2).map(|pair| (pair[1][0] - pair[0][0]) * f64::midpoint(pair[0][1], pair[1][1])).sum()
        }
    }
}

fn gamma(x: f64) -> f64 {
    super::student::ln_gamma(x).exp()
}

/// What is wrong with a stated distribution: where within it, what, and what would mend it.
pub fn problem(law: &network::Law) -> Option<(String, String, &'static str)> {
    use network::Law as Stated;
    const DAYS: &str = "give a number of days, 0 or more";
    let bad = |at: &str, value: f64, remedy| Some((at.to_owned(), format!("{value} cannot be"), remedy));
    let days = |at: &str, value: f64| if (0.0..1e9).contains(&value) { None } else { bad(at, value, DAYS) };
    let positive = |at: &str, value: f64| {
        if value > 0.0 && value < 1e9 { None } else { bad(at, value, "give a number above 0") }
    };
    match law {
        Stated::Exponential { mean } => days(".exponential.mean", *mean),
        Stated::Fixed(value) => days(".fixed", *value),
        Stated::Gamma { shape, mean } => positive(".gamma.shape", *shape).or_else(|| days(".gamma.mean", *mean)),
        Stated::Lognormal { mu, sigma } if mu.abs() < 20.0 && (0.0..20.0).contains(sigma) => None,
        Stated::Lognormal { mu, sigma } => Some((
            ".lognormal".to_owned(),
            format!("mu {mu} and sigma {sigma} cannot be"),
            "mu is the mean of the logarithm of days (-20 to 20), sigma its standard deviation (0 to 20)",
        )),
        Stated::Weibull { shape, scale } => {
            let small = (*shape < 0.05)
                .then(|| (".weibull.shape".to_owned(), format!("{shape} is below 0.05"), "give 0.05 or more"));
            positive(".weibull.shape", *shape).or(small).or_else(|| days(".weibull.scale", *scale))
        }
        Stated::Uniform { low, high } => {
            days(".uniform.low", *low).or_else(|| days(".uniform.high", *high)).or_else(|| {
                if high < low { bad(".uniform.high", *high, "low is the least, high the greatest") } else { None }
            })
        }
        Stated::Mixture(parts) => {
            let total: f64 = parts.iter().map(|part| part.weight).sum();
            if !(total > 0.0 && total.is_finite()) {
                return bad(".mixture", total, "give one part at least, with weights above 0");
            }
            parts.iter().enumerate().find_map(|(place, part)| {
                let at = format!(".mixture[{place}]");
                if !(0.0..f64::INFINITY).contains(&part.weight) {
                    return bad(&format!("{at}.weight"), part.weight, "give a weight of 0 or more");
                }
                problem(&part.law).map(|(within, what, remedy)| (format!("{at}.law{within}"), what, remedy))
            })
        }
        Stated::Samples(values) if values.is_empty() => {
            Some((".samples".to_owned(), "there are no values".to_owned(), "give one value at least"))
        }
        Stated::Samples(values) => {
            values.iter().enumerate().find_map(|(place, value)| days(&format!(".samples[{place}]"), *value))
        }
        Stated::Quantiles(points) => quantiles(points),
    }
}

fn quantiles(points: &[[f64; 2]]) -> Option<(String, String, &'static str)> {
    let fault = |what: &str, remedy| Some((".quantiles".to_owned(), what.to_owned(), remedy));
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return fault("there are no points", "give [probability, days] from probability 0 to 1");
    };
    if first[0].abs() > 0.0 || (last[0] - 1.0).abs() > 0.0 || points.len() < 2 {
        return fault(
            "they do not go from probability 0 to 1",
            "begin with [0, least days] and end with [1, most days]",
        );
    }
    if !points.windows(2).all(|pair| pair[0][0] < pair[1][0] && pair[0][1] <= pair[1][1]) {
        return fault("they do not rise", "order them by probability; days never fall");
    }
    if !(first[1] >= 0.0 && last[1] < 1e9) {
        return fault("days are out of range", "give days of 0 or more");
    }
    None
}
