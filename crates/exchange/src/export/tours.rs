//! Tours, one row each, of the people that the asker sees: a tour without its person says nothing.

use muster_domain::workforce::TourStatus;
use muster_domain::{Date, World};

use super::{Cell, Scopes, Table};
use crate::record::tours::{FIELDS, WRITTEN, cells};

pub(super) fn table(world: &World, scopes: &Scopes<'_>, day: Date) -> Table {
    let seen = world.tours.iter().filter(|(_, tour)| scopes.people.sees_person(world, tour.person, day));
    let rows = seen.map(|(id, tour)| {
        let mut row = cells(world, tour);
        let terms = world.billets[tour.billet].terms_near(tour.report);
        row.extend([
            Cell::text(id.to_string()),
            Cell::from(&world.people[tour.person].name),
            Cell::from(&world.offices[terms.office].code),
            Cell::text(status_word(tour.status())),
            Cell::from(&tour.source),
        ]);
        row
    });
    Table::of(FIELDS.iter().chain(WRITTEN), rows.collect())
}

fn status_word(status: TourStatus) -> &'static str {
    match status {
        TourStatus::Planned => "planned",
        TourStatus::Ordered => "ordered",
        TourStatus::Arrived => "arrived",
        TourStatus::Departed => "departed",
        TourStatus::Cancelled => "cancelled",
    }
}
