//! A person as a row.

use muster_domain::workforce::{Clearance, FamilyFacts, PersonFacts, PersonalFacts};
use muster_domain::{Service, Text};

use super::{Cell, Field, Holds, Word, notation};
use crate::tabular::Vocabulary;

/// The ordinary columns that an import reads, in order.
pub(crate) const FIELDS: &[Field] = &[
    Field::filled("number", Holds::Text(60), "Number the system of record knows the person by, unique.").or(&[
        "person",
        "person number",
        "employee number",
    ]),
    Field::filled("name", Holds::Text(200), "Family name, given name."),
    Field::filled("service", Holds::Words(Service::vocabulary), "Service, or civilian or locally employed."),
    Field::filled("grade", Holds::Words(Vocabulary::grades), "Grade held on the day of the file.")
        .or(&["pay grade", "rank"]),
    Field::optional("specialties", Holds::List(notation::SPECIALTIES), "Specialties.").or(&["specialty"]),
    Field::optional("languages", Holds::List(notation::SCORES), "Language scores."),
    Field::optional("clearance", Holds::Words(Clearance::vocabulary), "Clearance held."),
    Field::optional("clearance_expires", Holds::Date, "First day the clearance holds no more."),
    Field::optional("certificates", Holds::List(notation::CERTIFICATES), "Certificates earned (program 1.0)."),
];

/// Columns of the field class *personal*.
pub(crate) const PERSONAL: &[Field] = &[
    Field::optional("born", Holds::Date, "Date of birth.").or(&["date of birth"]),
    Field::optional("separates", Holds::Date, "First day out of the workforce.").or(&["separation date"]),
    Field::optional("available_from", Holds::Date, "Not free to move before this day."),
    Field::optional("overseas_control", Holds::Date, "First day the service sends the person overseas again.")
        .or(&["overseas control date", "odsd"]),
    Field::optional("return_rights", Holds::Date, "Until when a civilian may return to the position left behind."),
];

/// Columns of the field class *family*.
pub(crate) const FAMILY: &[Field] = &[
    Field::optional("dependents", Holds::Integer(0, 20), "Dependents who would move along.").in_unit("people"),
    Field::optional("family_cleared_until", Holds::Date, "Until when the family is medically cleared to go abroad."),
    Field::optional("spouse", Holds::Text(60), "Number of the spouse, where they are of the workforce too."),
];

/// The columns that only an export writes.
pub(crate) const WRITTEN: &[Field] = &[
    Field::written("id", Holds::Text(12), "Id in Muster."),
    Field::written("office", Holds::Text(40), "Code of the office on the day of the file; empty between offices."),
    Field::written("position", Holds::Text(60), "Position number of the primary billet."),
    Field::written("arrived", Holds::Date, "Day of arrival there."),
    Field::written("rotation", Holds::Date, "Projected rotation date: the first day not in the billet."),
    Field::written("source", Holds::Text(200), "System of record that owns the row."),
];

/// The cells of [`FIELDS`].
pub(crate) fn cells(number: &Text, facts: &PersonFacts) -> Vec<Cell> {
    vec![
        Cell::from(number),
        Cell::from(&facts.name),
        Cell::from(facts.service.word()),
        Cell::from(facts.grade.to_string()),
        notation::cell(facts.specialties.iter().map(|code| code.to_string())),
        notation::cell(facts.languages.iter().map(notation::write_score)),
        Cell::from(facts.clearance.level.word()),
        Cell::from(facts.clearance.expires),
        notation::cell(facts.certificates.iter().map(notation::write_certificate)),
    ]
}

/// The cells of [`PERSONAL`].
pub(crate) fn personal_cells(facts: &PersonalFacts) -> Vec<Cell> {
    vec![
        Cell::from(facts.born),
        Cell::from(facts.separates),
        Cell::from(facts.available_from),
        Cell::from(facts.overseas_control),
        Cell::from(facts.return_rights),
    ]
}

/// The cells of [`FAMILY`].
pub(crate) fn family_cells(facts: &FamilyFacts) -> Vec<Cell> {
    let spouse = facts.spouse.as_ref().map_or(Cell::Empty, Cell::from);
    vec![Cell::Integer(facts.dependents.into()), Cell::from(facts.cleared_until), spouse]
}
