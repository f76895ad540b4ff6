//! A case as a row, and something that happened to one as a row.

use muster_domain::World;
use muster_domain::cases::{Case, CaseKind, CaseLine, GoalCategory, LineClass};

use super::notation::{Wrong, kept, parted};
use super::{Cell, Field, Holds, Word};

/// Form of the lines of a case.
pub(crate) const LINES: &str = "number class quantity value in US dollars, title, such as `001 articles 4 1250000.00 Radios`, parted by `;` (a `;` in a title as `\\;`)";

/// The columns that an import of cases reads, in order.
pub(crate) const FIELDS: &[Field] = &[
    Field::filled("case_number", Holds::Text(8), "Purchaser code, agency and designator, such as BN-B-UAA.").or(&[
        "case",
        "case id",
        "case identifier",
    ]),
    Field::filled("office", Holds::Text(40), "Code of the office that works it."),
    Field::filled("kind", Holds::Words(CaseKind::vocabulary), "What kind of case it is.").or(&["type", "case type"]),
    Field::filled("category", Holds::Words(GoalCategory::vocabulary), "The group of its time goal.")
        .or(&["goal category", "goal group"]),
    Field::filled("title", Holds::Text(200), "What is bought, in short."),
    Field::filled("lor", Holds::Date, "Day the letter of request was received.").or(&["lor date", "lor received"]),
    Field::optional("lines", Holds::List(LINES), "Its lines."),
    Field::optional("expires", Holds::Date, "Day its offer expires, where one was set; empty leaves what is held.")
        .or(&["offer expires", "oed"]),
    Field::optional("manager", Holds::Text(60), "Number of the person who manages it; empty leaves whoever is held.")
        .or(&["case manager"]),
];

/// The columns of cases that only an export writes.
pub(crate) const WRITTEN: &[Field] = &[
    Field::written("id", Holds::Text(12), "Id in Muster."),
    Field::written("country", Holds::Text(3), "ISO 3166 alpha-3 code of the purchaser's country."),
    Field::written("phase", Holds::Text(40), "Where it stands."),
    Field::written("milestone", Holds::Text(20), "Code of the last milestone it reached."),
    Field::written("since", Holds::Date, "Since when it stands there."),
    Field::written("counted_days", Holds::Integer(0, i64::MAX), "Days of the clock to the offer, holds excluded.")
        .in_unit("days"),
    Field::written("goal_days", Holds::Integer(0, i64::MAX), "Days that the goal in force allows.").in_unit("days"),
    Field::written("value_cents", Holds::Integer(0, i64::MAX), "Its value.").in_unit("US cents"),
    Field::written("deviations", Holds::Integer(0, i64::MAX), "In how many ways its history departs from the rules."),
    Field::written("source", Holds::Text(200), "System of record the row comes from."),
];

/// The columns that an import of events reads, in order.
pub(crate) const EVENT_FIELDS: &[Field] =
    &[
        Field::filled("case_number", Holds::Text(8), "The case it happened to.").or(&[
            "case",
            "case id",
            "case identifier",
        ]),
        Field::filled("event", Holds::Text(200), "Code of what happened; another system's name by way of a map.")
            .or(&["milestone", "activity", "code"]),
        Field::filled("date", Holds::Date, "The day.").or(&["on", "day"]),
        Field::optional("requester", Holds::Text(200), "Of a hold: the organisation that asked for it."),
        Field::optional("justification", Holds::Text(2_000), "Of a hold: why."),
        Field::optional("until", Holds::Date, "Of a hold: the day by which it is to end."),
        Field::optional("number", Holds::Integer(1, 65_535), "Of a document: the how-manieth of its kind."),
        Field::optional(
            "change_cents",
            Holds::Integer(i64::MIN, i64::MAX),
            "Of a document: by how much the value changed.",
        )
        .in_unit("US cents"),
    ];

/// The columns of events that only an export writes.
pub(crate) const EVENT_WRITTEN: &[Field] = &[
    Field::written("title", Holds::Text(200), "What the code means."),
    Field::written("office", Holds::Text(40), "Code of the office that works the case."),
    Field::written("country", Holds::Text(3), "ISO 3166 alpha-3 code of the purchaser's country."),
];

/// The cells of [`FIELDS`]; the manager's only where it is shown.
pub(crate) fn cells(world: &World, case: &Case, manager_shown: bool) -> Vec<Cell> {
    let manager = case.manager.filter(|_| manager_shown).and_then(|person| world.people.get(person));
    vec![
        Cell::text(case.number.to_string()),
        Cell::from(world.offices.get(case.office).map(|office| &office.code)),
        Cell::from(case.kind.word()),
        Cell::from(case.category.word()),
        Cell::from(&case.title),
        Cell::from(case.lor),
        Cell::from(case.lines.iter().map(write_line).collect::<Vec<_>>().join("; ")),
        Cell::from(case.expires),
        Cell::from(manager.map(|person| &person.number)),
    ]
}

fn write_line(line: &CaseLine) -> String {
    let title = kept(&line.title);
    let (dollars, cents) = (line.value_cents / 100, line.value_cents % 100);
    format!("{:03} {} {} {dollars}.{cents:02} {title}", line.line, line.class.word(), line.quantity)
}

/// Reads the lines of a cell.
pub(crate) fn read_lines(cell: &str) -> Result<Vec<CaseLine>, Wrong> {
    parted(cell).iter().map(|item| read_line(item)).collect()
}

fn read_line(item: &str) -> Result<CaseLine, Wrong> {
    let form = || Wrong::form(item, LINES);
    let mut parts = item.splitn(5, ' ');
    let mut next = || parts.next().filter(|part| !part.is_empty()).ok_or_else(form);
    let (number, class, quantity, value, title) = (next()?, next()?, next()?, next()?, next()?);
    let class = super::notation::word::<LineClass>(class, item)?;
    Ok(CaseLine {
        line: number.parse().map_err(|_| form())?,
        title: title.trim().into(),
        class,
        quantity: quantity.parse().map_err(|_| form())?,
        value_cents: cents(value).ok_or_else(form)?,
    })
}

/// US dollars with two decimals, or none, as cents.
fn cents(text: &str) -> Option<i64> {
    let (dollars, cents) = text.split_once('.').unwrap_or((text, "00"));
    if cents.len() != 2 || !dollars.bytes().chain(cents.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    dollars.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_read_back_as_they_were_written() {
        let line = |line, title: &str| CaseLine {
            line,
            title: title.into(),
            class: LineClass::MajorEquipment,
            quantity: 3,
            value_cents: 125_000_050,
        };
        let lines = vec![line(1, "Radios; cables \\ tools"), line(12, "Spares")];
        let cell = lines.iter().map(write_line).collect::<Vec<_>>().join("; ");
        assert!(cell.starts_with("001 major_equipment 3 1250000.50 Radios\\; cables"), "{cell}");
        assert_eq!(read_lines(&cell).unwrap(), lines);
        for wrong in ["001 articles 4 12.5 Radios", "x articles 4 12 Radios", "001 articles 4 12", "001 things 4 12 A"]
        {
            assert!(read_lines(wrong).is_err(), "{wrong}");
        }
        assert!(read_lines("").unwrap().is_empty());
    }
}
