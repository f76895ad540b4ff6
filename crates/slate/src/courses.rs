//! How long it takes to learn what a billet asks for: weeks by a language's category, of which the table of languages
//! says which it is. A language that the table does not hold has no course.

use std::collections::HashMap;
use std::sync::LazyLock;

use muster_domain::Date;
use muster_domain::policy::Lever;
use muster_domain::workforce::{CertificateLevel, Clearance, LanguageRequirement};

use crate::ground::Levers;

const LANGUAGES: &str = include_str!("../../../reference/languages.csv");

/// The lever that holds the weeks of each language's course.
static COURSES: LazyLock<HashMap<&'static str, Lever>> = LazyLock::new(|| {
    let course = |line: &'static str| {
        let mut cells = line.split(',');
        let (language, category) = (cells.next()?, cells.next()?);
        let lever = match category {
            "I" => Lever::CourseWeeksOne,
            "II" => Lever::CourseWeeksTwo,
            "III" => Lever::CourseWeeksThree,
            "IV" => Lever::CourseWeeksFour,
            _ => return None,
        };
        Some((language, lever))
    };
    LANGUAGES.lines().skip(1).filter_map(course).collect()
});

/// Weeks of the course that reaches what is needed; none where there is no such course.
pub(crate) fn language_weeks(levers: &Levers, need: &LanguageRequirement) -> Option<i32> {
    let reached = levers.value(Lever::LanguageCourseLevel);
    let highest = need.reading.max(need.speaking).half_steps();
    if i64::from(highest) > reached {
        return None;
    }
    Some(levers.span(*COURSES.get(&*need.language as &str)?))
}

/// Weeks of training from one certificate level, or none, to another; none where only what is held counts.
pub(crate) fn certificate_weeks(
    levers: &Levers,
    held: Option<CertificateLevel>,
    needed: CertificateLevel,
) -> Option<i32> {
    match levers.span(Lever::CertificateWeeks) {
        0 => None,
        weeks => Some(weeks.saturating_mul(levels_short(held, needed))),
    }
}

/// Certificate levels between what is held and what is needed.
pub(crate) fn levels_short(held: Option<CertificateLevel>, needed: CertificateLevel) -> i32 {
    needed as i32 + 1 - held.map_or(0, |held| held as i32 + 1)
}

/// Months in which a clearance is obtained; none where only one that is held counts.
pub(crate) fn clearance_months(levers: &Levers, level: Clearance) -> Option<i32> {
    let lever = match level {
        Clearance::None => return Some(0),
        Clearance::Secret => Lever::ClearanceSecretMonths,
        Clearance::TopSecret => Lever::ClearanceTopSecretMonths,
        Clearance::TopSecretSci => Lever::ClearanceSciMonths,
    };
    Some(levers.span(lever)).filter(|months| *months > 0)
}

/// So many weeks later, or the last day there is.
pub(crate) fn weeks_after(day: Date, weeks: i32) -> Date {
    day.saturating_add(jiff::Span::new().days(i64::from(weeks.clamp(0, 10_000)) * 7))
}
