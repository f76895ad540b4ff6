//! Waivers: who asked for what, for whom, and what was decided.

use axum::Json;
use muster_domain::allocation::{WaivableRule, Waiver, WaiverExtent, WaiverStatus};
use muster_domain::{BilletId, Date, Period, PersonId, Position, Text, WaiverId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::names::{BilletName, Names, OfficeName, PersonName};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, Problem};
use crate::policy::Question;

/// Which waivers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WaiverFilter {
    /// Where it stands today.
    #[param(inline)]
    status: Option<WaiverStatus>,
    /// For this person.
    #[param(value_type = Option<PersonId>, inline)]
    person: Option<PersonId>,
    /// In this billet.
    #[param(value_type = Option<BilletId>, inline)]
    billet: Option<BilletId>,
}

/// A waiver in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaiverRow {
    /// Its id.
    pub id: WaiverId,
    /// For whom, as far as the asker sees them.
    pub person: Option<PersonName>,
    /// In which billet.
    pub billet: BilletName,
    /// The billet's office.
    pub office: OfficeName,
    /// Which rule.
    pub rule: WaivableRule,
    /// How much of it.
    pub extent: WaiverExtent,
    /// What a partial waiver is counted in.
    pub unit: Option<&'static str>,
    /// Why it was asked for; for those who see the person.
    pub justification: Option<String>,
    /// The day it was asked for.
    pub requested: Date,
    /// Where it stands today.
    pub status: WaiverStatus,
    /// The report dates it covers, where it was approved.
    pub covers: Option<Period>,
    /// The day it was decided.
    pub decided: Option<Date>,
    /// Why it was decided so; for those who see the person.
    pub reason: Option<String>,
    /// Whether the asker asked for it themselves, and so does not decide on it.
    pub yours: bool,
    /// The journal position that last changed it.
    pub changed: Position,
}

impl WaiverRow {
    fn of(asker: &Asker, names: &Names, id: WaiverId) -> Self {
        let row = names.world.waivers.row(id).expect("the list names waivers that exist");
        let held = &row.fact;
        let person = names.person(held.person);
        let decision = held.decision.as_ref();
        Self {
            id,
            billet: names.billet(held.billet, names.today),
            office: names.office(names.world.billets[held.billet].terms_near(names.today).office),
            rule: held.rule,
            extent: held.extent,
            unit: held.rule.unit(),
            justification: held.justification.clone().filter(|_| person.is_some()),
            requested: held.requested,
            status: held.status(names.today),
            covers: decision.and_then(|decision| decision.approved),
            decided: decision.map(|decision| decision.on),
            reason: decision.and_then(|decision| decision.reason.clone()).filter(|_| person.is_some()),
            yours: held.by == Some(asker.account),
            changed: row.changed,
            person,
        }
    }
}

/// Waivers in the offices in scope, or of the people in scope; the newest first
#[utoipa::path(get, path = "/api/waivers", tag = "allocation", params(WaiverFilter, Paging), responses(
    (status = 200, body = Page<WaiverRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<WaiverFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<WaiverRow>>> {
    let (world, names) = (&*asker.world, Names::of(&asker));
    let scope = asker.scope(Question::Slates);
    let seen = |held: &Waiver| {
        scope.sees_office(world.billets[held.billet].terms_near(asker.today).office)
            || scope.sees_person(world, held.person, asker.today)
    };
    let rows = world.waivers.iter().filter(|(_, held)| {
        seen(held)
            && filter.status.is_none_or(|status| held.status(asker.today) == status)
            && filter.person.is_none_or(|person| held.person == person)
            && filter.billet.is_none_or(|billet| held.billet == billet)
    });
    let rows = rows.map(|(id, _)| (Place(Text::default(), id.0), id));
    paging.page(rows, true, |id| WaiverRow::of(&asker, &names, id)).map(Json)
}
