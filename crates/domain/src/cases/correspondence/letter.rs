//! A letter as it is held, and what of a case awaits an answer.

use serde::{Deserialize, Serialize};

use crate::cases::{Case, CaseHolder};
use crate::kernel::{AccountId, Date, Text};

/// Which way it went, seen from the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LetterDirection {
    /// It came in.
    In,
    /// It went out.
    Out,
}

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// A letter.
    Letter,
    /// An e-mail.
    Email,
    /// A memorandum.
    Memorandum,
    /// A cable: a message of the Department of State or of the Defense message system.
    Cable,
}

/// An answer that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerOwed {
    /// By whom: of what came in a pool of the service, of what went out whom it went to.
    pub by: CaseHolder,
    /// The last day that is in time.
    pub due: Date,
}

/// What is said of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterFacts {
    /// The day it came in or went out.
    pub on: Date,
    /// Which way.
    pub direction: LetterDirection,
    /// What it is.
    pub kind: LetterKind,
    /// From whom it came, or to whom it went.
    pub party: CaseHolder,
    /// What it is about, in short; names no person.
    pub subject: Text,
    /// Its reference number as it is printed on it; empty where it has none.
    #[serde(default)]
    pub reference: Text,
    /// The answer that is owed to it; none: it asks for none.
    #[serde(default)]
    pub owed: Option<AnswerOwed>,
}

/// How a letter was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LetterAnswerKind {
    /// By another letter of the case: its entry, from 0 in the order of registration.
    Letter(u16),
    /// No answer is needed.
    NotNeeded {
        /// Why; names no person.
        reason: Text,
    },
}

/// That a letter is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterAnswer {
    /// How.
    pub how: LetterAnswerKind,
    /// The day it was recorded.
    pub on: Date,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

/// A recorded correction of a letter: what stood before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterCorrection {
    /// What was said of it.
    pub was: LetterFacts,
    /// How it was said to be answered.
    pub answer: Option<LetterAnswer>,
    /// Why it was corrected; names no person.
    pub reason: Text,
    /// The day of the correction.
    pub on: Date,
    /// Who corrected.
    pub by: Option<AccountId>,
}

/// A letter registered on a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLetter {
    /// What is said of it.
    pub facts: LetterFacts,
    /// How it was answered, where it was.
    pub answer: Option<LetterAnswer>,
    /// Whether it was withdrawn: it does not belong to the case.
    pub withdrawn: bool,
    /// What stood before, latest last.
    pub corrections: Vec<LetterCorrection>,
    /// The day it was registered.
    pub registered: Date,
    /// Who registered it.
    pub by: Option<AccountId>,
}

/// What of a case awaits an answer, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct AwaitedAnswers {
    /// How many letters.
    pub letters: usize,
    /// Of those, how many past their day.
    pub overdue: usize,
    /// The day of the oldest of them.
    pub since: Date,
    /// The earliest day by which an answer is due.
    pub due: Date,
    /// Who owes that answer.
    pub by: CaseHolder,
}

impl Case {
    /// Whether a letter is answered: none is needed, or the letter that answers it was not withdrawn since.
    pub fn is_answered(&self, letter: &CaseLetter) -> bool {
        match letter.answer.as_ref().map(|answer| &answer.how) {
            Some(LetterAnswerKind::Letter(entry)) => {
                self.letters.get(usize::from(*entry)).is_some_and(|answer| !answer.withdrawn)
            }
            Some(LetterAnswerKind::NotNeeded { .. }) => true,
            None => false,
        }
    }

    /// The letters that await an answer, each with its entry and what is owed, in the order of registration.
    pub fn awaiting(&self) -> impl Iterator<Item = (usize, &CaseLetter, AnswerOwed)> + '_ {
        let letters = self.letters.iter().enumerate().filter(|(_, letter)| !letter.withdrawn);
        letters
            .filter_map(|(entry, letter)| Some((entry, letter, letter.facts.owed?)))
            .filter(|(_, letter, _)| !self.is_answered(letter))
    }

    /// What awaits an answer on a day, of one party or of all; none where nothing does.
    pub fn awaited(&self, day: Date, of: Option<CaseHolder>) -> Option<AwaitedAnswers> {
        let mut found: Option<AwaitedAnswers> = None;
        for (_, letter, owed) in self.awaiting().filter(|(_, _, owed)| of.is_none_or(|party| owed.by == party)) {
            let overdue = usize::from(owed.due < day);
            let one = AwaitedAnswers { letters: 1, overdue, since: letter.facts.on, due: owed.due, by: owed.by };
            found = Some(found.map_or(one, |held| AwaitedAnswers {
                letters: held.letters + 1,
                overdue: held.overdue + overdue,
                since: held.since.min(one.since),
                ..if one.due < held.due { one } else { held }
            }));
        }
        found
    }
}
