//! `sales.csv`, `training.csv`, `notifications.csv`: what a country bought, trained and had notified by year.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Table;
use super::source;

/// Countries that the training report leaves out by law unless asked (NATO members of 2018-20, Australia,
/// Japan, New Zealand): for them a zero means *not reported*.
const OUTSIDE_TRAINING_REPORT: &[&str] = &[
    "ALB", "AUS", "BEL", "BGR", "CAN", "CZE", "DEU", "DNK", "ESP", "EST", "FRA", "GBR", "GRC", "HRV", "HUN", "ISL",
    "ITA", "JPN", "LTU", "LUX", "LVA", "MKD", "MNE", "NLD", "NOR", "NZL", "POL", "PRT", "ROU", "SVK", "SVN", "TUR",
];

/// FMS and FMF authorised, whole dollars; an empty cell is *not reported*, a negative one a reduction.
pub fn sales(data: &Path) -> anyhow::Result<Table> {
    let mut figures: BTreeMap<(String, i32), [String; 2]> = BTreeMap::new();
    let partners = partners(data)?;
    for row in source::read(&data.join("sales/historical_sales_book_fy2024.csv"))? {
        let (iso3, line) = (row.get("iso3")?, row.get("line")?);
        let slot = match line {
            "FMS" => 0,
            "FMF" => 1,
            _ => continue,
        };
        if !partners.contains(iso3) {
            continue;
        }
        for year in 2020..=2024 {
            figures.entry((iso3.to_owned(), year)).or_default()[slot] = row.get(&format!("fy{year}"))?.to_owned();
        }
    }
    let rows: Vec<_> =
        figures.into_iter().map(|((iso3, year), [fms, fmf])| vec![iso3, year.to_string(), fms, fmf]).collect();
    Ok(Table { file: "sales.csv", text: source::write(&["iso3", "fiscal_year", "fms_usd", "fmf_usd"], &rows)? })
}

/// FMS agreements of FY2001-16, whole dollars, from the fact books of before the sales book. Their years 2017-19 hold no
/// agreements by country: left out, for zero would say that nothing was sold.
pub fn sales_history(data: &Path) -> anyhow::Result<Table> {
    let partners = partners(data)?;
    let mut figures: BTreeMap<(String, i32), String> = BTreeMap::new();
    for row in source::read(&data.join("sales/arms_sales_country_year_fy2001_2020.csv"))? {
        let (iso3, dollars) = (row.get("iso3")?, row.get("authorizations_usd")?);
        let year: i32 = row.get("year")?.parse()?;
        let is_fms = row.get("program")? == "Foreign Military Sales";
        if !is_fms || !(2001..=2016).contains(&year) || dollars.is_empty() || !partners.contains(iso3) {
            continue;
        }
        // Some rows are there twice, word for word.
        let held = figures.entry((iso3.to_owned(), year)).or_insert_with(|| dollars.to_owned());
        anyhow::ensure!(held == dollars, "{iso3} has two figures for FY{year}: {held} and {dollars}");
    }
    let rows: Vec<_> = figures.into_iter().map(|((iso3, year), fms)| vec![iso3, year.to_string(), fms]).collect();
    Ok(Table { file: "sales_history.csv", text: source::write(&["iso3", "fiscal_year", "fms_usd"], &rows)? })
}

/// Training activities reported for FY2018-20; a country outside the report has no row.
pub fn training(data: &Path) -> anyhow::Result<Table> {
    let mut rows = Vec::new();
    for country in source::read(&data.join("countries/country_panel.csv"))? {
        let iso3 = country.get("iso3")?;
        for year in 2018..=2020 {
            let lines = country.get(&format!("trng_lines_fy{year}"))?;
            if lines.is_empty() || (lines == "0" && OUTSIDE_TRAINING_REPORT.contains(&iso3)) {
                continue;
            }
            rows.push(vec![
                iso3.to_owned(),
                year.to_string(),
                lines.to_owned(),
                country.get(&format!("trng_students_fy{year}"))?.to_owned(),
                country.get(&format!("trng_cost_fy{year}"))?.to_owned(),
            ]);
        }
    }
    rows.sort();
    Ok(Table {
        file: "training.csv",
        text: source::write(&["iso3", "fiscal_year", "lines", "students", "cost_usd"], &rows)?,
    })
}

/// Congressional notifications by the year in their transmittal number, each number counted once however
/// often the library posted it. A notification without a number has no year and is left out.
pub fn notifications(data: &Path) -> anyhow::Result<Table> {
    let mut iso3_of = BTreeMap::new();
    for row in source::read(&data.join("geography/geonames_countries.csv"))? {
        iso3_of.insert(row.get("iso2")?.to_owned(), row.get("iso3")?.to_owned());
    }
    let mut numbers: BTreeMap<(String, i32), BTreeSet<String>> = BTreeMap::new();
    for row in source::read(&data.join("notifications/congressional_notifications.csv"))? {
        let (Some(iso3), Ok(year)) = (iso3_of.get(row.get("iso2")?), row.get("cn_yy")?.parse::<i32>()) else {
            continue;
        };
        numbers.entry((iso3.clone(), 2000 + year)).or_default().insert(row.get("cn_number")?.to_owned());
    }
    let rows: Vec<_> = numbers
        .into_iter()
        .map(|((iso3, year), numbers)| vec![iso3, year.to_string(), numbers.into_iter().collect::<Vec<_>>().join(";")])
        .collect();
    Ok(Table { file: "notifications.csv", text: source::write(&["iso3", "year", "numbers"], &rows)? })
}

fn partners(data: &Path) -> anyhow::Result<BTreeSet<String>> {
    source::read(&data.join("countries/country_panel.csv"))?.iter().map(|row| Ok(row.get("iso3")?.to_owned())).collect()
}
