//! The program manager's side of the partner portal: which milestones purchasers see, what they were told of a case.

use axum::Json;
use muster_domain::cases::{Case, Milestone, ReleaseForecast, ReleasedForecast, WorkedForecast};
use muster_domain::kernel::days_between;
use muster_domain::{AccountId, CaseId, Context, Date, Decide as _, Refusal, Text, World};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::problem::Problem;
use super::forecast::latest;
use crate::cases::worked;

/// A milestone and whether purchasers see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PurchaserMilestone {
    /// Which milestone.
    pub milestone: Milestone,
    /// Its code.
    pub code: &'static str,
    /// What it says inside.
    pub title: &'static str,
    /// What purchasers read, in English.
    pub plain: &'static str,
    /// Whether no flag can show it.
    pub never: bool,
    /// Whether they see it today.
    pub visible: bool,
    /// Every flag, earliest first.
    pub history: Vec<PurchaserFlag>,
}

/// A flag of a milestone.
#[derive(Debug, Serialize, ToSchema)]
pub struct PurchaserFlag {
    /// The first day.
    pub from: Date,
    /// Whether purchasers see it.
    pub visible: bool,
    /// Why.
    pub reason: Text,
    /// The name of the account that set it.
    pub by: Option<Text>,
}

/// What a case's purchaser was told and asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct PurchaserSide {
    /// Whether the case is in the partner portal at all.
    pub on_portal: bool,
    /// The forecast released last, where it was not withdrawn.
    pub forecast: Option<ReleasedForecast>,
    /// Whether its purchaser sees it today.
    pub forecast_shown: bool,
    /// What is worked out for the case today: the only range that can be released.
    pub worked: Option<WorkedForecast>,
    /// Why it cannot be released, where it cannot.
    pub worked_refusal: Option<Refusal>,
    /// How what is worked out today lies beside the range released; none where nothing is, or nothing moved.
    pub moved: Option<ForecastMove>,
    /// Messages, latest last.
    pub messages: Vec<PurchaserMessage>,
    /// How many of the purchaser's wait for an answer.
    pub unanswered: usize,
}

/// By how much a range moved since it was released. Its purchaser still sees the one that was released, with its day.
#[derive(Debug, Serialize, ToSchema)]
pub struct ForecastMove {
    /// Days by which it begins later; negative: earlier.
    pub earliest_days: i32,
    /// Days by which it ends later; none where it has no end any more.
    pub latest_days: Option<i32>,
}

/// A message between a purchaser and the country program manager.
#[derive(Debug, Serialize, ToSchema)]
pub struct PurchaserMessage {
    /// The day.
    pub on: Date,
    /// Whether the purchaser wrote it.
    pub from_purchaser: bool,
    /// The name of the account that wrote it.
    pub by: Option<Text>,
    /// The words.
    pub words: Text,
}

fn name(world: &World, account: Option<AccountId>) -> Option<Text> {
    account.and_then(|account| world.accounts.get(account)).map(|account| account.name.clone())
}

/// The purchaser's side of a case.
pub(super) fn side(asker: &Asker, id: CaseId, case: &Case) -> PurchaserSide {
    let world = &asker.world;
    let before = case.phase(asker.today).is_before_offer();
    let outlooks = if before { latest(asker) } else { None };
    let worked = outlooks.and_then(|outlooks| worked(world, &outlooks, id, asker.today));
    let released = case.portal.forecast.as_deref();
    let messages = case.portal.messages.iter().map(|message| PurchaserMessage {
        on: message.on,
        from_purchaser: message.from_purchaser,
        by: name(world, message.by),
        words: message.words.clone(),
    });
    PurchaserSide {
        on_portal: case.is_on_portal(),
        forecast: released.cloned(),
        forecast_shown: case.shown_forecast(world, asker.today).is_some(),
        worked_refusal: worked.as_ref().and_then(|worked| refusal(asker, id, worked)),
        moved: released.zip(worked.as_ref()).and_then(|(released, worked)| moved(released, worked)),
        worked,
        messages: messages.collect(),
        unanswered: case.unanswered(),
    }
}

/// Why what is worked out cannot be released now, asked of the domain.
fn refusal(asker: &Asker, case: CaseId, worked: &WorkedForecast) -> Option<Refusal> {
    let latest = worked.latest.unwrap_or(worked.earliest);
    let until = latest.max(asker.today);
    let release =
        ReleaseForecast { case, earliest: worked.earliest, latest, until, worked: Some(Box::new(worked.clone())) };
    release.decide(&asker.world, &Context { today: asker.today, actor: Some(asker.account) }).err()
}

fn moved(released: &ReleasedForecast, worked: &WorkedForecast) -> Option<ForecastMove> {
    let earliest_days = days_between(released.earliest, worked.earliest);
    let latest_days = worked.latest.map(|latest| days_between(released.latest, latest));
    let same = released.milestone == worked.milestone && (earliest_days, latest_days) != (0, Some(0));
    same.then_some(ForecastMove { earliest_days, latest_days })
}

/// Every milestone in order, and whether purchasers see it
#[utoipa::path(get, path = "/api/cases/purchaser-milestones", tag = "cases", responses(
    (status = 200, body = Vec<PurchaserMilestone>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn milestones(asker: Asker) -> Json<Vec<PurchaserMilestone>> {
    let world = &asker.world;
    let rows = Milestone::ALL.iter().map(|one| PurchaserMilestone {
        milestone: one.milestone,
        code: one.code,
        title: one.title,
        plain: one.plain,
        never: one.milestone.is_never_shown(),
        visible: world.shows_purchasers(one.milestone, asker.today),
        history: world
            .purchaser_flags(one.milestone)
            .map(|(from, flag)| PurchaserFlag {
                from,
                visible: flag.visible,
                reason: flag.reason.clone(),
                by: name(world, flag.by),
            })
            .collect(),
    });
    Json(rows.collect())
}
