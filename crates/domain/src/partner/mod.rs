//! Partner countries: their published figures, priority, and what the law authorises there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{CountryId, Date, FiscalYear, OfficeId, Period, Position, Text, Timeline};
use crate::organization::OfficeKind;
use crate::world::World;

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Foreign military sales authorised, whole US dollars; negative is a reduction.
    FmsAuthorised,
    /// Foreign military financing authorised, whole US dollars; negative is a reduction.
    FmfAuthorised,
    /// Training lines of the year.
    TrainingLines,
    /// Students trained in the year.
    TrainingStudents,
    /// Cost of training, whole US dollars.
    TrainingCost,
    /// Congressional notifications of the calendar year that ends the fiscal year.
    Notifications,
    /// US active-duty members in the country, all missions: a ceiling, never the strength of an office.
    UsActiveDuty,
    /// US defense civilians in the country, all missions.
    UsCivilians,
    /// Open cases in execution.
    OpenCases,
    /// Cases in development, writing or review.
    DevelopmentCases,
    /// Pre-LOR requests.
    PreLorRequests,
    /// Engagements of the year.
    Engagements,
    /// Items under enhanced end-use monitoring.
    EndUseItems,
    /// Visits of the year.
    Visits,
}

/// A figure of a country in a fiscal year, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it measures.
    pub measure: Measure,
    /// The fiscal year.
    pub fiscal_year: FiscalYear,
    /// The value in the measure's unit.
    pub value: i64,
    /// Source row, such as `reference/sales.csv#IRQ-2024`; synthetic figures say so.
    pub source: Text,
    /// Whether it was generated for demonstration rather than published.
    pub synthetic: bool,
}

/// A partner country or territory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166 alpha-3 code.
    pub iso3: Text,
    /// Its name.
    pub name: Text,
    /// The purchaser codes of its customers (not ISO codes).
    pub purchaser_codes: Vec<Text>,
    /// Principal languages, by the name used in language requirements.
    pub languages: Vec<Text>,
    /// Region as the sales book names it.
    pub region: Text,
    /// The combatant command responsible, by date.
    pub responsible: Timeline<OfficeId>,
    /// Priority from 1 (routine) to 5 (highest), by date.
    pub priority: Timeline<u8>,
    /// Published and synthetic figures, latest recorded last.
    pub figures: Vec<Figure>,
    /// Authorisations of more section-515 members than the law's general limit.
    pub section_515: Vec<Section515Authorisation>,
}

impl Country {
    /// The figure of the latest fiscal year that is not after the day's.
    pub fn latest(&self, measure: Measure, day: Date) -> Option<&Figure> {
        let year = FiscalYear::of(day);
        self.figures.iter().filter(|f| f.measure == measure && f.fiscal_year <= year).max_by_key(|f| f.fiscal_year)
    }

    /// Priority on this day; 1 where none was set.
    pub fn priority_on(&self, day: Date) -> u8 {
        self.priority.at(day).copied().unwrap_or(1)
    }
}

/// A recorded authorisation of more than the general limit of members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Section515Authorisation {
    /// How many members it allows.
    pub members: u32,
    /// From when until when.
    pub period: Period,
    /// The law or waiver.
    pub document: Text,
}

/// Registers a country.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterCountry {
    /// ISO 3166 alpha-3 code.
    pub iso3: Text,
    /// Its name.
    pub name: Text,
    /// The purchaser codes of its customers.
    pub purchaser_codes: Vec<Text>,
    /// Principal languages.
    pub languages: Vec<Text>,
    /// Region.
    pub region: Text,
    /// The combatant command responsible, by date.
    #[schema(value_type = Vec<(Date, OfficeId)>)]
    pub responsible: Timeline<OfficeId>,
}

impl Decide for RegisterCountry {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        if self.iso3.len() != 3 || !self.iso3.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(refuse(
                "iso3",
                format!("`{}` is not an ISO 3166 alpha-3 code.", self.iso3),
                "Give three capital letters, such as `JOR`.",
            ));
        }
        if let Some(id) = world.keys.country.get(&self.iso3) {
            return Err(refuse(
                "country-known",
                format!("{} is already registered as {id}.", self.iso3),
                "Use that country.",
            ));
        }
        if let Some((_, office)) = self.responsible.iter().find(|(_, office)| world.offices.get(**office).is_none()) {
            return Err(refuse("no-office", format!("There is no office {office}."), "Register the command first."));
        }
        Ok(vec![CountryRegistered { country: world.countries.next_id(), registered: self.clone() }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// A country was registered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountryRegistered {
    /// Its id.
    pub country: CountryId,
    /// Its facts.
    #[serde(flatten)]
    pub registered: RegisterCountry,
}

impl Apply for CountryRegistered {
    fn apply(&self, world: &mut World, at: Position) {
        let RegisterCountry { iso3, name, purchaser_codes, languages, region, responsible } = self.registered.clone();
        world.keys.country.insert(iso3.clone(), self.country);
        let country = Country {
            iso3,
            name,
            purchaser_codes,
            languages,
            region,
            responsible,
            priority: Timeline::default(),
            figures: Vec::new(),
            section_515: Vec::new(),
        };
        world.countries.push(country, at);
    }
}

/// Records figures of a country. A figure that says the same as the one held changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordFigures {
    /// Which country.
    pub country: CountryId,
    /// The figures.
    pub figures: Vec<Figure>,
}

impl Decide for RecordFigures {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let country = known_country(world, self.country)?;
        // Of two figures for one measure and year in one list the later stands, so that the list taken again changes
        // nothing.
        let last: BTreeMap<(Measure, FiscalYear), &Figure> =
            self.figures.iter().map(|figure| ((figure.measure, figure.fiscal_year), figure)).collect();
        let held: BTreeMap<(Measure, FiscalYear), &Figure> =
            country.figures.iter().map(|figure| ((figure.measure, figure.fiscal_year), figure)).collect();
        let new: Vec<Figure> = last
            .iter()
            .filter(|(key, figure)| held.get(key) != Some(figure))
            .map(|(_, figure)| (*figure).clone())
            .collect();
        if new.is_empty() {
            return Ok(Vec::new());
        }
        Ok(vec![FiguresRecorded { country: self.country, figures: new }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: world.countries.row(self.country).map(|row| row.changed), ..Subject::default() }
    }
}

/// Figures were recorded; one of the same measure and year replaces what was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresRecorded {
    /// Which country.
    pub country: CountryId,
    /// The figures.
    pub figures: Vec<Figure>,
}

impl Apply for FiguresRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(country) = world.countries.edit(self.country, at) {
            for figure in &self.figures {
                country.figures.retain(|held| (held.measure, held.fiscal_year) != (figure.measure, figure.fiscal_year));
                country.figures.push(figure.clone());
            }
        }
    }
}

/// Makes a combatant command responsible for a country from a date on: areas of responsibility move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetResponsibleCommand {
    /// Which country.
    pub country: CountryId,
    /// The first day it holds.
    pub from: Date,
    /// The combatant command.
    pub office: OfficeId,
}

impl Decide for SetResponsibleCommand {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let country = known_country(world, self.country)?;
        let office = crate::organization::known_office(world, self.office)?;
        if office.kind != OfficeKind::CombatantCommand {
            return Err(refuse(
                "not-a-command",
                format!("{} is not a combatant command.", office.code),
                "Name the combatant command whose area of responsibility the country lies in.",
            ));
        }
        if country.responsible.at(self.from) == Some(&self.office) {
            return Ok(Vec::new());
        }
        Ok(vec![ResponsibleCommandSet { country: self.country, from: self.from, office: self.office }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: world.countries.row(self.country).map(|row| row.changed), ..Subject::default() }
    }
}

/// A combatant command is responsible for a country from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponsibleCommandSet {
    /// Which country.
    pub country: CountryId,
    /// The first day it holds.
    pub from: Date,
    /// The combatant command.
    pub office: OfficeId,
}

impl Apply for ResponsibleCommandSet {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(country) = world.countries.edit(self.country, at) {
            country.responsible.set(self.from, self.office);
        }
    }
}

/// Sets a country's priority from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPriority {
    /// Which country.
    pub country: CountryId,
    /// The first day it holds.
    pub from: Date,
    /// From 1 (routine) to 5 (highest).
    #[schema(minimum = 1, maximum = 5)]
    pub priority: u8,
}

impl Decide for SetPriority {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        known_country(world, self.country)?;
        if !(1..=5).contains(&self.priority) {
            return Err(refuse(
                "priority",
                format!("{} is not a priority.", self.priority),
                "Give 1 (routine) to 5 (highest).",
            ));
        }
        Ok(vec![PrioritySet { country: self.country, from: self.from, priority: self.priority }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let offices = world
            .countries
            .get(self.country)
            .and_then(|c| c.responsible.at_or_first(self.from))
            .copied()
            .into_iter()
            .collect();
        Subject { offices, changed: world.countries.row(self.country).map(|row| row.changed), ..Subject::default() }
    }
}

/// A country has this priority from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrioritySet {
    /// Which country.
    pub country: CountryId,
    /// The first day it holds.
    pub from: Date,
    /// From 1 to 5.
    pub priority: u8,
}

impl Apply for PrioritySet {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(country) = world.countries.edit(self.country, at) {
            country.priority.set(self.from, self.priority);
        }
    }
}

/// Records an authorisation of more section-515 members in a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthoriseSection515 {
    /// Which country.
    pub country: CountryId,
    /// What is authorised.
    pub authorisation: Section515Authorisation,
}

impl Decide for AuthoriseSection515 {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        known_country(world, self.country)?;
        if self.authorisation.document.trim().is_empty() {
            return Err(refuse(
                "document-missing",
                "An authorisation needs the law or waiver it rests on.",
                "Name the document.",
            ));
        }
        Ok(vec![Section515Authorised { country: self.country, authorisation: self.authorisation.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: world.countries.row(self.country).map(|row| row.changed), ..Subject::default() }
    }
}

/// More section-515 members are authorised in a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section515Authorised {
    /// Which country.
    pub country: CountryId,
    /// What is authorised.
    pub authorisation: Section515Authorisation,
}

impl Apply for Section515Authorised {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(country) = world.countries.edit(self.country, at) {
            country.section_515.push(self.authorisation.clone());
        }
    }
}

/// A published table held as a content-addressed blob beside the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// What it is: `training-report`, `sales-book` …
    pub kind: Text,
    /// The file it was read from.
    pub file: Text,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: Text,
    /// Rows read.
    pub rows: u64,
    /// Who published it.
    pub source: Text,
}

/// Records a published table whose bytes were stored under their hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct RecordDataset(pub Dataset);

impl Decide for RecordDataset {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        if self.0.sha256.len() != 64 || !self.0.sha256.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(refuse(
                "sha256",
                format!("`{}` is not a SHA-256.", self.0.sha256),
                "Give 64 hexadecimal digits.",
            ));
        }
        if world.datasets.iter().any(|held| held.kind == self.0.kind && held.sha256 == self.0.sha256) {
            return Ok(Vec::new());
        }
        Ok(vec![DatasetRecorded(self.0.clone()).into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// A published table was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DatasetRecorded(pub Dataset);

impl Apply for DatasetRecorded {
    fn apply(&self, world: &mut World, _at: Position) {
        world.datasets.push_back(self.0.clone());
    }
}

fn known_country(world: &World, id: CountryId) -> Result<&Country, Refusal> {
    world.countries.get(id).ok_or_else(|| {
        refuse("no-country", format!("There is no country {id}."), "Check the id, or register the country first.")
    })
}
