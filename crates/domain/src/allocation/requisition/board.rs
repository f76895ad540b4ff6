//! Nominative boards: three vet in parallel, headquarters selects among those whom nobody found unfavourable.

use serde::{Deserialize, Serialize};

use super::flow::{Change, Draft, applies, person_subject, requisition_subject};
use super::nomination::live_nominee;
use super::open::said;
use super::{Ask, Deed, DeedKind, Requisition, Step, Vetter, Vetting};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::kernel::{PersonId, RequisitionId, Sealed, Text};
use crate::organization::{Holder, Turn};
use crate::workforce::FillMode;
use crate::world::World;

/// Opens a board before every service has answered, once the suspense of those who have not is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenBoard {
    /// Which requisition.
    pub requisition: RequisitionId,
}

impl Decide for OpenBoard {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        if draft.held.mode(world) != FillMode::NominativeBoard || draft.held.board.is_some() {
            return Err(refuse(
                "no-board",
                format!("Requisition {} has no board to open.", self.requisition),
                "Look at the requisition again.",
            ));
        }
        if !draft.held.nominees.iter().any(super::Nominee::is_live) {
            return Err(refuse("nobody-nominated", "There is nobody to vet.", "Wait for a nomination, or ask again."));
        }
        let turns: Vec<Turn> = draft.held.open_turns(world).iter().map(|asked| asked.turn).collect();
        if let Some(turn) = turns.iter().find(|turn| !turn.is_late(context.today)) {
            return Err(refuse(
                "suspense-open",
                format!("{} may still answer until {}.", turn.holder.name(world), turn.due),
                "Open the board after the suspense.",
            ));
        }
        if !draft.speaks(Holder::Headquarters) && !draft.speaks(Holder::Director) {
            return Err(refuse("not-your-turn", "Headquarters opens a board.", "Ask a workforce manager."));
        }
        let event = BoardOpened { step: draft.step() };
        Ok(vec![draft.settle(event, turns.first().copied()).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        requisition_subject(world, self.requisition)
    }
}

/// A board was opened without waiting for every service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardOpened {
    /// Which requisition and by whom.
    pub step: Step,
}

impl Change for BoardOpened {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        requisition.board = Some(self.step.on);
    }
    fn deed(&self) -> Deed {
        Deed::of(DeedKind::OpenedBoard, &self.step)
    }
}

applies!(BoardOpened);

/// Finds a nominee favourable or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VetNominee {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Whom.
    pub nominee: PersonId,
    /// For whom the vetting is done.
    pub vetter: Vetter,
    /// Whether the nominee is found favourable.
    pub favourable: bool,
    /// Why; required where not. Kept sealed under the nominee's key.
    pub reason: Option<Text>,
}

impl Decide for VetNominee {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let took = draft.takes(Ask::Vet(self.vetter), None)?;
        let nominee = live_nominee(&draft, self.nominee)?;
        if nominee.vetting(self.vetter).is_some() {
            return Err(refuse(
                "already-vetted",
                format!("{} was vetted already.", self.nominee),
                "Vet the nominees that are left.",
            ));
        }
        if !self.favourable {
            reason_given(self.reason.as_ref())?;
        }
        let event = NomineeVetted {
            step: draft.step(),
            person: self.nominee,
            vetter: self.vetter,
            favourable: self.favourable,
            reason: sealed(self.reason.as_ref()),
        };
        Ok(vec![draft.settle(event, Some(took)).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        requisition_subject(world, self.requisition)
    }
}

/// Refuses a missing reason.
pub(super) fn reason_given(reason: Option<&Text>) -> Result<(), Refusal> {
    match reason {
        Some(reason) => said(reason),
        None => said(&Text::default()),
    }
}

/// A reason as it is kept; none where nothing is said.
pub(super) fn sealed(reason: Option<&Text>) -> Option<Sealed<String>> {
    reason.filter(|reason| !reason.trim().is_empty()).map(|reason| Sealed::Open(reason.to_string()))
}

/// A nominee was vetted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NomineeVetted {
    /// In which requisition and by whom.
    pub step: Step,
    /// Whom.
    pub person: PersonId,
    /// For whom.
    pub vetter: Vetter,
    /// Whether the nominee is found favourable.
    pub favourable: bool,
    /// Why.
    pub reason: Option<Sealed<String>>,
}

impl Change for NomineeVetted {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        if let Some(nominee) = requisition.live_mut(self.person) {
            nominee.vetted.push(Vetting {
                vetter: self.vetter,
                favourable: self.favourable,
                reason: self.reason.as_ref().and_then(Sealed::open).cloned(),
                by: self.step.by,
                on: self.step.on,
            });
        }
    }
    fn deed(&self) -> Deed {
        let kind = if self.favourable { DeedKind::FoundFavourable } else { DeedKind::FoundUnfavourable };
        let about = Some(Ask::Vet(self.vetter).title().into());
        Deed { person: Some(self.person), about, ..Deed::of(kind, &self.step) }
    }
}

applies!(NomineeVetted sealed reason);

/// Selects one of the vetted nominees for the gaining office to accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SelectNominee {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Whom.
    pub person: PersonId,
    /// Why; required where a vetter found against, and then only the director may. Kept sealed under the person's key.
    pub reason: Option<Text>,
}

impl Decide for SelectNominee {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let turn = draft.finds(Ask::Select, None)?;
        let nominee = live_nominee(&draft, self.person)?;
        if nominee.is_unfavourable() {
            if !draft.speaks(Holder::Director) {
                return Err(refuse(
                    "found-unfavourable",
                    format!("A vetter found {} unfavourable; only the service director may override.", self.person),
                    "Select another nominee, or ask the director.",
                ));
            }
            reason_given(self.reason.as_ref())?;
        } else if !draft.speaks(Holder::Director) {
            turn.taken_by(world, context)?;
        }
        let event = NomineeSelected { step: draft.step(), person: self.person, reason: sealed(self.reason.as_ref()) };
        Ok(vec![draft.settle(event, Some(turn)).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

/// A nominee was selected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NomineeSelected {
    /// In which requisition and by whom.
    pub step: Step,
    /// Whom.
    pub person: PersonId,
    /// Why.
    pub reason: Option<Sealed<String>>,
}

impl Change for NomineeSelected {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        if let Some(nominee) = requisition.live_mut(self.person) {
            nominee.selected = Some(self.step.on);
        }
    }
    fn deed(&self) -> Deed {
        let reason = self.reason.as_ref().and_then(Sealed::open).cloned();
        Deed { person: Some(self.person), reason, ..Deed::of(DeedKind::Selected, &self.step) }
    }
}

applies!(NomineeSelected sealed reason);
