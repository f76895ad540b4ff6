//! Sources: one system of record each, its owner, its cadence, what it speaks for, and what it last said.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Load, Profile, SourceRow, known_source};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, BilletId, CountryId, Date, OfficeId, PersonId, Position, Service, SourceId, Text};
use crate::organization::Holder;
use crate::world::World;

/// What kind of system of record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A manning document (JTD, JMP): positions by number, with their incumbents. It authorises billets.
    ManningDocument,
    /// A service's personnel roster: people by number. It registers people.
    ServiceRoster,
    /// A roster of civilian or locally employed staff: people by number. It registers people.
    CivilianRoster,
    /// An embassy's staffing list: people by name, mostly without numbers.
    StaffingList,
    /// An extract of the certification database: certificates by person number.
    CertificationExtract,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::ManningDocument,
        Self::ServiceRoster,
        Self::CivilianRoster,
        Self::StaffingList,
        Self::CertificationExtract,
    ];

    /// The name people use, within a sentence.
    pub fn title(self) -> &'static str {
        match self {
            Self::ManningDocument => "a manning document",
            Self::ServiceRoster => "a service personnel roster",
            Self::CivilianRoster => "a civilian roster",
            Self::StaffingList => "an embassy staffing list",
            Self::CertificationExtract => "a certification extract",
        }
    }

    /// Whether an unknown number in it is a new person rather than a row to be matched.
    pub fn registers_people(self) -> bool {
        matches!(self, Self::ServiceRoster | Self::CivilianRoster)
    }

    /// Whether everybody it speaks for should be on it.
    pub fn lists_everybody(self) -> bool {
        self != Self::CertificationExtract
    }
}

/// What a source speaks for, so that what it lacks can be counted. What is left empty does not narrow it; wholly empty,
/// it speaks for the rows it owns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// People of these services.
    #[serde(default)]
    pub services: Vec<Service>,
    /// These offices with all below them.
    #[serde(default)]
    pub offices: Vec<OfficeId>,
    /// Offices in this country.
    #[serde(default)]
    pub country: Option<CountryId>,
}

/// A system of record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its name, unique: what people, billets and tours say they come from.
    pub name: Text,
    /// How it is kept and read.
    pub definition: Arc<DefineSource>,
    /// What it last said, by key.
    pub rows: imbl::OrdMap<Text, Arc<SourceRow>>,
    /// Its loads, earliest first.
    pub loads: Vec<Load>,
}

impl Source {
    /// What kind it is.
    pub fn kind(&self) -> SourceKind {
        self.definition.kind
    }

    /// How its files are read.
    pub fn profile(&self) -> &Profile {
        &self.definition.profile
    }

    /// The day after which its next file is late: the last file's day and the cadence; `None` before the first load.
    pub fn due(&self) -> Option<Date> {
        let days = jiff::Span::new().days(i64::from(self.definition.cadence_days));
        self.loads.last().map(|load| load.as_of.checked_add(days).unwrap_or(Date::MAX))
    }

    /// Whether its next file is late.
    pub fn is_stale(&self, day: Date) -> bool {
        self.due().is_none_or(|due| day > due)
    }

    /// Rows that its last full file still had.
    pub fn present(&self) -> impl Iterator<Item = (&Text, &Arc<SourceRow>)> {
        self.rows.iter().filter(|(_, row)| row.missing_since.is_none())
    }

    fn covers_office(&self, world: &World, office: OfficeId, day: Date) -> bool {
        let coverage = &self.definition.coverage;
        let within = coverage.offices.is_empty()
            || coverage
                .offices
                .iter()
                .any(|held| *held == office || world.above(office, day).any(|above| above == *held));
        within && coverage.country.is_none_or(|country| world.offices[office].country == Some(country))
    }

    /// Whether it should name a person on a day.
    pub fn covers_person(&self, world: &World, id: PersonId, day: Date) -> bool {
        let coverage = &self.definition.coverage;
        let person = &world.people[id];
        if self.kind().registers_people() {
            return person.source == self.name;
        }
        if !coverage.services.is_empty() && !coverage.services.contains(&person.service) {
            return false;
        }
        let Some(tour) = world.primary_tour(id, day) else { return false };
        let billet = &world.billets[tour.billet];
        if self.kind() == SourceKind::ManningDocument {
            return billet.source == self.name && self.covers_office(world, billet.terms_near(day).office, day);
        }
        let placed = !coverage.offices.is_empty() || coverage.country.is_some();
        placed && self.covers_office(world, billet.terms_near(day).office, day)
    }

    /// Whether it should list a billet on a day.
    pub fn covers_billet(&self, world: &World, id: BilletId, day: Date) -> bool {
        let billet = &world.billets[id];
        self.kind() == SourceKind::ManningDocument
            && billet.source == self.name
            && billet.on(day).is_some_and(|terms| self.covers_office(world, terms.office, day))
    }
}

/// Defines a source, or replaces the definition of the one of this name. What it said stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DefineSource {
    /// Its name, unique.
    pub name: Text,
    /// What kind it is; it cannot change once a file was loaded.
    pub kind: SourceKind,
    /// Who owns it and answers correction lists.
    pub owner: Holder,
    /// Days between two of its files.
    #[schema(minimum = 1, maximum = 366)]
    pub cadence_days: u16,
    /// Whether a file holds everything it speaks for, so that what is absent is gone; else only changes.
    pub full: bool,
    /// What it speaks for.
    #[serde(default)]
    pub coverage: Coverage,
    /// How its files are read.
    pub profile: Profile,
}

impl Decide for DefineSource {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        if self.name.trim().is_empty() || self.name.trim() != self.name.as_str() {
            return Err(refuse("source-name", "A source needs a name without blanks around it.", "Give `name`."));
        }
        if !(1..=366).contains(&self.cadence_days) {
            return Err(refuse(
                "source-cadence",
                format!("A cadence of {} days is not possible.", self.cadence_days),
                "Give `cadence_days` from 1 to 366.",
            ));
        }
        let missing = |what: String| {
            refuse("source-reference", format!("`{}` names {what}, which does not exist.", self.name), "Check the id.")
        };
        let owner = match self.owner {
            Holder::Office(id) | Holder::Mission(id) => Some(id),
            Holder::Person(_) => {
                return Err(refuse(
                    "source-owner",
                    "A source is owned by an organisation, not by one person.",
                    "Name headquarters, an office, a mission or a service.",
                ));
            }
            Holder::Headquarters | Holder::Director | Holder::Service(_) => None,
        };
        let offices = self.coverage.offices.iter().copied().chain(owner);
        if let Some(id) = offices.into_iter().find(|id| world.offices.get(*id).is_none()) {
            return Err(missing(id.to_string()));
        }
        if let Some(id) = self.coverage.country.filter(|id| world.countries.get(*id).is_none()) {
            return Err(missing(id.to_string()));
        }
        let held = world.keys.source.get(&self.name).copied();
        if let Some(source) = held.map(|id| &world.sources[id]) {
            if source.kind() != self.kind && !source.loads.is_empty() {
                return Err(refuse(
                    "source-kind",
                    format!("{} is {}; files of it were loaded.", self.name, source.kind().title()),
                    "Define another source under another name.",
                ));
            }
            if *source.definition == *self {
                return Ok(Vec::new());
            }
        }
        self.profile.check(self.kind)?;
        let source = held.unwrap_or(world.sources.next_id());
        Ok(vec![SourceDefined { source, by: context.actor, definition: self.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let held = world.keys.source.get(&self.name).and_then(|id| world.sources.row(*id));
        Subject { changed: held.map(|row| row.changed), ..Subject::default() }
    }
}

/// A source was defined, or its definition replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceDefined {
    /// Its id.
    pub source: SourceId,
    /// Who defined it.
    pub by: Option<AccountId>,
    /// The definition.
    pub definition: DefineSource,
}

impl Apply for SourceDefined {
    fn apply(&self, world: &mut World, at: Position) {
        let definition = Arc::new(self.definition.clone());
        if let Some(source) = world.sources.edit(self.source, at) {
            source.definition = definition;
            return;
        }
        let name = definition.name.clone();
        world.keys.source.insert(name.clone(), self.source);
        world.sources.push(Source { name, definition, rows: imbl::OrdMap::new(), loads: Vec::new() }, at);
    }
}

/// What a command about a source acts on: a service's own roster is the service's own to keep.
pub(super) fn source_subject(world: &World, id: SourceId) -> Subject {
    let Ok(source) = known_source(world, id) else { return Subject::default() };
    let changed = world.sources.row(id).map(|row| row.changed);
    let service = match (source.kind(), &source.definition.coverage.services[..]) {
        (SourceKind::ServiceRoster, [only]) => Some(*only),
        _ => None,
    };
    Subject { service, changed, ..Subject::default() }
}
