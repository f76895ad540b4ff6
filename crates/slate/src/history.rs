//! What a person's tours say of the years behind them: since when on station, abroad or at home, how long in security
//! cooperation, how long at hardship posts, and which countries have refused them.

use muster_domain::kernel::{add_months, days_between};
use muster_domain::policy::Lever;
use muster_domain::workforce::{CurtailmentReason, Person};
use muster_domain::{CountryId, Date, Period};

use crate::ground::Ground;
use crate::movers::is_hardship;

/// Months that the State-style fair share looks back.
const FAIR_SHARE_MONTHS: i32 = 96;

/// The years behind a person, seen on the day they are free.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct History {
    /// The first day of the tour they leave.
    pub(crate) station_since: Option<Date>,
    /// The first day of an unbroken row of tours in foreign areas that reaches to the day.
    pub(crate) foreign_since: Option<Date>,
    /// The same at home.
    pub(crate) home_since: Option<Date>,
    /// Days served in primary tours.
    pub(crate) served_days: i64,
    /// Days served at hardship posts in the eight years before.
    pub(crate) hardship_days: i64,
    /// Countries whose refusal ended a tour.
    pub(crate) refused_by: Vec<CountryId>,
}

impl History {
    /// Reads the tours up to the day a person is free.
    pub(crate) fn of(ground: &Ground<'_>, person: &Person, free: Date) -> Self {
        let mut tours: Vec<(Period, bool, bool)> = Vec::with_capacity(person.tours.len());
        let mut history = Self::default();
        for tour in person.tours.iter().map(|tour| &ground.world.tours[*tour]) {
            let Some(period) = tour.period().filter(|period| period.from() < free) else { continue };
            if !tour.is_primary() || !ground.counts(tour) {
                continue;
            }
            let terms = ground.world.billets[tour.billet].terms_near(period.from());
            let post = &ground.world.posts[terms.place];
            if tour.curtailment.as_ref().is_some_and(|held| held.reason == CurtailmentReason::HostRefusal) {
                history.refused_by.extend(post.country);
            }
            tours.push((period, post.country.is_some(), is_hardship(post, period.from())));
        }
        tours.sort_unstable_by_key(|(period, _, _)| (period.from(), period.end()));
        history.station_since = tours.last().map(|(period, _, _)| period.from());
        let since = add_months(free, -FAIR_SHARE_MONTHS);
        for (period, _, hardship) in &tours {
            let days = i64::from(days_between(period.from(), period.end().min(free)).max(0));
            history.served_days += days;
            if *hardship {
                history.hardship_days +=
                    i64::from(days_between(period.from().max(since), period.end().min(free)).max(0));
            }
        }
        let most = ground.levers.span(Lever::ForeignBreakDays);
        let row = |abroad: bool| {
            let mut begins: Option<Date> = None;
            for (period, foreign, _) in tours.iter().rev() {
                let reaches = begins.unwrap_or(free);
                if *foreign != abroad || days_between(period.end().min(free), reaches) > most {
                    break;
                }
                begins = Some(period.from());
            }
            begins
        };
        (history.foreign_since, history.home_since) = (row(true), row(false));
        history
    }
}
