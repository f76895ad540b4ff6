//! How often and when each of several ends comes first (Aalen and Johansen 1978), with censored durations and left truncation.
//!
//! The one estimator of this room: with a single cause it is that of Kaplan and Meier.

use super::{Observation, ObservationError};

/// What a duration can end with. Small numbers that the caller gives meaning.
pub type Cause = u32;

/// What happens at one age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IncidenceStep {
    /// The age, days.
    pub at: f64,
    /// Weight of those at risk just before.
    pub at_risk: f64,
    /// Weight that ended here, by whatever cause.
    pub ended: f64,
    /// Probability of not having ended up to and including this age.
    pub survival: f64,
    /// Where its masses begin.
    first: usize,
}

/// Cumulative incidence: for each cause the probability of having ended by it, by age.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Incidence {
    steps: Vec<IncidenceStep>,
    /// Probability of ending at each step by each cause, step after step.
    masses: Vec<(Cause, f64)>,
}

impl Incidence {
    /// Estimates from durations, in any order.
    ///
    /// # Errors
    /// [`ObservationError`] where a duration has no possible times or weight.
    pub fn new(observations: &[Observation<Cause>]) -> Result<Self, ObservationError> {
        Observation::check(observations)?;
        let mut exits: Vec<(f64, Option<Cause>, f64)> = Vec::with_capacity(observations.len());
        let mut entries: Vec<(f64, f64)> = Vec::new();
        // Watched from the beginning: at risk from the start, also at age 0.
        let mut at_risk = 0.0;
        for one in observations {
            exits.push((one.exit, one.end, one.weight));
            if one.entry > 0.0 { entries.push((one.entry, one.weight)) } else { at_risk += one.weight }
        }
        // At one age, ends come before exits that are censored, and causes in their order: who is censored at an age was
        // at risk at that age.
        exits.sort_unstable_by(|a, b| {
            let key = |cause: Option<Cause>| cause.map_or(u64::MAX, u64::from);
            a.0.total_cmp(&b.0).then(key(a.1).cmp(&key(b.1))).then(a.2.total_cmp(&b.2))
        });
        entries.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let (mut steps, mut masses): (Vec<IncidenceStep>, Vec<(Cause, f64)>) = (Vec::new(), Vec::new());
        let (mut survival, mut entered, mut next) = (1.0, 0, 0);
        while next < exits.len() {
            let at = exits[next].0;
            // Whoever enters at an age is not yet at risk at it.
            while entered < entries.len() && entries[entered].0 < at {
                at_risk += entries[entered].1;
                entered += 1;
            }
            let first = masses.len();
            let (mut leaving, mut ended) = (0.0, 0.0);
            while next < exits.len() && exits[next].0.total_cmp(&at).is_eq() {
                let (_, cause, weight) = exits[next];
                if let Some(cause) = cause {
                    match masses[first..].last_mut() {
                        Some(last) if last.0 == cause => last.1 += weight,
                        _ => masses.push((cause, weight)),
                    }
                    ended += weight;
                }
                leaving += weight;
                next += 1;
            }
            if ended > 0.0 && at_risk > 0.0 {
                // The last ones to leave are the whole of those at risk: sums of weights may miss that by their rounding.
                let last = next == exits.len() && entered == entries.len() && leaving <= ended;
                let hazard = if last { 1.0 } else { (ended / at_risk).min(1.0) };
                for mass in &mut masses[first..] {
                    mass.1 *= survival * hazard / ended;
                }
                survival *= 1.0 - hazard;
                steps.push(IncidenceStep { at, at_risk, ended, survival, first });
            } else {
                masses.truncate(first);
            }
            at_risk = (at_risk - leaving).max(0.0);
        }
        Ok(Self { steps, masses })
    }

    /// What happens at each age at which something does, in order.
    pub fn steps(&self) -> &[IncidenceStep] {
        &self.steps
    }

    /// Probability of not having ended up to and including an age.
    pub fn survival(&self, age: f64) -> f64 {
        let after = self.steps.partition_point(|step| step.at <= age);
        after.checked_sub(1).map_or(1.0, |at| self.steps[at].survival)
    }

    /// Age, cause and probability of each end that was seen, in the order of the ages.
    pub fn masses(&self) -> impl Iterator<Item = (f64, Cause, f64)> + '_ {
        let ends = self.steps.iter().skip(1).map(|step| step.first).chain([self.masses.len()]);
        let steps = self.steps.iter().zip(ends);
        steps.flat_map(|(step, end)| self.masses[step.first..end].iter().map(|mass| (step.at, mass.0, mass.1)))
    }

    /// Probability of having ended by a cause up to and including an age. By all causes together, and the survival, it is 1.
    pub fn by(&self, cause: Cause, age: f64) -> f64 {
        let until = self.masses().take_while(|mass| mass.0 <= age);
        until.filter(|mass| mass.1 == cause).map(|mass| mass.2).sum()
    }

    /// The probability of each cause as far as was watched, the likeliest first; what is missing to 1 was never seen to end.
    pub fn causes(&self) -> Vec<(Cause, f64)> {
        let mut all: std::collections::BTreeMap<Cause, f64> = std::collections::BTreeMap::new();
        for (cause, mass) in &self.masses {
            *all.entry(*cause).or_default() += mass;
        }
        let mut all: Vec<(Cause, f64)> = all.into_iter().collect();
        all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        all
    }
}
