//! Requisitions that the endorsement of a slate's lines raises. The slated person is requested of the service by name; a
//! civilian is proposed for reassignment and asked for consent. From there the requisition goes its ordinary way: the
//! service may decline and nominate another, or say that there is no fill.

use serde::{Deserialize, Serialize};

use super::flow::{Draft, settled};
use super::{
    Ask, PersonRequestedByName, ReassignmentProposed, RequisitionFacts, RequisitionOpened, Step, open::check_services,
};
use crate::allocation::SlateLine;
use crate::command::{Context, Refusal, refuse};
use crate::event::{Apply, Event};
use crate::kernel::{BilletId, CycleId, Date, Position, RequisitionId, Sealed, SlateId};
use crate::organization::OfficeKind;
use crate::workforce::{BilletTerms, FillMode};
use crate::world::World;

/// The line of a slate that a requisition was raised by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slated {
    /// Which slate.
    pub slate: SlateId,
    /// The line's number.
    pub line: u32,
    /// How it is filled: by whom it asks for, not by how the billet would be filled outside a slate.
    pub mode: FillMode,
}

impl World {
    /// The requisition that still fills a billet.
    pub fn open_requisition(&self, billet: BilletId) -> Option<RequisitionId> {
        self.requisitions.iter().find(|(_, held)| held.billet == billet && held.is_open(self)).map(|(id, _)| id)
    }
}

/// Raises the requisition of an endorsed line on a scratch World, and gives it with its events.
pub(in crate::allocation) fn raise(
    scratch: &mut World,
    context: &Context,
    cycle: CycleId,
    (slate, number): (SlateId, u32),
    line: &SlateLine,
) -> Result<(RequisitionId, Vec<Event>), Refusal> {
    let billet = &scratch.billets[line.billet];
    if let Some(open) = scratch.open_requisition(line.billet) {
        return Err(refuse(
            "requisition-open",
            format!("Billet {} already has requisition {open}, which is still open.", billet.number),
            "Cancel that requisition, or take the line out by an amendment.",
        ));
    }
    let terms = billet.terms_near(line.report).clone();
    let service = scratch.people[line.person].service;
    let (mode, services) = match (service.is_military(), terms.fill_mode) {
        (false, _) => (FillMode::CivilianReassignment, Vec::new()),
        (true, FillMode::NominativeBoard) => (FillMode::NominativeBoard, vec![service]),
        (true, _) => (FillMode::ServiceNomination, vec![service]),
    };
    check_services(&billet.number, &terms, mode, &services)?;
    let slated = Some(Slated { slate, line: number, mode });
    let priority = priority(scratch, &terms, context.today);
    let facts = RequisitionFacts { billet: line.billet, report: line.report, priority, services, slated };
    let id = scratch.requisitions.next_id();
    let (mut turns, board) = settled(scratch, &facts.opened(context.today, context.actor), context.today);
    // Each service keeps its own calendar: its day is the suspense, as long as it is still to come.
    let done_by = scratch.cycles[cycle].done_by(service).filter(|day| *day >= context.today);
    for asked in turns.iter_mut().filter(|asked| asked.ask == Ask::Nominate) {
        asked.turn.due = done_by.unwrap_or(asked.turn.due);
    }
    let step = Step { requisition: id, on: context.today, by: context.actor, took: None, turns, board };
    let opened = RequisitionOpened { step, facts };
    let at = Position(scratch.position.0 + 1);
    opened.apply(scratch, at);
    let held = &scratch.requisitions[id];
    let draft = Draft { world: scratch, context, id, held };
    let justification = Some(Sealed::Open(format!("Line {number} of slate {slate}, concurred with and endorsed.")));
    let asks: Event = if service.is_military() {
        let by_name = PersonRequestedByName { step: draft.step(), person: line.person, service, justification };
        draft.settle(by_name, None).into()
    } else {
        let took = draft.finds(Ask::Propose, None)?;
        let (person, report) = (line.person, line.report);
        let proposed = ReassignmentProposed { step: draft.step(), person, report, justification };
        draft.settle(proposed, Some(took)).into()
    };
    asks.apply(scratch, at);
    Ok((id, vec![opened.into(), asks]))
}

/// How urgent: the country's priority for an SCO, the middle elsewhere, a key billet 4 at least.
fn priority(world: &World, terms: &BilletTerms, day: Date) -> u8 {
    let office = &world.offices[terms.office];
    let country = office.country.filter(|_| office.kind == OfficeKind::Sco);
    let steps = country.map_or(3, |country| world.countries[country].priority_on(day)).clamp(1, 5);
    if terms.key { steps.max(4) } else { steps }
}
