//! What each rule held against what, in words. The ordinary words never hold a sealed fact (separation, availability,
//! dependents); where there is one, the private words say it.

use std::fmt::Display;

use muster_domain::organization::PostStatus;
use muster_domain::policy::Lever;
use muster_domain::workforce::{Clearance, LanguageRequirement, ServiceCoding};

use super::Compared;
use crate::pair::Pair;
use crate::section_515::Room;

fn open(words: impl Into<String>) -> Compared {
    Compared { ordinary: words.into(), private: None }
}

fn sealed(words: impl Into<String>, private: impl Into<String>) -> Compared {
    Compared { ordinary: words.into(), private: Some(private.into()) }
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
    open(format!("needs {}, holds {}", listed(needed, "none"), listed(held, "none")))
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
    open(format!(
        "needs {}, holds {}{until}",
        clearance_title(pair.opening.terms.clearance),
        clearance_title(held.level)
    ))
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
        Room::Offered => open("there is room for one more member, beside the country's other openings offered"),
        Room::Full { members, limit } => open(format!(
            "would be member {members} in a country where the limit is {limit}, counting openings that are dearer to leave unfilled"
        )),
    }
}

pub(super) fn same_billet(pair: &Pair<'_, '_>) -> Compared {
    let number = &pair.opening.billet.number;
    match pair.mover.mover.from.map(|from| &pair.ground.world.billets[from].number) {
        Some(from) => open(format!("leaves {from}, would take {number}")),
        None => open(format!("leaves no billet, would take {number}")),
    }
}
