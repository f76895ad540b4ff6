//! Who is there to work cases on each day: whoever is known to be in a pool, and what is assumed where no tour is known yet.

use std::collections::BTreeMap;

use muster_domain::kernel::days_between;
use muster_domain::organization::OfficeKind;
use muster_domain::workforce::FunctionalArea;
use muster_domain::{BilletId, Date, OfficeId, PersonId, World};

use super::Assumptions;
use super::roster::{KnownTour, Roster, Seat, Stint};
use crate::simulation::network::Shift;

/// Days of a month.
pub const MONTH: f64 = 30.4;

/// People who share the work of some places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PoolKey {
    /// Those of an agency's office who work the life of cases.
    Office(OfficeId),
    /// Those of DSCA who work the life of cases: case writers.
    Writers(OfficeId),
    /// Those of DSCA who plan and oversee: country program managers.
    Programs(OfficeId),
    /// Those of a command's SCOs who work the life of cases.
    Scos(OfficeId),
}

impl PoolKey {
    /// What it is called.
    pub fn name(self, world: &World) -> String {
        let code = |office: OfficeId| &world.offices[office].code;
        match self {
            Self::Office(office) => format!("{} case managers", code(office)),
            Self::Writers(office) => format!("{} case writers", code(office)),
            Self::Programs(office) => format!("{} country program managers", code(office)),
            Self::Scos(command) => format!("SCOs of {}", code(command)),
        }
    }

    /// The functional area of those who work cases in it (facts §3: functional areas of the workforce).
    pub fn area(self) -> FunctionalArea {
        match self {
            Self::Programs(_) => FunctionalArea::PlanningOversightExecution,
            _ => FunctionalArea::CaseLifeCycle,
        }
    }

    /// Whether an office belongs to it on a day.
    pub fn holds(self, world: &World, office: OfficeId, day: Date) -> bool {
        match self {
            Self::Office(own) | Self::Writers(own) | Self::Programs(own) => own == office,
            Self::Scos(command) => {
                world.offices[office].kind == OfficeKind::Sco && world.command_of(office, day) == command
            }
        }
    }

    /// Its authorised billets on a day.
    pub fn billets(self, world: &World, day: Date) -> Vec<BilletId> {
        let here = world.billets.iter().filter(|(_, billet)| {
            billet
                .on(day)
                .is_some_and(|terms| terms.functional_area == self.area() && self.holds(world, terms.office, day))
        });
        here.map(|(id, _)| id).collect()
    }
}

/// What of the coming assignments is supposed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fill {
    /// Openings of the cycle: without an assignment each stays empty until a later cycle fills it.
    pub openings: BTreeMap<BilletId, Option<(PersonId, Date)>>,
    /// The first day of the cycle's window.
    pub begins: Option<Date>,
}

/// How billets are supposed to be filled.
#[derive(Debug, Clone, Copy)]
pub enum Filling<'a> {
    /// Every billet after the usual gap: what the histories were made with.
    Usual,
    /// The openings of a cycle left empty, every other billet after the usual gap.
    Without(&'a Fill),
    /// The openings of a cycle by who is assigned, every other billet after the usual gap.
    With(&'a Fill),
}

/// Work that the people of a pool do on a day that is like the average of a year, in people fully proficient, as a step
/// function of days from today.
pub fn capacity(
    roster: &Roster,
    filling: Filling<'_>,
    today: Date,
    horizon: f64,
    assumed: &Assumptions,
) -> Vec<(f64, f64)> {
    let mut changes: BTreeMap<i64, f64> = BTreeMap::new();
    let mut change = |day: f64, by: f64| {
        if day < horizon {
            *changes.entry((day.max(0.0) * 64.0).round() as i64).or_default() += by;
        }
    };
    let stints = roster.seats.iter().flat_map(|seat| stints(seat, filling, today, horizon, assumed));
    for stint in stints.chain(roster.sent.iter().copied()) {
        let proficient = (stint.since + assumed.newcomer_months * MONTH).clamp(stint.from, stint.to);
        change(stint.from, assumed.newcomer);
        change(proficient, 1.0 - assumed.newcomer);
        change(stint.to, -1.0);
    }
    let mut sum = 0.0;
    let mut steps: Vec<(f64, f64)> = Vec::with_capacity(changes.len() + 1);
    if changes.first_key_value().is_none_or(|(day, _)| *day > 0) {
        steps.push((0.0, 0.0));
    }
    for (day, by) in changes {
        sum += by;
        steps.push((day as f64 / 64.0, f64::max(sum, 0.0)));
    }
    steps
}

/// The days on which somebody is in a billet, known and supposed.
fn stints(seat: &Seat, filling: Filling<'_>, today: Date, horizon: f64, assumed: &Assumptions) -> Vec<Stint> {
    let at = |day: Date| f64::from(days_between(today, day));
    let opening = match filling {
        Filling::Usual => None,
        Filling::Without(fill) | Filling::With(fill) => {
            fill.openings.get(&seat.billet).map(|assigned| (fill, assigned))
        }
    };
    // A tour that was planned because the slate was accepted is what the slate buys: it is put in below, or not.
    let bought = |tour: &&KnownTour| {
        !tour.arrived && opening.is_some_and(|(_, assigned)| assigned.is_some_and(|(who, _)| who == tour.person))
    };
    let known: Vec<&KnownTour> = seat.tours.iter().filter(|tour| !bought(tour)).collect();
    let empty_from = known.iter().map(|tour| tour.to).fold(0.0, f64::max);
    let refill = match (opening, filling) {
        (Some((_, Some((_, report)))), Filling::With(_)) => at(*report).max(0.0),
        (Some((fill, _)), _) => fill.begins.map_or(0.0, at).max(empty_from) + assumed.later_months * MONTH,
        (None, _) => empty_from.max(seat.gap) + assumed.gap_days,
    };
    let mut all: Vec<Stint> = known.iter().flat_map(|tour| &tour.there).copied().collect();
    if refill < horizon {
        all.push(Stint { from: refill, to: horizon + 1.0, since: refill });
    }
    let authorised = |stint: Stint| Stint { to: stint.to.min(seat.end), ..stint };
    all.into_iter().map(authorised).filter(|stint| stint.from < stint.to).collect()
}

/// The mean of a step function over `[from, horizon)`.
pub fn mean(steps: &[(f64, f64)], from: f64, horizon: f64) -> f64 {
    let ends = steps.iter().skip(1).map(|(day, _)| *day).chain([f64::INFINITY]);
    let sum: f64 =
        steps.iter().zip(ends).map(|((day, value), end)| value * (end.min(horizon) - day.max(from)).max(0.0)).sum();
    sum / (horizon - from)
}

/// The calendar of a pool whose people give this share of their time to cases before their offer, on days of this rhythm.
/// Servers are whole, so what a part of one would do is spread over the whole ones.
pub fn calendar(steps: &[(f64, f64)], share: f64, rhythm: &[(f64, f64)]) -> Vec<Shift> {
    let mut days: Vec<f64> = steps.iter().chain(rhythm).map(|(day, _)| *day).collect();
    days.sort_unstable_by(f64::total_cmp);
    days.dedup();
    let at = |steps: &[(f64, f64)], day: f64| {
        let begun = steps.partition_point(|(from, _)| *from <= day);
        begun.checked_sub(1).map_or(0.0, |last| steps[last].1)
    };
    let shift = |from: f64| {
        let (work, done) = (at(steps, from) * share, at(rhythm, from));
        if work * done > 0.0 {
            let people = work.ceil();
            Shift { from, people: people as u32, proficiency: work * done / people }
        } else {
            Shift { from, people: 0, proficiency: 1.0 }
        }
    };
    days.into_iter().map(shift).collect()
}

/// Mean days from the end of one tour to the beginning of the next in these billets: both known, overlaps as no days.
pub fn usual_gap(world: &World, billets: impl Iterator<Item = BilletId>) -> Option<f64> {
    let (mut days, mut gaps) = (0.0, 0.0);
    for billet in billets {
        let mut periods: Vec<_> =
            world.billets[billet].tours.iter().filter_map(|tour| world.tours[*tour].period()).collect();
        periods.sort_unstable_by_key(|period| period.from());
        for pair in periods.windows(2) {
            days += f64::from(days_between(pair[0].end(), pair[1].from()).clamp(0, 730));
            gaps += 1.0;
        }
    }
    (gaps >= 20.0).then(|| days / gaps)
}
