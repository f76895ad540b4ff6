//! Shortages added up: by command, workforce, grade band, specialty, certificate and language.

use std::collections::BTreeMap;

use muster_domain::World;
use muster_domain::workforce::ServiceCoding;
use serde::{Deserialize, Serialize};

use super::count::{Cell, Counted};
use super::roll::Stock;
use super::{OUTLOOK_YEARS, OutlookNeed, OutlookYear, Rolls, Sum};

/// By what shortages are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutlookBy {
    /// The command or agency the office belongs to today.
    Command,
    /// Who may fill the billets.
    Workforce,
    /// The billets' grade band.
    GradeBand,
    /// People with this specialty.
    Specialty,
    /// Holders of a certificate in this functional area.
    Certificate,
    /// Speakers of this language.
    Language,
}

/// One command, workforce, band, specialty, certificate or language over the years.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutlookGroup {
    /// By what.
    pub by: OutlookBy,
    /// Its name.
    pub name: String,
    /// Each of the days.
    pub years: Vec<OutlookYear>,
}

/// Every group, most missing at the end first within each kind.
pub(super) fn groups(world: &World, counted: &Counted, stock: &Stock, rolls: &Rolls) -> Vec<OutlookGroup> {
    let mut sums: BTreeMap<(OutlookBy, String), Sum> = BTreeMap::new();
    for (at, cell) in counted.cells.iter().enumerate() {
        let shown = rolls.sum(stock, counted, at, |bucket| bucket.command.is_some());
        let mut add = |by, name: String, sum: &Sum| sums.entry((by, name)).or_default().add(sum);
        match &cell.need {
            OutlookNeed::Anybody => {
                add(OutlookBy::Workforce, coding(cell.coding).to_owned(), &shown);
                add(OutlookBy::GradeBand, cell.band.title().to_owned(), &shown);
                for command in cell.buckets.iter().filter_map(|bucket| bucket.command) {
                    let sum = rolls.sum(stock, counted, at, |bucket| bucket.command == Some(command));
                    add(OutlookBy::Command, world.offices[command].name.to_string(), &sum);
                }
            }
            OutlookNeed::Specialty(name) => add(OutlookBy::Specialty, name.to_string(), &shown),
            OutlookNeed::Certificate(area) => add(OutlookBy::Certificate, area.title().to_owned(), &shown),
            OutlookNeed::Language(language) => add(OutlookBy::Language, language.to_string(), &shown),
        }
    }
    let mut sums: Vec<_> = sums.into_iter().filter(|(_, sum)| sum.demand.iter().any(|demand| *demand > 0)).collect();
    sums.sort_by(|((by, name), sum), ((other_by, other_name), other)| {
        (by, -sum.missing[OUTLOOK_YEARS], name).cmp(&(other_by, -other.missing[OUTLOOK_YEARS], other_name))
    });
    sums.into_iter().map(|((by, name), sum)| OutlookGroup { by, name, years: sum.years() }).collect()
}

impl Cell {
    /// Who is wanted, in words.
    pub(super) fn title(&self) -> String {
        let who = format!("{}, {}", coding(self.coding), self.band.title());
        match &self.need {
            OutlookNeed::Anybody => who,
            OutlookNeed::Specialty(name) => format!("{who}, specialty {name}"),
            OutlookNeed::Certificate(area) => format!("{who}, certificate in {}", area.title()),
            OutlookNeed::Language(language) => format!("{who}, {language}"),
        }
    }
}

/// Who may fill, in words.
fn coding(coding: ServiceCoding) -> &'static str {
    match coding {
        ServiceCoding::Only(service) => service.title(),
        ServiceCoding::AnyMilitary => "Any military service",
        ServiceCoding::MilitaryOrCivilian => "Military or civilian",
    }
}
