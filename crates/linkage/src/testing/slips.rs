//! How clerks err.

use jiff::civil::Date;

use super::dice::Dice;

/// Keys that lie beside each key.
const BESIDE: [(char, &str); 26] = [
    ('a', "qsz"),
    ('b', "vgn"),
    ('c', "xdv"),
    ('d', "sfe"),
    ('e', "wrd"),
    ('f', "dgr"),
    ('g', "fht"),
    ('h', "gjy"),
    ('i', "uok"),
    ('j', "hku"),
    ('k', "jli"),
    ('l', "kop"),
    ('m', "nk"),
    ('n', "bmh"),
    ('o', "ipl"),
    ('p', "ol"),
    ('q', "wa"),
    ('r', "etf"),
    ('s', "adw"),
    ('t', "ryg"),
    ('u', "yij"),
    ('v', "cbf"),
    ('w', "qes"),
    ('x', "zcs"),
    ('y', "tuh"),
    ('z', "xas"),
];

/// Letters that are heard alike.
const HEARD: [(&str, &str); 12] = [
    ("ph", "f"),
    ("ck", "k"),
    ("ie", "ei"),
    ("ei", "ie"),
    ("nn", "n"),
    ("ll", "l"),
    ("tt", "t"),
    ("son", "sen"),
    ("sen", "son"),
    ("ey", "y"),
    ("ea", "ee"),
    ("mac", "mc"),
];

/// One slip in a word; one in ten words that have one has a second.
pub(crate) fn word(text: &str, dice: &mut Dice) -> String {
    let once = slip(text, dice);
    if dice.per_mille(100) { slip(&once, dice) } else { once }
}

fn slip(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 2 {
        return text.to_owned();
    }
    let at = dice.roll(letters.len());
    match dice.roll(100) {
        0..=34 => {
            let lower = letters[at].to_ascii_lowercase();
            if let Some((_, beside)) = BESIDE.iter().find(|(key, _)| *key == lower) {
                let beside: Vec<char> = beside.chars().collect();
                let new = *dice.pick(&beside);
                letters[at] = if letters[at].is_uppercase() { new.to_ascii_uppercase() } else { new };
            }
        }
        35..=54 => {
            letters.remove(at);
        }
        55..=64 => letters.insert(at, letters[at]),
        65..=79 => {
            let at = at.min(letters.len() - 2);
            letters.swap(at, at + 1);
        }
        _ => {
            let lower = text.to_lowercase();
            if let Some((heard, written)) = HEARD.iter().find(|(heard, _)| lower.contains(heard)) {
                return lower.replacen(heard, written, 1);
            }
            letters.remove(at);
        }
    }
    letters.into_iter().collect()
}

/// One slip in a number: a digit is another, is left out, or two change places.
pub(crate) fn number(text: &str, dice: &mut Dice) -> String {
    let mut digits: Vec<char> = text.chars().collect();
    let at = dice.roll(digits.len() - 1);
    match dice.roll(10) {
        0..=4 => digits[at] = char::from(b'0' + dice.roll(10) as u8),
        5..=7 => digits.swap(at, at + 1),
        8 => {
            digits.remove(at);
        }
        _ => {
            digits[at] = char::from(b'0' + dice.roll(10) as u8);
            let other = dice.roll(digits.len());
            digits[other] = char::from(b'0' + dice.roll(10) as u8);
        }
    }
    digits.into_iter().collect()
}

/// A date that was typed wrong: the year, the month or the day, by one digit, or the whole date.
pub(crate) fn date(day: Date, dice: &mut Dice) -> Date {
    match dice.roll(10) {
        0..=2 => Date::new(day.year() + [-10, -1, 1, 10][dice.roll(4)], day.month(), day.day()).unwrap_or(day),
        3..=4 => Date::new(day.year(), 1 + dice.roll(12) as i8, day.day()).unwrap_or(day),
        5..=7 => Date::new(day.year(), day.month(), 1 + dice.roll(28) as i8).unwrap_or(day),
        8 => Date::new(1950 + dice.roll(55) as i16, day.month(), day.day()).unwrap_or(day),
        _ => Date::new(1950 + dice.roll(55) as i16, 1 + dice.roll(12) as i8, 1 + dice.roll(28) as i8).unwrap_or(day),
    }
}

/// Day and month swapped, where that is a date.
pub(crate) fn day_and_month(day: Date) -> Date {
    Date::new(day.year(), day.day(), day.month()).unwrap_or(day)
}
