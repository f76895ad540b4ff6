//! How many come and go month by month, as it is planned today: counts only, no person and no billet.

use muster_domain::access::Scope;
use muster_domain::kernel::{Date, add_months};
use muster_domain::{OfficeId, World};
use serde::Serialize;

use crate::picture::offices_asked;

/// How many months are told.
const MONTHS: i32 = 12;

/// Who comes and goes in a month, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct MovementMonth {
    /// Its first day.
    pub month: Date,
    /// Primary tours that are planned to begin in it; in the current month only those that have not begun.
    pub arrivals: u32,
    /// Primary tours that end in it, from today on.
    pub losses: u32,
}

/// The current month and those after it, of one office, where it is in scope; empty where it is not.
pub fn movements(world: &World, scope: &Scope, office: OfficeId, today: Date) -> Vec<MovementMonth> {
    if offices_asked(world, scope, today, None, Some(office)).is_empty() {
        return Vec::new();
    }
    let mut months: Vec<MovementMonth> = (0..MONTHS)
        .map(|ahead| MovementMonth { month: add_months(today.first_of_month(), ahead), arrivals: 0, losses: 0 })
        .collect();
    let of = |day: Date, months: &mut [MovementMonth]| months.iter().rposition(|month| month.month <= day);
    let last = add_months(today.first_of_month(), MONTHS);
    for billet in &world.rosters[office].billets {
        let facts = &world.billets[*billet];
        for tour in facts.tours.iter().map(|id| &world.tours[*id]).filter(|tour| tour.is_primary()) {
            let Some(period) = tour.period() else { continue };
            let here = |day: Date| day >= today && day < last && facts.terms_near(day).office == office;
            if tour.arrived.is_none() && here(period.from()) {
                of(period.from(), &mut months).into_iter().for_each(|at| months[at].arrivals += 1);
            }
            if here(period.end()) {
                of(period.end(), &mut months).into_iter().for_each(|at| months[at].losses += 1);
            }
        }
    }
    months
}
