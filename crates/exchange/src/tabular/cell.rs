//! One cell: text in, a typed value or a fault out.

use jiff::civil::Date;

use super::columns::{Column, Kind, Presence};
use super::nearest::Suggester;
use super::refusal::quoted;
use super::{Fault, Problem};

/// What a spreadsheet writes where a formula failed.
const SPREADSHEET_ERRORS: &[&str] = &["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

/// A checked cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Empty,
    Text(Box<str>),
    /// A whole number, or cents where the column holds money.
    Integer(i64),
    Date(Date),
    Flag(bool),
}

/// Checks a trimmed cell against its column. The fault has no line yet.
pub(super) fn read(text: &str, column: &Column, index: usize, suggester: &mut Suggester) -> Result<Value, Fault> {
    let bad = |expected: String, nearest: Option<String>| Fault {
        line: None,
        column: Some(column.name.to_owned()),
        problem: Problem::BadCell,
        found: quoted(text),
        expected,
        nearest,
    };
    if text.is_empty() {
        return match column.presence {
            Presence::Filled => {
                Err(Fault { problem: Problem::EmptyCell, found: "nothing".into(), ..bad(expected(&column.kind), None) })
            }
            Presence::Present | Presence::Optional => Ok(Value::Empty),
        };
    }
    if SPREADSHEET_ERRORS.contains(&text) {
        return Err(bad(format!("{}, not a formula that failed", expected(&column.kind)), None));
    }
    let value = match &column.kind {
        Kind::Text { longest } => {
            let fits = text.chars().count() <= *longest
                && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\r' && c != '\t');
            fits.then(|| Value::Text(text.into()))
        }
        Kind::Integer { least, most } => {
            text.parse().ok().filter(|number| (*least..=*most).contains(number)).map(Value::Integer)
        }
        Kind::Date => iso_date(text).map(Value::Date),
        Kind::Flag => flag(text).map(Value::Flag),
        Kind::Money => cents(text).map(Value::Integer),
        Kind::Choice(words) => words.find(text).map(|word| Value::Text(word.into())),
        Kind::Shaped(shape) => (shape.fits)(text).then(|| Value::Text(text.into())),
    };
    value.ok_or_else(|| bad(expected(&column.kind), nearest(text, &column.kind, index, suggester)))
}

fn expected(kind: &Kind) -> String {
    match kind {
        Kind::Text { longest } => format!("text of at most {longest} characters, without control characters"),
        Kind::Integer { least: i64::MIN, most: i64::MAX } => "a whole number".to_owned(),
        Kind::Integer { least, most: i64::MAX } => format!("a whole number, {least} or more"),
        Kind::Integer { least, most } => format!("a whole number from {least} to {most}"),
        Kind::Date => "a date as year-month-day, such as 2026-10-01".to_owned(),
        Kind::Flag => "yes or no".to_owned(),
        Kind::Money => "US dollars, such as 1200 or -1200.50".to_owned(),
        Kind::Choice(words) => words.expected(),
        Kind::Shaped(shape) => shape.expected.to_owned(),
    }
}

fn nearest(text: &str, kind: &Kind, index: usize, suggester: &mut Suggester) -> Option<String> {
    match kind {
        Kind::Choice(words) => suggester.nearest(index, text, words.words()),
        Kind::Flag => suggester.nearest(index, text, ["yes", "no"].into_iter()),
        Kind::Date => like_a_date(text),
        Kind::Integer { least, most } => {
            let number: i64 = plain_number(text)?.split('.').next()?.parse().ok()?;
            Some(number.clamp(*least, *most).to_string())
        }
        Kind::Money => {
            let plain = plain_number(text)?;
            cents(&plain).map(|_| plain)
        }
        Kind::Text { .. } | Kind::Shaped(_) => None,
    }
}

/// Strictly `YYYY-MM-DD`; a spreadsheet's midnight is a date too.
fn iso_date(text: &str) -> Option<Date> {
    let date = text.strip_suffix("T00:00:00").or_else(|| text.strip_suffix(" 00:00:00")).unwrap_or(text);
    let bytes = date.as_bytes();
    let shaped = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() });
    if shaped { date.parse().ok() } else { None }
}

/// The date that another way of writing it means; both where the order of day and month cannot be known.
fn like_a_date(text: &str) -> Option<String> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return iso_date(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])).map(|date| date.to_string());
    }
    let parts: Vec<i16> = text.split(['/', '.', '-', ' ']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let date = |year: i16, month: i16, day: i16| {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(|date| date.to_string())
    };
    match parts[..] {
        [year, month, day] if year > 31 => date(year, month, day),
        [first, second, year] if year > 99 => match (date(year, first, second), date(year, second, first)) {
            (Some(american), Some(european)) if american != european => Some(format!("{american} or {european}")),
            (american, european) => american.or(european),
        },
        _ => None,
    }
}

fn flag(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "true" | "1" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// A number without the currency sign and the separators of thousands.
fn plain_number(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| !matches!(c, '$' | ',' | ' ' | '\u{a0}')).collect();
    plain.parse::<f64>().ok().filter(|number| number.is_finite()).map(|_| plain)
}

/// `-1200.5` as cents; `None` where it is no amount or too large for one.
pub(crate) fn cents(text: &str) -> Option<i64> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (dollars, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(dollars) || !plain(decimals) || decimals.len() > 2 {
        return None;
    }
    let fraction: i64 = decimals.parse().ok()?;
    let fraction = if decimals.len() == 1 { fraction * 10 } else { fraction };
    let amount = dollars.parse::<i64>().ok()?.checked_mul(100)?.checked_add(fraction)?;
    Some(if negative { -amount } else { amount })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_exact_cents() {
        assert_eq!(cents("1200"), Some(120_000));
        assert_eq!(cents("-1200.5"), Some(-120_050));
        assert_eq!(cents("0.07"), Some(7));
        for wrong in ["", ".", "1.234", "1,200", "$5", "1e3", "99999999999999999999", "--1"] {
            assert_eq!(cents(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_date_in_another_order_is_refused_with_what_it_may_mean() {
        assert_eq!(iso_date("2026-10-01"), Date::new(2026, 10, 1).ok());
        assert_eq!(iso_date("2026-02-29"), None);
        assert_eq!(iso_date("10/01/2026"), None);
        assert_eq!(like_a_date("10/01/2026").as_deref(), Some("2026-10-01 or 2026-01-10"));
        assert_eq!(like_a_date("12/25/2026").as_deref(), Some("2026-12-25"));
        assert_eq!(like_a_date("2026/2/3").as_deref(), Some("2026-02-03"));
        assert_eq!(like_a_date("20261001").as_deref(), Some("2026-10-01"));
        assert_eq!(like_a_date("soon"), None);
    }
}
