//! A country's indicated strength as a step function of the day: it changes with fiscal years, lever dates and its cases.

use muster_domain::kernel::{Date, FiscalYear};
use muster_domain::{CountryId, Position, World};

use super::{Day, day_number, standard};
use crate::caseload::{CaseCounts, Caseload, Change};
use crate::demand::Workload;

/// What a country's work asks for on a day, in people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Load {
    /// The strength indicated for the SCO that carries the country's work.
    pub indicated: u32,
    /// The smallest team, for any other SCO there.
    pub minimum_team: u32,
}

/// The cases and the load of a country by day.
#[derive(Debug)]
pub(super) struct CountryLoad {
    changed: Position,
    cases: Caseload,
    steps: Vec<(Day, Load)>,
}

impl CountryLoad {
    /// Computes the load of a country whose cases moved by these changes since the earlier entry.
    pub(super) fn new(world: &World, country: CountryId, earlier: Option<&Self>, moved: Vec<Change>) -> Self {
        let cases = match earlier {
            Some(earlier) => earlier.cases.with(moved),
            None => Caseload::default().with(moved),
        };
        let row = world.countries.row(country).expect("the country is iterated from its table");
        let years = row.fact.figures.iter().filter_map(|figure| FiscalYear::period(figure.fiscal_year));
        let mut days: Vec<Date> = years.map(|year| year.from()).collect();
        days.extend(standard(world).iter().map(|(_, from, _)| *from));
        days.push(Date::MIN);
        days.sort_unstable();
        days.dedup();
        let mut steps: Vec<(Day, Load)> = Vec::new();
        for (nth, from) in days.iter().enumerate() {
            let until = days.get(nth + 1).map_or(Day::MAX, |next| day_number(*next));
            // Figures and levers hold until the next of these days; in between only the cases move.
            let work = Workload::of(world, country, *from);
            for (day, counts) in cases.between(day_number(*from), until) {
                let load = work.load(counts);
                if steps.last().is_none_or(|(_, held)| *held != load) {
                    steps.push((day, load));
                }
            }
        }
        Self { changed: row.changed, cases, steps }
    }

    pub(super) fn changed(&self) -> Position {
        self.changed
    }

    pub(super) fn cases(&self, day: Day) -> CaseCounts {
        self.cases.on(day)
    }

    pub(super) fn on(&self, day: Day) -> Load {
        let after = self.steps.partition_point(|(from, _)| *from <= day);
        after.checked_sub(1).map(|place| self.steps[place].1).unwrap_or_default()
    }
}
