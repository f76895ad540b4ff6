//! Messages on a case between the purchaser's representative and the country program manager. Like notes they name no
//! person; unlike notes they are never internal.

use serde::{Deserialize, Serialize};

use crate::cases::{Case, case_subject, known_case, said};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position, Text};
use crate::world::World;

/// How many messages of a purchaser may wait for an answer on one case.
const MOST_WAITING: usize = 20;

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseMessage {
    /// The day.
    pub on: Date,
    /// Whether the purchaser wrote it; else the country program manager answered.
    pub from_purchaser: bool,
    /// The account that wrote it.
    pub by: Option<AccountId>,
    /// The words; name no person.
    pub words: Text,
}

/// When a purchaser's message was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerTime {
    /// The day of the message.
    pub asked: Date,
    /// The day of the answer, where there is one.
    pub answered: Option<Date>,
}

impl Case {
    /// When each message of the purchaser was answered: by the next answer after it.
    pub fn answer_times(&self) -> Vec<AnswerTime> {
        let messages = &self.portal.messages;
        let asked = messages.iter().enumerate().filter(|(_, message)| message.from_purchaser);
        asked
            .map(|(i, message)| {
                let answer = messages[i..].iter().find(|later| !later.from_purchaser);
                AnswerTime { asked: message.on, answered: answer.map(|answer| answer.on) }
            })
            .collect()
    }

    /// Since when the purchaser waits for an answer; none where nobody waits.
    pub fn unanswered_since(&self) -> Option<Date> {
        self.portal.messages.iter().rev().take_while(|message| message.from_purchaser).last().map(|message| message.on)
    }

    /// How many messages of the purchaser wait for an answer.
    pub fn unanswered(&self) -> usize {
        self.portal.messages.iter().rev().take_while(|message| message.from_purchaser).count()
    }
}

/// Writes to the country program manager about a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WriteMessage {
    /// Which case.
    pub case: CaseId,
    /// The words; name no person.
    pub message: Text,
}

impl Decide for WriteMessage {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        said(&self.message, "message")?;
        if !case.is_on_portal() {
            return Err(refuse(
                "not-on-portal",
                format!("{} has no purchaser who writes.", case.number),
                "Write about another case.",
            ));
        }
        if case.unanswered() >= MOST_WAITING {
            return Err(refuse(
                "messages-waiting",
                format!("{MOST_WAITING} messages on {} wait for an answer already.", case.number),
                "Wait for the answer.",
            ));
        }
        let message =
            CaseMessage { on: context.today, from_purchaser: true, by: context.actor, words: self.message.clone() };
        Ok(vec![MessageWritten { case: self.case, message }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let Some(row) = world.cases.row(self.case) else { return Subject::default() };
        let purchaser = Some(row.fact.number.purchaser().into());
        Subject { purchaser, changed: Some(row.changed), ..Subject::default() }
    }
}

/// A purchaser's representative wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageWritten {
    /// About which case.
    pub case: CaseId,
    /// The message.
    pub message: CaseMessage,
}

impl Apply for MessageWritten {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.portal.messages.push(self.message.clone());
        }
    }
}

/// Answers the purchaser of a case, or writes first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerPurchaser {
    /// Which case.
    pub case: CaseId,
    /// The words; name no person.
    pub message: Text,
}

impl Decide for AnswerPurchaser {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        said(&self.message, "message")?;
        if !case.is_on_portal() {
            return Err(refuse(
                "not-on-portal",
                format!("{} has no purchaser who reads.", case.number),
                "Note it on the case instead.",
            ));
        }
        let message =
            CaseMessage { on: context.today, from_purchaser: false, by: context.actor, words: self.message.clone() };
        Ok(vec![MessageAnswered { case: self.case, message }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// The country program manager wrote to the purchaser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageAnswered {
    /// About which case.
    pub case: CaseId,
    /// The message.
    pub message: CaseMessage,
}

impl Apply for MessageAnswered {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.portal.messages.push(self.message.clone());
        }
    }
}
