//! Correspondence on some of the open cases: what was asked and answered, and what still waits, a part of it overdue.

use std::collections::BTreeMap;

use muster_domain::cases::{
    AnswerLetter, AnswerOwed, Case, CaseHolder, CasePhase, LetterAnswerKind, LetterDirection, LetterFacts, LetterKind,
    RegisterLetter,
};
use muster_domain::{CaseId, Command, Date, World};

use crate::dice::{Dice, days_after};
use crate::generate::{Given, Stage};

/// One case in so many has correspondence that is registered here.
const ONE_IN: usize = 12;
/// Letters are registered over so many days up to today.
const DAYS: i32 = 150;

/// What a letter may ask: which way, what it is, with whom, about what, who owes the answer.
type Ask = (LetterDirection, LetterKind, CaseHolder, &'static str, CaseHolder);

const BEFORE_OFFER: [Ask; 5] = [
    (
        LetterDirection::In,
        LetterKind::Letter,
        CaseHolder::Purchaser,
        "Delivery points of the request",
        CaseHolder::Agency,
    ),
    (
        LetterDirection::Out,
        LetterKind::Memorandum,
        CaseHolder::Industry,
        "Price and availability",
        CaseHolder::Industry,
    ),
    (LetterDirection::In, LetterKind::Cable, CaseHolder::State, "Country team assessment", CaseHolder::ProgramManagers),
    (LetterDirection::Out, LetterKind::Email, CaseHolder::Purchaser, "Draft terms for comment", CaseHolder::Purchaser),
    (
        LetterDirection::In,
        LetterKind::Email,
        CaseHolder::Sco,
        "Purchaser asks for an earlier offer",
        CaseHolder::Agency,
    ),
];
const AFTER_OFFER: [Ask; 5] = [
    (
        LetterDirection::In,
        LetterKind::Letter,
        CaseHolder::Purchaser,
        "Delivery schedule of line 001",
        CaseHolder::Agency,
    ),
    (
        LetterDirection::Out,
        LetterKind::Letter,
        CaseHolder::Industry,
        "Status of the next delivery",
        CaseHolder::Industry,
    ),
    (
        LetterDirection::In,
        LetterKind::Email,
        CaseHolder::Purchaser,
        "Questions on the quarterly bill",
        CaseHolder::Agency,
    ),
    (
        LetterDirection::Out,
        LetterKind::Memorandum,
        CaseHolder::ProgramManagers,
        "Request for an amendment",
        CaseHolder::ProgramManagers,
    ),
    (
        LetterDirection::In,
        LetterKind::Letter,
        CaseHolder::State,
        "End-use monitoring visit",
        CaseHolder::ProgramManagers,
    ),
];

/// The letters, each registered on its own day.
pub(crate) fn letters(world: &World, today: Date, mut dice: Dice) -> Vec<Stage> {
    let mut days: BTreeMap<Date, Vec<Command>> = BTreeMap::new();
    let open = |case: &Case| !case.phase(today).is_over() && case.lor < days_after(today, -7);
    let cases: Vec<_> = world.cases.iter().filter(|(_, case)| open(case)).collect();
    for (id, case) in cases.into_iter().filter(|(id, _)| muster_domain::kernel::Id::index(*id) % ONE_IN == 0) {
        on_case(id, case, today, &mut dice, &mut days);
    }
    let stage = |(day, commands): (Date, Vec<Command>)| Stage {
        name: "letters",
        title: "Correspondence",
        commands,
        given: Some(Given { day, actor: None }),
    };
    days.into_iter().map(stage).collect()
}

/// One to three exchanges on a case, one after the other.
fn on_case(id: CaseId, case: &Case, today: Date, dice: &mut Dice, days: &mut BTreeMap<Date, Vec<Command>>) {
    let asks = if case.phase(today) < CasePhase::Offered { &BEFORE_OFFER } else { &AFTER_OFFER };
    let mut on = days_after(today, -dice.between(3, DAYS)).max(days_after(case.lor, 1));
    let mut entry = 0u16;
    for nth in 0..=dice.below(3) {
        if on > today {
            break;
        }
        let (direction, kind, party, about, by) = *dice.pick(asks);
        let owed = Some(AnswerOwed { by, due: days_after(on, dice.between(10, 30)) });
        let asked = facts(on, direction, kind, party, &format!("{about} (synthetic)"), reference(case, nth, 'A'), owed);
        days.entry(on).or_default().push(RegisterLetter { case: id, letter: asked, answers: None }.into());
        let (letter, answered) = (entry, days_after(on, dice.between(2, 35)));
        entry += 1;
        if dice.per_mille(120) && answered <= today {
            // Settled in another way.
            let reason = "Answered at the program review (synthetic)".into();
            let answer = LetterAnswerKind::NotNeeded { reason };
            days.entry(answered).or_default().push(AnswerLetter { case: id, letter, answer }.into());
        } else if dice.per_mille(820) && answered <= today {
            let back = match direction {
                LetterDirection::In => LetterDirection::Out,
                LetterDirection::Out => LetterDirection::In,
            };
            let subject = format!("Answer: {} (synthetic)", about.to_lowercase());
            let answer = facts(answered, back, kind, party, &subject, reference(case, nth, 'B'), None);
            days.entry(answered)
                .or_default()
                .push(RegisterLetter { case: id, letter: answer, answers: Some(letter) }.into());
            entry += 1;
        }
        on = days_after(answered, dice.between(1, 20));
    }
}

fn facts(
    on: Date,
    direction: LetterDirection,
    kind: LetterKind,
    party: CaseHolder,
    subject: &str,
    reference: String,
    owed: Option<AnswerOwed>,
) -> LetterFacts {
    LetterFacts { on, direction, kind, party, subject: subject.into(), reference: reference.into(), owed }
}

/// A reference number that says it is made up.
fn reference(case: &Case, nth: usize, letter: char) -> String {
    format!("SYN {}/{}{letter}", case.number, nth + 1)
}
