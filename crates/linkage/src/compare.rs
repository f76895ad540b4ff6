//! Two rows, field by field. Which of the two is asked about which changes nothing, but for the names of the parts
//! where family and given name are swapped.

use jiff::civil::Date;

use crate::evidence::Finding;
use crate::name::{Name, Reading, Token};
use crate::prepared::{Grade, Prepared};

/// How two names agree, read in one way each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NameFindings<'a> {
    pub family: Finding,
    /// The two tokens that were compared, of the first and of the second row.
    pub family_tokens: Option<(&'a Token, &'a Token)>,
    pub given: Finding,
    pub given_tokens: Option<(&'a Token, &'a Token)>,
    pub middle: Finding,
    pub middle_tokens: Option<(&'a Token, &'a Token)>,
    pub swapped: bool,
}

/// Every pair of readings that is worth a look. A swap is one only where both names say which is the family name, and
/// it is the first that is read against what it says.
pub(crate) fn readings<'a>(a: &'a Name, b: &'a Name) -> impl Iterator<Item = NameFindings<'a>> {
    a.readings
        .iter()
        .filter(|a| !a.swapped || b.ordered)
        .flat_map(|a| b.readings.iter().filter(|b| !b.swapped).map(move |b| (a, b)))
        .map(|(a, b)| name(a, b))
}

fn name<'a>(a: &'a Reading, b: &'a Reading) -> NameFindings<'a> {
    let (family, family_tokens) = family(a, b);
    let (given, given_tokens) = given(a, b);
    let (middle, middle_tokens) = match (a.middle.first(), b.middle.first()) {
        (Some(first), Some(second)) if given != Finding::GoesByMiddle => (token(first, second), Some((first, second))),
        _ => (Finding::NotGiven, None),
    };
    NameFindings { family, family_tokens, given, given_tokens, middle, middle_tokens, swapped: a.swapped != b.swapped }
}

type Compared<'a> = (Finding, Option<(&'a Token, &'a Token)>);

fn family<'a>(a: &'a Reading, b: &'a Reading) -> Compared<'a> {
    if let ([first], [second]) = (a.family.as_slice(), b.family.as_slice()) {
        return (token(first, second), Some((first, second)));
    }
    let (Some(whole_a), Some(whole_b)) =
        (a.family_whole.as_ref().or(a.family.first()), b.family_whole.as_ref().or(b.family.first()))
    else {
        return (Finding::NotGiven, None);
    };
    if whole_a.hash == whole_b.hash {
        return (Finding::Same, Some((whole_a, whole_b)));
    }
    let shared = a
        .family
        .iter()
        .flat_map(|first| b.family.iter().map(move |second| (first, second)))
        .find(|(first, second)| first.full() && first.hash == second.hash);
    if let Some(shared) = shared {
        return (Finding::Part, Some(shared));
    }
    match token(whole_a, whole_b) {
        Finding::Another => {
            // Half of a double name, mistyped: worth no more than any likeness.
            let near = a.family.iter().any(|first| {
                b.family.iter().any(|second| !matches!(token(first, second), Finding::Another | Finding::Initial))
            });
            (if near { Finding::Alike } else { Finding::Another }, Some((whole_a, whole_b)))
        }
        finding => (finding, Some((whole_a, whole_b))),
    }
}

fn given<'a>(a: &'a Reading, b: &'a Reading) -> Compared<'a> {
    let (Some(first), Some(second)) = (&a.given, &b.given) else { return (Finding::NotGiven, None) };
    let plain = token(first, second);
    if plain == Finding::Same {
        return (plain, Some((first, second)));
    }
    if first.full() && second.full() && short_form(first, second) {
        return (Finding::ShortForm, Some((first, second)));
    }
    if plain != Finding::Another {
        return (plain, Some((first, second)));
    }
    let by_middle = |name: &'a Token, other: &'a Reading| {
        other.middle.iter().find(|middle| {
            matches!(token(name, middle), Finding::Same | Finding::Initial)
                || (name.full() && middle.full() && short_form(name, middle))
        })
    };
    if let Some(middle) = by_middle(first, b) {
        return (Finding::GoesByMiddle, Some((first, middle)));
    }
    if let Some(middle) = by_middle(second, a) {
        return (Finding::GoesByMiddle, Some((middle, second)));
    }
    (plain, Some((first, second)))
}

/// One is a short form of the other, or both are of a third.
fn short_form(a: &Token, b: &Token) -> bool {
    a.formal.contains(&b.hash) || b.formal.contains(&a.hash) || a.formal.iter().any(|formal| b.formal.contains(formal))
}

/// Two words, or a word and an initial.
pub(crate) fn token(a: &Token, b: &Token) -> Finding {
    const SHORTEST_CUT: usize = 3;
    const SHORTEST_TYPO: usize = 3;
    const ALIKE: f64 = 0.9;
    const ALIKE_BY_SOUND: f64 = 0.8;
    if a.hash == b.hash {
        return Finding::Same;
    }
    if !a.full() || !b.full() {
        return if a.initial == b.initial { Finding::Initial } else { Finding::Another };
    }
    let (short, long) = if a.text.len() <= b.text.len() { (&a.text, &b.text) } else { (&b.text, &a.text) };
    if short.len() >= SHORTEST_TYPO
        && let Some(finding) = one_edit(short.as_bytes(), long.as_bytes())
    {
        return finding;
    }
    if short.len() >= SHORTEST_CUT && long.starts_with(short.as_str()) {
        return Finding::Cut;
    }
    if long.len() - short.len() > 3 || (a.initial != b.initial && a.sound != b.sound) {
        return Finding::Another;
    }
    let likeness = strsim::jaro_winkler(short, long);
    if likeness >= ALIKE || (a.sound == b.sound && likeness >= ALIKE_BY_SOUND) {
        Finding::Alike
    } else {
        Finding::Another
    }
}

/// `OneDiffers` or `Transposed` if one edit makes the one the other; the two differ, `short` is not the longer.
fn one_edit(short: &[u8], long: &[u8]) -> Option<Finding> {
    let front = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[front..], &long[front..]);
    let back = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&short[..short.len() - back], &long[..long.len() - back]) {
        ([] | [_], [_]) => Some(Finding::OneDiffers),
        ([a, b], [c, d]) if a == d && b == c => Some(Finding::Transposed),
        _ => None,
    }
}

/// The best agreement of any two numbers.
pub(crate) fn numbers(a: &Prepared, b: &Prepared) -> Finding {
    /// Below this length two numbers are near each other by chance.
    const SHORTEST: usize = 6;
    let mut best = Finding::NotGiven;
    for first in &a.numbers {
        for second in &b.numbers {
            if first == second {
                return Finding::Same;
            }
            let (short, long) = if first.len() <= second.len() { (first, second) } else { (second, first) };
            match one_edit(short.as_bytes(), long.as_bytes()) {
                Some(finding) if short.len() >= SHORTEST => best = finding,
                _ if best == Finding::NotGiven => best = Finding::Another,
                _ => {}
            }
        }
    }
    best
}

/// Two dates of birth.
pub(crate) fn born(a: Option<Date>, b: Option<Date>) -> Finding {
    let (Some(a), Some(b)) = (a, b) else { return Finding::NotGiven };
    if a == b {
        return Finding::Same;
    }
    if a.year() == b.year() && a.month() == b.day() && a.day() == b.month() {
        return Finding::DayAndMonth;
    }
    let (a, b) = (digits(a), digits(b));
    one_edit(&a, &b).unwrap_or(Finding::Another)
}

fn digits(date: Date) -> [u8; 8] {
    let year = date.year().unsigned_abs();
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let digit = |value: u16, place: u16| (value / place % 10) as u8;
    [digit(year, 1000), digit(year, 100), digit(year, 10), digit(year, 1), month / 10, month % 10, day / 10, day % 10]
}

/// Two grades.
pub(crate) fn grades(a: Option<Grade>, b: Option<Grade>) -> Finding {
    match (a, b) {
        (None, _) | (_, None) => Finding::NotGiven,
        (Some(a), Some(b)) if a == b => Finding::Same,
        (Some(Grade::Step(letters, a)), Some(Grade::Step(others, b))) if letters == others => match a.abs_diff(b) {
            1 => Finding::OneStep,
            2 => Finding::TwoSteps,
            _ => Finding::Another,
        },
        _ => Finding::Another,
    }
}

/// Two codes.
pub(crate) fn codes(a: Option<u64>, b: Option<u64>) -> Finding {
    match (a, b) {
        (Some(a), Some(b)) if a == b => Finding::Same,
        (Some(_), Some(_)) => Finding::Another,
        _ => Finding::NotGiven,
    }
}

/// Two lists of codes, and the rarest they share by `count`.
pub(crate) fn lists(a: &[u64], b: &[u64], count: impl Fn(u64) -> u32) -> (Finding, u32) {
    if a.is_empty() || b.is_empty() {
        return (Finding::NotGiven, 0);
    }
    match a.iter().filter(|code| b.contains(code)).map(|&code| count(code)).min() {
        Some(count) => (Finding::Same, count),
        None => (Finding::Another, 0),
    }
}
