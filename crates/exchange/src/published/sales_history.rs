//! Sales by country and fiscal year of before the sales book, as compiled from DSCA's yearly fact books.

use std::collections::{BTreeMap, BTreeSet};

use super::{Odd, Published};
use crate::Iso3;
use crate::tabular::{Column, Columns, FileRefused, Kind, Limits, Row, read_bytes};

/// The one program that is read: the set holds commercial sales beside it.
const PROGRAM: &str = "Foreign Military Sales";
const AGREED: &str = "authorizations_usd";
const DELIVERED: &str = "deliveries_usd";

/// Foreign military sales of a country in a fiscal year, whole US dollars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoldYear {
    /// The line of the file that gives the figures.
    pub line: u64,
    /// Country.
    pub iso3: Iso3,
    /// US fiscal year.
    pub fiscal_year: i16,
    /// Agreed; negative is a reduction of earlier years, `None` missing.
    pub agreed: Option<i64>,
    /// Delivered; `None` missing.
    pub delivered: Option<i64>,
}

/// What the set says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalesHistoryRead {
    /// Rows of the file.
    pub rows: usize,
    /// By country and year, in order.
    pub years: Vec<SoldYear>,
    /// What is missing of whole years, in words.
    pub missing: Vec<String>,
    /// Rows of other programs, which are not read.
    pub other_programs: usize,
}

/// Rows of one country and year: mostly one, sometimes the same twice.
#[derive(Default)]
struct Rows {
    line: u64,
    agreed: BTreeSet<i64>,
    delivered: BTreeSet<i64>,
}

/// Reads the set. It holds zero for what a row does not know: a row of zeros beside a notified value is of notifications
/// only, and a fiscal year in which every country's figure is zero was published nowhere. Both are *missing*.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn parse_sales_history(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Published<SalesHistoryRead>, FileRefused> {
    let table = read_bytes(name, bytes, &columns(), limits)?;
    let (mut held, mut odd, mut other_programs) = (BTreeMap::new(), Vec::new(), 0);
    for row in table.rows() {
        if row.text("program") == Some(PROGRAM) {
            take(row, &mut held, &mut odd);
        } else {
            other_programs += 1;
        }
    }
    let mut missing = Vec::new();
    let agreed = known_years(&held, |rows| &rows.agreed, "agreed", &mut missing);
    let delivered = known_years(&held, |rows| &rows.delivered, "delivered", &mut missing);
    let mut years = Vec::new();
    for ((iso3, fiscal_year), rows) in held {
        let mut one = |known: &BTreeSet<i16>, figures: &BTreeSet<i64>, column| {
            let figure = figures.first().copied().filter(|_| known.contains(&fiscal_year))?;
            if figures.len() == 1 {
                return Some(figure);
            }
            let found = figures.iter().map(i64::to_string).collect::<Vec<_>>().join(" and ");
            let note = format!("{iso3} has several figures for FY{fiscal_year}: none is taken");
            odd.push(Odd { line: rows.line, column, found, note, nearest: None });
            None
        };
        let (agreed, delivered) = (one(&agreed, &rows.agreed, AGREED), one(&delivered, &rows.delivered, DELIVERED));
        if agreed.is_some() || delivered.is_some() {
            years.push(SoldYear { line: rows.line, iso3, fiscal_year, agreed, delivered });
        }
    }
    odd.sort_by_key(|odd| odd.line);
    Ok(Published { content: SalesHistoryRead { rows: table.len(), years, missing, other_programs }, odd })
}

fn columns() -> Columns {
    let text = |longest| Kind::Text { longest };
    let dollars = || Kind::Integer { least: i64::MIN, most: i64::MAX };
    Columns::new(vec![
        Column::filled("year", Kind::Integer { least: 1950, most: 2100 }),
        Column::filled("country", text(120)),
        Column::present("iso3", text(3)),
        Column::filled("program", text(120)),
        Column::present(AGREED, dollars()),
        Column::present(DELIVERED, dollars()),
        Column::present("notifications_usd", dollars()),
        Column::optional("source", text(1_000)),
    ])
}

fn take(row: Row<'_>, held: &mut BTreeMap<(Iso3, i16), Rows>, odd: &mut Vec<Odd>) {
    let Some(year) = row.integer("year").and_then(|year| i16::try_from(year).ok()) else { return };
    let Some(iso3) = row.text("iso3").and_then(|code| code.parse::<Iso3>().ok()) else {
        let found = row.text("country").unwrap_or_default().to_owned();
        odd.push(Odd { line: row.line(), column: "iso3", found, note: "not a country".to_owned(), nearest: None });
        return;
    };
    let (agreed, delivered) = (row.integer(AGREED), row.integer(DELIVERED));
    let rows: &mut Rows = held.entry((iso3, year)).or_default();
    let says_nothing = agreed.unwrap_or(0) == 0 && delivered.unwrap_or(0) == 0;
    if says_nothing && row.integer("notifications_usd").is_some() {
        return;
    }
    if rows.agreed.is_empty() && rows.delivered.is_empty() {
        rows.line = row.line();
    }
    rows.agreed.extend(agreed);
    rows.delivered.extend(delivered);
}

/// The years in which any country has a figure other than zero; the others are said to be missing.
fn known_years(
    held: &BTreeMap<(Iso3, i16), Rows>,
    of: impl Fn(&Rows) -> &BTreeSet<i64>,
    what: &str,
    missing: &mut Vec<String>,
) -> BTreeSet<i16> {
    let all: BTreeSet<i16> = held.keys().map(|(_, year)| *year).collect();
    let told = held.iter().filter(|(_, rows)| of(rows).iter().any(|figure| *figure != 0));
    let known: BTreeSet<i16> = told.map(|((_, year), _)| *year).collect();
    let unknown: Vec<String> = all.difference(&known).map(|year| format!("FY{year}")).collect();
    if !unknown.is_empty() {
        missing.push(format!("{} {what} by country", unknown.join(", ")));
    }
    known
}
