//! Billet change requests: the list, one request with its rounds and what the asker may do next, its packet.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use muster_domain::workforce::{
    AnswerBilletRequest, BilletChange, BilletTerms, ChangeRequest, Coordinator, CoordinatorAsked, DecideBilletRequest,
    EditPacket, PacketSection, RequestReview, RequestRound, RequestStatus, ReviewBilletRequest, Stamp,
    SubmitBilletRequest, WithdrawBilletRequest, WorkloadEvidence,
};
use muster_domain::{
    BilletId, ChangeRequestId, Command, Context, Date, Decide, FiscalYear, Grade, OfficeId, Position, Text,
};
use muster_exchange::export::{About, Part, Report};
use muster_exchange::reference;
use muster_staffing::manning::{Block, Packet, YearlyPay, packet as write_packet};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::etag::versioned;
use super::names::{BilletName, Names, OfficeName, TurnName, matches};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, PathId, Problem};
use crate::desk::Authorise;
use crate::policy::Question;

/// Which requests.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct RequestFilter {
    /// That stand here.
    #[param(inline)]
    status: Option<RequestStatus>,
    /// That touch this office.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
    /// Of offices of this command or agency.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// About a billet of this manning document.
    #[param(max_length = 200)]
    source: Option<String>,
    /// Only those with a turn of the asker's.
    yours: Option<bool>,
    /// Only those with a turn whose suspense has passed.
    late: Option<bool>,
    /// Only those that are not decided or withdrawn.
    open: Option<bool>,
    /// Words in what is asked for, the office or the id.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// What sort of change is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// A new billet.
    Establish,
    /// Other terms.
    Change,
    /// The end of a billet.
    Disestablish,
}

/// A request in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct RequestRow {
    /// Its id.
    pub id: ChangeRequestId,
    /// What it comes to.
    pub title: String,
    /// What sort of change it is.
    pub kind: RequestKind,
    /// The office that asks.
    pub office: OfficeName,
    /// The command or agency above.
    pub command: OfficeName,
    /// The billet it is about, where there is one.
    pub billet: Option<BilletName>,
    /// The fiscal year on whose first day it takes effect.
    pub effective: FiscalYear,
    /// Where it stands.
    pub status: RequestStatus,
    /// The same in words.
    pub status_title: &'static str,
    /// When it was drafted.
    pub drafted: Date,
    /// Whose turn it is; several hold one while coordinators answer.
    pub turns: Vec<TurnName>,
}

/// Who did something, and when.
#[derive(Debug, Serialize, ToSchema)]
pub struct StampName {
    /// The account's name; null for the installation itself.
    pub by: Option<Text>,
    /// The day.
    pub on: Date,
}

/// What headquarters said.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewName {
    /// Who, and when.
    pub stamp: StampName,
    /// What the review found.
    pub note: Text,
}

/// A coordinator who was asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct CoordinatorRow {
    /// Its place among those asked, from 0: what an answer names.
    pub index: usize,
    /// Which coordinator.
    pub coordinator: Coordinator,
    /// What it is called.
    pub title: &'static str,
    /// On behalf of which office.
    pub office: OfficeName,
    /// Who was given the turn, in words.
    pub asked: String,
    /// Who holds the ball; null once it was answered.
    pub turn: Option<TurnName>,
    /// When it was answered.
    pub answered: Option<StampName>,
    /// Whether it concurs.
    pub concurs: Option<bool>,
    /// Why not, or on what condition.
    pub reason: Option<Text>,
    /// The document it rests on.
    pub document: Option<Text>,
}

/// One submission and what followed.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoundRow {
    /// Who submitted, and when.
    pub submitted: StampName,
    /// The evidence as it stood.
    pub evidence: WorkloadEvidence,
    /// Headquarters' review.
    pub review: Option<ReviewName>,
    /// Who was asked.
    pub asked: Vec<CoordinatorRow>,
    /// That it went back.
    pub returned: Option<ReviewName>,
}

/// How a request was decided.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionRow {
    /// Who, and when.
    pub stamp: StampName,
    /// Whether it was approved.
    pub approved: bool,
    /// Whether the director approved it over a coordinator.
    pub overrides: bool,
    /// The fiscal year it takes effect in.
    pub effective: FiscalYear,
    /// Why.
    pub reason: Option<Text>,
    /// The billet it made or changed.
    pub billet: Option<BilletName>,
}

/// What the asker may do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequestStep {
    /// Amend it.
    Amend,
    /// Word a section of the packet.
    Edit,
    /// Submit it.
    Submit,
    /// Send it to the coordinators.
    Coordinate,
    /// Send it back to the office.
    Return,
    /// Approve it.
    Approve,
    /// Disapprove it.
    Disapprove,
    /// Withdraw it.
    Withdraw,
}

/// A request with everything done about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RequestPage {
    /// As in lists.
    #[serde(flatten)]
    pub row: RequestRow,
    /// What is asked for.
    pub change: BilletChange,
    /// The billet's terms today, where it is there already.
    pub terms_now: Option<BilletTerms>,
    /// Why.
    pub reason: Text,
    /// Who drafted it.
    pub drafted_by: StampName,
    /// Every submission, the latest last.
    pub rounds: Vec<RoundRow>,
    /// How it was decided.
    pub decision: Option<DecisionRow>,
    /// That it was withdrawn, and why.
    pub withdrawn: Option<ReviewName>,
    /// What the asker may do next.
    pub steps: Vec<RequestStep>,
    /// For which of those asked the asker may answer, by their index.
    pub answers: Vec<usize>,
    /// Whether approving it now would go over a coordinator, which the director alone may.
    pub overrides: bool,
    /// The journal position that last changed it.
    pub changed: Position,
}

/// The change requests in scope
#[utoipa::path(get, path = "/api/change-requests", tag = "manning", params(RequestFilter, Paging), responses(
    (status = 200, body = Page<RequestRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<RequestFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<RequestRow>>> {
    let names = Names::of(&asker);
    let rows = asker
        .world
        .change_requests
        .iter()
        .filter(|(id, request)| sees(&asker, request) && filter.admits(&asker, &names, *id, request))
        .map(|(id, request)| (Place(soonest(&asker, request), id.0), id));
    paging.page(rows, false, |id| row(&asker, &names, id, &asker.world.change_requests[id])).map(Json)
}

/// Open requests first, the earliest suspense at the head; what is closed after them.
fn soonest(asker: &Asker, request: &ChangeRequest) -> Text {
    match request.turns().iter().map(|turn| turn.due).min() {
        Some(due) => Text::from(format!("0 {due}")),
        None => {
            let closed = request.decision.as_ref().map(|decision| decision.stamp.on);
            let closed = closed.or(request.withdrawn.as_ref().map(|withdrawn| withdrawn.stamp.on));
            let ago = muster_domain::kernel::days_between(closed.unwrap_or(request.drafted.on), asker.today).max(0);
            Text::from(format!("1 {ago:06}"))
        }
    }
}

/// A request shows to those who see the manning of an office that it touches.
fn sees(asker: &Asker, request: &ChangeRequest) -> bool {
    let scope = asker.scope(Question::Manning);
    scope.sees_office(request.office)
        || request.change.offices(&asker.world, asker.today).iter().any(|office| scope.sees_office(*office))
}

impl RequestFilter {
    fn admits(&self, asker: &Asker, names: &Names, id: ChangeRequestId, request: &ChangeRequest) -> bool {
        let (world, today) = (&*asker.world, asker.today);
        let offices = || request.change.offices(world, today);
        let turns = || request.turns().into_iter().map(|turn| names.turn(turn));
        self.status.is_none_or(|status| request.status() == status)
            && self.office.is_none_or(|office| request.office == office || offices().contains(&office))
            && self
                .command
                .is_none_or(|command| request.office == command || world.command_of(request.office, today) == command)
            && self.source.as_deref().is_none_or(|source| document(asker, request).as_deref() == Some(source))
            && self.open.is_none_or(|open| request.status().is_closed() != open)
            && self.yours.is_none_or(|yours| turns().any(|turn| turn.yours) == yours)
            && self.late.is_none_or(|late| turns().any(|turn| turn.late) == late)
            && self.q.as_deref().is_none_or(|q| {
                let (title, code) = (request.change.title(world, today), &world.offices[request.office].code);
                matches(q, &[&title, code, &id.to_string()])
            })
    }
}

/// The manning document of the billet it is about.
fn document(asker: &Asker, request: &ChangeRequest) -> Option<Text> {
    match &request.change {
        BilletChange::Establish { source, .. } => Some(source.clone()),
        change => change.billet().map(|billet| asker.world.billets[billet].source.clone()),
    }
}

fn row(asker: &Asker, names: &Names, id: ChangeRequestId, request: &ChangeRequest) -> RequestRow {
    let status = request.status();
    let made = request.decision.as_ref().and_then(|decision| decision.billet);
    RequestRow {
        id,
        title: request.change.title(&asker.world, asker.today),
        kind: match request.change {
            BilletChange::Establish { .. } => RequestKind::Establish,
            BilletChange::Change { .. } => RequestKind::Change,
            BilletChange::Disestablish { .. } => RequestKind::Disestablish,
        },
        office: names.office(request.office),
        command: names.command(request.office, asker.today),
        billet: request.change.billet().or(made).map(|billet| seen_billet(asker, names, billet)),
        effective: request.decision.as_ref().map_or(request.effective, |decision| decision.effective),
        status,
        status_title: status.title(),
        drafted: request.drafted.on,
        turns: request.turns().into_iter().map(|turn| names.turn(turn)).collect(),
    }
}

/// The request itself says which billet it is about, so whoever sees the request may read its number and title.
fn seen_billet(asker: &Asker, names: &Names, billet: BilletId) -> BilletName {
    names.billet(billet, asker.today)
}

fn known(asker: &Asker, id: ChangeRequestId) -> Answer<&ChangeRequest> {
    asker.world.change_requests.get(id).filter(|request| sees(asker, request)).ok_or_else(Problem::not_found)
}

/// One change request
#[utoipa::path(get, path = "/api/change-requests/{request}", tag = "manning", params(("request" = ChangeRequestId, Path, description = "The request")), responses(
    (status = 200, body = RequestPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<ChangeRequestId>) -> Answer<Response> {
    let request = known(&asker, id)?;
    let names = Names::of(&asker);
    let changed = asker.world.change_requests.row(id).ok_or_else(Problem::not_found)?.changed;
    let asked = request.round().map(|round| round.asked.as_slice()).unwrap_or_default();
    let against = asked.iter().any(|asked| asked.answer.as_ref().is_none_or(|answer| !answer.concurs));
    let page = RequestPage {
        row: row(&asker, &names, id, request),
        change: request.change.clone(),
        terms_now: request.change.billet().map(|billet| asker.world.billets[billet].terms_near(asker.today).clone()),
        reason: request.reason.clone(),
        drafted_by: stamp(&asker, request.drafted),
        rounds: request.rounds.iter().map(|round| round_row(&asker, &names, request, round)).collect(),
        decision: request.decision.as_ref().map(|decision| DecisionRow {
            stamp: stamp(&asker, decision.stamp),
            approved: decision.approved,
            overrides: decision.overrides,
            effective: decision.effective,
            reason: decision.reason.clone(),
            billet: decision.billet.map(|billet| seen_billet(&asker, &names, billet)),
        }),
        withdrawn: request
            .withdrawn
            .as_ref()
            .map(|withdrawn| ReviewName { stamp: stamp(&asker, withdrawn.stamp), note: withdrawn.reason.clone() }),
        steps: steps(&asker, id, request),
        answers: (0..asked.len()).filter(|index| may(&asker, answer(id, *index).into())).collect(),
        overrides: against && !request.status().is_closed(),
        changed,
    };
    Ok(versioned(changed, page))
}

fn stamp(asker: &Asker, stamp: Stamp) -> StampName {
    let account = stamp.by.and_then(|account| asker.world.accounts.get(account));
    StampName { by: account.map(|account| account.name.clone()), on: stamp.on }
}

fn review_name(asker: &Asker, review: &RequestReview) -> ReviewName {
    ReviewName { stamp: stamp(asker, review.stamp), note: review.note.clone() }
}

fn round_row(asker: &Asker, names: &Names, request: &ChangeRequest, round: &RequestRound) -> RoundRow {
    let open = request.status() == RequestStatus::Coordination;
    let asked_row = |(index, asked): (usize, &CoordinatorAsked)| {
        let answer = asked.answer.as_ref();
        CoordinatorRow {
            index,
            coordinator: asked.coordinator,
            title: asked.coordinator.title(),
            office: names.office(asked.office),
            asked: asked.turn.holder.name(&asker.world),
            turn: (open && answer.is_none()).then(|| names.turn(&asked.turn)),
            answered: answer.map(|answer| stamp(asker, answer.stamp)),
            concurs: answer.map(|answer| answer.concurs),
            reason: answer.and_then(|answer| answer.reason.clone()),
            document: answer.and_then(|answer| answer.document.clone()),
        }
    };
    RoundRow {
        submitted: stamp(asker, round.submitted),
        evidence: round.evidence.clone(),
        review: round.review.as_ref().map(|review| review_name(asker, review)),
        asked: round.asked.iter().enumerate().map(asked_row).collect(),
        returned: round.returned.as_ref().map(|review| review_name(asker, review)),
    }
}

fn answer(request: ChangeRequestId, index: usize) -> AnswerBilletRequest {
    AnswerBilletRequest {
        request,
        index: u32::try_from(index).unwrap_or(u32::MAX),
        concurs: true,
        reason: None,
        document: Some("a document".into()),
    }
}

/// Whether a command is the asker's to give here and now, whatever it would say: worth offering on the page. The desk decides
/// when it is given.
fn may(asker: &Asker, command: Command) -> bool {
    let account = asker.account;
    if asker.app.policy.authorise(&asker.world, asker.today, Some(account), &command).is_err() {
        return false;
    }
    let command = muster_staffing::manning::with_evidence(&asker.world, asker.today, &command);
    let decided = command.decide(&asker.world, &Context { today: asker.today, actor: Some(account) });
    let not_now = ["request-status", "not-your-turn", "answered", "not-concurred", "packet-submitted", "not-asked"];
    decided.err().is_none_or(|refusal| !not_now.contains(&refusal.rule.as_str()))
}

fn steps(asker: &Asker, request: ChangeRequestId, facts: &ChangeRequest) -> Vec<RequestStep> {
    let words: Text = "a reason".into();
    let review = |coordinate| ReviewBilletRequest { request, coordinate, note: words.clone() };
    let decide = |approve| DecideBilletRequest { request, approve, effective: None, reason: Some(words.clone()) };
    let amend = muster_domain::workforce::AmendBilletRequest {
        request,
        change: facts.change.clone(),
        effective: facts.effective,
        reason: words.clone(),
    };
    let candidates: [(RequestStep, Command); 8] = [
        (RequestStep::Amend, amend.into()),
        (RequestStep::Edit, EditPacket { request, section: PacketSection::Purpose, note: Some(words.clone()) }.into()),
        (RequestStep::Submit, SubmitBilletRequest { request, evidence: None }.into()),
        (RequestStep::Coordinate, review(true).into()),
        (RequestStep::Return, review(false).into()),
        (RequestStep::Approve, decide(true).into()),
        (RequestStep::Disapprove, decide(false).into()),
        (RequestStep::Withdraw, WithdrawBilletRequest { request, reason: words.clone() }.into()),
    ];
    candidates.into_iter().filter(|(_, command)| may(asker, command.clone())).map(|(step, _)| step).collect()
}

/// Base pay of a civilian grade in the latest published year that is not after the day's.
fn pay(grade: Grade, day: Date) -> Option<YearlyPay> {
    let Grade::Gs(_) = grade else { return None };
    let name = grade.to_string();
    let rows = || reference::gs_pay().iter().filter(|row| row.grade == name && row.year <= day.year());
    let year = rows().map(|row| row.year).max()?;
    let paid: Vec<i64> = rows().filter(|row| row.year == year).map(|row| row.annual_usd).collect();
    let (least, most) = (*paid.iter().min()?, *paid.iter().max()?);
    Some(YearlyPay { least, most, source: format!("reference/gs_pay.csv#{year} {name}") })
}

fn written(asker: &Asker, id: ChangeRequestId) -> Answer<Packet> {
    known(asker, id)?;
    write_packet(&asker.world, id, asker.today, &pay).ok_or_else(Problem::not_found)
}

/// The packet of a change request: every section as the system writes it, and as somebody worded it
#[utoipa::path(get, path = "/api/change-requests/{request}/packet", tag = "manning", params(("request" = ChangeRequestId, Path, description = "The request")), responses(
    (status = 200, body = Packet), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn packet(asker: Asker, PathId(id): PathId<ChangeRequestId>) -> Answer<Json<Packet>> {
    written(&asker, id).map(Json)
}

/// The packet as a workbook, with its marking on every page
#[utoipa::path(get, path = "/api/change-requests/{request}/workbook", tag = "manning", params(("request" = ChangeRequestId, Path, description = "The request")), responses(
    (status = 200, description = "The workbook", content((String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn workbook(asker: Asker, PathId(id): PathId<ChangeRequestId>) -> Answer<Response> {
    let packet = written(&asker, id)?;
    let about = About::of(&format!("{} ({id})", packet.title), &asker.world, asker.today, &asker.app.settings.marking);
    let report = Report { about, parts: parts(packet) };
    let failed = |error: String| {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, format!("The packet could not be written: {error}"))
    };
    let bytes = tokio::task::spawn_blocking(move || report.to_xlsx().map_err(|error| error.to_string()));
    let bytes = bytes.await.map_err(|error| failed(error.to_string()))?.map_err(failed)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
    let file = format!("attachment; filename=\"muster-packet-{id}.xlsx\"");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, file)], bytes).into_response())
}

/// The packet as the parts of a report: somebody's wording in the place of the system's, which says so.
fn parts(packet: Packet) -> Vec<Part> {
    let mut parts = Vec::new();
    for section in packet.sections {
        parts.push(Part::Heading(section.title));
        match section.edit {
            Some(edit) => {
                let by = edit.by_name.as_deref().unwrap_or("the installation");
                parts.push(Part::Text(edit.note.to_string()));
                parts.push(Part::Text(format!("Worded by {by} on {} in the place of the system's text.", edit.on)));
            }
            None => parts.extend(section.written.into_iter().map(|block| match block {
                Block::Text { text } => Part::Text(text),
                Block::Table { caption, columns, rows } => Part::Table { caption, columns, rows },
            })),
        }
    }
    parts
}
