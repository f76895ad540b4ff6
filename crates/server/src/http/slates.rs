//! Proposed slates: lines, reasons, what stayed open, and how far the commands have decided.

use std::collections::BTreeMap;

use axum::Json;
use axum::response::Response;
use muster_domain::allocation::{Line, LineStatus, RequisitionStatus, Slate, SlateMethod};
use muster_domain::policy::Lever;
use muster_domain::{CycleId, Date, OfficeId, PersonId, Position, RequisitionId, SlateId, Text};
use muster_slate::{Explainer, LineWhy, ServiceFill, UnfilledWhy, UnmatchedWhy};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::etag::versioned;
use super::names::{BilletName, Names, OfficeName, PersonName, TurnName, matches};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::{FieldClass, Question};

/// A slate as a whole, as far as its lines are the asker's to see.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlatePage {
    /// Its id.
    pub id: SlateId,
    /// The cycle.
    pub cycle: CycleId,
    /// The cycle's name.
    pub cycle_name: Text,
    /// The day it was proposed.
    pub proposed: Date,
    /// The position it was computed on.
    pub base: Position,
    /// Its whole cost in points.
    pub objective: i64,
    /// How it was chosen.
    pub method: SlateMethod,
    /// The levers it was made with.
    pub levers: Vec<(Lever, i64)>,
    /// Lines in scope.
    pub lines: usize,
    /// Openings in scope left unfilled.
    pub unfilled: usize,
    /// Movers in scope left unmatched.
    pub unmatched: usize,
    /// How far each gaining command has decided.
    pub by_command: Vec<CommandProgress>,
    /// Endorsed lines still to be published, as far as seen.
    pub unpublished: usize,
    /// What each service gives, beside what it can give; for those who see the whole slate.
    pub services: Vec<ServiceFill>,
    /// How it was changed while it was coordinated, earliest first.
    pub amendments: Vec<AmendmentRow>,
    /// The day it was withdrawn.
    pub withdrawn: Option<Date>,
    /// Whether its cycle was closed, so that its lines are decided on no more.
    pub closed: bool,
    /// The position that last changed it.
    pub changed: Position,
}

/// A change of a slate while it was coordinated.
#[derive(Debug, Serialize, ToSchema)]
pub struct AmendmentRow {
    /// The day.
    pub on: Date,
    /// Why; names no person.
    pub reason: Text,
    /// Lines taken out, by number.
    pub dropped: Vec<u32>,
    /// Lines put in, by number.
    pub added: Vec<u32>,
}

/// How far a command has decided.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CommandProgress {
    /// The command or agency.
    pub command: OfficeName,
    /// Lines that join it.
    pub lines: usize,
    /// Not decided.
    pub proposed: usize,
    /// Concurred with, not yet endorsed.
    pub concurred: usize,
    /// Not concurred with.
    pub nonconcurred: usize,
    /// Endorsed.
    pub endorsed: usize,
}

/// A line in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineRow {
    /// Its number.
    pub line: u32,
    /// Who.
    pub person: Option<PersonName>,
    /// Out of which billet.
    pub from: Option<BilletName>,
    /// Into which billet.
    pub billet: BilletName,
    /// Its office.
    pub office: OfficeName,
    /// The gaining command or agency.
    pub command: OfficeName,
    /// The report date.
    pub report: Date,
    /// The projected rotation date.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
    /// Points.
    pub cost: i64,
    /// Where it stands.
    pub status: LineStatus,
    /// What it waits for, and who holds the ball.
    pub turn: Option<AskedTurn>,
    /// The requisition that its endorsement raised.
    pub requisition: Option<RequisitionId>,
    /// How far that requisition has come.
    pub fill: Option<RequisitionStatus>,
    /// The day it was published.
    pub published: Option<Date>,
    /// What the gaining command said.
    pub reason: Option<String>,
    /// Points the whole slate would cost more with the next best person; none if nobody else was eligible.
    pub runner_up_costs_more: Option<i64>,
}

/// What is asked, and who holds the ball.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedTurn {
    /// What is asked, in words.
    pub asked: String,
    /// Of whom, since when, until when.
    pub turn: TurnName,
}

/// A line and why it is as it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinePage {
    /// As in lists.
    pub line: LineRow,
    /// The rules compared, the parts of the cost, the next best choice.
    pub why: LineWhy,
    /// The next best person, if they are the asker's to see.
    pub runner_up: Option<PersonName>,
    /// The position whose facts the rules were compared on; the numbers are the slate's own.
    pub compared_on: Position,
}

/// An opening left unfilled.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnfilledRow {
    /// Which billet.
    pub billet: BilletName,
    /// Its office.
    pub office: OfficeName,
    /// The command or agency above.
    pub command: OfficeName,
    /// Why; none if it is no longer an opening.
    pub why: Option<UnfilledWhy>,
}

/// A mover left unmatched.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnmatchedRow {
    /// Who.
    pub person: Option<PersonName>,
    /// Why; none if they no longer need an assignment.
    pub why: Option<UnmatchedWhy>,
}

/// Which lines.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct LineFilter {
    /// That join this command or agency.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// That stand here.
    #[param(inline)]
    status: Option<LineStatus>,
    /// Words in the names of person, billet or office.
    #[param(max_length = 100)]
    q: Option<String>,
}

fn known(asker: &Asker, id: SlateId) -> Answer<&Slate> {
    asker.world.slates.get(id).ok_or_else(Problem::not_found)
}

/// The lines an account may see: those of people it may see slates of, and those that join an office in its scope.
pub(super) fn seen_lines(asker: &Asker, id: SlateId) -> impl Iterator<Item = (u32, &Line)> {
    let scope = asker.scope(Question::Slates);
    let lines = asker.world.slates.get(id).map(|slate| &slate.lines[..]).unwrap_or_default();
    (0u32..).zip(lines).filter(move |(_, line)| {
        let (office, _) = Slate::gaining(&asker.world, &line.proposal);
        scope.sees_office(office) || scope.sees_person(&asker.world, line.proposal.person, asker.today)
    })
}

/// Whether an account sees every line of a slate, and so may be told sums over them.
pub(super) fn seen_whole(asker: &Asker, id: SlateId, slate: &Slate) -> bool {
    slate.lines.len() == seen_lines(asker, id).count()
}

fn row(asker: &Asker, names: &Names, number: u32, line: &Line) -> LineRow {
    let proposal = &line.proposal;
    let (office, command) = Slate::gaining(&asker.world, proposal);
    let tours = asker.world.people[proposal.person].tours.iter().map(|tour| &asker.world.tours[*tour]);
    let from = tours
        .filter(|tour| tour.is_primary() && tour.report < proposal.report && tour.period().is_some())
        .max_by_key(|tour| tour.report);
    LineRow {
        line: number,
        // Who may see a line may see whom it would bring.
        person: Some(PersonName::of(&asker.world, proposal.person, asker.today)),
        from: from.map(|tour| names.billet(tour.billet, tour.report)),
        billet: names.billet(proposal.billet, proposal.report),
        office: names.office(office),
        command: names.office(command),
        report: proposal.report,
        rotation: proposal.rotation,
        accompanied: proposal.accompanied,
        cost: proposal.cost,
        status: line.status_on(&asker.world, asker.today),
        turn: line
            .turn(&asker.world, asker.today)
            .map(|held| AskedTurn { asked: held.asked, turn: names.turn(&held.turn) }),
        requisition: line.endorsement.and_then(|endorsement| endorsement.requisition),
        fill: line.fill(&asker.world),
        published: line.published,
        // The gaining command's own words are for itself and the headquarters.
        reason: line
            .decision
            .as_ref()
            .and_then(|decision| decision.reason.clone())
            .filter(|_| asker.scope(Question::Slates).sees_office(office)),
        runner_up_costs_more: proposal.runner_up.as_ref().map(|next| next.costs_more),
    }
}

/// One slate
#[utoipa::path(get, path = "/api/slates/{slate}", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate")), responses(
    (status = 200, body = SlatePage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<SlateId>) -> Answer<Response> {
    let held = asker.world.slates.row(id).ok_or_else(Problem::not_found)?;
    let (slate, names) = (&held.fact, Names::of(&asker));
    let mut by_command: BTreeMap<OfficeId, CommandProgress> = BTreeMap::new();
    let mut lines = 0;
    for (_, line) in seen_lines(&asker, id).filter(|(_, line)| line.status() != LineStatus::Dropped) {
        lines += 1;
        let (_, command) = Slate::gaining(&asker.world, &line.proposal);
        let progress = by_command.entry(command).or_insert_with(|| CommandProgress {
            command: names.office(command),
            lines: 0,
            proposed: 0,
            concurred: 0,
            nonconcurred: 0,
            endorsed: 0,
        });
        progress.lines += 1;
        match line.status_on(&asker.world, asker.today) {
            LineStatus::Proposed => progress.proposed += 1,
            LineStatus::Concurred => progress.concurred += 1,
            LineStatus::Nonconcurred => progress.nonconcurred += 1,
            LineStatus::Endorsed => progress.endorsed += 1,
            LineStatus::Dropped => {}
        }
    }
    let whole = seen_whole(&asker, id, slate);
    let page = SlatePage {
        id,
        cycle: slate.cycle,
        cycle_name: asker.world.cycles[slate.cycle].name.clone(),
        proposed: slate.proposed,
        base: slate.base,
        objective: slate.objective,
        method: slate.method,
        levers: slate.levers.clone(),
        lines,
        unfilled: seen_unfilled(&asker, slate).count(),
        unmatched: seen_unmatched(&asker, slate).count(),
        by_command: by_command.into_values().collect(),
        unpublished: seen_lines(&asker, id)
            .filter(|(_, line)| line.status() == LineStatus::Endorsed && line.published.is_none())
            .count(),
        services: if whole { muster_slate::service_fill(&asker.world, slate, asker.today) } else { Vec::new() },
        amendments: slate
            .amendments
            .iter()
            .map(|amendment| AmendmentRow {
                on: amendment.on,
                reason: amendment.reason.clone(),
                dropped: amendment.dropped.clone(),
                added: amendment.added.clone(),
            })
            .collect(),
        withdrawn: slate.withdrawn,
        closed: asker.world.cycles[slate.cycle].closed.is_some(),
        changed: held.changed,
    };
    Ok(versioned(held.changed, page))
}

/// The lines of a slate in scope
#[utoipa::path(get, path = "/api/slates/{slate}/lines", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate"), LineFilter, Paging), responses(
    (status = 200, body = Page<LineRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn lines(
    asker: Asker,
    PathId(id): PathId<SlateId>,
    Params(filter): Params<LineFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<LineRow>>> {
    known(&asker, id)?;
    let (world, names) = (&*asker.world, Names::of(&asker));
    let wanted = seen_lines(&asker, id).filter(|(_, line)| {
        let (office, command) = Slate::gaining(world, &line.proposal);
        filter.command.is_none_or(|asked| asked == command)
            && filter
                .status
                .map_or(line.status() != LineStatus::Dropped, |asked| asked == line.status_on(world, asker.today))
            && filter.q.as_deref().is_none_or(|q| {
                let billet = world.billets[line.proposal.billet].terms_near(line.proposal.report);
                matches(q, &[&world.people[line.proposal.person].name, &billet.title, &world.offices[office].code])
            })
    });
    let rows = wanted.map(|(number, line)| (Place(Text::default(), number), (number, line)));
    paging.page(rows, false, |(number, line)| row(&asker, &names, number, line)).map(Json)
}

/// Which line.
#[derive(Debug, Deserialize)]
pub(super) struct LinePath {
    pub(super) slate: SlateId,
    pub(super) line: u32,
}

/// Why a line is as it is
#[utoipa::path(get, path = "/api/slates/{slate}/lines/{line}", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate"), ("line" = u32, Path, description = "The line's number, from 0")), responses(
    (status = 200, body = LinePage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn why(asker: Asker, PathId(path): PathId<LinePath>) -> Answer<Json<LinePage>> {
    let (_, line) =
        seen_lines(&asker, path.slate).find(|(number, _)| *number == path.line).ok_or_else(Problem::not_found)?;
    let mut why = muster_slate::explain_proposed(&asker.world, path.slate, path.line).ok_or_else(Problem::not_found)?;
    let sealed = [FieldClass::Personal, FieldClass::Family].map(|class| asker.class_scope(Question::People, class));
    if !sealed.iter().all(|scope| scope.sees_person(&asker.world, line.proposal.person, asker.today)) {
        why = why.without_private();
    }
    let names = Names::of(&asker);
    let runner_up = why.runner_up.as_ref().and_then(|next| names.person(next.person));
    if runner_up.is_none() {
        why = why.without_others();
    }
    Ok(Json(LinePage { line: row(&asker, &names, path.line, line), why, runner_up, compared_on: asker.world.position }))
}

pub(super) fn seen_unfilled<'a>(
    asker: &'a Asker,
    slate: &'a Slate,
) -> impl Iterator<Item = (muster_domain::BilletId, OfficeId)> + 'a {
    let (scope, day) = (asker.scope(Question::Slates), asker.world.cycles[slate.cycle].window.from());
    let offices =
        slate.unfilled.iter().map(move |billet| (*billet, asker.world.billets[*billet].terms_near(day).office));
    offices.filter(move |(_, office)| scope.sees_office(*office))
}

pub(super) fn seen_unmatched<'a>(asker: &'a Asker, slate: &'a Slate) -> impl Iterator<Item = PersonId> + 'a {
    let scope = asker.scope(Question::Slates);
    slate.unmatched.iter().copied().filter(move |person| scope.sees_person(&asker.world, *person, asker.today))
}

/// Openings that a slate leaves unfilled, and why
#[utoipa::path(get, path = "/api/slates/{slate}/unfilled", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate"), Paging), responses(
    (status = 200, body = Page<UnfilledRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn unfilled(
    asker: Asker,
    PathId(id): PathId<SlateId>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<UnfilledRow>>> {
    let slate = known(&asker, id)?;
    let (names, day) = (Names::of(&asker), asker.world.cycles[slate.cycle].window.from());
    let rows =
        seen_unfilled(&asker, slate).map(|(billet, office)| (Place(Text::default(), billet.0), (billet, office)));
    let explainer = Explainer::of_slate(&asker.world, id);
    paging
        .page(rows, false, |(billet, office)| UnfilledRow {
            billet: names.billet(billet, day),
            office: names.office(office),
            command: names.command(office, day),
            why: explainer.as_ref().and_then(|explainer| explainer.unfilled(billet)),
        })
        .map(Json)
}

/// Movers that a slate leaves without an assignment, and why
#[utoipa::path(get, path = "/api/slates/{slate}/unmatched", tag = "allocation", params(("slate" = SlateId, Path, description = "The slate"), Paging), responses(
    (status = 200, body = Page<UnmatchedRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn unmatched(
    asker: Asker,
    PathId(id): PathId<SlateId>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<UnmatchedRow>>> {
    let slate = known(&asker, id)?;
    let names = Names::of(&asker);
    let rows = seen_unmatched(&asker, slate).map(|person| (Place(Text::default(), person.0), person));
    let explainer = Explainer::of_slate(&asker.world, id);
    paging
        .page(rows, false, |id| UnmatchedRow {
            person: names.person(id),
            why: explainer.as_ref().and_then(|explainer| explainer.unmatched(id)),
        })
        .map(Json)
}
