//! What a person still has to learn or be granted before they can report: a language course, training for a
//! certificate, a clearance. Each begins on the day asked; all run beside one another; the report date waits for them as
//! long as the billet waits for anybody.

use std::collections::BTreeSet;

use muster_domain::kernel::add_months;
use muster_domain::workforce::{CertificateLevel, LanguageRequirement};
use muster_domain::{Date, Text};

use crate::courses::{certificate_weeks, clearance_months, language_weeks, levels_short, weeks_after};
use crate::ground::Ground;
use crate::movers::MoverFacts;
use crate::openings::OpeningFacts;
use crate::pair::Pair;

/// How one thing that a billet asks for stands on the report date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Standing {
    /// Held, or not asked for.
    #[default]
    Held,
    /// Not held, and had by this day, which is not after the report date.
    By(Date),
    /// Not to be had in time.
    Missing,
}

impl Standing {
    /// Whether it is there on the report date.
    pub(crate) fn is_there(self) -> bool {
        self != Self::Missing
    }
}

/// What is held and what is still to be had by the report date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Preparation {
    pub(crate) language: Standing,
    pub(crate) certificate: Standing,
    pub(crate) clearance: Standing,
    /// Weeks of courses and training in it.
    pub(crate) weeks: i32,
}

/// The report date, put off until what is missing is there, and how each thing stands then. `from` is the first day on
/// which the billet is open and the person ready. A later day never makes the answer better.
pub(crate) fn prepared(
    ground: &Ground<'_>,
    mover: &MoverFacts<'_>,
    opening: &OpeningFacts<'_>,
    from: Date,
) -> (Date, Preparation) {
    let latest = opening.latest.max(from);
    let mut report = from;
    // Each round puts the date off for a thing not held then; three things can be missing, so it ends.
    loop {
        let found = on(ground, mover, opening, report, latest);
        let ready =
            [found.language, found.certificate, found.clearance].into_iter().filter_map(|standing| match standing {
                Standing::By(day) => Some(day),
                Standing::Held | Standing::Missing => None,
            });
        match ready.max() {
            Some(day) if day > report => report = day,
            _ => return (report, found),
        }
    }
}

fn on(
    ground: &Ground<'_>,
    mover: &MoverFacts<'_>,
    opening: &OpeningFacts<'_>,
    report: Date,
    latest: Date,
) -> Preparation {
    let (levers, today, terms) = (&ground.levers, ground.today, opening.terms);
    let by = |day: Option<Date>| day.filter(|day| *day <= latest).map_or(Standing::Missing, Standing::By);
    let mut found = Preparation::default();
    if !terms.languages.is_empty() {
        let missing = || terms.languages.iter().filter(|need| !speaks(mover, need, report));
        if missing().next().is_some() {
            let weeks: Option<i32> = missing().map(|need| language_weeks(levers, need)).sum();
            found.language = by(weeks.map(|weeks| weeks_after(today, weeks)));
            if found.language.is_there() {
                found.weeks += weeks.unwrap_or(0);
            }
        }
    }
    if let Some(code) = terms.sc_code {
        let (needed, held) = (code.certificate_level(), certificate(mover, opening, report));
        if levels_short(held, needed) > 0 {
            let weeks = certificate_weeks(levers, held, needed);
            found.certificate = by(weeks.map(|weeks| weeks_after(today, weeks)));
            if found.certificate.is_there() {
                found.weeks += weeks.unwrap_or(0);
            }
        }
    }
    if mover.person.clearance.on(report) < terms.clearance {
        found.clearance = by(clearance_months(levers, terms.clearance).map(|months| add_months(today, months)));
    }
    found
}

/// The courses that a pair needs before the report date.
pub(crate) struct Courses<'w> {
    /// Each language once.
    pub(crate) languages: BTreeSet<&'w Text>,
    /// Whether training for a certificate.
    pub(crate) certificate: bool,
}

/// What a pair still has to learn.
pub(crate) fn courses<'w>(pair: &Pair<'_, 'w>) -> Courses<'w> {
    let by = |standing| matches!(standing, Standing::By(_));
    let missing = |need: &&LanguageRequirement| !speaks(pair.mover, need, pair.report);
    let needs = pair.opening.terms.languages.iter().filter(|_| by(pair.preparation.language));
    Courses {
        languages: needs.filter(missing).map(|need| &need.language).collect(),
        certificate: by(pair.preparation.certificate),
    }
}

fn speaks(mover: &MoverFacts<'_>, need: &LanguageRequirement, report: Date) -> bool {
    mover.scores.iter().any(|aged| aged.ages_out > report && aged.score.reaches(need))
}

/// The highest certificate that a person holds in the area of the billet's code.
pub(crate) fn certificate(mover: &MoverFacts<'_>, opening: &OpeningFacts<'_>, day: Date) -> Option<CertificateLevel> {
    let area = opening.terms.sc_code?.area;
    let held = mover.person.certificates.iter().filter(|held| held.area == area && held.holds_on(day));
    held.map(|held| held.level).max()
}
