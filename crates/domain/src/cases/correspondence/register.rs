//! Registering a letter, and what refuses it.

use serde::{Deserialize, Serialize};

use super::answer::check_pair;
use super::letter::{CaseLetter, LetterAnswer, LetterAnswerKind, LetterDirection, LetterFacts};
use crate::cases::{Case, case_subject, known_case, not_ahead, said};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position};
use crate::world::World;

/// The most letters of one case: entries stay far below what an entry's number holds.
const MOST: usize = 10_000;

/// Registers a letter on a case. It may answer an earlier one at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterLetter {
    /// Which case.
    pub case: CaseId,
    /// The letter.
    pub letter: LetterFacts,
    /// The letter of the case that it answers: its entry, from 0 in the order of registration.
    #[serde(default)]
    pub answers: Option<u16>,
}

/// What must hold of a letter whatever else the case holds.
pub(super) fn check_facts(facts: &LetterFacts, today: Date) -> Result<(), Refusal> {
    said(&facts.subject, "subject")?;
    not_ahead(facts.on, today, "The letter")?;
    let Some(owed) = facts.owed else { return Ok(()) };
    if owed.due < facts.on {
        return Err(refuse(
            "answer-day",
            format!("The answer would be due on {}, before the letter of {}.", owed.due, facts.on),
            "Give a day from that of the letter on.",
        ));
    }
    let by_right = match facts.direction {
        LetterDirection::In => owed.by.is_workforce() && owed.by != facts.party,
        LetterDirection::Out => owed.by == facts.party,
    };
    if !by_right {
        let (problem, remedy) = match facts.direction {
            LetterDirection::In => (
                "An answer to what came in is owed by somebody of the service other than who wrote.",
                "Name the SCO, the implementing agency, the case writers or the program managers.",
            ),
            LetterDirection::Out => (
                "An answer to what went out is owed by whom it went to.",
                "Name the party that it went to, or register the letter as one that came in.",
            ),
        };
        return Err(refuse("answer-owed-by", problem, remedy));
    }
    Ok(())
}

/// The same letter twice: of one day, one party, one way, and one reference.
pub(super) fn check_twice(case: &Case, facts: &LetterFacts, but: Option<usize>) -> Result<(), Refusal> {
    let key = |one: &LetterFacts| (one.on, one.direction, one.party, one.reference.trim().to_owned());
    let others = case.letters.iter().enumerate().filter(|(entry, held)| Some(*entry) != but && !held.withdrawn);
    let same = |held: &CaseLetter| !facts.reference.trim().is_empty() && key(&held.facts) == key(facts);
    if others.into_iter().any(|(_, held)| same(held)) {
        return Err(refuse(
            "letter-twice",
            format!("{} holds a letter {} of {} of that party already.", case.number, facts.reference, facts.on),
            "Correct that one instead of registering it again.",
        ));
    }
    Ok(())
}

impl Decide for RegisterLetter {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        check_facts(&self.letter, context.today)?;
        check_twice(case, &self.letter, None)?;
        if case.letters.len() >= MOST {
            return Err(refuse(
                "letters-many",
                format!("{} holds {MOST} letters, the most of one case.", case.number),
                "Register it on the case that it is about.",
            ));
        }
        if let Some(asked) = self.answers {
            check_pair(case, asked, &self.letter)?;
        }
        let entry = u16::try_from(case.letters.len()).unwrap_or(u16::MAX);
        let (letter, on, by) = (self.letter.clone(), context.today, context.actor);
        Ok(vec![LetterRegistered { case: self.case, entry, letter, answers: self.answers, on, by }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A letter was registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterRegistered {
    /// On which case.
    pub case: CaseId,
    /// Its entry.
    pub entry: u16,
    /// The letter.
    pub letter: LetterFacts,
    /// The letter that it answers.
    pub answers: Option<u16>,
    /// The day.
    pub on: Date,
    /// Who registered it.
    pub by: Option<AccountId>,
}

impl Apply for LetterRegistered {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(case) = world.cases.edit(self.case, at) else { return };
        case.letters.push(CaseLetter {
            facts: self.letter.clone(),
            answer: None,
            withdrawn: false,
            corrections: Vec::new(),
            registered: self.on,
            by: self.by,
        });
        if let Some(asked) = self.answers.and_then(|asked| case.letters.get_mut(usize::from(asked))) {
            let how = LetterAnswerKind::Letter(self.entry);
            asked.answer = Some(LetterAnswer { how, on: self.on, by: self.by });
        }
    }
}
