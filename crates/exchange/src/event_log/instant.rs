//! Instants as logs write them.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Microseconds since 1970 (UTC), and whether the text named its offset; without one it is taken as UTC.
pub(super) fn instant(text: &str) -> Option<(i64, bool)> {
    if let Some(at) = usual(text.as_bytes()) {
        return Some((at, true));
    }
    let text = text.trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some((at.as_microsecond(), true));
    }
    let civil = text.parse::<DateTime>().ok()?;
    Some((civil.to_zoned(TimeZone::UTC).ok()?.timestamp().as_microsecond(), false))
}

/// `2010-12-30T14:32:00.000+01:00` or `…Z` with any fraction: what nearly every log writes, without a detour.
fn usual(text: &[u8]) -> Option<i64> {
    let two = |place: usize| -> Option<i64> {
        let (tens, ones) = (digit(*text.get(place)?)?, digit(*text.get(place + 1)?)?);
        Some(tens * 10 + ones)
    };
    let is = |place: usize, mark: u8| text.get(place) == Some(&mark);
    if !(is(4, b'-') && is(7, b'-') && is(10, b'T') && is(13, b':') && is(16, b':')) {
        return None;
    }
    let (year, month, day) = (two(0)? * 100 + two(2)?, two(5)?, two(8)?);
    let (hour, minute, second) = (two(11)?, two(14)?, two(17)?);
    if !(1..=12).contains(&month) || day < 1 || day > days_of(year, month) || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let (mut place, mut micros) = (19, 0);
    if is(19, b'.') {
        let mut unit = 100_000;
        place = 20;
        while let Some(value) = text.get(place).copied().and_then(digit) {
            micros += value * unit;
            unit /= 10;
            place += 1;
        }
        if place == 20 {
            return None;
        }
    }
    let offset = match text.get(place)? {
        b'Z' if text.len() == place + 1 => 0,
        sign @ (b'+' | b'-') if text.len() == place + 6 && is(place + 3, b':') => {
            let (hours, minutes) = (two(place + 1)?, two(place + 4)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            (hours * 60 + minutes) * if *sign == b'-' { -60 } else { 60 }
        }
        _ => return None,
    };
    let seconds = days_from_civil(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset;
    Some(seconds * 1_000_000 + micros)
}

fn digit(byte: u8) -> Option<i64> {
    byte.is_ascii_digit().then(|| i64::from(byte - b'0'))
}

fn days_of(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the Gregorian calendar, for years from 0: years counted from March, so that the leap day is
/// a year's last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// An instant as it is written: UTC, microseconds.
pub(crate) fn written(at: i64) -> String {
    let instant = Timestamp::from_microsecond(at).unwrap_or_default();
    instant.strftime("%Y-%m-%dT%H:%M:%S.%6f+00:00").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_usual_form_means_what_the_calendar_says(at in -62_135_596_800_000_000_i64..253_370_000_000_000_000) {
            let text = Timestamp::from_microsecond(at).unwrap().to_string();
            prop_assert_eq!(usual(text.as_bytes()), Some(at), "{}", text);
            prop_assert_eq!(instant(&written(at)), Some((at, true)));
        }

        #[test]
        fn no_text_stops_the_reader(text in "[0-9TZ:.+-]{0,32}|.{0,40}") {
            if let (Some(at), Ok(known)) = (usual(text.as_bytes()), text.parse::<Timestamp>()) {
                prop_assert_eq!(at, known.as_nanosecond().div_euclid(1_000) as i64);
            }
            let _ = instant(&text);
        }
    }

    #[test]
    fn other_forms_are_read_and_what_is_no_instant_is_not() {
        let known = Some((1_293_715_920_000_000, true));
        for text in ["2010-12-30T14:32:00.000+01:00", "2010-12-30T13:32:00Z", "2010-12-30 14:32:00+0100"] {
            assert_eq!(instant(text), known, "{text}");
        }
        assert_eq!(instant("2010-12-30T13:32:00.000"), Some((1_293_715_920_000_000, false)));
        for text in ["", "yesterday", "2010-02-30T00:00:00Z", "2010-12-30T25:00:00Z", "30/12/2010", "NaT"] {
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
