//! Published figures of countries: sales by fiscal year, training by fiscal year.

use std::collections::BTreeMap;

use muster_domain::partner::{Figure, Measure, RecordFigures};
use muster_domain::{CountryId, FiscalYear, Text, World};

use super::plan::{Difference, Plan, Planner};
use super::published::{begin, note};
use super::{ImportKind, ImportOptions};
use crate::Iso3;
use crate::published::{CountryNames, Fund, parse_sales_book, parse_sales_history, parse_training};
use crate::tabular::FileRefused;

/// Figures by country, in the order of the codes.
type ByCountry = BTreeMap<Iso3, Vec<Figure>>;

pub(super) fn plan_sales_book(
    name: &str,
    bytes: &[u8],
    world: &World,
    options: &ImportOptions,
) -> Result<Plan, FileRefused> {
    let read = parse_sales_book(name, bytes, &CountryNames::built_in(), &options.limits)?;
    let mut planner = begin(ImportKind::SalesBook, name, bytes, read.content.len(), world, options);
    note(&mut planner, &read.odd);
    let mut figures = ByCountry::new();
    for line in &read.content {
        let (Some(iso3), Some(measure)) = (line.iso3, measure_of(line.fund)) else { continue };
        let given = line.years.iter().filter_map(|(year, value)| value.map(|value| (*year, value)));
        figures.entry(iso3).or_default().extend(given.map(|(year, value)| Figure {
            measure,
            fiscal_year: FiscalYear(year),
            value,
            source: Text::from(format!("sales-book:{name}#{}", line.line)),
            synthetic: false,
        }));
    }
    record(&mut planner, world, figures);
    planner.finish()
}

fn measure_of(fund: Fund) -> Option<Measure> {
    match fund {
        Fund::Fms => Some(Measure::FmsAuthorised),
        Fund::Fmf => Some(Measure::FmfAuthorised),
        Fund::Total => None,
    }
}

pub(super) fn plan_sales_history(
    name: &str,
    bytes: &[u8],
    world: &World,
    options: &ImportOptions,
) -> Result<Plan, FileRefused> {
    let read = parse_sales_history(name, bytes, &options.limits)?;
    let mut planner = begin(ImportKind::SalesHistory, name, bytes, read.content.rows, world, options);
    note(&mut planner, &read.odd);
    for missing in &read.content.missing {
        planner.note(None, format!("{missing}: missing, never zero"));
    }
    if read.content.other_programs > 0 {
        planner.note(None, format!("{} rows of other programs than FMS left out", read.content.other_programs));
    }
    let mut figures = ByCountry::new();
    for sold in read.content.years {
        let source = Text::from(format!("sales-history:{name}#{}", sold.line));
        let given = [(Measure::FmsAuthorised, sold.agreed), (Measure::FmsDelivered, sold.delivered)];
        let given = given.into_iter().filter_map(|(measure, value)| value.map(|value| (measure, value)));
        figures.entry(sold.iso3).or_default().extend(given.map(|(measure, value)| Figure {
            measure,
            fiscal_year: FiscalYear(sold.fiscal_year),
            value,
            source: source.clone(),
            synthetic: false,
        }));
    }
    record(&mut planner, world, figures);
    planner.finish()
}

/// What a country's activities of one year come to.
#[derive(Default)]
struct Year {
    lines: i64,
    students: i64,
    cents: i64,
}

pub(super) fn plan_training(
    name: &str,
    bytes: &[u8],
    world: &World,
    options: &ImportOptions,
) -> Result<Plan, FileRefused> {
    let read = parse_training(name, bytes, &CountryNames::built_in(), &options.limits)?;
    let mut planner = begin(ImportKind::TrainingReport, name, bytes, read.content.rows().len(), world, options);
    note(&mut planner, &read.odd);
    let mut years: BTreeMap<(Iso3, i16), Year> = BTreeMap::new();
    for activity in read.content.activities() {
        let Some(iso3) = activity.iso3 else { continue };
        let year = years.entry((iso3, activity.fiscal_year)).or_default();
        year.lines += 1;
        year.students += i64::from(activity.students.unwrap_or(0));
        year.cents = year.cents.saturating_add(activity.cost_cents.unwrap_or(0));
    }
    let mut figures = ByCountry::new();
    for ((iso3, year), sum) in years {
        // Whole dollars, halves up, as the report rounds its own totals.
        let dollars = sum.cents.saturating_add(50).div_euclid(100);
        let source = Text::from(format!("training-report:{name}#{iso3}-{year}"));
        let measured = [
            (Measure::TrainingLines, sum.lines),
            (Measure::TrainingStudents, sum.students),
            (Measure::TrainingCost, dollars),
        ];
        figures.entry(iso3).or_default().extend(measured.map(|(measure, value)| Figure {
            measure,
            fiscal_year: FiscalYear(year),
            value,
            source: source.clone(),
            synthetic: false,
        }));
    }
    record(&mut planner, world, figures);
    planner.finish()
}

/// One command a country with the figures that are not held; countries that the World does not know are noted.
fn record(planner: &mut Planner<'_>, world: &World, figures: ByCountry) {
    let mut unknown = Vec::new();
    for (iso3, figures) in figures {
        match world.keys.country.get(iso3.as_str()) {
            Some(country) => record_one(planner, world, *country, figures),
            None => unknown.push(iso3.to_string()),
        }
    }
    if !unknown.is_empty() {
        let note = format!("{} countries are not registered here: {}", unknown.len(), unknown.join(", "));
        planner.note(None, note);
    }
}

fn record_one(planner: &mut Planner<'_>, world: &World, id: CountryId, figures: Vec<Figure>) {
    let country = &world.countries[id];
    let new: Vec<Figure> = figures.into_iter().filter(|figure| !country.figures.contains(figure)).collect();
    if new.is_empty() {
        planner.unchanged();
        return;
    }
    let differences = new.iter().map(|figure| {
        let same = |held: &&Figure| (held.measure, held.fiscal_year) == (figure.measure, figure.fiscal_year);
        let shown = |figure: &Figure| format!("{} ({})", figure.value, figure.source);
        Difference {
            subject: format!("country {}", country.iso3),
            field: format!("{} {}", crate::export::measure_word(figure.measure), figure.fiscal_year),
            before: country.figures.iter().find(same).map(shown),
            after: Some(shown(figure)),
        }
    });
    let differences = differences.collect();
    planner.take(None, RecordFigures { country: id, figures: new }.into(), differences);
}
