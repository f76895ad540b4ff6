//! Which tours cover a billet on a day, who its incumbent is, and where a person counts and is on duty.

use muster_domain::kernel::{Date, Period};
use muster_domain::workforce::{Billet, Tour, Whereabouts, whereabouts};
use muster_domain::{BilletId, PersonId, TourId, World};

/// Which tours count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Tours whose arrival is recorded.
    Recorded,
    /// Every tour that is not cancelled, by its dates known or planned.
    Planned,
}

impl Basis {
    /// What counts on a day: recorded arrivals up to today, afterwards plans too, if plans are asked for.
    pub fn on(day: Date, today: Date, plans: bool) -> Self {
        if day > today && plans { Self::Planned } else { Self::Recorded }
    }

    /// The days a tour counts for on this basis.
    pub fn period(self, tour: &Tour) -> Option<Period> {
        match self {
            Self::Recorded => tour.served(),
            Self::Planned => tour.period(),
        }
    }

    /// Whether a tour counts on the day.
    pub fn covers(self, tour: &Tour, day: Date) -> bool {
        self.period(tour).is_some_and(|period| period.contains(day))
    }
}

/// The days of a tour as they stand today: recorded days whole, planned days only after today.
pub(crate) fn days_known(tour: &Tour, today: Date) -> Option<Period> {
    let period = tour.period()?;
    if tour.arrived.is_some() {
        return Some(period);
    }
    let tomorrow = today.tomorrow().unwrap_or(Date::MAX);
    Period::new(period.from().max(tomorrow), Some(period.end())).ok()
}

/// The incumbent of a billet on a day, if it has one. `None` too for a billet that does not exist.
pub fn incumbent(world: &World, billet: BilletId, day: Date, today: Date) -> Option<TourId> {
    incumbent_by(world, world.billets.get(billet)?, day, Basis::on(day, today, true))
}

pub(crate) fn incumbent_by(world: &World, billet: &Billet, day: Date, basis: Basis) -> Option<TourId> {
    let covering = billet.tours.iter().filter_map(|id| {
        let tour = &world.tours[*id];
        let period = basis.period(tour).filter(|period| period.contains(day))?;
        Some((!tour.is_primary(), period.from(), *id))
    });
    covering.min().map(|(_, _, id)| id)
}

/// Where a person is on duty on a day, and the primary tour they count at: of several at once, the one entered first.
pub(crate) fn on_duty(world: &World, person: PersonId, day: Date, basis: Basis) -> Option<Whereabouts> {
    whereabouts(world, person, day, |tour| basis.period(tour))
}
