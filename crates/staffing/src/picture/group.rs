//! What rows stand for: their keys, names and places.

use std::fmt;

use muster_domain::kernel::Date;
use muster_domain::workforce::{FunctionalArea, FundingSource, ServiceCoding};
use muster_domain::{CountryId, GradeBand, OfficeId, Text, World};
use serde::Serialize;

use super::row::{PictureRow, Sums};

/// What a row stands for, in the order rows are shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Office(OfficeId),
    Command(OfficeId),
    Country(CountryId),
    /// Places without a host country, where the United States are not registered as one.
    UnitedStates,
    Coding(ServiceCoding),
    Band(GradeBand),
    Specialty(Text),
    NoSpecialty,
    Area(FunctionalArea),
    Funding(FundingSource),
    /// What no partner is named for.
    NoPartner,
    /// People present without a billet.
    NoBillet,
}

/// Writes a unit variant as it is serialised.
struct Slug<T>(T);

impl<T: Serialize> fmt::Display for Slug<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

impl Group {
    fn key(&self) -> String {
        match self {
            Self::Office(id) | Self::Command(id) => id.to_string(),
            Self::Country(id) => id.to_string(),
            Self::UnitedStates => "united_states".to_owned(),
            Self::Coding(ServiceCoding::Only(service)) => Slug(service).to_string(),
            Self::Coding(coding) => Slug(coding).to_string(),
            Self::Band(band) => Slug(band).to_string(),
            Self::Specialty(specialty) => specialty.to_string(),
            Self::NoSpecialty => "no_specialty".to_owned(),
            Self::Area(area) => Slug(area).to_string(),
            Self::Funding(funding) => Slug(funding).to_string(),
            Self::NoPartner => "no_partner".to_owned(),
            Self::NoBillet => "no_billet".to_owned(),
        }
    }

    /// The country the row stands for.
    pub(super) fn country(&self) -> Option<CountryId> {
        if let Self::Country(id) = self { Some(*id) } else { None }
    }

    fn name(&self, world: &World) -> String {
        match self {
            Self::Office(id) | Self::Command(id) => world.offices[*id].name.to_string(),
            Self::Country(id) => world.countries[*id].name.to_string(),
            Self::UnitedStates => "United States".to_owned(),
            Self::Coding(ServiceCoding::Only(service)) => service.title().to_owned(),
            Self::Coding(ServiceCoding::AnyMilitary) => "Any military service".to_owned(),
            Self::Coding(ServiceCoding::MilitaryOrCivilian) => "Military or civilian".to_owned(),
            Self::Band(band) => band.title().to_owned(),
            Self::Specialty(specialty) => specialty.to_string(),
            Self::NoSpecialty => "No specialty asked".to_owned(),
            Self::Area(area) => area.title().to_owned(),
            Self::Funding(funding) => funding.title().to_owned(),
            Self::NoPartner => "No partner named".to_owned(),
            Self::NoBillet => "No billet (augmentation)".to_owned(),
        }
    }

    /// The finished row. `standing` is the office whose place stands for a group that has none of its own.
    pub(super) fn row(&self, world: &World, on: Date, sums: Sums, unit: u64, standing: Option<OfficeId>) -> PictureRow {
        let mut row = sums.row(self.key(), self.name(world), unit);
        let code = |office: OfficeId| world.offices.get(office).map(|office| office.code.clone());
        let iso3 = |country: CountryId| world.countries.get(country).map(|country| country.iso3.clone());
        let place = match self {
            Self::Office(id) | Self::Command(id) => Some(*id),
            Self::Country(_) | Self::UnitedStates => standing,
            _ => None,
        };
        match self {
            Self::Office(id) => {
                row.iso3 = country_of(world, *id).and_then(iso3);
                row.command = code(world.command_of(*id, on));
            }
            Self::Command(id) => row.command = code(*id),
            Self::Country(id) => {
                row.iso3 = iso3(*id);
                row.command = world.countries[*id].responsible.at_or_first(on).and_then(|office| code(*office));
            }
            Self::UnitedStates => row.iso3 = Some(Text::from("USA")),
            _ => {}
        }
        if let Some(post) = place.and_then(|office| world.posts.get(world.offices[office].post)) {
            row.lat = Some(f64::from(post.latitude_milli) / 1000.0);
            row.lon = Some(f64::from(post.longitude_milli) / 1000.0);
        }
        row
    }
}

/// The country an office stands in: an SCO's host country, else that of its post; `None` in the United States.
pub(super) fn country_of(world: &World, office: OfficeId) -> Option<CountryId> {
    let office = &world.offices[office];
    office.country.or_else(|| world.posts.get(office.post)?.country)
}
