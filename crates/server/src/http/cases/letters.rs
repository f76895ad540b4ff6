//! Correspondence on a case, as its page shows it: what came and went, what awaits an answer, what was corrected.

use muster_domain::cases::{Case, CaseLetter, LetterAnswerKind, LetterFacts};
use muster_domain::{AccountId, Date, Text, World};
use serde::Serialize;
use utoipa::ToSchema;

/// A letter of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseLetterRow {
    /// Its entry, from 0 in the order of registration: what an answer or a correction names.
    pub entry: usize,
    /// What is said of it.
    pub facts: LetterFacts,
    /// How it was answered, where it was and that stands.
    pub answer: Option<CaseLetterAnswer>,
    /// Entries of the letters that it answers.
    pub answers: Vec<usize>,
    /// Whether it awaits an answer.
    pub awaits: bool,
    /// Days past the one by which the answer was due; none where that lies ahead, or nothing is awaited.
    pub overdue_days: Option<i32>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// What stood before, latest last.
    pub corrections: Vec<CaseLetterCorrection>,
    /// The day it was registered.
    pub registered: Date,
    /// The name of the account that registered it.
    pub by: Option<Text>,
}

/// How a letter was answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseLetterAnswer {
    /// The entry of the letter that answers it; none: no answer is needed.
    pub letter: Option<u16>,
    /// Why no answer is needed.
    pub reason: Option<Text>,
    /// The day that was recorded.
    pub on: Date,
    /// The name of the account that recorded it.
    pub by: Option<Text>,
}

/// A correction of a letter.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseLetterCorrection {
    /// What was said of it.
    pub was: LetterFacts,
    /// Why it was corrected.
    pub reason: Text,
    /// The day of the correction.
    pub on: Date,
    /// The name of the account that corrected.
    pub by: Option<Text>,
}

fn name(world: &World, account: Option<AccountId>) -> Option<Text> {
    account.and_then(|account| world.accounts.get(account)).map(|account| account.name.clone())
}

fn answered_by(letter: &CaseLetter) -> Option<u16> {
    match letter.answer.as_ref()?.how {
        LetterAnswerKind::Letter(entry) => Some(entry),
        LetterAnswerKind::NotNeeded { .. } => None,
    }
}

/// The letters of a case in the order of registration.
pub(super) fn letters(world: &World, case: &Case, today: Date) -> Vec<CaseLetterRow> {
    let row = |(entry, letter): (usize, &CaseLetter)| {
        let answer = letter.answer.as_ref().filter(|_| case.is_answered(letter)).map(|answer| CaseLetterAnswer {
            letter: answered_by(letter),
            reason: match &answer.how {
                LetterAnswerKind::NotNeeded { reason } => Some(reason.clone()),
                LetterAnswerKind::Letter(_) => None,
            },
            on: answer.on,
            by: name(world, answer.by),
        });
        let asked = case.letters.iter().enumerate().filter(|(_, other)| !letter.withdrawn && !other.withdrawn);
        let owed = letter.facts.owed.filter(|_| !letter.withdrawn && answer.is_none());
        CaseLetterRow {
            entry,
            facts: letter.facts.clone(),
            answers: asked
                .filter(|(_, other)| answered_by(other).is_some_and(|by| usize::from(by) == entry))
                .map(|(other, _)| other)
                .collect(),
            awaits: owed.is_some(),
            overdue_days: owed
                .filter(|owed| owed.due < today)
                .map(|owed| muster_domain::kernel::days_between(owed.due, today)),
            answer,
            withdrawn: letter.withdrawn,
            corrections: letter
                .corrections
                .iter()
                .map(|one| CaseLetterCorrection {
                    was: one.was.clone(),
                    reason: one.reason.clone(),
                    on: one.on,
                    by: name(world, one.by),
                })
                .collect(),
            registered: letter.registered,
            by: name(world, letter.by),
        }
    };
    case.letters.iter().enumerate().map(row).collect()
}
