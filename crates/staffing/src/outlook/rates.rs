//! What is assumed of each year, from the levers or in place of them.

use muster_domain::World;
use muster_domain::kernel::Date;
use muster_domain::policy::Lever;

use super::{DAYS, OutlookAssumption};

/// The levers an outlook rests on, in the order they are shown.
pub const OUTLOOK_LEVERS: [Lever; 7] = [
    Lever::OutlookRetention,
    Lever::OutlookAccessions,
    Lever::OutlookPlaced,
    Lever::OutlookRenewal,
    Lever::OutlookLanguageSeats,
    Lever::OutlookCertificateSeats,
    Lever::OutlookSpread,
];

/// Values of the levers on each day.
#[derive(Clone)]
pub(super) struct Rates([[i64; DAYS]; OUTLOOK_LEVERS.len()]);

/// Which way the future turns out.
#[derive(Clone, Copy)]
pub(super) enum Turn {
    Better,
    Worse,
}

impl Rates {
    pub(super) fn of(world: &World, days: &[Date; DAYS], assumed: &[(Lever, i64)]) -> Self {
        let value = |lever: Lever, day: Date| {
            let instead = assumed.iter().find(|(other, _)| *other == lever).map(|(_, value)| *value);
            let definition = lever.definition();
            instead.unwrap_or_else(|| world.lever(lever, day)).clamp(definition.least, definition.most)
        };
        Self(OUTLOOK_LEVERS.map(|lever| days.map(|day| value(lever, day))))
    }

    /// What a lever is taken to be in a year.
    pub(super) fn at(&self, lever: Lever, year: usize) -> i64 {
        OUTLOOK_LEVERS.iter().position(|known| *known == lever).map_or(0, |at| self.0[at][year])
    }

    /// The same with more of one lever in every year, as far as it goes.
    pub(super) fn with_more(&self, lever: Lever, more: i64) -> Self {
        let mut rates = self.clone();
        let definition = lever.definition();
        for (known, values) in OUTLOOK_LEVERS.iter().zip(&mut rates.0) {
            if *known == lever {
                values.iter_mut().for_each(|value| *value = (*value + more).clamp(definition.least, definition.most));
            }
        }
        rates
    }

    /// Retention, accessions and renewals by the spread better or worse.
    pub(super) fn turned(&self, turn: Turn) -> Self {
        let spread = self.at(Lever::OutlookSpread, 0);
        let by = match turn {
            Turn::Better => spread,
            Turn::Worse => -spread,
        };
        [Lever::OutlookRetention, Lever::OutlookAccessions, Lever::OutlookRenewal]
            .into_iter()
            .fold(self.clone(), |rates, lever| rates.with_more(lever, by))
    }

    /// What was taken, beside what is in force today.
    pub(super) fn assumptions(&self, world: &World, today: Date) -> Vec<OutlookAssumption> {
        let one = |lever| OutlookAssumption { lever, value: self.at(lever, 0), in_force: world.lever(lever, today) };
        OUTLOOK_LEVERS.into_iter().map(one).collect()
    }
}
