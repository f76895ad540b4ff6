//! The workload standard: what drives a country's work × the levers' minutes, over the hours a person is available, is the
//! strength *indicated*. Every number keeps the row it comes from.
//!
//! The shape (a fixed minimum team, drivers, available hours of a work-year) follows facts §5, "Workload in practice". No
//! public standard for SCOs exists: each coefficient is a lever, and [`CAUTION`] is shown wherever the result is.
//!
//! Cases in execution and in development are counted on record, as they stood on the day ([`CaseCounts`] says which those
//! are), and the yearly figure stands beside the count. A country of which no case is open on the day counts by its yearly
//! figures: nothing there says whether it has none or none was loaded. So does every country on days on which the lever
//! *count_cases* is 0, for an installation that holds only some of its cases. The other drivers are yearly figures.
//!
//! A country's work belongs to one SCO: of those existing on the day the one with most authorised billets, of equals the
//! one registered first. Any other SCO there is indicated the minimum team.

use muster_domain::kernel::Date;
use muster_domain::partner::{Figure, Measure};
use muster_domain::policy::Lever;
use muster_domain::workforce::DriverBasis;
use muster_domain::{CountryId, OfficeId, World};
use serde::Serialize;

use crate::caseload::CaseCounts;
use crate::index::{Load, StaffingIndex};

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
    /// Drivers of the standard for which the country has no figure and no cases are counted, by title.
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
    /// What the count rests on.
    pub basis: DriverBasis,
    /// Minutes a month for each, by the lever.
    pub minutes_each: i64,
    /// The lever.
    pub lever: Lever,
    /// Hours a month: count × minutes / 60.
    pub hours_month: f64,
    /// Whether what was counted was generated for demonstration.
    pub synthetic: bool,
}

/// The demand on an office: its country's. `None` for an office that is not an SCO existing on the day.
///
/// Counts the cases of the country one by one; [`StaffingIndex::demand`] knows them.
pub fn demand(world: &World, office: OfficeId, on: Date) -> Option<Demand> {
    let country = served(world, office, on)?;
    office_demand(world, office, country, on, CaseCounts::of(world, country, on))
}

/// The demand of a country's work. `None` if there is no such country.
///
/// Counts the cases of the country one by one; [`StaffingIndex::country_demand`] knows them.
pub fn country_demand(world: &World, country: CountryId, on: Date) -> Option<Demand> {
    explained(world, country, on, CaseCounts::of(world, country, on))
}

impl StaffingIndex {
    /// [`demand`] on an office of the World that the index was made of.
    pub fn demand(&self, world: &World, office: OfficeId, on: Date) -> Option<Demand> {
        let country = served(world, office, on)?;
        office_demand(world, office, country, on, self.cases(country, on))
    }

    /// [`country_demand`] in the World that the index was made of.
    pub fn country_demand(&self, world: &World, country: CountryId, on: Date) -> Option<Demand> {
        explained(world, country, on, self.cases(country, on))
    }
}

/// The country whose work an office that exists on the day may carry.
pub(crate) fn served(world: &World, office: OfficeId, on: Date) -> Option<CountryId> {
    world.offices.get(office).filter(|facts| facts.existence.contains(on))?.country
}

/// The demand on an office that serves a country with these cases.
pub(crate) fn office_demand(
    world: &World,
    office: OfficeId,
    country: CountryId,
    on: Date,
    cases: CaseCounts,
) -> Option<Demand> {
    let mut demand = explained(world, country, on, cases)?;
    if demand.carried_by != Some(office) {
        demand.indicated = demand.minimum_team;
    }
    Some(demand)
}

/// The demand of a country with these cases.
fn explained(world: &World, country: CountryId, on: Date, cases: CaseCounts) -> Option<Demand> {
    world.countries.get(country)?;
    let work = Workload::of(world, country, on);
    let drivers = work.drivers(cases, world.is_synthetic());
    let missing = DRIVERS.iter().filter(|(measure, ..)| !drivers.iter().any(|driver| driver.measure == *measure));
    Some(Demand {
        on,
        country,
        carried_by: carrier(world, country, on),
        hours_month: hours(work.minutes_month(cases)),
        available_hours_year: work.available_hours,
        minimum_team: work.minimum_team,
        indicated: work.load(cases).indicated,
        missing: missing.map(|(_, _, title)| (*title).to_owned()).collect(),
        drivers,
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

/// A driver of the work of a country on a day, but for the cases.
struct Work<'a> {
    measure: Measure,
    title: &'static str,
    lever: Lever,
    minutes_each: i64,
    /// The latest yearly figure.
    figure: Option<&'a Figure>,
}

/// What the standard says of a country's work on a day, whatever its cases.
pub(crate) struct Workload<'a> {
    works: [Work<'a>; DRIVERS.len()],
    /// Whether cases on record count.
    count_cases: bool,
    minimum_team: u32,
    available_hours: i64,
}

impl<'a> Workload<'a> {
    pub(crate) fn of(world: &'a World, country: CountryId, on: Date) -> Self {
        let facts = &world.countries[country];
        let work = |(measure, lever, title)| Work {
            measure,
            title,
            lever,
            minutes_each: world.lever(lever, on),
            figure: facts.latest(measure, on),
        };
        Self {
            works: DRIVERS.map(work),
            count_cases: world.lever(Lever::CountCases, on) == 1,
            minimum_team: u32::try_from(world.lever(Lever::MinimumTeam, on)).unwrap_or(0),
            available_hours: world.lever(Lever::AvailableHours, on),
        }
    }

    /// How many cases a driver counts, where it counts cases on record.
    fn on_record(&self, work: &Work<'_>, cases: CaseCounts) -> Option<i64> {
        let counts = self.count_cases && cases.open > 0;
        match work.measure {
            Measure::OpenCases if counts => Some(cases.execution.into()),
            Measure::DevelopmentCases if counts => Some(cases.development.into()),
            _ => None,
        }
    }

    /// How many a driver counts; `None` where nothing is known.
    fn count(&self, work: &Work<'_>, cases: CaseCounts) -> Option<i64> {
        self.on_record(work, cases).or_else(|| work.figure.map(|figure| figure.value.max(0)))
    }

    fn drivers(&self, cases: CaseCounts, synthetic: bool) -> Vec<Driver> {
        let driver = |work: &Work<'_>| {
            let count = self.count(work, cases)?;
            let (basis, synthetic) = match (self.on_record(work, cases), work.figure) {
                (Some(_), figure) => (DriverBasis::CasesOnRecord { figure: figure.cloned() }, synthetic),
                (None, figure) => (DriverBasis::YearlyFigure { figure: figure?.clone() }, figure?.synthetic),
            };
            Some(Driver {
                measure: work.measure,
                title: work.title.to_owned(),
                count,
                basis,
                minutes_each: work.minutes_each,
                lever: work.lever,
                hours_month: hours(count.saturating_mul(work.minutes_each)),
                synthetic,
            })
        };
        self.works.iter().filter_map(driver).collect()
    }

    fn minutes_month(&self, cases: CaseCounts) -> i64 {
        self.works.iter().fold(0, |sum: i64, work| {
            let count = self.count(work, cases).unwrap_or(0);
            sum.saturating_add(count.saturating_mul(work.minutes_each))
        })
    }

    /// Whole people, computed in minutes so that no rounding of hours decides between n and n + 1.
    pub(crate) fn load(&self, cases: CaseCounts) -> Load {
        let available_minutes = self.available_hours.saturating_mul(60).max(1);
        let minutes = self.minutes_month(cases).saturating_mul(12);
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
