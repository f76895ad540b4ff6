//! What one replication counts. An event is counted if it falls within the window from the end of the warm-up to the
//! horizon; time spent is counted as far as it falls within the window, when it ends or at the horizon, so that areas
//! are exact without touching anything between events.

/// One class at one station.
#[derive(Debug, Clone, Copy, Default)]
pub struct StepTally {
    pub arrivals: u64,
    pub starts: u64,
    pub leaves: u64,
    /// Sum of days in the queue of those that began.
    pub wait: f64,
    /// Sum of days at the station of those that left it.
    pub stay: f64,
    /// Case-days in the queue.
    pub queued: f64,
    /// Case-days in service, or in a delay station.
    pub served: f64,
    pub queue_at_end: u64,
}

/// Cases of a class, a group or all.
#[derive(Debug, Clone, Default)]
pub struct CaseTally {
    pub arrivals: u64,
    pub departures: u64,
    pub time: f64,
    pub wait: f64,
    pub held: f64,
    /// Case-days in the network.
    pub present: f64,
    pub at_end: u64,
    pub goal: Goal,
    pub times: Histogram,
}

/// A milestone of a class, a group or all.
#[derive(Debug, Clone, Default)]
pub struct MilestoneTally {
    pub reached: u64,
    pub time: f64,
    pub goal: Goal,
    pub open_at_end: u64,
    pub times: Histogram,
}

/// How many of those with a goal kept it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Goal {
    judged: u64,
    kept: u64,
}

impl Goal {
    #[inline]
    pub fn judge(&mut self, goal: Option<f64>, days: f64) {
        if let Some(goal) = goal {
            self.judged += 1;
            self.kept += u64::from(days <= goal);
        }
    }

    pub fn share(self) -> f64 {
        self.kept as f64 / self.judged as f64
    }

    fn add(&mut self, other: Goal) {
        self.judged += other.judged;
        self.kept += other.kept;
    }
}

impl CaseTally {
    pub fn add(&mut self, other: &CaseTally) {
        self.arrivals += other.arrivals;
        self.departures += other.departures;
        self.time += other.time;
        self.wait += other.wait;
        self.held += other.held;
        self.present += other.present;
        self.at_end += other.at_end;
        self.goal.add(other.goal);
        self.times.add(&other.times);
    }

    pub fn clear(&mut self) {
        let mut times = std::mem::take(&mut self.times);
        times.clear();
        *self = Self { times, ..Self::default() };
    }
}

impl MilestoneTally {
    pub fn add(&mut self, other: &MilestoneTally) {
        self.reached += other.reached;
        self.time += other.time;
        self.goal.add(other.goal);
        self.open_at_end += other.open_at_end;
        self.times.add(&other.times);
    }

    pub fn clear(&mut self) {
        let mut times = std::mem::take(&mut self.times);
        times.clear();
        *self = Self { times, ..Self::default() };
    }
}

/// Days counted in bins of which 64 make a doubling, from a thousandth of a day on: quantiles are right to 1 %.
#[derive(Debug, Clone)]
pub struct Histogram {
    bins: Vec<u32>,
}

const FINE: u32 = 6;
const LEAST: i32 = -10;
const DOUBLINGS: i32 = 40;
const BINS: usize = (DOUBLINGS as usize) << FINE;

impl Default for Histogram {
    fn default() -> Self {
        Self { bins: vec![0; BINS] }
    }
}

impl Histogram {
    pub fn clear(&mut self) {
        self.bins.fill(0);
    }

    #[inline]
    pub fn count(&mut self, days: f64) {
        const BELOW: u64 = ((1023 + LEAST) as u64) << FINE;
        let bin = (days.to_bits() >> (52 - FINE)).saturating_sub(BELOW) as usize;
        self.bins[bin.min(BINS - 1)] += 1;
    }

    pub fn add(&mut self, other: &Histogram) {
        for (bin, more) in self.bins.iter_mut().zip(&other.bins) {
            *bin += more;
        }
    }

    /// The days that a share of those counted stayed below.
    pub fn quantile(&self, share: f64) -> f64 {
        let total: f64 = self.bins.iter().map(|bin| f64::from(*bin)).sum();
        let mut below = 0.0;
        for (number, bin) in self.bins.iter().enumerate().filter(|(_, bin)| **bin > 0) {
            let count = f64::from(*bin);
            if below + count >= share * total {
                let (low, high) = (edge(number), edge(number + 1));
                return low + (high - low) * ((share * total - below) / count);
            }
            below += count;
        }
        f64::NAN
    }
}

fn edge(bin: usize) -> f64 {
    if bin == 0 {
        return 0.0;
    }
    let doubling = LEAST + (bin >> FINE) as i32;
    let part = (bin & ((1 << FINE) - 1)) as f64 / f64::from(1 << FINE);
    (1.0 + part) * 2.0_f64.powi(doubling)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_right_to_one_per_cent() {
        let mut histogram = Histogram::default();
        (1..=10_000).for_each(|number| histogram.count(f64::from(number) / 7.0));
        for share in [0.1, 0.5, 0.8, 0.95] {
            let (found, exact) = (histogram.quantile(share), share * 10_000.0 / 7.0);
            assert!((found / exact - 1.0).abs() < 0.01, "{share}: {found}, not {exact}");
        }
        assert!(Histogram::default().quantile(0.5).is_nan());
    }
}
