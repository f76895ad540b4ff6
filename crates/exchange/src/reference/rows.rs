//! The row of each reference table. Money in whole US dollars, allowances in percent, weights in pounds.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use crate::Iso3;

/// A partner country (`countries.csv`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Country {
    /// Code that joins every table.
    pub iso3: Iso3,
    /// ISO 3166 two-letter code.
    pub iso2: String,
    /// ISO 3166 numeric code with leading zeros, as map files use it; `None` for Kosovo.
    pub iso_numeric: Option<String>,
    /// Name in English.
    pub name: String,
    /// DSCA purchaser codes, the country's own first; several where a ministry or program buys apart.
    #[serde(deserialize_with = "list")]
    pub purchaser_codes: Vec<String>,
    /// Code of the combatant command whose area it lies in.
    pub command: String,
    /// Regional bureau of the Department of State (`EUR`, `NEA` …).
    pub region: String,
    /// City of the US mission; `None` where there is none.
    pub post: Option<String>,
    /// Latitude of the post, degrees north.
    pub lat: Option<f64>,
    /// Longitude of the post, degrees east.
    pub lon: Option<f64>,
    /// Working languages by their code in [`super::languages`], the principal one first; never empty.
    #[serde(deserialize_with = "list")]
    pub languages: Vec<String>,
    /// People.
    pub population: Option<u64>,
    /// Hardship differential at the post, 0-35 % of base pay.
    pub hardship_pct: Option<u8>,
    /// Danger pay at the post, 0, 15, 25 or 35 % of base pay.
    pub danger_pct: Option<u8>,
    /// Cost-of-living allowance at the post, % of spendable income.
    pub cola_pct: Option<u8>,
    /// US active-duty members in the country in 2024; `None`: not reported, so no ceiling.
    pub us_active_duty_2024: Option<u32>,
    /// US defense civilians in the country in 2024; `None`: none or not reported.
    pub us_civilian_2024: Option<u32>,
}

/// What a country was authorised to buy in one fiscal year (`sales.csv`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Sales {
    /// Country.
    pub iso3: Iso3,
    /// US fiscal year.
    pub fiscal_year: i16,
    /// Foreign Military Sales; negative is a reduction of earlier years, `None` not reported.
    pub fms_usd: Option<i64>,
    /// Foreign Military Financing; negative is a reduction of earlier years, `None` not reported.
    pub fmf_usd: Option<i64>,
}

/// What a country agreed to buy in one fiscal year before the sales book's own years (`sales_history.csv`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SalesHistory {
    /// Country.
    pub iso3: Iso3,
    /// US fiscal year, 2001 to 2016.
    pub fiscal_year: i16,
    /// Foreign Military Sales agreements; negative is a reduction of earlier years.
    pub fms_usd: i64,
}

/// Training of a country's forces reported for one fiscal year (`training.csv`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Training {
    /// Country.
    pub iso3: Iso3,
    /// US fiscal year.
    pub fiscal_year: i16,
    /// Training activities.
    pub lines: u32,
    /// Students.
    pub students: u32,
    /// Cost.
    pub cost_usd: i64,
}

/// Congressional notifications of one year (`notifications.csv`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Notifications {
    /// Country.
    pub iso3: Iso3,
    /// Calendar year of the transmittal number.
    pub year: i16,
    /// Distinct transmittal numbers, in order.
    #[serde(deserialize_with = "list")]
    pub numbers: Vec<String>,
}

/// A combatant command (`commands.csv`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Command {
    /// Short name, `EUCOM`.
    pub code: String,
    /// Full name.
    pub name: String,
    /// City of its headquarters.
    pub headquarters: String,
    /// Country of that city; none in the United States.
    pub country: Option<Iso3>,
    /// IANA time zone of its headquarters.
    pub time_zone: String,
    /// Latitude of that city, degrees north.
    pub lat: f64,
    /// Longitude of that city, degrees east.
    pub lon: f64,
    /// Where the row comes from.
    pub source: String,
}

/// What part an agency has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgencyKind {
    /// The defense agency the service belongs to.
    Agency,
    /// The service's own headquarters.
    Headquarters,
    /// The schoolhouse.
    School,
    /// Writes and executes cases.
    ImplementingAgency,
    /// Pays, accounts, or holds functions of its own at posts.
    SupportAgency,
}

/// An agency in the United States (`agencies.csv`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Agency {
    /// Short name.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Its part.
    pub kind: AgencyKind,
    /// Its letter in a case identifier, where it has one.
    pub ia_letter: Option<char>,
    /// City.
    pub place: String,
    /// IANA time zone of that city.
    pub time_zone: String,
    /// Latitude of that city, degrees north.
    pub lat: f64,
    /// Longitude of that city, degrees east.
    pub lon: f64,
    /// Where the row comes from and what in it is unconfirmed.
    pub source: String,
}

/// What a country's security cooperation office is called (`designations.csv`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Designation {
    /// Country.
    pub iso3: Iso3,
    /// Short form, `JUSMAG-K`.
    pub designation: String,
    /// Written out.
    pub designation_name: String,
    /// Where the row comes from and what in it is unconfirmed.
    pub source: String,
}

/// A country where law authorises more than six members (`section515.csv`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Section515 {
    /// Country.
    pub iso3: Iso3,
    /// The law.
    pub source: String,
}

/// What a post pays (`differentials.csv`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Differential {
    /// Country.
    pub iso3: Iso3,
    /// City, or `Other` for the rest of the country.
    pub post: String,
    /// Hardship differential, 0-35 % of base pay.
    pub hardship_pct: u8,
    /// Danger pay, 0, 15, 25 or 35 % of base pay.
    pub danger_pct: u8,
    /// Cost-of-living allowance, % of spendable income.
    pub cola_pct: u8,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// Date of the table it is taken from.
    pub effective_from: Date,
}

/// Civilian base pay (`gs_pay.csv`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GsPay {
    /// Calendar year.
    pub year: i16,
    /// `GS-1` to `GS-15`.
    pub grade: String,
    /// 1 to 10.
    pub step: u8,
    /// A year, before locality pay.
    pub annual_usd: i64,
}

/// Household goods allowance (`weight_allowances.csv`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct WeightAllowance {
    /// `E-1` … `O-10`; `GS` is every civilian.
    pub grade: String,
    /// Without dependents.
    pub alone_lb: u32,
    /// With dependents.
    pub with_dependents_lb: u32,
    /// Professional gear, on top.
    pub pro_gear_lb: u32,
    /// Spouse's professional gear, on top.
    pub pro_gear_spouse_lb: u32,
}

/// How long a language takes an English speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum LanguageCategory {
    /// 26 weeks.
    I,
    /// 35 weeks.
    II,
    /// 48 weeks.
    III,
    /// 64 weeks.
    IV,
}

/// A language (`languages.csv`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Language {
    /// Name in English.
    pub language: String,
    /// Category; `None` for English.
    pub category: Option<LanguageCategory>,
    /// Length of the basic course, weeks; `None` for English.
    pub course_weeks: Option<u8>,
    /// ISO 639 code, two letters where there are two.
    pub iso: String,
    /// Where the category comes from and whether it is unconfirmed.
    pub source: String,
}

impl Country {
    /// Where the row stands.
    pub fn source_row(&self) -> String {
        format!("reference/countries.csv#{}", self.iso3)
    }
}

impl Sales {
    /// Where the row stands.
    pub fn source_row(&self) -> String {
        format!("reference/sales.csv#{}-{}", self.iso3, self.fiscal_year)
    }
}

impl SalesHistory {
    /// Where the row stands.
    pub fn source_row(&self) -> String {
        format!("reference/sales_history.csv#{}-{}", self.iso3, self.fiscal_year)
    }
}

impl Training {
    /// Where the row stands.
    pub fn source_row(&self) -> String {
        format!("reference/training.csv#{}-{}", self.iso3, self.fiscal_year)
    }
}

impl Notifications {
    /// Where the row stands.
    pub fn source_row(&self) -> String {
        format!("reference/notifications.csv#{}-{}", self.iso3, self.year)
    }
}

fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    Ok(text.split(';').filter(|item| !item.is_empty()).map(str::to_owned).collect())
}
