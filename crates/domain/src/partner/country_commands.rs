//! What is asked of countries, and what it causes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Country, Figure, Measure, Section515Authorisation};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{CountryId, Date, FiscalYear, OfficeId, Position, Text, Timeline};
use crate::organization::OfficeKind;
use crate::world::World;

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
            notifications: Vec::new(),
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

pub(super) fn known_country(world: &World, id: CountryId) -> Result<&Country, Refusal> {
    world.countries.get(id).ok_or_else(|| {
        refuse("no-country", format!("There is no country {id}."), "Check the id, or register the country first.")
    })
}
