//! What each rule held against what, in words. The ordinary words never hold a sealed fact (separation, availability,
//! dependents); where there is one, the private words say it.

use std::fmt::Display;

use muster_domain::organization::PostStatus;
use muster_domain::policy::Lever;
use muster_domain::workforce::{CertificateLevel, Clearance, LanguageRequirement, ServiceCoding};
use muster_domain::{Date, Grade};

use super::Compared;
use crate::movers::is_hardship;
use crate::pair::Pair;
use crate::preparation::{self, Standing};
use crate::section_515::Room;

fn open(words: impl Into<String>) -> Compared {
    Compared { ordinary: words.into(), private: None, known: true }
}

fn sealed(words: impl Into<String>, private: impl Into<String>) -> Compared {
    Compared { ordinary: words.into(), private: Some(private.into()), known: true }
}

/// As sealed, but for a fact that no source brings.
fn or_unknown(ordinary: impl Into<String>, private: Option<String>, known: bool) -> Compared {
    Compared { ordinary: ordinary.into(), private, known }
}

/// When something that is missing will be there.
fn standing(standing: Standing, what: &str) -> String {
    match standing {
        Standing::Held => String::new(),
        Standing::By(day) => format!("; {what} by {day}"),
        Standing::Missing => format!("; no {what} in time"),
    }
}

/// Items in a list, or these words for none.
fn listed<T: Display>(items: impl IntoIterator<Item = T>, none: &str) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    if items.is_empty() { none.to_owned() } else { items.join(", ") }
}

pub(super) fn service(pair: &Pair<'_, '_>) -> Compared {
    let coded = match pair.opening.kind.coding {
        ServiceCoding::Only(service) => service.title(),
        ServiceCoding::AnyMilitary => "any military service",
        ServiceCoding::MilitaryOrCivilian => "any military service or civilian",
    };
    open(format!("coded for {coded}, belongs to {}", pair.mover.profile.service))
}

pub(super) fn grade(pair: &Pair<'_, '_>) -> Compared {
    let (holds, needs) = pair.grades();
    let tolerance = match pair.ground.levers.value(Lever::GradeTolerance) {
        0 => "exactly".to_owned(),
        1 => "1 grade above or below will do".to_owned(),
        some => format!("{some} grades above or below will do"),
    };
    open(format!("needs {needs} ({tolerance}), holds {holds}"))
}

pub(super) fn specialty(pair: &Pair<'_, '_>) -> Compared {
    let held = listed(pair.mover.profile.specialties, "none");
    match pair.opening.kind.specialty {
        Some(needed) => open(format!("needs {needed}, holds {held}")),
        None => open(format!("needs none, holds {held}")),
    }
}

pub(super) fn language(pair: &Pair<'_, '_>) -> Compared {
    let needs = &pair.opening.terms.languages;
    let needed = needs.iter().map(|need| format!("{} {}/{}", need.language, need.reading, need.speaking));
    let wanted = |language: &str| needs.iter().any(|need: &LanguageRequirement| &*need.language == language);
    let scores = pair.mover.person.languages.iter().filter(|score| needs.is_empty() || wanted(&score.language));
    let months = pair.ground.levers.span(Lever::LanguageScoreMonths);
    let held = scores.map(|score| {
        let aged = muster_domain::kernel::add_months(score.tested, months) <= pair.report;
        let aged = if aged { ", aged out by the report date" } else { "" };
        format!("{} {}/{} tested {}{aged}", score.language, score.reading, score.speaking, score.tested)
    });
    let course = standing(pair.preparation.language, "course");
    open(format!("needs {}, holds {}{course}", listed(needed, "none"), listed(held, "none")))
}

fn clearance_title(clearance: Clearance) -> &'static str {
    match clearance {
        Clearance::None => "none",
        Clearance::Secret => "Secret",
        Clearance::TopSecret => "Top Secret",
        Clearance::TopSecretSci => "Top Secret/SCI",
    }
}

pub(super) fn clearance(pair: &Pair<'_, '_>) -> Compared {
    let held = pair.mover.person.clearance;
    let until = held.expires.map_or_else(String::new, |expires| format!(" until {expires}"));
    let granted = standing(pair.preparation.clearance, "clearance");
    open(format!(
        "needs {}, holds {}{until}{granted}",
        clearance_title(pair.opening.terms.clearance),
        clearance_title(held.level)
    ))
}

pub(super) fn certificate(pair: &Pair<'_, '_>) -> Compared {
    let Some(code) = pair.opening.terms.sc_code else { return open("the billet is not coded") };
    let level = |level: CertificateLevel| match level {
        CertificateLevel::Basic => "basic",
        CertificateLevel::Intermediate => "intermediate",
        CertificateLevel::Advanced => "advanced",
        CertificateLevel::Executive => "executive",
    };
    let held = preparation::certificate(pair.mover, pair.opening, pair.report).map_or("none", level);
    let training = standing(pair.preparation.certificate, "training");
    open(format!("{code} needs {} in {}, holds {held}{training}", level(code.certificate_level()), code.area.title()))
}

pub(super) fn fill_mode(pair: &Pair<'_, '_>) -> Compared {
    open(format!(
        "filled by {}, belongs to {}",
        pair.opening.kind.fill_mode.title().to_lowercase(),
        pair.mover.profile.service
    ))
}

pub(super) fn retainability(pair: &Pair<'_, '_>) -> Compared {
    let months = pair.ground.levers.value(Lever::RetainabilityMonths);
    let has = if super::checks::retainability(pair) { "has" } else { "has not" };
    let separates = pair
        .mover
        .separates
        .map_or_else(|| "no separation date recorded".to_owned(), |day| format!("separates or retires on {day}"));
    sealed(
        format!("{has} {months} months of service left from the report date on"),
        format!("{separates}; would report on {}", pair.report),
    )
}

fn since(day: Option<Date>) -> String {
    day.map_or_else(|| "in no tour".to_owned(), |day| format!("since {day}"))
}

pub(super) fn time_on_station(pair: &Pair<'_, '_>) -> Compared {
    let months = pair.ground.levers.value(Lever::TimeOnStationMonths);
    let (on, free) = (since(pair.mover.history.station_since), pair.mover.mover.free);
    open(format!("needs {months} months on station, on station {on}, free on {free}"))
}

pub(super) fn joint_credit(pair: &Pair<'_, '_>) -> Compared {
    let months = pair.ground.levers.value(Lever::JointTourMonths);
    let (on, free) = (since(pair.mover.history.station_since), pair.mover.mover.free);
    if !matches!(pair.mover.profile.grade, Grade::O(_)) {
        return open("credit is for officers");
    }
    open(format!("full credit from {months} months and a day on, in the joint tour {on}, free on {free}"))
}

pub(super) fn overseas_control(pair: &Pair<'_, '_>) -> Compared {
    if !pair.abroad() {
        return open("the billet is at home");
    }
    let (latest, control) = (pair.opening.latest, pair.mover.overseas_control);
    let private = control.map(|day| format!("sent overseas again from {day}; the billet waits until {latest}"));
    or_unknown("sent overseas again before the billet has waited too long, or not", private, control.is_some())
}

pub(super) fn foreign_limit(pair: &Pair<'_, '_>) -> Compared {
    let months = pair.ground.levers.value(Lever::ForeignLimitMonths);
    match pair.mover.history.foreign_since {
        Some(since) if pair.abroad() => sealed(
            format!("at most {months} months abroad without a break, abroad since {since}"),
            format!("a tour from {} lasts until {} at least", pair.report, pair.least_rotation()),
        ),
        Some(_) => open("the billet is at home"),
        None => open("not abroad before"),
    }
}

pub(super) fn return_rights(pair: &Pair<'_, '_>) -> Compared {
    if !pair.abroad() {
        return open("the billet is at home");
    }
    let until = pair.mover.person.personal.as_ref().and_then(|personal| personal.return_rights);
    let private =
        until.map(|day| format!("may return until {day}; the tour lasts until {} at least", pair.least_rotation()));
    or_unknown("may return to the position left behind after the shortest tour, or not", private, until.is_some())
}

pub(super) fn consecutive_hardship(pair: &Pair<'_, '_>) -> Compared {
    let says = |yes: bool| if yes { "a hardship tour" } else { "none" };
    let next = is_hardship(pair.opening.post, pair.report);
    open(format!("the last tour was {}, this would be {}", says(pair.mover.hardship), says(next)))
}

pub(super) fn family_clearance(pair: &Pair<'_, '_>) -> Compared {
    if !pair.abroad() || !pair.accompanied() {
        return sealed("asked of families that go abroad", "no family would go abroad".to_owned());
    }
    let until = pair.mover.person.family.as_ref().and_then(|family| family.cleared_until);
    let private = until.map(|day| format!("cleared until {day}, would report on {}", pair.report));
    or_unknown("asked of families that go abroad", private, until.is_some())
}

pub(super) fn accreditation(pair: &Pair<'_, '_>) -> Compared {
    match pair.opening.post.country.map(|country| &pair.ground.world.countries[country].name) {
        None => open("the billet is at home"),
        Some(name) => {
            let refused = if super::checks::accreditation(pair) { "has not refused" } else { "has refused" };
            open(format!("{name} {refused} the person before"))
        }
    }
}

pub(super) fn couples(pair: &Pair<'_, '_>) -> Compared {
    let most = pair.ground.levers.value(Lever::CommutingKm);
    // Where the spouse serves would name somebody: it is said to those who may see the family facts.
    let where_ = match super::checks::spouse_at(pair) {
        None => "no spouse of the workforce serves anywhere on the report date".to_owned(),
        Some(post) => {
            let post = &pair.ground.world.posts[post];
            format!("the spouse serves at {}, {} km away", post.name, post.distance_km(pair.opening.post))
        }
    };
    sealed(format!("couples serve at most {most} km apart"), where_)
}

pub(super) fn key_experience(pair: &Pair<'_, '_>) -> Compared {
    if !pair.opening.terms.key {
        return open("not a key billet");
    }
    let (months, days) = (pair.ground.levers.value(Lever::KeyExperienceMonths), pair.mover.history.served_days);
    open(format!("a key billet needs {months} months of security cooperation duty, has {days} days"))
}

pub(super) fn fair_share(pair: &Pair<'_, '_>) -> Compared {
    let (months, days) = (pair.ground.levers.value(Lever::FairShareMonths), pair.mover.history.hardship_days);
    open(format!("needs {months} months at hardship posts within eight years or a hardship post now, has {days} days"))
}

pub(super) fn six_eight(pair: &Pair<'_, '_>) -> Compared {
    let months = pair.ground.levers.value(Lever::DomesticLimitMonths);
    match pair.mover.history.home_since {
        Some(since) if !pair.abroad() => sealed(
            format!("at most {months} months at home without a break, at home since {since}"),
            format!("a tour from {} lasts until {} at least", pair.report, pair.least_rotation()),
        ),
        Some(_) => open("the billet is abroad"),
        None => open("not at home before"),
    }
}

pub(super) fn availability(pair: &Pair<'_, '_>) -> Compared {
    let longest = pair.ground.levers.value(Lever::ReportWindowDays);
    let (open_from, free) = (pair.opening.opening.open_from, pair.mover.mover.free);
    let available = pair
        .mover
        .available_from
        .map_or_else(|| "no later availability recorded".to_owned(), |day| format!("available from {day}"));
    sealed(
        format!("billet open from {open_from}, person free on {free}, neither waits more than {longest} days"),
        format!("{available}; the report date would be {}", pair.report),
    )
}

pub(super) fn terms(pair: &Pair<'_, '_>) -> Compared {
    match pair.opening.terms_until {
        Some(change) => {
            open(format!("the billet's terms change on {change}, the person would be awaited from {}", pair.awaited()))
        }
        None => open("no change of terms is recorded"),
    }
}

pub(super) fn authorisation(pair: &Pair<'_, '_>) -> Compared {
    match pair.opening.billet.authorised.until() {
        Some(end) => sealed(
            format!(
                "authorised until {end}, a tour of at least {} months begins when the person can report",
                pair.least_months()
            ),
            format!("a tour from {} lasts until {} at least", pair.report, pair.least_rotation()),
        ),
        None => open("authorised without an end"),
    }
}

pub(super) fn separation(pair: &Pair<'_, '_>) -> Compared {
    let months = pair.least_months();
    let fits = if super::checks::separation(pair) { "fits" } else { "does not fit" };
    let separates = pair
        .mover
        .separates
        .map_or_else(|| "no separation date recorded".to_owned(), |day| format!("separates or retires on {day}"));
    sealed(
        format!("a tour of at least {months} months {fits} before separation or retirement"),
        format!("{separates}; a tour from {} lasts until {} at least", pair.report, pair.least_rotation()),
    )
}

pub(super) fn dependents(pair: &Pair<'_, '_>) -> Compared {
    let takes = if pair.takes_dependents() {
        "dependents may come along"
    } else {
        "takes no dependents: whoever has any goes unaccompanied"
    };
    let count = pair.mover.dependents;
    let tour = if pair.accompanied() { "accompanied" } else { "unaccompanied" };
    sealed(takes, format!("{count} dependents; the tour is {tour}, {} months", pair.months()))
}

pub(super) fn post_status(pair: &Pair<'_, '_>) -> Compared {
    let status = match pair.opening.post.status_on(pair.report) {
        PostStatus::Accompanied => "accompanied",
        PostStatus::PartlyAccompanied => "partly accompanied",
        PostStatus::Unaccompanied => "unaccompanied",
        PostStatus::OrderedDeparture => "under ordered departure",
        PostStatus::Suspended => "suspended",
    };
    open(format!("{} is {status}", pair.opening.post.name))
}

pub(super) fn another_slate(pair: &Pair<'_, '_>) -> Compared {
    open(if pair.mover.slated { "in a live slate of another cycle" } else { "in no other slate" })
}

pub(super) fn billet_slated(pair: &Pair<'_, '_>) -> Compared {
    open(if pair.opening.slated { "in a live slate of another cycle" } else { "in no other slate" })
}

pub(super) fn section_515(pair: &Pair<'_, '_>) -> Compared {
    match pair.opening.room {
        Room::NotCounted => open("the billet does not count under section 515"),
        Room::Offered => open("there is room for one more member"),
        Room::Full { members, limit } => {
            open(format!("would be member {members} in a country where the limit is {limit}"))
        }
    }
}

pub(super) fn same_billet(pair: &Pair<'_, '_>) -> Compared {
    let number = &pair.opening.billet.number;
    match pair.mover.mover.from.map(|from| &pair.ground.world.billets[from].number) {
        Some(from) => open(format!("leaves {from}, would take {number}")),
        None => open(format!("leaves no billet, would take {number}")),
    }
}
