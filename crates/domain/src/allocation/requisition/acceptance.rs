//! The gaining office's answer. Acceptance plans the tour in the same decision, so that of two acceptances of one
//! person or one billet only one can be taken.

use serde::{Deserialize, Serialize};

use super::flow::{Change, Draft, applies, person_subject};
use super::nomination::{NominationWithdrawn, live_nominee, tour_of};
use super::open::said;
use super::{Accepted, Ask, Deed, DeedKind, Nominee, NomineeOutcome, Requisition, Step};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Event;
use crate::kernel::{PersonId, RequisitionId, Sealed, Text, TourId};
use crate::world::World;

/// Accepts a nominee: the tour is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptNominee {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Whom.
    pub person: PersonId,
    /// Whether dependents come along.
    pub accompanied: bool,
}

impl Decide for AcceptNominee {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let took = draft.takes(Ask::Accept, None)?;
        let nominee = offered(&draft, self.person)?;
        let tour = tour_of(world, draft.held, self.person, nominee.report, self.accompanied);
        let planned = tour.planned(world, draft.held.slated.map(|slated| slated.slate))?;
        let accepted = NomineeAccepted { step: draft.step(), person: self.person, tour: planned.tour };
        let mut events: Vec<Event> = vec![planned.into(), draft.settle(accepted, Some(took)).into()];
        // Nobody waits for a person who is taken.
        for (id, other) in world.requisitions.iter().filter(|(id, _)| *id != self.requisition) {
            if other.live(self.person).is_some() && other.is_open(world) {
                let elsewhere = Draft { world, context, id, held: other };
                let withdrawn = NominationWithdrawn {
                    step: elsewhere.step(),
                    person: self.person,
                    outcome: NomineeOutcome::Superseded,
                    reason: None,
                };
                events.push(elsewhere.settle(withdrawn, None).into());
            }
        }
        Ok(events)
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

/// The nominee, if it is the one that the gaining office is asked about.
fn offered<'a>(draft: &Draft<'a>, person: PersonId) -> Result<&'a Nominee, Refusal> {
    let nominee = live_nominee(draft, person)?;
    if draft.held.is_offered(draft.world, nominee) {
        return Ok(nominee);
    }
    Err(refuse(
        "not-selected",
        format!("{person} is not the one selected."),
        "Decide on the nominee that was selected.",
    ))
}

/// A nominee was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NomineeAccepted {
    /// In which requisition and by whom.
    pub step: Step,
    /// Whom.
    pub person: PersonId,
    /// The tour that was planned.
    pub tour: TourId,
}

impl Change for NomineeAccepted {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        for nominee in requisition.nominees.iter_mut().filter(|nominee| nominee.is_live()) {
            let own = nominee.person == self.person;
            nominee.outcome = Some(if own { NomineeOutcome::Accepted } else { NomineeOutcome::Superseded });
        }
        requisition.accepted = Some(Accepted { person: self.person, tour: self.tour, on: self.step.on });
    }
    fn deed(&self) -> Deed {
        Deed { person: Some(self.person), ..Deed::of(DeedKind::Accepted, &self.step) }
    }
}

applies!(NomineeAccepted);

/// Declines a nominee: the service is asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineNominee {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Whom.
    pub person: PersonId,
    /// Why; kept sealed under the person's key.
    pub reason: Text,
}

impl Decide for DeclineNominee {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let took = draft.takes(Ask::Accept, None)?;
        offered(&draft, self.person)?;
        said(&self.reason)?;
        let reason = Some(Sealed::Open(self.reason.to_string()));
        let event = NomineeDeclined { step: draft.step(), person: self.person, reason };
        Ok(vec![draft.settle(event, Some(took)).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

/// A nominee was declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NomineeDeclined {
    /// In which requisition and by whom.
    pub step: Step,
    /// Whom.
    pub person: PersonId,
    /// Why.
    pub reason: Option<Sealed<String>>,
}

impl Change for NomineeDeclined {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        if let Some(nominee) = requisition.live_mut(self.person) {
            nominee.outcome = Some(NomineeOutcome::Declined);
        }
    }
    fn deed(&self) -> Deed {
        let reason = self.reason.as_ref().and_then(Sealed::open).cloned();
        Deed { person: Some(self.person), reason, ..Deed::of(DeedKind::Declined, &self.step) }
    }
}

applies!(NomineeDeclined sealed reason);
