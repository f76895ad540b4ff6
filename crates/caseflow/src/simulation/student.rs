//! Student's distribution and the estimate of a mean from independent replications.

use serde::Serialize;

/// The mean of a measure over replications, with the confidence interval of that mean (Student's t).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// The mean; nothing where no replication had a value.
    pub mean: Option<f64>,
    /// Lower end of the confidence interval; nothing with fewer than two values.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Standard deviation between replications: how far one future may lie from the mean.
    pub deviation: Option<f64>,
}

/// Adds up one measure over replications, in their order (Welford 1962).
#[derive(Debug, Clone, Copy, Default)]
pub struct Accumulator {
    count: u32,
    mean: f64,
    squares: f64,
}

impl Accumulator {
    /// Takes the value of one replication; what is no number had no occasion to be measured.
    pub fn add(&mut self, value: f64) {
        if value.is_nan() {
            return;
        }
        self.count += 1;
        let off = value - self.mean;
        self.mean += off / f64::from(self.count);
        self.squares += off * (value - self.mean);
    }

    /// The estimate, with the interval at this confidence.
    pub fn estimate(&self, quantiles: &Quantiles) -> Estimate {
        if self.count == 0 {
            return Estimate { mean: None, low: None, high: None, deviation: None };
        }
        let mean = self.mean;
        if self.count == 1 {
            return Estimate { mean: Some(mean), low: None, high: None, deviation: None };
        }
        let deviation = (self.squares / f64::from(self.count - 1)).max(0.0).sqrt();
        let half = quantiles.of(self.count - 1) * deviation / f64::from(self.count).sqrt();
        Estimate { mean: Some(mean), low: Some(mean - half), high: Some(mean + half), deviation: Some(deviation) }
    }
}

/// Two-sided quantiles of Student's t at one confidence, worked out once for all measures of a run.
#[derive(Debug)]
pub struct Quantiles {
    confidence: f64,
    most: (u32, f64),
}

impl Quantiles {
    /// For this confidence, in (0, 1), and mostly so many replications.
    pub fn new(confidence: f64, replications: u32) -> Self {
        let degrees = replications.max(2) - 1;
        Self { confidence, most: (degrees, t_quantile(confidence, f64::from(degrees))) }
    }

    fn of(&self, degrees: u32) -> f64 {
        if degrees == self.most.0 { self.most.1 } else { t_quantile(self.confidence, f64::from(degrees)) }
    }
}

/// The value that |t| stays below with probability `confidence`, by bisection of the distribution function.
pub fn t_quantile(confidence: f64, degrees: f64) -> f64 {
    let outside = 1.0 - confidence;
    let beyond = |t: f64| incomplete_beta(degrees / 2.0, 0.5, degrees / (degrees + t * t));
    let (mut low, mut high) = (0.0, 1.0);
    while beyond(high) > outside && high < 1e12 {
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if beyond(middle) > outside { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// The regularised incomplete beta function, by its continued fraction (modified Lentz; Abramowitz and Stegun 26.5.8).
fn incomplete_beta(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - incomplete_beta(b, a, 1.0 - x);
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (1.0 - x).ln()).exp() / a;
    let tiny = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut d = 1.0 / tiny(1.0 - (a + b) * x / (a + 1.0));
    let (mut c, mut fraction) = (1.0, d);
    for step in 1..500 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        for term in [even, odd] {
            d = 1.0 / tiny(1.0 + term * d);
            c = tiny(1.0 + term / c);
            fraction *= d * c;
        }
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    front * fraction
}

/// The logarithm of the gamma function for x > 0, by Stirling's series after shifting x upwards.
pub fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut shift) = (x, 0.0);
    while x < 10.0 {
        shift += x.ln();
        x += 1.0;
    }
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    let series = inverse * (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0)));
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series - shift
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_printed_tables() {
        for (confidence, degrees, value) in [
            (0.95, 1.0, 12.706_204_736),
            (0.95, 9.0, 2.262_157_163),
            (0.99, 29.0, 2.756_385_904),
            (0.99, 199.0, 2.600_760_216),
            (0.90, 4.0, 2.131_846_786),
        ] {
            let found = t_quantile(confidence, degrees);
            assert!((found - value).abs() < 1e-7, "t({confidence}, {degrees}) = {found}, not {value}");
        }
    }

    #[test]
    fn an_estimate_has_the_mean_and_the_interval_of_its_values() {
        let mut sum = Accumulator::default();
        [2.0, 4.0, f64::NAN, 6.0].into_iter().for_each(|value| sum.add(value));
        let found = sum.estimate(&Quantiles::new(0.95, 4));
        assert_eq!(found.mean, Some(4.0));
        assert_eq!(found.deviation, Some(2.0));
        // 4.302653 × 2 / √3
        assert!((found.high.unwrap() - 8.968_275).abs() < 1e-5, "{found:?}");
    }
}
