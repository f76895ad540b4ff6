//! Strength month by month for the next three years, with and without the tours that are planned.

use muster_domain::access::Scope;
use muster_domain::kernel::{Date, add_months};
use muster_domain::{OfficeId, World};
use serde::Serialize;

use crate::index::day_number;
use crate::picture::offices_asked;
use crate::tally::Tally;
use crate::{Basis, StaffingIndex};

/// How many months are projected.
const MONTHS: i32 = 36;

/// What is asked of the projection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ProjectionAsk {
    /// The day the question is asked; the months after it are projected.
    pub today: Date,
    /// Only the offices that belong to this command, month by month.
    pub command: Option<OfficeId>,
    /// Only this office.
    pub office: Option<OfficeId>,
}

/// The next 36 months.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Projection {
    /// The day it was asked.
    pub from: Date,
    /// The months, soonest first.
    pub months: Vec<Month>,
}

/// Strength on the first day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Month {
    /// The first day of the month.
    pub month: Date,
    /// Billets authorised.
    pub authorised: u32,
    /// Billets covered if every planned tour begins as planned.
    pub assigned_planned: u32,
    /// Billets covered if none does.
    pub assigned_unplanned: u32,
    /// Covered share of the billets to be filled, with planned tours.
    pub fill_planned: Option<f64>,
    /// Without.
    pub fill_unplanned: Option<f64>,
}

/// Projects the offices in scope. The index must be of the same World.
pub fn projection(world: &World, index: &StaffingIndex, scope: &Scope, ask: &ProjectionAsk) -> Projection {
    let first = ask.today.first_of_month();
    let month = |ahead| {
        let month = add_months(first, ahead);
        let day = day_number(month);
        let (mut planned, mut unplanned) = (Tally::<u64>::default(), Tally::<u64>::default());
        for office in offices_asked(world, scope, month, ask.command, ask.office) {
            index.total(office, day, Basis::Planned).add_to(&mut planned, 1);
            index.total(office, day, Basis::Recorded).add_to(&mut unplanned, 1);
        }
        let whole = |sum: u64| u32::try_from(sum).unwrap_or(u32::MAX);
        Month {
            month,
            authorised: whole(planned.authorised),
            assigned_planned: whole(planned.assigned),
            assigned_unplanned: whole(unplanned.assigned),
            fill_planned: planned.fill_rate(),
            fill_unplanned: unplanned.fill_rate(),
        }
    };
    Projection { from: ask.today, months: (1..=MONTHS).map(month).collect() }
}
