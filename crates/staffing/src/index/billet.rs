//! One billet's measures as a step function of the day.

use std::collections::HashMap;

use muster_domain::kernel::{Date, days_between};
use muster_domain::workforce::{Billet, BilletTerms, FunctionalArea, FundingSource, ServiceCoding, Supported};
use muster_domain::{BilletId, CountryId, GradeBand, OfficeId, PersonId, Position, Text, TourId, World};

use super::{Day, day_number, visits};
use crate::Basis;
use crate::coverage::{incumbent_by, on_duty};
use crate::mismatch::{days_of_change, mismatches};
use crate::tally::Tally;

/// Days before a rotation from which it is due.
const DUE: i32 = 90;

/// A billet's measures from a day until the next segment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segment {
    pub from: Day,
    /// The place of its [`Profile`] in the office's list.
    pub profile: u32,
    pub recorded: Tally<u8>,
    pub planned: Tally<u8>,
}

impl Segment {
    pub(crate) fn by(&self, basis: Basis) -> Tally<u8> {
        match basis {
            Basis::Recorded => self.recorded,
            Basis::Planned => self.planned,
        }
    }
}

/// What is counted is grouped by this, below its office.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Profile {
    /// The billet's own terms; `None` for people present without one.
    pub billet: Option<BilletProfile>,
    /// Countries supported with their shares per mille.
    pub partners: Vec<(CountryId, u16)>,
}

/// The terms that billets are grouped by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct BilletProfile {
    pub coding: ServiceCoding,
    pub band: GradeBand,
    pub specialty: Option<Text>,
    pub area: FunctionalArea,
    pub funding: FundingSource,
}

impl BilletProfile {
    pub(super) fn of(terms: &BilletTerms) -> Self {
        Self {
            coding: terms.coding,
            band: terms.grade.band(),
            specialty: terms.specialty.clone(),
            area: terms.functional_area,
            funding: terms.funding,
        }
    }
}

impl Profile {
    fn of(terms: &BilletTerms) -> Self {
        let partners = terms.supports.iter().filter_map(|support| match support.supported {
            Supported::Country(country) => Some((country, support.share_per_mille)),
            Supported::Program(_) => None,
        });
        Self { billet: Some(BilletProfile::of(terms)), partners: partners.collect() }
    }
}

/// The profiles of one office, each once; places never move, so that segments copied from an earlier entry stay right.
#[derive(Debug, Default)]
pub(super) struct Profiles {
    places: HashMap<Profile, u32>,
    pub list: Vec<Profile>,
}

impl Profiles {
    pub(super) fn starting(list: Vec<Profile>) -> Self {
        let places = (0u32..).zip(&list).map(|(place, profile)| (profile.clone(), place)).collect();
        Self { places, list }
    }

    pub(super) fn place(&mut self, profile: Profile) -> u32 {
        if let Some(place) = self.places.get(&profile) {
            return *place;
        }
        let place = u32::try_from(self.list.len())
            .expect("an office has fewer profiles than billets and visits, and ids are u32");
        self.list.push(profile.clone());
        self.places.insert(profile, place);
        place
    }
}

/// When anything that a billet's segments depend on last changed; people who hold two primary tours at once are noted.
pub(super) fn version(world: &World, billet: BilletId, contested: &mut Vec<PersonId>) -> Position {
    let row = world.billets.row(billet).expect("a roster names billets that exist");
    let mut latest = row.changed;
    // An ordered departure of the place of duty takes people away.
    for (_, terms) in row.fact.terms.iter() {
        latest = latest.max(world.posts.row(terms.place).map_or(latest, |row| row.changed));
    }
    for id in &row.fact.tours {
        let tour = world.tours.row(*id).expect("a billet names tours that exist");
        let person = world.people.row(tour.fact.person).expect("a tour names a person that exists");
        latest = latest.max(tour.changed).max(person.changed);
        if tour.fact.is_primary() && rivals(world, *id).next().is_some() {
            contested.push(tour.fact.person);
        }
        // Changed dates of a rival move the days on which the person counts here, even when they no longer meet.
        for other in &person.fact.tours {
            latest = latest.max(world.tours.row(*other).map_or(latest, |row| row.changed));
        }
        latest = latest.max(visits::version(world, &person.fact));
    }
    latest
}

/// Other primary tours of the same person on days that the tour has too.
fn rivals(world: &World, tour: TourId) -> impl Iterator<Item = TourId> + '_ {
    let own = world.tours[tour].period();
    world.people[world.tours[tour].person].tours.iter().copied().filter(move |other| {
        let held = &world.tours[*other];
        *other != tour
            && held.is_primary()
            && own.zip(held.period()).is_some_and(|(own, other)| own.overlap(other).is_some())
    })
}

/// Appends the segments of a billet as far as they belong to the office.
pub(super) fn segments(
    world: &World,
    id: BilletId,
    office: OfficeId,
    profiles: &mut Profiles,
    days: &mut Vec<Date>,
    out: &mut Vec<Segment>,
) {
    let billet = &world.billets[id];
    days.clear();
    days_of_billet(world, billet, days);
    days.sort_unstable();
    days.dedup();
    let first = out.len();
    for day in days {
        let terms = billet.terms_near(*day);
        let here = terms.office == office;
        let (recorded, planned) = if here {
            (measure(world, billet, terms, *day, Basis::Recorded), measure(world, billet, terms, *day, Basis::Planned))
        } else {
            Default::default()
        };
        let profile = if here { profiles.place(Profile::of(terms)) } else { 0 };
        let unchanged = match out[first..].last() {
            Some(last) => (last.profile, last.recorded, last.planned) == (profile, recorded, planned),
            None => (recorded, planned) == Default::default(),
        };
        if !unchanged {
            out.push(Segment { from: day_number(*day), profile, recorded, planned });
        }
    }
}

/// Every day on which a measure of the billet may change.
fn days_of_billet(world: &World, billet: &Billet, days: &mut Vec<Date>) {
    days.extend([billet.authorised.from(), billet.authorised.end()]);
    days.extend(billet.terms.iter().map(|(from, _)| from));
    days.extend(billet.funded.iter().map(|(from, _)| from));
    days.extend(billet.gaps.iter().flat_map(|gap| [gap.period.from(), gap.period.end()]));
    for (_, terms) in billet.terms.iter() {
        visits::days_of_post(world, terms.place, days);
    }
    for id in &billet.tours {
        let tour = &world.tours[*id];
        let Some(period) = tour.period() else { continue };
        days.extend([period.from(), period.end(), due_from(period.end()).max(period.from())]);
        visits::days_of_person(world, tour.person, days);
        days_of_change(world, tour.person, |day| {
            if period.contains(day) {
                days.push(day);
            }
        });
        if tour.is_primary() {
            for rival in rivals(world, *id) {
                days.extend(world.tours[rival].period().iter().flat_map(|rival| [rival.from(), rival.end()]));
            }
        }
    }
}

fn due_from(end: Date) -> Date {
    end.saturating_sub(jiff::ToSpan::days(DUE))
}

/// The measures of a billet on a day.
fn measure(world: &World, billet: &Billet, terms: &BilletTerms, day: Date, basis: Basis) -> Tally<u8> {
    let mut tally = Tally::<u8>::default();
    for id in &billet.tours {
        let tour = &world.tours[*id];
        let Some(period) = basis.period(tour).filter(|period| tour.is_primary() && period.contains(day)) else {
            continue;
        };
        match on_duty(world, tour.person, day, basis).filter(|on_duty| on_duty.tour == Some(*id)) {
            Some(on_duty) if on_duty.is_at_own_billet() => tally.present = tally.present.saturating_add(1),
            Some(_) => tally.away = tally.away.saturating_add(1),
            None => {}
        }
        if days_between(day, period.end()) <= DUE {
            tally.rotations_due_90 = tally.rotations_due_90.saturating_add(1);
        }
    }
    if !billet.authorised.contains(day) {
        return tally;
    }
    tally.authorised = 1;
    tally.funded = u8::from(billet.is_funded(day));
    match incumbent_by(world, billet, day, basis) {
        Some(tour) => {
            let mismatch = mismatches(world, &world.tours[tour], terms, day);
            tally.assigned = 1;
            tally.mismatch_grade = u8::from(mismatch.grade);
            tally.mismatch_language = u8::from(mismatch.language);
            tally.mismatch_certificate = u8::from(mismatch.certificate);
        }
        None => tally.approved_gaps = u8::from(billet.gap_on(day).is_some()),
    }
    tally
}
