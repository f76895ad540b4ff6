//! Partner countries and their figures. Both are public or of no person, so everybody who may export sees all of them.

use muster_domain::partner::Measure;
use muster_domain::{Date, World};

use super::{Cell, Table};
use crate::record::{Field, Holds, notation};

const COUNTRIES: &[Field] = &[
    Field::written("iso3", Holds::Text(3), "ISO 3166 alpha-3 code."),
    Field::written("name", Holds::Text(200), "Its name."),
    Field::written("id", Holds::Text(12), "Id in Muster."),
    Field::written("region", Holds::Text(40), "Region as the sales book names it."),
    Field::written("command", Holds::Text(40), "Code of the combatant command responsible."),
    Field::written("priority", Holds::Integer(1, 5), "From 1 (routine) to 5 (highest)."),
    Field::written("languages", Holds::List("names parted by `;`"), "Principal languages."),
    Field::written(
        "purchaser_codes",
        Holds::List("codes parted by `;`"),
        "Purchaser codes of its customers (not ISO codes).",
    ),
    Field::written("section_515_members", Holds::Integer(0, i64::MAX), "Members allowed under 22 U.S.C. 2321i.")
        .in_unit("people"),
];

const FIGURES: &[Field] = &[
    Field::written("iso3", Holds::Text(3), "ISO 3166 alpha-3 code of the country."),
    Field::written("measure", Holds::Text(40), "What is measured."),
    Field::written("fiscal_year", Holds::Integer(1950, 2100), "US fiscal year, from 1 October of the year before."),
    Field::written("value", Holds::Integer(i64::MIN, i64::MAX), "The value in the unit of the measure.")
        .in_unit("as in column unit"),
    Field::written("unit", Holds::Text(40), "Unit of the value."),
    Field::written("source", Holds::Text(300), "The row of the published set it stands in."),
    Field::written("synthetic", Holds::Flag, "Whether it was made up for demonstration."),
];

pub(super) fn table(world: &World, day: Date) -> Table {
    let rows = world.countries.iter().map(|(id, country)| {
        vec![
            Cell::from(&country.iso3),
            Cell::from(&country.name),
            Cell::text(id.to_string()),
            Cell::from(&country.region),
            Cell::from(country.responsible.at(day).and_then(|id| world.offices.get(*id)).map(|office| &office.code)),
            Cell::Integer(country.priority_on(day).into()),
            notation::cell(country.languages.iter().map(|language| language.to_string())),
            notation::cell(country.purchaser_codes.iter().map(|code| code.to_string())),
            Cell::Integer(muster_domain::workforce::section_515_limit(world, id, day).into()),
        ]
    });
    Table::of(COUNTRIES, rows.collect())
}

pub(super) fn figures(world: &World) -> Table {
    let rows = world.countries.iter().flat_map(|(_, country)| {
        country.figures.iter().map(|figure| {
            vec![
                Cell::from(&country.iso3),
                Cell::text(measure_word(figure.measure)),
                Cell::Integer(figure.fiscal_year.0.into()),
                Cell::Integer(figure.value),
                Cell::text(unit(figure.measure)),
                Cell::from(&figure.source),
                Cell::Flag(figure.synthetic),
            ]
        })
    });
    Table::of(FIGURES, rows.collect())
}

/// A measure in the words of the API.
pub(crate) fn measure_word(measure: Measure) -> &'static str {
    match measure {
        Measure::FmsAuthorised => "fms_authorised",
        Measure::FmfAuthorised => "fmf_authorised",
        Measure::TrainingLines => "training_lines",
        Measure::TrainingStudents => "training_students",
        Measure::TrainingCost => "training_cost",
        Measure::Notifications => "notifications",
        Measure::UsActiveDuty => "us_active_duty",
        Measure::UsCivilians => "us_civilians",
        Measure::OpenCases => "open_cases",
        Measure::DevelopmentCases => "development_cases",
        Measure::PreLorRequests => "pre_lor_requests",
        Measure::Engagements => "engagements",
        Measure::EndUseItems => "end_use_items",
        Measure::Visits => "visits",
        Measure::FmsDelivered => "fms_delivered",
    }
}

fn unit(measure: Measure) -> &'static str {
    match measure {
        Measure::FmsAuthorised | Measure::FmfAuthorised | Measure::FmsDelivered | Measure::TrainingCost => "US dollars",
        Measure::TrainingStudents | Measure::UsActiveDuty | Measure::UsCivilians => "people",
        _ => "count",
    }
}
