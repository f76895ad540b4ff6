//! Whether each rule holds: on facts only, without a word, because it is asked millions of times.

use muster_domain::kernel::{add_months, days_between};
use muster_domain::organization::PostStatus;
use muster_domain::policy::Lever;
use muster_domain::workforce::FillMode;
use muster_domain::{PostId, Service};

use super::shortfall;
use crate::ground::Levers;
use crate::movers::{MoverFacts, Profile, is_hardship};
use crate::openings::{Kind, OpeningFacts};
use crate::pair::Pair;
use crate::section_515::Room;

pub(super) fn service(profile: &Profile<'_>, kind: &Kind<'_>, _: &Levers) -> bool {
    kind.coding.admits(profile.service)
}

/// Service nominations, boards and temporary fills bring members; recruitment and reassignment bring civilians.
pub(super) fn fill_mode(profile: &Profile<'_>, kind: &Kind<'_>, _: &Levers) -> bool {
    match kind.fill_mode {
        FillMode::ServiceNomination | FillMode::NominativeBoard | FillMode::Temporary => profile.service.is_military(),
        FillMode::CivilianRecruitment | FillMode::CivilianReassignment => profile.service == Service::Civilian,
        FillMode::LocallyEmployed => false,
    }
}

pub(super) fn grade(profile: &Profile<'_>, kind: &Kind<'_>, levers: &Levers) -> bool {
    let tolerance = levers.value(Lever::GradeTolerance);
    profile.grade.distance(kind.grade).is_some_and(|steps| i64::from(steps) <= tolerance)
}

pub(super) fn specialty(profile: &Profile<'_>, kind: &Kind<'_>, _: &Levers) -> bool {
    kind.specialty.is_none_or(|needed| profile.specialties.contains(needed))
}

pub(super) fn language(pair: &Pair<'_, '_>) -> bool {
    pair.preparation.language.is_there()
}

pub(super) fn clearance(pair: &Pair<'_, '_>) -> bool {
    pair.preparation.clearance.is_there()
}

pub(super) fn certificate(pair: &Pair<'_, '_>) -> bool {
    pair.preparation.certificate.is_there()
}

pub(super) fn availability(pair: &Pair<'_, '_>) -> bool {
    shortfall::availability(pair) <= 0
}

pub(super) fn terms(pair: &Pair<'_, '_>) -> bool {
    pair.opening.terms_until.is_none_or(|change| pair.report < change)
}

pub(super) fn authorisation(pair: &Pair<'_, '_>) -> bool {
    pair.opening.billet.authorised.until().is_none_or(|end| pair.least_rotation() <= end)
}

pub(super) fn separation(pair: &Pair<'_, '_>) -> bool {
    shortfall::separation(pair) <= 0
}

pub(super) fn retainability(pair: &Pair<'_, '_>) -> bool {
    shortfall::retainability(pair) <= 0
}

pub(super) fn time_on_station(pair: &Pair<'_, '_>) -> bool {
    shortfall::time_on_station(pair) <= 0
}

pub(super) fn joint_credit(pair: &Pair<'_, '_>) -> bool {
    shortfall::joint_credit(pair) <= 0
}

/// How a fact that nobody brings is counted.
fn unknown(pair: &Pair<'_, '_>) -> bool {
    pair.ground.levers.value(Lever::UnknownFactsPass) == 1
}

pub(super) fn overseas_control(pair: &Pair<'_, '_>) -> bool {
    match pair.mover.overseas_control {
        None if pair.abroad() => unknown(pair),
        _ => shortfall::overseas_control(pair) <= 0,
    }
}

pub(super) fn foreign_limit(pair: &Pair<'_, '_>) -> bool {
    shortfall::foreign_limit(pair) <= 0
}

pub(super) fn return_rights(pair: &Pair<'_, '_>) -> bool {
    match pair.mover.person.personal.as_ref().and_then(|personal| personal.return_rights) {
        None if pair.abroad() => unknown(pair),
        _ => shortfall::return_rights(pair) <= 0,
    }
}

pub(super) fn consecutive_hardship(pair: &Pair<'_, '_>) -> bool {
    !(pair.mover.hardship && is_hardship(pair.opening.post, pair.report))
}

pub(super) fn family_clearance(pair: &Pair<'_, '_>) -> bool {
    if !pair.abroad() || !pair.accompanied() {
        return true;
    }
    match pair.mover.person.family.as_ref().and_then(|family| family.cleared_until) {
        None => unknown(pair),
        Some(until) => until > pair.report,
    }
}

pub(super) fn accreditation(pair: &Pair<'_, '_>) -> bool {
    pair.opening.post.country.is_none_or(|country| !pair.mover.history.refused_by.contains(&country))
}

/// Where the spouse serves on the report date, if in a tour that is known then.
pub(super) fn spouse_at(pair: &Pair<'_, '_>) -> Option<PostId> {
    let world = pair.ground.world;
    let tours = pair.mover.spouse?.tours.iter().map(|tour| &world.tours[*tour]);
    let tour = tours
        .filter(|tour| tour.is_primary() && pair.ground.counts(tour))
        .find(|tour| tour.period().is_some_and(|period| period.contains(pair.report)))?;
    Some(world.billets[tour.billet].terms_near(pair.report).place)
}

pub(super) fn couples(pair: &Pair<'_, '_>) -> bool {
    let most = pair.ground.levers.value(Lever::CommutingKm);
    spouse_at(pair).is_none_or(|post| i64::from(pair.ground.world.posts[post].distance_km(pair.opening.post)) <= most)
}

pub(super) fn key_experience(pair: &Pair<'_, '_>) -> bool {
    shortfall::key_experience(pair) <= 0
}

pub(super) fn fair_share(pair: &Pair<'_, '_>) -> bool {
    let free = pair.mover.mover.free;
    let needed = days_between(add_months(free, -pair.ground.levers.span(Lever::FairShareMonths)), free);
    is_hardship(pair.opening.post, pair.report) || pair.mover.history.hardship_days >= i64::from(needed)
}

pub(super) fn six_eight(pair: &Pair<'_, '_>) -> bool {
    shortfall::six_eight(pair) <= 0
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

pub(super) fn section_515(pair: &Pair<'_, '_>) -> bool {
    !matches!(pair.opening.room, Room::Full { .. })
}

pub(super) fn same_billet(pair: &Pair<'_, '_>) -> bool {
    pair.mover.mover.from != Some(pair.opening.opening.billet)
}
