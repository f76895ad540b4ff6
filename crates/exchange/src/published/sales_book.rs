//! The historical sales book: FMS and FMF authorised by country and fiscal year.

use std::collections::BTreeMap;
use std::path::Path;

use super::{CountryNames, Odd, Published};
use crate::Iso3;
use crate::tabular::{Column, Columns, FileRefused, Kind, Limits, Row, Vocabulary, load, read_bytes};

/// Fiscal years the book gives one by one.
pub(super) const YEARS: [(i16, &str); 5] =
    [(2020, "fy2020"), (2021, "fy2021"), (2022, "fy2022"), (2023, "fy2023"), (2024, "fy2024")];

/// Which money a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fund {
    /// Foreign Military Sales.
    Fms,
    /// Foreign Military Financing.
    Fmf,
    /// Both, as printed.
    Total,
}

/// One line of the book, whole US dollars; `None` is an empty cell, a negative figure a reduction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalesLine {
    /// Line of the file.
    pub line: u64,
    /// Country; `None` for an organisation, a region or a sum.
    pub iso3: Option<Iso3>,
    /// Name as printed.
    pub name: String,
    /// Combatant command, where the book names one.
    pub command: Option<String>,
    /// Whether the book carries a footnote on the line.
    pub footnote: bool,
    /// Which money.
    pub fund: Fund,
    /// FY1950 to FY2019 together.
    pub before: Option<i64>,
    /// By fiscal year.
    pub years: [(i16, Option<i64>); 5],
    /// FY1950 to FY2024 together, as printed.
    pub all: Option<i64>,
}

/// Reads the book and checks its own sums.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn read_sales_book(
    path: &Path,
    names: &CountryNames,
    limits: &Limits,
) -> Result<Published<Vec<SalesLine>>, FileRefused> {
    let (name, bytes) = load(path, limits)?;
    parse_sales_book(&name, &bytes, names, limits)
}

/// As [`read_sales_book`], from memory.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn parse_sales_book(
    name: &str,
    bytes: &[u8],
    names: &CountryNames,
    limits: &Limits,
) -> Result<Published<Vec<SalesLine>>, FileRefused> {
    let table = read_bytes(name, bytes, &columns(), limits)?;
    let mut odd = Vec::new();
    let lines: Vec<_> = table.rows().filter_map(|row| line(row, names, &mut odd)).collect();
    odd.extend(lines.iter().flat_map(sum_over_years));
    odd.extend(sum_over_funds(&lines));
    odd.sort_by_key(|odd| odd.line);
    Ok(Published { content: lines, odd })
}

fn columns() -> Columns {
    let text = || Kind::Text { longest: 120 };
    let dollars = || Kind::Integer { least: i64::MIN, most: i64::MAX };
    let mut columns = vec![
        Column::present("iso3", text()),
        Column::filled("country", text()),
        Column::present("combatant_command", text()),
        Column::present("state_region", text()),
        Column::present("continent", text()),
        Column::present("footnote", text()),
        Column::filled("line", Kind::Choice(Vocabulary::new("a kind of line", ["FMS", "FMF", "TOTAL"]))),
        Column::present("fy1950_2019", dollars()),
    ];
    columns.extend(YEARS.map(|(_, column)| Column::present(column, dollars())));
    columns.push(Column::present("fy1950_2024", dollars()));
    Columns::new(columns)
}

fn line(row: Row<'_>, names: &CountryNames, odd: &mut Vec<Odd>) -> Option<SalesLine> {
    let name = row.text("country")?.to_owned();
    let iso3 = row.text("iso3").map(str::parse).and_then(Result::ok);
    if iso3.is_none() {
        let unknown = names.find(&name).err();
        odd.push(Odd {
            line: row.line(),
            column: "iso3",
            found: name.clone(),
            note: "not a country of the book".to_owned(),
            nearest: unknown.and_then(|unknown| unknown.nearest),
        });
    }
    Some(SalesLine {
        line: row.line(),
        iso3,
        name,
        command: row.text("combatant_command").filter(|command| *command != "NR").map(str::to_owned),
        footnote: row.text("footnote").is_some(),
        fund: match row.text("line")? {
            "FMS" => Fund::Fms,
            "FMF" => Fund::Fmf,
            _ => Fund::Total,
        },
        before: row.integer("fy1950_2019"),
        years: YEARS.map(|(year, column)| (year, row.integer(column))),
        all: row.integer("fy1950_2024"),
    })
}

/// The printed sum of a line against the sum of its parts, where the parts are given.
fn sum_over_years(line: &SalesLine) -> Option<Odd> {
    let (before, all) = (i128::from(line.before?), i128::from(line.all?));
    let sum = before + line.years.iter().map(|(_, figure)| i128::from(figure.unwrap_or(0))).sum::<i128>();
    (sum != all).then(|| Odd {
        line: line.line,
        column: "fy1950_2024",
        found: all.to_string(),
        note: format!("{}: the parts of the line sum to {sum}", line.name),
        nearest: None,
    })
}

/// The printed total of a year against FMS and FMF of that year.
fn sum_over_funds(lines: &[SalesLine]) -> Vec<Odd> {
    let mut by_name: BTreeMap<&str, BTreeMap<Fund, &SalesLine>> = BTreeMap::new();
    for line in lines {
        by_name.entry(&line.name).or_default().insert(line.fund, line);
    }
    let mut odd = Vec::new();
    for funds in by_name.values() {
        let (Some(fms), Some(fmf), Some(total)) =
            (funds.get(&Fund::Fms), funds.get(&Fund::Fmf), funds.get(&Fund::Total))
        else {
            continue;
        };
        for (index, (_, column)) in YEARS.iter().enumerate() {
            let Some(printed) = total.years[index].1 else { continue };
            let sum = [fms, fmf].iter().map(|line| i128::from(line.years[index].1.unwrap_or(0))).sum::<i128>();
            if sum != i128::from(printed) {
                odd.push(Odd {
                    line: total.line,
                    column,
                    found: printed.to_string(),
                    note: format!("{}: FMS and FMF of the year sum to {sum}", total.name),
                    nearest: None,
                });
            }
        }
    }
    odd
}
