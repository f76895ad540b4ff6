//! The recorded correction of a letter: what was said of it, that it is answered, or that it belongs to the case at all.

use serde::{Deserialize, Serialize};

use super::answer::{fits, known_letter};
use super::letter::{CaseLetter, LetterAnswerKind, LetterCorrection, LetterFacts};
use super::register::{check_facts, check_twice};
use crate::cases::{Case, case_subject, known_case, said};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position, Text};
use crate::world::World;

/// What is corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LetterChange {
    /// What is said of it is this.
    Facts(LetterFacts),
    /// What was recorded as its answer is none.
    Unanswered,
    /// It does not belong to the case. What it answered awaits an answer again.
    Withdrawn,
}

/// Corrects a letter that was registered wrongly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectLetter {
    /// Of which case.
    pub case: CaseId,
    /// Which letter, from 0 in the order of registration.
    pub letter: u16,
    /// What is right.
    pub change: LetterChange,
    /// Why; names no person.
    pub reason: Text,
}

impl CorrectLetter {
    /// Every answer that the letter gives or has must still be one.
    fn check_answers(&self, case: &Case, letter: &CaseLetter, facts: &LetterFacts) -> Result<(), Refusal> {
        let by = |held: &CaseLetter| match held.answer.as_ref().map(|answer| &answer.how) {
            Some(LetterAnswerKind::Letter(entry)) => Some(*entry),
            _ => None,
        };
        let asked = case.letters.iter().filter(|held| !held.withdrawn && by(held) == Some(self.letter));
        let given = by(letter).and_then(|entry| case.letters.get(usize::from(entry))).filter(|held| !held.withdrawn);
        let answers = asked.map(|held| (&held.facts, facts)).chain(given.map(|held| (facts, &held.facts)));
        if answers.into_iter().any(|(asked, answer)| asked.owed.is_some() && !fits(asked, answer)) {
            return Err(refuse(
                "answer-fits",
                format!("So corrected, letter {} of {} and its answer do not fit.", self.letter, case.number),
                "Say first that the one does not answer the other.",
            ));
        }
        Ok(())
    }
}

impl Decide for CorrectLetter {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        said(&self.reason, "reason")?;
        let letter = known_letter(case, self.letter)?;
        let nothing = match &self.change {
            LetterChange::Facts(facts) => {
                check_facts(facts, context.today)?;
                check_twice(case, facts, Some(usize::from(self.letter)))?;
                self.check_answers(case, letter, facts)?;
                *facts == letter.facts
            }
            LetterChange::Unanswered => letter.answer.is_none(),
            LetterChange::Withdrawn => false,
        };
        if nothing {
            return Err(refuse(
                "nothing-corrected",
                format!("Letter {} of {} stands like that already.", self.letter, case.number),
                "Change something of it.",
            ));
        }
        let (case, letter, change, reason) = (self.case, self.letter, self.change.clone(), self.reason.clone());
        Ok(vec![LetterCorrected { case, letter, change, reason, on: context.today, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A letter was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterCorrected {
    /// Of which case.
    pub case: CaseId,
    /// Which letter.
    pub letter: u16,
    /// What is right.
    pub change: LetterChange,
    /// Why.
    pub reason: Text,
    /// The day.
    pub on: Date,
    /// Who corrected.
    pub by: Option<AccountId>,
}

impl Apply for LetterCorrected {
    fn apply(&self, world: &mut World, at: Position) {
        let letters = world.cases.edit(self.case, at).map(|case| &mut case.letters);
        let Some(letter) = letters.and_then(|letters| letters.get_mut(usize::from(self.letter))) else { return };
        letter.corrections.push(LetterCorrection {
            was: letter.facts.clone(),
            answer: letter.answer.clone(),
            reason: self.reason.clone(),
            on: self.on,
            by: self.by,
        });
        match &self.change {
            LetterChange::Facts(facts) => {
                letter.facts = facts.clone();
                // What asks for no answer has none.
                if facts.owed.is_none() {
                    letter.answer = None;
                }
            }
            LetterChange::Unanswered => letter.answer = None,
            LetterChange::Withdrawn => letter.withdrawn = true,
        }
    }
}
