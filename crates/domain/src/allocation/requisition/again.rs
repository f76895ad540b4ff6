//! When nobody answers, or nobody fits: a longer suspense, or asking again.

use serde::{Deserialize, Serialize};

use super::flow::{Change, Draft, applies, requisition_subject};
use super::open::{check_services, check_suspense, said, shorten};
use super::{Ask, Deed, DeedKind, NomineeOutcome, Requisition, Step};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::kernel::{Date, RequisitionId, Service, Text};
use crate::organization::{Holder, Turn};
use crate::world::World;

/// Gives a turn back to whoever was given it, with a later suspense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendSuspense {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// What was asked.
    pub ask: Ask,
    /// Of whom.
    pub holder: Holder,
    /// The new suspense.
    pub due: Date,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for ExtendSuspense {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        if matches!(self.ask, Ask::Order | Ask::Arrive) {
            return Err(refuse(
                "derived-turn",
                "The suspense of an order or an arrival follows from the tour.",
                "Change the tour's dates instead.",
            ));
        }
        let turn = draft.finds(self.ask, Some(self.holder))?;
        said(&self.reason)?;
        check_suspense(Some(self.due), context.today)?;
        if self.due <= turn.due {
            return Err(refuse("not-later", format!("The suspense is {} already.", turn.due), "Give a later day."));
        }
        // Nobody extends their own time: headquarters may, and so may whoever the ball went up to.
        let above = turn.is_late(context.today) && draft.speaks(turn.holder_on(world, context.today));
        let headquarters = turn.holder != Holder::Headquarters && draft.speaks(Holder::Headquarters);
        if !above && !headquarters && !draft.speaks(Holder::Director) {
            return Err(refuse(
                "not-your-turn",
                format!("{} cannot extend its own suspense.", turn.holder.name(world)),
                "Ask headquarters, or the director where headquarters holds the ball.",
            ));
        }
        let event = SuspenseExtended {
            step: draft.step(),
            ask: self.ask,
            holder: self.holder,
            due: self.due,
            reason: self.reason.clone(),
        };
        Ok(vec![draft.settle(event, Some(turn)).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        requisition_subject(world, self.requisition)
    }
}

/// A turn was given back with a later suspense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspenseExtended {
    /// In which requisition and by whom.
    pub step: Step,
    /// What was asked.
    pub ask: Ask,
    /// Of whom.
    pub holder: Holder,
    /// The new suspense.
    pub due: Date,
    /// Why.
    pub reason: Text,
}

impl Change for SuspenseExtended {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        let wanted = |asked: &&mut super::Asked| asked.ask == self.ask && asked.turn.holder == self.holder;
        if let Some(asked) = requisition.turns.iter_mut().find(wanted) {
            // The days held go on counting from the day the turn was first given.
            asked.turn = Turn { due: self.due, ..asked.turn };
        }
    }
    fn deed(&self) -> Deed {
        let about = format!("{} until {}: {}", self.ask.title(), self.due, self.reason);
        Deed { about: Some(about.into()), ..Deed::of(DeedKind::ExtendedSuspense, &self.step) }
    }
}

applies!(SuspenseExtended);

/// Asks again who is to fill a requisition: after every service said that there is no fill, after a board found nobody,
/// or after the tour fell through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskAgain {
    /// Which requisition.
    pub requisition: RequisitionId,
    /// The military services asked now; left empty for civilian and locally employed staff.
    pub services: Vec<Service>,
    /// The last day of the turn; the lever's days from today where it is left out.
    pub suspense: Option<Date>,
}

impl Decide for AskAgain {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let turn = draft.finds(Ask::Resolve, None).or_else(|_| draft.finds(Ask::Select, None))?;
        if !draft.speaks(Holder::Director) {
            turn.taken_by(world, context)?;
        }
        check_services(
            &world.billets[draft.held.billet].number,
            draft.held.terms(world),
            draft.held.mode(world),
            &self.services,
        )?;
        check_suspense(self.suspense, context.today)?;
        let event = RequisitionAskedAgain { step: draft.step(), services: self.services.clone() };
        let mut event = draft.settle(event, Some(turn));
        shorten(&mut event.step.turns, self.suspense);
        Ok(vec![event.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        requisition_subject(world, self.requisition)
    }
}

/// A requisition was asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequisitionAskedAgain {
    /// Which requisition, by whom, and whose turns are open.
    pub step: Step,
    /// The services asked now.
    pub services: Vec<Service>,
}

impl Change for RequisitionAskedAgain {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        requisition.services.clone_from(&self.services);
        requisition.no_fills.clear();
        requisition.recruitment.clear();
        requisition.accepted = None;
        requisition.board = None;
        for nominee in requisition.nominees.iter_mut().filter(|nominee| nominee.is_live()) {
            nominee.outcome = Some(NomineeOutcome::Superseded);
        }
        for nominee in
            requisition.nominees.iter_mut().filter(|nominee| nominee.outcome == Some(NomineeOutcome::Accepted))
        {
            nominee.outcome = Some(NomineeOutcome::Withdrawn);
        }
    }
    fn deed(&self) -> Deed {
        let services: Vec<&str> = self.services.iter().map(|service| service.title()).collect();
        let about = Some(services.join(", ").into()).filter(|_| !services.is_empty());
        Deed { about, ..Deed::of(DeedKind::AskedAgain, &self.step) }
    }
}

applies!(RequisitionAskedAgain);
