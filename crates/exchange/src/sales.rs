//! What partners bought, as it was published: the reference tables, and over them what an installation imported.

use std::collections::BTreeMap;

use muster_caseflow::forecast::sales::Series;
use muster_domain::partner::{Country, Measure};
use muster_domain::{Text, World};

use crate::reference;

/// Foreign military sales of a country in a fiscal year, as published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedSale {
    /// Agreements or authorisations, whole US dollars; negative is a reduction of earlier years.
    pub usd: i64,
    /// The row it stands in.
    pub source: Text,
}

/// The published sales of every country by fiscal year, by ISO 3166 code. A year that is not there is *missing*: those of
/// FY2017-19 by country were published nowhere we found. What the World holds stands over the reference tables; figures
/// made up for demonstration are left out.
pub fn published_sales(world: Option<&World>) -> BTreeMap<Text, BTreeMap<i16, PublishedSale>> {
    let mut sales: BTreeMap<Text, BTreeMap<i16, PublishedSale>> = BTreeMap::new();
    let mut add = |iso3: &str, year, usd, source: String| {
        sales.entry(iso3.into()).or_default().insert(year, PublishedSale { usd, source: source.into() });
    };
    for row in reference::sales_history() {
        add(row.iso3.as_str(), row.fiscal_year, row.fms_usd, row.source_row());
    }
    for row in reference::sales() {
        if let Some(usd) = row.fms_usd {
            add(row.iso3.as_str(), row.fiscal_year, usd, row.source_row());
        }
    }
    for (_, country) in world.into_iter().flat_map(|world| world.countries.iter()) {
        let held = recorded(country, Measure::FmsAuthorised);
        if !held.is_empty() {
            sales.entry(country.iso3.clone()).or_default().extend(held);
        }
    }
    sales
}

/// The published figures of one measure that the World holds of a country, by fiscal year.
pub fn recorded(country: &Country, measure: Measure) -> BTreeMap<i16, PublishedSale> {
    let figures = country.figures.iter().filter(|figure| figure.measure == measure && !figure.synthetic);
    figures
        .map(|figure| (figure.fiscal_year.0, PublishedSale { usd: figure.value, source: figure.source.clone() }))
        .collect()
}

/// The same as series to forecast.
pub fn series(sales: &BTreeMap<Text, BTreeMap<i16, PublishedSale>>) -> Vec<Series> {
    // Dollars of a year are exact in a float.
    #[allow(clippy::cast_precision_loss, reason = "under 2^53")]
    let dollars = |sale: &PublishedSale| sale.usd as f64;
    sales
        .iter()
        .map(|(iso3, years)| Series {
            key: iso3.as_str().into(),
            years: years.iter().map(|(year, sale)| (*year, dollars(sale))).collect(),
        })
        .collect()
}
