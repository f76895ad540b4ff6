//! The stages of a fill in order: what is done and how long it took, where it stands, what follows.

use muster_domain::World;
use muster_domain::allocation::{Ask, Asked, DeedKind, RecruitmentStep, Requisition, RequisitionStatus};
use muster_domain::workforce::{FillMode, TourStatus};
use muster_domain::{Date, kernel::days_between};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::names::Names;
use super::{AskedRow, asked_row};

/// How far a stage has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StageState {
    /// Over.
    Done,
    /// Somebody holds the ball.
    Current,
    /// Still to come.
    Ahead,
}

/// A stage of a fill.
#[derive(Debug, Serialize, ToSchema)]
pub struct Stage {
    /// Its name.
    pub title: &'static str,
    /// How far it has come.
    pub state: StageState,
    /// The day it ended.
    pub done: Option<Date>,
    /// Days it took, or has taken so far.
    pub days: Option<i32>,
    /// Whose turns are open in it.
    pub turns: Vec<AskedRow>,
}

/// A stage before it is looked at: what is asked in it, and the deeds that end it.
struct Kind {
    title: &'static str,
    asks: fn(Ask) -> bool,
    ends: &'static [DeedKind],
}

const NOMINATION: Kind =
    Kind { title: "Nomination", asks: |ask| ask == Ask::Nominate, ends: &[DeedKind::Nominated, DeedKind::OpenedBoard] };
const VETTING: Kind = Kind {
    title: "Vetting",
    asks: |ask| matches!(ask, Ask::Vet(_)),
    ends: &[DeedKind::FoundFavourable, DeedKind::FoundUnfavourable],
};
const SELECTION: Kind = Kind { title: "Selection", asks: |ask| ask == Ask::Select, ends: &[DeedKind::Selected] };
const PROPOSAL: Kind = Kind { title: "Proposal", asks: |ask| ask == Ask::Propose, ends: &[DeedKind::Proposed] };
const CONSENT: Kind = Kind { title: "Consent", asks: |ask| ask == Ask::Consent, ends: &[DeedKind::Consented] };
const ACCEPTANCE: Kind = Kind { title: "Acceptance", asks: |ask| ask == Ask::Accept, ends: &[DeedKind::Accepted] };

fn kinds(mode: FillMode) -> &'static [Kind] {
    match mode {
        FillMode::ServiceNomination | FillMode::Temporary => &[NOMINATION, ACCEPTANCE],
        FillMode::NominativeBoard => &[NOMINATION, VETTING, SELECTION, ACCEPTANCE],
        FillMode::CivilianReassignment => &[PROPOSAL, CONSENT, ACCEPTANCE],
        FillMode::CivilianRecruitment | FillMode::LocallyEmployed => &[],
    }
}

/// The stages of a requisition.
pub(super) fn pipeline(world: &World, names: &Names, requisition: &Requisition, turns: &[Asked]) -> Vec<Stage> {
    let mode = requisition.mode(world);
    let mut stages: Vec<Stage> = if matches!(mode, FillMode::CivilianRecruitment | FillMode::LocallyEmployed) {
        recruitment(names, requisition, turns)
    } else {
        decided(names, requisition, kinds(mode), turns)
    };
    if !matches!(mode, FillMode::CivilianRecruitment | FillMode::LocallyEmployed) {
        stages.extend(tour(world, names, requisition, mode, turns));
    }
    if requisition.status(world) == RequisitionStatus::Unresolved {
        stages.push(Stage {
            title: "Resolution",
            state: StageState::Current,
            done: None,
            days: turns.first().map(|asked| asked.turn.days_held(names.today)),
            turns: turns.iter().map(|asked| asked_row(names, asked)).collect(),
        });
    }
    stages
}

/// Stages that end with somebody's decision. A stage is over once a later one is reached.
fn decided(names: &Names, requisition: &Requisition, kinds: &[Kind], turns: &[Asked]) -> Vec<Stage> {
    let open = |kind: &Kind| turns.iter().any(|asked| (kind.asks)(asked.ask));
    // Of several open stages (one service nominates while an office decides) the last says how far it has come.
    let reached = if requisition.accepted.is_some() { Some(kinds.len()) } else { kinds.iter().rposition(open) };
    let mut begun = requisition.opened;
    kinds
        .iter()
        .enumerate()
        .map(|(place, kind)| {
            let ended = requisition.deeds.iter().rev().find(|deed| kind.ends.contains(&deed.kind)).map(|deed| deed.on);
            let over = reached.is_some_and(|reached| place < reached);
            let current = open(kind);
            let done = ended.filter(|_| over && !current);
            let held = turns.iter().filter(|asked| (kind.asks)(asked.ask));
            let days = match (current, done) {
                (true, _) => held.clone().map(|asked| asked.turn.days_held(names.today)).max(),
                (false, Some(day)) => Some(days_between(begun, day).max(0)),
                (false, None) => None,
            };
            begun = done.unwrap_or(begun);
            Stage {
                title: kind.title,
                state: match (current, over) {
                    (true, _) => StageState::Current,
                    (false, true) => StageState::Done,
                    (false, false) => StageState::Ahead,
                },
                done,
                days,
                turns: held.map(|asked| asked_row(names, asked)).collect(),
            }
        })
        .collect()
}

/// Order and arrival, as the tour says.
fn tour(world: &World, names: &Names, requisition: &Requisition, mode: FillMode, turns: &[Asked]) -> Vec<Stage> {
    let accepted = requisition.accepted.filter(|_| requisition.status(world) != RequisitionStatus::Unresolved);
    let tour = accepted.map(|accepted| &world.tours[accepted.tour]);
    let stage = |title, ask, from: Option<Date>, done: Option<Date>, begun: bool| {
        let held: Vec<&Asked> = turns.iter().filter(|asked| asked.ask == ask).collect();
        Stage {
            title,
            state: match (done.is_some() || begun, held.is_empty()) {
                (true, true) => StageState::Done,
                (_, false) => StageState::Current,
                (false, true) => StageState::Ahead,
            },
            done,
            days: match (from, done, held.first()) {
                (_, _, Some(asked)) => Some(asked.turn.days_held(names.today)),
                (Some(from), Some(done), None) => Some(days_between(from, done).max(0)),
                _ => None,
            },
            turns: held.into_iter().map(|asked| asked_row(names, asked)).collect(),
        }
    };
    let on = accepted.map(|accepted| accepted.on);
    let ordered = tour.and_then(|tour| tour.ordered);
    let arrived = tour.and_then(|tour| tour.arrived);
    let begun = tour.is_some_and(|tour| matches!(tour.status(), TourStatus::Arrived | TourStatus::Departed));
    let arrival = stage("Arrival", Ask::Arrive, ordered.or(on), arrived, begun);
    if mode == FillMode::CivilianReassignment {
        return vec![arrival];
    }
    vec![stage("Order", Ask::Order, on, ordered, begun), arrival]
}

fn recruitment(names: &Names, requisition: &Requisition, turns: &[Asked]) -> Vec<Stage> {
    let next = requisition.last_step().map_or(0, |mark| mark.step as usize + 1);
    let mut begun = requisition.opened;
    let open = |step: &RecruitmentStep| *step as usize == next && !turns.is_empty();
    RecruitmentStep::ALL
        .iter()
        .map(|step| {
            let reached = requisition.recruitment.iter().find(|mark| mark.step == *step).map(|mark| mark.on);
            let current = open(step);
            let days = match (reached, current) {
                (Some(day), _) => Some(days_between(begun, day).max(0)),
                (None, true) => Some(days_between(begun, names.today).max(0)),
                (None, false) => None,
            };
            begun = reached.unwrap_or(begun);
            Stage {
                title: step.title(),
                state: match (reached.is_some() || (*step as usize) < next, current) {
                    (true, _) => StageState::Done,
                    (false, true) => StageState::Current,
                    (false, false) => StageState::Ahead,
                },
                done: reached,
                days,
                turns: if current { turns.iter().map(|asked| asked_row(names, asked)).collect() } else { Vec::new() },
            }
        })
        .collect()
}
