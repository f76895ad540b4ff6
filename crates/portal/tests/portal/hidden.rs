//! What a purchaser must not see changes nothing on any page: holds, the review inside State, the notification, notes,
//! correspondence, reasons for delay, managers, corrections without effect, another code's cases, steps that are not shown.

use muster_domain::cases::{
    AnswerLetter, AnswerOwed, AnswerPurchaser, CaseHolder, CorrectLetter, DecideHold, DelayReason, ExtendOffer,
    LetterAnswerKind, LetterChange, LetterDirection, LetterFacts, LetterKind, LiftHold, Milestone, NoteCase, NoteDelay,
    NotificationStep, PlaceHold, RecordMilestone, RecordNotification, RegisterLetter, SetLines, WriteMessage,
};
use muster_domain::{CaseId, Command, Text};
use muster_portal::{Language, Words};
use proptest::prelude::*;

use super::build::{Build, LOR, TODAY};

const OWN: CaseId = CaseId(0);
const OTHER: CaseId = CaseId(1);

/// An own case before its offer and another code's, with some milestones shown.
fn begun() -> Build {
    let mut build = Build::new();
    build.show(&[Milestone::DevelopmentStatus, Milestone::WritingComplete, Milestone::Offered, Milestone::Accepted]);
    for (number, title) in [("BL-B-AAA", "Radios"), ("D1-B-AAA", "Ships")] {
        let case = build.case(number, title);
        // From this value on Congress is notified.
        let mut lines = build.world.cases[case].lines.clone();
        lines[0].value_cents = 12_345_678_900;
        build.must(SetLines { case, lines });
        build.walk(case, Milestone::ProposedStatus);
    }
    build
}

/// A letter that even asks something of the purchaser: only what the portal says is asked is asked there.
fn letter(subject: Text) -> LetterFacts {
    let owed = Some(AnswerOwed { by: CaseHolder::Purchaser, due: TODAY });
    LetterFacts {
        on: TODAY,
        direction: LetterDirection::Out,
        kind: LetterKind::Letter,
        party: CaseHolder::Purchaser,
        reference: subject.clone(),
        subject,
        owed,
    }
}

/// One change that no purchaser may see.
fn secret(kind: u8, text: &str) -> Command {
    let words = || Text::from(format!("SECRET {text}"));
    match kind % 13 {
        0 => PlaceHold { case: OWN, requester: words(), justification: words(), from: TODAY, until: None }.into(),
        1 => DecideHold { case: OWN, approved: true }.into(),
        2 => LiftHold { case: OWN, on: TODAY }.into(),
        3 => NoteCase { case: OWN, note: words() }.into(),
        4 => NoteDelay { case: OWN, delay: DelayReason::Release, since: LOR, note: words() }.into(),
        5 => RecordMilestone { case: OWN, milestone: Milestone::StateListed, on: TODAY }.into(),
        6 => RecordMilestone { case: OWN, milestone: Milestone::StateApproved, on: TODAY }.into(),
        7 => {
            let step = NotificationStep::TieredReview;
            RecordNotification { case: OWN, step, on: TODAY, transmittal: None }.into()
        }
        8 => ExtendOffer { case: OWN, until: jiff::civil::date(2027, 9, 1), reason: words() }.into(),
        9 => RegisterLetter { case: OWN, letter: letter(words()), answers: None }.into(),
        10 => {
            let answer = LetterAnswerKind::NotNeeded { reason: words() };
            AnswerLetter { case: OWN, letter: 0, answer }.into()
        }
        11 => CorrectLetter { case: OWN, letter: 0, change: LetterChange::Withdrawn, reason: words() }.into(),
        _ => match text.len() % 3 {
            0 => RecordMilestone { case: OTHER, milestone: Milestone::StateListed, on: TODAY }.into(),
            1 => WriteMessage { case: OTHER, message: words() }.into(),
            _ => AnswerPurchaser { case: OTHER, message: words() }.into(),
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_hidden_changes_no_byte_of_any_page(secrets in proptest::collection::vec((any::<u8>(), "[a-z]{1,12}"), 1..12)) {
        let mut build = begun();
        let codes: [Text; 1] = ["BL".into()];
        let everything = |build: &Build| {
            let mut pages: Vec<_> = Language::ALL.iter().flat_map(|language| build.pages(Words::of(*language), &codes)).collect();
            let viewer = build.viewer(&codes);
            pages.push(("calendar".to_owned(), muster_portal::calendar(&viewer, &Words::of(Language::English))));
            let news = muster_portal::news(&viewer);
            pages.push(("letter".to_owned(), muster_portal::letter(&Words::of(Language::English), &news, "").text));
            pages
        };
        let before = everything(&build);
        let mut taken = 0;
        for (kind, text) in &secrets {
            taken += usize::from(build.attempt(secret(*kind, text)).is_ok());
        }
        let after = everything(&build);
        prop_assert_eq!(&before, &after, "{} secrets", taken);
    }
}

#[test]
fn the_secrets_are_ones_that_the_domain_takes() {
    let mut build = begun();
    let taken: Vec<bool> = (0..13).map(|kind| build.attempt(secret(kind, "abc")).is_ok()).collect();
    assert!(taken.iter().filter(|taken| **taken).count() >= 11, "{taken:?}");
    assert!(build.world.cases[OWN].letters[0].withdrawn);
    assert!(!build.world.cases[OWN].notes.is_empty() && !build.world.cases[OWN].holds.is_empty());
}

#[test]
fn a_code_sees_its_own_cases_and_no_other() {
    let build = Build::full();
    for (codes, own) in [(["BL"], 4), (["D1"], 1), (["ZZ"], 0)] {
        let codes: Vec<Text> = codes.iter().map(Text::from).collect();
        let viewer = build.viewer(&codes);
        assert_eq!(viewer.cases().count(), own, "{codes:?}");
        assert_eq!(viewer.case("D1-B-AAA").is_some(), codes[0].as_str() == "D1");
        let pages = build.pages(Words::of(Language::English), &codes);
        let other = if codes[0].as_str() == "D1" { "BL-B" } else { "D1-B" };
        assert!(pages.iter().all(|(_, page)| !page.contains(other)));
    }
}

#[test]
fn before_the_offer_no_value_is_shown() {
    let build = Build::full();
    let viewer = [Text::from("BL")];
    for (number, page) in build.pages(Words::of(Language::English), &viewer) {
        assert_eq!(page.contains("US$12,345,678"), ["BL-B-AAA", "BL-B-AAC"].contains(&number.as_str()), "{number}");
    }
}
