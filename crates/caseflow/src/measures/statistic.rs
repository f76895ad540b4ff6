//! How the observations of a quarter become one figure.

use muster_domain::Date;

use super::Quarter;
use crate::clock::{Observation, Survival};

/// Something observed of a subject, and the day that puts it into a quarter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed<S> {
    /// What it is of.
    pub subject: S,
    /// The day that says which quarter counts it.
    pub day: Date,
    /// What was observed, in the measure's unit; of a share 1 or 0.
    pub value: f64,
    /// Whether it is not over: the value is what it has come to so far.
    pub running: bool,
}

/// One figure of many observations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statistic {
    /// The mean of yes (1) and no (0).
    Share,
    /// The median of durations, those that run still among them (Kaplan–Meier).
    Median,
    /// The mean.
    Mean,
    /// The largest.
    Largest,
    /// The sum.
    Sum,
}

/// A quarter's figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeasurePoint {
    /// The quarter.
    pub quarter: Quarter,
    /// The figure; none where nothing was observed, or where too few of those that run are over to tell.
    pub value: Option<f64>,
    /// How many observations it counts.
    pub count: usize,
    /// How many of them run still.
    pub running: usize,
}

/// The figure of these observations; none of no observations, or where fewer than half of the durations were seen to end.
pub fn figure<S>(statistic: Statistic, observed: &[&Observed<S>]) -> Option<f64> {
    if observed.is_empty() {
        return None;
    }
    let values = || observed.iter().map(|one| one.value);
    #[allow(clippy::cast_precision_loss, reason = "cases are far fewer than 2^52")]
    let mean = || values().sum::<f64>() / observed.len() as f64;
    match statistic {
        Statistic::Share | Statistic::Mean => Some(mean()),
        Statistic::Largest => values().reduce(f64::max),
        Statistic::Sum => Some(values().sum()),
        Statistic::Median => {
            let durations: Vec<Observation> = observed
                .iter()
                .map(|one| match one.running {
                    true => Observation::running(one.value),
                    false => Observation::ended(one.value, ()),
                })
                .collect();
            Survival::new(&durations).ok()?.median()
        }
    }
}

/// The figures of these quarters.
pub fn trend<S>(statistic: Statistic, observed: &[Observed<S>], quarters: &[Quarter]) -> Vec<MeasurePoint> {
    let point = |quarter: &Quarter| {
        let own: Vec<&Observed<S>> = observed.iter().filter(|one| Quarter::of(one.day) == *quarter).collect();
        MeasurePoint {
            quarter: *quarter,
            value: figure(statistic, &own),
            count: own.len(),
            running: own.iter().filter(|one| one.running).count(),
        }
    };
    quarters.iter().map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn observed(value: f64, running: bool) -> Observed<u32> {
        Observed { subject: 0, day: date(2026, 1, 5), value, running }
    }

    #[test]
    fn what_runs_still_makes_a_median_longer_and_is_never_dropped() {
        let ended = [observed(10.0, false), observed(20.0, false), observed(30.0, false)];
        let quarter = [Quarter::of(date(2026, 1, 5))];
        assert_eq!(trend(Statistic::Median, &ended, &quarter)[0].value, Some(20.0));
        let with_running = [&ended[..], &[observed(40.0, true), observed(40.0, true)]].concat();
        let point = trend(Statistic::Median, &with_running, &quarter)[0];
        assert_eq!((point.value, point.count, point.running), (Some(30.0), 5, 2));
        let most_run = [&ended[..1], &[observed(40.0, true), observed(40.0, true)]].concat();
        assert_eq!(trend(Statistic::Median, &most_run, &quarter)[0].value, None, "too few are over to tell");
    }

    #[test]
    fn a_quarter_without_observations_has_no_figure() {
        let shares = [observed(1.0, false), observed(0.0, false), observed(1.0, false), observed(1.0, false)];
        let quarters = Quarter::up_to(date(2026, 1, 5), 2);
        let points = trend(Statistic::Share, &shares, &quarters);
        assert_eq!((points[0].value, points[0].count), (None, 0));
        assert_eq!(points[1].value, Some(0.75));
        assert_eq!(trend(Statistic::Largest, &shares, &quarters)[1].value, Some(1.0));
        assert_eq!(trend(Statistic::Sum, &shares, &quarters)[1].value, Some(3.0));
    }
}
