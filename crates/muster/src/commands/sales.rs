//! `muster sales`: what partners bought, and what they will buy.

use clap::Subcommand;
use muster_caseflow::forecast::sales::{
    SalesBacktest, SalesForecast, SalesScore, Series, sales_backtest, sales_forecast,
};
use muster_domain::Date;
use muster_exchange::Iso3;
use muster_exchange::sales::{published_sales, series};
use muster_journal::Location;
use serde::Serialize;

use crate::installation::Place;
use crate::output::{NOTHING, Output, or_nothing, percent, table};

/// Forecast what partners buy, with how earlier forecasts turned out
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  muster sales forecast --country POL --ahead 3")]
pub struct Args {
    #[command(subcommand)]
    question: Asked,
}

#[derive(Debug, Subcommand)]
enum Asked {
    Forecast(Forecast),
}

/// Forecast what each country will buy, with ranges, and hold such forecasts against what came
///
/// From the published figures in reference/ (foreign military sales, FY2001-16 and FY2020-24; FY2017-19 by country are
/// missing, never zero); with --db what was imported there stands over them. Each series has the method that did best on its own past by rolling origin. The back-test
/// makes the forecasts of each year since FY2006 again with what was known then. With --json: forecasts and backtest.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster sales forecast
  muster sales forecast --country SAU --country POL --ahead 5 --level 0.9
  muster sales forecast --as-of 2016 --json
  muster sales forecast --country JOR --db muster.db")]
pub struct Forecast {
    /// Only this country, by its ISO 3166 code; may be repeated [default: the thirty that bought most]
    #[arg(long = "country", value_name = "CODE")]
    countries: Vec<Iso3>,
    /// The last fiscal year that is to be known [default: the last published]
    #[arg(long, value_name = "YEAR")]
    as_of: Option<i16>,
    /// Years ahead
    #[arg(long, default_value_t = 2, value_name = "YEARS", value_parser = clap::value_parser!(i16).range(1..=5))]
    ahead: i16,
    /// How often a range is to hold
    #[arg(long, default_value_t = 0.8, value_parser = super::cases::level)]
    level: f64,
    /// A database whose imported sales stand over the reference tables: a file, or postgres://user@host/name
    #[arg(long, env = "MUSTER_DB", hide_env_values = true, value_name = "FILE|URL")]
    db: Option<Location>,
    /// The day that counts as today in that database [default: the day a demo was made for, else the real one]
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

#[derive(Serialize)]
struct Answer {
    source: String,
    forecasts: Vec<SalesForecast>,
    backtest: SalesBacktest,
}

const SOURCE: &str = "reference/sales_history.csv (FY2001-16), reference/sales.csv (FY2020-24)";
const IMPORTED: &str = ", and what was imported over them";
/// The first year from which the back-test forecasts: enough years before it for most countries.
const FIRST_ORIGIN: i16 = 2006;

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    let Asked::Forecast(args) = args.question;
    let sales = match args.db.clone() {
        Some(db) => {
            let installation = Place { db, today: args.today }.open().await?;
            let sales = published_sales(Some(&installation.world()));
            installation.close().await;
            sales
        }
        None => published_sales(None),
    };
    let series = series(&sales);
    for country in &args.countries {
        anyhow::ensure!(
            series.iter().any(|one| one.key == country.as_str()),
            "no sales are published for {country}; give the ISO 3166 code of a partner, such as POL"
        );
    }
    let last = series.iter().filter_map(|one| one.years.keys().next_back()).max().copied().unwrap_or(FIRST_ORIGIN);
    let as_of = args.as_of.unwrap_or(last).min(last);
    let mut forecasts = sales_forecast(&series, as_of, args.ahead, args.level);
    forecasts
        .retain(|one| args.countries.is_empty() || args.countries.iter().any(|country| one.key == country.as_str()));
    let backtest = sales_backtest(&series, (FIRST_ORIGIN, as_of - 1), args.ahead, args.level);
    let imported = if args.db.is_some() { IMPORTED } else { "" };
    let answer = Answer { source: format!("{SOURCE}{imported}"), forecasts, backtest };
    output.show(&answer, |answer| text(answer, &args, &series))
}

fn text(answer: &Answer, args: &Forecast, series: &[Series]) -> String {
    let mut shown: Vec<&SalesForecast> = answer.forecasts.iter().collect();
    let bought = |one: &SalesForecast| {
        let of = series.iter().find(|series| series.key == one.key);
        of.map_or(0.0, |series| series.years.values().sum::<f64>())
    };
    shown.sort_by(|a, b| bought(b).total_cmp(&bought(a)));
    shown.truncate(if args.countries.is_empty() { 30 } else { usize::MAX });
    let rows = shown.iter().flat_map(|one| {
        one.years.iter().map(move |year| {
            let range = year
                .range
                .map_or_else(|| NOTHING.to_owned(), |(from, to)| format!("{} to {}", millions(from), millions(to)));
            let method = serde_json::to_value(one.candidate).ok();
            let word =
                |key: &str| method.as_ref().and_then(|method| method[key].as_str()).unwrap_or("").replace('_', " ");
            [
                one.key.to_string(),
                format!("FY{}", year.year),
                millions(year.forecast),
                range,
                format!("FY{} {}", one.last, millions(one.last_amount)),
                format!("{}, {}", word("method"), word("scale")),
                or_nothing(one.mase.map(|mase| format!("{mase:.2}"))),
            ]
        })
    });
    let header = ["country", "year", "forecast", "range", "last known", "method", "MASE"];
    let mut text =
        format!("Million US dollars; ranges to hold {}. Source: {}\n", percent(Some(args.level)), answer.source);
    text += &table(header, rows);
    let (from, to) = answer.backtest.origins;
    text += &format!("\n\nBack-test: from each year FY{from} to FY{to} with what was known then\n");
    let header = ["years ahead", "forecasts", "countries", "MASE", "naive", "drift", "ranges hold", "score", "naive's"];
    text + &table(header, answer.backtest.scores.iter().map(score))
}

fn score(score: &SalesScore) -> [String; 9] {
    let [chosen, naive, drift] = score.mase.map(|mase| format!("{mase:.2}"));
    [
        score.ahead.to_string(),
        score.count.to_string(),
        score.series.to_string(),
        chosen,
        naive,
        drift,
        percent(Some(score.coverage)),
        format!("{:.2}", score.interval_score),
        format!("{:.2}", score.naive_interval_score),
    ]
}

fn millions(dollars: f64) -> String {
    format!("{:.1}", dollars / 1e6)
}
