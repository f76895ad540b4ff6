//! Requisitions: the inbox, one requisition with whoever holds the ball, its candidates, and the openings that have none.
//!
//! Which requisitions an asker sees is [`sees`]; whom of their people by name is [`sight`], and nowhere else.

mod acts;
pub(super) mod candidates;
pub(super) mod openings;
mod pipeline;
mod shown;
mod sight;

use axum::Json;
use axum::response::Response;
use muster_domain::allocation::{Ask, Asked, Requisition, RequisitionStatus};
use muster_domain::organization::speaks_for;
use muster_domain::workforce::FillMode;
use muster_domain::{Date, OfficeId, Position, RequisitionId, Service, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::etag::versioned;
use super::names::{BilletName, Names, OfficeName, TurnName, matches};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::Question;

pub(super) use candidates::CandidateCache;
pub use shown::RequisitionPage;

/// Which requisitions.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct RequisitionFilter {
    /// Only those in which the asker holds the ball.
    mine: Option<bool>,
    /// Only those still to be filled, or only those that are not.
    open: Option<bool>,
    /// Only those of which a suspense has passed.
    late: Option<bool>,
    /// Standing here.
    #[param(inline)]
    status: Option<RequisitionStatus>,
    /// Asking this service.
    #[param(inline)]
    service: Option<Service>,
    /// For this command or agency, with all below it.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Words in the billet's number or title, the office's code or the requisition's id.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// A requisition in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct RequisitionRow {
    /// Its id.
    pub id: RequisitionId,
    /// The billet to be filled.
    pub billet: BilletName,
    /// The gaining office.
    pub office: OfficeName,
    /// The command or agency above.
    pub command: OfficeName,
    /// The day somebody is needed.
    pub report: Date,
    /// How urgent, 1 to 5.
    pub priority: u8,
    /// Whether it is a key billet.
    pub key: bool,
    /// How the billet is filled.
    pub mode: FillMode,
    /// Where it stands.
    pub status: RequisitionStatus,
    /// The same in words.
    pub standing: &'static str,
    /// The services asked.
    pub services: Vec<Service>,
    /// The day it was opened.
    pub opened: Date,
    /// Who holds the ball, in every open turn.
    pub turns: Vec<AskedRow>,
}

/// An open turn.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedRow {
    /// What is asked.
    pub ask: Ask,
    /// The same in words.
    pub title: &'static str,
    /// Of whom, since when, until when.
    #[serde(flatten)]
    pub turn: TurnName,
}

/// Whether an asker may know of a requisition: by its office, by a service that it asks, or by the own consent that it
/// asks for.
pub(super) fn sees(asker: &Asker, requisition: &Requisition) -> bool {
    let scope = asker.scope(Question::Requisitions);
    scope.sees_office(requisition.office(&asker.world))
        || requisition.services.iter().any(|service| scope.sees_service(*service))
        || scope.own_row().is_some_and(|person| {
            requisition.mode(&asker.world) == FillMode::CivilianReassignment
                && requisition.nominees.iter().any(|nominee| nominee.person == person)
        })
}

/// The requisition, if there is one of this id that the asker may know of.
pub(super) fn known(asker: &Asker, id: RequisitionId) -> Answer<&muster_domain::kernel::Row<Requisition>> {
    asker.world.requisitions.row(id).filter(|row| sees(asker, &row.fact)).ok_or_else(Problem::not_found)
}

/// The requisitions in scope, the most pressing first
#[utoipa::path(get, path = "/api/requisitions", tag = "allocation", params(RequisitionFilter, Paging), responses(
    (status = 200, body = Page<RequisitionRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<RequisitionFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<RequisitionRow>>> {
    let names = Names::of(&asker);
    let mut rows = Vec::new();
    for (id, requisition) in asker.world.requisitions.iter().filter(|(_, requisition)| sees(&asker, requisition)) {
        let status = requisition.status(&asker.world);
        let turns = requisition.open_turns(&asker.world);
        if filter.admits(&asker, id, requisition, status, &turns) {
            // The earliest suspense first; what is closed comes last, the newest first.
            let due = turns.iter().map(|asked| asked.turn.due).min();
            let key = due.map_or_else(|| format!("z{:010}", u32::MAX - id.0), |due| due.to_string());
            rows.push((Place(Text::from(key), id.0), (id, requisition, status, turns)));
        }
    }
    paging
        .page(rows, false, |(id, requisition, status, turns)| row(&asker, &names, id, requisition, status, &turns))
        .map(Json)
}

impl RequisitionFilter {
    fn admits(
        &self,
        asker: &Asker,
        id: RequisitionId,
        requisition: &Requisition,
        status: RequisitionStatus,
        turns: &[Asked],
    ) -> bool {
        let (world, today) = (&*asker.world, asker.today);
        let office = || requisition.office(world);
        self.open.is_none_or(|open| status.is_open() == open)
            && self.status.is_none_or(|wanted| status == wanted)
            && self.late.is_none_or(|late| turns.iter().any(|asked| asked.turn.is_late(today)) == late)
            && self.service.is_none_or(|service| requisition.services.contains(&service))
            && self.command.is_none_or(|wanted| world.command_of(office(), today) == wanted || office() == wanted)
            && self.mine.is_none_or(|mine| turns.iter().any(|asked| holds(asker, asked)) == mine)
            && self.q.as_deref().is_none_or(|q| {
                let terms = requisition.terms(world);
                let number = &world.billets[requisition.billet].number;
                matches(q, &[number, &terms.title, &world.offices[terms.office].code, &id.to_string()])
            })
    }
}

/// Whether the asker holds the ball in a turn today.
fn holds(asker: &Asker, asked: &Asked) -> bool {
    let holder = asked.turn.holder_on(&asker.world, asker.today);
    speaks_for(&asker.world, asker.account, holder, asker.today)
}

fn row(
    asker: &Asker,
    names: &Names,
    id: RequisitionId,
    requisition: &Requisition,
    status: RequisitionStatus,
    turns: &[Asked],
) -> RequisitionRow {
    let terms = requisition.terms(&asker.world);
    RequisitionRow {
        id,
        billet: names.billet(requisition.billet, requisition.report),
        office: names.office(terms.office),
        command: names.command(terms.office, asker.today),
        report: requisition.report,
        priority: requisition.priority,
        key: terms.key,
        mode: terms.fill_mode,
        status,
        standing: status.title(),
        services: requisition.services.clone(),
        opened: requisition.opened,
        turns: turns.iter().map(|asked| asked_row(names, asked)).collect(),
    }
}

fn asked_row(names: &Names, asked: &Asked) -> AskedRow {
    AskedRow { ask: asked.ask, title: asked.ask.title(), turn: names.turn(&asked.turn) }
}

/// One requisition: what is needed, whose turn it is, who is nominated, what was done
#[utoipa::path(get, path = "/api/requisitions/{requisition}", tag = "allocation", params(("requisition" = RequisitionId, Path, description = "The requisition")), responses(
    (status = 200, body = RequisitionPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<RequisitionId>) -> Answer<Response> {
    let held = known(&asker, id)?;
    let changed: Position = held.changed;
    Ok(versioned(changed, shown::page(&asker, id, &held.fact, changed)))
}
