//! Recruitment, step by step: civilians by headquarters, locally employed staff by the embassy. Entry on duty names the
//! registered person, whose tour then begins.

use serde::{Deserialize, Serialize};

use super::flow::{Change, Draft, applies, requisition_subject};
use super::nomination::{can_be_planned, service_of, tour_of};
use super::{Accepted, Ask, Deed, DeedKind, RecruitmentMark, RecruitmentStep, Requisition, Step};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Event;
use crate::kernel::{Date, PersonId, RequisitionId, Service, TourId};
use crate::organization::Turn;
use crate::workforce::{FillMode, TourArrived};
use crate::world::World;

/// Records that a recruitment reached a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordRecruitmentStep {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Which step.
    pub step: RecruitmentStep,
    /// The day it was reached.
    pub on: Date,
    /// Who enters on duty: named with that step and with no other.
    pub person: Option<PersonId>,
}

impl Decide for RecordRecruitmentStep {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let turn = draft.finds(Ask::Recruit, None)?;
        // A step that was reached late is still a fact: whoever was given the turn records it after the suspense too.
        if !draft.speaks(turn.holder) {
            turn.taken_by(world, context)?;
        }
        self.in_order(&draft)?;
        let event = |entered| RecruitmentStepRecorded {
            step: draft.step(),
            mark: RecruitmentMark { step: self.step, on: self.on },
            entered,
        };
        match (self.step == RecruitmentStep::EntryOnDuty, self.person) {
            (false, None) => Ok(vec![draft.settle(event(None), Some(turn)).into()]),
            (true, Some(person)) => self.enters(&draft, turn, person, event),
            (true, None) => Err(refuse(
                "entrant-missing",
                "Entry on duty names nobody.",
                "Register the person, then name them in `person`.",
            )),
            (false, Some(_)) => Err(refuse(
                "entrant-early",
                format!("{} names nobody yet.", self.step.title()),
                "Leave out `person` until entry on duty.",
            )),
        }
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { person: self.person, ..requisition_subject(world, self.requisition) }
    }
}

impl RecordRecruitmentStep {
    fn in_order(&self, draft: &Draft<'_>) -> Result<(), Refusal> {
        if self.on > draft.context.today {
            return Err(refuse(
                "future",
                format!("A step on {} cannot be recorded on {}.", self.on, draft.context.today),
                "Record it on or after the day.",
            ));
        }
        let last = draft.held.last_step();
        if let Some(last) = last.filter(|last| self.step <= last.step || self.on < last.on) {
            return Err(refuse(
                "step-order",
                format!("{} was reached on {}; {} does not follow.", last.step.title(), last.on, self.step.title()),
                "Record the steps in order.",
            ));
        }
        if last.is_none() && self.on < draft.held.opened {
            return Err(refuse(
                "step-order",
                format!("The requisition was opened on {}; {} is earlier.", draft.held.opened, self.on),
                "Give the day of the step.",
            ));
        }
        Ok(())
    }

    fn enters(
        &self,
        draft: &Draft<'_>,
        turn: Turn,
        person: PersonId,
        event: impl Fn(Option<(PersonId, TourId)>) -> RecruitmentStepRecorded,
    ) -> Decision {
        let world = draft.world;
        let wanted = match draft.held.mode(world) {
            FillMode::LocallyEmployed => Service::LocallyEmployed,
            _ => Service::Civilian,
        };
        let service = service_of(world, person)?;
        if service != wanted {
            return Err(refuse(
                "entrant-service",
                format!("{person} belongs to {service}; this recruitment is for {wanted} staff."),
                "Name the person who was recruited.",
            ));
        }
        can_be_planned(world, draft.held, person, self.on)?;
        let planned = tour_of(world, draft.held, person, self.on, false).planned(world, None)?;
        let tour = planned.tour;
        let recorded = draft.settle(event(Some((person, tour))), Some(turn));
        Ok(vec![Event::from(planned), TourArrived { tour, on: self.on }.into(), recorded.into()])
    }
}

/// A recruitment reached a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecruitmentStepRecorded {
    /// In which requisition and by whom.
    pub step: Step,
    /// Which step, and when.
    pub mark: RecruitmentMark,
    /// Who entered on duty, and the tour that began.
    pub entered: Option<(PersonId, TourId)>,
}

impl Change for RecruitmentStepRecorded {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        requisition.recruitment.push(self.mark);
        // The clock of the next step begins with this one.
        requisition.turns.clear();
        requisition.accepted = self.entered.map(|(person, tour)| Accepted { person, tour, on: self.step.on });
    }
    fn deed(&self) -> Deed {
        let about = Some(format!("{} on {}", self.mark.step.title(), self.mark.on).into());
        Deed { person: self.entered.map(|(person, _)| person), about, ..Deed::of(DeedKind::ReachedStep, &self.step) }
    }
}

applies!(RecruitmentStepRecorded);
