//! How a replication ends: at the horizon, or given up.

use super::Engine;
use crate::simulation::case::Phase;
use crate::simulation::run::Stopped;

impl Engine<'_> {
    /// At the horizon: time of whatever has not ended.
    pub(super) fn settle(&mut self) {
        let (from, end) = (self.from, self.horizon);
        for pool in &mut self.pools {
            pool.close(end, from);
        }
        // in an order that does not hang on who took whose place, so that sums are equal to the last bit
        self.present.clear();
        self.present.extend(self.cases.all.iter().filter(|case| case.phase != Phase::Gone));
        self.present.sort_unstable_by_key(|case| case.key);
        for case in &self.present {
            let step = &self.model.steps[usize::from(case.step)];
            let tally = &mut self.steps[usize::from(case.step)];
            let days = (end - case.since.max(from)).max(0.0);
            match case.phase {
                Phase::Queue | Phase::Begun => {
                    tally.queued += days;
                    tally.queue_at_end += 1;
                }
                Phase::Service => tally.served += days,
                Phase::Before | Phase::Gone => {}
            }
            let class = &mut self.classes[usize::from(step.class)];
            class.present += end - case.arrived.max(from);
            class.at_end += 1;
            for (bit, tally) in self.milestones[usize::from(step.class)].iter_mut().enumerate() {
                tally.open_at_end += u64::from(case.passed & 1 << bit == 0);
            }
        }
    }

    /// Says where cases pile up.
    pub(super) fn endless(&self, day: f64) -> Stopped {
        let mut at = vec![0_u64; self.model.network().stations.len()];
        for case in self.cases.all.iter().filter(|case| case.phase != Phase::Gone) {
            at[usize::from(self.model.steps[usize::from(case.step)].station)] += 1;
        }
        let (station, there) = at.iter().enumerate().max_by_key(|(_, there)| **there).unwrap_or((0, &0));
        Stopped::Endless {
            day,
            events: self.events,
            cases: self.cases.count,
            station: self.model.network().stations[station].name.clone(),
            there: *there,
        }
    }
}
