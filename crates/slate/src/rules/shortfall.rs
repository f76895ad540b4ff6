//! How much a pair falls short of a rule, in the unit in which the rule is waived in part. Nothing or less passes.

use muster_domain::kernel::{add_months, days_between};
use muster_domain::policy::Lever;
use muster_domain::{Date, Grade};

use crate::courses::levels_short;
use crate::pair::Pair;
use crate::preparation::certificate;

/// More than any partial waiver covers.
const FAR: i64 = 1_000_000;

fn days(from: Date, to: Date) -> i64 {
    i64::from(days_between(from, to))
}

/// Grades beyond the lever's.
pub(super) fn grade(pair: &Pair<'_, '_>) -> i64 {
    let (holds, needs): (Grade, Grade) = pair.grades();
    let tolerance = pair.ground.levers.value(Lever::GradeTolerance);
    holds.distance(needs).map_or(FAR, |steps| i64::from(steps) - tolerance)
}

/// Half steps below the level that is furthest away.
pub(super) fn language(pair: &Pair<'_, '_>) -> i64 {
    if pair.preparation.language.is_there() {
        return 0;
    }
    let short = |need: &muster_domain::workforce::LanguageRequirement| {
        let scores = pair.mover.scores.iter().filter(|aged| aged.ages_out > pair.report);
        let short = scores.filter(|aged| aged.score.language == need.language).map(|aged| {
            let below = |has: muster_domain::Ilr, needs: muster_domain::Ilr| {
                i64::from(needs.half_steps()) - i64::from(has.half_steps())
            };
            below(aged.score.reading, need.reading).max(below(aged.score.speaking, need.speaking))
        });
        short.min().unwrap_or_else(|| i64::from(need.reading.max(need.speaking).half_steps()))
    };
    pair.opening.terms.languages.iter().map(short).max().unwrap_or(0)
}

/// Certificate levels.
pub(super) fn certificate_levels(pair: &Pair<'_, '_>) -> i64 {
    match pair.opening.terms.sc_code {
        Some(code) if !pair.preparation.certificate.is_there() => {
            i64::from(levels_short(certificate(pair.mover, pair.opening, pair.report), code.certificate_level()))
        }
        _ => 0,
    }
}

/// Days by which billet or person waits too long.
pub(super) fn availability(pair: &Pair<'_, '_>) -> i64 {
    let (open_from, longest) = (pair.opening.opening.open_from, pair.ground.levers.value(Lever::ReportWindowDays));
    days(open_from, pair.report).max(days(pair.mover.mover.free, open_from)) - longest
}

/// Days that the shortest tour lasts beyond separation.
pub(super) fn separation(pair: &Pair<'_, '_>) -> i64 {
    pair.mover.separates.map_or(0, |separates| days(separates, pair.least_rotation()))
}

/// Days of service that are missing after the report date.
pub(super) fn retainability(pair: &Pair<'_, '_>) -> i64 {
    let months = pair.ground.levers.span(Lever::RetainabilityMonths);
    let needed = add_months(pair.report, months);
    pair.mover.separates.filter(|_| months > 0).map_or(0, |separates| days(separates, needed))
}

/// Days on station that are missing.
pub(super) fn time_on_station(pair: &Pair<'_, '_>) -> i64 {
    let months = pair.ground.levers.span(Lever::TimeOnStationMonths);
    pair.mover.history.station_since.map_or(0, |since| days(pair.mover.mover.free, add_months(since, months)))
}

/// Days of the joint tour that are missing for full credit.
pub(super) fn joint_credit(pair: &Pair<'_, '_>) -> i64 {
    let months = pair.ground.levers.span(Lever::JointTourMonths);
    match (pair.mover.profile.grade, pair.mover.history.station_since) {
        (Grade::O(_), Some(since)) if months > 0 => days(pair.mover.mover.free, add_months(since, months)) + 1,
        _ => 0,
    }
}

/// Days by which the overseas control date lies too late.
pub(super) fn overseas_control(pair: &Pair<'_, '_>) -> i64 {
    match pair.mover.overseas_control {
        Some(control) if pair.abroad() => days(pair.opening.latest, control),
        _ => 0,
    }
}

/// Days abroad beyond the limit.
pub(super) fn foreign_limit(pair: &Pair<'_, '_>) -> i64 {
    let months = pair.ground.levers.span(Lever::ForeignLimitMonths);
    match pair.mover.history.foreign_since {
        Some(since) if pair.abroad() => days(add_months(since, months), pair.least_rotation()),
        _ => 0,
    }
}

/// Days that the shortest tour lasts beyond the return rights.
pub(super) fn return_rights(pair: &Pair<'_, '_>) -> i64 {
    match pair.mover.person.personal.as_ref().and_then(|personal| personal.return_rights) {
        Some(until) if pair.abroad() => days(until, pair.least_rotation()),
        _ => 0,
    }
}

/// Days of experience that are missing.
pub(super) fn key_experience(pair: &Pair<'_, '_>) -> i64 {
    if !pair.opening.terms.key {
        return 0;
    }
    let free = pair.mover.mover.free;
    let months = pair.ground.levers.span(Lever::KeyExperienceMonths);
    days(add_months(free, -months), free) - pair.mover.history.served_days
}

/// Days at home beyond the limit.
pub(super) fn six_eight(pair: &Pair<'_, '_>) -> i64 {
    let months = pair.ground.levers.span(Lever::DomesticLimitMonths);
    match pair.mover.history.home_since {
        Some(since) if !pair.abroad() => days(add_months(since, months), pair.least_rotation()),
        _ => 0,
    }
}
