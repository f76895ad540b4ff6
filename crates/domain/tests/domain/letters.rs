//! Correspondence: registered, answered, corrected; what awaits an answer is derived.

use jiff::civil::{Date, date};
use muster_domain::cases::{
    AnswerLetter, AnswerOwed, CaseHolder, CorrectLetter, LetterAnswerKind, LetterChange, LetterDirection, LetterFacts,
    LetterKind, NoteCase, RegisterLetter, ReportCases,
};
use muster_domain::{CaseId, Command};
use proptest::prelude::*;

use super::build::*;
use super::cases::{CASE, begun, case, record};

fn facts(direction: LetterDirection, party: CaseHolder, on: Date) -> LetterFacts {
    LetterFacts {
        on,
        direction,
        kind: LetterKind::Letter,
        party,
        subject: "Delivery points".into(),
        reference: "".into(),
        owed: None,
    }
}

/// A letter of the purchaser of 1 September to which the agency owes an answer by the 20th.
fn asked() -> LetterFacts {
    let owed = Some(AnswerOwed { by: CaseHolder::Agency, due: date(2026, 9, 20) });
    LetterFacts {
        reference: "MOD 7/26".into(),
        owed,
        ..facts(LetterDirection::In, CaseHolder::Purchaser, date(2026, 9, 1))
    }
}

fn register(letter: LetterFacts, answers: Option<u16>) -> RegisterLetter {
    RegisterLetter { case: CASE, letter, answers }
}

fn reply(on: Date) -> LetterFacts {
    facts(LetterDirection::Out, CaseHolder::Purchaser, on)
}

fn not_needed(letter: u16) -> AnswerLetter {
    let reason = "Settled at the program review".into();
    AnswerLetter { case: CASE, letter, answer: LetterAnswerKind::NotNeeded { reason } }
}

fn correct(letter: u16, change: LetterChange) -> CorrectLetter {
    CorrectLetter { case: CASE, letter, change, reason: "Filed on the wrong case".into() }
}

/// What is written about a case on its way.
pub fn tell(build: &mut Build) {
    build.must(register(asked(), None));
    build.must(register(reply(date(2026, 9, 10)), Some(0)));
    build.must(correct(1, LetterChange::Withdrawn));
    build.must(not_needed(0));
    build.must(correct(0, LetterChange::Facts(LetterFacts { kind: LetterKind::Cable, ..asked() })));
}

/// What the story refuses.
pub fn refused() -> Vec<(&'static str, Command)> {
    vec![
        ("letter-twice", register(asked(), None).into()),
        ("no-letter", not_needed(7).into()),
        ("no-letter", correct(1, LetterChange::Unanswered).into()),
    ]
}

#[test]
fn a_letter_waits_until_it_is_answered_by_a_later_one_or_by_none() {
    let mut build = begun(1_000_000);
    assert_eq!(case(&build).awaited(TODAY, None), None);
    build.must(register(asked(), None));
    let awaited = case(&build).awaited(TODAY, None).unwrap();
    assert_eq!((awaited.letters, awaited.overdue, awaited.by), (1, 1, CaseHolder::Agency));
    assert_eq!((awaited.since, awaited.due), (date(2026, 9, 1), date(2026, 9, 20)));
    assert_eq!(case(&build).awaited(date(2026, 9, 20), None).unwrap().overdue, 0, "the last day is in time");
    assert!(case(&build).awaited(TODAY, Some(CaseHolder::State)).is_none());

    build.refused("answer-fits", register(reply(date(2026, 8, 31)), Some(0)));
    let to_state = facts(LetterDirection::Out, CaseHolder::State, date(2026, 9, 10));
    build.refused("answer-fits", register(to_state, Some(0)));
    build.must(register(reply(date(2026, 9, 10)), Some(0)));
    assert_eq!(case(&build).awaited(TODAY, None), None);
    build.refused("letter-answered", not_needed(0));
    build.refused("letter-answered", register(reply(date(2026, 9, 11)), Some(0)));
    build.refused("answer-not-owed", not_needed(1));

    // The answer went on another case: the letter waits again, and may be answered anew.
    build.must(correct(1, LetterChange::Withdrawn));
    assert_eq!(case(&build).awaited(TODAY, None).unwrap().letters, 1);
    build.must(not_needed(0));
    assert_eq!(case(&build).awaited(TODAY, None), None);
    build.must(correct(0, LetterChange::Unanswered));
    assert_eq!(case(&build).awaited(TODAY, None).unwrap().letters, 1);
    let held = &case(&build).letters[0].corrections;
    assert!(held.len() == 1 && held[0].answer.is_some() && held[0].was == asked(), "what stood before stays");
}

#[test]
fn who_owes_an_answer_is_of_the_service_or_whom_it_went_to() {
    let mut build = begun(1_000_000);
    let owes = |direction, by| {
        let owed = Some(AnswerOwed { by, due: TODAY });
        register(LetterFacts { owed, ..facts(direction, CaseHolder::Sco, TODAY) }, None)
    };
    for by in [CaseHolder::State, CaseHolder::Purchaser, CaseHolder::Sco] {
        build.refused("answer-owed-by", owes(LetterDirection::In, by));
    }
    build.refused("answer-owed-by", owes(LetterDirection::Out, CaseHolder::Agency));
    let early = Some(AnswerOwed { by: CaseHolder::Agency, due: date(2026, 8, 31) });
    build.refused("answer-day", register(LetterFacts { owed: early, ..asked() }, None));
    build.refused("day-ahead", register(LetterFacts { on: TODAY.tomorrow().unwrap(), ..asked() }, None));
    build.refused("reason-missing", register(LetterFacts { subject: " ".into(), ..asked() }, None));
    build.must(owes(LetterDirection::In, CaseHolder::Agency));
    build.must(owes(LetterDirection::Out, CaseHolder::Sco));
}

#[test]
fn a_correction_that_parts_a_letter_from_its_answer_is_refused() {
    let mut build = begun(1_000_000);
    build.must(register(asked(), None));
    build.must(register(reply(date(2026, 9, 10)), Some(0)));
    let late = LetterFacts { on: date(2026, 9, 11), ..asked() };
    build.refused("answer-fits", correct(0, LetterChange::Facts(late)));
    build.refused("answer-fits", correct(1, LetterChange::Facts(reply(date(2026, 8, 1)))));
    build.refused("nothing-corrected", correct(0, LetterChange::Facts(asked())));
    build.must(correct(1, LetterChange::Facts(reply(date(2026, 9, 12)))));
    build.must(correct(0, LetterChange::Facts(LetterFacts { owed: None, ..asked() })));
    assert_eq!(case(&build).letters[0].answer, None, "what asks for nothing has no answer");
    build.must(correct(0, LetterChange::Facts(asked())));
    assert_eq!(case(&build).awaited(TODAY, None).unwrap().letters, 1);
}

#[test]
fn what_a_system_of_record_says_anew_leaves_the_correspondence() {
    let mut build = Build::service();
    let report = || ReportCases { source: "Case system".into(), cases: vec![record()] };
    build.must(report());
    build.must(register(asked(), None));
    build.must(NoteCase { case: CASE, note: "Asked".into() });
    build.must(report());
    assert_eq!((case(&build).letters.len(), case(&build).notes.len()), (1, 1));
    build.refused("no-case", RegisterLetter { case: CaseId(99), ..register(asked(), None) });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is registered, answered and corrected: a letter waits exactly if it stands, owes an answer and has none
    /// that stands, and every answer that stands fits what it answers.
    #[test]
    fn what_waits_is_what_stands_unanswered(acts in prop::collection::vec((0u8..5, 0u16..6, 0u16..6, 1i8..28), 1..40)) {
        let mut build = begun(1_000_000);
        for (act, letter, other, day) in acts {
            let on = date(2026, 9, day);
            let plain = |direction| LetterFacts { on, reference: "".into(), ..LetterFacts { direction, ..asked() } };
            let owed = |mut facts: LetterFacts| {
                let by = if facts.direction == LetterDirection::In { CaseHolder::Agency } else { CaseHolder::Purchaser };
                facts.owed = (other % 3 != 0).then_some(AnswerOwed { by, due: date(2026, 9, 28) });
                facts
            };
            let direction = if letter % 2 == 0 { LetterDirection::In } else { LetterDirection::Out };
            let _ = match act {
                0 => build.attempt(register(owed(plain(direction)), None)),
                1 => build.attempt(register(owed(plain(direction)), Some(other))),
                2 => build.attempt(AnswerLetter { case: CASE, letter, answer: LetterAnswerKind::Letter(other) }),
                3 => build.attempt(not_needed(letter)),
                _ => build.attempt(correct(letter, match other % 3 {
                    0 => LetterChange::Withdrawn,
                    1 => LetterChange::Unanswered,
                    _ => LetterChange::Facts(owed(plain(direction))),
                })),
            };
        }
        let case = case(&build);
        let waiting: Vec<usize> = case.awaiting().map(|(entry, ..)| entry).collect();
        for (entry, letter) in case.letters.iter().enumerate() {
            let by = match letter.answer.as_ref().map(|answer| &answer.how) {
                Some(LetterAnswerKind::Letter(by)) => case.letters.get(usize::from(*by)).filter(|by| !by.withdrawn),
                _ => None,
            };
            let none = letter.answer.as_ref().is_some_and(|one| matches!(one.how, LetterAnswerKind::NotNeeded { .. }));
            let expected = !letter.withdrawn && letter.facts.owed.is_some() && by.is_none() && !none;
            prop_assert_eq!(waiting.contains(&entry), expected);
            if let Some(by) = by.filter(|_| !letter.withdrawn) {
                prop_assert!(by.facts.direction != letter.facts.direction && by.facts.on >= letter.facts.on);
            }
        }
        prop_assert_eq!(case.awaited(TODAY, None).map_or(0, |awaited| awaited.letters), waiting.len());
    }
}
