//! Diversions: who is present for a time at another office than the own, by decision of a command.

use axum::Json;
use muster_domain::{Date, DiversionId, OfficeId, Period, Position, Text, TourId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::augmentations::OrderState;
use super::names::{BilletName, Names, OfficeName, PersonName};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, Problem};
use crate::policy::Question;

/// Which diversions.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct DiversionFilter {
    /// From or to this office.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
    /// To offices of this command.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Where it stands today.
    #[param(inline)]
    state: Option<OrderState>,
}

/// A diversion in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct DiversionRow {
    /// Its id.
    pub id: DiversionId,
    /// Who, as far as the asker sees them.
    pub person: Option<PersonName>,
    /// The tour they are diverted from.
    pub tour: TourId,
    /// The billet they hold.
    pub billet: BilletName,
    /// The office they are assigned to.
    pub from: OfficeName,
    /// The office they are present at.
    pub to: OfficeName,
    /// The command above the office they are present at.
    pub command: OfficeName,
    /// The days it was decided for.
    pub period: Period,
    /// The first day after it, as things stand.
    pub until: Date,
    /// Where it stands today.
    pub state: OrderState,
    /// Why; for those who see the person.
    pub reason: Option<String>,
    /// The day it was decided.
    pub decided: Date,
    /// The journal position that last changed it.
    pub changed: Position,
}

impl DiversionRow {
    pub(super) fn of(names: &Names, id: DiversionId) -> Self {
        let world = &names.world;
        let row = world.diversions.row(id).expect("a roster names diversions that exist");
        let held = &row.fact;
        let billet = world.tours[held.tour].billet;
        let person = names.person(held.person);
        Self {
            id,
            tour: held.tour,
            billet: names.billet(billet, held.period.from()),
            from: names.office(world.billets[billet].terms_near(held.period.from()).office),
            to: names.office(held.to),
            command: names.command(held.to, names.today),
            period: held.period,
            until: held.days().map_or(held.period.from(), |days| days.end()),
            state: OrderState::on(held.days(), names.today),
            reason: held.reason.clone().filter(|_| person.is_some()),
            decided: held.decided,
            changed: row.changed,
            person,
        }
    }
}

/// Diversions from or to the offices in scope
#[utoipa::path(get, path = "/api/diversions", tag = "workforce", params(DiversionFilter, Paging), responses(
    (status = 200, body = Page<DiversionRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<DiversionFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<DiversionRow>>> {
    let (world, names) = (&*asker.world, Names::of(&asker));
    let scope = asker.scope(Question::Billets);
    let rows = world.diversions.iter().filter(|(_, held)| {
        let from = world.billets[world.tours[held.tour].billet].terms_near(held.period.from()).office;
        (scope.sees_office(held.to) || scope.sees_office(from))
            && filter.office.is_none_or(|office| held.to == office || from == office)
            && filter
                .command
                .is_none_or(|command| held.to == command || world.command_of(held.to, asker.today) == command)
            && filter.state.is_none_or(|state| OrderState::on(held.days(), asker.today) == state)
    });
    let last = |days: Option<Period>| days.map(|days| days.end().to_string()).unwrap_or_default();
    let rows = rows.map(|(id, held)| (Place(Text::from(last(held.days())), id.0), id));
    paging.page(rows, true, |id| DiversionRow::of(&names, id)).map(Json)
}
