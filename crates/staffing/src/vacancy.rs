//! The state of one billet on a date, and the list of vacancies.

use muster_domain::access::Scope;
use muster_domain::kernel::Date;
use muster_domain::{BilletId, OfficeId, TourId, World};
use serde::Serialize;

use crate::coverage::{Basis, days_known, incumbent_by};

/// Where a billet stands on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum BilletState {
    /// Covered.
    Filled {
        /// The incumbent's tour.
        tour: TourId,
    },
    /// Authorised, not covered, and nobody decided that it should be.
    Vacant {
        /// The first day of this vacancy: after the last incumbent, the last approved gap, or from the authorisation.
        since: Date,
    },
    /// Authorised, not covered, by decision.
    ApprovedGap {
        /// The first day after the approved gap.
        until: Date,
    },
    /// Not authorised on the date.
    NotAuthorised,
}

/// One vacant billet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Vacancy {
    /// The billet.
    pub billet: BilletId,
    /// Its office on the date.
    pub office: OfficeId,
    /// The first day of the vacancy.
    pub since: Date,
}

/// The state of a billet on a date, plans counted after today. A billet that does not exist is not authorised.
pub fn billet_state(world: &World, billet: BilletId, on: Date, today: Date) -> BilletState {
    let Some(facts) = world.billets.get(billet).filter(|facts| facts.authorised.contains(on)) else {
        return BilletState::NotAuthorised;
    };
    if let Some(tour) = incumbent_by(world, facts, on, Basis::on(on, today, true)) {
        return BilletState::Filled { tour };
    }
    if let Some(gap) = facts.gap_on(on) {
        return BilletState::ApprovedGap { until: gap.period.end() };
    }
    let tours = facts.tours.iter().filter_map(|id| days_known(&world.tours[*id], today));
    let ends = tours.chain(facts.gaps.iter().map(|gap| gap.period)).map(|period| period.end());
    let since = ends.filter(|end| *end <= on).fold(facts.authorised.from(), Date::max);
    BilletState::Vacant { since }
}

/// Every vacant billet of the offices in scope on a date, by office and id.
pub fn vacancies(world: &World, scope: &Scope, on: Date, today: Date) -> Vec<Vacancy> {
    let rosters = scope.offices().filter_map(|office| Some((office, world.rosters.get(office)?)));
    let billets = rosters.flat_map(|(office, roster)| roster.billets.iter().map(move |billet| (office, *billet)));
    let here = billets.filter(|(office, id)| world.billets[*id].on(on).is_some_and(|terms| terms.office == *office));
    let vacancy = |(office, billet)| match billet_state(world, billet, on, today) {
        BilletState::Vacant { since } => Some(Vacancy { billet, office, since }),
        _ => None,
    };
    here.filter_map(vacancy).collect()
}
