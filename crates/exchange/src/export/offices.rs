//! Offices, one row each, of those that the asker sees.

use muster_domain::{Date, World};

use super::{Cell, Scopes, Table};
use crate::record::offices::{FIELDS, WRITTEN, cells};

pub(super) fn table(world: &World, scopes: &Scopes<'_>, day: Date) -> Table {
    let seen = world.offices.iter().filter(|(id, _)| scopes.rows.sees_office(*id));
    let rows = seen.map(|(id, office)| {
        let mut row = cells(world, office, day);
        let post = &world.posts[office.post];
        row.extend([
            Cell::text(id.to_string()),
            Cell::from(&world.offices[world.command_of(id, day)].code),
            Cell::Thousandths(post.latitude_milli.into()),
            Cell::Thousandths(post.longitude_milli.into()),
            Cell::from(office.validated.at(day).map(|review| i64::from(review.strength))),
        ]);
        row
    });
    Table::of(FIELDS.iter().chain(WRITTEN), rows.collect())
}
