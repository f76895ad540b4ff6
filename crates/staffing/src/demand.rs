//! The workload standard: a country's figures × the levers' minutes, over the hours a person is available, is the strength
//! *indicated*. Every number keeps the row it comes from.
//!
//! The shape (a fixed minimum team, drivers, available hours of a work-year) follows facts §5, "Workload in practice". No
//! public standard for SCOs exists: each coefficient is a lever, and [`CAUTION`] is shown wherever the result is.
//!
//! A country's work belongs to one SCO: of those existing on the day the one with most authorised billets, of equals the
//! one registered first. Any other SCO there is indicated the minimum team.

use muster_domain::kernel::{Date, FiscalYear};
use muster_domain::partner::Measure;
use muster_domain::policy::Lever;
use muster_domain::{CountryId, OfficeId, Text, World};
use serde::Serialize;

use crate::index::Load;

/// What must be said beside every indicated strength.
pub const CAUTION: &str = "No public workload standard for security cooperation organisations exists. Every coefficient is \
    a lever that an installation sets; an indicated strength is a model's output, not a requirement.";

const FORMULA: &str =
    "indicated = max(minimum team, hours a month × 12 / available hours a year, rounded up to whole people)";

/// What drives the work, by which lever, called what.
const DRIVERS: [(Measure, Lever, &str); 8] = [
    (Measure::OpenCases, Lever::OpenCaseMinutes, "Open cases in execution"),
    (Measure::DevelopmentCases, Lever::DevelopmentCaseMinutes, "Cases in development, writing or review"),
    (Measure::PreLorRequests, Lever::PreLorMinutes, "Pre-LOR requests"),
    (Measure::Notifications, Lever::NotificationMinutes, "Congressional notifications"),
    (Measure::TrainingLines, Lever::TrainingLineMinutes, "Training lines"),
    (Measure::Engagements, Lever::EngagementMinutes, "Engagements"),
    (Measure::EndUseItems, Lever::EndUseItemMinutes, "Items under enhanced end-use monitoring"),
    (Measure::Visits, Lever::VisitMinutes, "Visits"),
];

/// The strength that a country's work indicates, with everything it is made of.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Demand {
    /// The day asked.
    pub on: Date,
    /// Whose work.
    pub country: CountryId,
    /// The office that carries it; `None` where the country has no SCO on the day.
    pub carried_by: Option<OfficeId>,
    /// Hours of work a month.
    pub hours_month: f64,
    /// Hours a person is available in a year.
    pub available_hours_year: i64,
    /// The smallest team, in people.
    pub minimum_team: u32,
    /// The strength indicated, in whole people. For an office that does not carry the country's work: the minimum team.
    pub indicated: u32,
    /// What the hours come from.
    pub drivers: Vec<Driver>,
    /// Drivers of the standard for which the country has no figure, by title.
    pub missing: Vec<String>,
    /// How the strength follows from the hours.
    pub formula: String,
    /// What must be said beside it.
    pub caution: String,
}

/// One driver of the work.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Driver {
    /// What it counts.
    pub measure: Measure,
    /// The name people use.
    pub title: String,
    /// How many; a negative figure counts as none.
    pub count: i64,
    /// The fiscal year of the count: the latest known on the day.
    pub fiscal_year: FiscalYear,
    /// Minutes a month for each, by the lever.
    pub minutes_each: i64,
    /// The lever.
    pub lever: Lever,
    /// Hours a month: count × minutes / 60.
    pub hours_month: f64,
    /// The row the count comes from.
    pub source: Text,
    /// Whether the count was generated for demonstration rather than published.
    pub synthetic: bool,
}

/// The demand on an office: its country's. `None` for an office that is not an SCO existing on the day.
pub fn demand(world: &World, office: OfficeId, on: Date) -> Option<Demand> {
    let country = world.offices.get(office).filter(|facts| facts.existence.contains(on))?.country?;
    let mut demand = country_demand(world, country, on)?;
    if demand.carried_by != Some(office) {
        demand.indicated = demand.minimum_team;
    }
    Some(demand)
}

/// The demand of a country's work. `None` if there is no such country.
pub fn country_demand(world: &World, country: CountryId, on: Date) -> Option<Demand> {
    world.countries.get(country)?;
    let work = Workload::of(world, country, on);
    let missing = DRIVERS.iter().filter(|(measure, ..)| !work.drivers.iter().any(|driver| driver.measure == *measure));
    Some(Demand {
        on,
        country,
        carried_by: carrier(world, country, on),
        hours_month: hours(work.minutes_month()),
        available_hours_year: work.available_hours,
        minimum_team: work.minimum_team,
        indicated: work.load().indicated,
        missing: missing.map(|(_, _, title)| (*title).to_owned()).collect(),
        drivers: work.drivers,
        formula: FORMULA.to_owned(),
        caution: CAUTION.to_owned(),
    })
}

/// The SCO that carries the country's work on a day.
fn carrier(world: &World, country: CountryId, on: Date) -> Option<OfficeId> {
    let authorised = |office: &OfficeId| {
        let billets = world.rosters[*office].billets.iter();
        billets.filter(|id| world.billets[**id].on(on).is_some_and(|terms| terms.office == *office)).count()
    };
    world.scos_of(country, on).max_by_key(|office| (authorised(office), std::cmp::Reverse(*office)))
}

/// The work of a country on a day.
pub(crate) struct Workload {
    drivers: Vec<Driver>,
    minimum_team: u32,
    available_hours: i64,
}

impl Workload {
    pub(crate) fn of(world: &World, country: CountryId, on: Date) -> Self {
        let facts = &world.countries[country];
        let drivers = DRIVERS.iter().filter_map(|(measure, lever, title)| {
            let figure = facts.latest(*measure, on)?;
            let (count, minutes_each) = (figure.value.max(0), world.lever(*lever, on));
            Some(Driver {
                measure: *measure,
                title: (*title).to_owned(),
                count,
                fiscal_year: figure.fiscal_year,
                minutes_each,
                lever: *lever,
                hours_month: hours(count.saturating_mul(minutes_each)),
                source: figure.source.clone(),
                synthetic: figure.synthetic,
            })
        });
        Self {
            drivers: drivers.collect(),
            minimum_team: u32::try_from(world.lever(Lever::MinimumTeam, on)).unwrap_or(0),
            available_hours: world.lever(Lever::AvailableHours, on),
        }
    }

    fn minutes_month(&self) -> i64 {
        self.drivers.iter().fold(0, |sum, driver| sum.saturating_add(driver.count.saturating_mul(driver.minutes_each)))
    }

    /// Whole people, computed in minutes so that no rounding of hours decides between n and n + 1.
    pub(crate) fn load(&self) -> Load {
        let available_minutes = self.available_hours.saturating_mul(60).max(1);
        let minutes = self.minutes_month().saturating_mul(12);
        let people = minutes / available_minutes + i64::from(minutes % available_minutes > 0);
        let people = u32::try_from(people).unwrap_or(u32::MAX);
        Load { indicated: people.max(self.minimum_team), minimum_team: self.minimum_team }
    }
}

fn hours(minutes: i64) -> f64 {
    minutes as f64 / 60.0
}

/// What people call a driver of the standard; `None` for a measure that drives no work.
pub(crate) fn driver_title(measure: Measure) -> Option<&'static str> {
    DRIVERS.iter().find(|(driver, ..)| *driver == measure).map(|(_, _, title)| *title)
}
