//! A source with its profile as a TOML file: written by hand or by an export, carried from one installation to another.
//! Offices, countries and owners stand in it by their codes.

use muster_domain::organization::Holder;
use muster_domain::sources::{Coverage, DefineSource, Profile, SourceKind};
use muster_domain::{Service, Text, World};
use serde::{Deserialize, Serialize};

/// Example profiles that are part of the program: name and text.
pub const BUILT_IN: [(&str, &str); 5] = [
    ("manning-document", include_str!("../../../../reference/profiles/manning-document.toml")),
    ("service-roster", include_str!("../../../../reference/profiles/service-roster.toml")),
    ("civilian-roster", include_str!("../../../../reference/profiles/civilian-roster.toml")),
    ("staffing-list", include_str!("../../../../reference/profiles/staffing-list.toml")),
    ("certification-extract", include_str!("../../../../reference/profiles/certification-extract.toml")),
];

/// Why a profile file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum SourceFileError {
    /// It is no TOML, or has fields that a source has not.
    #[error("the profile does not read: {0}")]
    Form(#[from] toml::de::Error),
    /// A code that nobody here goes by.
    #[error("`{field}` is `{found}`, which is not known here: expected {expected}")]
    Unknown {
        /// The field.
        field: &'static str,
        /// What stands there.
        found: String,
        /// What would be taken.
        expected: &'static str,
    },
}

/// Who owns the source, by code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Owner {
    Headquarters,
    Director,
    Office(String),
    Service(Service),
    Mission(String),
}

/// What it speaks for, by code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Speaks {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    services: Vec<Service>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offices: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
}

/// A source as a file describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    name: Text,
    kind: SourceKind,
    owner: Owner,
    cadence_days: u16,
    full: bool,
    #[serde(default)]
    coverage: Speaks,
    profile: Profile,
}

impl SourceFile {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// [`SourceFileError::Form`] says where the text is wrong.
    pub fn read(text: &str) -> Result<Self, SourceFileError> {
        Ok(toml::from_str(text)?)
    }

    /// The definition of a source as a file.
    pub fn of(world: &World, definition: &DefineSource) -> Self {
        let code = |id| world.offices.get(id).map(|office| office.code.to_string()).unwrap_or_default();
        let owner = match definition.owner {
            Holder::Headquarters | Holder::Person(_) => Owner::Headquarters,
            Holder::Director => Owner::Director,
            Holder::Office(id) => Owner::Office(code(id)),
            Holder::Service(service) => Owner::Service(service),
            Holder::Mission(id) => Owner::Mission(code(id)),
        };
        let coverage = &definition.coverage;
        Self {
            name: definition.name.clone(),
            kind: definition.kind,
            owner,
            cadence_days: definition.cadence_days,
            full: definition.full,
            coverage: Speaks {
                services: coverage.services.clone(),
                offices: coverage.offices.iter().map(|id| code(*id)).collect(),
                country: coverage.country.and_then(|id| world.countries.get(id)).map(|c| c.iso3.to_string()),
            },
            profile: definition.profile.clone(),
        }
    }

    /// The text of the file.
    pub fn write(&self) -> String {
        toml::to_string_pretty(self).expect("a source is plain data without maps under keys that are no text")
    }

    /// The same source under another name.
    #[must_use]
    pub fn named(self, name: impl AsRef<str>) -> Self {
        Self { name: Text::from(name), ..self }
    }

    /// The command that defines it, with the codes looked up.
    ///
    /// # Errors
    /// [`SourceFileError::Unknown`] names the code.
    pub fn define(&self, world: &World) -> Result<DefineSource, SourceFileError> {
        let office = |field, code: &String| {
            world.keys.office.get(code.as_str()).copied().ok_or_else(|| SourceFileError::Unknown {
                field,
                found: code.clone(),
                expected: "the code of an office",
            })
        };
        let owner = match &self.owner {
            Owner::Headquarters => Holder::Headquarters,
            Owner::Director => Holder::Director,
            Owner::Office(code) => Holder::Office(office("owner.office", code)?),
            Owner::Service(service) => Holder::Service(*service),
            Owner::Mission(code) => Holder::Mission(office("owner.mission", code)?),
        };
        let country = match &self.coverage.country {
            None => None,
            Some(iso3) => {
                Some(world.keys.country.get(iso3.as_str()).copied().ok_or_else(|| SourceFileError::Unknown {
                    field: "coverage.country",
                    found: iso3.clone(),
                    expected: "the ISO 3166 alpha-3 code of a country",
                })?)
            }
        };
        let offices = self.coverage.offices.iter().map(|code| office("coverage.offices", code));
        Ok(DefineSource {
            name: self.name.clone(),
            kind: self.kind,
            owner,
            cadence_days: self.cadence_days,
            full: self.full,
            coverage: Coverage {
                services: self.coverage.services.clone(),
                offices: offices.collect::<Result<_, _>>()?,
                country,
            },
            profile: self.profile.clone(),
        })
    }
}
