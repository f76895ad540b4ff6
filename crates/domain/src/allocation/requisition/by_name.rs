//! Requests for one person by name: the gaining office asks with a justification, the service answers by nominating
//! that person or by declining.

use serde::{Deserialize, Serialize};

use super::flow::{Change, Draft, applies, person_subject};
use super::nomination::{can_be_planned, service_of};
use super::open::said;
use super::{Ask, ByName, Deed, DeedKind, Requisition, Step};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::kernel::{PersonId, RequisitionId, Sealed, Service, Text};
use crate::organization::Holder;
use crate::world::World;

/// Asks a service for one person by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestByName {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Who is asked for.
    pub person: PersonId,
    /// Why this person; kept sealed under the person's key.
    pub justification: Text,
}

impl Decide for RequestByName {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let service = service_of(world, self.person)?;
        draft.finds(Ask::Nominate, Some(Holder::Service(service)))?;
        let office = Holder::Office(draft.held.office(world));
        if !draft.speaks(office) && !draft.speaks(Holder::Headquarters) {
            return Err(refuse(
                "not-your-office",
                format!("Only {} or its command requests by name.", office.name(world)),
                "Ask the gaining office.",
            ));
        }
        said(&self.justification)?;
        if draft.held.by_name.iter().any(|asked| asked.person == self.person) {
            return Err(refuse(
                "already-requested",
                format!("{} was requested by name already.", self.person),
                "Wait for the service's answer.",
            ));
        }
        can_be_planned(world, draft.held, self.person, draft.held.report)?;
        let event = PersonRequestedByName {
            step: draft.step(),
            person: self.person,
            service,
            justification: Some(Sealed::Open(self.justification.to_string())),
        };
        Ok(vec![draft.settle(event, None).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

/// A person was requested by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRequestedByName {
    /// In which requisition and by whom.
    pub step: Step,
    /// Who.
    pub person: PersonId,
    /// Of which service.
    pub service: Service,
    /// Why.
    pub justification: Option<Sealed<String>>,
}

impl Change for PersonRequestedByName {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        requisition.by_name.push(ByName {
            person: self.person,
            service: self.service,
            justification: self.justification.as_ref().and_then(Sealed::open).cloned(),
            on: self.step.on,
            declined: None,
        });
    }
    fn deed(&self) -> Deed {
        let about = Some(self.service.title().into());
        Deed { person: Some(self.person), about, ..Deed::of(DeedKind::RequestedByName, &self.step) }
    }
}

applies!(PersonRequestedByName sealed justification);

/// Declines a request by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineByName {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Who was asked for.
    pub person: PersonId,
    /// Why not; kept sealed under the person's key.
    pub reason: Text,
}

impl Decide for DeclineByName {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let service = service_of(world, self.person)?;
        if !draft.held.requested(service).any(|asked| asked.person == self.person) {
            return Err(refuse(
                "not-requested",
                format!("No request for {} by name is open here.", self.person),
                "Look at the requisition again: somebody else has acted.",
            ));
        }
        let turn = draft.takes(Ask::Nominate, Some(Holder::Service(service)))?;
        said(&self.reason)?;
        let event = ByNameDeclined {
            step: draft.step(),
            person: self.person,
            reason: Some(Sealed::Open(self.reason.to_string())),
        };
        Ok(vec![draft.settle(event, Some(turn)).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

/// A request by name was declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByNameDeclined {
    /// In which requisition and by whom.
    pub step: Step,
    /// Who was asked for.
    pub person: PersonId,
    /// Why not.
    pub reason: Option<Sealed<String>>,
}

impl Change for ByNameDeclined {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        let asked = requisition.by_name.iter_mut().find(|asked| asked.person == self.person);
        if let Some(asked) = asked {
            asked.declined = Some(self.step.on);
        }
    }
    fn deed(&self) -> Deed {
        let reason = self.reason.as_ref().and_then(Sealed::open).cloned();
        Deed { person: Some(self.person), reason, ..Deed::of(DeedKind::DeclinedByName, &self.step) }
    }
}

applies!(ByNameDeclined sealed reason);
