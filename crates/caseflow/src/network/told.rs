//! What the simulated sets say together.

use muster_domain::cases::CaseHolder;

use super::StaffingCoefficient;
use super::build::Ground;
use super::capacity::PoolKey;
use super::effect::{Ask, CommandEffect, HolderShare, NetworkFit, PoolEffect, Ranged, Sided, StaffingEffect};
use crate::simulation::{Accumulator, Cases, Layout, Measures, MilestoneMeasures, Quantiles, t_quantile};

/// How often the value of another set of coefficients lies within a range.
const WITHIN: f64 = 0.8;

/// One set of coefficients, simulated: without the change, with it, their difference, and with billets filled as usual.
pub(super) struct Found {
    pub without: Measures<f64>,
    pub with: Measures<f64>,
    pub difference: Measures<f64>,
    pub usual: Measures<f64>,
    /// Share of their time, and people there on average without and with, pool by pool.
    pub people: Vec<[f64; 3]>,
    pub pools: Vec<PoolKey>,
    pub layout: Layout,
    pub events: u64,
}

/// What one measure is in every set, without the change and with it.
fn sided(found: &[Found], of: impl Fn(&Measures<f64>) -> f64) -> Option<Sided> {
    Some(Sided {
        without: ranged(found.iter().map(|one| of(&one.without)))?,
        with: ranged(found.iter().map(|one| of(&one.with)))?,
        difference: ranged(found.iter().map(|one| of(&one.difference)))?,
    })
}

/// The mean of sets and the range in which the next set's value lies with probability 0.8, were they normal (Student's t);
/// nothing where no set has a value.
pub(super) fn ranged(values: impl Iterator<Item = f64>) -> Option<Ranged> {
    let mut sum = Accumulator::default();
    let mut count = 0_u32;
    for value in values.filter(|value| !value.is_nan()) {
        sum.add(value);
        count += 1;
    }
    let found = sum.estimate(&Quantiles::new(WITHIN, count));
    let mean = found.mean?;
    let deviation = found.deviation.unwrap_or(0.0);
    let half = if count > 1 {
        t_quantile(WITHIN, f64::from(count - 1)) * deviation * (1.0 + 1.0 / f64::from(count)).sqrt()
    } else {
        0.0
    };
    Some(Ranged { mean, low: mean - half, high: mean + half })
}

impl Ground<'_> {
    pub(super) fn told(&self, found: &[Found], coefficients: Vec<StaffingCoefficient>, ask: &Ask) -> StaffingEffect {
        let layout = &found[0].layout;
        let total = |of: &Measures<f64>| of.total.clone();
        let mut commands = vec![command_effect(found, None, total)];
        let mut fit = vec![self.fit(found, None, total)];
        for (at, name) in layout.groups.iter().enumerate() {
            let group = move |of: &Measures<f64>| of.groups[at].clone();
            commands.push(command_effect(found, Some(name.clone()), group));
            fit.push(self.fit(found, Some(name.clone()), group));
        }
        let pools = found[0].pools.iter().enumerate().map(|(at, key)| {
            let of = |nth: usize| ranged(found.iter().map(move |one| one.people[at][nth])).unwrap_or(Ranged::ZERO);
            let difference =
                ranged(found.iter().map(|one| one.people[at][2] - one.people[at][1])).unwrap_or(Ranged::ZERO);
            PoolEffect {
                pool: key.name(self.world),
                billets: self.pools[key].seats.len(),
                people: Sided { without: of(1), with: of(2), difference },
                share: of(0),
                waiting: sided(found, |one| one.pools[at].queue_length),
                utilisation: sided(found, |one| one.pools[at].utilisation),
            }
        });
        StaffingEffect {
            pools: pools.collect(),
            commands,
            fit,
            holders: self.holders(),
            coefficients,
            sets: found.len(),
            replications: ask.replications,
            from_day: ask.from_day,
            until_day: self.horizon as u32,
            events: found.iter().map(|one| one.events).sum(),
            histories: self.observed.complete,
        }
    }

    fn fit(&self, found: &[Found], command: Option<String>, of: impl Fn(&Measures<f64>) -> Cases<f64>) -> NetworkFit {
        let is_asked =
            |class: &super::observed::ClassKey| command.as_ref().is_none_or(|name| *name == self.group(class));
        let mut offered: Vec<f64> = Vec::new();
        for (class, days) in &self.observed.offered {
            if is_asked(class) {
                offered.extend(days);
            }
        }
        offered.sort_unstable_by(f64::total_cmp);
        let standing = self.observed.standing.iter().filter(|one| is_asked(&one.class)).count();
        let simulated = |of: &dyn Fn(Cases<f64>) -> f64, all: &dyn Fn(&Measures<f64>) -> Cases<f64>| {
            ranged(found.iter().map(|one| of(all(&one.usual)))).map(|found| found.mean)
        };
        NetworkFit {
            observed_median: offered.get(offered.len() / 2).copied(),
            offered: offered.len(),
            simulated_median: simulated(&|cases| offer(&cases, |one| one.time_p50), &of),
            standing,
            simulated_standing: simulated(&|cases| cases.cases.in_system, &of),
            command,
        }
    }

    /// Whose the days before the offer are.
    fn holders(&self) -> Vec<HolderShare> {
        let days = &self.observed.holders;
        let all: f64 = days.values().sum();
        let share = |(holder, held): (&CaseHolder, &f64)| HolderShare {
            holder: *holder,
            share: if all > 0.0 { held / all } else { 0.0 },
            workforce: holder.is_workforce(),
        };
        days.iter().map(share).collect()
    }
}

/// A measure of the offer; not a number where no case of the group has that milestone.
fn offer(of: &Cases<f64>, measure: fn(&MilestoneMeasures<f64>) -> f64) -> f64 {
    of.milestones.first().map_or(f64::NAN, measure)
}

fn command_effect(
    found: &[Found],
    command: Option<String>,
    of: impl Fn(&Measures<f64>) -> Cases<f64>,
) -> CommandEffect {
    CommandEffect {
        command,
        median_days: sided(found, |one| offer(&of(one), |of| of.time_p50)),
        within_goal: sided(found, |one| offer(&of(one), |of| of.within_goal)),
        offers: sided(found, |one| offer(&of(one), |of| of.reached)),
        open_at_end: sided(found, |one| offer(&of(one), |of| of.open_at_end)),
    }
}
