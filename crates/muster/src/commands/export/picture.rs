//! The picture as a table: one row an office, so that any other grouping can be summed from it.

use muster_domain::access::Scope;
use muster_domain::{Date, World};
use muster_exchange::export::{About, Cell, Column, ColumnKind, Table};
use muster_staffing::{Ask, Grouping, Lens, PictureRow, StaffingIndex, picture};

const COLUMNS: [(&str, ColumnKind, &str); 17] = [
    ("office", ColumnKind::Text, "The office's id."),
    ("name", ColumnKind::Text, "The office's name."),
    ("command", ColumnKind::Text, "The code of the command or agency it belongs to on the day."),
    ("country", ColumnKind::Text, "ISO 3166 alpha-3 code of the country it is in."),
    ("indicated", ColumnKind::Integer, "Strength the workload standard indicates; empty where it does not apply."),
    ("validated", ColumnKind::Integer, "Strength the last manpower review validated; empty where there was none."),
    ("required", ColumnKind::Integer, "Validated where it exists, else indicated."),
    ("authorised", ColumnKind::Integer, "Billets authorised."),
    ("assigned", ColumnKind::Integer, "Authorised billets covered by somebody."),
    ("present", ColumnKind::Integer, "People on station."),
    (
        "away",
        ColumnKind::Integer,
        "People assigned who are elsewhere: diverted, augmenting, away by ordered departure.",
    ),
    ("diverted_in", ColumnKind::Integer, "Of those present, people diverted from elsewhere."),
    ("augmented", ColumnKind::Integer, "People present without a billet, beside those present."),
    ("vacant", ColumnKind::Integer, "Authorised billets neither covered nor in an approved gap."),
    ("approved_gaps", ColumnKind::Integer, "Vacant billets in an approved gap."),
    ("fill_rate", ColumnKind::Thousandths, "Assigned share of the billets to be filled, from 0 to 1."),
    ("rotations_due_90", ColumnKind::Integer, "Primary incumbents who leave within 90 days."),
];

pub fn table(world: &World, scope: &Scope, day: Date, today: Date, marking: &str) -> Table {
    let ask = Ask { on: day, today, by: Grouping::Office, lens: Lens::Place, command: None, office: None, plans: true };
    let picture = picture(world, &StaffingIndex::new(world), scope, &ask);
    let columns = COLUMNS.iter().map(|(name, kind, meaning)| Column::new(name, *kind, *meaning)).collect();
    Table::new(About::of("picture", world, day, marking), columns, picture.rows.iter().map(row).collect())
}

fn row(row: &PictureRow) -> Vec<Cell> {
    let whole = |number: u32| Cell::Integer(i64::from(number));
    let optional = |number: Option<u32>| number.map_or(Cell::Empty, whole);
    vec![
        Cell::text(&row.key),
        Cell::text(&row.name),
        row.command.as_ref().map_or(Cell::Empty, Cell::from),
        row.iso3.as_ref().map_or(Cell::Empty, Cell::from),
        optional(row.indicated),
        optional(row.validated),
        optional(row.required),
        whole(row.authorised),
        whole(row.assigned),
        whole(row.present),
        whole(row.away),
        whole(row.diverted_in),
        whole(row.augmented),
        whole(row.vacant),
        whole(row.approved_gaps),
        row.fill_rate.map_or(Cell::Empty, |share| Cell::Thousandths((share * 1000.0).round() as i64)),
        whole(row.rotations_due_90),
    ]
}
