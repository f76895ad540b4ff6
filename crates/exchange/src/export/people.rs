//! People, one row each, of those that the asker sees; sealed columns only where they were asked for and are seen.

use muster_domain::workforce::Person;
use muster_domain::{Date, PersonId, World};

use super::{Cell, Scopes, Table};
use crate::record::people::{FAMILY, FIELDS, PERSONAL, WRITTEN, cells, family_cells, personal_cells};

pub(super) fn table(world: &World, scopes: &Scopes<'_>, day: Date) -> Table {
    let asked = [Some(scopes.people), scopes.personal, scopes.family];
    let seen = |id: PersonId| asked.iter().flatten().all(|scope| scope.sees_person(world, id, day));
    let rows = world.people.iter().filter(|(id, _)| seen(*id)).map(|(id, person)| {
        let mut row = cells(&person.number, &person.facts_on(day));
        if scopes.personal.is_some() {
            row.extend(personal_cells(&person.personal.clone().unwrap_or_default()));
        }
        if scopes.family.is_some() {
            row.extend(family_cells(&person.family.clone().unwrap_or_default()));
        }
        row.extend(written(world, id, person, day));
        row
    });
    let rows = rows.collect();
    let personal = scopes.personal.map(|_| PERSONAL).unwrap_or_default();
    let family = scopes.family.map(|_| FAMILY).unwrap_or_default();
    Table::of(FIELDS.iter().chain(personal).chain(family).chain(WRITTEN), rows)
}

fn written(world: &World, id: PersonId, person: &Person, day: Date) -> [Cell; 6] {
    let tours = person.tours.iter().map(|tour| &world.tours[*tour]);
    let tour =
        tours.filter(|tour| tour.is_primary()).find(|tour| tour.period().is_some_and(|period| period.contains(day)));
    let billet = tour.map(|tour| &world.billets[tour.billet]);
    [
        Cell::text(id.to_string()),
        Cell::from(billet.map(|billet| &world.offices[billet.terms_near(day).office].code)),
        Cell::from(billet.map(|billet| &billet.number)),
        Cell::from(tour.and_then(|tour| tour.arrived)),
        Cell::from(tour.map(|tour| tour.rotation)),
        Cell::from(&person.source),
    ]
}
