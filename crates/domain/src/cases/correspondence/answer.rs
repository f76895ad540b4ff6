//! That a letter is answered: by one that is registered, or that none is needed.

use serde::{Deserialize, Serialize};

use super::letter::{CaseLetter, LetterAnswer, LetterAnswerKind, LetterFacts};
use crate::cases::{Case, case_subject, known_case, said};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{CaseId, Position};
use crate::world::World;

/// Says that a letter is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerLetter {
    /// Of which case.
    pub case: CaseId,
    /// Which letter, from 0 in the order of registration.
    pub letter: u16,
    /// By a letter of the case, or why none is needed.
    pub answer: LetterAnswerKind,
}

/// A letter of the case that was not withdrawn.
pub(super) fn known_letter(case: &Case, entry: u16) -> Result<&CaseLetter, Refusal> {
    case.letters.get(usize::from(entry)).filter(|letter| !letter.withdrawn).ok_or_else(|| {
        refuse(
            "no-letter",
            format!("{} has no letter {entry} that stands.", case.number),
            "Take the entry from the case's correspondence.",
        )
    })
}

/// A letter that is still to be answered.
fn unanswered(case: &Case, entry: u16) -> Result<&CaseLetter, Refusal> {
    let letter = known_letter(case, entry)?;
    if letter.facts.owed.is_none() {
        return Err(refuse(
            "answer-not-owed",
            format!("Letter {entry} of {} asks for no answer.", case.number),
            "Correct the letter first, if an answer is owed.",
        ));
    }
    if case.is_answered(letter) {
        return Err(refuse(
            "letter-answered",
            format!("Letter {entry} of {} is answered already.", case.number),
            "Correct it first: say that what was recorded does not answer it.",
        ));
    }
    Ok(letter)
}

/// Whether one letter can answer another: it went the other way between the same parties, and not before it.
pub(super) fn fits(asked: &LetterFacts, answer: &LetterFacts) -> bool {
    answer.direction != asked.direction && answer.party == asked.party && answer.on >= asked.on
}

/// Refuses a pair in which the second does not answer the first.
pub(super) fn check_pair(case: &Case, entry: u16, answer: &LetterFacts) -> Result<(), Refusal> {
    let asked = unanswered(case, entry)?;
    if !fits(&asked.facts, answer) {
        return Err(refuse(
            "answer-fits",
            format!("A letter of {} cannot answer letter {entry} of {}.", answer.on, case.number),
            "An answer goes the other way, between the same parties, on the same day or later.",
        ));
    }
    Ok(())
}

impl Decide for AnswerLetter {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        match &self.answer {
            LetterAnswerKind::Letter(entry) => {
                let answer = known_letter(case, *entry)?;
                check_pair(case, self.letter, &answer.facts)?;
            }
            LetterAnswerKind::NotNeeded { reason } => {
                unanswered(case, self.letter)?;
                said(reason, "reason")?;
            }
        }
        let answer = LetterAnswer { how: self.answer.clone(), on: context.today, by: context.actor };
        Ok(vec![LetterAnswered { case: self.case, letter: self.letter, answer }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A letter was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterAnswered {
    /// Of which case.
    pub case: CaseId,
    /// Which letter.
    pub letter: u16,
    /// How.
    pub answer: LetterAnswer,
}

impl Apply for LetterAnswered {
    fn apply(&self, world: &mut World, at: Position) {
        let letters = world.cases.edit(self.case, at).map(|case| &mut case.letters);
        if let Some(letter) = letters.and_then(|letters| letters.get_mut(usize::from(self.letter))) {
            letter.answer = Some(self.answer.clone());
        }
    }
}
