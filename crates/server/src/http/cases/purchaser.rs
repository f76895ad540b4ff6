//! The program manager's side of the partner portal: which milestones purchasers see, what they were told of a case.

use axum::Json;
use muster_domain::cases::{Case, Milestone, ReleasedForecast};
use muster_domain::{AccountId, Date, Text, World};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::problem::Problem;

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
    /// Messages, latest last.
    pub messages: Vec<PurchaserMessage>,
    /// How many of the purchaser's wait for an answer.
    pub unanswered: usize,
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
pub(super) fn side(asker: &Asker, case: &Case) -> PurchaserSide {
    let world = &asker.world;
    let messages = case.portal.messages.iter().map(|message| PurchaserMessage {
        on: message.on,
        from_purchaser: message.from_purchaser,
        by: name(world, message.by),
        words: message.words.clone(),
    });
    PurchaserSide {
        on_portal: case.is_on_portal(),
        forecast: case.portal.forecast.as_deref().cloned(),
        forecast_shown: case.shown_forecast(world, asker.today).is_some(),
        messages: messages.collect(),
        unanswered: case.unanswered(),
    }
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
