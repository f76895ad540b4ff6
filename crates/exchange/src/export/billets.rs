//! Billets, one row each, of the offices that the asker sees; who fills them only where that person is seen.

use muster_domain::workforce::{Billet, Tour};
use muster_domain::{Date, World};

use super::{Cell, Scopes, Table};
use crate::record::billets::{FIELDS, WRITTEN, cells, terms_day};

pub(super) fn table(world: &World, scopes: &Scopes<'_>, day: Date) -> Table {
    let mut rows = Vec::new();
    for (id, billet) in world.billets.iter() {
        let terms = billet.terms_near(terms_day(billet.authorised, day));
        if !scopes.rows.sees_office(terms.office) {
            continue;
        }
        let mut row = cells(world, &billet.number, billet.authorised, terms);
        let office = &world.offices[terms.office];
        let incumbent = incumbent(world, billet, day);
        let person = incumbent
            .map(|tour| tour.person)
            .filter(|person| scopes.people.sees_person(world, *person, day))
            .map(|person| &world.people[person]);
        row.extend([
            Cell::text(id.to_string()),
            Cell::from(&world.offices[world.command_of(terms.office, day)].code),
            Cell::from(office.country.map(|country| &world.countries[country].iso3)),
            Cell::text(state(billet, incumbent, day)),
            Cell::from(person.map(|person| &person.number)),
            Cell::from(person.map(|person| &person.name)),
            Cell::from(person.map(|person| person.grade_on(day).to_string())),
            Cell::from(&billet.source),
        ]);
        rows.push(row);
    }
    Table::of(FIELDS.iter().chain(WRITTEN), rows)
}

/// The primary tour that has begun and not ended on the day; the later of two that overlap.
fn incumbent<'w>(world: &'w World, billet: &Billet, day: Date) -> Option<&'w Tour> {
    let tours = billet.tours.iter().map(|id| &world.tours[*id]);
    tours
        .filter(|tour| tour.is_primary() && tour.period().is_some_and(|period| period.contains(day)))
        .max_by_key(|tour| tour.arrived.unwrap_or(tour.report))
}

fn state(billet: &Billet, incumbent: Option<&Tour>, day: Date) -> &'static str {
    match incumbent {
        _ if !billet.authorised.contains(day) => "not_authorised",
        Some(_) => "filled",
        None if billet.gap_on(day).is_some() => "approved_gap",
        None => "vacant",
    }
}
