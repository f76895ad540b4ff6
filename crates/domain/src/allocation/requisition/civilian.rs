//! Directed reassignment of civilians: headquarters proposes, the person consents or not, the gaining office accepts.

use serde::{Deserialize, Serialize};

use super::board::sealed;
use super::flow::{Change, Draft, applies, person_subject};
use super::nomination::{can_be_planned, service_of};
use super::{Ask, Deed, DeedKind, Nominee, NomineeOutcome, Rank, Requisition, Step};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::kernel::{Date, PersonId, RequisitionId, Sealed, Service, Text};
use crate::organization::Holder;
use crate::world::World;

/// Proposes a civilian, who is asked for consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeReassignment {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Who.
    pub person: PersonId,
    /// The day the person would report; the requisition's where it is left out.
    pub report: Option<Date>,
    /// Why this person; kept sealed under the person's key.
    pub justification: Text,
}

impl Decide for ProposeReassignment {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let took = draft.takes(Ask::Propose, None)?;
        if service_of(world, self.person)? != Service::Civilian {
            return Err(refuse(
                "not-civilian",
                format!("{} is not a civilian; only civilians are reassigned by DSCS.", self.person),
                "Propose a civilian, or change how the billet is filled.",
            ));
        }
        let report = self.report.unwrap_or(draft.held.report);
        can_be_planned(world, draft.held, self.person, report)?;
        let justification = sealed(Some(&self.justification));
        let event = ReassignmentProposed { step: draft.step(), person: self.person, report, justification };
        Ok(vec![draft.settle(event, Some(took)).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

/// A civilian was proposed for reassignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReassignmentProposed {
    /// In which requisition and by whom.
    pub step: Step,
    /// Who.
    pub person: PersonId,
    /// The day the person would report.
    pub report: Date,
    /// Why.
    pub justification: Option<Sealed<String>>,
}

impl Change for ReassignmentProposed {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        requisition.nominees.push(Nominee {
            person: self.person,
            service: Service::Civilian,
            rank: Rank::Primary,
            report: self.report,
            justification: self.justification.as_ref().and_then(Sealed::open).cloned(),
            on: self.step.on,
            vetted: Vec::new(),
            selected: None,
            consented: None,
            outcome: None,
        });
    }
    fn deed(&self) -> Deed {
        Deed { person: Some(self.person), ..Deed::of(DeedKind::Proposed, &self.step) }
    }
}

applies!(ReassignmentProposed sealed justification);

/// The person consents to the reassignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveConsent {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Who consents.
    pub person: PersonId,
}

/// The person does not consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseConsent {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Who does not consent.
    pub person: PersonId,
    /// Why, if the person wants to say; kept sealed under the person's key.
    pub reason: Option<Text>,
}

fn answered(
    world: &World,
    context: &Context,
    id: RequisitionId,
    person: PersonId,
    consents: bool,
    reason: Option<&Text>,
) -> Decision {
    let draft = Draft::of(world, context, id)?;
    let took = draft.takes(Ask::Consent, Some(Holder::Person(person)))?;
    let event = ConsentAnswered { step: draft.step(), person, consents, reason: sealed(reason) };
    Ok(vec![draft.settle(event, Some(took)).into()])
}

impl Decide for GiveConsent {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        answered(world, context, self.requisition, self.person, true, None)
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

impl Decide for RefuseConsent {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        answered(world, context, self.requisition, self.person, false, self.reason.as_ref())
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

/// The person answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentAnswered {
    /// In which requisition and by whom.
    pub step: Step,
    /// Who.
    pub person: PersonId,
    /// Whether the person consents.
    pub consents: bool,
    /// Why, if the person said.
    pub reason: Option<Sealed<String>>,
}

impl Change for ConsentAnswered {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        if let Some(nominee) = requisition.live_mut(self.person) {
            if self.consents {
                nominee.consented = Some(self.step.on);
            } else {
                nominee.outcome = Some(NomineeOutcome::Refused);
            }
        }
    }
    fn deed(&self) -> Deed {
        let kind = if self.consents { DeedKind::Consented } else { DeedKind::RefusedConsent };
        let reason = self.reason.as_ref().and_then(Sealed::open).cloned();
        Deed { person: Some(self.person), reason, ..Deed::of(kind, &self.step) }
    }
}

applies!(ConsentAnswered sealed reason);
