//! Correspondence on a case: letters, e-mail, memoranda and cables in and out, whether an answer is owed, by whom, by when,
//! and what answers it.
//!
//! Like notes it names no person; like notes no purchaser sees it. A letter is never deleted: it is corrected or withdrawn,
//! and what stood before stays beside it.

mod answer;
mod correct;
mod letter;
mod register;

pub use answer::{AnswerLetter, LetterAnswered};
pub use correct::{CorrectLetter, LetterChange, LetterCorrected};
pub use letter::{
    AnswerOwed, AwaitedAnswers, CaseLetter, LetterAnswer, LetterAnswerKind, LetterCorrection, LetterDirection,
    LetterFacts, LetterKind,
};
pub use register::{LetterRegistered, RegisterLetter};
