//! Figures of each country: the published ones with the row they stand in, and synthetic drivers of work, which say that
//! they are.

use muster_domain::partner::{Figure, Measure, PublishedNotification, RecordFigures, RecordPublishedNotifications};
use muster_domain::{Command, Date, FiscalYear, World};
use muster_exchange::reference;
use muster_staffing::CaseCounts;

use crate::apportion::proportional;
use crate::country::Partner;
use crate::dice::{Dice, Stream};
use crate::organization::country_id;

/// Open cases in all (facts §5: ~16,000 open cases, February 2026).
pub(crate) const OPEN_CASES: u64 = 16_000;
/// Engagements of a year in all (facts §1: more than 600).
pub(crate) const ENGAGEMENTS: u64 = 680;

/// Drivers of which no public figure by country exists: measure, sum of all countries, exponent of sales, weight of the
/// country's other work.
const DRIVERS: [(Measure, u64, f64, f64); 6] = [
    (Measure::OpenCases, OPEN_CASES, 0.55, 0.4),
    (Measure::DevelopmentCases, 3_000, 0.55, 0.5),
    (Measure::PreLorRequests, 1_900, 0.5, 0.8),
    (Measure::Engagements, ENGAGEMENTS, 0.2, 1.0),
    (Measure::EndUseItems, 640_000, 0.5, 1.0),
    (Measure::Visits, 6_000, 0.35, 1.5),
];

/// Records every figure of every country.
pub(crate) fn figures(partners: &[Partner], seed: u64, today: Date) -> Vec<Command> {
    let mut dice = Dice::new(seed, Stream::Figures);
    // The last fiscal year that is over.
    let year = FiscalYear(FiscalYear::of(today).0 - 1);
    let mut held: Vec<Vec<Figure>> = partners.iter().map(published).collect();
    for (measure, total, exponent, base) in DRIVERS {
        let weights: Vec<f64> = partners
            .iter()
            .map(|partner| {
                let uneven = f64::from(dice.between(70, 130)) / 100.0;
                let served = if partner.team.is_some() || partner.sales > 0.0 { 1.0 } else { 0.0 };
                served * uneven * (partner.sales.powf(exponent) + base * partner.weight)
            })
            .collect();
        for (figures, value) in held.iter_mut().zip(proportional(total, &weights)) {
            if value > 0 {
                figures.push(Figure {
                    measure,
                    fiscal_year: year,
                    value: i64::try_from(value).expect("a share of a small total"),
                    source: format!(
                        "synthetic, seed {seed}: {total} in all, shared by FY2020-24 sales, financing, training"
                    )
                    .into(),
                    synthetic: true,
                });
            }
        }
    }
    held.into_iter()
        .enumerate()
        .filter(|(_, figures)| !figures.is_empty())
        .map(|(i, figures)| RecordFigures { country: country_id(i), figures }.into())
        .collect()
}

/// Records the figures of cases anew, as the cases stand that were made by them: some of those are offered or wait for
/// their closure, and all shrink with the scale.
pub(crate) fn of_cases(world: &World, seed: u64, today: Date) -> Vec<Command> {
    let counts = CaseCounts::of_all(world, today);
    let commands = world.countries.iter().zip(counts).map(|((country, facts), counts)| {
        let counted = [(Measure::OpenCases, counts.execution), (Measure::DevelopmentCases, counts.development)];
        let figures = counted.into_iter().filter_map(|(measure, count)| {
            let planned = facts.latest(measure, today)?;
            let source = format!("synthetic, seed {seed}: the cases made for it as they stood on {today}").into();
            Some(Figure { value: count.into(), source, ..planned.clone() })
        });
        RecordFigures { country, figures: figures.collect() }
    });
    commands.filter(|command| !command.figures.is_empty()).map(Command::from).collect()
}

/// Records the published transmittal numbers of every country: real ones, of which the reference table knows no more.
pub(crate) fn notifications(partners: &[Partner]) -> Vec<Command> {
    let commands = partners.iter().enumerate().filter_map(|(i, partner)| {
        let rows = reference::notifications().iter().filter(|row| row.iso3 == partner.row.iso3);
        let notifications: Vec<PublishedNotification> = rows
            .flat_map(|row| row.numbers.iter().map(move |number| (row, number)))
            .map(|(row, number)| PublishedNotification {
                document: number.as_str().into(),
                transmittal: Some(number.as_str().into()),
                year: Some(row.year),
                title: "What was notified is not in the reference table".into(),
                value_usd: None,
                doubtful: false,
                posted: None,
                source: row.source_row().into(),
            })
            .collect();
        let command = RecordPublishedNotifications { country: country_id(i), notifications };
        (!command.notifications.is_empty()).then(|| command.into())
    });
    commands.collect()
}

fn published(partner: &Partner) -> Vec<Figure> {
    let row = partner.row;
    let mut figures = Vec::new();
    let mut add = |measure, year: i16, value: Option<i64>, source: String| {
        if let Some(value) = value {
            figures.push(Figure {
                measure,
                fiscal_year: FiscalYear(year),
                value,
                source: source.into(),
                synthetic: false,
            });
        }
    };
    for sales in reference::sales().iter().filter(|sales| sales.iso3 == row.iso3) {
        add(Measure::FmsAuthorised, sales.fiscal_year, sales.fms_usd, sales.source_row());
        add(Measure::FmfAuthorised, sales.fiscal_year, sales.fmf_usd, sales.source_row());
    }
    for training in reference::training().iter().filter(|training| training.iso3 == row.iso3) {
        let year = training.fiscal_year;
        add(Measure::TrainingLines, year, Some(training.lines.into()), training.source_row());
        add(Measure::TrainingStudents, year, Some(training.students.into()), training.source_row());
        add(Measure::TrainingCost, year, Some(training.cost_usd), training.source_row());
    }
    for notified in reference::notifications().iter().filter(|notified| notified.iso3 == row.iso3) {
        add(Measure::Notifications, notified.year, i64::try_from(notified.numbers.len()).ok(), notified.source_row());
    }
    add(Measure::UsActiveDuty, 2024, row.us_active_duty_2024.map(i64::from), row.source_row());
    add(Measure::UsCivilians, 2024, row.us_civilian_2024.map(i64::from), row.source_row());
    figures
}
