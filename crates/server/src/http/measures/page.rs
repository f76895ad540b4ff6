//! One measure: its trend, a quarter of it by group, and the rows that the quarter counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::http::StatusCode;
use muster_caseflow::measures::{MeasureDefinition, Observed, Quarter, figure, trend};
use muster_domain::cases::CaseNumber;
use muster_domain::{AccountId, CaseId, Date, OfficeId, Text, World};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{BilletName, CountryName, Names, OfficeName};
use super::super::problem::{Answer, Params, PathId, Problem};
use super::list::{MeasureRow, QUARTERS, point, row};
use super::measured::{Counted, Measured, Seen};

/// Rows shown at most.
const MOST: usize = 200;

/// By what a quarter is divided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in super::super) enum MeasureBy {
    /// The office that works the case, or whose billet it is.
    #[default]
    Office,
    /// Its command or agency.
    Command,
    /// The group of time goals; of cases only.
    Category,
    /// The implementing agency's letter; of cases only.
    Agency,
    /// The purchaser's country, or the office's.
    Country,
}

/// What is asked of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct MeasureFilter {
    /// By what the quarter is divided; by office unless given.
    #[param(inline)]
    by: Option<MeasureBy>,
    /// The quarter, such as `2026Q3`; the last one that is over unless given.
    #[param(max_length = 6)]
    quarter: Option<String>,
}

/// What a kept answer is kept by.
pub(in super::super) type MeasureKey = (AccountId, String, MeasureFilter);

/// A group of a quarter.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasureGroup {
    /// The group.
    pub group: Text,
    /// The country that it is, by country.
    pub country: Option<CountryName>,
    /// Its figure.
    pub value: Option<f64>,
    /// How many cases or billets it counts.
    pub count: usize,
    /// How many of them are not over.
    pub running: usize,
}

/// A case as a measure names it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasuredCase {
    /// Its id.
    pub id: CaseId,
    /// Its identifier.
    #[schema(value_type = CaseNumber)]
    pub number: CaseNumber,
    /// What is bought, in short.
    pub title: Text,
}

/// A row that the quarter's figure counts.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasureSourceRow {
    /// The case; none where a billet is counted.
    pub case: Option<MeasuredCase>,
    /// The billet; none where a case is counted.
    pub billet: Option<BilletName>,
    /// The office that works it, or whose it is.
    pub office: OfficeName,
    /// The day that puts it into the quarter.
    pub on: Date,
    /// What it counts with, in the measure's unit; of a share 1 or 0.
    pub value: f64,
    /// Whether it is not over.
    pub running: bool,
}

/// One measure.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasurePage {
    /// The measure with its trend.
    #[serde(flatten)]
    pub measure: MeasureRow,
    /// Whether what is measured is made up for demonstration.
    pub synthetic: bool,
    /// The quarter shown.
    pub quarter: String,
    /// By what it is divided.
    pub by: MeasureBy,
    /// The quarter by group, those that count most first.
    pub groups: Vec<MeasureGroup>,
    /// The rows that the quarter counts, those that weigh against it most first.
    pub rows: Vec<MeasureSourceRow>,
    /// How many rows there are.
    pub total: usize,
}

/// One measure: its trend by quarter, a quarter by group, and the rows that it counts
#[utoipa::path(get, path = "/api/measures/{measure}", tag = "measures",
    params(("measure" = String, Path, description = "The measure's name"), MeasureFilter), responses(
    (status = 200, body = MeasurePage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn page(
    asker: Asker,
    PathId(id): PathId<String>,
    Params(filter): Params<MeasureFilter>,
) -> Answer<Json<Arc<MeasurePage>>> {
    let found = Measured::all().find(|(_, definition)| definition.id == id);
    let (measured, definition) = found.ok_or_else(Problem::not_found)?;
    let quarters = Quarter::up_to(asker.today, QUARTERS);
    let quarter = match &filter.quarter {
        Some(text) => text.parse::<Quarter>().ok().filter(|quarter| quarters.contains(quarter)).ok_or_else(|| {
            let problem = Problem::new(StatusCode::BAD_REQUEST, format!("{text} is no quarter of the trend."));
            problem.mend(format!("Give one from {} to {}.", quarters[0], quarters[QUARTERS - 1]))
        })?,
        None => Quarter::of(asker.today).before(),
    };
    let (seen, names, by) = (Seen::of(&asker), Names::of(&asker), filter.by.unwrap_or_default());
    let asked = Asked { measured, definition, quarters, quarter, by };
    let work = move || Ok::<_, Problem>(asked.answer(&seen, &names));
    let key = (asker.account, id, filter);
    asker.app.measure.worked_out(&asker, key, "Measuring", work).await.map(Json)
}

/// What is asked of which measure.
struct Asked {
    measured: Measured,
    definition: &'static MeasureDefinition,
    quarters: Vec<Quarter>,
    quarter: Quarter,
    by: MeasureBy,
}

impl Asked {
    fn answer(&self, seen: &Seen, names: &Names) -> MeasurePage {
        let observed = seen.observed(self.measured, &self.quarters);
        let figures = trend(self.definition.statistic, &observed, &self.quarters);
        let mut rows: Vec<&Observed<Counted>> =
            observed.iter().filter(|one| Quarter::of(one.day) == self.quarter).collect();
        let total = rows.len();
        let groups = self.groups(seen, &rows);
        rows.sort_by(|a, b| {
            let order = b.value.total_cmp(&a.value);
            if self.definition.rising_is_good { order.reverse() } else { order }
        });
        rows.truncate(MOST);
        MeasurePage {
            measure: row(self.definition, figures.iter().map(|one| point(one, seen.today)).collect()),
            synthetic: seen.world().is_synthetic(),
            quarter: self.quarter.to_string(),
            by: self.by,
            groups,
            rows: rows.into_iter().map(|one| source_row(names, one)).collect(),
            total,
        }
    }

    fn groups(&self, seen: &Seen, rows: &[&Observed<Counted>]) -> Vec<MeasureGroup> {
        let mut groups: BTreeMap<Text, Vec<&Observed<Counted>>> = BTreeMap::new();
        for one in rows {
            groups.entry(group(seen.world(), one.subject, self.by, seen.today)).or_default().push(one);
        }
        let by_country = self.by == MeasureBy::Country;
        let country = |one: &&Observed<Counted>| country_of(seen.world(), one.subject).filter(|_| by_country);
        let shown = |(group, own): (Text, Vec<&Observed<Counted>>)| MeasureGroup {
            group,
            country: own.first().and_then(country),
            value: figure(self.definition.statistic, &own),
            count: own.len(),
            running: own.iter().filter(|one| one.running).count(),
        };
        let mut shown: Vec<MeasureGroup> = groups.into_iter().map(shown).collect();
        shown.sort_by_key(|group| std::cmp::Reverse(group.count));
        shown
    }
}

fn office_of(world: &World, counted: Counted) -> OfficeId {
    match counted {
        Counted::Case(case) => world.cases[case].office,
        Counted::Billet(_, office) => office,
    }
}

fn country_of(world: &World, counted: Counted) -> Option<CountryName> {
    let id = match counted {
        Counted::Case(case) => world.cases[case].country,
        Counted::Billet(_, office) => world.offices[office].country?,
    };
    let country = world.countries.get(id)?;
    Some(CountryName { id, iso3: country.iso3.clone(), name: country.name.clone() })
}

/// The group that something belongs to; what a billet has none of is said as such.
fn group(world: &World, counted: Counted, by: MeasureBy, today: Date) -> Text {
    let office = office_of(world, counted);
    let code = |office: OfficeId| world.offices[office].code.clone();
    match (by, counted) {
        (MeasureBy::Category, Counted::Case(case)) => world.cases[case].category.letter().into(),
        (MeasureBy::Agency, Counted::Case(case)) => world.cases[case].number.agency().to_string().into(),
        (MeasureBy::Country, _) => {
            country_of(world, counted).map_or_else(|| "No country".into(), |country| country.name)
        }
        (MeasureBy::Command, _) => code(world.command_of(office, today)),
        (MeasureBy::Office, _) => code(office),
        (MeasureBy::Category | MeasureBy::Agency, Counted::Billet(..)) => "Not of billets".into(),
    }
}

fn source_row(names: &Names, one: &Observed<Counted>) -> MeasureSourceRow {
    let world = &names.world;
    let (case, billet) = match one.subject {
        Counted::Case(id) => {
            let case = &world.cases[id];
            (Some(MeasuredCase { id, number: case.number, title: case.title.clone() }), None)
        }
        Counted::Billet(id, _) => (None, Some(names.billet(id, one.day))),
    };
    let office = names.office(office_of(world, one.subject));
    MeasureSourceRow { case, billet, office, on: one.day, value: one.value, running: one.running }
}
