//! `differentials.csv`, `gs_pay.csv`, `weight_allowances.csv`: what a place pays and a grade is entitled to.

use std::path::Path;

use anyhow::Context;

use super::Table;
use super::source;

/// Date of the allowance tables that the posts come from.
const ALLOWANCES_FROM: &str = "2026-06-14";

/// Hardship, danger pay and cost of living by post, percent; the post `Other` is the rest of the country.
pub fn differentials(data: &Path) -> anyhow::Result<Table> {
    let mut rows = Vec::new();
    for post in source::read(&data.join("posts/posts_geocoded.csv"))? {
        if post.get("iso3")?.is_empty() {
            continue;
        }
        let or_zero = |column: &str| post.get(column).map(|cell| if cell.is_empty() { "0" } else { cell }.to_owned());
        rows.push(vec![
            post.get("iso3")?.to_owned(),
            post.get("post_name")?.to_owned(),
            or_zero("post_differential_pct")?,
            or_zero("danger_pay_pct")?,
            or_zero("cola_pct")?,
            post.get("lat")?.to_owned(),
            post.get("lon")?.to_owned(),
            ALLOWANCES_FROM.to_owned(),
        ]);
    }
    rows.sort();
    let columns = ["iso3", "post", "hardship_pct", "danger_pct", "cola_pct", "lat", "lon", "effective_from"];
    Ok(Table { file: "differentials.csv", text: source::write(&columns, &rows)? })
}

/// Civilian base pay by grade and step, US dollars a year before locality pay.
pub fn gs_pay(data: &Path) -> anyhow::Result<Table> {
    let mut rows = Vec::new();
    for row in source::read(&data.join("pay/gs_base_2026.csv"))? {
        let grade: u8 = row.get("grade")?.parse().context("grade")?;
        let step: u8 = row.get("step")?.parse().context("step")?;
        rows.push(vec![
            row.get("year")?.to_owned(),
            format!("GS-{grade}"),
            step.to_string(),
            row.get("annual_rate_usd")?.to_owned(),
        ]);
    }
    Ok(Table { file: "gs_pay.csv", text: source::write(&["year", "grade", "step", "annual_usd"], &rows)? })
}

/// Household goods by grade, pounds; cadets and the one most senior enlisted member are left out.
pub fn weight_allowances(data: &Path) -> anyhow::Result<Table> {
    let mut rows = Vec::new();
    for row in source::read(&data.join("moves/household_goods_weight.csv"))? {
        let grade = match row.get("grade")? {
            "CIVILIAN_EMPLOYEE" => "GS".to_owned(),
            "O_1_ACADEMY_GRADUATE" => "O-1".to_owned(),
            other => match other.split_once('_') {
                Some((letter @ ("E" | "W" | "O"), number)) if number.parse::<u8>().is_ok() => {
                    format!("{letter}-{number}")
                }
                _ => continue,
            },
        };
        rows.push(vec![
            grade,
            row.get("total_weight_self")?.to_owned(),
            row.get("total_weight_self_plus_dependents")?.to_owned(),
            row.get("pro_gear_weight")?.to_owned(),
            row.get("pro_gear_weight_spouse")?.to_owned(),
        ]);
    }
    let columns = ["grade", "alone_lb", "with_dependents_lb", "pro_gear_lb", "pro_gear_spouse_lb"];
    Ok(Table { file: "weight_allowances.csv", text: source::write(&columns, &rows)? })
}
