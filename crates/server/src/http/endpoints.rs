//! Every endpoint with what it takes to be asked. What is not on the list is refused, whatever the handler would say.

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::asker::Asker;
use super::partner;
use super::problem::Problem;
use super::session;
use super::state::App;
use crate::policy::Question;

/// What it takes to ask an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody, signed in or not.
    Public,
    /// Anybody signed in; the answer is about them.
    SignedIn,
    /// An account with some row in scope for the question; the handler answers only those rows.
    Rows(Question),
    /// An account that may ask the question of the service as a whole.
    Whole(Question),
    /// Anybody signed in; the desk authorises each command.
    Desk,
    /// A partner's representative, signed in to the portal; nobody else, and they nowhere else.
    Portal,
}

/// The list: method, path, access.
pub const ENDPOINTS: &[(Method, &str, Access)] = &[
    (Method::GET, "/healthz", Access::Public),
    (Method::GET, "/api/about", Access::Public),
    (Method::GET, "/api/openapi.json", Access::Public),
    (Method::POST, "/api/session", Access::Public),
    (Method::GET, "/api/session", Access::SignedIn),
    (Method::DELETE, "/api/session", Access::SignedIn),
    (Method::GET, "/api/session/mail", Access::SignedIn),
    (Method::PUT, "/api/session/mail", Access::SignedIn),
    (Method::GET, "/api/awaiting", Access::SignedIn),
    (Method::GET, "/api/picture", Access::Rows(Question::Totals)),
    (Method::GET, "/api/projection", Access::Rows(Question::Totals)),
    (Method::GET, "/api/outlook", Access::Rows(Question::Outlook)),
    (Method::GET, "/api/offices", Access::Rows(Question::Billets)),
    (Method::GET, "/api/offices/{office}", Access::Rows(Question::Billets)),
    (Method::GET, "/api/offices/{office}/timeline", Access::Rows(Question::Billets)),
    (Method::GET, "/api/offices/{office}/demand", Access::Rows(Question::Totals)),
    (Method::GET, "/api/posts", Access::Rows(Question::Billets)),
    (Method::GET, "/api/posts/{post}", Access::Rows(Question::Billets)),
    (Method::POST, "/api/posts/{post}/departure/preview", Access::Rows(Question::Billets)),
    (Method::GET, "/api/augmentations", Access::Rows(Question::Billets)),
    (Method::GET, "/api/augmentations/rules", Access::SignedIn),
    (Method::GET, "/api/diversions", Access::Rows(Question::Billets)),
    (Method::GET, "/api/countries", Access::Rows(Question::Totals)),
    (Method::GET, "/api/countries/{country}", Access::Rows(Question::Totals)),
    (Method::GET, "/api/countries/{country}/sales", Access::Rows(Question::Totals)),
    (Method::GET, "/api/billets", Access::Rows(Question::Billets)),
    (Method::GET, "/api/billets/{billet}", Access::Rows(Question::Billets)),
    (Method::GET, "/api/change-requests", Access::Rows(Question::Manning)),
    (Method::GET, "/api/change-requests/{request}", Access::Rows(Question::Manning)),
    (Method::GET, "/api/change-requests/{request}/packet", Access::Rows(Question::Manning)),
    (Method::GET, "/api/change-requests/{request}/workbook", Access::Rows(Question::Manning)),
    (Method::GET, "/api/manning/documents", Access::Rows(Question::Manning)),
    (Method::GET, "/api/offices/{office}/strengths", Access::Rows(Question::Billets)),
    (Method::GET, "/api/offices/{office}/turnover", Access::Rows(Question::Manning)),
    (Method::GET, "/api/section-515", Access::Rows(Question::Manning)),
    (Method::GET, "/api/countries/{country}/section-515", Access::Rows(Question::Manning)),
    (Method::GET, "/api/people", Access::Rows(Question::People)),
    (Method::GET, "/api/people/{person}", Access::Rows(Question::People)),
    (Method::GET, "/api/reconcile", Access::Rows(Question::Contradictions)),
    (Method::GET, "/api/reconcile/summary", Access::Rows(Question::Contradictions)),
    (Method::GET, "/api/reconcile/{contradiction}", Access::Rows(Question::Contradictions)),
    (Method::GET, "/api/source-kinds", Access::Rows(Question::Sources)),
    (Method::GET, "/api/sources", Access::Rows(Question::Sources)),
    (Method::GET, "/api/sources/{source}", Access::Rows(Question::Sources)),
    (Method::GET, "/api/sources/{source}/profile", Access::Rows(Question::Sources)),
    (Method::GET, "/api/sources/{source}/corrections", Access::Rows(Question::Sources)),
    (Method::POST, "/api/sources/detect", Access::Rows(Question::Sources)),
    (Method::POST, "/api/sources/try", Access::Rows(Question::Sources)),
    (Method::POST, "/api/sources/{source}/try", Access::Rows(Question::Sources)),
    (Method::POST, "/api/sources/{source}/load", Access::Rows(Question::Sources)),
    (Method::GET, "/api/cycles", Access::SignedIn),
    (Method::GET, "/api/cycles/{cycle}", Access::SignedIn),
    (Method::GET, "/api/cycles/{cycle}/openings", Access::Rows(Question::Billets)),
    (Method::GET, "/api/cycles/{cycle}/movers", Access::Rows(Question::People)),
    (Method::POST, "/api/cycles/{cycle}/compute", Access::Whole(Question::Compute)),
    (Method::POST, "/api/cycles/{cycle}/propose", Access::Whole(Question::Compute)),
    (Method::GET, "/api/cycles/{cycle}/scenarios", Access::Whole(Question::Compute)),
    (Method::GET, "/api/scenarios/{scenario}", Access::Whole(Question::Compute)),
    (Method::GET, "/api/scenarios/{scenario}/lines", Access::Whole(Question::Compute)),
    (Method::GET, "/api/scenarios/{scenario}/why", Access::Whole(Question::Compute)),
    (Method::GET, "/api/scenarios/{scenario}/recommend", Access::Whole(Question::Compute)),
    (Method::GET, "/api/scenarios/{scenario}/compare", Access::Whole(Question::Compute)),
    (Method::POST, "/api/scenarios/{scenario}/adopt", Access::Whole(Question::Compute)),
    (Method::POST, "/api/cycles/{cycle}/stable", Access::Whole(Question::Compute)),
    (Method::POST, "/api/cycles/{cycle}/stable/propose", Access::Whole(Question::Compute)),
    (Method::POST, "/api/cycles/{cycle}/trade", Access::Whole(Question::Compute)),
    (Method::POST, "/api/cycles/{cycle}/trade/slate", Access::Whole(Question::Compute)),
    (Method::POST, "/api/cycles/{cycle}/trade/propose", Access::Whole(Question::Compute)),
    (Method::GET, "/api/ballots", Access::Rows(Question::Ballots)),
    (Method::GET, "/api/ballots/{cycle}", Access::Rows(Question::Ballots)),
    (Method::GET, "/api/ballots/{cycle}/openings", Access::Rows(Question::Ballots)),
    (Method::GET, "/api/ballots/{cycle}/openings/{billet}", Access::Rows(Question::Ballots)),
    (Method::GET, "/api/ballots/{cycle}/offices", Access::Rows(Question::Ballots)),
    (Method::GET, "/api/ballots/{cycle}/offices/{billet}", Access::Rows(Question::Ballots)),
    (Method::GET, "/api/slates/{slate}/blocking", Access::Rows(Question::Slates)),
    (Method::GET, "/api/slates/{slate}", Access::Rows(Question::Slates)),
    (Method::GET, "/api/slates/{slate}/limits", Access::Rows(Question::Slates)),
    (Method::POST, "/api/slates/{slate}/amendment", Access::Whole(Question::Compute)),
    (Method::POST, "/api/slates/{slate}/amend", Access::Whole(Question::Compute)),
    (Method::GET, "/api/people/{person}/tracker", Access::Rows(Question::People)),
    (Method::GET, "/api/slates/{slate}/lines", Access::Rows(Question::Slates)),
    (Method::GET, "/api/slates/{slate}/lines/{line}", Access::Rows(Question::Slates)),
    (Method::GET, "/api/slates/{slate}/unfilled", Access::Rows(Question::Slates)),
    (Method::GET, "/api/slates/{slate}/unmatched", Access::Rows(Question::Slates)),
    (Method::GET, "/api/slates/{slate}/prices", Access::Whole(Question::Compute)),
    (Method::GET, "/api/slates/{slate}/lines/{line}/change", Access::Rows(Question::Slates)),
    (Method::GET, "/api/slates/{slate}/unfilled/{billet}/relaxations", Access::Rows(Question::Slates)),
    (Method::GET, "/api/slates/{slate}/unmatched/{person}/relaxations", Access::Rows(Question::Slates)),
    (Method::GET, "/api/waivers", Access::Rows(Question::Slates)),
    (Method::GET, "/api/cases", Access::Rows(Question::Cases)),
    (Method::GET, "/api/cases/summary", Access::Rows(Question::Cases)),
    (Method::GET, "/api/cases/flow", Access::Rows(Question::Cases)),
    (Method::GET, "/api/cases/distribution", Access::Rows(Question::Cases)),
    (Method::GET, "/api/cases/outlook", Access::Rows(Question::Cases)),
    (Method::GET, "/api/cases/delay-reasons", Access::SignedIn),
    (Method::GET, "/api/cases/milestones", Access::SignedIn),
    (Method::GET, "/api/cases/purchaser-milestones", Access::Rows(Question::Cases)),
    (Method::GET, "/api/cases/{case}", Access::Rows(Question::Cases)),
    (Method::GET, "/api/simulations", Access::Whole(Question::Cases)),
    (Method::POST, "/api/simulations", Access::Whole(Question::Cases)),
    (Method::GET, "/api/simulations/{simulation}", Access::Whole(Question::Cases)),
    (Method::DELETE, "/api/simulations/{simulation}", Access::Whole(Question::Cases)),
    (Method::GET, "/api/cases/flow/cases", Access::Rows(Question::Cases)),
    (Method::GET, "/api/notifications", Access::SignedIn),
    (Method::GET, "/api/measures", Access::Rows(Question::Cases)),
    (Method::GET, "/api/measures/{measure}", Access::Rows(Question::Cases)),
    (Method::GET, "/api/policy", Access::SignedIn),
    (Method::GET, "/api/holidays", Access::SignedIn),
    (Method::GET, "/api/requisitions", Access::Rows(Question::Requisitions)),
    (Method::GET, "/api/requisitions/openings", Access::Rows(Question::Requisitions)),
    (Method::GET, "/api/requisitions/{requisition}", Access::Rows(Question::Requisitions)),
    (Method::GET, "/api/requisitions/{requisition}/candidates", Access::Rows(Question::People)),
    (Method::GET, "/api/rules", Access::SignedIn),
    (Method::GET, "/api/levers", Access::Whole(Question::Levers)),
    (Method::GET, "/api/authorities", Access::SignedIn),
    (Method::GET, "/api/journal", Access::Whole(Question::Journal)),
    (Method::GET, "/api/journal/{position}", Access::Whole(Question::Journal)),
    (Method::GET, "/api/audit/head", Access::Whole(Question::Journal)),
    (Method::POST, "/api/audit/verify", Access::Whole(Question::Journal)),
    (Method::GET, "/api/audit/proof/{position}", Access::Whole(Question::Journal)),
    (Method::GET, "/api/export/{noun}", Access::SignedIn),
    (Method::GET, "/api/changes", Access::SignedIn),
    (Method::POST, "/api/commands/{name}", Access::Desk),
    (Method::GET, "/partner/style.css", Access::Public),
    (Method::GET, "/partner/sign-in", Access::Public),
    (Method::POST, "/partner/sign-in", Access::Public),
    (Method::POST, "/partner/sign-out", Access::Portal),
    (Method::GET, "/partner", Access::Portal),
    (Method::GET, "/partner/cases/{number}", Access::Portal),
    (Method::POST, "/partner/cases/{number}/messages", Access::Portal),
    (Method::GET, "/partner/subscriptions", Access::Portal),
    (Method::POST, "/partner/subscriptions/calendar", Access::Portal),
    (Method::POST, "/partner/subscriptions/calendar/end", Access::Portal),
    (Method::POST, "/partner/subscriptions/mail", Access::Portal),
    // Its address is its key: calendars of phones send nothing else.
    (Method::GET, "/partner/calendar/{file}", Access::Public),
];

/// Lets a request through to its handler if the list says so, with the asker attached.
pub(super) async fn guard(State(app): State<App>, matched: MatchedPath, mut request: Request, next: Next) -> Response {
    let method = if request.method() == Method::HEAD { Method::GET } else { request.method().clone() };
    let Some(access) =
        ENDPOINTS.iter().find(|(m, path, _)| *m == method && *path == matched.as_str()).map(|(_, _, access)| *access)
    else {
        // No handler for the method answers 405 by itself; a handler without a line is closed.
        return if ENDPOINTS.iter().any(|(_, path, _)| *path == matched.as_str()) {
            next.run(request).await
        } else {
            Problem::not_found().into_response()
        };
    };
    if access == Access::Public {
        return next.run(request).await;
    }
    if access == Access::Portal {
        return match partner::enter(&app, request.uri(), request.headers()).await {
            Ok(visitor) => {
                request.extensions_mut().insert(visitor);
                next.run(request).await
            }
            Err(answer) => *answer,
        };
    }
    let asker = match session::asker(&app, request.headers()).await {
        Ok(asker) => asker,
        Err(problem) => return problem.into_response(),
    };
    let allowed = match access {
        Access::Public | Access::Portal | Access::SignedIn | Access::Desk => true,
        Access::Rows(question) => !asker.scope(question).is_empty(),
        Access::Whole(question) => app.policy.may_ask(&asker.world, asker.today, asker.account, question),
    };
    if !allowed {
        return Problem::forbidden("None of your roles may ask this.").into_response();
    }
    request.extensions_mut().insert::<Asker>(asker);
    next.run(request).await
}
