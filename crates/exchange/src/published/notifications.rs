//! The list of notifications of Congress under section 36(b), as compiled from DSCA's library.

use std::collections::{HashMap, HashSet};

use super::{Odd, Published};
use crate::Iso3;
use crate::reference;
use crate::tabular::{Column, Columns, FileRefused, Kind, Limits, Row, read_bytes};

/// One notification as the list says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotificationLine {
    /// Line of the file.
    pub line: u64,
    /// Country; `None` where the list's code is of no country that the reference table knows.
    pub iso3: Option<Iso3>,
    /// Transmittal number, such as `24-117`, where given.
    pub transmittal: Option<String>,
    /// Calendar year of the transmittal number.
    pub year: Option<i16>,
    /// The day the document was put into the library.
    pub posted: Option<jiff::civil::Date>,
    /// Estimated cost, whole US dollars.
    pub value_usd: Option<i64>,
    /// Title as the list has it.
    pub title: String,
    /// Whether the same announcement stands beside other transmittal numbers too.
    pub doubtful: bool,
    /// Where the document is published.
    pub document: String,
}

/// Reads the list. A value is of the announcement that the list's maker joined by country; where one announcement stands
/// beside several numbers all but one of them are wrong, and nobody knows which: they are doubtful, and kept as they stand.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn parse_notifications(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Published<Vec<NotificationLine>>, FileRefused> {
    let table = read_bytes(name, bytes, &columns(), limits)?;
    let mut told: HashMap<&str, HashSet<&str>> = HashMap::new();
    for row in table.rows() {
        if let (Some(page), Some(document)) = (row.text("page_url"), row.text("pdf_url")) {
            told.entry(page).or_default().insert(document);
        }
    }
    let codes: HashMap<String, Iso3> =
        reference::countries().iter().map(|country| (country.iso2.to_string(), country.iso3)).collect();
    let (mut lines, mut odd) = (Vec::new(), Vec::new());
    for row in table.rows() {
        let shared = row.text("page_url").and_then(|page| told.get(page)).is_some_and(|documents| documents.len() > 1);
        lines.extend(line(row, &codes, shared, &mut odd));
    }
    Ok(Published { content: lines, odd })
}

fn columns() -> Columns {
    let text = |longest| Kind::Text { longest };
    let whole = || Kind::Integer { least: 0, most: i64::MAX };
    Columns::new(vec![
        Column::present("cn_number", text(20)),
        Column::present("cn_yy", Kind::Integer { least: 0, most: 99 }),
        Column::filled("iso2", text(2)),
        Column::present("library_post_date", Kind::Date),
        Column::present("value_usd", whole()),
        Column::present("quantity", text(40)),
        Column::filled("title", text(400)),
        Column::present("description", text(4_000)),
        Column::present("pdf_url", text(1_000)),
        Column::present("page_url", text(1_000)),
    ])
}

fn line(row: Row<'_>, codes: &HashMap<String, Iso3>, doubtful: bool, odd: &mut Vec<Odd>) -> Option<NotificationLine> {
    let (code, title) = (row.text("iso2")?, row.text("title")?);
    let iso3 = codes.get(code).copied();
    let mut note = |column, found: &str, note: &str| {
        let (found, note) = (found.to_owned(), note.to_owned());
        odd.push(Odd { line: row.line(), column, found, note, nearest: None });
    };
    if iso3.is_none() {
        note("iso2", code, "no country of the reference table has this code");
    }
    if row.text("cn_number").is_none() {
        note("cn_number", "", "no transmittal number");
    }
    let document = match (row.text("pdf_url"), row.text("page_url")) {
        (Some(document), _) => document.to_owned(),
        // The announcement may be another row's too: its own number tells it from those.
        (None, Some(page)) => row.text("cn_number").map_or(page.to_owned(), |number| format!("{page}#{number}")),
        (None, None) => {
            note("pdf_url", title, "neither a document nor an announcement is named: left out");
            return None;
        }
    };
    // Two digits: the law is of 1976, so that 76 to 99 are of the last century.
    let century = |year: i64| if year >= 76 { 1900 + year } else { 2000 + year };
    Some(NotificationLine {
        line: row.line(),
        iso3,
        transmittal: row.text("cn_number").map(str::to_owned),
        year: row.integer("cn_yy").and_then(|year| i16::try_from(century(year)).ok()),
        posted: row.date("library_post_date"),
        value_usd: row.integer("value_usd"),
        title: title.to_owned(),
        doubtful: doubtful && row.text("page_url").is_some(),
        document,
    })
}
