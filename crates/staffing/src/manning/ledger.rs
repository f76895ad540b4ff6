//! The section-515 ledger of a country: who counts, what authorises the number, what is left, and when it would be
//! exceeded. A covered billet counts once, so that both sides of a hand-over are one member.

use std::collections::BTreeSet;

use muster_domain::access::Scope;
use muster_domain::kernel::{Date, Period, add_months};
use muster_domain::partner::Section515Authorisation;
use muster_domain::policy::Lever;
use muster_domain::workforce::{section_515_billets, section_515_limit};
use muster_domain::{BilletId, CountryId, OfficeId, Text, TourId, World};
use serde::Serialize;

use crate::rotation::{BilletBrief, PersonBrief};
use crate::{Basis, incumbent};

/// Months ahead for which the ledger is told.
const AHEAD_MONTHS: i32 = 36;

/// What authorises the number of members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LedgerAuthorityKind {
    /// The general limit of the law, by the lever.
    General,
    /// A law or waiver recorded for the country.
    Recorded,
}

/// What authorises the number on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct LedgerAuthority {
    /// Which kind.
    pub kind: LedgerAuthorityKind,
    /// The law or waiver.
    pub document: Text,
    /// From when until when; open for the general limit.
    pub period: Option<Period>,
    /// Members it allows.
    pub members: u32,
}

/// A billet that counts when a member fills it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct LedgerLine {
    /// Which billet.
    pub billet: BilletBrief,
    /// Its office.
    pub office: OfficeId,
    /// Whether it counts on the day: a military member covers it.
    pub counts: bool,
    /// Who covers it; null where nobody does or the person is not the asker's to see.
    pub incumbent: Option<PersonBrief>,
    /// The tour that covers it.
    pub tour: Option<TourId>,
    /// The first day the incumbent is not there.
    pub leaves: Option<Date>,
}

/// A day on which the number changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct LedgerChange {
    /// The day.
    pub on: Date,
    /// Billets that come to count.
    pub coming: Vec<BilletBrief>,
    /// Billets that cease to count.
    pub leaving: Vec<BilletBrief>,
    /// Members from that day on.
    pub members: u32,
    /// Members allowed from that day on.
    pub limit: u32,
}

/// The ledger of a country on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Ledger {
    /// Which country.
    pub country: CountryId,
    /// The day.
    pub on: Date,
    /// Members who count.
    pub members: u32,
    /// Billets that would count if members filled them.
    pub billets: u32,
    /// Members allowed.
    pub limit: u32,
    /// Allowed less counted; below zero where more are there than allowed.
    pub left: i64,
    /// What authorises the number.
    pub authority: LedgerAuthority,
    /// The general limit, by the lever.
    pub general_limit: u32,
    /// Everything recorded for the country, whatever the day.
    pub authorisations: Vec<Section515Authorisation>,
    /// The billets in offices that are the asker's to see.
    pub lines: Vec<LedgerLine>,
    /// Billets in offices that are not.
    pub unseen: u32,
    /// Days of the next 36 months on which number or limit changes, by what is planned today. What is not the asker's to see
    /// is counted and not named.
    pub changes: Vec<LedgerChange>,
    /// The first of these days on which more members are there than allowed.
    pub exceeded: Option<Date>,
}

/// The numbers of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LedgerCount {
    /// Members who count.
    pub members: u32,
    /// Billets that would count if members filled them.
    pub billets: u32,
    /// Members allowed.
    pub limit: u32,
}

/// The numbers of a country on a day.
pub fn ledger_count(world: &World, country: CountryId, on: Date, today: Date) -> LedgerCount {
    let billets = section_515_billets(world, country, on);
    let counted = billets.iter().filter(|id| counts(world, **id, on, today)).count();
    let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    LedgerCount { members: whole(counted), billets: whole(billets.len()), limit: section_515_limit(world, country, on) }
}

/// Whether a military member covers the billet on the day.
fn counts(world: &World, billet: BilletId, on: Date, today: Date) -> bool {
    incumbent(world, billet, on, today).is_some_and(|tour| world.people[world.tours[tour].person].service.is_military())
}

/// The ledger of a country on a day. Offices outside `offices` are counted and not named, people outside `people` are not
/// named. `None` if there is no such country.
pub fn ledger(
    world: &World,
    offices: &Scope,
    people: &Scope,
    country: CountryId,
    on: Date,
    today: Date,
) -> Option<Ledger> {
    let facts = world.countries.get(country)?;
    let now = ledger_count(world, country, on, today);
    let billets = section_515_billets(world, country, on);
    let office_of = |id: BilletId| world.billets[id].terms_near(on).office;
    let (seen, unseen): (Vec<BilletId>, Vec<BilletId>) =
        billets.into_iter().partition(|id| offices.sees_office(office_of(*id)));
    let lines = seen.into_iter().map(|id| {
        let tour = incumbent(world, id, on, today);
        LedgerLine {
            billet: brief(world, id, on),
            office: office_of(id),
            counts: counts(world, id, on, today),
            incumbent: tour.and_then(|tour| PersonBrief::seen(world, people, world.tours[tour].person, on, today)),
            tour,
            leaves: tour.and_then(|tour| world.tours[tour].period()).map(Period::end),
        }
    });
    let changes = changes(world, offices, country, on, today);
    let exceeded = std::iter::once((on, now.members, now.limit))
        .chain(changes.iter().map(|change| (change.on, change.members, change.limit)))
        .find(|(_, members, limit)| members > limit)
        .map(|(day, ..)| day);
    Some(Ledger {
        country,
        on,
        members: now.members,
        billets: now.billets,
        limit: now.limit,
        left: i64::from(now.limit) - i64::from(now.members),
        authority: authority(world, country, on),
        general_limit: general(world, on),
        authorisations: facts.section_515.clone(),
        lines: lines.collect(),
        unseen: u32::try_from(unseen.len()).unwrap_or(u32::MAX),
        changes,
        exceeded,
    })
}

fn general(world: &World, on: Date) -> u32 {
    u32::try_from(world.lever(Lever::Section515Members, on)).unwrap_or(0)
}

/// The recorded authorisation of the day that allows most, if it allows more than the general limit; else the law.
fn authority(world: &World, country: CountryId, on: Date) -> LedgerAuthority {
    let general = general(world, on);
    let recorded = world.countries[country].section_515.iter().filter(|held| held.period.contains(on));
    match recorded.max_by_key(|held| held.members).filter(|held| held.members >= general) {
        Some(held) => LedgerAuthority {
            kind: LedgerAuthorityKind::Recorded,
            document: held.document.clone(),
            period: Some(held.period),
            members: held.members,
        },
        None => LedgerAuthority {
            kind: LedgerAuthorityKind::General,
            document: "22 U.S.C. 2321i, the general limit".into(),
            period: None,
            members: general,
        },
    }
}

fn brief(world: &World, id: BilletId, on: Date) -> BilletBrief {
    let billet = &world.billets[id];
    BilletBrief { id, title: billet.terms_near(on).title.clone(), number: billet.number.clone() }
}

/// The days after `on` on which the number or the limit changes.
fn changes(world: &World, offices: &Scope, country: CountryId, on: Date, today: Date) -> Vec<LedgerChange> {
    let Ok(window) = Period::new(on, Some(add_months(on, AHEAD_MONTHS))) else { return Vec::new() };
    let counting = |day: Date| -> BTreeSet<BilletId> {
        section_515_billets(world, country, day).into_iter().filter(|id| counts(world, *id, day, today)).collect()
    };
    let (mut held, mut limit) = (counting(on), section_515_limit(world, country, on));
    let mut changes = Vec::new();
    for day in days_of_change(world, country, today) {
        if !window.contains(day) || day == on {
            continue;
        }
        let (then, allowed) = (counting(day), section_515_limit(world, country, day));
        if then == held && allowed == limit {
            continue;
        }
        let named = |ids: Vec<BilletId>| -> Vec<BilletBrief> {
            let seen = ids.into_iter().filter(|id| offices.sees_office(world.billets[*id].terms_near(day).office));
            seen.map(|id| brief(world, id, day)).collect()
        };
        changes.push(LedgerChange {
            on: day,
            coming: named(then.difference(&held).copied().collect()),
            leaving: named(held.difference(&then).copied().collect()),
            members: u32::try_from(then.len()).unwrap_or(u32::MAX),
            limit: allowed,
        });
        (held, limit) = (then, allowed);
    }
    changes
}

/// Every day on which the number of a country may change, ascending.
fn days_of_change(world: &World, country: CountryId, today: Date) -> BTreeSet<Date> {
    let mut days = BTreeSet::new();
    days.extend(world.lever_history(Lever::Section515Members).map(|(from, _)| from));
    for held in &world.countries[country].section_515 {
        days.extend([held.period.from(), held.period.end()]);
    }
    let offices = world.offices.iter().filter(|(_, office)| office.country == Some(country));
    for (office, facts) in offices {
        days.extend([facts.existence.from(), facts.existence.end()]);
        for id in &world.rosters[office].billets {
            let billet = &world.billets[*id];
            if !billet.terms.iter().any(|(_, terms)| terms.section_515) {
                continue;
            }
            days.extend([billet.authorised.from(), billet.authorised.end()]);
            days.extend(billet.terms.iter().map(|(from, _)| from));
            let tours = billet.tours.iter().filter_map(|tour| Basis::Planned.period(&world.tours[*tour]));
            days.extend(tours.flat_map(|period| [period.from(), period.end()]));
        }
    }
    // A tour whose arrival is not recorded counts from the first day after today on.
    days.extend(today.tomorrow().ok());
    days
}
