//! Notifications of Congress as they were published: public rows, beside the cases of this installation and never part of
//! their histories.

use axum::Json;
use muster_domain::partner::PublishedNotification;
use muster_domain::{CountryId, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::names::{CountryName, Names, matches};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, Problem};

/// Which notifications.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct NotificationFilter {
    /// Of this country.
    #[param(value_type = Option<CountryId>, inline)]
    country: Option<CountryId>,
    /// Of this calendar year.
    year: Option<i16>,
    /// Words of the transmittal number, the title or the country.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// A published notification.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotificationRow {
    /// The country.
    pub country: CountryName,
    /// What was published.
    pub published: PublishedNotification,
    /// Cases of this country here that name the transmittal number.
    pub cases: usize,
}

/// Notifications of Congress as published, latest year first
#[utoipa::path(get, path = "/api/notifications", tag = "partner", params(NotificationFilter, Paging), responses(
    (status = 200, body = Page<NotificationRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<NotificationFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<NotificationRow>>> {
    let (world, names) = (&asker.world, Names::of(&asker));
    let sight = super::cases::Sight::of(&asker);
    let mut named: std::collections::HashMap<(CountryId, &Text), usize> = std::collections::HashMap::new();
    for (_, case) in world.cases.iter().filter(|(_, case)| sight.sees(case)) {
        if let Some(transmittal) = &case.notification.transmittal {
            *named.entry((case.country, transmittal)).or_default() += 1;
        }
    }
    let mut rows = Vec::new();
    let mut number = 0;
    for (id, country) in world.countries.iter() {
        for one in &country.notifications {
            number += 1;
            let transmittal = one.transmittal.as_ref().map_or("", Text::as_str);
            let wanted = filter.country.is_none_or(|country| country == id)
                && filter.year.is_none_or(|year| one.year == Some(year))
                && filter.q.as_deref().is_none_or(|q| matches(q, &[transmittal, &one.title, &country.name]));
            if wanted {
                // Latest year first; what has no year last.
                let key = format!("{:05} {} {transmittal}", 20_000 - one.year.unwrap_or(0), country.name);
                rows.push((Place(Text::from(key), number), (id, one)));
            }
        }
    }
    let show = |(id, one): (CountryId, &PublishedNotification)| NotificationRow {
        country: names.country(id),
        published: one.clone(),
        cases: one.transmittal.as_ref().and_then(|number| named.get(&(id, number))).copied().unwrap_or(0),
    };
    paging.page(rows, false, show).map(Json)
}
