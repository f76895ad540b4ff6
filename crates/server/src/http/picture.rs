//! The picture and the projection. Answers are kept as bytes until something they rest on changes.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use axum::Json;
use axum::body::Bytes;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use muster_domain::access::Scope;
use muster_domain::{Date, OfficeId};
use muster_staffing::{Ask, Grouping, Lens, Picture, Projection, ProjectionAsk, StaffingIndex};
use serde::Deserialize;
use utoipa::IntoParams;

use super::asker::Asker;
use super::problem::{Answer, Params, Problem};
use crate::policy::Question;

/// What is asked of the picture.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PictureParams {
    /// The day; today unless given.
    on: Option<Date>,
    /// The grouping; by country unless given.
    #[param(inline)]
    by: Option<Grouping>,
    /// From which side; the place of duty unless given.
    #[param(inline)]
    lens: Option<Lens>,
    /// Only this command or agency.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Only this office.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
    /// Whether future days count tours that have not begun; they do unless told otherwise.
    plans: Option<bool>,
}

/// Pictures held at most; all are dropped when there would be more.
const HELD_PICTURES: usize = 4096;

/// Pictures already written, for the index they rest on.
#[derive(Default)]
pub(super) struct PictureCache(RwLock<Option<Held>>);

/// Held by identity: an index is never changed once made.
struct Held {
    index: Arc<StaffingIndex>,
    pictures: HashMap<(ScopeKey, Ask), Bytes>,
}

/// Scopes are made once and shared, so their address names them while they are held.
#[derive(Clone)]
struct ScopeKey(Arc<Scope>);

impl PartialEq for ScopeKey {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
impl Eq for ScopeKey {}
impl std::hash::Hash for ScopeKey {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        Arc::as_ptr(&self.0).hash(state);
    }
}

impl PictureCache {
    fn get(&self, index: &Arc<StaffingIndex>, scope: &Arc<Scope>, ask: &Ask) -> Option<Bytes> {
        let held = self.0.read().expect("no holder panics");
        let held = held.as_ref().filter(|held| Arc::ptr_eq(&held.index, index))?;
        held.pictures.get(&(ScopeKey(Arc::clone(scope)), *ask)).cloned()
    }

    fn put(&self, index: &Arc<StaffingIndex>, scope: &Arc<Scope>, ask: &Ask, picture: Bytes) {
        let mut held = self.0.write().expect("no holder panics");
        if held.as_ref().is_none_or(|held| !Arc::ptr_eq(&held.index, index) || held.pictures.len() >= HELD_PICTURES) {
            *held = None;
        }
        let held = held.get_or_insert_with(|| Held { index: Arc::clone(index), pictures: HashMap::new() });
        held.pictures.insert((ScopeKey(Arc::clone(scope)), *ask), picture);
    }
}

/// Strength against need
///
/// On any day, from the place of duty or the partner supported, grouped as asked. Totals show no person.
#[utoipa::path(get, path = "/api/picture", tag = "staffing", params(PictureParams), responses(
    (status = 200, body = Picture), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn picture(asker: Asker, Params(params): Params<PictureParams>) -> Answer<Response> {
    let ask = Ask {
        on: asker.date(params.on)?,
        today: asker.today,
        by: params.by.unwrap_or(Grouping::Country),
        lens: params.lens.unwrap_or(Lens::Place),
        command: params.command,
        office: params.office,
        plans: params.plans.unwrap_or(true),
    };
    let (index, scope) = (asker.app.index(&asker.world), asker.scope(Question::Totals));
    let body = match asker.app.pictures.get(&index, &scope, &ask) {
        Some(body) => body,
        None => {
            let picture = muster_staffing::picture(&asker.world, &index, &scope, &ask);
            let body = Bytes::from(serde_json::to_vec(&picture).expect("a picture is plain data"));
            asker.app.pictures.put(&index, &scope, &ask, body.clone());
            body
        }
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}

/// Which offices are projected.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ProjectionParams {
    /// Only this command or agency.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Only this office.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
}

/// The next 36 months, with and without planned tours
#[utoipa::path(get, path = "/api/projection", tag = "staffing", params(ProjectionParams), responses(
    (status = 200, body = Projection), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn projection(asker: Asker, Params(params): Params<ProjectionParams>) -> Json<Projection> {
    let ask = ProjectionAsk { today: asker.today, command: params.command, office: params.office };
    let index = asker.app.index(&asker.world);
    Json(muster_staffing::projection(&asker.world, &index, &asker.scope(Question::Totals), &ask))
}
