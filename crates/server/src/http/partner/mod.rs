//! The partner portal: a realm of its own, under `/partner`. Its sign-in, cookie and sessions are no use for the API, and
//! the API's none here. What is shown is worked out in `muster_portal`; here it is asked who asks.

mod messages;
mod pages;
mod realm;
mod sign_in;
mod subscriptions;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) use pages::nowhere;
pub(super) use realm::enter;

use super::state::App;

/// Every route of the portal.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(pages::programs))
        .routes(routes!(pages::case))
        .routes(routes!(pages::style))
        .routes(routes!(sign_in::show, sign_in::sign_in))
        .routes(routes!(sign_in::sign_out))
        .routes(routes!(messages::write))
        .routes(routes!(subscriptions::show))
        .routes(routes!(subscriptions::make_calendar))
        .routes(routes!(subscriptions::end_calendar))
        .routes(routes!(subscriptions::set_mail))
        .routes(routes!(subscriptions::calendar))
}
