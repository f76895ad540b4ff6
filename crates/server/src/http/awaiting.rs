//! What awaits the asker, and where they are told of it by mail.

use axum::Json;
use axum::http::StatusCode;
use muster_staffing::Notice;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asker::Asker;
use super::problem::{Answer, JsonBody, Problem};
use crate::mail::own_address;
use crate::notices::notices;
use crate::vault::VaultError;

/// Where the asker is told by mail.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailAddress {
    /// The address; none for no mail.
    #[schema(max_length = 254)]
    pub address: Option<String>,
}

/// Everything that awaits the asker today, the earliest suspense first
#[utoipa::path(get, path = "/api/awaiting", tag = "session", responses(
    (status = 200, body = Vec<Notice>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(asker: Asker) -> Json<Vec<Notice>> {
    let queue = asker.app.queues.on(&asker.world, asker.today);
    Json(notices(&asker.world, asker.account, asker.today, &queue, &asker.app.policy))
}

/// Where the asker is told by mail
#[utoipa::path(get, path = "/api/session/mail", tag = "session", responses(
    (status = 200, body = MailAddress), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn address(asker: Asker) -> Answer<Json<MailAddress>> {
    let address = asker.app.desk.vault().mail_address(asker.account).await.map_err(unavailable)?;
    Ok(Json(MailAddress { address }))
}

/// Sets where the asker is told by mail
#[utoipa::path(put, path = "/api/session/mail", tag = "session", request_body = MailAddress, responses(
    (status = 200, body = MailAddress), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn set_address(asker: Asker, JsonBody(asked): JsonBody<MailAddress>) -> Answer<Json<MailAddress>> {
    let address = own_address(asked.address.as_deref().unwrap_or_default()).map_err(|problem| {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, problem).mend("Give one such as `j.doe@example.mil`, or none.")
    })?;
    asker.app.desk.vault().set_mail_address(asker.account, address).await.map_err(unavailable)?;
    Ok(Json(MailAddress { address: address.map(str::to_owned) }))
}

fn unavailable(error: VaultError) -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, format!("Mail addresses cannot be read or written: {error}"))
}
