//! Everything that can happen to a case, with its code.

use muster_caseflow::histories::{HOLD, HOLD_LIFTED, REQUEST};
use muster_domain::cases::{Case, DocumentKind, Milestone, NotificationStep};
use muster_domain::{Date, Text};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Happened {
    /// The letter of request was received.
    Request,
    /// A milestone was reached.
    Milestone(Milestone),
    /// An approved hold begins.
    HoldBegins,
    /// A hold is lifted.
    HoldLifted,
    /// A step of the notification of Congress was taken.
    Notification(NotificationStep),
    /// A document after the basic offer took effect.
    Document(DocumentKind),
}

/// Codes of ours where the field has none: the letter of request, the notification and the documents.
const OTHERS: &[(Happened, &str, &str)] = &[
    (Happened::Request, REQUEST, "Letter of request received"),
    (Happened::HoldLifted, HOLD_LIFTED, "Hold lifted"),
    (Happened::HoldBegins, HOLD, "Put on hold"),
    (Happened::Notification(NotificationStep::TieredReview), "CNTIER", "Tiered review begun"),
    (Happened::Notification(NotificationStep::TieredCleared), "CNCLEAR", "Tiered review over"),
    (Happened::Notification(NotificationStep::AdvanceNotice), "CNADVANCE", "Advance notice given to Congress"),
    (Happened::Notification(NotificationStep::Formal), "CNFORMAL", "Congress formally notified"),
    (Happened::Document(DocumentKind::Amendment), "AMENDMENT", "Amendment"),
    (Happened::Document(DocumentKind::Modification), "MODIFICATION", "Modification"),
    (Happened::Document(DocumentKind::Restatement), "RESTATEMENT", "Restatement"),
    (Happened::Document(DocumentKind::Counteroffer), "COUNTEROFFER", "Counteroffer"),
    (Happened::Document(DocumentKind::Reactivation), "REACTIVATION", "Reactivation of a cancelled offer"),
];

impl Happened {
    /// Everything with its code and title.
    pub fn all() -> impl Iterator<Item = (Self, &'static str, &'static str)> {
        let milestones = Milestone::ALL.iter().map(|one| (Self::Milestone(one.milestone), one.code, one.title));
        OTHERS.iter().copied().chain(milestones)
    }

    /// Its code and title.
    pub fn named(self) -> (&'static str, &'static str) {
        let found = Self::all().find(|(one, ..)| *one == self);
        found.map(|(_, code, title)| (code, title)).expect("a test holds every value against the list")
    }

    /// What a code stands for, in any case of letters.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::all().find(|(_, known, _)| known.eq_ignore_ascii_case(code.trim())).map(|(one, ..)| one)
    }
}

/// What is said beside the day; empty where nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// Of a hold: the organisation that asked for it.
    pub requester: Option<Text>,
    /// Of a hold: why.
    pub justification: Option<Text>,
    /// Of a hold: the day by which it is to end.
    pub until: Option<Date>,
    /// Of a document: the how-manieth of its kind.
    pub number: Option<u16>,
    /// Of a document: by how much the value changed, US cents.
    pub change_cents: Option<i64>,
}

/// Something that happened to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// What.
    pub what: Happened,
    /// The day.
    pub on: Date,
    /// What is said beside it.
    pub details: Details,
}

impl Happening {
    fn new(what: Happened, on: Date) -> Self {
        Self { what, on, details: Details::default() }
    }

    /// Everything that happened to a case by a day, by day; on one day a hold is lifted before the case moves.
    pub fn of(case: &Case, until: Date) -> Vec<Self> {
        let mut all = vec![Self::new(Happened::Request, case.lor)];
        for hold in case.holds.iter().filter(|hold| hold.decision.as_ref().is_some_and(|decision| decision.approved)) {
            let details = Details {
                requester: Some(hold.requester.clone()),
                justification: Some(hold.justification.clone()),
                until: hold.until,
                ..Details::default()
            };
            all.push(Self { details, ..Self::new(Happened::HoldBegins, hold.from) });
            all.extend(hold.lifted.map(|on| Self::new(Happened::HoldLifted, on)));
        }
        all.extend(case.reached().into_iter().map(|one| Self::new(Happened::Milestone(one.milestone), one.on)));
        all.extend(case.notification.steps.iter().map(|(step, on)| Self::new(Happened::Notification(*step), *on)));
        all.extend(case.documents.iter().map(|document| {
            let details = Details {
                number: Some(document.number),
                change_cents: Some(document.change_cents),
                ..Details::default()
            };
            Self { details, ..Self::new(Happened::Document(document.kind), document.on) }
        }));
        all.retain(|one| one.on <= until);
        all.sort_by_key(|one| one.on);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_for_one_thing_and_everything_has_one() {
        let codes: std::collections::BTreeSet<&str> = Happened::all().map(|(_, code, _)| code).collect();
        assert_eq!(codes.len(), Happened::all().count());
        for (what, code, title) in Happened::all() {
            assert_eq!(what.named(), (code, title));
            assert_eq!(Happened::of_code(&format!(" {} ", code.to_lowercase())), Some(what));
        }
        for step in NotificationStep::ALL {
            assert!(!Happened::Notification(step).named().0.is_empty());
        }
    }
}
