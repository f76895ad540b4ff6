//! Post allowances: hardship differential, danger pay and cost of living by post.

use std::path::Path;

use jiff::civil::Date;

use super::{CountryNames, Odd, Published};
use crate::tabular::{Column, Columns, FileRefused, Kind, Limits, load, read_bytes};
use crate::{Iso3, reference};

/// What one post pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// Line of the file.
    pub line: u64,
    /// Country; `None` for the localities that lie in none (Arctic, Antarctic, elsewhere).
    pub iso3: Option<Iso3>,
    /// Country as printed.
    pub country: String,
    /// City, or `Other` for the rest of the country.
    pub post: String,
    /// Hardship differential, 0-35 % of base pay.
    pub hardship_pct: u8,
    /// Danger pay, 0-35 % of base pay; an empty cell is none.
    pub danger_pct: u8,
    /// Cost-of-living allowance, % of spendable income.
    pub cola_pct: u8,
    /// First day.
    pub effective_from: Date,
}

/// Reads the allowances of all posts.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn read_allowances(
    path: &Path,
    names: &CountryNames,
    limits: &Limits,
) -> Result<Published<Vec<Allowance>>, FileRefused> {
    let (name, bytes) = load(path, limits)?;
    parse_allowances(&name, &bytes, names, limits)
}

/// As [`read_allowances`], from memory.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn parse_allowances(
    name: &str,
    bytes: &[u8],
    names: &CountryNames,
    limits: &Limits,
) -> Result<Published<Vec<Allowance>>, FileRefused> {
    let text = || Kind::Text { longest: 200 };
    let percent = |most| Kind::Integer { least: 0, most };
    let columns = Columns::new(vec![
        Column::filled("country_name", text()),
        // Where the compiler knew no code, the country's name stands here again.
        Column::present("country_iso", text()),
        Column::filled("post_name", text()),
        Column::filled("post_differential_pct", percent(35)),
        Column::present("danger_pay_pct", percent(35)),
        Column::filled("cola_pct_spendable_income", percent(200)),
        Column::filled("effective_date", Kind::Date),
        Column::optional("source_url", text()),
    ]);
    let table = read_bytes(name, bytes, &columns, limits)?;
    let mut odd = Vec::new();
    let mut allowances = Vec::with_capacity(table.len());
    for row in table.rows() {
        let (Some(country), Some(post), Some(effective_from)) =
            (row.text("country_name"), row.text("post_name"), row.date("effective_date"))
        else {
            continue;
        };
        let iso2 = row.text("country_iso").unwrap_or_default();
        let by_code = reference::countries().iter().find(|known| known.iso2 == iso2).map(|known| known.iso3);
        let iso3 = by_code.map_or_else(|| names.find(country), Ok).map_err(|unknown| {
            odd.push(Odd {
                line: row.line(),
                column: "country_name",
                found: country.to_owned(),
                note: "the name of no known country".to_owned(),
                nearest: unknown.nearest,
            });
        });
        let percent = |column| row.integer(column).and_then(|percent| u8::try_from(percent).ok()).unwrap_or(0);
        allowances.push(Allowance {
            line: row.line(),
            iso3: iso3.ok(),
            country: country.to_owned(),
            post: post.to_owned(),
            hardship_pct: percent("post_differential_pct"),
            danger_pct: percent("danger_pay_pct"),
            cola_pct: percent("cola_pct_spendable_income"),
            effective_from,
        });
    }
    Ok(Published { content: allowances, odd })
}
