//! Simulates sets of coefficients, each with and without the change.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::build::Ground;
use super::capacity::{self, Fill, Filling, PoolKey};
use super::effect::{Ask, Change, LEAST_HISTORIES, MorePeople, NoEffect, PoolWorth, Ranged, StaffingEffect};
use super::told::{Found, ranged};
use super::{Assumptions, StaffingCoefficient, coefficients};
use crate::simulation::network::Shift;
use crate::simulation::{Comparison, Control, Estimate, Measures, Model, Network, Settings, compare, simulate};

/// Simulations by which one set of coefficients is calibrated, each of so many replications.
const ROUNDS: usize = 3;
const TRIALS: u32 = 4;

/// Simulates a change beside the same without it.
///
/// # Errors
/// [`NoEffect`].
pub fn effect(
    ground: &Ground<'_>,
    change: &Change,
    ask: &Ask,
    control: Control<'_>,
) -> Result<StaffingEffect, NoEffect> {
    ground.check(change)?;
    let of = ground.coefficients();
    let nobody = Fill::default();
    let slate = change.fill.as_ref().unwrap_or(&nobody);
    let warm_up = ground.warm_up(ask);
    let sets = Assumptions::sets(ground.world, ground.today, &of, ask.sets, ask.seed);
    let mut found = Vec::with_capacity(sets.len());
    for (number, assumed) in sets.iter().enumerate() {
        let shares = ground.calibrated(assumed, ask, number, control)?;
        let base = ground.network(assumed, &shares, Filling::Without(slate), None, warm_up);
        let with = ground.network(assumed, &shares, Filling::With(slate), Some(change), warm_up);
        let usual = ground.network(assumed, &shares, Filling::Usual, None, 0.0);
        let day = capacity::mean(&ground.rhythm(assumed), warm_up, ground.horizon).max(1e-9);
        // A network's pools are those of the shares, in their order.
        let there = |network: &Network, pool: usize, share: f64| {
            let done = |shift: &Shift| (shift.from, f64::from(shift.people) * shift.proficiency / share);
            let steps: Vec<(f64, f64)> = network.pools[pool].calendar.iter().map(done).collect();
            capacity::mean(&steps, warm_up, ground.horizon) / day
        };
        let people = shares.values().enumerate();
        let people = people.map(|(pool, share)| [*share, there(&base, pool, *share), there(&with, pool, *share)]);
        let people = people.collect();
        let compared = compared(base, vec![with, usual], ask, number, control)?;
        let [with, usual] = &compared.scenarios[..] else { unreachable!("two scenarios were compared") };
        found.push(Found {
            without: means(&compared.base.estimates),
            with: means(&with.run.estimates),
            difference: means(&with.difference),
            usual: means(&usual.run.estimates),
            people,
            pools: shares.keys().copied().collect(),
            events: compared.base.events + with.run.events + usual.run.events,
            layout: compared.base.layout,
        });
    }
    Ok(ground.told(&found, of, ask))
}

/// What one more person is worth in each pool, from a day on.
///
/// # Errors
/// [`NoEffect`].
pub fn worth(ground: &Ground<'_>, ask: &Ask, control: Control<'_>) -> Result<Vec<PoolWorth>, NoEffect> {
    ground.check(&Change::default())?;
    let of = ground.coefficients();
    let sets = Assumptions::sets(ground.world, ground.today, &of, ask.sets, ask.seed);
    let names = ground.pool_names();
    let warm_up = ground.warm_up(ask);
    let from_day = u16::try_from(ask.from_day).unwrap_or(u16::MAX);
    let mut days: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for (number, assumed) in sets.iter().enumerate() {
        let shares = ground.calibrated(assumed, ask, number, control)?;
        let base = ground.network(assumed, &shares, Filling::Usual, None, warm_up);
        let more = |pool: &String| {
            let people = vec![MorePeople { pool: pool.clone(), from_day, more: 1 }];
            let change = Change { people, ..Change::default() };
            ground.network(assumed, &shares, Filling::Usual, Some(&change), warm_up)
        };
        let found = compared(base, names.iter().map(more).collect(), ask, number, control)?;
        for (name, scenario) in names.iter().zip(&found.scenarios) {
            let total = &scenario.difference.total;
            let present = total.cases.in_system.mean.unwrap_or(0.0);
            let median = total.milestones.first().and_then(|one| one.time_p50.mean).unwrap_or(0.0);
            days.entry(name).or_default().push((present * -365.0, median));
        }
    }
    let worth = names.iter().map(|name| {
        let all = days.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
        let over = |value: fn(&(f64, f64)) -> f64| ranged(all.iter().map(value)).unwrap_or(Ranged::ZERO);
        PoolWorth { pool: name.clone(), case_days: over(|one| one.0), median_days: over(|one| one.1) }
    });
    let mut worth: Vec<PoolWorth> = worth.collect();
    worth.sort_by(|a, b| b.case_days.mean.total_cmp(&a.case_days.mean));
    Ok(worth)
}

impl Ground<'_> {
    /// The share of each pool's time with which stays take as long in the simulation as they did: the formula's, mended
    /// by what simulations with billets filled as usual give.
    fn calibrated(
        &self,
        assumed: &Assumptions,
        ask: &Ask,
        number: usize,
        control: Control<'_>,
    ) -> Result<BTreeMap<PoolKey, f64>, NoEffect> {
        let loads = self.loads(assumed);
        let mut asked = loads.clone();
        let mut shares = self.shares(&asked, assumed);
        let settings = Settings { replications: TRIALS, ..settings(ask, number) };
        let quiet = Control { cancelled: control.cancelled, progress: &|_, _| {} };
        for _ in 0..ROUNDS {
            let model = Model::new(self.network(assumed, &shares, Filling::Usual, None, 0.0))?;
            let found = simulate(&Arc::new(model), &settings, quiet)?.estimates;
            for (key, pool) in shares.keys().zip(&found.pools) {
                let there = pool.queue_length.mean.unwrap_or(0.0) + pool.busy.mean.unwrap_or(0.0);
                let (wanted, asked) = (loads[key].stay, asked.get_mut(key).expect("the same pools"));
                *asked = asked.staying((wanted / there.max(wanted / 4.0)).clamp(0.5, 2.0));
            }
            shares = self.shares(&asked, assumed);
        }
        Ok(shares)
    }

    fn warm_up(&self, ask: &Ask) -> f64 {
        f64::from(ask.from_day).min(self.horizon - 1.0)
    }

    fn check(&self, change: &Change) -> Result<(), NoEffect> {
        if self.observed.complete < LEAST_HISTORIES {
            return Err(NoEffect::TooFew(self.observed.complete));
        }
        let names = self.pool_names();
        for people in &change.people {
            if !names.contains(&people.pool) {
                return Err(NoEffect::NoPool(people.pool.clone(), names.join(", ")));
            }
        }
        let known = self.observed.countries();
        for code in change.arrivals.iter().filter_map(|more| more.country.as_deref()) {
            if !self.world.keys.country.get(code).is_some_and(|country| known.contains(country)) {
                return Err(NoEffect::NoCountry(code.to_owned()));
            }
        }
        Ok(())
    }

    /// The names of its pools.
    pub fn pool_names(&self) -> Vec<String> {
        self.pools.keys().map(|key| key.name(self.world)).collect()
    }

    /// The coefficients of the day, with the gap that is usual in the pools' billets.
    pub fn coefficients(&self) -> Vec<StaffingCoefficient> {
        let billets = self.pools.values().flat_map(|roster| &roster.seats).map(|seat| seat.billet);
        let gap = capacity::usual_gap(self.world, billets);
        coefficients(self.world, self.today, gap)
    }
}

fn settings(ask: &Ask, number: usize) -> Settings {
    Settings { replications: ask.replications, seed: ask.seed.wrapping_add(number as u64), ..Settings::default() }
}

/// One set of coefficients: a network and others beside it, its progress a part of that of all sets.
fn compared(
    base: Network,
    scenarios: Vec<Network>,
    ask: &Ask,
    number: usize,
    control: Control<'_>,
) -> Result<Comparison, NoEffect> {
    let model = |network| Model::new(network).map(Arc::new);
    let scenarios = scenarios.into_iter().map(model).collect::<Result<Vec<_>, _>>()?;
    let progress = |done: u32, _: u32| {
        (control.progress)(number as u32 * ask.replications + done, ask.sets as u32 * ask.replications);
    };
    let control = Control { cancelled: control.cancelled, progress: &progress };
    Ok(compare(&model(base)?, &scenarios, &settings(ask, number), control)?)
}

fn means(of: &Measures<Estimate>) -> Measures<f64> {
    of.map(&mut |one| one.mean.unwrap_or(f64::NAN))
}
