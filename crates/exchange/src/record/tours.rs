//! A tour as a row.

use muster_domain::World;
use muster_domain::workforce::{Incumbency, Tour};

use super::{Cell, Field, Holds, Word};

/// The columns that an import reads, in order. Person, position and report date identify a tour.
pub(crate) const FIELDS: &[Field] = &[
    Field::filled("person", Holds::Text(60), "Number of the person.").or(&["person number", "employee number"]),
    Field::filled("position", Holds::Text(60), "Position number of the billet.").or(&[
        "position number",
        "billet",
        "upn",
    ]),
    Field::optional("incumbency", Holds::Words(Incumbency::vocabulary), "Whether the person counts in this billet."),
    Field::filled("report", Holds::Date, "Report date.").or(&["report date"]),
    Field::filled("rotation", Holds::Date, "Projected rotation date: the first day not in the billet.").or(&[
        "rotation date",
        "prd",
        "deros",
        "rtd",
    ]),
    Field::optional("accompanied", Holds::Flag, "Whether dependents come along."),
    Field::optional("ordered", Holds::Date, "Day of the order.").or(&["orders date"]),
    Field::optional("arrived", Holds::Date, "Day of arrival.").or(&["arrival date"]),
    Field::optional("departed", Holds::Date, "Day of departure.").or(&["departure date"]),
    Field::optional("cancelled", Holds::Date, "Day it was cancelled; a cancelled tour is not taken from a file."),
];

/// The columns that only an export writes.
pub(crate) const WRITTEN: &[Field] = &[
    Field::written("id", Holds::Text(12), "Id in Muster."),
    Field::written("name", Holds::Text(200), "Name of the person."),
    Field::written("office", Holds::Text(40), "Code of the office of the billet."),
    Field::written("status", Holds::Text(20), "planned, ordered, arrived, departed or cancelled."),
    Field::written("source", Holds::Text(200), "System of record the row comes from."),
];

/// The cells of [`FIELDS`].
pub(crate) fn cells(world: &World, tour: &Tour) -> Vec<Cell> {
    vec![
        Cell::from(world.people.get(tour.person).map(|person| &person.number)),
        Cell::from(world.billets.get(tour.billet).map(|billet| &billet.number)),
        Cell::from(tour.incumbency.word()),
        Cell::from(tour.report),
        Cell::from(tour.rotation),
        Cell::Flag(tour.accompanied),
        Cell::from(tour.ordered),
        Cell::from(tour.arrived),
        Cell::from(tour.departed),
        Cell::from(tour.cancelled),
    ]
}
