//! What is offered and what stands around it: lines, documents, expiry, reasons for delay, the notification of Congress.

use serde::{Deserialize, Serialize};

use super::{
    CaseDocument, CaseLine, CasePhase, Delay, DelayReason, DocumentKind, NotificationStep, case_subject, known_case,
    not_ahead, said,
};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position, Text};
use crate::world::World;

/// The largest value of a line, US cents: a trillion US dollars.
const LARGEST_VALUE: i64 = 100_000_000_000_000;

/// Numbers from 1 to 999, each once, rising; values and quantities in range.
pub(super) fn check_lines(lines: &[CaseLine]) -> Result<(), Refusal> {
    let in_order = lines.windows(2).all(|pair| pair[0].line < pair[1].line);
    if !in_order || lines.iter().any(|line| !(1..=999).contains(&line.line)) {
        return Err(refuse(
            "line-numbers",
            "The numbers of the lines do not rise from 1 to 999, each once.",
            "Number the lines anew.",
        ));
    }
    for line in lines {
        said(&line.title, "title of a line")?;
        if line.quantity == 0 || !(0..=LARGEST_VALUE).contains(&line.value_cents) {
            return Err(refuse(
                "line-value",
                format!("Line {:03} has quantity {} and value {} cents.", line.line, line.quantity, line.value_cents),
                "Give a quantity from 1 and a value from 0 to a trillion dollars.",
            ));
        }
    }
    Ok(())
}

/// Sets the lines of a case before it is accepted; afterwards a document changes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLines {
    /// Which case.
    pub case: CaseId,
    /// All its lines.
    pub lines: Vec<CaseLine>,
}

impl Decide for SetLines {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        if case.phase(context.today) >= CasePhase::Offered {
            return Err(refuse(
                "lines-offered",
                format!("{} was offered: its lines change by a document.", case.number),
                "Record an amendment, a modification or a restatement.",
            ));
        }
        check_lines(&self.lines)?;
        Ok(vec![LinesSet { case: self.case, lines: self.lines.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// The lines of a case were set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinesSet {
    /// Which case.
    pub case: CaseId,
    /// All its lines.
    pub lines: Vec<CaseLine>,
}

impl Apply for LinesSet {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.lines.clone_from(&self.lines);
        }
    }
}

/// Records an amendment, a modification or another version of the offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordDocument {
    /// Which case.
    pub case: CaseId,
    /// What kind.
    pub kind: DocumentKind,
    /// The day it takes effect; an amendment's is the day of its acceptance.
    pub on: Date,
    /// All lines as the document leaves them.
    pub lines: Vec<CaseLine>,
}

impl Decide for RecordDocument {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        not_ahead(self.on, context.today, "The document")?;
        check_lines(&self.lines)?;
        let phase = case.phase(context.today);
        let fits = match self.kind {
            DocumentKind::Amendment | DocumentKind::Modification => phase.has_execution(),
            DocumentKind::Restatement | DocumentKind::Counteroffer => phase == CasePhase::Offered,
            DocumentKind::Reactivation => phase == CasePhase::Cancelled,
        };
        if !fits {
            return Err(refuse(
                "document-phase",
                format!("{} does not stand where such a document is made.", case.number),
                "Amendments and modifications change accepted cases, restatements and counteroffers an open offer, reactivations a cancelled case.",
            ));
        }
        let number = case.documents.iter().filter(|document| document.kind == self.kind).count() + 1;
        let change_cents = self.lines.iter().map(|line| line.value_cents).sum::<i64>() - case.value_cents();
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        let document = CaseDocument { kind: self.kind, number, on: self.on, change_cents };
        Ok(vec![DocumentRecorded { case: self.case, document, lines: self.lines.clone(), by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A document was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRecorded {
    /// Which case.
    pub case: CaseId,
    /// The document.
    pub document: CaseDocument,
    /// All lines as it leaves them.
    pub lines: Vec<CaseLine>,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

impl Apply for DocumentRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.documents.push(self.document.clone());
            case.lines.clone_from(&self.lines);
        }
    }
}

/// Sets the day on which an offer expires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendOffer {
    /// Which case.
    pub case: CaseId,
    /// The last day on which it may be accepted.
    pub until: Date,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for ExtendOffer {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        said(&self.reason, "reason")?;
        let Some(expiry) = case.expiry(world).filter(|_| case.phase(context.today) <= CasePhase::Offered) else {
            return Err(refuse(
                "no-offer",
                format!("{} has no offer that would expire.", case.number),
                "An offer has an expiry from the agency's approval until it is accepted.",
            ));
        };
        if self.until <= expiry {
            return Err(refuse(
                "offer-expiry",
                format!("The offer of {} already stands until {expiry}.", case.number),
                "Give a later day.",
            ));
        }
        Ok(vec![
            OfferExtended { case: self.case, until: self.until, reason: self.reason.clone(), by: context.actor }.into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// An offer stands longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferExtended {
    /// Which case.
    pub case: CaseId,
    /// The last day.
    pub until: Date,
    /// Why.
    pub reason: Text,
    /// Who extended it.
    pub by: Option<AccountId>,
}

impl Apply for OfferExtended {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.expires = Some(self.until);
        }
    }
}

/// Notes why an offer takes longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteDelay {
    /// Which case.
    pub case: CaseId,
    /// Which of the ten reasons.
    pub delay: DelayReason,
    /// Since when.
    pub since: Date,
    /// In words; names no person.
    pub note: Text,
}

impl Decide for NoteDelay {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        not_ahead(self.since, context.today, "The delay")?;
        said(&self.note, "note")?;
        if case.delays.iter().any(|held| held.reason == self.delay) {
            return Err(refuse(
                "delay-known",
                format!("{} is noted as delayed by that reason already.", case.number),
                "Add what is new as a note on the case.",
            ));
        }
        let delay = Delay { reason: self.delay, since: self.since, note: self.note.clone() };
        Ok(vec![DelayNoted { case: self.case, delay, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A reason for delay was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelayNoted {
    /// Which case.
    pub case: CaseId,
    /// The delay.
    pub delay: Delay,
    /// Who noted it.
    pub by: Option<AccountId>,
}

impl Apply for DelayNoted {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.delays.push(self.delay.clone());
        }
    }
}

/// Records a step of the notification of Congress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordNotification {
    /// Which case.
    pub case: CaseId,
    /// Which step.
    pub step: NotificationStep,
    /// The day.
    pub on: Date,
    /// The transmittal number, with the formal notification.
    pub transmittal: Option<Text>,
}

impl Decide for RecordNotification {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        not_ahead(self.on, context.today, self.step.title())?;
        if case.notification_causes(world, self.on).is_empty() {
            return Err(refuse(
                "notification-not-due",
                format!("{} reaches no threshold of notification.", case.number),
                "Correct its lines if their values are wrong.",
            ));
        }
        if let Some((last, on)) = case.notification.steps.last()
            && (*on > self.on || *last >= self.step)
        {
            return Err(refuse(
                "notification-order",
                format!("{} stands at: {}, on {on}.", case.number, last.title()),
                "Record the next step, on that day or later.",
            ));
        }
        if self.step == NotificationStep::Formal {
            if case.formal_from(world, self.on).is_none_or(|from| self.on < from) {
                return Err(refuse(
                    "advance-notice",
                    format!("The advance notice of {} has not run its days by {}.", case.number, self.on),
                    "Record the advance notice, and wait out its days.",
                ));
            }
            if self.transmittal.as_ref().is_none_or(|number| number.trim().is_empty()) {
                return Err(refuse(
                    "transmittal",
                    "The formal notification has no number.",
                    "Give its transmittal number.",
                ));
            }
        }
        let transmittal = self.transmittal.clone().filter(|_| self.step == NotificationStep::Formal);
        Ok(vec![
            NotificationRecorded { case: self.case, step: self.step, on: self.on, transmittal, by: context.actor }
                .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A step of the notification was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationRecorded {
    /// Which case.
    pub case: CaseId,
    /// Which step.
    pub step: NotificationStep,
    /// The day.
    pub on: Date,
    /// The transmittal number.
    pub transmittal: Option<Text>,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

impl Apply for NotificationRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(case) = world.cases.edit(self.case, at) else { return };
        case.notification.steps.push((self.step, self.on));
        if self.transmittal.is_some() {
            case.notification.transmittal.clone_from(&self.transmittal);
        }
    }
}
