//! One case: its way, its clock against the goal, what holds it, what is offered, what departs from the rules.

use axum::Json;
use axum::response::Response;
use muster_domain::cases::{
    Case, CaseDeviation, CaseLine, DelayReason, DocumentKind, LorAssessment, Milestone, MilestoneDefinition,
    NotificationCause, NotificationStep,
};
use muster_domain::{CaseId, Date, Text};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::etag::versioned;
use super::super::names::Names;
use super::super::problem::{Answer, PathId, Problem};
use super::execution::CaseExecution;
use super::forecast::{OfferForecast, of_case};
use super::letters::{CaseLetterRow, letters};
use super::purchaser::{PurchaserSide, side};
use super::queue::CaseRow;
use super::sight::Sight;

/// A milestone as it was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseMilestone {
    /// Its place among those recorded, from 0: what a correction names.
    pub entry: usize,
    /// Which milestone.
    pub milestone: Milestone,
    /// The day it was reached.
    pub on: Date,
    /// The correction, where it was corrected.
    pub corrected: Option<CaseCorrection>,
}

/// A correction of a milestone.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseCorrection {
    /// The day recorded before.
    pub was: Date,
    /// Whether the milestone was withdrawn.
    pub withdrawn: bool,
    /// Why.
    pub reason: Text,
    /// The day of the correction.
    pub on: Date,
}

/// A hold on a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseHold {
    /// The organisation that asked for it.
    pub requester: Text,
    /// Why.
    pub justification: Text,
    /// Its first day.
    pub from: Date,
    /// The day by which it is to end.
    pub until: Option<Date>,
    /// Whether it was approved; none where it waits.
    pub approved: Option<bool>,
    /// The day it was decided.
    pub decided: Option<Date>,
    /// The day it was lifted.
    pub lifted: Option<Date>,
    /// Whether the asker placed it, and so does not decide on it.
    pub yours: bool,
}

/// An assessment of the letter of request.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseAssessment {
    /// The day.
    pub on: Date,
    /// What was found.
    pub found: LorAssessment,
    /// What is missing.
    pub missing: Text,
}

/// A reason for delay.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDelay {
    /// Which reason.
    pub reason: DelayReason,
    /// What it says.
    pub title: &'static str,
    /// Since when.
    pub since: Date,
    /// In words.
    pub note: Text,
}

/// The notification of Congress.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseNotificationTrack {
    /// The thresholds reached today; none: Congress need not be notified.
    pub causes: Vec<NotificationCause>,
    /// Steps taken, with their days.
    pub steps: Vec<CaseNotificationStep>,
    /// The transmittal number.
    pub transmittal: Option<Text>,
    /// The first day on which an offer may be made.
    pub ends: Option<Date>,
}

/// A step of the notification.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseNotificationStep {
    /// Which step.
    pub step: NotificationStep,
    /// What it says.
    pub title: &'static str,
    /// The day.
    pub on: Date,
}

/// A document after the basic offer.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDocumentRow {
    /// What kind.
    pub kind: DocumentKind,
    /// The how-manieth of its kind.
    pub number: u16,
    /// The day it took effect.
    pub on: Date,
    /// By how much it changed the value, US cents.
    pub change_cents: i64,
}

/// Something said about a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseNoteRow {
    /// The day.
    pub on: Date,
    /// The account that wrote it.
    pub by: Option<Text>,
    /// The words.
    pub words: Text,
}

/// Everything about one case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CasePage {
    /// As the queue shows it.
    #[serde(flatten)]
    pub row: CaseRow,
    /// The day the letter of request was received.
    pub lor: Date,
    /// Assessments of the letter of request.
    pub assessed: Vec<CaseAssessment>,
    /// Milestones in the order of recording.
    pub milestones: Vec<CaseMilestone>,
    /// Holds.
    pub holds: Vec<CaseHold>,
    /// Reasons for delay.
    pub delays: Vec<CaseDelay>,
    /// Lines.
    pub lines: Vec<CaseLine>,
    /// The notification of Congress.
    pub notification: CaseNotificationTrack,
    /// The last day on which its offer may be accepted, from the agency's approval on.
    pub expiry: Option<Date>,
    /// Administrative surcharge, per mille.
    pub surcharge_per_mille: Option<i64>,
    /// Documents after the basic offer.
    pub documents: Vec<CaseDocumentRow>,
    /// How its history departs from the rules.
    pub departures: Vec<CaseDeviation>,
    /// What was said about it.
    pub notes: Vec<CaseNoteRow>,
    /// Correspondence, in the order of registration.
    pub letters: Vec<CaseLetterRow>,
    /// What its purchaser was told and asked.
    pub purchaser: PurchaserSide,
    /// Since when it has its manager.
    pub managed_since: Option<Date>,
    /// Milestones that may be recorded now.
    pub may_reach: Vec<Milestone>,
    /// Payments, deliveries, discrepancy reports, reviews, reconciliations, closure.
    pub running: CaseExecution,
    /// When it comes to its next milestone and to its offer; none once it is offered, or where nobody was like it.
    pub forecast: Option<OfferForecast>,
    /// Whether that is still being worked out: ask again.
    pub forecast_pending: bool,
}

/// Everything about one case
#[utoipa::path(get, path = "/api/cases/{case}", tag = "cases", params(("case" = CaseId, Path, description = "The case")), responses(
    (status = 200, body = CasePage, headers(("ETag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn page(asker: Asker, PathId(id): PathId<CaseId>) -> Answer<Response> {
    let world = &asker.world;
    let row = world.cases.row(id).filter(|row| Sight::of(&asker).sees(&row.fact)).ok_or_else(Problem::not_found)?;
    let queue = asker.app.queues.of(&asker);
    let queued = queue.row(id).ok_or_else(Problem::not_found)?;
    let page = whole(
        &asker,
        &row.fact,
        CaseRow::of(&Names::of(&asker), id, queued).with_work(
            &asker,
            &queue,
            asker.app.desk.forecasts().latest().as_deref(),
        ),
        id,
    );
    Ok(versioned(row.changed, page))
}

fn whole(asker: &Asker, case: &Case, row: CaseRow, id: CaseId) -> CasePage {
    let (world, today) = (&*asker.world, asker.today);
    let name = |account: Option<muster_domain::AccountId>| {
        account.and_then(|account| world.accounts.get(account)).map(|account| account.name.clone())
    };
    let (forecast, forecast_pending) = of_case(asker, id);
    CasePage {
        forecast,
        forecast_pending,
        lor: case.lor,
        assessed: case
            .assessed
            .iter()
            .map(|one| CaseAssessment { on: one.on, found: one.found, missing: one.missing.clone() })
            .collect(),
        milestones: case.milestones.iter().enumerate().map(|(entry, one)| milestone(entry, one)).collect(),
        holds: case.holds.iter().map(|hold| shown(hold, asker)).collect(),
        delays: case
            .delays
            .iter()
            .map(|one| CaseDelay {
                reason: one.reason,
                title: one.reason.title(),
                since: one.since,
                note: one.note.clone(),
            })
            .collect(),
        lines: case.lines.clone(),
        notification: CaseNotificationTrack {
            causes: case.notification_causes(world, today),
            steps: case
                .notification
                .steps
                .iter()
                .map(|(step, on)| CaseNotificationStep { step: *step, title: step.title(), on: *on })
                .collect(),
            transmittal: case.notification.transmittal.clone(),
            ends: case.notification_ends(world),
        },
        expiry: case.expiry(world),
        surcharge_per_mille: case.surcharge(world, today),
        documents: case
            .documents
            .iter()
            .map(|one| CaseDocumentRow {
                kind: one.kind,
                number: one.number,
                on: one.on,
                change_cents: one.change_cents,
            })
            .collect(),
        departures: case.deviations(world),
        notes: case
            .notes
            .iter()
            .map(|note| CaseNoteRow { on: note.on, by: name(note.by), words: note.words.clone() })
            .collect(),
        letters: letters(world, case, today),
        purchaser: side(asker, id, case),
        managed_since: case.managed_since,
        may_reach: may_reach(asker, id),
        running: CaseExecution::of(case, world, today),
        row,
    }
}

fn milestone(entry: usize, one: &muster_domain::cases::Reached) -> CaseMilestone {
    let corrected = one.corrected.as_ref().map(|correction| CaseCorrection {
        was: correction.was,
        withdrawn: correction.withdrawn,
        reason: correction.reason.clone(),
        on: correction.on,
    });
    CaseMilestone { entry, milestone: one.milestone, on: one.on, corrected }
}

fn shown(hold: &muster_domain::cases::Hold, asker: &Asker) -> CaseHold {
    CaseHold {
        requester: hold.requester.clone(),
        justification: hold.justification.clone(),
        from: hold.from,
        until: hold.until,
        approved: hold.decision.as_ref().map(|decision| decision.approved),
        decided: hold.decision.as_ref().map(|decision| decision.on),
        lifted: hold.lifted,
        yours: hold.by == Some(asker.account),
    }
}

/// What the domain would take today, asked of it one by one.
fn may_reach(asker: &Asker, case: CaseId) -> Vec<Milestone> {
    use muster_domain::Decide as _;
    let context = muster_domain::Context { today: asker.today, actor: Some(asker.account) };
    let takes = |milestone: Milestone| {
        let command = muster_domain::cases::RecordMilestone { case, milestone, on: asker.today };
        command.decide(&asker.world, &context).is_ok()
    };
    Milestone::ALL.iter().map(|one| one.milestone).filter(|milestone| takes(*milestone)).collect()
}

/// Every milestone in order: code, title, phase, who works the step that follows
#[utoipa::path(get, path = "/api/cases/milestones", tag = "cases", responses(
    (status = 200, body = Vec<MilestoneDefinition>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn milestones(_asker: Asker) -> Json<&'static [MilestoneDefinition]> {
    Json(Milestone::ALL)
}

/// A reason why an offer takes longer.
#[derive(Debug, Serialize, ToSchema)]
pub struct DelayReasonRow {
    /// Which reason.
    pub reason: DelayReason,
    /// What it says.
    pub title: &'static str,
}

/// The reasons why an offer takes longer, in their order
#[utoipa::path(get, path = "/api/cases/delay-reasons", tag = "cases", responses(
    (status = 200, body = Vec<DelayReasonRow>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn delay_reasons(_asker: Asker) -> Json<Vec<DelayReasonRow>> {
    Json(DelayReason::ALL.iter().map(|(reason, title)| DelayReasonRow { reason: *reason, title }).collect())
}
