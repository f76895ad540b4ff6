//! A member's ranked billet as a row of a marketplace's file.

use muster_domain::Service;

use super::{Field, Holds, Word};

/// The columns that an import reads, in order. Cycle, person and rank identify a row.
pub(crate) const FIELDS: &[Field] = &[
    Field::filled("service", Holds::Words(Service::vocabulary), "Service whose marketplace it is: the person's own."),
    Field::filled("person", Holds::Text(60), "Number of the person.").or(&["person number", "employee number"]),
    Field::filled("rank", Holds::Integer(1, 1000), "Place on the person's list, 1 most wanted."),
    Field::filled("position", Holds::Text(60), "Position number of the billet.").or(&[
        "position number",
        "billet",
        "billet number",
        "upn",
    ]),
    Field::optional("cycle", Holds::Text(200), "Name or id of the cycle; empty for the only open one."),
];
