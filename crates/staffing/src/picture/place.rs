//! Rows made of whole offices: by office, command or country of duty. The totals of every picture come from here too.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use muster_domain::kernel::Date;
use muster_domain::organization::OfficeKind;
use muster_domain::{CountryId, OfficeId};

use super::group::{Group, country_of};
use super::row::{HORIZONS, PictureRow, Sums};
use super::{Grouping, View};
use crate::Basis;
use crate::index::day_number;

/// The sums of these offices on a day, together.
pub(super) fn sums(view: &View<'_>, offices: &[OfficeId], on: Date) -> Sums {
    let carriers = Carriers::on(view, on);
    let mut sums = Sums::default();
    for office in offices {
        carriers.add(view, *office, on, &mut sums);
    }
    sums
}

/// What one group adds up.
#[derive(Default)]
struct Gathered {
    sums: Sums,
    /// The office with most authorised billets: its place stands for the group on a map.
    largest: Option<(u64, Reverse<OfficeId>)>,
}

/// The rows of these offices, grouped by what each office belongs to, and the sums of all.
pub(super) fn rows(view: &View<'_>, offices: &[OfficeId]) -> (Vec<PictureRow>, Sums) {
    let on = view.ask.on;
    let carriers = Carriers::on(view, on);
    let united_states = view.world.keys.country.get("USA").map_or(Group::UnitedStates, |id| Group::Country(*id));
    let mut total = Sums::default();
    let mut groups: BTreeMap<Group, Gathered> = BTreeMap::new();
    for office in offices {
        let mut own = Sums::default();
        carriers.add(view, *office, on, &mut own);
        if own.is_nothing() && !view.world.offices[*office].existence.contains(on) {
            continue;
        }
        let group = match view.ask.by {
            Grouping::Command => Group::Command(view.world.command_of(*office, on)),
            Grouping::Country => country_of(view.world, *office).map_or_else(|| united_states.clone(), Group::Country),
            _ => Group::Office(*office),
        };
        total.add(&own);
        let gathered = groups.entry(group).or_default();
        gathered.largest = gathered.largest.max(Some((own.horizons[0].authorised, Reverse(*office))));
        gathered.sums.add(&own);
    }
    let row = |(group, gathered): (Group, Gathered)| {
        let largest = gathered.largest.map(|(_, Reverse(office))| office);
        group.row(view.world, on, gathered.sums, 1, largest)
    };
    (groups.into_iter().map(row).collect(), total)
}

/// The row of one office.
pub(super) fn office_row(view: &View<'_>, office: OfficeId) -> PictureRow {
    let sums = sums(view, &[office], view.ask.on);
    Group::Office(office).row(view.world, view.ask.on, sums, 1, Some(office))
}

/// The SCO that carries each country's work on a day.
struct Carriers(HashMap<CountryId, (u32, Reverse<OfficeId>)>);

impl Carriers {
    fn on(view: &View<'_>, on: Date) -> Self {
        let mut carriers = HashMap::new();
        let day = day_number(on);
        for (id, office) in view.world.offices.iter() {
            let Some(country) = office.country.filter(|_| office.kind == OfficeKind::Sco) else { continue };
            if office.existence.contains(on) {
                let claim = (view.index.total(id, day, Basis::Recorded).authorised, Reverse(id));
                carriers.entry(country).and_modify(|held| *held = claim.max(*held)).or_insert(claim);
            }
        }
        Self(carriers)
    }

    /// Adds an office's counts at each horizon and its strengths required on the day.
    fn add(&self, view: &View<'_>, office: OfficeId, on: Date, sums: &mut Sums) {
        let day = day_number(on);
        for (sum, ahead) in sums.horizons.iter_mut().zip(HORIZONS) {
            let basis = Basis::on(super::ahead(on, ahead), view.ask.today, view.ask.plans);
            view.index.total(office, day + ahead, basis).add_to(sum, 1);
        }
        let facts = &view.world.offices[office];
        if !facts.existence.contains(on) {
            return;
        }
        let indicated = facts.country.filter(|_| facts.kind == OfficeKind::Sco).map(|country| {
            let load = view.index.load(country, day);
            let carries = self.0.get(&country).is_some_and(|(_, Reverse(carrier))| *carrier == office);
            if carries { load.indicated } else { load.minimum_team }
        });
        sums.require(facts.validated.at(on).map(|review| review.strength), indicated);
    }
}
