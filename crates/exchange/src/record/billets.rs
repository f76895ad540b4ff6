//! A billet as a row.

use muster_domain::workforce::{
    BilletTerms, Clearance, FillMode, FunctionalArea, FundingSource, ServiceCoding, Support, Supported,
};
use muster_domain::{Date, Period, Text, World};

use super::{Cell, Field, Holds, Word, notation};
use crate::tabular::Vocabulary;

/// The columns that an import reads, in order.
pub(crate) const FIELDS: &[Field] = &[
    Field::filled("number", Holds::Text(60), "Position number of the manning document, unique.").or(&[
        "position",
        "position number",
        "billet",
        "upn",
    ]),
    Field::filled("title", Holds::Text(200), "Its title.").or(&["position title"]),
    Field::filled("office", Holds::Text(40), "Code of the office it belongs to.").or(&["office code"]),
    Field::filled("place", Holds::Text(200), "Place of duty: city and country code, such as `Amman, JOR`.")
        .or(&["post", "duty station"]),
    Field::filled("grade", Holds::Words(Vocabulary::grades), "Grade it is authorised at.").or(&["pay grade"]),
    Field::filled("coding", Holds::Words(ServiceCoding::vocabulary), "Which services may fill it.")
        .or(&["service", "service coding"]),
    Field::optional("specialty", Holds::Text(40), "Specialty it needs, such as `48G`."),
    Field::optional("languages", Holds::List(notation::NEEDS), "Languages it needs."),
    Field::filled("clearance", Holds::Words(Clearance::vocabulary), "Clearance it needs."),
    Field::optional("sc_code", Holds::Text(8), "Code of a coded security cooperation position, such as `SC1A2`."),
    Field::filled("functional_area", Holds::Words(FunctionalArea::vocabulary), "Functional area of its work."),
    Field::filled("funding", Holds::Words(FundingSource::vocabulary), "The money that pays for it."),
    Field::filled("accompanied_months", Holds::Integer(1, 120), "Tour length with dependents.").in_unit("months"),
    Field::filled("unaccompanied_months", Holds::Integer(1, 120), "Tour length without dependents.").in_unit("months"),
    Field::optional("key", Holds::Flag, "Whether it is a key billet.").or(&["key billet"]),
    Field::optional("accompanied", Holds::Flag, "Whether dependents may come along."),
    Field::filled("fill_mode", Holds::Words(FillMode::vocabulary), "How it is filled."),
    Field::optional("section_515", Holds::Flag, "Whether a military incumbent counts under 22 U.S.C. 2321i."),
    Field::optional("coordinators", Holds::List(notation::COORDINATORS), "Who is asked before it changes."),
    Field::optional("supports", Holds::List(notation::SUPPORTS), "What it supports, with shares.").in_unit("per mille"),
    Field::optional("reports_to", Holds::Text(60), "Position number of the billet it reports to."),
    Field::filled("authorised_from", Holds::Date, "First day it is authorised.").or(&["authorized from"]),
    Field::optional("authorised_until", Holds::Date, "First day it is not; empty where no end is known.")
        .or(&["authorized until"]),
];

/// From which day a row's terms hold; an import reads it, an export leaves it out.
pub(crate) const TERMS_FROM: Field =
    Field::optional("terms_from", Holds::Date, "Day from which changed terms hold; the day of the file where empty.");

/// The columns that only an export writes.
pub(crate) const WRITTEN: &[Field] = &[
    Field::written("id", Holds::Text(12), "Id in Muster."),
    Field::written("command", Holds::Text(40), "Code of the command or headquarters of the office."),
    Field::written("country", Holds::Text(3), "Host country of the office, ISO 3166 alpha-3 code."),
    Field::written("state", Holds::Text(20), "filled, vacant, approved_gap or not_authorised, on the day of the file."),
    Field::written(
        "incumbent",
        Holds::Text(60),
        "Number of the primary incumbent; empty where vacant or not yours to see.",
    ),
    Field::written("incumbent_name", Holds::Text(200), "Name of the primary incumbent."),
    Field::written("incumbent_grade", Holds::Text(8), "Grade of the primary incumbent."),
    Field::written("source", Holds::Text(200), "Manning document or system of record that owns the row."),
];

/// The day whose terms a file of this day speaks of: that day, or the nearest on which the billet is authorised.
pub(crate) fn terms_day(authorised: Period, day: Date) -> Date {
    let last = authorised.until().and_then(|until| until.yesterday().ok()).unwrap_or(Date::MAX);
    day.clamp(authorised.from(), last.max(authorised.from()))
}

/// The cells of [`FIELDS`].
pub(crate) fn cells(world: &World, number: &Text, authorised: Period, terms: &BilletTerms) -> Vec<Cell> {
    vec![
        Cell::from(number),
        Cell::from(&terms.title),
        Cell::from(world.offices.get(terms.office).map(|office| &office.code)),
        super::offices::post(world, terms.place),
        Cell::from(terms.grade.to_string()),
        Cell::from(terms.coding.word()),
        Cell::from(terms.specialty.as_ref()),
        notation::cell(terms.languages.iter().map(notation::write_need)),
        Cell::from(terms.clearance.word()),
        Cell::from(terms.sc_code.map(|code| code.to_string())),
        Cell::from(terms.functional_area.word()),
        Cell::from(terms.funding.word()),
        Cell::Integer(terms.tour_length.accompanied_months.into()),
        Cell::Integer(terms.tour_length.unaccompanied_months.into()),
        Cell::Flag(terms.key),
        Cell::Flag(terms.accompanied),
        Cell::from(terms.fill_mode.word()),
        Cell::Flag(terms.section_515),
        notation::cell(terms.coordinators.iter().map(|who| who.word().to_owned())),
        notation::cell(terms.supports.iter().map(|support| write_support(world, support))),
        Cell::from(terms.reports_to.and_then(|id| world.billets.get(id)).map(|billet| &billet.number)),
        Cell::from(authorised.from()),
        Cell::from(authorised.until()),
    ]
}

fn write_support(world: &World, support: &Support) -> String {
    let supported = match &support.supported {
        Supported::Country(id) => world.countries.get(*id).map(|country| country.iso3.to_string()).unwrap_or_default(),
        Supported::Program(name) => format!("program {name}"),
    };
    format!("{supported}={}", support.share_per_mille)
}
