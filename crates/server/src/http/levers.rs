//! Levers, eligibility rules, and the table of authorities: the lists that everything else is derived from.

use axum::Json;
use muster_domain::organization::{AuthorityDefinition, AuthorityKind};
use muster_domain::policy::{Lever, LeverDefinition, LeverSetting};
use muster_domain::{Date, Text};
use muster_slate::{RULES, Rule};
use serde::Serialize;
use utoipa::ToSchema;

use super::asker::Asker;
use super::problem::Problem;

/// A lever with the value in force and its history.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeverRow {
    /// What it means, in which unit and range.
    #[serde(flatten)]
    pub definition: LeverDefinition,
    /// The value in force today.
    pub value: i64,
    /// Every change, earliest first.
    pub history: Vec<LeverChange>,
}

/// A change of a lever.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeverChange {
    /// The first day of the value.
    pub from: Date,
    /// The value.
    pub value: i64,
    /// Why.
    pub reason: Text,
    /// Who set it.
    pub by: Option<Text>,
}

/// Every lever
#[utoipa::path(get, path = "/api/levers", tag = "policy", responses(
    (status = 200, body = Vec<LeverRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn levers(asker: Asker) -> Json<Vec<LeverRow>> {
    let world = &asker.world;
    let named =
        |setting: &LeverSetting| setting.by.and_then(|id| world.accounts.get(id)).map(|account| account.name.clone());
    let row = |lever: &Lever| LeverRow {
        definition: lever.definition(),
        value: world.lever(*lever, asker.today),
        history: world
            .lever_history(*lever)
            .map(|(from, setting)| LeverChange {
                from,
                value: setting.value,
                reason: setting.reason.clone(),
                by: named(setting),
            })
            .collect(),
    };
    Json(Lever::ALL.iter().map(row).collect())
}

/// Every eligibility rule
#[utoipa::path(get, path = "/api/rules", tag = "policy", responses(
    (status = 200, body = Vec<Rule>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn rules(_asker: Asker) -> Json<Vec<Rule>> {
    Json(RULES.to_vec())
}

/// Every kind of authority and the acts it confers
#[utoipa::path(get, path = "/api/authorities", tag = "policy", responses(
    (status = 200, body = Vec<AuthorityDefinition>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn authorities(_asker: Asker) -> Json<Vec<AuthorityDefinition>> {
    Json(AuthorityKind::ALL.to_vec())
}
