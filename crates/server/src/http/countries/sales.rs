//! What a country bought, year by year as published, and what it will buy.
//!
//! Forecasts are made for all countries at once, for each learns from the others, and kept until a country's row changes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Json;
use axum::http::StatusCode;
use muster_caseflow::forecast::sales::{SalesForecast, SalesScore, sales_backtest, sales_forecast};
use muster_domain::partner::Measure;
use muster_domain::{Position, Text, World};
use muster_exchange::sales::{PublishedSale, published_sales, recorded, series};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::problem::{Answer, PathId, Problem};
use super::known;

/// Years forecast.
const AHEAD: i16 = 3;
/// How often a range is to hold.
const LEVEL: f64 = 0.8;
/// The first year from which the back-test forecasts: enough years before it for most countries.
const FIRST_ORIGIN: i16 = 2006;

/// A country's published sales and their forecast.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountrySales {
    /// Fiscal years from the first published to the last, without a gap: a year without a figure is missing, never zero.
    pub years: Vec<CountrySalesYear>,
    /// The next years; none where fewer than four years are published.
    pub forecast: Option<CountrySalesForecast>,
}

/// A fiscal year of published sales.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct CountrySalesYear {
    /// The fiscal year, from 1 October of the year before.
    pub fiscal_year: i16,
    /// Foreign military sales agreed, whole US dollars; negative is a reduction of earlier years. None: published nowhere
    /// we found, so missing.
    pub agreed_usd: Option<i64>,
    /// The row that says so: of what was imported, else of the reference table.
    pub source: Option<Text>,
    /// Delivered, whole US dollars, where that was imported.
    pub delivered_usd: Option<i64>,
    /// The row that says so.
    pub delivered_source: Option<Text>,
}

/// What a country will buy.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountrySalesForecast {
    /// The last year that is known of any country.
    pub as_of: i16,
    /// The last year that is known of this country.
    pub last: i16,
    /// How many years of this country are known.
    pub known: usize,
    /// How it is forecast: the method that did best on past years by rolling origin.
    pub method: String,
    /// On which scale the method works: `dollars` or `signed_log`.
    pub scale: String,
    /// Mean absolute scaled error of that method on the country's own past; under 1 is better than the naive forecast of
    /// one year ahead was on average.
    pub mase: Option<f64>,
    /// How many past forecasts of its own the choice rests on.
    pub trials: usize,
    /// How often the ranges are to hold, from 0 to 1.
    pub level: f64,
    /// Year by year.
    pub years: Vec<CountrySalesAhead>,
}

/// A year to come.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountrySalesAhead {
    /// The fiscal year.
    pub fiscal_year: i16,
    /// As the method says, US dollars.
    pub forecast_usd: f64,
    /// The least of the range, US dollars; none where too little was ever decided to say.
    pub from_usd: Option<f64>,
    /// The most of the range, US dollars.
    pub to_usd: Option<f64>,
    /// How often ranges so many years ahead held of all countries, forecast again from each year since FY2006 with what
    /// was known then; none where that was never seen.
    pub held: Option<f64>,
    /// How many such ranges.
    pub ranges: usize,
}

/// The forecasts of all countries for the figures they rest on.
#[derive(Default)]
pub(in super::super) struct SalesForecasts(Mutex<Option<(Position, Arc<Worked>)>>);

/// What is known of all countries, and what follows.
struct Worked {
    as_of: i16,
    published: BTreeMap<Text, BTreeMap<i16, PublishedSale>>,
    forecasts: BTreeMap<Text, SalesForecast>,
    scores: Vec<SalesScore>,
}

impl SalesForecasts {
    /// Those of the asker's World; made beside other requests where they are not kept.
    async fn of(&self, asker: &Asker) -> Answer<Arc<Worked>> {
        // Figures change with their country's row.
        let changed = asker.world.countries.rows().map(|(_, row)| row.changed).max().unwrap_or(Position(0));
        if let Some(worked) = self.kept(changed) {
            return Ok(worked);
        }
        let world = Arc::clone(&asker.world);
        let worked = tokio::task::spawn_blocking(move || Arc::new(Worked::of(&world)))
            .await
            .map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Forecasting sales failed; it was logged."))?;
        let mut held = self.0.lock().expect("no holder panics");
        if held.as_ref().is_none_or(|(of, _)| *of < changed) {
            *held = Some((changed, Arc::clone(&worked)));
        }
        Ok(worked)
    }

    fn kept(&self, changed: Position) -> Option<Arc<Worked>> {
        let held = self.0.lock().expect("no holder panics");
        held.as_ref().filter(|(of, _)| *of == changed).map(|(_, worked)| Arc::clone(worked))
    }
}

impl Worked {
    fn of(world: &World) -> Self {
        let published = published_sales(Some(world));
        let series = series(&published);
        let last = series.iter().filter_map(|one| one.years.keys().next_back()).max();
        let as_of = last.copied().unwrap_or(FIRST_ORIGIN);
        let forecasts = sales_forecast(&series, as_of, AHEAD, LEVEL);
        let forecasts = forecasts.into_iter().map(|one| (Text::from(one.key.as_str()), one)).collect();
        let scores = sales_backtest(&series, (FIRST_ORIGIN, as_of - 1), AHEAD, LEVEL).scores;
        Self { as_of, published, forecasts, scores }
    }

    fn forecast(&self, iso3: &Text) -> Option<CountrySalesForecast> {
        let one = self.forecasts.get(iso3)?;
        let ahead = |year: i16| self.scores.iter().find(|score| score.ahead == year - one.last && score.ranges > 0);
        let word = |key: &str| {
            let candidate = serde_json::to_value(one.candidate).ok();
            candidate.and_then(|candidate| candidate[key].as_str().map(str::to_owned)).unwrap_or_default()
        };
        let years = one.years.iter().map(|year| CountrySalesAhead {
            fiscal_year: year.year,
            forecast_usd: year.forecast,
            from_usd: year.range.map(|range| range.0),
            to_usd: year.range.map(|range| range.1),
            held: ahead(year.year).map(|score| score.coverage),
            ranges: ahead(year.year).map_or(0, |score| score.ranges),
        });
        Some(CountrySalesForecast {
            as_of: self.as_of,
            last: one.last,
            known: one.known,
            method: word("method"),
            scale: word("scale"),
            mase: one.mase,
            trials: one.trials,
            level: LEVEL,
            years: years.collect(),
        })
    }
}

/// A country's published sales by fiscal year, and what it will buy
///
/// From the reference tables (FY2001-16 and FY2020-24), and over them what was imported, each figure with its source.
#[utoipa::path(get, path = "/api/countries/{country}/sales", tag = "partner", params(("country" = String, Path, description = "ISO 3166 alpha-3 code, or the country's id")), responses(
    (status = 200, body = CountrySales), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn show(asker: Asker, PathId(code): PathId<String>) -> Answer<Json<CountrySales>> {
    let worked = asker.app.sales_forecasts.of(&asker).await?;
    let (_, country) = known(&asker.world, &code)?;
    let agreed = worked.published.get(&country.iso3).cloned().unwrap_or_default();
    let delivered = recorded(country, Measure::FmsDelivered);
    let years = || agreed.keys().chain(delivered.keys()).copied();
    let last = years().max().map_or(worked.as_of, |last| last.max(worked.as_of));
    let told = |of: &BTreeMap<i16, PublishedSale>, year: i16| {
        let told = of.get(&year);
        (told.map(|sale| sale.usd), told.map(|sale| sale.source.clone()))
    };
    let years = years().min().into_iter().flat_map(|first| first..=last).map(|fiscal_year| {
        let (agreed_usd, source) = told(&agreed, fiscal_year);
        let (delivered_usd, delivered_source) = told(&delivered, fiscal_year);
        CountrySalesYear { fiscal_year, agreed_usd, source, delivered_usd, delivered_source }
    });
    Ok(Json(CountrySales { years: years.collect(), forecast: worked.forecast(&country.iso3) }))
}
