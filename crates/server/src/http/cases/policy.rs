//! Figures of policy with every dated row and its source.

use axum::Json;
use muster_domain::policy::PolicyKey;
use muster_domain::{Date, Text};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::problem::Problem;

/// A figure of policy.
#[derive(Debug, Serialize, ToSchema)]
pub struct PolicyFigureRow {
    /// Its name in commands.
    pub key: PolicyKey,
    /// What it means, as a sentence.
    pub meaning: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// Every row, those of the reference table first.
    pub rows: Vec<PolicyRow>,
}

/// A dated value of a figure.
#[derive(Debug, Serialize, ToSchema)]
pub struct PolicyRow {
    /// Whom it binds.
    pub applies_to: Text,
    /// The first day; none: since before the first dated row, or not known.
    pub from: Option<Date>,
    /// The value, in the figure's unit.
    pub value: i64,
    /// Where it stands, or why it was set.
    pub source: Text,
    /// Who set it; a row of the reference table where absent.
    pub by: Option<Text>,
    /// Whether it is in force today.
    pub in_force: bool,
}

/// Every figure of policy
#[utoipa::path(get, path = "/api/policy", tag = "policy", responses(
    (status = 200, body = Vec<PolicyFigureRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn list(asker: Asker) -> Json<Vec<PolicyFigureRow>> {
    let (world, today) = (&asker.world, asker.today);
    let rows = |key: PolicyKey| {
        let row = |(applies_to, from, figure): (&Text, Date, &muster_domain::policy::PolicyFigure)| PolicyRow {
            applies_to: applies_to.clone(),
            from: (from > Date::MIN).then_some(from),
            value: figure.value,
            source: figure.source.clone(),
            by: figure.by.and_then(|id| world.accounts.get(id)).map(|account| account.name.clone()),
            in_force: world.policy(key, applies_to, today) == Some(figure),
        };
        world.policy_history(key).map(row).collect()
    };
    let figure =
        |key: &PolicyKey| PolicyFigureRow { key: *key, meaning: key.meaning(), unit: key.unit(), rows: rows(*key) };
    Json(PolicyKey::ALL.iter().map(figure).collect())
}
