//! Where an incumbent is not what the billet asks for. A mismatch is a fact to be seen; it covers the billet all the same.

use muster_domain::kernel::{Date, add_months};
use muster_domain::policy::Lever;
use muster_domain::workforce::{BilletTerms, LanguageScore, Tour};
use muster_domain::{PersonId, World};
use serde::Serialize;

/// In what an incumbent does not match the billet on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Mismatches {
    /// The grade on the day is not the billet's.
    pub grade: bool,
    /// A required language level is not reached by an unexpired score.
    pub language: bool,
    /// No certificate of the SC code's area at its level or higher holds.
    pub certificate: bool,
}

/// Compares the person of a tour with the terms of the billet on a day.
pub fn mismatches(world: &World, tour: &Tour, terms: &BilletTerms, day: Date) -> Mismatches {
    let person = &world.people[tour.person];
    let months = |day| world.lever(Lever::LanguageScoreMonths, day);
    let language = terms
        .languages
        .iter()
        .any(|need| !person.languages.iter().any(|score| score.reaches(need) && is_current(score, day, months(day))));
    let certificate = terms.sc_code.is_some_and(|code| {
        !person
            .certificates
            .iter()
            .any(|held| held.area == code.area && held.level >= code.certificate_level() && held.holds_on(day))
    });
    Mismatches { grade: person.grade_on(day) != terms.grade, language, certificate }
}

/// A score counts from the day of the test until the lever's months have passed.
fn is_current(score: &LanguageScore, day: Date, months: i64) -> bool {
    score.tested <= day && day < aged_out(score, months)
}

fn aged_out(score: &LanguageScore, months: i64) -> Date {
    add_months(score.tested, i32::try_from(months).unwrap_or(i32::MAX))
}

/// Every day on which the comparison with this person may come out differently, whatever the billet asks.
pub(crate) fn days_of_change(world: &World, person: PersonId, mut see: impl FnMut(Date)) {
    let person = &world.people[person];
    person.grades.iter().for_each(|(from, _)| see(from));
    if !person.languages.is_empty() {
        let lever = Lever::LanguageScoreMonths;
        for score in &person.languages {
            see(score.tested);
            see(aged_out(score, lever.definition().default));
            world.lever_history(lever).for_each(|(_, set)| see(aged_out(score, set.value)));
        }
        world.lever_history(lever).for_each(|(from, _)| see(from));
    }
    for certificate in &person.certificates {
        see(certificate.earned);
        certificate.lapses.into_iter().for_each(&mut see);
    }
}
