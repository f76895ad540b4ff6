//! A country's indicated strength as a step function of the day: it changes with fiscal years and lever dates only.

use muster_domain::kernel::{Date, FiscalYear};
use muster_domain::{CountryId, Position, World};

use super::{Day, day_number, standard};
use crate::demand::Workload;

/// What a country's work asks for on a day, in people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Load {
    /// The strength indicated for the SCO that carries the country's work.
    pub indicated: u32,
    /// The smallest team, for any other SCO there.
    pub minimum_team: u32,
}

/// The load of a country by day.
#[derive(Debug)]
pub(super) struct CountryLoad {
    changed: Position,
    steps: Vec<(Day, Load)>,
}

impl CountryLoad {
    pub(super) fn new(world: &World, country: CountryId) -> Self {
        let row = world.countries.row(country).expect("the country is iterated from its table");
        let years = row.fact.figures.iter().filter_map(|figure| FiscalYear::period(figure.fiscal_year));
        let mut days: Vec<Date> = years.map(|year| year.from()).collect();
        days.extend(standard(world).iter().map(|(_, from, _)| *from));
        days.push(Date::MIN);
        days.sort_unstable();
        days.dedup();
        let steps = days.into_iter().map(|day| (day_number(day), Workload::of(world, country, day).load()));
        Self { changed: row.changed, steps: steps.collect() }
    }

    pub(super) fn changed(&self) -> Position {
        self.changed
    }

    pub(super) fn on(&self, day: Day) -> Load {
        let after = self.steps.partition_point(|(from, _)| *from <= day);
        after.checked_sub(1).map(|place| self.steps[place].1).unwrap_or_default()
    }
}
