//! Whose turn is next: one rule for every way of filling, read from the facts of the requisition. A command changes the
//! facts; this works out the turns that are then open. A turn that was open before stays as it was, with its clock.

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use super::{Ask, Asked, Deed, RecruitmentStep, Requisition, Vetter};
use crate::command::{Context, Refusal, Subject, refuse};
use crate::event::Event;
use crate::kernel::{AccountId, Date, PersonId, Position, RequisitionId, Service};
use crate::organization::{Holder, Turn, speaks_for};
use crate::policy::Lever;
use crate::workforce::FillMode;
use crate::world::World;

/// What every event of a requisition states beside its own facts: who acted, which turn that answered, and whose turns
/// are open from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Which requisition.
    pub requisition: RequisitionId,
    /// The day.
    pub on: Date,
    /// Who acted; the installation itself where absent.
    pub by: Option<AccountId>,
    /// The turn it answered.
    pub took: Option<Turn>,
    /// The turns open from now on.
    pub turns: Vec<Asked>,
    /// The day the board opened, if it has.
    pub board: Option<Date>,
}

/// An event that changes a requisition.
pub(super) trait Change: Into<Event> {
    fn step_mut(&mut self) -> &mut Step;
    /// Changes the facts, but not the turns.
    fn change(&self, requisition: &mut Requisition);
    /// The entry of the history.
    fn deed(&self) -> Deed;
}

/// Applies an event to its requisition.
pub(super) fn apply_step(change: &impl Change, step: &Step, world: &mut World, at: Position) {
    if let Some(requisition) = world.requisitions.edit(step.requisition, at) {
        change.change(requisition);
        requisition.turns.clone_from(&step.turns);
        requisition.board = step.board;
        requisition.deeds.push(change.deed());
    }
}

/// Implements `Apply` for a change; `sealed` names the person and the sealed field where there is one.
macro_rules! applies {
    ($name:ident) => {
        impl $crate::event::Apply for $name {
            fn apply(&self, world: &mut $crate::world::World, at: $crate::kernel::Position) {
                $crate::allocation::requisition::flow::apply_step(self, &self.step, world, at);
            }
        }
    };
    ($name:ident sealed $field:ident) => {
        impl $crate::event::Apply for $name {
            fn apply(&self, world: &mut $crate::world::World, at: $crate::kernel::Position) {
                $crate::allocation::requisition::flow::apply_step(self, &self.step, world, at);
            }

            fn sealed(
                &mut self,
                visit: &mut dyn FnMut(
                    $crate::kernel::PersonId,
                    &mut dyn $crate::event::SealedFact,
                ) -> Result<(), serde_json::Error>,
            ) -> Result<(), serde_json::Error> {
                match &mut self.$field {
                    Some(fact) => visit(self.person, fact),
                    None => Ok(()),
                }
            }
        }
    };
}
pub(super) use applies;

/// An open requisition while a command on it is decided.
pub(super) struct Draft<'a> {
    pub world: &'a World,
    pub context: &'a Context,
    pub id: RequisitionId,
    pub held: &'a Requisition,
}

impl<'a> Draft<'a> {
    /// The requisition, if it is still to be filled by somebody.
    pub fn of(world: &'a World, context: &'a Context, id: RequisitionId) -> Result<Self, Refusal> {
        let held = known_requisition(world, id)?;
        let status = held.status(world);
        if !status.is_open() {
            return Err(refuse(
                "requisition-closed",
                format!("Requisition {id} is closed: {}.", words(&status)),
                "Open a new requisition if the billet is still to be filled.",
            ));
        }
        Ok(Self { world, context, id, held })
    }

    /// The open turn that this command answers, if the actor holds it today.
    pub fn takes(&self, ask: Ask, holder: Option<Holder>) -> Result<Turn, Refusal> {
        let turn = self.finds(ask, holder)?;
        turn.taken_by(self.world, self.context)?;
        Ok(turn)
    }

    /// The open turn of this kind, whoever holds it.
    pub fn finds(&self, ask: Ask, holder: Option<Holder>) -> Result<Turn, Refusal> {
        let open = self.held.open_turns(self.world);
        let wanted = |asked: &&Asked| asked.ask == ask && holder.is_none_or(|holder| asked.turn.holder == holder);
        open.iter().find(wanted).map(|asked| asked.turn).ok_or_else(|| {
            let now: Vec<String> = open
                .iter()
                .map(|asked| format!("{} ({})", asked.ask.title().to_lowercase(), asked.turn.holder.name(self.world)))
                .collect();
            refuse(
                "not-asked",
                format!("Nobody is asked to {} here; what is asked is: {}.", verb(ask), now.join(", ")),
                "Look at the requisition again: somebody else has acted.",
            )
        })
    }

    /// The event with the turns that follow from it.
    pub fn settle<E: Change>(&self, mut event: E, took: Option<Turn>) -> E {
        let mut after = self.held.clone();
        event.change(&mut after);
        let (turns, board) = settled(self.world, &after, self.context.today);
        *event.step_mut() =
            Step { requisition: self.id, on: self.context.today, by: self.context.actor, took, turns, board };
        event
    }

    /// A step still to be settled.
    pub fn step(&self) -> Step {
        Step {
            requisition: self.id,
            on: self.context.today,
            by: self.context.actor,
            took: None,
            turns: Vec::new(),
            board: None,
        }
    }

    /// Whether the actor speaks for a holder today. The installation itself speaks for everybody.
    pub fn speaks(&self, holder: Holder) -> bool {
        self.context.actor.is_none_or(|actor| speaks_for(self.world, actor, holder, self.context.today))
    }
}

/// What is asked, as a verb.
fn verb(ask: Ask) -> &'static str {
    match ask {
        Ask::Nominate => "nominate",
        Ask::Vet(_) => "vet",
        Ask::Select => "select",
        Ask::Accept => "accept",
        Ask::Propose => "propose a reassignment",
        Ask::Consent => "consent",
        Ask::Recruit => "recruit",
        Ask::Resolve => "resolve",
        Ask::Order => "order",
        Ask::Arrive => "receive anybody",
    }
}

/// A status in lower-case words.
pub(super) fn words(status: &super::RequisitionStatus) -> &'static str {
    use super::RequisitionStatus as Status;
    match status {
        Status::Nominating => "awaiting a nomination",
        Status::Vetting => "being vetted",
        Status::Selecting => "awaiting a selection",
        Status::Consenting => "awaiting consent",
        Status::Recruiting => "being recruited for",
        Status::Accepting => "awaiting acceptance",
        Status::Unresolved => "without a prospect",
        Status::Planned => "planned",
        Status::Ordered => "ordered",
        Status::Filled => "filled",
        Status::ApprovedGap => "left open by an approved gap",
        Status::Cancelled => "cancelled",
    }
}

pub(super) fn known_requisition(world: &World, id: RequisitionId) -> Result<&Requisition, Refusal> {
    world.requisitions.get(id).ok_or_else(|| {
        refuse("no-requisition", format!("There is no requisition {id}."), "Check the id, or open a requisition first.")
    })
}

/// What a command on a requisition acts on: the gaining office, and the requisition's own version.
pub(super) fn requisition_subject(world: &World, id: RequisitionId) -> Subject {
    let Some(row) = world.requisitions.row(id) else { return Subject::default() };
    Subject { offices: vec![row.fact.office(world)], changed: Some(row.changed), ..Subject::default() }
}

/// The same, about a person.
pub(super) fn person_subject(world: &World, id: RequisitionId, person: PersonId) -> Subject {
    Subject {
        person: Some(person),
        service: world.people.get(person).map(|person| person.service),
        ..requisition_subject(world, id)
    }
}

/// A day so many days of a lever later.
pub(in crate::allocation) fn after(world: &World, lever: Lever, day: Date) -> Date {
    day.saturating_add(world.lever(lever, day).clamp(0, 100_000).days())
}

/// The services asked that have neither a live nominee nor said that there is no fill.
fn unanswered(requisition: &Requisition) -> impl Iterator<Item = Service> + '_ {
    requisition.services.iter().copied().filter(|service| {
        !requisition.nominees.iter().any(|nominee| nominee.is_live() && nominee.service == *service)
            && !requisition.no_fills.iter().any(|no_fill| no_fill.service == *service)
    })
}

/// The turns that are open on these facts, and the day the board opened.
pub(super) fn settled(world: &World, requisition: &Requisition, today: Date) -> (Vec<Asked>, Option<Date>) {
    if requisition.cancelled.is_some() || requisition.accepted.is_some() {
        return (Vec::new(), requisition.board);
    }
    let mut board = requisition.board;
    let office = requisition.office(world);
    let turn = |ask: Ask, holder: Holder, lever: Lever| {
        let kept = requisition.turns.iter().find(|asked| asked.ask == ask && asked.turn.holder == holder).copied();
        kept.unwrap_or_else(|| Asked { ask, turn: Turn { holder, since: today, due: after(world, lever, today) } })
    };
    let headquarters = |ask, lever| vec![turn(ask, Holder::Headquarters, lever)];
    let accept = || turn(Ask::Accept, Holder::Office(office), Lever::AcceptanceDays);
    let nominate = || {
        unanswered(requisition)
            .map(|service| turn(Ask::Nominate, Holder::Service(service), Lever::NominationDays))
            .collect::<Vec<Asked>>()
    };
    let live = || requisition.nominees.iter().filter(|nominee| nominee.is_live());
    let turns = match requisition.mode(world) {
        FillMode::CivilianRecruitment => vec![recruiting(world, requisition, Holder::Headquarters)],
        FillMode::LocallyEmployed => vec![recruiting(world, requisition, Holder::Mission(office))],
        FillMode::CivilianReassignment => match live().next() {
            None => headquarters(Ask::Propose, Lever::ProposalDays),
            Some(nominee) if nominee.consented.is_some() => vec![accept()],
            Some(nominee) => vec![turn(Ask::Consent, Holder::Person(nominee.person), Lever::ConsentDays)],
        },
        FillMode::ServiceNomination | FillMode::Temporary => {
            let mut turns = nominate();
            turns.extend(live().next().map(|_| accept()));
            if turns.is_empty() { headquarters(Ask::Resolve, Lever::ResolutionDays) } else { turns }
        }
        FillMode::NominativeBoard => {
            let waiting = unanswered(requisition).next().is_some();
            board = match (live().next(), waiting, board) {
                (None, ..) => None,
                (Some(_), false, None) => Some(today),
                (Some(_), _, opened) => opened,
            };
            let to_vet = |vetter: &Vetter| live().any(|nominee| nominee.vetting(*vetter).is_none());
            let vetting: Vec<Asked> = Vetter::ALL
                .iter()
                .filter(|vetter| to_vet(vetter))
                .map(|vetter| turn(Ask::Vet(*vetter), vetter.holder(world, office, today), Lever::VettingDays))
                .collect();
            match (board, waiting, live().next()) {
                (None, true, _) => nominate(),
                (None, false, _) => headquarters(Ask::Resolve, Lever::ResolutionDays),
                (Some(_), ..) if live().any(|nominee| nominee.selected.is_some()) => vec![accept()],
                (Some(_), ..) if !vetting.is_empty() => vetting,
                (Some(_), ..) => headquarters(Ask::Select, Lever::BoardSelectionDays),
            }
        }
    };
    (turns, board)
}

/// The turn of a recruitment: since the last step, for the days that the next one is expected to take.
fn recruiting(world: &World, requisition: &Requisition, holder: Holder) -> Asked {
    let open = |asked: &&Asked| asked.ask == Ask::Recruit && asked.turn.holder == holder;
    if let Some(kept) = requisition.turns.iter().find(open) {
        return *kept;
    }
    let last = requisition.last_step();
    let since = last.map_or(requisition.opened, |mark| mark.on);
    let reached = last.map_or(0, |mark| mark.step as usize + 1);
    let next = RecruitmentStep::ALL.get(reached).copied().unwrap_or(RecruitmentStep::EntryOnDuty);
    Asked { ask: Ask::Recruit, turn: Turn { holder, since, due: after(world, next.lever(), since) } }
}
