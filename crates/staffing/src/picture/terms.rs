//! Rows made of billets: by their terms, or by the partners they support. Each billet is looked at once for all horizons.

use std::collections::{BTreeMap, HashMap};

use muster_domain::{CountryId, OfficeId};

use super::group::Group;
use super::row::{HORIZONS, PictureRow, Sums};
use super::{Grouping, View};
use crate::Basis;
use crate::index::{Profile, WHOLE, day_number};
use crate::tally::Tally;

/// Rows grouped by a term of the billet.
pub(super) fn rows(view: &View<'_>, offices: &[OfficeId]) -> Vec<PictureRow> {
    let by = view.ask.by;
    let group = |profile: &Profile| {
        let Some(billet) = &profile.billet else { return Group::NoBillet };
        match by {
            Grouping::Service => Group::Coding(billet.coding),
            Grouping::GradeBand => Group::Band(billet.band),
            Grouping::Specialty => billet.specialty.clone().map_or(Group::NoSpecialty, Group::Specialty),
            Grouping::FunctionalArea => Group::Area(billet.area),
            _ => Group::Funding(billet.funding),
        }
    };
    let groups = scan(view, offices, |profile| vec![(group(profile), 1)]);
    groups.into_iter().map(|(group, sums)| group.row(view.world, view.ask.on, sums, 1, None)).collect()
}

/// Rows grouped by the country supported or by the command responsible for it.
pub(super) fn supported_rows(view: &View<'_>, offices: &[OfficeId]) -> Vec<PictureRow> {
    let (world, on) = (view.world, view.ask.on);
    let group = |country| match view.ask.by {
        Grouping::Command => {
            world.countries[country].responsible.at(on).map_or(Group::NoPartner, |id| Group::Command(*id))
        }
        _ => Group::Country(country),
    };
    let groups = scan(view, offices, |profile| {
        let mut shares: Vec<_> = profile.partners.iter().map(|(id, share)| (group(*id), u64::from(*share))).collect();
        let named: u16 = profile.partners.iter().map(|(_, share)| *share).sum();
        if named < WHOLE {
            shares.push((Group::NoPartner, u64::from(WHOLE - named)));
        }
        shares
    });
    let mut standing: HashMap<CountryId, OfficeId> = HashMap::new();
    for (id, office) in world.offices.iter() {
        if let Some(country) = office.country.filter(|_| office.existence.contains(on)) {
            standing.entry(country).or_insert(id);
        }
    }
    let row = |(group, sums): (Group, Sums)| {
        let standing = group.country().and_then(|country| standing.get(&country).copied());
        group.row(world, on, sums, u64::from(WHOLE), standing)
    };
    groups.into_iter().map(row).collect()
}

/// Adds every billet of the offices to the groups its profile belongs to, weighted. Billets are added up by profile
/// first, so that groups are looked up and shares multiplied once a profile.
fn scan(
    view: &View<'_>,
    offices: &[OfficeId],
    groups_of: impl Fn(&Profile) -> Vec<(Group, u64)>,
) -> BTreeMap<Group, Sums> {
    let first = day_number(view.ask.on);
    let days = HORIZONS.map(|ahead| first + ahead);
    let bases = HORIZONS.map(|ahead| Basis::on(super::ahead(view.ask.on, ahead), view.ask.today, view.ask.plans));
    let mut groups: BTreeMap<Group, Sums> = BTreeMap::new();
    let mut counted: Vec<[Tally<u32>; 3]> = Vec::new();
    for entry in offices.iter().filter_map(|office| view.index.office(*office)) {
        counted.clear();
        counted.resize(entry.profiles().len(), Default::default());
        entry.scan(days, |nth, segment| {
            // A billet that never belonged here names a profile all the same, and counts nothing.
            if let Some(sums) = counted.get_mut(segment.profile as usize) {
                sums[nth].count(segment.by(bases[nth]));
            }
        });
        let held = entry.profiles().iter().zip(&counted).filter(|(_, sums)| **sums != [Tally::default(); 3]);
        for (profile, horizons) in held {
            for (group, weight) in groups_of(profile) {
                let sums = groups.entry(group).or_default();
                for (sum, part) in sums.horizons.iter_mut().zip(horizons) {
                    part.add_to(sum, weight);
                }
            }
        }
    }
    groups
}
