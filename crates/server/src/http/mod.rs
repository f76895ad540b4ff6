//! The HTTP API and the pages. A handler authorises, asks an engine or the desk, and answers; it holds no rule.
//!
//! Every route has a line in [`endpoints`]: a request to one that has none is refused, and a test compares the list
//! with the OpenAPI document.

mod about;
mod amendments;
mod asker;
mod assets;
mod augmentations;
mod awaiting;
mod ballots;
mod billets;
mod cases;
mod change_requests;
mod changes;
mod commands;
mod countries;
mod cycles;
mod departures;
mod diversions;
pub mod endpoints;
mod etag;
mod export;
mod holidays;
mod journal;
mod kept;
mod levers;
mod limits;
mod manning;
mod measures;
mod names;
mod notifications;
mod offices;
mod openapi;
mod outlook;
mod paging;
mod partner;
mod people;
mod picture;
mod posts;
mod presence;
mod problem;
mod reconcile;
mod requisitions;
mod scenarios;
mod session;
mod simulations;
mod slates;
mod sources;
mod stable;
mod state;
mod study;
mod tracker;
mod trade;
mod waivers;

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use openapi::document;
pub use state::{App, DemoSignIn, Settings};

/// The largest request body taken, in bytes.
const LARGEST_BODY: usize = 1024 * 1024;

/// Every documented route.
fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(about::ready))
        .routes(routes!(about::about))
        .routes(routes!(session::sign_in, session::show, session::sign_out))
        .routes(routes!(awaiting::list))
        .routes(routes!(awaiting::address, awaiting::set_address))
        .routes(routes!(picture::picture))
        .routes(routes!(picture::projection))
        .routes(routes!(outlook::outlook))
        .routes(routes!(offices::list))
        .routes(routes!(offices::show))
        .routes(routes!(offices::timeline))
        .routes(routes!(offices::demand))
        .routes(routes!(posts::list))
        .routes(routes!(posts::show))
        .routes(routes!(departures::preview))
        .routes(routes!(augmentations::list))
        .routes(routes!(augmentations::rules))
        .routes(routes!(diversions::list))
        .routes(routes!(countries::list))
        .routes(routes!(countries::show))
        .routes(routes!(countries::sales::show))
        .routes(routes!(billets::list))
        .routes(routes!(billets::show))
        .routes(routes!(change_requests::list))
        .routes(routes!(change_requests::show))
        .routes(routes!(change_requests::packet))
        .routes(routes!(change_requests::workbook))
        .routes(routes!(manning::documents))
        .routes(routes!(manning::strengths))
        .routes(routes!(manning::turnover))
        .routes(routes!(manning::ledgers))
        .routes(routes!(manning::ledger))
        .routes(routes!(people::list))
        .routes(routes!(people::show))
        .routes(routes!(reconcile::list))
        .routes(routes!(reconcile::summary))
        .routes(routes!(reconcile::show))
        .merge(sources::routes())
        .routes(routes!(cycles::list))
        .routes(routes!(cycles::show))
        .routes(routes!(cycles::openings))
        .routes(routes!(cycles::movers))
        .routes(routes!(cycles::compute))
        .routes(routes!(cycles::propose))
        .merge(scenarios::routes())
        .routes(routes!(stable::compute))
        .routes(routes!(stable::propose))
        .routes(routes!(trade::curve))
        .routes(routes!(trade::compute))
        .routes(routes!(trade::propose))
        .routes(routes!(ballots::list))
        .routes(routes!(ballots::member::show))
        .routes(routes!(ballots::openings::list))
        .routes(routes!(ballots::openings::show))
        .routes(routes!(ballots::offices::list))
        .routes(routes!(ballots::offices::show))
        .routes(routes!(stable::blocking))
        .routes(routes!(slates::show))
        .routes(routes!(amendments::preview))
        .routes(routes!(amendments::amend))
        .routes(routes!(tracker::show))
        .routes(routes!(limits::of_slate))
        .routes(routes!(slates::lines))
        .routes(routes!(slates::why))
        .routes(routes!(slates::unfilled))
        .routes(routes!(slates::unmatched))
        .routes(routes!(study::prices))
        .routes(routes!(study::change))
        .routes(routes!(study::would_fill))
        .routes(routes!(study::would_place))
        .routes(routes!(waivers::list))
        .routes(routes!(cases::queue::list))
        .routes(routes!(cases::summary::summary))
        .routes(routes!(cases::distribution::preview))
        .routes(routes!(cases::forecast::outlook))
        .routes(routes!(cases::page::delay_reasons))
        .routes(routes!(cases::flow::flow))
        .routes(routes!(cases::flow_cases::list))
        .routes(routes!(cases::page::milestones))
        .routes(routes!(cases::purchaser::milestones))
        .routes(routes!(cases::page::page))
        .routes(routes!(cases::policy::list))
        .routes(routes!(holidays::list))
        .merge(simulations::routes())
        .routes(routes!(notifications::list))
        .routes(routes!(measures::list::list))
        .routes(routes!(measures::page::page))
        .routes(routes!(requisitions::list))
        .routes(routes!(requisitions::openings::list))
        .routes(routes!(requisitions::show))
        .routes(routes!(requisitions::candidates::list))
        .routes(routes!(levers::levers))
        .routes(routes!(levers::rules))
        .routes(routes!(levers::authorities))
        .routes(routes!(journal::list))
        .routes(routes!(journal::show))
        .routes(routes!(journal::head))
        .routes(routes!(journal::verify))
        .routes(routes!(journal::proof))
        .routes(routes!(export::export))
        .merge(partner::routes())
}

/// The whole server: API, live changes, pages.
pub fn router(app: App) -> Router {
    let (api, _) = api().split_for_parts();
    let frame = HeaderValue::from_static(
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    );
    let fixed = |name: HeaderName, value: HeaderValue| SetResponseHeaderLayer::if_not_present(name, value);
    api.route("/api/commands/{name}", axum::routing::post(commands::submit))
        .route("/api/changes", axum::routing::get(changes::stream))
        .route("/api/openapi.json", axum::routing::get(openapi::serve))
        .route_layer(from_fn_with_state(app.clone(), endpoints::guard))
        .fallback(assets::page)
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(CsrfLayer::new())
        .layer(from_fn(problem::speak_problems))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(fixed(header::CONTENT_SECURITY_POLICY, frame))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")))
        .layer(fixed(header::REFERRER_POLICY, HeaderValue::from_static("same-origin")))
        .layer(fixed(header::CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .with_state(app)
}

/// Serves until `stop` resolves, then lets the answers under way finish for ten seconds at most.
pub async fn serve(
    listener: tokio::net::TcpListener,
    app: App,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (told, mut heard) = tokio::sync::watch::channel(false);
    let ending = app.ending();
    let graceful = async move {
        stop.await;
        ending.send_replace(true);
        told.send_replace(true);
    };
    let service = router(app).into_make_service_with_connect_info::<std::net::SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(graceful);
    let cut_off = async move {
        let _ = heard.changed().await;
        tokio::time::sleep(Duration::from_secs(10)).await;
    };
    tokio::select! {
        done = serving => done,
        () = cut_off => Ok(()),
    }
}
