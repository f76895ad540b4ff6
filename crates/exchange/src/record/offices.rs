//! An office as a row.

use muster_domain::organization::{Office, OfficeKind, post_key};
use muster_domain::{Date, World};

use super::{Cell, Field, Holds, Word};

/// The columns that an import reads, in order.
pub(crate) const FIELDS: &[Field] = &[
    Field::filled("code", Holds::Text(40), "Short code, unique; names the office in every file.")
        .or(&["office", "office code"]),
    Field::filled("name", Holds::Text(200), "Its name."),
    Field::filled("kind", Holds::Words(OfficeKind::vocabulary), "What sort of organization it is."),
    Field::optional("designation", Holds::Text(80), "What an SCO is called in its country: ODC, MILGP, JUSMAG."),
    Field::optional("country", Holds::Text(60), "Host country of an SCO, ISO 3166 alpha-3 code.").or(&["iso3"]),
    Field::filled("post", Holds::Text(200), "Place of duty: city and country code, such as `Amman, JOR`."),
    Field::filled("zone", Holds::Text(60), "IANA time zone of its deadlines.").or(&["time zone"]),
    Field::filled("exists_from", Holds::Date, "First day.").or(&["from"]),
    Field::optional("exists_until", Holds::Date, "First day without it; empty where no end is known.").or(&["until"]),
    Field::optional("superior", Holds::Text(40), "Code of the office above it on the day of the file."),
];

/// The columns that only an export writes.
pub(crate) const WRITTEN: &[Field] = &[
    Field::written("id", Holds::Text(12), "Id in Muster."),
    Field::written("command", Holds::Text(40), "Code of the command or headquarters it belongs to."),
    Field::written("latitude", Holds::Thousandths, "Of the place of duty.").in_unit("degrees north"),
    Field::written("longitude", Holds::Thousandths, "Of the place of duty.").in_unit("degrees east"),
    Field::written("validated_strength", Holds::Integer(0, i64::MAX), "Strength a manpower review validated.")
        .in_unit("people"),
];

/// The cells of [`FIELDS`].
pub(crate) fn cells(world: &World, office: &Office, day: Date) -> Vec<Cell> {
    let code = |id| Cell::from(world.offices.get(id).map(|office| &office.code));
    vec![
        Cell::from(&office.code),
        Cell::from(&office.name),
        Cell::from(office.kind.word()),
        Cell::from(office.designation.as_ref()),
        Cell::from(office.country.and_then(|id| world.countries.get(id)).map(|country| &country.iso3)),
        post(world, office.post),
        Cell::from(&office.zone),
        Cell::from(office.existence.from()),
        Cell::from(office.existence.until()),
        office.superiors.at(day).copied().flatten().map_or(Cell::Empty, code),
    ]
}

/// The natural key of a post.
pub(crate) fn post(world: &World, id: muster_domain::PostId) -> Cell {
    Cell::from(world.posts.get(id).map(|post| post_key(world, &post.name, post.country)).as_ref())
}
