//! The days of a year from Monday to Friday that are holidays or were closed, and what was set here of them.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::StatusCode;
use muster_domain::policy::{Holiday, WorkingDaySetting, legal_holidays};
use muster_domain::{Date, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::problem::{Answer, Params, Problem};

/// The years that may be asked about: holidays are known from the first; cases, forecasts and plans end long before the last.
const YEARS: std::ops::RangeInclusive<i16> = 1971..=2199;

/// Which year.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct HolidayYear {
    /// The calendar year; this year unless given.
    #[param(minimum = 1971, maximum = 2199)]
    year: Option<i16>,
}

/// A holiday or a day that was set here.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidayRow {
    /// The day, from Monday to Friday.
    pub day: Date,
    /// The legal public holiday; none of another day that was set here.
    pub name: Option<Text>,
    /// The Saturday or Sunday on which the holiday itself falls; none where it falls on the day.
    pub in_lieu_of: Option<Date>,
    /// The law of the holiday.
    pub source: Option<Text>,
    /// Whether the day is worked: the holiday, or the closure, was taken back.
    pub worked: bool,
    /// Everything that was set here of the day, the latest last.
    pub history: Vec<WorkingDayChange>,
}

/// What was set here of a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkingDayChange {
    /// Whether the day is worked.
    pub worked: bool,
    /// Why.
    pub reason: Text,
    /// The order or law.
    pub source: Text,
    /// The day on which it was set.
    pub on: Date,
    /// Who set it; the installation itself where absent.
    pub by: Option<Text>,
}

/// Federal holidays of a year, and days that were closed or taken back here
#[utoipa::path(get, path = "/api/holidays", tag = "policy", params(HolidayYear), responses(
    (status = 200, body = Vec<HolidayRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(asker: Asker, Params(asked): Params<HolidayYear>) -> Answer<Json<Vec<HolidayRow>>> {
    let year = asked.year.unwrap_or(asker.today.year());
    let ends = (Date::new(year, 1, 1), Date::new(year, 12, 31));
    let (true, (Ok(first), Ok(last))) = (YEARS.contains(&year), ends) else {
        let problem = Problem::new(StatusCode::BAD_REQUEST, format!("No holidays are known of the year {year}."));
        return Err(problem.mend(format!("Give a year from {} to {}.", YEARS.start(), YEARS.end())));
    };
    let world = &asker.world;
    let legal = |holiday: Holiday| HolidayRow {
        day: holiday.day,
        name: Some(holiday.name),
        in_lieu_of: holiday.in_lieu_of,
        source: Some(holiday.source),
        worked: false,
        history: Vec::new(),
    };
    let mut rows: BTreeMap<Date, HolidayRow> =
        legal_holidays(first, last).into_iter().map(|holiday| (holiday.day, legal(holiday))).collect();
    for (day, settings) in world.working_day_settings(first, last) {
        let row = rows.entry(day).or_insert(HolidayRow {
            day,
            name: None,
            in_lieu_of: None,
            source: None,
            worked: true,
            history: Vec::new(),
        });
        let named = |set: &WorkingDaySetting| WorkingDayChange {
            worked: set.worked,
            reason: set.reason.clone(),
            source: set.source.clone(),
            on: set.on,
            by: set.by.and_then(|id| world.accounts.get(id)).map(|account| account.name.clone()),
        };
        row.history = settings.iter().map(named).collect();
        row.worked = settings.last().map_or(row.worked, |set| set.worked);
    }
    Ok(Json(rows.into_values().collect()))
}
