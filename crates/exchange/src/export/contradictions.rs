//! What systems of record said that cannot be true, of the offices and people that the asker sees.

use muster_domain::workforce::{Contradiction, ContradictionKind, Standing};
use muster_domain::{Date, World};

use super::{Cell, Scopes, Table};
use crate::record::billets::terms_day;
use crate::record::{Field, Holds, Word as _};

const FIELDS: &[Field] = &[
    Field::written("id", Holds::Text(12), "Id in Muster."),
    Field::written("kind", Holds::Text(40), "What kind of contradiction it is."),
    Field::written("source", Holds::Text(200), "System of record that reported it."),
    Field::written("noted", Holds::Date, "Day it was noted."),
    Field::written("standing", Holds::Text(12), "open, deferred, sent_back, resolved or settled."),
    Field::written("position", Holds::Text(60), "Position number of the billet it concerns."),
    Field::written("person", Holds::Text(60), "Number of the person it concerns."),
    Field::written("tour", Holds::Text(12), "Id of the tour it concerns."),
    Field::written("detail", Holds::Text(2_000), "What was found, without sealed facts."),
];

pub(super) fn table(world: &World, scopes: &Scopes<'_>, day: Date) -> Table {
    let seen = world.contradictions.iter().filter(|(_, noted)| sees(world, scopes, day, noted));
    let rows = seen.map(|(id, noted)| {
        vec![
            Cell::text(id.to_string()),
            Cell::text(noted.kind.word()),
            Cell::from(&noted.source),
            Cell::from(noted.noted),
            Cell::text(standing(noted.standing_on(day))),
            Cell::from(noted.billet.and_then(|id| world.billets.get(id)).map(|billet| &billet.number)),
            Cell::from(noted.person.and_then(|id| world.people.get(id)).map(|person| &person.number)),
            Cell::from(noted.tour.map(|id| id.to_string())),
            detail(world, scopes, noted),
        ]
    });
    Table::of(FIELDS, rows.collect())
}

/// The row names the person and the billet, so both must be seen.
fn sees(world: &World, scopes: &Scopes<'_>, day: Date, noted: &Contradiction) -> bool {
    let person = noted.person.or(noted.tour.and_then(|id| world.tours.get(id)).map(|tour| tour.person));
    let billet = noted.billet.and_then(|id| world.billets.get(id));
    let person_seen = person.is_none_or(|person| scopes.people.sees_person(world, person, day));
    let billet_seen = billet
        .is_none_or(|billet| scopes.rows.sees_office(billet.terms_near(terms_day(billet.authorised, day)).office));
    person_seen && billet_seen
}

/// What was found. That of a double entry names the other person, whom only somebody who sees people everywhere may know.
fn detail(world: &World, scopes: &Scopes<'_>, noted: &Contradiction) -> Cell {
    let names_another = noted.kind == ContradictionKind::DuplicatePerson;
    if names_another && !scopes.people.sees_headquarters(world) { Cell::Empty } else { Cell::from(&noted.detail) }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Deferred { .. } => "deferred",
        Standing::SentBack { .. } => "sent_back",
        Standing::Resolved { .. } => "resolved",
        Standing::Settled { .. } => "settled",
    }
}
