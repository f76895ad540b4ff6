//! Words that several explanations share.

use muster_domain::allocation::CostPart;
use muster_domain::policy::Lever;

/// A number with its thousands apart: `12,500`.
pub(super) fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::from(if value < 0 { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// So many points.
pub(super) fn points(value: i64) -> String {
    format!("{} {}", number(value), if value == 1 { "point" } else { "points" })
}

/// So many of a noun, whose plural takes an `s` unless told.
pub(super) fn count(value: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(i64::try_from(value).unwrap_or(i64::MAX)), if value == 1 { one } else { many })
}

/// What a lever of a pair's cost prices, in a word or two.
pub(super) fn priced(lever: Lever) -> &'static str {
    match lever {
        Lever::GradeCost => "grade",
        Lever::FunctionalAreaCost => "no certificate in the area",
        Lever::LanguageMarginCost => "language not needed",
        Lever::PreferenceCost => "rank on the list",
        Lever::UnlistedCost => "not on the list",
        Lever::MoveCost => "distance",
        Lever::GapDayCost => "days open",
        Lever::HardshipRepeatCost => "second hardship tour",
        Lever::DisruptionCost => "changed from before",
        Lever::VacancyCost => "vacancy",
        Lever::PriorityCost => "priority",
        Lever::KeyBilletCost => "key billet",
        other => other.definition().group,
    }
}

/// The parts of a cost in a list, the largest first.
pub(super) fn largest_first(parts: &[CostPart]) -> String {
    let mut sorted: Vec<&CostPart> = parts.iter().filter(|part| part.points != 0).collect();
    sorted.sort_by_key(|part| std::cmp::Reverse(part.points));
    let each: Vec<String> =
        sorted.iter().map(|part| format!("{} {}", priced(part.lever), number(part.points))).collect();
    each.join(", ")
}

/// Where two costs differ, by lever: `grade +200, days open -120`.
pub(super) fn differences(of: &[CostPart], from: &[CostPart]) -> String {
    let points = |parts: &[CostPart], lever| parts.iter().find(|part| part.lever == lever).map_or(0, |p| p.points);
    let each: Vec<String> = crate::cost::PAIR_LEVERS
        .iter()
        .map(|lever| (lever, points(of, *lever) - points(from, *lever)))
        .filter(|(_, more)| *more != 0)
        .map(|(lever, more)| format!("{} {}{}", priced(*lever), if more > 0 { "+" } else { "" }, number(more)))
        .collect();
    each.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_thousands_apart() {
        let read: Vec<String> = [0, 7, 999, 1000, 12_500, -1_234_567].into_iter().map(number).collect();
        assert_eq!(read, ["0", "7", "999", "1,000", "12,500", "-1,234,567"]);
    }
}
