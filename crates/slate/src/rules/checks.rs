//! Whether each rule holds: on facts only, without a word, because it is asked millions of times.

use muster_domain::kernel::days_between;
use muster_domain::organization::PostStatus;
use muster_domain::policy::Lever;

use crate::ground::Levers;
use crate::movers::{MoverFacts, Profile};
use crate::openings::{Kind, OpeningFacts};
use crate::pair::Pair;
use crate::section_515::Room;

pub(super) fn service(profile: &Profile<'_>, kind: &Kind<'_>, _: &Levers) -> bool {
    kind.coding.admits(profile.service)
}

pub(super) fn grade(profile: &Profile<'_>, kind: &Kind<'_>, levers: &Levers) -> bool {
    let tolerance = levers.value(Lever::GradeTolerance);
    profile.grade.distance(kind.grade).is_some_and(|steps| i64::from(steps) <= tolerance)
}

pub(super) fn specialty(profile: &Profile<'_>, kind: &Kind<'_>, _: &Levers) -> bool {
    kind.specialty.is_none_or(|needed| profile.specialties.contains(needed))
}

pub(super) fn language(pair: &Pair<'_, '_>) -> bool {
    pair.opening
        .terms
        .languages
        .iter()
        .all(|need| pair.mover.scores.iter().any(|aged| aged.ages_out > pair.report && aged.score.reaches(need)))
}

pub(super) fn clearance(pair: &Pair<'_, '_>) -> bool {
    pair.mover.person.clearance.on(pair.report) >= pair.opening.terms.clearance
}

pub(super) fn availability(pair: &Pair<'_, '_>) -> bool {
    let longest = pair.ground.levers.span(Lever::ReportWindowDays);
    days_between(pair.opening.opening.open_from, pair.report) <= longest
        && days_between(pair.mover.ready, pair.report) <= longest
}

pub(super) fn terms(pair: &Pair<'_, '_>) -> bool {
    pair.opening.terms_until.is_none_or(|change| pair.report < change)
}

pub(super) fn authorisation(pair: &Pair<'_, '_>) -> bool {
    pair.opening.billet.authorised.until().is_none_or(|end| pair.least_rotation() <= end)
}

pub(super) fn separation(pair: &Pair<'_, '_>) -> bool {
    pair.mover.separates.is_none_or(|separates| pair.least_rotation() <= separates)
}

pub(super) fn dependents(_: &Pair<'_, '_>) -> bool {
    true
}

pub(super) fn post_status(pair: &Pair<'_, '_>) -> bool {
    !matches!(pair.opening.post.status_on(pair.report), PostStatus::OrderedDeparture | PostStatus::Suspended)
}

pub(super) fn another_slate(mover: &MoverFacts<'_>) -> bool {
    !mover.slated
}

pub(super) fn billet_slated(opening: &OpeningFacts<'_>) -> bool {
    !opening.slated
}

pub(super) fn section_515(opening: &OpeningFacts<'_>) -> bool {
    !matches!(opening.room, Room::Full { .. })
}

pub(super) fn same_billet(pair: &Pair<'_, '_>) -> bool {
    pair.mover.mover.from != Some(pair.opening.opening.billet)
}
